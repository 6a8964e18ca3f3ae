"""A text that leaves: the gate, the claim, the call, the record, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot import outbox
from bot.calendar import PARIS
from bot.clock import FrozenClock
from bot.gateways import ErrorKind, OutgoingText, SendError, Sent
from bot.gateways.codes import error_for
from bot.models import Message, Prescriber, SenderState
from bot.outbox import Gateways
from bot.outbox.sealing import seal_ways
from bot.store import Store, seal, youth_key
from flows.events import Delivered, SendFailed, SendRefused
from tests.cast import LEA_PHONE, SMS_SENDER, WHATSAPP_SENDER, Cast, Person
from tests.desk import Desk
from tests.referring import refer, roux

__all__ = ["roux"]  # the fixture


def test_a_text_leaves_with_our_id_in_its_callback(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea(), "Bonjour Léa")
    assert desk.deliver(message) == "accepted"
    (sent,) = desk.carrier.sent
    assert (sent.to, sent.sender, sent.body) == (LEA_PHONE, SMS_SENDER, "Bonjour Léa")
    assert sent.status_callback == f"http://127.0.0.1:8000/webhooks/twilio/status/{message.id}"
    row = cast.fresh(message)
    assert (row.state, row.delivery, row.attempts) == ("accepted", 2, 1)
    assert row.provider_id is not None and row.sent_at == cast.now


def test_a_text_leaves_only_once(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    assert [desk.deliver(message), desk.deliver(message)] == ["accepted", "accepted"]
    assert desk.sweep() == 0
    assert len(desk.carrier.sent) == 1


def test_the_bot_is_silent_once_a_human_has_the_word(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    cast.change(lea.conversation, speaker="human")
    assert desk.deliver(message) == "refused"
    assert desk.carrier.sent == []
    assert desk.events == [SendRefused("youth.hello", "speaker")]
    assert cast.fresh(message).why == "speaker"


def test_a_human_who_takes_over_between_claim_and_call_is_heard(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)

    def click() -> bool:
        cast.change(lea.conversation, speaker="human", epoch=1)
        return True

    waiting_for_a_slot(desk, click)
    assert desk.deliver(message) == "queued"
    assert desk.carrier.sent == []
    assert desk.deliver(message) == "refused"


def waiting_for_a_slot(desk: Desk, then: Callable[[], bool]) -> None:
    """The sender is at its rate for an instant; `then` happens while a claimed text waits."""
    with desk.store.transaction() as session:
        slot = desk.clock.real() + timedelta(milliseconds=200)
        session.add(SenderState(name=SMS_SENDER, next_slot_real=slot))
    wait = desk.clock.wait

    def waited(seconds: float) -> None:
        wait(seconds)
        then()

    desk.clock.wait = waited  # type: ignore[method-assign]


def test_a_text_that_she_overtook_is_refused(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    cast.wrote(lea, "je suis là")
    assert desk.deliver(message) == "refused"
    assert desk.events == [SendRefused("youth.hello", "overtaken")]


def test_the_text_it_answers_does_not_overtake_it(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    heard = cast.wrote(lea, "oui", state="handled")
    message = cast.message(lea, "Merci", kind="answer", key="youth.thanks", answers_id=heard.id)
    assert desk.deliver(message) == "accepted"


def test_a_reflex_answers_before_its_text_is_read(cast: Cast, desk: Desk) -> None:
    """REPRENDRE, a card's code: the answer is there before the turn, what she wrote before it may
    be unread too, and only a later text of hers overtakes it."""
    lea = cast.lea()
    cast.wrote(lea, "salut")
    heard = cast.wrote(lea, "REPRENDRE")
    again = {"kind": "answer", "key": "youth.welcome_back", "answers_id": heard.id}
    message = cast.message(lea, "Te revoilà", **again)
    assert desk.deliver(message) == "accepted"
    late = cast.message(lea, "Te revoilà encore", **again)
    cast.wrote(lea, "en fait non")
    assert desk.deliver(late) == "refused"


def test_what_we_start_at_night_waits_for_the_morning(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    clock.advance(timedelta(hours=11))  # 21:00 in Paris
    message = cast.message(lea)
    assert desk.deliver(message) == "queued"
    row = cast.fresh(message)
    assert row.why == "quiet_hours"
    assert row.not_before.isoformat() == "2026-03-11T08:00:00+00:00"
    clock.advance(timedelta(hours=12))
    assert desk.sweep() == 1
    assert cast.fresh(message).state == "accepted"


def test_what_waits_in_her_name_does_not_leave_under_a_second_name(
    store: Store, cast: Cast, desk: Desk, clock: FrozenClock, roux: Prescriber
) -> None:
    lea = cast.lea()
    started = cast.message(lea)
    refer(store, roux, first_name="Sam")
    assert desk.deliver(started) == "queued"
    assert cast.fresh(started).why == "number_in_doubt"
    cast.change(lea.youth, recognised_at=clock.now())
    clock.advance(timedelta(hours=1))
    desk.sweep()
    assert cast.fresh(started).state == "accepted"


def test_one_started_text_a_day_whatever_asked_for_two(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    first = cast.message(lea, "Bonjour")
    second = cast.message(lea, "Encore nous", key="youth.nudge_day3")
    assert [desk.deliver(first), desk.deliver(second)] == ["accepted", "queued"]
    assert cast.fresh(second).why == "cap"


def test_the_same_text_never_twice_in_a_row(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    heard = cast.wrote(lea, "merci", state="handled")
    given = {"kind": "answer", "key": "youth.thanks", "answers_id": heard.id}
    assert desk.deliver(cast.message(lea, "Avec plaisir", **given)) == "accepted"
    assert desk.deliver(cast.message(lea, "Avec plaisir", **given)) == "refused"
    assert desk.events == [SendRefused("youth.thanks", "loop_guard")]
    assert cast.tasks(lea) == ["loop"]


def test_another_robot_is_stopped_and_shown_to_a_human(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    for count in range(10):
        heard = cast.wrote(lea, f"réponse {count}", state="handled")
        answer = cast.message(lea, f"Bien reçu {count}", kind="answer", answers_id=heard.id)
        desk.deliver(answer)
        clock.advance(timedelta(seconds=20))
    assert len(desk.carrier.sent) == 6
    assert cast.tasks(lea) == ["loop"]


def test_a_robot_that_talks_alone_is_stopped_not_one_that_was_answered_aloud(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    for count in range(5):
        cast.message(lea, f"Bonjour {count}", state="accepted", sent_at=clock.now())
        cast.message(lea, f"Rappel {count}", state="accepted", kind="asked", sent_at=clock.now())
    clock.advance(timedelta(days=7))
    assert desk.deliver(cast.message(lea, "Encore nous")) == "refused"
    cast.change(lea.youth, last_contact_at=clock.now() - timedelta(days=1))  # they spoke
    assert desk.deliver(cast.message(lea, "Encore nous")) == "accepted"


def test_reminders_of_an_hour_are_no_robot_that_talks_alone(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    for kind in ("asked", "human_act", "asked", "human_act", "asked", "started", "started"):
        cast.message(lea, f"Texte {kind}", state="accepted", kind=kind, sent_at=clock.now())
    clock.advance(timedelta(days=3))
    assert desk.deliver(cast.message(lea, "On t'appelle ?")) == "accepted"


def test_a_dead_number_is_told_to_the_flow(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea)
    desk.carrier.fail_next(error_for(21211, status=400))
    assert desk.deliver(message) == "failed"
    assert desk.events == [SendFailed("youth.hello", True, 21211, False, False)]
    assert cast.fresh(lea.address).state == "dead"


def test_a_danger_line_that_the_carrier_blocks_is_told(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea, "3114", author="system", kind="safety", key="system.danger.suicide")
    desk.carrier.fail_next(error_for(21610, status=400))
    assert desk.deliver(message) == "failed"
    assert desk.events == [SendFailed("system.danger.suicide", False, 21610, True, True)]


def test_a_danger_line_that_meets_an_outage_calls_a_human_and_goes_on(
    cast: Cast, desk: Desk
) -> None:
    lea = cast.lea()
    message = cast.message(lea, "3114", author="system", kind="safety", key="system.danger.suicide")
    desk.carrier.fail_next(SendError(ErrorKind.OUTAGE))
    assert desk.deliver(message) == "queued"
    assert cast.tasks(lea) == ["safety_not_sent"]
    desk.real_time(seconds=1)
    assert desk.sweep() == 1
    assert desk.bodies() == ["3114"]


def test_an_outage_is_tried_again_a_bounded_number_of_times(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    for _ in range(60):
        desk.carrier.fail_next(SendError(ErrorKind.OUTAGE))
        desk.sweep()
        desk.real_time(minutes=40)
    row = cast.fresh(message)
    assert (row.state, row.attempts) == ("failed", 9)
    assert cast.tasks(cast.lea()) == ["send_blocked"]


def test_a_retry_of_what_we_start_obeys_quiet_hours_too(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    message = cast.message(cast.lea())
    clock.advance(timedelta(hours=9, minutes=50))  # 19:50 in Paris
    for _ in range(20):
        desk.carrier.fail_next(SendError(ErrorKind.OUTAGE))
    while clock.now().astimezone(PARIS).hour < 20:
        desk.sweep()
        clock.advance(timedelta(seconds=30))
    tried = cast.fresh(message).attempts
    assert tried > 4
    desk.carrier._failures.clear()
    clock.advance(timedelta(hours=1))
    desk.sweep()
    row = cast.fresh(message)
    assert (row.state, row.why, row.attempts) == ("queued", "quiet_hours", tried)
    assert row.not_before.astimezone(PARIS).hour == 9
    clock.advance(timedelta(hours=12))
    desk.sweep()
    assert cast.fresh(message).state == "accepted"


def test_retry_after_is_obeyed(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    desk.carrier.fail_next(error_for(20429, status=429, retry_after=90.0))
    assert desk.deliver(message) == "queued"
    desk.real_time(seconds=89)
    assert desk.sweep() == 0
    desk.real_time(seconds=2)
    assert desk.sweep() == 1
    assert len(desk.carrier.sent) == 1


def test_statuses_before_the_send_returned_and_after(cast: Cast, desk: Desk) -> None:
    message = cast.message(cast.lea())
    send = desk.carrier.send

    def told_early(text: OutgoingText) -> Sent:
        sent = send(text)
        desk.settle(message, "delivered", sid=sent.provider_id)
        return sent

    desk.carrier.send = told_early  # type: ignore[method-assign]
    assert desk.deliver(message) == "accepted"
    row = cast.fresh(message)
    assert (row.state, row.delivery, row.provider_id) == ("accepted", 7, f"SM{1:032x}")
    assert desk.events == [Delivered("youth.hello")]


def test_a_gate_that_breaks_on_one_text_leaves_it_to_a_human(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    message = cast.message(lea, body_sealed=b"damaged beyond opening")
    for _ in range(3):
        desk.sweep()
        desk.real_time(minutes=1)
    assert cast.fresh(message).state == "failed"
    assert cast.tasks(lea) == ["send_blocked"]


def test_no_carrier_keeps_the_text_and_no_mail_server_asks_a_human(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    desk.gateways = Gateways(None, None)
    text, mail = cast.message(lea), a_mail(cast, lea)
    assert [desk.deliver(text), desk.deliver(mail)] == ["queued", "held"]
    assert cast.tasks(lea) == ["prescriber_news"]


def test_a_mail_leaves_by_the_mail_server(cast: Cast, desk: Desk) -> None:
    mail = a_mail(cast, cast.lea())
    assert desk.deliver(mail) == "accepted"
    (left,) = desk.mail.mails
    assert (left.to, left.subject, left.body) == ("roux@ml.example", "SAS", "Le numéro répond.")


def a_mail(cast: Cast, person: Person) -> Message:
    """News to Mme Roux, sealed with nobody's key."""
    box = cast.mailbox(cast.mme_roux().id)
    made = cast.message(
        person,
        "",
        recipient="prescriber",
        channel="mail",
        kind="news",
        youth_id=None,
        address_id=box.id,
        key="mail.prescriber.attempted",
    )
    common = cast.store.vault.common
    cast.change(
        made,
        body_sealed=seal(common, "Le numéro répond.", made.id, "body"),
        subject_sealed=seal(common, "SAS", made.id, "subject"),
    )
    return made


# --- WhatsApp


def on_whatsapp(cast: Cast, person: Person, text: str = "Bonjour", **changes: object) -> Message:
    """A text of the bot on WhatsApp, with its template and its SMS."""
    made = cast.message(person, text, channel="whatsapp", **changes)
    ways = {"template": {"sid": "HX1", "variables": {"1": "Léa"}, "body": "Bonjour Léa."}}
    key = youth_key(cast.store.vault, person.youth)
    cast.change(made, ways_sealed=seal_ways(key, ways, made.id))
    return made


def test_within_the_window_the_text_leaves_as_it_is(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    assert desk.deliver(on_whatsapp(cast, lea, kind="answer")) == "accepted"
    (sent,) = desk.carrier.sent
    assert (sent.channel, sent.sender, sent.content_sid) == ("whatsapp", WHATSAPP_SENDER, None)


ASKED = "On t'appelle ?\n1 oui\n2 non"


def asked_on_whatsapp(cast: Cast, **changes: object) -> Message:
    """A question with choices, in an open window."""
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    return on_whatsapp(cast, lea, ASKED, kind="answer", **changes)


def test_a_question_in_an_open_window_leaves_with_its_buttons(cast: Cast, desk: Desk) -> None:
    message = asked_on_whatsapp(cast)
    assert desk.deliver(message) == "accepted"
    (sent,) = desk.carrier.sent
    assert (sent.channel, sent.body) == ("whatsapp", ASKED)
    assert sent.content_variables == {
        "1": ASKED,
        "2": "1 Oui",
        "3": f"1:{message.id}",
        "4": "2 Non",
        "5": f"2:{message.id}",
    }
    assert cast.fresh(message).extra == {"content": sent.content_sid}


@pytest.mark.parametrize("code", [63013, 63028, 21656])
def test_refused_buttons_leave_as_text_with_their_numbers(
    cast: Cast, desk: Desk, code: int
) -> None:
    message = asked_on_whatsapp(cast)
    desk.carrier.fail_next(error_for(code, status=400))
    assert [desk.deliver(message), desk.deliver(message)] == ["queued", "accepted"]
    (sent,) = desk.carrier.sent
    assert (sent.channel, sent.body, sent.content_sid) == ("whatsapp", ASKED, None)
    assert "content" not in cast.fresh(message).extra


def test_text_refused_as_its_buttons_were_is_a_humans(cast: Cast, desk: Desk) -> None:
    message = asked_on_whatsapp(cast)
    for _ in range(2):
        desk.carrier.fail_next(error_for(63013, status=400))
    assert [desk.deliver(message), desk.deliver(message)] == ["queued", "failed"]


def test_a_question_that_falls_back_to_sms_keeps_its_numbers(cast: Cast, desk: Desk) -> None:
    message = asked_on_whatsapp(cast)
    desk.carrier.fail_next(error_for(63003, status=400))
    assert [desk.deliver(message), desk.deliver(message)] == ["queued", "accepted"]
    (sent,) = desk.carrier.sent
    assert (sent.channel, sent.body, sent.content_sid) == ("sms", ASKED, None)
    assert "content" not in cast.fresh(message).extra


def test_a_humans_numbered_words_leave_as_written(cast: Cast, desk: Desk) -> None:
    karim = {"author": "aiguilleur", "author_id": cast.karim().id, "key": None}
    message = asked_on_whatsapp(cast, **karim)
    assert desk.deliver(message) == "accepted"
    assert desk.carrier.sent[0].content_sid is None


def test_a_window_that_closed_since_the_decision_takes_the_template(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    message = on_whatsapp(cast, lea)
    clock.advance(timedelta(hours=25))
    assert desk.deliver(message) == "accepted"
    (sent,) = desk.carrier.sent
    assert (sent.content_sid, sent.content_variables) == ("HX1", {"1": "Léa"})


def test_a_window_that_closes_under_our_hand_takes_the_template(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    message = on_whatsapp(cast, lea, kind="answer")
    desk.carrier.fail_next(error_for(63016, status=400))
    assert [desk.deliver(message), desk.deliver(message)] == ["queued", "accepted"]
    assert desk.carrier.sent[0].content_sid == "HX1"


def test_a_paused_template_becomes_an_sms(cast: Cast, desk: Desk, clock: FrozenClock) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    message = on_whatsapp(cast, lea)
    clock.advance(timedelta(hours=25))
    desk.carrier.fail_next(error_for(63041, status=400))
    assert [desk.deliver(message), desk.deliver(message)] == ["queued", "accepted"]
    (sent,) = desk.carrier.sent
    assert (sent.channel, sent.sender, sent.content_sid) == ("sms", SMS_SENDER, None)


def test_no_whatsapp_behind_her_number_becomes_an_sms_from_now_on(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    message = on_whatsapp(cast, lea, kind="answer")
    desk.carrier.fail_next(error_for(63003, status=400))
    assert [desk.deliver(message), desk.deliver(message)] == ["queued", "accepted"]
    assert desk.carrier.sent[0].channel == "sms"
    assert cast.fresh(lea.address).no_whatsapp_until > cast.now


def test_an_identity_without_a_number_holds_the_answer_until_she_writes(
    cast: Cast, desk: Desk, clock: FrozenClock
) -> None:
    lea = cast.lea()
    cast.change(lea.address, channel="whatsapp")
    cast.wrote(lea, "coucou", channel="whatsapp", state="handled")
    clock.advance(timedelta(hours=25))
    answer = cast.message(
        lea,
        "Je regarde et je reviens vers toi",
        channel="whatsapp",
        author="aiguilleur",
        author_id=cast.karim().id,
        kind="answer",
        key=None,
    )
    assert desk.deliver(answer) == "held"
    assert cast.tasks(lea) == ["send_blocked"]
    assert desk.sweep() == 1
    (waits,) = desk.carrier.sent
    assert waits.content_sid is not None and "Karim" in waits.body
    assert desk.sweep() == 0
    cast.wrote(lea, "toujours là ?", channel="whatsapp", state="handled")
    assert desk.sweep() == 1
    assert desk.bodies()[1:] == ["Je regarde et je reviens vers toi"]


def test_cancelled_texts_never_leave(cast: Cast, desk: Desk) -> None:
    lea = cast.lea()
    bot = cast.message(lea)
    human = cast.message(lea, "Moi", author="aiguilleur", author_id=cast.karim().id)
    with cast.store.transaction() as session:
        assert outbox.cancel_planned(session, lea.conversation.id, "speaker_human") == 1
    assert cast.fresh(bot).state == "cancelled"
    assert cast.fresh(human).state == "queued"
    assert desk.deliver(bot) == "cancelled"
