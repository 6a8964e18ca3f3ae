"""What she writes: one turn, read, becomes one decision and at most one text (PRODUCT 8)."""

from __future__ import annotations

from datetime import timedelta

from flows.contact import ladder, safety
from flows.contact.answers import BY_MEANING, number_confirmed
from flows.contact.meaning import ELSEWHERE, NUMBERED, RELAY_QUESTIONS, meaning
from flows.contact.numbers import in_contact
from flows.contact.stage import (
    alive,
    arrived,
    attempted,
    begin_human,
    engaged,
    hand_over,
    owes_hello,
    wait_for_answer,
)
from flows.effects import MarkYouth, Priority, SayKind, Speaker, TaskKind
from flows.events import DangerRead, TextsReceived
from flows.keys import Key
from flows.machine import Move
from flows.reading import Danger, Intent, Question, Reading, Safety, Sureness, danger_language
from flows.turn import Turn

BY_A_HUMAN = frozenset(
    {
        Intent.DISTRESS,
        Intent.THIRD_PARTY,
        Intent.HUMAN,
        Intent.LANGUAGE,
        Intent.MOVED,
        Intent.INSULT,
    }
)
# Said before any text of ours: somebody else than her, or for a human at once. Who we are has its
# own words, with the source and the way to stop.
NOT_GREETED = BY_A_HUMAN | {Intent.WRONG_NUMBER, Intent.WHO}
JUST_NOW = timedelta(minutes=30)


BOT_STATES = frozenset(
    {"waiting", "held", "to_announce", "asked", "nudged", "talking", "in_relay", "resting"}
)


BY_HAND = frozenset({"with_human", "undecided"})


def texts_received(turn: Turn, event: TextsReceived) -> Move:
    """What is grave first, whoever speaks; then by who holds the word; then by what was meant."""
    return _grave(turn, event.reading) or _by_speaker(turn, event)


def _grave(turn: Turn, reading: Reading) -> Move | None:
    if safety.is_dead(turn):
        return "stay", safety.death_again
    if reading.death:
        return safety.death_told(turn, None)
    if reading.safety is not Safety.NONE and not _heard_already(turn, reading.safety):
        language = danger_language(reading.language, reading.rules)
        danger = reading.danger or Danger.OTHER
        fact = DangerRead(danger, reading.safety, language=language)
        move, act = safety.danger_read(turn, fact)
        return move, lambda turn, _: act(turn, fact)
    if turn.s.state == "opted_out":
        return "stay", _after_stop
    if reading.has(Intent.STOP) and reading.sureness in (Sureness.ACT, Sureness.ECHO):
        return "stop", _stops
    return None


def _heard_already(turn: Turn, level: Safety) -> bool:
    """By the reflex, on one text; what all of them together make an emergency was not."""
    open_one = bool(turn.memory.get("danger_open"))
    return turn.within("danger_at", JUST_NOW) and (level is Safety.CONCERN or open_one)


def _stops(turn: Turn, event: TextsReceived) -> None:
    safety.opt_out(turn, event)
    _hear_request(turn, event.reading)


def _after_stop(turn: Turn, event: TextsReceived) -> None:
    """Writing again does not undo a stop; a human may answer for 24 hours (PRODUCT 3.10)."""
    _hear_request(turn, event.reading)
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


def _stranger_again(turn: Turn, event: TextsReceived) -> None:
    _hear_request(turn, event.reading)
    turn.task(TaskKind.WRONG_PERSON, Priority.WAITING, turn.read_by(), "wrote")


def _from_closed(turn: Turn, event: TextsReceived) -> None:
    """Never dropped, never auto-closed: last owner if present, else the queue (PRODUCT 3.8)."""
    begin_human(turn)
    turn.ask(MarkYouth("seen"))
    _hear_request(turn, event.reading)
    wait_for_answer(turn, TaskKind.WROTE_AFTER_CLOSE)
    if turn.s.person.erased:
        return
    turn.remember("arrived_at", turn.now)
    if event.reading.safety is Safety.NONE:
        turn.say(Key.WROTE_AGAIN, lu=turn.read_by().isoformat())


def _from_pause(turn: Turn, event: TextsReceived) -> None:
    """She writes during a pause: a human, and nothing automatic meanwhile."""
    begin_human(turn)
    turn.ask(MarkYouth("seen"))
    _hear_request(turn, event.reading)
    wait_for_answer(turn, TaskKind.ANSWER, "paused")


def _human_reads(turn: Turn, event: TextsReceived) -> None:
    """The human holds the word: she waits for a person, told once a day that it arrived."""
    reading = event.reading
    if turn.s.state == "with_human":
        turn.timer("idle", turn.working_days(5))
    else:
        begin_human(turn)
    turn.ask(MarkYouth("seen"))
    turn.remember("replied", True)
    if turn.memory.get("human_wrote"):
        in_contact(turn)
    _hear_request(turn, reading)
    if turn.memory.get("silence"):
        _under_silence(turn, reading)
        return
    if reading.safety is not Safety.NONE:
        turn.note("heard_by_reflex")
        return
    kind = TaskKind.MEDIA if reading.media else TaskKind.ANSWER
    wait_for_answer(turn, kind)
    if turn.s.state != "undecided":
        _receipt(turn, reading)


def _receipt(turn: Turn, reading: Reading) -> None:
    if reading.voice:
        turn.remember("arrived_at", turn.now)
        turn.say(Key.VOICE_NOTE, SayKind.ANSWER, lu=turn.read_by().isoformat())
    else:
        arrived(turn)


def _under_silence(turn: Turn, reading: Reading) -> None:
    """After violence nothing leaves until she writes OK, and not a word more ("oui mais pas
    maintenant" may be read over her shoulder); any text is shown at once."""
    if reading.plain_yes:
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
        receipt = Key.VOICE_NOTE if reading.voice else Key.ARRIVED
        return "hand", lambda turn, _: hand_over(turn, TaskKind.MEDIA, text=receipt)
    if reading.intents == {Intent.START} and turn.within("started_at", JUST_NOW):
        return "stay", lambda turn, _: turn.note("heard_by_reflex")
    if turn.within("wrote_first_at", timedelta(minutes=2)) and not reading.when:
        return "stay", _card_code
    return None


def _card_code(turn: Turn, _: object) -> None:
    """Her code is answered already; what she writes after it is a text like any other."""
    turn.remember("wrote_first_at", None)
    turn.note("card_code")


def _data_request(turn: Turn, event: TextsReceived) -> None:
    hand_over(turn, TaskKind.ANSWER)
    _hear_request(turn, event.reading)


def _hear_request(turn: Turn, reading: Reading) -> None:
    """To see or to erase: due in a month, whatever the state of the file (PRODUCT 10)."""
    if reading.request:
        due = turn.now + timedelta(days=30)
        turn.task(TaskKind.DATA_REQUEST, Priority.ROUTINE, due, reading.request)


def _away(turn: Turn, _: object) -> None:
    hand_over(turn, TaskKind.ANSWER, "away")
    turn.task(TaskKind.PAUSED, Priority.WAITING, turn.read_by(), "told")


def _meant(turn: Turn, event: TextsReceived) -> Move:
    """The bot speaks: sure enough to act, else ask once with numbers, else a human."""
    tapped = event.asked
    if tapped is not None and turn.s.question not in RELAY_QUESTIONS:
        turn.answers(tapped)
    reading, question = event.reading, turn.s.question
    if _hour_has_changed(turn, event):
        return "hand", lambda turn, _: hand_over(turn, TaskKind.ANSWER, "late_tap")
    meant = meaning(reading, question)
    confirms = turn.memory.get("confirming") and (tapped or question) is Question.FOLLOWUP
    if confirms and meant & {Intent.YES, Intent.NO} and not meant & BY_A_HUMAN:
        return number_confirmed(turn, Intent.YES in meant)
    if question in RELAY_QUESTIONS:
        return "hand", _not_for_a_machine
    if owes_hello(turn) and not meant & NOT_GREETED:
        return _first_word(turn)
    if reading.sureness is Sureness.HUMAN:
        meant &= BY_A_HUMAN  # read, but nothing a machine may act on: the task says what it is
        if not meant:
            return "hand", _not_understood_at_all
    if reading.sureness is Sureness.ASK:
        return _ask_once(turn, reading)
    for intents, decide in BY_MEANING:
        if meant & intents:
            return decide(turn, event)
    return "hand", _not_understood_at_all


def _first_word(turn: Turn) -> Move:
    """She wrote before our first text: whatever she wrote, that one is the answer, since it says
    who gave her number, why, that it is automatic, and how to stop. It promises somebody's time:
    while nobody has any, a human answers."""
    if turn.s.human is None or not turn.s.human.present:
        return "hand", lambda turn, _: hand_over(turn, TaskKind.ANSWER, "before_hello")
    return "engage", _greet_first


def _greet_first(turn: Turn, _: object) -> None:
    """Nothing was asked that her words could answer: a human reads them too."""
    engaged(turn)
    turn.task(TaskKind.ANSWER, Priority.WAITING, turn.read_by(), "before_hello")
    ladder.say_hello(turn)
    attempted(turn)


def _hour_has_changed(turn: Turn, event: TextsReceived) -> bool:
    """She answers an hour that another one has replaced, whose text waits or left since: neither a
    yes nor a no to that one."""
    promised, left = turn.moment("promised_at"), event.asked_at
    if (event.asked or turn.s.question) is not Question.CALL_ANNOUNCED or not turn.memory.get(
        "call_at"
    ):
        return False
    return promised is not None and left is not None and left < promised


def _not_for_a_machine(turn: Turn, event: TextsReceived) -> None:
    """A relay asked, and could not take this as its answer: her aiguilleur knows the file."""
    about_her = meaning(event.reading, turn.s.question) & ELSEWHERE
    if Intent.WRONG_NUMBER in about_her:
        hand_over(turn, TaskKind.WRONG_PERSON)
    elif Intent.THIRD_PARTY in about_her:
        hand_over(turn, TaskKind.THIRD_PARTY, text=Key.ARRIVED)
    else:
        hand_over(turn, TaskKind.ANSWER, "relay")


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
