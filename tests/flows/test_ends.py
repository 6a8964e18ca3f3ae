"""How a contact ends, rests in a pause or goes on in a relay, and what ends with it."""

from __future__ import annotations

import pytest

from tests.flows.play import (
    Danger,
    Intent,
    Key,
    Question,
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
    with_karim,
)

T = f.TaskKind
BOT, HUMAN, NOBODY = f.Speaker.BOT, f.Speaker.HUMAN, f.Speaker.NOBODY
C = e.CallOutcome


class TestEnds:
    @pytest.mark.parametrize("outcome", [e.Outcome.OWN_SOLUTION, e.Outcome.MOVED])
    def test_a_human_closes_with_an_outcome(self, outcome):
        lea = with_karim().on(e.Closed("karim", outcome))
        assert (lea.state, lea.outcome, lea.timers) == ("closed", outcome, {})
        assert (lea.speaker, "closed" in lea.marks()) == (BOT, True)
        assert lea.told("prescriber")[0].news == "closed"
        assert lea.on(e.Closed("karim", outcome)).outcome is outcome

    @pytest.mark.parametrize(
        ("start", "speaker"),
        [
            (opted_out, NOBODY),
            (lambda: asked().writes(Intent.WRONG_NUMBER), NOBODY),
            (with_karim, BOT),
        ],
    )
    def test_a_closed_file_stays_as_silent_as_it_was(self, start, speaker):
        assert start().on(e.Closed("karim", e.Outcome.OTHER)).speaker is speaker

    def test_relays_hear_of_it(self):
        closing = e.Closed("karim", e.Outcome.MOVED)
        assert talking().on(closing).told("relay") == [closing]

    def test_nothing_owed_outlives_the_file(self):
        lea = talking().on(e.CallPromised("karim", at("15:00"))).due("call_overdue")
        lea.on(e.Closed("karim", e.Outcome.OTHER)).on(e.HumanSpoke("karim", "take"))
        assert lea.on(e.CallPromised("karim", at("15:00", 26))).said() == [Key.SLOT_CONFIRMED]

    def test_closed_as_opted_out_is_a_stop_without_a_text(self):
        lea = with_karim().on(e.Closed("karim", e.Outcome.OPTED_OUT))
        assert (lea.state, lea.said(), bool(lea.all(f.OptOut))) == ("opted_out", [], True)
        assert lea.on(e.Closed("karim", e.Outcome.OPTED_OUT)).state == "opted_out"

    def test_taken_in_charge_reads_so(self):
        lea = with_karim().on(e.Closed("karim", e.Outcome.TAKEN_IN_CHARGE))
        assert "taken_in_charge" in lea.marks()

    def test_who_writes_again_from_a_closed_file_is_never_dropped(self):
        lea = asked().on(e.Closed("karim", e.Outcome.OTHER))
        lea.on(e.TextsReceived(read()), at("23:00", 1, 6, 2027))
        assert (lea.state, lea.speaker) == ("with_human", HUMAN)
        assert (lea.said(), lea.text().author) == ([Key.WROTE_AGAIN], f.Author.SYSTEM)
        assert T.WROTE_AFTER_CLOSE in lea.tasks
        assert "wait_lead" in lea.timers

    def test_nothing_passes_erased(self):
        lea = talking().on(e.Erased())
        assert (lea.state, lea.speaker, lea.outcome) == ("closed", NOBODY, e.Outcome.ERASED)
        assert (lea.snapshot.memory, bool(lea.all(f.DropAllFlows))) == ({}, True)
        assert lea.told("relay") == lea.told("prescriber") == [e.Erased()]
        lea.she(erased=True).writes()
        assert (lea.said(), T.WROTE_AFTER_CLOSE in lea.tasks) == ([], True)

    def test_a_pause_sends_nothing_until_its_date(self):
        until = at("9:00", 1, 3, 2027)
        lea = talking().on(e.Paused(until, "away"))
        assert (lea.state, lea.said(), set(lea.timers)) == ("paused", [], {"pause_over"})
        assert lea.all(f.MarkYouth)[0].until == until
        lea.writes(Intent.OTHER)
        assert (lea.state, lea.speaker, lea.said()) == ("with_human", HUMAN, [])
        assert (set(lea.tasks), "wait_owner" in lea.timers) == ({T.ANSWER}, True)

    def test_its_date_asks_a_human(self):
        lea = talking().on(e.Paused(at("9:00", 1, 3, 2027), "away")).due("pause_over")
        assert (lea.state, T.PAUSED in lea.tasks) == ("with_human", True)
        assert (lea.snapshot.resume, lea.speaker) == ("talking", HUMAN)
        assert [(one.fact, one.until) for one in lea.all(f.MarkYouth)] == [("paused", None)]
        assert opted_out().on(e.Paused(at("9:00", 1, 3, 2027), "away")).state == "opted_out"

    def test_a_pause_under_a_human_keeps_where_to_resume(self):
        lea = with_karim().on(e.Paused(at("9:00", 1, 3, 2027), "away"))
        assert (lea.state, lea.snapshot.resume) == ("paused", "talking")


def said_who():
    """In a talk with the bot, with nothing owed to her."""
    return asked().writes(Intent.WHO)


class TestWhatTheBotHadPlanned:
    @pytest.mark.parametrize(
        ("event", "reason", "status"),
        [
            (e.StopRead(), "opted_out", "not_reached"),
            (e.DeathTold(), "deceased", None),
            (e.Paused(at("9:00", 1, 3, 2027), "away"), "paused", None),
            (e.SomebodyElse(), "wrong_person", "not_reached"),
            (e.SendFailed(Key.HELLO, dead=True), "number_dead", "not_reached"),
            (e.Closed("karim", e.Outcome.OTHER), "closed", "closed"),
            (e.Erased(), "erased", "closed"),
            (e.DangerRead(Danger.SUICIDE, Safety.EMERGENCY), "danger", None),
            (e.DangerRead(Danger.OTHER, Safety.CONCERN), "danger", None),
        ],
    )
    def test_is_cancelled_and_the_referral_reads_so(self, event, reason, status):
        lea = asked().on(event)
        assert reason in [one.reason for one in lea.all(f.CancelPlanned)]
        assert [one.status for one in lea.all(f.MarkReferral)] == ([status] if status else [])

    @pytest.mark.parametrize(("refused", "status"), [(True, "closed"), (False, "not_reached")])
    def test_is_cancelled_too_when_nobody_answers_to_the_end(self, refused, status):
        lea = asked().writes(Intent.NO) if refused else asked().due("call_task").due("rest")
        lea.due("give_up")
        assert [one.reason for one in lea.all(f.CancelPlanned)] == ["closed"]
        assert (lea.marks(), lea.speaker) == ([status], BOT)


class TestWhatWeWouldStart:
    """A stop, a death, another person's phone, an absence, an end: nobody calls her any more."""

    @pytest.mark.parametrize(
        "event",
        [
            e.StopRead(),
            e.SendFailed(Key.HELLO, dead=False, opted_out=True),
            e.DeathTold(),
            e.SomebodyElse(),
            e.Paused(at("9:00", 1, 3, 2027), "away"),
            e.Closed("karim", e.Outcome.OWN_SOLUTION),
        ],
    )
    @pytest.mark.parametrize(
        ("start", "task"),
        [
            (lambda: asked().due("call_task"), T.CALL),
            (talking, T.PLAN_SLOT),
            (lambda: asked().on(e.CallMissed()), T.CALL_BACK),
            (lambda: referred(human=None), T.HELD),
        ],
    )
    def test_its_task_ends(self, start, task, event):
        lea = start()
        assert task in lea.tasks
        assert task not in lea.on(event).tasks

    def test_without_another_number_nobody_asks_for_one_any_more(self):
        lea = asked().on(e.SendFailed(Key.HELLO, dead=True)).due("number_wait")
        assert (lea.state, lea.tasks) == ("closed", {})

    def test_what_she_wrote_is_still_read(self):
        assert T.ASKED_HUMAN in asked().writes(Intent.HUMAN).on(e.StopRead()).tasks

    @pytest.mark.parametrize(
        ("event", "owed"),
        [(e.StopRead(), True), (e.DeathTold(), False)],
    )
    def test_the_contact_after_a_danger_is_owed_after_a_stop(self, event, owed):
        danger = e.DangerRead(Danger.SUICIDE, Safety.EMERGENCY)
        settled = e.DangerSettled("karim", "spoken", at("10:00", 24))
        lea = asked().on(danger).on(settled).on(event)
        assert (T.CALL_BACK in lea.tasks) is owed
        called = asked().on(danger).on(settled).on(e.CallLogged("karim", C.SPOKEN))
        again = called.on(e.CallPromised("karim", at("10:00", 25))).on(event)
        assert T.CALL_BACK not in again.tasks


class TestInARelay:
    def test_her_yes_lets_the_relays_days_go_on(self):
        lea = said_who().on(e.ConsentGiven())
        assert (lea.state, set(lea.timers)) == ("in_relay", {"watch"})
        assert with_karim().on(e.ConsentGiven()).state == "with_human"

    def test_she_may_still_write(self):
        lea = talking().on(e.ConsentGiven()).writes(Intent.WHO)
        assert (lea.state, lea.said()) == ("in_relay", [Key.WHO_WE_ARE])
        lea.writes(Intent.LATER).due("again")
        assert lea.state == "in_relay"

    def test_not_understood_there_too(self):
        lea = talking().on(e.ConsentGiven()).facts(question=Question.OPEN)
        lea.writes(Intent.OTHER, sureness=Sureness.ASK)
        assert (lea.state, lea.said()) == ("in_relay", [Key.NOT_UNDERSTOOD])
        lea.writes(Intent.OTHER, sureness=Sureness.ASK)
        assert (lea.state, lea.said()) == ("with_human", [Key.HUMAN_COMING])

    def test_taken_in_charge_to_the_end_closes(self):
        lea = said_who().on(e.ConsentGiven()).on(e.RelayEnded("taken_in_charge"))
        assert (lea.state, lea.outcome) == ("closed", e.Outcome.TAKEN_IN_CHARGE)

    def test_not_while_she_waits_for_an_hour_of_ours(self):
        lea = talking().on(e.ConsentGiven()).on(e.RelayEnded("taken_in_charge"))
        assert (lea.state, T.PLAN_SLOT in lea.tasks) == ("in_relay", True)

    @pytest.mark.parametrize("how", ["returned", "expired", "refused", "withdrawn"])
    def test_not_followed_she_is_her_aiguilleurs_again(self, how):
        lea = said_who().on(e.ConsentGiven()).on(e.RelayEnded(how))
        assert (lea.state, lea.speaker, set(lea.timers)) == ("talking", BOT, {"quiet"})
        assert lea.all(f.CancelPlanned) == [], "her answer to the check still gets its text"

    def test_from_a_closed_file_she_comes_back_to_a_human(self):
        lea = asked().on(e.Closed("karim", e.Outcome.OTHER)).on(e.RelayEnded("returned"))
        assert (lea.state, lea.speaker) == ("with_human", HUMAN)

    def test_under_a_human_the_end_is_shown(self):
        for how in ("returned", "taken_in_charge", "declined"):
            lea = with_karim().on(e.RelayEnded(how))
            assert (lea.state, lea.asked_for()) == ("with_human", {T.NO_STEP})
        assert opted_out().on(e.RelayEnded("returned")).state == "opted_out"

    def test_a_relay_without_an_end_is_looked_at(self):
        lea = talking().on(e.ConsentGiven()).due("watch")
        assert (lea.asked_for(), "watch" in lea.timers) == ({T.NO_STEP}, True)
