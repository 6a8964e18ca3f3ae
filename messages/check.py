"""`python -m messages.check`: every text of the catalogue against every rule. Fails the build."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from gettext import c2py

from flows.keys import Key
from messages.catalog import SENTENCES, Form, Sentence, Wording
from messages.catalog.languages import CLIPPED, LANGUAGES, Language
from messages.catalog.sentence import fields_of
from messages.extract import counted_things, known, updated
from messages.rules import OF_WORDS, RULES, Rule, known_longest
from messages.specimens import Specimen, specimens
from messages.translations import PHRASES, PLURALS, counted, path_of, phrase, read
from messages.when import longest_when

LADDER = ("youth.hello", "youth.call_", "youth.nudge_", "youth.wake_")


def faults_of(all_of: Iterable[Specimen], rules: Iterable[Rule] = RULES) -> Iterator[str]:
    """What is wrong, one line each: the text's name, the rule, the fault."""
    rules = tuple(rules)
    for one in all_of:
        for rule in rules:
            fault = rule(one)
            if fault:
                yield f"{one.name}: {rule.__name__}: {fault}"
            if fault and rule is known_longest:
                break  # it cannot be measured


def walk() -> Iterator[str]:
    """Every key of the flows has its sentence, and no sentence is for nobody."""
    keys, said = {str(k) for k in Key}, set(SENTENCES)
    yield from (f"{key}: asked for by the flows, not in the catalogue" for key in keys - said)
    yield from (f"{key}: in the catalogue, not in flows.keys" for key in said - keys)


def repeated() -> Iterator[str]:
    """Each step of the ladder is worded at least twice, and no wording of a sentence, long or
    short, is that of another in the same language and tone."""
    for key, said in SENTENCES.items():
        for form in said.forms:
            if key.startswith(LADDER) and said.first_contact and len(form.wordings) < 2:
                yield f"{key}|{form.name}: worded once only"
    once: dict[tuple[str, str, str, str], int] = {}
    for one in specimens():
        for text in one.texts():
            told = (one.said.key, one.language.code, one.tone, text)
            if once.setdefault(told, one.variant) != one.variant:
                yield f"{one.name}: the same text twice: {text}"


def pieces() -> Iterator[Specimen]:
    """The small pieces that are put into any sentence, the first contact too, as texts of their
    own: dates, "this week", "someone from the team", counts."""
    for language in LANGUAGES.values():
        for name, french in PHRASES.items():
            yield _piece(f"phrase|{name}", french, phrase(name, language.code), language)
        for what in counted_things():
            for number in (1, 2, 3, 5):
                said = counted(what, number, language.code).replace(str(number), "")
                yield _piece(f"plural|{what}", said, said, language)


def _piece(name: str, french: str, text: str, language: Language) -> Specimen:
    form = Form("", (Wording(french, french),))
    said = Sentence(name, "contact", "", (form,), first_contact=True)
    return Specimen(said, form, 0, "tu", language, text, None, None)


def phrases() -> Iterator[str]:
    """What is wrong with a piece: the words that no text may hold, a variable lost, more letters
    than the longest name or hour that the budget is measured with."""
    found = [one for one in pieces() if one.said.key != "phrase|day_pattern"]  # EEEE is no word
    yield from faults_of(found, OF_WORDS)
    for one in found:
        room = {"phrase|someone": CLIPPED["aig"]}
        room["phrase|this_week"] = len(longest_when(one.language.code))
        if len(one.text) > room.get(one.said.key, len(one.text)):
            yield f"{one.name}: longer than the longest that is measured: {one.text}"
        lost = fields_of(one.form.wordings[0].tu) ^ fields_of(one.text)
        if lost:
            yield f"{one.name}: variables missing or strange: {sorted(lost)}"


def stale() -> Iterator[str]:
    """Each .po is what `python -m messages.extract` would write today."""
    for language in LANGUAGES.values():
        if language.code != "fr":
            path = path_of(language.code)
            if not path.exists() or path.read_bytes() != updated(language, known(language)):
                yield f"{language.code}: run python -m messages.extract"


def plurals() -> Iterator[str]:
    """Each count has all the forms of each language, and a form of several numbers says which."""
    for language in LANGUAGES.values():
        if language.code == "fr":
            continue
        catalog = read(language.code)
        numbers = Counter(map(c2py(catalog.plural_expr), range(200)))
        for what in counted_things():
            one, _ = PLURALS[what]
            entry = catalog.get(one, f"plural|{what}")
            forms = tuple(entry.string or ()) if entry is not None and entry.pluralizable else ()
            for i in range(catalog.num_plurals):
                form = forms[i] if i < len(forms) else ""
                if not form or (numbers[i] > 1 and "{n}" not in form):
                    yield f"plural|{what}|{language.code}: form {i} is missing: {form!r}"


def faults() -> Iterator[str]:
    """All faults of the catalogue."""
    yield from walk()
    yield from plurals()
    yield from phrases()
    yield from repeated()
    yield from stale()
    yield from faults_of(specimens())


def main() -> int:
    """Print the faults; 1 when there is any."""
    found = list(faults())
    for line in found:
        print(line, file=sys.stderr)  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
