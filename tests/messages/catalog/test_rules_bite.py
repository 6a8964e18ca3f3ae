"""Each rule of the catalogue, proved on a sentence that breaks it and on one that does not."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog

from messages import check, rules, translations
from messages.catalog import SENTENCES, Form, Sentence, Wording
from messages.catalog.languages import LANGUAGES
from messages.specimens import Specimen, specimens

LONG = "Bonjour {prenom}. " + "Un mot de trop ne compte pas, cent mots de trop coûtent cher. " * 5
WHOLE = (
    "Bonjour {prenom}. {source} nous a donné ton numéro. {aig} lit tout. Ok ? 1 oui 2 non. "
    "Message automatique. STOP = plus de message"
)


def first_contact(
    text: str, *, language: str = "fr", form: str = "source", said: Sentence | None = None
) -> Specimen:
    """Léa's first text, in other words."""
    hello = said or replace(SENTENCES["youth.hello"], choices=())
    of_form = next(f for f in SENTENCES["youth.hello"].forms if f.name == form)
    return Specimen(hello, of_form, 0, "tu", LANGUAGES[language], text, None, None)


def danger(
    text: str, *, kind: str = "suicide", form: str = "duty", language: str = "fr"
) -> Specimen:
    """One danger line, in other words."""
    said = SENTENCES[f"system.danger.{kind}"]
    of_form = next(f for f in said.forms if f.name == form)
    return Specimen(said, of_form, 0, "tu", LANGUAGES[language], text, None, None)


def like(name: str, old: str, new: str) -> Specimen:
    """A text of the catalogue with one thing changed."""
    one = next(one for one in specimens() if one.name == name)
    assert old in one.text
    return replace(one, text=one.text.replace(old, new))


def mail(subject: str) -> Specimen:
    """The receipt to Mme Roux, under another subject."""
    one = next(one for one in specimens("fr") if one.said.key == "mail.prescriber.receipt")
    return replace(one, said=replace(one.said, subject=subject))


BAD = [
    (rules.never_i, first_contact("Bonjour, je suis Karim.")),
    (rules.never_i, first_contact("J'ai 15 min pour toi.")),
    (rules.never_i, first_contact("Écris-moi ici.")),
    (rules.never_i, mail("Je reçois votre orientation ({personne})")),
    (rules.never_i, first_contact("I will call you.", language="en")),
    (rules.never_i, first_contact("Yo te llamo.", language="es")),
    (rules.never_i, first_contact("Я телефоную.", language="uk")),
    (rules.never_i, first_contact("أنا هنا.", language="ar")),
    (rules.never_i, first_contact("من می‌خوانم.", language="prs")),
    (rules.never_i, first_contact("زه لولم.", language="ps")),
    (rules.no_gender, first_contact("Tu es prêt(e) ?")),
    (rules.no_gender, first_contact("Tu es bien inscrit ?")),
    (rules.no_gender, first_contact("{aig} t'a rappelé hier.")),
    (rules.no_gender, first_contact("Elle te lira demain.")),
    (rules.no_gender, first_contact("Ton conseiller te lira.")),
    (rules.no_gender, first_contact("Bienvenu·e ici.")),
    (rules.no_gender, first_contact("Tu es attendue lundi.")),
    (rules.no_gender, first_contact("Vous serez bien accueillie.")),
    (rules.no_gender, first_contact("{aig} est content de te lire.")),
    (rules.no_gender, first_contact("{aig} sera ravie.")),
    (rules.no_gender, first_contact("Sois rassuré.")),
    (rules.no_gender, first_contact("Cher {prenom}, bonjour.")),
    (rules.no_gender, first_contact("Ta référente te lira.")),
    (rules.no_gender, first_contact("Merci Monsieur.")),
    (rules.no_gender, first_contact("Parles-en avec lui.")),
    (rules.no_gender, first_contact("Habla el consejero.", language="es")),
    (rules.no_gender, first_contact("She reads it all.", language="en")),
    (rules.no_gender, first_contact("Ella te llama.", language="es")),
    (rules.no_gender, first_contact("Він читає.", language="uk")),
    (rules.no_gender, first_contact("ماذا تريد اليوم", language="ar")),
    (rules.one_question, first_contact("Ça va ? On t'appelle ?")),
    (rules.few_choices, first_contact("Quoi ? 1 un 2 deux 3 trois 4 quatre 5 cinq.")),
    (rules.few_choices, first_contact("Quoi ? 1 un 2 deux 4 quatre.")),
    (rules.few_choices, first_contact("Quoi ? 1 oui 2 cette réponse est vraiment trop longue.")),
    (rules.short_sentences, first_contact("Un deux trois quatre cinq six sept huit neuf dix " * 2)),
    (rules.short_sentences, danger("Un deux trois quatre cinq six sept huit neuf dix onze " * 2)),
    (
        rules.short_sentences,  # a colon does not make one long sentence two short ones
        first_contact("Un deux trois quatre cinq six sept huit neuf dix onze : " * 2),
    ),
    (
        rules.short_sentences,
        like(
            "youth.relay_offer||tu|1|fr", "rien d'autre.", "rien d'autre à personne et nulle part."
        ),
    ),
    (
        rules.short_sentences,
        like(
            "system.arrived|alone|vous|0|fr", "est arrivé.", "est bien arrivé chez nous et lu " * 3
        ),
    ),
    (rules.short_sentences, first_contact("Un appel de {aig}, de {service}, est prévu {quand}.")),
    (
        rules.short_sentences,
        danger("Lu {lu} et pas avant, dis-le à quelqu'un d'autre.", form="nobody"),
    ),
    (rules.no_link, first_contact("Regarde https://sas.example/x")),
    (rules.no_link, first_contact("Regarde sur sas.fr")),
    (rules.no_link, first_contact("Regarde sur sas.eu.")),
    (rules.no_link, first_contact("Regarde sas.app demain.")),
    (rules.no_link, first_contact("Vois t.co/a")),
    (rules.no_link, first_contact("Vois youtu.be/a")),
    (rules.no_forbidden_word, first_contact("Tu dois répondre avant lundi.")),
    (rules.no_forbidden_word, first_contact("La Mission Locale nous parle de toi.")),
    (rules.no_forbidden_word, first_contact("La caf nous parle de toi.")),
    (rules.no_forbidden_word, first_contact("France Travail nous parle de toi.")),
    (rules.no_forbidden_word, first_contact("JobCentre told us.", language="en")),
    (rules.no_forbidden_word, first_contact("Dernier rappel.")),
    (rules.no_forbidden_word, first_contact("Il faut venir.")),
    (rules.no_forbidden_word, first_contact("Convocation pour {prenom}.")),
    (rules.no_sensitive_word, first_contact("Ton éducatrice nous a parlé de toi.")),
    (rules.no_sensitive_word, first_contact("L'A.S.E. nous a donné ton numéro.")),
    (rules.no_forbidden_word, first_contact("You must answer by Monday.", language="en")),
    (rules.no_sensitive_word, first_contact("بعد السجن نحن هنا", language="ar")),
    (rules.no_sensitive_word, first_contact("Після в'язниці ми поруч.", language="uk")),
    (rules.no_sensitive_word, first_contact("Tu educadora nos habló de ti.", language="es")),
    (rules.no_shouting, first_contact("Réponds VITE.")),
    (rules.cheap_letters, first_contact("Ici ça va.")),
    (rules.same_variables, first_contact("Hello {prenom}. {aig} calls.", language="en")),
    (rules.same_variables, first_contact(WHOLE + " {quand} {autre}", language="en")),
    (
        rules.same_variables,
        like("youth.slot_confirmed||vous|0|fr", "{quand}. Son numéro finit par {fin}", "bientôt"),
    ),
    (rules.same_variables, like("youth.slot_confirmed||tu|1|fr", "confirmée : {quand}", "dite")),
    (rules.same_variables, like("youth.hello|source|vous|0|fr", "{quand}, ok", "Ok")),
    (rules.template_edges, first_contact("{prenom}, bonjour.")),
    (rules.no_hole, first_contact("Un mot pour {prenom}, ok ?")),
    (rules.no_hole, first_contact("Appel {quand} du numéro en {fin}. Ok ?")),
    (rules.known_longest, first_contact("Bonjour {surnom}.")),
    (rules.known_longest, mail("Reçu ({ville})")),
    (rules.whole_first_contact, first_contact(WHOLE.replace("STOP", "Fin"))),
    (rules.whole_first_contact, first_contact(WHOLE.replace("automatique", "court"))),
    (rules.whole_first_contact, first_contact(WHOLE.replace("{source}", "On"))),
    (rules.help_numbers, danger("Appelle le 3919.")),
    (rules.help_numbers, danger("Appelle le 116117.")),
    (rules.says_to_call, danger("Maintenant 3114.")),
    (rules.says_to_call, danger("الآن 3114", language="ar")),
    (rules.says_to_call, danger("Зараз 3114", language="uk")),
    (rules.help_numbers, danger("Appelle le 3114.", form="minor")),
    (rules.help_numbers, danger("Urgence : 17, ou 3114.", kind="violence")),
    (rules.help_numbers, danger("Si on te frappe : 17.", kind="violence")),
]


@pytest.mark.parametrize(("rule", "bad"), BAD, ids=lambda x: getattr(x, "__name__", ""))
def test_a_bad_sentence_is_caught(rule: rules.Rule, bad: Specimen) -> None:
    assert rule(bad) is not None


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda r: r.__name__)
def test_a_good_sentence_passes(rule: rules.Rule) -> None:
    good = next(one for one in specimens("fr") if one.name == "youth.hello|source|tu|0|fr")
    assert rule(good) is None


def test_every_rule_has_its_bad_sentence() -> None:
    proved = {rule for rule, _ in BAD} | {rules.budget}
    assert proved == set(rules.RULES)


def test_a_piece_of_a_text_is_caught_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "Someone" and "this week" go into first contacts: what holds of a text holds of them."""
    bad = {
        ("someone", "es"): ("tu trabajadora social", "no_sensitive_word"),
        ("someone", "en"): ("I", "never_i"),
        ("someone", "uk"): ("хтось із нашої великої команди людей", "longer than"),
        ("this_week", "ar"): ("http://x.fr", "no_link"),
        ("day_at", "en"): ("on {jour}", "variables missing"),
    }
    said = check.phrase
    monkeypatch.setattr(check, "phrase", lambda *of: bad[of][0] if of in bad else said(*of))
    found = "\n".join(sorted(check.phrases()))
    for (name, language), (_, fault) in bad.items():
        assert re.search(rf"phrase\|{name}.*\|{language}: {fault}", found), (name, language)


def test_a_variable_that_cannot_be_measured_is_named_by_its_rule() -> None:
    found = list(check.faults_of([first_contact("Bonjour {surnom}.")]))
    assert [line.split(": ")[1] for line in found] == ["known_longest"]


def test_a_sentence_over_its_budget_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    long = Sentence("youth.hello", "contact", "", (Form("", (Wording(LONG, LONG),)),))
    monkeypatch.setitem(SENTENCES, "youth.hello", long)
    one = Specimen(long, long.forms[0], 0, "tu", LANGUAGES["fr"], LONG, None, None)
    assert "segments" in str(rules.budget(one))


def test_a_key_without_a_sentence_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(SENTENCES, "youth.hello")
    monkeypatch.setitem(SENTENCES, "youth.nobody", SENTENCES["youth.thanks"])
    assert {line.partition(":")[0] for line in check.walk()} == {"youth.hello", "youth.nobody"}


def test_a_short_wording_that_is_another_ones_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the longest names she would read the same text twice, in any language."""
    first, second = (
        one for one in specimens("uk") if one.said.key == "youth.nudge_day3" and one.short
    )
    monkeypatch.setattr(check, "specimens", lambda: [first, second])
    assert list(check.repeated()) == []
    monkeypatch.setattr(check, "specimens", lambda: [first, replace(second, short=first.short)])
    assert ["same text twice" in line for line in check.repeated()] == [True]


@pytest.mark.parametrize(
    ("language", "forms", "missing"),
    [
        ("ar", ("{n} شهر", "شهر", "شهرين", "{n} أشهر", "{n} شهر", "{n} شهرا"), []),
        ("ar", ("{n} شهر", "شهر", "شهرين", "{n} أشهر", "", "{n} شهرا"), [4]),
        ("ar", ("{n} شهر", "شهر", "شهرين", "أشهر", "{n} شهر", "{n} شهرا"), [3]),
        ("uk", ("місяць", "{n} місяці", "{n} місяців"), [0]),
        ("en", ("one month",), [1]),
        ("es", None, [0, 1]),
    ],
)
def test_a_missing_plural_form_is_caught(
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    forms: tuple[str, ...] | None,
    missing: list[int],
) -> None:
    """Arabic says one and two without a number; Ukrainian says 21 as it says 1."""
    others = {code: translations.read(code) for code in LANGUAGES}
    catalog = Catalog(locale=LANGUAGES[language].babel)
    catalog.add(("un mois", "{n} mois"), forms or ("", ""), context="plural|months")
    monkeypatch.setattr(check, "read", lambda code: {**others, language: catalog}[code])
    monkeypatch.setattr(check, "counted_things", lambda: ["months"])
    found = [line for line in check.plurals() if f"|{language}:" in line]
    assert [line.split(": ")[1] for line in found] == [f"form {i} is missing" for i in missing]


def test_a_text_worded_once_or_twice_the_same_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    nudge = SENTENCES["youth.nudge_day3"]
    once = replace(nudge, forms=(Form("", nudge.forms[0].wordings[:1]),))
    monkeypatch.setitem(SENTENCES, "youth.nudge_day3", once)
    assert any("once only" in line for line in check.repeated())
    same = replace(nudge, forms=(Form("", nudge.forms[0].wordings[:1] * 2),))
    monkeypatch.setitem(SENTENCES, "youth.nudge_day3", same)
    assert any("same text twice" in line for line in check.repeated())
