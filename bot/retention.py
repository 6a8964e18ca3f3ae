"""Once a day, in small batches, the clock forgets what is kept no longer (PRODUCT section 10):
youths whose time has come, texts older than a year, and the texts the provider still holds.

Where a run stands is one row, so a process killed in between goes on where it was.
"""

from __future__ import annotations

import logging
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from bot import erasure
from bot.conversations import NotAllowed
from bot.gateways import Gateway, SendError
from bot.ledger import first_id_of
from bot.models import Conversation, Fact, Message, Organisation, Referral, Relay, Team, Youth
from bot.runtime import Runtime
from bot.store import Store
from flows.events import Outcome

log = logging.getLogger("sas.retention")

RUN, REDACTED = "retention", "redacted"
EVERY = timedelta(days=1)
BATCH = 100  # youths looked at in one pass of the clock
NEVER_ANSWERED = 6  # months after the last attempt
TEXTS = 12  # months a text is kept
SHORTEST, LONGEST = 1, 36  # months an organisation may choose
AT_PROVIDER = timedelta(days=7)
REDACT_BATCH = 10  # calls to the provider in one pass of the clock
REDACT_EVERY, REDACT_REST = timedelta(seconds=60), timedelta(minutes=10)


def retain(rt: Runtime, batch: int = BATCH) -> int:
    """One small piece of today's run, when it is not done yet; returns how many were erased."""
    store, now = rt.store, rt.store.clock.now()
    with store.reading() as session:
        fact = session.get(Fact, RUN)
    kind, _, value = (fact.value if fact is not None else "at:").partition(":")
    if kind == "rest" and timedelta(0) < datetime.fromisoformat(value) - now <= EVERY:
        return 0
    cursor = value if kind == "at" else ""
    with store.transaction() as session:
        youths = _next_youths(session, cursor, now, batch)
        erasure.blank_old_texts(session, youths, months_before(now, TEXTS))
        due = _due(session, youths, now)
    erased = sum(_erase(store, one) for one in due)
    done = len(youths) < batch
    _keep(store, RUN, f"rest:{(now + EVERY).isoformat()}" if done else f"at:{youths[-1]}")
    return erased


def _next_youths(session: Session, cursor: str, now: datetime, batch: int) -> Sequence[str]:
    query = select(Youth.id).where(
        col(Youth.id) > cursor,
        col(Youth.erased_at).is_(None),
        col(Youth.created_at) < months_before(now, SHORTEST),
    )
    return session.exec(query.order_by(col(Youth.id)).limit(batch)).all()


def _erase(store: Store, conversation_id: str) -> int:
    """One youth in her own transaction; one that is held or fails does not stop the others."""
    try:
        erasure.erase(store, conversation_id, "clock")
    except NotAllowed as held:
        log.warning("erasure_held", extra={"conversation": conversation_id, "why": held.code})
        return 0
    except Exception:
        log.exception("erasure_failed", extra={"conversation": conversation_id})
        return 0
    return 1


def _due(session: Session, youths: Sequence[str], now: datetime) -> list[str]:
    """One conversation of each youth whose time has come: her last contact, or the last attempt
    when she never answered, is older than what her organisations allow."""
    ours = col(Conversation.youth_id).in_(youths)
    talks = session.exec(select(Conversation).where(ours).order_by(col(Conversation.id))).all()
    people = {one.id: one for one in session.exec(select(Youth).where(col(Youth.id).in_(youths)))}
    months, met = _months(session, youths), _met(session, youths)
    found = []
    for youth_id, youth in people.items():
        hers = [talk for talk in talks if talk.youth_id == youth_id]
        contact = _latest([youth.last_contact_at, met.get(youth_id), *_answers(hers)])
        attempt = _latest([youth.created_at, *(talk.last_outbound_at for talk in hers)])
        assert attempt is not None
        kept = months_before(now, months[youth_id] if contact else NEVER_ANSWERED)
        if hers and (contact or attempt) < kept:
            found.append(hers[0].id)
    return found


def _answers(talks: Iterable[Conversation]) -> list[datetime | None]:
    """When somebody wrote; who wrote from a number that was not hers is not her."""
    return [talk.last_inbound_at for talk in talks if talk.outcome != Outcome.WRONG_PERSON]


def _latest(dates: Iterable[datetime | None]) -> datetime | None:
    return max((one for one in dates if one is not None), default=None)


def _months(session: Session, youths: Sequence[str]) -> dict[str, int]:
    """How long each file is kept after the last contact: the shortest of her team's choice and
    of those of the organisations that referred her."""
    teams = session.exec(
        select(Youth.id, Team.retention_months)
        .join(Team, col(Team.id) == col(Youth.team_id))
        .where(col(Youth.id).in_(youths))
    ).all()
    found = dict(teams)
    referred = session.exec(
        select(Referral.youth_id, func.min(Organisation.retention_months))
        .join(Organisation, col(Organisation.id) == col(Referral.organisation_id))
        .where(col(Referral.youth_id).in_(youths))
        .group_by(col(Referral.youth_id))
    ).all()
    for youth_id, months in referred:
        if youth_id is not None:
            found[youth_id] = min(found[youth_id], months)
    return {one: min(max(months, SHORTEST), LONGEST) for one, months in found.items()}


def _met(session: Session, youths: Sequence[str]) -> dict[str, datetime]:
    """The last meeting with a structure."""
    query = (
        select(Relay.youth_id, func.max(Relay.met_at))
        .where(col(Relay.youth_id).in_(youths), col(Relay.met_at).is_not(None))
        .group_by(col(Relay.youth_id))
    )
    return {one: at for one, at in session.exec(query).all() if at is not None}


def months_before(at: datetime, months: int) -> datetime:
    """The same day that many calendar months earlier, or the last one of that month."""
    year, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    return at.replace(year=year, month=month + 1, day=min(at.day, monthrange(year, month + 1)[1]))


# --- at the provider


def redact(rt: Runtime) -> int:
    """Blank at the provider the next texts older than AT_PROVIDER (real time), in the order of
    their ids; returns how many. A provider that does not answer is asked again later."""
    gateway, real = rt.gateways.texts, rt.store.clock.real()
    with rt.store.reading() as session:
        fact = session.get(Fact, REDACTED)
        if gateway is None or (fact is not None and fact.at_real > real):
            return 0
        cursor, until = (fact.value if fact is not None else ""), first_id_of(real - AT_PROVIDER)
        rows = session.exec(
            select(Message.id, Message.provider_id)
            .where(
                col(Message.id) > cursor,
                col(Message.id) < until,
                col(Message.provider_id).is_not(None),
                col(Message.channel).in_(("sms", "whatsapp")),
            )
            .order_by(col(Message.id))
            .limit(REDACT_BATCH)
        ).all()
    done = 0
    for message_id, provider_id in rows:
        if not _blanked(gateway, message_id, provider_id or ""):
            _keep(rt.store, REDACTED, cursor, real + REDACT_REST)
            return done
        cursor, done = message_id, done + 1
    upto = cursor if rows else max(cursor, until)
    _keep(rt.store, REDACTED, upto, real if done == REDACT_BATCH else real + REDACT_EVERY)
    return done


def _blanked(gateway: Gateway, message_id: str, provider_id: str) -> bool:
    """Blank, or refused for good (said in the log); False when it is worth another try."""
    try:
        gateway.delete_body(provider_id)
    except SendError as error:
        log.warning("redaction_failed", extra={"text": message_id, "code": error.code})
        return error.permanent
    return True


def _keep(store: Store, name: str, value: str, at: datetime | None = None) -> None:
    with store.transaction() as session:
        fact = session.get(Fact, name) or Fact(name=name, value="", at_real=store.clock.real())
        fact.value, fact.at_real = value, at or store.clock.real()
        session.add(fact)
