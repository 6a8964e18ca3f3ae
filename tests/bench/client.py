"""The carrier's side of a webhook: signed requests made beforehand, sent over one open connection
each with as little work as possible, so that what is measured is the server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from itertools import count, cycle
from typing import Self
from urllib.parse import urlencode

from twilio.request_validator import RequestValidator

from bot.clock import monotonic
from tests.bench.bare import INBOUND
from tests.bench.place import HOST
from tests.bench.world import ACCOUNT, SMS_SENDER, TOKEN

WORDS = ("oui", "1", "ok pour jeudi", "plus tard svp", "c qui ?", "je cherche un logement")
_serial = count(1)


def inbound(public_url: str, phone: str, body: str, path: str = INBOUND) -> bytes:
    """One signed webhook as the provider sends it, ready to be written to a socket."""
    sid = f"SMbe{next(_serial):030x}"
    form = {
        "ToCountry": "FR",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "SmsSid": sid,
        "SmsStatus": "received",
        "Body": body,
        "FromCountry": "FR",
        "To": SMS_SENDER,
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": ACCOUNT,
        "From": phone,
        "ApiVersion": "2010-04-01",
    }
    signature = RequestValidator(TOKEN).compute_signature(public_url + path, form)
    content = urlencode(form).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HOST}\r\nX-Twilio-Signature: {signature}\r\n"
        "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"
        f"Content-Length: {len(content)}\r\nUser-Agent: TwilioProxy/1.1\r\nAccept: */*\r\n\r\n"
    )
    return head.encode() + content


def texts(public_url: str, phones: Sequence[str]) -> Iterator[bytes]:
    """Webhooks without end: those phones in turn, ordinary answers."""
    for phone, body in zip(cycle(phones), cycle(WORDS), strict=False):
        yield inbound(public_url, phone, body)


class Line:
    """One open connection to a web."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._socket = self._open()

    def _open(self) -> socket.socket:
        made = socket.create_connection((HOST, self._port), timeout=20)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def post(self, request: bytes) -> float:
        """Send and wait for the whole answer; milliseconds. Raises RuntimeError unless 2xx. An
        idle connection that the server closed is opened again, outside the time."""
        self._refresh()
        began = monotonic()
        self._socket.sendall(request)
        answer = self._answer()
        span = (monotonic() - began) * 1000
        if not answer.startswith(b"HTTP/1.1 2"):
            raise RuntimeError(f"refused: {answer[:200]!r}")
        return span

    def _refresh(self) -> None:
        self._socket.setblocking(False)
        try:
            closed = self._socket.recv(1) == b""
        except BlockingIOError:
            closed = False
        self._socket.settimeout(20)
        if closed:
            self._socket.close()
            self._socket = self._open()

    def _answer(self) -> bytes:
        got = b""
        while b"\r\n\r\n" not in got:
            more = self._socket.recv(65536)
            if not more:
                raise RuntimeError("the connection was cut")
            got += more
        head, _, rest = got.partition(b"\r\n\r\n")
        missing = _length(head) - len(rest)
        while missing > 0:
            missing -= len(self._socket.recv(missing))
        return head


def together(port: int, requests: Sequence[bytes], lines: int) -> float:
    """Requests per second when that many connections share those requests."""
    shares = [requests[i::lines] for i in range(lines)]
    ready, failures = threading.Barrier(lines + 1), list[BaseException]()

    def send(share: Sequence[bytes]) -> None:
        try:
            with Line(port) as line:
                ready.wait()
                for request in share:
                    line.post(request)
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=send, args=(share,)) for share in shares]
    for thread in threads:
        thread.start()
    ready.wait()
    began = monotonic()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return len(requests) / (monotonic() - began)


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
