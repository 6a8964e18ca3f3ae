"""The e-mails: to prescribers a reference or an initial, to structures only the link.

Always French and *vous*. A line with `{name?}` goes when that parameter is empty. `personne` is
made by messages.render: the prescriber's own reference, else the first name's initial.
"""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.sentence import Form, Sentence, Wording, one

_HELLO = "Bonjour,\n\n"
_END = "\n\nL'équipe {service}\n"
_FOLLOW = "\n\nSuivre cette orientation : {lien?}"
_ANSWER = "\n\nPour nous écrire : sur cette page, une personne de l'équipe vous lit."
_LINK = "\n\nOuvrir la page : {lien}\n\nAucun compte à créer : la page s'ouvre avec ce lien."


def _mail(
    key: Key, flow: str, said: str, subject: str, body: str, *first: Form, **counts: tuple[str, str]
) -> Sentence:
    return Sentence(
        key=key,
        flow=flow,
        said=said,
        subject=subject,
        translated=False,
        forms=(*first, Form("", (_body(body),))),
        counts=counts,
    )


def _body(text: str) -> Wording:
    whole = _HELLO + text + _END
    return one(whole, whole)


def _to_prescriber(key: Key, said: str, subject: str, body: str) -> Sentence:
    return _mail(key, "prescriber", said, subject, body + _FOLLOW + _ANSWER)


_PRESCRIBER = (
    _to_prescriber(
        Key.MAIL_RECEIPT,
        "Reçu immédiat.",
        "Votre orientation est bien reçue ({personne})",
        "Merci, votre orientation est bien reçue ({personne}).\n\n"
        "{aig} s'en occupe. Premier essai prévu : {quand}.\n\n"
        "Vous aurez des nouvelles au plus tard le cinquième jour.",
    ),
    _to_prescriber(
        Key.MAIL_HELD,
        "Reçu, mais personne n'est là assez tôt : date du premier essai.",
        "Votre orientation est reçue, le premier essai attend ({personne})",
        "Votre orientation est bien reçue ({personne}).\n\n"
        "Le premier essai attend que quelqu'un soit là au moment de la réponse.\n\n"
        "Date prévue : {quand?}.\n\n"
        "Si cela ne peut pas attendre, dites-le-nous sur cette page.",
    ),
    _to_prescriber(
        Key.MAIL_TO_ANNOUNCE,
        "La personne n'est pas prévenue : une phrase à lui dire, une carte à lui donner.",
        "À faire avant nous : prévenir la personne ({personne})",
        "Nous n'écrirons rien tant que la personne n'est pas prévenue ({personne}).\n\n"
        "Une phrase possible : « Quelqu'un peut t'appeler 15 minutes, pour ce que tu veux. Tu es "
        "d'accord pour que je donne ton numéro ? »\n\n"
        "Elle peut aussi écrire elle-même, avec le code de sa carte : {code?}\n\n"
        "Dès que c'est fait, indiquez-le sur la page de suivi.",
    ),
    _to_prescriber(
        Key.MAIL_ATTEMPTED,
        "Jour 5 : le numéro est bon, le premier essai est fait.",
        "Le numéro est bon, le premier essai est fait ({personne})",
        "Le numéro que vous avez donné est bon et le premier message est bien arrivé "
        "({personne}).\n\n"
        "{aig} continue les essais. Rien à faire de votre côté.",
    ),
    _to_prescriber(
        Key.MAIL_NUMBER_DEAD,
        "Le numéro ne marche pas : en auriez-vous un autre ?",
        "Le numéro ne marche pas : un autre ? ({personne})",
        "Le numéro que vous avez donné ne marche pas ({personne}). Le message n'est pas arrivé.\n\n"
        "Avez-vous un autre numéro, ou un autre moyen ? Indiquez-le sur la page de suivi.",
    ),
    _to_prescriber(
        Key.MAIL_IN_CONTACT,
        "Le lien est fait (si la personne l'accepte).",
        "Le lien est fait ({personne})",
        "Bonne nouvelle : {aig} est en lien avec la personne ({personne}).\n\n"
        "Ce qu'elle dit reste entre elle et nous. Nous pouvons lui transmettre un mot de vous.",
    ),
    _to_prescriber(
        Key.MAIL_RELAYED,
        "Un relais est en place (si la personne l'accepte), sans nommer la structure.",
        "Un relais est en place ({personne})",
        "Un relais est en place ({personne}). Nous vérifierons qu'il tient, avec la personne et "
        "avec le lieu qui l'accueille.\n\n"
        "Le nom de ce lieu lui appartient : nous ne le donnons pas.",
    ),
    _to_prescriber(
        Key.MAIL_FOLLOWED_30,
        "Jour 30 : le suivi continue (si la personne l'accepte).",
        "Le suivi continue, 30 jours après ({personne})",
        "Trente jours après le relais, le suivi continue ({personne}).\n\n"
        "C'est notre dernière nouvelle. Merci : sans votre orientation, rien n'aurait commencé.",
    ),
    _to_prescriber(
        Key.MAIL_CLOSED,
        "L'orientation est terminée, sans motif.",
        "Cette orientation est terminée ({personne})",
        "Cette orientation est terminée de notre côté ({personne}).\n\n"
        "La porte reste ouverte : si la personne nous écrit, quelqu'un la lira.",
    ),
    _mail(
        Key.MAIL_TALLY,
        "prescriber",
        "Le point sur ses propres orientations, et une chose qui aiderait.",
        "Le point sur vos orientations",
        "Voici le point sur vos orientations.\n\n"
        "Une chose qui aide : dire à la personne que {service} va lui écrire." + _FOLLOW + _ANSWER,
        Form(
            "n",
            (
                _body(
                    "Vous avez orienté {personnes}.\n\n"
                    "Premier message arrivé : {joints?}.\n\n"
                    "Une chose qui aide : dire à la personne que {service} va lui écrire."
                    + _FOLLOW
                    + _ANSWER
                ),
            ),
            {"n": None},
        ),
        personnes=("persons", "n"),
    ),
)


def _to_structure(key: Key, said: str, subject: str, body: str) -> Sentence:
    return _mail(key, "relay", said, subject, body + _LINK + _ANSWER)


_STRUCTURE = (
    _to_structure(
        Key.MAIL_PACKET,
        "Le relais part à la structure.",
        "{service} vous propose un relais",
        "Une personne que nous suivons est d'accord pour vous rencontrer.\n\n"
        "Ce qu'elle accepte de vous dire est sur cette page, et là seulement. Dites-nous si c'est "
        "possible chez vous, et quand.",
    ),
    _to_structure(
        Key.MAIL_REMIND_DAY3,
        "Jour 3 sans réponse de la structure.",
        "Rappel : un relais attend votre réponse",
        "Un relais attend votre réponse. Trois boutons, moins d'une minute.\n\n"
        "« Pas pour nous » est aussi une réponse utile.",
    ),
    _to_structure(
        Key.MAIL_REMIND_DAY10,
        "Jour 10 sans réponse de la structure.",
        "Un relais attend depuis dix jours",
        "Un relais attend votre réponse depuis dix jours, et une personne attend avec nous.\n\n"
        "Sans nouvelles, nous vous appellerons.",
    ),
    _to_structure(
        Key.MAIL_CHECK,
        "Jours 7, 30, 90 et 180 : la structure la suit-elle ?",
        "Suivi du relais : une question",
        "{jour} jours après le relais, une seule question vous attend sur la page.",
    ),
    _mail(
        Key.MAIL_WITHDRAWN,
        "relay",
        "La personne a repris son accord.",
        "Un relais s'arrête",
        "La personne a repris son accord : ce relais s'arrête.\n\n"
        "La page n'est plus lisible. Merci d'effacer ce que vous auriez noté." + _ANSWER,
    ),
    _mail(
        Key.MAIL_INSTITUTION,
        "relay",
        "Jour 21 : la structure ne répond pas, son institution est prévenue.",
        "Un relais reste sans réponse",
        "Un relais proposé à l'un de vos services reste sans réponse depuis trois semaines, après "
        "deux rappels et un appel.\n\n"
        "Pouvez-vous nous dire à qui parler ?\n\nOuvrir la page : {lien?}" + _ANSWER,
    ),
)

_TEAM = (
    Sentence(
        key=Key.MAIL_ALERT,
        flow="danger",
        said="À l'aiguilleur de garde : un lien, rien de personnel.",
        subject="{service} : quelqu'un vous attend maintenant",
        translated=False,
        forms=(
            Form(
                "",
                (
                    one(
                        "Une situation urgente vous attend maintenant.\n\nOuvrir : {lien}\n",
                        "Une situation urgente vous attend maintenant.\n\nOuvrir : {lien}\n",
                    ),
                ),
            ),
        ),
    ),
    Sentence(
        key=Key.MAIL_LATE,
        flow="danger",
        said="À l'aiguilleur, quand une tâche qui n'est pas un danger a dépassé son heure.",
        subject="{service} : une tâche a dépassé son heure",
        translated=False,
        forms=(
            Form(
                "",
                (
                    one(
                        "Une tâche de la boîte a dépassé son heure : quelqu'un attend plus "
                        "longtemps que promis. Ce n'est pas un danger.\n\nOuvrir : {lien}\n",
                        "Une tâche de la boîte a dépassé son heure : quelqu'un attend plus "
                        "longtemps que promis. Ce n'est pas un danger.\n\nOuvrir : {lien}\n",
                    ),
                ),
            ),
        ),
    ),
)

SENTENCES = (*_PRESCRIBER, *_STRUCTURE, *_TEAM)
