"""What the last gate may know of one text, gathered from rows under the conversation's lock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from sqlalchemy import bindparam, union
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, exists, select

from bot.calendar import PARIS, hours_from
from bot.models import (
    Address,
    Aiguilleur,
    Conversation,
    Flow,
    Message,
    Referral,
    Suppression,
    Team,
    Territory,
    Youth,
)
from bot.outbox.doubt import SHARED, number_in_doubt
from bot.outbox.sealing import body_of, key_of, ways_of
from bot.outbox.senders import Senders
from bot.store import Store, unseal
from flows.effects import Author, SayKind
from flows.hours import Hours

GONE_OUT = ("sending", "uncertain", "accepted")
MONTH, WEEK, DAY = timedelta(days=30), timedelta(days=7), timedelta(days=1)
WAITED_FOR = (SayKind.ASKED, SayKind.HUMAN_ACT)
"""A reminder of an hour she has, what follows a human's act: no robot that talks alone."""
LOOK_BACK = 80  # rows of her history: more than the loop guard lets pass in 30 days with answers


@dataclass(frozen=True, slots=True)
class Known:
    """The facts of one text at `now` (SAS time). Times are aware; tuples hold instants of texts
    that went out (or may have)."""

    now: datetime
    hours: Hours
    author: str = "bot"
    kind: str = "answer"
    recipient: str = "youth"
    channel: str = "sms"
    key: str | None = None
    late: str = "send"
    not_before: datetime | None = None
    asks: bool = False
    author_leads: bool = False
    erased: bool = False
    deceased: bool = False
    opted_out_at: datetime | None = None
    paused_until: datetime | None = None
    speaker: str = "bot"
    informed: bool = True
    overtaken: bool = False
    last_inbound_at: datetime | None = None
    whatsapp_at: datetime | None = None
    whatsapp_allowed: bool = False
    window_refused: bool = False  # the carrier said so, or a template was refused
    has_template: bool = False
    starts: tuple[datetime, ...] = ()
    unanswered: int = 0
    automatic: tuple[datetime, ...] = ()
    system_texts: tuple[datetime, ...] = ()
    same_as_last: bool = False
    said_for_cause: bool = False
    last_same_key: datetime | None = None
    address_state: str = "good"
    number_in_doubt: bool = False  # another first name on it waits for a decision
    retired: bool = False
    textable: bool = True
    sms_sender: bool = True
    sms_two_way: bool = True
    whatsapp_sender: bool = True

    @property
    def any_sender(self) -> bool:
        """Is there any carrier at all?"""
        return self.sms_sender or self.whatsapp_sender


@dataclass(frozen=True, slots=True)
class Around:
    """The rows around one text."""

    message: Message
    conversation: Conversation | None
    youth: Youth | None
    address: Address | None
    team: Team | None
    territory: Territory | None
    flow_epoch: int | None
    suppressed_at: datetime | None
    informed: bool
    shared: bool  # another file writes to that number too


@dataclass(frozen=True, slots=True)
class Crossed:
    """One text that crossed before: only what the gate asks of it."""

    id: str
    conversation_id: str | None
    address_id: str | None
    direction: str
    state: str
    author: str
    kind: str
    key: str | None
    channel: str
    answers_id: str | None
    created_at: datetime
    claimed_at: datetime | None
    sent_at: datetime | None
    youth_id: str | None
    body_sealed: bytes | None

    @property
    def at(self) -> datetime:
        """When it left, or was about to; when it came."""
        return self.sent_at or self.claimed_at or self.created_at


# Statements are built once: building one costs more than running it.
_INFORMED = exists().where(
    col(Referral.conversation_id) == col(Message.conversation_id), col(Referral.informed)
)
_AROUND = (
    select(Message, Conversation, Youth, Address, Team, Territory)  # type: ignore[call-overload]
    .add_columns(col(Flow.epoch), col(Suppression.since), _INFORMED, SHARED)
    .outerjoin(Conversation, col(Conversation.id) == col(Message.conversation_id))
    .outerjoin(Youth, col(Youth.id) == col(Conversation.youth_id))
    .outerjoin(Address, col(Address.id) == col(Message.address_id))
    .outerjoin(Flow, col(Flow.id) == col(Message.flow_id))
    .outerjoin(Team, col(Team.id) == col(Message.team_id))
    .outerjoin(Territory, col(Territory.code) == col(Youth.territory_code))
    .outerjoin(Suppression, col(Suppression.value_index) == col(Address.value_index))
    .where(col(Message.id) == bindparam("message_id"))
    .execution_options(populate_existing=True)
)
_CROSSED = sa_select(*(getattr(Message, one.name) for one in fields(Crossed))).where(
    col(Message.id) != bindparam("message_id"), col(Message.recipient) == "youth"
)
# A union of two indexes: PostgreSQL reads the whole table for "this one, or in that subquery".
_EITHER = union(
    _CROSSED.join(Conversation, col(Conversation.id) == col(Message.conversation_id)).where(
        col(Conversation.youth_id) == bindparam("youth_id")
    ),
    _CROSSED.where(col(Message.address_id) == bindparam("address_id")),
).subquery()
_HISTORY = sa_select(_EITHER).order_by(_EITHER.c.id.desc()).limit(LOOK_BACK)


def around(session: Session, message_id: str) -> Around | None:
    """The text and the rows around it in one query; None when there is no such row."""
    row = session.execute(_AROUND, {"message_id": message_id}).first()
    if row is None:
        return None
    return Around(*row)


def known(session: Session, store: Store, rows: Around, senders: Senders) -> Known:
    """The facts of a text that is about to leave."""
    message, youth, address, now = rows.message, rows.youth, rows.address, store.clock.now()
    base = {
        "now": now,
        "hours": _hours(rows, now),
        "author": message.author,
        "kind": message.kind,
        "recipient": message.recipient,
        "channel": message.channel,
        "key": message.key,
        "late": message.late,
        "not_before": message.not_before,
        "asks": message.question is not None,
        "erased": youth is not None and (youth.erased_at is not None or youth.data_key is None),
        "address_state": address.state if address is not None else "missing",
        "retired": address is not None and address.retired_at is not None,
        "textable": address is not None and address.textable and address.channel == "phone",
        "window_refused": bool(message.extra.get("window_refused")),
        "has_template": _has_template(store, message, youth),
        "sms_sender": senders.sms is not None,
        "sms_two_way": senders.sms is not None and senders.sms.two_way,
        "whatsapp_sender": senders.whatsapp is not None,
    }
    if message.recipient == "youth" and youth is not None and rows.conversation is not None:
        base.update(_of_her(session, store, rows, youth, rows.conversation))
    return Known(**base)  # type: ignore[arg-type]


def _has_template(store: Store, message: Message, youth: Youth | None) -> bool:
    """Was it rendered as an approved template too, and has the carrier not refused that one?"""
    if message.channel != "whatsapp" or message.ways_sealed is None:
        return False
    erased = youth is not None and youth.data_key is None
    if erased or message.extra.get("no_template"):
        return False
    return "template" in ways_of(store, message, youth)


def _hours(rows: Around, now: datetime) -> Hours:
    if rows.team is None:
        return Hours(zone=PARIS)
    return hours_from(rows.team.hours, rows.territory, now.year)


def _of_her(
    session: Session, store: Store, rows: Around, youth: Youth, conversation: Conversation
) -> dict[str, object]:
    """Facts about the youth: who she is to us, and what crossed between us."""
    message, address, now = rows.message, rows.address, store.clock.now()
    history = _history(session, youth, message)
    out = [one for one in history if one.direction == "out" and one.state in GONE_OUT]
    inbound = [one for one in history if one.direction == "in"]
    heard = max((one.created_at for one in inbound), default=None)
    stops = [at for at in (youth.opted_out_at, rows.suppressed_at) if at is not None]
    return {
        "author_leads": _leads(session, message, rows.team),
        "deceased": youth.deceased_at is not None,
        "number_in_doubt": message.author == Author.BOT
        and message.kind == SayKind.STARTED
        and rows.shared
        and number_in_doubt(session, conversation, youth, address),
        "opted_out_at": min(stops, default=None),
        "paused_until": youth.paused_until,
        "speaker": conversation.speaker,
        "informed": rows.informed or not youth.known,
        "overtaken": _overtaken(message, conversation, rows.flow_epoch, history),
        "last_inbound_at": heard,
        **_whatsapp(address, inbound, now),
        **_said(store, youth, message, out, heard, now),
    }


def _history(session: Session, youth: Youth, message: Message) -> list[Crossed]:
    """What crossed with this youth, and to this address, the newest first, without this text."""
    given = {"youth_id": youth.id, "address_id": message.address_id, "message_id": message.id}
    return [Crossed(*row) for row in session.execute(_HISTORY, given)]


def _overtaken(
    message: Message, conversation: Conversation, epoch: int | None, history: Sequence[Crossed]
) -> bool:
    """The conversation moved on since this was decided: a new epoch, a new stage of the flow for
    what it started, a text of hers unread or newer, a human's text. What a reflex answers is not
    read yet: that text, and what came before it, do not overtake their own answer."""
    if message.kind == SayKind.SAFETY:
        return False
    if conversation.epoch != message.decided_epoch:
        return True
    if message.kind == SayKind.ASKED:
        return False
    if message.kind == SayKind.STARTED and epoch is not None and epoch != message.flow_epoch:
        return True
    here = [one for one in history if one.conversation_id == message.conversation_id]
    unread = [one.id for one in here if one.direction == "in" and one.state == "received"]
    answered = message.answers_id if message.answers_id in unread else None
    return any(answered is None or one > answered for one in unread) or any(
        one.direction == "in" or (one.author == Author.AIGUILLEUR and one.state in GONE_OUT)
        for one in here
        if one.id > message.id
    )


def _whatsapp(
    address: Address | None, inbound: Sequence[Crossed], now: datetime
) -> dict[str, object]:
    at = max(
        (
            one.created_at
            for one in inbound
            if one.channel == "whatsapp" and address is not None and one.address_id == address.id
        ),
        default=None,
    )
    resting = (
        address is not None
        and address.no_whatsapp_until is not None
        and address.no_whatsapp_until > now
    )
    allowed = address is not None and (
        address.channel == "whatsapp" or at is not None or address.whatsapp_agreed_at is not None
    )
    return {"whatsapp_at": at, "whatsapp_allowed": allowed and not resting}


def _said(
    store: Store,
    youth: Youth,
    message: Message,
    out: Sequence[Crossed],
    heard: datetime | None,
    now: datetime,
) -> dict[str, object]:
    """What the bot and SYSTEM said lately: for the cap, the loop guard and "once per cause"."""
    bot = [one for one in out if one.author == Author.BOT]
    system = [one for one in out if one.author == Author.SYSTEM]
    here = [one for one in (*bot, *system) if one.address_id == message.address_id]
    same = [one for one in system if one.key == message.key]
    answered = max(filter(None, (heard, youth.last_contact_at)), default=None)
    return {
        "starts": tuple(
            one.at for one in bot if one.kind == SayKind.STARTED and now - one.at < WEEK
        ),
        "unanswered": sum(
            1
            for one in bot
            if now - one.at < MONTH
            and one.kind not in WAITED_FOR
            and (answered is None or one.at > answered)
        ),
        "automatic": tuple(one.at for one in here if now - one.at < DAY),
        "system_texts": tuple(
            one.at for one in system if one.address_id == message.address_id and now - one.at < DAY
        ),
        "same_as_last": _same_as_last(store, youth, message, out),
        "said_for_cause": message.answers_id is not None
        and any(one.answers_id == message.answers_id for one in same),
        "last_same_key": max((one.at for one in same), default=None),
    }


def _same_as_last(store: Store, youth: Youth, message: Message, out: Sequence[Crossed]) -> bool:
    """Never the same bot text twice in a row: the rows hold rendered texts, so they are compared
    as she would read them."""
    last = out[0] if out else None
    if last is None or last.author != Author.BOT or message.author != Author.BOT:
        return False
    key = key_of(store, youth if last.youth_id is not None else None)
    said = unseal(key, last.body_sealed, last.id, "body")
    return said == body_of(store, message, youth)


def _leads(session: Session, message: Message, team: Team | None) -> bool:
    if message.author != Author.AIGUILLEUR or message.author_id is None:
        return False
    if team is not None and team.lead_id == message.author_id:
        return True
    aiguilleur = session.get(Aiguilleur, message.author_id)
    return aiguilleur is not None and aiguilleur.lead
