"""Every sentence SAS says, by key, before its variables are filled in (PRODUCT 5 to 7, 9, 15)."""

from __future__ import annotations

from messages.catalog import danger, hello, ladder, mails, relay, slots, system, talk, unclear
from messages.catalog.sentence import CatalogError, Form, Sentence, Tone, Wording

SENTENCES: dict[str, Sentence] = {
    str(s.key): s
    for s in (
        *hello.SENTENCES,
        *ladder.SENTENCES,
        *slots.SENTENCES,
        *talk.SENTENCES,
        *unclear.SENTENCES,
        *relay.SENTENCES,
        *system.SENTENCES,
        *danger.SENTENCES,
        *mails.SENTENCES,
    )
}


def sentence(key: str) -> Sentence:
    """The sentence of that key. Raises CatalogError when there is none."""
    found = SENTENCES.get(str(key))
    if found is None:
        raise CatalogError(str(key), "no such sentence")
    return found


__all__ = ["SENTENCES", "CatalogError", "Form", "Sentence", "Tone", "Wording", "sentence"]
