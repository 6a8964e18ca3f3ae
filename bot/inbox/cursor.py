"""What is new on a file since a page was read: an ordered, idempotent answer to a poll (11.15)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bot.crypto import digest
from bot.inbox import board, colleagues
from bot.inbox.robot import robot
from bot.inbox.story import Line, State, state, story
from bot.inbox.viewer import Viewer, own
from bot.models import Conversation, Handover, Message, Youth
from bot.store import Store

RECENT = 40


@dataclass(frozen=True, slots=True)
class News:
    """The same `since` gives the same answer until something changes. `stamp` names the state of
    everything around the texts (tasks, speaker, owner): a page with another stamp is stale."""

    cursor: str
    lines: tuple[Line, ...]
    states: dict[str, State]
    stamp: str
    robot: str
    cancels: str
    reading: tuple[str, ...]
    writing: tuple[str, ...]
    minutes: int
    waiting: str


def news(session: Session, store: Store, who: Viewer, conversation_id: str, since: str) -> News:
    """Texts after `since` in order, states of recent ones, who is here. Raises Gone."""
    now = store.clock.now()
    talk = own(session, who, conversation_id)
    youth = session.get_one(Youth, talk.youth_id)
    fresh = story(session, store.vault, who, now, talk, since=since)
    machine = robot(session, who, now, talk, youth)
    around = colleagues.here(session, who, talk.id, store.clock.real())
    return News(
        cursor=fresh.lines[-1].id if fresh.lines else since,
        lines=fresh.lines,
        states=_states(session, store, who, talk),
        stamp=stamp(session, talk, machine.sentence),
        robot=machine.sentence,
        cancels=machine.cancels,
        reading=around.reading,
        writing=around.writing,
        minutes=around.minutes,
        waiting=board.count(session, who, now),
    )


def stamp(session: Session, talk: Conversation, sentence: str) -> str:
    """Names the state of a file around its texts; no fact can be read back from it."""
    tasks = session.exec(
        select(Handover.id, Handover.priority, Handover.deferred_until)
        .where(Handover.conversation_id == talk.id, col(Handover.closed_at).is_(None))
        .order_by(col(Handover.id))
    ).all()
    facts = (talk.speaker, talk.epoch, talk.owner_id, talk.closed_at, sentence)
    return digest(repr((facts, [tuple(one) for one in tasks])))[:16]


def home_stamp(session: Session, who: Viewer, ids: list[str], count: str) -> str:
    """Names the list of things to do as it was shown."""
    return digest(repr((who.id, ids, count)))[:16]


def _states(session: Session, store: Store, who: Viewer, talk: Conversation) -> dict[str, State]:
    rows = session.exec(
        select(Message)
        .where(Message.conversation_id == talk.id, Message.direction == "out")
        .order_by(col(Message.id).desc())
        .limit(RECENT)
    ).all()
    return {one.id: state(one, store.clock.now(), who) for one in rows}
