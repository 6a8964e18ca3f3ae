"""Days 7, 30, 90 and 180: the youth and the structure are both asked; silence is never yes."""

from __future__ import annotations

from datetime import timedelta

from flows.effects import (
    MarkReferral,
    MarkRelay,
    MarkYouth,
    Priority,
    SayKind,
    Speaker,
    TaskKind,
)
from flows.events import NewsArose, RelayEnded, TextsReceived, TimerDue, YouthAnswered
from flows.keys import Key
from flows.machine import Move
from flows.reading import Intent, Reading, Safety, Sureness
from flows.relay import consent
from flows.relay.voice import (
    ASKED_BY,
    MET,
    ask_her,
    asked_last,
    back_to_aiguilleur,
    mail,
    over,
    pass_to_contact,
    paused_until,
)
from flows.turn import LASTING, Turn

DAYS = (7, 30, 90, 180)
JUDGED = (30, 90, 180)
ANSWER_TIME = timedelta(days=10)  # after it, what is known is judged and the silent are called
CLEAR = frozenset({Intent.YES, Intent.NO})
NOT_CLEAR = frozenset(Intent) - {
    Intent.YES,
    Intent.NO,
    Intent.LATER,
    Intent.CHOICE,
    Intent.THANKS,
    Intent.AVAILABILITY,
    Intent.OTHER,
}


# --- asking


def check_due(turn: Turn, event: TimerDue) -> Move:
    """Ask the youth as well as the structure."""
    return "stay", _check


def _check(turn: Turn, event: TimerDue) -> None:
    count = int(event.kind.removeprefix("check"))
    turn.remember("due." + event.kind, None)
    if turn.s.state == "sent" and count != 7:
        return  # the structure's silence expires this relay the same day
    until = paused_until(turn)
    if until is not None:
        turn.lasting(event.kind, turn.hours.next_work(until + timedelta(days=1)))
        return
    if _a_later_one_is_due(turn, count):
        turn.note("late_check_dropped", day=count)
        return
    turn.remember("check", count)
    turn.remember("youth", None)
    turn.remember("structure", None)
    turn.remember("disagreement", None)
    ask_her(turn, ASKED_BY[event.kind], event.kind, SayKind.STARTED)
    if turn.s.state != "sent":  # one that has said nothing yet has its own reminders
        mail(turn, Key.MAIL_CHECK, jour=str(count))
    turn.lasting("judge", turn.hours.next_work(turn.now + ANSWER_TIME))


def _a_later_one_is_due(turn: Turn, count: int) -> bool:
    """After a pause or an outage several days come due at once: only the last is asked."""
    later = (turn.moment(f"{LASTING}check{day}") for day in DAYS if day > count)
    return any(due is not None and due <= turn.now for due in later)


# --- hearing her


def texts_received(turn: Turn, event: TextsReceived) -> Move:
    """Her answer to this relay's last question, once it left; anything else is the contact flow's.
    A button of an older one says nothing of the last: "2 non" to the offer is no "2 non" to the
    appointment."""
    asking, reading = turn.memory.get("asking"), event.reading
    spoke_last = asked_last(turn) and turn.speaker is Speaker.BOT
    if not spoke_last or event.late_tap or not _clear(reading, str(asking)):
        return "stay", pass_to_contact
    yes = _yes(reading)
    if asking == "offer":
        return _offer_answered(turn, reading, yes)
    if asking == "reminder":
        return "stay", _coming if yes else _not_coming
    return _followed(turn, yes)


def _nothing(turn: Turn, _: object) -> None:
    turn.note("heard")


def _clear(reading: Reading, asking: str) -> bool:
    """Exactly one of yes and no, surely read, and nothing that concerns her as a person first."""
    if reading.sureness not in (Sureness.ACT, Sureness.ECHO) or reading.safety is not Safety.NONE:
        return False
    if reading.has(*NOT_CLEAR) or reading.death or reading.media:
        return False
    if reading.request or reading.away or reading.loop_suspect:
        return False
    if asking == "reminder" and (reading.has(Intent.LATER) or reading.choices == (3,)):
        return True
    by_number = reading.choices in ((1,), (2,)) and not reading.intents & CLEAR
    return by_number or len(reading.intents & CLEAR) == 1


def _yes(reading: Reading) -> bool:
    if reading.intents & CLEAR:
        return Intent.YES in reading.intents
    return reading.choices == (1,)


def _offer_answered(turn: Turn, reading: Reading, yes: bool) -> Move:
    if turn.s.state != "proposed":
        return "stay", pass_to_contact
    if not yes:
        return "decline", consent.decline_by_text
    return consent.given_by_text(turn, reading)


def _coming(turn: Turn, _: object) -> None:
    turn.ask(MarkYouth("seen"))
    turn.remember("asking", None)
    turn.say(Key.THANKS)


def _not_coming(turn: Turn, _: object) -> None:
    turn.ask(MarkYouth("seen"))
    turn.remember("asking", None)
    turn.task(TaskKind.ANSWER, Priority.WAITING, turn.read_by(), "appointment")
    turn.say(Key.HUMAN_COMING, lu=turn.read_by().isoformat())


def _followed(turn: Turn, yes: bool) -> Move:
    trigger, act = youth_says(turn, yes)

    def by_text(turn: Turn, fact: object) -> None:
        turn.ask(MarkYouth("seen"))
        act(turn, fact)
        turn.remember("asking", None)
        turn.say(Key.CHECK_GOOD if yes else Key.CHECK_BAD)
        if not yes and turn.s.state not in MET:  # that text says that her aiguilleur writes to her
            turn.task(TaskKind.ANSWER, Priority.WAITING, turn.read_by(), "youth_not_seen")

    return trigger, by_text


def youth_answered(turn: Turn, event: YouthAnswered) -> Move:
    """Said to an aiguilleur, who settles a disagreement by it."""
    if turn.memory.get("disagreement"):
        return _settled(turn, event.followed)
    return youth_says(turn, event.followed)


def youth_says(turn: Turn, yes: bool) -> Move:
    """Her word on whether somebody follows her."""
    if turn.s.state not in MET:
        return _met_by_youth(turn, yes)
    return _judge(turn, "youth", yes)


def _met_by_youth(turn: Turn, yes: bool) -> Move:
    if not yes:
        return "stay", _not_seen_yet
    if turn.s.state == "no_show":
        return "stay", lambda turn, _: disagree(turn, "met")
    return "meet", lambda turn, _: _meet(turn, "youth")


def _not_seen_yet(turn: Turn, _: object) -> None:
    """Nobody has seen her: the structure is called now rather than on day 14."""
    turn.remember("youth", False)
    due = turn.working_days(1)
    turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, due, "youth_not_seen")


def met_by_structure(turn: Turn) -> Move:
    """They met, says the structure."""
    if turn.s.state in MET:
        return _judge(turn, "structure", True)
    return "meet", lambda turn, _: _meet(turn, "structure")


def _meet(turn: Turn, who: str) -> None:
    if turn.s.state == "agreed":
        turn.remember("sent_at", turn.now)
        for count in DAYS:
            turn.lasting(f"check{count}", turn.hours.days_on(turn.now, count))
    turn.remember("met_by", who)
    turn.remember(who, True)
    turn.drop("appointment_soon", "appointment_past")
    turn.fresh()
    turn.end(TaskKind.STRUCTURE_CALL, TaskKind.STRUCTURE_INSTITUTION, own=True)
    turn.ask(MarkRelay("met"))


def structure_says(turn: Turn, yes: bool) -> Move:
    """Its word on whether somebody follows her. A yes before any meeting says that they met."""
    if turn.s.state == "agreed" and not yes:
        return "stay", _not_seen_yet
    if turn.s.state not in MET and yes:
        return "meet", lambda turn, _: _meet(turn, "structure")
    if turn.memory.get("disagreement"):
        turn.remember("structure", yes)
        return "stay", _nothing
    return _judge(turn, "structure", yes)


# --- judging


def _judge(turn: Turn, who: str, yes: bool) -> Move:
    """One answer more: a no ends it, unless the other said yes; then a human looks."""
    other = turn.memory.get("structure" if who == "youth" else "youth")
    if other is not None and bool(other) is not yes:
        return "stay", lambda turn, _: disagree(turn, who, yes)
    if not yes:
        return "give_back", lambda turn, _: give_back(turn, f"{who}_no")
    return _positive(turn, who)


def _positive(turn: Turn, who: str) -> Move:
    """A yes and no no. On a judged day, with a meeting: taken in charge (PRODUCT 14, H3)."""
    check = turn.memory.get("check")
    if check not in JUDGED or turn.s.state == "taken_in_charge":
        to_keep = turn.s.state == "taken_in_charge"
        return ("stay" if to_keep else "follow"), lambda turn, _: _said_yes(turn, who)
    return "charge", lambda turn, _: _taken(turn, who)


def _said_yes(turn: Turn, who: str) -> None:
    turn.remember(who, True)
    turn.note("still_followed", said_by=who)
    if turn.s.state != "taken_in_charge":
        turn.ask(MarkRelay("followed"))
    _next_step(turn)


def _taken(turn: Turn, who: str) -> None:
    turn.remember(who, True)
    turn.note("still_followed", said_by=who)
    _charge(turn)
    _next_step(turn)


def _charge(turn: Turn) -> None:
    turn.ask(MarkRelay("taken_in_charge"))
    turn.ask(MarkReferral("taken_in_charge"))
    turn.tell("prescriber", NewsArose("followed_30", turn.now))


def _next_step(turn: Turn) -> None:
    """The other one may still answer until the day of judgement, which also closes day 180."""
    if "due.judge" not in turn.memory:
        turn.lasting("judge", turn.hours.next_work(turn.now + ANSWER_TIME))


def judge_due(turn: Turn, event: TimerDue) -> Move:
    """Who stayed silent is called; silence is never yes. Day 180 ends the relay."""
    turn.remember("due.judge", None)
    check = turn.memory.get("check")
    heard = turn.memory.get("youth") or turn.memory.get("structure")
    if turn.memory.get("disagreement"):
        return "stay", lambda turn, _: disagree(turn, "again")
    if check == 180 and turn.s.state == "taken_in_charge":
        return "keep", _keep
    if check == 180 and not heard:
        return "give_back", lambda turn, _: give_back(turn, "silent")
    if check == 180 and turn.s.state in ("no_show", "met", "followed"):
        who = "youth" if turn.memory.get("youth") else "structure"
        return "charge", lambda turn, _: _taken(turn, who)
    return "stay", (_nothing if heard else _call_both)


def _call_both(turn: Turn, _: object) -> None:
    turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, turn.working_days(2), "silent")
    turn.task(TaskKind.RELAY_SAY, Priority.ROUTINE, turn.working_days(2), "silent")


def _keep(turn: Turn, _: object) -> None:
    over(turn, "kept")
    turn.ask(MarkRelay("kept"))
    turn.tell("contact", RelayEnded("taken_in_charge"))


def disagree(turn: Turn, who: str, yes: bool | None = None) -> None:
    """One says yes and the other no: shown, never decided by a machine."""
    if yes is not None:
        turn.remember(who, yes)
    turn.remember("disagreement", True)
    turn.ask(MarkRelay("disagreement"))
    turn.task(TaskKind.DISAGREEMENT, Priority.WAITING, turn.working_days(1), who)


def _settled(turn: Turn, followed: bool) -> Move:
    """The aiguilleur spoke with her: her word settles it."""
    if not followed:
        return "give_back", lambda turn, _: give_back(turn, "disagreement")
    judged = turn.memory.get("check") in JUDGED
    if turn.s.state not in ("no_show", "met", "followed"):
        return "stay", _settle
    return ("charge" if judged else "follow"), _settle


def _settle(turn: Turn, _: object) -> None:
    turn.remember("disagreement", None)
    turn.remember("youth", True)
    turn.remember("met_by", turn.memory.get("met_by") or "youth")
    turn.end(TaskKind.DISAGREEMENT, own=True)
    if turn.s.state == "taken_in_charge":
        turn.ask(MarkRelay("taken_in_charge"))
    elif turn.memory.get("check") in JUDGED:
        _charge(turn)
    else:
        turn.ask(MarkRelay("followed"))
    _next_step(turn)


def give_back(turn: Turn, why: str) -> None:
    """Not followed: she comes back to her aiguilleur, with a new aiguillage task."""
    turn.remember("disagreement", None)
    turn.ask(MarkRelay("returned", why))
    back_to_aiguilleur(turn, "returned", why)
