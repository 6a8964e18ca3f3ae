"""Case 7 as a property: in no interleaving does a BOT text pass the gate after HUMAN. A send is cut
where another process may come between: gate and claim, then the last question and the call."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, rule
from hypothesis.stateful import run_state_machine_as_test as run

from bot import conversations
from bot.clock import FrozenClock
from bot.conversations import NotAllowed
from bot.holder import Holder
from bot.models import Message
from bot.outbox.claim import Claim, claim, still_to_post, unclaim
from bot.store import Store
from tests.cast import Cast
from tests.desk import Desk
from tests.faults.conftest import scaled

Figures = dict[str, object]
_number = count()
SPOKEN = "Relance"


@pytest.fixture
def desk(store: Store, clock: FrozenClock) -> Iterator[Desk]:
    """One process that sends."""
    made = Desk(store, clock)
    yield made
    made.holder.release()


class Tally:
    """How much was tried, over all interleavings."""

    def __init__(self) -> None:
        self.lives = self.calls = self.stopped = 0


class Interleaving(RuleBasedStateMachine):
    """One youth, one aiguilleur, two senders; any of them does its next step."""

    texts: Bundle[Message] = Bundle("texts")
    claims: Bundle[tuple[Claim, Holder]] = Bundle("claims")

    def __init__(self, cast: Cast, desk: Desk, other: Holder, tally: Tally) -> None:
        super().__init__()
        tally.lives += 1
        self.cast, self.desk, self.tally = cast, desk, tally
        self.holders = (desk.holder, other)
        self.person = cast.youth("Lou", next(_number))
        self.karim = cast.karim().id
        cast.change(self.person.flow, state="asked")

    @property
    def word(self) -> str:
        """Who has it now?"""
        return str(self.cast.fresh(self.person.conversation).speaker)

    @rule(target=texts)
    def decide(self) -> Message:
        """A text of the bot is decided now."""
        return self._decide()

    def _decide(self) -> Message:
        epoch = self.cast.fresh(self.person.conversation).epoch
        words = f"{SPOKEN} {next(_number)}"
        message: Message = self.cast.message(self.person, words, kind="answer", decided_epoch=epoch)
        return message

    @rule(target=claims, message=consumes(texts), other=st.booleans())
    def pass_the_gate(self, message: Message, other: bool) -> tuple[Claim, Holder] | None:
        """A sender brings it to the last gate."""
        return self._pass(message, other)

    def _pass(self, message: Message, other: bool) -> tuple[Claim, Holder] | None:
        holder, before = self.holders[other], self.word
        held = claim(self.cast.store, message.id, holder, self.desk.report)
        if isinstance(held, str):
            return None
        assert before == "bot", "a text of the bot passed the gate while a human had the word"
        return held, holder

    @rule(held=consumes(claims))
    def call_the_carrier(self, held: tuple[Claim, Holder] | None) -> None:
        """The last question, and the call."""
        if held is None:
            return
        mine, holder = held
        if not still_to_post(mine, holder):
            unclaim(self.cast.store, mine, holder)
            self.tally.stopped += 1
            return
        assert self.word == "bot", "a text of the bot left while a human had the word"
        self.tally.calls += 1

    @rule(target=claims, other=st.booleans())
    def decide_and_pass(self, other: bool) -> tuple[Claim, Holder] | None:
        """What is decided is brought to the gate at once."""
        return self._pass(self._decide(), other)

    @rule(writes=st.booleans())
    def human_speaks(self, writes: bool) -> None:
        """Karim takes the word, or writes and so has it."""
        given = (self.cast.store, self.person.conversation.id, self.karim)
        if writes:
            conversations.reply(*given, "Je suis là", confirm=True)
        else:
            conversations.take_over(*given)
        assert self.word == "human"

    @rule()
    def hand_back(self) -> None:
        """Karim gives the word back, if he has it."""
        try:
            conversations.hand_back(
                self.cast.store, self.person.conversation.id, self.karim, "ask_slot"
            )
        except NotAllowed:
            assert self.word == "bot"


@pytest.mark.parametrize("lives", [8, pytest.param(0, marks=pytest.mark.fault)])
def test_in_no_interleaving_does_the_bot_pass_after_a_human(
    cast: Cast, desk: Desk, store: Store, figures: Figures, lives: int
) -> None:
    """`lives` 0: as many as this run goes."""
    other, tally = Holder(store), Tally()
    chosen = settings(
        max_examples=lives or scaled(500),
        stateful_step_count=10,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run(lambda: Interleaving(cast, desk, other, tally), settings=chosen)
    finally:
        other.release()
    figures |= {"interleavings": tally.lives, "texts that left": tally.calls}
    figures |= {"stopped after their claim": tally.stopped, "after a human": 0}
    assert tally.calls
