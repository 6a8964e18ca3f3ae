"""How a contact ends, pauses, or goes on in a relay."""

from __future__ import annotations

from datetime import timedelta

from flows.contact import safety
from flows.contact.stage import (
    RESUMABLE,
    answered,
    awaits_us,
    begin_human,
    end_everything,
)
from flows.effects import (
    CloseConversation,
    DropAllFlows,
    MarkReferral,
    MarkYouth,
    Priority,
    Speaker,
    TaskKind,
)
from flows.events import (
    Closed,
    ConsentGiven,
    Erased,
    NewsArose,
    Outcome,
    Paused,
    RelayEnded,
    TimerDue,
)
from flows.machine import Move
from flows.turn import Turn


def danger_first(turn: Turn, _: object) -> None:
    kind = str(turn.memory["danger_open"])
    turn.task(TaskKind.DANGER, Priority.DANGER, turn.now, kind, "no_outcome")


def watch_relay(turn: Turn) -> None:
    """The relay's own days follow her; this flow looks again when they are all past."""
    turn.timer("watch", turn.now + timedelta(days=200))


FOLLOWING = frozenset({"asked", "nudged", "talking", "in_relay", "resting"})


def consent_given(turn: Turn, event: ConsentGiven) -> Move:
    """She agreed to a relay: its days go on; under a human nothing moves here."""
    if turn.speaker is not Speaker.BOT or turn.s.state not in FOLLOWING:
        return "stay", lambda turn, _: turn.note("relay_agreed")
    return "follow", _follow


def _follow(turn: Turn, _: object) -> None:
    turn.fresh()
    watch_relay(turn)


def relay_ended(turn: Turn, event: RelayEnded) -> Move:
    """Taken in charge to the last check: closed, unless she waits for us. Else she is her
    aiguilleur's again."""
    state = turn.s.state
    if event.how == "taken_in_charge":
        good = state in FOLLOWING and turn.speaker is Speaker.BOT and not awaits_us(turn)
        return ("end", _taken_in_charge) if good else ("stay", _note_relay_end)
    if event.how in ("declined", "withdrawn") and state != "in_relay":
        return "stay", _note_relay_end
    if state == "closed":
        return "hand", lambda turn, _: begin_human(turn)
    if state in FOLLOWING and turn.speaker is Speaker.BOT:
        return "engage", _hers_again
    return "stay", _note_relay_end


def _hers_again(turn: Turn, _: object) -> None:
    """Her aiguilleur has the task; the word stays where it is, so that her answer to the relay's
    question still gets its one text."""
    turn.fresh()
    turn.timer("quiet", turn.working_days(3))


def _note_relay_end(turn: Turn, event: RelayEnded) -> None:
    turn.note("relay_ended", how=event.how)
    if turn.s.state == "with_human":
        turn.task(TaskKind.NO_STEP, Priority.ROUTINE, turn.working_days(2), event.how)


def _taken_in_charge(turn: Turn, _: object) -> None:
    _close(turn, Outcome.TAKEN_IN_CHARGE)


def closed_by(turn: Turn, event: Closed) -> Move:
    """A human closes, once an open danger has its outcome."""
    if turn.s.state == "closed":
        return "stay", lambda turn, _: turn.note("closed_again")
    if event.outcome is Outcome.DIED:
        died = turn.s.state == "deceased"
        return ("end", _close_death) if died else ("die", safety.die)
    if turn.memory.get("danger_open"):
        return "stay", danger_first
    if event.outcome is Outcome.OPTED_OUT:
        if turn.s.state == "deceased":
            return "end", _close_death
        if turn.s.state == "opted_out":
            return "stay", lambda turn, _: turn.note("closed_again")
        return "stop", lambda turn, fact: safety.opt_out(turn, fact, confirm=False)
    return "end", _closed_by_hand


def _closed_by_hand(turn: Turn, event: Closed) -> None:
    _close(turn, event.outcome)
    turn.tell("relay", event)


def _close(turn: Turn, outcome: Outcome) -> None:
    end_everything(turn, keep=("danger_next",))
    stays_silent = turn.s.state in {"opted_out", "deceased", "wrong_person"}
    turn.give(Speaker.NOBODY if stays_silent else Speaker.BOT)
    turn.cancel("closed")
    answered(turn)
    turn.ask(MarkReferral("taken_in_charge" if outcome is Outcome.TAKEN_IN_CHARGE else "closed"))
    turn.tell("prescriber", NewsArose("closed", turn.now))
    turn.ask(CloseConversation(outcome))


def _close_death(turn: Turn, _: object) -> None:
    end_everything(turn)
    turn.end(TaskKind.DEATH)
    turn.ask(CloseConversation(Outcome.DIED))


def erased(turn: Turn, event: object) -> Move:
    """Her key was destroyed: nothing passes any more, in any flow."""
    return "end", _erase


def _erase(turn: Turn, _: object) -> None:
    turn.memory.clear()
    end_everything(turn)
    turn.resume = None
    turn.ask(DropAllFlows())
    turn.give(Speaker.NOBODY)
    turn.cancel("erased")
    turn.ask(MarkReferral("closed"))
    turn.tell("relay", Erased())
    turn.tell("prescriber", Erased())
    turn.ask(CloseConversation(Outcome.ERASED))


def paused(turn: Turn, event: Paused) -> Move:
    """Prison or hospital: nothing is sent until that date."""
    if turn.s.state in {"opted_out", "deceased", "closed"}:
        return "stay", lambda turn, _: turn.ask(MarkYouth("paused", event.until))
    return "pause", _pause


def _pause(turn: Turn, event: Paused) -> None:
    if turn.s.state in RESUMABLE:
        turn.resume = turn.s.state
    end_everything(turn, safety.KEPT)
    turn.cancel("paused")
    turn.ask(MarkYouth("paused", event.until))
    turn.end(TaskKind.PAUSED)
    turn.timer("pause_over", event.until)


def pause_over(turn: Turn, event: TimerDue) -> Move:
    """The date came: a human decides how to take up the thread."""
    return "hand", _pause_over


def _pause_over(turn: Turn, _: object) -> None:
    begin_human(turn)
    turn.ask(MarkYouth("paused", None))
    turn.task(TaskKind.PAUSED, Priority.CALL, turn.working_days(1), "over")
