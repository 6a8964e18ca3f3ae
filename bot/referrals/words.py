"""What is wrong with a referral, field by field, in French and in English (DESIGN section 7)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

_WORDS: dict[str, tuple[str, str]] = {
    "missing": ("Ce champ manque.", "This field is missing."),
    "unknown_field": (
        "Ce champ est inconnu. Champs possibles : {fields}.",
        "This field is unknown. Possible fields: {fields}.",
    ),
    "not_object": ("Un objet JSON est attendu.", "A JSON object is expected."),
    "twice": (
        "Ce champ est donné deux fois : une seule est attendue.",
        "This field is given twice: once is expected.",
    ),
    "required": (
        "Il y faut au moins first_name, phone et informed.",
        "It needs at least first_name, phone and informed.",
    ),
    "adult": (
        "Deux champs y sont attendus : name et phone.",
        "Two fields are expected in it: name and phone.",
    ),
    "not_text": ("Un texte est attendu.", "A text is expected."),
    "not_storable": (
        "Un texte est attendu, sans caractère nul ni moitié de caractère (\\u0000, \\ud800).",
        "A text is expected, without a null or half a character (\\u0000, \\ud800).",
    ),
    "told": (
        "true ou false est attendu, sans guillemets : true si la personne sait que vous donnez "
        "son numéro (et est d'accord, si vous êtes tenu au secret).",
        "true or false is expected, without quotes: true if the person knows that you give her "
        "number (and agrees to it, if you are bound by secrecy).",
    ),
    "whatsapp": (
        "true ou false est attendu, sans guillemets : true si la personne accepte WhatsApp.",
        "true or false is expected, without quotes: true if the person agrees to WhatsApp.",
    ),
    "not_year": (
        "Une année en quatre chiffres est attendue, sans guillemets, par exemple 2006.",
        "A four-digit year is expected, without quotes, for example 2006.",
    ),
    "typed_year": (
        "Une année en quatre chiffres est attendue, par exemple 2006.",
        "A four-digit year is expected, for example 2006.",
    ),
    "empty": ("Ce champ est vide.", "This field is empty."),
    "too_long": (
        "Au plus {most} caractères sont attendus.",
        "At most {most} characters are expected.",
    ),
    "not_name": (
        "Un prénom ou un surnom est attendu : lettres, espaces, traits d'union, apostrophes.",
        "A first name or nickname is expected: letters, spaces, hyphens, apostrophes.",
    ),
    "phone": (
        "Un numéro de téléphone est attendu, par exemple 06 39 98 00 01 ou +33639980001.",
        "A phone number is expected, for example 06 39 98 00 01 or +33639980001.",
    ),
    "phone_service": (
        "C'est un numéro court ou de service : celui d'une personne est attendu, par exemple "
        "06 39 98 00 01.",
        "This is a short or service number: a person's is expected, for example 06 39 98 00 01.",
    ),
    "phone_ours": (
        "C'est le numéro d'où partent nos messages : celui de la personne est attendu, par exemple "
        "06 39 98 00 01.",
        "This is the number that our messages leave from: the person's own is expected, for "
        "example 06 39 98 00 01.",
    ),
    "same_phone": (
        "C'est le numéro de la personne elle-même : donnez celui de l'adulte.",
        "This is her own number: give the adult's.",
    ),
    "too_young": (
        "SAS s'adresse aux personnes qui ont au moins 15 ans dans l'année : {latest} ou avant.",
        "SAS is for people who turn at least 15 this year: {latest} or earlier.",
    ),
    "too_old": ("Une année après {earliest} est attendue.", "A year after {earliest} is expected."),
    "choice": (
        "L'une de ces valeurs est attendue : {choices}.",
        "One of these values is expected: {choices}.",
    ),
    "say_from_letters": (
        "Au plus 12 lettres, espaces compris : un prénom ou « Mme X ».",
        "At most 12 letters, spaces included: a first name or “Mme X”.",
    ),
    "say_from_word": (
        "Un parent peut lire ce téléphone : pas de nom d'organisme ni de mot sensible, "
        "seulement un prénom ou « Mme X ».",
        "A parent may read this phone: no organisation and no sensitive word, "
        "only a first name or “Mme X”.",
    ),
    "commune": (
        "Un code commune INSEE de cinq caractères est attendu, par exemple 13055 ou 2A004.",
        "A five-character INSEE commune code is expected, for example 13055 or 2A004.",
    ),
    "date": (
        "Une date est attendue, par exemple 2027-01-31.",
        "A date is expected, for example 2027-01-31.",
    ),
    "email": (
        "Une adresse de courriel est attendue, par exemple prenom.nom@exemple.fr.",
        "An e-mail address is expected, for example name@example.org.",
    ),
    "own_name": (
        "Votre nom est attendu, par exemple Mme Roux.",
        "Your own name is expected, for example Mme Roux.",
    ),
    "organisation": (
        "Le nom de votre organisation est attendu.",
        "The name of your organisation is expected.",
    ),
    "few_words": ("Quelques mots sont attendus.", "A few words are expected."),
    "pick": ("Choisissez une ligne de la liste.", "Pick one of the list."),
    "key_length": (
        "Entre 1 et 255 caractères sont attendus.",
        "Between 1 and 255 characters are expected.",
    ),
    "key_reused": (
        "Cette clé a déjà servi avec un autre contenu. Prenez une autre clé.",
        "This key was already used with another body. Use another key.",
    ),
}

# Of each field, what to put there: said to whoever left it out, or gave another kind of thing.
_NEEDED = {
    "": "required",
    "first_name": "not_name",
    "phone": "phone",
    "informed": "told",
    "birth_year": "not_year",
    "language": "choice",
    "tone": "choice",
    "say_from": "say_from_letters",
    "commune": "commune",
    "reason": "few_words",
    "support_ends_on": "date",
    "best_time": "choice",
    "announced": "few_words",
    "whatsapp_agreed": "whatsapp",
    "trusted_adult": "adult",
    "trusted_adult.name": "not_name",
    "trusted_adult.phone": "phone",
    "note": "few_words",
    "reference": "few_words",
    "name": "own_name",
    "email": "email",
    "organisation": "organisation",
    "word": "few_words",
}
_FAULT_ALONE = {"missing", "empty", "not_text", "not_object", "not_storable"}


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong with one field; `field` is a JSON name ("trusted_adult.phone")."""

    field: str
    code: str
    given: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def says(self, language: str) -> str:
        """What is expected, in "fr" or "en" (anything else reads French)."""
        needed = _NEEDED.get(self.field)
        said = [self.code] if self.code in _WORDS else []  # else the field says it all
        if needed and (not said or self.code in _FAULT_ALONE):
            said.append(needed)
        words = " ".join(_WORDS[code][language == "en"] for code in said)
        return words.format(**self.given)


class Refused(Exception):
    """The referral is refused; nothing was stored. Every error at once."""

    def __init__(self, wrong: list[Wrong]) -> None:
        self.wrong = wrong
        super().__init__(", ".join(f"{one.field}:{one.code}" for one in wrong))


class NotReady(Exception):
    """No team exists yet that could take a referral."""
