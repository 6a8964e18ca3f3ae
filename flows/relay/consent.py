"""Her yes to one structure: taken by a recognised text or by a human, asked again after 30 days,
taken back at any time (PRODUCT 5, 10)."""

from __future__ import annotations

from datetime import timedelta

from flows.effects import MarkReferral, MarkRelay, MarkYouth, Priority, SayKind, TaskKind
from flows.events import (
    Closed,
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Delivered,
    NewsArose,
    RelayEnded,
    RelayProposed,
    SendFailed,
    SendRefused,
    TimerDue,
)
from flows.keys import Key
from flows.machine import Move
from flows.reading import Reading
from flows.relay.voice import (
    ASKED_BY,
    ask_her,
    back_to_aiguilleur,
    facts,
    mail,
    may_write,
    over,
    pass_to_contact,
)
from flows.turn import Turn

ASK_AGAIN = timedelta(days=30)
CHECKS = (7, 30, 90, 180)
SAYS = {key.value: what for what, key in ASKED_BY.items()} | {Key.RELAY_APPOINTMENT: "appointment"}


def proposed(turn: Turn, event: RelayProposed) -> Move:
    """The aiguilleur proposes; proposed again, the offer is looked at again (a parental record
    was added, a capacity is known)."""
    return "propose", _propose


def _propose(turn: Turn, _: object) -> None:
    turn.fresh()
    turn.ask(MarkRelay("proposed"))
    turn.ask(MarkReferral("relay_proposed"))
    offer(turn)


def offer(turn: Turn) -> None:
    """A text when she is recognised, the bot speaks and a minor's parental record is there; else
    the aiguilleur takes the yes. Either way asked again after 30 days."""
    turn.timer("offer_again", turn.now + ASK_AGAIN)
    turn.end(TaskKind.RELAY_CONSENT, own=True)  # what was missing before may be there now
    due = turn.working_days(1)
    if not facts(turn).parental_ok:
        turn.task(TaskKind.RELAY_CONSENT, Priority.WAITING, due, "parental")
        return
    if not facts(turn).capacity_known:
        turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, due, "capacity")
    if not may_write(turn):
        code = "by_human" if turn.s.person.recognised else "not_recognised"
        turn.task(TaskKind.RELAY_CONSENT, Priority.WAITING, due, code)
        return
    ask_her(turn, Key.RELAY_OFFER, "offer", SayKind.STARTED, quoi=facts(turn).fields)
    turn.timer("offer_silent", turn.working_days(3))


def offer_silent(turn: Turn, event: TimerDue) -> Move:
    """No answer after three working days: her aiguilleur asks."""
    return "stay", _ask_by_voice


def _ask_by_voice(turn: Turn, _: object) -> None:
    turn.task(TaskKind.RELAY_CONSENT, Priority.CALL, turn.working_days(1), "silent")


def offer_again(turn: Turn, event: TimerDue) -> Move:
    """Thirty days old: asked once more, then it falls."""
    if turn.memory.get("asked_again"):
        return "decline", _no_answer
    return "propose", _again


def _again(turn: Turn, _: object) -> None:
    turn.fresh()
    turn.remember("asked_again", True)
    if turn.s.state == "agreed":
        turn.ask(MarkRelay("proposed"))
    offer(turn)


def _no_answer(turn: Turn, _: object) -> None:
    turn.ask(MarkRelay("declined", "no_answer"))
    back_to_aiguilleur(turn, "declined", "no_answer")


def recognised(turn: Turn, event: object) -> Move:
    """Now a text may name the structure."""
    return "stay", _offer_now


def _offer_now(turn: Turn, _: object) -> None:
    if turn.memory.get("asking") != "offer":
        turn.fresh()
        offer(turn)


def given(turn: Turn, event: ConsentGiven) -> Move:
    """Said aloud to a human; a minor's counts with the parental record only. While it cannot count,
    the aiguilleur is told what is missing. Without the human who heard it, it never counts."""
    missing = _what_is_missing(turn) if event.by is None else _parental(turn)
    if event.by is None or missing:
        return "stay", lambda turn, _: _missing(turn, missing or "by_human")
    return "agree", _agree


def given_by_text(turn: Turn, reading: Reading) -> Move:
    """A yes counts by text only when it is plain ("oui mais", "oui, sauf" and a button beside other
    words are for her aiguilleur to hear), when she is recognised, and as above when she is a minor.
    This is the only way from a text to a packet that leaves."""
    if not reading.plain_yes:
        return "stay", pass_to_contact
    missing = _what_is_missing(turn)
    if missing:
        return "stay", lambda turn, _: _not_yet(turn, missing)
    return "agree", agree_by_text


def _parental(turn: Turn) -> str:
    return "" if facts(turn).parental_ok else "parental"


def _what_is_missing(turn: Turn) -> str:
    return _parental(turn) or ("" if turn.s.person.recognised else "not_recognised")


def _not_yet(turn: Turn, code: str) -> None:
    _missing(turn, code)
    turn.ask(MarkYouth("seen"))
    turn.remember("asking", None)
    turn.say(Key.HUMAN_COMING, lu=turn.read_by().isoformat())


def _missing(turn: Turn, code: str) -> None:
    turn.task(TaskKind.RELAY_CONSENT, Priority.WAITING, turn.working_days(1), code)


def _agree(turn: Turn, event: object) -> None:
    turn.fresh()
    turn.remember("asking", None)
    turn.end(TaskKind.RELAY_CONSENT, own=True)
    turn.end(TaskKind.RELAY_AGAIN)
    turn.ask(MarkRelay("agreed"))
    turn.tell("contact", ConsentGiven())
    mail(turn, Key.MAIL_PACKET)
    turn.timer("packet_late", turn.working_days(1))
    turn.timer("offer_again", turn.now + ASK_AGAIN)


def agree_by_text(turn: Turn, event: object) -> None:
    """Her own words: one text answers them."""
    turn.ask(MarkYouth("seen"))
    _agree(turn, event)
    turn.say(Key.RELAY_AGREED)


def refused(turn: Turn, event: ConsentRefused) -> Move:
    """Her no; nothing leaves, and her aiguilleur looks for something else."""
    return "decline", _decline


def _decline(turn: Turn, _: object) -> None:
    turn.ask(MarkRelay("declined"))
    back_to_aiguilleur(turn, "declined")


def decline_by_text(turn: Turn, event: object) -> None:
    """Her own words: one text answers them."""
    turn.ask(MarkYouth("seen"))
    _decline(turn, event)
    turn.say(Key.RELAY_DECLINED)


def withdrawn(turn: Turn, event: ConsentWithdrawn) -> Move:
    """She takes her yes back, at any time: the structure is told."""
    if turn.s.state == "proposed":
        return "decline", _decline
    return "withdraw", _withdraw


def _withdraw(turn: Turn, _: object) -> None:
    turn.ask(MarkRelay("withdrawn"))
    mail(turn, Key.MAIL_WITHDRAWN)
    back_to_aiguilleur(turn, "withdrawn")


def stopped(turn: Turn, event: object) -> Move:
    """STOP ends what we start: an open offer falls; a running relay goes on with the structure."""
    if turn.s.state == "proposed":
        return "decline", _stop_offer
    return "stay", _ask_no_more


def _ask_no_more(turn: Turn, _: object) -> None:
    turn.remember("asking", None)
    turn.end(TaskKind.RELAY_SAY, outcome="opted_out", own=True)


def _stop_offer(turn: Turn, _: object) -> None:
    _offer_falls(turn, "opted_out")


def file_closed(turn: Turn, event: Closed) -> Move:
    """An offer still open falls with the file: nobody asks her again in 30 days. What she agreed to
    goes on with the structure."""
    if turn.s.state == "proposed":
        return "decline", lambda turn, _: _offer_falls(turn, "closed")
    return "stay", lambda turn, _: turn.note("file_closed")


def _offer_falls(turn: Turn, why: str) -> None:
    over(turn, why)
    turn.ask(MarkRelay("declined", why))
    turn.tell("contact", RelayEnded("declined"))


# --- the packet


def delivered(turn: Turn, event: Delivered) -> Move:
    """The packet left: day 0 of the relay. Other texts of ours only arrive."""
    if turn.s.state == "agreed" and event.key == Key.MAIL_PACKET:
        return "leave", packet_left
    return "stay", lambda turn, _: turn.note("delivered", key=event.key)


def packet_left(turn: Turn, _: object) -> None:
    """All days of a relay count from here: reminders, call, institution, end, and four checks."""
    turn.fresh()
    turn.remember("sent_at", turn.now)
    turn.end(TaskKind.STRUCTURE_CALL, TaskKind.SEND_BLOCKED, own=True)
    turn.ask(MarkRelay("sent"))
    turn.ask(MarkReferral("relayed"))
    turn.tell("prescriber", NewsArose("relayed", turn.now))
    days = {"remind3": 3, "remind10": 10, "call14": 14, "institution21": 21, "expire30": 30}
    for kind, count in days.items():
        turn.timer(kind, turn.hours.days_on(turn.now, count))
    for count in CHECKS:
        turn.lasting(f"check{count}", turn.hours.days_on(turn.now, count))


def packet_late(turn: Turn, event: TimerDue) -> Move:
    """A working day after her yes the packet has not left: a human sends it by hand."""
    return "stay", _send_by_hand


def _send_by_hand(turn: Turn, _: object) -> None:
    due = turn.working_days(1)
    turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, due, "packet")


def send_failed(turn: Turn, event: SendFailed) -> Move:
    """A letter that could not leave: by hand. Her own texts are the contact flow's concern."""
    if event.key.startswith("mail."):
        return "stay", _send_by_hand
    return "stay", lambda turn, _: turn.note("send_failed", key=event.key)


def send_refused(turn: Turn, event: SendRefused) -> Move:
    """The last gate kept a text of ours: what it said becomes a task (PRODUCT 3.5)."""
    return "stay", _say_by_hand


def _say_by_hand(turn: Turn, event: SendRefused) -> None:
    what = SAYS.get(event.key)
    person = turn.s.person
    if what is None or person.opted_out or person.deceased or person.erased:
        turn.note("refused", key=event.key, reason=event.reason)
        return
    turn.task(TaskKind.RELAY_SAY, Priority.WAITING, turn.working_days(1), what)
