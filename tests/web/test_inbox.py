"""The inbox in the browser: who sees what, what each button does, what is kept when it cannot."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import func, select

from bot import conversations
from bot.inbox import colleagues
from bot.models import (
    Absence,
    Access,
    Conversation,
    Diagnosis,
    Draft,
    Handover,
    JournalEntry,
    Message,
    Note,
    Relay,
    Youth,
)
from bot.store import Store
from bot.web.inbox.acting import ACTS
from flows.effects import Priority, TaskKind
from tests.cast import Cast, Person
from tests.inbox import another_team, task
from tests.web.conftest import signed_in


def token(client: FlaskClient) -> str:
    """Our own form's token, as the help sheet carries it."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/inbox/aide").text)
    assert found is not None
    return found.group(1)


def press(client: FlaskClient, person: Person, act: str, **fields: Any) -> Any:
    """One button of a file, pressed."""
    url = f"/inbox/{person.conversation.id}/{act}"
    return client.post(url, data={"csrf_token": token(client), **fields})


def rows(store: Store, table: type[Any]) -> int:
    """How many rows a table has."""
    with store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def talk(cast: Cast, person: Person) -> Conversation:
    """Her conversation as the database has it now."""
    found: Conversation = cast.fresh(person.conversation)
    return found


# --- who sees what


@pytest.fixture
def sam(app: Flask, cast: Cast) -> FlaskClient:
    """Sam, an aiguilleur of another team, signed in."""
    return signed_in(app, another_team(cast))


@pytest.mark.parametrize("rest", ["", "/nouvelles"])
def test_sam_of_another_team_sees_404_when_he_reads(
    cast: Cast, sam: FlaskClient, rest: str
) -> None:
    answer = sam.get(f"/inbox/{cast.lea().conversation.id}{rest}")
    assert answer.status_code == 404 and "Léa" not in answer.text


@pytest.mark.parametrize("act", [*ACTS, "brouillon", "ici", "n-importe-quoi"])
def test_sam_of_another_team_sees_404_whatever_he_presses(
    cast: Cast, store: Store, sam: FlaskClient, act: str
) -> None:
    lea = cast.lea()
    hers = task(cast, lea, TaskKind.ANSWER, Priority.WAITING)
    before = talk(cast, lea), rows(store, JournalEntry), rows(store, Message)
    fields = {
        "body": "coucou",
        "note": "x",
        "outcome": {"call": "spoken", "close": "other", "danger": "spoken"}.get(act, "done"),
        "at": "2026-03-12T10:00",
        "next_at": "2026-03-12T10:00",
        "until": "2026-03-12",
        "step": "resume",
        "to": cast.karim().id,
        "reason": "other",
        "sure": "1",
        "number": "06 39 98 00 44",
        "needs": "housing",
        "message": "m",
        "intents": "yes",
        "task": hers.id,
    }
    answer = press(sam, lea, act, **fields)
    assert answer.status_code == 404 and "Léa" not in answer.text
    assert (talk(cast, lea), rows(store, JournalEntry), rows(store, Message)) == before
    assert cast.tasks(lea) == [TaskKind.ANSWER]


def test_sam_finds_nothing_in_any_list(cast: Cast, sam: FlaskClient) -> None:
    task(cast, cast.lea(), TaskKind.DANGER, Priority.DANGER)
    pages = [sam.get(f"/inbox?tray={tray}").text for tray in ("mine", "team", "later", "all")]
    pages += [sam.post("/inbox/recherche", data={"csrf_token": token(sam), "q": "Léa"}).text]
    pages += [sam.get("/inbox/nouvelles").text]
    assert not any("Léa est" in page or "priority-0" in page for page in pages)
    assert sam.get("/inbox/nouvelles").json["danger"] is False


def test_an_unknown_file_is_a_clear_page(karim: FlaskClient) -> None:
    assert karim.get("/inbox/pas-un-dossier").status_code == 404


# --- opening


def test_opening_changes_nothing_but_the_record_of_the_view(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.wrote(lea, "oui")
    task(cast, lea, TaskKind.ANSWER, Priority.WAITING)
    before = talk(cast, lea), rows(store, JournalEntry), cast.tasks(lea)
    assert karim.get(f"/inbox/{lea.conversation.id}").status_code == 200
    karim.get(f"/inbox/{lea.conversation.id}/nouvelles")
    karim.get("/inbox")
    assert (talk(cast, lea), rows(store, JournalEntry), cast.tasks(lea)) == before
    with store.reading() as session:
        seen = session.exec(select(Access)).all()
    assert [(one.who, one.what, one.subject_id) for one in seen] == [
        (cast.karim().id, "conversation", lea.conversation.id)
    ]


def test_the_page_shows_the_story_and_the_number_beside_send(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.wrote(lea, "<b>oui</b>")
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    assert "&lt;b&gt;oui&lt;/b&gt;" in page and "<b>oui</b>" not in page
    assert 'href="tel:+33639980001"' in page
    assert "Écrire en tant que Karim" in page


def test_the_title_counts_and_names_nobody(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    task(cast, lea, TaskKind.ANSWER, Priority.WAITING)
    for url in ("/inbox", f"/inbox/{lea.conversation.id}"):
        title = re.search(r"<title>(.*?)</title>", karim.get(url).text, re.S)
        assert title and title.group(1).startswith("(1)") and "Léa" not in title.group(1)


# --- writing


def test_a_reply_leaves_and_the_human_is_the_speaker(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    task(cast, lea, TaskKind.ANSWER, Priority.WAITING)
    conversations.save_draft(store, lea.conversation.id, cast.karim().id, "Bonj")
    assert press(karim, lea, "send", body="Bonjour Léa").status_code == 303
    assert cast.said(lea, "queued") == ["Bonjour Léa"]
    assert talk(cast, lea).speaker == "human"
    assert (cast.tasks(lea), rows(store, Draft)) == ([], 0)


def test_something_that_arrived_meanwhile_asks_once_and_loses_nothing(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    seen = cast.message(lea, "Bonjour", state="accepted").id
    cast.wrote(lea, "en fait non")
    asked = press(karim, lea, "send", body="À demain alors", seen=seen)
    assert asked.status_code == 409
    assert "À demain alors" in asked.text and "en fait non" in asked.text
    assert "Envoyer quand même" in asked.text and cast.said(lea, "queued") == []
    assert press(karim, lea, "send", body="À demain", seen=seen, confirm="1").status_code == 303
    assert cast.said(lea, "queued") == ["À demain"]


def test_a_colleague_who_writes_too_asks_once(cast: Cast, store: Store, karim: FlaskClient) -> None:
    lea = cast.lea()
    colleagues.come(store, lea.conversation.id, cast.aiguilleur("Zoé").id, writing=True)
    asked = press(karim, lea, "send", body="Bonjour")
    assert asked.status_code == 409 and "Zoé écrit aussi" in asked.text
    assert press(karim, lea, "send", body="Bonjour", confirm="1").status_code == 303


@pytest.mark.parametrize(
    ("body", "word"), [("", "vide"), ("On se voit [jour] ?", "blanc"), ("a" * 1300, "trop long")]
)
def test_what_cannot_leave_is_kept_and_explained(
    cast: Cast, karim: FlaskClient, body: str, word: str
) -> None:
    lea = cast.lea()
    answer = press(karim, lea, "send", body=body)
    assert answer.status_code == 422 and word in answer.text and body in answer.text
    assert cast.said(lea) == []


def test_after_stop_a_human_does_not_write_and_keeps_the_words(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.change(lea.youth, opted_out_at=store.clock.now())
    answer = press(karim, lea, "send", body="Tu es là ?")
    assert answer.status_code == 422 and "STOP" in answer.text and "Tu es là ?" in answer.text


def test_a_note_is_never_a_message(cast: Cast, store: Store, karim: FlaskClient) -> None:
    lea = cast.lea()
    assert press(karim, lea, "note", note="prudence avec le père").status_code == 303
    assert (rows(store, Note), rows(store, Message)) == (1, 0)
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    assert "prudence avec le père" in page.split('id="notes"')[1].split("</section>")[0]
    assert "prudence" not in page.split('id="story"')[1].split("</ol>")[0]


def test_a_draft_lives_on_the_server_and_says_what_it_costs(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    size = press(karim, lea, "brouillon", body="Ça va [prénom] ? " + "a" * 150).json
    assert (size["segments"], size["blanks"]) == (2, ["[prénom]"])
    assert "Ça va [prénom] ?" in karim.get(f"/inbox/{lea.conversation.id}").text
    press(karim, lea, "brouillon", body="")
    assert rows(store, Draft) == 0


def test_a_draft_shows_the_colleague_that_somebody_writes(
    app: Flask, cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    zoe = signed_in(app, cast.aiguilleur("Zoé"))
    press(zoe, lea, "brouillon", body="Je suis en train")
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    assert "Zoé écrit" in page and "en train" not in page
    press(zoe, lea, "ici", gone="1")
    assert "Zoé" not in karim.get(f"/inbox/{lea.conversation.id}").text.split('id="here"')[1][:80]


# --- the poll


def test_the_poll_gives_new_texts_once_in_order(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    first = cast.wrote(lea, "un").id
    later = [cast.wrote(lea, word).id for word in ("deux", "trois")]
    url = f"/inbox/{lea.conversation.id}/nouvelles?since={first}"
    news = karim.get(url).json
    assert [line["id"] for line in news["lines"]] == later
    assert karim.get(url).json == news
    assert "deux" in news["lines"][0]["html"]
    again = karim.get(f"/inbox/{lea.conversation.id}/nouvelles?since={news['cursor']}").json
    assert again["lines"] == [] and again["cursor"] == news["cursor"]


def test_a_stale_page_learns_it(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    stamp = re.search(r'data-stamp="(\w+)"', page)
    url = f"/inbox/{lea.conversation.id}/nouvelles"
    assert stamp and karim.get(url).json["stamp"] == stamp.group(1)
    task(cast, lea, TaskKind.CALL, Priority.CALL)
    assert karim.get(url).json["stamp"] != stamp.group(1)


def test_the_list_learns_it_too(cast: Cast, karim: FlaskClient) -> None:
    before = karim.get("/inbox/nouvelles").json
    task(cast, cast.lea(), TaskKind.DANGER, Priority.DANGER)
    after = karim.get("/inbox/nouvelles").json
    assert before["stamp"] != after["stamp"] and after["danger"] and after["waiting"] == "1"


# --- the other buttons


def test_take_then_hand_back(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    assert press(karim, lea, "take").status_code == 303
    assert talk(cast, lea).speaker == "human"
    assert press(karim, lea, "hand-back", step="ask_slot").status_code == 303
    assert talk(cast, lea).speaker == "bot"


def test_hand_back_to_a_step_that_is_not_offered(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    assert press(karim, lea, "hand-back", step="nowhere").status_code == 422


@pytest.mark.parametrize(
    ("outcome", "speaker"), [("spoken", "human"), ("voicemail", "bot"), ("wrong_number", "bot")]
)
def test_only_a_call_in_which_they_spoke_gives_the_word(
    cast: Cast, karim: FlaskClient, outcome: str, speaker: str
) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    assert press(karim, lea, "call", outcome=outcome).status_code == 303
    assert talk(cast, lea).speaker in (speaker, "nobody")


def test_call_back_needs_its_hour(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    answer = press(karim, lea, "call", outcome="call_back")
    assert answer.status_code == 422 and "heure" in answer.text
    past = press(karim, lea, "call", outcome="call_back", next_at="2026-03-09T10:00")
    assert past.status_code == 422 and "2026-03-09T10:00" in past.text
    done = press(karim, lea, "call", outcome="call_back", next_at="2026-03-11T10:00")
    assert done.status_code == 303


def test_close_with_an_outcome(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    assert press(karim, lea, "close", outcome="own_solution").status_code == 303
    assert talk(cast, lea).outcome == "own_solution"


@pytest.mark.parametrize("outcome", ["died", "erased", "anything", ""])
def test_close_only_with_what_is_offered(cast: Cast, karim: FlaskClient, outcome: str) -> None:
    assert press(karim, cast.lea(), "close", outcome=outcome).status_code == 422


def test_danger_ends_only_with_an_outcome_and_a_next_contact(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="with_human", memory={"danger_open": "suicide"})
    hers = task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    assert press(karim, lea, "close", outcome="other").status_code == 422
    assert press(karim, lea, "end", task=hers.id, outcome="done").status_code == 422
    assert press(karim, lea, "defer", task=hers.id, until="2026-03-12").status_code == 422
    assert press(karim, lea, "danger", outcome="spoken").status_code == 422
    assert press(karim, lea, "danger", next_at="2026-03-11T10:00").status_code == 422
    assert cast.tasks(lea) == [TaskKind.DANGER]
    done = press(karim, lea, "danger", outcome="spoken", next_at="2026-03-11T10:00")
    assert done.status_code == 303 and TaskKind.DANGER not in cast.tasks(lea)
    assert TaskKind.CALL_BACK in cast.tasks(lea)


def test_a_task_is_put_off_in_two_taps_and_ended_in_two(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    hers = task(cast, lea, TaskKind.NO_STEP, Priority.ROUTINE)
    back = press(karim, lea, "defer", task=hers.id, until="2026-03-16", back="home", tray="mine")
    assert back.headers["Location"] == "/inbox?tray=mine"
    assert cast.fresh(hers).deferred_until.isoformat() == "2026-03-16T08:00:00+00:00"
    assert press(karim, lea, "end", task=hers.id, outcome="done").status_code == 303
    assert cast.tasks(lea) == []


def test_recognise_and_new_number(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    assert press(karim, lea, "recognise").status_code == 303
    assert cast.fresh(lea.youth).recognised_by == cast.karim().id
    wrong = press(karim, lea, "number", number="12")
    assert wrong.status_code == 422 and "pas été compris" in wrong.text
    assert press(karim, lea, "number", number="06 39 98 00 44").status_code == 303
    assert cast.fresh(lea.address).retired_at is not None


def test_a_number_of_another_file_is_not_taken(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    paul = cast.youth("Paul", 12)
    answer = press(karim, lea, "number", number=paul.phone)
    assert answer.status_code == 422 and "autre dossier" in answer.text


def test_transfer_within_the_team_only(cast: Cast, karim: FlaskClient) -> None:
    lea, zoe = cast.lea(), cast.aiguilleur("Zoé")
    assert press(karim, lea, "transfer", to=another_team(cast).id).status_code == 422
    assert press(karim, lea, "transfer", to=zoe.id).status_code == 303
    assert talk(cast, lea).owner_id == zoe.id


def test_a_death_stops_all_and_only_the_lead_writes(
    app: Flask, cast: Cast, karim: FlaskClient
) -> None:
    lea, nadia = cast.lea(), signed_in(app, cast.lead())
    cast.change(lea.flow, state="asked")
    assert press(karim, lea, "death").status_code == 422
    assert press(karim, lea, "death", sure="1").status_code == 303
    refused = press(karim, lea, "send", body="Bonjour")
    assert refused.status_code == 422 and "responsable" in refused.text
    assert press(nadia, lea, "send", body="Toutes nos pensées.").status_code == 303


def test_pause_and_lift_stop(cast: Cast, store: Store, karim: FlaskClient) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    assert press(karim, lea, "pause", until="2026-03-01", reason="hospital").status_code == 422
    assert press(karim, lea, "pause", until="2026-04-01", reason="hospital").status_code == 303
    youth: Youth = cast.fresh(lea.youth)
    assert youth.paused_until is not None
    paul = cast.youth("Paul", 12, opted_out_at=store.clock.now())
    cast.change(paul.flow, state="opted_out")
    assert press(karim, paul, "lift-stop").status_code == 422
    assert press(karim, paul, "lift-stop", sure="1").status_code == 303
    assert cast.fresh(paul.youth).opted_out_at is None


def test_silence_after_violence_is_lifted_with_a_reason(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="with_human", memory={"silence": True})
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    assert "tel:" not in page
    assert press(karim, lea, "send", body="Bonjour").status_code == 422
    assert press(karim, lea, "silence", reason=" ").status_code == 422
    assert press(karim, lea, "silence", reason="Vue au bureau").status_code == 303
    assert rows(store, Note) == 1
    assert press(karim, lea, "send", body="Bonjour").status_code == 303


def test_a_reading_is_corrected_in_one_tap_and_kept_without_a_text(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    hers = cast.wrote(lea, "mouais", rules=["yes.slang"])
    assert press(karim, lea, "reading", message=hers.id, intents="maybe").status_code == 303
    with store.reading() as session:
        kept = session.exec(
            select(JournalEntry).where(JournalEntry.code == "reading_corrected")
        ).one()
    assert kept.who == cast.karim().id and kept.data["message"] == hers.id
    assert kept.data["intents"] == ["maybe"] and "mouais" not in str(kept.data)
    assert press(karim, lea, "reading", message=hers.id, intents="zzz").status_code == 422
    assert press(karim, lea, "reading", message="none", intents="yes").status_code == 404


def test_a_diagnosis_points_to_her_own_messages_only(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea, paul = cast.lea(), cast.youth("Paul", 12)
    hers, his = cast.wrote(lea, "je dors chez ma tante").id, cast.wrote(paul, "rien").id
    done = press(
        karim,
        lea,
        "diagnosis",
        needs=["housing", "zzz"],
        levers=["project"],
        excerpts=[hers, his],
        free="veut un studio",
    )
    assert done.status_code == 303
    with store.reading() as session:
        row = session.exec(select(Diagnosis)).one()
    assert (row.needs, row.levers, row.excerpts) == (["housing"], ["project"], [hers])
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    assert "veut un studio" in page
    assert press(karim, lea, "diagnosis", free=" ").status_code == 422


# --- lists, absences, help


def test_search_is_posted_so_that_no_name_stays_in_a_url(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    found = karim.post("/inbox/recherche", data={"csrf_token": token(karim), "q": "lea"})
    assert found.status_code == 200 and lea.conversation.id in found.text
    assert karim.get("/inbox?q=lea").headers["Location"] == "/inbox"


def test_empty_lists_are_kind(karim: FlaskClient) -> None:
    assert "Rien ne vous attend." in karim.get("/inbox").text
    assert "reporté" in karim.get("/inbox?tray=later").text
    assert "Pas encore de dossier." in karim.get("/inbox?tray=all").text


def test_an_absence_is_declared_once_and_both_sides_see_it(
    app: Flask, cast: Cast, store: Store, karim: FlaskClient
) -> None:
    zoe = cast.aiguilleur("Zoé")
    task(cast, cast.lea(), TaskKind.ANSWER, Priority.WAITING)
    fields = {"csrf_token": token(karim), "first": "2026-03-10", "last": "2026-03-12"}
    wrong = karim.post("/inbox/absences", data={**fields, "last": "2026-03-09"})
    assert wrong.status_code == 422 and "2026-03-10" in wrong.text
    assert karim.post("/inbox/absences", data={**fields, "substitute": zoe.id}).status_code == 303
    hers = signed_in(app, zoe)
    assert "Karim : du mardi 10 mars au jeudi 12 mars" in hers.get("/inbox/absences").text
    assert "Léa attend" in hers.get("/inbox").text
    assert "ses dossiers viennent à vous" in hers.get("/inbox").text
    assert "vos dossiers vont à Zoé" in karim.get("/inbox").text
    with store.reading() as session:
        row = session.exec(select(Absence)).one()
    url = f"/inbox/absences/{row.id}/retirer"
    assert hers.post(url, data={"csrf_token": token(hers)}).status_code == 404
    assert karim.post(url, data={"csrf_token": token(karim)}).status_code == 303
    assert "Léa attend" not in hers.get("/inbox").text


def test_shortcuts_can_be_switched_off(cast: Cast, karim: FlaskClient) -> None:
    assert 'data-shortcuts="on"' in karim.get("/inbox").text
    karim.post("/inbox/raccourcis", data={"csrf_token": token(karim), "on": "0"})
    assert 'data-shortcuts="off"' in karim.get("/inbox").text


def test_every_task_of_the_list_can_be_opened(cast: Cast, store: Store, karim: FlaskClient) -> None:
    lea = cast.lea()
    for kind in TaskKind:
        task(cast, lea, kind, Priority.ROUTINE)
    assert karim.get("/inbox").status_code == 200
    assert karim.get(f"/inbox/{lea.conversation.id}").status_code == 200
    assert rows(store, Handover) == len(TaskKind)


# --- relays


def relay_of(store: Store) -> Relay:
    """The one relay."""
    with store.reading() as session:
        return session.exec(select(Relay)).one()


def test_a_relay_is_proposed_agreed_aloud_and_answered_on_the_phone(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea, service = cast.lea(), cast.service()
    cast.change(lea.flow, state="with_human")
    cast.change(lea.conversation, speaker="human")
    assert press(karim, lea, "relay", fields="phone").status_code == 422
    too_many = ["phone", "age", "commune", "language"]
    assert press(karim, lea, "relay", service=service.id, fields=too_many).status_code == 422
    assert press(karim, lea, "relay", service=service.id, fields="phone").status_code == 303
    relay = relay_of(store)
    assert (relay.status, relay.fields) == ("proposed", ["first_name", "phone"])
    again = press(karim, lea, "relay", service=service.id, fields="phone")
    assert again.status_code == 422 and "déjà en cours" in again.text
    assert press(karim, lea, "consent", relay=relay.id, agrees="yes").status_code == 422
    assert press(karim, lea, "consent", relay=relay.id, agrees="yes", words="ok").status_code == 303
    assert relay_of(store).consent_by == cast.karim().id
    cast.change(relay, status="sent", sent_at=store.clock.now())
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    assert "de vive voix" in page and "prénom, téléphone" in page
    assert press(karim, lea, "structure-said", relay=relay.id, says="zzz").status_code == 422
    said = press(karim, lea, "structure-said", relay=relay.id, says="not_for_us")
    assert said.status_code == 422


def test_a_minor_needs_the_parental_record_before_her_yes(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    nour, service = cast.youth("Nour", 21, birth_year=2009), cast.service()
    cast.change(nour.flow, state="with_human")
    cast.change(nour.conversation, speaker="human")
    assert press(karim, nour, "relay", service=service.id, fields="phone").status_code == 303
    relay = relay_of(store)
    early = press(karim, nour, "consent", relay=relay.id, agrees="yes", words="oui")
    assert early.status_code == 422 and "autorité" in early.text
    assert press(karim, nour, "authority", relay=relay.id, authority="told").status_code == 303
    done = press(karim, nour, "consent", relay=relay.id, agrees="yes", words="oui")
    assert done.status_code == 303


def test_a_relay_of_another_file_is_not_touched(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea, paul, service = cast.lea(), cast.youth("Paul", 12), cast.service()
    press(karim, lea, "relay", service=service.id, fields="phone")
    relay = relay_of(store)
    for act in ("consent", "authority", "withdraw", "youth-said", "structure-said"):
        fields = {"agrees": "no", "authority": "told", "followed": "yes", "says": "met"}
        assert press(karim, paul, act, relay=relay.id, **fields).status_code == 404
    assert relay_of(store) == relay


# --- what waited for a human's word


def test_the_robot_does_not_take_up_again_while_a_danger_is_open(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="with_human", memory={"danger_open": "suicide"})
    cast.change(lea.conversation, speaker="human")
    task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    answer = press(karim, lea, "hand-back", step="resume")
    assert answer.status_code == 422 and "danger est ouvert" in answer.text
    assert talk(cast, lea).speaker == "human"


def test_who_was_to_be_announced_is_now_informed(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea(informed=False)
    cast.change(lea.flow, state="to_announce")
    task(cast, lea, TaskKind.TO_ANNOUNCE, Priority.ROUTINE)
    assert "La personne est au courant" in karim.get(f"/inbox/{lea.conversation.id}").text
    assert press(karim, lea, "informed").status_code == 303
    assert cast.fresh(lea.referral).informed and cast.fresh(lea.flow).state == "waiting"
    assert press(karim, lea, "informed").status_code == 422


@pytest.mark.parametrize("act", ["confirm", "number-hers"])
def test_nothing_to_decide_is_said(cast: Cast, karim: FlaskClient, act: str) -> None:
    answer = press(karim, cast.sam(), act)
    assert answer.status_code == 422 and "plus rien" in answer.text


def test_a_prescriber_word_stands_apart_and_is_not_read_as_hers(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.wrote(lea, "Elle a déménagé", author="prescriber", channel="mail")
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    story = page.split('id="story"')[1].split("</ol>")[0]
    assert "Prescripteur" in story and "line-else" in story and "Lu comme" not in story


def test_the_lead_notes_the_absence_of_somebody_who_is_ill(
    app: Flask, cast: Cast, store: Store, karim: FlaskClient
) -> None:
    nadia, zoe = signed_in(app, cast.lead()), cast.aiguilleur("Zoé")
    fields = {"first": "2026-03-10", "last": "2026-03-12", "person": zoe.id}
    mine = karim.post("/inbox/absences", data={"csrf_token": token(karim), **fields})
    assert mine.status_code == 422
    hers = nadia.post("/inbox/absences", data={"csrf_token": token(nadia), **fields})
    assert hers.status_code == 303
    with store.reading() as session:
        assert session.exec(select(Absence)).one().aiguilleur_id == zoe.id


def test_a_refused_act_is_a_view_of_the_file_too(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    press(karim, cast.lea(), "send", body="")
    assert rows(store, Access) == 1
