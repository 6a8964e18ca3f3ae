"""Which language a text is in, by script then by words, and what its words mean."""

# ruff: noqa: E501
from __future__ import annotations

import re

from flows.reading import Danger, Intent, Safety
from messages.understand.foreign_words import DANGER, FRENCH_SHARED, TELLTALES, WORDS
from messages.understand.rule import any_of, between

_PASHTO = re.compile("[ټډړږښځڅڼ]")
_DARI = re.compile(
    r"[پچژگ]|(?<!\w)(?:نه|بله|بلي|نيستم|ميخواهم|كجا|فرانسوي|شما|است|هستم|هستيد|كي هست\w*|نمي\w*|مي|ندارم|دارم|تشكر|براي"
    r"|فردا|ممنون|مرسي|سپاس|شايد|بس است|خودكشي|آره|اره|ني|نخير|حالا|امروز|دري|فارسي|كنيد|بعدا|البته|امشب|ميخواهم|خواهم|شوهرم|مادرم|پدرم)(?!\w)"
)
_PS_WORDS = re.compile(
    r"(?<!\w)(?:هو|مننه|سبا|وروسته|بس كړه|زه|ته|يم|دي|غواړم|كار لرم|پيل|وهي|لرم|مه|ليكي|كړي|ووهي|شميره|غلطه|په)(?!\w)"
)
_ARABIC = re.compile("[\u0600-\u06ff]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_RUSSIAN = re.compile("[ыэъё]")
_OTHER = re.compile(
    "[\u0370-\u03ff\u0530-\u05ff\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u1200-\u137f\u3040-\u9fff\uac00-\ud7af]"
)
_ARABIZI = re.compile(r"(?=\w{5})[a-z]+[379][a-z]{2,}$")  # a digit stands for a letter: "b9aw"
_NOT_WORD = re.compile(r"[^\w' ]+")
_ARABIC_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ې": "ي", "ۍ": "ي"}
    | {"ё": "е", "ک": "ك", "ګ": "گ", "ة": "ه", "ۀ": "ه", "ؤ": "و", "\u200c": None, "ً": None}
)
SCRIPTS = ("uk", "ar", "prs", "ps")
_TELL = {lang: frozenset(words.split()) for lang, words in TELLTALES.items()}
_BESIDE_WORD = r"[\w']"


def _pattern(phrases: str, *, latin: bool) -> re.Pattern[str]:
    parts = [p.strip() for p in phrases.split(" | ") if p.strip()]
    parts.sort(key=len, reverse=True)
    body = "|".join(parts if latin else (p.translate(_ARABIC_LETTERS) for p in parts))
    return between(_BESIDE_WORD, body)


def _lexicon(lang: str) -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    rows = []
    for line in WORDS[lang].strip().splitlines():
        name, _, phrases = line.partition(":")
        rows.append((Intent(name.strip()), _pattern(phrases, latin=lang not in SCRIPTS)))
    return tuple(rows)


LEXICON = {lang: _lexicon(lang) for lang in WORDS}
_STOPS = [
    (lang, pattern)
    for lang, table in LEXICON.items()
    for intent, pattern in table
    if intent is Intent.STOP and lang not in SCRIPTS
]
_SAID_AGAIN = re.compile(r"^(.+?)(?: \1)+$")
_STOP_REFUSED = re.compile(  # "please don't stop"
    r"(?<!\w)(?:don'?t|do not|never|didn'?t|didnt|not|won'?t) +(?:have to |need to |want (?:you |u )?to )?stop"
    r"|(?<!\w)(?:(?:two|three|four|five|\d+) stops|(?:one|more|few|next|last|first|second|this|bus|train|tram|metro|the|my|your|each) stops?)(?! (?:messag|text|send|sms))|(?<!\w)stop (?:by|over|at|near|in front)(?!\w)|(?<!\w)(?:can'?t|cannot|couldn'?t|i) stop"
    r"|(?<!\w)(?:لا|ما) +(?:توقف|وقف|تتوقف|تحبس)\w*|(?<!\w)не +(?:останавлива|прекраща|припиня|зупиня|переставай|отключа|відключа)\w*"
    r"|(?<!\w)(?:no (?:pares|paren|pareis|dejes|dejen|dejeis)|nao (?:pare|parem)|nu (?:va opriti|te opri)|nie przestawaj\w*|non (?:smett\w+|fermat\w+)|durmayin|yazmaya devam|barak\w* ?a?l+ah|ma ?t?7bess?\w*|ma ?t?hbess?\w*)"
)
_BESIDE = re.compile(
    r"(?<!\w)(?:msgs?|messages?|sms|svp|please|pls|plz|merci|stp|3afa?k\w*|khoya|sahbi|chokran)(?!\w)"
)
_BORROWED = {"stop", "basta", "unsubscribe", "pare", "hbes"}


def _dangers() -> tuple[tuple[str, re.Pattern[str], Danger, Safety], ...]:
    rows = []
    for lang, block in DANGER.items():
        for line in block.strip().splitlines():
            head, _, phrases = line.partition(":")
            kind, level = head.split()
            pattern = _pattern(phrases, latin=lang not in SCRIPTS)
            rows.append((f"danger.{lang}.{kind}", pattern, Danger(kind), Safety(level)))
    return tuple(rows)


FOREIGN_DANGER = _dangers()
ANY_DANGER = any_of((pattern for _, pattern, _, _ in FOREIGN_DANGER), _BESIDE_WORD)
_DANGER_IN = {
    lang: [pattern for name, pattern, _, _ in FOREIGN_DANGER if name.startswith(f"danger.{lang}.")]
    for lang in DANGER
}


def bare_words(folded: str) -> str:
    """`folded` without punctuation, single spaces: what the foreign lists are read in."""
    return " ".join(_NOT_WORD.sub(" ", folded).split())


def language_of(folded: str) -> str:
    """BCP 47-like code: fr, en, es, uk, ru, ar, prs, ps, ar-latn, pt, it, ro, tr, de, pl, or und for another script."""
    if _ARABIC.search(folded):
        if _PASHTO.search(folded) or _PS_WORDS.search(folded):
            return "ps"
        return "prs" if _DARI.search(folded) else "ar"
    if _CYRILLIC.search(folded):
        return "ru" if _RUSSIAN.search(folded) else "uk"
    if _OTHER.search(folded):
        return "und"
    return _latin(bare_words(folded))


def _latin(words: str) -> str:
    tokens = words.split()
    if not tokens:
        return "fr"
    if alone := stop_alone(words):
        return alone
    if mostly := _stop_mostly(words):
        return mostly
    best, score = "fr", 0.0
    if lang := _covered(words, len(tokens)):
        return lang
    for lang, tells in _TELL.items():
        own = [t for t in tokens if t in tells or (lang == "ar-latn" and _ARABIZI.match(t))]
        sure = [t for t in own if t not in FRENCH_SHARED]
        share = len(own) / len(tokens)
        enough = 0.3 if lang == "ar-latn" else 0.5
        if len(sure) >= 1 and share >= enough and len(sure) + share > score:
            best, score = lang, len(sure) + share
    return best


def stop_alone(words: str) -> str | None:
    """The Latin-script language in which all the words, once or repeated, are a STOP; words
    that French borrowed are left to the French list."""
    once = _SAID_AGAIN.sub(r"\1", words)
    if not once or once.split()[0] in _BORROWED:
        return None
    return next(
        (
            lang
            for lang, stop in _STOPS
            if stop.search(once) and not _BESIDE.sub(" ", stop.sub(" ", once)).strip()
        ),
        None,
    )


def _stop_mostly(words: str) -> str | None:
    """The language whose STOP, of two words or more, makes most of the text."""
    for lang, stop in _STOPS:
        found = stop.search(words)
        if found and " " in found[0].strip():
            left = _BESIDE.sub("", stop.sub("", words))
            if len(left.replace(" ", "")) <= 0.5 * len(words.replace(" ", "")):
                return lang
    return None


def _covered(words: str, count: int) -> str | None:
    """The Latin-script language whose phrases cover nearly all of two words or more."""
    if count < 2:
        return None
    danger = ANY_DANGER.search(words) is not None
    for lang, tells in _TELL.items():
        if not tells.isdisjoint(words.split()) and _said_whole(words, lang):
            return lang
        if danger and any(pattern.search(words) for pattern in _DANGER_IN.get(lang, ())):
            return lang
    return None


def _said_whole(words: str, lang: str) -> bool:
    for intent, pattern in LEXICON[lang]:
        found = pattern.search(words)
        if found and intent is not Intent.OTHER and len(found[0]) >= 0.8 * len(words):
            return True
    return False


def foreign_intents(folded: str, lang: str) -> tuple[frozenset[Intent], tuple[str, ...]]:
    """What the lists of `lang` say of the text, with the rules that fired."""
    table = LEXICON.get("uk" if lang == "ru" else lang, ())
    words = bare_words(folded).replace("ё", "е")
    hits = [(intent, m) for intent, pattern in table if (m := pattern.search(words))]
    spans = {intent: m.span() for intent, m in hits}
    found = {i for i in spans if not _inside(i, spans)}
    if Intent.STOP in found and _STOP_REFUSED.search(folded):
        found = (found - {Intent.STOP, Intent.NO}) or {Intent.OTHER}
    return frozenset(found), tuple(sorted(f"{lang}.{i.value}" for i in found))


def _inside(intent: Intent, spans: dict[Intent, tuple[int, int]]) -> bool:
    """True when a longer phrase of another intent covers this one ("no" in "no more texts")."""
    start, end = spans[intent]
    return any(
        other is not intent and s <= start and end <= e and (e - s) > (end - start)
        for other, (s, e) in spans.items()
    )
