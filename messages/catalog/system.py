"""The closed list of fixed texts that no flow decides alone (PRODUCT 3.9): STOP, receipts..."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.sentence import Form, Sentence, one, plain, same

_STOP = Sentence(
    key=Key.STOP,
    flow="reflex",
    said="Elle a écrit STOP, sur n'importe quel canal.",
    forms=plain(
        one(
            "C'est noté, plus de message de notre part. Pour revenir un jour : REPRENDRE. En "
            "danger : 112, ou 3114 jour et nuit.",
            "C'est noté, plus de message de notre part. Pour revenir un jour : REPRENDRE. En "
            "danger : 112, ou 3114 jour et nuit.",
        ),
    ),
)

_WRONG_PERSON = Sentence(
    key=Key.WRONG_PERSON,
    flow="contact",
    said="Une autre personne a ce numéro.",
    forms=plain(
        one(
            "Merci de la réponse. C'est un message personnel, rien de grave. On n'écrira plus ici. "
            "Bonne journée.",
            "Merci de la réponse. C'est un message personnel, rien de grave. On n'écrira plus ici. "
            "Bonne journée.",
        ),
    ),
)

_UNKNOWN_NUMBER = Sentence(
    key=Key.UNKNOWN_NUMBER,
    flow="reflex",
    said="Un numéro inconnu écrit ou appelle : une seule réponse polie, sans tu ni vous.",
    forms=(
        Form(
            "call_lu",
            (
                same(
                    "Bonjour, ici {service}. Ce numéro ne prend pas les appels. L'appel est noté, "
                    "une personne le voit {lu}. On peut aussi écrire ici. Urgent : 112, ou 3114 "
                    "jour et nuit. Message automatique.",
                ),
            ),
            {"called": "1", "lu": None},
        ),
        Form(
            "call",
            (
                same(
                    "Bonjour, ici {service}. Ce numéro ne prend pas les appels. L'appel est noté, "
                    "une personne le voit. On peut aussi écrire ici. Urgent : 112, ou 3114 jour "
                    "et nuit. Message automatique.",
                ),
            ),
            {"called": "1"},
        ),
        Form(
            "lu",
            (
                same(
                    "Bonjour, ici {service}. Merci du message. Une personne le lit {lu} et répond "
                    "ici. Urgent : 112, ou 3114 jour et nuit. Message automatique.",
                ),
            ),
            {"lu": None},
        ),
        Form(
            "alone",
            (
                same(
                    "Bonjour, ici {service}. Merci du message. Une personne le lit et répond ici. "
                    "Urgent : 112, ou 3114 jour et nuit. Message automatique.",
                ),
            ),
        ),
    ),
)

_ARRIVED = Sentence(
    key=Key.ARRIVED,
    flow="reflex",
    said="Son message ou son appel est arrivé ; aussi quand une promesse a du retard.",
    forms=(
        Form(
            "call_lu",
            (
                one(
                    "Message automatique. Ton appel est noté. {aig} le voit {lu}. Si c'est urgent "
                    ": 112, ou 3114 jour et nuit.",
                    "Message automatique. Votre appel est noté. {aig} le voit {lu}. Si c'est "
                    "urgent : 112, ou 3114 jour et nuit.",
                ),
            ),
            {"called": "1", "lu": None},
        ),
        Form(
            "call",
            (
                one(
                    "Message automatique. Ton appel est noté. {aig} le voit dès que possible. Si "
                    "c'est urgent : 112, ou 3114 jour et nuit.",
                    "Message automatique. Votre appel est noté. {aig} le voit dès que possible. Si "
                    "c'est urgent : 112, ou 3114 jour et nuit.",
                ),
            ),
            {"called": "1"},
        ),
        Form(
            "lu",
            (
                one(
                    "Message automatique. Ton message est arrivé. {aig} te lit {lu}. Si c'est "
                    "urgent : 112, ou 3114 jour et nuit.",
                    "Message automatique. Votre message est arrivé. {aig} vous lit {lu}. Si c'est "
                    "urgent : 112, ou 3114 jour et nuit.",
                ),
                one(
                    "Message automatique. C'est bien arrivé. Lecture par {aig} : {lu}. Si c'est "
                    "urgent : 112, ou 3114 jour et nuit.",
                    "Message automatique. C'est bien arrivé. Lecture par {aig} : {lu}. Si c'est "
                    "urgent : 112, ou 3114 jour et nuit.",
                ),
            ),
            {"lu": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Message automatique. Ton message est arrivé. {aig} te lit dès que possible. "
                    "Si c'est urgent : 112, ou 3114 jour et nuit.",
                    "Message automatique. Votre message est arrivé. {aig} vous lit dès que "
                    "possible. Si c'est urgent : 112, ou 3114 jour et nuit.",
                ),
            ),
        ),
    ),
)

_ANSWER_WAITS = Sentence(
    key=Key.ANSWER_WAITS,
    flow="outbox",
    said="La fenêtre WhatsApp est fermée et une réponse attend.",
    template=True,
    forms=plain(
        one(
            "Bonjour {prenom}. {aig} a une réponse pour toi. Écris OK ici pour la recevoir. "
            "Message automatique.",
            "Bonjour {prenom}. {aig} a une réponse pour vous. Écrivez OK ici pour la recevoir. "
            "Message automatique.",
        ),
        one(
            "Bonjour {prenom}. Une réponse de {aig} t'attend. Envoie OK ici pour la lire. "
            "Message automatique.",
            "Bonjour {prenom}. Une réponse de {aig} vous attend. Envoyez OK ici pour la lire. "
            "Message automatique.",
        ),
    ),
)

_VOICE_NOTE = Sentence(
    key=Key.VOICE_NOTE,
    flow="reflex",
    said="Elle a envoyé un message vocal : aucune machine ne l'écoute.",
    forms=(
        Form(
            "minor",
            (
                one(
                    "Message automatique. Ton vocal est arrivé. Une personne l'écoute {lu}, pas "
                    "avant. Si c'est urgent : 112, ou 119, ou 3114, gratuits, jour et nuit. Tu "
                    "peux aussi écrire ici.",
                    "Message automatique. Votre vocal est arrivé. Une personne l'écoute {lu}, pas "
                    "avant. Si c'est urgent : 112, ou 119, ou 3114, gratuits, jour et nuit. Vous "
                    "pouvez aussi écrire ici.",
                ),
            ),
            {"minor": None, "lu": None},
        ),
        Form(
            "lu",
            (
                one(
                    "Message automatique. Ton vocal est arrivé. Une personne l'écoute {lu}, pas "
                    "avant. Si c'est urgent : 112, ou 3114, gratuits, jour et nuit. Tu peux aussi "
                    "écrire ici.",
                    "Message automatique. Votre vocal est arrivé. Une personne l'écoute {lu}, pas "
                    "avant. Si c'est urgent : 112, ou 3114, gratuits, jour et nuit. Vous pouvez "
                    "aussi écrire ici.",
                ),
            ),
            {"lu": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Message automatique. Ton vocal est arrivé. Une personne va l'écouter. Si "
                    "c'est urgent : 112, 119 avant 18 ans, ou 3114, jour et nuit. Tu peux aussi "
                    "écrire ici.",
                    "Message automatique. Votre vocal est arrivé. Une personne va l'écouter. Si "
                    "c'est urgent : 112, 119 avant 18 ans, ou 3114, jour et nuit. Vous pouvez "
                    "aussi écrire ici.",
                ),
            ),
        ),
    ),
)

_CONCERN = Sentence(
    key=Key.CONCERN,
    flow="danger",
    said="Un message inquiète sans urgence : un texte doux, une personne le lit.",
    forms=(
        Form(
            "minor_lu",
            (
                one(
                    "Merci de l'avoir écrit, c'est important. {aig} te lit {lu} et te répond "
                    "ici. Si c'est trop dur : 3114 ou 119, gratuits, jour et nuit. En danger : "
                    "112. "
                    "Message automatique.",
                    "Merci de l'avoir écrit, c'est important. {aig} vous lit {lu} et vous "
                    "répond ici. Si c'est trop dur : 3114 ou 119, gratuits, jour et nuit. En "
                    "danger : 112. "
                    "Message automatique.",
                ),
            ),
            {"minor": None, "lu": None},
        ),
        Form(
            "minor",
            (
                one(
                    "Merci de l'avoir écrit, c'est important. {aig} te lit et te répond ici. Si "
                    "c'est trop dur : 3114 ou 119, gratuits, jour et nuit. En danger : 112. "
                    "Message automatique.",
                    "Merci de l'avoir écrit, c'est important. {aig} vous lit et vous répond "
                    "ici. Si c'est trop dur : 3114 ou 119, gratuits, jour et nuit. En danger : "
                    "112. "
                    "Message automatique.",
                ),
            ),
            {"minor": None},
        ),
        Form(
            "lu",
            (
                one(
                    "Merci de l'avoir écrit, c'est important. {aig} te lit {lu} et te répond "
                    "ici. Si c'est trop dur : 3114, gratuit, jour et nuit. En danger : 112. "
                    "Message automatique.",
                    "Merci de l'avoir écrit, c'est important. {aig} vous lit {lu} et vous "
                    "répond ici. Si c'est trop dur : 3114, gratuit, jour et nuit. En danger : "
                    "112. "
                    "Message automatique.",
                ),
            ),
            {"lu": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Merci de l'avoir écrit, c'est important. {aig} te lit et te répond ici. Si "
                    "c'est trop dur : 3114, gratuit, jour et nuit. En danger : 112. "
                    "Message automatique.",
                    "Merci de l'avoir écrit, c'est important. {aig} vous lit et vous répond "
                    "ici. Si c'est trop dur : 3114, gratuit, jour et nuit. En danger : 112. "
                    "Message automatique.",
                ),
            ),
            {},
        ),
    ),
)

SENTENCES = (
    _STOP,
    _WRONG_PERSON,
    _UNKNOWN_NUMBER,
    _ARRIVED,
    _ANSWER_WAITS,
    _VOICE_NOTE,
    _CONCERN,
)
