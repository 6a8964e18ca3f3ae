"""What may not be told of who gave the number, and the help lines' reviews."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from messages.catalog.languages import LANGUAGES
from messages.help_lines import help_lines, overdue
from messages.prices import sms_price
from messages.templates import numbered
from messages.unsaid import ORGANISATIONS, SANCTIONS, SENSITIVE
from messages.words import first_contact_word, forbidden_word, sensitive_word


@pytest.mark.parametrize(
    ("say_from", "word"),
    [
        ("Mme Roux", None),
        ("Karim", None),
        ("France", None),
        ("M. Émile", None),
        ("l'ASE", "ase"),
        ("A.S.E.", "ase."),
        ("S P I P", "spip"),
        ("ta cpip", "cpip"),
        ("Éduc Paul", "educ"),
        ("Dr Martin", "dr"),
        ("Mission Locale", "mission locale"),
        ("Paul (PJJ)", "pjj"),
        ("Psychologue", "psychologue"),
        ("le foyer", "foyer"),
        ("France Travail", "france travail"),
    ],
)
def test_a_source_is_a_person_never_an_organisation(say_from: str, word: str | None) -> None:
    found = forbidden_word(say_from)
    assert found == (word.rstrip(".") if word else None)


CONCEPTS = {**SENSITIVE, **SANCTIONS, **ORGANISATIONS}


@pytest.mark.parametrize("concept", CONCEPTS)
def test_each_language_has_the_words_of_each_french_concept(concept: str) -> None:
    words = CONCEPTS[concept]
    assert set(words) == set(LANGUAGES)
    for language, listed in words.items():
        for word in listed.split():
            said = f"{{prenom}} : {word.rstrip('*').replace('_', ' ')}, {{aig}}."
            assert first_contact_word(said, language), (language, word)
            assert (sensitive_word(said, language) is not None) == (concept in SENSITIVE), word


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Ta dette sera effacée."),
        ("fr", "L'aide sociale à l'enfance nous a parlé de toi."),
        ("fr", "La protection de l'enfance le note."),
        ("fr", "Ta famille d'accueil est prévenue."),
        ("fr", "Ton suivi médical continue."),
        ("fr", "Après ta garde à vue, écris."),
        ("fr", "Depuis ta libération, tout va."),
        ("fr", "La MDPH le note."),
        ("fr", "Ton AAH arrive."),
        ("fr", "Ta RQTH aussi."),
        ("fr", "Ton contrat jeune majeur."),
        ("fr", "Le centre éducatif le sait."),
        ("fr", "Un mot de l’UEMO."),
        ("fr", "Le STEMO appelle."),
        ("fr", "Contre la dépression."),
        ("fr", "Être séropositif."),
        ("fr", "Vivre bipolaire."),
        ("fr", "Après ta cure."),
        ("fr", "Pour ta grossesse."),
        ("fr", "La délinquance."),
        ("en", "Your foster home told us."),
        ("en", "A word from SPIP."),
        ("es", "Tu educadora nos habló de ti."),
        ("es", "Después de la prisión, llama."),
        ("uk", "Після в’язниці ми поруч."),
        ("uk", "Ваша лікарка знає."),
        ("ar", "بعد السجن نحن هنا"),
        ("ar", "وللشرطة رقم"),
        ("ar", "في المُستشفى"),
        ("prs", "پس از زندان‌ها"),
        ("prs", "از طرف پوليس"),
        ("ps", "د زندان وروسته"),
        ("ps", "ستاسو ډاکټر خبر دی"),
    ],
)
def test_a_sensitive_word_is_found_as_it_is_written(language: str, text: str) -> None:
    """With its article, its ending, its accents, another keyboard's letters, a joiner."""
    assert sensitive_word(text, language) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Mission possible : un petit service, une aide au logement, un travail, un bon accueil.",
        "Ton aîné de 18 ans est majeur, ton enfance, ta famille, ton éducation.",
        "Garde ce numéro. On se voit au centre, à la sortie de la gare.",
        "Le libraire est libre, on libère une heure. Tu es pressé ?",
        "Pas de procédure, une obscure cuisine, une manucure.",
    ],
)
def test_everyday_words_pass(text: str) -> None:
    assert first_contact_word(text) is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "You must come."),
        ("es", "Debes venir mañana."),
        ("uk", "Ви повинні прийти."),
        ("ar", "يجب الحضور"),
        ("prs", "باید بیایید"),
        ("ps", "باید راشئ"),
    ],
)
def test_an_order_is_no_first_contact_but_no_secret(language: str, text: str) -> None:
    assert first_contact_word(text, language) is not None
    assert sensitive_word(text, language) is None


def test_an_overdue_review_is_found() -> None:
    line = help_lines()["3114"]
    assert overdue(line.review_due) == []
    assert line in overdue(line.review_due + timedelta(days=1))


def test_each_line_says_who_checked_it_and_where() -> None:
    for line in help_lines().values():
        assert line.source and line.owner and line.hours
        assert date(2026, 1, 1) < line.checked < line.review_due


def test_a_price_in_words() -> None:
    assert sms_price(2) == "0,16 €"


def test_a_template_body_is_numbered() -> None:
    assert numbered("Bonjour {prenom}. {aig} lit, {prenom}.") == "Bonjour {{1}}. {{2}} lit, {{1}}."
