"""What follows from what she meant: one decision per meaning, one text each (PRODUCT 8)."""

from __future__ import annotations

from datetime import timedelta

from flows.contact import ladder, numbers, rest
from flows.contact.stage import (
    PROMISE_TIMERS,
    alive,
    awaits_us,
    engaged,
    hand_over,
    wait_for_hour,
)
from flows.effects import MarkAddress, MarkYouth, Priority, SayKind, Speaker, TaskKind
from flows.events import TextsReceived
from flows.keys import Key
from flows.machine import Move
from flows.reading import Intent, Question
from flows.turn import Turn


def number_confirmed(turn: Turn, hers: bool) -> Move:
    if not hers:
        return "mistake", _wrong
    return "engage", _hers


def _hers(turn: Turn, _: object) -> None:
    turn.remember("confirming", None)
    engaged(turn)
    turn.ask(MarkAddress("good"))
    turn.say(Key.THANKS)


def _wrong_number(turn: Turn, event: TextsReceived) -> Move:
    """A sure reading closes it with an apology; a human looks where one has recognised her, or
    where the text also asks who we are: that is a doubt, and a doubt closes nothing."""
    if turn.s.person.recognised or Intent.WHO in event.reading.intents:
        return "hand", lambda turn, _: hand_over(turn, TaskKind.WRONG_PERSON)
    return "mistake", _wrong


def _wrong(turn: Turn, _: object) -> None:
    turn.remember("confirming", None)
    numbers.not_hers(turn)
    turn.say(Key.WRONG_PERSON, SayKind.ANSWER)


def _third_party(turn: Turn, event: TextsReceived) -> Move:
    return "hand", _close_person


def _close_person(turn: Turn, _: object) -> None:
    """Somebody close answers: nothing is confirmed, and their questions go to a human."""
    hand_over(turn, TaskKind.THIRD_PARTY, text=Key.ARRIVED)
    turn.ask(MarkAddress("shared"))


def _phone_change(turn: Turn, event: TextsReceived) -> Move:
    return _engage(turn, _changed)


def _changed(turn: Turn, _: object) -> None:
    turn.task(TaskKind.PHONE_CHANGE, Priority.WAITING, turn.read_by())
    turn.say(Key.NEW_NUMBER_NOTED)


def _asks_human(turn: Turn, event: TextsReceived) -> Move:
    return "hand", lambda turn, _: hand_over(turn, TaskKind.ASKED_HUMAN)


def _language(turn: Turn, event: TextsReceived) -> Move:
    return "hand", _other_language


def _other_language(turn: Turn, event: TextsReceived) -> None:
    if event.reading.language != "fr":
        turn.ask(MarkYouth(f"language:{event.reading.language}"))
    hand_over(turn, TaskKind.LANGUAGE, event.reading.language)


def _moved(turn: Turn, event: TextsReceived) -> Move:
    return "hand", lambda turn, _: hand_over(turn, TaskKind.ANSWER, "moved")


def _insult(turn: Turn, event: TextsReceived) -> Move:
    return "hand", lambda turn, _: hand_over(turn, TaskKind.ANSWER, "insult")


def _solution(turn: Turn, event: TextsReceived) -> Move:
    return _engage(turn, _has_solution)


def _has_solution(turn: Turn, _: object) -> None:
    """A good end, but not a machine's to decide."""
    turn.task(TaskKind.ANSWER, Priority.ROUTINE, turn.working_days(2), "has_solution")
    turn.say(Key.SOLUTION_NOTED)


def _who(turn: Turn, event: TextsReceived) -> Move:
    """Who we are, once, by the bot; the full source is a human's to tell."""
    if turn.memory.get("who"):
        return "hand", lambda turn, _: hand_over(turn, TaskKind.ASKED_HUMAN, "who")
    return _engage(turn, _tell_who)


def _tell_who(turn: Turn, _: object) -> None:
    turn.remember("who", True)
    turn.say(Key.WHO_WE_ARE, question=turn.s.question)


def _later(turn: Turn, event: TextsReceived) -> Move:
    return _engage(turn, _not_now)


def _not_now(turn: Turn, event: TextsReceived) -> None:
    """Not now: we come back on the day she named, else in a week."""
    when = event.reading.when
    start = when[0].start if when else turn.now + timedelta(days=7)
    turn.timer("again", turn.hours.good_hour(max(start, turn.now)))
    turn.drop("quiet")
    turn.say(Key.LATER_NOTED)


def again_due(turn: Turn, event: object) -> Move:
    """The day she named has come: one question, if somebody is there to read."""
    human = turn.s.human
    if turn.speaker is not Speaker.BOT or human is None or not human.present:
        return "stay", _again_by_hand
    return "stay", _again


def _again(turn: Turn, _: object) -> None:
    turn.timer("quiet", turn.working_days(3))
    if ladder.by_voice(turn):
        turn.task(TaskKind.CALL_ONLY, Priority.CALL, turn.working_days(1), "again")
    else:
        turn.say(Key.ASK_SLOT, SayKind.STARTED)


def _again_by_hand(turn: Turn, _: object) -> None:
    turn.timer("quiet", turn.working_days(3))
    turn.task(TaskKind.CALL, Priority.CALL, turn.working_days(1), "again")


def _no(turn: Turn, event: TextsReceived) -> Move:
    if turn.s.question is Question.CALL_ANNOUNCED:
        return _engage(turn, _another_hour)
    if turn.s.state in {"talking", "in_relay"}:
        return _engage(turn, _no_in_talk)
    return "rest", _soft_no


def _soft_no(turn: Turn, _: object) -> None:
    """A soft no: the door stays open, and the aiguilleur sees it."""
    alive(turn)
    rest.rest_anew(turn, refused=True)
    turn.task(TaskKind.ANSWER, Priority.ROUTINE, turn.working_days(2), "said_no")
    turn.say(Key.NO_NOTED)


def _no_in_talk(turn: Turn, _: object) -> None:
    turn.task(TaskKind.ANSWER, Priority.WAITING, turn.read_by(), "said_no")
    turn.say(Key.NO_NOTED)


def _choice(turn: Turn, event: TextsReceived) -> Move:
    if turn.s.question is Question.CALL_ANNOUNCED:
        return "hand", _in_writing
    if turn.s.question is not Question.MENU4:
        return "hand", lambda turn, _: hand_over(turn, TaskKind.NOT_UNDERSTOOD)
    return _engage(turn, _need)


def _in_writing(turn: Turn, _: object) -> None:
    no_more_call(turn)
    hand_over(turn, TaskKind.ASKED_HUMAN, "in_writing", text=Key.IN_WRITING)


def no_more_call(turn: Turn) -> None:
    """She does not want that call: its reminder and its alarm go."""
    turn.drop(*PROMISE_TIMERS)
    turn.remember("call_at", None)
    turn.end(TaskKind.CALL, TaskKind.CALL_BACK)


def _need(turn: Turn, event: TextsReceived) -> None:
    choice = event.reading.choices[0] if event.reading.choices else 4
    turn.remember("need", choice)
    wait_for_hour(turn, f"need_{choice}")
    turn.say(Key.NEED_NOTED, choix=str(choice))


def _availability(turn: Turn, event: TextsReceived) -> Move:
    if turn.s.question is Question.CALL_ANNOUNCED and not event.reading.when:
        return _engage(turn, _another_hour)
    return _engage(turn, _slot_noted)


def _another_hour(turn: Turn, _: object) -> None:
    no_more_call(turn)
    wait_for_hour(turn, "another_hour")
    turn.say(Key.ASK_SLOT)


def _slot_noted(turn: Turn, event: TextsReceived) -> None:
    """Her span is echoed as a span, never promised: an aiguilleur accepts it or names an hour."""
    when = event.reading.when
    codes = [moment.isoformat() for span in when[:1] for moment in (span.start, span.end)]
    if turn.memory.get("call_at"):
        no_more_call(turn)
    wait_for_hour(turn, *codes)
    turn.say(Key.SLOT_NOTED, quand="/".join(codes))


def _yes(turn: Turn, event: TextsReceived) -> Move:
    if turn.s.question is Question.CALL_ANNOUNCED and turn.memory.get("call_at"):
        return _engage(turn, _hour_suits)
    if event.reading.when or turn.s.question is Question.SLOT:
        return _engage(turn, _slot_noted)
    if awaits_us(turn) and (turn.s.question is Question.OPEN or event.late_tap):
        return _engage(turn, _agreed_already)
    return _engage(turn, _ask_slot)


def _agreed_already(turn: Turn, _: object) -> None:
    """ "Ok merci" to an hour noted or confirmed: nothing was asked, nothing is asked again."""
    turn.note("agreed_already")


def _hour_suits(turn: Turn, _: object) -> None:
    turn.say(Key.SLOT_CONFIRMED, quand=str(turn.memory["call_at"]))


def _ask_slot(turn: Turn, _: object) -> None:
    wait_for_hour(turn)
    turn.say(Key.ASK_SLOT)


def _thanks(turn: Turn, event: TextsReceived) -> Move:
    return _engage(turn, _you_are_welcome)


def _you_are_welcome(turn: Turn, _: object) -> None:
    """A thank-you that answers a question of ours gets its text; after a closing word, none."""
    if turn.s.question not in (None, Question.OPEN):
        turn.say(Key.THANKS, question=turn.s.question)


def _engage(turn: Turn, act: object) -> Move:
    """She answered and the bot goes on; in a relay the relay's days go on too."""
    in_relay = turn.s.state == "in_relay"

    def both(turn: Turn, fact: object) -> None:
        if in_relay:
            alive(turn)
        else:
            engaged(turn)
        assert callable(act)
        act(turn, fact)

    return ("stay" if in_relay else "engage"), both


BY_MEANING = (
    ({Intent.DISTRESS}, _asks_human),
    ({Intent.WRONG_NUMBER}, _wrong_number),
    ({Intent.THIRD_PARTY}, _third_party),
    ({Intent.HUMAN}, _asks_human),
    ({Intent.PHONE_CHANGE}, _phone_change),
    ({Intent.LANGUAGE}, _language),
    ({Intent.MOVED}, _moved),
    ({Intent.HAS_SOLUTION}, _solution),
    ({Intent.WHO}, _who),
    ({Intent.INSULT}, _insult),
    ({Intent.CHOICE}, _choice),
    ({Intent.LATER, Intent.MAYBE}, _later),
    ({Intent.NO}, _no),
    ({Intent.AVAILABILITY}, _availability),
    ({Intent.YES}, _yes),
    ({Intent.THANKS}, _thanks),
)


def quiet_due(turn: Turn, event: object) -> Move:
    """She answered, then went quiet: a call first, then rest. While we owe her something it is
    our silence, not hers: nothing is closed (PRODUCT 3.6)."""
    if awaits_us(turn):
        return "stay", _our_silence
    if turn.memory.get("quiet_called"):
        return "rest", _quiet_rest
    return "stay", _quiet_call


def _quiet_call(turn: Turn, _: object) -> None:
    turn.remember("quiet_called", True)
    turn.task(TaskKind.CALL, Priority.CALL, turn.working_days(1), "went_quiet")
    turn.timer("quiet", turn.working_days(10))


def _our_silence(turn: Turn, _: object) -> None:
    turn.note("our_silence")
    turn.timer("quiet", turn.working_days(3))


def _quiet_rest(turn: Turn, _: object) -> None:
    turn.remember("quiet_called", None)
    turn.end(TaskKind.CALL, outcome="rest")
    rest.rest_anew(turn)
