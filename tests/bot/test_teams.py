"""`flask sas team` and `structure`: a team is made ready by one command, and told what it lacks."""

from __future__ import annotations

import json

import pytest
from sqlmodel import select

from bot.models import Service, Team
from bot.presence import may_start
from bot.store import Store
from tests.bot.test_commands import Say, env, last, say

__all__ = ["env", "say"]  # the fixtures

PLAN = (
    "--plan-who", "Karim", "--plan-hours", "9 h - 17 h", "--plan-fallback", "Nadia",
    "--plan-caller", "Qui a lu",
)  # fmt: skip


@pytest.fixture
def arles(say: Say, store: Store) -> Team:
    """A team as its first aiguilleur makes it, in an installation that is no demo's."""
    last(say("aiguilleur", "add", "--name", "Karim", "--email", "k@sas.example", "--team", "Arles"))
    with store.transaction() as session:
        found = session.exec(select(Team)).one()
        found.danger_plan = {}
        session.add(found)
    return found


def test_one_command_makes_a_team_ready(say: Say, store: Store, arles: Team) -> None:
    hours = ("--works", "08:30-17:00", "--work-days", "mon-thu,sat", "--duty", "09:00-16:00")
    words = ("--service", "Relais", "--territory", "13", "--territory", "974", *hours, *PLAN)
    made = json.loads(last(say("team", "set", "Arles", *words)))
    assert made["territories"] == ["13", "974"]
    assert made["hours"] == {
        "works_from": "08:30", "works_until": "17:00", "work_days": [0, 1, 2, 3, 5],
    }  # fmt: skip
    assert (made["danger_plan"]["from"], made["missing"]) == ("09:00", [])
    with store.reading() as session:
        assert may_start(session, arles.id)
    assert json.loads(last(say("team", "show"))) == made


def test_a_plan_that_lacks_a_line_starts_nothing_and_says_which(
    say: Say, store: Store, arles: Team
) -> None:
    answer = say("team", "set", "Arles", "--plan-who", "Karim")
    assert "hours, fallback, caller" in answer.stderr
    with store.reading() as session:
        assert not may_start(session, arles.id)


def test_what_is_not_named_stays(say: Say, arles: Team) -> None:
    last(say("team", "set", "Arles", "--service", "Relais", "--call-number-end", "1000", *PLAN))
    made = json.loads(last(say("team", "set", "Arles", "--plan-who", "Inès", "--justice")))
    assert (made["service"], made["call_number_end"]) == ("Relais", "1000")
    assert made["danger_plan"]["fallback"] == "Nadia"
    assert made["may_hold_justice"] is True


def test_duty_may_be_every_day_and_night(say: Say, arles: Team) -> None:
    always = ("--duty", "00:00-00:00", "--duty-days", "mon-sun", "--duty-holidays")
    plan = json.loads(last(say("team", "set", "Arles", *always)))["danger_plan"]
    assert (plan["from"], plan["until"], plan["holidays"]) == ("00:00", "00:00", True)
    plan = json.loads(last(say("team", "set", "Arles", "--no-duty-holidays")))["danger_plan"]
    assert (plan["days"], plan["holidays"]) == ([0, 1, 2, 3, 4, 5, 6], False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Nice",), "There is no team 'Nice'. Known: Arles."),
        (("Arles", "--service", "Suivi probation"), "choose a neutral name"),
        (("Arles", "--service", "Le relais de tous les jeunes"), "1 to"),
        (("Arles", "--call-number-end", "12"), "4 digits"),
        (("Arles", "--works", "17:00-09:00"), "from the earlier to the later"),
        (("Arles", "--works", "09:00-09:00"), "from the earlier to the later"),
        (("Arles", "--works", "matin"), "write it as 09:00-17:30"),
        (("Arles", "--work-days", "lundi"), "mon-fri"),
        (("Arles", "--territory", "999"), "is not a territory"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(
    say: Say, arles: Team, words: tuple[str, ...], said: str
) -> None:
    answer = say("team", "set", *words)
    assert answer.exit_code != 0
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_structure_is_added(say: Say, store: Store, arles: Team) -> None:
    given = ("--name", "Maison des Jeunes", "--service", "Logement", "--commune", "13004")
    row = last(say("structure", "add", *given, "--mailbox", "accueil@maison.example"))
    with store.reading() as session:
        assert session.get_one(Service, row).zone == ["13"]
    bad = say("structure", "add", *given, "--mailbox", "accueil")
    assert "not an e-mail address" in bad.stderr
