"""Who the file is about, as its team may see it: name, age, town, numbers, minors' items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import phonenumbers
from sqlmodel import Session, col, select

from bot.crypto import Vault
from bot.inbox import dates, words
from bot.inbox.viewer import Viewer
from bot.models import Address, Territory, Youth
from bot.store import first_name, unseal, youth_key

NO_NAME = "Numéro inconnu"


@dataclass(frozen=True, slots=True)
class Number:
    """One live address: `shown` for reading, `value` for a tel: link (phones only)."""

    id: str
    shown: str
    value: str
    channel: str
    callable: bool
    whose: str
    state: str
    usable: bool


@dataclass(frozen=True, slots=True)
class Person:
    """What the head of the file says."""

    id: str
    name: str
    recognised: str
    age: str
    minor: bool
    minor_unsure: bool
    schooling: bool
    town: str
    language: str
    tone: str
    prefers_voice: bool
    news_agreed: str
    opted_out: str
    paused: str
    deceased: bool
    erased: bool
    numbers: tuple[Number, ...]


def person(session: Session, vault: Vault, who: Viewer, now: datetime, youth: Youth) -> Person:
    """The youth of a conversation of the viewer's team."""
    year = now.astimezone(who.zone).year
    minor = youth.birth_year is None or year - youth.birth_year <= 18
    return Person(
        id=youth.id,
        name=first_name(vault, youth) or NO_NAME,
        recognised=_recognised(who, now, youth),
        age=_age(youth, year),
        minor=minor,
        minor_unsure=minor and youth.birth_year is None,
        schooling=youth.birth_year is not None and 16 <= year - youth.birth_year <= 18,
        town=_town(session, youth),
        language=words.LANGUAGES.get(youth.language, youth.language),
        tone=youth.tone,
        prefers_voice=youth.prefers_voice,
        news_agreed=_when(who, now, youth.news_agreed_at),
        opted_out=dates.moment(youth.opted_out_at, now, who.zone) if youth.opted_out_at else "",
        paused=_paused(who, now, youth),
        deceased=youth.deceased_at is not None,
        erased=youth.erased_at is not None,
        numbers=_numbers(session, vault, youth),
    )


def spaced(value: str) -> str:
    """A phone number as people read it: 06 39 98 12 34 in France, else its international form."""
    try:
        parsed = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    french = parsed.country_code == 33
    shape = phonenumbers.PhoneNumberFormat
    return str(
        phonenumbers.format_number(parsed, shape.NATIONAL if french else shape.INTERNATIONAL)
    )


def _age(youth: Youth, year: int) -> str:
    if youth.birth_year is None:
        return "âge inconnu, peut-être moins de 18 ans"
    years = year - youth.birth_year
    return f"{years - 1} ou {years} ans (naissance en {youth.birth_year})"


def _when(who: Viewer, now: datetime, at: datetime | None) -> str:
    return dates.moment(at, now, who.zone) if at else ""


def _recognised(who: Viewer, now: datetime, youth: Youth) -> str:
    if youth.recognised_at is None:
        return ""
    by = who.called(youth.recognised_by)
    return dates.moment(youth.recognised_at, now, who.zone) + (f", par {by}" if by else "")


def _paused(who: Viewer, now: datetime, youth: Youth) -> str:
    if youth.paused_until is None or youth.paused_until <= now:
        return ""
    return dates.moment(youth.paused_until, now, who.zone)


def _town(session: Session, youth: Youth) -> str:
    territory = session.get(Territory, youth.territory_code) if youth.territory_code else None
    parts = [
        f"commune {youth.commune}" if youth.commune else "",
        territory.name if territory else "",
    ]
    return ", ".join(part for part in parts if part) or "ville inconnue"


def _numbers(session: Session, vault: Vault, youth: Youth) -> tuple[Number, ...]:
    if youth.data_key is None:
        return ()
    rows = session.exec(
        select(Address)
        .where(Address.youth_id == youth.id, col(Address.retired_at).is_(None))
        .order_by(col(Address.owner).desc(), col(Address.id).desc())
    ).all()
    key = youth_key(vault, youth)
    return tuple(_number(row, unseal(key, row.value_sealed, row.id, "value")) for row in rows)


def _number(row: Address, value: str) -> Number:
    phone = row.channel == "phone"
    return Number(
        id=row.id,
        shown=spaced(value) if phone else value,
        value=value,
        channel=words.CHANNELS.get(row.channel, row.channel),
        callable=phone and row.state not in ("dead", "someone_else"),
        whose=words.OWNERS.get(row.owner, row.owner),
        state=words.ADDRESSES.get(row.state, row.state) if row.textable else "appels seulement",
        usable=row.state not in ("dead", "someone_else"),
    )
