"""What a prescriber gives: read at the edge by a model that is no table, every error at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from bot import territories
from bot.referrals import source
from bot.referrals.phones import NotAPhone, Phone, read_phone
from bot.referrals.words import Refused, Wrong

YOUNGEST = 15  # refused when this year minus the birth year is below (PRODUCT section 10)
EARLIEST = 1950
LONGEST_NAME = 30
LANGUAGES = ("fr", "en", "ar", "uk", "es", "prs", "ps")
TONES = ("tu", "vous")
BEST_TIMES = ("morning", "noon", "evening")


def _tidy(value: Any) -> Any:
    return (
        " ".join(unicodedata.normalize("NFC", value).split()) if isinstance(value, str) else value
    )


def _line(most: int) -> Any:
    return Annotated[str, BeforeValidator(_tidy), Field(max_length=most)]


def _text(most: int) -> Any:
    return Annotated[str, Field(max_length=most)]


def _name(value: str) -> str:
    if not value:
        raise PydanticCustomError("empty", "empty")
    letters = [c for c in value if unicodedata.category(c)[0] in "LM"]
    if not letters or not all(c in " '’-." or unicodedata.category(c)[0] in "LM" for c in value):
        raise PydanticCustomError("not_name", "not a name")
    return value


def _phone(value: str, info: ValidationInfo) -> str:
    """The number in E.164, or the word for what is wrong with it."""
    known: dict[str, Any] = info.context or {}
    try:
        return read_phone(
            value,
            production=bool(known.get("production")),
            territory=known.get("territory"),
            ours=known.get("ours", ()),
        ).value
    except NotAPhone as wrong:
        raise PydanticCustomError(wrong.code, "not a phone") from wrong


class TrustedAdult(BaseModel):
    """An adult whom the youth herself named."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: Annotated[str, BeforeValidator(_tidy), Field(max_length=60)]
    phone: str

    name_shape = field_validator("name")(_name)
    phone_shape = field_validator("phone")(_phone)


class ReferralIn(BaseModel):
    """One referral as given (DESIGN section 7). After validation texts are tidy, `phone` is E.164
    and `commune` upper-case."""

    model_config = ConfigDict(extra="forbid", strict=True)

    first_name: Annotated[str, BeforeValidator(_tidy), Field(max_length=LONGEST_NAME)]
    phone: str
    informed: bool
    birth_year: int | None = None
    language: Literal["fr", "en", "ar", "uk", "es", "prs", "ps"] = "fr"
    tone: Literal["tu", "vous"] | None = None
    say_from: _line(60) | None = None  # type: ignore[valid-type]
    commune: str | None = None
    reason: _text(500) | None = None  # type: ignore[valid-type]
    support_ends_on: str | None = None
    best_time: Literal["morning", "noon", "evening"] | None = None
    announced: bool | _text(500) | None = None  # type: ignore[valid-type]
    whatsapp_agreed: bool = False
    trusted_adult: TrustedAdult | None = None
    note: _text(2000) | None = None  # type: ignore[valid-type]
    reference: _line(100) | None = None  # type: ignore[valid-type]

    name_shape = field_validator("first_name")(_name)
    phone_shape = field_validator("phone")(_phone)

    @field_validator("birth_year")
    @classmethod
    def _old_enough(cls, value: int | None, info: ValidationInfo) -> int | None:
        year = int((info.context or {})["year"])
        if value is not None and not 1000 <= value <= 9999:
            raise PydanticCustomError("not_year", "not a year")
        if value is not None and year - value < YOUNGEST:
            raise PydanticCustomError("too_young", "too young", {"latest": str(year - YOUNGEST)})
        if value is not None and value < EARLIEST:
            raise PydanticCustomError("too_old", "too old", {"earliest": str(EARLIEST)})
        return value

    @field_validator("say_from")
    @classmethod
    def _sayable(cls, value: str | None) -> str | None:
        if not value:
            return None
        if source.tells_too_much(value):
            raise PydanticCustomError("say_from_word", "tells too much")
        if not source.fits(value):
            raise PydanticCustomError("say_from_letters", "not a short name")
        return value

    @field_validator("commune")
    @classmethod
    def _place(cls, value: str | None) -> str | None:
        if not value:
            return None
        code = value.strip().upper()
        if territories.of_commune(code) is None or not code[2:].isdigit():
            raise PydanticCustomError("commune", "not a commune")
        return code

    @field_validator("support_ends_on")
    @classmethod
    def _day(cls, value: str | None) -> str | None:
        if not value:
            return None
        try:
            if len(value) != 10:
                raise ValueError
            return date.fromisoformat(value).isoformat()
        except ValueError as wrong:
            raise PydanticCustomError("date", "not a date") from wrong


FIELDS = tuple(ReferralIn.model_fields)
_NAMES = {*FIELDS, *(f"trusted_adult.{name}" for name in TrustedAdult.model_fields)}
_NAMES -= {"informed", "birth_year", "whatsapp_agreed"}  # no text at all may stand there


def read_referral(
    given: object, *, year: int, production: bool, ours: Collection[str] = ()
) -> ReferralIn:
    """The referral, tidy; `year` is the current one (SAS time), `ours` the numbers that our own
    texts leave from. Raises Refused with them all."""
    if not isinstance(given, Mapping):
        raise Refused([Wrong("", "not_object")])
    commune = given.get("commune")
    territory = (
        territories.of_commune(commune.strip().upper()) if isinstance(commune, str) else None
    )
    context = {"year": year, "production": production, "territory": territory, "ours": ours}
    storable, found = _storable(given)
    try:
        read = ReferralIn.model_validate(storable, context=context)
    except ValidationError as failure:
        raise Refused(_wrongs(failure.errors(), found)) from None
    if found:
        raise Refused(list(found.values()))
    if read.trusted_adult is not None and read.trusted_adult.phone == read.phone:
        raise Refused([Wrong("trusted_adult.phone", "same_phone")])
    return read


def phone_of(read: ReferralIn, *, production: bool) -> Phone:
    """The validated number, with what may be done with it."""
    return read_phone(read.phone, production=production)


def _storable(
    given: Mapping[str, Any], within: str = ""
) -> tuple[dict[str, Any], dict[str, Wrong]]:
    """What a database can hold, and what is wrong with the rest: JSON may spell half a character
    (a lone surrogate) or a NUL, as a value or as the name of a field."""
    kept: dict[str, Any] = {}
    found: dict[str, Wrong] = {}
    for name, value in given.items():
        path = within + as_written(name)
        if not _can_be_stored(name):
            found[path] = Wrong(path, "unknown_field", {"fields": ", ".join(_siblings(path))})
        elif path in _NAMES and isinstance(value, str) and not _can_be_stored(value):
            found[path] = Wrong(path, "not_storable", _choices(path))
        elif name == "trusted_adult" and not within and isinstance(value, Mapping):
            kept[name], inner = _storable(value, "trusted_adult.")
            found |= inner
        else:
            kept[name] = value
    return kept, found


def as_written(name: str) -> str:
    """The name of a field as the caller wrote it, with nothing that an answer cannot carry."""
    return name.encode("utf-8", "backslashreplace").decode().replace("\0", "\\x00")


def _can_be_stored(text: str) -> bool:
    return not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in text)


_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_field",
    "string_type": "not_text",
    "bool_type": "not_bool",
    "int_type": "not_year",
    "model_type": "not_object",
    "model_attributes_type": "not_object",
    "string_too_long": "too_long",
    "literal_error": "choice",
}


def _wrongs(errors: list[ErrorDetails], known: Mapping[str, Wrong]) -> list[Wrong]:
    """What is known, then pydantic's errors in our words, one per field, in the order given."""
    found = dict(known)
    for error in errors:
        name = _path(error["loc"])
        if name == "announced" and error["type"] == "bool_type":
            continue  # the other branch says what is wrong with the text
        if name not in found:
            found[name] = _wrong(name, error)
    return list(found.values())


def _path(loc: tuple[int | str, ...]) -> str:
    """`trusted_adult.phone`; without the branch names pydantic adds for unions."""
    names = [str(part) for part in loc]
    kept = names[:1] + [part for part in names[1:] if part in TrustedAdult.model_fields]
    if len(names) > 1 and names[0] == "trusted_adult" and len(kept) == 1:
        kept.append(names[-1])
    return ".".join(kept)


def _wrong(name: str, error: ErrorDetails) -> Wrong:
    code = _CODES.get(error["type"], error["type"])
    context = error.get("ctx", {})
    if code == "too_long":
        return Wrong(name, code, {"most": str(context["max_length"])})
    if code == "unknown_field":
        return Wrong(name, code, {"fields": ", ".join(_siblings(name))})
    if code in ("too_young", "too_old"):
        return Wrong(name, code, {key: str(value) for key, value in context.items()})
    if name == "birth_year":
        return Wrong(name, "not_year")
    return Wrong(name, code, _choices(name))


def _choices(name: str) -> dict[str, str]:
    return {"choices": ", ".join(_CHOICES[name])} if name in _CHOICES else {}


def _siblings(name: str) -> tuple[str, ...]:
    return tuple(TrustedAdult.model_fields) if name.startswith("trusted_adult.") else FIELDS


_CHOICES: dict[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "tone": TONES,
    "best_time": BEST_TIMES,
}
