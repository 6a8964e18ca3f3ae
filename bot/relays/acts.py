"""What an aiguilleur does with a relay: propose, note a yes or a no, withdraw, hear from her.

What moves a relay is its flow; each act is one transaction under the conversation's lock.
"""

from __future__ import annotations

import json

from sqlmodel import col, select

from bot import conversations
from bot.conversations import Change, NotAllowed
from bot.conversations.act import act
from bot.conversations.facts import is_minor
from bot.crypto import digest
from bot.ids import new_id, token
from bot.models import Relay, Service, Structure
from bot.packet import FIELDS, MOST_FIELDS, NEVER_WITHOUT
from bot.relays.words import AUTHORITY, OVER
from bot.store import Gone, Store, seal, youth_key
from flows.events import (
    ConsentGiven,
    ConsentRefused,
    ConsentWithdrawn,
    Event,
    RelayProposed,
    YouthAnswered,
)
from flows.snapshot import FlowKind

LONGEST_NEED = 300


def propose(
    store: Store,
    conversation_id: str,
    by: str,
    service_id: str,
    fields: list[str],
    *,
    need: str = "",
    authority: str | None = None,
) -> str:
    """Propose one service with the fields she would pass on; returns the relay's id.

    `fields`: codes of bot.packet.FIELDS, at most 4, first_name always; `need`: what she looks for,
    in words she has seen; `authority`: a code of AUTHORITY, for minors. Raises Gone, NotAllowed
    (fields, need, authority, not_a_partner, already, nobody).
    """
    wanted = _wanted(fields, need)
    if authority is not None and authority not in AUTHORITY:
        raise NotAllowed("authority")
    with act(store, conversation_id, by) as change:
        service = _service(change, service_id)
        if change.youth.data_key is None or change.youth.deceased_at is not None:
            raise NotAllowed("nobody")
        relay = _new(change, service, by, wanted, need.strip())
        minor = is_minor(change.youth, change.hours.local(change.now).date())
        relay.authority = authority if minor else None
        change.session.add(relay)
        change.session.flush()
        talk, proposed = change.conversation, RelayProposed(by)
        conversations.begin(change.session, store, talk, FlowKind.RELAY, relay.id, proposed, by)
        return relay.id


def _wanted(fields: list[str], need: str) -> list[str]:
    """The fields in their order, her first name always among them. Raises NotAllowed."""
    wanted = [code for code in FIELDS if code in {*fields, NEVER_WITHOUT}]
    if not set(fields) <= set(FIELDS) or len(wanted) > MOST_FIELDS:
        raise NotAllowed("fields")
    if len(need) > LONGEST_NEED or ("need" in wanted and not need.strip()):
        raise NotAllowed("need")
    return wanted


def _service(change: Change, service_id: str) -> Service:
    service = change.session.get(Service, service_id)
    if service is None:
        raise Gone(service_id)
    structure = change.session.get_one(Structure, service.structure_id)
    if not structure.partner:
        raise NotAllowed("not_a_partner")
    open_one = select(Relay.id).where(
        Relay.conversation_id == change.conversation.id,
        Relay.service_id == service_id,
        col(Relay.status).not_in(OVER),
    )
    if change.session.exec(open_one).first() is not None:
        raise NotAllowed("already")
    return service


def _new(change: Change, service: Service, by: str, fields: list[str], need: str) -> Relay:
    row, secret = new_id(), token()
    kept = json.dumps({"need": need}, ensure_ascii=False) if need else None
    return Relay(
        id=row,
        conversation_id=change.conversation.id,
        youth_id=change.youth.id,
        team_id=change.conversation.team_id,
        service_id=service.id,
        structure_id=service.structure_id,
        proposed_by=by,
        fields=fields,
        packet_sealed=seal(youth_key(change.store.vault, change.youth), kept, row, "packet"),
        token_digest=digest(secret),
        token_sealed=seal(change.store.vault.common, secret, row, "token"),
        created_at=change.now,
    )


def record_authority(store: Store, relay_id: str, by: str, code: str) -> None:
    """Who holds parental authority over a minor, told or why not: the offer is looked at again.
    Raises Gone, NotAllowed("authority", "over")."""
    if code not in AUTHORITY:
        raise NotAllowed("authority")
    with act(store, _conversation_of(store, relay_id), by) as change:
        relay = still_open(change, relay_id)
        relay.authority = code
        change.session.add(relay)
        change.session.flush()
        change.journal("authority_recorded", data={"code": code})
        happen(change, relay, RelayProposed(by))


def consent(store: Store, relay_id: str, by: str, agrees: bool, words: str = "") -> None:
    """Her yes or no, as said aloud to `by`, with her words. Raises Gone, NotAllowed."""
    with act(store, _conversation_of(store, relay_id), by) as change:
        relay = still_open(change, relay_id)
        if relay.status != "proposed":
            raise NotAllowed("not_asked")
        if agrees:
            minor = is_minor(change.youth, change.hours.local(change.now).date())
            if minor and relay.authority is None:
                raise NotAllowed("authority")
            key = youth_key(store.vault, change.youth)
            relay.consent_at, relay.consent_by = change.now, by
            relay.consent_words_sealed = seal(key, words.strip(), relay.id, "consent_words")
            change.session.add(relay)
            change.session.flush()
        happen(change, relay, ConsentGiven(by) if agrees else ConsentRefused(by))


def withdraw(store: Store, relay_id: str, by: str) -> None:
    """She takes her yes back: the structure sees nothing of her any more. Raises Gone."""
    with act(store, _conversation_of(store, relay_id), by) as change:
        relay = still_open(change, relay_id)
        relay.withdrawn_at, relay.packet_sealed = change.now, None
        change.session.add(relay)
        change.session.flush()
        happen(change, relay, ConsentWithdrawn(by))


def youth_said(store: Store, relay_id: str, by: str, followed: bool) -> None:
    """Whether somebody really follows her, as she told `by`. Raises Gone, NotAllowed("over")."""
    with act(store, _conversation_of(store, relay_id), by) as change:
        happen(change, still_open(change, relay_id), YouthAnswered(followed))


def _conversation_of(store: Store, relay_id: str) -> str:
    with store.reading() as session:
        relay = session.get(Relay, relay_id)
    if relay is None:
        raise Gone(relay_id)
    return relay.conversation_id


def still_open(change: Change, relay_id: str) -> Relay:
    """The relay, still running. Raises NotAllowed("over")."""
    relay = change.session.get_one(Relay, relay_id, populate_existing=True)
    if relay.status in OVER:
        raise NotAllowed("over")
    return relay


def happen(change: Change, relay: Relay, event: Event) -> None:
    """One event through this relay's own machine."""
    conversations.happen(change, FlowKind.RELAY, event, subject_id=relay.id)
