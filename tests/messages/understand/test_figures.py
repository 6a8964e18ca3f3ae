"""The figures of docs/understanding.md hold, and the two line commands answer every line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from flows.reading import Intent, Safety
from messages.understand import scan, segment_lines, understand_lines
from messages.understand.evaluate import DATA, Score, judge, load, percentile, understood

GIVEN = Path(__file__).parents[4] / "shared" / "data" / "replies_dev.jsonl"


def _hold(score: Score) -> None:
    assert score.stops_missed <= 0.05 * score.stops
    assert score.stops_forbidden == 0
    assert score.emergencies_missed <= 0.03 * score.emergencies
    assert score.false_alerts <= 0.04 * score.harmless
    assert score.numbers_wrong == 0
    assert score.exact >= 0.78 * score.rows
    assert score.macro_f1() >= 0.88
    assert percentile(score.times, 0.95) < 0.010


def test_the_pass_marks_hold_on_the_locked_part() -> None:
    _hold(judge(load(DATA / "replies_test.jsonl")))


def test_the_pass_marks_hold_on_the_given_sample() -> None:
    if not GIVEN.exists():
        pytest.skip("../shared/data/replies_dev.jsonl is not on this machine")
    _hold(judge(load(GIVEN)))


def test_the_two_parts_share_no_reply() -> None:
    parts = [
        {(r["text"].strip().lower(), r["asked"]) for r in load(DATA / f"replies_{p}.jsonl")}
        for p in ("dev", "test")
    ]
    assert not parts[0] & parts[1]


@pytest.mark.parametrize(("part", "every"), [("dev", 5), ("test", 1)])
def test_the_reflex_and_the_reading_agree_on_stop_and_danger(part: str, every: int) -> None:
    for row in load(DATA / f"replies_{part}.jsonl")[::every]:
        seen, reading = scan(row["text"]), understood(row)
        assert seen.stop == (Intent.STOP in reading.intents), row["text"]
        emergency = reading.safety is Safety.EMERGENCY
        assert (seen.safety is Safety.EMERGENCY) == emergency, row["text"]


def test_every_line_is_answered_and_a_bad_one_is_told_apart() -> None:
    lines = [
        '{"id":"a","text":"oui","asked":"first_contact"}',
        "{",
        '{"id":"b"}',
        '{"id":"c","text":"1","asked":"menu4"}',
    ]
    out = list(understand_lines(lines))
    assert [line.error for line in out] == [False, True, True, False]
    assert json.loads(out[3].text) == {
        "id": "c",
        "intents": ["choice"],
        "safety": "none",
        "choice_values": [1],
    }
    assert json.loads(out[2].text)["id"] == "b" and "text" in json.loads(out[2].text)["error"]


def test_segments_are_those_of_the_text_as_given() -> None:
    (line,) = segment_lines(['{"id":"a","text":"C’est"}'])
    assert json.loads(line.text) == {"id": "a", "encoding": "UCS-2", "segments": 1, "units": 5}


def test_importing_is_quick() -> None:
    code = (
        "import time;t=time.process_time();import messages.understand;print(time.process_time()-t)"
    )
    took = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(took.stdout) < 0.5
