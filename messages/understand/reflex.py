"""The reflex: what the webhook must know of every inbound text at once, before any turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from flows.reading import Danger, Intent, Safety
from messages.understand import foreign
from messages.understand.danger import RANK, alarm
from messages.understand.optout import STOP_WHOLE, OptOut, may_be_stop, opt_out
from messages.understand.optout_grammar import FEW_WORDS
from messages.understand.router import like_stop, unlike_stop
from messages.understand.text import Text, normalise, pieces

_NOT_DOUBTED = {STOP_WHOLE.name, FEW_WORDS.name}
SHORT = 20  # letters of an answer that others give in the same words


@dataclass(frozen=True, slots=True)
class Scan:
    """What the webhook must know of every inbound at once: danger, STOP, START."""

    safety: Safety
    danger: Danger | None
    stop: bool
    start: bool
    doubt: bool
    language: str
    rules: tuple[str, ...]


def scan(text: str) -> Scan:
    """The reflex run on every inbound, whatever the state (PRODUCT sections 9 and 3.7). "oui", "1"
    and the other short answers of most youths are read once."""
    if len(text) <= SHORT:
        return _scan_again(text)
    return _gravest_scan([_scan(piece) for piece in pieces(text)])


def _gravest_scan(scans: Sequence[Scan]) -> Scan:
    """What a text says whose pieces were read one by one."""
    worst = max(scans, key=lambda one: RANK[one.safety])
    return replace(
        worst,
        stop=any(one.stop for one in scans),
        start=any(one.start for one in scans) and not any(one.stop for one in scans),
        doubt=any(one.doubt for one in scans),
        rules=tuple(dict.fromkeys(rule for one in scans for rule in one.rules)),
    )


def _scan(text: str) -> Scan:
    one = normalise(text)
    found, language = alarm(one), foreign.language_of(one.folded)
    out = asked_out(one, language)
    return Scan(
        found.safety,
        found.danger,
        out.stop,
        out.start,
        out.doubt,
        language,
        found.rules + out.rules,
    )


_scan_again = lru_cache(maxsize=512)(_scan)  # weights do not change while a process serves


def asked_out(text: Text, language: str) -> OptOut:
    """STOP and START in any language: what the lexicon says once the model is heard."""
    french = opt_out(text)
    if french.stop and french.rules[0] not in _NOT_DOUBTED and _unlike(text):
        french = OptOut(doubt=True, rules=("stop.unlike",))
    heard = french.stop or french.start or french.rules
    if language == "fr" and not heard and may_be_stop(text) and like_stop(text.plain):
        return OptOut(stop=True, rules=("stop.weak",))
    if french.stop or french.start or language == "fr":
        return french
    intents, rules = foreign.foreign_intents(text.folded, language)
    abroad = OptOut(
        stop=Intent.STOP in intents and Intent.START not in intents,
        start=Intent.START in intents,
        rules=tuple(r for r in rules if r.endswith((".stop", ".start"))),
    )
    return abroad if abroad.stop or abroad.start or not french.doubt else french


def _unlike(text: Text) -> bool:
    """True when neither the text nor a clause of it looks like those that ask us to stop."""
    return all(unlike_stop(words) for words in (text.plain, *text.clauses))
