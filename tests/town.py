"""Towns for the figures: a team with its professionals, youths and relays, as many as are told, in
rows. What a figure counts is planted here once for each unit of `size`."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel import Session, SQLModel

from bot.ids import new_id, token
from bot.models import (
    Aiguilleur,
    Conversation,
    Handover,
    JournalEntry,
    KnownExits,
    Message,
    Organisation,
    Prescriber,
    Referral,
    Relay,
    Service,
    Structure,
    Team,
    TeamTerritory,
    Territory,
    Youth,
)
from bot.store import Store

LAST_MONTH = date(2026, 2, 1)


@dataclass
class Town:
    """One team; `add` makes rows of it with defaults that a test may change."""

    session: Session
    now: datetime
    code: str
    team_id: str = field(default_factory=new_id)
    organisation_id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        team = Team(id=self.team_id, name=self.code, service="Relais Jeunes")
        self.put(team, Territory(code=self.code, name=self.code))
        self.put(
            TeamTerritory(team_id=self.team_id, territory_code=self.code),
            Organisation(
                id=self.organisation_id,
                name=f"Mission Locale {self.code}",
                kind="ML",
                territory_code=self.code,
            ),
        )

    def put(self, *rows: SQLModel) -> None:
        """These rows, now."""
        self.session.add_all(rows)
        self.session.flush()

    def ago(self, days: float) -> datetime:
        """That many days before now."""
        return self.now - timedelta(days=days)

    def aiguilleur(self, name: str, **changes: Any) -> Aiguilleur:
        """Somebody of the team."""
        row = new_id()
        given = {"email_sealed": b"x", "email_index": row, "created_at": self.now, **changes}
        made = Aiguilleur(id=row, team_id=self.team_id, name=name, **given)
        self.put(made)
        return made

    def prescriber(self, organisation_id: str | None = None, **changes: Any) -> Prescriber:
        """A professional of the town's organisation."""
        row = new_id()
        given = {"email_sealed": b"x", "email_index": row, "onboarded_at": self.now, **changes}
        made = Prescriber(id=row, organisation_id=organisation_id or self.organisation_id, **given)
        self.put(made)
        return made

    def youth(self, opened: float = 40, **changes: Any) -> Conversation:
        """A youth whose conversation was opened that many days ago."""
        outcome = changes.pop("outcome", None)
        given = {"data_key": None, "territory_code": self.code, **changes}
        hers = Youth(id=new_id(), team_id=self.team_id, created_at=self.ago(opened), **given)
        self.put(hers)
        talk = Conversation(
            id=new_id(),
            youth_id=hers.id,
            team_id=self.team_id,
            opened_at=self.ago(opened),
            outcome=outcome,
        )
        self.put(talk)
        return talk

    def referral(self, who: Prescriber, days: float, **changes: Any) -> Referral:
        """One that was given that many days ago; of a youth by card unless said otherwise."""
        given = {
            "organisation_id": who.organisation_id,
            "team_id": self.team_id,
            "territory_code": self.code,
            "informed": True,
            "tracking_digest": token(),
            "first_attempt_at": self.now,
            "created_at": self.ago(days),
            **changes,
        }
        made = Referral(prescriber_id=who.id, **given)
        self.put(made)
        return made

    def message(self, talk: Conversation, days: float, **changes: Any) -> None:
        """A text of the bot accepted that many days ago."""
        at = self.ago(days)
        given = {
            "direction": "out", "author": "bot", "reason": "contact", "channel": "sms",
            "state": "accepted", "not_before": at, "created_at": at, "created_real": at,
            **changes,
        }  # fmt: skip
        self.put(
            Message(conversation_id=talk.id, team_id=talk.team_id, youth_id=talk.youth_id, **given)
        )

    def wrote(self, talk: Conversation, days: float) -> None:
        """A text of hers."""
        self.message(talk, days, direction="in", author="youth", state="handled")

    def answered(self, talk: Conversation, days: float) -> None:
        """A text of a human."""
        self.message(talk, days, author="aiguilleur")

    def journal(self, talk: Conversation, code: str, days: float, **changes: Any) -> None:
        """A line of the journal."""
        self.put(
            JournalEntry(conversation_id=talk.id, at=self.ago(days), who="x", code=code, **changes)
        )

    def relay(self, talk: Conversation, **changes: Any) -> None:
        """A relay whose packet left 35 days ago."""
        structure = Structure(id=new_id(), name="Maison", territory_code=self.code)
        self.put(structure)
        service = Service(id=new_id(), structure_id=structure.id, name="Logement")
        self.put(service)
        given = {"status": "sent", "sent_at": self.ago(35), "created_at": self.ago(36), **changes}
        self.put(
            Relay(
                conversation_id=talk.id,
                youth_id=talk.youth_id,
                team_id=self.team_id,
                service_id=service.id,
                structure_id=structure.id,
                proposed_by=self.aiguilleur("Karim").id,
                **given,
            )
        )


def lives(town: Town, size: int) -> None:
    """A town where every figure is at least `size`, and none is the same for two sizes."""
    for _ in range(size):
        _referred(town)
        _talked(town)
        _relayed(town)
    town.prescriber()
    town.youth()
    town.put(
        KnownExits(
            organisation_id=town.organisation_id,
            month=LAST_MONTH,
            number=10 * size,
            source="Tableau de suivi",
            entered_by="system",
            entered_at=town.now,
        )
    )


def _referred(town: Town) -> None:
    roux = town.prescriber()
    town.referral(roux, 70)
    town.referral(roux, 25)  # 13 February: it counts among that month's exits
    town.referral(roux, 2, status="to_announce")
    town.referral(roux, 1, first_attempt_at=None)


def _talked(town: Town) -> None:
    talk = town.youth(recognised_at=town.ago(38))
    town.message(talk, 39, delivery=7)
    town.wrote(talk, 38)
    town.answered(talk, 37)
    town.youth(outcome="own_solution")
    gone = town.youth(outcome="erased")
    town.journal(gone, "Closed", 3, data={"outcome": "own_solution"})
    over = town.youth(opened=5)
    town.journal(over, "speaker", 4, before="bot", after="human")
    town.message(over, 3, claimed_at=town.ago(3))
    opened = town.ago(2)
    town.put(
        Handover(
            conversation_id=over.id,
            team_id=town.team_id,
            kind="danger",
            priority=0,
            opened_at=opened,
            taken_at=opened + timedelta(minutes=len(town.code)),
        )  # fmt: skip
    )


def _relayed(town: Town) -> None:
    talk, met = town.youth(opened=60), town.ago(30)
    yes, no = {"30": True}, {"30": False}
    town.relay(talk, met_at=met, youth_says=yes, structure_says=yes)
    town.relay(talk, met_at=met, youth_says=yes, structure_says=no)
    town.relay(talk)


def two_towns(store: Store) -> tuple[str, str]:
    """Arles, then Angers, twice its size; the ids of their teams."""
    with store.transaction() as session:
        now = store.clock.now()
        arles, angers = Town(session, now, "13"), Town(session, now, "049")
        lives(arles, 1)
        lives(angers, 2)
    return arles.team_id, angers.team_id


def utc(year: int, month: int, day: int) -> datetime:
    """Midnight of that day."""
    return datetime(year, month, day, tzinfo=UTC)
