"""A carrier that is killed and comes back remembers, and takes up what was under way."""

from __future__ import annotations

from pathlib import Path

from bot.simulator.journal import Journal
from tests.carrier import LEA, Carried


def test_everything_is_there_after_a_restart(tmp_path: Path) -> None:
    with Carried(tmp_path) as carried:
        key = carried.phone()
        carried.write("salut", "whatsapp", key, media="photo")
        carried.settled()
        carried.send("Bonjour", channel="whatsapp")
        carried.post(f"/phones/{key}/calls")
        carried.settled()
        before = carried.get(f"/phones/{LEA}")["items"]
    with Carried(tmp_path) as carried:
        carried.settled()
        after = carried.get(f"/phones/{LEA}")
    assert after["name"] == "Léa"
    assert [item["sid"] for item in after["items"]] == [item["sid"] for item in before]
    assert after["items"][1]["status"] == "read"
    assert after["items"][0]["media"] == before[0]["media"]


def test_a_text_under_way_goes_on(tmp_path: Path) -> None:
    with Carried(tmp_path, pace=60) as carried:
        sent = carried.send()
    with Carried(tmp_path) as carried:
        carried.settled()
        assert carried.gateway.fetch(sent.provider_id).status == "delivered"


def test_what_was_redacted_or_forgotten_stays_so(tmp_path: Path) -> None:
    with Carried(tmp_path) as carried:
        sent = carried.send("un secret")
        carried.gateway.delete_body(sent.provider_id)
    with Carried(tmp_path) as carried:
        assert carried.gateway.fetch(sent.provider_id).body == ""
        carried.post("/forget")
    with Carried(tmp_path) as carried:
        assert carried.get("/state")["phones"] == []


def test_a_line_cut_by_a_crash_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    journal = Journal(path)
    journal.write("accepted", sid="1")
    journal.close()
    with path.open("a") as file:
        file.write('{"kind": "acc')
    journal = Journal(path)
    journal.write("accepted", sid="2")
    assert [line["sid"] for line in journal.lines()] == ["1", "2"]
    journal.close()


def test_past_talks_are_kept_without_being_sent(tmp_path: Path) -> None:
    at = "2026-03-10T12:15:00+01:00"
    with Carried(tmp_path) as carried:
        texts = [
            {"sid": "SM1", "number": LEA, "name": "Léa", "body": "Bonjour Léa", "at": at},
            {"sid": "SM2", "number": LEA, "inbound": True, "body": "oui", "at": at},
        ]
        assert carried.post("/history", texts=texts)["count"] == 2
        assert carried.post("/history", texts=texts)["count"] == 0
        assert carried.post("/history", texts=[{"number": LEA}])["status"] == 422
        assert carried.post("/history", texts=["oui"])["status"] == 422
        carried.settled()
        assert carried.web.posts == []
    with Carried(tmp_path) as carried:
        items = carried.get(f"/phones/{LEA}")["items"]
        assert [(item["body"], item["shown_at"]) for item in items] == [
            ("Bonjour Léa", at),
            ("oui", at),
        ]
        assert carried.accepted() == []
