"""The first-contact ladder (PRODUCT section 6): first text, call, nudges, adult. What follows
it is in flows/contact/rest.py."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from flows.contact import safety
from flows.contact.stage import (
    CALLED,
    alive,
    attempted,
    begin_human,
    end_everything,
    wait_for_answer,
    wait_for_call,
    wait_for_hour,
)
from flows.effects import (
    CloseConversation,
    GiveWord,
    MarkReferral,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import Informed, NewsArose, Outcome, Referred, StrangerWrote, TimerDue
from flows.keys import Key
from flows.machine import Move
from flows.turn import Turn

SIX_MONTHS = timedelta(days=183)
GIVE_UP = timedelta(days=14)  # after the last wake-up
DAYS = {"day3": 3, "day10": 10, "day21": 21, "rest": 28, "wake60": 60, "wake120": 120}
OF_ONE_LADDER = (
    "replied",
    "human_wrote",
    "in_contact",
    "who",
    "refused",
    "quiet_called",
    "held_told",
    "hello_said",
    "arrival_told",
    "confirming",
    "fails",
    "need",
    "tried",
    "by_hand",
)
NEXT_RUNG = {"call_task": "day3", "day3": "day10", "day10": "day21"}
# Other hour, other wording: the hour of day 3 and of day 10 after the first text's.
OTHER_HOURS = {
    "morning": ("noon", "evening"),
    "noon": ("evening", "morning"),
    "evening": ("noon", "morning"),
}


# --- beginning


def referred(turn: Turn, event: Referred) -> Move:
    """A referral: what must come before a first text, else the first text's hour."""
    if turn.s.state == "closed" and turn.within("hello_at", SIX_MONTHS):
        return "stay", _referred_too_soon
    if turn.s.person.opted_out:
        return "suppress", _suppressed
    if turn.s.state == "new" and (event.known_other_name or event.to_confirm):
        kind = TaskKind.OTHER_NAME if event.known_other_name else TaskKind.CONFIRM_FIELD_ACTOR
        return "decide_first", lambda turn, _: _undecided(turn, kind)
    if turn.s.state == "new" and not event.informed:
        return "announce_first", to_announce
    return start(turn)


def start(turn: Turn) -> Move:
    """Plan the first text, unless nobody would be there to read the answer. Of who has died, the
    lead alone hears."""
    if safety.is_dead(turn):
        return "stay", safety.death_again
    if turn.s.person.opted_out:
        return "suppress", _suppressed
    human = turn.s.human
    return ("plan", plan_hello) if human is not None and human.present else ("hold", hold)


def human_available(turn: Turn, event: object) -> Move:
    """Somebody is there again: what was held starts, a first text or a wake-up."""
    if turn.s.state == "held":
        return start(turn)
    human, kind = turn.s.human, held_wake(turn)
    if kind is None or turn.speaker is not Speaker.BOT or human is None or not human.present:
        return "stay", lambda turn, _: turn.note("nothing_held")
    return "rest", lambda turn, _: turn.timer(kind, turn.hours.good_hour(turn.now))


def held_wake(turn: Turn) -> str | None:
    """The wake-up that was held in this rest; one of an earlier rest is over."""
    kind, _, epoch = str(turn.memory.get("wake_held", "")).partition(":")
    return kind if epoch == str(turn.epoch) else None


def informed(turn: Turn, event: Informed) -> Move:
    """Told by her prescriber; or she wrote first with her card's code, which is an answer."""
    return ("engage", _wrote_first) if event.wrote_first else start(turn)


def plan_hello(turn: Turn, _: object) -> None:
    """The first good hour, checked again when it comes."""
    _anew(turn)
    turn.fresh()
    turn.give(Speaker.BOT)
    turn.resume = None
    turn.end(TaskKind.HELD, TaskKind.TO_ANNOUNCE, TaskKind.OTHER_NAME, TaskKind.NUMBER_DEAD)
    turn.end(TaskKind.CONFIRM_FIELD_ACTOR)
    due = turn.hours.good_hour(turn.now, turn.s.person.best_time)
    turn.timer("hello", due)
    if by_voice(turn):
        turn.task(TaskKind.CALL_ONLY, Priority.CALL, due, "hello")
    _named_human(turn)


def _anew(turn: Turn) -> None:
    """A ladder that starts again knows nothing of the one before."""
    if turn.s.state in {"closed", "unreachable", "wrong_person"}:
        for name in OF_ONE_LADDER:
            turn.remember(name, None)


def hold(turn: Turn, _: object) -> None:
    """Nobody is present the next working day with room: held, and the prescriber told the date."""
    _anew(turn)
    turn.fresh()
    turn.give(Speaker.BOT)
    turn.end(TaskKind.TO_ANNOUNCE, TaskKind.OTHER_NAME, TaskKind.CONFIRM_FIELD_ACTOR)
    human = turn.s.human
    free = human.free_from if human else None
    turn.timer("hello", turn.hours.good_hour(max(free or turn.now, turn.working_days(1))))
    turn.task(TaskKind.HELD, Priority.PRESCRIBER, turn.working_days(1), to_lead=human is None)
    _named_human(turn)
    if not turn.memory.get("held_told"):
        turn.remember("held_told", True)
        turn.tell("prescriber", NewsArose("held", free))


def _named_human(turn: Turn) -> None:
    """A minor has a named human within 1 working day (PRODUCT 10)."""
    if turn.s.person.minor and turn.s.human is None:
        turn.task(TaskKind.MINOR_NAMED, Priority.WAITING, turn.working_days(1), to_lead=True)


def to_announce(turn: Turn, _: object) -> None:
    """Nothing before her prescriber has told her, or she writes first (PRODUCT 10)."""
    turn.give(Speaker.BOT)
    turn.end(TaskKind.OTHER_NAME, TaskKind.CONFIRM_FIELD_ACTOR)
    turn.ask(MarkReferral("to_announce"))
    turn.task(TaskKind.TO_ANNOUNCE, Priority.PRESCRIBER, turn.working_days(5))
    turn.timer("announce_again", turn.working_days(10))


def _undecided(turn: Turn, kind: TaskKind) -> None:
    turn.ask(GiveWord(Speaker.HUMAN))
    turn.speaker = Speaker.HUMAN
    turn.task(kind, Priority.WAITING, turn.working_days(1))
    _named_human(turn)


def _suppressed(turn: Turn, _: object) -> None:
    """She opted out before this referral: nothing is ever sent, and the referral reads as one that
    found nobody, so that a prescriber learns nothing (DESIGN 7)."""
    end_everything(turn, safety.KEPT)
    turn.give(Speaker.NOBODY)
    turn.timer("sham_attempt", turn.hours.good_hour(turn.now, turn.s.person.best_time))
    turn.timer("sham_end", turn.hours.in_days(turn.now, DAYS["rest"], time(12)))
    turn.ask(CloseConversation(Outcome.OPTED_OUT))


def _referred_too_soon(turn: Turn, _: object) -> None:
    turn.task(TaskKind.ANSWER, Priority.ROUTINE, turn.working_days(2), "referred_again")


def _wrote_first(turn: Turn, _: object) -> None:
    alive(turn)
    turn.fresh()
    turn.give(Speaker.BOT)
    turn.remember("wrote_first_at", turn.now)
    turn.remember("tried", True)
    turn.ask(MarkReferral("attempting"))
    wait_for_hour(turn, "wrote_first")
    if Key.HELLO in turn.s.all_said:
        turn.remember("hello_at", turn.now)
        turn.say(Key.ASK_SLOT)
    else:
        say_hello(turn, source="")  # nobody gave us her number: she did
    turn.timer("quiet", turn.working_days(3))


def stranger_wrote(turn: Turn, event: StrangerWrote) -> Move:
    """A number nobody referred: answered politely once, shown to a human."""
    return "hand", _stranger


def _stranger(turn: Turn, event: StrangerWrote) -> None:
    begin_human(turn)
    if event.called:
        wait_for_call(turn, "unknown_number")
    else:
        wait_for_answer(turn, TaskKind.UNKNOWN_NUMBER)
    turn.remember("arrived_at", turn.now)
    lu = turn.read_by().isoformat()
    turn.say(Key.UNKNOWN_NUMBER, SayKind.ANSWER, more=CALLED if event.called else None, lu=lu)


# --- the first text


def hello_due(turn: Turn, event: TimerDue) -> Move:
    """Its hour came. Late, it still goes when the hour is lawful and somebody will be there."""
    move = start(turn)
    if move[0] != "plan":
        return move
    if turn.s.state != "waiting" or not turn.hours.fit(turn.now):
        return "plan", plan_hello
    if Key.HELLO in turn.s.all_said and not (by_voice(turn) or turn.memory.get("hello_said")):
        return "hand", _by_hand
    return "greet", greet


def _by_hand(turn: Turn, _: object) -> None:
    """She has had every wording of the first text in earlier files: a person finds other words, or
    calls. Nothing was tried yet, so nothing is told, and no day of the ladder counts."""
    begin_human(turn)
    turn.remember("by_hand", True)
    turn.task(TaskKind.ALL_SAID, Priority.CALL, turn.working_days(1), Key.HELLO.value)


def by_voice(turn: Turn) -> bool:
    """A landline, a foreign number, or "préfère la voix": questions become call tasks."""
    return turn.s.person.prefers_voice or not turn.s.person.textable


def greet(turn: Turn, _: object) -> None:
    """Day 0. By voice, the first attempt is the call, once it is logged."""
    turn.remember("hello_at", turn.now)
    if by_voice(turn) or turn.memory.get("hello_said"):
        turn.note("first_by_voice")
    else:
        say_hello(turn, SayKind.STARTED)
        attempted(turn)
    set_rungs(turn)


def say_hello(turn: Turn, kind: SayKind = SayKind.ANSWER, **words: str) -> None:
    """The first text, also as the answer to who wrote before it. `words`: other than usual."""
    turn.remember("hello_at", turn.now)
    turn.remember("hello_said", True)
    turn.say(Key.HELLO, kind, more=words, quand="")


# --- rungs


def rung_due(turn: Turn, rung: str) -> datetime:
    """The hour of a rung, counted from the first text."""
    hours, origin = turn.hours, turn.moment("hello_at") or turn.now
    if rung == "call_task":
        return origin + timedelta(hours=24)
    if rung == "give_up":
        return hours.in_days(origin, DAYS["wake120"], time(12)) + GIVE_UP
    day = hours.in_days(origin, DAYS[rung], time(9))
    if rung in ("day21", "rest"):
        return day
    third, tenth = OTHER_HOURS[_slot_of(hours.local(origin).hour)]
    return hours.good_hour(day, third if rung in ("day3", "wake60") else tenth)


def _slot_of(hour: int) -> str:
    return "morning" if hour < 12 else "noon" if hour < 16 else "evening"


def set_rungs(turn: Turn) -> None:
    """Timers for the rungs still ahead."""
    for rung in ("call_task", *DAYS, "give_up"):
        due = rung_due(turn, rung)
        if due > turn.now:
            turn.timer(rung, due)


def rung_reached(turn: Turn, event: TimerDue) -> Move:
    """One rung; a nudge whose successor is due too is dropped and recorded."""
    rung = event.kind
    successor = NEXT_RUNG.get(rung)
    if successor and rung != "call_task" and rung_due(turn, successor) <= turn.now:
        return "nudge", lambda turn, _: turn.note("late_nudge_dropped", rung=rung)
    acts = {"call_task": _call_task, "day3": _nudge, "day10": _nudge, "day21": _adult}
    return "nudge", acts[rung]


def _call_task(turn: Turn, _: object) -> None:
    """24 hours without an answer: a call, announced by text once its hour is accepted."""
    turn.task(TaskKind.CALL, Priority.CALL, turn.working_days(1))


def _nudge(turn: Turn, event: TimerDue) -> None:
    if by_voice(turn):
        turn.task(TaskKind.CALL_ONLY, Priority.CALL, turn.working_days(1), event.kind)
        return
    key = Key.NUDGE_DAY3 if event.kind == "day3" else Key.NUDGE_DAY10
    turn.say(key, SayKind.STARTED)


def _adult(turn: Turn, _: object) -> None:
    """A task for the aiguilleur, never a text: the adult she named herself, one try."""
    if turn.s.person.trusted_adult:
        turn.task(TaskKind.TRUSTED_ADULT, Priority.CALL, turn.working_days(2))
    else:
        turn.note("no_trusted_adult")
