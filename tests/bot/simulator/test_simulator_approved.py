"""The demo's carrier knows every template of the catalogue, as the operator would submit it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.gateways import OutgoingText
from bot.simulator.approved import approved
from bot.simulator.delivery import fill
from messages.catalog import SENTENCES
from messages.catalog.languages import LANGUAGES, LONGEST
from messages.render import Rendered, render
from tests.carrier import LEA, WHATSAPP_SENDER, Carried

LIVED = {**LONGEST, "quand": "jeudi à 17 h", "lu": "demain matin", "n": "2"}


def said_outside_the_window() -> Iterator[Rendered]:
    for said in SENTENCES.values():
        for form in said.forms if said.template else ():
            params = {name: LIVED.get(name, "x") for name in said.fields}
            params |= {name: value or LIVED.get(name, "oui") for name, value in form.when.items()}
            if said.form(params) is form:
                for language in LANGUAGES:
                    yield render(
                        said.key,
                        params,
                        language=language,
                        channel="whatsapp",
                        window_open=False,
                    )


def test_what_the_phone_shows_is_what_was_rendered() -> None:
    count = 0
    for done in said_outside_the_window():
        assert done.content_sid in approved(), done.template
        filled = fill(approved()[done.content_sid], done.content_variables)
        assert filled.body == done.body, done.template
        assert [b.payload for b in filled.buttons] == [b.id for b in done.buttons]
        count += 1
    assert count > 100


def test_a_template_arrives_in_full_and_is_found_again(carried: Carried) -> None:
    done = next(found for found in said_outside_the_window() if found.content_sid)
    text = OutgoingText(
        "our-id",
        LEA,
        WHATSAPP_SENDER,
        "whatsapp",
        done.body,
        content_sid=done.content_sid,
        content_variables=done.content_variables,
    )
    sent = carried.gateway.send(text)
    carried.settled()
    assert carried.gateway.fetch(sent.provider_id).status == "read"
    assert carried.gateway.fetch(sent.provider_id).body == done.body
