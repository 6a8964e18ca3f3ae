"""Acts of the inbox beside those of bot.conversations: end a danger, correct a reading, write a
diagnosis, decide on a report. Each is one transaction and leaves a journal entry with her id."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot import conversations, erasure
from bot.conversations import NotAllowed, happen
from bot.conversations.act import act
from bot.ids import new_id
from bot.inbox import colleagues, drafts, words
from bot.inbox.danger import silence
from bot.inbox.viewer import own, viewer
from bot.models import Diagnosis, Handover, Message, Referral, Youth
from bot.store import Gone, Store, seal, youth_key
from flows.effects import TaskKind
from flows.events import Informed
from flows.reading import Intent, Safety
from flows.snapshot import FlowKind

LONGEST = 1200  # characters of one text


class ColleagueWrites(Exception):
    """Somebody of the team is writing to the same person: asked once (PRODUCT 11.8)."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(len(names))
        self.names = names


def send(
    store: Store,
    conversation_id: str,
    by: str,
    body: str,
    *,
    channel: str | None = None,
    seen: str | None = None,
    instead_of: str | None = None,
    confirm: bool = False,
) -> str:
    """Send an aiguilleur's own text; returns the message's id.

    Raises NotAllowed (blank, long, lead_only, silence, and those of conversations.reply),
    ColleagueWrites, Stale and Taken once each unless `confirm`, Gone.
    """
    if drafts.blanks(body):
        raise NotAllowed("blank")
    if len(body) > LONGEST:
        raise NotAllowed("long")
    if channel not in (None, "sms", "whatsapp"):
        raise NotAllowed("channel")
    may_reach(store, conversation_id, by)
    with store.reading() as session:
        who = viewer(session, by, store.clock.now())
        others = colleagues.here(session, who, conversation_id, store.clock.real()).writing
    if others and not confirm:
        raise ColleagueWrites(others)
    message_id = conversations.reply(
        store,
        conversation_id,
        by,
        body,
        channel=channel,
        seen_message_id=seen,
        instead_of=instead_of,
        confirm=confirm,
    )
    colleagues.stop_writing(store, conversation_id, by)
    return message_id


def may_reach(store: Store, conversation_id: str, by: str) -> None:
    """May `by` write to her or call her at all? Raises Gone, NotAllowed: `lead_only` after a
    death, `silence` after violence."""
    with store.reading() as session:
        who = viewer(session, by, store.clock.now())
        talk = own(session, who, conversation_id)
        if session.get_one(Youth, talk.youth_id).deceased_at is not None and not who.lead:
            raise NotAllowed("lead_only")
        if silence(session, conversation_id):
            raise NotAllowed("silence")


def told_informed(store: Store, conversation_id: str, by: str) -> None:
    """The prescriber told `by` that she knows: what waited to be announced may start.
    Raises NotAllowed("informed") when nothing waited."""
    with act(store, conversation_id, by) as change:
        waiting = change.session.exec(
            select(Referral).where(
                Referral.conversation_id == conversation_id, col(Referral.informed).is_(False)
            )
        ).all()
        if not waiting:
            raise NotAllowed("informed")
        for one in waiting:
            one.informed = True
            change.session.add(one)
        change.session.flush()
        happen(change, FlowKind.CONTACT, Informed())


def erase(store: Store, conversation_id: str, by: str) -> None:
    """Erase that youth for good, as she asked. Raises Gone for another team's, NotAllowed:
    `danger_first`, `report_first`, `unread`."""
    with store.reading() as session:
        own(session, viewer(session, by, store.clock.now()), conversation_id)
    try:
        erasure.erase(store, conversation_id, by)
    except NotAllowed as held:
        raise NotAllowed(HELD_BECAUSE.get(held.code, held.code)) from held


HELD_BECAUSE = {"danger": "danger_first", "report": "report_first"}


def end_task(store: Store, task_id: str, by: str, outcome: str) -> None:
    """End an ordinary task. Raises NotAllowed: `danger` for those that need their own outcome,
    `outcome` for a word that is not offered."""
    with store.reading() as session:
        task = session.get(Handover, task_id)
    if task is None:
        raise Gone(task_id)
    if task.kind == TaskKind.DANGER:
        raise NotAllowed("danger")
    offered = words.REPORT_OUTCOMES if task.kind == TaskKind.MINOR_REPORT else words.TASK_OUTCOMES
    if outcome not in offered:
        raise NotAllowed("outcome")
    conversations.end_task(store, task_id, by, outcome)


def correct_reading(
    store: Store,
    conversation_id: str,
    by: str,
    message_id: str,
    intents: Sequence[str],
    safety: str | None = None,
) -> None:
    """Say what a text really meant. Kept in the journal as codes and the message's id, a future
    example for the reading; nothing else changes: an open danger is closed by its own outcome
    only (PRODUCT 9), also when this says that it was a false alert. Raises NotAllowed("intent")."""
    known = {one.value for one in Intent}
    if not set(intents) <= known or safety not in {None, *(one.value for one in Safety)}:
        raise NotAllowed("intent")
    with act(store, conversation_id, by) as change:
        message = change.session.get(Message, message_id)
        if (
            message is None
            or message.conversation_id != conversation_id
            or message.direction != "in"
        ):
            raise Gone(message_id)
        change.journal(
            "reading_corrected",
            data={
                "message": message_id,
                "intents": sorted(set(intents)),
                "safety": safety or _safety_of(message, intents),
                "safety_read": message.safety,
                "rules": list(message.rules),
                "asked": message.question,
            },
        )


def _safety_of(message: Message, intents: Sequence[str]) -> str:
    """Said by nobody, the worry stays the one read; distress is a concern at least."""
    if Intent.DISTRESS in intents and message.safety == Safety.NONE:
        return Safety.CONCERN.value
    return message.safety


def write_diagnosis(
    store: Store,
    conversation_id: str,
    by: str,
    *,
    needs: Sequence[str],
    brakes: Sequence[str],
    levers: Sequence[str],
    excerpts: Sequence[str],
    free: str,
) -> str:
    """A new diagnosis (the earlier ones stay); excerpts are ids of messages of this conversation.
    Returns its id. Raises NotAllowed("empty")."""
    if not (needs or brakes or levers or free.strip()):
        raise NotAllowed("empty")
    with act(store, conversation_id, by) as change:
        kept = change.session.exec(
            select(Message.id).where(
                Message.conversation_id == conversation_id, col(Message.id).in_(list(excerpts))
            )
        ).all()
        row = Diagnosis(
            id=new_id(),
            conversation_id=conversation_id,
            aiguilleur_id=by,
            needs=list(needs),
            brakes=list(brakes),
            levers=list(levers),
            excerpts=sorted(kept),
            at=change.now,
        )
        key = youth_key(store.vault, change.youth)
        row.words_sealed = seal(key, free.strip(), row.id, "words")
        change.session.add(row)
        change.journal("diagnosis", data={"excerpts": len(kept)})
        return row.id
