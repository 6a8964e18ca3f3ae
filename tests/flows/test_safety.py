"""Danger, stop and death: heard whoever speaks, whatever the state and the hour."""

from __future__ import annotations

import pytest

from flows.contact.safety import LINES, REALERTS, RECALLS
from tests.flows.play import (
    MONDAY,
    Danger,
    Duty,
    Intent,
    Key,
    Person,
    Play,
    Safety,
    Sureness,
    asked,
    at,
    e,
    f,
    opted_out,
    read,
    referred,
    talking,
    timedelta,
    with_karim,
)

T = f.TaskKind
BOT, HUMAN, NOBODY = f.Speaker.BOT, f.Speaker.HUMAN, f.Speaker.NOBODY


def emergency(kind: Danger = Danger.SUICIDE) -> e.DangerRead:
    return e.DangerRead(kind, Safety.EMERGENCY)


def concern() -> e.DangerRead:
    return e.DangerRead(Danger.OTHER, Safety.CONCERN)


def closed(**facts) -> Play:
    return asked(**facts).on(e.Closed("karim", e.Outcome.OTHER))


def wrong_person(**facts) -> Play:
    return asked(**facts).writes(Intent.WRONG_NUMBER)


def deceased(**facts) -> Play:
    return asked(**facts).on(e.DeathTold())


def paused(**facts) -> Play:
    return talking(**facts).on(e.Paused(at("9:00", 1, 3, 2027), "away"))


EVERYWHERE = {
    "waiting": referred,
    "asked": asked,
    "talking": talking,
    "with_human": with_karim,
    "paused": paused,
    "closed": closed,
    "opted_out": opted_out,
    "wrong_person": wrong_person,
}


class TestEmergency:
    @pytest.mark.parametrize("place", EVERYWHERE)
    def test_one_fixed_text_and_a_human_at_once_whatever_the_state(self, place):
        lea = EVERYWHERE[place]().on(emergency())
        assert (lea.text().key, lea.text().author) == (Key.DANGER_SUICIDE, f.Author.SYSTEM)
        assert lea.text().kind is f.SayKind.SAFETY
        task = lea.tasks[T.DANGER]
        assert (task.priority, task.alert, task.due) == (
            f.Priority.DANGER,
            True,
            lea.snapshot.now,
        )
        stays = place in {"opted_out", "wrong_person"}
        assert lea.state == (place if stays else "with_human")
        assert lea.speaker is (NOBODY if stays else HUMAN)
        assert set(REALERTS) <= set(lea.timers)

    @pytest.mark.parametrize("kind", list(Danger))
    def test_each_kind_has_its_line(self, kind):
        assert asked().on(emergency(kind)).said() == [LINES[kind]]

    @pytest.mark.parametrize("level", [Safety.EMERGENCY, Safety.CONCERN])
    def test_in_the_language_of_the_text(self, level):
        lea = asked().on(e.DangerRead(Danger.SUICIDE, level, language="uk"))
        assert lea.text().language == "uk"

    def test_the_same_line_at_most_every_30_minutes(self):
        lea = asked().on(emergency())
        assert lea.on(emergency(), lea.snapshot.now + timedelta(minutes=29)).said() == []
        assert lea.on(emergency(Danger.MEDICAL)).said() == [Key.DANGER_MEDICAL]
        assert lea.on(emergency(), lea.snapshot.now + timedelta(minutes=1)).said() != []

    def test_alerted_again_at_5_10_and_20_minutes_then_the_lead(self):
        lea = asked().on(emergency())
        start = lea.snapshot.now
        for timer, minutes in REALERTS.items():
            lea.due(timer)
            (task,) = lea.all(f.CallHuman)
            assert (task.kind, task.alert, task.to_lead) == (
                T.DANGER,
                True,
                timer == "danger_lead",
            )
            assert lea.snapshot.now - start == timedelta(minutes=minutes)

    def test_alerts_stop_when_a_human_is_on_it_and_the_danger_stays_open(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "take"))
        assert not set(REALERTS) & set(lea.timers)
        assert lea.snapshot.memory["danger_open"] == "suicide"
        for event in (e.HandedBack("karim", "resume"), e.Closed("karim", e.Outcome.OTHER)):
            assert lea.on(event).state == "with_human"
            assert {"suicide", "no_outcome"} <= set(lea.tasks[T.DANGER].codes)

    def test_a_new_text_brings_an_alert_forward_and_never_puts_it_off(self):
        monday = Duty(False, at("9:00", 26))
        lea = asked().facts(duty=monday, now=at("22:00")).on(emergency())
        assert lea.facts(duty=Duty(True, MONDAY)).on(emergency(), at("9:00", 24)).tasks
        start = at("9:00", 24)
        for minutes in (4, 8):
            lea.on(emergency(), start + timedelta(minutes=minutes))
            assert {kind: lea.timers[kind][0] - start for kind in REALERTS} == {
                kind: timedelta(minutes=after) for kind, after in REALERTS.items()
            }
        lea.due("danger_5").on(emergency())
        assert "danger_5" not in lea.timers, "what was rung is not rung anew"

    def test_taken_without_an_outcome_comes_back_to_its_taker_then_to_the_lead(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "take"))
        taken = lea.snapshot.now
        for timer, after, lead in (
            ("danger_outcome", timedelta(hours=1), False),
            ("danger_outcome_lead", timedelta(hours=2), True),
        ):
            lea.due(timer)
            task = lea.all(f.CallHuman)[0]
            assert lea.snapshot.now - taken == after
            assert (task.codes, task.to_lead, task.alert) == (("unsettled",), lead, True)
        assert lea.timers["danger_outcome_lead"][0] == at("9:00", 24), "each working morning"
        lea.on(e.DangerSettled("karim", "spoken"))
        assert not set(RECALLS) & set(lea.timers)

    def test_a_recall_waits_for_the_hours_of_the_plan(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "text"))
        lea.facts(duty=Duty(False, at("9:00", 24))).due("danger_outcome")
        assert (lea.all(f.CallHuman), lea.timers["danger_outcome"][0]) == ([], at("9:00", 24))

    def test_a_file_that_closes_by_itself_keeps_its_recalls(self):
        lea = asked().on(emergency()).on(e.HumanSpoke("karim", "take"))
        lea.on(e.SomebodyElse()).due("number_wait")
        assert lea.state == "closed"
        lea.due("danger_outcome_lead")
        assert lea.tasks[T.DANGER].to_lead

    def test_taken_by_nobody_the_lead_is_rung_hour_after_hour(self):
        lea = asked().on(emergency()).due("danger_lead")
        start = lea.snapshot.now
        for hours in (1, 2, 3):
            lea.due("danger_outcome_lead")
            assert lea.snapshot.now - start == timedelta(hours=hours)
            assert lea.tasks[T.DANGER].to_lead
        lea.facts(now=start + timedelta(days=1)).due("danger_outcome_lead")
        assert lea.timers["danger_outcome_lead"][0] == at("9:00", 25), "then each morning"

    @pytest.mark.parametrize("outcome", ["spoken", "services_told", "handed_to", "two_failed"])
    def test_it_closes_only_with_an_outcome_and_a_contact_the_next_day(self, outcome):
        lea = asked().on(emergency()).on(e.DangerSettled("karim", outcome))
        assert lea.all(f.EndTask)[0].outcome == outcome
        assert lea.timers["danger_next"][0] == at("10:00", 24)
        lea.due("danger_next")
        assert lea.asked_for() == {T.CALL_BACK}

    def test_outside_duty_hours_nobodys_phone_rings_and_the_text_says_when(self):
        read_at = at("9:00", 24)
        lea = asked().facts(duty=Duty(False, read_at), now=at("22:00")).on(emergency())
        assert lea.text().params == {"lu": read_at.isoformat()}
        assert (lea.tasks[T.DANGER].alert, lea.tasks[T.DANGER].due) == (False, read_at)
        assert lea.timers["danger_5"][0] == at("9:05", 24)

    def test_nobody_there_in_duty_hours_rings_and_the_text_says_when(self):
        read_at = at("9:00", 24)
        lea = asked().facts(duty=Duty(False, read_at, rings_lead=True)).on(emergency())
        assert lea.text().params == {"lu": read_at.isoformat()}
        assert (lea.tasks[T.DANGER].alert, lea.tasks[T.DANGER].due) == (True, read_at)
        assert lea.timers["danger_5"][0] == lea.snapshot.now + timedelta(minutes=5)

    def test_somebody_on_duty_needs_no_hour(self):
        lea = asked().facts(duty=Duty(True, MONDAY)).on(emergency())
        assert lea.text().params == {"lu": ""}

    def test_danger_to_a_minor_opens_a_same_day_record(self):
        lea = asked(person=Person(minor=True)).on(emergency())
        assert lea.tasks[T.MINOR_REPORT].due == at("23:59")

    def test_the_turn_after_the_reflex_adds_nothing(self):
        lea = asked().on(emergency())
        lea.writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.SUICIDE)
        assert (lea.said(), lea.asked_for()) == ([], set())

    def test_a_danger_seen_only_in_the_whole_turn_is_a_danger(self):
        lea = asked().writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.NOWHERE)
        assert (lea.said(), T.DANGER in lea.tasks) == ([Key.DANGER_NOWHERE], True)

    def test_a_line_that_could_not_leave_means_one_must_call(self):
        failed = e.SendFailed(Key.DANGER_SUICIDE, dead=True, code=30006, safety=True)
        lea = asked().on(emergency()).on(failed)
        assert lea.tasks[T.SAFETY_NOT_SENT].alert is True
        blocked = e.SendFailed(
            Key.DANGER_SUICIDE, dead=False, code=21610, opted_out=True, safety=True
        )
        lea = asked().on(emergency()).on(blocked)
        assert (lea.state, T.SAFETY_NOT_SENT in lea.tasks) == ("opted_out", True)
        assert lea.said() == []


class TestViolence:
    def test_no_further_text_until_she_writes_ok(self):
        lea = asked().on(emergency(Danger.VIOLENCE))
        assert (lea.said(), "she_writes" in lea.marks()) == ([Key.DANGER_VIOLENCE], True)
        assert "call_no" in lea.tasks[T.DANGER].codes
        assert lea.writes(Intent.OTHER).said() == []
        assert lea.on(e.CallPromised("karim", at("18:00"))).said() == []
        assert lea.on(concern()).said() == []
        lea.writes(Intent.YES, Intent.LATER)  # "oui mais pas maintenant"
        assert (lea.tasks[T.ANSWER].codes, lea.snapshot.memory["silence"]) == (("silence",), True)
        lea.writes(Intent.YES, plain_yes=True)
        assert "violence_ok" in lea.tasks[T.ANSWER].codes
        assert "silence" not in lea.snapshot.memory

    def test_another_danger_says_only_the_neutral_line(self):
        lea = asked().on(emergency(Danger.VIOLENCE))
        assert lea.on(emergency(Danger.SUICIDE)).said() == []
        later = lea.snapshot.now + timedelta(minutes=31)
        assert lea.on(emergency(Danger.SUICIDE), later).said() == [Key.DANGER_VIOLENCE]

    def test_the_bot_gets_no_word_before_a_recorded_decision(self):
        lea = asked().on(emergency(Danger.VIOLENCE)).on(e.DangerSettled("karim", "spoken"))
        lea.on(e.HandedBack("karim", "ask_slot"))
        assert (lea.state, lea.said(), T.NO_STEP in lea.tasks) == ("with_human", [], True)
        lea.on(e.SilenceLifted("karim"))
        assert lea.marks() == ["good"]
        assert lea.on(e.HandedBack("karim", "ask_slot")).said() == [Key.ASK_SLOT]

    def test_reprendre_lifts_the_stop_and_not_the_silence(self):
        lea = asked().on(emergency(Danger.VIOLENCE)).on(e.StopRead()).on(e.StartRead())
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])
        assert (bool(lea.all(f.LiftOptOut)), lea.tasks[T.ANSWER].codes) == (True, ("silence",))

    @pytest.mark.parametrize(
        ("place", "event"),
        [(asked, e.Delivered(Key.DANGER_VIOLENCE)), (wrong_person, e.Recognised("karim"))],
    )
    def test_an_arrival_or_a_tick_leaves_it_to_her_to_say_when(self, place, event):
        lea = place().on(emergency(Danger.VIOLENCE)).on(event)
        assert "good" not in lea.marks()


class TestConcern:
    @pytest.mark.parametrize(
        ("now", "due"),
        [
            (at("10:00"), at("12:00")),
            (at("16:00"), at("10:00", 24)),
            (at("22:00"), at("10:00", 24)),
            (at("7:00"), at("11:00")),
            (at("11:00", 28), at("10:00", 30)),
        ],
    )
    def test_read_within_two_working_hours_or_by_ten(self, now, due):
        lea = asked().on(concern(), now)
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [Key.CONCERN])
        task = lea.tasks[T.CONCERN]
        assert (task.due, task.alert) == (due, False)
        assert "day3" not in lea.timers

    def test_unread_at_its_hour_the_lead_is_told(self):
        lea = asked().on(concern()).due("concern_late")
        assert lea.tasks[T.CONCERN].to_lead is True
        lea.on(e.HumanSpoke("karim"))
        assert T.CONCERN not in lea.tasks

    def test_one_soft_text_only(self):
        lea = asked().on(concern())
        assert lea.on(concern()).said() == []

    def test_what_all_her_texts_make_an_emergency_is_one_also_after_a_concern(self):
        lea = asked().on(concern())
        lea.writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.SUICIDE)
        assert (lea.said(), T.DANGER in lea.tasks) == ([Key.DANGER_SUICIDE], True)
        lea.writes(Intent.DISTRESS, safety=Safety.EMERGENCY, danger=Danger.SUICIDE)
        assert (lea.said(), lea.asked_for()) == ([], set()), "heard already"


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
        lea = opted_out().on(e.OptOutLifted("karim"))
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])
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
        assert lea.on(emergency()).said() == []

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
