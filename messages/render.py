"""Key, parameters, tone, language, channel -> the very text that is stored, then sent."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale

from messages.catalog import CatalogError, Form, Sentence, Tone, Wording, sentence
from messages.catalog.languages import CLIPPED, Language
from messages.catalog.languages import language as language_of
from messages.catalog.sentence import fields_of, fill
from messages.sms import measure, prepare
from messages.templates import demo_sid, template_body, template_name, variables_of
from messages.translations import in_her_words, phrase, translation
from messages.when import say_read, say_when

Channel = Literal["sms", "whatsapp", "mail"]
_CHOICES = re.compile(r"(?<!\w)1 [^.{}]+? 2 [^.{}]+")
_LETTERS_LATIN = re.compile(r"^[\u0000-\u024f\u1e00-\u1eff’‘]*$")


@dataclass(frozen=True, slots=True)
class Button:
    """A WhatsApp button or list line: the number it stands for, and what it shows."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text ready to store: `body` is what leaves. `fallback`: her language was asked and French
    is said. `template`: the name of the approved template when the window is closed;
    `content_sid` its id at the provider, None when the operator has none."""

    body: str
    subject: str | None = None
    buttons: tuple[Button, ...] = ()
    content_sid: str | None = None
    content_variables: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "plain"
    segments: int = 1
    units: int = 0
    language_used: str = "fr"
    fallback: bool = False
    variant: int = 0
    template: str | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """One candidate text before its placeholders are filled."""

    text: str
    short: str | None
    variant: int
    language: Language


def render(
    key: str,
    params: Mapping[str, str],
    *,
    tone: Tone = "tu",
    language: str = "fr",
    channel: Channel = "sms",
    variant: int = 0,
    avoid: str | None = None,
    window_open: bool = True,
    allow_unread: bool = True,
    now: datetime | None = None,
    zone: ZoneInfo | None = None,
    content_sids: Mapping[str, str] | None = None,
) -> Rendered:
    """The text of `key` with `params`.

    `variant` turns among the wordings (modulo); `avoid` is the `body_hash` of the last text, never
    said again when another wording exists. `language` is ours (fr en ar uk es prs ps): a sentence
    it lacks, or that no native has read when `allow_unread` is False, is said in French. `quand`
    and `lu` are words, or ISO 8601 instants when `now` and `zone` are given: they are then put
    in the words of the language really used. `content_sids` maps template names to the
    provider's ids; without it, ids of the demo. Raises CatalogError naming what lacks.
    """
    said = sentence(key)
    wanted = language_of(language)
    form = said.form(_derived(said, params))
    chosen: Rendered | None = None
    for text in _candidates(said, form, tone, wanted, variant, allow_unread):
        values = _values(said, params, text.language, now, zone)
        done = _finish(said, form, text, values, tone, channel, window_open, content_sids)
        done = replace(done, fallback=text.language.code != language and said.translated)
        if avoid is None or body_hash(done.body) != avoid:
            return done
        chosen = chosen or done
    if chosen is None:
        raise CatalogError(key, "no wording")
    return chosen


def variants(key: str, params: Mapping[str, str] | None = None) -> int:
    """How many wordings the sentence has, in the form that these parameters call for."""
    return len(sentence(key).form(params or {}).wordings)


def body_hash(body: str) -> str:
    """What `avoid` compares: a digest, so that nobody needs the last text in clear."""
    return hashlib.sha256(body.encode()).hexdigest()


def context_of(key: str, form: str, tone: str, variant: int, *, short: bool = False) -> str:
    """The gettext context of one text."""
    return f"{key}|{form}|{tone}|{variant}" + ("|short" if short else "")


def _candidates(
    said: Sentence, form: Form, tone: Tone, wanted: Language, variant: int, unread: bool
) -> Iterator[_Text]:
    """The wordings in the order to try: her language first, from `variant` on; else French."""
    turn = [(variant + i) % len(form.wordings) for i in range(len(form.wordings))]
    spoken = [
        text
        for v in turn
        if wanted.code != "fr"
        and (text := _translated(said, form, form.wordings[v], v, tone, wanted, unread))
    ]
    yield from spoken
    if not spoken:
        french = language_of("fr")
        for v in turn:
            wording = form.wordings[v]
            yield _Text(wording.text(tone), wording.short(tone), v, french)


def _translated(
    said: Sentence, form: Form, wording: Wording, v: int, tone: Tone, wanted: Language, unread: bool
) -> _Text | None:
    """That wording in her language, when it exists and may be said."""
    source = source_text(wording, tone, wanted)
    context = context_of(said.key, form.name, wanted.tone(tone), v)
    found = translation(wanted.code, context, source)
    if found is None or not (found.read_by or unread):
        return None
    short = translation(wanted.code, context + "|short", source)
    usable = short is not None and bool(short.read_by or unread)
    return _Text(found.text, short.text if short and usable else None, v, wanted)


def source_text(wording: Wording, tone: Tone, wanted: Language) -> str:
    """The French that a translation is made from: *tu* when the language has one tone."""
    return wording.text(tone if wanted.two_tones else "tu")


def _derived(said: Sentence, params: Mapping[str, str]) -> dict[str, str]:
    """The parameters, with those made from others: plural form, initial or reference."""
    given = dict(params)
    if not _LETTERS_LATIN.match(unicodedata.normalize("NFC", given.get("source", ""))):
        given["source"] = ""
    if given.get("n", "").isdigit():
        given["nombre"] = Locale.parse("fr").plural_form(int(given["n"]))
    if said.mail and "personne" not in given:
        reference, name = given.get("reference", ""), given.get("prenom", "").strip()
        given["personne"] = f"réf. {reference}" if reference else f"{name[:1].upper() or '?'}."
    return given


def _values(
    said: Sentence,
    params: Mapping[str, str],
    language: Language,
    now: datetime | None,
    zone: ZoneInfo | None,
) -> dict[str, str]:
    """The words that fill the placeholders, in the language really used."""
    values = {name: _clip(name, value) for name, value in _derived(said, params).items()}
    for name, default in said.defaults.items():
        if not values.get(name):
            values[name] = phrase(default, language.code)
    for name, say in (("quand", say_when), ("lu", say_read)):
        at = _instant(values.get(name, ""))
        if at is not None and now is not None and zone is not None:
            values[name] = say(at, now, zone, language.code)
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


def _finish(
    said: Sentence,
    form: Form,
    text: _Text,
    values: Mapping[str, str],
    tone: Tone,
    channel: Channel,
    window_open: bool,
    content_sids: Mapping[str, str] | None,
) -> Rendered:
    """Fill one candidate for its channel."""
    done = Rendered(body="", language_used=text.language.code, variant=text.variant)
    if channel == "mail" or said.mail:
        subject = fill(said.key, said.subject, values) if said.subject else None
        body = _compose(said.key, text.text, values, text.language)
        return replace(done, body=body, subject=subject, segments=0)
    if channel == "sms":
        return _as_sms(said, text, values, done)
    shown = layout(text.text)
    body = _compose(said.key, shown, values, text.language)
    done = replace(done, body=body, units=len(body), buttons=buttons_of(body))
    if window_open or not said.template:
        return done
    name = template_name(said.key, form.name, text.language.tone(tone), text.language.code, done)
    opened, shaped = capitals(shown, values)
    variables = variables_of(opened, shaped)
    return replace(
        done,
        body=template_body(opened, variables),
        template=name,
        content_sid=demo_sid(name) if content_sids is None else content_sids.get(name),
        content_variables=variables,
    )


def _as_sms(said: Sentence, text: _Text, values: Mapping[str, str], done: Rendered) -> Rendered:
    """The SMS copy: cheapest letters, the short text when the long one breaks the budget."""
    names = [values.get("prenom", ""), values.get("aig", "")]
    body, size = "", measure("")
    for wording in (text.text, text.short):
        if wording is None:
            continue
        body = prepare(
            _compose(said.key, layout(wording), values, text.language), first_names=names
        )
        size = measure(body)
        if size.segments <= (2 if size.encoding == "GSM-7" else said.wide):
            break
    return replace(
        done, body=body, encoding=size.encoding, segments=size.segments, units=size.units
    )


def layout(text: str) -> str:
    """Each numbered choice on its own line, and what follows on the next: easier to answer, and a
    line break costs what a space costs."""
    found = _CHOICES.search(text)
    if found is None:
        return text
    listed = re.sub(r",? (?=[2-9] )", "\n", found[0])
    before, after = text[: found.start()].rstrip(), text[found.end() :]
    rest = after[1:].strip() if after[:1] == "." else after.strip()
    return "\n".join(part for part in (before, listed, rest) if part)


def buttons_of(body: str) -> tuple[Button, ...]:
    """The choices of a laid-out text."""
    lines = [re.fullmatch(r"([1-9]) (.+)", line) for line in body.split("\n")]
    return tuple(Button(m[1], m[2][:1].upper() + m[2][1:]) for m in lines if m)


def _compose(key: str, text: str, values: Mapping[str, str], language: Language) -> str:
    """Fill, then mend what an empty or odd value leaves: spaces, capitals, elision."""
    if language.code == "fr":
        for name in fields_of(text) & values.keys():
            if values[name][:1].lower() in set("aeiouàâäéèêëîïôöûü"):
                text = re.sub(r"\bde (\{" + name + r"\})", r"d'\1", text)
    whole = fill(key, *capitals(text, values))
    whole = re.sub(r" +([.,])", r"\1", whole)
    whole = re.sub(r"^[,.] *", "", whole)
    return re.sub(r" {2,}", " ", whole[:1].upper() + whole[1:]).strip()


def capitals(text: str, values: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """The text and values in which what opens a sentence has a capital."""
    shaped = {**values, **{f"cap_{n}": v[:1].upper() + v[1:] for n, v in values.items()}}
    return re.sub(r"((?:^|[.?!؟] |\n)¿?)\{(\w+)\}", r"\1{cap_\2}", text), shaped
