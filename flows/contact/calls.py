"""Calls: hers, ours, promised, late, logged (PRODUCT 5 and 6)."""

from __future__ import annotations

from datetime import datetime, timedelta

from flows.contact import safety
from flows.contact.numbers import not_hers, two_way
from flows.contact.stage import (
    PROMISE_TIMERS,
    answered,
    attempted,
    begin_human,
    called,
    engaged,
    first_try,
    wait_for_call,
)
from flows.effects import (
    Author,
    MarkYouth,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import (
    CallLogged,
    CallMissed,
    CallOutcome,
    CallPromised,
    TimerDue,
)
from flows.keys import Key
from flows.machine import Move
from flows.turn import Turn

GRACE = timedelta(minutes=30)


CALLS = (TaskKind.CALL, TaskKind.CALL_BACK, TaskKind.CALL_OVERDUE, TaskKind.CALL_ONLY)


NO_TEXT = frozenset(
    {
        "to_announce",
        "undecided",
        "opted_out",
        "closed",
        "paused",
        "wrong_person",
        "unreachable",
    }
)


def act_author(turn: Turn) -> Author:
    """A text that follows a human's act is the bot's while it speaks, else that human's."""
    return Author.BOT if turn.speaker is Speaker.BOT else Author.AIGUILLEUR


def call_missed(turn: Turn, event: CallMissed) -> Move:
    """She called: an answer. It stops the ladder and opens a call task."""
    state = turn.s.state
    if safety.is_dead(turn):
        return "stay", safety.death_again
    if state in {"opted_out", "wrong_person"}:
        return "stay", _called_there
    if state in {"closed", "paused", "with_human"}:
        return "hand", _called_human
    return "engage", _called


def _called_there(turn: Turn, _: object) -> None:
    stopped = turn.s.state == "opted_out"
    kind = TaskKind.WROTE_AFTER_STOP if stopped else TaskKind.WRONG_PERSON
    turn.task(kind, Priority.WAITING, turn.read_by(), "called")


def _called_human(turn: Turn, _: object) -> None:
    begin_human(turn)
    turn.ask(MarkYouth("seen"))
    turn.remember("replied", True)
    wait_for_call(turn, "called")


def _called(turn: Turn, _: object) -> None:
    engaged(turn)
    wait_for_call(turn, "called")


def call_promised(turn: Turn, event: CallPromised) -> Move:
    """The aiguilleur accepted an hour: only now may a text name it."""
    return ("hand" if turn.s.state == "closed" else "stay"), _promise


def _promise(turn: Turn, event: CallPromised) -> None:
    if turn.s.state == "closed":
        begin_human(turn, event.by)
    was_late = bool(turn.memory.get("late"))
    promise(turn, event.at)
    turn.end(TaskKind.PLAN_SLOT, TaskKind.CALL_OVERDUE)
    if not _may_text(turn):
        return
    key = _hour_accepted(turn, was_late)
    author = act_author(turn)
    if key is Key.HELLO_CALL and key not in turn.s.all_said:
        turn.remember("hello_said", True)
        attempted(turn)
    turn.say(key, SayKind.HUMAN_ACT, author=author, quand=event.at.isoformat())


def _hour_accepted(turn: Turn, was_late: bool) -> Key:
    if was_late:
        return Key.CALL_LATE_SORRY
    if turn.memory.get("replied"):
        return Key.SLOT_CONFIRMED
    return Key.CALL_ANNOUNCED if turn.memory.get("hello_said") else Key.HELLO_CALL


def promise(turn: Turn, at: datetime) -> None:
    """A promised hour: a call in the inbox, reminded when it is far, watched 30 minutes after."""
    called(turn)
    turn.drop(*PROMISE_TIMERS)
    turn.end(TaskKind.CALL_BACK, outcome="other_hour")
    turn.task(TaskKind.CALL_BACK, Priority.CALL, at, "promised")
    turn.remember("call_at", at)
    turn.remember("promised_at", turn.now)
    turn.remember("late", None)
    turn.lasting("call_overdue", max(at, turn.now) + GRACE)
    if at - turn.now > timedelta(hours=4):
        turn.lasting("slot_reminder", at - timedelta(hours=2))


def _may_text(turn: Turn) -> bool:
    silent = turn.memory.get("silence") or turn.speaker is Speaker.NOBODY
    return not (silent or turn.s.state in NO_TEXT or not turn.s.person.textable)


def reminder_due(turn: Turn, event: TimerDue) -> Move:
    """She asked for this call: one reminder, whoever speaks."""

    def act(turn: Turn, _: object) -> None:
        turn.remember("due.slot_reminder", None)
        at = turn.memory.get("call_at")
        if isinstance(at, str) and _may_text(turn):
            turn.say(Key.SLOT_REMINDER, SayKind.ASKED, author=act_author(turn), quand=at)

    return "stay", act


def call_overdue(turn: Turn, event: TimerDue) -> Move:
    """Not logged 30 minutes after its hour: she is alerted, then her substitute, and the youth
    gets an apology, with the new hour as soon as somebody accepts one."""
    return "stay", _overdue if event.kind == "call_overdue" else _overdue_still


def _overdue(turn: Turn, _: object) -> None:
    turn.remember("due.call_overdue", None)
    turn.remember("late", True)
    turn.task(TaskKind.CALL_OVERDUE, Priority.CALL, turn.now, "owner", alert=True)
    turn.lasting("call_substitute", turn.now + GRACE)


def _overdue_still(turn: Turn, _: object) -> None:
    turn.remember("due.call_substitute", None)
    turn.task(TaskKind.CALL_OVERDUE, Priority.CALL, turn.now, "substitute", alert=True)
    if _may_text(turn):
        turn.say(Key.CALL_LATE_SORRY, SayKind.ASKED, author=act_author(turn), quand="")


def call_logged(turn: Turn, event: CallLogged) -> Move:
    """Spoken gives the word to the human; voicemail and "call back" feed the ladder and leave the
    speaker; a wrong number is somebody else's phone."""
    state = turn.s.state
    if event.outcome is CallOutcome.WRONG_NUMBER and state not in {
        "opted_out",
        "closed",
        "wrong_person",
    }:
        return "mistake", _called_somebody_else
    if event.outcome is CallOutcome.SPOKEN and state != "opted_out":
        return "hand", _spoken
    return "stay", _tried


def _clear_calls(turn: Turn) -> None:
    called(turn)
    turn.drop(*PROMISE_TIMERS)
    turn.remember("call_at", None)
    turn.end(*CALLS)


def _spoken(turn: Turn, event: CallLogged) -> None:
    begin_human(turn, event.by)
    safety.someone_is_on_it(turn)
    first_try(turn)
    answered(turn)
    _clear_calls(turn)
    turn.remember("late", None)
    turn.end(TaskKind.PLAN_SLOT)
    two_way(turn)
    if event.next_at:
        promise(turn, event.next_at)


def _tried(turn: Turn, event: CallLogged) -> None:
    was_late = bool(turn.memory.get("late"))
    _clear_calls(turn)
    if event.outcome is CallOutcome.SPOKEN:  # after a stop, which it does not lift
        safety.someone_is_on_it(turn)
    turn.note("call_tried", outcome=event.outcome.value)
    attempted(turn)
    if event.next_at:
        promise(turn, event.next_at)
    else:
        _try_again(turn)
    if event.outcome is CallOutcome.WRONG_NUMBER or not _may_text(turn):
        return
    key = Key.CALL_LATE_SORRY if was_late and event.next_at else Key.CALL_MISSED
    at = event.next_at.isoformat() if event.next_at else ""
    turn.say(key, SayKind.HUMAN_ACT, author=act_author(turn), quand=at)


def _try_again(turn: Turn) -> None:
    """No hour was chosen: while she waits for a call, one more is asked for."""
    if turn.s.state in {"talking", "with_human"}:
        due = turn.working_days(1)
        turn.task(TaskKind.CALL_BACK, Priority.CALL, due, "not_reached")


def _called_somebody_else(turn: Turn, _: object) -> None:
    _clear_calls(turn)
    attempted(turn)
    not_hers(turn)
