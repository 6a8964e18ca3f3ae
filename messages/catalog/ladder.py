"""What follows the first text while nobody answers: calls, nudges, wake-ups (PRODUCT 6)."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.choices import MENU, YES_HOUR_WRITING, YES_LATER_NO_WRONG
from messages.catalog.sentence import Form, Sentence, one, plain

_END = " Message automatique, {aig} lit tout. STOP = plus de message"

_CALL_ANNOUNCED = Sentence(
    key=Key.CALL_ANNOUNCED,
    flow="contact",
    said="Après 24 h sans réponse : l'appel accepté par l'aiguilleur est annoncé.",
    choices=YES_HOUR_WRITING,
    template=True,
    first_contact=True,
    wide=3,
    forms=plain(
        one(
            "Bonjour {prenom}. Ici {service}. {aig} t'appelle {quand}. Son numéro finit par {fin}. "
            "Rien à préparer : tu parles de ce que tu veux. Cette heure te va ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Ici {service}. {aig} vous appelle {quand}. Son numéro finit par "
            "{fin}. Rien à préparer : vous parlez de ce que vous voulez. Cette heure vous va ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Ici {service}. {aig} t'appelle {quand}. Son numéro finit par "
            "{fin}. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Ici {service}. {aig} vous appelle {quand}. Son numéro finit "
            "par {fin}. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
        ),
        one(
            "Bonjour {prenom}. Ici {service}. Un appel de {aig} arrive {quand}. Le numéro finit "
            "par {fin}. Parler ou juste écouter, c'est toi qui vois. Ok pour toi ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Ici {service}. Un appel de {aig} arrive {quand}. Le numéro finit "
            "par {fin}. Parler ou juste écouter, c'est vous qui voyez. Ok pour vous ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Ici {service}. Un appel de {aig} arrive {quand}. Le numéro finit "
            "par {fin}. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Ici {service}. Un appel de {aig} arrive {quand}. Le numéro finit "
            "par {fin}. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
        ),
        one(
            "Bonjour {prenom}. De la part de {service} : {aig} te téléphone {quand}. Le numéro "
            "finit par {fin}. Une question, un souci, ou juste se présenter. Ça te convient ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. De la part de {service} : {aig} vous téléphone {quand}. Le numéro "
            "finit par {fin}. Une question, un souci, ou juste se présenter. Ça vous convient ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. De la part de {service} : {aig} t'appelle {quand}. Le numéro "
            "finit par {fin}. Ok ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. De la part de {service} : {aig} vous appelle {quand}. Le numéro "
            "finit par {fin}. Ok ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
        ),
        one(
            "Bonjour {prenom}. Un moment au téléphone avec {aig}, de {service} : {quand}. Le "
            "numéro finit par {fin}. Tu peux poser toutes tes questions. D'accord pour toi ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Un moment au téléphone avec {aig}, de {service} : {quand}. Le "
            "numéro finit par {fin}. Vous pouvez poser toutes vos questions. D'accord pour vous ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Au téléphone avec {aig}, de {service} : {quand}. Le numéro finit "
            "par {fin}. Ok ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
            "Bonjour {prenom}. Au téléphone avec {aig}, de {service} : {quand}. Le numéro finit "
            "par {fin}. Ok ? "
            "1 oui 2 une autre heure 3 par écrit." + _END,
        ),
    ),
)

_CALL_MISSED = Sentence(
    key=Key.CALL_MISSED,
    flow="contact",
    said="Après un appel manqué, noté par l'aiguilleur.",
    choices=YES_HOUR_WRITING,
    template=True,
    first_contact=True,
    wide=3,
    forms=(
        Form(
            "quand",
            (
                one(
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de t'appeler. Pas grave si ce "
                    "n'était pas le moment. Nouvel essai {quand}. Ça te va ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de vous appeler. Pas grave si "
                    "ce n'était pas le moment. Nouvel essai {quand}. Ça vous va ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de t'appeler. Pas grave. "
                    "Nouvel essai {quand}. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de vous appeler. Pas grave. "
                    "Nouvel essai {quand}. Ok ? 1 oui 2 une autre heure 3 par écrit." + _END,
                ),
                one(
                    "Bonjour {prenom}. L'appel manqué, c'était {aig}, de {service}. "
                    "Personne ne t'en veut. On réessaie {quand} ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. L'appel manqué, c'était {aig}, de "
                    "{service}. "
                    "Personne ne vous en veut. On réessaie {quand} ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. L'appel manqué, c'était {aig}, de {service}. On réessaie "
                    "{quand} ? 1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. L'appel manqué, c'était {aig}, de {service}. On réessaie "
                    "{quand} ? 1 oui 2 une autre heure 3 par écrit." + _END,
                ),
                one(
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu te joindre. Ça arrive à "
                    "tout le monde. Prochain appel {quand}. Ça te convient ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu vous joindre. Ça arrive à "
                    "tout le monde. Prochain appel {quand}. Ça vous convient ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu te joindre. Prochain appel "
                    "{quand}. Ok pour toi ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu vous joindre. Prochain "
                    "appel {quand}. Ok pour vous ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                ),
                one(
                    "Bonjour {prenom}. {aig}, de {service}, t'a téléphoné. Rien n'est perdu. "
                    "Prochaine fois : {quand}. C'est bon pour toi ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, vous a téléphoné. Rien n'est perdu. "
                    "Prochaine fois : {quand}. C'est bon pour vous ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, t'a téléphoné. Prochaine fois : "
                    "{quand}. C'est bon ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, vous a téléphoné. Prochaine fois : "
                    "{quand}. C'est bon ? "
                    "1 oui 2 une autre heure 3 par écrit." + _END,
                ),
            ),
            {"quand": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de t'appeler. Pas grave si ce "
                    "n'était pas le moment. On réessaie, ok ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de vous appeler. Pas grave si "
                    "ce n'était pas le moment. On réessaie, ok ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de t'appeler. Pas grave. "
                    "On réessaie ? 1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, a essayé de vous appeler. Pas grave. "
                    "On réessaie ? 1 oui 2 choisir une heure 3 par écrit." + _END,
                ),
                one(
                    "Bonjour {prenom}. L'appel manqué, c'était {aig}, de {service}. "
                    "Personne ne t'en veut. Un autre essai te va ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. L'appel manqué, c'était {aig}, de "
                    "{service}. "
                    "Personne ne vous en veut. Un autre essai vous va ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                ),
                one(
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu te joindre. Ça arrive à "
                    "tout le monde. Un autre appel te convient ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu vous joindre. Ça arrive à "
                    "tout le monde. Un autre appel vous convient ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu te joindre. Un autre appel "
                    "te convient ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, n'a pas pu vous joindre. Un autre "
                    "appel vous convient ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                ),
                one(
                    "Bonjour {prenom}. {aig}, de {service}, t'a téléphoné. Rien n'est perdu. "
                    "{aig} peut rappeler, c'est bon pour toi ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, vous a téléphoné. Rien n'est perdu. "
                    "{aig} peut rappeler, c'est bon pour vous ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, t'a téléphoné. {aig} peut rappeler, "
                    "c'est bon ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                    "Bonjour {prenom}. {aig}, de {service}, vous a téléphoné. {aig} peut "
                    "rappeler, c'est bon ? "
                    "1 oui 2 choisir une heure 3 par écrit." + _END,
                ),
            ),
        ),
    ),
)

_NUDGE_DAY3 = Sentence(
    key=Key.NUDGE_DAY3,
    flow="contact",
    said="Jour 3 : première relance, autre heure, autres mots.",
    choices=MENU,
    template=True,
    first_contact=True,
    wide=3,
    forms=plain(
        one(
            "Bonjour {prenom}. Pas de souci si ce n'était pas le moment. {aig}, de {service}, "
            "reste là pour toi. Par quoi commencer ? 1 logement 2 travail, formation 3 argent, "
            "papiers 4 autre chose. Un chiffre suffit." + _END,
            "Bonjour {prenom}. Pas de souci si ce n'était pas le moment. {aig}, de {service}, "
            "reste là pour vous. Par quoi commencer ? 1 logement 2 travail, formation 3 argent, "
            "papiers 4 autre chose. Un chiffre suffit." + _END,
            "Bonjour {prenom}. {aig}, de {service}, reste là pour toi. Par quoi commencer ? "
            "1 logement 2 travail, formation 3 argent, papiers 4 autre chose." + _END,
            "Bonjour {prenom}. {aig}, de {service}, reste là pour vous. Par quoi commencer ? "
            "1 logement 2 travail, formation 3 argent, papiers 4 autre chose." + _END,
        ),
        one(
            "Bonjour {prenom}. {aig}, de {service}, a toujours du temps pour toi. Une chose à "
            "la fois, tu choisis. Laquelle ? 1 logement 2 travail, formation 3 argent, "
            "papiers 4 autre chose. Un chiffre suffit." + _END,
            "Bonjour {prenom}. {aig}, de {service}, a toujours du temps pour vous. Une chose à "
            "la fois, vous choisissez. Laquelle ? 1 logement 2 travail, formation 3 argent, "
            "papiers 4 autre chose. Un chiffre suffit." + _END,
            "Bonjour {prenom}. {aig}, de {service}, a du temps pour toi. Une chose d'abord : "
            "laquelle ? 1 logement 2 travail, formation 3 argent, papiers 4 autre chose." + _END,
            "Bonjour {prenom}. {aig}, de {service}, a du temps pour vous. Une chose d'abord : "
            "laquelle ? 1 logement 2 travail, formation 3 argent, papiers 4 autre chose." + _END,
        ),
    ),
)

_NUDGE_DAY10 = Sentence(
    key=Key.NUDGE_DAY10,
    flow="contact",
    said="Jour 10 : dernière relance avant le repos.",
    choices=YES_LATER_NO_WRONG,
    template=True,
    first_contact=True,
    wide=3,
    forms=plain(
        one(
            "Bonjour {prenom}. Dernier message avant une pause. {aig}, de {service}, peut encore "
            "t'appeler, ou juste t'écrire. Tu décides. Ça t'aiderait ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Dernier message avant une pause. {aig}, de {service}, peut encore "
            "vous appeler, ou juste vous écrire. Vous décidez. Ça vous aiderait ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Dernier message avant une pause. {aig}, de {service}, peut encore "
            "t'appeler ou t'écrire. D'accord ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Dernier message avant une pause. {aig}, de {service}, peut encore "
            "vous appeler ou écrire. D'accord ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
        ),
        one(
            "Bonjour {prenom}. On ne veut pas insister. {aig}, de {service}, garde 15 min pour "
            "toi. Une petite question compte aussi. On se parle ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. On ne veut pas insister. {aig}, de {service}, garde 15 min pour "
            "vous. Une petite question compte aussi. On se parle ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. On ne veut pas insister. {aig}, de {service}, garde 15 min pour "
            "toi. On se parle ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. On ne veut pas insister. {aig}, de {service}, garde 15 min pour "
            "vous. On se parle ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
        ),
    ),
)

_WAKE_60 = Sentence(
    key=Key.WAKE_60,
    flow="contact",
    said="Jour 60 : réveil après le repos.",
    counts={"depuis": ("months", 2)},
    choices=YES_LATER_NO_WRONG,
    template=True,
    first_contact=True,
    wide=3,
    forms=plain(
        one(
            "Bonjour {prenom}. Ça fait un moment. {aig}, de {service}, est toujours là si quelque "
            "chose bloque. Un appel de 15 min cette semaine, ok ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Ça fait un moment. {aig}, de {service}, est toujours là si quelque "
            "chose bloque. Un appel de 15 min cette semaine, ok ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Ça fait un moment. {aig}, de {service}, est toujours là. Un appel "
            "de 15 min cette semaine, ok ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Ça fait un moment. {aig}, de {service}, est toujours là. Un appel "
            "de 15 min cette semaine, ok ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
        ),
        one(
            "Bonjour {prenom}. Un petit signe de {service}. Les choses changent vite en {depuis}. "
            "{aig} peut regarder avec toi ce qui coince. On t'appelle ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Un petit signe de {service}. Les choses changent vite en {depuis}. "
            "{aig} peut regarder avec vous ce qui coince. On vous appelle ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Un petit signe de {service}. {aig} peut regarder avec "
            "toi ce qui coince. On t'appelle ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Un petit signe de {service}. {aig} peut regarder avec "
            "vous ce qui coince. On vous appelle ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
        ),
    ),
)

_WAKE_120 = Sentence(
    key=Key.WAKE_120,
    flow="contact",
    said="Jour 120 : dernier réveil ; la porte reste ouverte ensuite.",
    choices=YES_LATER_NO_WRONG,
    template=True,
    first_contact=True,
    wide=3,
    forms=plain(
        one(
            "Bonjour {prenom}. Sans réponse, ce message sera le dernier. La porte reste ouverte : "
            "{aig}, de {service}, te lira. On se parle cette semaine ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Sans réponse, ce message sera le dernier. La porte reste ouverte : "
            "{aig}, de {service}, vous lira. On se parle cette semaine ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Sans réponse, ce message sera le dernier. {aig}, de {service}, "
            "reste là. On se parle ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Sans réponse, ce message sera le dernier. {aig}, de {service}, "
            "reste là. On se parle ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
        ),
        one(
            "Bonjour {prenom}. Si tu ne réponds pas, on n'écrira plus. Garde juste ce numéro : "
            "{aig}, de {service}, te lira. Besoin d'un coup de main ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Si vous ne répondez pas, on n'écrira plus. Gardez juste ce "
            "numéro : {aig}, de {service}, vous lira. Besoin d'un coup de main ? "
            "1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Sans réponse, on n'écrira plus. Garde ce numéro : {aig}, de "
            "{service}, te lira. Besoin d'aide ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
            "Bonjour {prenom}. Sans réponse, on n'écrira plus. Gardez ce numéro : {aig}, de "
            "{service}, vous lira. Besoin d'aide ? 1 oui 2 plus tard 3 non 4 faux numéro." + _END,
        ),
    ),
)

SENTENCES = (
    _CALL_ANNOUNCED,
    _CALL_MISSED,
    _NUDGE_DAY3,
    _NUDGE_DAY10,
    _WAKE_60,
    _WAKE_120,
)
