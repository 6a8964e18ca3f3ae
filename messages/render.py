"""Key, parameters, tone, language, channel -> the very text that is stored, then sent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from messages.catalog import Form, Sentence, Tone, Wording, sentence
from messages.catalog.languages import Language
from messages.catalog.languages import language as language_of
from messages.catalog.sentence import fill
from messages.sms import measure, prepare
from messages.templates import demo_sid, template_body, template_name, variables_of
from messages.translations import translation
from messages.values import capitals, compose, derived, lacking, values_of

Channel = Literal["sms", "whatsapp", "mail"]
_CHOICES = re.compile(r"(?<!\w)1 [^.{}]+? 2 [^.{}]+")


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
    window_open: bool = True,
    allow_unread: bool = True,
    shorter: bool = False,
    now: datetime | None = None,
    zone: ZoneInfo | None = None,
    content_sids: Mapping[str, str] | None = None,
) -> Rendered:
    """The text of `key` with `params`.

    `variant` turns among the wordings (modulo). `language` is ours (fr en ar uk es prs ps): a
    wording it lacks, or that no native has read when `allow_unread` is False, gives its place to
    the next one, and a sentence it lacks is said in French; `Rendered.variant` is what was taken.
    `quand` and `lu` are words, or ISO 8601 instants when `now` and `zone` are given (two with a
    slash between them are a span): they are then put in the words of the language really used.
    `shorter` takes the short wording of an SMS even when the long one fits: documents show both.
    `content_sids` maps template names to the provider's ids; without it, ids of the demo. Raises
    CatalogError naming what lacks.
    """
    said = sentence(key)
    wanted = language_of(language)
    form = said.form(derived(said, params))
    text = _wording(said, form, tone, wanted, variant, allow_unread)
    if shorter and text.short is not None:
        text = replace(text, text=text.short)
    values = values_of(said, params, text.language, now, zone)
    done = _finish(said, form, text, values, tone, channel, window_open, content_sids)
    return replace(done, fallback=text.language.code != language and said.translated)


def wording_taken(
    key: str,
    params: Mapping[str, str],
    *,
    tone: Tone,
    language: str,
    variant: int,
    allow_unread: bool,
) -> int:
    """`Rendered.variant` as `render` would give it, without rendering."""
    said = sentence(key)
    form = said.form(derived(said, params))
    return _wording(said, form, tone, language_of(language), variant, allow_unread).variant


def variants(key: str, params: Mapping[str, str] | None = None) -> int:
    """How many wordings the sentence has, in the form that these parameters call for."""
    said = sentence(key)
    return len(said.form(derived(said, params or {})).wordings)


def context_of(key: str, form: str, tone: str, variant: int, *, short: bool = False) -> str:
    """The gettext context of one text."""
    return f"{key}|{form}|{tone}|{variant}" + ("|short" if short else "")


def _wording(
    said: Sentence, form: Form, tone: Tone, wanted: Language, variant: int, unread: bool
) -> _Text:
    """The first wording from `variant` on that her language may say; else the French one."""
    first = variant % len(form.wordings)
    if wanted.code != "fr":
        for v in (*range(first, len(form.wordings)), *range(first)):
            text = _translated(said, form, form.wordings[v], v, tone, wanted, unread)
            if text is not None:
                return text
    wording = form.wordings[first]
    return _Text(wording.text(tone), wording.short(tone), first, language_of("fr"))


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
        body = compose(said.key, text.text, values, text.language)
        return replace(done, body=body, subject=subject, segments=0)
    if channel == "sms":
        return _as_sms(said, text, values, done)
    shown = layout(text.text)
    body = compose(said.key, shown, values, text.language)
    done = replace(done, body=body, units=len(body), buttons=buttons_of(body))
    if window_open or not said.template or lacking(shown, values):
        return done  # an approved template has all its variables
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
        body = prepare(compose(said.key, layout(wording), values, text.language), first_names=names)
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
