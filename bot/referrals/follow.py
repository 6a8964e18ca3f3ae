"""The follow-up of a referral: what became of it, a new number, "she knows now", a word to us.

Everything here is reached by the link of one referral, and shows and changes that one only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from bot import conversations, rates
from bot.calendar import hours_of
from bot.conversations import Change, NotAllowed, change_of
from bot.conversations.asking import open_task
from bot.crypto import digest
from bot.ids import new_id
from bot.models import (
    Access,
    Conversation,
    Message,
    Organisation,
    Prescriber,
    Referral,
    Team,
    Youth,
)
from bot.presence import may_start, named_human
from bot.referrals.kinds import TALLY_FROM
from bot.referrals.phones import NotAPhone, read_phone
from bot.referrals.receipt import SAY
from bot.referrals.shown import Progress, is_erased, progress_of
from bot.referrals.words import Refused, Wrong
from bot.store import Gone, Store, lock_conversation, seal, youth_key
from flows.effects import Priority, TaskKind
from flows.events import AddressReplaced, Informed, NumberGiven, PrescriberWrote
from flows.snapshot import FlowKind

LONGEST_WORD = 1000
WORDS_PER_HOUR = 20
PRESCRIBER = "prescriber"
UNREACHED = frozenset({"unreachable", "wrong_person"})


@dataclass(frozen=True, slots=True)
class Follow:
    """What the follow-up page shows. `card`: the code and the sentence to say, when she is to be
    told first; `may_inform`: the prescriber may say here that she was told. `planned_at`: the first
    contact, while its hour is ahead."""

    progress: Progress
    made_at: datetime
    aiguilleur: str
    service: str
    planned_at: datetime | None
    present_again: datetime | None
    may_inform: bool
    may_write: bool
    card: tuple[str, str] | None
    write_to: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """A prescriber's own figures; None of them below TALLY_FROM referrals."""

    referred: int
    attempted: int
    in_contact: int
    relayed: int
    bad_numbers: int


def progress(store: Store, prescriber: Prescriber, referral_id: str) -> Progress:
    """Status and dated steps of one's own referral; the view is recorded. Raises Gone."""
    with store.transaction() as session:
        referral = session.get(Referral, referral_id)
        if referral is None or referral.prescriber_id != prescriber.id:
            raise Gone(referral_id)
        _seen(session, store, prescriber.id, referral)
        return progress_of(session, referral, store.clock.now())


def follow(store: Store, token: str) -> Follow:
    """What the holder of this link may see; the view is recorded. Raises Gone."""
    now = store.clock.now()
    with store.transaction() as session:
        referral = by_token(session, token)
        _seen(session, store, referral.prescriber_id, referral)
        team, human, present_again = _who(session, store, referral)
        shown = progress_of(session, referral, now)
        erased = is_erased(session, referral)
        waits = shown.status == "to_announce" and referral.card_code is not None
        card = None
        if waits and referral.card_code:
            card = (referral.card_code, SAY.format(aig=human, code=referral.card_code))
        provider = store.settings.provider
        planned, received = referral.first_attempt_at, shown.status == "received"
        held = received and planned is None
        return Follow(
            progress=shown,
            made_at=referral.created_at,
            aiguilleur=human,
            service=team.service,
            planned_at=planned if received and planned and planned > now else None,
            present_again=present_again if held else None,
            may_inform=waits and referral.conversation_id is not None,
            may_write=referral.conversation_id is not None and not erased,
            card=card,
            write_to=provider.sms_sender if provider else None,
        )


def by_token(session: Session, token: str) -> Referral:
    """The referral of a follow-up link. Raises Gone."""
    found = session.exec(select(Referral).where(Referral.tracking_digest == digest(token))).first()
    if found is None:
        raise Gone("tracking")
    return found


def _seen(session: Session, store: Store, who: str, referral: Referral) -> None:
    session.add(Access(who=who, what="referral", subject_id=referral.id, at=store.clock.now()))


def _who(session: Session, store: Store, referral: Referral) -> tuple[Team, str, datetime | None]:
    """The team, the first name of who is there for her, and when somebody is back if nobody is."""
    now = store.clock.now()
    conversation = (
        session.get(Conversation, referral.conversation_id) if referral.conversation_id else None
    )
    if conversation is None:
        team = conversations.default_team(session)
        return team, team.service, None
    youth = session.get_one(Youth, conversation.youth_id)
    human = named_human(session, conversation, now, hours_of(session, youth, now.year))
    team = session.get_one(Team, conversation.team_id)
    return team, human.name if human else team.service, human.free_from if human else None


# --- what the prescriber does there


def inform(store: Store, token: str) -> None:
    """ "Elle est prévenue": the first text may now be planned. Nothing when it was said before."""
    with store.transaction() as session:
        referral, change = _locked(session, store, token)
        if referral.informed:
            return
        for one in _referrals(session, change.conversation):
            one.informed = True
            session.add(one)
        referral.status = "received"
        at = change.now.isoformat()
        referral.steps = [*referral.steps, {"step": "received", "at": at}]
        referral.first_attempt_at = _attempt(change, referral)
        session.add(referral)
        session.flush()
        conversations.happen(change, FlowKind.CONTACT, Informed())


def _attempt(change: Change, referral: Referral) -> datetime | None:
    human = named_human(change.session, change.conversation, change.now, change.hours)
    if human is None or not human.present:
        return None
    if not may_start(change.session, change.conversation.team_id):
        return None
    return change.hours.good_hour(change.now, referral.best_time)


def number_given(store: Store, token: str, typed: str) -> None:
    """Another number for her. It takes the place of one that was dead or somebody else's; in any
    other case a human decides. Raises Refused, TooMany."""
    _within_rates(store, token)
    try:
        settings = store.settings
        phone = read_phone(typed, production=settings.production, ours=settings.own_numbers)
    except NotAPhone as wrong:
        raise Refused([Wrong("phone", wrong.code)]) from wrong
    with store.transaction() as session:
        referral, change = _locked(session, store, token)
        _keep_word(change, f"Autre numéro donné : {phone.value}")
        replaced = referral.status == "not_reached" and _swap(change, phone.value, phone.textable)
        if not replaced:
            due = change.hours.add_work(change.now, timedelta(hours=8))
            open_task(change, TaskKind.PHONE_CHANGE, Priority.PRESCRIBER, due=due)
            return
        conversations.happen(change, FlowKind.PRESCRIBER, NumberGiven(), subject_id=referral.id)
        if any(flow.state in UNREACHED for flow in change.flows(FlowKind.CONTACT)):
            conversations.happen(change, FlowKind.CONTACT, AddressReplaced())


def _swap(change: Change, value: str, textable: bool) -> bool:
    """False when only a human may change it: she is known to us, or the number is taken."""
    if change.youth.recognised_at is not None or change.youth.opted_out_at is not None:
        return False
    try:
        conversations.swap_address(change, value, textable=textable)
    except NotAllowed:
        return False
    return True


def write_to_us(store: Store, token: str, words: str) -> None:
    """A word to the aiguilleur: a human reads it. Raises Refused, TooMany."""
    text = words.strip()
    if not text or len(text) > LONGEST_WORD:
        code = "too_long" if text else "empty"
        raise Refused([Wrong("word", code, {"most": str(LONGEST_WORD)})])
    _within_rates(store, token)
    with store.transaction() as session:
        referral, change = _locked(session, store, token)
        _keep_word(change, text)
        conversations.happen(change, FlowKind.PRESCRIBER, PrescriberWrote(), subject_id=referral.id)


def _within_rates(store: Store, token: str) -> None:
    rates.knock(store, f"suivi:{digest(token)[:32]}", WORDS_PER_HOUR, 3_600)


def _locked(session: Session, store: Store, token: str) -> tuple[Referral, Change]:
    referral = by_token(session, token)
    if referral.conversation_id is None:
        raise Gone("conversation")
    conversation = lock_conversation(session, referral.conversation_id)
    change = change_of(session, store, conversation, PRESCRIBER)
    if change.youth.erased_at is not None:
        raise Gone("erased")
    return referral, change


def _referrals(session: Session, conversation: Conversation) -> list[Referral]:
    query = select(Referral).where(Referral.conversation_id == conversation.id)
    return list(session.exec(query.order_by(col(Referral.id))).all())


def _keep_word(change: Change, text: str) -> None:
    """The prescriber's words stand in the file, under her key, read by people only."""
    store, youth = change.store, change.youth
    message = Message(
        id=new_id(),
        conversation_id=change.conversation.id,
        team_id=change.conversation.team_id,
        youth_id=youth.id,
        direction="in",
        author=PRESCRIBER,
        channel="mail",
        state="handled",
        recipient="aiguilleur",
        not_before=change.now,
        created_at=change.now,
        created_real=store.clock.real(),
        handled_at=change.now,
    )
    if youth.data_key is not None:
        message.body_sealed = seal(youth_key(store.vault, youth), text, message.id, "body")
    change.session.add(message)
    change.session.flush()


# --- figures


def tally(store: Store, prescriber: Prescriber) -> Tally | None:
    """Their own figures, from TALLY_FROM referrals on; no ranking."""
    with store.reading() as session:
        rows = session.exec(
            select(Referral.steps).where(Referral.prescriber_id == prescriber.id)
        ).all()
    if len(rows) < TALLY_FROM:
        return None
    reached = [{step["step"] for step in steps} for steps in rows]
    return Tally(
        referred=len(reached),
        attempted=_with(reached, "attempting"),
        in_contact=_with(reached, "in_contact"),
        relayed=_with(reached, "relayed"),
        bad_numbers=_with(reached, "not_reached"),
    )


def _with(rows: list[set[str]], step: str) -> int:
    return sum(step in steps for steps in rows)


def known_organisations(store: Store) -> list[str]:
    """Names of organisations that have an account, for the form's suggestions."""
    with store.reading() as session:
        query = select(Organisation.name).join(
            Prescriber, col(Prescriber.organisation_id) == col(Organisation.id)
        )
        confirmed = query.where(col(Prescriber.confirmed).is_(True)).distinct()
        return sorted(session.exec(confirmed.limit(200)).all())
