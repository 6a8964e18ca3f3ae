"""Who we are, and what the bot says once when it has not understood."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.sentence import Form, Sentence, one

_MISS = "Ce message est automatique et n'a pas bien compris."

_WHO_WE_ARE = Sentence(
    key=Key.WHO_WE_ARE,
    flow="contact",
    said="Elle demande qui écrit, d'où vient le numéro, si c'est un robot ou une arnaque.",
    wide=3,
    forms=(
        Form(
            "source",
            (
                one(
                    "Bonne question. {service} aide pour le logement, le travail, les papiers. "
                    "C'est gratuit, et c'est toi qui décides. {source} nous a donné ton numéro. "
                    "Ce message est automatique, mais {aig} lit tout. Réponds quand tu veux. "
                    "STOP = plus de message",
                    "Bonne question. {service} aide pour le logement, le travail, les papiers. "
                    "C'est gratuit, et c'est vous qui décidez. {source} nous a donné votre numéro. "
                    "Ce message est automatique, mais {aig} lit tout. Répondez quand vous "
                    "voulez. STOP = plus de message",
                ),
                one(
                    "Normal de demander. {aig}, de {service}, aide pour le logement, le "
                    "travail, les papiers. Rien à payer, rien à signer. Ton numéro vient de "
                    "{source}. Ici c'est un "
                    "message automatique, une personne lit tes réponses. STOP = plus de message",
                    "Normal de demander. {aig}, de {service}, aide pour le logement, le "
                    "travail, les papiers. Rien à payer, rien à signer. Votre numéro vient de "
                    "{source}. Ici c'est un "
                    "message automatique, une personne lit vos réponses. STOP = plus de message",
                ),
            ),
            {"source": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Bonne question. {service} aide pour le logement, le travail, les papiers. "
                    "C'est gratuit, et c'est toi qui décides. {aig} te dira qui nous a donné ton "
                    "numéro. Ce message est automatique, une personne lit tout. STOP = plus de "
                    "message",
                    "Bonne question. {service} aide pour le logement, le travail, les papiers. "
                    "C'est gratuit, et c'est vous qui décidez. {aig} vous dira qui nous a donné "
                    "votre numéro. Ce message est automatique, une personne lit tout. STOP = plus "
                    "de message",
                ),
                one(
                    "Normal de demander. {aig}, de {service}, aide pour le logement, le "
                    "travail, les papiers. Rien à payer, rien à signer. D'où vient ton numéro : "
                    "{aig} te le dira. Ici "
                    "c'est un message automatique. STOP = plus de message",
                    "Normal de demander. {aig}, de {service}, aide pour le logement, le "
                    "travail, les papiers. Rien à payer, rien à signer. D'où vient votre numéro "
                    ": {aig} vous le dira. "
                    "Ici c'est un message automatique. STOP = plus de message",
                ),
            ),
        ),
    ),
)

_NOT_UNDERSTOOD = Sentence(
    key=Key.NOT_UNDERSTOOD,
    flow="contact",
    said="Une seule fois par conversation : on redemande, avec des chiffres.",
    forms=(
        Form(
            "menu4",
            (
                one(
                    _MISS + " Tu veux commencer par quoi ? 1 logement 2 travail, formation "
                    "3 argent, papiers 4 autre chose. Un chiffre suffit, sinon {aig} te lira.",
                    _MISS + " Vous voulez commencer par quoi ? 1 logement 2 travail, formation "
                    "3 argent, papiers 4 autre chose. Un chiffre suffit, sinon {aig} vous lira.",
                ),
            ),
            {"question": "menu4"},
        ),
        Form(
            "slot",
            (
                one(
                    _MISS + " Pour l'appel, quel jour et vers quelle heure ? Par exemple : demain "
                    "14 h. Sinon {aig} te lira.",
                    _MISS + " Pour l'appel, quel jour et vers quelle heure ? Par exemple : demain "
                    "14 h. Sinon {aig} vous lira.",
                ),
            ),
            {"question": "slot"},
        ),
        Form(
            "call_announced",
            (
                one(
                    _MISS + " L'heure de l'appel te va ? 1 oui 2 une autre heure 3 par écrit. "
                    "Un chiffre suffit, sinon {aig} te lira.",
                    _MISS + " L'heure de l'appel vous va ? 1 oui 2 une autre heure 3 par écrit. "
                    "Un chiffre suffit, sinon {aig} vous lira.",
                ),
            ),
            {"question": "call_announced"},
        ),
        Form(
            "reminder",
            (
                one(
                    _MISS + " Le rendez-vous tient toujours ? 1 oui 2 non 3 changer l'heure. "
                    "Un chiffre suffit, sinon {aig} te lira.",
                    _MISS + " Le rendez-vous tient toujours ? 1 oui 2 non 3 changer l'heure. "
                    "Un chiffre suffit, sinon {aig} vous lira.",
                ),
            ),
            {"question": "reminder"},
        ),
        Form(
            "followup",
            (
                one(
                    _MISS + " Quelqu'un te suit là-bas ? 1 oui 2 non 3 en parler. "
                    "Un chiffre suffit, sinon {aig} te lira.",
                    _MISS + " Quelqu'un vous suit là-bas ? 1 oui 2 non 3 en parler. "
                    "Un chiffre suffit, sinon {aig} vous lira.",
                ),
            ),
            {"question": "followup"},
        ),
        Form(
            "relay_offer",
            (
                one(
                    _MISS + " Tu veux bien qu'on fasse le lien ? 1 oui 2 non 3 en parler. "
                    "Un chiffre suffit, sinon {aig} te lira.",
                    _MISS + " Vous voulez bien qu'on fasse le lien ? 1 oui 2 non 3 en parler. "
                    "Un chiffre suffit, sinon {aig} vous lira.",
                ),
            ),
            {"question": "relay_offer"},
        ),
        Form(
            "first_contact",
            (
                one(
                    _MISS + " {aig} peut t'appeler cette semaine ? 1 oui 2 plus tard 3 non "
                    "4 faux numéro. Un chiffre suffit, sinon {aig} te lira.",
                    _MISS + " {aig} peut vous appeler cette semaine ? 1 oui 2 plus tard 3 non "
                    "4 faux numéro. Un chiffre suffit, sinon {aig} vous lira.",
                ),
            ),
            {"question": "first_contact"},
        ),
        Form(
            "open",
            (
                one(
                    _MISS + " Essaie avec d'autres mots, ou demande une personne : {aig} te lira.",
                    _MISS + " Essayez avec d'autres mots, ou demandez une personne : {aig} vous "
                    "lira.",
                ),
            ),
        ),
    ),
)

SENTENCES = (
    _WHO_WE_ARE,
    _NOT_UNDERSTOOD,
)
