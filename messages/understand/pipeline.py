"""Understanding of one turn of a youth: the steps in order, then the Reading they make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.reading import Intent, Question, Reading, Safety, Sureness
from messages.understand import circumstances
from messages.understand.danger import worse
from messages.understand.draft import Draft, Turn
from messages.understand.phones import phones_in
from messages.understand.plain_yes import plain_yes
from messages.understand.steps import STEPS
from messages.understand.times import whens


def read(
    texts: Sequence[str],
    *,
    asked: Question | None,
    now: datetime,
    tz: ZoneInfo,
    media: Sequence[str] = (),
    payload: str | None = None,
) -> Reading:
    """What one turn means: all its texts in order, after the question `asked`.

    `now` is aware; ranges come back in `tz`. `media` are MIME types; `payload` is the id of
    a button, a number or "stop". Never raises on any text.
    """
    draft = Draft(Turn(texts, asked, bool(media), payload))
    for _, step in STEPS:
        if not draft.whole:
            step(draft)
    return _reading(draft, now, tz, media)


_TIMED = {Intent.AVAILABILITY, Intent.LATER, Intent.HUMAN, Intent.YES}


def _reading(draft: Draft, now: datetime, tz: ZoneInfo, media: Sequence[str]) -> Reading:
    turn, text, found = draft.turn, draft.turn.whole, draft.turn.alarm
    death = circumstances.death_told(text)
    safety = worse(found.safety, Safety.CONCERN) if death else found.safety
    timed = bool(draft.intents.keys() & _TIMED)
    return Reading(
        intents=frozenset(draft.intents),
        choices=draft.choices,
        safety=safety,
        danger=found.danger if turn.in_danger else None,
        when=whens(text.folded, now, tz) if timed else (),
        phones=phones_in("\n".join(turn.texts)),
        language=turn.language,
        sureness=_sureness(draft, safety, death),
        rules=tuple(dict.fromkeys((*found.rules, *draft.intents.values()))),
        death=death,
        away=circumstances.away(text),
        request=circumstances.data_request(text),
        loop_suspect=circumstances.looks_automatic(text),
        media=turn.media,
        voice=any(kind.startswith("audio/") for kind in media),
        plain_yes=Intent.YES in draft.intents and plain_yes(turn.texts, turn.payload),
    )


_ACT = {
    Intent.YES,
    Intent.NO,
    Intent.STOP,
    Intent.START,
    Intent.CHOICE,
    Intent.WHO,
    Intent.WRONG_NUMBER,
    Intent.LATER,
    Intent.THANKS,
    Intent.LANGUAGE,
}
_ECHO = {Intent.AVAILABILITY, Intent.PHONE_CHANGE, Intent.MOVED, Intent.HAS_SOLUTION}


def _sureness(draft: Draft, safety: Safety, death: bool) -> Sureness:
    """Act; act and say back what was understood; ask once with numbers; or give to a human."""
    intents = set(draft.intents)
    if (
        death
        or safety is not Safety.NONE
        or intents
        & {Intent.HUMAN, Intent.OTHER, Intent.THIRD_PARTY, Intent.MEDIA_ONLY, Intent.INSULT}
    ):
        return Sureness.HUMAN
    if {Intent.YES, Intent.NO} <= intents:
        return Sureness.HUMAN  # a number and a word, or two languages, that contradict each other
    if Intent.MAYBE in intents or any(r.startswith("model.") for r in draft.intents.values()):
        return Sureness.ASK
    return Sureness.ECHO if intents & _ECHO else Sureness.ACT
