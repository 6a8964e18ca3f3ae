"""A typed phone number becomes one E.164 value, and whether a text may go there."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

# Overseas regions of France whose mobiles our senders reach, with their INSEE territory.
OVERSEAS = {
    "GP": "971",
    "MQ": "972",
    "GF": "973",
    "RE": "974",
    "PM": "975",
    "YT": "976",
    "BL": "977",
    "MF": "978",
}
# Ranges that the regulator keeps for fiction; phonenumbers calls them invalid.
_FICTION_MOBILE = re.compile(r"\+3363998\d{4}")
_FICTION_LANDLINE = re.compile(r"\+33(?:19900|26191|35301|46571|53649)\d{4}")
# Emergency, helplines, enquiries, numbers of four figures, short codes of texts.
_SHORT = re.compile(r"1[578]|1[1-9]\d|116\d{3}|118\d{3}|3\d{3}|[3-8]\d{4}|666|888", re.ASCII)
_PLATFORM = re.compile(r"\+339(?:37|38|39)\d{6}")  # robots that text; nobody picks up there
_SERVICE = {
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.UAN,
    PhoneNumberType.VOICEMAIL,
}
_MOBILE = {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE}
_WRITTEN = re.compile(r"[+\d][\d\s().\-/\u00a0\u202f]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Phone:
    """`value` in E.164; `textable` False: a landline or a foreign number, a human calls it;
    `territory`: what its prefix tells (overseas only)."""

    value: str
    textable: bool
    territory: str | None = None


class NotAPhone(Exception):
    """Not a person's phone number; `code` is a word of bot.referrals.words."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def read_phone(
    text: str, *, production: bool, territory: str | None = None, ours: Collection[str] = ()
) -> Phone:
    """The number as typed, in national or international form. `territory` (INSEE) helps to read
    an overseas number in national form. The fiction ranges are accepted except in production.
    `ours`: the numbers that our own texts leave from, which are nobody's.

    Raises NotAPhone."""
    typed = text.strip()
    if not _WRITTEN.fullmatch(typed) or len(typed) > 30:
        raise NotAPhone("phone")
    if _SHORT.fullmatch(re.sub(r"\D", "", typed)):
        raise NotAPhone("phone_service")
    for region in _regions(territory):
        number = _parsed(typed, region)
        if number is None:
            continue
        found = _understood(number, production)
        if found is not None and found.value in ours:
            raise NotAPhone("phone_ours")
        if found is not None:
            return found
    raise NotAPhone("phone")


def _regions(territory: str | None) -> list[str]:
    own = [region for region, code in OVERSEAS.items() if code == territory]
    return [*own, "FR", *(region for region in OVERSEAS if region not in own)]


def _parsed(typed: str, region: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(typed, region)
    except NumberParseException:
        return None


def _understood(number: PhoneNumber, production: bool) -> Phone | None:
    value = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    if not production and _FICTION_MOBILE.fullmatch(value):
        return Phone(value, textable=True)
    if not production and _FICTION_LANDLINE.fullmatch(value):
        return Phone(value, textable=False)
    region = phonenumbers.region_code_for_number(number)
    french = number.country_code in (33, 262, 508, 590, 594, 596)
    if french and not phonenumbers.is_valid_number(number):
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    kind = phonenumbers.number_type(number)
    nobody = region == "001" or _PLATFORM.fullmatch(value)  # 001: satellites, world-wide services
    if kind in _SERVICE or nobody:
        raise NotAPhone("phone_service")
    return Phone(value, textable=french and kind in _MOBILE, territory=OVERSEAS.get(region or ""))
