"""Every switch of the carrier does what its words say."""

from __future__ import annotations

import pytest

from bot.clock import monotonic
from bot.gateways import ErrorKind, SendError
from bot.simulator.faults import EXPLAINED, Fault
from tests.carrier import LEA, SENDER, Carried, eventually


def refused(carried: Carried) -> SendError:
    with pytest.raises(SendError) as found:
        carried.send()
    return found.value


def test_every_fault_is_explained() -> None:
    assert set(EXPLAINED) == set(Fault)


@pytest.mark.parametrize(
    ("fault", "kind", "code"),
    [
        ("rate_limited", ErrorKind.RATE, 20429),
        ("server_error", ErrorKind.OUTAGE, 20500),
        ("invalid_number", ErrorKind.BAD_NUMBER, 21211),
        ("landline", ErrorKind.BAD_NUMBER, 21614),
        ("opted_out", ErrorKind.OPT_OUT, 21610),
    ],
)
def test_a_refusal_accepts_nothing(
    carried: Carried, fault: str, kind: ErrorKind, code: int
) -> None:
    carried.fault(fault)
    error = refused(carried)
    assert (error.kind, error.code, error.uncertain) == (kind, code, False)
    assert carried.accepted() == []


def test_a_rate_limit_says_how_long(carried: Carried) -> None:
    carried.fault("rate_limited", value=7)
    assert refused(carried).retry_after == 7


@pytest.mark.parametrize(
    ("fault", "accepted"), [("cut_before", 0), ("bad_gateway", 0), ("cut_after", 1)]
)
def test_a_cut_is_uncertain_whatever_was_accepted(
    carried: Carried, fault: str, accepted: int
) -> None:
    carried.fault(fault)
    assert refused(carried).uncertain
    assert len(carried.accepted()) == accepted


def test_a_silence_after_accepting_is_uncertain(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Carried(tmp_path_factory.mktemp("hang"), timeout=0.3) as carried:
        carried.fault("hang_after", value=30)
        assert refused(carried).uncertain
        assert len(carried.accepted()) == 1


def test_slow_is_only_slow(carried: Carried) -> None:
    carried.fault("slow", value=0.3)
    before = monotonic()
    carried.send()
    assert monotonic() - before >= 0.3


def test_an_outage_refuses_connections_then_ends(carried: Carried) -> None:
    carried.send()
    carried.post("/outage", seconds=1)
    # A request caught at the very moment is cut; from then on connections are refused.
    eventually(lambda: (error := _try(carried)) is not None and error.kind is ErrorKind.OUTAGE)
    eventually(lambda: _try(carried) is None)


def _try(carried: Carried) -> SendError | None:
    try:
        carried.send()
    except SendError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("fault", "status", "code"),
    [
        ("unknown_number", "undelivered", 30005),
        ("phone_off", "undelivered", 30003),
        ("undelivered", "undelivered", 30008),
    ],
)
def test_a_text_is_accepted_but_never_arrives(
    carried: Carried, fault: str, status: str, code: int
) -> None:
    carried.fault(fault)
    sent = carried.send()
    carried.settled()
    found = carried.gateway.fetch(sent.provider_id)
    assert (found.status, found.error_code) == (status, code)
    last = carried.web.posts[-1].fields
    assert (last["MessageStatus"], last["ErrorCode"]) == (status, str(code))


@pytest.mark.parametrize(("fault", "code"), [("no_whatsapp", 63024), ("window_closed", 63016)])
def test_whatsapp_fails_where_sms_passes(carried: Carried, fault: str, code: int) -> None:
    key = carried.phone()
    carried.write("salut", "whatsapp", key)
    carried.fault(fault, key)
    whatsapp, sms = carried.send(channel="whatsapp"), carried.send()
    carried.settled()
    assert carried.gateway.fetch(whatsapp.provider_id).error_code == code
    assert carried.gateway.fetch(sms.provider_id).status == "delivered"


def test_any_code_can_be_played(carried: Carried) -> None:
    carried.fault("refused_with", value=21408, times=1)
    assert refused(carried).code == 21408
    carried.fault("failed_with", value=63018, times=1)
    sent = carried.send()
    carried.settled()
    assert carried.gateway.fetch(sent.provider_id).error_code == 63018


def test_a_fault_of_one_youth_spares_the_others(carried: Carried) -> None:
    carried.fault("server_error", carried.phone())
    assert refused(carried).kind is ErrorKind.OUTAGE
    carried.send(to="+33639980002")


def test_a_fault_may_strike_a_number_of_times(carried: Carried) -> None:
    carried.fault("server_error", times=2)
    assert [_try(carried) is None for _ in range(3)] == [False, False, True]


def test_faults_are_cleared_at_once(carried: Carried) -> None:
    carried.fault("server_error")
    carried.fault("none")
    assert carried.get("/state")["faults"] == {}


def test_webhooks_come_twice(carried: Carried) -> None:
    key = carried.phone()
    carried.fault("duplicated", key, value=3)
    sid = carried.write("oui", key=key)["sid"]
    carried.settled()
    assert [fields["MessageSid"] for fields in carried.web.inbound()] == [sid] * 3


def test_statuses_come_in_the_opposite_order(carried: Carried) -> None:
    carried.fault("shuffled")
    carried.send()
    carried.settled()
    assert carried.web.statuses() == ["delivered", "sent", "sending", "queued"]


def test_the_second_text_overtakes_the_first(carried: Carried) -> None:
    key = carried.phone()
    carried.fault("shuffled", key)
    carried.write("un", key=key)
    carried.write("deux", key=key)
    carried.settled()
    assert [fields["Body"] for fields in carried.web.inbound()] == ["deux", "un"]


def test_statuses_are_lost(carried: Carried) -> None:
    carried.fault("statuses_lost")
    carried.send()
    carried.settled()
    assert carried.web.posts == []


def test_a_lost_text_stays_in_the_list(carried: Carried) -> None:
    key = carried.phone()
    carried.fault("inbound_lost", key)
    carried.write("oui", key=key)
    carried.settled()
    assert carried.web.inbound() == []
    since = carried.carrier.texts[next(iter(carried.carrier.texts))].created
    found = carried.gateway.inbound_since(SENDER, "sms", since)
    assert [(text.body, text.sender) for text in found] == [("oui", LEA)]
