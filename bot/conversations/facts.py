"""What a flow may know: rows become a Snapshot, without a text, a number or a name of hers."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.conversations.change import Change
from bot.conversations.wordings import all_said
from bot.models import Flow, Organisation, Referral, Relay, Service, Structure, Youth
from bot.outbox.doubt import number_in_doubt
from bot.packet import in_words
from bot.presence import duty, may_start
from flows.contact.starts import STARTS
from flows.effects import Speaker
from flows.events import Event, TimerDue
from flows.reading import Question
from flows.snapshot import FlowKind, Human, Person, ReferralFacts, RelayFacts, Snapshot

ALLOWANCE_KINDS = frozenset({"SPIP", "PJJ", "DEPT", "CCAS", "CAF", "FT", "PE"})
"""Kinds that hold justice data or decide on her allowance: a tally only (PRODUCT 12.3)."""

NOT_REACHED = frozenset({"unreachable", "wrong_person"})

CONSENT_LASTS = timedelta(days=30)  # asked again after 30 days (PRODUCT section 10)


def snapshot(change: Change, flow: Flow, event: Event) -> Snapshot:
    """The facts around one running machine, at the instant of the change, as far as `event` needs
    them."""
    conversation, youth = change.conversation, person(change)
    last, answers = change.asked, change.answers
    return Snapshot(
        kind=FlowKind(flow.kind),
        state=flow.state,
        now=change.now,
        hours=change.hours,
        version=flow.version,
        epoch=flow.epoch,
        resume=flow.resume,
        memory=dict(flow.memory),
        person=youth,
        human=present_human(change),
        speaker=Speaker(conversation.speaker),
        question=Question(last.question) if last and last.question else None,
        answers=answers.key if answers else None,
        spoken_to=change.spoken_to,
        misunderstood=conversation.misunderstood,
        duty=duty(change.session, conversation, change.now, change.hours, change.rota()),
        number_in_doubt=_in_doubt(change, flow, event),
        all_said=_all_said(change, flow, event, youth),
        relay=_relay(change, flow) if flow.kind == FlowKind.RELAY else None,
        referral=_referral(change, flow) if flow.kind == FlowKind.PRESCRIBER else None,
    )


def _all_said(change: Change, flow: Flow, event: Event, youth: Person) -> frozenset[str]:
    if flow.kind != FlowKind.CONTACT:
        return frozenset()
    return all_said(change, event, source=youth.has_source)


def _in_doubt(change: Change, flow: Flow, event: Event) -> bool:
    if flow.kind != FlowKind.CONTACT or not isinstance(event, TimerDue):
        return False
    if event.kind not in STARTS:
        return False
    address = change.address()
    if address is None or not change.shared(address):
        return False
    return number_in_doubt(change.session, change.conversation, change.youth, address)


def person(change: Change) -> Person:
    """What the flow may know of the youth."""
    youth, address = change.youth, change.address()
    first = change.referral()
    return Person(
        informed=first.informed if first else True,
        textable=address.textable if address else False,
        minor=is_minor(youth, change.hours.local(change.now).date()),
        opted_out=youth.opted_out_at is not None,
        erased=youth.erased_at is not None,
        deceased=youth.deceased_at is not None,
        recognised=youth.recognised_at is not None,
        prefers_voice=youth.prefers_voice,
        has_source=bool(first and first.say_from_sealed),
        best_time=first.best_time if first else None,
        trusted_adult=_has_trusted_adult(change),
        address=address.state if address else "dead",
        paused_until=youth.paused_until,
        last_inbound_at=change.conversation.last_inbound_at,
    )


def is_minor(youth: Youth, today: date) -> bool:
    """Minor until 31 December of the year she turns 18; unknown counts as possibly minor."""
    return youth.birth_year is None or today.year - youth.birth_year <= 18


def present_human(change: Change) -> Human | None:
    """The named human; absent when the team may not start (no written danger plan)."""
    human = change.human()
    if human is not None and not may_start(change.session, change.conversation.team_id):
        return Human(id=human.id, name=human.name, present=False, free_from=None)
    return human


def _has_trusted_adult(change: Change) -> bool:
    return any(one.owner == "trusted_adult" for one in change.addresses())


def _relay(change: Change, flow: Flow) -> RelayFacts:
    relay = change.session.get_one(Relay, flow.subject_id)
    service = change.session.get(Service, relay.service_id)
    structure = change.session.get(Structure, relay.structure_id)
    minor = is_minor(change.youth, change.hours.local(change.now).date())
    return RelayFacts(
        service=service.name if service else "",
        fields=in_words(relay.fields),
        consent_at=relay.consent_at if consent_holds(relay, change.now) else None,
        sent_at=relay.sent_at,
        met=relay.met_at is not None,
        capacity_known=service is not None and service.capacity is not None,
        parental_ok=not minor or relay.authority is not None,
        has_mailbox=structure is not None and structure.mailbox_sealed is not None,
    )


def consent_holds(relay: Relay, now: datetime) -> bool:
    """Her yes, not withdrawn; before the packet leaves it lasts 30 days."""
    if relay.consent_at is None or relay.withdrawn_at is not None:
        return False
    return relay.sent_at is not None or now - relay.consent_at < CONSENT_LASTS


def _referral(change: Change, flow: Flow) -> ReferralFacts:
    referral = change.session.get_one(Referral, flow.subject_id)
    organisation = change.session.get_one(Organisation, referral.organisation_id)
    return ReferralFacts(
        made_at=referral.created_at,
        news_allowed=organisation.kind not in ALLOWANCE_KINDS,
        youth_agrees=change.youth.news_agreed_at is not None,
        has_email=True,
        **_known_before(change, referral),
    )


def _known_before(change: Change, referral: Referral) -> dict[str, bool]:
    """Of a duplicate: what was told to who referred her first, and is not told again."""
    contact = next(iter(change.flows(FlowKind.CONTACT)), None)
    if not referral.duplicate or contact is None or contact.state in NOT_REACHED:
        return {}
    return {
        "number_good": bool(contact.memory.get("arrival_told")),
        "attempted": bool(contact.memory.get("tried")),
    }
