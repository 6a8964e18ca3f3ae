"""A conversation begins: by a referral, or by a stranger's text. Each belongs to a team at once."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bot.conversations import door
from bot.conversations.change import change_of
from bot.ids import new_id
from bot.models import Address, Conversation, Flow, Team, Youth
from bot.presence import named_human
from bot.store import Gone, Store, seal, youth_key
from flows.effects import Author, Speaker
from flows.events import Event, StrangerWrote
from flows.snapshot import FlowKind


def open_conversation(session: Session, store: Store, youth: Youth) -> Conversation:
    """A new conversation of this youth in her team, owned by who is there for her; while nobody has
    room, by nobody: an owner's files start whatever she has in hand."""
    conversation = Conversation(
        youth_id=youth.id, team_id=youth.team_id, opened_at=store.clock.now()
    )
    session.add(conversation)
    session.flush()
    change = change_of(session, store, conversation, Author.SYSTEM)
    human = named_human(session, conversation, change.now, change.hours)
    conversation.owner_id = human.id if human is not None and human.free_from else None
    session.add(conversation)
    session.flush()
    return conversation


def begin(
    session: Session,
    store: Store,
    conversation: Conversation,
    kind: FlowKind,
    subject_id: str,
    event: Event,
    who: str,
) -> Flow:
    """Start one machine of a locked (or new) conversation with its first event."""
    return door.begin_flow(change_of(session, store, conversation, who), kind, subject_id, event)


def new_youth(session: Session, store: Store, team_id: str, *, known: bool = True) -> Youth:
    """A youth with a data key of her own; the caller fills in what is known."""
    youth = Youth(
        id=new_id(),
        team_id=team_id,
        data_key=store.vault.new_key(),
        known=known,
        created_at=store.clock.now(),
    )
    session.add(youth)
    session.flush()
    return youth


def new_address(
    session: Session,
    store: Store,
    youth: Youth,
    value: str,
    *,
    channel: str = "phone",
    owner: str = "youth",
    textable: bool = True,
) -> Address:
    """A live address of this youth. `value`: E.164, or a WhatsApp identity. The number of an adult
    she named is marked apart: whoever writes from it is not her, and must not find it taken."""
    mark = f"{value} {youth.id}" if owner == "trusted_adult" else value
    address = Address(
        id=new_id(),
        youth_id=youth.id,
        owner=owner,
        channel=channel,
        value_sealed=None,
        value_index=store.vault.index(mark),
        textable=textable,
        given_to_us_at=store.clock.now(),
    )
    address.value_sealed = seal(youth_key(store.vault, youth), value, address.id, "value")
    session.add(address)
    session.flush()
    return address


def open_for_stranger(
    session: Session, store: Store, value: str, channel: str, *, textable: bool = True
) -> tuple[Address, Youth, Conversation]:
    """A number nobody referred: stored like any other, answered once, shown to a human. What cannot
    receive a text is only shown: a name or a short code ("AMAZON", "36180"), a landline."""
    team = default_team(session)
    youth = new_youth(session, store, team.id, known=False)
    number = value.startswith("+")
    kind = "phone" if number or channel != "whatsapp" else "whatsapp"
    hears = textable and (number or kind == "whatsapp")
    called = channel == "voice"
    address = new_address(
        session, store, youth, value, channel=kind, owner="unknown", textable=hears
    )
    address.last_inbound_channel = None if called else channel
    conversation = open_conversation(session, store, youth)
    conversation.speaker = Speaker.HUMAN
    session.add(conversation)
    begin(session, store, conversation, FlowKind.CONTACT, "", StrangerWrote(called), Author.YOUTH)
    return address, youth, conversation


def default_team(session: Session) -> Team:
    """The oldest team: it reads what belongs to nobody. Raises Gone before any team exists."""
    team = session.exec(select(Team).order_by(col(Team.id))).first()
    if team is None:
        raise Gone("team")
    return team
