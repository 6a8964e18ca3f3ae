"""What every change of stage of a contact does: give the word, void the old timers, keep promises,
and leave nobody without a next step."""

from __future__ import annotations

from datetime import timedelta

from flows.effects import (
    MarkAddress,
    MarkReferral,
    MarkYouth,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import NewsArose
from flows.keys import Key
from flows.turn import HELD_BY, LASTING, Turn

CALLED = {"called": "1"}  # of a sentence: said of a call, not of a text
WAITING_TIMERS = ("wait_owner", "wait_substitute", "wait_lead", "wait_reassign")
PROMISE_TIMERS = ("call_overdue", "call_substitute", "slot_reminder")
# What a human's answer settles.
ANSWERED = (
    TaskKind.ANSWER,
    TaskKind.ASKED_HUMAN,
    TaskKind.NOT_UNDERSTOOD,
    TaskKind.STOP_DOUBT,
    TaskKind.WROTE_AFTER_CLOSE,
    TaskKind.UNKNOWN_NUMBER,
    TaskKind.LANGUAGE,
    TaskKind.MEDIA,
    TaskKind.LOOP,
    TaskKind.THIRD_PARTY,
    TaskKind.NO_STEP,
    TaskKind.ALL_SAID,
)
# What we would start with her, or try.
OURS = (
    TaskKind.CALL,
    TaskKind.CALL_OVERDUE,
    TaskKind.CALL_ONLY,
    TaskKind.MEET,
    TaskKind.PLAN_SLOT,
    TaskKind.TRUSTED_ADULT,
    TaskKind.HELD,
    TaskKind.TO_ANNOUNCE,
    TaskKind.OTHER_NAME,
    TaskKind.CONFIRM_FIELD_ACTOR,
    TaskKind.MINOR_NAMED,
    TaskKind.ALL_SAID,
    TaskKind.PAUSED,
    TaskKind.NO_STEP,
)
OWED = ("waiting", "call_at", "late")  # a word, an hour or a call of ours
ONCE_A_DAY = timedelta(hours=24)
RESUMABLE = frozenset({"waiting", "held", "asked", "nudged", "talking", "in_relay", "resting"})


def begin_human(turn: Turn, by: str | None = None) -> None:
    """HUMAN holds the word, `by` the one who took it: what the bot planned is cancelled and the
    step to resume from is kept (PRODUCT 3.5). Always a timer, so that a quiet file comes back to
    its owner."""
    if turn.s.state in RESUMABLE:
        turn.resume = turn.s.state
    turn.give(Speaker.HUMAN)
    if by is not None:
        turn.remember(HELD_BY, by)
    turn.cancel("human")
    turn.fresh()
    turn.timer("idle", turn.working_days(5))


def wait_for_answer(turn: Turn, kind: TaskKind, *codes: str) -> None:
    """She waits for a word of ours: a task, and who is alerted while nobody answers."""
    turn.task(kind, Priority.WAITING, turn.read_by(), *codes)
    _watch(turn, TaskKind.ANSWER)


def wait_for_hour(turn: Turn, *codes: str) -> None:
    """She waits for the hour of a call. Only a human's act ends it: an hour, a call, a word."""
    turn.task(TaskKind.PLAN_SLOT, Priority.CALL, turn.read_by(), *codes)
    _watch(turn, TaskKind.PLAN_SLOT)


def wait_for_call(turn: Turn, *codes: str) -> None:
    """She called, or waits to be called back."""
    turn.task(TaskKind.CALL_BACK, Priority.WAITING, turn.read_by(), *codes)
    _watch(turn, TaskKind.CALL_BACK)


def _watch(turn: Turn, what: TaskKind) -> None:
    """Owner at 2 working hours, substitute at 4, lead at 1 working day, and at 2 the lead must
    reassign (PRODUCT 3.6). `what` is the task that is asked for again meanwhile."""
    if turn.memory.get("waiting"):
        if what is TaskKind.ANSWER:
            turn.remember("waiting", what.value)
        return
    turn.remember("waiting", what.value)
    hours, now = turn.hours, turn.now
    turn.lasting("wait_owner", hours.add_work(now, timedelta(hours=2)))
    turn.lasting("wait_substitute", hours.add_work(now, timedelta(hours=4)))
    turn.lasting("wait_lead", turn.working_days(1))
    turn.lasting("wait_reassign", turn.working_days(2))


def called(turn: Turn) -> None:
    """A call was tried, or its hour accepted: who waited only for that waits no more."""
    if turn.memory.get("waiting") in (TaskKind.PLAN_SLOT, TaskKind.CALL_BACK):
        turn.remember("waiting", None)
        turn.drop(*WAITING_TIMERS)


def awaits_us(turn: Turn) -> bool:
    """Is it our turn: a word, an hour or a call is owed to her? Then no timer closes anything."""
    return any(turn.memory.get(owed) for owed in OWED)


def answered(turn: Turn) -> None:
    """A human answered her: nobody waits any more."""
    turn.remember("waiting", None)
    turn.drop(*WAITING_TIMERS)
    turn.end(*ANSWERED)


def hand_over(turn: Turn, kind: TaskKind, *codes: str, text: Key | None = Key.HUMAN_COMING) -> None:
    """Her turn goes to a human, with one fixed text that says when it is read."""
    alive(turn)
    begin_human(turn)
    wait_for_answer(turn, kind, *codes)
    if text is not None:
        turn.remember("arrived_at", turn.now)
        turn.say(text, SayKind.ANSWER, lu=turn.read_by().isoformat())


def attempted(turn: Turn) -> None:
    """A first text left, or a person really tried: only now does the referral say so, once a
    ladder. What a person tried in the place of the first text is where its days count from."""
    turn.tell("prescriber", NewsArose("attempted", turn.now))
    if turn.memory.get("tried"):
        return
    turn.remember("tried", True)
    if turn.memory.get("by_hand"):
        turn.remember("hello_at", turn.now)
        turn.resume = "asked"
    if not (turn.memory.get("in_contact") or turn.s.state in {"opted_out", "deceased", "closed"}):
        turn.ask(MarkReferral("attempting"))


def owes_hello(turn: Turn) -> bool:
    """Has she had no text of ours yet, nor a talk with a person? The first one says who gave her
    number, why, that it is automatic, and how to stop (PRODUCT 7, 10)."""
    known = turn.s.spoken_to or turn.memory.get("in_contact") or Key.HELLO in turn.s.all_said
    return not known


def first_try(turn: Turn) -> None:
    """A person wrote or spoke with her: the first attempt, unless one was made already."""
    if not turn.memory.get("tried"):
        attempted(turn)


def arrived(turn: Turn) -> None:
    """ "Your message has arrived, X reads it on <day>", once per 24 hours (PRODUCT 3.9). Whoever
    waits to be called back reads of her call: she may have written nothing."""
    if turn.memory.get("silence") or turn.within("arrived_at", ONCE_A_DAY):
        return
    turn.remember("arrived_at", turn.now)
    more = CALLED if turn.memory.get("waiting") == TaskKind.CALL_BACK else None
    turn.say(Key.ARRIVED, SayKind.ANSWER, more=more, lu=turn.read_by().isoformat())


def alive(turn: Turn) -> None:
    """A sign of life of the person who holds this phone: the ladder's calls are pointless."""
    turn.ask(MarkYouth("seen"))
    turn.remember("fails", None)
    if turn.s.state == "unreachable":
        turn.ask(MarkAddress("good"))
        turn.end(TaskKind.NUMBER_DEAD)
    if not turn.memory.get("replied"):
        turn.remember("replied", True)
        turn.end(TaskKind.CALL, TaskKind.TRUSTED_ADULT, TaskKind.HELD, TaskKind.TO_ANNOUNCE)


def engaged(turn: Turn) -> None:
    """She answered and the bot goes on: the ladder stops, silence is watched."""
    alive(turn)
    turn.fresh()
    turn.give(Speaker.BOT)
    turn.remember("quiet_called", None)
    turn.timer("quiet", turn.working_days(3))


def end_everything(turn: Turn, keep: tuple[str, ...] = ()) -> None:
    """The end of a stage for good: promises go too, except the named ones, and nobody is asked to
    call her any more, but after a danger. What she wrote and nobody has read is still shown."""
    turn.end(*OURS, outcome="over")
    if not turn.memory.get("after_danger"):
        turn.end(TaskKind.CALL_BACK, outcome="over")
    for name in [n for n in turn.memory if n.startswith(LASTING)]:
        if name.removeprefix(LASTING) not in keep:
            del turn.memory[name]
    for owed in OWED:
        turn.remember(owed, None)
    turn.fresh()
