"""What a human does: takes the word, calls, promises, hands back, closes, pauses (PRODUCT 3, 6)."""

from __future__ import annotations

from datetime import datetime, timedelta

from flows.contact import ladder, safety
from flows.contact.stage import (
    PROMISE_TIMERS,
    answered,
    arrived,
    begin_human,
    end_everything,
    engaged,
    wait_for_answer,
)
from flows.effects import (
    Author,
    CloseConversation,
    DropAllFlows,
    MarkAddress,
    MarkReferral,
    MarkYouth,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import (
    AddressReplaced,
    CallLogged,
    CallMissed,
    CallOutcome,
    CallPromised,
    Closed,
    ConsentGiven,
    Erased,
    HandedBack,
    HumanSpoke,
    NewsArose,
    Outcome,
    Paused,
    Recognised,
    RelayEnded,
    TimerDue,
    Transferred,
)
from flows.keys import Key
from flows.machine import Move, UnexpectedEvent
from flows.turn import Turn

GRACE = timedelta(minutes=30)
CALLS = (TaskKind.CALL, TaskKind.CALL_BACK, TaskKind.CALL_OVERDUE, TaskKind.CALL_ONLY)
NO_TEXT = frozenset({"opted_out", "closed", "paused", "wrong_person", "unreachable"})


# --- the word


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
    begin_human(turn)
    safety.someone_is_on_it(turn)
    if event.how == "take":
        return
    answered(turn)
    if event.how == "call":
        two_way(turn)
    elif turn.memory.get("replied"):
        in_contact(turn)


def two_way(turn: Turn) -> None:
    """They spoke: a meeting of two persons, the date of "last contact" (PRODUCT 10)."""
    turn.ask(MarkYouth("seen"))
    turn.remember("replied", True)
    in_contact(turn)


def in_contact(turn: Turn) -> None:
    """Said once: the referral reads "en lien", and the prescriber is told if she agreed."""
    if not turn.memory.get("in_contact"):
        turn.remember("in_contact", True)
        turn.ask(MarkReferral("in_contact"))
        turn.tell("prescriber", NewsArose("in_contact", turn.now))


def transferred(turn: Turn, event: Transferred) -> Move:
    """Another aiguilleur owns the conversation; nothing else moves."""
    return "stay", lambda turn, _: turn.note("transferred")


def handed_back(turn: Turn, event: HandedBack) -> Move:
    """The human gives the word back, at a chosen step; an open danger is settled first."""
    if turn.memory.get("danger_open"):
        return "stay", _danger_first
    if turn.s.state == "undecided" or event.step == "hello":
        return ladder.start(turn)
    step = STEPS_OF_STATE.get(turn.resume or "", "ask_slot")
    step = event.step if event.step != "resume" else step
    if step not in STEPS:
        raise UnexpectedEvent(f"unknown step {event.step}")
    return ladder.start(turn) if step == "hello" else STEPS[step]


def _danger_first(turn: Turn, _: object) -> None:
    kind = str(turn.memory["danger_open"])
    turn.task(TaskKind.DANGER, Priority.DANGER, turn.now, kind, "no_outcome")


def _back(turn: Turn) -> None:
    answered(turn)
    turn.remember("silence", None)
    turn.fresh()
    turn.give(Speaker.BOT)
    turn.resume = None


def _back_to_slot(turn: Turn, _: object) -> None:
    _back(turn)
    turn.task(TaskKind.PLAN_SLOT, Priority.CALL, turn.read_by())
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
    if ladder.rung_due(turn, "rest") <= turn.now:
        turn.timer("quiet", turn.working_days(3))


def _back_to_rest(turn: Turn, _: object) -> None:
    _back(turn)
    ladder.rest_anew(turn)


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
    """Taken in charge to the last check: closed. Else she is her aiguilleur's again."""
    state = turn.s.state
    if event.how == "taken_in_charge":
        good = state in FOLLOWING and turn.speaker is Speaker.BOT
        return ("end", _taken_in_charge) if good else ("stay", _note_relay_end)
    if state in {"opted_out", "deceased", "with_human"} or event.how in ("declined", "withdrawn"):
        return "stay", _note_relay_end
    return "hand", lambda turn, _: begin_human(turn)


def _note_relay_end(turn: Turn, event: RelayEnded) -> None:
    turn.note("relay_ended", how=event.how)
    if turn.s.state == "with_human":
        turn.task(TaskKind.NO_STEP, Priority.ROUTINE, turn.working_days(2), event.how)


def _taken_in_charge(turn: Turn, _: object) -> None:
    _close(turn, Outcome.TAKEN_IN_CHARGE)


# --- calls


def act_author(turn: Turn) -> Author:
    """A text that follows a human's act is the bot's while it speaks, else that human's."""
    return Author.BOT if turn.speaker is Speaker.BOT else Author.AIGUILLEUR


def call_missed(turn: Turn, event: CallMissed) -> Move:
    """She called: an answer. It stops the ladder and opens a call task."""
    state = turn.s.state
    if state == "deceased":
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
    wait_for_answer(turn, TaskKind.CALL_BACK, "called")


def _called(turn: Turn, _: object) -> None:
    engaged(turn)
    turn.task(TaskKind.CALL_BACK, Priority.WAITING, turn.read_by(), "called")


def call_promised(turn: Turn, event: CallPromised) -> Move:
    """The aiguilleur accepted an hour: only now may a text name it."""
    return ("hand" if turn.s.state == "closed" else "stay"), _promise


def _promise(turn: Turn, event: CallPromised) -> None:
    if turn.s.state == "closed":
        begin_human(turn)
    was_late = bool(turn.memory.get("late"))
    promise(turn, event.at)
    turn.end(TaskKind.PLAN_SLOT, TaskKind.CALL_OVERDUE)
    if not _may_text(turn):
        return
    announced = not turn.memory.get("replied")
    key = Key.CALL_ANNOUNCED if announced else Key.SLOT_CONFIRMED
    key = Key.CALL_LATE_SORRY if was_late else key
    author = act_author(turn)
    turn.say(key, SayKind.HUMAN_ACT, author=author, quand=event.at.isoformat())


def promise(turn: Turn, at: datetime) -> None:
    """A promised hour: reminded when it is far, watched 30 minutes after."""
    turn.drop(*PROMISE_TIMERS)
    turn.remember("call_at", at)
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
    turn.drop(*PROMISE_TIMERS)
    turn.remember("call_at", None)
    turn.end(*CALLS)


def _spoken(turn: Turn, event: CallLogged) -> None:
    begin_human(turn)
    safety.someone_is_on_it(turn)
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
    turn.note("call_tried", outcome=event.outcome.value)
    turn.tell("prescriber", NewsArose("attempted", turn.now))
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
    turn.tell("prescriber", NewsArose("attempted", turn.now))
    not_hers(turn)


def somebody_else(turn: Turn, _: object) -> Move:
    """This phone is not hers: whoever answers hears nothing of her."""
    if turn.s.state in {"wrong_person", "opted_out", "closed", "deceased"}:
        return "stay", lambda turn, _: turn.ask(MarkAddress("someone_else"))
    return "mistake", _somebody_else


def _somebody_else(turn: Turn, _: object) -> None:
    apologise = bool(turn.memory.get("replied")) and turn.speaker is Speaker.BOT
    not_hers(turn)
    if apologise:
        turn.say(Key.WRONG_PERSON, SayKind.ANSWER)


def not_hers(turn: Turn) -> None:
    """The address rests, nobody speaks, and another number is asked for."""
    keep = (*safety.REALERTS, "danger_next", "concern_late")
    end_everything(turn, keep)
    turn.remember("replied", None)
    turn.give(Speaker.NOBODY)
    turn.cancel("wrong_person")
    turn.ask(MarkAddress("someone_else"))
    turn.ask(MarkReferral("not_reached"))
    turn.tell("prescriber", NewsArose("number_dead", turn.now))
    turn.task(TaskKind.WRONG_PERSON, Priority.ROUTINE, turn.working_days(2))
    turn.timer("number_wait", turn.now + timedelta(days=30))


def recognised(turn: Turn, event: Recognised) -> Move:
    """A human ticked "c'est bien elle": from here texts may be about her."""
    return ("hand" if turn.s.state == "wrong_person" else "stay"), _recognise


def _recognise(turn: Turn, event: Recognised) -> None:
    if turn.s.state == "wrong_person":
        begin_human(turn)
        turn.end(TaskKind.WRONG_PERSON)
        turn.ask(MarkAddress("good"))
    turn.ask(MarkYouth("recognised"))
    turn.tell("relay", event)
    if turn.s.state not in {"opted_out", "deceased"}:
        in_contact(turn)


def address_replaced(turn: Turn, event: AddressReplaced) -> Move:
    """A confirmed new number: the ladder starts again where it had failed; else we ask whether it
    is she, since a new phone proves nobody."""
    state = turn.s.state
    if state in {"unreachable", "wrong_person", "closed"}:
        move, act = ladder.start(turn)
        return move, lambda turn, fact: _new_number(turn, fact, act)
    bot = turn.speaker is Speaker.BOT
    if bot and state in {"asked", "nudged", "talking", "in_relay", "resting"}:
        return "stay", _confirm_number
    return "stay", lambda turn, _: turn.end(TaskKind.PHONE_CHANGE, TaskKind.NUMBER_DEAD)


def _new_number(turn: Turn, fact: object, act: object) -> None:
    turn.end(TaskKind.NUMBER_DEAD, TaskKind.PHONE_CHANGE, TaskKind.WRONG_PERSON)
    turn.remember("fails", None)
    turn.remember("arrival_told", None)
    assert callable(act)
    act(turn, fact)


def _confirm_number(turn: Turn, _: object) -> None:
    turn.end(TaskKind.NUMBER_DEAD, TaskKind.PHONE_CHANGE)
    if turn.s.person.textable:
        turn.remember("confirming", True)
        turn.say(Key.CONFIRM_NUMBER, SayKind.STARTED)


# --- ends and pauses


def closed_by(turn: Turn, event: Closed) -> Move:
    """A human closes, once an open danger has its outcome."""
    if turn.s.state == "closed":
        return "stay", lambda turn, _: turn.note("closed_again")
    if event.outcome is Outcome.DIED:
        died = turn.s.state == "deceased"
        return ("end", _close_death) if died else ("die", safety.die)
    if turn.memory.get("danger_open"):
        return "stay", _danger_first
    if event.outcome is Outcome.OPTED_OUT:
        if turn.s.state in {"opted_out", "deceased"}:
            return "stay", lambda turn, _: turn.note("closed_again")
        return "stop", lambda turn, fact: safety.opt_out(turn, fact, confirm=False)
    return "end", lambda turn, _: _close(turn, event.outcome)


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
    turn.epoch += 1
    turn.resume = None
    turn.ask(DropAllFlows())
    turn.give(Speaker.NOBODY)
    turn.cancel("erased")
    turn.tell("relay", Erased())
    turn.tell("prescriber", Erased())
    turn.ask(CloseConversation(Outcome.ERASED))


def paused(turn: Turn, event: Paused) -> Move:
    """Prison or hospital: nothing is sent until that date."""
    if turn.s.state in {"opted_out", "deceased", "closed"}:
        return "stay", lambda turn, _: turn.ask(MarkYouth("paused", event.until))
    return "pause", _pause


def _pause(turn: Turn, event: Paused) -> None:
    keep = (*safety.REALERTS, "concern_late", "danger_next")
    if turn.s.state != "paused":
        turn.resume = turn.s.state
    end_everything(turn, keep)
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


# --- alerts of waiting


def wait_due(turn: Turn, event: TimerDue) -> Move:
    """She still waits: owner, substitute, lead; then the lead must reassign (PRODUCT 3.6)."""
    return "stay", _wait_due


def _wait_due(turn: Turn, event: TimerDue) -> None:
    turn.remember("due." + event.kind, None)
    who = event.kind.removeprefix("wait_")
    lead = who in ("lead", "reassign")
    turn.task(TaskKind.ANSWER, Priority.WAITING, turn.now, who, to_lead=lead)
    if who == "lead" and turn.s.state == "with_human":
        arrived(turn)


def idle_due(turn: Turn, event: TimerDue) -> Move:
    """A quiet file under a human comes back to its owner: nobody without a next step."""

    def act(turn: Turn, _: object) -> None:
        turn.task(TaskKind.NO_STEP, Priority.ROUTINE, turn.working_days(2))
        turn.timer("idle", turn.working_days(10))

    return "stay", act
