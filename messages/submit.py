"""`python -m messages.submit`: the WhatsApp templates to have approved, one JSON object a line.

Once the provider has approved one, its ContentSid goes into messages/content_sids.toml.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from messages.render import layout
from messages.specimens import EXAMPLE, Specimen, example, specimens
from messages.templates import approved, numbered
from messages.values import capitals


def submissions(*languages: str) -> Iterator[dict[str, object]]:
    """Every template: its name, language, numbered body, sample values, buttons, and whether it is
    already approved."""
    for one in specimens(*languages):
        if one.said.template:
            yield _submission(one)


def _submission(one: Specimen) -> dict[str, object]:
    done = example(one, "whatsapp", window_open=False)
    text, _ = capitals(layout(one.text), EXAMPLE)
    return {
        "name": done.template,
        "language": one.language.babel.partition("_")[0],
        "category": "UTILITY",
        "body": numbered(text),
        "samples": dict(done.content_variables),
        "buttons": [button.title for button in done.buttons],
        "approved": done.template in approved(),
    }


def main() -> None:
    """Print them."""
    for one in submissions(*sys.argv[1:]):
        print(json.dumps(one, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
