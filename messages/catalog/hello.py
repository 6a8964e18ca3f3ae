"""The first text of all, written or announcing a call (PRODUCT sections 6, 7 and 15)."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.choices import YES_HOUR_WRITING, YES_LATER_NO_WRONG
from messages.catalog.sentence import Form, Sentence, one

_END = " Message automatique, {aig} lit tout. STOP = plus de message"

_HELLO = Sentence(
    key=Key.HELLO,
    flow="contact",
    said="Jour 0 : le premier message, à la première bonne heure.",
    choices=YES_LATER_NO_WRONG,
    template=True,
    first_contact=True,
    wide=3,
    defaults={"quand": "this_week"},
    forms=(
        Form(
            "source",
            (
                one(
                    "Bonjour {prenom}. {source} nous a donné ton numéro. {aig}, de {service}, t'a "
                    "gardé 15 min au téléphone : logement, travail, papiers, ce que tu veux. "
                    "{quand}, ok ? 1 oui 2 plus tard 3 non 4 faux numéro. Ou écris."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. {source} nous a donné votre numéro. {aig}, de {service}, "
                    "vous a gardé 15 min au téléphone : logement, travail, papiers, à vous de "
                    "choisir. {quand}, ok ? 1 oui 2 plus tard 3 non 4 faux numéro. Ou écrivez."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. {source} nous a donné ton numéro. Message automatique : "
                    "{aig}, de {service}, lit tout et t'a gardé 15 min. {quand} au téléphone, "
                    "ok ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de message",
                    "Bonjour {prenom}. {source} nous a donné votre numéro. Message automatique : "
                    "{aig}, de {service}, lit tout et vous a gardé 15 min. {quand} au téléphone, "
                    "ok ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de message",
                ),
                one(
                    "Bonjour {prenom}. On a eu ton numéro par {source}. {aig}, de {service}, a "
                    "15 min pour toi au téléphone. Papiers, travail, logement : tu choisis. "
                    "{quand}, d'accord ? 1 oui 2 plus tard 3 non 4 faux numéro. Ou écris."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. On a eu votre numéro par {source}. {aig}, de {service}, a "
                    "15 min pour vous au téléphone. Papiers, travail, logement : à vous de voir. "
                    "{quand}, d'accord ? 1 oui 2 plus tard 3 non 4 faux numéro. Ou écrivez."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. On a eu ton numéro par {source}. Message automatique : "
                    "{aig}, de {service}, lit tout et a 15 min pour toi. {quand} au téléphone, "
                    "d'accord ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de message",
                    "Bonjour {prenom}. On a eu votre numéro par {source}. Message automatique : "
                    "{aig}, de {service}, lit tout et a 15 min pour vous. {quand} au téléphone, "
                    "ok ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de message",
                ),
            ),
            {"source": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. {aig} t'a gardé 15 min "
                    "au téléphone : logement, travail, papiers, ce que tu veux. {quand}, ok ? "
                    "1 oui 2 plus tard 3 non 4 faux numéro. Ou écris."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. {aig} vous a gardé "
                    "15 min au téléphone : logement, travail, papiers, à vous de choisir. "
                    "{quand}, ok ? 1 oui 2 plus tard 3 non 4 faux numéro. Ou écrivez."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. Message automatique : "
                    "{aig} lit tes réponses et t'a gardé 15 min au téléphone. "
                    "{quand}, ok ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de message",
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. Message automatique : "
                    "{aig} lit vos réponses et vous a gardé 15 min au téléphone. "
                    "{quand}, ok ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de message",
                ),
                one(
                    "Bonjour {prenom}. Ici {service}, comme convenu. {aig} a 15 min pour toi au "
                    "téléphone. Papiers, travail, logement : tu choisis. {quand}, d'accord ? "
                    "1 oui 2 plus tard 3 non 4 faux numéro. Ou écris."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. Ici {service}, comme convenu. {aig} a 15 min pour vous au "
                    "téléphone. Papiers, travail, logement : à vous de voir. {quand}, d'accord "
                    "? 1 oui 2 plus tard 3 non 4 faux numéro. Ou écrivez."
                    " Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. Ici {service}, comme convenu. Message automatique : "
                    "{aig} lit tout et a 15 min pour toi au téléphone. "
                    "{quand}, d'accord ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de "
                    "message",
                    "Bonjour {prenom}. Ici {service}, comme convenu. Message automatique : "
                    "{aig} lit tout et a 15 min pour vous au téléphone. "
                    "{quand}, d'accord ? 1 oui 2 plus tard 3 non 4 faux numéro. STOP = plus de "
                    "message",
                ),
            ),
        ),
    ),
)

_HELLO_CALL = Sentence(
    key=Key.HELLO_CALL,
    flow="contact",
    said="Jour 0, pour qui préfère la voix : le premier message annonce l'appel.",
    choices=YES_HOUR_WRITING,
    template=True,
    first_contact=True,
    wide=3,
    forms=(
        Form(
            "source",
            (
                one(
                    "Bonjour {prenom}. {source} nous a donné ton numéro. Ici {service}. {aig} "
                    "t'appelle {quand}. Son numéro finit par {fin}. Rien à préparer. Ça te va ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {source} nous a donné votre numéro. Ici {service}. {aig} "
                    "vous appelle {quand}. Son numéro finit par {fin}. Rien à préparer. Ça vous "
                    "va ? 1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {source} nous a donné ton numéro. {aig}, de {service}, lit "
                    "tout. Appel {quand}. Son numéro finit par {fin}. Ok ? 1 oui 2 une autre "
                    "heure 3 par "
                    "écrit. Message automatique. STOP = plus de message",
                    "Bonjour {prenom}. {source} nous a donné votre numéro. {aig}, de {service}, "
                    "lit tout. Appel {quand}. Son numéro finit par {fin}. Ok ? 1 oui 2 une autre "
                    "heure 3 par "
                    "écrit. Message automatique. STOP = plus de message",
                ),
                one(
                    "Bonjour {prenom}. On a eu ton numéro par {source}. Ici {service}. {aig} "
                    "prévoit de t'appeler {quand}. Le numéro finit par {fin}. Tu parles de ce que "
                    "tu veux. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. On a eu votre numéro par {source}. Ici {service}. {aig} "
                    "prévoit de vous appeler {quand}. Le numéro finit par {fin}. Vous choisissez "
                    "le sujet. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. On a eu ton numéro par {source}. Ici {service}. Appel "
                    "{quand}. Son numéro finit par {fin}. Ok ? 1 oui 2 une autre heure 3 par "
                    "écrit. "
                    "Message automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. On a eu votre numéro par {source}. Ici {service}. Appel "
                    "{quand}. Son numéro finit par {fin}. Ok ? 1 oui 2 une autre heure 3 par "
                    "écrit. "
                    "Message automatique, {aig} lit tout. STOP = plus de message",
                ),
            ),
            {"source": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. {aig} t'appelle "
                    "{quand}. Son numéro finit par {fin}. Rien à préparer. Ça te va ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. {aig} vous appelle "
                    "{quand}. Son numéro finit par {fin}. Rien à préparer. Ça vous va ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. {aig} lit tout. Appel "
                    "{quand}. Son numéro finit par {fin}. Ok ? 1 oui 2 une autre heure 3 par "
                    "écrit. "
                    "Message automatique. STOP = plus de message",
                    "Bonjour {prenom}. Comme convenu, un mot de {service}. {aig} lit tout. Appel "
                    "{quand}. Son numéro finit par {fin}. Ok ? 1 oui 2 une autre heure 3 par "
                    "écrit. "
                    "Message automatique. STOP = plus de message",
                ),
                one(
                    "Bonjour {prenom}. Ici {service}, comme convenu. {aig} prévoit de t'appeler "
                    "{quand}. Le numéro finit par {fin}. Tu parles de ce que tu veux. Ok ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. Ici {service}, comme convenu. {aig} prévoit de vous appeler "
                    "{quand}. Le numéro finit par {fin}. Vous choisissez le sujet. Ok ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. Ici {service}, comme convenu. Appel de {aig} {quand}. "
                    "Son numéro finit par {fin}. Ok ? 1 oui 2 une autre heure 3 par écrit. Message "
                    "automatique, {aig} lit tout. STOP = plus de message",
                    "Bonjour {prenom}. Ici {service}, comme convenu. Appel de {aig} {quand}. "
                    "Son numéro finit par {fin}. Ok ? 1 oui 2 une autre heure 3 par écrit. Message "
                    "automatique, {aig} lit tout. STOP = plus de message",
                ),
            ),
        ),
    ),
)

SENTENCES = (
    _HELLO,
    _HELLO_CALL,
)
