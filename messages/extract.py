"""`python -m messages.extract`: bring the .po files up to the French catalogue.

What is translated stays, with its comments; what is new is added empty (French is said until it
is filled); what the French no longer says is kept as obsolete, at the end, for whoever translates
the new French.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from messages.catalog import SENTENCES, Wording
from messages.catalog.languages import LANGUAGES, Language
from messages.render import context_of, source_text
from messages.translations import PHRASES, PLURALS, french_of, path_of

_SINCE = datetime(2026, 1, 1, tzinfo=UTC)  # a fixed date: the file changes only with its words
_HEADER = """\
Translations of what SAS says. The French text is the key: never edit a msgid here.
A sentence is read by a native speaker when its comment says `read-by: name, date`; until then
production says it in French. Numbered choices keep their numbers and a full stop after the last.
A count has one msgstr for each form of the language; {n} may go only where it is always the same.
Nobody's gender, never "I", no organisation, at most 2 segments (python -m messages.check).
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text to translate: where it is found, the French, and when it is said."""

    context: str
    french: str
    said: str
    optional: bool = False
    plural: str | None = None


def entries(language: Language) -> Iterator[Entry]:
    """Every text that this language may say, in the order of the catalogue."""
    for name, french in PHRASES.items():
        yield Entry(f"phrase|{name}", french, "Morceau de phrase.")
    for what in counted_things():
        one, more = PLURALS[what]
        yield Entry(f"plural|{what}", one, "Un nombre, en mots.", plural=more)
    for key, said in SENTENCES.items():
        if not said.translated:
            continue
        for form in said.forms:
            for v, wording in enumerate(form.wordings):
                yield from _of_wording(language, key, form.name, v, wording, said.said)


def counted_things() -> list[str]:
    """What the translated sentences count."""
    said = [s for s in SENTENCES.values() if s.translated]
    return sorted({what for s in said for what, _ in s.counts.values()})


def _of_wording(
    language: Language, key: str, form: str, v: int, wording: Wording, said: str
) -> Iterator[Entry]:
    for tone in language.tones:
        context = context_of(key, form, language.tone(tone), v)
        french = source_text(wording, tone, language)
        yield Entry(context, french, said)
        yield Entry(context + "|short", french, said + " Plus court.", optional=True)


def updated(language: Language, known: Mapping[tuple[str, str], Message]) -> bytes:
    """The .po of that language, with the translations of `known` by (context, French)."""
    catalog = Catalog(
        locale=language.babel,
        project="sas",
        version="",
        header_comment="\n".join(f"# {line}" for line in _HEADER.splitlines()),
        creation_date=_SINCE,
        revision_date=_SINCE,
        fuzzy=False,
    )
    for entry in entries(language):
        old = known.get((entry.context, entry.french))
        if entry.optional and old is None:
            continue
        catalog.add(
            (entry.french, entry.plural) if entry.plural else entry.french,
            old.string if old else ("",) * catalog.num_plurals if entry.plural else "",
            context=entry.context,
            auto_comments=[entry.said],
            user_comments=old.user_comments if old else [],
        )
    said = {(e.context, e.french) for e in entries(language)}
    for key, old in known.items():
        if key not in said:
            catalog.obsolete[key] = old
    out = BytesIO()
    write_po(out, catalog, width=100, sort_output=False)
    return out.getvalue()


def known(language: Language) -> dict[tuple[str, str], Message]:
    """What the .po on disk translates today."""
    path = path_of(language.code)
    if not path.exists():
        return {}
    with path.open("rb") as file:
        found = read_po(file, locale=language.babel)
    every = [*found, *found.obsolete.values()]
    return {(m.context or "", french_of(m)): m for m in every if m.id and m.string}


def main() -> None:
    """Rewrite every .po."""
    for language in LANGUAGES.values():
        if language.code != "fr":
            path = path_of(language.code)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(updated(language, known(language)))


if __name__ == "__main__":
    main()
