"""The danger lines (PRODUCT section 9): fixed, two segments at most, said at any hour.

The numbers they give are those of messages/help_lines.toml; a check compares. Forms: somebody
is on duty, or nobody is and `lu` says when the text will be read; `minor` adds 119, but for
violence, where the text may be read by the one who hurts her.
"""

from __future__ import annotations

from flows.keys import Key
from messages.catalog.sentence import Form, Sentence, Wording, one

_ALERTED = " Message automatique, une personne de l'équipe est alertée."
_LATER_TU = " Message automatique. Notre équipe te lira {lu}, pas avant. N'attends pas."
_LATER_VOUS = " Message automatique. Notre équipe vous lira {lu}, pas avant. N'attendez pas."


def _forms(duty: Wording, nobody: Wording, minor: Wording, alone: Wording) -> tuple[Form, ...]:
    return (
        Form("minor_nobody", (alone,), {"minor": None, "lu": None}),
        Form("minor", (minor,), {"minor": None}),
        Form("nobody", (nobody,), {"lu": None}),
        Form("duty", (duty,)),
    )


def _four(
    adult: tuple[str, str],
    minor: tuple[str, str],
    late_adult: tuple[str, str] | None = None,
    late_minor: tuple[str, str] | None = None,
) -> tuple[Form, ...]:
    """Adult and minor, each with somebody on duty or nobody. The late texts are shorter, where the
    day of reading needs the room."""
    alone, late = late_adult or adult, late_minor or minor
    return _forms(
        duty=one(adult[0] + _ALERTED, adult[1] + _ALERTED),
        nobody=one(alone[0] + _LATER_TU, alone[1] + _LATER_VOUS),
        minor=one(minor[0] + _ALERTED, minor[1] + _ALERTED),
        alone=one(late[0] + _LATER_TU, late[1] + _LATER_VOUS),
    )


def _danger(key: Key, said: str, forms: tuple[Form, ...]) -> Sentence:
    return Sentence(key=key, flow="danger", said=said, forms=forms)


_SUICIDE = _danger(
    Key.DANGER_SUICIDE,
    "Elle parle de mourir.",
    _four(
        (
            "Merci de le dire. On te prend au sérieux. Appelle le 3114 maintenant : gratuit, jour "
            "et nuit, des soignants t'écoutent. Geste fait ou danger immédiat : 15 ou 112. "
            "Impossible de parler : SMS au 114. Si tu peux, reste avec quelqu'un.",
            "Merci de le dire. On vous prend au sérieux. Appelez le 3114 : gratuit, jour et nuit, "
            "des soignants écoutent. Geste fait ou danger immédiat : 15 ou 112. Impossible de "
            "parler : SMS au 114. Restez avec quelqu'un.",
        ),
        (
            "Merci de le dire. On te prend au sérieux. Appelle le 3114 ou le 119 : gratuit, jour "
            "et nuit, on t'écoute. Geste fait ou danger immédiat : 15 ou 112. Impossible de "
            "parler : SMS au 114. Si tu peux, reste avec quelqu'un.",
            "Merci de le dire. On vous prend au sérieux. Appelez le 3114 ou le 119 : gratuit, "
            "jour et nuit. Geste fait ou danger immédiat : 15 ou 112. Impossible de parler : SMS "
            "au 114. Restez avec quelqu'un.",
        ),
        (
            "Merci de le dire. On te prend au sérieux. Appelle le 3114 : gratuit, jour et nuit, "
            "des soignants t'écoutent. Geste fait ou danger immédiat : 15 ou 112. Impossible de "
            "parler : SMS au 114. Reste avec quelqu'un.",
            "Merci de le dire. On vous prend au sérieux. Appelez le 3114 : gratuit, jour et nuit, "
            "des soignants écoutent. Geste fait ou danger immédiat : 15 ou 112. Impossible de "
            "parler : SMS au 114. Restez avec quelqu'un.",
        ),
        (
            "Merci de le dire. On te prend au sérieux. Appelle le 3114 ou le 119 : gratuit, jour "
            "et nuit, on t'écoute. Geste fait ou danger immédiat : 15 ou 112. Impossible de "
            "parler : SMS au 114. Reste avec quelqu'un.",
            "Merci de le dire. On vous prend au sérieux. Appelez le 3114 ou le 119 : gratuit, "
            "jour et nuit. Geste fait ou danger immédiat : 15 ou 112. Impossible de parler : SMS "
            "au 114. Restez avec quelqu'un.",
        ),
    ),
)

_NOWHERE = _danger(
    Key.DANGER_NOWHERE,
    "Elle n'a nulle part où dormir ce soir.",
    _four(
        (
            "Merci de le dire. Pour dormir ce soir, appelle le 115 : gratuit, jour et nuit. C'est "
            "souvent long : reste en ligne, et rappelle si c'est non. En danger : 17 ou 112. "
            "Écris ici ta ville.",
            "Merci de le dire. Pour dormir ce soir, appelez le 115 : gratuit, jour et nuit. C'est "
            "souvent long : restez en ligne, et rappelez si c'est non. En danger : 17 ou 112. "
            "Écrivez ici votre ville.",
        ),
        (
            "Merci de le dire. Pour dormir ce soir, appelle le 119, ou le 115 : gratuits, jour et "
            "nuit. C'est souvent long : reste en ligne, et rappelle si c'est non. En danger : 17 "
            "ou 112. Écris ici ta ville.",
            "Merci de le dire. Pour dormir ce soir, appelez le 119, ou le 115 : gratuits, jour et "
            "nuit. C'est souvent long : restez en ligne, rappelez si c'est non. En danger : 17 "
            "ou 112. Écrivez ici votre ville.",
        ),
    ),
)

_MEDICAL = _danger(
    Key.DANGER_MEDICAL,
    "Malaise, blessure, produit avalé.",
    _four(
        (
            "Merci de le dire. Appelle le 15 maintenant, ou le 112 : gratuit, jour et nuit. Dis où "
            "tu es et ce qui se passe. Impossible de parler : SMS au 114. Demande à quelqu'un "
            "de rester avec toi.",
            "Merci de le dire. Appelez le 15 maintenant, ou le 112 : gratuit, jour et nuit. "
            "Dites l'endroit et ce qui se passe. Impossible de parler : SMS au 114. Demandez à "
            "quelqu'un de rester là.",
        ),
        (
            "Merci de le dire. Appelle le 15 maintenant, ou le 112 : gratuit, jour et nuit. Dis où "
            "tu es et ce qui se passe. Impossible de parler : SMS au 114. Quelqu'un te fait du "
            "mal : 119.",
            "Merci de le dire. Appelez le 15 maintenant, ou le 112 : gratuit, jour et nuit. "
            "Dites l'endroit et ce qui se passe. Impossible de parler : SMS au 114. Quelqu'un vous "
            "fait du mal : 119.",
        ),
        None,
        (
            "Merci de le dire. Appelle le 15 maintenant, ou le 112 : gratuit, jour et nuit. Dis où "
            "tu es. Impossible de parler : SMS au 114. Quelqu'un te fait du mal : 119.",
            "Merci de le dire. Appelez le 15 maintenant, ou le 112 : gratuit, jour et nuit. "
            "Dites l'endroit. Impossible de parler : SMS au 114. Quelqu'un vous fait du mal : "
            "119.",
        ),
    ),
)

_HARM_OTHERS = _danger(
    Key.DANGER_HARM_OTHERS,
    "Elle parle de s'en prendre à quelqu'un.",
    _four(
        (
            "Merci de l'avoir écrit. Si la colère monte, éloigne-toi maintenant et respire. "
            "Quelqu'un en "
            "danger : 17 ou 112. Pour en parler tout de suite : 3114, gratuit, jour et nuit. "
            "Impossible de parler : SMS au 114.",
            "Merci de l'avoir écrit. Si la colère monte, éloignez-vous maintenant et respirez. "
            "Quelqu'un "
            "en danger : 17 ou 112. Pour en parler tout de suite : 3114, gratuit, jour et nuit. "
            "Sans parler : SMS au 114.",
        ),
        (
            "Merci de l'avoir écrit. Si la colère monte, éloigne-toi maintenant et respire. "
            "Quelqu'un en "
            "danger : 17 ou 112. Pour en parler : 119 ou 3114, gratuits, jour et nuit. "
            "Impossible de parler : SMS au 114.",
            "Merci de l'avoir écrit. Si la colère monte, éloignez-vous maintenant et respirez. "
            "Quelqu'un "
            "en danger : 17 ou 112. Pour en parler : 119 ou 3114, gratuits, jour et nuit. "
            "Sans parler : SMS au 114.",
        ),
    ),
)

_CHILD = _danger(
    Key.DANGER_CHILD,
    "Un enfant est en danger.",
    _four(
        (
            "Merci de le dire. Pour un enfant en danger : 119, gratuit, jour et nuit, aussi "
            "pour un doute. Danger immédiat : 17 ou 112. Impossible de parler : SMS au 114. "
            "Écris ici ta "
            "ville si tu peux.",
            "Merci de le dire. Pour un enfant en danger : 119, gratuit, jour et nuit, aussi "
            "pour un doute. Danger immédiat : 17 ou 112. Impossible de parler : SMS au 114. "
            "Écrivez ici "
            "la ville.",
        ),
        (
            "Merci de le dire. Pour un enfant en danger : 119, gratuit, jour et nuit, aussi "
            "pour un doute. Danger immédiat : 17 ou 112. Impossible de parler : SMS au 114. "
            "Écris ici ta "
            "ville si tu peux.",
            "Merci de le dire. Pour un enfant en danger : 119, gratuit, jour et nuit, aussi "
            "pour un doute. Danger immédiat : 17 ou 112. Impossible de parler : SMS au 114. "
            "Écrivez ici "
            "la ville.",
        ),
    ),
)

_OTHER = _danger(
    Key.DANGER_OTHER,
    "Danger, sans que la nature soit sûre.",
    _four(
        (
            "Merci de le dire. On te prend au sérieux. En danger maintenant : 112, gratuit, jour "
            "et nuit. Impossible de parler : SMS au 114. Pour parler à quelqu'un : 3114, gratuit, "
            "jour et nuit.",
            "Merci de le dire. On vous prend au sérieux. En danger maintenant : 112, gratuit, jour "
            "et nuit. Impossible de parler : SMS au 114. Pour parler à quelqu'un : 3114, gratuit.",
        ),
        (
            "Merci de le dire. On te prend au sérieux. En danger maintenant : 112, gratuit, jour "
            "et nuit. Impossible de parler : SMS au 114. Pour parler à quelqu'un : 119 ou 3114, "
            "gratuits.",
            "Merci de le dire. On vous prend au sérieux. En danger maintenant : 112, gratuit, jour "
            "et nuit. Impossible de parler : SMS au 114. Pour parler à quelqu'un : 119 ou 3114.",
        ),
    ),
)

_VIOLENCE_DUTY = one(
    "Ton message est arrivé. Une personne est prévenue et ne t'appellera pas. Urgence : 17, 112, "
    "ou SMS au 114. Réponds OK quand c'est le bon moment.",
    "Votre message est arrivé. Une personne est prévenue et ne vous appellera pas. Urgence : 17, "
    "112, ou SMS au 114. Répondez OK quand c'est le bon moment.",
)
_VIOLENCE_NOBODY = one(
    "Ton message est arrivé. On le lira {lu}, pas avant. Personne ne t'appellera. Urgence : 17, "
    "112, ou SMS au 114. Réponds OK quand c'est le bon moment.",
    "Votre message est arrivé. On le lira {lu}, pas avant. Personne ne vous appellera. Urgence : "
    "17, 112, ou SMS au 114. Répondez OK quand c'est le bon moment.",
)

_VIOLENCE = _danger(
    Key.DANGER_VIOLENCE,
    "Violence : rien dans le texte ne doit la trahir, ni appel ni autre texte avant son OK.",
    (
        Form("nobody", (_VIOLENCE_NOBODY,), {"lu": None}),
        Form("duty", (_VIOLENCE_DUTY,)),
    ),
)

SENTENCES = (
    _SUICIDE,
    _VIOLENCE,
    _NOWHERE,
    _MEDICAL,
    _HARM_OTHERS,
    _CHILD,
    _OTHER,
)
