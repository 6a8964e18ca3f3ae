"""What the relay says to her: the offer she may refuse, the appointment, the checks."""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.choices import YES_NO_CHANGE, YES_NO_TALK
from messages.catalog.sentence import Form, Sentence, Wording, one, plain

_RELAY_OFFER = Sentence(
    key=Key.RELAY_OFFER,
    flow="relay",
    wide=3,
    said="L'aiguilleur propose une structure ; elle dit oui, non, ou en parle d'abord.",
    choices=YES_NO_TALK,
    template=True,
    forms=plain(
        one(
            "Une idée de {aig} pour toi : {structure}. Si oui, on leur donne seulement : {quoi}. "
            "Ils nous diront si tu viens. Tu peux changer d'avis quand tu veux. D'accord ? "
            "1 oui 2 non 3 en parler.",
            "Une idée de {aig} pour vous : {structure}. Si oui, on leur donne seulement : {quoi}. "
            "Ils nous diront si vous venez. Vous pouvez changer d'avis à tout moment. D'accord ? "
            "1 oui 2 non 3 en parler.",
        ),
        one(
            "Une piste de {aig} pour toi : {structure}. Avec ton accord, ils auront {quoi}, "
            "rien d'autre. Ils nous disent si tu viens. Tu peux dire non, aussi après. "
            "On le fait ? 1 oui 2 non 3 en parler.",
            "Une piste de {aig} pour vous : {structure}. Avec votre accord, ils auront {quoi}, "
            "rien d'autre. Ils nous disent si vous venez. Vous pouvez dire non, aussi après. "
            "On le fait ? 1 oui 2 non 3 en parler.",
        ),
    ),
)

_RELAY_AGREED = Sentence(
    key=Key.RELAY_AGREED,
    flow="relay",
    wide=3,
    said="Elle a dit oui au relais.",
    forms=plain(
        one(
            "Merci, c'est noté. {aig} fait le lien et te donne la suite ici. Tu peux changer "
            "d'avis à tout moment : il suffit de l'écrire.",
            "Merci, c'est noté. {aig} fait le lien et vous donne la suite ici. Vous pouvez changer "
            "d'avis à tout moment : il suffit de l'écrire.",
        ),
        one(
            "C'est oui, bien noté. {aig} s'en occupe et te tient au courant ici. Pour revenir en "
            "arrière, un mot suffit.",
            "C'est oui, bien noté. {aig} s'en occupe et vous tient au courant ici. Pour revenir en "
            "arrière, un mot suffit.",
        ),
    ),
)

_RELAY_DECLINED = Sentence(
    key=Key.RELAY_DECLINED,
    flow="relay",
    wide=3,
    said="Elle a dit non au relais.",
    forms=plain(
        one(
            "C'est noté, rien ne part. Merci de l'avoir dit. {aig} reste avec toi et cherche "
            "autre chose.",
            "C'est noté, rien ne part. Merci de l'avoir dit. {aig} reste avec vous et cherche "
            "autre chose.",
        ),
        one(
            "D'accord, on ne transmet rien. {aig} te répond ici pour voir autre chose, à ton "
            "rythme.",
            "D'accord, on ne transmet rien. {aig} vous répond ici pour voir autre chose, à votre "
            "rythme.",
        ),
    ),
)

_RELAY_APPOINTMENT = Sentence(
    key=Key.RELAY_APPOINTMENT,
    flow="relay",
    wide=3,
    said="La structure a donné un rendez-vous.",
    template=True,
    forms=plain(
        one(
            "Bonjour {prenom}. Rendez-vous {quand} : {structure}. Un imprévu, une question "
            "pour y aller ? Écris ici, {aig} te lit.",
            "Bonjour {prenom}. Rendez-vous {quand} : {structure}. Un imprévu, une question "
            "pour y aller ? Écrivez ici, {aig} vous lit.",
        ),
        one(
            "Bonjour {prenom}. On t'attend {quand} : {structure}. Si l'heure ne va pas, écris "
            "ici : {aig} voit avec eux.",
            "Bonjour {prenom}. On vous attend {quand} : {structure}. Si l'heure ne va pas, "
            "écrivez ici : {aig} voit avec eux.",
        ),
    ),
)

_RELAY_REMINDER = Sentence(
    key=Key.RELAY_REMINDER,
    flow="relay",
    wide=3,
    said="La veille du rendez-vous.",
    choices=YES_NO_CHANGE,
    template=True,
    forms=plain(
        one(
            "Bonjour {prenom}. Petit rappel : ton rendez-vous est {quand}. Tu y vas ? "
            "1 oui 2 non 3 changer l'heure.",
            "Bonjour {prenom}. Petit rappel : votre rendez-vous est {quand}. Vous y allez ? "
            "1 oui 2 non 3 changer l'heure.",
        ),
        one(
            "Bonjour {prenom}. Le rendez-vous approche : {quand}. Ça tient toujours ? "
            "1 oui 2 non 3 changer l'heure.",
            "Bonjour {prenom}. Le rendez-vous approche : {quand}. Ça tient toujours ? "
            "1 oui 2 non 3 changer l'heure.",
        ),
    ),
)

_ANSWERS = " 1 oui 2 non 3 en parler. {aig} lit la réponse."


def _check(
    key: Key,
    said: str,
    since: tuple[str, int],
    named: list[Wording],
    plainly: list[Wording],
) -> Sentence:
    return Sentence(
        key=key,
        flow="relay",
        wide=3,
        said=said,
        choices=YES_NO_TALK,
        template=True,
        counts={"depuis": since},
        forms=(
            Form("structure", tuple(named), {"structure": None}),
            Form("alone", tuple(plainly)),
        ),
    )


_CHECK_DAY7 = _check(
    Key.CHECK_DAY7,
    "Jour 7 du relais : quelqu'un l'a-t-il rencontrée ?",
    ("weeks", 1),
    [
        one(
            "Bonjour {prenom}. As-tu pu voir quelqu'un de {structure} ?" + _ANSWERS,
            "Bonjour {prenom}. Avez-vous pu voir quelqu'un de {structure} ?" + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. {depuis} déjà. La rencontre s'est faite avec {structure} ?"
            + _ANSWERS,
            "Bonjour {prenom}. {depuis} déjà. La rencontre s'est faite avec {structure} ?"
            + _ANSWERS,
        ),
    ],
    [
        one(
            "Bonjour {prenom}. As-tu pu voir quelqu'un, comme prévu ?" + _ANSWERS,
            "Bonjour {prenom}. Avez-vous pu voir quelqu'un, comme prévu ?" + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. {depuis} déjà. La rencontre prévue a eu lieu ?" + _ANSWERS,
            "Bonjour {prenom}. {depuis} déjà. La rencontre prévue a eu lieu ?" + _ANSWERS,
        ),
    ],
)

_CHECK_DAY30 = _check(
    Key.CHECK_DAY30,
    "Jour 30 du relais : est-elle encore suivie ?",
    ("months", 1),
    [
        one(
            "Bonjour {prenom}. Quelqu'un de {structure} te suit encore ?" + _ANSWERS,
            "Bonjour {prenom}. Quelqu'un de {structure} vous suit encore ?" + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. {depuis} déjà. Tu vois toujours quelqu'un de {structure} ?"
            + _ANSWERS,
            "Bonjour {prenom}. {depuis} déjà. Vous voyez toujours quelqu'un de {structure} ?"
            + _ANSWERS,
        ),
    ],
    [
        one(
            "Bonjour {prenom}. Quelqu'un te suit encore, là-bas ?" + _ANSWERS,
            "Bonjour {prenom}. Quelqu'un vous suit encore, là-bas ?" + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. {depuis} après, tu vois toujours quelqu'un là-bas ?" + _ANSWERS,
            "Bonjour {prenom}. {depuis} après, vous voyez toujours quelqu'un là-bas ?" + _ANSWERS,
        ),
    ],
)

_CHECK_DAY90 = _check(
    Key.CHECK_DAY90,
    "Jour 90 du relais : est-elle encore suivie ?",
    ("months", 3),
    [
        one(
            "Bonjour {prenom}. {depuis} déjà. Quelqu'un de {structure} te suit toujours ?"
            + _ANSWERS,
            "Bonjour {prenom}. {depuis} déjà. Quelqu'un de {structure} vous suit toujours ?"
            + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. On prend des nouvelles : tu vois encore quelqu'un de {structure} ?"
            + _ANSWERS,
            "Bonjour {prenom}. On prend des nouvelles : vous voyez quelqu'un de {structure} ?"
            + _ANSWERS,
        ),
    ],
    [
        one(
            "Bonjour {prenom}. {depuis} déjà. Quelqu'un te suit toujours, là-bas ?" + _ANSWERS,
            "Bonjour {prenom}. {depuis} déjà. Quelqu'un vous suit toujours, là-bas ?" + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. Le suivi continue pour toi ?" + _ANSWERS,
            "Bonjour {prenom}. Le suivi continue pour vous ?" + _ANSWERS,
        ),
    ],
)

_CHECK_DAY180 = _check(
    Key.CHECK_DAY180,
    "Jour 180 du relais : dernière question de suivi.",
    ("months", 6),
    [
        one(
            "Bonjour {prenom}. Dernière question de notre part. Quelqu'un de {structure} te suit "
            "encore ?" + _ANSWERS,
            "Bonjour {prenom}. Dernière question de notre part. Quelqu'un de {structure} vous "
            "suit encore ?" + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. {depuis} déjà. Le lien avec {structure} tient toujours ?" + _ANSWERS,
            "Bonjour {prenom}. {depuis} déjà. Le lien avec {structure} tient toujours ?" + _ANSWERS,
        ),
    ],
    [
        one(
            "Bonjour {prenom}. Dernière question de notre part. Quelqu'un te suit encore, là-bas ?"
            + _ANSWERS,
            "Bonjour {prenom}. Dernière question de notre part. Quelqu'un vous suit encore, "
            "là-bas ?" + _ANSWERS,
        ),
        one(
            "Bonjour {prenom}. {depuis} déjà. Le suivi tient toujours ?" + _ANSWERS,
            "Bonjour {prenom}. {depuis} déjà. Le suivi tient toujours ?" + _ANSWERS,
        ),
    ],
)

_CHECK_GOOD = Sentence(
    key=Key.CHECK_GOOD,
    flow="relay",
    wide=3,
    said="Elle est bien suivie.",
    forms=plain(
        one(
            "Merci, bonne nouvelle. Si quelque chose coince, écris ici : {aig} te lit.",
            "Merci, bonne nouvelle. Si quelque chose coince, écrivez ici : {aig} vous lit.",
        ),
        one(
            "Très bien, merci de la réponse. {aig} reste là si besoin.",
            "Très bien, merci de la réponse. {aig} reste là si besoin.",
        ),
    ),
)

_CHECK_BAD = Sentence(
    key=Key.CHECK_BAD,
    flow="relay",
    wide=3,
    said="Elle n'est pas suivie : son aiguilleur revient vers elle.",
    forms=plain(
        one(
            "Merci de le dire, ce n'est pas ta faute. {aig} reprend la main avec toi et "
            "t'écrit ici.",
            "Merci de le dire, ce n'est pas votre faute. {aig} reprend la main avec vous et vous "
            "écrit ici.",
        ),
        one(
            "Compris, merci. On ne te laisse pas tomber : {aig} revient vers toi ici.",
            "Compris, merci. On ne vous laisse pas tomber : {aig} revient vers vous ici.",
        ),
    ),
)

SENTENCES = (
    _RELAY_OFFER,
    _RELAY_AGREED,
    _RELAY_DECLINED,
    _RELAY_APPOINTMENT,
    _RELAY_REMINDER,
    _CHECK_DAY7,
    _CHECK_DAY30,
    _CHECK_DAY90,
    _CHECK_DAY180,
    _CHECK_GOOD,
    _CHECK_BAD,
)
