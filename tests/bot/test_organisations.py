"""`flask sas organisation`: one number a month, and one clear line for what is wrong."""

from __future__ import annotations

import json

import pytest

from bot.store import Store
from tests.bot.test_commands import Say, env, last, say
from tests.cast import Cast

__all__ = ["env", "say"]  # the fixtures


def test_the_exits_of_a_month_are_kept_and_shown(say: Say, cast: Cast) -> None:
    home = cast.mme_roux().organisation_id
    assert say("clock", "set", "2026-03-10T10:00:00+01:00").exit_code == 0
    words = ("organisation", "exits", home, "--month", "2026-02")
    made = json.loads(last(say(*words, "--number", "14", "--source", "Tableau de suivi")))
    assert made["exits"] == [{"month": "2026-02", "number": 14, "source": "Tableau de suivi"}]
    assert "kind" not in made
    assert json.loads(last(say("organisation", "show"))) == made


@pytest.mark.parametrize(
    ("month", "number", "said"),
    [("février", "14", "--month: say a month"), ("2020-01", "14", "last 12 months"),
     ("2026-02", "peu", "--number: say a whole number")],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(
    say: Say, cast: Cast, month: str, number: str, said: str
) -> None:
    home = cast.mme_roux().organisation_id
    assert say("clock", "set", "2026-03-10T10:00:00+01:00").exit_code == 0
    words = ("organisation", "exits", home, "--month", month, "--number", number, "--source", "x")
    answer = say(*words)
    assert answer.exit_code == 1 and said in answer.stderr


def test_an_unknown_organisation_is_said(say: Say, store: Store) -> None:
    words = ("--month", "2026-02", "--number", "1", "--source", "x")
    answer = say("organisation", "exits", "nothing", *words)
    assert answer.exit_code == 1 and "No such organisation" in answer.stderr
