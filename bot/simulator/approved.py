"""What the demo's operator has at its carrier: the approved WhatsApp templates of the catalogue,
and the buttons and the list of an open window.

An operator submits them to the provider and receives their ids; the demo's ids are computed
from the names, so the carrier can know the body behind each without being told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from messages.catalog import SENTENCES, CatalogError, Form, Sentence
from messages.catalog.languages import LANGUAGES
from messages.catalog.sentence import TONES
from messages.content import contents
from messages.render import Rendered, render
from messages.templates import demo_sid

MARK = "Zq{}qz"


@cache
def approved() -> Mapping[str, dict[str, object]]:
    """Templates by ContentSid, in the form the provider's API takes them."""
    found: dict[str, dict[str, object]] = {}
    for said in SENTENCES.values():
        if said.template:
            for form in said.forms:
                found.update(_of(said, form))
    return found


@cache
def created() -> Mapping[str, dict[str, object]]:
    """The session contents by ContentSid."""
    return {demo_sid(str(one["friendly_name"])): one for one in contents()}


def _of(said: Sentence, form: Form) -> Iterator[tuple[str, dict[str, object]]]:
    params = {name: MARK.format(name) for name in said.fields}
    params |= {name: value or params.get(name, "oui") for name, value in form.when.items()}
    params |= {name: "" for other in said.forms for name in other.when if name not in form.when}
    for language in LANGUAGES:
        for tone in TONES:
            for variant in range(len(form.wordings)):
                try:
                    done = render(
                        said.key,
                        params,
                        tone=tone,
                        language=language,
                        channel="whatsapp",
                        variant=variant,
                        window_open=False,
                    )
                except CatalogError:
                    continue
                if done.content_sid:
                    yield done.content_sid, _template(done)


def _template(done: Rendered) -> dict[str, object]:
    body = done.body
    variables = dict(done.content_variables or {})
    for number, value in sorted(variables.items(), key=lambda pair: -len(pair[1])):
        body = body.replace(value, "{{" + number + "}}")
    actions = [{"title": button.title, "id": button.id} for button in done.buttons]
    return {
        "friendly_name": done.template,
        "variables": variables,
        "types": {"twilio/quick-reply": {"body": body, "actions": actions}},
    }
