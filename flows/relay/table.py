"""Which fact leads to which decision in a relay, and which facts are ignored, where and why."""

from __future__ import annotations

from collections.abc import Mapping

from flows import events as e
from flows.effects import MarkRelay
from flows.machine import Pool
from flows.relay import checks, consent, structure
from flows.relay.machine import RelayFlow
from flows.relay.voice import over
from flows.snapshot import FlowKind
from flows.table import Decision, Flow, Pair, Timer, always
from flows.turn import Turn

POOL = Pool(RelayFlow, "new")

STATES = {
    "new": "Le relais vient d'être créé.",
    "proposed": "L'accord du jeune est demandé : par SMS s'il est reconnu, sinon par l'aiguilleur.",
    "declined": "Le jeune a dit non, ou n'a jamais répondu ; rien n'est parti.",
    "agreed": "Le jeune est d'accord ; le dossier part vers la structure.",
    "sent": "Le dossier est parti : tous les jours du relais comptent d'ici.",
    "accepted": "La structure attend le jeune, avec ou sans date.",
    "no_show": "Le jeune n'est pas venu ; l'aiguilleur lui parle, une nouvelle date est possible.",
    "refused": "« Pas pour nous », avec une des onze raisons : retour à l'aiguilleur.",
    "met": "Le jeune et la structure se sont rencontrés.",
    "followed": "L'un des deux a dit que le suivi continue.",
    "taken_in_charge": "Rencontré, puis au moins un oui et aucun non au jour 30 ou 90.",
    "kept": "Encore suivi au jour 180 : le relais est fini.",
    "returned": "Pas suivi : retour à l'aiguilleur, qui cherche ailleurs.",
    "expired": "La structure n'a rien dit en 30 jours : nouvelle tâche d'aiguillage.",
    "withdrawn": "Le jeune a repris son accord ; la structure est prévenue.",
    "ended": "Décès ou effacement : tout s'arrête.",
}
MOVES = {
    "propose": "l'offre est faite, ou refaite",
    "agree": "accord donné",
    "decline": "non, ou jamais de réponse",
    "leave": "le dossier est parti",
    "accept": "la structure attend le jeune",
    "miss": "pas venu",
    "refuse": "pas pour nous",
    "meet": "rencontre",
    "follow": "un oui, pas encore un jour jugé",
    "charge": "pris en charge",
    "keep": "jour 180 passé",
    "give_back": "pas suivi : retour à l'aiguilleur",
    "expire": "30 jours de silence",
    "withdraw": "accord repris",
    "finish": "décès ou effacement",
    "stay": "entendu, sans changer d'étape",
}
OVER = frozenset({"declined", "refused", "kept", "returned", "expired", "withdrawn", "ended"})
RUNNING = frozenset({"sent", "accepted", "no_show", "met", "followed", "taken_in_charge"})


def _finish(turn: Turn, _: object) -> None:
    over(turn, "ended")
    turn.ask(MarkRelay("ended"))


DECISIONS: Mapping[type[e.Event], Decision] = {
    e.RelayProposed: consent.proposed,
    e.ConsentGiven: consent.given,
    e.ConsentRefused: consent.refused,
    e.ConsentWithdrawn: consent.withdrawn,
    e.Recognised: consent.recognised,
    e.StopRead: consent.stopped,
    e.Closed: consent.file_closed,
    e.Delivered: consent.delivered,
    e.SendFailed: consent.send_failed,
    e.SendRefused: consent.send_refused,
    e.StructureAnswered: structure.answered,
    e.YouthAnswered: checks.youth_answered,
    e.TextsReceived: checks.texts_received,
    e.DeathTold: always("finish", _finish),
    e.Erased: always("finish", _finish),
}

_PROPOSED = frozenset({"proposed"})
_AGREED = frozenset({"agreed"})
_SENT = frozenset({"sent"})
TIMERS: Mapping[str, Timer] = {
    "offer_silent": Timer("pas de réponse à l'offre, 3 jours", _PROPOSED, consent.offer_silent),
    "offer_again": Timer("accord redemandé, 30 jours", _PROPOSED | _AGREED, consent.offer_again),
    "packet_late": Timer("le dossier n'est pas parti", _AGREED, consent.packet_late),
    "remind3": Timer("rappel à la structure, jour 3", _SENT, structure.silent),
    "remind10": Timer("rappel à la structure, jour 10", _SENT, structure.silent),
    "call14": Timer("appel à la structure, jour 14", _SENT, structure.silent),
    "institution21": Timer("institution, jour 21", _SENT, structure.silent),
    "expire30": Timer("fin sans réponse, jour 30", _SENT, structure.expire),
    "appointment_missing": Timer(
        "accepté sans date", frozenset({"accepted"}), structure.appointment_missing
    ),
    "appointment_soon": Timer("veille du rendez-vous", RUNNING, structure.appointment_soon),
    "appointment_past": Timer("rendez-vous sans nouvelle", RUNNING, structure.appointment_past),
    "no_show_over": Timer(
        "pas venu, pas de nouvelle date", frozenset({"no_show"}), structure.no_show_over
    ),
    "check7": Timer(
        "jour 7 : les deux sont interrogés (une structure encore muette, par ses rappels)",
        RUNNING,
        checks.check_due,
    ),
    "check30": Timer("jour 30 : les deux sont interrogés", RUNNING, checks.check_due),
    "check90": Timer("jour 90 : les deux sont interrogés", RUNNING, checks.check_due),
    "check180": Timer("jour 180 : les deux sont interrogés", RUNNING, checks.check_due),
    "judge": Timer("fin du délai de réponse d'un suivi", RUNNING, checks.judge_due),
}

_CONTACT = "Concerne le contact : le relais n'en fait rien."
_UNBORN = "Rien ne précède la proposition."
_DONE = "Le relais est fini."
_CONSENTED = "L'accord est déjà donné."
_NOT_YET = "Rien n'est parti vers la structure."
_ONCE = "Déjà proposé ; une autre proposition est un autre relais."
_KNOWN = "Un relais déjà accepté n'attend pas que le jeune soit reconnu."
_NOBODY_ELSE = "L'accord n'est plus à donner ni à refuser ; il peut être repris."

FOREIGN: tuple[type[e.Event], ...] = (
    e.Referred,
    e.StrangerWrote,
    e.Informed,
    e.HumanAvailable,
    e.CallMissed,
    e.DangerRead,
    e.DangerSettled,
    e.SilenceLifted,
    e.StartRead,
    e.OptOutLifted,
    e.LoopSuspected,
    e.HumanSpoke,
    e.CallLogged,
    e.CallPromised,
    e.HandedBack,
    e.Transferred,
    e.SomebodyElse,
    e.AddressReplaced,
    e.Paused,
    e.RelayEnded,
    e.NewsArose,
    e.PrescriberWrote,
    e.NumberGiven,
)


def _ignored() -> dict[Pair, str]:
    """The whole table of what is set aside: (state, fact) -> reason, in French."""
    states = POOL.states
    table: dict[Pair, str] = {}
    born = {e.RelayProposed, e.DeathTold, e.Erased}
    for fact in (*DECISIONS, e.TimerDue):
        if fact not in born:
            table["new", fact] = _UNBORN
        if fact not in {e.DeathTold, e.Erased, e.TextsReceived, e.Delivered, e.SendFailed}:
            table |= {(state, fact): _DONE for state in OVER}
    table |= {("ended", fact): _DONE for fact in (*DECISIONS, e.TimerDue)}
    del table["declined", e.ConsentGiven]
    table |= {(s, e.RelayProposed): _ONCE for s in states - {"new", "proposed", *OVER}}
    table |= {(s, e.Recognised): _KNOWN for s in {"agreed", *RUNNING}}
    table |= {(s, e.ConsentGiven): _CONSENTED for s in {"agreed", *RUNNING}}
    table |= {(s, e.ConsentRefused): _NOBODY_ELSE for s in RUNNING}
    table["proposed", e.StructureAnswered] = _NOT_YET
    table |= {(s, e.YouthAnswered): _NOT_YET for s in ("proposed", "agreed")}
    table |= {(state, fact): _CONTACT for state in states for fact in FOREIGN}
    return table


FLOW = Flow(
    kind=FlowKind.RELAY,
    version=1,
    pool=POOL,
    states=STATES,
    moves=MOVES,
    closed=OVER,
    decisions=DECISIONS,
    timers=TIMERS,
    ignored=_ignored(),
)
