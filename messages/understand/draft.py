"""What the steps of understanding share: the turn as it came, and the reading being made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from flows.reading import Intent, Question, Safety
from messages.understand import foreign, lexicon
from messages.understand.danger import Alarm, alarm, worse
from messages.understand.settle import FOUND
from messages.understand.text import Text, normalise, pieces


@dataclass
class Turn:
    """The first step, `normalise`: all texts of a turn as one, and piece by piece."""

    texts: Sequence[str]
    asked: Question | None
    media: bool = False
    payload: str | None = None

    @cached_property
    def whole(self) -> Text:
        """All of it, in the forms that the rules look at."""
        return normalise("\n".join(self.texts))

    @cached_property
    def parts(self) -> list[Text]:
        """Danger and STOP are heard in each text, to its end."""
        found = [normalise(piece) for text in self.texts for piece in pieces(text)]
        return found or [self.whole]

    @cached_property
    def language(self) -> str:
        """By script, else by words."""
        return foreign.language_of(self.whole.folded)

    @cached_property
    def alarm(self) -> Alarm:
        """The gravest of the whole and of its parts."""
        alarms = [alarm(self.whole), *(alarm(part) for part in self.parts if len(self.parts) > 1)]
        best = alarms[0]
        for other in alarms[1:]:
            if worse(best.safety, other.safety) is not best.safety:
                best = other
        rules = tuple(dict.fromkeys(r for a in alarms for r in a.rules))
        return Alarm(best.safety, best.danger, rules, best.lowered)

    @property
    def in_danger(self) -> bool:
        """Does anything in it worry?"""
        return self.alarm.safety is not Safety.NONE


@dataclass
class Draft:
    """A reading being made: each step adds what it found and the rule that said so.

    `offered`: all that a step has read. `kept`: what of it may be said beside a danger; None while
    nothing worries.
    `whole`: nothing is left for later steps to say.
    """

    turn: Turn
    intents: dict[Intent, str] = field(default_factory=dict)
    choices: tuple[int, ...] = ()
    offered: set[Intent] = field(default_factory=set)
    kept: frozenset[Intent] | None = None
    whole: bool = False

    @cached_property
    def said(self) -> FOUND:
        """What the French words mean by themselves: read once, for `expected` and `lexicon`."""
        return lexicon.french(self.turn.whole, self.turn.asked)

    def add(self, intent: Intent, rule: str) -> None:
        """The first rule that says so is the one that is shown."""
        self.offered.add(intent)
        if self.kept is None or intent in self.kept:
            self.intents.setdefault(intent, rule)


__all__ = ["Draft", "Turn"]
