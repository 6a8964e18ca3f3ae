"""What the bot answers while it still has the word: noted, thanks, a person will answer."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.choices import YES_NO
from messages.catalog.sentence import Form, Sentence, one, plain

_NEED_NOTED = Sentence(
    key=Key.NEED_NOTED,
    flow="contact",
    said="Elle a choisi un sujet du menu.",
    forms=plain(
        one(
            "C'est noté, on commence par là. Quel moment t'arrange pour un appel de {aig} ? Par "
            "exemple : demain matin, jeudi 14 h. Ou dis : par écrit.",
            "C'est noté, on commence par là. Quel moment vous arrange pour un appel de {aig} ? Par "
            "exemple : demain matin, jeudi 14 h. Ou dites : par écrit.",
        ),
        one(
            "Merci, {aig} prépare la suite. Tu préfères en parler quel jour, et vers quelle "
            "heure ? "
            "Écris-le avec tes mots.",
            "Merci, {aig} prépare la suite. Vous préférez en parler quel jour, et vers quelle "
            "heure ? "
            "Écrivez-le avec vos mots.",
        ),
    ),
)

_LATER_NOTED = Sentence(
    key=Key.LATER_NOTED,
    flow="contact",
    said="Elle a dit plus tard.",
    forms=plain(
        one(
            "Pas de souci, c'est toi qui choisis le moment. On te refait signe dans quelques "
            "jours. D'ici là, un mot ici suffit : {aig} te lit. STOP = plus de message",
            "Pas de souci, c'est vous qui choisissez le moment. On vous refait signe dans quelques "
            "jours. D'ici là, un mot ici suffit : {aig} vous lit. STOP = plus de message",
        ),
        one(
            "Ok, on laisse passer un peu de temps. Si tu changes d'avis avant, écris ici : "
            "{aig} te lit. "
            "STOP = plus de message",
            "Ok, on laisse passer un peu de temps. Si vous changez d'avis avant, écrivez ici : "
            "{aig} vous "
            "lit. STOP = plus de message",
        ),
    ),
)

_NO_NOTED = Sentence(
    key=Key.NO_NOTED,
    flow="contact",
    said="Un non doux : la porte reste ouverte.",
    forms=plain(
        one(
            "D'accord, merci de la réponse. On n'insiste pas. Si tu changes d'avis un jour, "
            "écris ici : "
            "{aig} te lira. STOP = plus de message",
            "D'accord, merci de la réponse. On n'insiste pas. Si vous changez d'avis un jour, "
            "écrivez ici : "
            "{aig} vous lira. STOP = plus de message",
        ),
        one(
            "C'est entendu, et c'est ton choix. La porte reste ouverte : un mot ici suffit. "
            "STOP = plus de message",
            "C'est entendu, et c'est votre choix. La porte reste ouverte : un mot ici suffit. "
            "STOP = plus de message",
        ),
    ),
)

_HUMAN_COMING = Sentence(
    key=Key.HUMAN_COMING,
    flow="contact",
    said="Une personne va répondre.",
    template=True,
    forms=(
        Form(
            "lu",
            (
                one(
                    "C'est bien arrivé. {aig} te lit {lu} et te répond ici. Ce sera une vraie "
                    "personne, pas une machine.",
                    "C'est bien arrivé. {aig} vous lit {lu} et vous répond ici. Ce sera une vraie "
                    "personne, pas une machine.",
                ),
                one(
                    "Merci, {aig} prend la suite : lecture {lu}, réponse ici. Rien d'autre à "
                    "faire.",
                    "Merci, {aig} prend la suite : lecture {lu}, réponse ici. Rien d'autre à "
                    "faire.",
                ),
            ),
            {"lu": None},
        ),
        Form(
            "alone",
            (
                one(
                    "C'est bien arrivé. {aig} te lit et te répond ici. Ce sera une vraie personne, "
                    "pas une machine.",
                    "C'est bien arrivé. {aig} vous lit et vous répond ici. Ce sera une vraie "
                    "personne, pas une machine.",
                ),
                one(
                    "Merci, {aig} prend la suite et te répond ici. Rien d'autre à faire.",
                    "Merci, {aig} prend la suite et vous répond ici. Rien d'autre à faire.",
                ),
            ),
        ),
    ),
)

_IN_WRITING = Sentence(
    key=Key.IN_WRITING,
    flow="contact",
    said="Elle préfère l'écrit : une personne lui écrit.",
    forms=(
        Form(
            "lu",
            (
                one(
                    "D'accord, par écrit. {aig} te lit {lu} et t'écrit ici. En attendant, tu peux "
                    "déjà dire ce qui compte le plus.",
                    "D'accord, par écrit. {aig} vous lit {lu} et vous écrit ici. En attendant, "
                    "vous pouvez déjà dire ce qui compte le plus.",
                ),
                one(
                    "Pas d'appel, c'est noté. {aig} t'écrit ici : tes messages sont lus {lu}.",
                    "Pas d'appel, c'est noté. {aig} vous écrit ici : vos messages sont lus {lu}.",
                ),
            ),
            {"lu": None},
        ),
        Form(
            "alone",
            (
                one(
                    "D'accord, par écrit. {aig} te lit et t'écrit ici. En attendant, tu peux déjà "
                    "dire ce qui compte le plus.",
                    "D'accord, par écrit. {aig} vous lit et vous écrit ici. En attendant, vous "
                    "pouvez déjà dire ce qui compte le plus.",
                ),
                one(
                    "Pas d'appel, c'est noté. {aig} te lit et t'écrit ici.",
                    "Pas d'appel, c'est noté. {aig} vous lit et vous écrit ici.",
                ),
            ),
        ),
    ),
)

_THANKS = Sentence(
    key=Key.THANKS,
    flow="contact",
    said="Elle remercie.",
    forms=plain(
        one(
            "Avec plaisir. On reste là si besoin, un mot ici suffit.",
            "Avec plaisir. On reste là si besoin, un mot ici suffit.",
        ),
        one(
            "Merci à toi. {aig} reste à portée de message.",
            "Merci à vous. {aig} reste à portée de message.",
        ),
    ),
)

_SOLUTION_NOTED = Sentence(
    key=Key.SOLUTION_NOTED,
    flow="contact",
    said="Elle a déjà une solution.",
    forms=plain(
        one(
            "Bonne nouvelle, merci de le dire. On ne te dérange plus. S'il manque quelque "
            "chose un jour, écris ici : {aig} te lira.",
            "Bonne nouvelle, merci de le dire. On ne vous dérange plus. S'il manque "
            "quelque chose un jour, écrivez ici : {aig} vous lira.",
        ),
        one(
            "Super nouvelle. {aig} le note. La porte reste ouverte si besoin.",
            "Super nouvelle. {aig} le note. La porte reste ouverte si besoin.",
        ),
    ),
)

_NEW_NUMBER_NOTED = Sentence(
    key=Key.NEW_NUMBER_NOTED,
    flow="contact",
    said="Elle donne un autre numéro.",
    forms=plain(
        one(
            "Merci, c'est noté. Un message part vers ce numéro. Réponds 1 là-bas, et on ne "
            "t'écrit plus ici.",
            "Merci, c'est noté. Un message part vers ce numéro. Répondez 1 là-bas, et on ne vous "
            "écrit plus ici.",
        ),
        one(
            "C'est noté. On écrit à ce numéro pour vérifier. Dès que tu réponds 1, c'est bon.",
            "C'est noté. On écrit à ce numéro pour vérifier. Dès que vous répondez 1, c'est bon.",
        ),
    ),
)

_CONFIRM_NUMBER = Sentence(
    key=Key.CONFIRM_NUMBER,
    flow="contact",
    said="Au nouveau numéro, sans rien de personnel : est-ce bien elle ?",
    choices=YES_NO,
    template=True,
    forms=plain(
        one(
            "Bonjour. On nous a donné ce numéro pour continuer un échange. C'est bien toi ? "
            "1 oui 2 non. Message automatique, une personne lit tout. STOP = plus de message",
            "Bonjour. On nous a donné ce numéro pour continuer un échange. C'est bien vous ? "
            "1 oui 2 non. Message automatique, une personne lit tout. STOP = plus de message",
        ),
        one(
            "Bonjour. Ce numéro nous a été confié pour la suite d'un échange. C'est le bon ? "
            "1 oui 2 non. Message automatique, une personne lit tout. STOP = plus de message",
            "Bonjour. Ce numéro nous a été confié pour la suite d'un échange. C'est le bon ? "
            "1 oui 2 non. Message automatique, une personne lit tout. STOP = plus de message",
        ),
    ),
)

_WELCOME_BACK = Sentence(
    key=Key.WELCOME_BACK,
    flow="contact",
    said="Elle a écrit REPRENDRE.",
    forms=plain(
        one(
            "Ça fait plaisir de te lire. C'est noté, les messages reprennent, à ton rythme. "
            "{aig} peut t'appeler : quel jour, et vers quelle heure ? STOP = plus de message",
            "Ça fait plaisir de vous lire. C'est noté, les messages reprennent, à votre rythme. "
            "{aig} peut vous appeler : quel jour, et vers quelle heure ? STOP = plus de message",
        ),
        one(
            "Te revoilà, merci. On peut de nouveau t'écrire. Pour un appel de {aig}, quel moment "
            "t'arrange ? STOP = plus de message",
            "Vous revoilà, merci. On peut de nouveau vous écrire. Pour un appel de {aig}, quel "
            "moment vous arrange ? STOP = plus de message",
        ),
    ),
)

_WROTE_AGAIN = Sentence(
    key=Key.WROTE_AGAIN,
    flow="contact",
    said="Elle écrit de nouveau après des mois.",
    forms=(
        Form(
            "lu",
            (
                one(
                    "Ça fait plaisir de te lire. Ton message est bien arrivé. {aig} te lit {lu} "
                    "et te répond ici.",
                    "Ça fait plaisir de vous lire. Votre message est bien arrivé. {aig} vous lit "
                    "{lu} et vous répond ici.",
                ),
                one(
                    "Merci d'écrire. {aig} n'a pas oublié et te lit {lu}. La réponse vient ici.",
                    "Merci d'écrire. {aig} n'a pas oublié et vous lit {lu}. La réponse vient ici.",
                ),
            ),
            {"lu": None},
        ),
        Form(
            "alone",
            (
                one(
                    "Ça fait plaisir de te lire. Ton message est bien arrivé. {aig} te lit et te "
                    "répond ici.",
                    "Ça fait plaisir de vous lire. Votre message est bien arrivé. {aig} vous lit "
                    "et vous répond ici.",
                ),
            ),
        ),
    ),
)

SENTENCES = (
    _NEED_NOTED,
    _LATER_NOTED,
    _NO_NOTED,
    _HUMAN_COMING,
    _IN_WRITING,
    _THANKS,
    _SOLUTION_NOTED,
    _NEW_NUMBER_NOTED,
    _CONFIRM_NUMBER,
    _WELCOME_BACK,
    _WROTE_AGAIN,
)
