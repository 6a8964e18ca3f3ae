"""Who holds the word: a human takes it, hands it back, leaves her waiting (PRODUCT 3)."""

from __future__ import annotations

from flows.contact import ladder, rest, safety
from flows.contact.ends import danger_first, watch_relay
from flows.contact.numbers import in_contact, two_way
from flows.contact.stage import (
    answered,
    arrived,
    begin_human,
    first_try,
)
from flows.effects import (
    MarkAddress,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import (
    HandedBack,
    HumanSpoke,
    TimerDue,
    Transferred,
)
from flows.keys import Key
from flows.machine import Act, Move, UnexpectedEvent
from flows.turn import HELD_BY, Turn


def human_spoke(turn: Turn, event: HumanSpoke) -> Move:
    """Takes or writes: HUMAN. Who opted out may be answered for 24 hours and stays opted out."""
    if turn.s.state in {"opted_out", "deceased", "wrong_person"} and event.how != "take":
        return "stay", _answered_there
    if turn.s.state in {"opted_out", "deceased"}:
        return "stay", lambda turn, _: safety.someone_is_on_it(turn)
    return "hand", _takes


def _answered_there(turn: Turn, _: object) -> None:
    safety.someone_is_on_it(turn)
    turn.end(TaskKind.WROTE_AFTER_STOP, TaskKind.WRONG_PERSON)


def _takes(turn: Turn, event: HumanSpoke) -> None:
    begin_human(turn, event.by)
    safety.someone_is_on_it(turn)
    if event.how == "take":
        return
    answered(turn)
    first_try(turn)
    turn.remember("human_wrote", True)
    if event.how == "call":
        two_way(turn)
    elif turn.memory.get("replied"):
        in_contact(turn)


def transferred(turn: Turn, event: Transferred) -> Move:
    """Another aiguilleur owns the conversation, and the word of whoever held it is hers to take."""
    return "stay", _transferred


def _transferred(turn: Turn, _: object) -> None:
    turn.remember(HELD_BY, None)
    turn.note("transferred")


def handed_back(turn: Turn, event: HandedBack) -> Move:
    """The human gives the word back, at a chosen step; an open danger is settled first."""
    if turn.memory.get("danger_open"):
        return "stay", danger_first
    if turn.memory.get("silence"):
        return "stay", _silence_holds
    move, act = _to_step(turn, event)
    return move, lambda turn, fact: _back_on_her_phone(turn, fact, act)


def _back_on_her_phone(turn: Turn, fact: HandedBack, act: Act) -> None:
    """After violence only people write, also after her OK, until one of them lets the bot."""
    if turn.s.person.address == "she_writes":
        turn.ask(MarkAddress("good"))
    act(turn, fact)


def _to_step(turn: Turn, event: HandedBack) -> Move:
    step = event.step
    if step == "announce":
        return "announce_first", ladder.to_announce
    if step == "resume":
        step = STEPS_OF_STATE.get(turn.resume or "", "ask_slot")
    if step == "hello" or turn.s.state == "undecided":
        return ladder.start(turn)
    if step not in STEPS:
        raise UnexpectedEvent(f"unknown step {event.step}")
    if step == "ladder" and ladder.rung_due(turn, "rest") <= turn.now:
        step = "rest"
    return STEPS[step]


def _silence_holds(turn: Turn, _: object) -> None:
    """After violence the bot gets no word before her OK or a human's recorded decision."""
    turn.task(TaskKind.NO_STEP, Priority.WAITING, turn.working_days(1), "silence")


def _back(turn: Turn) -> None:
    answered(turn)
    turn.fresh()
    turn.give(Speaker.BOT)
    turn.resume = None


def _back_to_slot(turn: Turn, _: object) -> None:
    _back(turn)
    turn.task(TaskKind.PLAN_SLOT, Priority.CALL, turn.read_by(), "hour_asked")
    turn.timer("quiet", turn.working_days(3))
    _ask_when(turn)


def _ask_when(turn: Turn) -> None:
    if not ladder.by_voice(turn):
        turn.say(Key.ASK_SLOT, SayKind.STARTED)


def _back_to_menu(turn: Turn, _: object) -> None:
    _back(turn)
    turn.timer("quiet", turn.working_days(3))
    if ladder.by_voice(turn):
        turn.task(TaskKind.CALL_ONLY, Priority.CALL, turn.working_days(1), "menu")
    else:
        turn.say(Key.NUDGE_DAY3, SayKind.STARTED)


def _back_to_ladder(turn: Turn, _: object) -> None:
    _back(turn)
    ladder.set_rungs(turn)


def _back_to_rest(turn: Turn, _: object) -> None:
    _back(turn)
    rest.rest_anew(turn)


def _back_to_relay(turn: Turn, _: object) -> None:
    _back(turn)
    watch_relay(turn)


STEPS: dict[str, Move] = {
    "ask_slot": ("engage", _back_to_slot),
    "menu": ("engage", _back_to_menu),
    "ladder": ("nudge", _back_to_ladder),
    "rest": ("rest", _back_to_rest),
    "relay": ("follow", _back_to_relay),
}


STEPS_OF_STATE = {
    "waiting": "hello",
    "held": "hello",
    "asked": "ladder",
    "nudged": "ladder",
    "resting": "rest",
    "in_relay": "relay",
}


def wait_due(turn: Turn, event: TimerDue) -> Move:
    """She still waits: owner, substitute, lead; then the lead must reassign (PRODUCT 3.6)."""
    return "stay", _wait_due


def _wait_due(turn: Turn, event: TimerDue) -> None:
    turn.remember("due." + event.kind, None)
    who = event.kind.removeprefix("wait_")
    lead = who in ("lead", "reassign")
    waits = turn.memory.get("waiting")
    kind = TaskKind(waits) if isinstance(waits, str) else TaskKind.ANSWER
    turn.task(kind, Priority.WAITING, turn.now, who, to_lead=lead)
    if who == "lead" and turn.s.state == "with_human":
        arrived(turn)


def idle_due(turn: Turn, event: TimerDue) -> Move:
    """A quiet file under a human comes back to its owner: nobody without a next step."""

    def act(turn: Turn, _: object) -> None:
        turn.task(TaskKind.NO_STEP, Priority.ROUTINE, turn.working_days(2))
        turn.timer("idle", turn.working_days(10))

    return "stay", act
