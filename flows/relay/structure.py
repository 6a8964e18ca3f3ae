"""What the structure says on its link, or does not say (PRODUCT 13)."""

from __future__ import annotations

from datetime import datetime, timedelta

from flows.effects import MarkRelay, Priority, SayKind, TaskKind
from flows.events import StructureAnswered, StructureSays, TimerDue
from flows.keys import Key
from flows.machine import Move
from flows.relay import checks
from flows.relay.voice import MET, ask_her, back_to_aiguilleur, facts, mail
from flows.turn import Turn

SILENCE = ("remind3", "remind10", "call14", "institution21", "expire30")
APPOINTMENT = ("appointment_soon", "appointment_past")


def answered(turn: Turn, event: StructureAnswered) -> Move:
    """The structure answered, by its link or on the phone."""
    says = event.says
    if says is StructureSays.EXPECTED:
        return ("stay", _next_appointment) if turn.s.state in MET else ("accept", _accept)
    if says is StructureSays.NO_SHOW:
        return _no_show(turn)
    if says is StructureSays.NOT_FOR_US:
        return "refuse", _refuse
    if says is StructureSays.MET:
        return checks.met_by_structure(turn)
    return checks.structure_says(turn, says is StructureSays.STILL_FOLLOWED)


def left_first(turn: Turn) -> None:
    """An answer while the packet's leaving was not yet known proves that it left."""
    if turn.s.state != "agreed":
        return
    turn.remember("sent_at", turn.moment("sent_at") or turn.now)
    for count in checks.DAYS:
        turn.lasting(f"check{count}", turn.hours.days_on(turn.now, count))


def heard(turn: Turn) -> None:
    """It is silent no more."""
    left_first(turn)
    turn.fresh()
    turn.end(TaskKind.STRUCTURE_CALL, TaskKind.STRUCTURE_INSTITUTION, own=True)


def _accept(turn: Turn, event: StructureAnswered) -> None:
    heard(turn)
    turn.drop(*APPOINTMENT)
    turn.ask(MarkRelay("accepted", None, event.appointment))
    if event.appointment is None:
        turn.timer("appointment_missing", turn.working_days(5))
        return
    _appointment(turn, event.appointment)


def _next_appointment(turn: Turn, event: StructureAnswered) -> None:
    """They met already: one more date changes no stage."""
    turn.drop(*APPOINTMENT)
    if event.appointment is not None:
        turn.ask(MarkRelay(turn.s.state, None, event.appointment))
        _appointment(turn, event.appointment)
    else:
        turn.note("expected_again")


def _appointment(turn: Turn, at: datetime) -> None:
    """Told at once, reminded the day before, and the structure asked after it."""
    turn.remember("appointment_at", at)
    when = at.isoformat()
    ask_her(turn, Key.RELAY_APPOINTMENT, "appointment", SayKind.ASKED, quand=when)
    turn.remember("asking", None)
    soon = turn.hours.local(at) - timedelta(days=1)
    if soon > turn.now:
        turn.lasting("appointment_soon", soon)
    after = max(at, turn.now) + timedelta(days=2)
    turn.lasting("appointment_past", turn.hours.next_work(after))


def appointment_soon(turn: Turn, event: TimerDue) -> Move:
    """The day before: are you coming?"""

    def act(turn: Turn, _: object) -> None:
        turn.remember("due.appointment_soon", None)
        when = turn.memory.get("appointment_at")
        if isinstance(when, str):
            ask_her(turn, Key.RELAY_REMINDER, "reminder", SayKind.ASKED, quand=when)

    return "stay", act


def appointment_past(turn: Turn, event: TimerDue) -> Move:
    """Two days after, nobody said whether she came: a human calls the structure."""

    def act(turn: Turn, _: object) -> None:
        turn.remember("due.appointment_past", None)
        due = turn.working_days(1)
        turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, due, "appointment")

    return "stay", act


def appointment_missing(turn: Turn, event: TimerDue) -> Move:
    """Accepted, but no date came: a human calls."""

    def act(turn: Turn, _: object) -> None:
        due = turn.working_days(1)
        turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, due, "no_appointment")

    return "stay", act


def _no_show(turn: Turn) -> Move:
    """She did not come. When she said that they met, the two disagree and a human looks."""
    if turn.s.state == "met" and turn.memory.get("met_by") == "youth":
        return "stay", lambda turn, _: checks.disagree(turn, "met")
    if turn.s.state in MET:
        return "stay", _missed_one
    return "miss", _missed


def _missed_one(turn: Turn, _: object) -> None:
    """They know each other; one meeting was missed: her aiguilleur asks her."""
    turn.drop(*APPOINTMENT)
    turn.task(TaskKind.RELAY_SAY, Priority.WAITING, turn.working_days(1), "no_show")


def _missed(turn: Turn, _: object) -> None:
    heard(turn)
    turn.drop(*APPOINTMENT)
    turn.ask(MarkRelay("no_show"))
    turn.task(TaskKind.RELAY_SAY, Priority.WAITING, turn.working_days(1), "no_show")
    turn.timer("no_show_over", turn.working_days(7))


def no_show_over(turn: Turn, event: TimerDue) -> Move:
    """No new appointment after a missed one: back to aiguillage, unless she says that they met."""
    if turn.memory.get("disagreement"):
        return "stay", lambda turn, _: checks.disagree(turn, "again")
    return "give_back", lambda turn, _: checks.give_back(turn, "no_show")


def _refuse(turn: Turn, event: StructureAnswered) -> None:
    """Not for us, with one of the eleven reasons: her aiguilleur chooses again."""
    turn.ask(MarkRelay("refused", event.reason or "other"))
    back_to_aiguilleur(turn, "refused", event.reason or "other")


# --- its silence


def silent(turn: Turn, event: TimerDue) -> Move:
    """Reminded on day 3 and day 10, called on day 14, its institution on day 21."""
    acts = {
        "remind3": lambda turn, _: mail(turn, Key.MAIL_REMIND_DAY3),
        "remind10": lambda turn, _: mail(turn, Key.MAIL_REMIND_DAY10),
        "call14": _call,
        "institution21": _institution,
    }
    return "stay", acts[event.kind]


def _call(turn: Turn, _: object) -> None:
    turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, turn.working_days(1), "day14")


def _institution(turn: Turn, _: object) -> None:
    due = turn.working_days(2)
    turn.task(TaskKind.STRUCTURE_INSTITUTION, Priority.STRUCTURE, due, "day21")
    if facts(turn).has_mailbox:
        mail(turn, Key.MAIL_INSTITUTION)


def expire(turn: Turn, event: TimerDue) -> Move:
    """Thirty days without a word: expired, and a new aiguillage task."""
    return "expire", _expire


def _expire(turn: Turn, _: object) -> None:
    turn.ask(MarkRelay("expired"))
    back_to_aiguilleur(turn, "expired")
