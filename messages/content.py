"""WhatsApp's buttons and lists: how a question with choices leaves while the 24 h window is open.

A session content needs no approval. The operator creates one for each number of choices, once,
from what `python -m messages.content` prints; body, titles and ids are its variables.

Limits, from the provider's pages content/twilio-quick-reply, content/twiliolist-picker and
content/using-variables-with-content-api, and WhatsApp's own on interactive reply buttons and lists:
3 buttons in a session, 10 lines in a list, 1,024 letters of body, 20 of a button, 24 of a line, 200
of an id, 1,600 of a variable, none of them empty.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from messages.render import Button, buttons_of
from messages.templates import CONTENT_SIDS, demo_sid

MOST_BUTTONS = 3
MOST_CHOICES = 4
LONGEST_BODY = 1_024
LONGEST_BUTTON, LONGEST_LINE = 20, 24
CHOOSE: Mapping[str, str] = {"fr": "Choisir"}
"""What opens the list. Elsewhere its numbers: no word that no native speaker has read."""


@dataclass(frozen=True, slots=True)
class Content:
    """A session content filled for one text."""

    sid: str
    variables: Mapping[str, str]


def content_of(
    body: str, language: str, message_id: str, sids: Mapping[str, str] | None = None
) -> Content | None:
    """The content that this text leaves with; None when it offers no choice, when the operator has
    none for so many choices, or when WhatsApp has no room for it. `sids` maps names to the
    provider's ids; without it, ids of the demo. The text keeps its numbers, to be typed too."""
    buttons = buttons_of(body)
    if not fits(body, buttons):
        return None
    name = name_of(len(buttons))
    sid = demo_sid(name) if sids is None else sids.get(name)
    if not sid:
        return None
    shown = [text for one in buttons for text in (title_of(one), f"{one.id}:{message_id}")]
    if len(buttons) > MOST_BUTTONS:
        shown.append(CHOOSE.get(language, " ".join(one.id for one in buttons)))
    return Content(sid, {str(i): text for i, text in enumerate((body, *shown), 1)})


def fits(body: str, buttons: Sequence[Button]) -> bool:
    """Has WhatsApp room for these choices? A title is never cut."""
    longest = LONGEST_BUTTON if len(buttons) <= MOST_BUTTONS else LONGEST_LINE
    return (
        2 <= len(buttons) <= MOST_CHOICES
        and len(body) <= LONGEST_BODY
        and all(len(title_of(one)) <= longest for one in buttons)
    )


def title_of(button: Button) -> str:
    """What a button shows. With its number, as the text has it: a tap that reaches us without its
    id (a text found in the provider's list) is read as if she had typed it."""
    return f"{button.id} {button.title}"


def tapped(payload: str) -> tuple[str, str | None]:
    """The choice that a tapped button names, and the id of our text that asked. An approved
    template's button names its choice only."""
    choice, _, message_id = payload.partition(":")
    return choice, message_id or None


def name_of(choices: int) -> str:
    """What the operator's content for so many choices is called."""
    return f"sas_choices_{choices}"


@cache
def session_sids() -> Mapping[str, str]:
    """The ContentSid of each session content that this operator has created, by name. What is not
    there leaves as text, with its numbers."""
    with CONTENT_SIDS.open("rb") as file:
        return {str(k): str(v) for k, v in tomllib.load(file).get("session", {}).items()}


def contents() -> Iterator[dict[str, object]]:
    """Each session content, as the provider's API takes it to create it."""
    for choices in range(2, MOST_CHOICES + 1):
        listed = choices > MOST_BUTTONS
        samples = {"1": "Ça te va ?"}
        lines = []
        for i in range(1, choices + 1):
            title, key = str(2 * i), str(2 * i + 1)
            samples |= {title: f"{i} choix", key: f"{i}:sas"}
            shown = {"item" if listed else "title": _slot(title), "id": _slot(key)}
            lines.append(shown if listed else {"type": "QUICK_REPLY", **shown})
        kind: dict[str, object] = {"body": _slot("1"), "items" if listed else "actions": lines}
        if listed:
            last = str(2 * choices + 2)
            samples[last] = CHOOSE["fr"]
            kind["button"] = _slot(last)
        yield {
            "friendly_name": name_of(choices),
            "language": "fr",
            "variables": samples,
            "types": {"twilio/list-picker" if listed else "twilio/quick-reply": kind},
        }


def _slot(name: str) -> str:
    return "{{" + name + "}}"


def main() -> None:
    """Print them, one JSON object a line."""
    for one in contents():
        print(json.dumps(one, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
