"""Which fact leads to which decision for a prescriber, and which are ignored, where and why."""

from __future__ import annotations

from collections.abc import Mapping

from flows import events as e
from flows.machine import Pool
from flows.prescriber import news
from flows.prescriber.machine import PrescriberFlow
from flows.snapshot import FlowKind
from flows.table import Decision, Flow, Pair, Timer, always

POOL = Pool(PrescriberFlow, "new")

STATES = {
    "new": "La prescription vient d'être enregistrée.",
    "owed": "L'accusé est donné ; la première nouvelle est due au jour 5.",
    "told": "Au moins une nouvelle est donnée ; quatre au plus.",
    "asked_number": "Le numéro ne marche pas : dit le jour même, un autre est demandé.",
    "closed": "Plus rien n'est dû ; une réponse arrive encore à un humain.",
}
MOVES = {
    "receive": "accusé de réception",
    "tell": "une nouvelle",
    "ask_number": "numéro mort : un autre est demandé",
    "resume": "un autre numéro est donné",
    "close": "plus rien n'est dû",
    "stay": "entendu, sans changer d'étape",
}
OPEN = frozenset({"owed", "told", "asked_number"})

DECISIONS: Mapping[type[e.Event], Decision] = {
    e.Referred: news.referred,
    e.NewsArose: news.news_arose,
    e.NumberGiven: news.number_given,
    e.PrescriberWrote: news.wrote,
    e.SendFailed: news.not_sent,
    e.SendRefused: news.not_sent,
    e.DeathTold: always("close", news.silently_over),
    e.Erased: always("close", news.silently_over),
}
TIMERS: Mapping[str, Timer] = {
    "day5": Timer("première nouvelle, jour 5", OPEN, news.day5),
    "number_wait": Timer(
        "pas d'autre numéro, 14 jours", frozenset({"asked_number"}), news.number_wait
    ),
    "end": Timer("fin de tous les jours", OPEN, always("close", news.silently_over)),
}

_OTHER = "Le prescripteur ne voit que l'avancée de sa prescription, jamais la conversation."
_UNBORN = "Rien ne précède la prescription."
_ONCE = "Une autre prescription a son propre suivi."
_DONE = "Plus rien n'est dû."
FOREIGN: tuple[type[e.Event], ...] = tuple(
    fact for fact in e.FACTS if fact not in {*DECISIONS, e.TimerDue}
)


def _ignored() -> dict[Pair, str]:
    """The whole table of what is set aside: (state, fact) -> reason, in French."""
    table: dict[Pair, str] = {(s, f): _OTHER for s in POOL.states for f in FOREIGN}
    born = {e.Referred, e.DeathTold, e.Erased}
    table |= {("new", fact): _UNBORN for fact in (*DECISIONS, e.TimerDue) if fact not in born}
    table |= {(s, e.Referred): _ONCE for s in POOL.states - {"new"}}
    heard = {e.PrescriberWrote, e.NumberGiven, e.Referred}
    table |= {("closed", fact): _DONE for fact in (*DECISIONS, e.TimerDue) if fact not in heard}
    return table


FLOW = Flow(
    kind=FlowKind.PRESCRIBER,
    version=1,
    pool=POOL,
    states=STATES,
    moves=MOVES,
    closed=frozenset({"closed"}),
    decisions=DECISIONS,
    timers=TIMERS,
    ignored=_ignored(),
)
