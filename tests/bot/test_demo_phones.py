"""The demo's past on the phones of the simulator."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.demo.phones import show_on_phones
from bot.gateways.memory import MemoryGateway
from bot.store import Store
from tests.carrier import Carried
from tests.cast import LEA_PHONE, PROVIDER, Cast
from tests.web.runtime import runtime_of


def test_what_was_said_is_shown_once(store: Store, cast: Cast, tmp_path: Path) -> None:
    lea = cast.lea()
    cast.message(lea, "Bonjour Léa", state="accepted", provider_id="SM1", delivery=7)
    cast.wrote(lea, "oui")
    cast.message(lea, "pas encore parti")
    with Carried(tmp_path) as carried:
        provider = replace(PROVIDER, base_url=carried.url)
        store.settings = replace(store.settings, provider=provider)
        for _ in range(2):
            show_on_phones(runtime_of(store))
        phone = carried.get(f"/phones/{LEA_PHONE}")
        assert carried.web.posts == []
    assert phone["name"] == "Léa"
    assert [(item["inbound"], item["body"], item["status"]) for item in phone["items"]] == [
        (False, "Bonjour Léa", "delivered"),
        (True, "oui", "received"),
    ]


def test_without_a_simulator_nothing_is_done(store: Store) -> None:
    rt = runtime_of(store)
    assert isinstance(rt.gateways.texts, MemoryGateway)
    show_on_phones(rt)
    assert rt.gateways.texts.sent == []
