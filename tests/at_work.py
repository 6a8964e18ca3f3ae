"""Who works in the small city of the tests, as rows: territory, team, aiguilleurs, Mme Roux, and a
structure. `tests.cast.Cast` adds the youths."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, select

from bot.crypto import digest
from bot.ids import new_id
from bot.models import (
    Address,
    Aiguilleur,
    Organisation,
    Prescriber,
    Service,
    Structure,
    Team,
    TeamTerritory,
    Territory,
)
from bot.store import Store, seal


class AtWork:
    """Makes people as rows, each when first asked for. Everybody works in the same team."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.now = store.clock.now()
        self._made: dict[str, Any] = {}

    # --- people at work

    def territory(self, code: str = "13", zone: str = "Europe/Paris", holidays: str = "") -> str:
        """Bouches-du-Rhône, or another one."""
        return str(
            self._once(f"territory {code}", lambda s: self._territory(s, code, zone, holidays))
        )

    def _territory(self, session: Session, code: str, zone: str, holidays: str) -> str:
        session.add(Territory(code=code, name=f"Territoire {code}", zone=zone, holidays=holidays))
        return code

    def team(self) -> Team:
        """The team of Arles: a written danger plan, open on working days."""
        return self._once("team", self._team)

    def _team(self, session: Session) -> Team:
        code = self.territory()
        team = Team(
            id=new_id(),
            name="Arles",
            service="Relais Jeunes",
            danger_plan={"written": True, "who": "Karim", "fallback": "15", "caller": "Karim"},
            call_number_end="1000",
        )
        session.add(team)
        session.flush()
        session.add(TeamTerritory(team_id=team.id, territory_code=code))
        return team

    def karim(self) -> Aiguilleur:
        """The aiguilleur of Léa."""
        return self.aiguilleur("Karim")

    def lead(self) -> Aiguilleur:
        """Nadia leads the team."""
        nadia = self.aiguilleur("Nadia", lead=True)
        with self.store.transaction() as session:
            team = session.get_one(Team, self.team().id)
            team.lead_id = nadia.id
            self.team().lead_id = nadia.id
        return nadia

    def aiguilleur(self, name: str, **changes: Any) -> Aiguilleur:
        """Anyone of the team, present in working hours."""
        return self._once(f"aiguilleur {name}", lambda s: self._aiguilleur(s, name, changes))

    def _aiguilleur(self, session: Session, name: str, changes: dict[str, Any]) -> Aiguilleur:
        row, mail = new_id(), f"{name.lower()}@sas.example"
        common = self.store.vault.common
        made = Aiguilleur(
            id=row,
            team_id=self.team().id,
            name=name,
            email_sealed=seal(common, mail, row, "email") or b"",
            email_index=self.store.vault.index(mail),
            created_at=self.now,
            **changes,
        )
        session.add(made)
        session.flush()
        self._mailbox(session, "aiguilleur", row, mail)
        return made

    # --- who refers, who receives

    def mme_roux(self, kind: str = "ML") -> Prescriber:
        """The prescriber, of a Mission Locale unless said otherwise."""
        return self._once("mme_roux", lambda s: self._prescriber(s, kind))

    def _prescriber(self, session: Session, kind: str) -> Prescriber:
        organisation = Organisation(id=new_id(), name="Mission Locale d'Arles", kind=kind)
        session.add(organisation)
        session.flush()
        row, mail = new_id(), "roux@ml.example"
        made = Prescriber(
            id=row,
            organisation_id=organisation.id,
            name="Mme Roux",
            email_sealed=seal(self.store.vault.common, mail, row, "email") or b"",
            email_index=self.store.vault.index(mail),
            key_digest=digest("the key of Mme Roux"),
            onboarded_at=self.now,
        )
        session.add(made)
        session.flush()
        self._mailbox(session, "prescriber", row, mail)
        return made

    def service(self) -> Service:
        """A housing service with a known capacity, at a structure with a shared mailbox."""
        return self._once("service", self._service)

    def _service(self, session: Session) -> Service:
        row, mail = new_id(), "accueil@structure.example"
        structure = Structure(
            id=row,
            name="Maison des Jeunes",
            territory_code=self.territory(),
            mailbox_sealed=seal(self.store.vault.common, mail, row, "mailbox"),
        )
        session.add(structure)
        session.flush()
        self._mailbox(session, "structure", row, mail)
        made = Service(
            id=new_id(), structure_id=row, name="Logement", capacity=4, themes=["logement"]
        )
        session.add(made)
        return made

    def _mailbox(self, session: Session, owner: str, owner_id: str, mail: str) -> Address:
        row = new_id()
        address = Address(
            id=row,
            owner=owner,
            owner_id=owner_id,
            channel="mail",
            value_sealed=seal(self.store.vault.common, mail, row, "value"),
            value_index=self.store.vault.index(f"{mail} {owner_id}"),
        )
        session.add(address)
        session.flush()
        return address

    def mailbox(self, owner_id: str) -> Address:
        """The e-mail address of a prescriber, a structure or an aiguilleur."""
        with self.store.reading() as session:
            query = select(Address).where(Address.owner_id == owner_id, Address.channel == "mail")
            return session.exec(query).one()

    def _once(self, name: str, make: Any) -> Any:
        if name not in self._made:
            # Whom this one needs is made first, in transactions of their own: a builder must not
            # ask for another one from inside a write lock.
            self._needs(name)
            with self.store.transaction() as session:
                self._made[name] = make(session)
        return self._made[name]

    def _needs(self, name: str) -> None:
        if name == "team":
            self.territory()
        elif name.startswith("aiguilleur"):
            self.team()
        elif name == "service":
            self.territory()
        elif name == "lea" or name == "sam" or name.startswith("youth"):
            self.karim()
            self.mme_roux()

    def _add(self, make: Any) -> Any:
        with self.store.transaction() as session:
            return make(session)
