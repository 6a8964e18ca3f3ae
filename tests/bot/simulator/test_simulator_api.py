"""The official client over HTTP: create, fetch, list, redact, media, calls, templates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import requests
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from bot.clock import SystemClock
from bot.gateways import ErrorKind, OutgoingText, SendError
from messages.content import content_of, contents, name_of
from tests.carrier import ACCOUNT, LEA, SENDER, TOKEN, WHATSAPP_SENDER, Carried, eventually


class Aimed(TwilioHttpClient):
    """The library's own client, only sent to another host."""

    def __init__(self, url: str) -> None:
        super().__init__(timeout=5)
        self.url = url

    def request(self, method: str, url: str, *args: object, **kwargs: object) -> object:
        path = "/" + url.split("/", 3)[3]
        return super().request(method, self.url + path, *args, **kwargs)


@pytest.fixture
def client(carried: Carried) -> Iterator[Client]:
    http = Aimed(carried.url)
    yield Client(ACCOUNT, TOKEN, http_client=http)
    http.session.close()


def test_a_text_is_accepted_and_can_be_fetched(carried: Carried, client: Client) -> None:
    made = client.messages.create(to=LEA, from_=SENDER, body="Bonjour Léa")
    assert made.status == "queued"
    carried.settled()
    found = client.messages(made.sid).fetch()
    assert (found.body, found.to, found.from_, found.status) == (
        "Bonjour Léa",
        LEA,
        SENDER,
        "delivered",
    )
    assert found.num_segments == "1"


def test_a_list_is_newest_first_filtered_and_paged(carried: Carried, client: Client) -> None:
    for number in range(7):
        client.messages.create(to=LEA, from_=SENDER, body=f"texte {number}")
    client.messages.create(to="+33639980002", from_=SENDER, body="à Sam")
    carried.write("oui")
    carried.settled()
    found = client.messages.list(to=LEA, from_=SENDER, page_size=3)
    assert [text.body for text in found] == [f"texte {n}" for n in reversed(range(7))]


def test_a_list_is_filtered_by_date(carried: Carried, client: Client) -> None:
    client.messages.create(to=LEA, from_=SENDER, body="aujourd'hui")
    carried.settled()
    now = SystemClock().real()
    minute = timedelta(minutes=1)
    assert len(client.messages.list(date_sent_after=now - minute)) == 1
    assert client.messages.list(date_sent_after=now + minute) == []
    assert len(client.messages.list(date_sent=now.date())) == 1
    assert client.messages.list(date_sent_before=(now - timedelta(days=1)).date()) == []


def test_a_body_is_redacted_then_the_text_deleted(carried: Carried, client: Client) -> None:
    sid = client.messages.create(to=LEA, from_=SENDER, body="Bonjour").sid
    assert client.messages(sid).update(body="").body == ""
    assert client.messages(sid).delete()
    with pytest.raises(TwilioRestException) as refused:
        client.messages(sid).fetch()
    assert refused.value.code == 20404


def test_a_photo_can_be_listed_and_downloaded(carried: Carried, client: Client) -> None:
    key = carried.phone()
    sid = carried.write("", "whatsapp", key, media="photo")["sid"]
    media = client.messages(sid).media.list()
    assert [one.content_type for one in media] == ["image/png"]
    assert client.messages(sid).media(media[0].sid).fetch().parent_sid == sid
    url = eventually(carried.web.inbound)[0]["MediaUrl0"]
    assert requests.get(url, auth=(ACCOUNT, TOKEN), timeout=5).content.startswith(b"\x89PNG")
    assert requests.get(url, timeout=5).status_code == 401


def test_a_call_rings_and_is_not_answered(carried: Carried, client: Client) -> None:
    made = client.calls.create(to=LEA, from_=SENDER, twiml="<Response/>")
    assert made.status == "queued"
    carried.settled()
    found = client.calls(made.sid).fetch()
    assert found.status == "no-answer"
    assert [call.sid for call in client.calls.list(to=LEA)] == [made.sid]


def test_a_call_is_answered_by_one_who_picks_up(carried: Carried, client: Client) -> None:
    carried.post(f"/phones/{carried.phone()}/habits", answers_calls=True)
    made = client.calls.create(to=LEA, from_=SENDER, twiml="<Response/>")
    carried.settled()
    assert client.calls(made.sid).fetch().status == "completed"


def test_a_template_is_filled_in_with_its_buttons(carried: Carried) -> None:
    made = requests.post(
        f"{carried.url}/v1/Content",
        json={
            "friendly_name": "hello",
            "language": "fr",
            "variables": {"1": "toi"},
            "types": {
                "twilio/quick-reply": {
                    "body": "Bonjour {{1}}",
                    "actions": [{"type": "QUICK_REPLY", "title": "1 oui", "id": "1"}],
                }
            },
        },
        auth=(ACCOUNT, TOKEN),
        timeout=5,
    ).json()
    requests.post(
        f"{carried.url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json",
        data={
            "To": f"whatsapp:{LEA}",
            "From": f"whatsapp:{WHATSAPP_SENDER}",
            "ContentSid": made["sid"],
            "ContentVariables": '{"1": "Léa"}',
        },
        auth=(ACCOUNT, TOKEN),
        timeout=5,
    )
    item = carried.get(f"/phones/{LEA}")["items"][0]
    assert item["body"] == "Bonjour Léa"
    assert item["buttons"] == [{"title": "1 oui", "payload": "1"}]


@pytest.mark.parametrize("choices", [2, 3, 4])
def test_what_an_operator_creates_for_buttons_and_a_list_is_lawful(
    carried: Carried, choices: int
) -> None:
    """`python -m messages.content`, posted to the API, then filled as a question leaves."""
    given = next(one for one in contents() if one["friendly_name"] == name_of(choices))
    auth = (ACCOUNT, TOKEN)
    made = requests.post(f"{carried.url}/v1/Content", json=given, auth=auth, timeout=5).json()
    words = "On t'appelle ?" + "".join(f"\n{i} choix {i}" for i in range(1, choices + 1))
    content = content_of(words, "fr", "0199", {name_of(choices): made["sid"]})
    assert content is not None
    carried.write("coucou", "whatsapp", carried.phone())
    text = OutgoingText("our-id", LEA, WHATSAPP_SENDER, "whatsapp", words)
    carried.gateway.send(
        replace(text, content_sid=content.sid, content_variables=content.variables)
    )
    item = carried.get(f"/phones/{LEA}")["items"][-1]
    assert (item["body"], item["menu"]) == (words, "Choisir" if choices == 4 else "")
    assert [one["payload"] for one in item["buttons"]] == [
        f"{i}:0199" for i in range(1, choices + 1)
    ]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"From": SENDER, "Body": "x"}, 21604),
        ({"To": "0639980001", "From": SENDER, "Body": "x"}, 21211),
        ({"To": LEA, "Body": "x"}, 21603),
        ({"To": LEA, "From": "+33639989999", "Body": "x"}, 21606),
        ({"To": f"whatsapp:{LEA}", "From": "whatsapp:+33639989999", "Body": "x"}, 63007),
        ({"To": LEA, "From": SENDER}, 21602),
        ({"To": LEA, "From": SENDER, "Body": "x" * 1601}, 21617),
        ({"To": "+33139980001", "From": SENDER, "Body": "x"}, 21614),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(
    carried: Carried, fields: dict[str, str], code: int
) -> None:
    url = f"{carried.url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    answer = requests.post(url, data=fields, auth=(ACCOUNT, TOKEN), timeout=5)
    assert (answer.status_code, answer.json()["code"]) == (400, code)
    assert carried.accepted() == []


def test_nobody_gets_in_without_the_token(carried: Carried) -> None:
    url = f"{carried.url}/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
    for auth in (None, (ACCOUNT, "wrong"), ("AC" + "1" * 32, TOKEN)):
        assert requests.get(url, auth=auth, timeout=5).status_code == 401


def test_a_whatsapp_text_outside_the_window_fails(carried: Carried) -> None:
    sent = carried.send(channel="whatsapp")
    carried.settled()
    assert carried.gateway.fetch(sent.provider_id).error_code == 63016
    carried.write("salut", "whatsapp")
    sent = carried.send("Bonjour", channel="whatsapp")
    carried.settled()
    assert carried.gateway.fetch(sent.provider_id).status == "read"


def test_a_journal_line_is_on_disk_before_the_answer(carried: Carried) -> None:
    sent = carried.send("Bonjour Léa")
    assert [(line["sid"], line["to"]) for line in carried.accepted()] == [(sent.provider_id, LEA)]


def test_a_refusal_is_a_typed_error(carried: Carried) -> None:
    with pytest.raises(SendError) as refused:
        carried.send(to="+33139980001")
    assert (refused.value.kind, refused.value.permanent, refused.value.code) == (
        ErrorKind.BAD_NUMBER,
        True,
        21614,
    )
