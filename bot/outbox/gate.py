"""The last gate before any outgoing message: every check of PRODUCT section 4, in its order, as one
pure function of facts. Nothing leaves SAS without passing here, whoever wrote it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from bot.outbox.known import Known
from bot.outbox.verdict import Later, Pass, Refused, Verdict, Way, Why
from flows.effects import Author, Late, Recipient, SayKind
from flows.keys import Key

DAY = timedelta(days=1)
HUMAN_MAY_ANSWER = timedelta(hours=24)  # after a stop, when she writes again (PRODUCT 3.10)
WINDOW = timedelta(hours=24)
ASKED_FROM, ASKED_UNTIL = time(8), time(21)
MOST_PER_DAY, MOST_PER_WEEK = 1, 3
MOST_UNANSWERED = 5  # bot messages in any 30 days
MOST_IN_10_MINUTES, MOST_IN_24_HOURS = 6, 12
SAME_DANGER_LINE = timedelta(minutes=30)
ARRIVED_ONCE_PER = timedelta(hours=24)
STILL_USEFUL = timedelta(hours=2)  # a nudge to drop when late is late after this

Check = Callable[[Known], "Refused | Later | None"]


def decide(known: Known) -> Verdict:
    """The verdict on one text, now. E-mails and alerts to people who are not the youth pass the
    checks that concern them: erased, dead address, sender."""
    checks = YOUTH if known.recipient == Recipient.YOUTH else OTHERS
    for check in checks:
        verdict = check(known)
        if verdict is not None:
            return verdict
    return _way(known)


# --- who may be spoken to, and by whom


def _erased(known: Known) -> Refused | None:
    """Nothing passes erased. After a death the lead alone writes (PRODUCT 3.11)."""
    if known.erased:
        return Refused(Why.ERASED)
    if known.deceased and not (known.author == Author.AIGUILLEUR and known.author_leads):
        return Refused(Why.DECEASED)
    return None


def _opted_out(known: Known) -> Refused | None:
    """STOP confirmation and danger lines pass; a human may answer for 24 hours when she writes
    again after her stop; nothing else does (PRODUCT 3.9, 3.10)."""
    if known.opted_out_at is None or _safety(known):
        return None
    wrote = known.last_inbound_at
    if (
        known.author == Author.AIGUILLEUR
        and wrote is not None
        and wrote > known.opted_out_at
        and known.now - wrote <= HUMAN_MAY_ANSWER
    ):
        return None
    return Refused(Why.OPTED_OUT)


def _speaker(known: Known) -> Refused | None:
    """The bot speaks only when the word is its own."""
    if known.author == Author.BOT and known.speaker != "bot":
        return Refused(Why.SPEAKER)
    return None


def _legal_basis(known: Known) -> Refused | None:
    """She was informed, or wrote herself. A pause holds for what is not an answer of a human."""
    if not (known.informed or known.last_inbound_at is not None):
        return Refused(Why.LEGAL_BASIS)
    paused = known.paused_until is not None and known.paused_until > known.now
    if paused and not _safety(known) and not (_human(known) and _just_wrote(known)):
        return Refused(Why.PAUSED)
    return None


def _overtaken(known: Known) -> Refused | None:
    """Has anything arrived or been sent since this was decided? (PRODUCT 3.3)"""
    if known.author == Author.BOT and known.overtaken:
        return Refused(Why.OVERTAKEN)
    return None


# --- when


def _quiet_hours(known: Known) -> Refused | Later | None:
    """Started: her team's lawful hours. Asked: 08:00 to 21:00 any day. An answer to a youth who
    just wrote, and safety: any hour."""
    planned = known.not_before or known.now
    if known.late == Late.DROP and known.now - planned > STILL_USEFUL:
        return Refused(Why.LATE)
    if _any_hour(known):
        return None
    if known.kind == SayKind.ASKED:
        until = next_asked(known)
    else:
        until = known.hours.next_lawful(known.now)
    return _put_off(known, until, Why.QUIET_HOURS) if until > known.now else None


def _any_hour(known: Known) -> bool:
    if known.kind == SayKind.SAFETY:
        return True
    if known.kind != SayKind.ANSWER:
        return False
    return not _human(known) or _just_wrote(known)


def next_asked(known: Known) -> datetime:
    """The first instant at or after now between 08:00 and 21:00 in her zone."""
    here = known.hours.local(known.now)
    if here.time() < ASKED_FROM:
        return known.hours.on(here.date(), ASKED_FROM)
    if here.time() >= ASKED_UNTIL:
        return known.hours.on(here.date() + DAY, ASKED_FROM)
    return known.now


def _cap(known: Known) -> Refused | Later | None:
    """At most one bot-started message a day and three in 7 days per person."""
    if known.author != Author.BOT or known.kind != SayKind.STARTED:
        return None
    today = known.hours.local(known.now).date()
    same_day = [at for at in known.starts if known.hours.local(at).date() == today]
    week = sorted(at for at in known.starts if known.now - at < 7 * DAY)
    until = known.now
    if len(same_day) >= MOST_PER_DAY:
        until = known.hours.on(today + DAY, time(0))
    if len(week) >= MOST_PER_WEEK:
        until = max(until, week[-MOST_PER_WEEK] + 7 * DAY)
    return _put_off(known, known.hours.next_lawful(until), Why.CAP) if until > known.now else None


def _put_off(known: Known, until: datetime, why: Why) -> Refused | Later:
    """Late nudges have a policy: still useful, or dropped and recorded."""
    return Refused(Why.LATE) if known.late == Late.DROP else Later(until, why)


# --- how often


def _loop_guard(known: Known) -> Refused | None:
    """Another robot, or a bug of ours, stops here by itself and is shown to a human."""
    if known.author == Author.BOT:
        return _bot_loop(known)
    return _system_loop(known) if known.author == Author.SYSTEM else None


def _bot_loop(known: Known) -> Refused | None:
    if known.same_as_last or known.unanswered >= MOST_UNANSWERED or _flood(known, known.automatic):
        return Refused(Why.LOOP_GUARD)
    return None


def _system_loop(known: Known) -> Refused | None:
    """Each at most once per text that causes it; a danger line of the same kind at most every 30
    minutes; and, danger apart, as many SYSTEM texts as the bot may send and no more."""
    if known.said_for_cause:
        return Refused(Why.REPEATED)
    last = known.last_same_key
    if last is not None:
        if danger_line(known.key) and known.now - last < SAME_DANGER_LINE:
            return Refused(Why.REPEATED)
        if known.key == Key.ARRIVED and known.now - last < ARRIVED_ONCE_PER:
            return Refused(Why.REPEATED)
    if not danger_line(known.key) and _flood(known, known.system_texts):
        return Refused(Why.LOOP_GUARD)
    return None


def _flood(known: Known, sent: tuple[datetime, ...]) -> bool:
    last_minutes = sum(1 for at in sent if known.now - at < timedelta(minutes=10))
    last_day = sum(1 for at in sent if known.now - at < DAY)
    return last_minutes >= MOST_IN_10_MINUTES or last_day >= MOST_IN_24_HOURS


def danger_line(key: str | None) -> bool:
    """One of the fixed lines of PRODUCT section 9."""
    return key is not None and (key.startswith("system.danger.") or key == Key.CONCERN)


# --- where to, and by whom


def _address_state(known: Known) -> Refused | Later | None:
    if known.retired or known.address_state in ("dead", "missing"):
        return Refused(Why.DEAD_ADDRESS)
    if known.author == Author.SYSTEM:
        return None
    if known.address_state == "someone_else":
        return Refused(Why.NOT_HERS)
    if known.address_state == "she_writes" and known.author == Author.BOT:
        return Refused(Why.SHE_WRITES)
    if known.number_in_doubt:
        again = known.hours.next_lawful(known.now + timedelta(hours=1))
        return _put_off(known, again, Why.NUMBER_IN_DOUBT)
    return None


def _way(known: Known) -> Verdict:
    """Window and sender: as planned, else template, else SMS, else held with a human task."""
    if known.channel not in ("sms", "whatsapp"):
        return Pass()
    why = _not_by_whatsapp(known) if known.channel == "whatsapp" else None
    if known.channel == "whatsapp" and known.whatsapp_sender and why is None:
        return _two_way(known, Pass())
    if why is Why.WINDOW and known.has_template and known.whatsapp_sender:
        return _two_way(known, Pass(Way.TEMPLATE, why))
    if known.textable and known.sms_sender:
        planned = known.channel == "sms"
        return _two_way(known, Pass() if planned else Pass(Way.SMS, why or Why.SENDER))
    if not known.any_sender:
        return Later(known.now + timedelta(minutes=1), Why.NO_CARRIER)
    if not known.textable and why is None:
        why = Why.NOT_TEXTABLE
    return Pass(Way.HELD, why or Why.SENDER)


def _not_by_whatsapp(known: Known) -> Why | None:
    """The window is computed from her last inbound WhatsApp text, now, never cached."""
    if known.recipient != Recipient.YOUTH:
        return None
    if not known.whatsapp_allowed:
        return Why.NO_WHATSAPP
    if known.window_refused or known.whatsapp_at is None or known.now - known.whatsapp_at >= WINDOW:
        return Why.WINDOW
    return None


def _two_way(known: Known, chosen: Pass) -> Verdict:
    """A flow that waits for an answer refuses to start on a sender that cannot receive one."""
    by_sms = chosen.way is Way.SMS or (known.channel == "sms" and chosen.way is Way.AS_IS)
    waits = known.recipient == Recipient.YOUTH and known.author == Author.BOT
    waits = waits and (known.asks or known.kind == SayKind.STARTED)
    return Refused(Why.SENDER) if by_sms and waits and not known.sms_two_way else chosen


def _safety(known: Known) -> bool:
    return known.author == Author.SYSTEM and known.kind == SayKind.SAFETY


def _human(known: Known) -> bool:
    return known.author == Author.AIGUILLEUR


def _just_wrote(known: Known) -> bool:
    wrote = known.last_inbound_at
    return wrote is not None and known.now - wrote <= HUMAN_MAY_ANSWER


YOUTH: tuple[Check, ...] = (
    _erased,
    _opted_out,
    _speaker,
    _legal_basis,
    _overtaken,
    _quiet_hours,
    _cap,
    _loop_guard,
    _address_state,
)
"""Window and sender come last, in `_way`: they never refuse, they change the way."""

OTHERS: tuple[Check, ...] = (
    lambda known: Refused(Why.ERASED) if known.erased else None,
    lambda known: (
        Refused(Why.DEAD_ADDRESS)
        if known.retired or known.address_state in ("dead", "missing")
        else None
    ),
)
