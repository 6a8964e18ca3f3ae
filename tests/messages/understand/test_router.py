"""The second opinion: what it may add or doubt, what it never decides, and how it is kept."""

from array import array
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading import Intent, Question, Sureness
from messages.understand import router, scan, train
from messages.understand.text import normalise
from tests.messages.understand.reads import intents, reads


@pytest.fixture
def _own_weights() -> Iterator[None]:
    """Any weights tried by a test are put back."""
    kept = router.model()
    yield
    router.use(kept)


def test_the_file_is_small_and_is_what_was_packed() -> None:
    assert router.WEIGHTS.stat().st_size < 400_000
    learnt = router.model()
    again = router.unpacked(router.packed(learnt))
    assert learnt.keys and again == learnt
    assert len(learnt.weights) == len(learnt.keys) * len(router.LABELS)
    assert list(learnt.keys) == sorted(set(learnt.keys))


def test_one_label_scores_the_same_alone_and_among_all() -> None:
    seen = router.features(normalise("jpeux pas venir demain dsl"), Question.REMINDER)
    scores = router.model().scores(seen)
    assert all(router.model().score(seen, name) == scores[name] for name in router.LABELS)


@given(st.text(max_size=80), st.sampled_from(Question), st.sets(st.sampled_from(Intent)))
def test_something_always_holds_and_stop_is_never_added(
    text: str, asked: Question, said: set[Intent]
) -> None:
    held = router.weighed(normalise(text), asked, said)
    assert held
    assert held & {Intent.STOP, Intent.START, Intent.CHOICE} <= said


@pytest.mark.usefixtures("_own_weights")
def test_without_weights_the_rules_alone_are_heard() -> None:
    router.use(router.Model(array("I"), array("b"), (0,) * len(router.LABELS)))
    assert intents("oui", asked="first_contact") == {"yes"}
    assert intents("blob", asked="open") == {"other"}
    assert scan("lachez moi la grappe").stop and not router.worries("plus rien ne sert a rien")


@pytest.mark.parametrize("text", ["pas du tout", "oui ok", "je sais pas", "si tu veux"])
def test_a_bare_answer_is_the_rules_alone(text: str) -> None:
    assert not any(r.startswith("model.") for r in reads(text, asked="first_contact").rules)


def test_what_the_model_read_is_named_so_and_asked_back() -> None:
    read = reads("jte tiens au jus dans la semaine", asked="first_contact")
    assert "model.later" in read.rules and read.sureness is Sureness.ASK


@pytest.mark.parametrize(
    "text",
    ["vous arretez jamais de bosser mdr", "quand ma mere me lache la grappe genre 20h"],
)
def test_a_stop_phrase_that_looks_like_none_is_a_doubt(text: str) -> None:
    assert scan(text).doubt and not scan(text).stop


@pytest.mark.usefixtures("_own_weights")
def test_a_hint_of_stop_is_one_when_the_model_confirms_it_and_not_by_itself() -> None:
    text = "retire mon blaze de ta liste"
    assert scan(text).rules == ("stop.weak",) and scan(text).stop
    assert not scan("je retire mon argent a la poste").stop  # the same hint, said of other things
    router.use(router.Model(array("I"), array("b"), (0,) * len(router.LABELS)))
    assert not scan(text).stop


def test_learning_twice_gives_the_same_weights_and_leaves_out_what_is_optional() -> None:
    rows = [
        {"id": f"o{n}", "text": text, "asked": "open", "intents": [label],
         "optional_intents": ["human"], "safety": "none"}
        for n, (text, label) in enumerate([("oui vas y", "yes"), ("non jamais", "no")] * 4)
    ]  # fmt: skip
    learnt = train.learn(train.examples(rows))
    assert learnt == train.learn(train.examples(rows))
    yes, human = router.LABELS.index("yes"), router.LABELS.index("human")
    assert learnt[yes]["w:oui"] > 0 > learnt[yes]["w:non"]
    assert not learnt[human]
