"""The official client under our gateway: what is sent, found again, and what each failure means."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta

import pytest

from bot.clock import SystemClock
from bot.gateways import ErrorKind, Gateway, OutgoingText, SendError
from bot.gateways.twilio import TwilioGateway
from tests.carrier import ACCOUNT, LEA, SENDER, TOKEN, WHATSAPP_SENDER, Carried

TEXT = OutgoingText("our-id", LEA, SENDER, "sms", "Bonjour Léa")
HOUR = timedelta(hours=1)


@contextmanager
def answering(answer: bytes, *, reset: bool = False) -> Iterator[TwilioGateway]:
    """A gateway whose carrier reads the request, says `answer` and hangs up."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(65_536)
            connection.sendall(answer)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    gateway = gateway_at(listening.getsockname()[1])
    with closing(listening), closing(gateway):
        yield gateway
        thread.join(5)


def gateway_at(port: int) -> TwilioGateway:
    return TwilioGateway(
        account_sid=ACCOUNT,
        auth_token=TOKEN,
        base_url=f"http://127.0.0.1:{port}",
        timeout=(1.0, 1.0),
    )


def http(status: str, body: str, *headers: str) -> bytes:
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode()


def failure(gateway: Gateway) -> SendError:
    with pytest.raises(SendError) as found:
        gateway.send(TEXT)
    return found.value


def test_a_text_leaves_with_our_callback(carried: Carried) -> None:
    sent = carried.send("Bonjour Léa")
    assert (sent.status, sent.segments) == ("queued", 1)
    assert carried.accepted()[0]["callback"].endswith("/webhooks/twilio/status/our-id")


def test_whatsapp_gets_its_prefix_once(carried: Carried) -> None:
    carried.send(channel="whatsapp")
    text = OutgoingText("1", f"whatsapp:{LEA}", f"whatsapp:{WHATSAPP_SENDER}", "whatsapp", "oui")
    carried.gateway.send(text)
    assert {line["to"] for line in carried.accepted()} == {f"whatsapp:{LEA}"}


def test_a_text_is_found_again_by_person_body_and_hour(carried: Carried) -> None:
    sent = carried.send("Bonjour Léa")
    carried.send("autre chose")
    carried.send("Bonjour Léa", to="+33639980002")
    now = SystemClock().real()
    common = {"sender": SENDER, "channel": "sms", "body": "Bonjour Léa"}
    look_up = carried.gateway.look_up
    found = look_up(to=LEA, since=now - HOUR, until=now, **common)
    assert [text.provider_id for text in found] == [sent.provider_id]
    assert look_up(to=LEA, since=now - 2 * HOUR, until=now - HOUR, **common) == []
    assert look_up(to=LEA, since=now + HOUR, until=now + 2 * HOUR, **common) == []


def test_a_text_still_queued_is_found_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Carried(tmp_path_factory.mktemp("slow"), pace=60) as carried:
        carried.send("Bonjour")
        now = SystemClock().real()
        found = carried.gateway.look_up(
            to=LEA, sender=SENDER, channel="sms", body="Bonjour", since=now - HOUR, until=now
        )
        assert [text.status for text in found] == ["queued"]


def test_received_texts_are_listed_oldest_first_with_media(carried: Carried) -> None:
    key = carried.phone()
    for body in ("un", "deux"):
        carried.write(body, "whatsapp", key)
    carried.write("", "whatsapp", key, media="photo")
    carried.write("par SMS", "sms", key)
    carried.send("Bonjour", channel="whatsapp")
    now = SystemClock().real()
    found = carried.gateway.inbound_since(WHATSAPP_SENDER, "whatsapp", now - HOUR)
    assert [text.body for text in found] == ["un", "deux", ""]
    assert found[0].sender == LEA
    kind, data = carried.gateway.download(found[2].media[0].url)
    assert (kind, data[:4]) == ("image/png", b"\x89PNG")


def test_a_media_of_another_host_is_never_fetched(carried: Carried) -> None:
    with pytest.raises(SendError):
        carried.gateway.download("http://127.0.0.1:9/photo")


def test_a_body_is_deleted_and_deleting_again_is_fine(carried: Carried) -> None:
    sent = carried.send("un secret")
    carried.gateway.delete_body(sent.provider_id)
    assert carried.gateway.fetch(sent.provider_id).body == ""
    carried.gateway.delete_body("SM" + "0" * 32)


def test_a_call_is_placed(carried: Carried) -> None:
    assert carried.gateway.call(to=LEA, sender=SENDER, twiml="<Response/>").status == "queued"


def test_no_connection_means_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    error = failure(gateway_at(port))
    assert (error.kind, error.uncertain, error.permanent) == (ErrorKind.OUTAGE, False, False)


@pytest.mark.parametrize(
    ("answer", "kind", "uncertain", "wait"),
    [
        (b"", ErrorKind.UNCERTAIN, True, None),
        (b"HTTP/1.1 201 Created\r\nContent-Length: 900\r\n\r\n{", ErrorKind.UNCERTAIN, True, None),
        (http("502 Bad Gateway", "<html>"), ErrorKind.UNCERTAIN, True, None),
        (http("503 No", '{"code": 20503, "status": 503}'), ErrorKind.OUTAGE, False, None),
        (http("503 No", '{"status": 503}', "Retry-After: 9"), ErrorKind.OUTAGE, False, 9),
        (http("429 No", '{"code": 20429}', "Retry-After: 4"), ErrorKind.RATE, False, 4),
        (http("429 No", "", "Retry-After: Mon, 23 Nov 2026"), ErrorKind.RATE, False, None),
        (http("401 No", '{"code": 20003}'), ErrorKind.CONFIG, False, None),
        (http("400 No", '{"code": 99999}'), ErrorKind.UNKNOWN, False, None),
        (http("400 No", "[]"), ErrorKind.UNKNOWN, False, None),
    ],
)
def test_each_answer_has_one_meaning(
    answer: bytes, kind: ErrorKind, uncertain: bool, wait: float | None
) -> None:
    with answering(answer) as gateway:
        error = failure(gateway)
    assert (error.kind, error.uncertain, error.retry_after) == (kind, uncertain, wait)


def test_silence_after_the_request_is_uncertain() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        closing(gateway_at(silent.getsockname()[1])) as gateway,
    ):
        assert failure(gateway).uncertain


def test_no_number_and_no_word_reaches_the_log(
    carried: Carried, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    carried.send("un secret")
    now = SystemClock().real()
    carried.gateway.look_up(
        to=LEA, sender=SENDER, channel="sms", body="un secret", since=now - HOUR, until=now
    )
    written = " ".join(
        record.getMessage() for record in caplog.records if not record.name.startswith("urllib3")
    )
    assert "39980001" not in written
    assert "secret" not in written


def test_an_error_says_nothing_about_anybody(carried: Carried) -> None:
    with pytest.raises(SendError) as refused:
        carried.send(to="+33139980001")
    assert str(refused.value) == "bad_number (code 21614, status 400)"
    assert refused.value.__cause__ is None
