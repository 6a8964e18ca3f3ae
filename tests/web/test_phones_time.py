"""The door by which the phone page moves the time: signed, and in the demo only."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import MovableClock
from bot.store import Store
from tests.web.runtime import runtime_of, web_of
from tests.web.test_hooks import post

DOOR = "/demo/horloge"


@pytest.fixture
def demo(store: Store, tmp_path: Path) -> Store:
    store.settings = replace(store.settings, demo=True)
    store.clock = MovableClock(tmp_path / "clock")
    return store


def test_the_carrier_moves_the_time(demo: Store) -> None:
    before = demo.clock.now()
    answer = post(web_of(runtime_of(demo)), DOOR, [("By", "1d")])
    assert answer.status_code == 200
    assert timedelta(hours=23) < demo.clock.now() - before < timedelta(hours=25)


@pytest.mark.parametrize(
    ("by", "said"), [("next", "Rien n'est prévu"), ("soon", "dites une durée"), ("", "une durée")]
)
def test_what_cannot_be_is_said(demo: Store, by: str, said: str) -> None:
    answer = post(web_of(runtime_of(demo)), DOOR, [("By", by)])
    assert answer.status_code == 409
    assert said in answer.json["error"]


def test_nobody_else_moves_it(demo: Store) -> None:
    app = web_of(runtime_of(demo))
    wrong = {"X-Twilio-Signature": "wrong"}
    assert post(app, DOOR, [("By", "1d")], **wrong).status_code == 403


def test_outside_the_demo_there_is_no_such_door(store: Store) -> None:
    assert post(web_of(runtime_of(store)), DOOR, [("By", "1d")]).status_code == 404
