"""Who refers without an account: a known e-mail, or somebody a human confirms first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import Session, select

from bot import rates
from bot.ids import new_id
from bot.models import Organisation, Prescriber
from bot.referrals.kinds import NAMES, RELATIVES
from bot.referrals.words import Refused, Wrong
from bot.store import Store, seal

_MAIL = re.compile(r"[^\s@<>\"',;:]+@[^\s@<>\"',;:]+\.[^\s@<>\"',;:.]{2,}")
PRIVATE = "Particulier"
LONGEST_NAME, LONGEST_MAIL = 80, 200
UNKNOWN_PER_HOUR = 6  # new names from one place
FORMS_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class Asker:
    """Who fills in the form, as typed and tidied; `kind` is a code of NAMES."""

    name: str
    email: str
    organisation: str
    kind: str


def read_asker(given: Mapping[str, str]) -> Asker:
    """Raises Refused with every error (fields name, email, organisation, kind)."""
    tidy = {
        name: " ".join(given.get(name, "").split())
        for name in ("name", "email", "organisation", "kind")
    }
    wrong = [
        Wrong(field, "too_long", {"most": str(most)})
        for field, most in (
            ("name", LONGEST_NAME),
            ("email", LONGEST_MAIL),
            ("organisation", LONGEST_NAME),
        )
        if len(tidy[field]) > most
    ]
    email = tidy["email"].lower()
    if not tidy["name"]:
        wrong.append(Wrong("name", "missing"))
    if not _MAIL.fullmatch(email):
        wrong.append(Wrong("email", "email" if email else "missing"))
    if tidy["kind"] not in NAMES:
        wrong.append(Wrong("kind", "pick"))
    if not tidy["organisation"] and tidy["kind"] not in RELATIVES:
        wrong.append(Wrong("organisation", "missing"))
    if wrong:
        raise Refused(wrong)
    private = tidy["kind"] in RELATIVES  # whatever was typed could name her family
    return Asker(tidy["name"], email, PRIVATE if private else tidy["organisation"], tidy["kind"])


def who_refers(store: Store, asker: Asker, place: str) -> Prescriber:
    """The account of that e-mail, whatever else was typed; else a new one that a human confirms
    before anything is sent. `place` is where the request comes from. Raises TooMany."""
    place = store.vault.index(place)[:32]
    rates.knock(store, f"orienter:{place}", FORMS_PER_HOUR, 3_600)
    index = store.vault.index(asker.email)
    with store.reading() as session:
        found = _by_mail(session, index)
    if found is not None:
        return found
    rates.knock(store, f"orienter-new:{place}", UNKNOWN_PER_HOUR, 3_600)
    with store.transaction() as session:
        return _by_mail(session, index) or _new(session, store, asker, index)


def _by_mail(session: Session, index: str) -> Prescriber | None:
    return session.exec(select(Prescriber).where(Prescriber.email_index == index)).first()


def _new(session: Session, store: Store, asker: Asker, index: str) -> Prescriber:
    organisation = session.exec(
        select(Organisation).where(
            Organisation.name == asker.organisation, Organisation.kind == asker.kind
        )
    ).first()
    if organisation is None or asker.kind in RELATIVES:
        organisation = Organisation(name=asker.organisation, kind=asker.kind)
        session.add(organisation)
        session.flush()
    row = new_id()
    sealed = seal(store.vault.common, asker.email, row, "email")
    assert sealed is not None
    made = Prescriber(
        id=row,
        organisation_id=organisation.id,
        name="" if asker.kind in RELATIVES else asker.name,
        email_sealed=sealed,
        email_index=index,
        confirmed=False,
        onboarded_at=store.clock.now(),
    )
    session.add(made)
    session.flush()
    return made
