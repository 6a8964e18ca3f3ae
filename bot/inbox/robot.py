"""What the robot will do next, in a sentence, and what taking over cancels (PRODUCT 11.3-4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.conversations import holder_of
from bot.inbox import dates
from bot.inbox.tasks import named
from bot.inbox.viewer import Viewer
from bot.models import Conversation, Flow, Message, Timer, Youth
from flows.contact import table as contact
from flows.effects import Author, Recipient, Speaker
from flows.relay import table as relay
from flows.snapshot import FlowKind

NUDGE = "une relance"
SPEAKS: dict[str, str] = {
    "hello": "le premier message",
    "day3": NUDGE,
    "day10": NUDGE,
    "wake60": "un message de reprise",
    "wake120": "un message de reprise",
    "again": "la question du jour choisi",
    "slot_reminder": "le rappel de l'appel",
    "offer_again": "la question sur le relais",
    "appointment_soon": "le rappel du rendez-vous",
    "check7": "la question du jour 7",
    "check30": "la question du jour 30",
    "check90": "la question du jour 90",
    "check180": "la question du jour 180",
}
"""Timers by which the robot writes to her: what each will say."""

UNSAID = ("wait_", "danger_", "sham_", "concern_")
"""Timers that alert persons of the team: they are not the robot's plan."""

MOST = 20


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing the robot has planned: `what`, and `when` in words."""

    what: str
    when: str
    at: datetime
    is_text: bool


@dataclass(frozen=True, slots=True)
class Robot:
    """The robot's state: a `sentence`, what is `planned`, and what a human text would cancel."""

    speaker: str
    sentence: str
    planned: tuple[Planned, ...]
    cancels: str
    holder: str  # the id of who took the word, "" when nobody has
    from_colleague: bool
    take: str  # the button's words
    may_take: bool
    may_hand_back: bool


def robot(
    session: Session, who: Viewer, now: datetime, conversation: Conversation, youth: Youth
) -> Robot:
    """The robot's state for that conversation."""
    planned = _planned(session, who, now, conversation)
    texts = [one for one in planned if one.is_text]
    closed = conversation.closed_at is not None
    waits = conversation.speaker == Speaker.HUMAN
    holder = holder_of(session, conversation.id) if waits else None
    return Robot(
        speaker=conversation.speaker,
        sentence=_sentence(who, now, conversation, youth, planned, holder),
        planned=tuple(planned),
        cancels=_cancels(len(texts)),
        holder=holder or "",
        from_colleague=holder not in (None, who.id),
        take=_take(who, holder),
        may_take=(conversation.speaker == Speaker.BOT or waits) and holder != who.id and not closed,
        may_hand_back=waits and not closed,
    )


def _word_is(who: Viewer, talk: Conversation, holder: str | None) -> str:
    """Who took the word and writes; else whose turn it is: the owner's, the team's."""
    if holder is None:
        return f"À {who.called(talk.owner_id) or 'votre équipe'} de répondre."
    if holder == who.id:
        return "C'est vous qui écrivez."
    return f"C'est {_colleague(who, holder)} qui écrit."


def _take(who: Viewer, holder: str | None) -> str:
    if holder in (None, who.id):
        return "Je prends la main"
    return named("Je prends la main à la place de {nom}", _colleague(who, holder))


def _colleague(who: Viewer, holder: str | None) -> str:
    return who.called(holder) or "une autre personne"


def _cancels(number: int) -> str:
    if not number:
        return ""
    return "1 relance prévue" if number == 1 else f"{number} relances prévues"


def _planned(
    session: Session, who: Viewer, now: datetime, conversation: Conversation
) -> list[Planned]:
    """Texts queued by the robot and timers by which it would write, the soonest first."""
    queued = session.exec(
        select(Message)
        .where(
            Message.conversation_id == conversation.id,
            Message.state == "queued",
            Message.author == Author.BOT,
            Message.recipient == Recipient.YOUTH,
        )
        .order_by(col(Message.not_before))
        .limit(MOST)
    ).all()
    found = [Planned("un message", "", max(one.not_before, now), True) for one in queued]
    if conversation.speaker == Speaker.BOT:
        found += _timers(session, now, conversation)
    found.sort(key=lambda one: one.at)
    return [
        Planned(one.what, dates.moment(one.at, now, who.zone), one.at, one.is_text)
        for one in found[:MOST]
    ]


def _timers(session: Session, now: datetime, conversation: Conversation) -> list[Planned]:
    rows = session.exec(
        select(Timer, Flow)
        .join(Flow, col(Timer.flow_id) == Flow.id)
        .where(
            Timer.conversation_id == conversation.id,
            Timer.state == "set",
            Timer.epoch == Flow.epoch,
            col(Flow.kind).in_((FlowKind.CONTACT.value, FlowKind.RELAY.value)),
        )
        .order_by(col(Timer.due))
        .limit(MOST)
    ).all()
    return [
        Planned(_what(timer.kind, flow.kind), "", max(timer.due, now), timer.kind in SPEAKS)
        for timer, flow in rows
        if not timer.kind.startswith(UNSAID)
    ]


def _what(kind: str, flow: str) -> str:
    """What a timer is for: our words for a text, else those of the flow's own table."""
    table = contact.TIMERS if flow == FlowKind.CONTACT else relay.TIMERS
    known = table.get(kind)
    return SPEAKS.get(kind) or (known.what if known else kind)


def _sentence(
    who: Viewer,
    now: datetime,
    talk: Conversation,
    youth: Youth,
    planned: list[Planned],
    holder: str | None,
) -> str:
    if youth.erased_at is not None:
        return "Ses données sont effacées. Plus rien ne part."
    if youth.deceased_at is not None:
        return "Tout est arrêté : on a annoncé un décès."
    if talk.closed_at is not None:
        return f"Dossier clos {dates.moment(talk.closed_at, now, who.zone)}. Le robot se tait."
    if youth.paused_until is not None and youth.paused_until > now:
        return f"En pause jusqu'à {dates.moment(youth.paused_until, now, who.zone)}. Rien ne part."
    if youth.opted_out_at is not None:
        return "STOP a été demandé : rien ne part de notre initiative."
    if talk.speaker == Speaker.NOBODY:
        return "Plus personne n'écrit dans ce dossier."
    if talk.speaker == Speaker.HUMAN:
        return f"{_word_is(who, talk, holder)} Le robot se tait."
    first = next((one for one in planned if one.is_text), None)
    if first is None:
        return "Le robot a la main et attend une réponse."
    if first.what == NUDGE:
        return f"Le robot relance {first.when}."
    return f"Le robot prévoit {first.what} {first.when}."
