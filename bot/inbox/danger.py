"""What the file shows while somebody may be in danger, and what 15 or 17 will ask (PRODUCT 9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, and_, col, or_, select

from bot.crypto import Vault
from bot.inbox import dates, story
from bot.inbox.known import Known, known
from bot.inbox.person import Person
from bot.inbox.viewer import Viewer
from bot.models import Conversation, Flow, Handover, Message, Team, Youth
from bot.store import body
from flows.effects import Author, Recipient, TaskKind
from flows.reading import Danger as Kind
from flows.reading import Safety
from flows.snapshot import FlowKind

MOST_WORDS = 20  # texts of the panel; the rest is in the story below it
KINDS: dict[Kind, str] = {
    Kind.SUICIDE: "risque de suicide",
    Kind.VIOLENCE: "violence",
    Kind.NOWHERE: "nulle part où dormir ce soir",
    Kind.MEDICAL: "urgence médicale",
    Kind.HARM_OTHERS: "menace pour d'autres",
    Kind.CHILD: "enfant en danger",
    Kind.OTHER: "danger",
}


@dataclass(frozen=True, slots=True)
class Words:
    """One text, word for word: who wrote it, when, and of ours where it stands."""

    at: str
    by: str
    hers: bool
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Danger:
    """The danger panel. `silence`: violence, no call and no text before an OK or a decision."""

    task_id: str
    opened: str
    since: str
    kinds: tuple[str, ...]
    silence: bool
    unsent: bool
    asked_by_15: tuple[Known, ...]
    said: tuple[Words, ...]
    plan: tuple[tuple[str, str], ...]
    alerts: int
    reached: str  # how long until a human was on it; "" while nobody is


def danger(
    session: Session,
    vault: Vault,
    who: Viewer,
    now: datetime,
    conversation: Conversation,
    about: Person,
) -> Danger | None:
    """The panel of the open danger of that conversation; None when there is none."""
    tasks = session.exec(
        select(Handover).where(
            Handover.conversation_id == conversation.id,
            col(Handover.closed_at).is_(None),
            col(Handover.kind).in_((TaskKind.DANGER.value, TaskKind.SAFETY_NOT_SENT.value)),
        )
    ).all()
    task = next((one for one in tasks if one.kind == TaskKind.DANGER), tasks[0] if tasks else None)
    if task is None:
        return None
    codes = {code for one in tasks for code in one.codes}
    return Danger(
        task_id=task.id,
        opened=dates.moment(task.opened_at, now, who.zone),
        since=dates.since(task.opened_at, now),
        kinds=tuple(text for kind, text in KINDS.items() if kind in codes),
        silence=Kind.VIOLENCE in codes,
        unsent=any(one.kind == TaskKind.SAFETY_NOT_SENT for one in tasks),
        asked_by_15=known(
            session, who, now, conversation, about, silence=silence(session, conversation.id)
        ),
        said=_said(session, vault, who, now, conversation, about),
        plan=_plan(session.get_one(Team, conversation.team_id)),
        alerts=task.alerts,
        reached=dates.span(task.taken_at - task.opened_at) if task.taken_at else "",
    )


def danger_open(session: Session, conversation_id: str) -> bool:
    """Is a danger of that conversation still without an outcome?"""
    query = select(Handover.id).where(
        Handover.conversation_id == conversation_id,
        Handover.kind == TaskKind.DANGER.value,
        col(Handover.closed_at).is_(None),
    )
    return session.exec(query).first() is not None


def silence(session: Session, conversation_id: str) -> bool:
    """After violence: no call and no text before an OK of hers, or a human's decision."""
    flow = session.exec(
        select(Flow).where(
            Flow.conversation_id == conversation_id, Flow.kind == FlowKind.CONTACT.value
        )
    ).first()
    return bool(flow is not None and flow.memory.get("silence"))


def _said(
    session: Session,
    vault: Vault,
    who: Viewer,
    now: datetime,
    conversation: Conversation,
    about: Person,
) -> tuple[Words, ...]:
    """From the first of her texts that raised the alert: what she wrote, and what was written to
    her. A place is often written there."""
    rows = session.exec(
        select(Message)
        .where(
            Message.conversation_id == conversation.id,
            or_(
                and_(Message.direction == "in", Message.author == Author.YOUTH.value),
                and_(Message.direction == "out", Message.recipient == Recipient.YOUTH.value),
            ),
            Message.state != "cancelled",
        )
        .order_by(col(Message.id).desc())
        .limit(MOST_WORDS)
    ).all()
    worrying = [index for index, one in enumerate(rows) if one.safety != Safety.NONE]
    hers = [index for index, one in enumerate(rows) if one.direction == "in"]
    first = next(iter(worrying[-1:] or hers[:1]), 0)
    youth = session.get_one(Youth, conversation.youth_id)
    return tuple(
        _words(who, now, one, body(vault, one, youth), about) for one in reversed(rows[: first + 1])
    )


def _words(who: Viewer, now: datetime, message: Message, text: str, about: Person) -> Words:
    hers = message.direction == "in"
    stands = story.state(message, now, who)
    return Words(
        at=dates.short(message.sent_at or message.created_at, now, who.zone),
        by=about.name if hers else story.author(who, message),
        hers=hers,
        text=text or "(photo ou message vocal : voir le fil)",
        state="" if hers else stands.word,
    )


def _plan(team: Team) -> tuple[tuple[str, str], ...]:
    """The team's written plan: who, which hours, the fallback, who calls 15 or 17."""
    names = {
        "who": "De permanence",
        "hours": "Heures payées",
        "fallback": "Sinon",
        "caller": "Appelle le 15 ou le 17",
    }
    return tuple(
        (label, str(team.danger_plan[name]))
        for name, label in names.items()
        if team.danger_plan.get(name)
    )
