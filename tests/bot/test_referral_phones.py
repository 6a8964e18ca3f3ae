"""Which typed numbers may be a person's: texted, called by a human, or refused in words."""

from __future__ import annotations

import pytest

from bot.referrals import Wrong
from bot.referrals.phones import NotAPhone, read_phone

OURS = {"+33639981000", "+33639981001"}
TEXTED, CALLED = "texted", "called"
READ_AS = {
    "06 39 98 00 01": TEXTED,
    "+33 7 57 00 00 01": TEXTED,
    "0692 12 34 56": TEXTED,  # Réunion
    "04 65 71 00 01": CALLED,
    "09 50 12 34 56": CALLED,
    "+44 7400 123456": CALLED,
    "+212 600 000 000": CALLED,
    # Nobody's: a human could not sensibly call them.
    "06 39 98 10 00": "phone_ours",
    "+33639981001": "phone_ours",
    "15": "phone_service",
    "112": "phone_service",
    "115": "phone_service",
    "116 117": "phone_service",
    "118 218": "phone_service",
    "3114": "phone_service",
    "39 19": "phone_service",
    "36180": "phone_service",
    "38600": "phone_service",
    "0800 123 456": "phone_service",
    "0810 123 456": "phone_service",
    "0820 123 456": "phone_service",
    "0890 12 34 56": "phone_service",
    "+33 8 99 70 70 70": "phone_service",
    "+1 800 555 0199": "phone_service",
    "+44 909 879 0000": "phone_service",
    "+800 1234 5678": "phone_service",
    "+979 123456789": "phone_service",
    "+88 1612345678": "phone_service",  # a satellite
    "09 37 12 34 56": "phone_service",  # a robot that texts
    "0939 12 34 56": "phone_service",
    # Nothing that can be dialled.
    "0033 3114": "phone",
    "06 39": "phone",
    "00 00 00 00 00": "phone",
    "+999 123456789": "phone",
    "07 00 12 34 56": "phone",
}


@pytest.mark.parametrize("typed", READ_AS)
def test_a_number_is_texted_called_or_refused(typed: str) -> None:
    try:
        found = read_phone(typed, production=False, ours=OURS)
    except NotAPhone as wrong:
        said = wrong.code
        for language, expected in (("fr", "attendu"), ("en", "expected")):
            words = Wrong("phone", wrong.code).says(language)
            assert expected in words and "06 39 98 00 01" in words
    else:
        said = TEXTED if found.textable else CALLED
    assert said == READ_AS[typed]
