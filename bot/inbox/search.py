"""Find a file of one's team by number or first name. Numbers go through the blind index; names are
sealed, so they are opened for the team's newest files only, and no further."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import phonenumbers
from sqlmodel import Session, col, select

from bot.crypto import SealBroken, Vault
from bot.inbox import dates, words
from bot.inbox.person import NO_NAME
from bot.inbox.viewer import Viewer
from bot.models import Address, Conversation, Youth
from bot.store import first_name
from flows.effects import Speaker
from flows.events import Outcome

OPENED = 2000  # names opened for one search, at most
PAGE = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One file of the team."""

    conversation_id: str
    name: str
    state: str
    owner: str
    last: str


@dataclass(frozen=True, slots=True)
class Files:
    """A page of files; `after` asks for the next one; `cut` when older names were not opened."""

    rows: tuple[Found, ...]
    after: str | None = None
    cut: bool = False


def search(session: Session, vault: Vault, who: Viewer, now: datetime, asked: str) -> Files:
    """Files whose number is `asked`, or whose first name starts with it, accents aside."""
    wanted = asked.strip()
    number = _number(wanted)
    if number is not None:
        return _by_number(session, vault, who, now, number)
    return _by_name(session, vault, who, now, plain(wanted)) if wanted else Files(())


def every(
    session: Session, vault: Vault, who: Viewer, now: datetime, after: str | None = None
) -> Files:
    """All the team's files, the newest first."""
    query = _of_team(who)
    if after:
        query = query.where(col(Conversation.id) < after)
    rows = session.exec(query.limit(PAGE + 1)).all()
    shown = tuple(_found(vault, who, now, *row) for row in rows[:PAGE])
    return Files(shown, shown[-1].conversation_id if len(rows) > PAGE else None)


def plain(name: str) -> str:
    """A name without accents or case, for comparing."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in bare if not unicodedata.combining(one)).strip()


def _number(asked: str) -> str | None:
    """E.164 when `asked` reads as a phone number."""
    if sum(one.isdigit() for one in asked) < 6:
        return None
    try:
        parsed = phonenumbers.parse(asked, "FR")
    except phonenumbers.NumberParseException:
        return None
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def _by_number(session: Session, vault: Vault, who: Viewer, now: datetime, number: str) -> Files:
    rows = session.exec(
        _of_team(who)
        .join(Address, col(Address.youth_id) == Youth.id)
        .where(Address.value_index == vault.index(number))
        .limit(PAGE)
    ).all()
    once = {talk.id: (talk, youth) for talk, youth in rows}  # one person may have it twice
    return Files(tuple(_found(vault, who, now, talk, youth) for talk, youth in once.values()))


def _by_name(session: Session, vault: Vault, who: Viewer, now: datetime, wanted: str) -> Files:
    rows = session.exec(_of_team(who).limit(OPENED + 1)).all()
    found = []
    for talk, youth in rows[:OPENED]:
        if plain(_name(vault, youth)).startswith(wanted):
            found.append(_found(vault, who, now, talk, youth))
        if len(found) == PAGE:
            break
    return Files(tuple(found), cut=len(rows) > OPENED)


def _of_team(who: Viewer) -> Any:
    return (
        select(Conversation, Youth)
        .join(Youth, col(Conversation.youth_id) == Youth.id)
        .where(Conversation.team_id == who.team_id)
        .order_by(col(Conversation.id).desc())
    )


def _name(vault: Vault, youth: Youth) -> str:
    try:
        return first_name(vault, youth)
    except SealBroken:
        return ""


def _found(vault: Vault, who: Viewer, now: datetime, talk: Conversation, youth: Youth) -> Found:
    if talk.closed_at is not None and talk.outcome:
        state = f"Clos : {words.OUTCOMES.get(Outcome(talk.outcome), talk.outcome).lower()}"
    else:
        state = {
            Speaker.BOT.value: "Le robot a la main",
            Speaker.HUMAN.value: "Une personne a la main",
            Speaker.NOBODY.value: "Plus personne n'écrit",
        }.get(talk.speaker, talk.speaker)
    last = talk.last_inbound_at
    return Found(
        conversation_id=talk.id,
        name=_name(vault, youth) or NO_NAME,
        state=state,
        owner=who.called(talk.owner_id),
        last=f"a écrit {dates.moment(last, now, who.zone)}" if last else "n'a pas encore écrit",
    )
