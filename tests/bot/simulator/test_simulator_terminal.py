"""The phone in the terminal, against a running simulator; what is played there becomes a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.simulator.remote import Remote
from bot.simulator.terminal import Terminal
from bot.simulator.transcript import parse, show
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


HOUR = re.compile(r"@ \d{4}-\d\d-\d\d \d\d:\d\d")


def written(page: Path) -> list[str]:
    """Its lines, whatever the hour."""
    return [HOUR.sub("@", line) for line in page.read_text().splitlines()]


def test_a_talk_is_recorded_as_a_page(carried: Carried, terminal: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "lea.txt"
    terminal.begin()
    carried.send("Bonjour Léa.")
    carried.settled()
    terminal.do(f"/record {page} M. Petit 2007")
    carried.send("Demain,\nok ?")
    carried.settled()
    for typed in ("oui", "/whatsapp", "c'est qui", "/photo", "/appel", "/plus 1d", "/panne slow"):
        terminal.do(typed)
    terminal.do("/note Karim takes over")
    terminal.do("/fin")
    terminal.do("ceci n'est pas écrit")
    assert [line for line in written(page) if line != "@"] == [
        "= Léa écrit",
        "M. Petit refers Léa, +33639980001, born in 2007",
        "Léa reads every text",
        "SAS: Bonjour Léa.",
        "SAS: Demain,",
        "  ok ?",
        "Léa: oui",
        "Léa (WhatsApp): c'est qui",
        "Léa (WhatsApp) sends a photo",
        "Léa calls",
        "+1 day",
        "Léa has a fault: slow 3",
        "Karim takes over",
    ]
    assert written(page)[1] == "@", "it begins with an hour"
    assert show(parse(page.read_text())) == page.read_text()


def test_whom_nobody_referred_is_written_as_such(
    carried: Carried, terminal: Terminal, tmp_path: Path
) -> None:
    """Sam writes first; Léa joins the page; one text fails; a fault of everybody is over."""
    page = tmp_path / "sam.txt"
    carried.phone("+33639980099", "Sam")
    terminal.do("/jeune Sam")
    terminal.do(f"/record {page}")
    terminal.do("/sms")
    terminal.do("c'est qui ?")
    terminal.do("/jeune Léa")
    carried.fault("phone_off")
    carried.send("Bonjour")
    carried.settled()
    terminal.do("/plus next")
    carried.fault("none")
    terminal.do("/fin")
    assert [line for line in written(page) if line != "@"] == [
        "= Sam écrit",
        "Sam has the number +33639980099",
        "Sam reads every text",
        "Sam: c'est qui ?",
        f"Mme Roux refers Léa, {LEA}, born in {SystemClock().now().year - 20}",
        "Léa reads every text",
        "Everybody has a fault: phone_off",
        "SAS: Bonjour",
        "Léa cannot be reached: 30003",
        "SAS waits for the next due thing",
        "Everybody has no more fault: phone_off",
    ]


def test_a_button_is_touched(carried: Carried, terminal: Terminal, shown: list[str]) -> None:
    terminal.begin()
    terminal.do("/bouton 1")
    assert shown[-1] == "! Ce bouton n'existe pas sur ce message."


def test_a_tap_in_an_open_window_is_recorded_by_its_number(
    carried: Carried, terminal: Terminal, tmp_path: Path
) -> None:
    page = tmp_path / "lea.txt"
    terminal.begin()
    terminal.do("/whatsapp")
    terminal.do("coucou")
    carried.ask("On t'appelle ?\n1 oui\n2 plus tard\n3 non\n4 erreur")
    terminal.do(f"/record {page}")
    terminal.do("/bouton 2")
    terminal.do("/fin")
    assert carried.web.inbound()[-1]["ListTitle"] == "2 Plus tard"
    assert written(page)[-1] == "Léa (WhatsApp) taps 2"


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
