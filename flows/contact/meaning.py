"""What a turn means after the question that was asked: plain numbers become what they answer."""

from __future__ import annotations

from flows.reading import Intent, Question, Reading

RELAY_QUESTIONS = frozenset({Question.RELAY_OFFER, Question.FOLLOWUP, Question.REMINDER})


NUMBERED = frozenset(Question) - {Question.SLOT, Question.OPEN}


NUMBERS: dict[Question, dict[int, Intent]] = {
    Question.FIRST_CONTACT: {
        1: Intent.YES,
        2: Intent.LATER,
        3: Intent.NO,
        4: Intent.WRONG_NUMBER,
    },
    Question.MENU4: {1: Intent.CHOICE, 2: Intent.CHOICE, 3: Intent.CHOICE, 4: Intent.CHOICE},
    Question.CALL_ANNOUNCED: {1: Intent.YES, 2: Intent.AVAILABILITY, 3: Intent.CHOICE},
    Question.RELAY_OFFER: {1: Intent.YES, 2: Intent.NO, 3: Intent.HUMAN},
    Question.FOLLOWUP: {1: Intent.YES, 2: Intent.NO, 3: Intent.HUMAN},
    Question.REMINDER: {1: Intent.YES, 2: Intent.NO, 3: Intent.LATER},
}


def meaning(reading: Reading, question: Question | None) -> frozenset[Intent]:
    """The intents, with plain numbers turned into what they answer. A number that the question
    does not offer, or two numbers at once, is no choice: it stays unclear."""
    if not reading.choices or question is None:
        return reading.intents
    offered = NUMBERS.get(question, {})
    meant = {offered[n] for n in reading.choices if n in offered}
    if len(meant) != 1:
        return reading.intents - {Intent.CHOICE}
    if question is Question.FIRST_CONTACT and reading.has(Intent.YES, Intent.NO, Intent.LATER):
        return reading.intents - {Intent.CHOICE}
    return (reading.intents - {Intent.CHOICE}) | meant


ELSEWHERE = frozenset({Intent.WRONG_NUMBER, Intent.THIRD_PARTY})  # said by somebody else than her
