"""To erase a youth: her flows stop, her key is destroyed, what was sealed under it is emptied, and
what would find her again (the hash of her number) goes too (PRODUCT section 10).

What stays: ids, codes and dates of rows, the journal, counters, and the keyed hash of a STOP. One
transaction: killed in the middle, nothing was done; done twice, nothing changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, literal, or_
from sqlmodel import Session, SQLModel, col, func, select, update

from bot.conversations import Change, NotAllowed, change_of, happen
from bot.counters import count
from bot.models import (
    RELATIVES,
    Address,
    Conversation,
    Diagnosis,
    Draft,
    Flow,
    Handover,
    Message,
    Note,
    Organisation,
    Prescriber,
    Referral,
    Relay,
    Suppression,
    Timer,
    Youth,
)
from bot.outbox import cancel_planned
from bot.store import Gone, Store, lock_conversation
from flows.effects import Speaker, TaskKind
from flows.events import Erased, Outcome
from flows.snapshot import FlowKind

HOLDS = {TaskKind.DANGER.value: "danger", TaskKind.MINOR_REPORT.value: "report"}
"""Open tasks that keep a file from being erased: a danger without its outcome, an "information
préoccupante" not recorded."""


@dataclass(frozen=True, slots=True)
class Whose:
    """One youth and all her conversations."""

    youth_id: str
    conversations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What is emptied in one table: which rows are hers, and the values they keep."""

    name: str
    table: type[SQLModel]
    hers: Callable[[Whose], ColumnElement[bool]]
    empty: Mapping[str, Any]


def _told(column: Any) -> Callable[[Whose], ColumnElement[bool]]:
    return lambda whose: column.in_(whose.conversations)


PARTS: tuple[Part, ...] = (
    Part(
        "messages",
        Message,
        _told(col(Message.conversation_id)),
        {"body_sealed": None, "subject_sealed": None, "ways_sealed": None, "extra": {}},
    ),
    Part("notes", Note, _told(col(Note.conversation_id)), {"body_sealed": None}),
    Part("drafts", Draft, _told(col(Draft.conversation_id)), {"body_sealed": None}),
    Part(
        "diagnoses",
        Diagnosis,
        _told(col(Diagnosis.conversation_id)),
        {"words_sealed": None, "needs": [], "brakes": [], "levers": [], "excerpts": []},
    ),
    Part(
        "relays",
        Relay,
        _told(col(Relay.conversation_id)),
        {
            "packet_sealed": None,
            "consent_words_sealed": None,
            "token_sealed": None,
            "fields": [],
            "authority": None,
        },
    ),
    Part(
        "referrals",
        Referral,
        lambda whose: or_(
            col(Referral.youth_id) == whose.youth_id,
            col(Referral.conversation_id).in_(whose.conversations),
        ),
        {
            "asked_by_sealed": None,
            "say_from_sealed": None,
            "details_sealed": None,
            "reference_sealed": None,
            "answer_sealed": None,
            "token_sealed": None,
            "idempotency_digest": None,
            "body_digest": None,
            "card_code": None,
            "best_time": None,
            "support_ends_on": None,
        },
    ),
    Part(
        "addresses",
        Address,
        lambda whose: col(Address.youth_id) == whose.youth_id,
        {
            "value_sealed": None,
            "value_index": literal("erased ") + col(Address.id),
            "whatsapp_agreed_at": None,
            "no_whatsapp_until": None,
            "given_to_us_at": None,
        },
    ),
    Part("flows", Flow, _told(col(Flow.conversation_id)), {"memory": {}, "resume": None}),
    Part("tasks", Handover, _told(col(Handover.conversation_id)), {"codes": []}),
)
"""Every table that holds something of a youth, beside her own row. A test walks the columns."""

HER_ROW: Mapping[str, Any] = {
    "data_key": None,
    "first_name_sealed": None,
    "birth_year": None,
    "commune": None,
    "recognised_by": None,
    "prefers_voice": False,
    "news_agreed_at": None,
    "paused_until": None,
}


def erase(store: Store, conversation_id: str, by: str) -> dict[str, int]:
    """Erase the youth of that conversation, in all of them; returns how many rows by kind.
    Idempotent. `by`: an aiguilleur's id, clock or system. Raises Gone, and NotAllowed when the
    file must not go yet (see `holds`)."""
    with store.transaction() as session:
        whose = _whose(session, conversation_id)
        locked = [lock_conversation(session, one) for one in whose.conversations]
        youth = session.get_one(Youth, whose.youth_id, populate_existing=True)
        reasons = holds(session, whose)
        if reasons:
            raise NotAllowed(reasons[0])
        done = _counts(session, whose)
        if youth.erased_at is None:
            for conversation in locked:
                _stop(change_of(session, store, conversation, by), done)
            _keep_stop(session, youth, store.clock.now())
            youth.erased_at = store.clock.now()
            session.add(youth)
            count(session, "erased", "", store.clock.now())
        session.flush()
        _empty(session, whose, store.clock.now(), by)
        return done


def counts(store: Store, conversation_id: str) -> tuple[dict[str, int], list[str]]:
    """How many rows of hers there are by kind, and what holds the file. Raises Gone."""
    with store.reading() as session:
        whose = _whose(session, conversation_id)
        return _counts(session, whose), holds(session, whose)


def holds(session: Session, whose: Whose) -> list[str]:
    """Why her file must not be erased yet, as codes: `danger` without its outcome, `report` (an
    "information préoccupante") not recorded, `unread` text of hers."""
    tasks = session.exec(
        select(Handover.kind).where(
            col(Handover.conversation_id).in_(whose.conversations),
            col(Handover.kind).in_(HOLDS),
            col(Handover.closed_at).is_(None),
        )
    ).all()
    unread = select(Message.id).where(
        col(Message.conversation_id).in_(whose.conversations), Message.state == "received"
    )
    found = [code for kind, code in HOLDS.items() if kind in tasks]
    return found + (["unread"] if session.exec(unread.limit(1)).first() else [])


def _whose(session: Session, conversation_id: str) -> Whose:
    talk = session.get(Conversation, conversation_id)
    if talk is None:
        raise Gone(conversation_id)
    query = select(Conversation.id).where(Conversation.youth_id == talk.youth_id)
    return Whose(talk.youth_id, tuple(session.exec(query.order_by(col(Conversation.id))).all()))


def _counts(session: Session, whose: Whose) -> dict[str, int]:
    found = {"conversations": len(whose.conversations)}
    for part in PARTS:
        query = select(func.count()).select_from(part.table).where(part.hers(whose))
        found[part.name] = int(session.scalar(query) or 0)
    return found


def _stop(change: Change, done: Mapping[str, int]) -> None:
    """Her flows hear it; a machine set apart, which hears nothing, is closed by hand."""
    happen(change, FlowKind.CONTACT, Erased())
    talk = change.conversation
    talk.speaker, talk.outcome = Speaker.NOBODY.value, Outcome.ERASED.value
    talk.closed_at, talk.resume_step = talk.closed_at or change.now, None
    talk.misunderstood = 0
    talk.epoch += 1
    change.session.add(talk)
    cancel_planned(change.session, talk.id, "erased", authors=None)
    change.journal("erased", data=done)


def _keep_stop(session: Session, youth: Youth, now: datetime) -> None:
    """A STOP of hers outlives her file, on every number she had, as a keyed hash."""
    if youth.opted_out_at is None:
        return
    query = select(Address.value_index).where(
        Address.youth_id == youth.id, col(Address.owner).in_(("youth", "unknown"))
    )
    for index in set(session.exec(query).all()):
        if session.get(Suppression, index) is None:
            session.add(Suppression(value_index=index, since=youth.opted_out_at or now))


def _empty(session: Session, whose: Whose, now: datetime, by: str) -> None:
    """Every column that held something of hers, every timer and task, then her key."""
    session.execute(
        update(Timer)
        .where(col(Timer.conversation_id).in_(whose.conversations), col(Timer.state) == "set")
        .values(state="dropped")
    )
    session.execute(
        update(Handover)
        .where(
            col(Handover.conversation_id).in_(whose.conversations),
            col(Handover.closed_at).is_(None),
        )
        .values(closed_at=now, outcome="erased", closed_by=by)
    )
    session.execute(
        update(Address)
        .where(col(Address.youth_id) == whose.youth_id, col(Address.retired_at).is_(None))
        .values(retired_at=now)
    )
    for part in PARTS:
        session.execute(update(part.table).where(part.hers(whose)).values(**part.empty))
    session.execute(update(Youth).where(col(Youth.id) == whose.youth_id).values(**HER_ROW))
    _forget_relatives(session, whose, now)


def _forget_relatives(session: Session, whose: Whose, now: datetime) -> None:
    """Who referred her as a private person is known by that alone: the e-mail goes with the last
    youth of theirs."""
    living = (
        select(Referral.prescriber_id)
        .join(Youth, col(Youth.id) == col(Referral.youth_id))
        .where(col(Youth.erased_at).is_(None))
    )
    theirs = (
        select(Prescriber.id)
        .join(Organisation, col(Organisation.id) == col(Prescriber.organisation_id))
        .join(Referral, col(Referral.prescriber_id) == col(Prescriber.id))
        .where(
            Referral.youth_id == whose.youth_id,
            col(Organisation.kind).in_(RELATIVES),
            col(Prescriber.id).not_in(living),
        )
    )
    for who in session.exec(theirs.distinct()).all():
        session.execute(
            update(Prescriber)
            .where(col(Prescriber.id) == who)
            .values(name="", email_sealed=b"", email_index=f"erased {who}", key_digest=None)
        )
        session.execute(
            update(Address)
            .where(col(Address.owner) == "prescriber", col(Address.owner_id) == who)
            .values(
                value_sealed=None,
                value_index=literal("erased ") + col(Address.id),
                retired_at=func.coalesce(col(Address.retired_at), now),
            )
        )


def blank_old_texts(session: Session, youths: Sequence[str], before: datetime) -> int:
    """Empty the texts of these youths made before that instant (SAS time), and nothing else of
    them; returns how many. What a diagnosis quotes of them goes with them."""
    hers = select(Conversation.id).where(col(Conversation.youth_id).in_(youths))
    old = (
        update(Message)
        .where(
            col(Message.conversation_id).in_(hers),
            col(Message.created_at) < before,
            col(Message.body_sealed).is_not(None),
            col(Message.state).in_(SETTLED),
        )
        .values(body_sealed=None, subject_sealed=None, ways_sealed=None)
    )
    return session.exec(old.execution_options(synchronize_session=False)).rowcount


SETTLED = ("accepted", "refused", "cancelled", "failed", "handled", "parked")
