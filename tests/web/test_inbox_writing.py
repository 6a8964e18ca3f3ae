"""Writing to her: what leaves, what asks once, what is kept when it cannot leave."""

from __future__ import annotations

import pytest
from flask import Flask
from flask.testing import FlaskClient

from bot import conversations
from bot.inbox import colleagues
from bot.models import (
    Draft,
    Message,
    Note,
)
from bot.store import Store
from flows.effects import Priority, TaskKind
from tests.cast import Cast
from tests.inbox import task
from tests.web.conftest import signed_in
from tests.web.pressing import press, rows, talk


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


def test_a_character_that_cannot_be_stored_is_no_error_of_ours(
    cast: Cast, karim: FlaskClient
) -> None:
    lea = cast.lea()
    assert press(karim, lea, "send", body="À\x00 demain").status_code == 303
    assert len(cast.said(lea, "queued")) == 1
    for act in ("note", "call"):
        assert (
            press(karim, lea, act, body="vu\x00", text="vu\x00", outcome="\x00").status_code < 500
        )


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
