"""The judge itself: the provider's description is read, and a wrong answer would be noticed."""

from __future__ import annotations

from pathlib import Path

import pytest
from openapi_core.exceptions import OpenAPIError

from tests.carrier import Carried
from tests.judge import FOLDER, Judge

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the provider's description is not beside the project"
)


def test_calls_and_answers_of_the_official_client_are_judged(tmp_path: Path) -> None:
    judge = Judge()
    with Carried(tmp_path, judge=judge) as carried:
        sent = carried.send()
        carried.gateway.fetch(sent.provider_id)
    judge.verdict()
    assert [(asked.method, answered.status_code) for asked, answered in judge.exchanges] == [
        ("post", 201),
        ("get", 200),
    ]


def test_a_wrong_answer_is_noticed(tmp_path: Path) -> None:
    judge = Judge()
    with Carried(tmp_path, judge=judge) as carried:
        carried.send()
    answered = judge.exchanges[0][1]
    answered.data = answered.data.replace(b'"num_segments":"1"', b'"num_segments":1')
    with pytest.raises(OpenAPIError):
        judge.verdict()


def test_a_wrong_call_is_noticed(tmp_path: Path) -> None:
    judge = Judge()
    with Carried(tmp_path, judge=judge) as carried:
        carried.send()
    judge.exchanges[0][0].path = "/2010-04-01/Accounts/nobody/Messages.json"
    with pytest.raises(OpenAPIError):
        judge.verdict()
