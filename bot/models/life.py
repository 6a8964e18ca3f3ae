"""The life of one youth in SAS: who she is, what was said, what is due, who must act."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.models.columns import json, key, to


class Youth(SQLModel, table=True):
    """The person. `data_key` is hers alone, wrapped; erasure destroys it (None)."""

    id: str = key()
    team_id: str = to("team.id", index=True)
    data_key: bytes | None
    first_name_sealed: bytes | None = None
    birth_year: int | None = None
    language: str = "fr"
    tone: str = "tu"
    commune: str | None = None
    territory_code: str | None = to("territory.code", null=True)
    known: bool = True  # False: she wrote from an unknown number, nobody referred her
    recognised_at: datetime | None = None
    recognised_by: str | None = None
    prefers_voice: bool = False
    news_agreed_at: datetime | None = None  # she agreed that prescribers hear "en lien"...
    opted_out_at: datetime | None = None
    deceased_at: datetime | None = None
    erased_at: datetime | None = None
    paused_until: datetime | None = None
    last_contact_at: datetime | None = None  # hers, or a logged meeting; never our nudge
    created_at: datetime


class Address(SQLModel, table=True):
    """(channel, value). channel: phone (SMS and WhatsApp alike), whatsapp (an identity without a
    visible number), mail. owner: youth, trusted_adult, prescriber, structure, aiguilleur, unknown.
    """

    __table_args__ = (
        Index(
            "one_live_address",
            "channel",
            "value_index",
            unique=True,
            sqlite_where=text("retired_at IS NULL"),
            postgresql_where=text("retired_at IS NULL"),
        ),
    )

    id: str = key()
    youth_id: str | None = to("youth.id", null=True, index=True)
    owner: str
    owner_id: str | None = Field(default=None, index=True)
    channel: str
    value_sealed: bytes | None
    value_index: str = Field(index=True)
    state: str = "good"
    textable: bool = True  # False: a landline or a foreign number
    whatsapp_agreed_at: datetime | None = None
    no_whatsapp_until: datetime | None = None
    last_inbound_channel: str | None = None
    last_inbound_at: datetime | None = (
        None  # of WhatsApp: its 24 h window, computed at each sending
    )
    given_to_us_at: datetime | None = None
    retired_at: datetime | None = None


class Suppression(SQLModel, table=True):
    """A keyed hash that keeps a STOP alive after erasure (PRODUCT section 10)."""

    value_index: str = Field(primary_key=True)
    since: datetime


class Conversation(SQLModel, table=True):
    """Owns the flows. Its row is the lock of every turn; `epoch` rises when what was planned is
    void."""

    __table_args__ = (Index("conversation_of_team", "team_id", "id"),)

    id: str = key()
    youth_id: str = to("youth.id", index=True)
    team_id: str = to("team.id", index=True)
    owner_id: str | None = to("aiguilleur.id", null=True, index=True)
    speaker: str = "bot"
    epoch: int = 0
    question: str | None = None  # of versions before step 0004, which may run beside us: not read
    question_flow_id: str | None = None  # likewise
    misunderstood: int = 0
    resume_step: str | None = None
    outcome: str | None = None
    closed_at: datetime | None = None
    last_inbound_at: datetime | None = None
    last_outbound_at: datetime | None = None
    turn_failures: int = 0
    opened_at: datetime


class Flow(SQLModel, table=True):
    """One running machine: contact (1), relay (n), prescriber (n)."""

    __table_args__ = (UniqueConstraint("conversation_id", "kind", "subject_id"),)

    id: str = key()
    conversation_id: str = to("conversation.id", index=True)
    kind: str
    subject_id: str = ""  # the relay's or the referral's id
    state: str
    version: int = 1
    epoch: int = 0
    resume: str | None = None
    memory: dict[str, Any] = json()
    broken: str | None = None  # why it was set apart (an unknown stored state)


class Referral(SQLModel, table=True):
    """One referral of one youth by one prescriber."""

    __table_args__ = (UniqueConstraint("prescriber_id", "idempotency_digest"),)

    id: str = key()
    youth_id: str | None = to("youth.id", null=True, index=True)
    conversation_id: str | None = to("conversation.id", null=True, index=True)
    prescriber_id: str = to("prescriber.id", index=True)
    organisation_id: str = to("organisation.id", index=True)
    # To which it was given, also when nothing is kept of her. None: stored by an older version
    # during a deploy; then her conversation tells.
    team_id: str | None = to("team.id", null=True, index=True)
    territory_code: str | None = None  # hers, as far as the referral told
    status: str = "received"
    steps: list[dict[str, str]] = json(list)
    informed: bool
    duplicate: bool = False  # exactly the ordinary receipt; no second first contact
    origin: str = "api"  # api, form, sms, phone, csv, card
    asked_by_sealed: bytes | None = None  # a relative's name, or her own: under her key
    say_from_sealed: bytes | None = None
    details_sealed: bytes | None = None  # reason, note, announced... as JSON
    best_time: str | None = None
    reference_sealed: bytes | None = None
    support_ends_on: str | None = None
    card_code: str | None = Field(default=None, unique=True)
    tracking_digest: str = Field(unique=True)
    token_sealed: bytes | None = None  # the same token, for the links of e-mails (common key)
    first_attempt_at: datetime | None = None  # planned; None when held
    idempotency_digest: str | None = None
    body_digest: str | None = None
    answer_sealed: bytes | None = None  # replayed for the same key
    seconds_taken: int | None = None
    created_at: datetime = Field(index=True)


class Message(SQLModel, table=True):
    """One text in or out. The row is what is sent: it is rendered before it is stored.

    `state`, ours: queued, sending, uncertain, held, accepted, refused, cancelled, failed for what
    goes out; received, handled, parked for what comes in. `delivery`, the provider's rank, only
    rises: accepted 0 ... read 8 (DESIGN section 2).
    """

    __table_args__ = (
        UniqueConstraint("provider", "provider_id"),
        CheckConstraint(
            "direction = 'in' OR (author <> '' AND reason <> '')", name="author_and_reason"
        ),
        CheckConstraint(
            "(direction = 'in' AND state IN ('received','handled','parked')) OR "
            "(direction = 'out' AND state IN ('queued','sending','uncertain','held','accepted',"
            "'refused','cancelled','failed'))",
            name="one_of_our_states",
        ),
        # Not partial: SQLite uses a partial index only when a query repeats its words.
        Index("message_waiting", "state", "not_before"),
        Index("message_story", "conversation_id", "id"),
    )

    id: str = key()
    conversation_id: str | None = to("conversation.id", null=True)
    team_id: str = to("team.id")
    youth_id: str | None = to("youth.id", null=True)
    address_id: str | None = to("address.id", null=True, index=True)
    flow_id: str | None = to("flow.id", null=True)
    direction: str
    author: str
    author_id: str | None = None
    reason: str = ""
    kind: str = "answer"  # flows.effects.SayKind
    recipient: str = "youth"
    channel: str  # sms, whatsapp, mail, voice
    sender: str | None = None
    provider: str | None = None
    provider_id: str | None = None
    key: str | None = None
    variant: int = 0
    question: str | None = None
    language: str | None = None
    fallback: bool = False
    body_sealed: bytes | None = None
    subject_sealed: bytes | None = None
    ways_sealed: bytes | None = None  # the same text as a template or an SMS (JSON)
    extra: dict[str, Any] = json()  # buttons, ContentSid, replied-to id, media types; no text
    encoding: str | None = None
    segments: int = 0
    price: float | None = None
    state: str = Field(index=False)
    delivery: int | None = None
    error_code: int | None = None
    why: str | None = None  # the gate's word, or the provider's class
    late: str = "send"
    decided_epoch: int = 0  # the conversation's, when this text was decided
    flow_epoch: int = 0
    answers_id: str | None = None  # the inbound text that caused it
    not_before: datetime  # SAS time
    retry_real: datetime | None = None  # real time: back-off and rate
    attempts: int = 0
    holder: str | None = None  # who claimed it: a sign of life that ends with the process
    claimed_at: datetime | None = None
    claimed_real: datetime | None = None
    looked_up: int = 0
    next_look_real: datetime | None = None
    created_at: datetime
    created_real: datetime
    sent_at: datetime | None = None
    arrived_at: datetime | None = None
    read_at: datetime | None = None
    handled_at: datetime | None = None
    rules: list[str] = json(list)  # inbound: the rules that fired
    safety: str = "none"


class Timer(SQLModel, table=True):
    """Something due later. A timer whose epoch is no longer its flow's is a no-op."""

    __table_args__ = (
        Index(
            "timer_due",
            "due",
            sqlite_where=text("state = 'set'"),
            postgresql_where=text("state = 'set'"),
        ),
    )

    id: str = key()
    conversation_id: str = to("conversation.id", index=True)
    flow_id: str = to("flow.id", index=True)
    kind: str
    due: datetime
    late: str = "send"
    epoch: int
    state: str = "set"  # set, fired, dropped
    attempts: int = 0  # counted before each, so that a killed process counts too


class Handover(SQLModel, table=True):
    """A human task: reason, priority, opened, taken, answered, closed."""

    __table_args__ = (
        Index(
            "handover_open",
            "team_id",
            "priority",
            "due",
            sqlite_where=text("closed_at IS NULL"),
            postgresql_where=text("closed_at IS NULL"),
        ),
    )

    id: str = key()
    conversation_id: str | None = to("conversation.id", null=True, index=True)
    team_id: str = to("team.id")
    flow_id: str | None = to("flow.id", null=True)
    owner_id: str | None = to("aiguilleur.id", null=True)
    kind: str
    priority: int
    codes: list[str] = json(list)
    due: datetime | None = None  # when the promise breaks
    deferred_until: datetime | None = None
    opened_at: datetime
    taken_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    outcome: str | None = None
    closed_by: str | None = None
    alerts: int = 0
    next_alert_at: datetime | None = None


class JournalEntry(SQLModel, table=True):
    """Immutable: every transition, who, why, when, from, to. Codes and ids only; it survives."""

    __tablename__ = "journal"

    id: str = key()
    conversation_id: str | None = to("conversation.id", null=True, index=True)
    flow_id: str | None = None
    at: datetime
    who: str  # bot, system, youth, carrier, clock, or an aiguilleur's id
    code: str
    before: str | None = None
    after: str | None = None
    data: dict[str, Any] = json()


class Note(SQLModel, table=True):
    """A note between aiguilleurs; it can never become a message (PRODUCT 11.10)."""

    id: str = key()
    conversation_id: str = to("conversation.id", index=True)
    aiguilleur_id: str = to("aiguilleur.id")
    body_sealed: bytes | None
    at: datetime


class Draft(SQLModel, table=True):
    """What an aiguilleur is writing: it belongs to the youth, on the server (PRODUCT 11.11)."""

    conversation_id: str = Field(foreign_key="conversation.id", primary_key=True)
    aiguilleur_id: str = Field(foreign_key="aiguilleur.id", primary_key=True)
    body_sealed: bytes | None
    at: datetime


class Diagnosis(SQLModel, table=True):
    """Needs, brakes, motivation levers, with the messages they came from."""

    id: str = key()
    conversation_id: str = to("conversation.id", index=True)
    aiguilleur_id: str = to("aiguilleur.id")
    needs: list[str] = json(list)
    brakes: list[str] = json(list)
    levers: list[str] = json(list)
    excerpts: list[str] = json(list)  # ids of messages
    words_sealed: bytes | None = None
    at: datetime
