"""Home of the inbox: what comes first, why it is there, and whose it is."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.gateways import ErrorKind
from bot.inbox import board, reasons, robot, steps, tasks, words
from bot.inbox.board import Tray
from bot.inbox.viewer import viewer
from bot.models import Absence, Handover
from bot.outbox.verdict import Why
from bot.settings import ROOT
from bot.store import Store
from flows import events as facts
from flows.contact import table as contact
from flows.effects import Priority, Speaker, TaskKind
from flows.events import CallOutcome, Outcome
from flows.prescriber import table as prescriber
from flows.reading import Intent
from flows.relay import table as relay
from tests.cast import Cast, hours
from tests.inbox import another_team, task

ORDER = [
    (TaskKind.PRESCRIBER_NEWS, Priority.PRESCRIBER, 1),
    (TaskKind.ANSWER, Priority.WAITING, 5),
    (TaskKind.STRUCTURE_CALL, Priority.STRUCTURE, -4),
    (TaskKind.DANGER, Priority.DANGER, 0),
    (TaskKind.CALL, Priority.CALL, 2),
    (TaskKind.ASKED_HUMAN, Priority.WAITING, 1),
    (TaskKind.NO_STEP, Priority.ROUTINE, None),
]


def _kinds(store: Store, by: str, tray: Tray = Tray.MINE) -> list[str]:
    with store.reading() as session:
        who = viewer(session, by, store.clock.now())
        return [
            r.kind for r in board.board(session, store.vault, who, store.clock.now(), tray).rows
        ]


def test_the_promise_broken_soonest_comes_first(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    for kind, priority, due in ORDER:
        task(cast, lea, kind, priority, due=due)
    assert _kinds(store, cast.karim().id) == [
        TaskKind.DANGER,
        TaskKind.ASKED_HUMAN,
        TaskKind.ANSWER,
        TaskKind.CALL,
        TaskKind.STRUCTURE_CALL,
        TaskKind.PRESCRIBER_NEWS,
        TaskKind.NO_STEP,
    ]


def test_a_row_says_why_and_since_when(cast: Cast, store: Store) -> None:
    task(cast, cast.lea(), TaskKind.ANSWER, Priority.WAITING, due=1)
    store.clock.advance(hours(2) + timedelta(minutes=10))
    with store.reading() as session:
        now = store.clock.now()
        who = viewer(session, cast.karim().id, now)
        row = board.board(session, store.vault, who, now).rows[0]
    assert (row.why, row.since, row.late, row.owner) == (
        "Léa attend une réponse",
        "depuis 2\u00a0h\u00a010",
        True,
        "vous",
    )
    assert row.promise == "en retard de 1\u00a0h\u00a010"


def test_what_is_put_off_waits_in_its_own_tray_until_its_date(cast: Cast, store: Store) -> None:
    put_off = task(cast, cast.lea(), TaskKind.CALL, Priority.CALL)
    cast.change(put_off, deferred_until=store.clock.now() + hours(24))
    assert _kinds(store, cast.karim().id) == []
    assert _kinds(store, cast.karim().id, Tray.LATER) == [TaskKind.CALL]
    store.clock.advance(hours(25))
    assert _kinds(store, cast.karim().id) == [TaskKind.CALL]


def test_mine_is_mine_what_nobody_holds_and_every_danger(cast: Cast, store: Store) -> None:
    zoe = cast.aiguilleur("Zoé")
    lea, paul = cast.lea(), cast.youth("Paul", 12)
    task(cast, lea, TaskKind.ANSWER, Priority.WAITING)
    cast.change(paul.conversation, owner_id=None)
    task(cast, paul, TaskKind.HELD, Priority.ROUTINE)
    assert _kinds(store, zoe.id) == [TaskKind.HELD]
    assert _kinds(store, zoe.id, Tray.TEAM) == [TaskKind.ANSWER, TaskKind.HELD]
    task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    assert _kinds(store, zoe.id) == [TaskKind.DANGER, TaskKind.HELD]


def test_a_substitute_has_the_files_of_who_is_away_and_chains_resolve(
    cast: Cast, store: Store
) -> None:
    zoe, ali = cast.aiguilleur("Zoé"), cast.aiguilleur("Ali")
    task(cast, cast.lea(), TaskKind.ANSWER, Priority.WAITING)
    for away, stands_in in ((cast.karim(), zoe), (zoe, ali)):
        with store.transaction() as session:
            session.add(
                Absence(
                    aiguilleur_id=away.id,
                    first_day=date(2026, 3, 9),
                    last_day=date(2026, 3, 12),
                    substitute_id=stands_in.id,
                )
            )
    assert _kinds(store, ali.id) == [TaskKind.ANSWER]
    assert _kinds(store, zoe.id) == []
    store.clock.advance(timedelta(days=4))
    assert _kinds(store, ali.id) == []


def test_another_team_sees_nothing(cast: Cast, store: Store) -> None:
    task(cast, cast.lea(), TaskKind.DANGER, Priority.DANGER)
    stranger = another_team(cast)
    assert [_kinds(store, stranger.id, tray) for tray in Tray] == [[], [], []]


def test_pages_follow_each_other_without_a_gap_or_a_double(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    made = [task(cast, lea, kind, priority, due=due) for kind, priority, due in ORDER]
    seen: list[str] = []
    after: str | None = None
    while True:
        with store.reading() as session:
            now = store.clock.now()
            who = viewer(session, cast.karim().id, now)
            page = board.board(session, store.vault, who, now, after=after, most=3)
        seen += [row.id for row in page.rows]
        after = page.after
        if after is None:
            break
    assert len(seen) == len(made) and set(seen) == {one.id for one in made}
    assert page.title_count == "7"


def test_a_place_that_cannot_be_read_starts_from_the_top(cast: Cast, store: Store) -> None:
    task(cast, cast.lea(), TaskKind.CALL, Priority.CALL)
    with store.reading() as session:
        now = store.clock.now()
        who = viewer(session, cast.karim().id, now)
        assert board.board(session, store.vault, who, now, after="¤¤").rows


def test_a_task_without_a_conversation_is_shown_too(cast: Cast, store: Store) -> None:
    with store.transaction() as session:
        session.add(
            Handover(
                team_id=cast.team().id,
                kind=TaskKind.HELP_LINES,
                priority=Priority.ROUTINE,
                opened_at=store.clock.now(),
            )
        )
    assert _kinds(store, cast.karim().id) == [TaskKind.HELP_LINES]


def test_every_code_has_its_words() -> None:
    assert set(tasks.TASKS) == set(TaskKind)
    assert set(tasks.PRIORITIES) == set(Priority)
    assert set(words.OUTCOMES) == set(Outcome)
    assert set(words.CALLS) == set(CallOutcome)
    assert set(words.INTENTS) == set(Intent)


@pytest.mark.parametrize("kind", list(TaskKind))
def test_words_are_sentences_without_a_gender(kind: TaskKind) -> None:
    for name in ("Léa", "Amina", ""):
        why, todo = tasks.why(kind, name), tasks.todo(kind, name)
        assert why[0].isupper() and todo.endswith(".") and "{" not in why + todo
        assert not any(mark in why + todo for mark in ("(e)", "·", " de A", "que A"))


def test_every_code_of_the_journal_and_of_a_relay_has_words() -> None:
    events = {name for name, kind in vars(facts).items() if _is_event(kind)}
    said = _codes(r"\bnote\(\s*\"([a-z_]+)\"", "flows")
    said |= _codes(r"journal\((?:session, store, \w+,)?\s*\"([a-z_]+)\"", "bot")
    assert (events | said) - set(steps.JOURNAL) == set()
    relays = _codes(r"MarkRelay\(\s*\"([a-z_]+)\"", "flows/relay") | set(relay.STATES)
    assert relays - set(steps.RELAY_STEPS) == set()
    states = set(contact.STATES) | set(prescriber.STATES) - set(relay.STATES)
    assert states - set(steps.STATES) - {"new"} == set()


def test_every_reason_of_the_gate_and_of_the_carrier_has_words() -> None:
    cancelled = _codes(r"cancel\(\"([a-z_]+)\"", "flows") | {f"speaker_{one}" for one in Speaker}
    assert ({one.value for one in Why} | cancelled) - set(reasons.WHY) == set()
    assert all(reasons.why(one.value) for one in ErrorKind)
    assert reasons.not_arrived("unknown", None)[0]


def test_the_robot_speaks_by_timers_that_exist() -> None:
    assert set(robot.SPEAKS) - set(contact.TIMERS) - set(relay.TIMERS) == set()


def _is_event(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, facts.Event) and kind is not facts.Event


def _codes(pattern: str, folder: str) -> set[str]:
    files = (ROOT / folder).rglob("*.py")
    return {code for file in files for code in re.findall(pattern, file.read_text())}


def test_when_she_is_free_stands_beside_her_yes() -> None:
    now = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    codes = ["2026-03-11T13:00:00+01:00", "2026-03-11T18:00:00+01:00"]
    said = tasks.because(codes, now, ZoneInfo("Europe/Paris"))
    assert said == "libre demain après-midi"
