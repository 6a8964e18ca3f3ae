"""One file, whole: what its page shows. Opening changes nothing (PRODUCT 11.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot.inbox import background, board, canned, colleagues, words
from bot.inbox.board import Row
from bot.inbox.danger import Danger, danger, silence
from bot.inbox.drafts import Drafts, Size, drafts, size
from bot.inbox.person import Person, person
from bot.inbox.robot import Robot, robot
from bot.inbox.story import Story, newest_id, story
from bot.inbox.viewer import Viewer, own
from bot.models import Address, Conversation, Message, Youth
from bot.store import Store
from flows.effects import Author, Recipient

MANY_UNANSWERED = 4  # the composer warns at the 5th text without an answer in 7 days (PRODUCT 4)


@dataclass(frozen=True, slots=True)
class Composer:
    """As whom, by which channel, what it cancels, and why it may be closed."""

    as_whom: str
    channels: tuple[tuple[str, str], ...]
    channel: str
    to: str
    cancels: str
    closed_because: str
    unanswered: int
    warns: bool
    draft: str
    size: Size
    canned: tuple[tuple[str, str, str], ...]
    seen: str


@dataclass(frozen=True, slots=True)
class File:
    """Everything the page shows."""

    id: str
    closed: str
    owner: str
    mine: bool
    person: Person
    story: Story
    robot: Robot
    tasks: tuple[Row, ...]
    danger: Danger | None
    silence: bool
    may_call: bool
    relays: tuple[background.RelayLine, ...]
    referrals: tuple[background.Fact, ...]
    diagnosis: background.DiagnosisView | None
    notes: tuple[background.Dated, ...]
    journal: tuple[background.Dated, ...]
    composer: Composer
    drafts: Drafts
    here: colleagues.Here


def read(
    session: Session, store: Store, who: Viewer, conversation_id: str, before: str | None = None
) -> File:
    """The file of that conversation, for a viewer of its team. Raises Gone for anybody else."""
    now, vault = store.clock.now(), store.vault
    talk = own(session, who, conversation_id)
    youth = session.get_one(Youth, talk.youth_id)
    about = person(session, vault, who, now, youth)
    machine = robot(session, who, now, talk, youth)
    texts = drafts(session, vault, who, talk.id, youth)
    muted = silence(session, talk.id)
    return File(
        id=talk.id,
        closed=words.outcome(talk.outcome) if talk.closed_at is not None else "",
        owner=who.called(talk.owner_id),
        mine=talk.owner_id in who.covers,
        person=about,
        story=story(session, vault, who, now, talk, before=before),
        robot=machine,
        tasks=tuple(board.tasks_of(session, vault, who, now, talk)),
        danger=danger(session, vault, who, now, talk, about),
        silence=muted,
        may_call=not muted and (who.lead or not about.deceased),
        relays=background.relays(session, vault, who, now, talk),
        referrals=background.referrals(session, vault, who, now, talk, youth),
        diagnosis=background.diagnosis(session, vault, who, now, talk, youth),
        notes=background.notes(session, vault, who, now, talk, youth),
        journal=background.journal(session, who, now, talk),
        composer=_composer(session, who, now, talk, youth, about, machine, texts, muted),
        drafts=texts,
        here=colleagues.here(session, who, talk.id, store.clock.real()),
    )


def _composer(
    session: Session,
    who: Viewer,
    now: datetime,
    talk: Conversation,
    youth: Youth,
    about: Person,
    machine: Robot,
    texts: Drafts,
    muted: bool,
) -> Composer:
    used = _address(session, youth)
    channels = _channels(used)
    unanswered = _unanswered(session, talk, now)
    return Composer(
        as_whom=who.name,
        channels=channels,
        channel=_channel(used, channels),
        to=next((one.shown for one in about.numbers if used and one.id == used.id), ""),
        cancels=machine.cancels,
        closed_because=_closed(who, now, talk, youth, used, muted),
        unanswered=unanswered,
        warns=unanswered >= MANY_UNANSWERED,
        draft=texts.mine,
        size=size(texts.mine),
        canned=tuple(canned.filled(youth.tone, about.name if youth.known else "", who.name)),
        seen=newest_id(session, talk.id),
    )


def _address(session: Session, youth: Youth) -> Address | None:
    """Where she would be written to: the address she used last, dead ones last of all."""
    rows = session.exec(
        select(Address).where(
            Address.youth_id == youth.id,
            col(Address.owner).in_(("youth", "unknown")),
            col(Address.retired_at).is_(None),
        )
    ).all()
    return max(rows, key=_freshness, default=None)


def _freshness(one: Address) -> tuple[bool, str, str]:
    wrote = one.last_inbound_at.isoformat() if one.last_inbound_at else ""
    return (one.state not in ("dead", "someone_else"), wrote, one.id)


def _channels(used: Address | None) -> tuple[tuple[str, str], ...]:
    if used is None:
        return ()
    codes = []
    if used.channel == "phone":
        codes.append("sms")
    if (
        used.channel == "whatsapp"
        or used.whatsapp_agreed_at
        or (used.last_inbound_channel == "whatsapp")
    ):
        codes.append("whatsapp")
    return tuple((code, words.CHANNELS[code]) for code in codes)


def _channel(used: Address | None, channels: tuple[tuple[str, str], ...]) -> str:
    codes = [code for code, _ in channels]
    last = used.last_inbound_channel if used else None
    return last if last in codes else codes[0] if codes else ""


def _closed(
    who: Viewer, now: datetime, talk: Conversation, youth: Youth, used: Address | None, muted: bool
) -> str:
    """Why she cannot be written to now, "" when she can: the same words as the refusals."""
    code = ""
    if youth.erased_at is not None:
        code = "erased"
    elif youth.deceased_at is not None and not who.lead:
        code = "lead_only"
    elif muted:
        code = "silence"
    elif youth.opted_out_at is not None and not _wrote_after_stop(talk, youth, now):
        code = "opted_out"
    elif used is None or not used.textable:
        code = "no_address"
    elif used.state in ("dead", "someone_else"):
        code = "dead_address"
    return words.REFUSALS[code] if code else ""


def _wrote_after_stop(talk: Conversation, youth: Youth, now: datetime) -> bool:
    stopped, wrote = youth.opted_out_at, talk.last_inbound_at
    if stopped is None or wrote is None:
        return False
    return wrote > stopped and now - wrote <= timedelta(hours=24)


def _unanswered(session: Session, talk: Conversation, now: datetime) -> int:
    """Texts to her in the last 7 days since she last wrote, all authors together."""
    since = now - timedelta(days=7)
    if talk.last_inbound_at is not None:
        since = max(since, talk.last_inbound_at)
    rows = session.exec(
        select(Message.id)
        .where(
            Message.conversation_id == talk.id,
            Message.direction == "out",
            Message.recipient == Recipient.YOUTH.value,
            Message.author != Author.SYSTEM.value,
            Message.state == "accepted",
            col(Message.created_at) > since,
        )
        .limit(20)
    ).all()
    return len(rows)
