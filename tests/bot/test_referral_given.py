"""Whatever JSON comes in a field of a referral, it is read or refused in words, never an error."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.referrals import Refused, Wrong, read_referral
from bot.referrals.given import FIELDS, ReferralIn, TrustedAdult, as_written
from bot.referrals.words import _WORDS

GOOD: dict[str, Any] = {"first_name": "Léa", "phone": "06 39 98 00 01", "informed": True}
TEXTS = st.text(st.characters(), max_size=20) | st.sampled_from(["x\ud800", "\udfff", "\0"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
ADULTS = st.dictionaries(st.sampled_from(list(TrustedAdult.model_fields)) | TEXTS, JSON, max_size=3)


@given(st.dictionaries(st.sampled_from(FIELDS) | TEXTS, JSON | ADULTS, max_size=4))
def test_any_json_is_read_or_refused_in_words(sent: dict[str, Any]) -> None:
    try:
        read = read_referral({**GOOD, **sent}, year=2026, production=False)
    except Refused as refused:
        assert refused.wrong
        for one in refused.wrong:
            assert (one.field + one.says("fr") + one.says("en")).encode()
    else:
        assert "\0" not in read.model_dump_json()  # which has no half character either


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("bad", ["x\ud800", "x\0"])
def test_what_cannot_be_stored_is_an_error_of_its_field(field: str, bad: str) -> None:
    with pytest.raises(Refused) as refused:
        read_referral({**GOOD, field: bad}, year=2026, production=False)
    assert [one.field for one in refused.value.wrong] == [field]


ADULT = {"name": "Sam", "phone": "06 39 98 00 02"}
PATHS = (*ReferralIn.model_fields, *(f"trusted_adult.{name}" for name in TrustedAdult.model_fields))
ZUT = "zut"  # planted in what is given: no answer may hold it
BAD: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 26, 99_999, 10**30, 1.5, float("inf"), float("nan"),
    "", " ", "\t\n", "a", "<zut>", "zut" * 1000, "zut\ud800", "zut\0", "\u202ezut", "true", "null",
    "2006", "2027-02-30", "31/01/2027", "99100", "06 39 98 00", "+33 6 39 98 00 01 23 45 67",
    [], ["zut"], [[]], {}, {"zut": 1}, {"name": {"zut": []}, "phone": ["zut"]},
)  # fmt: skip
# What a fault of each kind of value is called. Whatever else is read.
OURS = set(_WORDS) | {"not_bool"}
PYDANTIC = re.compile(
    "value error|input should|valid (string|integer)|extra inputs|field req", re.I
)


def refused(sent: dict[str, Any]) -> list[Wrong]:
    """What is wrong with it; nothing when it is read."""
    try:
        read_referral(sent, year=2026, production=False)
    except Refused as error:
        return error.wrong
    return []


def with_(path: str, value: Any) -> dict[str, Any]:
    """A good referral but for this field."""
    field, _, inner = path.partition(".")
    return {**GOOD, field: {**ADULT, inner: value} if "." in path else value}


@pytest.mark.parametrize("path", PATHS)
def test_each_field_with_each_kind_of_value_is_read_or_named(path: str) -> None:
    for bad in BAD:
        for one in refused(with_(path, bad)):
            assert one.field == path or (
                path == "trusted_adult" and one.field.startswith(f"{path}.")
            ), bad
            assert one.code in OURS, bad
            for words in (one.says("fr"), one.says("en")):
                assert ZUT not in words.replace(one.field, ""), bad
                assert not PYDANTIC.search(words), bad
                assert len(words.split()) > 3, bad  # what is expected, not only that it is wrong
            assert one.says("fr") != one.says("en"), bad


WRONG_EVERYWHERE: tuple[Any, ...] = (1.5, float("inf"), [], ["zut"], {"zut": 1}, "zut\ud800")


@pytest.mark.parametrize("path", PATHS)
def test_no_field_takes_what_is_of_no_kind_of_its_own(path: str) -> None:
    for bad in WRONG_EVERYWHERE:
        assert refused(with_(path, bad)), (path, bad)


@pytest.mark.parametrize("within", ["", "trusted_adult."])
@pytest.mark.parametrize("name", ["nir", "Phone", "", " phone", "phone\ud800", "a.b", "x" * 5000])
def test_an_unknown_field_is_named_as_written_at_each_depth(within: str, name: str) -> None:
    [one] = refused(with_(within + name, ZUT) if within else {**GOOD, name: ZUT})
    assert one.code == "unknown_field"
    assert one.field == within + as_written(name)
    for words in (one.says("fr"), one.says("en")):
        assert ZUT not in words and "phone" in words


@pytest.mark.parametrize("path", PATHS)
def test_a_fault_that_nobody_foresaw_still_says_what_is_expected(path: str) -> None:
    one = Wrong(path, "string_unicode", {"choices": "tu, vous"})
    assert len(one.says("fr").split()) > 1 and one.says("fr") != one.says("en")


def test_a_long_announcement_is_too_long_not_of_another_kind() -> None:
    [one] = refused({**GOOD, "announced": "a" * 501})
    assert (one.code, one.given) == ("too_long", {"most": "500"})


@pytest.mark.parametrize(
    ("without", "french", "english"),
    [
        ("first_name", "Ce champ manque. Un prénom", "This field is missing. A first name"),
        ("phone", "Ce champ manque. Un numéro", "This field is missing. A phone number"),
        ("informed", "Ce champ manque. true ou false", "This field is missing. true or false"),
        ("trusted_adult.name", "Ce champ manque. Un prénom", "This field is missing. A first"),
        ("trusted_adult.phone", "Ce champ manque. Un numéro", "This field is missing. A phone"),
    ],
)
def test_what_is_left_out_says_what_to_put_there(without: str, french: str, english: str) -> None:
    sent: dict[str, Any] = {**GOOD, "trusted_adult": dict(ADULT)}
    field, _, inner = without.partition(".")
    del (sent[field] if inner else sent)[inner or field]
    [one] = refused(sent)
    assert one.field == without
    assert one.says("fr").startswith(french) and one.says("en").startswith(english)
