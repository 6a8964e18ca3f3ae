"""What she writes while the bot speaks: one decision, exactly one text."""

from __future__ import annotations

import pytest

from flows.contact.meaning import NUMBERS
from tests.flows.play import (
    Danger,
    Intent,
    Key,
    Person,
    Question,
    Safety,
    Sureness,
    When,
    asked,
    at,
    e,
    f,
    read,
    talking,
    timedelta,
)

BOT, HUMAN, NOBODY = f.Speaker.BOT, f.Speaker.HUMAN, f.Speaker.NOBODY
T = f.TaskKind

# after the first text: what she means -> state, speaker, the one text, a task
TABLE = [
    ("oui", {Intent.YES}, (), "talking", BOT, Key.ASK_SLOT, T.PLAN_SLOT),
    ("1", {Intent.CHOICE}, (1,), "talking", BOT, Key.ASK_SLOT, T.PLAN_SLOT),
    ("plus tard", {Intent.LATER}, (), "talking", BOT, Key.LATER_NOTED, None),
    ("2", {Intent.CHOICE}, (2,), "talking", BOT, Key.LATER_NOTED, None),
    ("a voir", {Intent.MAYBE}, (), "talking", BOT, Key.LATER_NOTED, None),
    ("3", {Intent.CHOICE}, (3,), "resting", BOT, Key.NO_NOTED, T.ANSWER),
    ("4", {Intent.CHOICE}, (4,), "wrong_person", NOBODY, Key.WRONG_PERSON, T.WRONG_PERSON),
    ("jmapel pas lea", {Intent.WRONG_NUMBER}, (), "wrong_person", NOBODY, Key.WRONG_PERSON, None),
    ("c sa mere", {Intent.THIRD_PARTY}, (), "with_human", HUMAN, Key.ARRIVED, T.THIRD_PARTY),
    ("un conseiller", {Intent.HUMAN}, (), "with_human", HUMAN, Key.HUMAN_COMING, T.ASKED_HUMAN),
    ("c qui", {Intent.WHO}, (), "talking", BOT, Key.WHO_WE_ARE, None),
    ("g changé de num", {Intent.PHONE_CHANGE}, (), "talking", BOT, Key.NEW_NUMBER_NOTED, None),
    ("jai un cdi", {Intent.HAS_SOLUTION}, (), "talking", BOT, Key.SOLUTION_NOTED, T.ANSWER),
    ("jsuis a lyon", {Intent.MOVED}, (), "with_human", HUMAN, Key.HUMAN_COMING, T.ANSWER),
    ("hello english", {Intent.LANGUAGE}, (), "with_human", HUMAN, Key.HUMAN_COMING, T.LANGUAGE),
    ("vtff", {Intent.INSULT}, (), "with_human", HUMAN, Key.HUMAN_COMING, T.ANSWER),
    ("ca va pas", {Intent.DISTRESS}, (), "with_human", HUMAN, Key.HUMAN_COMING, T.ASKED_HUMAN),
    ("ok merci", {Intent.THANKS}, (), "talking", BOT, Key.THANKS, None),
    ("jeudi", {Intent.AVAILABILITY}, (), "talking", BOT, Key.SLOT_NOTED, T.PLAN_SLOT),
    ("7", {Intent.CHOICE}, (7,), "with_human", HUMAN, Key.HUMAN_COMING, T.NOT_UNDERSTOOD),
    ("???", {Intent.OTHER}, (), "with_human", HUMAN, Key.HUMAN_COMING, T.NOT_UNDERSTOOD),
]


@pytest.mark.parametrize(
    ("intents", "choices", "state", "speaker", "key", "task"),
    [row[1:] for row in TABLE],
    ids=[row[0] for row in TABLE],
)
def test_after_the_first_text_each_answer_gets_one_text(
    intents, choices, state, speaker, key, task
):
    lea = asked().writes(*intents, choices=choices)
    assert (lea.state, lea.speaker, lea.said()) == (state, speaker, [key])
    assert task is None or task in lea.tasks
    assert lea.has_next_step()


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_number_of_the_menu_is_a_need_and_asks_when(number):
    lea = asked().due("day3").writes(Intent.CHOICE, choices=[number])
    assert (lea.state, lea.text().key) == ("talking", Key.NEED_NOTED)
    assert (lea.text().params, lea.text().question) == ({"choix": str(number)}, Question.SLOT)
    assert lea.tasks[T.PLAN_SLOT].codes == (f"need_{number}",)


def test_two_numbers_at_once_are_asked_once_then_a_human():
    lea = asked().due("day3").writes(Intent.CHOICE, choices=[1, 2], sureness=Sureness.ASK)
    assert (lea.said(), lea.snapshot.misunderstood) == ([Key.NOT_UNDERSTOOD], 1)
    assert lea.text().question is Question.MENU4
    lea.writes(Intent.CHOICE, choices=[1, 2], sureness=Sureness.ASK)
    assert (lea.state, lea.said()) == ("with_human", [Key.HUMAN_COMING])


def test_free_text_where_a_number_was_expected_and_no_rule_is_sure_goes_to_a_human():
    lea = asked().due("day3").writes(Intent.OTHER, sureness=Sureness.ASK)
    assert (lea.speaker, lea.snapshot.misunderstood) == (HUMAN, 0)
    assert T.NOT_UNDERSTOOD in lea.tasks


def test_what_nothing_understands_goes_to_a_human():
    lea = talking().writes(Intent.YES, sureness=Sureness.HUMAN)
    assert (lea.speaker, lea.tasks[T.NOT_UNDERSTOOD].priority) == (HUMAN, f.Priority.WAITING)


def test_her_hour_is_echoed_and_never_promised():
    span = When(at("14:00", 25), at("16:00", 25))
    lea = talking().writes(Intent.AVAILABILITY, when=(span,))
    assert lea.text().params == {"quand": f"{span.start.isoformat()}/{span.end.isoformat()}"}
    assert lea.tasks[T.PLAN_SLOT].codes == (span.start.isoformat(), span.end.isoformat())
    assert "call_overdue" not in lea.timers


@pytest.mark.parametrize("intents", [{Intent.THANKS}, {Intent.YES, Intent.THANKS}, {Intent.YES}])
def test_thanks_for_an_hour_noted_or_confirmed_asks_nothing_again(intents):
    noted = talking().writes(Intent.AVAILABILITY).facts(question=Question.OPEN)
    assert noted.writes(*intents).said() == []
    promised = talking().on(e.CallPromised("karim", at("15:00", 25))).facts(question=Question.OPEN)
    assert promised.writes(*intents).said() == []


def test_a_bare_yes_to_when_still_gets_an_answer():
    assert talking().writes(Intent.YES).said() == [Key.SLOT_NOTED]


def test_later_comes_back_on_her_day_else_in_a_week():
    span = When(at("9:00", 2, 12), at("18:00", 2, 12))
    assert asked().writes(Intent.LATER, when=(span,)).timers["again"][0] == at("12:15", 2, 12)
    lea = asked().writes(Intent.LATER)
    assert lea.timers["again"][0] == at("12:15", 30)
    lea.due("again")
    assert (lea.said(), lea.text().kind) == ([Key.ASK_SLOT], f.SayKind.STARTED)
    assert "quiet" in lea.timers


def test_later_leaves_her_day_alone_to_come():
    lea = talking().writes(Intent.LATER)
    assert ("again" in lea.timers, "quiet" in lea.timers) == (True, False)


def test_somebody_close_shares_the_phone():
    assert "shared" in asked().writes(Intent.THIRD_PARTY).marks()


def test_a_new_number_she_tells_is_for_a_person_to_enter():
    assert T.PHONE_CHANGE in asked().writes(Intent.PHONE_CHANGE).tasks


def test_later_by_voice_or_without_a_human_is_a_call():
    lea = asked().writes(Intent.LATER).she(prefers_voice=True).due("again")
    assert (lea.said(), lea.asked_for()) == ([], {T.CALL_ONLY})
    lea = asked().writes(Intent.LATER).facts(human=None).due("again")
    assert (lea.said(), lea.asked_for()) == ([], {T.CALL})


def test_who_twice_is_for_a_human():
    lea = asked().writes(Intent.WHO)
    assert lea.text().question is Question.FIRST_CONTACT, "the question still stands"
    assert lea.writes(Intent.WHO).speaker is HUMAN


def test_thanks_after_a_closing_word_needs_no_answer():
    lea = talking().writes(Intent.AVAILABILITY).writes(Intent.THANKS)
    assert lea.said() == []


def test_a_no_while_talking_stays_open_and_is_seen():
    lea = talking().writes(Intent.NO)
    assert (lea.state, lea.said(), T.ANSWER in lea.tasks) == ("talking", [Key.NO_NOTED], True)


def test_a_voice_note_is_not_understood_by_machine():
    lea = asked().writes(Intent.MEDIA_ONLY, media=True, voice=True)
    assert (lea.speaker, lea.said()) == (HUMAN, [Key.VOICE_NOTE])
    assert lea.text().params["lu"] == at("14:15").isoformat()
    lea.on(e.HandedBack("karim", "ask_slot")).on(e.HumanSpoke("karim", "take"))
    assert lea.writes(Intent.MEDIA_ONLY, media=True, voice=True).said() == [Key.VOICE_NOTE]


def test_a_photo_is_not_called_a_voice_note():
    lea = asked().writes(Intent.MEDIA_ONLY, media=True)
    assert (lea.speaker, T.MEDIA in lea.tasks, lea.said()) == (HUMAN, True, [Key.ARRIVED])


@pytest.mark.parametrize(("asks", "code"), [("see", "see"), ("erase", "erase")])
def test_her_request_to_see_or_erase_is_due_in_a_month(asks, code):
    places = [
        talking(),
        talking().on(e.HumanSpoke("karim", "take")),
        asked().on(e.StopRead()),
        asked().writes(Intent.WRONG_NUMBER),
        asked().on(e.Closed("karim", e.Outcome.OTHER)),
        asked().on(e.Paused(at("9:00", 1, 3, 2027), "away")),
        asked().on(e.DangerRead(Danger.VIOLENCE, Safety.EMERGENCY)),
    ]
    for lea in places:
        lea.writes(request=asks)
        task = lea.tasks[T.DATA_REQUEST]
        assert (task.codes, task.due - lea.snapshot.now) == ((code,), timedelta(days=30))


@pytest.mark.parametrize("reflex", [e.StopRead(), None])
def test_a_request_beside_her_stop_is_due_in_a_month_too(reflex):
    lea = asked()
    if reflex is not None:
        lea.on(reflex)
    lea.writes(Intent.STOP, request="erase")
    assert (lea.state, lea.texts[-1].key, T.DATA_REQUEST in lea.tasks) == (
        "opted_out",
        Key.STOP,
        True,
    )


@pytest.mark.parametrize("why", ["prison", "hospital"])
def test_away_is_for_a_human_and_no_code_says_where(why):
    lea = asked().writes(away=why)
    assert (lea.speaker, T.PAUSED in lea.tasks) == (HUMAN, True)
    assert why not in repr(lea.last)


def test_another_language_is_kept_and_shown():
    lea = asked().writes(Intent.LANGUAGE, language="uk")
    assert "language:uk" in lea.marks()
    assert lea.tasks[T.LANGUAGE].codes == ("uk",)


def test_a_wrong_number_from_a_recognised_youth_is_for_a_human():
    lea = asked(person=Person(recognised=True)).writes(Intent.WRONG_NUMBER)
    assert (lea.state, T.WRONG_PERSON in lea.tasks) == ("with_human", True)


@pytest.mark.parametrize("also", [(), (Intent.NO,), (Intent.INSULT,)])
def test_a_wrong_number_that_asks_who_we_are_is_a_doubt_for_a_human(also):
    lea = asked().writes(Intent.WRONG_NUMBER, Intent.WHO, *also)
    assert (lea.state, lea.speaker, T.WRONG_PERSON in lea.tasks) == ("with_human", HUMAN, True)
    assert Key.WRONG_PERSON not in lea.said()


def test_a_robot_answering_is_shown_and_not_answered():
    lea = asked().writes(loop_suspect=True)
    assert (lea.speaker, lea.said(), T.LOOP in lea.tasks) == (HUMAN, [], True)


class TestAnAnnouncedCall:
    def announced(self):
        return asked().due("call_task").on(e.CallPromised("karim", at("15:00", 25)))

    def test_its_hour_is_said_once_accepted(self):
        lea = self.announced()
        assert (lea.said(), lea.text().kind) == ([Key.CALL_ANNOUNCED], f.SayKind.HUMAN_ACT)
        assert lea.text().params == {"quand": at("15:00", 25).isoformat()}

    def test_1_confirms_it(self):
        lea = self.announced().writes(Intent.CHOICE, choices=[1])
        assert (lea.said(), "call_overdue" in lea.timers) == ([Key.SLOT_CONFIRMED], True)

    @pytest.mark.parametrize("she", [{"choices": [2]}, {}])
    def test_2_or_no_asks_for_another_hour(self, she):
        intents = (Intent.CHOICE,) if she else (Intent.NO,)
        lea = self.announced().writes(*intents, **she)
        assert (lea.said(), "call_overdue" in lea.timers) == ([Key.ASK_SLOT], False)
        assert T.PLAN_SLOT in lea.tasks

    def test_3_is_by_writing_with_a_person(self):
        lea = self.announced().writes(Intent.CHOICE, choices=[3])
        assert (lea.speaker, lea.said()) == (HUMAN, [Key.IN_WRITING])
        assert lea.tasks[T.ASKED_HUMAN].codes == ("in_writing",)
        assert "call_overdue" not in lea.timers

    def test_another_hour_in_words_replaces_the_promise(self):
        span = When(at("18:00", 26), at("19:00", 26))
        lea = self.announced().writes(Intent.AVAILABILITY, when=(span,))
        assert (lea.said(), "call_overdue" in lea.timers) == ([Key.SLOT_NOTED], False)


@pytest.mark.parametrize("intent", [Intent.WRONG_NUMBER, Intent.THIRD_PARTY, Intent.OTHER])
def test_what_a_relay_could_not_take_is_for_a_human(intent):
    lea = talking().facts(question=Question.FOLLOWUP).writes(intent)
    assert (lea.state, lea.speaker, len(lea.said())) == ("with_human", HUMAN, 1)


@pytest.mark.parametrize(
    ("intent", "task"),
    [
        (Intent.HUMAN, T.ASKED_HUMAN),
        (Intent.THIRD_PARTY, T.THIRD_PARTY),
        (Intent.INSULT, T.ANSWER),
        (Intent.YES, T.NOT_UNDERSTOOD),
        (Intent.OTHER, T.NOT_UNDERSTOOD),
    ],
)
def test_what_only_a_human_may_act_on_says_what_it_is(intent, task):
    lea = asked().writes(intent, sureness=Sureness.HUMAN)
    assert (lea.state, lea.asked_for()) == ("with_human", {task})


TAPS = [
    # last asked, tapped, its number, what she hears
    (Question.MENU4, Question.FIRST_CONTACT, 1, Key.ASK_SLOT),
    (Question.MENU4, Question.FIRST_CONTACT, 2, Key.LATER_NOTED),
    (Question.MENU4, Question.FIRST_CONTACT, 3, Key.NO_NOTED),
    (Question.MENU4, Question.FIRST_CONTACT, 4, Key.WRONG_PERSON),
    (Question.FIRST_CONTACT, Question.MENU4, 4, Key.NEED_NOTED),
    (Question.CALL_ANNOUNCED, Question.MENU4, 3, Key.NEED_NOTED),
    (Question.CALL_ANNOUNCED, Question.FIRST_CONTACT, 3, Key.NO_NOTED),
    (Question.SLOT, Question.MENU4, 2, Key.NEED_NOTED),
    (None, Question.FIRST_CONTACT, 1, Key.ASK_SLOT),
    # a relay, or the question whose number it is, asked last: a person reads
    (Question.RELAY_OFFER, Question.FIRST_CONTACT, 1, Key.HUMAN_COMING),
    (Question.FIRST_CONTACT, Question.RELAY_OFFER, 1, Key.HUMAN_COMING),
]


def tap(question, number, at=None):
    """A button of an older text, as the door reads it: after its own question."""
    meant = NUMBERS[question][number]
    reading = read(Intent.CHOICE, meant, choices=(number,))
    return e.TextsReceived(reading, late_tap=True, asked=question, asked_at=at)


@pytest.mark.parametrize(("last", "tapped", "number", "heard"), TAPS)
def test_a_button_answers_its_own_question(last, tapped, number, heard):
    lea = asked().facts(question=last).on(tap(tapped, number))
    assert lea.said() == [heard]


@pytest.mark.parametrize(
    ("beside", "task"), [(Intent.HUMAN, T.ANSWER), (Intent.THIRD_PARTY, T.THIRD_PARTY)]
)
def test_what_is_for_a_human_is_heard_beside_a_confirmed_number(beside, task):
    lea = asked().on(e.AddressReplaced()).writes(Intent.YES, beside)
    assert (lea.speaker, task in lea.tasks) == (HUMAN, True)


def test_once_recognised_a_yes_confirms_no_number_any_more():
    lea = talking().on(e.AddressReplaced()).on(e.Recognised("karim"))
    lea.facts(question=Question.FOLLOWUP).writes(Intent.YES)
    assert "good" not in lea.marks()


def test_a_button_of_an_older_text_confirms_no_number():
    lea = asked().on(e.AddressReplaced())
    assert lea.said() == [Key.CONFIRM_NUMBER]
    lea.on(tap(Question.FIRST_CONTACT, 1))
    assert (lea.said(), "good" in lea.marks()) == ([Key.HUMAN_COMING], False)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_button_about_an_hour_that_has_changed_is_read_by_a_person(number):
    lea = asked().due("call_task").on(e.CallPromised("karim", at("15:00", 25)))
    old = lea.snapshot.now
    lea.on(e.CallPromised("karim", at("9:00", 26)), old + timedelta(hours=1))
    lea.on(tap(Question.CALL_ANNOUNCED, number, old))
    assert (lea.speaker, lea.said()) == (HUMAN, [Key.HUMAN_COMING])
    assert "call_overdue" in lea.timers, "the new hour stands"


@pytest.mark.parametrize(("meant", "number"), [(Intent.YES, 1), (Intent.AVAILABILITY, 2)])
def test_nor_is_what_she_types_while_the_new_hour_waits_for_the_morning(meant, number):
    lea = asked().due("call_task").on(e.CallPromised("karim", at("15:00", 25)))
    old = lea.snapshot.now
    lea.on(e.CallPromised("karim", at("9:00", 26)), old + timedelta(hours=1))
    typed = read(Intent.CHOICE, meant, choices=(number,))
    lea.facts(question=Question.CALL_ANNOUNCED).on(e.TextsReceived(typed, asked_at=old))
    assert (lea.speaker, lea.said()) == (HUMAN, [Key.HUMAN_COMING])
    assert "call_overdue" in lea.timers, "the new hour stands"


def test_the_button_of_the_hour_that_stands_confirms_it():
    lea = asked().due("call_task").on(e.CallPromised("karim", at("15:00", 25)))
    lea.on(tap(Question.CALL_ANNOUNCED, 1, lea.snapshot.now))
    assert lea.said() == [Key.SLOT_CONFIRMED]


def test_the_same_yes_tapped_twice_asks_nothing_twice():
    lea = asked().on(tap(Question.FIRST_CONTACT, 1))
    assert lea.said() == [Key.ASK_SLOT]
    assert lea.on(tap(Question.FIRST_CONTACT, 1)).said() == []
