"""What a youth may agree to pass on to a structure, field by field, and nothing else.

Never in the packet: who referred her, why, or anything she wrote (PRODUCT section 10).
"""

from __future__ import annotations

from collections.abc import Iterable

FIELDS: dict[str, str] = {
    "first_name": "prénom",
    "phone": "téléphone",
    "age": "âge",
    "commune": "commune",
    "language": "langue",
    "need": "besoin",
}
"""Code -> the word of the text that asks her; at most MOST_FIELDS, so that it fits two segments."""

LABELS: dict[str, str] = {
    "first_name": "Prénom",
    "phone": "Téléphone",
    "age": "Âge",
    "commune": "Commune (code INSEE)",
    "language": "Langue",
    "need": "Ce qu'elle cherche",
}
"""Code -> the words of the structure's page and of the inbox."""

MOST_FIELDS = 4
NEVER_WITHOUT = "first_name"


def in_words(fields: Iterable[str]) -> str:
    """ "prénom, téléphone, besoin": what the offer says would be passed on."""
    wanted = set(fields)
    return ", ".join(word for code, word in FIELDS.items() if code in wanted)
