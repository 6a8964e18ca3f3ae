"""The translators' files: nothing they wrote is lost when the French changes."""

from __future__ import annotations

from babel.messages.catalog import Message

from messages.catalog.languages import LANGUAGES
from messages.extract import entries, known, updated

ENGLISH = LANGUAGES["en"]


def test_what_is_translated_stays_with_its_reader() -> None:
    first = next(e for e in entries(ENGLISH) if e.context.startswith("system.stop"))
    signed = Message(
        first.french, "Noted.", context=first.context, user_comments=["read-by: Ana, 2026-12-01"]
    )
    text = updated(ENGLISH, {(first.context, first.french): signed}).decode()
    assert "# read-by: Ana, 2026-12-01\n" in text
    assert 'msgstr "Noted."' in text


def test_what_the_french_no_longer_says_is_kept_as_obsolete() -> None:
    old = Message("C'était noté.", "It was noted.", context="system.stop||any|0")
    text = updated(ENGLISH, {("system.stop||any|0", "C'était noté."): old}).decode()
    assert '#~ msgstr "It was noted."' in text


def test_the_files_on_disk_do_not_move() -> None:
    assert updated(ENGLISH, known(ENGLISH)) == updated(ENGLISH, known(ENGLISH))
