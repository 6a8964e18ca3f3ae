"""What the bot answers while it still has the word: hours, menu, thanks, a person will answer."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.first_contact import YES_HOUR_WRITING
from messages.catalog.sentence import Form, Sentence, one, plain

YES_NO_CHANGE = ("yes", "no", "change")
YES_NO = ("yes", "no")

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
            "Bonjour {prenom}. Petit rappel : appel de {aig} {quand}, numéro en {fin}. Ça tient "
            "pour toi ? 1 oui 2 une autre heure 3 par écrit.",
            "Bonjour {prenom}. Petit rappel : appel de {aig} {quand}, numéro en {fin}. Ça tient "
            "pour vous ? 1 oui 2 une autre heure 3 par écrit.",
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

_MISS = "Ce message est automatique et n'a pas bien compris."
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
                    "4 erreur. Un chiffre suffit, sinon {aig} te lira.",
                    _MISS + " {aig} peut vous appeler cette semaine ? 1 oui 2 plus tard 3 non "
                    "4 erreur. Un chiffre suffit, sinon {aig} vous lira.",
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
    _ASK_SLOT,
    _SLOT_NOTED,
    _SLOT_CONFIRMED,
    _SLOT_REMINDER,
    _CALL_LATE_SORRY,
    _NEED_NOTED,
    _LATER_NOTED,
    _NO_NOTED,
    _WHO_WE_ARE,
    _HUMAN_COMING,
    _IN_WRITING,
    _NOT_UNDERSTOOD,
    _THANKS,
    _SOLUTION_NOTED,
    _NEW_NUMBER_NOTED,
    _CONFIRM_NUMBER,
    _WELCOME_BACK,
    _WROTE_AGAIN,
)
