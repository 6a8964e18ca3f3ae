"""What the carrier and the last gate tell of our texts: arrived, refused, impossible."""

from __future__ import annotations

from datetime import timedelta

from flows.contact import safety, texts
from flows.contact.stage import WAITING_TIMERS, begin_human
from flows.effects import MarkAddress, MarkReferral, Priority, TaskKind
from flows.events import Delivered, NewsArose, SendFailed, SendRefused
from flows.machine import Move
from flows.turn import Turn

LOSING = frozenset({"waiting", "held", "asked", "nudged", "talking", "in_relay", "resting"})


def delivered(turn: Turn, event: Delivered) -> Move:
    """A text arrived: the number is good, and the prescriber may know it."""
    return "stay", _arrived


def _arrived(turn: Turn, event: Delivered) -> None:
    turn.remember("fails", None)
    turn.note("delivered", key=event.key)
    if not turn.memory.get("arrival_told") and turn.s.state not in {"wrong_person", "deceased"}:
        turn.remember("arrival_told", True)
        if not turn.memory.get("silence"):  # else it stays hers to say when we write
            turn.ask(MarkAddress("good"))
        turn.tell("prescriber", NewsArose("number_good", turn.now))


def send_failed(turn: Turn, event: SendFailed) -> Move:
    """Undelivered for good means "not reached", never "no answer"; a danger line that could not
    leave means that one must call."""
    state = turn.s.state
    if event.opted_out and state not in {"opted_out", "deceased"}:
        return "stop", _carrier_stop
    if event.safety or state not in LOSING:
        return "stay", _failed_there
    if event.dead or turn.memory.get("fails"):
        return "lose", _lost
    return "stay", _doubtful


def _must_call(turn: Turn, event: SendFailed) -> None:
    if event.safety:
        code = str(event.code or "unknown")
        turn.task(TaskKind.SAFETY_NOT_SENT, Priority.DANGER, turn.now, code, alert=True)


def _carrier_stop(turn: Turn, event: SendFailed) -> None:
    """The carrier refuses because she wrote STOP to it: the same as writing it to us."""
    safety.opt_out(turn, event, confirm=False)
    _must_call(turn, event)


def _failed_there(turn: Turn, event: SendFailed) -> None:
    _must_call(turn, event)
    turn.note("send_failed", key=event.key, error=event.code)
    if event.dead and turn.s.state not in {"opted_out", "deceased", "closed"}:
        _number_dead(turn)


def _lost(turn: Turn, event: SendFailed) -> None:
    """No text passes: her prescriber is told the same day and asked for another number."""
    turn.fresh()
    turn.cancel("number_dead")
    turn.ask(MarkReferral("not_reached"))
    _number_dead(turn)
    turn.timer("number_wait", turn.now + timedelta(days=30))


def _number_dead(turn: Turn) -> None:
    turn.ask(MarkAddress("dead"))
    turn.tell("prescriber", NewsArose("number_dead", turn.now))
    turn.task(TaskKind.NUMBER_DEAD, Priority.PRESCRIBER, turn.working_days(1))


def _doubtful(turn: Turn, event: SendFailed) -> None:
    """One failure that may pass: a voice may get through where a text did not."""
    turn.remember("fails", 1)
    turn.ask(MarkAddress("doubtful"))
    turn.task(TaskKind.CALL, Priority.CALL, turn.working_days(1), "not_delivered")


def send_refused(turn: Turn, event: SendRefused) -> Move:
    """The last gate refused a text for good; its reason says what must follow."""
    state = turn.s.state
    if event.reason == "dead_address" and state in LOSING:
        return "lose", _dead_address
    if event.reason == "loop_guard" and state in texts.BOT_STATES:
        return "hand", texts.loop
    if event.reason in ("legal_basis", "sender") and state in texts.BOT_STATES:
        return "hand", _blocked
    if event.reason == "broken" and state in texts.BOT_STATES:
        return "hand", lambda turn, _: begin_human(turn)  # its task is open already
    return "stay", lambda turn, _: turn.note("refused", key=event.key, reason=event.reason)


def _dead_address(turn: Turn, event: SendRefused) -> None:
    _lost(turn, SendFailed(event.key, dead=True))


def _blocked(turn: Turn, event: SendRefused) -> None:
    begin_human(turn)
    turn.task(TaskKind.SEND_BLOCKED, Priority.WAITING, turn.working_days(1), event.reason)


FOR_A_MACHINE = (
    TaskKind.ANSWER,
    TaskKind.ASKED_HUMAN,
    TaskKind.NOT_UNDERSTOOD,
    TaskKind.PLAN_SLOT,
)
"""What the words of a machine may have asked of a human: one task, the loop, stands for them."""


def loop_suspected(turn: Turn, event: object) -> Move:
    """Too many automatic texts crossed: the bot stops, a human looks."""
    return ("hand" if turn.s.state in texts.BOT_STATES else "stay"), _loop


def _loop(turn: Turn, _: object) -> None:
    if turn.s.state in texts.BOT_STATES:
        begin_human(turn)
    if not turn.memory.get("human_wrote"):
        turn.end(*FOR_A_MACHINE, outcome="loop")
        turn.remember("waiting", None)
        turn.drop(*WAITING_TIMERS)
    turn.task(TaskKind.LOOP, Priority.WAITING, turn.read_by())
