"""Whatever JSON comes in a field of a referral, it is read or refused in words, never an error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.referrals import Refused, read_referral
from bot.referrals.given import FIELDS, TrustedAdult

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
