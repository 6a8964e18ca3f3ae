"""The last gate as a table: PRODUCT section 4, in its order, three verdicts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.calendar import public_holidays
from bot.outbox.gate import decide
from bot.outbox.known import Known
from bot.outbox.verdict import Later, Pass, Refused, Verdict, Way, Why
from flows.hours import Hours

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)  # Tuesday 10:00 in Paris
HOURS = Hours(zone=ZoneInfo("Europe/Paris"), holidays=public_holidays("", 2026))
STARTED = Known(now=NOW, hours=HOURS, author="bot", kind="started", not_before=NOW)
AGO = {n: NOW - timedelta(hours=n) for n in (1, 2, 23, 25, 48)}

BOT: dict[str, Any] = {"author": "bot", "kind": "answer"}
HUMAN: dict[str, Any] = {"author": "aiguilleur", "kind": "answer", "speaker": "human"}
SYSTEM: dict[str, Any] = {"author": "system", "kind": "answer", "last_inbound_at": AGO[1]}
DANGER: dict[str, Any] = {"author": "system", "kind": "safety", "key": "system.danger.suicide"}
STOP: dict[str, Any] = {"author": "system", "kind": "safety", "key": "system.stop"}
MAIL: dict[str, Any] = {"recipient": "prescriber", "channel": "mail", "kind": "news"}
GONE = Refused


def paris(day: int, hour: int, minute: int = 0) -> datetime:
    """An instant of March 2026 in Paris."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZoneInfo("Europe/Paris"))


CASES: list[tuple[str, dict[str, Any], Verdict]] = [
    ("an ordinary first text", {}, Pass()),
    # erased
    ("nothing passes erased", {"erased": True}, GONE(Why.ERASED)),
    ("not even danger", {**DANGER, "erased": True}, GONE(Why.ERASED)),
    ("not even a human", {**HUMAN, "erased": True}, GONE(Why.ERASED)),
    ("not even news", {**MAIL, "erased": True}, GONE(Why.ERASED)),
    ("after a death no machine speaks", {**DANGER, "deceased": True}, GONE(Why.DECEASED)),
    ("nor an aiguilleur", {**HUMAN, "deceased": True}, GONE(Why.DECEASED)),
    ("the lead alone", {**HUMAN, "deceased": True, "author_leads": True}, Pass()),
    # opted out
    ("a stop ends what we start", {"opted_out_at": AGO[2]}, GONE(Why.OPTED_OUT)),
    ("its confirmation passes", {**STOP, "opted_out_at": AGO[1], "speaker": "nobody"}, Pass()),
    ("danger passes", {**DANGER, "opted_out_at": AGO[2]}, Pass()),
    ("another SYSTEM text does not", {**SYSTEM, "opted_out_at": AGO[2]}, GONE(Why.OPTED_OUT)),
    ("a human neither", {**HUMAN, "opted_out_at": AGO[2]}, GONE(Why.OPTED_OUT)),
    (
        "unless she wrote again, for 24 hours",
        {**HUMAN, "opted_out_at": AGO[48], "last_inbound_at": AGO[23]},
        Pass(),
    ),
    (
        "and no longer",
        {**HUMAN, "opted_out_at": AGO[48], "last_inbound_at": AGO[25]},
        GONE(Why.OPTED_OUT),
    ),
    (
        "the stop itself is not writing again",
        {**HUMAN, "opted_out_at": AGO[1], "last_inbound_at": AGO[1]},
        GONE(Why.OPTED_OUT),
    ),
    ("news to the prescriber goes on", {**MAIL, "opted_out_at": AGO[2]}, Pass()),
    # speaker
    ("the bot never over a human", {**BOT, "speaker": "human"}, GONE(Why.SPEAKER)),
    ("nor when nobody has the word", {**BOT, "speaker": "nobody"}, GONE(Why.SPEAKER)),
    ("SYSTEM passes the speaker", {**SYSTEM, "speaker": "human"}, Pass()),
    ("a human passes it", HUMAN | {"speaker": "bot", "last_inbound_at": AGO[1]}, Pass()),
    ("questions to structures go on", {**MAIL, "speaker": "human"}, Pass()),
    # legal basis and pause
    ("not told, nothing is sent", {"informed": False}, GONE(Why.LEGAL_BASIS)),
    ("she wrote first", {"informed": False, "last_inbound_at": AGO[48]}, Pass()),
    ("paused", {"paused_until": NOW + timedelta(days=3)}, GONE(Why.PAUSED)),
    ("a pause that is over", {"paused_until": AGO[1]}, Pass()),
    ("danger passes a pause", {**DANGER, "paused_until": NOW + timedelta(days=3)}, Pass()),
    # overtaken
    ("something arrived since", {"overtaken": True}, GONE(Why.OVERTAKEN)),
    ("a human decides for herself", {**HUMAN, "overtaken": True, "last_inbound_at": NOW}, Pass()),
    # quiet hours
    ("Sunday", {"now": paris(15, 11)}, Later(paris(16, 9), Why.QUIET_HOURS)),
    ("before nine", {"now": paris(11, 8, 59)}, Later(paris(11, 9), Why.QUIET_HOURS)),
    ("at nine", {"now": paris(11, 9)}, Pass()),
    ("at eight in the evening", {"now": paris(11, 20)}, Later(paris(12, 9), Why.QUIET_HOURS)),
    (
        "a public holiday",
        {"now": datetime(2026, 5, 1, 10, 0, tzinfo=UTC)},
        Later(datetime(2026, 5, 2, 7, 0, tzinfo=UTC), Why.QUIET_HOURS),
    ),
    ("an answer at night", {**BOT, "now": paris(11, 23)}, Pass()),
    ("safety on Sunday night", {**DANGER, "now": paris(15, 3)}, Pass()),
    ("a human answers at night", HUMAN | {"now": paris(10, 21), "last_inbound_at": NOW}, Pass()),
    (
        "a human starts in the morning",
        HUMAN | {"now": paris(11, 22), "last_inbound_at": AGO[25]},
        Later(paris(12, 9), Why.QUIET_HOURS),
    ),
    ("asked for: 8 o'clock on Sunday", {"kind": "asked", "now": paris(15, 8)}, Pass()),
    (
        "asked for: too early",
        {"kind": "asked", "now": paris(15, 7)},
        Later(paris(15, 8), Why.QUIET_HOURS),
    ),
    (
        "asked for: too late",
        {"kind": "asked", "now": paris(14, 21)},
        Later(paris(15, 8), Why.QUIET_HOURS),
    ),
    ("what may be dropped is", {"now": paris(15, 11), "late": "drop"}, GONE(Why.LATE)),
    (
        "late by an outage",
        {"now": paris(11, 14), "late": "drop", "not_before": paris(11, 10)},
        GONE(Why.LATE),
    ),
    ("a structure's mail on Sunday", {**MAIL, "now": paris(15, 3)}, Pass()),
    # cap
    ("one a day", {"starts": (AGO[1],)}, Later(paris(11, 9), Why.CAP)),
    ("yesterday's does not count", {"starts": (AGO[23],)}, Pass()),
    (
        "three in seven days",
        {"starts": tuple(NOW - timedelta(days=d) for d in (2, 4, 6))},
        Later(NOW + timedelta(days=1), Why.CAP),
    ),
    ("what she asked for is outside", {"kind": "asked", "starts": (AGO[1],)}, Pass()),
    ("a human's act is outside", {"kind": "human_act", "starts": (AGO[1],)}, Pass()),
    ("answers are outside", {**BOT, "starts": (AGO[1],)}, Pass()),
    # loop guard
    ("never the same twice in a row", {"same_as_last": True}, GONE(Why.LOOP_GUARD)),
    ("four unanswered", {"unanswered": 4}, Pass()),
    ("five unanswered", {"unanswered": 5}, GONE(Why.LOOP_GUARD)),
    ("six in ten minutes", {**BOT, "automatic": (NOW,) * 6}, GONE(Why.LOOP_GUARD)),
    ("twelve in a day", {**BOT, "automatic": (AGO[2],) * 12}, GONE(Why.LOOP_GUARD)),
    ("eleven in a day", {**BOT, "automatic": (AGO[2],) * 11}, Pass()),
    ("SYSTEM passes the bot's count", {**STOP, "automatic": (NOW,) * 12}, Pass()),
    ("once per cause", {**SYSTEM, "said_for_cause": True}, GONE(Why.REPEATED)),
    ("SYSTEM has its own count", {**SYSTEM, "system_texts": (NOW,) * 6}, GONE(Why.LOOP_GUARD)),
    (
        "a danger line again too soon",
        {**DANGER, "last_same_key": NOW - timedelta(minutes=29)},
        GONE(Why.REPEATED),
    ),
    (
        "a danger line after half an hour",
        {**DANGER, "last_same_key": NOW - timedelta(minutes=30)},
        Pass(),
    ),
    (
        "'it has arrived' once a day",
        {**SYSTEM, "key": "system.arrived", "last_same_key": AGO[23]},
        GONE(Why.REPEATED),
    ),
    ("a human passes the loop guard", {**HUMAN, "unanswered": 9, "last_inbound_at": NOW}, Pass()),
    # address
    ("a dead number", {"address_state": "dead"}, GONE(Why.DEAD_ADDRESS)),
    ("no address at all", {"address_state": "missing"}, GONE(Why.DEAD_ADDRESS)),
    ("a retired one", {"retired": True}, GONE(Why.DEAD_ADDRESS)),
    ("somebody else's", {"address_state": "someone_else"}, GONE(Why.NOT_HERS)),
    ("the apology", {**SYSTEM, "address_state": "someone_else"}, Pass()),
    ("a second name", {"number_in_doubt": True}, Later(paris(10, 11), Why.NUMBER_IN_DOUBT)),
    (
        "a second name, and it would be late",
        {"number_in_doubt": True, "late": "drop"},
        GONE(Why.LATE),
    ),
    ("she says when to write", {"address_state": "she_writes"}, GONE(Why.SHE_WRITES)),
    ("a human may", {**HUMAN, "address_state": "she_writes", "last_inbound_at": NOW}, Pass()),
    ("doubtful is tried", {"address_state": "doubtful"}, Pass()),
    ("a dead mailbox", {**MAIL, "address_state": "dead"}, GONE(Why.DEAD_ADDRESS)),
    # window and sender
    (
        "WhatsApp within 24 hours",
        {"channel": "whatsapp", "whatsapp_allowed": True, "whatsapp_at": AGO[23]},
        Pass(),
    ),
    (
        "outside: a template",
        {"channel": "whatsapp", "whatsapp_allowed": True, "has_template": True},
        Pass(Way.TEMPLATE, Why.WINDOW),
    ),
    (
        "else SMS",
        {"channel": "whatsapp", "whatsapp_allowed": True, "whatsapp_at": AGO[25]},
        Pass(Way.SMS, Why.WINDOW),
    ),
    (
        "else held",
        {
            "channel": "whatsapp",
            "whatsapp_allowed": True,
            "whatsapp_at": AGO[25],
            "textable": False,
        },
        Pass(Way.HELD, Why.WINDOW),
    ),
    ("no agreement: SMS", {"channel": "whatsapp"}, Pass(Way.SMS, Why.NO_WHATSAPP)),
    ("a landline", {"textable": False}, Pass(Way.HELD, Why.NOT_TEXTABLE)),
    ("a one-way sender", {"sms_two_way": False}, GONE(Why.SENDER)),
    ("which answers nothing", {**BOT, "sms_two_way": False}, Pass()),
    ("no SMS sender", {"sms_sender": False}, Pass(Way.HELD, Why.SENDER)),
    (
        "no carrier",
        {"sms_sender": False, "whatsapp_sender": False},
        Later(NOW + timedelta(minutes=1), Why.NO_CARRIER),
    ),
]


@pytest.mark.parametrize(("given", "verdict"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_verdict(given: dict[str, Any], verdict: Verdict) -> None:
    if "now" in given:
        given = {"not_before": given["now"], **given}
    assert decide(replace(STARTED, **given)) == verdict


ORDER: list[tuple[dict[str, Any], Why]] = [
    ({"erased": True}, Why.ERASED),
    ({"opted_out_at": AGO[2]}, Why.OPTED_OUT),
    ({"speaker": "human"}, Why.SPEAKER),
    ({"informed": False}, Why.LEGAL_BASIS),
    ({"overtaken": True}, Why.OVERTAKEN),
    ({"now": paris(15, 11)}, Why.QUIET_HOURS),
    ({"starts": (AGO[1], paris(15, 10))}, Why.CAP),
    ({"same_as_last": True}, Why.LOOP_GUARD),
    ({"address_state": "dead"}, Why.DEAD_ADDRESS),
    ({"sms_two_way": False}, Why.SENDER),
]


@pytest.mark.parametrize("first", range(len(ORDER)))
def test_the_checks_come_in_the_order_of_the_product(first: int) -> None:
    everything: dict[str, Any] = {}
    for given, _ in ORDER[first:]:
        everything |= given
    verdict = decide(replace(STARTED, **everything))
    assert isinstance(verdict, Refused | Later)
    assert verdict.why is ORDER[first][1]


@pytest.mark.parametrize("zone", ["America/Cayenne", "Indian/Reunion", "Pacific/Noumea"])
def test_quiet_hours_are_hers_overseas(zone: str) -> None:
    there = replace(HOURS, zone=ZoneInfo(zone))
    for hour in range(24):
        now = datetime(2026, 3, 10, hour, tzinfo=UTC)
        local = now.astimezone(there.zone)
        verdict = decide(replace(STARTED, hours=there, now=now, not_before=now))
        assert isinstance(verdict, Pass) == (9 <= local.hour < 20)


@pytest.mark.parametrize("day", [(2026, 3, 29), (2026, 10, 25)], ids=["spring", "autumn"])
def test_nothing_starts_outside_the_hours_on_clock_change_nights(day: tuple[int, int, int]) -> None:
    begin = datetime(*day, tzinfo=UTC) - timedelta(days=1)
    for quarter in range(4 * 72):
        now = begin + timedelta(minutes=15 * quarter)
        local = now.astimezone(HOURS.zone)
        verdict = decide(replace(STARTED, now=now, not_before=now))
        lawful = 9 <= local.hour < 20 and local.weekday() != 6
        assert isinstance(verdict, Pass) == lawful
        if isinstance(verdict, Later):
            then = verdict.until.astimezone(HOURS.zone)
            assert 9 <= then.hour < 20 and then.weekday() != 6
