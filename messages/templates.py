"""WhatsApp templates: what may be said when the 24 h window is closed, to be approved first.

One template per sentence, form, tone, variant and language. Its body is ours with numbered
variables; the operator has it approved and gives its ContentSid.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

CONTENT_SIDS = Path(__file__).parent / "content_sids.toml"

_FIELD = re.compile(r"\{(\w+)\}")


class _HasVariant(Protocol):
    @property
    def variant(self) -> int: ...


def template_name(key: str, form: str, tone: str, language: str, of: _HasVariant) -> str:
    """The name under which the operator submits it: lower case and underscores only."""
    parts = ["sas", key.replace(".", "_"), form, tone, language, str(of.variant)]
    return "_".join(p for p in parts if p)


@cache
def approved() -> Mapping[str, str]:
    """The ContentSid of each template that the provider has approved, by name: production's own
    list, written by the operator. What is not in it goes by SMS."""
    with CONTENT_SIDS.open("rb") as file:
        return {str(k): str(v) for k, v in tomllib.load(file).get("approved", {}).items()}


def demo_sid(name: str) -> str:
    """A ContentSid of the right shape for the demo's carrier, always the same for a name."""
    return "HX" + hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()


def variables_of(text: str, values: Mapping[str, str]) -> dict[str, str]:
    """The numbered variables of a template, in the order of the text; never empty (the provider
    refuses an empty one)."""
    names = list(dict.fromkeys(_FIELD.findall(text)))
    return {str(i): values.get(name) or "-" for i, name in enumerate(names, 1)}


def numbered(text: str) -> str:
    """The body to submit for approval: `{prenom}` becomes `{{1}}`, and so on."""
    names = list(dict.fromkeys(_FIELD.findall(text)))
    return _FIELD.sub(lambda m: "{{" + str(names.index(m[1]) + 1) + "}}", text)


def template_body(text: str, variables: Mapping[str, str]) -> str:
    """What she reads when the provider fills the approved body with these variables."""
    body = numbered(text)
    return re.sub(r"\{\{(\d+)\}\}", lambda m: variables[m[1]], body)
