"""Which fact leads to which decision in a contact, and which facts are ignored, where and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flows import events as e
from flows.contact import (
    answers,
    calls,
    carrier,
    ends,
    ladder,
    numbers,
    people,
    rest,
    safety,
    starts,
    texts,
)
from flows.contact.machine import ContactFlow
from flows.effects import MarkReferral, Priority, TaskKind
from flows.machine import Pool
from flows.snapshot import FlowKind
from flows.table import Decision, Flow, Pair, Timer, always
from flows.turn import Turn

POOL = Pool(ContactFlow, "new")

STATES = {
    "new": "La conversation vient d'être créée.",
    "waiting": "Le premier message attend sa bonne heure.",
    "held": "Aucun aiguilleur présent avec de la place : le premier message est retenu.",
    "to_announce": "À prévenir : rien ne part avant que le prescripteur l'ait dit au jeune.",
    "undecided": "Un humain décide d'abord : autre prénom, proche ou acteur de terrain.",
    "asked": "Le premier message est parti ; une réponse est attendue.",
    "nudged": "Pas de réponse : appel, relances des jours 3 et 10, adulte de confiance au jour 21.",
    "talking": "Le jeune a répondu et le robot a la parole.",
    "in_relay": "Un relais suit ses jours ; le contact veille.",
    "with_human": "Un humain a la parole ; le robot se tait.",
    "resting": "Repos, puis réveils aux jours 60 et 120.",
    "unreachable": "Le numéro ne marche pas ; un autre est demandé au prescripteur.",
    "wrong_person": "Ce téléphone est à quelqu'un d'autre : plus rien n'y part.",
    "paused": "Absent jusqu'à une date : rien ne part.",
    "opted_out": "STOP : nous n'écrivons plus. Un danger est toujours entendu.",
    "deceased": "Décès annoncé : seul le responsable écrit ou appelle.",
    "closed": "Clos, avec une issue. Qui réécrit trouve un humain.",
}
MOVES = {
    "plan": "le premier message est prévu à la bonne heure",
    "hold": "personne pour lire la réponse : retenu",
    "announce_first": "le prescripteur doit d'abord prévenir",
    "decide_first": "un humain décide d'abord",
    "suppress": "déjà opposé : rien ne part",
    "greet": "le premier message part",
    "nudge": "un barreau de l'échelle",
    "rest": "repos, ou un non sans insister",
    "engage": "le robot et le jeune se parlent",
    "follow": "un relais prend la suite",
    "hand": "la parole passe à un humain",
    "lose": "le numéro ne marche pas",
    "mistake": "ce téléphone n'est pas le sien",
    "pause": "absence datée",
    "stop": "STOP",
    "die": "décès annoncé",
    "end": "clôture, avec une issue",
    "stay": "entendu, sans changer d'étape",
}

DECISIONS: Mapping[type[e.Event], Decision] = {
    e.Referred: ladder.referred,
    e.StrangerWrote: ladder.stranger_wrote,
    e.Informed: ladder.informed,
    e.HumanAvailable: ladder.human_available,
    e.TextsReceived: texts.texts_received,
    e.CallMissed: calls.call_missed,
    e.DangerRead: safety.danger_read,
    e.DangerSettled: safety.danger_settled,
    e.SilenceLifted: safety.silence_lifted,
    e.StopRead: safety.stop_read,
    e.StartRead: safety.start_read,
    e.OptOutLifted: safety.opt_out_lifted,
    e.DeathTold: safety.death_told,
    e.SendRefused: carrier.send_refused,
    e.SendFailed: carrier.send_failed,
    e.Delivered: carrier.delivered,
    e.LoopSuspected: carrier.loop_suspected,
    e.HumanSpoke: people.human_spoke,
    e.CallLogged: calls.call_logged,
    e.CallPromised: calls.call_promised,
    e.HandedBack: people.handed_back,
    e.Transferred: people.transferred,
    e.Closed: ends.closed_by,
    e.Recognised: numbers.recognised,
    e.SomebodyElse: numbers.somebody_else,
    e.AddressReplaced: numbers.address_replaced,
    e.Paused: ends.paused,
    e.Erased: ends.erased,
    e.ConsentGiven: ends.consent_given,
    e.RelayEnded: ends.relay_ended,
}


def _announce_again(turn: Turn, _: object) -> None:
    turn.task(TaskKind.TO_ANNOUNCE, Priority.PRESCRIBER, turn.now, "again")
    turn.timer("announce_again", turn.working_days(20))


def _watch_over(turn: Turn, _: object) -> None:
    turn.task(TaskKind.NO_STEP, Priority.ROUTINE, turn.working_days(2), "relay_over")
    ends.watch_relay(turn)


def _sham(status: str) -> Callable[[Turn, object], None]:
    return lambda turn, _: turn.ask(MarkReferral(status))


# Timers: what each is for, in the words of docs/flows, and the states where it acts. A timer that
# comes due elsewhere is a leftover: noted, nothing more.
_LADDER = frozenset({"asked", "nudged"})
_TALK = frozenset({"talking"})
_bot = starts.has_word
_sure = starts.number_sure
_ANY = POOL.states - {"new"}
_LIVING = _ANY - {"deceased"}
TIMERS: Mapping[str, Timer] = {
    "hello": Timer(
        "premier message", frozenset({"waiting", "held"}), _bot(_sure(ladder.hello_due))
    ),
    "announce_again": Timer(
        "toujours à prévenir : relancer le prescripteur",
        frozenset({"to_announce"}),
        always("stay", _announce_again),
    ),
    "call_task": Timer("appel après 24 h sans réponse", _LADDER, _bot(ladder.rung_reached)),
    "day3": Timer("relance du jour 3", _LADDER, _bot(_sure(ladder.rung_reached))),
    "day10": Timer("relance du jour 10", _LADDER, _bot(_sure(ladder.rung_reached))),
    "day21": Timer("adulte de confiance, jour 21", _LADDER, _bot(ladder.rung_reached)),
    "rest": Timer("fin de l'échelle, repos", _LADDER, _sure(rest.rest_due)),
    "wake60": Timer("réveil du jour 60", frozenset({"resting"}), _bot(_sure(rest.wake_due))),
    "wake120": Timer("réveil du jour 120", frozenset({"resting"}), _bot(_sure(rest.wake_due))),
    "give_up": Timer(
        "plus de réponse : clôture",
        frozenset({"resting"}),
        _sure(rest.give_up_due),
    ),
    "quiet": Timer("silence après un échange", _TALK, _bot(answers.quiet_due)),
    "again": Timer("le jour qu'elle a choisi", _TALK | {"in_relay"}, _sure(answers.again_due)),
    "watch": Timer(
        "fin des jours du relais",
        frozenset({"in_relay"}),
        always("stay", _watch_over),
    ),
    "idle": Timer("dossier sans geste, 5 jours ouvrés", frozenset({"with_human"}), people.idle_due),
    "wait_owner": Timer("elle attend depuis 2 h ouvrées", _LIVING, people.wait_due),
    "wait_substitute": Timer("elle attend depuis 4 h ouvrées", _LIVING, people.wait_due),
    "wait_lead": Timer("elle attend depuis 1 jour ouvré", _LIVING, people.wait_due),
    "wait_reassign": Timer("elle attend depuis 2 jours ouvrés", _LIVING, people.wait_due),
    "call_overdue": Timer("appel promis non noté, 30 min", _LIVING, calls.call_overdue),
    "call_substitute": Timer("appel promis non noté, 1 h", _LIVING, calls.call_overdue),
    "slot_reminder": Timer("rappel de l'appel promis", _LIVING, calls.reminder_due),
    "danger_5": Timer("alerte de danger, 5 min", _ANY, lambda t, ev: safety.realert(t, ev.kind)),
    "danger_10": Timer("alerte de danger, 10 min", _ANY, lambda t, ev: safety.realert(t, ev.kind)),
    "danger_20": Timer("alerte de danger, 20 min", _ANY, lambda t, ev: safety.realert(t, ev.kind)),
    "danger_lead": Timer(
        "alerte de danger, responsable",
        _ANY,
        lambda t, ev: safety.realert(t, ev.kind),
    ),
    "danger_outcome": Timer(
        "danger pris, sans issue notée : rappelé à qui l'a pris",
        _ANY,
        lambda t, ev: safety.recall(t, ev.kind),
    ),
    "danger_outcome_lead": Timer(
        "danger toujours sans issue notée : rappelé au responsable",
        _ANY,
        lambda t, ev: safety.recall(t, ev.kind),
    ),
    "concern_late": Timer("inquiétude non lue à l'heure", _ANY, safety.concern_late),
    "danger_next": Timer("contact du lendemain d'un danger", _LIVING, safety.danger_next),
    "number_wait": Timer(
        "pas d'autre numéro reçu",
        frozenset({"unreachable", "wrong_person"}),
        rest.give_up_due,
    ),
    "pause_over": Timer("fin de la pause", frozenset({"paused"}), ends.pause_over),
    "sham_attempt": Timer(
        "numéro opposé : la prescription se lit « tentative »",
        frozenset({"opted_out"}),
        always("stay", _sham("attempting")),
    ),
    "sham_end": Timer(
        "numéro opposé : la prescription se lit « non joint »",
        frozenset({"opted_out"}),
        always("stay", _sham("not_reached")),
    ),
}


# --- what is ignored, and why

_OTHER_FLOW = "Concerne un relais ou un prescripteur, jamais le contact."
_UNBORN = "Rien ne précède la prescription ou le premier mot d'une personne inconnue."
_ONCE = "Un seul premier contact par personne et par six mois ; la prescription suit son cours."
_KNOWN = "La personne est déjà connue ici."
_TOLD = "Elle n'était pas à prévenir, ou l'est déjà."
_NOT_HELD = "Rien n'attendait la présence d'un aiguilleur."
_NOT_HANDED = "Le robot n'attend pas qu'on lui rende la parole."
_DEATH = "Après un décès, seul le responsable agit ; rien d'automatique."
_ENDED = "Le dossier est clos ; reprendre la main le rouvre."

FOREIGN: tuple[type[e.Event], ...] = (
    e.RelayProposed,
    e.ConsentRefused,
    e.ConsentWithdrawn,
    e.StructureAnswered,
    e.YouthAnswered,
    e.NewsArose,
    e.PrescriberWrote,
    e.NumberGiven,
)
BIRTH: tuple[type[e.Event], ...] = (e.Referred, e.StrangerWrote, e.Erased)
AFTER_DEATH: tuple[type[e.Event], ...] = (
    e.SilenceLifted,
    e.StopRead,
    e.StartRead,
    e.OptOutLifted,
    e.SendRefused,
    e.Delivered,
    e.LoopSuspected,
    e.CallLogged,
    e.CallPromised,
    e.AddressReplaced,
    e.Paused,
    e.ConsentGiven,
    e.Recognised,
    e.RelayEnded,
    e.SomebodyElse,
)


def _ignored() -> dict[Pair, str]:
    """The whole table of what is set aside: (state, fact) -> reason, in French."""
    table: dict[Pair, str] = {
        (state, fact): _OTHER_FLOW for state in POOL.states for fact in FOREIGN
    }
    table |= {
        ("new", fact): _UNBORN
        for fact in (*DECISIONS, e.TimerDue)
        if fact not in BIRTH and ("new", fact) not in table
    }
    table |= {(s, e.Referred): _ONCE for s in POOL.states - {"new", "closed"}}
    table |= {(s, e.StrangerWrote): _KNOWN for s in POOL.states - {"new"}}
    table |= {(s, e.Informed): _TOLD for s in POOL.states - {"new", "to_announce"}}
    table |= {(s, e.HumanAvailable): _NOT_HELD for s in POOL.states - {"new", "held", "resting"}}
    handed = {"new", "with_human", "undecided"}
    table |= {(s, e.HandedBack): _NOT_HANDED for s in POOL.states - handed}
    table |= {("deceased", fact): _DEATH for fact in AFTER_DEATH}
    table |= {("closed", e.ConsentGiven): _ENDED, ("closed", e.LoopSuspected): _ENDED}
    return table


FLOW = Flow(
    kind=FlowKind.CONTACT,
    version=1,
    pool=POOL,
    states=STATES,
    moves=MOVES,
    closed=frozenset({"opted_out", "closed"}),
    decisions=DECISIONS,
    timers=TIMERS,
    ignored=_ignored(),
)
