"""What Mme Roux hears: a receipt on the spot, at most four pieces of news, nothing more."""

from __future__ import annotations

import pytest

from tests.flows.play import (
    MONDAY,
    FlowKind,
    Human,
    Key,
    Play,
    ReferralFacts,
    at,
    e,
    f,
    owed,
    timedelta,
)

T = f.TaskKind


def news(what: str) -> e.NewsArose:
    return e.NewsArose(what)


def agreeing(**more) -> ReferralFacts:
    return ReferralFacts(made_at=MONDAY, youth_agrees=True, **more)


def test_the_receipt_is_on_the_spot_with_the_date_of_the_first_attempt():
    roux = owed()
    assert (roux.state, roux.said()) == ("owed", [Key.MAIL_RECEIPT])
    assert (roux.text().to, roux.text().kind) == (f.Recipient.PRESCRIBER, f.SayKind.NEWS)
    assert roux.text().params == {"quand": at("12:15").isoformat()}


def test_a_duplicate_gets_exactly_the_ordinary_receipt():
    known = ReferralFacts(MONDAY, number_good=True, attempted=True)
    assert owed(referral=known).last == owed().last


@pytest.mark.parametrize(
    ("good", "tried", "said"),
    [(True, True, [Key.MAIL_ATTEMPTED]), (True, False, []), (False, True, [])],
)
def test_a_duplicate_hears_on_day_5_what_was_true_before_it(good, tried, said):
    known = ReferralFacts(MONDAY, number_good=good, attempted=tried)
    assert owed(referral=known).due("day5").said() == said


def test_held_is_told_with_its_date_once():
    free = at("9:00", 30)
    for human in (None, Human("k", "Karim", present=False, free_from=free)):
        roux = owed(human=human)
        assert roux.said() == [Key.MAIL_HELD]
        assert roux.text().params == {"quand": free.isoformat() if human else ""}
        assert roux.on(e.NewsArose("held", free)).said() == []
    assert owed().on(e.NewsArose("held", free)).said() == [Key.MAIL_HELD]


def test_to_announce_gives_a_sentence_and_a_card():
    roux = Play.of(FlowKind.PRESCRIBER).on(e.Referred(informed=False))
    assert roux.said() == [Key.MAIL_TO_ANNOUNCE]


def test_day_5_tells_that_the_number_is_good_and_the_attempt_made():
    roux = owed().on(news("attempted")).on(news("number_good"))
    assert roux.said() == []
    roux.due("day5")
    assert (roux.state, roux.said()) == ("told", [Key.MAIL_ATTEMPTED])
    assert roux.snapshot.now == at("10:00", 28), "counted from the referral"


@pytest.mark.parametrize("first", ["attempted", "number_good"])
def test_not_before_it_is_true(first):
    roux = owed().on(news(first)).due("day5")
    assert (roux.state, roux.said()) == ("owed", [])
    other = "number_good" if first == "attempted" else "attempted"
    assert roux.on(news(other)).said() == [Key.MAIL_ATTEMPTED]
    assert roux.on(news(other)).said() == []


def test_a_dead_number_is_told_the_same_day_to_all_and_another_is_asked_for():
    roux = owed(referral=ReferralFacts(MONDAY, news_allowed=False)).on(news("number_dead"))
    assert (roux.state, roux.said()) == ("asked_number", [Key.MAIL_NUMBER_DEAD])
    assert roux.on(news("number_dead")).said() == []
    roux.on(e.NumberGiven())
    assert (roux.state, roux.told("contact")) == ("owed", [e.AddressReplaced()])
    assert roux.on(news("number_dead")).said() == [Key.MAIL_NUMBER_DEAD]


def test_another_number_has_its_own_attempt_and_its_own_fifth_day():
    roux = owed().on(news("attempted")).on(news("number_good")).due("day5")
    roux.on(news("number_dead")).on(e.NumberGiven(), at("10:00", 2, 12))
    assert (set(roux.timers), roux.timers["day5"][0]) == ({"day5", "end"}, at("10:00", 7, 12))
    assert roux.on(news("number_good")).said() == [], "not tried there yet"
    assert roux.on(news("attempted")).said() == [Key.MAIL_ATTEMPTED]


def test_a_dead_number_is_good_no_more():
    roux = owed().on(news("number_good")).on(news("number_dead")).on(news("attempted"))
    assert roux.due("day5").said() == []


def test_no_other_number_and_a_late_one():
    roux = owed().on(news("number_dead")).due("number_wait")
    assert (roux.state, roux.has_next_step()) == ("told", True)
    roux.on(e.NumberGiven())
    assert (roux.told("contact"), roux.asked_for()) == ([], {T.PRESCRIBER_WROTE})


@pytest.mark.parametrize(
    ("what", "key"),
    [
        ("in_contact", Key.MAIL_IN_CONTACT),
        ("relayed", Key.MAIL_RELAYED),
        ("followed_30", Key.MAIL_FOLLOWED_30),
    ],
)
def test_what_becomes_of_her_only_if_she_agreed(what, key):
    assert owed(referral=agreeing()).on(news(what)).said() == [key]
    assert owed().on(news(what)).said() == []
    told = owed(referral=agreeing()).on(news(what)).on(news(what))
    assert told.said() == [], "once"


def test_who_decides_on_her_allowance_or_holds_justice_data_gets_the_number_only():
    roux = owed(referral=agreeing(news_allowed=False))
    for what in ("in_contact", "relayed", "followed_30", "closed"):
        assert roux.on(news(what)).said() == []
    roux = owed(referral=agreeing(news_allowed=False)).on(news("attempted"))
    assert roux.on(news("number_good")).due("day5").said() == [Key.MAIL_ATTEMPTED]


def test_at_most_four():
    roux = owed(referral=agreeing()).on(news("attempted")).on(news("number_good")).due("day5")
    for what in ("in_contact", "relayed", "followed_30"):
        roux.on(news(what))
    assert len(roux.texts) == 1 + 4
    assert roux.on(news("number_dead")).said() == []
    assert roux.on(news("closed")).said() == []
    assert roux.state == "closed"


def test_an_attempt_is_old_news_after_a_contact():
    roux = owed(referral=agreeing()).on(news("attempted")).on(news("number_good"))
    assert roux.on(news("in_contact")).due("day5").said() == []


def test_closed_is_told_only_if_she_agreed():
    roux = owed(referral=agreeing()).on(news("closed"))
    assert (roux.said(), roux.timers) == ([Key.MAIL_CLOSED], {})
    assert owed().on(news("closed")).said() == []


@pytest.mark.parametrize("event", [e.DeathTold(), e.Erased(), e.TimerDue("end")])
def test_a_death_an_erasure_or_the_end_of_days_is_silent(event):
    roux = owed(referral=agreeing()).on(event)
    assert (roux.state, roux.said(), roux.timers) == ("closed", [], {})


def test_her_answer_goes_to_a_human_whatever_the_state():
    for roux in (owed(), owed().on(news("number_dead")), owed().on(news("closed"))):
        before = roux.state
        assert roux.on(e.PrescriberWrote()).asked_for() == {T.PRESCRIBER_WROTE}
        assert roux.state == before


def test_what_cannot_be_mailed_is_told_by_phone():
    roux = owed(referral=ReferralFacts(MONDAY, has_email=False))
    assert (roux.said(), roux.asked_for()) == ([], {T.PRESCRIBER_NEWS})
    for event in (e.SendFailed(Key.MAIL_RECEIPT, True), e.SendRefused(Key.MAIL_RECEIPT, "x")):
        assert owed().on(event).asked_for() == {T.PRESCRIBER_NEWS}


def test_unknown_news_is_kept_and_the_days_end():
    roux = owed().on(news("weather"))
    assert (roux.state, roux.said()) == ("owed", [])
    assert roux.timers["end"][0] == MONDAY + timedelta(days=220)
