"""The three hypotheses on a page: a lead sees her team in full, everybody sees totals only."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date
from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlmodel import Session, col, select

from bot import exits
from bot.inbox import dates
from bot.inbox.viewer import viewer
from bot.metrics import Hypotheses, Share, hypotheses, watch
from bot.models import Aiguilleur, TeamTerritory, Territory
from bot.scope import Scope
from bot.store import Gone
from bot.web.context import get_store, the_aiguilleur
from bot.web.definitions import DEFINITIONS
from bot.web.guards import lead_only, public

stats = Blueprint("stats", __name__)

SMALL = 5
"""Below this many youths nothing is published: a small number can point at a person."""
FEW = 10
"""Below this many, a lead is told that a percentage says little."""

FUNNEL = {
    "attempted": "Premier essai fait",
    "delivered": "Message arrivé",
    "replied": "Une réponse, quelle qu'elle soit",
    "recognised": "C'est bien le ou la jeune",
    "talked": "Un vrai échange avec une personne (H2)",
}

WRONG = {
    "month": "Choisissez un mois.",
    "month_open": "Ce mois n'est pas fini : attendez le premier du mois suivant.",
    "month_old": "Ce mois est trop ancien : les douze derniers mois comptent.",
    "number": "Écrivez un nombre entier, de 0 à 100000.",
    "source": "Dites d'où vient ce nombre, en 120 lettres au plus.",
}
FIELD_OF = {"month": "month", "month_open": "month", "month_old": "month"}


@stats.get("/pilotage")
@lead_only
def steering() -> ResponseReturnValue:
    """For the lead: her team, every count; `territoire` narrows it to one of hers."""
    return _steering({}, {})


@stats.post("/pilotage/sorties")
@lead_only
def known_exits() -> ResponseReturnValue:
    """One number: how many left an organisation of hers without a solution in a month."""
    typed, me = request.form, the_aiguilleur()
    try:
        exits.keep(
            get_store(),
            Scope(me.team_id),
            typed.get("organisation", ""),
            month=typed.get("month", ""),
            number=typed.get("number", ""),
            source=typed.get("source", ""),
            by=me.id,
        )
    except Gone:
        return _steering(typed, {"organisation": "Choisissez une organisation."}, 422)
    except exits.BadExits as bad:
        return _steering(typed, {FIELD_OF.get(bad.code, bad.code): WRONG[bad.code]}, 422)
    flash("C'est noté.", "success")
    return redirect(url_for("stats.steering"), 303)


def _steering(typed: object, wrong: dict[str, str], status: int = 200) -> ResponseReturnValue:
    store, me = get_store(), the_aiguilleur()
    now = store.clock.now()
    with store.reading() as session:
        territories = _territories(session, me)
        scope = Scope(me.team_id, _wished(territories))
        zone = viewer(session, me.id, now).zone
        page = render_template(
            "stats/steering.html",
            h=hypotheses(session, now, scope),
            watch=watch(session, now, scope),
            organisations=exits.at_home(session, Scope(me.team_id)),
            months=exits.months_before(now.astimezone(zone).date().replace(day=1)),
            territories=territories,
            territory=scope.territory,
            typed=typed,
            wrong=wrong,
            words=FUNNEL,
            definitions=DEFINITIONS,
            few=FEW,
            bar=bar,
            span=dates.span,
            month=french_month,
            day=lambda at: dates.moment(at, now, zone),
        )
    return page, status


def _territories(session: Session, me: Aiguilleur) -> dict[str, str]:
    query = (
        select(Territory.code, Territory.name)
        .join(TeamTerritory, col(TeamTerritory.territory_code) == col(Territory.code))
        .where(TeamTerritory.team_id == me.team_id)
    )
    return dict(session.exec(query.order_by(col(Territory.code))).all())


def _wished(territories: dict[str, str]) -> str | None:
    wished = request.args.get("territoire") or None
    if wished is not None and wished not in territories:
        abort(404)
    return wished


@stats.get("/stats")
@public("public statistics: totals only, small numbers left out")
def published() -> ResponseReturnValue:
    """For everybody: all teams together, nothing below SMALL."""
    store = get_store()
    with store.reading() as session:
        counted = hypotheses(session, store.clock.now(), Scope())
    return render_template(
        "stats/published.html",
        rows=_published(counted),
        small=SMALL,
        few=FEW,
        definitions=DEFINITIONS,
        bar=bar,
    )


def _published(counted: Hypotheses) -> list[tuple[str, str, Share | None]]:
    rows = [("refer", "H1 · Des professionnels orientent", counted.refer)]
    rows += [(name, f"H2 · {FUNNEL[name]}", share) for name, share in counted.funnel]
    rows += [
        ("met", "H3 · La structure a rencontré le ou la jeune", counted.met),
        ("followed", "H3 · Pris en charge à 30 jours", counted.followed),
    ]
    return [(code, name, share if share.count >= SMALL else None) for code, name, share in rows]


def french_month(month: date) -> str:
    """`février 2026`."""
    return format_date(month, "MMMM y", locale="fr")


def bar(share: Share) -> dict[str, int]:
    """Whole percents for a bar: the rate and its 95 % interval."""
    low, high = share.interval
    return {
        "rate": round(100 * (share.rate or 0)),
        "low": round(100 * low),
        "high": round(100 * high),
    }
