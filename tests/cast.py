"""The cast of every test: Léa (youth), Karim (aiguilleur), Mme Roux (prescriber), Sam (nobody's
right), as rows of a small city, and one way to read what they are told.

    cast = Cast(store)
    lea = cast.lea()               # referred, informed, one good phone, one open conversation
    cast.message(lea, "Bonjour")   # a queued text of the bot
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from sqlmodel import Session, col, select

from bot import accounts
from bot.crypto import DataKey, digest
from bot.ids import new_id, token
from bot.models import (
    Address,
    Conversation,
    Flow,
    Handover,
    Message,
    Referral,
    Youth,
)
from bot.settings import Provider, Settings
from bot.store import body, seal, youth_key
from tests.at_work import AtWork

FULL_COST = accounts.passwords
accounts.passwords = accounts.Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
"""The suite's passwords cost little; tests/web/test_auth.py proves the product's."""

MORNING = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
"""Tuesday 10 March 2026, 10:00 in Paris: a lawful hour, people are at work."""

LEA_PHONE = "+33639980001"
SAM_PHONE = "+33639980099"
SMS_SENDER = "+33639981000"
WHATSAPP_SENDER = "+33639982000"
PROVIDER = Provider(
    account_sid="AC" + "0" * 32,
    auth_token="a token of the tests",
    sms_sender=SMS_SENDER,
    whatsapp_sender=WHATSAPP_SENDER,
)


def settings_for(url: str, folder: Path, **changes: Any) -> Settings:
    """Settings of a test: development, a provider, no debounce, a sender that is never full."""
    given: dict[str, Any] = {
        "production": False,
        "demo": False,
        "demo_data": False,
        "database_url": url,
        "redis_url": None,
        "port": 8000,
        "public_url": "http://127.0.0.1:8000",
        "state_dir": folder,
        "secret_key": "a secret of the tests",
        "data_keys": {"k1": b"1" * 32},
        "index_key": b"an index key of the tests",
        "provider": PROVIDER,
        "sender_rate": 1_000.0,
        "debounce_seconds": 0.0,
    }
    return Settings(**{**given, **changes})


@dataclass(slots=True)
class Person:
    """A youth with the rows around her."""

    youth: Youth
    address: Address
    conversation: Conversation
    referral: Referral | None = None
    flow: Flow | None = None
    phone: str = LEA_PHONE


class Cast(AtWork):
    """The youths among those people, what was said, and how it is read back."""

    # --- youths

    def lea(self, **changes: Any) -> Person:
        """Léa, 19, referred by Mme Roux, informed, one good phone, Karim is her aiguilleur."""
        return self._once("lea", lambda s: self._youth(s, "Léa", LEA_PHONE, changes))

    def sam(self, **changes: Any) -> Person:
        """Sam, whom nobody referred and who holds no right on anything of Léa's."""
        wish = {"known": False, "referred": False, "speaker": "human", **changes}
        return self._once("sam", lambda s: self._youth(s, "Sam", SAM_PHONE, wish))

    def youth(self, name: str, number: int, **changes: Any) -> Person:
        """One more youth; `number` gives her phone (0 to 4999)."""
        phone = f"+3363998{5000 + number:04d}"
        return self._once(f"youth {name} {number}", lambda s: self._youth(s, name, phone, changes))

    def _youth(self, session: Session, name: str, phone: str, wish: dict[str, Any]) -> Person:
        wish = dict(wish)
        referred, informed = wish.pop("referred", True), wish.pop("informed", True)
        speaker, owner = wish.pop("speaker", "bot"), self.karim().id
        row = new_id()
        wrapped = self.store.vault.new_key()
        key = self.store.vault.unwrap(wrapped)
        youth = Youth(
            **{
                "id": row,
                "team_id": self.team().id,
                "data_key": wrapped,
                "first_name_sealed": seal(key, name, row, "first_name"),
                "birth_year": self.now.year - 19,
                "territory_code": self.territory(),
                "created_at": self.now,
                **wish,
            }
        )
        session.add(youth)
        session.flush()
        conversation = Conversation(
            id=new_id(),
            youth_id=row,
            team_id=youth.team_id,
            owner_id=owner,
            speaker=speaker,
            opened_at=self.now,
        )
        session.add(conversation)
        session.flush()
        person = Person(youth, self._phone(session, youth, key, phone), conversation, phone=phone)
        person.flow = Flow(
            id=new_id(), conversation_id=conversation.id, kind="contact", state="waiting"
        )
        session.add(person.flow)
        if referred:
            person.referral = self._referral(session, person, informed)
        return person

    def _phone(self, session: Session, youth: Youth, key: DataKey, phone: str) -> Address:
        row = new_id()
        address = Address(
            id=row,
            youth_id=youth.id,
            owner="youth" if youth.known else "unknown",
            channel="phone",
            value_sealed=seal(key, phone, row, "value"),
            value_index=self.store.vault.index(phone),
            given_to_us_at=self.now,
        )
        session.add(address)
        session.flush()
        return address

    def _referral(self, session: Session, person: Person, informed: bool) -> Referral:
        roux = self.mme_roux()
        row, key = new_id(), youth_key(self.store.vault, person.youth)
        secret = token()
        made = Referral(
            id=row,
            youth_id=person.youth.id,
            conversation_id=person.conversation.id,
            prescriber_id=roux.id,
            organisation_id=roux.organisation_id,
            team_id=person.youth.team_id,
            territory_code=person.youth.territory_code,
            informed=informed,
            say_from_sealed=seal(key, "Mme Roux", row, "say_from"),
            tracking_digest=digest(secret),
            token_sealed=seal(self.store.vault.common, secret, row, "token"),
            created_at=self.now,
        )
        session.add(made)
        session.flush()
        return made

    # --- what was said

    def message(self, person: Person, text: str = "Bonjour", **changes: Any) -> Message:
        """One text of the bot to her, queued now, as the door would put it."""
        return self._add(lambda s: self._message(s, person, text, changes))

    def _message(
        self, session: Session, person: Person, text: str, changes: dict[str, Any]
    ) -> Message:
        row, now, real = new_id(), self.store.clock.now(), self.store.clock.real()
        given: dict[str, Any] = {
            "id": row,
            "conversation_id": person.conversation.id,
            "team_id": person.youth.team_id,
            "youth_id": person.youth.id,
            "address_id": person.address.id,
            "flow_id": person.flow.id if person.flow else None,
            "direction": "out",
            "author": "bot",
            "reason": "contact",
            "kind": "started",
            "channel": "sms",
            "key": "youth.hello",
            "state": "queued",
            "not_before": now,
            "created_at": now,
            "created_real": real,
            "body_sealed": seal(youth_key(self.store.vault, person.youth), text, row, "body"),
        }
        made = Message(**{**given, **changes})
        session.add(made)
        return made

    def wrote(self, person: Person, text: str = "oui", **changes: Any) -> Message:
        """A text of hers, received now and not handled yet."""
        given = {"direction": "in", "author": "youth", "state": "received", "kind": "answer"}
        given |= {"key": None, "flow_id": None, "provider": "twilio", "provider_id": new_id()}
        return self.message(person, text, **{**given, **changes})

    # --- reading back

    def fresh(self, row: Any) -> Any:
        """The row as the database has it now."""
        with self.store.reading() as session:
            return session.get_one(type(row), row.id)

    def said(self, person: Person, *states: str) -> list[str]:
        """The texts to her, oldest first; in those states only, if some are given."""
        with self.store.reading() as session:
            query = select(Message).where(
                Message.conversation_id == person.conversation.id, Message.direction == "out"
            )
            rows = session.exec(query.order_by(col(Message.id))).all()
            return [
                body(self.store.vault, row, person.youth)
                for row in rows
                if not states or row.state in states
            ]

    def tasks(self, person: Person) -> list[str]:
        """The kinds of her open human tasks."""
        with self.store.reading() as session:
            query = select(Handover.kind).where(
                Handover.conversation_id == person.conversation.id,
                col(Handover.closed_at).is_(None),
            )
            return sorted(session.exec(query).all())

    def change(self, row: Any, **values: Any) -> Any:
        """Change columns of a row, as something elsewhere in SAS would."""
        with self.store.transaction() as session:
            found = session.get_one(type(row), row.id)
            for name, value in values.items():
                setattr(found, name, value)
            session.add(found)
        return found


def hours(count: float) -> timedelta:
    """That many hours."""
    return timedelta(hours=count)
