"""STOP and death: heard whoever speaks, whatever the state; what they end, and what they do not."""

from __future__ import annotations

import pytest

from flows.contact.safety import REALERTS
from tests.flows.play import (
    EVERYWHERE,
    Intent,
    Key,
    Person,
    Safety,
    Sureness,
    asked,
    at,
    closed,
    concern,
    deceased,
    e,
    emergency,
    f,
    opted_out,
    read,
    talking,
    wrong_person,
)

T = f.TaskKind
BOT, HUMAN, NOBODY = f.Speaker.BOT, f.Speaker.HUMAN, f.Speaker.NOBODY


class TestStop:
    @pytest.mark.parametrize("place", [p for p in EVERYWHERE if p != "opted_out"])
    def test_stop_is_heard_whoever_speaks(self, place):
        lea = EVERYWHERE[place]().on(e.StopRead())
        assert (lea.state, lea.speaker, lea.outcome) == (
            "opted_out",
            NOBODY,
            e.Outcome.OPTED_OUT,
        )
        assert (lea.said(), lea.text().author) == ([Key.STOP], f.Author.SYSTEM)
        assert lea.all(f.OptOut)
        assert lea.timers == {}
        assert lea.told("relay") == [e.StopRead()]

    def test_once_only(self):
        assert opted_out().on(e.StopRead()).said() == []

    def test_the_turn_after_the_reflex_adds_nothing(self):
        lea = opted_out().writes(Intent.STOP)
        assert (lea.said(), lea.asked_for()) == ([], set())

    def test_a_stop_seen_only_in_the_turn_counts(self):
        assert asked().writes(Intent.STOP, Intent.NO).said() == [Key.STOP]

    def test_where_she_was_never_recognised_another_person_may_have_written_it(self):
        lea = opted_out()
        assert "maybe_somebody_else" in lea.all(f.CallHuman)[0].codes
        lea = asked(person=Person(recognised=True)).on(e.StopRead())
        assert lea.asked_for() == set()

    def test_doubt_pauses_the_bot_and_shows_it(self):
        lea = asked().on(e.StopRead(doubtful=True))
        assert (lea.speaker, lea.said(), T.STOP_DOUBT in lea.tasks) == (HUMAN, [], True)
        assert lea.writes(Intent.STOP).said() == [Key.STOP]
        for place in (closed, wrong_person):
            lea = place()
            before = lea.state
            assert lea.on(e.StopRead(doubtful=True)).state == before
            assert T.STOP_DOUBT in lea.tasks

    def test_an_unsure_stop_in_a_turn_is_shown_with_one_text(self):
        from_turn = asked().writes(Intent.STOP, sureness=Sureness.ASK)
        assert (from_turn.speaker, from_turn.said()) == (HUMAN, [Key.HUMAN_COMING])
        assert T.STOP_DOUBT in from_turn.tasks

    def test_writing_again_does_not_undo_it(self):
        lea = opted_out().writes(Intent.YES)
        assert (lea.state, lea.said(), lea.asked_for()) == (
            "opted_out",
            [],
            {T.WROTE_AFTER_STOP},
        )
        lea.on(e.HumanSpoke("karim", "text"))
        assert (lea.state, T.WROTE_AFTER_STOP in lea.tasks) == ("opted_out", False)
        assert lea.on(e.HumanSpoke("karim", "take")).state == "opted_out"

    def test_her_call_after_a_stop_is_for_a_human(self):
        lea = opted_out().on(e.CallMissed())
        assert (lea.state, lea.said(), lea.asked_for()) == (
            "opted_out",
            [],
            {T.WROTE_AFTER_STOP},
        )

    def test_reprendre_lifts_it(self):
        lea = opted_out().writes(Intent.WHO).on(e.StartRead())
        assert (lea.state, lea.speaker, lea.said()) == ("talking", BOT, [Key.WELCOME_BACK])
        assert lea.all(f.LiftOptOut)
        assert lea.marks()[-1] == "attempting", "not reached no more"
        assert (set(lea.tasks), "quiet" in lea.timers) == ({T.PLAN_SLOT}, True)
        assert lea.writes(Intent.START).said() == [], "the turn after the reflex adds nothing"

    def test_her_yes_to_a_human_lifts_it(self):
        lea = opted_out().writes(Intent.WHO).on(e.OptOutLifted("karim"))
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])
        assert lea.tasks == {}
        assert lea.all(f.LiftOptOut)

    def test_nothing_to_lift_elsewhere(self):
        assert asked().on(e.StartRead()).state == "asked"
        assert asked().on(e.OptOutLifted("karim")).all(f.LiftOptOut) == []

    def test_stop_and_danger_the_bot_stops_and_the_human_is_alerted(self):
        lea = asked().on(emergency()).on(e.StopRead())
        assert lea.state == "opted_out"
        assert T.DANGER in lea.tasks
        assert set(REALERTS) <= set(lea.timers), "alerts outlive the stop"

    def test_danger_after_a_stop_gets_its_text_and_a_human(self):
        lea = opted_out().on(emergency())
        assert (lea.state, lea.said()) == ("opted_out", [Key.DANGER_SUICIDE])
        lea.writes(Intent.DISTRESS, safety=Safety.EMERGENCY)
        assert lea.said() == []

    def test_a_call_about_a_danger_after_a_stop_ends_the_alerts_not_the_stop(self):
        lea = opted_out().on(emergency())
        lea.on(e.CallLogged("karim", e.CallOutcome.VOICEMAIL))
        assert set(REALERTS) <= set(lea.timers), "nobody reached her yet"
        lea.on(e.CallLogged("karim", e.CallOutcome.SPOKEN))
        assert (lea.state, set(REALERTS) & set(lea.timers)) == ("opted_out", set())
        assert T.DANGER in lea.tasks

    def test_a_referral_after_a_stop_keeps_the_contact_owed_after_a_danger(self):
        lea = opted_out().on(emergency()).on(e.DangerSettled("karim", "services_told"))
        lea.on(e.Closed("karim", e.Outcome.OTHER)).she(opted_out=True)
        lea.on(e.Referred(True), at("10:00", 30, 6, 2027))
        assert (lea.state, "danger_next" in lea.timers) == ("opted_out", True)


class TestDeath:
    @pytest.mark.parametrize("place", EVERYWHERE)
    def test_at_once_nobody_speaks_in_any_flow(self, place):
        lea = EVERYWHERE[place]().on(e.DeathTold())
        assert (lea.state, lea.speaker, lea.said(), lea.timers) == ("deceased", NOBODY, [], {})
        assert lea.all(f.DropAllFlows)
        assert lea.tasks[T.DEATH].to_lead is True
        assert lea.told("relay") == [e.DeathTold()]
        assert lea.told("prescriber") == [e.DeathTold()]
        assert lea.marks() == ["deceased"]

    def test_nobody_but_the_lead_has_anything_to_do_with_her(self):
        for lea in (talking(), asked().writes(Intent.HUMAN), asked().on(emergency())):
            lea.on(e.DeathTold())
            assert {*lea.tasks} - {T.DANGER} == {T.DEATH}
            assert not lea.snapshot.memory.get("danger_open")

    def test_a_death_told_by_text_gets_no_automatic_answer(self):
        lea = asked().writes(death=True)
        assert (lea.state, lea.said()) == ("deceased", [])

    @pytest.mark.parametrize(
        "event",
        [
            e.TextsReceived(read(Intent.WHO)),
            e.CallMissed(),
            e.DeathTold(),
            emergency(),
            concern(),
            e.StopRead(),
        ],
    )
    def test_afterwards_only_the_lead_is_asked(self, event):
        lea = deceased().on(event)
        assert (lea.state, lea.said()) == ("deceased", [])
        assert all(task.to_lead for task in lea.all(f.CallHuman))

    def test_the_lead_writes_and_closes(self):
        lea = deceased().on(e.HumanSpoke("lead"))
        assert (lea.state, lea.speaker) == ("deceased", NOBODY)
        lea.on(e.Closed("lead", e.Outcome.DIED))
        assert (lea.state, lea.outcome, lea.timers) == ("closed", e.Outcome.DIED, {})
        lea.she(deceased=True).writes()
        assert (lea.state, lea.said(), lea.tasks[T.DEATH].to_lead) == ("closed", [], True)
        assert lea.on(emergency()).said() == lea.on(e.StopRead()).said() == []

    @pytest.mark.parametrize("outcome", sorted(e.Outcome))
    def test_whatever_closes_it_closes_it(self, outcome):
        """Else its tasks end with the click, and nothing is left to come."""
        assert deceased().on(e.Closed("lead", outcome)).state == "closed"

    def test_closing_as_died_is_a_death(self):
        assert asked().on(e.Closed("karim", e.Outcome.DIED)).state == "deceased"

    @pytest.mark.parametrize("event", [e.Referred(True), e.AddressReplaced()])
    def test_nothing_is_begun_again_after_it(self, event):
        lea = deceased().on(e.Closed("lead", e.Outcome.DIED)).she(deceased=True)
        lea.on(event, at("10:00", 30, 6, 2027))
        assert (lea.state, lea.speaker, lea.timers) == ("closed", NOBODY, {})
        assert lea.tasks[T.DEATH].to_lead is True

    def test_a_danger_in_a_death_settles_without_a_next_day(self):
        lea = deceased().on(emergency()).on(e.DangerSettled("lead", "handed_to"))
        assert "danger_next" not in lea.timers
