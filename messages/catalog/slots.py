"""The hour of a call: asked, noted, confirmed, recalled, and apologised for."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.choices import YES_HOUR_WRITING
from messages.catalog.sentence import Form, Sentence, one, plain

_ASK_SLOT = Sentence(
    key=Key.ASK_SLOT,
    flow="contact",
    said="Elle a dit oui : quand l'appeler ?",
    template=True,
    forms=plain(
        one(
            "Merci {prenom}. Quel moment t'arrange pour l'appel de {aig} ? Par exemple : demain "
            "matin, jeudi 14 h, un soir. Ou dis : par écrit.",
            "Merci {prenom}. Quel moment vous arrange pour l'appel de {aig} ? Par exemple : demain "
            "matin, jeudi 14 h, un soir. Ou dites : par écrit.",
        ),
        one(
            "Ça marche, {aig} s'adapte à toi. Quel jour, et vers quelle heure ? Écris-le avec "
            "tes mots.",
            "Ça marche, {aig} s'adapte à vous. Quel jour, et vers quelle heure ? Écrivez-le "
            "avec vos mots.",
        ),
    ),
)

_SLOT_NOTED = Sentence(
    key=Key.SLOT_NOTED,
    flow="contact",
    said="Écho de l'heure comprise, avant que l'aiguilleur l'accepte.",
    forms=(
        Form(
            "quand",
            (
                one(
                    "C'est noté : {quand}. {aig} confirme l'heure ici. Si c'est une autre "
                    "heure, écris-la.",
                    "C'est noté : {quand}. {aig} confirme l'heure ici. Si c'est une autre "
                    "heure, écrivez-la.",
                ),
                one(
                    "Merci, {quand} alors. {aig} regarde et te confirme ici. Pour changer, écris "
                    "une autre heure.",
                    "Merci, {quand} alors. {aig} regarde et vous confirme ici. Pour changer, "
                    "écrivez une autre heure.",
                ),
            ),
            {"quand": None},
        ),
        Form(
            "alone",
            (
                one(
                    "C'est noté. {aig} te propose une heure ici. Pour préciser, écris un jour et "
                    "une heure.",
                    "C'est noté. {aig} vous propose une heure ici. Pour préciser, écrivez un jour "
                    "et une heure.",
                ),
                one(
                    "Merci, c'est noté. {aig} choisit une heure et te l'écrit ici.",
                    "Merci, c'est noté. {aig} choisit une heure et vous l'écrit ici.",
                ),
            ),
        ),
    ),
)

_SLOT_CONFIRMED = Sentence(
    key=Key.SLOT_CONFIRMED,
    flow="contact",
    said="Un aiguilleur a accepté l'heure de l'appel.",
    template=True,
    forms=plain(
        one(
            "C'est bon : {aig} t'appelle {quand}. Son numéro finit par {fin}. Un imprévu ? "
            "Écris-le ici, on change.",
            "C'est bon : {aig} vous appelle {quand}. Son numéro finit par {fin}. Un imprévu ? "
            "Écrivez-le ici, on change.",
        ),
        one(
            "Heure confirmée : {quand}. L'appel de {aig} viendra d'un numéro qui finit par {fin}. "
            "Pour changer, écris ici.",
            "Heure confirmée : {quand}. L'appel de {aig} viendra d'un numéro qui finit par {fin}. "
            "Pour changer, écrivez ici.",
        ),
    ),
)

_SLOT_REMINDER = Sentence(
    key=Key.SLOT_REMINDER,
    flow="contact",
    said="Rappel de l'appel demandé.",
    choices=YES_HOUR_WRITING,
    template=True,
    forms=plain(
        one(
            "Bonjour {prenom}. {aig} t'appelle {quand}. Son numéro finit par {fin}. Toujours ok ? "
            "1 oui 2 une autre heure 3 par écrit.",
            "Bonjour {prenom}. {aig} vous appelle {quand}. Son numéro finit par {fin}. Toujours "
            "ok ? 1 oui 2 une autre heure 3 par écrit.",
        ),
        one(
            "Bonjour {prenom}. Petit rappel : appel de {aig} {quand}. Son numéro finit par {fin}. "
            "Ça tient pour toi ? 1 oui 2 une autre heure 3 par écrit.",
            "Bonjour {prenom}. Petit rappel : appel de {aig} {quand}. Son numéro finit par {fin}. "
            "Ça tient pour vous ? 1 oui 2 une autre heure 3 par écrit.",
        ),
    ),
)

_CALL_LATE_SORRY = Sentence(
    key=Key.CALL_LATE_SORRY,
    flow="contact",
    said="L'appel promis n'est pas venu à l'heure.",
    choices=YES_HOUR_WRITING,
    template=True,
    forms=(
        Form(
            "quand",
            (
                one(
                    "Bonjour {prenom}. L'appel promis n'est pas venu à l'heure. C'est notre faute, "
                    "pardon. {aig} t'appelle {quand}. Ça te va ? 1 oui 2 une autre heure "
                    "3 par écrit.",
                    "Bonjour {prenom}. L'appel promis n'est pas venu à l'heure. C'est notre faute, "
                    "pardon. {aig} vous appelle {quand}. Ça vous va ? 1 oui 2 une autre heure "
                    "3 par écrit.",
                ),
                one(
                    "Pardon {prenom}, notre appel a du retard. Ce n'est pas ta faute. Nouvelle "
                    "heure avec {aig} : {quand}. Ok ? 1 oui 2 une autre heure 3 par écrit.",
                    "Pardon {prenom}, notre appel a du retard. Ce n'est pas votre faute. Nouvelle "
                    "heure avec {aig} : {quand}. Ok ? 1 oui 2 une autre heure 3 par écrit.",
                ),
            ),
            {"quand": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Bonjour {prenom}. L'appel promis n'est pas venu à l'heure. C'est notre faute, "
                    "pardon. On fixe une nouvelle heure ? 1 oui 2 choisir une heure 3 par écrit.",
                    "Bonjour {prenom}. L'appel promis n'est pas venu à l'heure. C'est notre faute, "
                    "pardon. On fixe une nouvelle heure ? 1 oui 2 choisir une heure 3 par écrit.",
                ),
                one(
                    "Pardon {prenom}, notre appel a du retard. Ce n'est pas ta faute. {aig} peut "
                    "réessayer. Ok ? 1 oui 2 choisir une heure 3 par écrit.",
                    "Pardon {prenom}, notre appel a du retard. Ce n'est pas votre faute. {aig} "
                    "peut réessayer. Ok ? 1 oui 2 choisir une heure 3 par écrit.",
                ),
            ),
        ),
    ),
)

SENTENCES = (
    _ASK_SLOT,
    _SLOT_NOTED,
    _SLOT_CONFIRMED,
    _SLOT_REMINDER,
    _CALL_LATE_SORRY,
)
