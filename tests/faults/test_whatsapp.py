"""Case 11: WhatsApp fails in its own ways. Each time she gets the text another way, or a human
knows; an answer tapped on an old question is read with that question."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot import conversations
from bot.gateways.codes import error_for
from bot.models import Address, Message, Youth
from flows.reading import Question
from tests.cast import Cast, Person
from tests.faults.doors import Doors, doors

__all__ = ["doors"]

CLOSED, PAUSED, NO_ACCOUNT, NO_ADDRESS = 63016, 63041, 63024, 63003


def talking(doors: Doors, cast: Cast) -> Person:
    """Léa wrote on WhatsApp, and Karim has the word."""
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    doors.whatsapp("je veux parler à quelqu'un")
    conversations.take_over(doors.store, lea.conversation.id, cast.karim().id)
    doors.tick()
    return lea


def answer(doors: Doors, cast: Cast, person: Person, words: str = "Je suis là") -> None:
    """Karim writes to her, and it is tried."""
    conversations.reply(doors.store, person.conversation.id, cast.karim().id, words, confirm=True)
    doors.tick()


def test_the_window_closes_between_decision_and_send(doors: Doors, cast: Cast) -> None:
    lea = talking(doors, cast)
    doors.later(hours=23, minutes=59)
    conversations.reply(doors.store, lea.conversation.id, cast.karim().id, "Je suis là")
    doors.later(minutes=2)
    assert (doors.last.channel, doors.last.body) == ("sms", "Je suis là")
    assert doors.last.content_sid is None


@pytest.mark.parametrize("code", [CLOSED, PAUSED, NO_ACCOUNT, NO_ADDRESS])
def test_what_whatsapp_refuses_leaves_by_sms(doors: Doors, cast: Cast, code: int) -> None:
    lea = talking(doors, cast)
    doors.carrier.fail_next(error_for(code, status=400))
    answer(doors, cast, lea)
    doors.later(minutes=1)
    assert (doors.last.channel, doors.last.body) == ("sms", "Je suis là")
    assert [one.body for one in doors.carrier.sent].count("Je suis là") == 1


def test_a_person_without_whatsapp_gets_sms_from_now_on(doors: Doors, cast: Cast) -> None:
    lea = talking(doors, cast)
    doors.carrier.fail_next(error_for(NO_ACCOUNT, status=400))
    answer(doors, cast, lea, "Un")
    answer(doors, cast, lea, "Deux")
    doors.tick()
    sent = [(one.channel, one.body) for one in doors.carrier.sent[-2:]]
    assert sent == [("sms", "Un"), ("sms", "Deux")]


def by_identity(doors: Doors, cast: Cast) -> Person:
    """Somebody writes by a WhatsApp identity; no number is seen."""
    cast.karim()
    doors.whatsapp("bonjour", "FR.1234abcd")
    (conversation,) = doors.conversations()
    with doors.store.reading() as session:
        address = session.exec(select(Address).where(Address.owner == "unknown")).one()
        youth = session.get_one(Youth, conversation.youth_id)
    return Person(youth, address, conversation)


def test_an_identity_without_a_number_is_answered_where_it_wrote(doors: Doors, cast: Cast) -> None:
    who = by_identity(doors, cast)
    assert who.address.channel == "whatsapp"
    answer(doors, cast, who)
    assert (doors.last.channel, doors.last.to) == ("whatsapp", "FR.1234abcd")


def test_an_answer_held_for_an_identity_leaves_when_she_writes(doors: Doors, cast: Cast) -> None:
    who = by_identity(doors, cast)
    doors.later(hours=26)
    answer(doors, cast, who, "Je regarde")
    assert "send_blocked" in cast.tasks(who)
    assert doors.last.body != "Je regarde"
    doors.later(hours=26)
    doors.whatsapp("toujours là ?", "FR.1234abcd")
    doors.tick()
    assert "Je regarde" in [one.body for one in doors.carrier.sent]


def test_a_missing_template_is_an_sms(doors: Doors, cast: Cast) -> None:
    """Nobody had a template approved for what SYSTEM says when a promise is late."""
    talking(doors, cast)
    doors.later(hours=26)
    assert doors.last.channel == "sms"
    assert doors.last.body.startswith("Message automatique. Ton message est arrivé.")


def two_questions(cast: Cast) -> tuple[Person, Message]:
    """Léa was asked whether we may call (4: wrong number), then which hour suits her."""
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    first = Question.FIRST_CONTACT.value
    old = {"state": "accepted", "provider": "twilio", "provider_id": "SMold"}
    asked = cast.message(lea, "On t'appelle ?", channel="whatsapp", question=first, **old)
    slot = {"state": "accepted", "key": "youth.ask_slot", "question": Question.SLOT.value}
    cast.message(lea, "Quelle heure ?", channel="whatsapp", **slot)
    return lea, asked


@pytest.mark.parametrize(
    ("words", "tapped"),
    [
        ("4", {"OriginalRepliedMessageSid": "SMold"}),
        ("4", {"OriginalRepliedMessageSid": "SMold", "ButtonPayload": "4", "ButtonText": "4"}),
        ("Erreur", {"OriginalRepliedMessageSid": "SMold", "ListId": "4:{id}", "ListTitle": "4"}),
        ("Erreur", {"ListId": "4:{id}", "ListTitle": "4 Erreur"}),
        ("", {"ListId": "4:{id}", "ListTitle": "4 Erreur"}),
        ("Erreur", {"OriginalRepliedMessageSid": "SMunknown", "ButtonPayload": "4:{id}"}),
    ],
    ids=["quoted", "template", "list", "list without sid", "list without words", "button"],
)
def test_an_answer_to_an_old_question_is_read_with_that_question(
    doors: Doors, cast: Cast, words: str, tapped: dict[str, str]
) -> None:
    lea, old = two_questions(cast)
    doors.whatsapp(words, **{name: value.format(id=old.id) for name, value in tapped.items()})
    assert cast.fresh(lea.flow).state == "wrong_person"


def test_a_button_of_somebody_elses_text_counts_as_the_last_question(
    doors: Doors, cast: Cast
) -> None:
    lea, _ = two_questions(cast)
    sams = cast.message(cast.sam(), "Autre", question=Question.FIRST_CONTACT.value)
    doors.whatsapp("4", ButtonPayload=f"4:{sams.id}", ButtonText="4 erreur")
    assert cast.fresh(lea.flow).state != "wrong_person"


@pytest.mark.parametrize("answer", ["tapped", "typed"])
def test_a_typed_number_is_the_same_as_a_tap(doors: Doors, cast: Cast, answer: str) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    words = "On t'appelle ?\n1 oui\n2 plus tard\n3 non\n4 erreur"
    question = {"question": Question.FIRST_CONTACT.value, "kind": "answer"}
    cast.message(lea, words, channel="whatsapp", **question)
    doors.tick()
    shown = doors.last.content_variables
    assert doors.last.body == words and shown is not None
    if answer == "typed":
        doors.whatsapp("4")
    else:
        doors.whatsapp(shown["8"], ListId=shown["9"], ListTitle=shown["8"])
    assert cast.fresh(lea.flow).state == "wrong_person"


def test_without_it_the_last_question_counts(doors: Doors, cast: Cast) -> None:
    lea, _ = two_questions(cast)
    doors.whatsapp("4")
    assert cast.fresh(lea.flow).state != "wrong_person"


def test_a_reply_to_a_text_of_somebody_else_is_read_as_any_other(doors: Doors, cast: Cast) -> None:
    lea, _ = two_questions(cast)
    sams = {"state": "accepted", "provider": "twilio", "provider_id": "SMsam"}
    cast.message(cast.sam(), "Autre", question=Question.FIRST_CONTACT.value, **sams)
    doors.whatsapp("4", OriginalRepliedMessageSid="SMsam")
    assert cast.fresh(lea.flow).state != "wrong_person"
