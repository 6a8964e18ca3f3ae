"""The other buttons of a file, each pressed as on the page."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import select

from bot import conversations
from bot.clock import FrozenClock
from bot.models import (
    Absence,
    Access,
    Diagnosis,
    Handover,
    JournalEntry,
    Note,
    Youth,
)
from bot.store import Store
from flows.effects import Priority, TaskKind
from flows.events import CallOutcome
from tests.cast import Cast
from tests.inbox import another_team, task
from tests.web.conftest import signed_in
from tests.web.pressing import press, rows, talk, token


def test_take_then_hand_back(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    assert press(karim, lea, "take").status_code == 303
    assert talk(cast, lea).speaker == "human"
    assert press(karim, lea, "hand-back", step="ask_slot").status_code == 303
    assert talk(cast, lea).speaker == "bot"


def test_two_of_the_team_take_one_file_and_the_second_is_told_who_has_it(
    app: Flask, cast: Cast, karim: FlaskClient
) -> None:
    """The owner is neither: she is named in texts, and who writes now is another matter."""
    owner, zoe = cast.lead(), cast.aiguilleur("Zoé")
    lea, hers = cast.lea(), signed_in(app, zoe)
    cast.change(lea.flow, state="asked")
    cast.change(lea.conversation, owner_id=owner.id)
    page = f"/inbox/{lea.conversation.id}"
    assert press(karim, lea, "take").status_code == 303
    assert "C&#39;est vous qui écrivez" in karim.get(page).text
    for act, fields in (("take", {}), ("send", {"body": "Bonjour Léa"})):
        second = press(hers, lea, act, **fields)
        assert second.status_code == 409
        assert "Karim a pris la main depuis" in second.text
        assert "C&#39;est Karim qui écrit" in second.text
    assert cast.said(lea, "queued") == []
    knowingly = re.search(r'name="held_by" value="([^"]+)"', second.text)
    assert knowingly is not None and "Je prends la main à la place de Karim" in second.text
    assert press(hers, lea, "take", held_by=knowingly.group(1)).status_code == 303
    assert "C&#39;est Zoé qui écrit" in karim.get(page).text
    assert press(karim, lea, "take", held_by=knowingly.group(1)).status_code == 409
    assert talk(cast, lea).owner_id == owner.id
    assert press(hers, lea, "hand-back", step="ask_slot").status_code == 303
    assert press(karim, lea, "take").status_code == 303, "the bot had the word again"


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


@pytest.mark.parametrize(
    ("now", "late", "last"),
    [
        ("2026-03-10T10:00+01:00", "2026-03-12T00:00", "2026-03-11T23:59"),
        ("2026-03-13T17:00+01:00", "2026-03-17T00:00", "2026-03-16T23:59"),
    ],
    ids=["the next day", "after the week-end"],
)
def test_the_contact_after_a_danger_is_no_later_than_the_next_working_day(
    cast: Cast, app: Flask, clock: FrozenClock, now: str, late: str, last: str
) -> None:
    clock.advance(datetime.fromisoformat(now) - clock.now())
    karim, lea = signed_in(app, cast.karim()), cast.lea()
    cast.change(lea.flow, state="with_human", memory={"danger_open": "suicide"})
    task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    refused = press(karim, lea, "danger", outcome="spoken", next_at=late)
    assert refused.status_code == 422 and "au plus tard le prochain jour" in refused.text
    assert cast.tasks(lea) == [TaskKind.DANGER]
    assert press(karim, lea, "danger", outcome="spoken", next_at=last).status_code == 303


@pytest.mark.parametrize(
    ("now", "zone", "proposed"),
    [
        ("2026-03-10T10:00+01:00", "Europe/Paris", "2026-03-11T10:00"),
        ("2026-03-11T03:00+01:00", "America/Guadeloupe", "2026-03-11T15:00"),
        ("2026-03-10T22:30+01:00", "Indian/Reunion", "2026-03-12T07:00"),
    ],
    ids=["at home", "still yesterday where she is", "already tomorrow where she is"],
)
def test_the_form_of_a_danger_proposes_an_hour_that_it_takes(
    cast: Cast, app: Flask, clock: FrozenClock, now: str, zone: str, proposed: str
) -> None:
    """Zone and holidays are those of her territory, as for the hours of duty."""
    clock.advance(datetime.fromisoformat(now) - clock.now())
    karim, lea = signed_in(app, cast.karim()), cast.lea()
    cast.change(lea.youth, territory_code=cast.territory("97x", zone))
    cast.change(lea.flow, state="with_human", memory={"danger_open": "suicide"})
    task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    page = karim.get(f"/inbox/{lea.conversation.id}").text
    field = re.search(r'id="danger-next"[^>]*value="([^"]+)"', page)
    assert field is not None and field[1] == proposed
    done = press(karim, lea, "danger", outcome="spoken", next_at=field[1])
    assert done.status_code == 303


def test_a_task_is_put_off_in_two_taps_and_ended_in_two(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    hers = task(cast, lea, TaskKind.NO_STEP, Priority.ROUTINE)
    back = press(karim, lea, "defer", task=hers.id, until="2026-03-16", back="home", tray="mine")
    assert back.headers["Location"] == "/inbox?tray=mine"
    assert cast.fresh(hers).deferred_until.isoformat() == "2026-03-16T08:00:00+00:00"
    assert press(karim, lea, "end", task=hers.id, outcome="done").status_code == 303
    assert cast.fresh(hers).outcome == "done"


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


def test_who_moves_keeps_hers_until_the_next_one_has_spoken_to_her(
    cast: Cast, karim: FlaskClient
) -> None:
    lea, zoe, store = cast.lea(), cast.aiguilleur("Zoé"), cast.store
    before = talk(cast, lea).owner_id
    assert press(karim, lea, "transfer", to=zoe.id, moves="1").status_code == 303
    assert talk(cast, lea).owner_id == before
    conversations.log_call(store, lea.conversation.id, zoe.id, CallOutcome.VOICEMAIL)
    assert talk(cast, lea).owner_id == before
    conversations.log_call(store, lea.conversation.id, zoe.id, CallOutcome.SPOKEN)
    assert talk(cast, lea).owner_id == zoe.id
    with store.reading() as session:
        meet = session.exec(select(Handover).where(Handover.kind == "meet")).one()
    assert (meet.owner_id, meet.outcome) == (zoe.id, "done")


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


@pytest.mark.parametrize(
    ("read", "intent", "kept"),
    [
        ("emergency", "distress", "emergency"),
        ("concern", "other", "concern"),
        ("none", "distress", "concern"),
        ("none", "yes", "none"),
    ],
)
def test_a_reading_corrected_in_one_tap_keeps_the_worry_that_was_read(
    cast: Cast, store: Store, karim: FlaskClient, read: str, intent: str, kept: str
) -> None:
    lea = cast.lea()
    text = cast.wrote(lea, "bof", safety=read)
    assert press(karim, lea, "reading", message=text.id, intents=intent).status_code == 303
    assert corrected(store)["safety"] == kept


@pytest.mark.parametrize("read", ["emergency", "concern"])
def test_a_false_alert_is_said_in_one_tap_and_closes_no_danger(
    cast: Cast, store: Store, karim: FlaskClient, read: str
) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="with_human", memory={"danger_open": "suicide"})
    cast.change(lea.conversation, speaker="human")
    open_danger = task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    text = cast.wrote(lea, "je vais me tuer si le bus arrive pas", safety=read)
    (form,) = forms_with(karim.get(f"/inbox/{lea.conversation.id}").text, "fausse alerte")
    given = dict(re.findall(r'name="(\w+)" value="([^"]+)"', form))
    assert given.pop("csrf_token")
    assert press(karim, lea, "reading", **given).status_code == 303
    kept = corrected(store)
    assert (kept["message"], kept["safety"], kept["safety_read"]) == (text.id, "none", read)
    assert kept["intents"] == ["other"]
    assert cast.fresh(open_danger).closed_at is None
    assert cast.fresh(lea.flow).memory["danger_open"] == "suicide"
    assert cast.fresh(text).safety == read


def test_what_was_read_as_harmless_has_no_false_alert(cast: Cast, karim: FlaskClient) -> None:
    lea = cast.lea()
    cast.wrote(lea, "oui", safety="none")
    assert forms_with(karim.get(f"/inbox/{lea.conversation.id}").text, "fausse alerte") == []


def forms_with(page: str, words: str) -> list[str]:
    """The forms of a page that hold these words."""
    return [one for one in re.findall(r"<form.*?</form>", page, re.DOTALL) if words in one]


def test_a_correction_says_what_the_bot_had_asked(
    cast: Cast, store: Store, karim: FlaskClient
) -> None:
    lea = cast.lea()
    cast.change(lea.flow, state="asked")
    cast.message(lea, "On t'appelle ?", question="first_contact", state="accepted")
    first, _ = cast.wrote(lea, "bof"), cast.wrote(lea, "jsp trop")
    assert conversations.take_turn(store, lea.conversation.id)
    assert press(karim, lea, "reading", message=first.id, intents="later").status_code == 303
    assert corrected(store)["asked"] == "first_contact"


def corrected(store: Store) -> dict[str, Any]:
    """The one correction of the journal."""
    with store.reading() as session:
        query = select(JournalEntry).where(JournalEntry.code == "reading_corrected")
        return session.exec(query).one().data


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


def test_with_her_agreement_the_prescriber_hears_that_contact_is_back(
    karim: FlaskClient, store: Store, cast: Cast
) -> None:
    lea = cast.lea()
    conversations.recognise(store, lea.conversation.id, cast.karim().id)
    press(karim, lea, "agree-news", agrees="yes")
    with store.reading() as session:
        assert session.get_one(Youth, lea.youth.id).news_agreed_at is not None
    press(karim, lea, "agree-news", agrees="no")
    with store.reading() as session:
        assert session.get_one(Youth, lea.youth.id).news_agreed_at is None


def test_who_prefers_the_phone_is_called(karim: FlaskClient, store: Store, cast: Cast) -> None:
    lea = cast.lea()
    press(karim, lea, "prefer-voice", prefers="yes")
    with store.reading() as session:
        assert session.get_one(Youth, lea.youth.id).prefers_voice
