"""What an answer means depends on the question, on negation and on what comes after."""

# ruff: noqa: E501  (tables of texts)
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.reading import Question, Safety, Sureness
from messages.understand import mask, scan
from tests.messages.understand.reads import MONDAY_NOON, PARIS, intents, reads

SAID = [
    ("first_contact", "oui", {"yes"}), ("first_contact", "vazy", {"yes"}), ("first_contact", "pas du tout", {"no"}),
    ("first_contact", "je veux bien merci", {"yes", "thanks"}), ("first_contact", "jsp", {"maybe"}),
    ("first_contact", "oui mais jai demenagé a Nantes", {"yes", "moved"}), ("first_contact", "t ki", {"who"}),
    ("first_contact", "mais c'est qui vraiment", {"who"}), ("first_contact", "c qui alors", {"who"}),
    ("first_contact", "não entendo nada", {"language"}), ("first_contact", "non parlo francese", {"language"}),
    ("first_contact", "nu vorbesc franceza", {"language"}), ("first_contact", "kimsin sen", {"language"}),
    ("first_contact", "1", {"choice", "yes"}), ("first_contact", "2", {"choice", "later"}),
    ("first_contact", "c son frere", {"third_party"}), ("first_contact", "erreur de numéro", {"wrong_number"}),
    ("menu4", "1 non pardon 2", {"choice"}), ("menu4", "autre", {"choice"}), ("menu4", "rien", {"no"}),
    ("slot", "demain aprem", {"availability"}), ("slot", "jfais rien demain", {"availability"}),
    ("slot", "pas avant 11h jdors", {"availability"}), ("reminder", "annulé", {"no"}),
    ("reminder", "on peut decaler ?", {"later"}), ("reminder", "jarrive dans 5 min", {"yes"}),
    ("followup", "toujours pas de nouvelles", {"no"}), ("open", "merci pour rien", {"other"}),
    ("open", "jveux parler a qqn", {"human"}), ("open", "🙏", {"thanks"}), ("open", "how did you get my number?", {"who", "language"}),
    ("first_contact", "1 lundi", {"choice", "yes", "availability"}),
    ("first_contact", "oui mais c'est qui", {"yes", "who"}),
    ("first_contact", "non j'ai quitté la région", {"no", "moved"}), ("first_contact", "nn jai un taf", {"no", "has_solution"}),
    ("first_contact", "je ne connais personne de ce nom", {"wrong_number"}), ("first_contact", "moitié oui moitié non", {"maybe"}),
    ("reminder", "annulez pas jarrive", {"yes"}), ("reminder", "jviens si ma mere garde le petit", {"maybe"}),
    ("reminder", "jte confirme ce soir", {"maybe", "later"}), ("reminder", "je confirme", {"yes"}),
    ("slot", "le 3 a 14h", {"availability"}), ("menu4", "otre", {"choice"}), ("menu4", "робота", {"choice", "language"}),
    ("menu4", "trabajo", {"choice", "language"}), ("first_contact", "نعم اتصل بي من فضلك", {"yes", "language"}),
    ("reminder", "mañana no puedo", {"no", "language"}), ("first_contact", "mici bcp", {"thanks"}),
    ("first_contact", "connais pas de Mamadou", {"wrong_number"}), ("followup", "cette formation c de la bombe", {"yes"}),
    ("first_contact", "dès que jai mon titre de sejour", {"later"}), ("first_contact", "si gracias", {"yes", "thanks", "language"}),
    ("reminder", "si mon patron veut bien je viens", {"maybe"}), ("reminder", "bloqué dans le metro", {"later"}),
    ("open", "mrc", {"thanks"}), ("open", "bip moi stp", {"human"}), ("first_contact", "mwen pa konprann", {"language"}),
    ("first_contact", "vous travaillez pour la police", {"who"}), ("first_contact", "le robot éclaté", {"insult"}),
    ("first_contact", "je lâche rien", {"yes"}), ("first_contact", "erreur, j'ai 60 ans et j'ai rien demandé", {"wrong_number"}),
    ("first_contact", "نه", {"no", "language"}), ("first_contact", "la la mabghitch", {"no", "language"}),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "text", "expected"), SAID)
def test_a_text_is_read_after_its_question(asked: str, text: str, expected: set[str]) -> None:
    assert intents(text, asked=asked) == expected


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("1", (1,)), (" 2 ", (2,)), ("2️⃣", (2,)), ("1 et 3", (1, 3)), ("le troisième", (3,)), ("1 non pardon 2", (2,)),
     ("un taf", (2,)), ("123", (1, 2, 3)), ("2 puis 3 dans l'ordre", (2, 3)), ("largent d'abord ensuite le logement", (3, 1)),
     ("2.", (2,)), ("le 2", (2,)), ("2 svp", (2,)), ("deux", (2,)), ("²", (2,)), ("٢", (2,)), ("۲", (2,)), ("1,2", (1, 2)), ("dans 1h", ()), ("j'ai 2 enfants", ()), ("0639981234", ())],
)  # fmt: skip
def test_numbers_choose_only_when_they_are_choices(text: str, numbers: tuple[int, ...]) -> None:
    assert reads(text, asked="menu4").choices == numbers


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("demain aprem", "2026-01-06T13:00", "2026-01-06T18:00"),
        ("apres 17h", "2026-01-05T17:00", "2026-01-05T21:00"),
        ("lundi", "2026-01-12T08:00", "2026-01-12T20:00"),
        ("jeudi 14h30", "2026-01-08T14:30", "2026-01-08T15:30"),
        ("dans 3 jours", "2026-01-08T08:00", "2026-01-08T20:00"),
        ("entre 14h et 16h", "2026-01-05T14:00", "2026-01-05T16:00"),
        ("ce week end", "2026-01-10T08:00", "2026-01-11T20:00"),
        ("mardi pas avant 14h", "2026-01-06T14:00", "2026-01-06T21:00"),
        ("12/03", "2026-03-12T08:00", "2026-03-12T20:00"),
        ("mardi je peux pas, jeudi oui", "2026-01-08T08:00", "2026-01-08T20:00"),
    ],
)
def test_days_and_hours_become_spans_in_her_zone(text: str, start: str, end: str) -> None:
    span = reads(text, asked="slot").when[0]
    assert span.start == datetime.fromisoformat(start).replace(tzinfo=PARIS)
    assert span.end == datetime.fromisoformat(end).replace(tzinfo=PARIS)


def test_a_phone_given_is_kept_in_one_form() -> None:
    assert reads("nouveau num 06 39 98 12 34").phones == ("+33639981234",)
    assert reads("appelez au +33 (0)6.39.98.12.34").phones == ("+33639981234",)


def test_a_button_answers_like_its_number() -> None:
    assert reads("Oui", asked="first_contact", payload="1").choices == (1,)


def test_media_alone_and_media_with_words() -> None:
    assert {i.value for i in reads("", media=["audio/ogg"]).intents} == {"media_only"}
    assert reads("oui", asked="first_contact", media=["image/jpeg"]).media


@pytest.mark.parametrize(
    ("text", "request_"),
    [("INFO", "see"), ("EFFACER", "erase"), ("effacez mes données", "erase"), ("oui", None)],
)
def test_requests_about_her_data(text: str, request_: str | None) -> None:
    assert reads(text).request == request_


def test_another_robot_is_suspected() -> None:
    assert reads("Ceci est un message automatique, ne pas répondre").loop_suspect
    assert not reads("oui").loop_suspect


def test_what_is_not_understood_goes_to_a_human_and_danger_too() -> None:
    assert reads("asdfgh").sureness is Sureness.HUMAN
    assert reads("je veux mourir").sureness is Sureness.HUMAN
    assert reads("oui", asked="first_contact").sureness is Sureness.ACT
    assert reads("demain", asked="slot").sureness is Sureness.ECHO


@pytest.mark.parametrize(
    ("text", "hidden"),
    [("mon iban FR14 2004 1010 0505 0001 3M02 606", "3M02"), ("ma carte 4111 1111 1111 1111", "1111"),
     ("secu 1 85 05 78 006 084 91", "006 084")],
)  # fmt: skip
def test_bank_and_identity_numbers_are_masked(text: str, hidden: str) -> None:
    assert hidden not in mask(text)


def test_a_phone_number_is_not_masked() -> None:
    assert mask("appelle 06 39 98 12 34") == "appelle 06 39 98 12 34"


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.text(max_size=200), max_size=3),
    st.sampled_from(Question),
    st.text(max_size=5) | st.none(),
)
def test_no_text_ever_raises(texts: list[str], asked: Question, payload: str | None) -> None:
    reading = reads(*texts, asked=asked.value, payload=payload)
    assert reading.intents and all(w.start <= w.end for w in reading.when)
    for text in texts:
        mask(text)
        assert scan(text).safety in Safety


WORDS = [
    "je",
    "jai",
    "pas",
    "plus",
    "de",
    "la",
    "oui",
    "non",
    "stop",
    "arrete",
    "a",
    "que",
    "1",
    "2",
    "et",
    "ou",
    "rien",
    "mourir",
    "rue",
    "ma",
    "frappe",
    "dors",
    "qui",
    "demain",
    "ok",
    "peut",
    "etre",
    "merci",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=400), st.sampled_from(Question))
def test_long_texts_are_read_in_bounded_time(words: list[str], asked: Question) -> None:
    assert reads(" ".join(words), asked=asked.value).intents


def test_the_instant_of_the_tests_is_a_monday() -> None:
    assert MONDAY_NOON.astimezone(PARIS).strftime("%A %H:%M") == "Monday 12:00"
