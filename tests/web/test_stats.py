"""The pages of the hypotheses: in full for a lead, without small numbers for everybody."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask
from flask.testing import FlaskClient
from sqlmodel import Session

from bot import conversations, exits
from bot.clock import FrozenClock
from bot.ids import new_id
from bot.metrics import Share, hypotheses
from bot.models import Aiguilleur, TeamTerritory
from bot.scope import Scope
from bot.store import Store
from bot.territories import ensure
from bot.web.definitions import DEFINITIONS
from bot.web.stats import FUNNEL, SMALL, bar
from flows.effects import Priority, TaskKind
from tests.cast import Cast
from tests.inbox import task
from tests.town import Town, two_towns
from tests.web.conftest import signed_in
from tests.web.pressing import token


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
        young = hypotheses(session, store.clock.now(), Scope())
        old = hypotheses(session, store.clock.now() + timedelta(days=31), Scope())
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


def test_each_figure_says_what_it_counts(app: Flask, web: FlaskClient, cast: Cast) -> None:
    cast.lea()
    lead = signed_in(app, cast.lead())
    assert set(FUNNEL) < set(DEFINITIONS)
    for page in (lead.get("/pilotage").text, web.get("/stats").text):
        figures = page.count('class="py-3 border-bottom"')
        assert figures >= len(FUNNEL) + 3
        assert figures == page.count("Compté :") == page.count("Parmi :") == page.count("Période :")
    assert "ce pourcentage dit peu" in lead.get("/pilotage").text


def test_a_lead_reads_her_own_team_and_one_territory_of_hers(app: Flask, store: Store) -> None:
    arles, angers = two_towns(store)
    with store.transaction() as session:
        nadia, ines = leads(session, store, arles, angers)
        ensure(session, "84")
        session.add(TeamTerritory(team_id=arles, territory_code="84"))
    mine, theirs = signed_in(app, nadia), signed_in(app, ines)
    assert "<strong>1 sur 10</strong>" in mine.get("/pilotage").text
    assert "<strong>2 sur 20</strong>" in theirs.get("/pilotage").text
    assert "Mission Locale 049" not in mine.get("/pilotage").text
    assert "<strong>1 sur 10</strong>" in mine.get("/pilotage?territoire=13").text
    empty = mine.get("/pilotage?territoire=84").text
    assert "sur 10" not in empty and "Trop tôt pour le dire" in empty
    assert mine.get("/pilotage?territoire=049").status_code == 404


def leads(session: Session, store: Store, *teams: str) -> list[Aiguilleur]:
    found = []
    for name, team_id in zip(("Nadia", "Inès"), teams, strict=True):
        row = new_id()
        found.append(
            Aiguilleur(
                id=row,
                team_id=team_id,
                name=name,
                lead=True,
                email_sealed=b"x",
                email_index=row,
                created_at=store.clock.now(),
            )  # fmt: skip
        )
    session.add_all(found)
    session.flush()
    return found


def test_a_lead_notes_the_known_exits_of_a_month(app: Flask, cast: Cast, store: Store) -> None:
    lead, home = signed_in(app, cast.lead()), cast.mme_roux().organisation_id
    typed = {"organisation": home, "month": "2026-02", "number": "14", "source": "Tableau de suivi"}
    press = {"csrf_token": token(lead), **typed}
    assert lead.post("/pilotage/sorties", data=press).status_code == 303
    page = lead.get("/pilotage").text
    assert "<strong>0 sur 14</strong>" in page
    assert "Mission Locale d&#39;Arles</strong>, février 2026 : 14 sorties, 0 orientés" in page
    assert "Source : Tableau de suivi. Noté aujourd" in page and "par Nadia" in page
    bad = lead.post("/pilotage/sorties", data={**press, "number": "beaucoup"})
    assert bad.status_code == 422
    assert "Écrivez un nombre entier" in bad.text and 'value="beaucoup"' in bad.text
    nobody = lead.post("/pilotage/sorties", data={**press, "organisation": "x"})
    assert nobody.status_code == 422 and "Choisissez une organisation" in nobody.text
    colleague = signed_in(app, cast.karim())
    again = {**typed, "csrf_token": token(colleague)}
    assert colleague.post("/pilotage/sorties", data=again).status_code == 403


def test_a_lead_is_told_when_more_were_referred_than_left(app: Flask, store: Store) -> None:
    with store.transaction() as session:
        town = Town(session, store.clock.now(), "13")
        roux = town.prescriber()
        town.referral(roux, 25)
        town.referral(roux, 25)
        lead = town.aiguilleur("Nadia", lead=True)
    exits.keep(
        store, Scope(), town.organisation_id, month="2026-02", number="1", source="x", by="system"
    )
    page = signed_in(app, lead).get("/pilotage").text
    assert "<strong>1 sur 1</strong>" in page and "le nombre est à vérifier" in page
