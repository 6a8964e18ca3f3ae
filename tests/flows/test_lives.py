"""Random lives: whatever happens in whatever order, the promises of PRODUCT section 3 hold."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.contact.stage import OURS
from flows.contact.texts import BOT_STATES
from flows.step import FLOWS
from tests.flows.play import (
    KARIM,
    MONDAY,
    Duty,
    FlowKind,
    Human,
    Key,
    Person,
    Play,
    Question,
    ReferralFacts,
    RelayFacts,
    Safety,
    e,
    f,
)
from tests.flows.samples import EVENTS

AWAY = Human("karim", "Karim", present=False, free_from=MONDAY + timedelta(days=9))
flags = st.booleans()
people = st.builds(
    Person,
    textable=flags,
    minor=flags,
    recognised=flags,
    prefers_voice=flags,
    trusted_adult=flags,
    best_time=st.sampled_from([None, "morning", "noon", "evening"]),
    address=st.sampled_from(["good", "doubtful", "dead", "she_writes"]),
)
NOTHING_STARTS = {"opted_out", "deceased", "wrong_person", "paused", "closed"}
BY_TASK_ALONE = {"undecided", "deceased"}  # a human decides, however long it takes
steps = st.lists(
    st.one_of(st.sampled_from(EVENTS), st.just("next timer"), st.integers(1, 400)),
    min_size=5,
    max_size=40,
)


def live(kind: FlowKind, facts: dict[str, Any], moves: list[Any]) -> Play:
    """Play these moves: a fact, the next due timer, or some hours passing (and what comes due)."""
    lea = Play.of(kind, **facts)
    first = e.RelayProposed("karim") if kind is FlowKind.RELAY else e.Referred(True)
    _checked(lea, first)
    for move in moves:
        if isinstance(move, e.Event):
            _checked(lea, move)
        elif isinstance(move, int):
            lea.facts(now=lea.snapshot.now + timedelta(hours=move))
            _fire(lea)
        elif lea.timers:
            soonest = min(moment for moment, _ in lea.timers.values())
            lea.facts(now=max(soonest, lea.snapshot.now))
            _fire(lea)
    return lea


def _fire(lea: Play) -> None:
    """What is due, in order, as the clock does: a void timer is a no-op."""
    for _ in range(60):
        due = sorted((m, kind) for kind, (m, _) in lea.timers.items() if m <= lea.snapshot.now)
        if not due:
            return
        kind = due[0][1]
        _, epoch = lea.timers.pop(kind)
        if epoch == lea.snapshot.epoch:
            _checked(lea, e.TimerDue(kind))
    raise AssertionError("the same instant never ends")


def _checked(lea: Play, event: e.Event) -> None:
    before = lea.snapshot
    lea.on(event)
    _mirror(lea)
    _nobody_over_a_human(lea, before)
    _silence_is_kept(lea, before, event)
    _nothing_is_to_be_started(lea, before)
    _one_text_for_her_answer(lea, before, event)
    assert lea.has_next_step(), (before.state, event, lea.state)
    if lea.state not in FLOWS[lea.snapshot.kind].closed | BY_TASK_ALONE:
        live = [k for k, (_, epoch) in lea.timers.items() if epoch == lea.snapshot.epoch]
        judged = lea.snapshot.memory.get("disagreement")
        assert live or judged, (before.state, event, lea.state)
    assert lea.snapshot.epoch >= before.epoch


def _mirror(lea: Play) -> None:
    """The facts that the door would have changed."""
    for effect in lea.last:
        if isinstance(effect, f.OptOut):
            lea.she(opted_out=True)
        elif isinstance(effect, f.LiftOptOut):
            lea.she(opted_out=False)
        elif isinstance(effect, f.MarkAddress):
            lea.she(address=effect.state)
        elif isinstance(effect, f.MarkYouth) and effect.fact == "deceased":
            lea.she(deceased=True)


def _nothing_is_to_be_started(lea: Play, before: Any) -> None:
    """Where nothing may be started any more, nobody is asked to."""
    if lea.state != before.state and lea.state in NOTHING_STARTS:
        assert not {*OURS} - {f.TaskKind.PAUSED} & {*lea.tasks}, (before.state, lea.state)


def _nobody_over_a_human(lea: Play, before: Any) -> None:
    speaker = before.speaker
    for effect in lea.last:
        if isinstance(effect, f.GiveWord):
            speaker = effect.speaker
        if isinstance(effect, f.Say) and effect.to is f.Recipient.YOUTH:
            assert effect.author is not f.Author.BOT or speaker is f.Speaker.BOT, effect.key
    assert speaker is lea.speaker


def _silence_is_kept(lea: Play, before: Any, event: e.Event) -> None:
    """After a stop only SYSTEM speaks, and after a death nothing does."""
    texts = [x for x in lea.last if isinstance(x, f.Say) and x.to is f.Recipient.YOUTH]
    if before.kind is FlowKind.CONTACT and before.state in ("opted_out", "deceased"):
        assert lea.state != before.state or all(x.author is f.Author.SYSTEM for x in texts)
    if lea.state == "deceased" or before.person.deceased:
        assert [x for x in texts if x.author is not f.Author.AIGUILLEUR] == []
    if before.memory.get("silence") and lea.snapshot.memory.get("silence"):
        assert all(x.key in (Key.DANGER_VIOLENCE, Key.STOP) for x in texts)


def _one_text_for_her_answer(lea: Play, before: Any, event: e.Event) -> None:
    """While the bot speaks, a turn that answers our question gets exactly one text."""
    if not isinstance(event, e.TextsReceived) or before.kind is not FlowKind.CONTACT:
        return
    texts = [x for x in lea.last if isinstance(x, f.Say) and x.to is f.Recipient.YOUTH]
    assert len(texts) <= 1
    reading, asking = event.reading, before.question not in (None, Question.OPEN)
    if before.speaker is not f.Speaker.BOT or before.state not in BOT_STATES or not asking:
        return
    excused = reading.death or reading.loop_suspect or reading.safety is not Safety.NONE
    just_said = before.memory.keys() & {"started_at", "wrote_first_at"}
    assert excused or just_said or len(texts) == 1, (before.state, reading.intents)


@settings(max_examples=300, deadline=None)
@given(people, st.sampled_from([KARIM, AWAY, None]), flags, steps)
def test_a_contact(person, human, on_duty, moves):
    duty = Duty(on_duty, MONDAY + timedelta(hours=23))
    live(FlowKind.CONTACT, {"person": person, "human": human, "duty": duty}, moves)


@settings(max_examples=300, deadline=None)
@given(people, flags, flags, flags, st.sampled_from(f.Speaker), steps)
def test_a_relay(person, parental, mailbox, capacity, speaker, moves):
    relay = RelayFacts(
        "La Halte", parental_ok=parental, has_mailbox=mailbox, capacity_known=capacity
    )
    live(FlowKind.RELAY, {"person": person, "relay": relay, "speaker": speaker}, moves)


@settings(max_examples=200, deadline=None)
@given(flags, flags, flags, steps)
def test_a_prescriber(allowed, agrees, mail, moves):
    referral = ReferralFacts(MONDAY, allowed, agrees, mail)
    roux = live(FlowKind.PRESCRIBER, {"referral": referral}, moves)
    free = {Key.MAIL_RECEIPT, Key.MAIL_HELD, Key.MAIL_TO_ANNOUNCE}
    news = [text for text in roux.texts if text.key not in free]
    assert len(news) <= 4
    if not (allowed and agrees):
        assert {text.key for text in news} <= {Key.MAIL_ATTEMPTED, Key.MAIL_NUMBER_DEAD}


def test_every_state_is_reached_by_some_test():
    """The tables of this folder start from states reached by real facts; none is out of reach."""
    reachable = {kind: {"new"} for kind in FlowKind}
    for kind, flow in FLOWS.items():
        grown = True
        while grown:
            targets = {
                str(t.target.value)
                for state in flow.pool.machine.states
                if state.value in reachable[kind]
                for t in state.transitions
                if t.target is not None
            }
            grown = not targets <= reachable[kind]
            reachable[kind] |= targets
        assert reachable[kind] == flow.pool.states
