"""The pages of the inbox: who sees what, what opening changes, what a poll answers."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from bot.models import (
    Absence,
    Access,
    Handover,
    JournalEntry,
    Message,
)
from bot.store import Store
from bot.web.inbox.acting import ACTS
from flows.effects import Priority, TaskKind
from tests.cast import Cast
from tests.inbox import another_team, task
from tests.web.conftest import signed_in
from tests.web.pressing import rows, talk, token


@pytest.fixture
def sam(app: Flask, cast: Cast) -> FlaskClient:
    """Sam, an aiguilleur of another team, signed in."""
    return signed_in(app, another_team(cast))


def test_sam_of_another_team_sees_404_on_every_door_of_a_file(
    app: Flask, cast: Cast, store: Store, sam: FlaskClient
) -> None:
    lea = cast.lea()
    hers = task(cast, lea, TaskKind.ANSWER, Priority.WAITING)
    before = talk(cast, lea), rows(store, JournalEntry), rows(store, Message)
    doors = [r for r in app.url_map.iter_rules() if r.rule.startswith("/inbox/<conversation>")]
    assert len(doors) == 6
    for door in doors:
        for act in ACTS if "act" in door.arguments else [""]:
            url = door.rule.replace("<conversation>", lea.conversation.id).replace("<act>", act)
            if "GET" in (door.methods or ()):
                answer = sam.get(url)
            else:
                answer = sam.post(url, data={"csrf_token": token(sam), **fields(cast, act, hers)})
            assert answer.status_code == 404 and "Léa" not in answer.text, url
    assert (talk(cast, lea), rows(store, JournalEntry), rows(store, Message)) == before
    assert cast.tasks(lea) == [TaskKind.ANSWER] and rows(store, Access) == 0


def fields(cast: Cast, act: str, hers: Handover) -> dict[str, str]:
    """A form of that act that its own team could send."""
    return {
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
        "service": cast.service().id,
        "fields": "phone",
        "agrees": "no",
        "followed": "yes",
        "says": "met",
        "authority": "told",
    }


def test_sam_finds_nothing_in_any_list(cast: Cast, sam: FlaskClient) -> None:
    task(cast, cast.lea(), TaskKind.DANGER, Priority.DANGER)
    pages = [sam.get(f"/inbox?tray={tray}").text for tray in ("mine", "team", "later", "all")]
    pages += [sam.post("/inbox/recherche", data={"csrf_token": token(sam), "q": "Léa"}).text]
    pages += [sam.get("/inbox/nouvelles").text]
    assert not any("Léa est" in page or "priority-0" in page for page in pages)
    assert sam.get("/inbox/nouvelles").json["danger"] is False


def test_an_unknown_file_is_a_clear_page(karim: FlaskClient) -> None:
    assert karim.get("/inbox/pas-un-dossier").status_code == 404


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


def test_a_text_said_in_french_for_want_of_her_language_says_so(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    url, said = f"/inbox/{lea.conversation.id}", "Dit en français, pas dans sa langue."
    cast.message(lea, "Hello", language="en")
    assert said not in karim.get(url).text
    cast.message(lea, "Bonjour", language="fr", fallback=True)
    assert karim.get(url).text.count(said) == 1


def test_the_title_counts_and_names_nobody(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    task(cast, lea, TaskKind.ANSWER, Priority.WAITING)
    for url in ("/inbox", f"/inbox/{lea.conversation.id}"):
        title = re.search(r"<title>(.*?)</title>", karim.get(url).text, re.S)
        assert title and title.group(1).startswith("(1)") and "Léa" not in title.group(1)


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
