"""Structures and services where a youth can be taken charge of, in data·inclusion v1 words.

Rows come from a producer's file (read, checked, flagged, then stored) or one by one. A row that
cannot be trusted is refused with its reason; a small error is mended and said.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bot import territories
from bot.ids import new_id
from bot.models import Address, Service, Structure
from bot.store import Gone, Store, seal

Row = Mapping[str, Any]

_COMMUNE = re.compile(r"(?:\d{2}|2[AB])\d{3}")
_DEPARTEMENT = re.compile(r"\d{2}|2[AB]|9[78]\d")
_EPCI = re.compile(r"\d{9}")
_REGION = re.compile(r"R\d{2}")
_THEME = re.compile(r"[a-z0-9-]+--[a-z0-9-]+")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SIRET = re.compile(r"\d{14}")


@dataclass(frozen=True, slots=True)
class Flag:
    """Something wrong with one row: `refused` when the row is not taken at all."""

    row_id: str
    field: str
    code: str
    refused: bool = False


@dataclass(slots=True)
class Reading:
    """What a producer's file holds, once checked."""

    structures: list[dict[str, Any]] = field(default_factory=list)
    services: list[dict[str, Any]] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)


def read_directory(structures: Sequence[object], services: Sequence[object]) -> Reading:
    """Check rows in v1 shape. Bad rows are left out and flagged; a postcode where an INSEE code
    belongs is mended from the row's own commune and flagged."""
    reading = Reading()
    for given in structures:
        row = _row(given, reading)
        if row is not None and _structure_fits(row, reading):
            reading.structures.append(row)
    known = {row["id"]: row for row in reading.structures}
    postcodes = {str(row.get("code_postal")): str(row.get("code_insee")) for row in known.values()}
    for given in services:
        row = _row(given, reading)
        if row is not None and _service_fits(row, known, reading):
            row["zone_eligibilite"] = _zone(row, postcodes, reading)
            row["thematiques"] = _themes(row, reading)
            reading.services.append(row)
    return reading


def store_directory(store: Store, reading: Reading, *, partner: bool = False) -> None:
    """Keep what was read; a known id is brought up to date. Structures become partners, to whom a
    packet may go, only when `partner` is said."""
    with store.transaction() as session:
        for row in reading.structures:
            _keep_structure(session, store, row, partner)
        session.flush()
        for row in reading.services:
            _keep_service(session, row)


def add_place(
    store: Store,
    *,
    name: str,
    mailbox: str,
    service: str,
    description: str = "",
    themes: Sequence[str] = (),
    commune: str | None = None,
    capacity: int | None = None,
) -> Service:
    """One partner structure with one service, as a team adds it by hand. `mailbox`: the shared
    address; `commune`: INSEE code; `capacity` None: not known."""
    with store.transaction() as session:
        place = territories.of_commune(commune) if commune else None
        structure = Structure(
            id=new_id(),
            name=name,
            commune=commune,
            territory_code=territories.ensure(session, place).code if place else None,
        )
        session.add(structure)
        session.flush()
        set_mailbox(session, store, structure, mailbox)
        made = Service(
            structure_id=structure.id,
            name=service,
            description=description,
            themes=list(themes),
            zone=[place] if place else [],
            capacity=capacity,
        )
        session.add(made)
    return made


def set_capacity(store: Store, service_id: str, places: int | None) -> None:
    """How many places there are; None: not known. Raises Gone."""
    with store.transaction() as session:
        service = session.get(Service, service_id)
        if service is None:
            raise Gone(service_id)
        service.capacity = places
        session.add(service)


def set_mailbox(session: Session, store: Store, structure: Structure, mail: str) -> None:
    """The structure's shared mailbox, as the outbox writes to it."""
    address = mail.strip().lower()
    common = store.vault.common
    structure.mailbox_sealed = seal(common, address, structure.id, "mailbox")
    session.add(structure)
    index = store.vault.index(f"{address} {structure.id}")
    live = session.exec(
        select(Address).where(
            Address.owner == "structure",
            Address.owner_id == structure.id,
            col(Address.retired_at).is_(None),
        )
    ).first()
    if live is not None and live.value_index == index:
        return
    now = store.clock.now()
    if live is not None:
        live.retired_at = now
        session.add(live)
        session.flush()
    row = new_id()
    session.add(
        Address(
            id=row,
            owner="structure",
            owner_id=structure.id,
            channel="mail",
            value_sealed=seal(common, address, row, "value"),
            value_index=index,
            given_to_us_at=now,
        )
    )
    session.flush()


def set_person(
    session: Session, store: Store, structure: Structure, name: str, at: datetime
) -> None:
    """Who there follows youths, by name, and since when."""
    structure.person_sealed = seal(store.vault.common, name, structure.id, "person")
    structure.person_since = at
    session.add(structure)


# --- checking rows


def _row(given: object, reading: Reading) -> dict[str, Any] | None:
    if isinstance(given, Mapping) and isinstance(given.get("id"), str) and given["id"]:
        return dict(given)
    reading.flags.append(Flag("?", "id", "missing", refused=True))
    return None


def _structure_fits(row: Row, reading: Reading) -> bool:
    wrong = [name for name in ("nom", "source") if not _text(row, name)]
    flags = [Flag(row["id"], name, "missing", refused=True) for name in wrong]
    insee = _text(row, "code_insee")
    if insee and not _COMMUNE.fullmatch(insee):
        flags.append(Flag(row["id"], "code_insee", "not_insee", refused=True))
    elif insee and insee == _text(row, "code_postal") and not _own_commune(insee):
        flags.append(Flag(row["id"], "code_insee", "maybe_postcode"))
    siret, mail = _text(row, "siret"), _text(row, "courriel")
    if siret and not _SIRET.fullmatch(siret):
        flags.append(Flag(row["id"], "siret", "not_siret"))
    if mail and not _MAIL.fullmatch(mail):
        flags.append(Flag(row["id"], "courriel", "not_mail"))
    reading.flags.extend(flags)
    return not any(flag.refused for flag in flags)


def _own_commune(code: str) -> bool:
    """Some communes have the same postcode and INSEE code (Paris districts have not)."""
    return territories.of_commune(code) is not None and code.endswith("00")


def _service_fits(row: Row, known: Mapping[str, Row], reading: Reading) -> bool:
    flags = []
    if not _text(row, "nom"):
        flags.append(Flag(row["id"], "nom", "missing", refused=True))
    if row.get("structure_id") not in known:
        flags.append(Flag(row["id"], "structure_id", "unknown", refused=True))
    reading.flags.extend(flags)
    return not flags


def _zone(row: Row, postcodes: Mapping[str, str], reading: Reading) -> list[str]:
    """Codes of communes, départements, EPCI and regions, or the whole country."""
    kept: list[str] = []
    own = {_text(row, "code_postal"): _text(row, "code_insee")}
    for code in _texts(row, "zone_eligibilite"):
        mended = own.get(code) or postcodes.get(code)
        if _COMMUNE.fullmatch(code) and mended and mended != code:
            reading.flags.append(Flag(row["id"], "zone_eligibilite", "postcode"))
            kept.append(mended)
        elif code == "france" or any(
            shape.fullmatch(code) for shape in (_COMMUNE, _DEPARTEMENT, _EPCI, _REGION)
        ):
            kept.append(code)
        else:
            reading.flags.append(Flag(row["id"], "zone_eligibilite", "not_a_zone"))
    return kept


def _themes(row: Row, reading: Reading) -> list[str]:
    kept = [theme for theme in _texts(row, "thematiques") if _THEME.fullmatch(theme)]
    if len(kept) < len(_texts(row, "thematiques")):
        reading.flags.append(Flag(row["id"], "thematiques", "not_a_theme"))
    return kept


def _text(row: Row, name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""


def _texts(row: Row, name: str) -> list[str]:
    value = row.get(name)
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


# --- keeping rows


def _keep_structure(session: Session, store: Store, row: Row, partner: bool) -> None:
    found = session.get(Structure, row["id"])
    kept = found or Structure(id=row["id"], name="", partner=partner)
    kept.name, kept.source = _text(row, "nom"), _text(row, "source")
    kept.siret = _text(row, "siret") or None
    kept.commune = _text(row, "code_insee") or None
    place = territories.of_commune(kept.commune) if kept.commune else None
    kept.territory_code = territories.ensure(session, place).code if place else None
    session.add(kept)
    session.flush()
    mail = _text(row, "courriel")
    if _MAIL.fullmatch(mail):
        set_mailbox(session, store, kept, mail)


def _keep_service(session: Session, row: Row) -> None:
    kept = session.get(Service, row["id"]) or Service(
        id=row["id"], structure_id=row["structure_id"], name=""
    )
    kept.name, kept.source = _text(row, "nom"), _text(row, "source")
    kept.description = _text(row, "description")
    kept.themes, kept.zone = list(row["thematiques"]), list(row["zone_eligibilite"])
    kept.audiences = _texts(row, "publics")
    session.add(kept)
