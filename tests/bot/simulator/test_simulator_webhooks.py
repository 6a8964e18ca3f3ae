"""What SAS hears from the carrier: texts, statuses and calls, signed, with every field."""

from __future__ import annotations

import pytest

from tests.carrier import LEA, SENDER, WHATSAPP_SENDER, Carried, eventually


def test_an_sms_comes_signed_with_every_field(carried: Carried) -> None:
    sid = carried.write("oui mais pas mardi", key=carried.phone())["sid"]
    fields = eventually(carried.web.inbound)[0]
    assert carried.web.posts[0].verdict.good
    assert fields["MessageSid"] == fields["SmsSid"] == fields["SmsMessageSid"] == sid
    assert (fields["From"], fields["To"], fields["Body"]) == (LEA, SENDER, "oui mais pas mardi")
    assert (fields["NumMedia"], fields["SmsStatus"], fields["FromCity"]) == ("0", "received", "")


def test_a_button_names_what_it_answers(carried: Carried) -> None:
    key = carried.phone()
    asked = carried.send("1 oui 2 non", channel="whatsapp")
    button = {"title": "1 oui", "payload": "1"}
    carried.write("", "whatsapp", key, button=button, reply_to=asked.provider_id)
    fields = eventually(carried.web.inbound)[0]
    assert (fields["ButtonText"], fields["ButtonPayload"], fields["Body"]) == (
        "1 oui",
        "1",
        "1 oui",
    )
    assert fields["OriginalRepliedMessageSid"] == asked.provider_id
    assert (fields["ProfileName"], fields["WaId"]) == ("Léa", LEA.lstrip("+"))
    assert (fields["From"], fields["To"]) == (f"whatsapp:{LEA}", f"whatsapp:{WHATSAPP_SENDER}")


def test_a_line_of_a_list_names_what_it_answers(carried: Carried) -> None:
    key = carried.phone()
    carried.write("coucou", "whatsapp", key)
    words = "On t'appelle ?\n1 oui\n2 plus tard\n3 non\n4 erreur"
    sent = carried.ask(words)
    shown = carried.get(f"/phones/{key}")["items"][-1]
    assert (shown["body"], shown["menu"]) == (words, "Choisir")
    assert shown["buttons"][3] == {"title": "4 Erreur", "payload": "4:0199"}
    carried.write("", "whatsapp", key, button=shown["buttons"][3], reply_to=sent.provider_id)
    fields = eventually(lambda: carried.web.inbound()[1:])[0]
    assert (fields["ListTitle"], fields["ListId"], fields["Body"]) == (
        "4 Erreur",
        "4:0199",
        "4 Erreur",
    )
    assert "ButtonPayload" not in fields and fields["MessageType"] == "interactive"
    assert fields["OriginalRepliedMessageSid"] == sent.provider_id


def test_buttons_without_approval_need_an_open_window(carried: Carried) -> None:
    carried.phone()
    carried.fault("window_closed")
    sent = carried.ask("On t'appelle ?\n1 oui\n2 non")
    found = carried.gateway.fetch(sent.provider_id)
    assert (found.status, found.error_code) == ("failed", 63016)


def test_a_whatsapp_person_may_have_no_number(carried: Carried) -> None:
    key = carried.phone(hidden_id="FR.1349120865")
    carried.write("salut", "whatsapp", key)
    fields = eventually(carried.web.inbound)[0]
    assert (fields["From"], fields["WaId"]) == ("whatsapp:FR.1349120865", "")
    carried.settled()
    carried.send("Bonjour", to="FR.1349120865", channel="whatsapp")
    assert carried.get(f"/phones/{key}")["items"][-1]["body"] == "Bonjour"


def test_a_voice_note_has_its_type(carried: Carried) -> None:
    carried.write("", "whatsapp", carried.phone(), media="voice")
    fields = eventually(carried.web.inbound)[0]
    assert (fields["NumMedia"], fields["MediaContentType0"]) == ("1", "audio/wav")


def test_statuses_rise_one_by_one(carried: Carried) -> None:
    carried.write("salut", "whatsapp", carried.phone())
    carried.settled()
    carried.send(channel="whatsapp")
    carried.settled()
    assert carried.web.statuses() == ["queued", "sending", "sent", "delivered", "read"]
    assert all(post.verdict.good for post in carried.web.posts)
    assert carried.web.posts[-1].path == "/webhooks/twilio/status/our-id"


def test_who_never_opens_whatsapp_reads_nothing(carried: Carried) -> None:
    key = carried.phone()
    carried.post(f"/phones/{key}/habits", reads=False)
    carried.write("salut", "whatsapp", key)
    carried.send(channel="whatsapp")
    carried.settled()
    assert carried.web.statuses()[-1] == "delivered"


def test_a_missed_call_rings_at_the_voice_door(carried: Carried) -> None:
    carried.web.said = "<Response><Say>On vous rappelle.</Say><Hangup/></Response>"
    carried.web.answer = 200
    key = carried.phone()
    carried.post(f"/phones/{key}/calls")
    carried.settled()
    post = carried.web.posts[0]
    assert (post.path, post.fields["CallStatus"], post.fields["From"]) == (
        "/webhooks/twilio/voice",
        "ringing",
        LEA,
    )
    assert post.verdict.good
    assert carried.get(f"/phones/{key}")["items"][0]["said"] == "On vous rappelle."


def test_a_web_that_refuses_is_shown_on_the_phone(carried: Carried) -> None:
    carried.web.answer = 503
    carried.write("oui", key=carried.phone())
    carried.settled()
    assert carried.get(f"/phones/{LEA}")["items"][0]["webhook"] == "refused 503"


@pytest.mark.parametrize(
    ("word", "blocked"), [("STOP", True), ("stop !", False), ("arrete", False)]
)
def test_the_carriers_own_stop_is_a_switch(carried: Carried, word: str, blocked: bool) -> None:
    carried.post("/carrier", blocks_after_stop=True)
    carried.write(word, key=carried.phone())
    carried.settled()
    url_code = carried.carrier.phones["j1"].opted_out
    assert bool(url_code) is blocked
