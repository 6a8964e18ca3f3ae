"""What 15 or 17 will ask of her (PRODUCT 9): each fact with where it comes from and how old it is,
and plainly what is not known. SAS keeps no postal address; a place is in her words or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from bot.inbox import dates
from bot.inbox.person import NO_NAME, Person
from bot.inbox.viewer import Viewer
from bot.models import Address, Conversation, Referral, Territory, Youth

ASK = "pas connu : demandez-le-lui"
DO_NOT_ASK = "pas connu : ne le demandez pas avant son OK"
"""After violence: whoever holds the phone would read the question."""

NEVER = datetime(1, 1, 1, tzinfo=UTC)
UNSURE = "identité pas confirmée : une autre personne a peut-être le téléphone"


@dataclass(frozen=True, slots=True)
class Known:
    """One thing they ask; `words` say it, or that it is not known; `source` from where, since."""

    label: str
    words: str
    source: str


def known(
    session: Session,
    who: Viewer,
    now: datetime,
    conversation: Conversation,
    about: Person,
    *,
    silence: bool,
) -> tuple[Known, ...]:
    """In the order in which they ask: where, the number, who, how old."""
    youth = session.get_one(Youth, conversation.youth_id)
    missing = DO_NOT_ASK if silence else ASK
    referred = _referred(session, who, now, conversation)
    name = "" if about.name == NO_NAME else about.name
    identity = f"identité confirmée {about.recognised}" if about.recognised else UNSURE
    age = about.age if youth.birth_year is not None else ""
    town, from_where = _town(session, youth, referred)
    number, heard = _number(session, who, now, about)
    return (
        Known("Où, en ce moment", missing, "cherchez un lieu dans « Mot pour mot »"),
        Known("Commune", town or missing, from_where),
        Known("Numéro pour rappeler", number or missing, heard),
        Known("Prénom", name or missing, identity),
        Known("Âge", age or missing, referred if age else "peut-être moins de 18 ans"),
    )


def _referred(session: Session, who: Viewer, now: datetime, conversation: Conversation) -> str:
    """How old what the prescriber wrote is; "" when nobody referred her."""
    query = select(Referral.created_at).where(Referral.conversation_id == conversation.id)
    at = session.exec(query.order_by(col(Referral.created_at).desc()).limit(1)).first()
    return f"écrit à la prescription, {_aged(who, now, at)}" if at is not None else ""


def _town(session: Session, youth: Youth, referred: str) -> tuple[str, str]:
    """The commune is what the prescriber said; a territory alone was worked out from something
    else and proves no place."""
    row = session.get(Territory, youth.territory_code) if youth.territory_code else None
    place = f"{row.name} ({row.code})" if row is not None else ""
    if youth.commune:
        return f"code INSEE {youth.commune}, {place}".removesuffix(", "), referred
    return "", f"peut-être {place}, d'après le numéro ou l'organisme" if place else ""


def _number(session: Session, who: Viewer, now: datetime, about: Person) -> tuple[str, str]:
    """Hers, the one that she wrote from last first."""
    hers = {one.id: one for one in about.numbers if one.callable and not one.whose}
    rows = session.exec(select(Address).where(col(Address.id).in_(hers))).all()
    if not rows:
        return "", ""
    last = max(rows, key=lambda row: (row.last_inbound_at or NEVER, row.id))
    if last.last_inbound_at is not None:
        heard = f"dernier message de ce numéro : {_aged(who, now, last.last_inbound_at)}"
    else:
        heard = "aucun message n'est venu de ce numéro"
    return hers[last.id].shown, heard


def _aged(who: Viewer, now: datetime, at: datetime) -> str:
    return f"{dates.moment(at, now, who.zone)}, il y a {dates.span(now - at)}"
