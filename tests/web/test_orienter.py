"""The prescriber's form and follow-up page: one minute, nothing lost, nothing revealed."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select
from werkzeug.test import TestResponse

from bot.models import Handover, Message, Prescriber, Referral
from bot.store import Store
from tests.cast import SMS_SENDER, Cast

TYPED = {
    "name": "Mme Roux",
    "email": "Roux@ml.example",
    "kind": "ML",
    "organisation": "Mission Locale d'Arles",
    "keep": "on",
    "first_name": "Léa",
    "phone": "06 39 98 00 01",
    "informed": "on",
    "best_time": "noon",
    "reason": "Fin de son contrat.",
    "second_way": "lea@exemple.fr",
}


@pytest.fixture
def form(web: FlaskClient, cast: Cast) -> FlaskClient:
    """A browser at the form, Karim at work, Mme Roux known."""
    cast.karim()
    cast.mme_roux()
    return web


def hidden(page: TestResponse) -> dict[str, str]:
    """The hidden fields of a page's first form."""
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text)
    return dict(reversed(found))


def send(form: FlaskClient, **changes: Any) -> TestResponse:
    given = {**hidden(form.get("/orienter")), **TYPED, **changes}
    return form.post("/orienter", data={k: v for k, v in given.items() if v is not None})


def referrals(store: Store) -> list[Referral]:
    with store.reading() as session:
        return list(session.exec(select(Referral).order_by(Referral.id)).all())


def tasks(store: Store) -> list[str]:
    with store.reading() as session:
        rows = session.exec(select(Handover)).all()
    return [row.kind for row in rows if row.closed_at is None]


def token(store: Store) -> str:
    """The link that went to the mailbox."""
    with store.reading() as session:
        row = session.exec(select(Referral)).one()
    assert row.token_sealed is not None
    return store.vault.common.open(row.token_sealed, f"{row.id}.token")


def test_the_receipt_names_the_aiguilleur_and_the_first_attempt(
    form: FlaskClient, store: Store
) -> None:
    answer = send(form)
    assert answer.status_code == 200
    assert "Karim" in answer.text and "mardi 10 mars" in answer.text
    (made,) = referrals(store)
    assert (made.origin, made.status) == ("form", "received")
    assert made.seconds_taken is not None


def test_the_link_goes_to_the_mailbox_until_this_machine_is_proved_hers(
    form: FlaskClient, store: Store
) -> None:
    assert "/suivi/" not in send(form).text
    assert form.get(f"/suivi/{token(store)}").status_code == 200
    assert "/suivi/" in send(form, phone="0639980002", first_name="Nour").text


def test_who_you_are_is_remembered_on_this_machine_and_forgotten_on_demand(
    form: FlaskClient,
) -> None:
    send(form)
    again = form.get("/orienter").text
    assert "roux@ml.example" in again.lower() and "06 39 98" not in again
    send(form, keep=None)
    assert "roux@ml.example" not in form.get("/orienter").text.lower()


def test_from_five_referrals_on_the_receipt_holds_ones_own_tally(
    form: FlaskClient, store: Store
) -> None:
    send(form)
    form.get(f"/suivi/{token(store)}")
    pages = [send(form, phone=f"063998002{n}", first_name="Nour").text for n in range(4)]
    assert ["Vos orientations" in page for page in pages] == [False, False, False, True]


def test_errors_stand_beside_the_fields_and_nothing_is_lost(
    form: FlaskClient, store: Store
) -> None:
    answer = send(form, phone="06 39", first_name="", birth_year="2020", announced="Vue mardi")
    assert answer.status_code == 422
    for field in ("phone", "first_name", "birth_year"):
        assert f'id="{field}-erreur"' in answer.text
    for kept in ("06 39", "Vue mardi", "2020", "Fin de son contrat."):
        assert kept in answer.text
    assert answer.text.count('aria-invalid="true"') == 3
    assert referrals(store) == []


def test_sent_twice_is_stored_once(form: FlaskClient, store: Store) -> None:
    given = {**hidden(form.get("/orienter")), **TYPED}
    first, again = form.post("/orienter", data=given), form.post("/orienter", data=given)
    assert first.status_code == again.status_code == 200
    assert len(referrals(store)) == 1


def test_an_unknown_person_waits_for_a_human(form: FlaskClient, store: Store) -> None:
    answer = send(form, email="sam@ailleurs.example", name="Sam", organisation="Ailleurs")
    assert answer.status_code == 200
    assert "confirmer" in answer.text
    assert tasks(store) == ["confirm_field_actor"]
    with store.reading() as session:
        assert session.exec(select(Message)).all() == []
        sam = session.exec(select(Prescriber).order_by(Prescriber.id.desc())).first()  # type: ignore[attr-defined]
    assert sam is not None and not sam.confirmed


def test_not_told_yet_gets_the_sentence_and_the_card(form: FlaskClient, store: Store) -> None:
    answer = send(form, informed=None)
    (made,) = referrals(store)
    assert made.card_code and made.card_code in answer.text
    card = form.get(f"/suivi/{token(store)}/carte")
    assert card.status_code == 200 and made.card_code in card.text
    assert "Léa" not in card.text


def test_the_follow_up_never_names_her(form: FlaskClient, store: Store) -> None:
    send(form)
    page = form.get(f"/suivi/{token(store)}")
    assert "Reçue" in page.text
    for secret in ("Léa", "06 39 98", "639980001", "Fin de son contrat", "Mission Locale"):
        assert secret not in page.text
    assert page.headers["Cache-Control"] == "no-store"


def test_told_now_from_the_follow_up_page(form: FlaskClient, store: Store) -> None:
    send(form, informed=None)
    where = f"/suivi/{token(store)}"
    fields = hidden(form.get(where))
    assert form.post(f"{where}/prevenue", data=fields).status_code == 303
    assert "Karim" in form.get(where).text
    assert referrals(store)[0].status == "received"


@pytest.mark.parametrize(
    ("door", "data", "word"),
    [
        ("numero", {"phone": "12"}, "téléphone"),
        ("numero", {"phone": SMS_SENDER}, "nos messages"),
        ("mot", {"word": " "}, "vide"),
    ],
)
def test_a_bad_number_or_word_is_said_beside_its_field(
    form: FlaskClient, store: Store, door: str, data: dict[str, str], word: str
) -> None:
    send(form)
    where = f"/suivi/{token(store)}"
    answer = form.post(f"{where}/{door}", data={**hidden(form.get(where)), **data})
    assert answer.status_code == 422
    assert word in answer.text and 'aria-invalid="true"' in answer.text


def test_an_unknown_link_is_404(form: FlaskClient) -> None:
    assert form.get("/suivi/nobody").status_code == 404
    assert form.get("/suivi/nobody/carte").status_code == 404


def test_the_live_check_tells_the_form_only(form: FlaskClient) -> None:
    fields = hidden(form.get("/orienter"))

    def check(typed: str) -> dict[str, str]:
        answer: dict[str, str] = form.post(
            "/orienter/numero", data={**fields, "phone": typed}
        ).get_json()
        return answer

    states = {"06 39 98 00 01": "good", "04 65 71 00 01": "call", "06 39": "wrong"}
    states |= {SMS_SENDER: "wrong", "3114": "wrong"}
    before = {typed: check(typed) for typed in states}
    assert {typed: said["state"] for typed, said in before.items()} == states
    send(form)
    assert {typed: check(typed) for typed in states} == before


def test_secrecy_bound_kinds_are_asked_whether_she_agrees(form: FlaskClient) -> None:
    answer = send(form, kind="PREVENTION", first_name="")
    assert "d&#39;accord pour que je donne son numéro" in answer.text


def test_the_form_is_not_accepted_without_its_own_page(app: Flask, cast: Cast) -> None:
    cast.karim()
    assert app.test_client().post("/orienter", data=TYPED).status_code == 400


@pytest.mark.parametrize("field", sorted(TYPED))
def test_a_character_that_cannot_be_stored_is_no_error_of_ours(
    form: FlaskClient, store: Store, field: str
) -> None:
    answer = send(form, **{field: "L\x00éa"})
    assert answer.status_code < 500
    if answer.status_code >= 400:
        assert "<form" in answer.text and referrals(store) == []


def test_a_wrong_year_is_told_without_a_word_of_json(form: FlaskClient, store: Store) -> None:
    for typed in ("deux mille", "9" * 5_000, "206"):
        answer = send(form, birth_year=typed)
        assert answer.status_code == 422
        assert "Une année en quatre chiffres est attendue, par exemple 2006." in answer.text
    assert referrals(store) == []
