"""The control API: phones, words of refusal, the time."""

from __future__ import annotations

import pytest
import requests

from tests.carrier import LEA, Carried


@pytest.mark.parametrize("number", ["+33639980001", "06 39 98 00 01", "+33 6 39 98 00 01"])
def test_a_phone_in_the_fiction_range_is_added(carried: Carried, number: str) -> None:
    assert carried.post("/phones", number=number)["number"] == LEA


@pytest.mark.parametrize("number", ["+33612345678", "0639970001", "", "+336399800012"])
def test_a_real_number_is_never_added(carried: Carried, number: str) -> None:
    answer = carried.post("/phones", number=number)
    assert (answer["status"], "fiction" in answer["error"]) == (422, True)


def test_a_text_to_a_new_number_makes_its_phone_appear(carried: Carried) -> None:
    carried.send(to="+33639980042")
    assert [p["number"] for p in carried.get("/state")["phones"]] == ["+33639980042"]


def test_a_new_phone_takes_the_name_it_is_greeted_by(carried: Carried) -> None:
    carried.send("Bonjour Sam. Karim, de SAS", to="+33639980042")
    carried.send("Bonjour Max. C'est encore nous", to="+33639980042")
    assert [p["name"] for p in carried.get("/state")["phones"]] == ["Sam"]


def test_the_state_is_short_when_nothing_moved(carried: Carried) -> None:
    version = carried.get("/state")["version"]
    assert carried.get(f"/state?since={version}")["unchanged"]
    carried.phone()
    assert "phones" in carried.get(f"/state?since={version}")


def test_a_form_of_another_site_is_refused(carried: Carried) -> None:
    answer = requests.post(f"{carried.url}/sim/forget", data={"a": "b"}, timeout=5)
    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/phones/j9/texts", {"body": "oui"}, 404),
        ("/phones/j1/texts", {"body": ""}, 422),
        ("/phones/j1/texts", {"body": "oui", "channel": "pigeon"}, 422),
        ("/phones/j1/texts", {"media": "film"}, 422),
        ("/phones/j1/texts", {"media": [{"content_type": "image/png"}]}, 422),
        ("/phones/j1/texts", {"button": {"title": "1"}}, 422),
        ("/phones/j1/faults", {"fault": "rain"}, 422),
        ("/phones/j1/faults", {"fault": "slow", "value": "long"}, 422),
        ("/outage", {"seconds": "long"}, 422),
        ("/clock", {"by": "soon"}, 409),
    ],
)
def test_a_wrong_wish_is_refused_in_words(
    carried: Carried, path: str, body: dict[str, object], status: int
) -> None:
    carried.phone()
    answer = carried.post(path, **body)
    assert (answer["status"], bool(answer["error"])) == (status, True)


def test_the_time_is_moved_by_the_command_of_sas(carried: Carried) -> None:
    for by in ("1h", "1d", "next"):
        assert carried.post("/clock", by=by)["now"]
    assert carried.jumps == ["1h", "1d", "next"]


def test_every_answer_of_the_page_forbids_scripts_from_elsewhere(carried: Carried) -> None:
    answer = requests.get(carried.url, timeout=5)
    assert answer.status_code == 200
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "<script>" not in answer.text
    assert "style=" not in answer.text
