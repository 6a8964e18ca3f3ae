"""The pages of the hypotheses: in full for a lead, without small numbers for everybody."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient

from bot import conversations
from bot.clock import FrozenClock
from bot.metrics import Share, hypotheses
from bot.store import Store
from bot.web.stats import SMALL, bar
from flows.effects import Priority, TaskKind
from tests.cast import Cast
from tests.inbox import task
from tests.web.conftest import signed_in


def test_everybody_sees_totals_without_small_numbers(web: FlaskClient, cast: Cast) -> None:
    cast.lea()
    page = web.get("/stats")
    assert page.status_code == 200
    assert "non publié" in page.text
    assert "Léa" not in page.text


def test_a_share_says_how_sure_it_is() -> None:
    assert bar(Share(5, 10)) == {"rate": 50, "low": 24, "high": 76}
    assert Share(0, 0).rate is None
    assert SMALL == 5


def test_a_cohort_too_young_is_not_judged(store: Store, cast: Cast) -> None:
    cast.lea()
    with store.reading() as session:
        young = hypotheses(session, store.clock.now())
        old = hypotheses(session, store.clock.now() + timedelta(days=31))
    assert dict(young.funnel)["talked"].total == 0
    assert dict(old.funnel)["talked"] == Share(0, 1)


def test_the_time_until_a_human_is_on_a_danger_is_shown(
    app: Flask, store: Store, cast: Cast, clock: FrozenClock
) -> None:
    lead, lea = signed_in(app, cast.lead()), cast.lea()
    assert "Aucun danger signalé" in lead.get("/pilotage").text
    task(cast, lea, TaskKind.DANGER, Priority.DANGER)
    page = f"/inbox/{lea.conversation.id}"
    assert "1 sans personne" in lead.get("/pilotage").text
    assert "Personne ne s'en occupe encore" in lead.get(page).text
    clock.advance(timedelta(minutes=7))
    conversations.reply(store, lea.conversation.id, cast.karim().id, "Je suis là, je t'appelle.")
    assert "<strong>7\u00a0min</strong>" in lead.get("/pilotage").text
    assert "Une personne s'en occupe, 7\u00a0min après" in lead.get(page).text


def test_a_lead_sees_all_and_a_colleague_is_turned_away(app: Flask, cast: Cast) -> None:
    cast.lea()
    page = signed_in(app, cast.lead()).get("/pilotage")
    assert page.status_code == 200
    assert "H3" in page.text
    assert signed_in(app, cast.karim()).get("/pilotage").status_code == 403
