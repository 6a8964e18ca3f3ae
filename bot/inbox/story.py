"""The story of a conversation: each text with its author, its hour and its state in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.crypto import Vault
from bot.gateways.codes import Action
from bot.inbox import dates, reasons, words
from bot.inbox.viewer import Viewer
from bot.models import Conversation, JournalEntry, Message, Youth
from bot.store import body, unseal
from flows.effects import Author, Recipient
from flows.reading import Intent

PAGE = 40
MAIL = "mail"
NOT_NEEDED = frozenset({"repeated", "overtaken", "late", "speaker", "erased", "deceased"})
"""Refusals that ask nothing of anybody."""

LINK = re.compile(r"https?://\S+/(?:suivi|relais)/\S+")
"""A personal link: it lets its holder answer, so the inbox does not show it."""

READ, ARRIVED, FAILED, UNDELIVERED = 8, 7, 6, 5


@dataclass(frozen=True, slots=True)
class State:
    """Where a text stands: `word` is en cours, arrivé, lu, pas arrivé...; `todo` what to do."""

    word: str
    tone: str  # wait, good, bad, off
    reason: str = ""
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One text of the story."""

    id: str
    inbound: bool
    hers: bool
    author: str
    to: str
    channel: str
    text: str
    mail: bool
    erased: bool
    in_french: bool  # her language does not have this sentence yet: French was said
    at: str
    iso: str
    state: State | None
    media: int
    safety: str
    read_as: str
    rules: tuple[str, ...]
    intents: tuple[str, ...]

    @property
    def harmless(self) -> tuple[str, ...]:
        """What it means when its danger is a false alert."""
        left = tuple(one for one in self.intents if one != Intent.DISTRESS)
        return left or (Intent.OTHER.value,)


@dataclass(frozen=True, slots=True)
class Story:
    """The texts in order; `before` asks for the older ones, None at the beginning."""

    lines: tuple[Line, ...]
    before: str | None


def story(
    session: Session,
    vault: Vault,
    who: Viewer,
    now: datetime,
    conversation: Conversation,
    *,
    before: str | None = None,
    since: str | None = None,
) -> Story:
    """A page of the story, the newest texts last: those older than the id `before`, or those
    newer than the id `since`, else the last ones."""
    query = select(Message).where(Message.conversation_id == conversation.id)
    if since is not None:
        query = query.where(col(Message.id) > since).order_by(col(Message.id)).limit(PAGE)
        found = list(session.exec(query).all())
        more = False
    else:
        if before:
            query = query.where(col(Message.id) < before)
        newest = session.exec(query.order_by(col(Message.id).desc()).limit(PAGE + 1)).all()
        more = len(newest) > PAGE
        found = list(reversed(newest[:PAGE]))
    youth = session.get(Youth, conversation.youth_id)
    read = _readings(session, conversation.id, found)
    lines = tuple(_line(vault, who, now, one, youth, read) for one in found)
    return Story(lines, found[0].id if more else None)


def newest_id(session: Session, conversation_id: str) -> str:
    """The id of the last text of the conversation, "" when there is none: what was on screen."""
    query = select(Message.id).where(Message.conversation_id == conversation_id)
    return session.exec(query.order_by(col(Message.id).desc()).limit(1)).first() or ""


def _readings(
    session: Session, conversation_id: str, found: list[Message]
) -> dict[datetime, tuple[str, ...]]:
    """What each turn was understood to mean, by the instant it was handled."""
    handled = [one.handled_at for one in found if one.direction == "in" and one.handled_at]
    if not handled:
        return {}
    entries = session.exec(
        select(JournalEntry).where(
            JournalEntry.conversation_id == conversation_id,
            JournalEntry.code == "TextsReceived",
            col(JournalEntry.at).in_(handled),
        )
    ).all()
    return {one.at: tuple(str(i) for i in one.data.get("intents", ())) for one in entries}


def _line(
    vault: Vault,
    who: Viewer,
    now: datetime,
    message: Message,
    youth: Youth | None,
    read: dict[datetime, tuple[str, ...]],
) -> Line:
    inbound = message.direction == "in"
    owner = youth if message.youth_id is not None else None
    text = body(vault, message, owner)
    intents = read.get(message.handled_at, ()) if message.handled_at and inbound else ()
    return Line(
        id=message.id,
        inbound=inbound,
        hers=inbound and message.author == Author.YOUTH,
        author=author(who, message),
        to=_to(message),
        channel=words.CHANNELS.get(message.channel, message.channel),
        text=LINK.sub("[lien personnel]", text or _subject(vault, message)),
        mail=message.channel == MAIL and not inbound,
        erased=message.body_sealed is None and not message.extra.get("media"),
        in_french=message.fallback,
        at=dates.short(message.sent_at or message.created_at, now, who.zone),
        iso=(message.sent_at or message.created_at).isoformat(),
        state=None if inbound else state(message, now, who),
        media=len(message.extra.get("media", ())),
        safety=words.SAFETY.get(message.safety, "") if inbound else "",
        read_as=", ".join(words.intent(one) for one in intents),
        rules=tuple(message.rules) if inbound else (),
        intents=intents,
    )


def author(who: Viewer, message: Message) -> str:
    """Who wrote a text, for a reader: first name, `le robot`, `message automatique`."""
    if message.direction == "in":
        return {"prescriber": "Prescripteur", "structure": "Structure"}.get(message.author, "")
    if message.author == Author.BOT:
        return "Le robot"
    if message.author == Author.SYSTEM:
        return "Message automatique"
    name = who.called(message.author_id)
    return "Vous" if name == "vous" else name or "Une personne de l'équipe"


def _to(message: Message) -> str:
    if message.direction == "in":
        return ""
    return {
        Recipient.PRESCRIBER.value: "au prescripteur",
        Recipient.STRUCTURE.value: "à la structure",
    }.get(message.recipient, "")


def _subject(vault: Vault, message: Message) -> str:
    """The subject of an e-mail whose body has gone with its age."""
    if message.subject_sealed is None or message.youth_id is not None:
        return ""
    return unseal(vault.common, message.subject_sealed, message.id, "subject")


def state(message: Message, now: datetime, who: Viewer) -> State:
    """ "Sent" is not "arrived" (PRODUCT 11.5): where our text stands, why, and what to do."""
    reason = reasons.why(message.why, message.error_code)
    if message.state in ("queued", "sending"):
        return _waiting(message, now, who, reason)
    if message.state == "accepted":
        return _accepted(message, now, who)
    if message.why == Action.PERHAPS_ARRIVED:
        return State("peut-être arrivé", "bad", reason, "Demandez-lui avant de le renvoyer.")
    if message.state == "uncertain":
        return State("peut-être parti", "wait", "l'opérateur n'a pas répondu", "On vérifie.")
    if message.state == "held":
        return State("en attente", "wait", reason, "Appelez si c'est pressé.")
    if message.state == "cancelled":
        return State("annulé", "off", reason)
    if message.state == "failed":
        return _not_arrived(message)
    if message.why in NOT_NEEDED:
        return State("pas parti", "off", reason)
    return State("pas parti", "bad", reason or "refusé avant l'envoi", "Lisez la raison, appelez.")


def _waiting(message: Message, now: datetime, who: Viewer, reason: str) -> State:
    if message.not_before > now:
        planned = dates.moment(message.not_before, now, who.zone)
        return State(f"partira {planned}", "wait", reason)
    return State("en cours", "wait", reason)


def _accepted(message: Message, now: datetime, who: Viewer) -> State:
    rank = message.delivery or 0
    if message.channel == MAIL and rank < UNDELIVERED:
        return State("parti", "good")  # an e-mail says nothing more
    if rank >= READ:
        seen = f" {dates.short(message.read_at, now, who.zone)}" if message.read_at else ""
        return State(f"lu{seen}", "good")
    if rank == ARRIVED:
        return State("arrivé", "good")
    if rank in (FAILED, UNDELIVERED):
        return _not_arrived(message)
    return State("en cours", "wait", "parti, pas encore arrivé")


def _not_arrived(message: Message) -> State:
    reason, todo = reasons.not_arrived(message.why, message.error_code)
    return State("pas arrivé", "bad", reason, todo)
