"""Structures and services come in data·inclusion v1 words; bad rows are refused or flagged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from bot import directory
from bot.models import Address, Service, Structure
from bot.store import Store

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "insertion"

PLACE: dict[str, Any] = {
    "id": "dora--1",
    "source": "dora",
    "nom": "Maison des Jeunes",
    "siret": "11111111100011",
    "code_postal": "13200",
    "code_insee": "13004",
    "courriel": "Accueil@structure.example",
}
OFFER: dict[str, Any] = {
    "id": "dora--1-a",
    "structure_id": "dora--1",
    "source": "dora",
    "nom": "Logement",
    "thematiques": ["logement-hebergement--etre-accompagne-pour-se-loger"],
    "publics": ["jeunes"],
    "code_postal": "13200",
    "code_insee": "13004",
    "zone_eligibilite": ["13004"],
}


def flags(reading: directory.Reading) -> set[tuple[str, str, bool]]:
    return {(flag.field, flag.code, flag.refused) for flag in reading.flags}


def test_a_good_row_is_kept_with_its_words(store: Store) -> None:
    reading = directory.read_directory([PLACE], [OFFER])
    assert reading.flags == []
    directory.store_directory(store, reading, partner=True)
    directory.store_directory(store, reading, partner=True)
    with store.reading() as session:
        (place,) = session.exec(select(Structure)).all()
        (offer,) = session.exec(select(Service)).all()
        mailboxes = session.exec(select(Address)).all()
    assert (place.id, place.territory_code, place.commune) == ("dora--1", "13", "13004")
    assert offer.zone == ["13004"] and offer.capacity is None
    assert len(mailboxes) == 1


def test_a_changed_mailbox_retires_the_old_one(store: Store) -> None:
    directory.store_directory(store, directory.read_directory([PLACE], []))
    changed = {**PLACE, "courriel": "bonjour@structure.example"}
    directory.store_directory(store, directory.read_directory([changed], []))
    with store.reading() as session:
        live = [one for one in session.exec(select(Address)).all() if one.retired_at is None]
    assert len(live) == 1


def test_an_imported_structure_is_no_partner_until_somebody_says_so(store: Store) -> None:
    directory.store_directory(store, directory.read_directory([PLACE], [OFFER]))
    with store.reading() as session:
        assert not session.exec(select(Structure)).one().partner


@pytest.mark.parametrize(
    ("changes", "flag"),
    [
        ({"id": ""}, ("id", "missing", True)),
        ({"nom": " "}, ("nom", "missing", True)),
        ({"source": None}, ("source", "missing", True)),
        ({"code_insee": "Arles"}, ("code_insee", "not_insee", True)),
        ({"siret": "123"}, ("siret", "not_siret", False)),
        ({"courriel": "nobody"}, ("courriel", "not_mail", False)),
    ],
)
def test_a_bad_structure_is_refused_or_flagged(
    changes: dict[str, Any], flag: tuple[str, str, bool]
) -> None:
    reading = directory.read_directory([{**PLACE, **changes}], [])
    assert flags(reading) == {flag}
    assert len(reading.structures) == (0 if flag[2] else 1)


@pytest.mark.parametrize(
    ("changes", "flag"),
    [
        ({"zone_eligibilite": ["13200"]}, ("zone_eligibilite", "postcode", False)),
        ({"zone_eligibilite": ["Arles"]}, ("zone_eligibilite", "not_a_zone", False)),
        ({"thematiques": ["logement"]}, ("thematiques", "not_a_theme", False)),
        ({"structure_id": "nobody"}, ("structure_id", "unknown", True)),
        ({"nom": None}, ("nom", "missing", True)),
    ],
)
def test_a_bad_service_is_refused_mended_or_flagged(
    changes: dict[str, Any], flag: tuple[str, str, bool]
) -> None:
    reading = directory.read_directory([PLACE], [{**OFFER, **changes}])
    assert flags(reading) == {flag}
    if flag[1] == "postcode":
        assert reading.services[0]["zone_eligibilite"] == ["13004"]


@pytest.mark.parametrize("given", [None, 3, "row", [], {"nom": "sans id"}])
def test_what_is_no_row_is_refused(given: object) -> None:
    reading = directory.read_directory([given], [given])
    assert reading.structures == reading.services == []
    assert all(flag.refused for flag in reading.flags)


def test_a_place_added_by_hand_is_a_partner(store: Store) -> None:
    made = directory.add_place(
        store,
        name="Le Logis",
        mailbox="accueil@logis.example",
        service="Chambre",
        commune="97411",
        capacity=3,
    )
    directory.set_capacity(store, made.id, None)
    with store.reading() as session:
        service = session.get_one(Service, made.id)
        structure = session.get_one(Structure, service.structure_id)
    assert structure.partner and structure.territory_code == "974" and service.capacity is None


@pytest.mark.skipif(not SHARED.is_dir(), reason="the reference samples are not on this machine")
def test_the_reference_samples_come_in_and_the_known_trap_is_seen(store: Store) -> None:
    read = [
        json.loads((SHARED / f"{name}_v1_sample.json").read_text())
        for name in ("structures", "services")
    ]
    reading = directory.read_directory(*read)
    assert (len(reading.structures), len(reading.services)) == (10, 14)
    assert flags(reading) == {("zone_eligibilite", "postcode", False)}
    directory.store_directory(store, reading)
