"""The page in a real browser: played by keyboard, at 320 px, read by axe."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.carrier import LEA, Carried
from tests.chromium import PLAYED, violations

pytestmark = PLAYED


@pytest.fixture(params=[(1280, "light"), (320, "dark")], ids=["desk", "320 px, dark"])
def page(request: pytest.FixtureRequest, browser: Browser, carried: Carried) -> Iterator[Page]:
    width, scheme = request.param
    carried.phone()
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    found = context.new_page()
    troubles: list[str] = []
    found.on("pageerror", lambda error: troubles.append(str(error)))
    found.on("console", lambda said: troubles.append(said.text))
    found.goto(carried.url)
    expect(found.locator(".phone h2")).to_have_text("Léa")
    yield found
    context.close()
    # A refusal of the control API is shown on the page; the browser also notes it.
    assert [words for words in troubles if "status of 422" not in words] == []


def test_a_talk_by_keyboard(carried: Carried, page: Page) -> None:
    carried.send("Bonjour Léa. Demain, ok ? 1 oui 2 plus tard 3 non. STOP = plus de message")
    expect(page.locator(".theirs .bubble")).to_contain_text("Bonjour Léa")
    expect(page.locator(".theirs .mark")).to_contain_text("arrivé · 1 segment")
    page.get_by_label("Message de Léa").focus()
    page.keyboard.type("oui <b>demain</b>")
    page.keyboard.press("Enter")
    expect(page.locator(".mine .bubble")).to_have_text("oui <b>demain</b>")
    expect(page.locator(".mine .mark")).to_contain_text("reçu par SAS")
    assert carried.web.inbound()[0]["Body"] == "oui <b>demain</b>"


def test_quick_replies_photo_voice_and_missed_call(carried: Carried, page: Page) -> None:
    page.get_by_text("WhatsApp", exact=True).first.click()
    page.get_by_role("button", name="Photo").click()
    expect(page.get_by_role("img", name="Photo envoyée")).to_be_visible()
    page.get_by_role("button", name="Message vocal").click()
    expect(page.get_by_label("Message vocal")).to_be_visible()
    carried.send("Par quoi commencer ? 1 logement 2 travail", channel="whatsapp")
    page.get_by_role("button", name="2 travail").click()
    page.get_by_role("button", name="Appel manqué").click()
    expect(page.locator(".note").last).to_contain_text("Appel à SAS")
    carried.settled()
    assert carried.web.inbound()[-1]["Body"] == "2"
    assert carried.web.posts[-1].path == "/webhooks/twilio/voice"


def test_buttons_and_a_list_are_tapped_under_their_text(carried: Carried, page: Page) -> None:
    page.get_by_text("WhatsApp", exact=True).first.click()
    carried.write("coucou", "whatsapp", carried.carrier.phone_of(LEA).key)
    carried.ask("On t'appelle ?\n1 oui\n2 non")
    carried.ask("Par quoi commencer ?\n1 logement\n2 travail\n3 argent, papiers\n4 autre chose")
    page.get_by_role("button", name="1 Oui").click()
    page.get_by_role("button", name="Choisir").click()
    found = violations(page)
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
    page.get_by_role("dialog").get_by_role("button", name="3 Argent, papiers").click()
    expect(page.locator(".mine .bubble").last).to_have_text("3 Argent, papiers")
    carried.settled()
    button, line = carried.web.inbound()[-2:]
    assert (button["ButtonPayload"], line["ListId"]) == ("1:0199", "3:0199")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_fault_is_switched_in_words(carried: Carried, page: Page) -> None:
    page.get_by_text("Habitudes et pannes").click()
    page.locator(".phone").get_by_label("Numéro plus attribué").check()
    expect(page.locator(".phone .count")).to_have_text("1 panne")
    carried.send("Bonjour Léa")
    expect(page.locator(".lost .mark")).to_contain_text("pas arrivé : numéro plus attribué (30005)")


def test_a_new_number_and_a_wrong_one(carried: Carried, page: Page) -> None:
    page.get_by_text("Ajouter un téléphone").click()
    page.get_by_label("Numéro de fiction").fill("+33 6 12 34 56 78")
    page.get_by_role("button", name="Ajouter").click()
    expect(page.get_by_role("status")).to_contain_text("fiction")
    page.get_by_label("Numéro de fiction").fill("+33 6 39 98 00 07")
    page.get_by_label("Prénom", exact=True).fill("Sam")
    page.get_by_role("button", name="Ajouter").click()
    expect(page.locator(".phone h2").last).to_have_text("Sam")
    expect(page.get_by_label("Message de Sam")).to_be_focused()


def test_the_time_is_moved(carried: Carried, page: Page) -> None:
    page.get_by_role("button", name="+ 1 jour").click()
    expect(page.get_by_role("status")).to_be_empty()
    assert carried.jumps == ["1d"]


def test_axe_finds_nothing_and_nothing_overflows(carried: Carried, page: Page) -> None:
    key = carried.carrier.phone_of(LEA).key
    carried.write("salut", "whatsapp", key, media="photo")
    carried.fault("unknown_number", key)
    for _ in range(2):
        carried.send("Bonjour Léa\n" * 100, channel="whatsapp")  # longer than a screen
    page.get_by_text("WhatsApp", exact=True).first.click()
    expect(page.locator(".lost").nth(1)).to_be_visible()
    end = "Math.max(innerHeight, document.body.getBoundingClientRect().bottom + scrollY)"
    below = page.evaluate(f"document.documentElement.scrollHeight - {end}")
    assert below <= 1, "the page goes on below its end"
    page.get_by_text("Habitudes et pannes").click()
    found = violations(page)
    assert [(one["id"], one["nodes"][0]["target"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
