"""The pages of prescribers and structures in a real browser: axe finds nothing, 320 px is enough,
the keyboard reaches everything."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from bot import referrals, relays
from bot.models import Referral, Relay
from bot.store import Store
from bot.web import create_app
from tests.cast import Cast
from tests.chromium import PLAYED, serving, violations
from tests.web.runtime import runtime_of

pytestmark = [*PLAYED, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]


@pytest.fixture
def site(store: Store, cast: Cast) -> Iterator[str]:
    """The web of a small city, on a free port."""
    cast.karim()
    cast.mme_roux()
    with serving(create_app(runtime_of(store))) as url:
        yield url


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A narrow phone."""
    context = browser.new_context(viewport={"width": 320, "height": 700}, bypass_csp=True)
    yield context.new_page()
    context.close()


def is_sound(page: Page) -> None:
    """Nothing for axe, nothing to scroll sideways."""
    assert [one["id"] for one in violations(page)] == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def sealed(store: Store, row: Referral | Relay) -> str:
    assert row.token_sealed is not None
    return store.vault.common.open(row.token_sealed, f"{row.id}.token")


def test_a_referral_by_keyboard_in_one_page(site: str, page: Page, store: Store) -> None:
    page.goto(f"{site}/orienter")
    is_sound(page)
    page.get_by_role("button", name="Envoyer").press("Enter")
    assert page.evaluate("document.activeElement.id") == "resume"
    is_sound(page)
    page.get_by_label("Votre nom").fill("Mme Roux")
    page.get_by_label("Votre e-mail professionnel").fill("roux@ml.example")
    page.get_by_label("Vous êtes").select_option("ML")
    page.get_by_label("Votre organisation").fill("Mission Locale d'Arles")
    page.get_by_label("Son prénom ou surnom").fill("Léa")
    page.get_by_label("Son téléphone").first.press_sequentially("06 39 98 00 01")
    page.get_by_text("Ce numéro peut recevoir un SMS.").wait_for()
    page.get_by_label("Midi").press("Space")
    page.get_by_label("Elle sait que je donne son numéro").press("Space")
    page.get_by_role("button", name="Envoyer").press("Enter")
    page.get_by_role("heading", name="C'est reçu").wait_for()
    assert "Karim" in page.inner_text("main")
    is_sound(page)


def test_the_follow_up_and_the_card(site: str, page: Page, store: Store, cast: Cast) -> None:
    given = {"first_name": "Léa", "phone": "06 39 98 00 01", "informed": False}
    read = referrals.read_referral(given, year=2026, production=False)
    receipt = referrals.refer(store, cast.mme_roux(), read)
    page.goto(f"{site}/suivi/{receipt.tracking_token}")
    is_sound(page)
    page.get_by_role("link", name="La carte").press("Enter")
    page.get_by_role("button", name="Imprimer").wait_for()
    is_sound(page)
    page.go_back()
    page.get_by_role("button", name="Elle est prévenue").press("Enter")
    page.get_by_text("C'est noté").wait_for()
    is_sound(page)


def test_the_structure_answers(site: str, page: Page, store: Store, cast: Cast) -> None:
    karim, lea = cast.karim(), cast.lea(recognised_at=cast.now)
    service = cast.service()
    made = relays.propose(store, lea.conversation.id, karim.id, service.id, ["first_name"])
    relays.consent(store, made, karim.id, True, "Oui")
    with store.reading() as session:
        relay = session.get_one(Relay, made)
    page.goto(f"{site}/relais/{sealed(store, relay)}")
    is_sound(page)
    page.get_by_role("button", name="Ce n'est pas pour nous").press("Enter")
    page.get_by_text("Choisissez une raison").wait_for()
    is_sound(page)
    page.get_by_role("button", name="La rencontre a eu lieu").press("Enter")
    page.get_by_text("suit encore").wait_for()
    is_sound(page)
