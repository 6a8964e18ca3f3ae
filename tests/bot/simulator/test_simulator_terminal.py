"""The phone in the terminal, against a running simulator; what is played there becomes a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.simulator.remote import Remote
from bot.simulator.terminal import Terminal
from bot.simulator.transcript import parse
from tests.carrier import LEA, Carried


@pytest.fixture
def shown() -> list[str]:
    return []


@pytest.fixture
def terminal(carried: Carried, shown: list[str]) -> Terminal:
    carried.phone()
    return Terminal(Remote(carried.url), shown.append)


def test_the_first_phone_is_in_the_hand(terminal: Terminal, shown: list[str]) -> None:
    terminal.begin()
    assert f"--- Léa {LEA}" in shown


def test_what_is_typed_leaves(carried: Carried, terminal: Terminal) -> None:
    terminal.begin()
    terminal.do("oui mais pas mardi")
    carried.settled()
    assert carried.web.inbound()[0]["Body"] == "oui mais pas mardi"


def test_what_sas_writes_is_shown_once(
    carried: Carried, terminal: Terminal, shown: list[str]
) -> None:
    terminal.begin()
    carried.send("Bonjour Léa")
    carried.settled()
    terminal.news()
    terminal.news()
    assert shown.count("SAS (SMS, arrivé) : Bonjour Léa") == 1


def test_a_talk_is_recorded_as_a_page(carried: Carried, terminal: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "lea.txt"
    terminal.begin()
    carried.send("ce qui est passé n'est pas écrit")
    carried.settled()
    terminal.news()
    terminal.do(f"/record {page}")
    carried.send("Bonjour Léa.\nDemain, ok ?")
    carried.settled()
    terminal.news()
    for typed in ("oui", "/whatsapp", "c'est qui", "/photo", "/appel", "/plus 1d"):
        terminal.do(typed)
    terminal.do("/note Karim takes over")
    terminal.do("/fin")
    terminal.do("ceci non plus")
    assert page.read_text() == (
        "= Léa écrit\n\n"
        "SAS: Bonjour Léa.\n  Demain, ok ?\n"
        "Léa: oui\n"
        "Léa (WhatsApp): c'est qui\n"
        "Léa sends a photo\n"
        "Léa calls\n"
        "+1 day\n"
        "Karim takes over\n"
    )
    assert len(parse(page.read_text())) == 8


def test_a_button_is_touched(carried: Carried, terminal: Terminal, shown: list[str]) -> None:
    terminal.begin()
    terminal.do("/bouton 1")
    assert shown[-1] == "! Ce bouton n'existe pas sur le dernier message."


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("/jeune Sam", "! Personne ne s'appelle Sam"),
        ("/danse", "! Commande inconnue"),
        ("/ajouter +33612345678 Max", "! Un numéro de fiction"),
        ("/plus bientôt", "! Une durée s'écrit"),
        ("/panne pluie", "! Ce réglage n'existe pas"),
        ("/note oui", "! line 1"),
        ("/record", "! Donnez un fichier"),
        ("/record /nowhere/x", "! /nowhere/x ne peut pas être écrit"),
        ("/aide", "Écrivez, puis Entrée"),
        ("/sms", "(vous écrivez maintenant par SMS)"),
        ("/panne none", "(fait)"),
    ],
)
def test_each_command_answers(terminal: Terminal, shown: list[str], typed: str, says: str) -> None:
    terminal.begin()
    assert terminal.do(typed)
    assert shown[-1].startswith(says)


def test_another_phone_is_added_and_taken(terminal: Terminal, shown: list[str]) -> None:
    terminal.begin()
    terminal.do("/ajouter +33639980007 Sam")
    assert shown[-1] == "--- Sam +33639980007"
    assert not terminal.do("/quitter")


def test_no_simulator_is_said(shown: list[str]) -> None:
    terminal = Terminal(Remote("http://127.0.0.1:9"), shown.append)
    terminal.do("/jeunes")
    assert shown == ["! Aucun simulateur ne répond à http://127.0.0.1:9."]
