"""Why each human task is there and what to do about it, in the words of home (PRODUCT 11.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from flows.effects import Priority, TaskKind
from messages.when import say_span


@dataclass(frozen=True, slots=True)
class TaskWords:
    """`why` completes the row of home ("{nom}" is the first name); `todo` says what to do."""

    why: str
    todo: str


TASKS: dict[TaskKind, TaskWords] = {
    TaskKind.DANGER: TaskWords(
        "{nom} est peut-être en danger",
        "Lisez, appelez si c'est possible, et notez ce qui a été fait.",
    ),
    TaskKind.CONCERN: TaskWords(
        "Un message de {nom} inquiète", "Lisez-le et répondez avec vos mots."
    ),
    TaskKind.ANSWER: TaskWords("{nom} attend une réponse", "Répondez ou appelez."),
    TaskKind.ASKED_HUMAN: TaskWords("{nom} demande une personne", "Répondez ou appelez."),
    TaskKind.NOT_UNDERSTOOD: TaskWords(
        "Le robot n'a pas compris {nom}", "Lisez le message et répondez."
    ),
    TaskKind.STOP_DOUBT: TaskWords(
        "{nom} veut peut-être que l'on arrête", "Lisez : en cas de doute, n'écrivez plus."
    ),
    TaskKind.WROTE_AFTER_STOP: TaskWords(
        "{nom} écrit après avoir dit STOP",
        "Vous pouvez répondre pendant 24 heures. Son accord clair lève le STOP.",
    ),
    TaskKind.WROTE_AFTER_CLOSE: TaskWords(
        "{nom} réécrit, le dossier était clos", "Lisez et répondez."
    ),
    TaskKind.UNKNOWN_NUMBER: TaskWords(
        "Un numéro inconnu a écrit", "Lisez : à vous de dire qui c'est."
    ),
    TaskKind.CALL: TaskWords("Un appel à {nom} est prévu", "Appelez, puis notez l'appel."),
    TaskKind.CALL_BACK: TaskWords("{nom} attend votre appel", "Appelez, puis notez l'appel."),
    TaskKind.CALL_OVERDUE: TaskWords(
        "L'appel annoncé à {nom} n'est pas noté", "Appelez maintenant ou donnez une autre heure."
    ),
    TaskKind.CALL_ONLY: TaskWords(
        "{nom} se joint par téléphone seulement", "Appelez : aucun SMS ne part."
    ),
    TaskKind.MEET: TaskWords(
        "{nom} déménage : parlez-vous d'abord",
        "Appelez, puis notez l'appel : le dossier est alors à vous.",
    ),
    TaskKind.PLAN_SLOT: TaskWords(
        "{nom} est d'accord pour un appel", "Choisissez une heure : elle sera annoncée par SMS."
    ),
    TaskKind.TO_ANNOUNCE: TaskWords(
        "{nom} n'est pas encore au courant", "Attendez que le prescripteur en ait parlé."
    ),
    TaskKind.HELD: TaskWords(
        "Le premier message à {nom} attend quelqu'un", "Dites qui s'en occupe."
    ),
    TaskKind.OTHER_NAME: TaskWords(
        "Même numéro, autre prénom que {nom}",
        "Fratrie, foyer, erreur ? Rien ne part sans votre avis.",
    ),
    TaskKind.CONFIRM_FIELD_ACTOR: TaskWords(
        "La demande pour {nom} est à confirmer", "Vérifiez qui oriente avant le premier message."
    ),
    TaskKind.WRONG_PERSON: TaskWords(
        "Ce n'est peut-être pas {nom} au bout du fil", "N'écrivez plus ici. Cherchez un numéro."
    ),
    TaskKind.THIRD_PARTY: TaskWords(
        "Un proche répond à la place de {nom}", "Ne dites rien de personnel."
    ),
    TaskKind.PHONE_CHANGE: TaskWords(
        "{nom} donne un autre numéro", "Vérifiez-le, puis enregistrez-le."
    ),
    TaskKind.NUMBER_DEAD: TaskWords(
        "Le numéro de {nom} ne marche plus", "Le prescripteur est prévenu. Cherchez un numéro."
    ),
    TaskKind.TRUSTED_ADULT: TaskWords(
        "Sans nouvelles de {nom} : un adulte de confiance est connu",
        "Appelez une seule fois et dites seulement que vous cherchez à joindre {nom}.",
    ),
    TaskKind.RELAY_AGAIN: TaskWords(
        "Le relais de {nom} n'a pas marché", "Reprenez contact et cherchez une autre place."
    ),
    TaskKind.RELAY_CONSENT: TaskWords(
        "L'accord de {nom} pour le relais est à recueillir", "Demandez-le, puis notez ses mots."
    ),
    TaskKind.RELAY_SAY: TaskWords(
        "Une question du relais est à poser à {nom}", "Le robot se tait : posez-la vous-même."
    ),
    TaskKind.STRUCTURE_CALL: TaskWords(
        "La structure de {nom} ne répond pas", "Appelez la structure."
    ),
    TaskKind.STRUCTURE_INSTITUTION: TaskWords(
        "La structure de {nom} se tait depuis trois semaines", "Prévenez l'institution."
    ),
    TaskKind.DISAGREEMENT: TaskWords(
        "{nom} et la structure ne disent pas la même chose", "Demandez aux deux."
    ),
    TaskKind.PRESCRIBER_WROTE: TaskWords(
        "Le prescripteur de {nom} a écrit", "Répondez sans dire ce que {nom} confie."
    ),
    TaskKind.PRESCRIBER_NEWS: TaskWords(
        "Le prescripteur de {nom} attend des nouvelles", "Pas de courriel : appelez."
    ),
    TaskKind.DEATH: TaskWords(
        "On annonce la mort de {nom}", "Seule la personne responsable de l'équipe écrit ou appelle."
    ),
    TaskKind.PAUSED: TaskWords("La pause de {nom} se termine", "Voyez comment reprendre."),
    TaskKind.DATA_REQUEST: TaskWords(
        "{nom} demande à voir ou à effacer ses données", "Répondez dans le mois."
    ),
    TaskKind.SEND_UNCERTAIN: TaskWords(
        "On ne sait pas si un message à {nom} est parti", "Vérifiez avant de le renvoyer."
    ),
    TaskKind.SEND_BLOCKED: TaskWords(
        "Un message à {nom} ne peut pas partir", "Lisez la raison, puis appelez."
    ),
    TaskKind.SAFETY_NOT_SENT: TaskWords(
        "Le message de secours à {nom} n'est pas parti", "Appelez maintenant."
    ),
    TaskKind.LOOP: TaskWords("Un robot répond peut-être au nôtre", "Lisez et décidez."),
    TaskKind.BROKEN_STATE: TaskWords(
        "Le parcours de {nom} est bloqué", "Reprenez la main, puis prévenez le support."
    ),
    TaskKind.PARKED: TaskWords(
        "Un message de {nom} n'a pas pu être traité", "Lisez-le et répondez vous-même."
    ),
    TaskKind.LANGUAGE: TaskWords(
        "{nom} parle une autre langue", "Écrivez ou appelez, avec un interprète si besoin."
    ),
    TaskKind.MEDIA: TaskWords(
        "{nom} envoie un vocal ou une image", "Écoutez ou regardez, puis répondez."
    ),
    TaskKind.MINOR_REPORT: TaskWords(
        "Information préoccupante à décider pour {nom}",
        "Notez aujourd'hui : envoyée ou non, pourquoi, par qui.",
    ),
    TaskKind.MINOR_NAMED: TaskWords(
        "{nom} a peut-être moins de 18 ans", "Une personne nommée s'en occupe sous un jour ouvré."
    ),
    TaskKind.ALL_SAID: TaskWords(
        "{nom} a déjà reçu tous les textes de cette étape",
        "Le robot ne se répète pas : écrivez avec vos mots, ou appelez.",
    ),
    TaskKind.NO_STEP: TaskWords(
        "Plus rien n'est prévu pour {nom}", "Choisissez la suite : répondre, relancer, clore."
    ),
    TaskKind.HELP_LINES: TaskWords(
        "Les numéros d'aide sont à revérifier", "Relisez le fichier des lignes d'aide."
    ),
}
NOT_AGREED: dict[str, TaskWords] = {
    "start": TaskWords("{nom} revient après un STOP", "Proposez une heure, ou écrivez."),
    "wrote_first": TaskWords(
        "{nom} écrit avec le code de sa carte", "Proposez une heure, ou écrivez."
    ),
    "hour_asked": TaskWords(
        "Un moment d'appel est demandé à {nom}", "Proposez une heure, ou écrivez."
    ),
}
"""A call to plan, by the code that opened it, while she has named no moment: she has not agreed."""

PRIORITIES: dict[Priority, str] = {
    Priority.DANGER: "Danger",
    Priority.WAITING: "On vous attend",
    Priority.CALL: "Appels à passer",
    Priority.STRUCTURE: "Structures sans réponse",
    Priority.PRESCRIBER: "Prescripteurs à informer",
    Priority.ROUTINE: "Suivi courant",
}

CODES: dict[str, str] = {
    "after_danger": "lendemain d'un danger",
    "again": "toujours ouvert",
    "before_hello": "a écrit avant le premier message",
    "late": "en retard",
    "late_tap": "réponse à une heure qui a changé",
    "appointment": "rendez-vous",
    "never_called": "aucun appel n'a encore été passé",
    "no_appointment": "pas de rendez-vous fixé",
    "no_show": "rendez-vous manqué",
    "call_substitute": "à la place d'un collègue",
    "capacity": "places pas connues",
    "has_solution": "dit avoir une solution",
    "said_in_french": "un texte est parti en français",
    "said_no": "a dit non",
    "idle": "sans geste depuis plusieurs jours",
    "maybe_somebody_else": "peut-être écrit par quelqu'un d'autre",
    "no_mailbox": "structure sans adresse",
    "no_outcome": "dites d'abord ce qui a été fait",
    "no_trusted_adult": "pas d'adulte de confiance",
    "not_delivered": "message pas arrivé",
    "not_recognised": "identité pas confirmée",
    "person_left": "la personne qui suivait est partie",
    "parental": "autorité parentale à noter",
    "promised": "heure promise",
    "referred_again": "nouvelle orientation",
    "start": "a écrit REPRENDRE",
    "stop": "a écrit STOP",
    "reassign": "à confier à quelqu'un d'autre",
    "unsettled": "pris, mais aucune issue notée",
    "unknown_number": "numéro inconnu",
    "went_quiet": "plus de réponse après un échange",
    "wrote": "a écrit",
    "youth_not_seen": "dit n'avoir vu personne",
}
"""What the codes of a task add to its row, where they add something."""

_KINDS = frozenset(one.value for one in TaskKind)
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT")


def named(template: str, name: str) -> str:
    """The template with the first name (or `la personne`), `de` elided before a vowel."""
    shown = name or "la personne"
    if shown[0].lower() in "aàâeéèêëiîïoôuùûyh":
        template = template.replace(" de {nom}", " d'{nom}").replace("que {nom}", "qu'{nom}")
    return template.replace("{nom}", shown)


def why(kind: str, name: str, codes: Sequence[str] = ()) -> str:
    """Why a task is there; a kind this version does not know keeps its code."""
    known = _words(kind, codes)
    words = named(known.why, name) if known else f"À voir : {kind}"
    return words[0].upper() + words[1:]


def because(codes: list[str], now: datetime, zone: ZoneInfo) -> str:
    """What the codes add, in words; "" when they add nothing. Two instants are when she said she
    is free; more of them, and only her texts say which still holds."""
    words = [CODES[code] for code in codes if code in CODES]
    free = [datetime.fromisoformat(code) for code in codes if _INSTANT.match(code)]
    if len(free) == 2:
        words.append(f"libre {say_span(min(free), max(free), now, zone)}")
    return ", ".join(words)


def todo(kind: str, name: str, codes: Sequence[str] = ()) -> str:
    """What to do about a task."""
    known = _words(kind, codes)
    return named(known.todo, name) if known else "Ouvrez et décidez."


def _words(kind: str, codes: Sequence[str]) -> TaskWords | None:
    if kind not in _KINDS:
        return None
    if kind == TaskKind.PLAN_SLOT and not any(_INSTANT.match(code) for code in codes):
        asked = [NOT_AGREED[code] for code in codes if code in NOT_AGREED]
        return asked[-1] if asked else TASKS[TaskKind.PLAN_SLOT]
    return TASKS[TaskKind(kind)]
