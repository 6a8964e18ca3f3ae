"""The same word in an everyday sentence and in a grave one: the first is no emergency, the
second is."""

# ruff: noqa: E501  (tables of texts)
from __future__ import annotations

import pytest

from flows.reading import Danger, Safety
from messages.understand import scan

TWINS = [
    ("j'ai eu ma ceinture noire samedi", "mon père a sorti sa ceinture", Danger.VIOLENCE),
    ("je suis en manque de sommeil", "jsuis en manque je tremble", Danger.MEDICAL),
    ("mon alarme me réveille pas", "elle se réveille pas", Danger.MEDICAL),
    ("mon fils a mangé une pizza hier", "mon fils a mangé une pile", Danger.MEDICAL),
    ("j'ai planté mon entretien", "j'ai planté quelqu'un", Danger.HARM_OTHERS),
    ("j'ai besoin de le voir mon conseiller", "j'ai besoin de frapper quelqu'un", Danger.HARM_OTHERS),
    ("je vais défoncer cet examen", "je vais défoncer mon coloc", Danger.HARM_OTHERS),
    ("je vais cramer mon forfait", "je vais tous les cramer", Danger.HARM_OTHERS),
    ("j'ai peur qu'il pleuve demain", "j'ai peur qu'il me retrouve", Danger.VIOLENCE),
    ("j'ai peur de mon entretien", "j'ai peur de mon ex", Danger.VIOLENCE),
    ("j'ai pris mes papiers pour le rdv", "il m'a pris mes papiers", Danger.VIOLENCE),
    ("mon educ elle me suit depuis 2 ans", "un mec me suit dans la rue", Danger.VIOLENCE),
    ("elle m'a poussé a faire une formation", "il m'a poussé dans les escaliers", Danger.VIOLENCE),
    ("il m'a planté pour le rdv", "il m'a planté", Danger.VIOLENCE),
    ("mon ex m'attend pour récup la petite", "mon ex m'attend devant chez moi", Danger.VIOLENCE),
    ("je peux pas parler je suis en cours", "je peux pas parler il est a coté", Danger.VIOLENCE),
    ("pas dispo pour un appel ce soir", "pas d'endroit pour ce soir", Danger.NOWHERE),
    ("pas de place pour le match ce soir", "pas de place ce soir", Danger.NOWHERE),
    ("je reste dehors avec mes potes", "je reste dehors cette nuit", Danger.NOWHERE),
    ("pardon pour tout ce retard", "pardon pour tout le mal que j'ai fait", Danger.SUICIDE),
    ("je pars definitivement de paris en juin", "je pars définitivement", Danger.SUICIDE),
    ("bye tout le monde bonne soirée", "au revoir tout le monde", Danger.SUICIDE),
    ("vous avez reçu mon dernier message ?", "c'est mon dernier message", Danger.SUICIDE),
    ("je vais rejoindre ma mère", "je veux rejoindre ma mère", Danger.SUICIDE),
    ("mon contrat c'est terminé bientôt", "bientot tout sera fini", Danger.SUICIDE),
    ("je suis en train de partir du boulot", "je me sens partir", Danger.MEDICAL),
    ("je veux disparaître des réseaux sociaux", "je veux disparaitre", Danger.SUICIDE),
    ("adieu le lycée enfin le bac", "adieu la vie", Danger.SUICIDE),
    ("la mission locale c'est terminé pour moi", "c'est terminé pour moi", Danger.SUICIDE),
    ("ce soir je termine tout à 22h", "ce soir je termine tout", Danger.SUICIDE),
    ("quand vous lirez je serai parti en formation", "quand vous lirez ça je serai partie", Danger.SUICIDE),
    ("j'attends le train sur le quai", "assis au bord des rails jattends le prochain", Danger.SUICIDE),
    ("je suis à la rue en maths", "je suis à la rue", Danger.NOWHERE),
    ("sorti de prison, je cherche un taf", "sorti de prison ce matin, pas de chambre", Danger.NOWHERE),
    ("j'ai saigné pour avoir ce stage", "je saigne beaucoup", Danger.MEDICAL),
    ("demain je ramène mon cv au lycée", "demain je ramène la carabine au lycée", Danger.HARM_OTHERS),
    ("ma patronne ferme le bureau à clé", "ma patronne m'enferme à clé et me paye pas", Danger.VIOLENCE),
    ("mon frère est passeur au rugby", "le passeur dit si je paye pas il coupe mon frère", Danger.VIOLENCE),
    ("plus envie de me lever a 6h", "j'ai plus envie de me réveiller", Danger.SUICIDE),
]  # fmt: skip


@pytest.mark.parametrize(("everyday", "grave", "kind"), TWINS)
def test_one_word_two_meanings(everyday: str, grave: str, kind: Danger) -> None:
    assert scan(everyday).safety is not Safety.EMERGENCY
    found = scan(grave)
    assert (found.safety, found.danger) == (Safety.EMERGENCY, kind)


@pytest.mark.parametrize(
    "text",
    [
        "mon frère fait un avc",
        "il menace de me frapper",
        "aidez moi il va me crever",
        "je suis sur le rebord pour sauter",
        "mon daron veut me taper",
    ],
)
def test_words_are_looked_for_as_spelling_leaves_them(text: str) -> None:
    """ "frapper" reaches a rule as "frappe", "avc" as "avec": a rule that waits for the former
    never fires."""
    assert scan(text).safety is Safety.EMERGENCY
