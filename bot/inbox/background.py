"""What surrounds the texts of a file: referral facts, relays, diagnosis, notes, journal."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bot.crypto import Vault
from bot.inbox import dates
from bot.inbox.steps import JOURNAL, RELAY_STEPS, SAYS, STATES
from bot.inbox.viewer import Viewer
from bot.models import (
    Conversation,
    Diagnosis,
    JournalEntry,
    Note,
    Organisation,
    Prescriber,
    Referral,
    Relay,
    Service,
    Structure,
    Youth,
)
from bot.store import unseal, youth_key

SHOWN = {
    "reason": "Pourquoi maintenant",
    "note": "Mot du prescripteur",
    "announced": "Ce qui lui a été dit",
    "adult": "Adulte de confiance",
}
HOURS = {"morning": "le matin", "noon": "le midi", "evening": "en fin de journée"}
DONE = frozenset({"declined", "refused", "kept", "returned", "expired", "withdrawn", "ended"})
JOURNAL_PAGE = 60


@dataclass(frozen=True, slots=True)
class Fact:
    """One referral as the aiguilleur may see it: label and words."""

    by: str
    mail: str
    at: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RelayLine:
    """One relay with its steps and both sides' answers."""

    id: str
    service: str
    structure: str
    person: str
    mail: str
    status: str
    steps: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str, str, bool], ...]
    consent: str
    appointment: str
    packet: tuple[str, ...]
    code: str
    authority: str | None
    open: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """A note or a journal line: who, when, what."""

    by: str
    at: str
    text: str
    iso: str


@dataclass(frozen=True, slots=True)
class DiagnosisView:
    """The last diagnosis: needs, brakes, levers, free words, ids of the excerpts."""

    by: str
    at: str
    needs: tuple[str, ...]
    brakes: tuple[str, ...]
    levers: tuple[str, ...]
    excerpts: tuple[str, ...]
    words: str


def referrals(
    session: Session, vault: Vault, who: Viewer, now: datetime, talk: Conversation, youth: Youth
) -> tuple[Fact, ...]:
    """The referrals that led here, the first one first."""
    rows = session.exec(
        select(Referral, Prescriber, Organisation)
        .join(Prescriber, col(Referral.prescriber_id) == Prescriber.id)
        .join(Organisation, col(Referral.organisation_id) == Organisation.id)
        .where(Referral.conversation_id == talk.id)
        .order_by(col(Referral.id))
    ).all()
    return tuple(
        Fact(
            by=f"{_asked_by(vault, one, youth) or prescriber.name or 'Prescripteur'}, "
            f"{organisation.name}",
            mail=unseal(vault.common, prescriber.email_sealed, prescriber.id, "email"),
            at=dates.moment(one.created_at, now, who.zone),
            lines=_facts(vault, one, youth),
        )
        for one, prescriber, organisation in rows
    )


def _asked_by(vault: Vault, one: Referral, youth: Youth) -> str:
    """The name of a private person who referred her, "" for a professional."""
    if youth.data_key is None:
        return ""
    return unseal(youth_key(vault, youth), one.asked_by_sealed, one.id, "asked_by")


def _facts(vault: Vault, one: Referral, youth: Youth) -> tuple[tuple[str, str], ...]:
    lines = [("Au courant de la démarche", "oui" if one.informed else "non, pas encore")]
    if one.best_time in HOURS:
        lines.append(("Meilleur moment", HOURS[one.best_time]))
    if one.support_ends_on:
        lines.append(("Fin de l'accompagnement", one.support_ends_on))
    if youth.data_key is None:
        return tuple(lines)
    key = youth_key(vault, youth)
    source = unseal(key, one.say_from_sealed, one.id, "say_from")
    if source:
        lines.append(("Source à dire", source))
    raw = unseal(key, one.details_sealed, one.id, "details")
    details = json.loads(raw) if raw else {}
    lines += [(label, _words(details[k])) for k, label in SHOWN.items() if details.get(k)]
    return tuple(lines)


def _words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(str(part) for part in value.values() if part)
    return str(value)


def relays(
    session: Session, vault: Vault, who: Viewer, now: datetime, talk: Conversation
) -> tuple[RelayLine, ...]:
    """The relays of the conversation, the last one first."""
    rows = session.exec(
        select(Relay, Service, Structure)
        .join(Service, col(Relay.service_id) == Service.id)
        .join(Structure, col(Relay.structure_id) == Structure.id)
        .where(Relay.conversation_id == talk.id, Relay.team_id == who.team_id)
        .order_by(col(Relay.id).desc())
    ).all()
    return tuple(_relay(vault, who, now, *row) for row in rows)


def _relay(
    vault: Vault, who: Viewer, now: datetime, one: Relay, service: Service, structure: Structure
) -> RelayLine:
    steps = [
        (RELAY_STEPS.get(step["step"], step["step"]), _at(step.get("at"), who, now))
        for step in one.steps
    ]
    return RelayLine(
        id=one.id,
        service=service.name,
        structure=structure.name,
        person=unseal(vault.common, structure.person_sealed, structure.id, "person"),
        mail=unseal(vault.common, structure.mailbox_sealed, structure.id, "mailbox"),
        status=RELAY_STEPS.get(one.status, one.status),
        steps=tuple(steps),
        answers=tuple(_answers(one)),
        consent=_consent(who, now, one),
        appointment=dates.moment(one.appointment_at, now, who.zone) if one.appointment_at else "",
        packet=tuple(one.fields),
        code=one.status,
        authority=one.authority,
        open=one.status not in DONE and one.withdrawn_at is None,
    )


def _answers(one: Relay) -> list[tuple[str, str, str, bool]]:
    """(day, the youth, the structure, they disagree) for each day somebody answered."""
    found = []
    days = list(one.youth_says) + [d for d in one.structure_says if d not in one.youth_says]
    for day in sorted(days, key=lambda d: (not d.isdigit(), int(d) if d.isdigit() else 0, d)):
        hers, theirs = one.youth_says.get(day), one.structure_says.get(day)
        both = hers is not None and theirs is not None
        label = f"Jour {day}" if day.isdigit() else day
        found.append((label, _says(hers), _says(theirs), both and bool(_yes(hers) != _yes(theirs))))
    return found


def _yes(value: object) -> bool:
    return value in (True, "yes", "met", "still_followed", "expected")


def _says(value: object) -> str:
    if value is None:
        return "pas de réponse"
    return SAYS.get(str(value), str(value))


def _consent(who: Viewer, now: datetime, one: Relay) -> str:
    if one.withdrawn_at is not None:
        return f"accord retiré {dates.moment(one.withdrawn_at, now, who.zone)}"
    if one.consent_at is None:
        return "accord pas encore donné"
    by = who.called(one.consent_by)
    how = f"de vive voix, noté par {by}" if by else "par message"
    return f"accord donné {dates.moment(one.consent_at, now, who.zone)}, {how}"


def _at(iso: str | None, who: Viewer, now: datetime) -> str:
    return dates.moment(datetime.fromisoformat(iso), now, who.zone) if iso else ""


def diagnosis(
    session: Session, vault: Vault, who: Viewer, now: datetime, talk: Conversation, youth: Youth
) -> DiagnosisView | None:
    """The last diagnosis, None when there is none."""
    one = session.exec(
        select(Diagnosis)
        .where(Diagnosis.conversation_id == talk.id)
        .order_by(col(Diagnosis.id).desc())
        .limit(1)
    ).first()
    if one is None or youth.data_key is None:
        return None
    return DiagnosisView(
        by=who.called(one.aiguilleur_id),
        at=dates.moment(one.at, now, who.zone),
        needs=tuple(one.needs),
        brakes=tuple(one.brakes),
        levers=tuple(one.levers),
        excerpts=tuple(one.excerpts),
        words=unseal(youth_key(vault, youth), one.words_sealed, one.id, "words"),
    )


def notes(
    session: Session, vault: Vault, who: Viewer, now: datetime, talk: Conversation, youth: Youth
) -> tuple[Dated, ...]:
    """The last notes of the team, the newest first."""
    if youth.data_key is None:
        return ()
    rows = session.exec(
        select(Note).where(Note.conversation_id == talk.id).order_by(col(Note.id).desc()).limit(50)
    ).all()
    key = youth_key(vault, youth)
    return tuple(
        Dated(
            by=who.called(one.aiguilleur_id),
            at=dates.short(one.at, now, who.zone),
            text=unseal(key, one.body_sealed, one.id, "body"),
            iso=one.at.isoformat(),
        )
        for one in rows
    )


def journal(session: Session, who: Viewer, now: datetime, talk: Conversation) -> tuple[Dated, ...]:
    """The last transitions, in words where there are words, the newest first."""
    rows = session.exec(
        select(JournalEntry)
        .where(JournalEntry.conversation_id == talk.id)
        .order_by(col(JournalEntry.id).desc())
        .limit(JOURNAL_PAGE)
    ).all()
    return tuple(
        Dated(
            by=_who(who, one.who),
            at=dates.short(one.at, now, who.zone),
            text=_transition(one),
            iso=one.at.isoformat(),
        )
        for one in rows
    )


def _who(viewer: Viewer, code: str) -> str:
    fixed = {
        "bot": "robot",
        "system": "système",
        "youth": "jeune",
        "carrier": "opérateur",
        "clock": "horloge",
        "gate": "dernier contrôle",
        "prescriber": "prescripteur",
        "structure": "structure",
    }
    return fixed.get(code) or viewer.called(code) or "équipe"


def _state(code: str) -> str:
    return STATES.get(code) or RELAY_STEPS.get(code, code)


def _transition(one: JournalEntry) -> str:
    text = JOURNAL.get(one.code, one.code)
    if one.before and one.after and one.before != one.after:
        return f"{text} ({_state(one.before)} → {_state(one.after)})"
    return text
