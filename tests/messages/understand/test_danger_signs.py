"""Danger told by its circumstances, without the grave word; and the working day that is none."""

# ruff: noqa: E501  (tables of texts)
import pytest

from flows.reading import Danger, Safety
from messages.understand import scan
from messages.understand.danger_signs import SIGNS

EMERGENCIES = {
    Danger.SUICIDE: ["jé pri tou mé médikaman", "ma soeur veut mourir", "ma coloc est sur le rebord de la fenetre", "ce soir je le fais. merci pr tout", "jme fais du mal avec un couteau", "jveu crevé", "jvé me tué ce soir", "la semaine pro jserai plus de ce monde", "jai deja choisi la date", "jsuis deja sur les rails", "la lettre est ecrite, elle est sur mon lit", "non. ya pas de demain pour moi", "jme fous sous le tram", "les cachets sont sur la table jles compte", "jembeterai plus personne", "3 trains que jregarde passer sur le quai, jose pas", "mi vé mor"],
    Danger.VIOLENCE: ["il est rentré bourré il casse tout je suis dans la salle de bain", "ils sont 4 en bas ils mattendent pr me planter", "je suis suivie dans la rue", "hier il ma serré la gorge", "jai le visage gonflé, il s'est enervé", "ils m'attendent en bas avec des barres", "mon pere a dit il m'egorge si jparle", "il veut que jcouche avec lui sinon c la porte", "mes parents ont pris les billets pr le mali c pr me marier", "il me filme et il menvoie voir des hommes jpeux pas dire non", "jsuis cachée dans les toilettes", "il est armé"],
    Danger.NOWHERE: ["je dors nulle part", "on est 2 avec mon bebe dehors", "ma mere ma viré jsuis dans la cage descalier", "jsuis dans la voiture avec mon bébé il fait froid", "jdors dans le local poubelle", "moi dormir gare depuis 4 jour", "viré du chrs a midi", "le proprio a changé la serrure", "jsuis ds la voiture avec mes 2 petits, lhotel c'était payé que jusqua hier", "dehors avec un bb de 3 mois", "le pote qui mhebergeait veut plus, il est 22h", "tati ka voyé mwen déwò a mwen pa ni pon koté pou dòmi"],
    Danger.MEDICAL: ["je perds mon bebe", "melangé alcool et tramadol jvois flou", "jai la tete ouverte ya du sang", "elle perd les eaux"],
    Danger.HARM_OTHERS: ["jlui mets de lacide", "les voix me disent de tuer ma soeur", "jsuis devant chez lui avec la barre", "jvais foutre le feu au foyer"],
    Danger.CHILD: ["ma soeur a 8 ans mon beau pere vient dans sa chambre la nuit", "mon fils de 2 ans est tt seul a l'appart", "mon copain secoue le bb", "mon bebe il est tout bleu il respire plus"],
}  # fmt: skip
ALERTED = ["aidez moi", "c urgent", "on me drogue", "mon patron a les mains baladeuses", "jdors chez lun chez lautre", "a quoi bon", "on me harcele sur snap avec des photos de moi", "je manque a personne", "mon pere vient de mourir", "mon mec fouille mon tel", "il veut pas que jparle aux gens", "jdois de largent a des mecs", "4 jours que jmange dans les poubelles", "me vire si jpaye pas le loyer vendredi", "i cry every day", "я стою на крыше", "صاحبي ما بيتحرك"]  # fmt: skip
HARMLESS = [
    "demain je serai plus là je pars en vacances", "la vie est belle", "6h du mat cest du suicide", "jvais tuer un kebab", "ma soeur veut mourir de rire", "le chat est sur le rebord de la fenetre", "je suis suivie par une educ", "aide au logement",
    "le prof a parlé du harcelement en cours", "frappe moi un sms", "dans la voiture avec les petits, il fait 30, on va a la mer route des vacances",
    "jme suis fait tuer 4 fois sur fifa", "on a massacré lyon 4-0", "oui jcreve denvie de bosser", "boucher. jsais manier le couteau",
    "jai fait un escape game on etait séquestrés", "jdors dehors ce we, festival avec les potes", "midi, jsaute le repas", "jai pris des cachets pr mon angine",
    "jbosse a la boucherie jai du sang partout", "assistante sociale a laide sociale enfance", "en lecture jsuis nul", "assez de galérer, un logement",
    "avant jdormais dehors mais là jai un studio", "je suis sur le quai du train j'arrive", "je dors chez ma soeur ce soir", "jme suis cassé la jambe",
    "j'ai fini la lettre de motivation", "je prends mes medicaments", "je suis au parc avec ma fille", "mon bail est signé", "mon cousin se marie au maroc",
    "on va tout casser a l'entretien", "c'est fini pour moi l'ecole", "le petit a de la fievre je peux pas venir", "j'en peux plus d'attendre la caf",
    "je dors chez un pote ce soir", "ce soir je dors chez ma mere", "le matin je dors", "personne m'a rappelé", "ils m'ont oublié en salle d'attente",
    "ma famille d'accueil me garde jusqu'au bac", "ma chambre ya des cafards", "j'ai tué l'examen", "ma conseillere va me tuer j'ai oublié le papier", "jsuis coincé dans le metro",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, ts in EMERGENCIES.items() for t in ts])
def test_signs_together_are_an_emergency(kind: Danger, text: str) -> None:
    found = scan(text)
    assert (found.safety, found.danger) == (Safety.EMERGENCY, kind)


def test_who_hurts_herself_is_hurt_by_nobody_else() -> None:
    assert scan("je me suis fait du mal").danger is Danger.SUICIDE


def test_a_bed_that_ends_tomorrow_is_told_as_such() -> None:
    assert scan("l'hotel c'est fini demain matin").danger is Danger.NOWHERE


@pytest.mark.parametrize("text", ALERTED)
def test_a_person_reads_these_the_same_day(text: str) -> None:
    assert scan(text).safety is not Safety.NONE


@pytest.mark.parametrize("text", HARMLESS)
def test_games_work_and_plain_days_alert_nobody(text: str) -> None:
    assert scan(text).safety is Safety.NONE


def test_every_sign_has_a_name_of_its_own() -> None:
    names = [(s.name, s.level) for s in SIGNS]
    assert len(set(names)) == len(names)
