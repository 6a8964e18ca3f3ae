"""The canary: rare names, numbers and words go through every door, good and bad, and must then be
nowhere but sealed: not in a log, a job, a URL, a figure, an error, the journal, nor in clear in the
database (PRODUCT section 10).
"""

from __future__ import annotations

import io
import json
import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, Response
from flask.testing import FlaskClient
from redis import Redis
from sqlmodel import SQLModel, select

from bot import clockwork, conversations, jobs
from bot.conversations import NotAllowed
from bot.gateways import ErrorKind, SendError
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.logs import JsonLines
from bot.models import Conversation, Message, Referral, Relay
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.store import Store, make_engine
from bot.web import create_app
from tests.cast import SMS_SENDER, Cast, Person
from tests.web.conftest import signed_in
from tests.web.pressing import press, token
from tests.web.test_hooks import INBOUND, VOICE, post
from tests.web.test_orienter import TYPED, hidden

PHONE, OTHER, THIRD = "+33639984217", "+33639984218", "+33639984219"
# What is planted, by the word that is looked for, letters and figures only.
PLANTED: Mapping[str, str] = {
    "zephirine": "Zephirine",
    "639984217": PHONE,
    "639984218": OTHER,
    "639984219": THIRD,
    "zibeline": "Zibeline",
    "quincaillerie": "Fin de contrat a la quincaillerie.",
    "hippocampe": "Un hippocampe mauve.",
    "ornithorynque": "oui, pour mon ornithorynque",
    "turquoise": "Un cerf-volant turquoise, dit Karim.",
    "sarbacane": "Sarbacane en note.",
    "vermillon": "Une mansarde vermillon",
    "mirabelle": "Oui, comme une mirabelle",
    "quetzal": "quetzal@exemple.fr",
    "perlimpinpin": "Perlimpinpin",
    "anaconda": "Tante Anaconda",
    "tarentule": "Maman Tarentule",
}
HER_OWN_REFERENCE = ("e-mails", "perlimpinpin")  # by which a prescriber knows her own file
KEY = {"Authorization": "Bearer the key of Mme Roux"}


@dataclass
class Places:
    """Everywhere a word could have gone, as text, by the name of the place."""

    rt: Runtime
    redis: Redis
    logs: io.StringIO
    said: dict[str, str] = field(default_factory=dict)

    def keep(self, name: str, text: str) -> None:
        """An answer that an outsider reads."""
        self.said[name] = self.said.get(name, "") + text

    def all(self) -> dict[str, str]:
        """The whole, now."""
        self.rt.broker.flush()
        found = {**self.said, "logs": self.logs.getvalue(), "redis": _redis(self.redis)}
        gateway = self.rt.gateways.texts
        assert isinstance(gateway, MemoryGateway)
        found["callbacks"] = " ".join(str(text.status_callback) for text in gateway.sent)
        mails = self.rt.gateways.mail
        assert isinstance(mails, MemoryMail)
        found["e-mails"] = " ".join(f"{one.subject} {one.body}" for one in mails.mails)
        found |= _tables(self.rt.store)
        if self.rt.settings.sqlite:
            found |= _files(self.rt.settings.state_dir)
        return found

    def leaks(self) -> set[tuple[str, str]]:
        """(place, planted word) for each that is where it must not be."""
        return {
            (place, word)
            for place, text in self.all().items()
            for word in PLANTED
            if word in _plain(text) and (place, word) != HER_OWN_REFERENCE
        }


def _plain(text: str) -> str:
    """Small letters and figures, whatever stood between the figures of a number."""
    return re.sub(r"(?<=\d)(?:%20|[ .+-])+(?=\d)", "", text.lower())


def _redis(redis: Redis) -> str:
    kinds: dict[bytes, Any] = {
        b"hash": redis.hgetall,
        b"list": lambda key: redis.lrange(key, 0, -1),
        b"set": redis.smembers,
        b"zset": lambda key: redis.zrange(key, 0, -1),
        b"string": redis.get,
        b"stream": redis.xrange,
    }
    keys: Any = redis.keys("*")
    return " ".join(f"{key!r} {kinds[redis.type(key)](key)!r}" for key in keys)  # type: ignore[index]


def _tables(store: Store) -> dict[str, str]:
    """Every column of every row, sealed ones as the bytes they are."""
    with store.reading() as session:
        return {
            f"table {table.name}": " ".join(
                column.decode("latin-1") if isinstance(column, bytes) else str(column)
                for row in session.connection().execute(table.select())
                for column in row
            )
            for table in SQLModel.metadata.sorted_tables
        }


def _files(folder: Path) -> dict[str, str]:
    """What lies on the disk: the database, its journal, and whatever else we wrote."""
    return {
        f"file {one.name}": one.read_bytes().decode("latin-1")
        for one in folder.rglob("*")
        if one.is_file()
    }


@contextmanager
def every_log() -> Iterator[io.StringIO]:
    """Whatever any logger says, from the least grave on, in the shape of production."""
    stream, root = io.StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(stream), root.level
    handler.setFormatter(JsonLines())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def places(store: Store, valkey_url: str, cast: Cast) -> Iterator[Places]:
    """A runtime with a real broker, and a city at work."""
    redis = Redis.from_url(valkey_url)
    redis.flushall()
    settings = replace(store.settings, redis_url=valkey_url, demo=False)
    kept = Store(make_engine(settings.database_url), store.clock, store.vault, settings)
    gateways = Gateways(MemoryGateway(store.clock.real), MemoryMail())
    rt = Runtime(settings, kept, lambda: gateways)
    cast.lead()
    cast.karim()
    cast.mme_roux()
    with every_log() as logs:
        yield Places(rt, redis, logs)
    rt.close()
    redis.flushall()
    redis.close()


@pytest.fixture
def app(places: Places) -> Flask:
    """The web; every address it leads to is kept."""
    made = create_app(places.rt)

    @made.after_request
    def keep(response: Response) -> Response:
        places.keep("locations", f" {response.headers.get('Location', '')}")
        return response

    return made


def test_what_is_planted_is_found_nowhere(places: Places, app: Flask, cast: Cast) -> None:
    person = refer_by_software(places, app, cast)
    refer_by_form(places, app)
    she_writes(places, app, person)
    karim = a_human_answers(app, cast, person)
    a_relay(places, app, cast, karim, person)
    bad_input(places, app)
    what_goes_wrong(places, app, cast, person)
    for path in ("/metrics", "/health/ready", "/health/live", "/stats", "/api/v1/openapi.json"):
        places.keep(path, app.test_client().get(path).text)
    for _ in range(4):
        cast.store.clock.advance(timedelta(days=1))  # type: ignore[attr-defined]
        clockwork.tick(places.rt)
    gateway = places.rt.gateways.texts
    assert isinstance(gateway, MemoryGateway)
    assert any("Zephirine" in text.body for text in gateway.sent), "it went through the doors"
    assert any(one.asked_by_sealed for one in referrals(places)), "a relative's name was kept"
    assert "/inbox" in places.said["locations"]
    assert places.leaks() == set()


def referrals(places: Places) -> list[Referral]:
    with places.rt.store.reading() as session:
        return list(session.exec(select(Referral)).all())


def test_the_canary_sings(places: Places, cast: Cast) -> None:
    """The control: a word in any of these places is found."""
    assert places.leaks() == set()
    logging.getLogger("sas.hooks").info(
        "webhook_refused", extra={"from_number": "+33 6 39 98 42 17"}
    )
    places.redis.hset("rq:job:1", "data", json.dumps(["turn", PLANTED["ornithorynque"]]))
    places.keep("problem", '{"detail": "Zephirine"}')
    cast.service()
    lea = cast.lea()
    cast.change(lea.referral, say_from_sealed=b"Zibeline")
    found = places.leaks()
    assert {
        ("logs", "639984217"),
        ("redis", "ornithorynque"),
        ("problem", "zephirine"),
        ("table referral", "zibeline"),
    } <= found


# --- the doors


def refer_by_software(places: Places, app: Flask, cast: Cast) -> Person:
    """The API, with all it can hold."""
    given = {
        "first_name": PLANTED["zephirine"],
        "phone": PHONE,
        "informed": True,
        "birth_year": 2006,
        "say_from": PLANTED["zibeline"],
        "reason": PLANTED["quincaillerie"],
        "note": PLANTED["hippocampe"],
        "reference": PLANTED["perlimpinpin"],
        "trusted_adult": {"name": PLANTED["anaconda"], "phone": THIRD},
        "whatsapp_agreed": False,
    }
    headers = {**KEY, "Idempotency-Key": "once"}
    answer = app.test_client().post("/api/v1/referrals", json=given, headers=headers)
    assert answer.status_code == 201
    places.keep("api", answer.text)
    made = json.loads(answer.text)["id"]
    progress = app.test_client().get(f"/api/v1/referrals/{made}", headers=KEY)
    places.keep("api", progress.text)
    with places.rt.store.reading() as session:
        referral = session.get_one(Referral, made)
        conversation = session.get_one(Conversation, referral.conversation_id)
    lea = cast.lea()  # a file beside hers; its rows are her neighbours
    found = Person(lea.youth, lea.address, conversation, referral)
    _let_pass(places, cast, 3)
    return found


def refer_by_form(places: Places, app: Flask) -> None:
    """The form, by somebody nobody knows."""
    form = app.test_client()
    typed = {
        **hidden(form.get("/orienter")),
        **TYPED,
        "email": PLANTED["quetzal"],
        "name": PLANTED["anaconda"],
        "first_name": PLANTED["zephirine"],
        "phone": OTHER,
        "second_way": PLANTED["quetzal"],
        "reason": PLANTED["quincaillerie"],
    }
    del typed["name"]
    assert form.post("/orienter", data={**typed, "name": "Mme Blanc"}).status_code in (200, 303)
    relative = {
        **typed, **hidden(form.get("/orienter")), "kind": "PROCHE", "name": PLANTED["tarentule"],
        "organisation": PLANTED["tarentule"], "email": "tarentule@exemple.fr", "keep": "",
        "phone": "06 39 98 42 20",
    }  # fmt: skip
    assert form.post("/orienter", data=relative).status_code == 200
    wrong = {**typed, "name": "Mme Blanc", "phone": "06 39 98 42 1"}
    assert form.post("/orienter", data=wrong).status_code == 422


def she_writes(places: Places, app: Flask, person: Person) -> None:
    """The carrier's webhooks, then the turn by the worker's own job."""
    fields = [("MessageSid", "SM1"), ("From", PHONE), ("To", SMS_SENDER)]
    assert post(app, INBOUND, [*fields, ("Body", PLANTED["ornithorynque"])]).status_code == 204
    assert post(app, VOICE, [("CallSid", "CA1"), ("From", PHONE), ("To", SMS_SENDER)])
    stranger = [("MessageSid", "SM2"), ("From", THIRD), ("To", SMS_SENDER)]
    assert post(app, INBOUND, [*stranger, ("Body", PLANTED["turquoise"])]).status_code == 204
    places.rt.broker.flush()
    jobs.take_turn(places.rt, person.conversation.id)


def a_human_answers(app: Flask, cast: Cast, person: Person) -> FlaskClient:
    """Takes, writes, notes, recognises, and once more with nothing in it."""
    karim = signed_in(app, cast.karim())
    assert press(karim, person, "take").status_code == 303
    assert press(karim, person, "send", body=PLANTED["turquoise"], confirm="1").status_code == 303
    assert press(karim, person, "note", note=PLANTED["sarbacane"]).status_code == 303
    assert press(karim, person, "recognise").status_code == 303
    assert press(karim, person, "number", number="06 39 98 42 1").status_code == 422
    found = karim.post("/inbox/recherche", data={"csrf_token": token(karim), "q": "Zephirine"})
    assert found.status_code in (200, 303)
    return karim


def a_relay(places: Places, app: Flask, cast: Cast, karim: FlaskClient, person: Person) -> None:
    """The packet and the structure's answer."""
    wish = {"service": cast.service().id, "fields": ["phone", "need"]}
    done = press(karim, person, "relay", need=PLANTED["vermillon"], **wish)
    assert done.status_code == 303
    with places.rt.store.reading() as session:
        relay = session.exec(select(Relay)).one()
    said = press(karim, person, "consent", relay=relay.id, agrees="yes", words=PLANTED["mirabelle"])
    assert said.status_code == 303
    _let_pass(places, cast, 0)
    assert relay.token_sealed is not None
    secret = places.rt.store.vault.common.open(relay.token_sealed, f"{relay.id}.token")
    page = app.test_client()
    shown = page.get(f"/relais/{secret}")
    assert PLANTED["zephirine"] in shown.text
    csrf = re.search(r'name="csrf_token" value="([^"]+)"', shown.text)
    assert csrf is not None
    answer = {"csrf_token": csrf[1], "says": "expected", "person": PLANTED["perlimpinpin"]}
    day = {"day": "2026-03-20", "hour": "10:00"}
    assert page.post(f"/relais/{secret}", data={**answer, **day}).status_code in (200, 303)


def bad_input(places: Places, app: Flask) -> None:
    """Refusals never repeat what was sent."""
    web = app.test_client()
    door = "/api/v1/referrals"
    wrong: list[Any] = [
        {"first_name": PLANTED["zephirine"], "phone": "0639984217 9", "informed": "peut-être"},
        {"first_name": PLANTED["zephirine"] * 9, "phone": PHONE, "autre": PLANTED["quetzal"]},
        {"first_name": 7, "phone": [PHONE], "informed": True, "say_from": "Zibeline du SPIP"},
        [PLANTED["zephirine"]],
        PLANTED["hippocampe"],
    ]
    for body in wrong:
        answer = web.post(door, json=body, headers=KEY)
        assert answer.status_code in (400, 422)
        places.keep("problem", answer.text)
    broken = web.post(door, data='{"first_name": "Zephirine', headers=KEY)
    places.keep("problem", broken.text + web.post(door, json=wrong[0]).text)
    replay = {"first_name": PLANTED["zephirine"], "phone": OTHER, "informed": True}
    headers = {**KEY, "Idempotency-Key": "once"}
    places.keep("problem", web.post(door, json=replay, headers=headers).text)
    for path in (f"/suivi/{PLANTED['zephirine']}", f"/relais/{PHONE}"):
        places.keep("errors", web.get(path).text)
    forged = [("Body", PLANTED["ornithorynque"]), ("From", PHONE)]
    refused = post(app, INBOUND, forged, **{"X-Twilio-Signature": "forged"})
    places.keep("errors", refused.text)
    login = {"email": PLANTED["quetzal"], "password": PLANTED["sarbacane"], "code": "123456"}
    assert web.post("/connexion", data=login).status_code == 400  # no token


def what_goes_wrong(places: Places, app: Flask, cast: Cast, person: Person) -> None:
    """A carrier that refuses her number, and an act that is refused."""
    gateway = places.rt.gateways.texts
    assert isinstance(gateway, MemoryGateway)
    karim = cast.karim().id
    gateway.fail_next(SendError(ErrorKind.BAD_NUMBER, permanent=True, code=21211))
    conversations.reply(
        places.rt.store, person.conversation.id, karim, PLANTED["turquoise"], confirm=True
    )
    _let_pass(places, cast, 0)
    with pytest.raises(NotAllowed):
        conversations.reply(places.rt.store, person.conversation.id, karim, " ")


def _let_pass(places: Places, cast: Cast, hours: float) -> None:
    """SAS time passes; the clock fires what is due and sends it."""
    cast.store.clock.advance(timedelta(hours=hours))  # type: ignore[attr-defined]
    clockwork.tick(places.rt)
    with places.rt.store.reading() as session:
        waiting = session.exec(select(Message.id).where(Message.state == "queued")).all()
    for message_id in waiting:
        jobs.deliver(places.rt, message_id)
