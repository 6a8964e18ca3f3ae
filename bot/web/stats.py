"""The three hypotheses on a page: a lead sees her team in full, everybody sees totals only."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from bot.inbox import dates
from bot.metrics import Hypotheses, Share, hypotheses
from bot.web.context import get_store, the_aiguilleur
from bot.web.guards import lead_only, public

stats = Blueprint("stats", __name__)

SMALL = 5
"""Below this many youths nothing is published: a small number can point at a person."""

FUNNEL = {
    "attempted": "Premier essai fait",
    "delivered": "Message arrivé",
    "replied": "Une réponse, quelle qu'elle soit",
    "recognised": "C'est bien le ou la jeune",
    "talked": "Un vrai échange avec une personne (H2)",
}


@stats.get("/pilotage")
@lead_only
def steering() -> ResponseReturnValue:
    """For the lead: her team, every count."""
    store = get_store()
    with store.reading() as session:
        counted = hypotheses(session, store.clock.now(), the_aiguilleur().team_id)
    return render_template("stats/steering.html", h=counted, words=FUNNEL, bar=bar, span=dates.span)


@stats.get("/stats")
@public("public statistics: totals only, small numbers left out")
def published() -> ResponseReturnValue:
    """For everybody: all teams together, nothing below SMALL."""
    store = get_store()
    with store.reading() as session:
        counted = hypotheses(session, store.clock.now())
    return render_template("stats/published.html", rows=_published(counted), small=SMALL, bar=bar)


def _published(counted: Hypotheses) -> list[tuple[str, Share | None]]:
    rows = [("H1 · Des professionnels orientent", counted.refer)]
    rows += [(f"H2 · {FUNNEL[name]}", share) for name, share in counted.funnel]
    rows += [
        ("H3 · La structure a rencontré le ou la jeune", counted.met),
        ("H3 · Pris en charge à 30 jours", counted.followed),
    ]
    return [(name, share if share.count >= SMALL else None) for name, share in rows]


def bar(share: Share) -> dict[str, int]:
    """Whole percents for a bar: the rate and its 95 % interval."""
    low, high = share.interval
    return {
        "rate": round(100 * (share.rate or 0)),
        "low": round(100 * low),
        "high": round(100 * high),
    }
