"""Danger, stop and death: heard whoever speaks, whatever the state and the hour (PRODUCT 3, 9)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from flows.contact.stage import (
    ANSWERED,
    begin_human,
    end_everything,
    wait_for_answer,
    wait_for_hour,
)
from flows.effects import (
    Author,
    CloseConversation,
    DropAllFlows,
    LiftOptOut,
    MarkAddress,
    MarkReferral,
    MarkYouth,
    OptOut,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import DangerRead, DangerSettled, DeathTold, OptOutLifted, Outcome, StopRead
from flows.keys import Key
from flows.machine import Move
from flows.reading import Danger, Question, Safety
from flows.turn import LASTING, Turn

SAME_LINE = timedelta(minutes=30)
REALERTS = {"danger_5": 5, "danger_10": 10, "danger_20": 20, "danger_lead": 30}
RECALLS = {"danger_outcome": timedelta(hours=1), "danger_outcome_lead": timedelta(hours=2)}
"""From the last act of whoever took it: a call and what follows it fit in an hour; after two, that
nothing is written down is the lead's concern."""
LEAD_AGAIN = timedelta(hours=1)  # for a day, while nobody took it; then each working morning
KEPT = (*REALERTS, *RECALLS, "concern_late", "danger_next")  # what outlives the end of a stage
LINES = {
    Danger.SUICIDE: Key.DANGER_SUICIDE,
    Danger.VIOLENCE: Key.DANGER_VIOLENCE,
    Danger.NOWHERE: Key.DANGER_NOWHERE,
    Danger.MEDICAL: Key.DANGER_MEDICAL,
    Danger.HARM_OTHERS: Key.DANGER_HARM_OTHERS,
    Danger.CHILD: Key.DANGER_CHILD,
    Danger.OTHER: Key.DANGER_OTHER,
}
KEEPS_STATE = frozenset({"opted_out", "deceased", "wrong_person"})


def is_dead(turn: Turn) -> bool:
    """Told dead, whatever the state of the file."""
    return turn.s.state == "deceased" or turn.s.person.deceased


def _keeps_state(turn: Turn) -> bool:
    return turn.s.state in KEEPS_STATE or is_dead(turn)


def danger_read(turn: Turn, event: DangerRead) -> Move:
    """A danger brings a human; who opted out stays opted out, and a death stays the lead's."""
    turn.remember("danger_at", turn.now)
    act = _emergency if event.level is Safety.EMERGENCY else _concern
    return ("stay" if _keeps_state(turn) else "hand"), act


def _emergency(turn: Turn, event: DangerRead) -> None:
    if not _keeps_state(turn):
        begin_human(turn)
    kind = event.kind
    _say_line(turn, kind, event.language)
    if kind is Danger.VIOLENCE:
        turn.remember("silence", True)
        turn.ask(MarkAddress("she_writes"))
    duty = turn.s.duty
    on_duty = duty is None or duty.on_duty
    due = turn.now if duty is None or on_duty else duty.read_at
    turn.remember("danger_open", kind.value)
    codes = (kind.value, "call_no" if turn.memory.get("silence") else "call_ok")
    dead = is_dead(turn)
    turn.task(TaskKind.DANGER, Priority.DANGER, due, *codes, alert=_rings(turn), to_lead=dead)
    _climb(turn, turn.now if _rings(turn) else due)
    if turn.s.person.minor and not dead:
        end_of_day = turn.hours.on(turn.hours.local(turn.now).date(), time(23, 59))
        turn.task(TaskKind.MINOR_REPORT, Priority.DANGER, end_of_day, kind.value)


def _rings(turn: Turn) -> bool:
    """In the hours of the plan somebody's phone rings: the lead's when nobody is there."""
    duty = turn.s.duty
    return duty is None or duty.on_duty or duty.rings_lead


def _climb(turn: Turn, start: datetime) -> None:
    """The alerts that follow the first. While nobody has come, a new text never puts one off: the
    more she writes, the sooner the lead must know."""
    known = {kind: turn.moment(LASTING + kind) for kind in REALERTS}
    climbing = any(known.values())
    for kind, minutes in REALERTS.items():
        at, due = start + timedelta(minutes=minutes), known[kind]
        if not climbing or (due is not None and at < due):
            turn.lasting(kind, at)


def _say_line(turn: Turn, kind: Danger, language: str | None) -> None:
    """One fixed text, in the language of hers where that is sure; the same kind at most every 30
    minutes. Under violence's silence only the neutral violence line is ever said: somebody else
    may hold the phone. Nothing after a death."""
    if is_dead(turn) or turn.s.person.erased:
        return
    kind = Danger.VIOLENCE if turn.memory.get("silence") else kind
    name = f"said_{kind.value}"
    if turn.within(name, SAME_LINE):
        return
    turn.remember(name, turn.now)
    turn.cancel("danger", receipts=True)
    question = Question.FOLLOWUP if kind is Danger.VIOLENCE else None
    lu = _read_at(turn)
    turn.say(LINES[kind], SayKind.SAFETY, question=question, language=language, lu=lu)


def _read_at(turn: Turn) -> str:
    duty = turn.s.duty
    return "" if duty is None or duty.on_duty else duty.read_at.isoformat()


def _concern(turn: Turn, event: DangerRead) -> None:
    dead = is_dead(turn)
    if not _keeps_state(turn):
        begin_human(turn)
    silent = turn.memory.get("silence") or dead or turn.s.person.erased
    if not silent and not turn.within("said_concern", SAME_LINE):
        turn.remember("said_concern", turn.now)
        turn.remember("arrived_at", turn.now)
        turn.cancel("danger", receipts=True)
        lu = concern_due(turn).isoformat()
        turn.say(Key.CONCERN, SayKind.SAFETY, language=event.language, lu=lu)
    turn.task(
        TaskKind.CONCERN,
        Priority.WAITING,
        concern_due(turn),
        event.kind.value,
        to_lead=dead,
    )
    turn.lasting("concern_late", concern_due(turn))


def concern_due(turn: Turn) -> datetime:
    """Within 2 working hours, or by 10:00 on the next working day (PRODUCT 9)."""
    hours, now = turn.hours, turn.now
    by = hours.add_work(now, timedelta(hours=2))
    if hours.local(by).date() == hours.local(now).date():
        return by
    first = hours.next_work(now)
    if hours.local(first).date() == hours.local(now).date():
        first = hours.on(hours.next_working_day(hours.local(now).date()), hours.works_from)
    return hours.on(first.date(), time(10))


def realert(turn: Turn, kind: str) -> Move:
    """Again at 5, 10 and 20 minutes, then the lead, until a human is on it."""

    def act(turn: Turn, _: object) -> None:
        turn.remember("due." + kind, None)
        code = str(turn.memory.get("danger_open") or Danger.OTHER.value)
        lead = kind == "danger_lead"
        turn.task(
            TaskKind.DANGER, Priority.DANGER, turn.now, code, "again", to_lead=lead, alert=True
        )
        if lead:
            turn.remember("danger_lead_at", turn.now)
            turn.lasting("danger_outcome_lead", turn.now + LEAD_AGAIN)

    return "stay", act


def recall(turn: Turn, kind: str) -> Move:
    """A danger without an outcome comes back: to whoever took it, then to the lead until it has
    one. Outside the hours of the plan it waits for them."""
    return "stay", lambda turn, _: _recall(turn, kind)


def _recall(turn: Turn, kind: str) -> None:
    turn.remember(LASTING + kind, None)
    if not turn.memory.get("danger_open"):
        return
    if not _rings(turn) and turn.s.duty is not None:
        turn.lasting(kind, max(turn.s.duty.read_at, turn.now + timedelta(minutes=30)))
        return
    code = "unsettled" if turn.memory.get("danger_taken") else "again"
    lead = kind == "danger_outcome_lead"
    turn.task(TaskKind.DANGER, Priority.DANGER, turn.now, code, to_lead=lead, alert=True)
    if lead:
        turn.lasting(kind, _lead_again(turn))


def _lead_again(turn: Turn) -> datetime:
    taken = turn.memory.get("danger_taken")
    if not taken and turn.within("danger_lead_at", timedelta(days=1)):
        return turn.now + LEAD_AGAIN
    hours = turn.hours
    return hours.on(hours.next_working_day(hours.local(turn.now).date()), hours.works_from)


def concern_late(turn: Turn, event: object) -> Move:
    """A worrying text was not read at its hour: the lead is told."""

    def act(turn: Turn, _: object) -> None:
        turn.remember("due.concern_late", None)
        turn.task(TaskKind.CONCERN, Priority.WAITING, turn.now, "late", to_lead=True)

    return "stay", act


def danger_next(turn: Turn, event: object) -> Move:
    """The contact of the next day, owed after every danger (PRODUCT 9)."""

    def act(turn: Turn, _: object) -> None:
        turn.remember("due.danger_next", None)
        turn.remember("after_danger", True)
        due = turn.hours.next_work(turn.now) + timedelta(hours=2)
        turn.task(TaskKind.CALL_BACK, Priority.WAITING, due, "after_danger")

    return "stay", act


def danger_settled(turn: Turn, event: DangerSettled) -> Move:
    """It closes only with an outcome, and a contact the next day."""
    return "stay", _settle


def _settle(turn: Turn, event: DangerSettled) -> None:
    turn.drop(*REALERTS, *RECALLS, "concern_late")
    turn.end(TaskKind.DANGER, TaskKind.CONCERN, outcome=event.outcome)
    turn.note("danger_settled", outcome=event.outcome)
    if event.next_at is not None:
        turn.remember("after_danger", True)
        turn.task(TaskKind.CALL_BACK, Priority.CALL, event.next_at, "after_danger")
    elif turn.memory.get("danger_open") and turn.s.state != "deceased":
        turn.lasting("danger_next", turn.hours.in_days(turn.now, 1, time(10)))
    turn.remember("danger_open", None)
    turn.remember("danger_taken", None)


def someone_is_on_it(turn: Turn) -> None:
    """A human took the conversation: the alerts stop, the danger stays open until an outcome, and
    is recalled while it has none."""
    turn.drop(*REALERTS, "concern_late")
    turn.end(TaskKind.CONCERN)
    turn.remember("after_danger", None)
    if turn.memory.get("danger_open"):
        turn.remember("danger_taken", True)
        for kind, span in RECALLS.items():
            turn.lasting(kind, turn.now + span)


def stop_read(turn: Turn, event: StopRead) -> Move:
    """STOP ends what we start; a doubtful one pauses the bot and is shown to a human."""
    if is_dead(turn):
        return "stay", death_again
    if turn.s.state == "opted_out":
        return "stay", lambda turn, _: turn.note("stop_again")
    if event.doubtful:
        if turn.s.state in {"closed", "wrong_person"}:
            return "stay", lambda turn, _: turn.task(TaskKind.STOP_DOUBT, Priority.WAITING)
        return "hand", _doubt
    return "stop", opt_out


def _doubt(turn: Turn, _: object) -> None:
    begin_human(turn)
    turn.task(TaskKind.STOP_DOUBT, Priority.WAITING, turn.read_by())


def opt_out(turn: Turn, event: object, *, confirm: bool = True) -> None:
    """She asked to stop: the same on every channel, confirmed once, alerts of danger kept."""
    end_everything(turn, keep=KEPT)
    turn.ask(OptOut())
    turn.give(Speaker.NOBODY)
    turn.cancel("opted_out", receipts=True)
    if confirm:
        turn.say(Key.STOP, SayKind.SAFETY, author=Author.SYSTEM)
    turn.tell("relay", StopRead())
    turn.ask(MarkReferral("not_reached"))
    turn.ask(CloseConversation(Outcome.OPTED_OUT))
    if confirm and not turn.s.person.recognised:
        turn.task(TaskKind.STOP_DOUBT, Priority.ROUTINE, None, "maybe_somebody_else")


def start_read(turn: Turn, event: object) -> Move:
    """REPRENDRE lifts her stop. Elsewhere the turn itself is read as any text."""
    if turn.s.state != "opted_out":
        return "stay", lambda turn, _: turn.note("start_without_stop")
    return ("hand", _start_in_silence) if turn.memory.get("silence") else ("engage", _start)


def _back_again(turn: Turn) -> None:
    turn.ask(LiftOptOut())
    turn.end(TaskKind.WROTE_AFTER_STOP, TaskKind.STOP_DOUBT)
    turn.ask(MarkReferral("in_contact" if turn.memory.get("in_contact") else "attempting"))


def _start_in_silence(turn: Turn, _: object) -> None:
    """After violence REPRENDRE lifts the stop, not the silence: that takes her OK, or a human."""
    begin_human(turn)
    _back_again(turn)
    wait_for_answer(turn, TaskKind.ANSWER, "silence")


def _start(turn: Turn, _: object) -> None:
    turn.fresh()
    turn.give(Speaker.BOT)
    turn.remember("started_at", turn.now)
    _back_again(turn)
    wait_for_hour(turn, "start")
    turn.say(Key.WELCOME_BACK)
    turn.timer("quiet", turn.working_days(3))


def opt_out_lifted(turn: Turn, event: object) -> Move:
    """Her yes to a human lifts the stop; that human holds the word."""
    if turn.s.state != "opted_out":
        return "stay", lambda turn, _: turn.note("nothing_to_lift")
    return "hand", _lifted


def _lifted(turn: Turn, event: OptOutLifted) -> None:
    turn.ask(LiftOptOut())
    begin_human(turn, event.by)
    turn.end(TaskKind.WROTE_AFTER_STOP, TaskKind.STOP_DOUBT)


def death_told(turn: Turn, event: object) -> Move:
    """At once nobody speaks, in any flow; the lead alone writes or calls."""
    if turn.s.state == "deceased":
        return "stay", death_again
    return "die", die


def die(turn: Turn, _: object) -> None:
    """Drop every timer of all flows and every text not yet sent; no automatic answer."""
    turn.remember("after_danger", None)
    end_everything(turn)
    turn.end(*ANSWERED, outcome="over")
    turn.remember("danger_open", None)
    turn.ask(DropAllFlows())
    turn.give(Speaker.NOBODY)
    turn.cancel("deceased")
    turn.ask(MarkYouth("deceased"))
    turn.tell("relay", DeathTold())
    turn.tell("prescriber", DeathTold())
    turn.task(TaskKind.DEATH, Priority.WAITING, turn.read_by(), to_lead=True)


def death_again(turn: Turn, _: object) -> None:
    """Somebody writes or calls after a death: the lead answers, never a machine."""
    turn.task(TaskKind.DEATH, Priority.WAITING, turn.read_by(), "wrote", to_lead=True)


def silence_lifted(turn: Turn, event: object) -> Move:
    """A human decided, with a recorded reason, to write again."""

    def act(turn: Turn, _: object) -> None:
        turn.remember("silence", None)
        turn.ask(MarkAddress("good"))
        turn.note("silence_lifted", by="human")

    return "stay", act
