"""One table for every code of the carrier: complete, and each with something to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.gateways import ErrorKind
from bot.gateways.codes import CODES, UNKNOWN, Action, error_for, in_words, rule_for

THEIRS = Path(__file__).resolve().parents[4] / "shared" / "data" / "twilio_errors.json"
NEVER = ("never", "not", "no until", "n/a", "-", "Twilio side")


def test_there_are_59_codes() -> None:
    assert len(CODES) == 59


@pytest.mark.skipif(not THEIRS.is_file(), reason="the reference table is not beside the project")
def test_every_code_has_the_class_of_the_reference() -> None:
    reference = json.loads(THEIRS.read_text())
    assert {row["code"]: row["class"] for row in reference} == {
        code: rule.kind.value for code, rule in CODES.items()
    }


@pytest.mark.skipif(not THEIRS.is_file(), reason="the reference table is not beside the project")
def test_what_is_never_retried_there_is_never_retried_here() -> None:
    for row in json.loads(THEIRS.read_text()):
        never = row["retry"].startswith(NEVER)
        assert never is (CODES[row["code"]].retry == ()), row


@pytest.mark.skipif(not THEIRS.is_file(), reason="the reference table is not beside the project")
def test_the_words_are_ours() -> None:
    for row in json.loads(THEIRS.read_text()):
        assert CODES[row["code"]].meaning != row["meaning"]


@pytest.mark.parametrize(
    ("code", "action"),
    [
        (21610, Action.OPT_OUT),
        (63014, Action.OPT_OUT),
        (21211, Action.DEAD_ADDRESS),
        (21614, Action.DEAD_ADDRESS),
        (30005, Action.DEAD_ADDRESS),
        (30006, Action.DEAD_ADDRESS),
        (30003, Action.DOUBTFUL_ADDRESS),
        (63016, Action.TEMPLATE_OR_SMS),
        (63024, Action.SMS_INSTEAD),
        (20003, Action.STOP_SENDING),
        (30007, Action.ALERT_OPERATORS),
    ],
)
def test_the_facts_that_cost_others_outages(code: int, action: Action) -> None:
    assert rule_for(code).action is action


def test_a_code_we_do_not_know_goes_to_a_human() -> None:
    assert rule_for(99_999) is UNKNOWN
    assert UNKNOWN.action is Action.HUMAN
    assert error_for(99_999).permanent


def test_every_failure_can_be_told_in_french() -> None:
    for kind in ErrorKind:
        why, what = in_words(kind)
        assert why.endswith(".") and what.endswith(".")
    assert in_words(ErrorKind.BAD_NUMBER, 30005)[0] == "Ce numéro n'est plus attribué."
