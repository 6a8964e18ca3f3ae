"""The whole main job in a real Chromium, against the processes of `make run`: Mme Roux refers Léa,
Léa answers on her phone, Karim takes over and proposes a relay, the Maison des Jeunes receives her,
and SAS asks both until day 180. Only the time is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from bot import accounts, directory, ledger
from bot.frenchtime import PARIS
from tests.browser.pages import Window
from tests.browser.system import System, running
from tests.carrier import eventually
from tests.chromium import PLAYED

pytestmark = [*PLAYED, pytest.mark.slow]

TUESDAY = datetime(2027, 3, 9, 10, 0, tzinfo=PARIS)
SOON = 20_000  # milliseconds that a loaded machine may take


@pytest.fixture
def system(tmp_path: Path) -> Iterator[System]:
    """A small city at work: Karim, who leads, and the Maison des Jeunes with four places."""
    with running(tmp_path) as found:
        found.at(TUESDAY)
        accounts.add_aiguilleur(found.rt.store, name="Karim", email="karim@sas.example")
        accounts.add_prescriber(
            found.rt.store,
            organisation="Mission Locale d'Arles",
            kind="ML",
            email="roux@ml.example",
            territory="13",
            name="Mme Roux",
        )
        directory.add_place(
            found.rt.store,
            name="Maison des Jeunes",
            mailbox="accueil@maison.example",
            service="Logement",
            capacity=4,
        )
        yield found


class Story:
    """Four people, each in front of a screen."""

    def __init__(self, system: System, browser: Browser, shots: Path | None) -> None:
        expect.set_options(timeout=SOON)
        self.system = system
        self.roux, self.lea, self.karim, self.maison = (Window.of(browser, shots) for _ in range(4))
        self.seen = 0

    # --- each one's gestures

    def mme_roux_refers_lea(self) -> None:
        page = self.roux.page
        page.goto(f"{self.system.web}/")
        self.roux.look("home")
        page.goto(f"{self.system.web}/orienter")
        self.roux.look("form")
        # The demo remembers the first prescriber it knows.
        expect(page.locator("details.me summary")).to_contain_text("Mme Roux")
        page.get_by_label("Son prénom ou surnom").fill("Léa")
        page.get_by_label("Son téléphone").first.fill("06 39 98 00 01")
        page.get_by_text("Ce numéro peut recevoir un SMS.").wait_for()
        page.get_by_label("Elle sait que je donne son numéro").check()
        page.get_by_label("De la part de qui").fill("Mme Roux")
        page.get_by_text("Plus de détails").click()
        page.get_by_label("Année de naissance").fill("2006")
        page.get_by_role("button", name="Envoyer").press("Enter")
        page.get_by_role("heading", name="C'est reçu").wait_for()
        expect(page.locator("main")).to_contain_text("Karim")
        self.roux.look("receipt")

    def mme_roux_reads(self, status: str, name: str) -> None:
        page = self.roux.page
        if "/suivi/" not in page.url:
            page.goto(self.link_in_mail("/suivi/"))
        page.reload()
        expect(page.locator(".status")).to_contain_text(status)
        self.roux.look(name)

    def link_in_mail(self, path: str) -> str:
        """The newest such link of the demo's mailbox."""
        page = self.maison.page
        links = page.locator(f"a[href*='{path}']")

        def there() -> int:
            page.goto(f"{self.system.web}/demo/courrier")
            return links.count()

        eventually(there, SOON / 1000)
        return links.first.get_attribute("href") or ""

    def talk(self) -> Locator:
        """All bubbles of her phone, hers and ours."""
        return self.lea.page.locator(".phone .talk > *")

    def lea_is_told(self, words: str) -> None:
        """The next bubble on her phone."""
        expect(self.talk().nth(self.seen)).to_contain_text(re.compile(words))
        self.seen += 1

    def lea_writes(self, words: str) -> None:
        box = self.lea.page.locator(".phone textarea")
        box.fill(words)
        box.press("Enter")
        expect(self.talk().nth(self.seen)).to_contain_text(words)
        self.seen += 1

    def karim_opens(self, page_name: str = "") -> None:
        page = self.karim.page
        page.goto(f"{self.system.web}/inbox")
        if page_name:
            self.karim.look(page_name)
        page.get_by_role("link", name=re.compile("Léa")).first.click()
        page.locator("#story").wait_for()

    def karim_opens_sheet(self, label: str) -> Locator:
        """One of the acts beside the talk."""
        sheet = self.karim.page.locator("details.act").filter(
            has=self.karim.page.locator("summary", has_text=label)
        )
        sheet.first.locator("summary").click()
        return sheet.first

    def at(self, hour: int, minute: int = 0, *, days: int) -> None:
        """That hour, so many days after the first."""
        moment = TUESDAY.replace(hour=hour, minute=minute) + timedelta(days=days)
        self.system.at(moment)


def test_the_whole_main_job(system: System, browser: Browser, pictures: Path | None) -> None:
    story = Story(system, browser, pictures)
    first_contact(story)
    a_human_takes_over(story)
    a_relay(story)
    followed_to_day_180(story)
    for window in (story.roux, story.lea, story.karim, story.maison):
        window.is_silent()
    assert ledger.check(system.rt.store).broken == ()


def first_contact(story: Story) -> None:
    """H1 and the first texts."""
    story.mme_roux_refers_lea()
    story.at(12, 16, days=0)
    story.lea.page.goto(story.system.phones)
    story.lea_is_told(r"Bonjour Léa\. Mme Roux nous a donné ton numéro\. Karim")
    story.lea.look("phone")
    story.lea_writes("oui")
    story.lea_is_told("Quel moment t'arrange")
    story.lea_writes("demain aprem")
    story.lea_is_told("demain après-midi")


def a_human_takes_over(story: Story) -> None:
    """H2: Karim sees why, takes, writes, calls, recognises."""
    page = story.karim.page
    page.goto(f"{story.system.web}/inbox")
    story.karim.look("door")
    page.get_by_role("button", name=re.compile("Karim")).click()
    story.karim_opens("inbox")
    story.karim.look("file")
    page.get_by_role("button", name="Je prends la main").click()
    expect(page.locator("[data-robot]")).to_contain_text("vous qui écrivez")
    page.get_by_label("Votre message").fill("Bonjour Léa, c'est Karim. Je t'appelle demain à 15 h.")
    page.get_by_role("button", name="Envoyer par SMS").or_(page.locator("#send")).first.click()
    story.lea_is_told("c'est Karim")
    story.at(15, days=1)
    story.karim_opens()
    sheet = story.karim_opens_sheet("Noter un appel")
    sheet.get_by_label("Parlé").check()
    sheet.get_by_role("button", name="Noter").click()
    expect(page.locator("#story")).to_be_visible()
    sheet = story.karim_opens_sheet("C'est bien la bonne personne")
    sheet.get_by_role("button", name="C'est bien elle").click()
    expect(page.locator(".file-facts")).to_contain_text("identité confirmée")
    story.karim.look("file recognised")


def a_relay(story: Story) -> None:
    """Karim proposes, Léa says yes on her phone, the structure answers by its link."""
    page = story.karim.page
    sheet = story.karim_opens_sheet("Rendre la main au robot")
    sheet.get_by_label("Il reprend à").select_option("relay")
    sheet.get_by_role("button", name="Rendre la main").click()
    sheet = story.karim_opens_sheet("Proposer un relais")
    sheet.get_by_label("Vers quelle structure").select_option(index=1)
    story.karim.look("relay sheet")
    sheet.get_by_role("button", name="Proposer").click()
    expect(page.locator("#relais")).to_contain_text("Maison des Jeunes")
    story.at(10, days=2)
    story.lea_is_told("Maison des Jeunes|Logement")
    story.lea_writes("1")
    story.lea_is_told("Merci, c'est noté. Karim fait le lien")
    maison = story.maison.page
    maison.goto(story.link_in_mail("/relais/"))
    story.maison.look("structure")
    maison.get_by_role("button", name="La rencontre a eu lieu").click()
    expect(maison.locator("main")).to_contain_text("suit encore")
    story.maison.look("structure met")
    story.mme_roux_reads("", "follow")


def followed_to_day_180(story: Story) -> None:
    """H3: both are asked at day 7, 30, 90 and 180, and the figures show it."""
    maison = story.maison.page
    for day in (7, 30, 90, 180):
        story.at(12, 20, days=2 + day)
        story.lea_is_told("1 oui")
        story.lea_writes("1")
        story.lea_is_told("Merci|nouvelle|content|bien")
        maison.goto(story.link_in_mail("/relais/"))
        maison.get_by_role("button", name="Oui, le suivi continue").click()
        expect(maison.locator("main")).to_be_visible()
    story.maison.look("structure day 180")
    story.mme_roux_reads("", "follow day 180")
    page = story.karim.page
    page.goto(f"{story.system.web}/pilotage")
    expect(page.locator("main")).to_contain_text("1 sur 1")
    story.karim.look("figures")
