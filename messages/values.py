"""What fills the placeholders: names cleaned, dates in words, and the text mended around them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from messages.catalog import Sentence
from messages.catalog.languages import CLIPPED, Language
from messages.catalog.sentence import fields_of, fill
from messages.translations import counted, in_her_words, phrase
from messages.when import say_read, say_span, say_when

LEFT_OUT = ("fin",)
"""What not every team has: a text is said without the clause that holds it."""

_LETTERS_LATIN = re.compile(r"^[\u0000-\u024f\u1e00-\u1eff’‘]*$")

_CLAUSE = re.compile(r"[.,،:?!؟](?=\s|$)")


def derived(said: Sentence, params: Mapping[str, str]) -> dict[str, str]:
    """The parameters, with those made from others: initial or reference."""
    given = dict(params)
    if not _LETTERS_LATIN.match(unicodedata.normalize("NFC", given.get("source", ""))):
        given["source"] = ""
    if said.mail and "personne" not in given:
        reference, name = given.get("reference", ""), given.get("prenom", "").strip()
        given["personne"] = f"réf. {reference}" if reference else f"{name[:1].upper() or '?'}."
    return given


def values_of(
    said: Sentence,
    params: Mapping[str, str],
    language: Language,
    now: datetime | None,
    zone: ZoneInfo | None,
) -> dict[str, str]:
    """The words that fill the placeholders, in the language really used."""
    values = {name: _clip(name, value) for name, value in derived(said, params).items()}
    for name, default in said.defaults.items():
        if not values.get(name):
            values[name] = phrase(default, language.code)
    for name, say in (("quand", say_when), ("lu", say_read)):
        if now is None or zone is None:
            continue
        start, slash, end = values.get(name, "").partition("/")
        at, until = _instant(start), _instant(end)
        if at is not None and until is not None:
            values[name] = say_span(at, until, now, zone, language.code)
        elif at is not None and not slash:
            values[name] = say(at, now, zone, language.code)
    for name, (what, number) in said.counts.items():
        many = str(number) if isinstance(number, int) else values.get(number, "")
        values[name] = counted(what, int(many), language.code) if many.isdigit() else ""
    if "quoi" in values:
        values["quoi"] = in_her_words(values["quoi"], language.code)
    if "prenom" in values and not _readable(values["prenom"], language):
        values["prenom"] = ""
    aig = values.get("aig", "")
    if "aig" in values and (
        not aig or aig == values.get("service") or not _readable(aig, language)
    ):
        values["aig"] = phrase("someone", language.code)
    return values


def _instant(value: str) -> datetime | None:
    """The aware instant that a parameter holds, when it is ISO 8601."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    return at if at.tzinfo else None


def _clip(name: str, value: str) -> str:
    """A name in one line, without emoji, and cut at a word when it is too long for its budget
    (PRODUCT section 7: 30 for a first name)."""
    longest = CLIPPED.get(name)
    if longest is None:
        return value
    value = " ".join(unicodedata.normalize("NFC", value).split())
    if name in ("prenom", "aig"):
        value = "".join(c for c in value if c in " -'’." or unicodedata.category(c)[0] in "LM")
        value = value.strip()
    if len(value) <= longest:
        return value
    cut = value[: longest + 1]
    return (cut[: max(cut.rfind(" "), cut.rfind("-"))] if re.search(r"[ -]", cut) else cut)[
        :longest
    ]


def _readable(name: str, language: Language) -> bool:
    """A name in another script is not put in a Latin text (PRODUCT section 7)."""
    return not language.latin or bool(_LETTERS_LATIN.match(name))


def compose(key: str, text: str, values: Mapping[str, str], language: Language) -> str:
    """Fill, then mend what an empty or odd value leaves: spaces, capitals, elision."""
    text = without(text, values)
    if language.code == "fr":
        for name in fields_of(text) & values.keys():
            if values[name][:1].lower() in set("aeiouàâäéèêëîïôöûü"):
                text = re.sub(r"\bde (\{" + name + r"\})", r"d'\1", text)
    whole = fill(key, *capitals(text, values))
    whole = re.sub(r" +([.,])", r"\1", whole)
    whole = re.sub(r"^[,.] *", "", whole)
    return re.sub(r" {2,}", " ", whole[:1].upper() + whole[1:]).strip()


def without(text: str, values: Mapping[str, str]) -> str:
    """The text without the clauses whose one fact is empty: "Son numéro finit par {fin}." goes
    whole, ", numéro en {fin}" from its comma on."""
    for name in lacking(text, values):
        at = text.index(f"{{{name}}}")
        start = max((one.start() for one in _CLAUSE.finditer(text, 0, at)), default=-1)
        end = _CLAUSE.search(text, at)
        stop = end.start() if end else len(text)
        after_comma = start >= 0 and text[start] in ",،"
        text = text[:start] + text[stop:] if after_comma else text[: start + 1] + text[stop + 1 :]
    return text


def lacking(text: str, values: Mapping[str, str]) -> list[str]:
    """Which facts of this text are left out."""
    return [name for name in LEFT_OUT if name in fields_of(text) and values.get(name) == ""]


def capitals(text: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The text and values in which what opens a sentence has a capital."""
    shaped = {**values, **{f"cap_{n}": v[:1].upper() + v[1:] for n, v in values.items()}}
    return re.sub(r"((?:^|[.?!؟] |\n)¿?)\{(\w+)\}", r"\1{cap_\2}", text), shaped
