"""Codes of SAS in the words of the inbox (plain French). A test walks every table."""

from __future__ import annotations

from flows.events import CallOutcome, Outcome
from flows.reading import Intent

OUTCOMES: dict[Outcome, str] = {
    Outcome.TAKEN_IN_CHARGE: "Suivi par une structure",
    Outcome.OWN_SOLUTION: "A trouvé sa propre solution",
    Outcome.REFUSED: "Ne souhaite pas d'aide",
    Outcome.UNREACHABLE: "Impossible à joindre",
    Outcome.WRONG_PERSON: "Ce n'était pas la bonne personne",
    Outcome.OPTED_OUT: "A demandé l'arrêt (STOP)",
    Outcome.MOVED: "A déménagé, suivi ailleurs",
    Outcome.DIED: "Décès",
    Outcome.ERASED: "Données effacées",
    Outcome.DUPLICATE: "Doublon d'un autre dossier",
    Outcome.OTHER: "Autre raison",
}
CLOSABLE = tuple(one for one in Outcome if one not in (Outcome.DIED, Outcome.ERASED))
"""What an aiguilleur may choose: a death and an erasure have their own acts."""

CALLS: dict[CallOutcome, str] = {
    CallOutcome.SPOKEN: "Parlé",
    CallOutcome.VOICEMAIL: "Messagerie",
    CallOutcome.WRONG_NUMBER: "Mauvais numéro",
    CallOutcome.CALL_BACK: "Rappeler à…",
}

DANGER_OUTCOMES: dict[str, str] = {
    "spoken": "On s'est parlé",
    "services_told": "Les secours sont prévenus (15, 17, 18, 112)",
    "handed_to": "Quelqu'un d'autre a pris le relais, nommé dans une note",
    "two_failed": "Deux essais sans réponse",
}

STEPS: dict[str, str] = {
    "resume": "Là où il en était",
    "ask_slot": "Demander une heure d'appel",
    "menu": "Demander par quoi commencer",
    "ladder": "Continuer les relances",
    "rest": "Laisser du temps, revenir plus tard",
    "relay": "Suivre le relais",
    "hello": "Recommencer au premier message",
}
"""Where the robot may take up again: the steps of flows.contact."""

REFUSALS: dict[str, str] = {
    "empty": "Le texte est vide.",
    "blank": "Il reste un blanc à remplir, entre crochets.",
    "long": "Le texte est trop long pour un message.",
    "opted_out": "STOP a été demandé : vous ne pouvez pas écrire. Son accord clair lève le STOP.",
    "erased": "Ses données sont effacées : plus rien ne part.",
    "danger_first": "Un danger est ouvert : dites d'abord ce qui a été fait. Rien n'est effacé.",
    "report_first": "Notez d'abord l'information préoccupante, envoyée ou non. Rien n'est effacé.",
    "unread": "Un message vient d'arriver et n'est pas encore lu. Rien n'est effacé.",
    "no_address": "Aucun numéro ne reçoit de SMS ici. Appelez, ou enregistrez un autre numéro.",
    "dead_address": "Ce numéro ne convient plus. Enregistrez un autre numéro.",
    "past": "Cette heure est déjà passée. Choisissez-en une autre.",
    "late": "C'est trop tard après un danger : au plus tard le prochain jour de travail.",
    "danger": "Un danger est ouvert : dites d'abord ce qui a été fait.",
    "outcome": "Choisissez ce qui a été fait.",
    "other_team": "Cette personne n'est pas dans votre équipe.",
    "taken": "Ce numéro est déjà dans un autre dossier. Rien n'a changé.",
    "lead_only": "Un décès a été annoncé : seule la personne responsable de l'équipe écrit.",
    "silence": "Silence demandé après des violences : dites d'abord pourquoi vous écrivez.",
    "reason": "Dites pourquoi, en une phrase.",
    "intent": "Choisissez un sens dans la liste.",
    "order": "Le dernier jour vient avant le premier.",
    "substitute": "Choisissez une autre personne de l'équipe.",
    "not_yours": "Seule la personne responsable note l'absence de quelqu'un d'autre.",
    "hour": "L'heure n'a pas été comprise. Exemple : 24/11/2026 à 14:30.",
    "number": "Ce numéro n'a pas été compris. Exemple : 06 39 98 12 34.",
    "step": "Cette étape n'est pas possible maintenant.",
    "sure": "Cochez la case pour confirmer.",
    "informed": "Rien n'attendait cette annonce.",
    "nothing_to_confirm": "Il n'y a plus rien à confirmer.",
    "nothing_to_decide": "Il n'y a plus rien à décider sur ce numéro.",
    "stays": "Le robot ne peut pas reprendre à cette étape. Vous gardez la main.",
    "service": "Choisissez une structure dans la liste.",
    "fields": "Quatre informations au plus, le prénom compris.",
    "need": "Écrivez en une phrase ce qui est cherché, 300 lettres au plus.",
    "authority": "Notez d'abord qui a l'autorité parentale, prévenue ou non.",
    "not_a_partner": "Cette structure n'est pas partenaire : rien ne peut lui être transmis.",
    "already": "Un relais vers ce service est déjà en cours.",
    "nobody": "Ce dossier ne permet plus de relais.",
    "over": "Ce relais est terminé.",
    "not_asked": "Son accord n'est pas à demander maintenant.",
    "not_yet": "Rien n'est encore parti vers cette structure.",
    "appointment": "Cette date de rendez-vous n'est pas possible.",
    "agrees": "Choisissez une réponse.",
    "words": "Notez ses mots : ils gardent la trace de son accord.",
    "channel": "Ce canal n'est pas possible ici.",
}

NEEDS: dict[str, str] = {
    "housing": "logement",
    "job": "travail",
    "training": "formation, école",
    "money": "argent, budget",
    "papers": "papiers, droits",
    "health": "santé",
    "mobility": "se déplacer",
    "food": "manger",
    "family": "famille, enfant",
    "isolation": "sortir, voir du monde",
    "digital": "téléphone, internet",
    "justice": "justice",
}
BRAKES: dict[str, str] = {
    "no_housing": "pas de toit stable",
    "no_money": "pas d'argent",
    "no_transport": "pas de transport",
    "papers": "papiers pas à jour",
    "language": "langue, lecture",
    "health": "santé",
    "childcare": "garde d'enfant",
    "trust": "méfiance envers les services",
    "past": "mauvaise expérience avant",
    "alone": "personne sur qui compter",
    "debts": "dettes",
    "phone": "téléphone qui coupe",
}
LEVERS: dict[str, str] = {
    "earn": "gagner de l'argent vite",
    "home": "avoir un chez-soi",
    "project": "un projet précis",
    "adult": "un adulte de confiance",
    "friends": "des amis qui avancent",
    "child": "un enfant",
    "sport": "sport, musique, passion",
    "proof": "montrer de quoi on est capable",
    "license": "passer le permis",
    "leave": "partir d'où l'on est",
}

REPORT_OUTCOMES: dict[str, str] = {
    "report_sent": "Information préoccupante envoyée",
    "report_not_sent": "Pas envoyée, la raison est dans une note",
}

TASK_OUTCOMES: dict[str, str] = {"done": "C'est fait", "not_needed": "Plus nécessaire"}

INTENTS: dict[Intent, str] = {
    Intent.YES: "oui",
    Intent.NO: "non",
    Intent.MAYBE: "peut-être",
    Intent.LATER: "plus tard",
    Intent.STOP: "arrêter les messages",
    Intent.START: "reprendre les messages",
    Intent.WHO: "qui êtes-vous ?",
    Intent.WRONG_NUMBER: "mauvais numéro",
    Intent.THIRD_PARTY: "quelqu'un d'autre répond",
    Intent.HUMAN: "veut parler à une personne",
    Intent.CHOICE: "un choix numéroté",
    Intent.PHONE_CHANGE: "donne un autre numéro",
    Intent.AVAILABILITY: "dit ses disponibilités",
    Intent.THANKS: "remercie",
    Intent.INSULT: "insulte",
    Intent.DISTRESS: "va mal",
    Intent.HAS_SOLUTION: "a déjà une solution",
    Intent.MOVED: "a déménagé",
    Intent.LANGUAGE: "difficulté avec la langue",
    Intent.MEDIA_ONLY: "vocal, image ou emoji seul",
    Intent.OTHER: "autre chose",
}

SAFETY: dict[str, str] = {
    "none": "",
    "concern": "Le robot y a lu une inquiétude",
    "emergency": "Le robot y a lu un danger",
}

ADDRESSES: dict[str, str] = {
    "good": "numéro bon",
    "doubtful": "numéro incertain",
    "dead": "numéro qui ne marche plus",
    "someone_else": "numéro de quelqu'un d'autre",
    "shared": "numéro partagé",
    "she_writes": "n'écrire qu'après un message reçu, rien de personnel",
}

OWNERS: dict[str, str] = {
    "youth": "",
    "trusted_adult": "adulte de confiance",
    "prescriber": "prescripteur",
    "structure": "structure",
    "aiguilleur": "aiguilleur",
    "unknown": "inconnu",
}

CHANNELS: dict[str, str] = {
    "sms": "SMS",
    "whatsapp": "WhatsApp",
    "mail": "courriel",
    "voice": "appel",
    "phone": "téléphone",
}

LANGUAGES: dict[str, str] = {
    "fr": "français",
    "en": "anglais",
    "ar": "arabe",
    "uk": "ukrainien",
    "es": "espagnol",
    "prs": "dari",
    "ps": "pachto",
}


_OUTCOMES = frozenset(one.value for one in Outcome)
_INTENTS = frozenset(one.value for one in Intent)


def intent(code: str) -> str:
    """What an intent means; a code this version does not know stays as it is."""
    return INTENTS[Intent(code)] if code in _INTENTS else code


def outcome(code: str | None) -> str:
    """How a conversation was closed."""
    return OUTCOMES[Outcome(code)] if code in _OUTCOMES else code or "clos"
