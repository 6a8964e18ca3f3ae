"""The inbox in a real browser: by keyboard, at 320 px, in the dark, by axe, live by polling."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from bot.models import Relay, Timer
from flows.effects import Priority, TaskKind
from tests.cast import Cast, Person, hours
from tests.chromium import PLAYED, serving, violations
from tests.inbox import task

SOON = 6_000  # milliseconds: a page that is looked at asks every 4 s

pytestmark = [*PLAYED, pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)]


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """The web on a free port of this machine."""
    with serving(app) as url:
        yield url


@pytest.fixture(params=[(1280, "light"), (320, "dark")], ids=["desk", "320 px, dark"])
def page(
    request: pytest.FixtureRequest, browser: Browser, served: str, karim: FlaskClient
) -> Iterator[Page]:
    """Karim's own browser, signed in; the console stays silent."""
    width, scheme = request.param
    context = browser.new_context(
        base_url=served,
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    cookie = karim.get_cookie("sas")
    assert cookie is not None
    context.add_cookies([{"name": "sas", "value": cookie.value, "url": served}])
    found = context.new_page()
    troubles: list[str] = []
    found.on("pageerror", lambda error: troubles.append(str(error)))
    found.on("console", lambda said: troubles.append(said.text))
    yield found
    context.close()
    # A refusal shows the page again with its status; the browser also notes it.
    assert [said for said in troubles if not re.search(r"status of (409|422)", said)] == []


@pytest.fixture
def lea(cast: Cast) -> Person:
    """Léa, of whom much is known: texts, a danger, a relay, nudges."""
    person = cast.lea(commune="13004", birth_year=2009)
    assert person.flow is not None
    cast.message(person, "Bonjour Léa, ça te dit ?", state="accepted", delivery=7)
    cast.message(person, "Tu es là ?", state="failed", error_code=30003)
    cast.wrote(person, "jsuis dehors", safety="emergency", rules=["danger.nowhere"])
    task(cast, person, TaskKind.DANGER, Priority.DANGER, due=0, codes=["nowhere"])
    task(cast, person, TaskKind.ANSWER, Priority.WAITING, due=-1)
    service = cast.service()
    now = cast.store.clock.now()
    with cast.store.transaction() as session:
        session.add(
            Timer(
                conversation_id=person.conversation.id,
                flow_id=person.flow.id,
                kind="day3",
                due=now + hours(50),
                epoch=0,
            )
        )
        session.add(
            Relay(
                conversation_id=person.conversation.id,
                youth_id=person.youth.id,
                team_id=person.youth.team_id,
                service_id=service.id,
                structure_id=service.structure_id,
                proposed_by=cast.karim().id,
                status="sent",
                steps=[{"step": "sent", "at": now.isoformat()}],
                youth_says={"7": False},
                structure_says={"7": True},
                created_at=now,
            )
        )
    return person


def test_axe_finds_nothing_and_nothing_overflows(page: Page, lea: Person) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    urls = ("/inbox", "/inbox?tray=all", "/inbox?tray=later", "/inbox/absences", "/inbox/aide")
    for url in (*urls, f"/inbox/{lea.conversation.id}"):
        page.goto(url)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        found = [(one["id"], one["nodes"][0]["html"]) for one in violations(page)]
        assert found == [], url
        assert page.evaluate("document.documentElement.scrollWidth") <= width, url


def test_a_file_is_opened_read_and_answered_by_keyboard(
    page: Page, lea: Person, cast: Cast
) -> None:
    page.goto("/inbox")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(":focus")).to_contain_text("Léa attend une réponse")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Léa", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Masquer les noms")).to_be_visible()  # keys listen now
    page.keyboard.press("r")
    with page.expect_response(re.compile("brouillon")):
        page.keyboard.type("Bonjour Léa, je t'appelle.")
    expect(page.locator("#cost")).to_contain_text("1 SMS, brouillon gardé")
    expect(page.locator("#cancels")).to_contain_text("annule 1 relance prévue")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status").filter(has_text="Le message part")).to_be_visible()
    assert cast.said(lea, "queued") == ["Bonjour Léa, je t'appelle."]


def test_a_text_appears_by_itself_and_sending_over_it_asks_once(
    page: Page, lea: Person, cast: Cast
) -> None:
    page.clock.install()
    page.goto(f"/inbox/{lea.conversation.id}")
    page.locator("#body").fill("À demain")
    cast.wrote(lea, "en fait non")
    # What she had on screen when she began is what counts.
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text("Un message est arrivé")
    expect(page.locator("#body")).to_have_value("À demain")
    cast.wrote(lea, "et lundi ?")
    page.clock.fast_forward(SOON)
    expect(page.locator("#story li").last).to_contain_text("et lundi ?")
    expect(page.locator("#live")).to_have_text("Un nouveau message est arrivé.")
    page.get_by_role("button", name="Envoyer quand même").click()
    expect(page.get_by_role("status").filter(has_text="Le message part")).to_be_visible()


def test_one_key_hides_names_and_texts_and_the_next_page_stays_hidden(
    page: Page, lea: Person
) -> None:
    page.goto("/inbox")
    page.keyboard.press("h")
    expect(page.locator("body")).to_have_class(re.compile("veiled"))
    page.goto(f"/inbox/{lea.conversation.id}")
    expect(page.locator("body")).to_have_class(re.compile("veiled"))
    assert "blur" in page.locator(".line-text").first.evaluate("(e) => getComputedStyle(e).filter")
    page.get_by_role("button", name="Montrer les noms").click()
    expect(page.locator("body")).not_to_have_class(re.compile("veiled"))


def test_keys_can_be_switched_off(page: Page, lea: Person) -> None:
    page.goto("/inbox/aide")
    page.get_by_role("button", name="Les éteindre").click()
    page.goto("/inbox")
    page.keyboard.press("h")
    expect(page.locator("body")).not_to_have_class(re.compile("veiled"))


def test_a_canned_text_leaves_only_once_its_blanks_are_filled(page: Page, lea: Person) -> None:
    page.goto(f"/inbox/{lea.conversation.id}")
    page.get_by_text("Textes tout prêts").click()
    page.get_by_role("button", name="Proposer un appel").click()
    expect(page.locator("#body")).to_have_value(re.compile(r"Karim.*\[jour\] à \[heure\]"))
    expect(page.locator("#send")).to_be_disabled()
    expect(page.locator("[data-blanks]")).to_contain_text("[jour] [heure]")
    page.keyboard.type("demain")  # the first blank is selected
    page.locator("#body").fill(page.locator("#body").input_value().replace("[heure]", "14 h"))
    expect(page.locator("#send")).to_be_enabled()


def test_a_task_is_put_off_in_two_taps(page: Page, lea: Person, cast: Cast) -> None:
    page.goto("/inbox")
    page.get_by_text("Reporter", exact=False).first.click()
    page.get_by_role("button", name="Lundi").first.click()
    expect(page.get_by_role("status").filter(has_text="C'est reporté")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Léa attend une réponse")
