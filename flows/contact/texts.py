"""What she writes: one turn, read, becomes one decision and at most one text (PRODUCT 8)."""

from __future__ import annotations

from datetime import timedelta

from flows.contact import ladder, people, safety
from flows.contact.stage import (
    PROMISE_TIMERS,
    alive,
    arrived,
    begin_human,
    engaged,
    hand_over,
    wait_for_answer,
)
from flows.effects import MarkAddress, MarkYouth, Priority, SayKind, Speaker, TaskKind
from flows.events import DangerRead, TextsReceived
from flows.keys import Key
from flows.machine import Move
from flows.reading import Danger, Intent, Question, Reading, Safety, Sureness
from flows.turn import Turn

JUST_NOW = timedelta(minutes=30)
BOT_STATES = frozenset(
    {"waiting", "held", "to_announce", "asked", "nudged", "talking", "in_relay", "resting"}
)
BY_HAND = frozenset({"with_human", "undecided"})
RELAY_QUESTIONS = frozenset({Question.RELAY_OFFER, Question.FOLLOWUP, Question.REMINDER})
NUMBERED = frozenset(Question) - {Question.SLOT, Question.OPEN}

# What a number means after each question: the words of PRODUCT section 15.
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


def texts_received(turn: Turn, event: TextsReceived) -> Move:
    """What is grave first, whoever speaks; then by who holds the word; then by what was meant."""
    return _grave(turn, event.reading) or _by_speaker(turn, event)


def _grave(turn: Turn, reading: Reading) -> Move | None:
    if turn.s.state == "deceased":
        return "stay", safety.death_again
    if reading.death:
        return safety.death_told(turn, None)
    if reading.safety is not Safety.NONE and not turn.within("danger_at", JUST_NOW):
        fact = DangerRead(reading.danger or Danger.OTHER, reading.safety)
        move, act = safety.danger_read(turn, fact)
        return move, lambda turn, _: act(turn, fact)
    if turn.s.state == "opted_out":
        return "stay", _after_stop
    if reading.has(Intent.STOP) and reading.sureness in (Sureness.ACT, Sureness.ECHO):
        return "stop", safety.opt_out
    return None


def _after_stop(turn: Turn, event: TextsReceived) -> None:
    """Writing again does not undo a stop; a human may answer for 24 hours (PRODUCT 3.10)."""
    if event.reading.has(Intent.STOP) or event.reading.safety is not Safety.NONE:
        turn.note("heard_by_reflex")
        return
    turn.task(TaskKind.WROTE_AFTER_STOP, Priority.WAITING, turn.read_by())


def _by_speaker(turn: Turn, event: TextsReceived) -> Move:
    state, reading = turn.s.state, event.reading
    if state == "wrong_person":
        return "stay", _stranger_again
    if state == "closed":
        return "hand", _from_closed
    if state == "paused":
        return "hand", _from_pause
    if state in BY_HAND or turn.speaker is not Speaker.BOT:
        return "hand", _human_reads
    if reading.loop_suspect:
        return "hand", loop
    special = _special(turn, reading)
    return special or _meant(turn, event)


def loop(turn: Turn, _: object) -> None:
    """Another robot answers: the bot is silent and a human looks."""
    begin_human(turn)
    turn.task(TaskKind.LOOP, Priority.WAITING, turn.read_by())


def _stranger_again(turn: Turn, _: object) -> None:
    turn.task(TaskKind.WRONG_PERSON, Priority.WAITING, turn.read_by(), "wrote")


def _from_closed(turn: Turn, event: TextsReceived) -> None:
    """Never dropped, never auto-closed: last owner if present, else the queue (PRODUCT 3.8)."""
    begin_human(turn)
    turn.ask(MarkYouth("seen"))
    wait_for_answer(turn, TaskKind.WROTE_AFTER_CLOSE)
    if turn.s.person.erased:
        return
    turn.remember("arrived_at", turn.now)
    if event.reading.safety is Safety.NONE:
        turn.say(Key.WROTE_AGAIN, lu=turn.read_by().isoformat())


def _from_pause(turn: Turn, _: object) -> None:
    """She writes during a pause: a human, and nothing automatic meanwhile."""
    begin_human(turn)
    turn.ask(MarkYouth("seen"))
    wait_for_answer(turn, TaskKind.ANSWER, "paused")


def _human_reads(turn: Turn, event: TextsReceived) -> None:
    """The human holds the word: she waits for a person, told once a day that it arrived."""
    reading = event.reading
    turn.ask(MarkYouth("seen"))
    turn.remember("replied", True)
    if turn.memory.get("silence"):
        _under_silence(turn, reading)
        return
    if reading.safety is not Safety.NONE:
        turn.note("heard_by_reflex")
        return
    kind = TaskKind.MEDIA if reading.media else TaskKind.ANSWER
    if reading.request:
        _request_task(turn, reading.request)
    if turn.s.state != "undecided":
        wait_for_answer(turn, kind)
        _receipt(turn, reading)
    begin_human(turn)


def _receipt(turn: Turn, reading: Reading) -> None:
    if reading.media:
        turn.remember("arrived_at", turn.now)
        turn.say(Key.VOICE_NOTE, SayKind.ANSWER, lu=turn.read_by().isoformat())
    else:
        arrived(turn)


def _under_silence(turn: Turn, reading: Reading) -> None:
    """After violence nothing leaves until she writes OK; any text is shown at once."""
    if reading.has(Intent.YES):
        turn.remember("silence", None)
        wait_for_answer(turn, TaskKind.ANSWER, "violence_ok")
    else:
        wait_for_answer(turn, TaskKind.ANSWER, "silence")


def _special(turn: Turn, reading: Reading) -> Move | None:
    """What is not an answer to a question but decides alone who goes on."""
    if reading.has(Intent.STOP):
        return "hand", lambda turn, _: hand_over(turn, TaskKind.STOP_DOUBT)
    if reading.request:
        return "hand", _data_request
    if reading.away:
        return "hand", _away
    if reading.media and not (reading.intents - {Intent.MEDIA_ONLY, Intent.OTHER}):
        return "hand", lambda turn, _: hand_over(turn, TaskKind.MEDIA, text=Key.VOICE_NOTE)
    if reading.intents == {Intent.START} and turn.within("started_at", JUST_NOW):
        return "stay", lambda turn, _: turn.note("heard_by_reflex")
    if turn.memory.get("wrote_first_at") and turn.within("wrote_first_at", timedelta(minutes=2)):
        return "stay", lambda turn, _: turn.note("card_code")
    return None


def _data_request(turn: Turn, event: TextsReceived) -> None:
    hand_over(turn, TaskKind.ANSWER)
    _request_task(turn, event.reading.request or "see")


def _request_task(turn: Turn, request: str) -> None:
    due = turn.now + timedelta(days=30)
    turn.task(TaskKind.DATA_REQUEST, Priority.ROUTINE, due, request)


def _away(turn: Turn, _: object) -> None:
    hand_over(turn, TaskKind.ANSWER, "away")
    turn.task(TaskKind.PAUSED, Priority.WAITING, turn.read_by(), "told")


def _meant(turn: Turn, event: TextsReceived) -> Move:
    """The bot speaks: sure enough to act, else ask once with numbers, else a human."""
    reading, question = event.reading, turn.s.question
    meant = meaning(reading, question)
    if turn.memory.get("confirming") and meant & {Intent.YES, Intent.NO}:
        return _number_confirmed(turn, Intent.YES in meant)
    if question in RELAY_QUESTIONS and not event.passed and _answers_relay(reading, meant):
        return "stay", _for_relay
    if reading.sureness is Sureness.HUMAN:
        return "hand", _not_understood_at_all
    if reading.sureness is Sureness.ASK:
        return _ask_once(turn, reading)
    for intents, decide in BY_MEANING:
        if meant & intents:
            return decide(turn, event)
    return "hand", _not_understood_at_all


def _answers_relay(reading: Reading, meant: frozenset[Intent]) -> bool:
    sure = reading.sureness in (Sureness.ACT, Sureness.ECHO)
    return sure and bool(meant & {Intent.YES, Intent.NO, Intent.LATER}) and not meant & PEOPLE


def _for_relay(turn: Turn, event: TextsReceived) -> None:
    """The relay that asked takes the answer and says the one text."""
    alive(turn)
    turn.tell("relay", event)


def _ask_once(turn: Turn, reading: Reading) -> Move:
    """ "I did not understand" is said at most once; free text where a number was expected and no
    rule is sure goes to a human at once (PRODUCT 3.4)."""
    free_text = turn.s.question in NUMBERED and not reading.choices
    if free_text or turn.misunderstood:
        return "hand", _not_understood_at_all
    return ("stay" if turn.s.state == "in_relay" else "engage"), _not_understood


def _not_understood(turn: Turn, _: object) -> None:
    if turn.s.state == "in_relay":
        alive(turn)
    else:
        engaged(turn)
    turn.misunderstood += 1
    turn.say(Key.NOT_UNDERSTOOD, question=turn.s.question)


def _not_understood_at_all(turn: Turn, _: object) -> None:
    hand_over(turn, TaskKind.NOT_UNDERSTOOD)


def _number_confirmed(turn: Turn, hers: bool) -> Move:
    if not hers:
        return "mistake", _wrong
    return "engage", _hers


def _hers(turn: Turn, _: object) -> None:
    turn.remember("confirming", None)
    engaged(turn)
    turn.ask(MarkAddress("good"))
    turn.say(Key.THANKS)


# --- one decision per meaning


def _wrong_number(turn: Turn, event: TextsReceived) -> Move:
    """A sure reading closes it with an apology; where a human has recognised her, a human looks."""
    if turn.s.person.recognised:
        return "hand", lambda turn, _: hand_over(turn, TaskKind.WRONG_PERSON)
    return "mistake", _wrong


def _wrong(turn: Turn, _: object) -> None:
    turn.remember("confirming", None)
    people.not_hers(turn)
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
    ladder.rest_anew(turn, refused=True)
    turn.task(TaskKind.ANSWER, Priority.ROUTINE, turn.working_days(2), "said_no")
    turn.say(Key.NO_NOTED)


def _no_in_talk(turn: Turn, _: object) -> None:
    turn.task(TaskKind.ANSWER, Priority.WAITING, turn.read_by(), "said_no")
    turn.say(Key.NO_NOTED)


def _choice(turn: Turn, event: TextsReceived) -> Move:
    if turn.s.question is Question.CALL_ANNOUNCED:
        return "hand", _in_writing
    return _engage(turn, _need)


def _in_writing(turn: Turn, _: object) -> None:
    people_promises_end(turn)
    hand_over(turn, TaskKind.ASKED_HUMAN, "in_writing", text=Key.IN_WRITING)


def people_promises_end(turn: Turn) -> None:
    """She does not want that call: its reminder and its alarm go."""
    turn.drop(*PROMISE_TIMERS)
    turn.remember("call_at", None)
    turn.end(TaskKind.CALL, TaskKind.CALL_BACK)


def _need(turn: Turn, event: TextsReceived) -> None:
    choice = event.reading.choices[0] if event.reading.choices else 4
    turn.remember("need", choice)
    turn.task(TaskKind.PLAN_SLOT, Priority.CALL, turn.read_by(), f"need_{choice}")
    turn.say(Key.NEED_NOTED, choix=str(choice))


def _availability(turn: Turn, event: TextsReceived) -> Move:
    if turn.s.question is Question.CALL_ANNOUNCED and not event.reading.when:
        return _engage(turn, _another_hour)
    return _engage(turn, _slot_noted)


def _another_hour(turn: Turn, _: object) -> None:
    people_promises_end(turn)
    turn.task(TaskKind.PLAN_SLOT, Priority.CALL, turn.read_by(), "another_hour")
    turn.say(Key.ASK_SLOT)


def _slot_noted(turn: Turn, event: TextsReceived) -> None:
    """Her hour is echoed, never promised: an aiguilleur accepts it or names another."""
    when = event.reading.when
    quand = when[0].start.isoformat() if when else ""
    codes = [moment.isoformat() for span in when[:1] for moment in (span.start, span.end)]
    if turn.memory.get("call_at"):
        people_promises_end(turn)
    turn.task(TaskKind.PLAN_SLOT, Priority.CALL, turn.read_by(), *codes)
    turn.say(Key.SLOT_NOTED, quand=quand)


def _yes(turn: Turn, event: TextsReceived) -> Move:
    if turn.s.question is Question.CALL_ANNOUNCED and turn.memory.get("call_at"):
        return _engage(turn, _hour_suits)
    if event.reading.when or turn.s.question is Question.SLOT:
        return _engage(turn, _slot_noted)
    return _engage(turn, _ask_slot)


def _hour_suits(turn: Turn, _: object) -> None:
    turn.say(Key.SLOT_CONFIRMED, quand=str(turn.memory["call_at"]))


def _ask_slot(turn: Turn, _: object) -> None:
    turn.task(TaskKind.PLAN_SLOT, Priority.CALL, turn.read_by())
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


PEOPLE = frozenset({Intent.WRONG_NUMBER, Intent.THIRD_PARTY, Intent.HUMAN, Intent.PHONE_CHANGE})
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
    """She answered, then went quiet: a call first, then rest."""
    if turn.memory.get("quiet_called"):
        return "rest", _quiet_rest
    return "stay", _quiet_call


def _quiet_call(turn: Turn, _: object) -> None:
    turn.remember("quiet_called", True)
    turn.task(TaskKind.CALL, Priority.CALL, turn.working_days(1), "went_quiet")
    turn.timer("quiet", turn.working_days(10))


def _quiet_rest(turn: Turn, _: object) -> None:
    turn.remember("quiet_called", None)
    turn.end(TaskKind.CALL, TaskKind.PLAN_SLOT, TaskKind.CALL_BACK, outcome="rest")
    ladder.rest_anew(turn)
