"""Whom the clock tells: a danger from its text to its outcome, and a youth who waits, step by
step (PRODUCT 3.6 and section 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot import clockwork, conversations, runtime
from bot.clock import FrozenClock
from bot.conversations import Inbound
from bot.gateways.memory import MemoryGateway, MemoryMail
from bot.inbox import file
from bot.inbox.danger import Danger
from bot.inbox.viewer import viewer
from bot.models import Absence, Aiguilleur, Handover, JournalEntry, Team, Youth
from bot.outbox import Gateways
from bot.runtime import Runtime
from bot.settings import Settings
from bot.store import Store
from flows.effects import Priority, TaskKind
from flows.keys import Key
from messages.render import render
from tests.cast import LEA_PHONE, SMS_SENDER, Cast, Person
from tests.inbox import task

NIGHT = timedelta(hours=12, minutes=30)
"""From 10:00 to 22:30 in Paris, when nobody is on duty."""


@pytest.fixture
def mail() -> MemoryMail:
    """The mailboxes of the team."""
    return MemoryMail()


@pytest.fixture
def rt(settings: Settings, clock: FrozenClock, store: Store, mail: MemoryMail) -> Iterator[Runtime]:
    """A process on the database of `store`."""
    carriers = Gateways(MemoryGateway(clock.real), mail)
    made = runtime.build(settings, clock=clock, gateways=carriers)
    yield made
    made.close()


@pytest.fixture
def lea(cast: Cast) -> Person:
    """Léa, written to by the bot, whom Karim follows; Nadia leads the team."""
    found = cast.lea()
    cast.lead()
    cast.change(found.flow, state="asked")
    return found


def writes(rt: Runtime, text: str, number: int = 1) -> None:
    given = Inbound(f"SM{number:032}", SMS_SENDER, "sms", LEA_PHONE, text)
    conversations.receive(rt.store, given)
    clockwork.tick(rt)


def passes(rt: Runtime, clock: FrozenClock, **span: float) -> None:
    clock.advance(timedelta(**span))
    clockwork.tick(rt)


def away(cast: Cast, *gone: Aiguilleur, until: str | None = None) -> None:
    """For a week from today; `until`: the id of who stands in."""
    today = cast.now.date()
    with cast.store.transaction() as session:
        session.add_all(
            Absence(
                aiguilleur_id=one.id,
                first_day=today,
                last_day=today + timedelta(days=7),
                substitute_id=until,
            )
            for one in gone
        )


def rung(mail: MemoryMail) -> list[str]:
    """Who was rung since the last look, by first name."""
    names = [one.to.partition("@")[0] for one in mail.mails]
    mail.mails.clear()
    return names


def told(store: Store) -> list[tuple[str, str]]:
    """Each alert of the journal: at what hour in UTC, to which id."""
    with store.reading() as session:
        query = select(JournalEntry).where(JournalEntry.code == "alerted")
        rows = session.exec(query.order_by(col(JournalEntry.id))).all()
    return [(row.at.strftime("%H:%M"), str(row.data["to"])) for row in rows]


def panel(store: Store, who: Aiguilleur, person: Person) -> Danger | None:
    """What she sees when she opens the file, which changes nothing."""
    with store.reading() as session:
        looks = viewer(session, who.id, store.clock.now())
        return file.read(session, store, looks, person.conversation.id).danger


class TestDanger:
    def test_from_the_text_to_the_next_day(
        self,
        rt: Runtime,
        cast: Cast,
        store: Store,
        clock: FrozenClock,
        mail: MemoryMail,
        lea: Person,
    ) -> None:
        """10:00, somebody is on duty. Nobody comes: again at 5, 10 and 20 minutes, then the
        lead. At 10:34 Karim takes it; he is asked what came of it after an hour, the lead after
        two; then he says it, and when he calls again."""
        karim, nadia = cast.karim(), cast.lead()
        writes(rt, "j'ai avalé tous mes cachets")
        assert cast.said(lea)[-1].endswith("une personne de l'équipe est alertée.")
        for minutes in (5, 5, 10, 10):
            passes(rt, clock, minutes=minutes)
            before = panel(store, karim, lea)
            assert before is not None and before.reached == "", "to open it is not to be on it"
        assert told(store) == [
            ("09:00", karim.id),
            ("09:05", karim.id),
            ("09:10", karim.id),
            ("09:20", karim.id),
            ("09:30", nadia.id),
            ("09:30", karim.id),
        ]
        for letter in mail.mails:
            assert f"/inbox/{lea.conversation.id}" in letter.body and "urgente" in letter.body
            assert "Léa" not in letter.subject + letter.body
            assert "cachets" not in letter.subject + letter.body
        rung(mail)
        passes(rt, clock, minutes=4)
        conversations.take_over(store, lea.conversation.id, karim.id)
        for minutes, recalled in ((59, []), (1, ["karim"]), (60, ["nadia"])):
            passes(rt, clock, minutes=minutes)
            assert rung(mail) == recalled, "taken is not settled"
        after = panel(store, karim, lea)
        assert after is not None and after.reached == "34\u00a0min"
        tomorrow = clock.now() + timedelta(days=1)
        with pytest.raises(conversations.NotAllowed):
            conversations.settle_danger(store, lea.conversation.id, karim.id, "fine", tomorrow)
        conversations.settle_danger(store, lea.conversation.id, karim.id, "spoken", tomorrow)
        assert panel(store, karim, lea) is None
        with store.reading() as session:
            call = session.exec(select(Handover).where(Handover.kind == TaskKind.CALL_BACK)).one()
        assert call.due == tomorrow
        assert steps(store, lea) == [
            ("09:00", "DangerRead"),
            ("09:00", "alerted"),
            ("09:05", "alerted"),
            ("09:10", "alerted"),
            ("09:20", "alerted"),
            ("09:30", "alerted"),
            ("09:30", "alerted"),
            ("09:34", "HumanSpoke"),
            ("10:34", "alerted"),
            ("11:34", "alerted"),
            ("11:34", "DangerSettled"),
        ]

    def test_at_night_no_phone_rings_and_the_text_says_when(
        self,
        rt: Runtime,
        cast: Cast,
        store: Store,
        clock: FrozenClock,
        mail: MemoryMail,
        lea: Person,
    ) -> None:
        """From nine the next morning the alerts are those of the day."""
        clock.advance(NIGHT)
        writes(rt, "je veux mourir ce soir")
        assert "te lira demain vers 9 h, pas avant" in cast.said(lea)[-1]
        passes(rt, clock, hours=10, minutes=29)
        assert rung(mail) == []
        for minutes in (1, 5, 5, 10, 10):
            passes(rt, clock, minutes=minutes)
        assert [at for at, _ in told(store)] == [
            "08:00",
            "08:05",
            "08:10",
            "08:20",
            "08:30",
            "08:30",
        ]
        assert rung(mail) == ["karim"] * 4 + ["nadia", "karim"]

    def test_the_more_she_writes_the_clock_of_the_lead_stays(
        self, rt: Runtime, clock: FrozenClock, mail: MemoryMail, lea: Person
    ) -> None:
        """Each text rings who was rung; the lead still hears of it at 30 minutes, then hourly."""
        for number in range(9):
            writes(rt, "je veux mourir vraiment", number)
            passes(rt, clock, minutes=4)
        rings = rung(mail)
        assert rings.index("nadia") >= 9
        assert rings[rings.index("nadia") + 1 :] == ["karim", "nadia", "karim"]
        passes(rt, clock, hours=1)
        assert set(rung(mail)) == {"nadia", "karim"}

    def test_without_a_lead_it_stays_with_who_took_it(
        self, rt: Runtime, cast: Cast, clock: FrozenClock, mail: MemoryMail, lea: Person
    ) -> None:
        ines = cast.aiguilleur("Inès")
        cast.change(cast.team(), lead_id=None)
        writes(rt, "je veux mourir ce soir")
        conversations.take_over(rt.store, lea.conversation.id, ines.id)
        rung(mail)
        for _ in range(2):
            passes(rt, clock, hours=1)
            assert rung(mail) == ["inès"]

    def test_an_absent_owner_has_a_substitute(
        self, rt: Runtime, cast: Cast, clock: FrozenClock, mail: MemoryMail, lea: Person
    ) -> None:
        ines = cast.aiguilleur("Inès")
        cast.aiguilleur("Paul")
        away(cast, cast.karim(), until=ines.id)
        writes(rt, "je veux mourir ce soir")
        for minutes in (5, 5, 10, 10):
            passes(rt, clock, minutes=minutes)
        assert rung(mail) == ["inès"] * 4 + ["nadia", "inès"]

    def test_an_absent_owner_without_one_rings_who_is_there(
        self, rt: Runtime, cast: Cast, clock: FrozenClock, mail: MemoryMail, lea: Person
    ) -> None:
        cast.aiguilleur("Inès")
        away(cast, cast.karim())
        writes(rt, "je veux mourir ce soir")
        assert sorted(rung(mail)) == ["inès", "nadia"]
        passes(rt, clock, minutes=30)
        assert "nadia" in rung(mail)

    def test_with_nobody_there_the_lead_is_rung(
        self, rt: Runtime, cast: Cast, clock: FrozenClock, mail: MemoryMail, lea: Person
    ) -> None:
        away(cast, cast.karim(), cast.lead())
        writes(rt, "je veux mourir ce soir")
        assert "te lira" in cast.said(lea)[-1]
        for minutes in (5, 5, 10, 10):
            assert rung(mail) == ["nadia"]
            passes(rt, clock, minutes=minutes)


def steps(store: Store, person: Person) -> list[tuple[str, str]]:
    """What the journal keeps of the danger, with its hours in UTC."""
    kept = ("DangerRead", "alerted", "HumanSpoke", "DangerSettled")
    with store.reading() as session:
        query = select(JournalEntry).where(
            JournalEntry.conversation_id == person.conversation.id,
            col(JournalEntry.code).in_(kept),
        )
        rows = session.exec(query.order_by(col(JournalEntry.id))).all()
    return [(row.at.strftime("%H:%M"), row.code) for row in rows]


@pytest.mark.parametrize(
    ("hers", "text", "line"),
    [
        ("fr", "I want to kill myself", "en"),
        ("fr", "я хочу померти", "uk"),
        ("en", "je veux mourir ce soir", "en"),
        ("prs", "انتحار", "prs"),
        ("fr", "eu quero morrer", "fr"),
    ],
)
def test_a_danger_is_answered_in_the_language_of_the_text(
    rt: Runtime, cast: Cast, store: Store, lea: Person, hers: str, text: str, line: str
) -> None:
    """Where that is sure and one of ours; her own stays what it was."""
    with store.transaction() as session:
        session.get_one(Youth, lea.youth.id).language = hers
    writes(rt, text)
    now, zone = store.clock.now(), ZoneInfo("Europe/Paris")
    given = {"lu": "", "minor": ""}
    words = render(Key.DANGER_SUICIDE, given, tone="tu", language=line, now=now, zone=zone)
    assert cast.said(lea)[-1] == words.body
    with store.reading() as session:
        assert session.get_one(Youth, lea.youth.id).language == hers


class TestWaiting:
    """Karim follows Léa, Inès and Nadia are of the team, Nadia leads it."""

    @pytest.mark.parametrize(
        ("absent", "stands_in", "rungs"),
        [
            ((), None, [["karim"], ["inès", "karim"], ["karim", "nadia"], ["karim", "nadia"]]),
            (
                ("Karim",),
                "Inès",
                [["inès"], ["inès"], ["inès", "nadia"], ["inès", "nadia"]],
            ),
            (("Karim",), None, [["inès"], ["inès"], ["nadia"], ["nadia"]]),
            (("Karim", "Inès", "Nadia"), None, [["nadia"]] * 4),
        ],
        ids=["all there", "a substitute", "nobody stands in", "nobody there"],
    )
    def test_owner_then_substitute_then_lead(
        self,
        rt: Runtime,
        cast: Cast,
        clock: FrozenClock,
        mail: MemoryMail,
        lea: Person,
        absent: tuple[str, ...],
        stands_in: str | None,
        rungs: list[list[str]],
    ) -> None:
        ines = cast.aiguilleur("Inès")
        people = {"Karim": cast.karim(), "Inès": ines, "Nadia": cast.lead()}
        away(cast, *(people[one] for one in absent), until=ines.id if stands_in else None)
        owner = cast.karim().id
        task(cast, lea, TaskKind.ANSWER, Priority.WAITING, due=2, owner_id=owner)
        for span, expected in zip((2, 2, 20, 24), rungs, strict=True):
            passes(rt, clock, hours=span, minutes=1)
            assert not any("urgente" in letter.body for letter in mail.mails), "it is no danger"
            assert sorted(rung(mail)) == expected
        with cast.store.reading() as session:
            assert session.get_one(Team, cast.team().id).starts_paused
