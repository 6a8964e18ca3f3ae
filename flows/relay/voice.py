"""How a relay speaks: to her only when the bot has the word and knows who reads; else a task."""

from __future__ import annotations

from datetime import datetime

from flows.effects import Priority, Recipient, SayKind, Speaker, TaskKind
from flows.events import RelayEnded, TextsReceived
from flows.keys import Key
from flows.snapshot import RelayFacts
from flows.turn import Turn

ASKED_BY = {
    "offer": Key.RELAY_OFFER,
    "reminder": Key.RELAY_REMINDER,
    "check7": Key.CHECK_DAY7,
    "check30": Key.CHECK_DAY30,
    "check90": Key.CHECK_DAY90,
    "check180": Key.CHECK_DAY180,
}
"""What a relay asks her, and by which text: only a text that left is answered."""

MET = frozenset({"met", "followed", "taken_in_charge"})
GONE = frozenset({"dead", "someone_else"})


def facts(turn: Turn) -> RelayFacts:
    """What is known of this relay."""
    return turn.s.relay or RelayFacts()


def paused_until(turn: Turn) -> datetime | None:
    """Until when nothing may be sent to her (prison, hospital), if that is in the future."""
    until = turn.s.person.paused_until
    return until if until is not None and until > turn.now else None


def may_write(turn: Turn) -> bool:
    """Does the bot have the word, a phone that can be written to, and is she recognised? Before
    that no text names a structure, a place or an appointment (PRODUCT 5)."""
    person = turn.s.person
    known = person.recognised and person.address not in GONE and person.address != "she_writes"
    voice = person.prefers_voice or not person.textable
    return turn.speaker is Speaker.BOT and known and not voice and paused_until(turn) is None


def ask_her(turn: Turn, key: Key, what: str, kind: SayKind, **params: str) -> bool:
    """Say it, or open a task for the aiguilleur who holds the word (PRODUCT 3.5). Nothing at all
    to who opted out. True when it was said."""
    person = turn.s.person
    if person.opted_out or person.deceased or person.erased:
        turn.note("not_asked", what=what)
        return False
    if may_write(turn):
        turn.remember("asking", what)
        turn.say(key, kind, more=params, structure=facts(turn).service)
        return True
    turn.task(TaskKind.RELAY_SAY, Priority.WAITING, turn.working_days(1), what)
    return False


def mail(turn: Turn, key: Key, **params: str) -> None:
    """A letter to the structure's shared mailbox; without one, a call."""
    if facts(turn).has_mailbox:
        turn.say(key, SayKind.NEWS, to=Recipient.STRUCTURE, more=params)
    else:
        due = turn.working_days(1)
        turn.task(TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, due, "no_mailbox")


def asked_last(turn: Turn) -> bool:
    """Does she answer what this relay asked last? While that text waits for its hour she has not
    read it, and answers an older one."""
    asking = turn.memory.get("asking")
    return isinstance(asking, str) and turn.s.answers == ASKED_BY.get(asking)


def pass_to_contact(turn: Turn, event: TextsReceived) -> None:
    """Not an answer to this relay: the contact flow answers, once."""
    turn.tell("contact", event)


def over(turn: Turn, how: str) -> None:
    """This relay waits for nobody any more: no timer, no question, no task."""
    turn.forget_promises()
    turn.fresh()
    turn.remember("asking", None)
    turn.end(
        TaskKind.RELAY_SAY,
        TaskKind.RELAY_CONSENT,
        TaskKind.STRUCTURE_CALL,
        TaskKind.STRUCTURE_INSTITUTION,
        TaskKind.DISAGREEMENT,
        outcome=how,
        own=True,
    )


def back_to_aiguilleur(turn: Turn, how: str, *codes: str) -> None:
    """She is her aiguilleur's again: a new aiguillage task, and the contact flow knows."""
    over(turn, how)
    turn.task(TaskKind.RELAY_AGAIN, Priority.WAITING, turn.working_days(1), how, *codes)
    turn.tell("contact", RelayEnded(how))
