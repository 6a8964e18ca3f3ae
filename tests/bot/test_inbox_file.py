"""The page of a file, as reads: the story, the robot's state, the composer, search, the poll."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.clock import FrozenClock
from bot.inbox import board, colleagues, cursor, file, known, search
from bot.inbox.file import File
from bot.inbox.viewer import viewer
from bot.models import Address, JournalEntry, Note, Timer
from bot.store import Gone, Store, seal, youth_key
from flows.effects import Priority, TaskKind
from tests.cast import LEA_PHONE, Cast, Person, hours
from tests.inbox import another_team, task


def opened(store: Store, by: str, person: Person, before: str | None = None) -> File:
    with store.reading() as session:
        who = viewer(session, by, store.clock.now())
        return file.read(session, store, who, person.conversation.id, before)


def nudge(cast: Cast, person: Person, kind: str, days: float) -> None:
    assert person.flow is not None
    with cast.store.transaction() as session:
        session.add(
            Timer(
                conversation_id=person.conversation.id,
                flow_id=person.flow.id,
                kind=kind,
                due=cast.store.clock.now() + timedelta(days=days),
                epoch=person.flow.epoch,
            )
        )


def test_the_story_tells_who_wrote_and_where_each_text_stands(cast: Cast, store: Store) -> None:
    lea, karim = cast.lea(), cast.karim()
    cast.message(lea, "Bonjour Léa", state="accepted", delivery=7)
    cast.message(lea, "Encore", state="accepted", delivery=4)
    cast.message(
        lea, "Coucou", author="aiguilleur", author_id=karim.id, state="accepted", delivery=8
    )
    cast.message(lea, "Allo", state="failed", error_code=30005)
    cast.message(lea, "Plus tard", state="cancelled", why="speaker_human")
    cast.wrote(lea, "oui", rules=["yes.plain"], safety="concern")
    lines = opened(store, karim.id, lea).story.lines
    assert [line.author for line in lines] == [
        "Le robot",
        "Le robot",
        "Vous",
        "Le robot",
        "Le robot",
        "",
    ]
    assert [line.state.word if line.state else None for line in lines] == [
        "arrivé",
        "en cours",
        "lu",
        "pas arrivé",
        "annulé",
        None,
    ]
    failed = lines[3].state
    assert failed and failed.reason == "Ce numéro n'est plus attribué."
    assert failed.todo == "Demander un autre numéro."
    assert lines[4].state and lines[4].state.reason == "une personne a pris la main"
    assert lines[5].text == "oui" and lines[5].safety and lines[5].rules == ("yes.plain",)


def test_a_mail_is_folded_and_shows_no_personal_link(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    text = "Ouvrir : https://sas.example/relais/abc-DEF_1 merci"
    cast.message(lea, text, channel="mail", recipient="structure", state="accepted")
    line = opened(store, cast.karim().id, lea).story.lines[0]
    assert (line.mail, line.to) == (True, "à la structure")
    assert line.text == "Ouvrir : [lien personnel] merci"
    assert line.state and line.state.word == "parti"


def test_what_a_turn_was_read_as_stands_beside_its_texts(cast: Cast, store: Store) -> None:
    lea, now = cast.lea(), store.clock.now()
    cast.wrote(lea, "oui", state="handled", handled_at=now)
    with store.transaction() as session:
        session.add(
            JournalEntry(
                conversation_id=lea.conversation.id,
                at=now,
                who="youth",
                code="TextsReceived",
                data={"intents": ["yes"]},
            )
        )
    line = opened(store, cast.karim().id, lea).story.lines[0]
    assert (line.read_as, line.intents) == ("oui", ("yes",))


def test_a_long_story_has_pages(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    made = [cast.message(lea, f"n{i}").id for i in range(45)]
    last = opened(store, cast.karim().id, lea).story
    assert [line.id for line in last.lines] == made[5:]
    first = opened(store, cast.karim().id, lea, last.before).story
    assert [line.id for line in first.lines] == made[:5] and first.before is None


def test_the_robot_says_what_it_will_do_and_what_writing_cancels(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    nudge(cast, lea, "day3", 2.3)
    nudge(cast, lea, "day10", 9)
    nudge(cast, lea, "call_task", 1)
    found = opened(store, cast.karim().id, lea)
    assert found.robot.sentence == "Le robot relance jeudi 17\u00a0h\u00a012."
    assert found.robot.may_take and not found.robot.may_hand_back
    assert found.composer.cancels == "2 relances prévues"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"speaker": "human"}, "À vous de répondre. Le robot se tait."),
        ({"speaker": "nobody"}, "Plus personne n'écrit dans ce dossier."),
        ({}, "Le robot a la main et attend une réponse."),
    ],
)
def test_the_robot_is_one_sentence(
    cast: Cast, store: Store, changes: dict[str, str], sentence: str
) -> None:
    lea = cast.lea()
    cast.change(lea.conversation, **changes)
    nudge(cast, lea, "watch", 1)
    assert opened(store, cast.karim().id, lea).robot.sentence == sentence


def test_a_nudge_of_an_older_epoch_is_not_announced(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    nudge(cast, lea, "day3", 2)
    cast.change(lea.flow, epoch=3)
    assert opened(store, cast.karim().id, lea).composer.cancels == ""


@pytest.mark.parametrize(
    ("youth", "address", "word"),
    [
        ({"opted_out_at": True}, {}, "STOP"),
        ({"deceased_at": True}, {}, "décès"),
        ({}, {"state": "dead"}, "autre numéro"),
        ({}, {"textable": False}, "Appelez"),
        ({}, {}, ""),
    ],
)
def test_a_closed_composer_says_why(
    cast: Cast, store: Store, youth: dict[str, bool], address: dict[str, object], word: str
) -> None:
    lea = cast.lea()
    cast.change(lea.youth, **dict.fromkeys(youth, store.clock.now()))
    if address:
        cast.change(lea.address, **address)
    because = opened(store, cast.karim().id, lea).composer.closed_because
    assert word in because and bool(because) == bool(word)


def test_after_a_death_the_lead_alone_may_write(cast: Cast, store: Store) -> None:
    lea, nadia = cast.lea(), cast.lead()
    cast.change(lea.youth, deceased_at=store.clock.now())
    assert opened(store, nadia.id, lea).composer.closed_because == ""
    assert opened(store, cast.karim().id, lea).composer.closed_because


def test_the_danger_panel_has_what_15_will_ask(cast: Cast, store: Store) -> None:
    """Each fact with its age; what was said on both sides, word for word."""
    lea, now = cast.lea(commune="13004"), store.clock.now()
    cast.change(lea.referral, created_at=now - hours(7 * 24))
    cast.change(lea.address, last_inbound_at=now - hours(0.5))
    cast.message(lea, "Bonjour Léa", state="accepted")
    cast.wrote(lea, "je dors dehors", safety="emergency")
    cast.message(lea, "Appelle le 115", state="accepted", author="system", delivery=7)
    cast.wrote(lea, "Arles, la gare")
    task(cast, lea, TaskKind.DANGER, Priority.DANGER, codes=["nowhere"])
    panel = opened(store, cast.karim().id, lea).danger
    assert panel is not None and panel.kinds == ("nulle part où dormir ce soir",)
    aged = "écrit à la prescription, mardi 3 mars 10\u00a0h, il y a 7\u00a0jours"
    assert [(one.label, one.words, one.source) for one in panel.asked_by_15] == [
        ("Où, en ce moment", known.ASK, "cherchez un lieu dans « Mot pour mot »"),
        ("Commune", "code INSEE 13004, Territoire 13 (13)", aged),
        (
            "Numéro pour rappeler",
            "06 39 98 00 01",
            "dernier message de ce numéro : aujourd'hui 9\u00a0h\u00a030, il y a 30\u00a0min",
        ),
        ("Prénom", "Léa", known.UNSURE),
        ("Âge", "18 ou 19 ans (naissance en 2007)", aged),
    ]
    assert [(one.by, one.text, one.state) for one in panel.said] == [
        ("Léa", "je dors dehors", ""),
        ("Message automatique", "Appelle le 115", "arrivé"),
        ("Léa", "Arles, la gare", ""),
    ]


@pytest.mark.parametrize(
    ("memory", "missing"), [({}, known.ASK), ({"silence": True}, known.DO_NOT_ASK)]
)
def test_what_is_not_known_is_said(
    cast: Cast, store: Store, memory: dict[str, bool], missing: str
) -> None:
    """Of a number that nobody referred; after violence nothing is to be asked."""
    sam = cast.sam(birth_year=None, first_name_sealed=None)
    cast.change(sam.flow, memory=memory)
    cast.change(sam.address, state="dead")
    task(cast, sam, TaskKind.DANGER, Priority.DANGER, codes=["other"])
    panel = opened(store, cast.karim().id, sam).danger
    assert panel is not None and [one.words for one in panel.asked_by_15] == [missing] * 5


def test_a_minor_has_her_items(cast: Cast, store: Store) -> None:
    young, unknown = cast.youth("Nour", 21, birth_year=2009), cast.youth("Max", 22, birth_year=None)
    one = opened(store, cast.karim().id, young).person
    two = opened(store, cast.karim().id, unknown).person
    assert (one.minor, one.minor_unsure, one.schooling) == (True, False, True)
    assert (two.minor, two.minor_unsure) == (True, True)


def test_notes_are_apart_from_messages(cast: Cast, store: Store) -> None:
    lea, now = cast.lea(), store.clock.now()
    note = Note(
        conversation_id=lea.conversation.id,
        aiguilleur_id=cast.karim().id,
        body_sealed=None,
        at=now,
    )
    note.body_sealed = seal(youth_key(store.vault, lea.youth), "prudence", note.id, "body")
    with store.transaction() as session:
        session.add(note)
    found = opened(store, cast.karim().id, lea)
    assert [one.text for one in found.notes] == ["prudence"]
    assert found.story.lines == ()


def test_sam_of_another_team_finds_nothing(cast: Cast, store: Store) -> None:
    lea, sam = cast.lea(), another_team(cast)
    with pytest.raises(Gone):
        opened(store, sam.id, lea)
    with store.reading() as session:
        now = store.clock.now()
        who = viewer(session, sam.id, now)
        assert search.search(session, store.vault, who, now, LEA_PHONE).rows == ()
        assert search.search(session, store.vault, who, now, "lea").rows == ()
        assert search.every(session, store.vault, who, now).rows == ()
        with pytest.raises(Gone):
            cursor.news(session, store, who, lea.conversation.id, "")
    with pytest.raises(Gone):
        colleagues.come(store, lea.conversation.id, sam.id, writing=True)


@pytest.mark.parametrize("asked", ["lea", "LÉ", "06 39 98 00 01", "+33639980001", " léa "])
def test_search_by_first_name_or_number(cast: Cast, store: Store, asked: str) -> None:
    lea = cast.lea()
    cast.youth("Paul", 12)
    with store.reading() as session:
        now = store.clock.now()
        who = viewer(session, cast.karim().id, now)
        found = search.search(session, store.vault, who, now, asked).rows
    assert [one.conversation_id for one in found] == [lea.conversation.id]


def test_the_poll_is_ordered_and_idempotent(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    first = cast.message(lea, "Bonjour").id
    wrote = [cast.wrote(lea, text).id for text in ("oui", "mais pas mardi")]

    def poll(since: str) -> cursor.News:
        with store.reading() as session:
            who = viewer(session, cast.karim().id, store.clock.now())
            return cursor.news(session, store, who, lea.conversation.id, since)

    found = poll(first)
    assert [line.id for line in found.lines] == wrote and found.cursor == wrote[-1]
    assert asdict(poll(first)) == asdict(found)
    after = poll(found.cursor)
    assert after.lines == () and after.cursor == found.cursor and after.stamp == found.stamp
    cast.change(lea.conversation, speaker="human")
    assert poll(found.cursor).stamp != found.stamp


def test_colleagues_are_seen_and_their_lock_expires(
    cast: Cast, store: Store, clock: FrozenClock
) -> None:
    lea, zoe = cast.lea(), cast.aiguilleur("Zoé")
    colleagues.come(store, lea.conversation.id, zoe.id, writing=True)
    here = opened(store, cast.karim().id, lea).here
    assert (here.reading, here.writing) == ((), ("Zoé",))
    colleagues.stop_writing(store, lea.conversation.id, zoe.id)
    assert opened(store, cast.karim().id, lea).here.reading == ("Zoé",)
    clock.advance(timedelta(minutes=5, seconds=1))
    assert opened(store, cast.karim().id, lea).here == colleagues.Here((), ())


def test_one_does_not_see_oneself(cast: Cast, store: Store) -> None:
    lea, karim = cast.lea(), cast.karim()
    colleagues.come(store, lea.conversation.id, karim.id, writing=True)
    assert opened(store, karim.id, lea).here == colleagues.Here((), ())


def test_an_erased_file_opens_without_a_name(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    cast.message(lea, "Bonjour")
    cast.change(lea.youth, data_key=None, erased_at=store.clock.now())
    found = opened(store, cast.karim().id, lea)
    assert found.person.name == "Numéro inconnu" and found.person.numbers == ()
    assert found.story.lines[0].text == ""


def test_a_retired_number_is_no_longer_offered(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    cast.change(lea.address, retired_at=store.clock.now())
    found = opened(store, cast.karim().id, lea)
    assert found.person.numbers == () and found.composer.channels == ()
    assert isinstance(cast.fresh(lea.address), Address)


def test_the_fifth_text_without_an_answer_is_warned_of(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    for _ in range(4):
        cast.message(lea, "Bonjour", state="accepted")
    assert opened(store, cast.karim().id, lea).composer.warns
    cast.change(lea.conversation, last_inbound_at=store.clock.now())
    assert not opened(store, cast.karim().id, lea).composer.warns


def test_what_the_prescriber_said_is_shown_to_the_aiguilleur(cast: Cast, store: Store) -> None:
    lea = cast.lea()
    assert lea.referral is not None
    key = youth_key(store.vault, lea.youth)
    said = json.dumps({"reason": "fin de contrat", "adult": {"name": "Tata", "phone": "x"}})
    cast.change(
        lea.referral,
        details_sealed=seal(key, said, lea.referral.id, "details"),
        best_time="noon",
    )
    fact = opened(store, cast.karim().id, lea).referrals[0]
    assert fact.by == "Mme Roux, Mission Locale d'Arles"
    assert dict(fact.lines) == {
        "Au courant de la démarche": "oui",
        "Meilleur moment": "le midi",
        "Source à dire": "Mme Roux",
        "Pourquoi maintenant": "fin de contrat",
        "Adulte de confiance": "Tata, x",
    }


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_lists_are_read_by_an_index_not_by_a_scan(cast: Cast, store: Store) -> None:
    cast.lea()
    plans: list[str] = []

    @event.listens_for(store.engine, "before_cursor_execute")
    def explain(_c: Any, cursor: Any, statement: str, given: Any, *_more: Any) -> None:
        if statement.startswith("SELECT"):
            plan = cursor.connection.execute("EXPLAIN QUERY PLAN " + statement, given)
            plans.extend(f"{row[3]} / {statement[-300:]}" for row in plan.fetchall())

    with store.reading() as session:
        now = store.clock.now()
        who = viewer(session, cast.karim().id, now)
        plans.clear()
        board.board(session, store.vault, who, now)
        search.every(session, store.vault, who, now)
        search.search(session, store.vault, who, now, LEA_PHONE)
        file.read(session, store, who, cast.lea().conversation.id)
    small = ("team", "aiguilleur", "absence")  # a team's own people
    scans = [
        one
        for one in plans
        if one.startswith("SCAN") and one.split()[1] not in small and "SCAN anon" not in one
    ]
    assert scans == []
    assert any("conversation_of_team" in one for one in plans)
