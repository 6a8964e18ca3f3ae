"""A cry for help is heard whatever the question, the language or the laughter beside it."""

# ruff: noqa: E501  (tables of texts)
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.reading import Danger, Safety, Sureness
from messages.understand import scan
from tests.messages.understand.reads import intents, reads

EMERGENCIES = [
    ("je veux mourir", Danger.SUICIDE), ("1 je veux mourir", Danger.SUICIDE),
    ("jai avalé une boite de cachets", Danger.SUICIDE), ("je suis sur le pont je vais sauter", Danger.SUICIDE),
    ("j'ai plus envie de vivre", Danger.SUICIDE), ("mon mec me frappe", Danger.VIOLENCE),
    ("il m'a encore tapée hier", Danger.VIOLENCE), ("on m'a violée", Danger.VIOLENCE),
    ("j'ai peur de rentrer chez moi", Danger.VIOLENCE), ("je dors dehors", Danger.NOWHERE),
    ("ma mère m'a mise dehors", Danger.NOWHERE), ("jsais pas où dormir ce soir", Danger.NOWHERE),
    ("ce soir jme pend", Danger.SUICIDE), ("jvé mpandre", Danger.SUICIDE), ("jme pandrai cette nuit", Danger.SUICIDE),
    ("jvais me tuer demain", Danger.SUICIDE), ("jme tue après le rdv", Danger.SUICIDE),
    ("jsuis dehors a la part dieu avec mon fils de 1 an", Danger.NOWHERE),
    ("j'arrive plus à respirer", Danger.MEDICAL), ("mon pote a fait une overdose", Danger.MEDICAL),
    ("jvais le planter", Danger.HARM_OTHERS), ("mon bébé respire plus", Danger.CHILD),
]  # fmt: skip
FOREIGN = [
    "i want to die", "quiero morir", "хочу померти", "أريد أن أموت", "می خواهم بمیرم", "زه غواړم مړ شم",
    "bghit nmout", "i have nowhere to sleep", "мені ніде спати", "he hits me",
    "he is beating me", "он меня бьёт", "quero morrer", "non ho dove dormire", "vreau sa mor",
    "ölmek istiyorum", "سأقتل نفسي", "an anvi mò", "m pa vle viv ankò", "mi vé tié amoin", "na pi case, mi dor dan loto",
    "map dòmi nan lari", "mari mwen ka bat mwen", "li tap amwin tou lé jour",
]  # fmt: skip
HARMLESS = [
    "je suis dehors avec mon fils au parc",
    "mort de rire", "mon tel est mort", "je tue le temps", "suicide squad trop bien ce film", "ok", "1",
    "je suis dehors je vous rappelle", "coup de fil de la caf", "je fais le pont jeudi", "merci pour rien",
    "la je suis a la rue voltaire cest ou le rdv", "je travaille demain", "je suis dehors il fait beau", "jme tue a chercher du taf", "je me tue a vous le dire", "ca me pend au nez",
    "an anvi travay", "mwen vle yon kay", "mi sava dor", "il pleut des cordes", "j'ai trouvé un appart",
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), EMERGENCIES)
def test_an_emergency_is_heard_with_its_kind(text: str, kind: Danger) -> None:
    found = scan(text)
    assert (found.safety, found.danger) == (Safety.EMERGENCY, kind)
    assert "distress" in intents(text)


@pytest.mark.parametrize("text", FOREIGN)
def test_an_emergency_is_heard_in_every_language(text: str) -> None:
    assert scan(text).safety is Safety.EMERGENCY


@pytest.mark.parametrize("text", HARMLESS)
def test_a_harmless_text_alerts_nobody(text: str) -> None:
    assert scan(text).safety is Safety.NONE


@pytest.mark.parametrize(
    "text",
    [
        "je veux mourir mdr",
        "je veux mourir 😂",
        "je vais me tuer si le bus arrive pas",
        "je veux pas mourir",
    ],
)
def test_laughter_condition_and_denial_lower_to_concern_never_to_nothing(text: str) -> None:
    assert scan(text).safety is Safety.CONCERN


@given(st.sampled_from([t for t, _ in EMERGENCIES]), st.sampled_from(["mdr", "lol", "😂", "ptdr"]))
def test_no_laughter_silences_an_emergency(text: str, laugh: str) -> None:
    assert scan(f"{text} {laugh}").safety is not Safety.NONE


@given(
    st.sampled_from([t for t, _ in EMERGENCIES]),
    st.sampled_from(["oui", "1", "merci", "stop", "demain", "ok"]),
)
def test_danger_beside_another_answer_is_still_heard(text: str, other: str) -> None:
    for turn in ((text, other), (other, text)):
        assert reads(*turn, asked="first_contact").safety is Safety.EMERGENCY
    assert scan(f"{text}. {other}").safety is Safety.EMERGENCY


def test_stop_and_danger_are_both_heard() -> None:
    reading = reads("stop je vais me tuer")
    assert {"stop", "distress"} <= {i.value for i in reading.intents}
    assert reading.safety is Safety.EMERGENCY


def test_a_death_told_is_marked_and_is_not_her_own_grief() -> None:
    assert reads("il est mort", asked="first_contact").death
    assert reads("ma fille est décédée", asked="first_contact").death
    assert not reads("mon père est mort").death
    assert not reads("mdr je suis mort").death
    assert not reads("jvais le croiser au quartier il est mort").death
    assert not reads("mon téléphone il est mort je prends celui du cousin").death


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("il est en prison", "prison"),
        ("je suis hospitalisée", "hospital"),
        ("je suis sorti de prison", None),
    ],
)
def test_prison_and_hospital_are_marked(text: str, where: str | None) -> None:
    assert reads(text, asked="first_contact").away == where


LONG = "je vous raconte ma journee au lycee avec mes copains " * 60  # some 3,000 letters


@pytest.mark.parametrize("at", [0, 1550, len(LONG)])
def test_a_long_text_is_heard_to_its_end_and_read_by_a_human(at: int) -> None:
    text = f"{LONG[:at]} je veux mourir ce soir {LONG[at:]}"
    assert scan(text).safety is Safety.EMERGENCY
    assert reads(text, asked="first_contact").safety is Safety.EMERGENCY
    stop = f"{LONG} arretez de m'ecrire"
    assert scan(stop).stop and "stop" in intents(stop, asked="first_contact")
    plain = reads("oui " * 450, asked="first_contact")
    assert plain.sureness is Sureness.HUMAN and "long" in plain.rules


PLAIN = [
    "je vais me tuer", "je me tue", "jvais me suicider", "je veux mourir", "j'ai avalé toutes mes pilules", "il va me tuer",
    "mon père me frappe", "il me viole", "je dors dehors", "je suis à la rue", "mon bébé respire plus", "je vais le planter",
]  # fmt: skip
BESIDE = [
    "demain", "ce soir", "lundi", "après le rdv", "à 14h", "aide moi", "avec mon frère", "et toi", "ok", "stop", "1",
    "à la mission locale", "devant le lycée", "j'ai froid", "merci pour tout",
]  # fmt: skip


@pytest.mark.parametrize("danger", PLAIN)
def test_no_everyday_word_beside_it_hides_a_plain_danger(danger: str) -> None:
    for beside in BESIDE:
        for text in (f"{danger} {beside}", f"{beside} {danger}"):
            assert reads(text).safety is Safety.EMERGENCY, text
