"""Who may come in: prescribers with a key, aiguilleurs with a one-time link, then a password and a
second factor. The commands, the demo and the sign-in pages all pass here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlmodel import Session, col, select, update

from bot import territories
from bot.conversations import somebody_there
from bot.crypto import digest
from bot.ids import token
from bot.models import (
    RELATIVES,
    Aiguilleur,
    Organisation,
    Prescriber,
    SignInLink,
    Team,
    TeamTerritory,
)
from bot.store import Gone, Store, seal, unseal

LINK_LASTS = timedelta(hours=24)
FIRST_TEAM = "Équipe 1"
FIRST_TERRITORY = "75"
SERVICE = "SAS Jeunes"
SHORTEST_PASSWORD = 12

KINDS = (
    "ML", "ASE", "SPIP", "PJJ", "E2C", "EPIDE", "CHRS", "CCAS", "DEPT", "PREVENTION",
    "ASSOCIATION", "PROCHE", "JEUNE", "CSAPA", "CAARUD", "CIDFF", "SANTE", "ECOLE", "FT",
    "PLANNING", "MAIRIE", "OTHER",
)  # fmt: skip


class Passwords:
    """How passwords are kept: argon2, as costly as `hasher` says."""

    def __init__(self, hasher: PasswordHasher) -> None:
        self.hash = hasher.hash
        self._hasher = hasher
        # As costly to refuse as any other, and of no password: making one takes 64 MB and 0.1 s.
        cost = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
        self.nobody = f"$argon2id$v=19${cost}${'A' * 22}${'A' * 43}"

    def fits(self, stored: str | None, password: str) -> bool:
        """Is it the password? Where none is kept the same time passes, and it is not."""
        try:
            return self._hasher.verify(stored or self.nobody, password) and bool(stored)
        except (VerificationError, InvalidHashError):
            return False


passwords = Passwords(PasswordHasher())


class BadAccount(ValueError):
    """What was given cannot make an account; the message is one line for a person."""


@dataclass(frozen=True, slots=True)
class NewPrescriber:
    """The account, and its key: shown once, kept as a digest only."""

    prescriber: Prescriber
    key: str


@dataclass(frozen=True, slots=True)
class Welcome:
    """The account, and the token of its one-time sign-in link."""

    aiguilleur: Aiguilleur
    token: str


def bootstrap(session: Session, store: Store, territory: str | None = None) -> Team:
    """The first team; made with one territory when there is none. In the demo it has a danger
    plan, without which no team starts (PRODUCT section 9)."""
    found = session.exec(select(Team).order_by(col(Team.id)).limit(1)).first()
    return found or new_team(session, store, FIRST_TEAM, territory or FIRST_TERRITORY)


def new_team(session: Session, store: Store, name: str, territory: str) -> Team:
    """A team serving one territory. Raises territories.UnknownTerritory."""
    place = territories.ensure(session, territory)
    team = Team(name=name, service=SERVICE)
    if store.settings.demo:
        team.danger_plan = {
            "written": True,
            "who": "Les aiguilleurs de l'équipe, à tour de rôle",
            "hours": "Du lundi au vendredi, 9 h - 17 h 30",
            "fallback": "La responsable de l'équipe",
            "caller": "La personne qui a lu le message appelle le 15 ou le 17",
        }
    session.add(team)
    session.flush()
    session.add(TeamTerritory(team_id=team.id, territory_code=place.code))
    session.flush()
    return team


def add_prescriber(
    store: Store,
    *,
    organisation: str,
    kind: str,
    email: str,
    territory: str | None = None,
    name: str = "",
) -> NewPrescriber:
    """An account that may refer at once. An e-mail that is known gets a new key, the old one
    dies. `kind`: a code of KINDS. Raises BadAccount, territories.UnknownTerritory."""
    kind = kind.strip().upper()
    if kind not in KINDS:
        raise BadAccount(f"--kind {kind!r} is not known: say one of {', '.join(KINDS)}.")
    address = _mail(email)
    key = token()
    with store.transaction() as session:
        place = territories.ensure(session, territory).code if territory else None
        where = _organisation(session, organisation.strip(), kind, place)
        found = session.exec(
            select(Prescriber).where(Prescriber.email_index == store.vault.index(address))
        ).first()
        if found is None:
            found = Prescriber(
                organisation_id=where.id,
                name="" if kind in RELATIVES else name,
                email_sealed=b"",
                email_index=store.vault.index(address),
                onboarded_at=store.clock.now(),
            )
            found.email_sealed = _sealed(store, address, found.id, "email")
        found.organisation_id = where.id
        found.key_digest = digest(key)
        session.add(found)
    return NewPrescriber(found, key)


def add_aiguilleur(
    store: Store,
    *,
    name: str,
    email: str,
    team: str | None = None,
    phone: str | None = None,
    lead: bool | None = None,
) -> Welcome:
    """An account, present in working hours, and a one-time link. An e-mail that is known gets a
    new link. The first of a team leads it, unless `lead` says otherwise. Raises BadAccount."""
    if not name.strip() or len(name.strip()) > 30:
        raise BadAccount("--name: say a first name of at most 30 characters.")
    address = _mail(email)
    with store.transaction() as session:
        found = _by_mail(session, store, address)
        if found is None:
            found = _new_aiguilleur(session, store, name.strip(), address, team, lead)
        if phone:
            found.phone_sealed = _sealed(store, phone.strip(), found.id, "phone")
        found.active = True
        session.add(found)
        session.flush()
        somebody_there(session, store, found.team_id)
        link = new_link(session, store, found.id)
    return Welcome(found, link)


def _new_aiguilleur(
    session: Session, store: Store, name: str, address: str, team: str | None, lead: bool | None
) -> Aiguilleur:
    home = _team(session, store, team)
    first = session.exec(select(Aiguilleur.id).where(Aiguilleur.team_id == home.id)).first() is None
    made = Aiguilleur(
        team_id=home.id,
        name=name,
        email_sealed=b"",
        email_index=store.vault.index(address),
        lead=first if lead is None else lead,
        created_at=store.clock.now(),
    )
    made.email_sealed = _sealed(store, address, made.id, "email")
    session.add(made)
    session.flush()
    if made.lead and home.lead_id is None:
        home.lead_id = made.id
        session.add(home)
    return made


def _team(session: Session, store: Store, name: str | None) -> Team:
    if not name:
        return bootstrap(session, store)
    found = session.exec(select(Team).where(Team.name == name.strip())).first()
    if found is not None:
        return found
    first = bootstrap(session, store) if name.strip() == FIRST_TEAM else None
    return first or new_team(session, store, name.strip(), FIRST_TERRITORY)


def _organisation(session: Session, name: str, kind: str, place: str | None) -> Organisation:
    if not name:
        raise BadAccount("--organisation: say its name.")
    found = session.exec(
        select(Organisation).where(Organisation.name == name, Organisation.kind == kind)
    ).first()
    if found is None:
        found = Organisation(name=name, kind=kind, territory_code=place)
    elif place:
        found.territory_code = place
    session.add(found)
    session.flush()
    return found


# --- signing in


def new_link(session: Session, store: Store, aiguilleur_id: str) -> str:
    """A one-time sign-in link's token, good for 24 hours of real time."""
    value = token()
    expires = store.clock.real() + LINK_LASTS
    session.add(SignInLink(digest=digest(value), aiguilleur_id=aiguilleur_id, expires_real=expires))
    return value


def link_owner(session: Session, value: str, real: datetime) -> Aiguilleur | None:
    """Whose link it is, while it can still be used; nothing is written."""
    link = session.get(SignInLink, digest(value))
    if link is None or link.used_real is not None or link.expires_real <= real:
        return None
    found = session.get(Aiguilleur, link.aiguilleur_id)
    return found if found is not None and found.active else None


def use_link(store: Store, value: str) -> Aiguilleur | None:
    """Spend the link: of two who use it at once, one gets in."""
    real = store.clock.real()
    with store.transaction() as session:
        owner = link_owner(session, value, real)
        if owner is None:
            return None
        spent = session.connection().execute(
            update(SignInLink)
            .where(
                col(SignInLink.digest) == digest(value),
                col(SignInLink.used_real).is_(None),
            )
            .values(used_real=real)
        )
        return owner if spent.rowcount == 1 else None


def find_by_mail(store: Store, email: str) -> Aiguilleur | None:
    """The active aiguilleur with that e-mail."""
    with store.reading() as session:
        found = _by_mail(session, store, email.strip().lower())
    return found if found is not None and found.active else None


def password_fits(found: Aiguilleur | None, password: str) -> bool:
    """Is it the password of this account? An unknown account takes the same time."""
    return passwords.fits(found.password_hash if found is not None else None, password)


def second_factor_fits(store: Store, found: Aiguilleur, code: str) -> bool:
    """Is it this minute's code (or a neighbour's, for clocks that differ)?"""
    if found.totp_sealed is None:
        return False
    secret = unseal(store.vault.common, found.totp_sealed, found.id, "totp")
    return pyotp.TOTP(secret).verify(
        code.replace(" ", ""), for_time=store.clock.real(), valid_window=1
    )


def is_secret(typed: str) -> bool:
    """Could an authenticator application hold it?"""
    try:
        pyotp.TOTP(typed).byte_secret()
    except ValueError:
        return False
    return True


def new_secret() -> str:
    """A fresh secret for a second factor."""
    return pyotp.random_base32()


def secret_uri(secret: str, name: str) -> str:
    """What an authenticator application reads."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="SAS")


def set_up(
    store: Store, aiguilleur_id: str, *, password: str, secret: str, code: str
) -> Aiguilleur:
    """Keep a password and a second factor proved by its code; every other session ends.
    Raises BadAccount (French, for the page) or Gone."""
    if len(password) < SHORTEST_PASSWORD:
        raise BadAccount(f"Le mot de passe doit avoir au moins {SHORTEST_PASSWORD} caractères.")
    if not pyotp.TOTP(secret).verify(
        code.replace(" ", ""), for_time=store.clock.real(), valid_window=1
    ):
        raise BadAccount("Le code à 6 chiffres n'est pas le bon : prenez le plus récent.")
    hashed = passwords.hash(password)
    with store.transaction() as session:
        found = session.get(Aiguilleur, aiguilleur_id)
        if found is None:
            raise Gone(aiguilleur_id)
        found.password_hash = hashed
        found.totp_sealed = _sealed(store, secret, found.id, "totp")
        found.session_epoch += 1
        session.add(found)
    return found


def sign_out_everywhere(store: Store, aiguilleur_id: str) -> None:
    """Every session of hers ends, on every machine."""
    with store.transaction() as session:
        found = session.get(Aiguilleur, aiguilleur_id)
        if found is not None:
            found.session_epoch += 1
            session.add(found)


def _by_mail(session: Session, store: Store, address: str) -> Aiguilleur | None:
    return session.exec(
        select(Aiguilleur).where(Aiguilleur.email_index == store.vault.index(address))
    ).first()


def _mail(email: str) -> str:
    address = email.strip().lower()
    name, at, host = address.partition("@")
    if not (name and at and "." in host) or any(c.isspace() for c in address):
        raise BadAccount("--email: say an address such as prenom@exemple.fr.")
    return address


def _sealed(store: Store, text: str, row_id: str, field: str) -> bytes:
    sealed = seal(store.vault.common, text, row_id, field)
    assert sealed is not None
    return sealed
