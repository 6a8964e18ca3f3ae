"""Whatever JSON comes in a field of a referral, it is read or refused in words, never an error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.referrals import Refused, Wrong, read_referral
from bot.referrals.given import FIELDS, ReferralIn, TrustedAdult

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


BAD = (
    None,
    True,
    1,
    -1,
    10**30,
    1.5,
    float("inf"),
    "",
    " ",
    "<zut>",
    "zut" * 1000,
    [],
    ["zut"],
    {},
)
ADULT = {"name": "Sam", "phone": "06 39 98 00 02"}


def refused(sent: dict[str, Any]) -> list[Wrong]:
    """What is wrong with it; nothing when it is read."""
    try:
        read_referral(sent, year=2026, production=False)
    except Refused as error:
        return error.wrong
    return []


@pytest.mark.parametrize("bad", [*BAD, {"zut": 1}], ids=lambda bad: repr(bad)[:12])
@pytest.mark.parametrize(
    "path", [*ReferralIn.model_fields, *(f"trusted_adult.{name}" for name in ADULT)]
)
def test_each_field_with_each_kind_of_value_is_read_or_named(path: str, bad: object) -> None:
    field, _, inner = path.partition(".")
    sent = {**GOOD, field: {**ADULT, inner: bad} if inner else bad}
    for one in refused(sent):
        assert one.field.startswith(path)
        for words in (one.says("fr"), one.says("en")):
            assert "zut" not in words  # never what was given
            assert len(words.split()) > 3  # what is expected, not only that it is wrong


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
