"""What Léa reads: the right form, tone, language and channel, and errors that name themselves."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from messages import translations
from messages.catalog import CatalogError
from messages.catalog.languages import LANGUAGES
from messages.catalog.sentence import TONES
from messages.render import render, variants, wording_taken
from messages.translations import Translation, counted, translation

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=PARIS)
LEA = {
    "prenom": "Léa",
    "aig": "Karim",
    "service": "SAS",
    "source": "",
    "quand": "",
    "lu": "",
    "fin": "9801",
}


def test_the_source_is_named_when_there_is_one() -> None:
    named = render("youth.hello", {**LEA, "source": "Mme Roux"}).body
    alone = render("youth.hello", LEA).body
    assert "Mme Roux nous a donné ton numéro" in named
    assert "Comme convenu" in alone


def test_tu_and_vous() -> None:
    assert "ton numéro" in render("youth.hello", {**LEA, "source": "Ana"}, variant=1).body
    vous = render("youth.hello", LEA, tone="vous").body
    assert "vous a gardé" in vous
    assert " tu " not in vous


def test_no_hour_was_promised_so_none_is_said() -> None:
    assert "Cette semaine, ok ?" in render("youth.hello", LEA).body


def test_an_instant_is_said_in_words() -> None:
    at = "2026-11-24T18:15:00+01:00"
    body = render("youth.slot_confirmed", {**LEA, "quand": at}, now=NOW, zone=PARIS).body
    assert "Karim t'appelle demain à 18 h 15." in body


@pytest.mark.parametrize("key", ["youth.call_announced", "youth.call_missed"])
@pytest.mark.parametrize("params", [{}, {"quand": "jeudi"}])
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_call_is_spoken_of_in_four_ways(key: str, params: dict[str, str], code: str) -> None:
    """A slot may be moved and missed several times in one ladder, whatever her language."""
    for tone in TONES:
        taken = {
            wording_taken(key, params, tone=tone, language=code, variant=turn, allow_unread=True)
            for turn in range(variants(key, params))
        }
        assert len(taken) >= 4


def test_the_wordings_turn() -> None:
    said = [render("youth.nudge_day3", LEA, variant=v) for v in range(3)]
    assert [one.variant for one in said] == [0, 1, 0]
    assert said[0].body != said[1].body
    assert variants("youth.nudge_day3") == 2


def test_a_wording_that_a_language_lacks_gives_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """The caller sees it in `variant`: what was said already is not said again by surprise."""
    known = translations.translation

    def lacks_one(language: str, context: str, french: str) -> Translation | None:
        return (
            None
            if context.startswith("youth.nudge_day3||any|1")
            else known(language, context, french)
        )

    monkeypatch.setattr("messages.render.translation", lacks_one)
    said = render("youth.nudge_day3", LEA, language="en", variant=1)
    assert (said.variant, said.language_used, said.fallback) == (0, "en", False)


def test_another_language_and_the_digits() -> None:
    said = render("youth.hello", LEA, language="ar")
    assert (said.language_used, said.fallback, said.encoding) == ("ar", False, "UCS-2")
    assert "\n1 نعم\n2 " in said.body


def test_what_a_language_lacks_is_said_in_french_and_shown() -> None:
    said = render("youth.new_number_noted", LEA, language="uk")
    assert (said.language_used, said.fallback) == ("fr", True)


def test_in_production_an_unread_translation_is_french_with_the_digits() -> None:
    said = render("youth.hello", LEA, language="prs", allow_unread=False)
    assert (said.language_used, said.fallback) == ("fr", True)
    assert "\n1 oui\n" in said.body


def test_a_date_falls_back_with_its_sentence() -> None:
    at = "2026-11-24T18:15:00+01:00"
    said = render(
        "youth.slot_noted",
        {**LEA, "quand": at},
        language="uk",
        allow_unread=False,
        now=NOW,
        zone=PARIS,
    )
    assert "demain à 18 h 15" in said.body


def test_a_language_nobody_speaks_here_is_french() -> None:
    assert render("system.stop", LEA, language="de").fallback


def test_a_translation_dies_with_its_french() -> None:
    french = "C'est noté, plus de message de notre part."
    assert translation("en", "system.stop||any|0", french) is None
    assert Translation("x").read_by is None


def test_an_unknown_key_and_a_missing_parameter_name_themselves() -> None:
    with pytest.raises(CatalogError, match=r"youth\.nothing"):
        render("youth.nothing", LEA)
    without = {name: value for name, value in LEA.items() if name != "fin"}
    with pytest.raises(CatalogError, match="parameter missing: fin") as caught:
        render("youth.slot_confirmed", {**without, "quand": "demain"})
    assert caught.value.key == "youth.slot_confirmed"


def test_the_longest_names_take_the_shorter_wording() -> None:
    name = "Marie-Françoise-Éléonore-Anaïs"
    said = render("youth.hello", {**LEA, "prenom": name, "aig": name, "source": "Mme François"})
    assert (said.encoding, said.segments) == ("GSM-7", 2)
    assert "Marie-Francoise-Éléonore-Anais" in said.body


def test_a_name_keeps_its_mark_on_whatsapp() -> None:
    said = render("youth.hello", {**LEA, "prenom": "Anaïs"}, channel="whatsapp")
    assert said.body.startswith("Bonjour Anaïs.")


@pytest.mark.parametrize("name", ["ليلى", "Юля", ""])
def test_a_name_in_another_script_is_left_out_of_a_french_text(name: str) -> None:
    assert render("youth.hello", {**LEA, "prenom": name}).body.startswith("Bonjour. Comme")


def test_an_emoji_or_a_split_accent_in_a_name_costs_nothing() -> None:
    assert render("youth.hello", {**LEA, "prenom": "Le\u0301a \U0001f338"}).body.startswith(
        "Bonjour Léa. "
    )


def test_a_source_in_another_script_is_not_said() -> None:
    assert "Comme convenu" in render("youth.hello", {**LEA, "source": "ليلى"}).body


@pytest.mark.parametrize("aig", ["", "SAS", "كريم"])
def test_without_a_name_to_say_it_is_a_person(aig: str) -> None:
    body = render("youth.hello", {**LEA, "aig": aig}).body
    assert "Une personne t'a gardé 15 min" in body
    assert "une personne lit tout" in body


@pytest.mark.parametrize(
    ("key", "variant", "said"),
    [
        ("youth.slot_confirmed", 0, "Karim t'appelle demain à 15 h. Un imprévu ?"),
        ("youth.slot_confirmed", 1, "Heure confirmée : demain à 15 h. Pour changer"),
        ("youth.slot_reminder", 1, "appel de Karim demain à 15 h. Ça tient pour toi ?"),
        ("youth.hello_call", 0, "Karim t'appelle demain à 15 h. Rien à préparer."),
    ],
)
def test_a_team_without_a_number_announces_none(key: str, variant: int, said: str) -> None:
    params = {**LEA, "quand": "demain à 15 h", "fin": ""}
    done = render(key, params, variant=variant)
    assert said in done.body and "numéro" not in done.body.replace("nous a donné ton numéro", "")
    closed = render(key, params, channel="whatsapp", window_open=False, variant=variant)
    assert closed.content_sid is None, "its template has a variable for it"


def test_french_elides() -> None:
    assert "l'appel d'Ana" in render("youth.ask_slot", {**LEA, "aig": "Ana"}).body


def test_a_name_over_thirty_letters_is_cut_at_a_word() -> None:
    said = render("youth.ask_slot", {**LEA, "prenom": "Marie Anne Charlotte Valentine Hortense"})
    assert "Marie Anne Charlotte Valentine." in said.body


def test_whatsapp_has_buttons_and_repeats_their_numbers() -> None:
    said = render("youth.nudge_day3", LEA, channel="whatsapp")
    assert [(b.id, b.title) for b in said.buttons] == [
        ("1", "Logement"),
        ("2", "Travail, formation"),
        ("3", "Argent, papiers"),
        ("4", "Autre chose"),
    ]
    assert "\n1 logement\n2 travail, formation\n" in said.body
    assert (said.encoding, said.segments) == ("plain", 1)


def test_a_closed_window_takes_a_template_with_its_variables() -> None:
    said = render("youth.hello", LEA, channel="whatsapp", window_open=False)
    assert said.template == "sas_youth_hello_alone_tu_fr_0"
    assert said.content_sid is not None
    assert said.content_sid.startswith("HX")
    assert len(said.content_sid) == 34
    assert dict(said.content_variables) == {
        "1": "Léa",
        "2": "SAS",
        "3": "Karim",
        "4": "Cette semaine",
        "5": "Karim",
    }
    assert said.body == render("youth.hello", LEA, channel="whatsapp").body


def test_a_template_that_the_operator_has_not_is_none() -> None:
    said = render("youth.hello", LEA, channel="whatsapp", window_open=False, content_sids={})
    assert (said.template, said.content_sid) == ("sas_youth_hello_alone_tu_fr_0", None)


def test_an_answer_needs_no_template() -> None:
    said = render("youth.thanks", LEA, channel="whatsapp", window_open=False)
    assert said.template is None


def test_what_was_not_understood_is_asked_again_with_its_own_numbers() -> None:
    menu = render("youth.not_understood", {**LEA, "question": "menu4"}).body
    nothing = render("youth.not_understood", {**LEA, "question": ""}).body
    assert "\n1 logement\n" in menu
    assert "demande une personne" in nothing


@pytest.mark.parametrize(
    ("params", "has", "has_not"),
    [
        ({}, "est alertée", "119"),
        ({"minor": "1"}, "119", "pas avant"),
        ({"lu": "demain vers 9 h"}, "te lira demain vers 9 h, pas avant", "alertée"),
        ({"minor": "1", "lu": "demain"}, "119", "alertée"),
    ],
)
def test_danger_on_duty_or_not_minor_or_not(params: dict[str, str], has: str, has_not: str) -> None:
    body = render("system.danger.suicide", {**LEA, **params}).body
    assert has in body
    assert has_not not in body


def test_violence_says_the_same_to_a_minor() -> None:
    adult = render("system.danger.violence", LEA).body
    assert render("system.danger.violence", {**LEA, "minor": "1"}).body == adult
    assert "119" not in adult


def test_a_mail_says_a_reference_or_an_initial_and_never_the_name() -> None:
    params = {**LEA, "lien": "https://sas.example/suivi/x", "quand": "demain"}
    mail = render("mail.prescriber.receipt", params, channel="mail")
    assert mail.subject == "Votre orientation est bien reçue (L.)"
    assert "Léa" not in mail.body
    known = render("mail.prescriber.receipt", {**params, "reference": "17"}, channel="mail")
    assert "(réf. 17)" in str(known.subject)


def test_what_she_gives_is_listed_in_her_script() -> None:
    given = {**LEA, "structure": "Maison des Possibles", "quoi": "prénom, téléphone"}
    assert "الاسم، الهاتف" in render("youth.relay_offer", given, language="ar").body
    assert "first name, phone" in render("youth.relay_offer", given, language="en").body


def test_a_mail_counts_in_the_plural() -> None:
    one = render("mail.prescriber.tally", {**LEA, "n": "1"}, channel="mail").body
    more = render("mail.prescriber.tally", {**LEA, "n": "4", "joints": "3"}, channel="mail").body
    assert "1 personne." in one
    assert "Premier message arrivé" not in one
    assert "4 personnes." in more
    assert "Premier message arrivé : 3." in more


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["un mois", "2 mois", "5 mois", "11 mois", "21 mois"]),
        ("en", ["one month", "2 months", "5 months", "11 months", "21 months"]),
        ("es", ["un mes", "2 meses", "5 meses", "11 meses", "21 meses"]),
        ("uk", ["1 місяць", "2 місяці", "5 місяців", "11 місяців", "21 місяць"]),
        ("ar", ["شهر", "شهرين", "5 أشهر", "11 شهرا", "21 شهرا"]),
        ("prs", ["1 ماه", "2 ماه", "5 ماه", "11 ماه", "21 ماه"]),
        ("ps", ["یوه میاشت", "2 میاشتې", "5 میاشتې", "11 میاشتې", "21 میاشتې"]),
        ("de", ["un mois", "2 mois", "5 mois", "11 mois", "21 mois"]),
    ],
)
def test_a_count_has_the_forms_of_its_language(language: str, words: list[str]) -> None:
    assert [counted("months", n, language) for n in (1, 2, 5, 11, 21)] == words


def test_a_check_says_how_long_it_has_been() -> None:
    named = {**LEA, "structure": "Maison des Possibles"}
    assert "Léa. 3 mois déjà." in render("youth.check_day90", named).body
    assert "Léa. Un mois déjà. Tu vois" in render("youth.check_day30", named, variant=1).body
    assert "Вже 3 місяці." in render("youth.check_day90", named, language="uk").body


def test_an_alert_holds_nothing_personal() -> None:
    alert = render("mail.team.alert", {**LEA, "lien": "https://sas.example/inbox"}, channel="mail")
    assert "Léa" not in alert.body + str(alert.subject)
