"""Which fact leads to which decision in a contact, and which facts are ignored, where and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from flows import events as e
from flows.contact import carrier, ladder, people, safety, texts
from flows.contact.machine import ContactFlow
from flows.effects import MarkReferral, Priority, TaskKind
from flows.machine import Move, Pool, UnexpectedEvent
from flows.turn import Turn

VERSION = 1
POOL = Pool(ContactFlow, "new")
Decision = Callable[[Turn, Any], Move]

DECISIONS: Mapping[type[e.Event], Decision] = {
    e.Referred: ladder.referred,
    e.StrangerWrote: ladder.stranger_wrote,
    e.Informed: ladder.informed,
    e.HumanAvailable: lambda turn, _: ladder.start(turn),
    e.TextsReceived: texts.texts_received,
    e.CallMissed: people.call_missed,
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
    e.CallLogged: people.call_logged,
    e.CallPromised: people.call_promised,
    e.HandedBack: people.handed_back,
    e.Transferred: people.transferred,
    e.Closed: people.closed_by,
    e.Recognised: people.recognised,
    e.SomebodyElse: people.somebody_else,
    e.AddressReplaced: people.address_replaced,
    e.Paused: people.paused,
    e.Erased: people.erased,
    e.ConsentGiven: people.consent_given,
    e.RelayEnded: people.relay_ended,
}

# Timers: what each is for, in the words of docs/flows, and the states where it acts. A timer that
# comes due elsewhere is a leftover: noted, nothing more.
_LADDER = frozenset({"asked", "nudged"})
_TALK = frozenset({"talking"})
_ANY = POOL.states - {"new"}
_LIVING = _ANY - {"deceased"}
TIMERS: Mapping[str, tuple[str, frozenset[str], Decision]] = {
    "hello": ("premier message", frozenset({"waiting", "held"}), ladder.hello_due),
    "announce_again": (
        "toujours à prévenir : relancer le prescripteur",
        frozenset({"to_announce"}),
        lambda turn, _: ("stay", _announce_again),
    ),
    "call_task": ("appel après 24 h sans réponse", _LADDER, ladder.rung_reached),
    "day3": ("relance du jour 3", _LADDER, ladder.rung_reached),
    "day10": ("relance du jour 10", _LADDER, ladder.rung_reached),
    "day21": ("adulte de confiance, jour 21", _LADDER, ladder.rung_reached),
    "rest": ("fin de l'échelle, repos", _LADDER, lambda turn, _: ("rest", ladder.to_rest)),
    "wake60": ("réveil du jour 60", frozenset({"resting"}), ladder.wake_due),
    "wake120": ("réveil du jour 120", frozenset({"resting"}), ladder.wake_due),
    "give_up": (
        "plus de réponse : clôture",
        frozenset({"resting"}),
        lambda turn, _: ("end", ladder.give_up),
    ),
    "quiet": ("silence après un échange", _TALK, texts.quiet_due),
    "again": ("le jour qu'elle a choisi", _TALK | {"in_relay"}, texts.again_due),
    "watch": (
        "fin des jours du relais",
        frozenset({"in_relay"}),
        lambda turn, _: ("stay", _watch_over),
    ),
    "idle": ("dossier sans geste depuis une semaine", frozenset({"with_human"}), people.idle_due),
    "wait_owner": ("elle attend depuis 2 h ouvrées", _LIVING, people.wait_due),
    "wait_substitute": ("elle attend depuis 4 h ouvrées", _LIVING, people.wait_due),
    "wait_lead": ("elle attend depuis 1 jour ouvré", _LIVING, people.wait_due),
    "wait_reassign": ("elle attend depuis 2 jours ouvrés", _LIVING, people.wait_due),
    "call_overdue": ("appel promis non noté, 30 min", _LIVING, people.call_overdue),
    "call_substitute": ("appel promis non noté, 1 h", _LIVING, people.call_overdue),
    "slot_reminder": ("rappel de l'appel promis", _LIVING, people.reminder_due),
    "danger_5": ("alerte de danger, 5 min", _ANY, lambda t, ev: safety.realert(t, ev.kind)),
    "danger_10": ("alerte de danger, 10 min", _ANY, lambda t, ev: safety.realert(t, ev.kind)),
    "danger_20": ("alerte de danger, 20 min", _ANY, lambda t, ev: safety.realert(t, ev.kind)),
    "danger_lead": (
        "alerte de danger, responsable",
        _ANY,
        lambda t, ev: safety.realert(t, ev.kind),
    ),
    "concern_late": ("inquiétude non lue à l'heure", _ANY, safety.concern_late),
    "danger_next": ("contact du lendemain d'un danger", _LIVING, safety.danger_next),
    "number_wait": (
        "pas d'autre numéro reçu",
        frozenset({"unreachable", "wrong_person"}),
        lambda turn, _: ("end", ladder.give_up),
    ),
    "pause_over": ("fin de la pause", frozenset({"paused"}), people.pause_over),
    "sham_attempt": (
        "numéro opposé : la prescription se lit « tentative »",
        frozenset({"opted_out"}),
        lambda turn, _: ("stay", _sham("attempting")),
    ),
    "sham_end": (
        "numéro opposé : la prescription se lit « non joint »",
        frozenset({"opted_out"}),
        lambda turn, _: ("stay", _sham("not_reached")),
    ),
}


def _announce_again(turn: Turn, _: object) -> None:
    turn.task(TaskKind.TO_ANNOUNCE, Priority.PRESCRIBER, turn.now, "again")
    turn.timer("announce_again", turn.working_days(20))


def _watch_over(turn: Turn, _: object) -> None:
    turn.task(TaskKind.NO_STEP, Priority.ROUTINE, turn.working_days(2), "relay_over")
    people.watch_relay(turn)


def _sham(status: str) -> Callable[[Turn, object], None]:
    return lambda turn, _: turn.ask(MarkReferral(status))


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


def _ignored() -> dict[tuple[str, type[e.Event]], str]:
    """The whole table of what is set aside: (state, fact) -> reason, in French."""
    table: dict[tuple[str, type[e.Event]], str]
    table = {(state, fact): _OTHER_FLOW for state in POOL.states for fact in FOREIGN}
    table |= {
        ("new", fact): _UNBORN
        for fact in (*DECISIONS, e.TimerDue)
        if fact not in BIRTH and ("new", fact) not in table
    }
    table |= {(s, e.Referred): _ONCE for s in POOL.states - {"new", "closed"}}
    table |= {(s, e.StrangerWrote): _KNOWN for s in POOL.states - {"new"}}
    table |= {(s, e.Informed): _TOLD for s in POOL.states - {"new", "to_announce"}}
    table |= {(s, e.HumanAvailable): _NOT_HELD for s in POOL.states - {"new", "held"}}
    handed = {"new", "with_human", "undecided"}
    table |= {(s, e.HandedBack): _NOT_HANDED for s in POOL.states - handed}
    table |= {("deceased", fact): _DEATH for fact in AFTER_DEATH}
    table |= {("closed", e.ConsentGiven): _ENDED, ("closed", e.LoopSuspected): _ENDED}
    return table


IGNORED: Mapping[tuple[str, type[e.Event]], str] = _ignored()


def decide(turn: Turn, event: e.Event) -> Move | None:
    """The move for this fact; None when it is ignored. Raises UnexpectedEvent when the table
    does not know the fact or the timer."""
    fact = type(event)
    if (turn.s.state, fact) in IGNORED:
        return None
    if isinstance(event, e.TimerDue):
        return _timer(turn, event)
    if fact not in DECISIONS:
        raise UnexpectedEvent(f"contact knows no {fact.__name__}")
    return DECISIONS[fact](turn, event)


def _timer(turn: Turn, event: e.TimerDue) -> Move:
    if event.kind not in TIMERS:
        raise UnexpectedEvent(f"contact has no timer {event.kind}")
    _, states, decision = TIMERS[event.kind]
    if turn.s.state not in states:
        return "stay", lambda turn, fact: _leftover(turn, fact.kind)
    return decision(turn, event)


def _leftover(turn: Turn, kind: str) -> None:
    turn.remember("due." + kind, None)
    turn.note("timer_without_object", timer=kind)
