"""What a text must obey (PRODUCT sections 7, 9 and 15): each rule small, named, and tested alone.

A rule takes a specimen and returns what is wrong with it, in words, or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from messages.catalog.languages import COMPUTED, LONGEST
from messages.catalog.sentence import fields_of, fill
from messages.content import fits
from messages.help_lines import VIOLENCE, help_lines
from messages.render import buttons_of, layout
from messages.sms import costly_letters
from messages.specimens import Specimen, longest_values, worst
from messages.values import values_of, without
from messages.words import first_contact_word, sensitive_word

Rule = Callable[[Specimen], str | None]

MAX_CHOICES = 4
MAX_WORDS = 12
MAX_WITH_COLON = 18
_SHORT = frozenset({"danger", "reflex", "relay"})
FACTS = frozenset({"quand", "lu", "fin", "source", "structure", "quoi", "code", "lien"})
OPTIONAL = frozenset({"prenom", "aig", "source", "fin"})
"""What may be empty: a stranger, a team without a named human, no agreed source, no number."""

_GREETED = re.compile(r"^¿?(\w+[,،]? ){1,2}\{prenom\}[.,،!:]")
CAPITALS_ALLOWED = frozenset({"STOP", "SMS", "OK", "REPRENDRE"})

_I: Mapping[str, str] = {
    "fr": r"(?i)\b(je|moi|me|mon|ma|mes|miens?|miennes?)\b|\b[jJ]'|\b[mM]'",
    "en": r"\b(I|I'm|I'll|me|my|mine)\b",
    "es": r"(?i)\b(yo|mi|mis|mío|mía|conmigo|me)\b",
    "uk": r"(?i)(?<!')\b(я|мене|мені|мій|моя|моє|вітаю|дякую|пишу|дзвоню)\b",
    "ar": r"\b(أنا|عندي|رقمي|اسمي|أكتب|أتصل)\b",
    "prs": r"\b(من|مرا|می‌نویسم|می‌خوانم)\b",
    "ps": r"\b(زه|زما|ماته|لیکم|لولم)\b",
}

_AGREED = (
    "appelé|rappelé|rencontré|vu|reçu|contacté|accueilli|suivi|aidé|oublié|attendu|laissé|prévenu|"
    "mis"
)
_STATE = (
    "prêt|seul|content|sûr|suivi|inscrit|venu|allé|perdu|fatigué|inquiet|inquièt|accueilli|majeur|"
    "attendu|ravi|déçu|heureux|heureuse|reçu|parti|absent|présent|occupé|bienvenu|surpris|"
    r"\w{2,}é"  # and any other past participle in -é: "rassuré", "invitée"
)
_TU_ES = (
    r"(tu|vous) (es|êtes|seras?|serez|serais|seriez|étais|étiez|restes?|restez|sembles|semblez)|"
    r"(es|êtes|seras|serez)-(tu|vous)|sois|soyez|te sens|vous sentez|"
    r"\{(aig|prenom|source)\},? (est|sera|serait|était|reste)"
)
_HOW = "(bien|très|trop|si|tout|toute|pas|plus|déjà|vraiment|encore|toujours|aussi|jamais)"
_TRADE = (  # most trades say whether a man or a woman has them
    "conseill[eè]re?|conseiller|aiguilleuse|aiguilleur|référente?|animat(eur|rice)|assistante?|"
    "accompagnat(eur|rice)|interlocut(eur|rice)|correspondante?|intervenante?|travailleuse|"
    "travailleur|professionnel(le)?"
)
_GENDER: Mapping[str, str] = {
    "fr": (
        r"(?i)\((e|ne|se|le|trice|euse)\)|·"
        rf"|\b(t'a|t'ont|vous a|vous ont) ({_AGREED})\b"
        rf"|(?<!\w)({_TU_ES})( {_HOW})? ({_STATE})(e|te)?s?\b"
        r"|\belle\b|(?<!s')\bil\b(?! (y a|faut|suffit|reste))"
        r"|\b(à|avec|chez|de|par|pour|sans|sur|vers) lui\b"
        r"|\b(monsieur|madame|mademoiselle|mme|mlle|cher|chère)\b(?! prix)"
        r"|\bjeune (homme|femme|fille)\b"
        rf"|\b({_TRADE}|bienvenue?|désolée?)s?\b"
    ),
    "en": r"(?i)\b(he|she|him|her|his|hers|himself|herself)\b",
    "es": (
        r"(?i)\b(él|ella|bienvenid[oa]|contento|contenta|preparad[oa])\b"
        r"|\b(estás|eres) \w+(o|a)\b|\w[oa]/[oa]\b"
        r"|\b(consejer[oa]|asesora?|orientadora?|trabajadora?|señora?)s?\b"
    ),
    "uk": r"(?i)\b(він|вона|його|її|готовий|готова|сам|сама|ти)\b|\(ла\)",
    "ar": (
        r"\b(تريد|تريدين|تحتاج|تحتاجين|اتصل|اتصلي|اكتب|اكتبي|أجب|أجيبي|انتظر|انتظري|ابق|هو|هي)\b"
        r"|(يقرأ|تقرأ|يتصل|تتصل) \{aig\}"
    ),
    "prs": r"$^",  # Dari has no gender
    "ps": r"\b(هغه به|هغې)\b",
}

_AUTOMATIC: Mapping[str, str] = {
    "fr": "automatique",
    "en": "Automatic",
    "es": "automático",
    "ar": "آلية",
    "uk": "бот",
    "prs": "خودکار",
    "ps": "اتومات",
}
_CALL: Mapping[str, str] = {
    "fr": "appel",
    "en": "call",
    "es": "llama",
    "ar": "اتصال",
    "uk": "дзвоніть",
    "prs": "زنگ بزنید",
    "ps": "زنګ ووهئ",
}
_TO_CALL = ("suicide", "nowhere", "medical")
_LINK = re.compile(r"(?i)https?:|www\.|[\w-]+\.[a-z]{2,}|\{lien\}")
"""A dot with no space after it is a link on a phone, whatever the ending."""
_NUMBER = re.compile(r"(?<![\d{])\d{2,}(?![\d}])")
_NOT_HELP = frozenset({"14", "18"})  # "jeudi 14 h", "moins de 18 ans"


def budget(one: Specimen) -> str | None:
    """At most 2 segments in GSM-7, 3 outside it for first contact and relay, with the longest
    variables and the worst first names."""
    if one.said.mail:
        return None
    done = worst(one)
    most = 2 if done.encoding == "GSM-7" else one.said.wide
    if done.segments <= most:
        return None
    return f"{done.segments} segments of {done.encoding} ({done.units} units), {most} at most"


def never_i(one: Specimen) -> str | None:
    """Only a human says "je" (a quoted human may)."""
    for text in (*one.texts(), one.said.subject or ""):
        found = re.search(_I[one.language.code], re.sub(r"«.*?»", "", text))
        if found:
            return f'the bot says "{found[0]}"'
    return None


def no_gender(one: Specimen) -> str | None:
    """No sentence needs anybody's gender. In an e-mail "la personne" may be "elle"."""
    if one.said.mail:
        return None
    for text in one.texts():
        found = re.search(_GENDER[one.language.code], text)
        if found:
            return f'"{found[0]}" needs somebody\'s gender'
    return None


def one_question(one: Specimen) -> str | None:
    """At most one question in a text."""
    if one.said.mail:
        return None
    most = max(len(re.findall(r"[?؟]", text)) for text in one.texts())
    return f"{most} questions" if most > 1 else None


def few_choices(one: Specimen) -> str | None:
    """At most 4 choices, numbered from 1, number first, the same in every language."""
    if one.said.mail:
        return None
    for text in one.texts():
        buttons = buttons_of(layout(text))
        numbers = [b.id for b in buttons]
        if len(buttons) > MAX_CHOICES or numbers != [str(i + 1) for i in range(len(buttons))]:
            return f"choices {', '.join(numbers)}"
        if one.said.choices and len(buttons) != len(one.said.choices):
            return f"{len(buttons)} choices shown, {len(one.said.choices)} understood"
        if buttons and not fits("", buttons):
            return "a choice too long for a button"
    return None


def short_sentences(one: Specimen) -> str | None:
    """At most 12 words between two stops, and 18 between two full stops, with the longest values:
    in first contacts, in danger texts and reflexes, and in all that a relay asks.

    A colon is a stop: she breathes there, what stands before it is whole ("Appelle le 3114 :") and
    what follows only lists or says more. But it does not make one long sentence two short ones.
    """
    if one.said.mail or not (one.said.first_contact or one.said.flow in _SHORT):
        return None
    values = longest_values(one)
    for text in one.texts():
        lines = [ln for ln in layout(text).split("\n") if not re.match(r"[1-9] ", ln)]
        for stops, most in ((r"[.?!:؟\n]", MAX_WORDS), (r"[.?!؟\n]", MAX_WITH_COLON)):
            for part in re.split(stops, "\n".join(lines)):
                said = len(re.findall(r"\S*\w\S*", fill(one.said.key, part, values)))
                if said > most:
                    return f'{said} words: "{part.strip()}"'
    return None


def no_link(one: Specimen) -> str | None:
    """No link to a youth, first contact above all."""
    if one.said.mail:
        return None
    found = next((m for text in one.texts() if (m := _LINK.search(text))), None)
    return f"a link: {found[0]}" if found else None


def no_forbidden_word(one: Specimen) -> str | None:
    """Neither summons nor sanction in a first contact."""
    if not one.said.first_contact:
        return None
    found = next(
        (w for text in one.texts() if (w := first_contact_word(text, one.language.code))), None
    )
    return f'forbidden in a first contact: "{found}"' if found else None


def no_sensitive_word(one: Specimen) -> str | None:
    """Nothing that says or implies child welfare, justice, health, addiction: anywhere."""
    texts = (*one.texts(), one.said.subject or "")
    found = next((w for text in texts if (w := sensitive_word(text, one.language.code))), None)
    return f'sensitive word: "{found}"' if found else None


def no_shouting(one: Specimen) -> str | None:
    """No capitals for emphasis."""
    for text in one.texts():
        loud = set(re.findall(r"\b[A-ZÀ-Ý]{2,}\b", text)) - CAPITALS_ALLOWED
        if loud:
            return f"capitals: {', '.join(sorted(loud))}"
    return None


def cheap_letters(one: Specimen) -> str | None:
    """Our own French words need no letter outside GSM-7: only names lose a mark."""
    if one.language.code != "fr" or one.said.mail:
        return None
    costly = dict.fromkeys(letter for text in one.texts() for letter in costly_letters(text))
    return f"letters outside GSM-7: {' '.join(costly)}" if costly else None


def same_variables(one: Specimen) -> str | None:
    """Each wording, tone and language says the same: no variable missing, none of its own.

    In French *vous* says what *tu* says, and every wording of a form, long or short, gives the
    facts that she must know: an hour, a number, a place. A translation says what its French says;
    room is short outside GSM-7, so her first name and the service's may be left out.
    """
    wording = one.form.wordings[one.variant]
    french = fields_of(wording.tu)
    if one.language.code != "fr":
        needed = [(text, french - {"prenom", "service"}) for text in one.texts()]
    else:
        every = (fields_of(w.tu) for w in one.form.wordings)
        facts = FACTS & frozenset[str]().union(*every)
        needed = [(one.text, french | facts)]
        needed += [(one.short, fields_of(wording.tu_short or "") | facts)] if one.short else []
    for text, fields in needed:
        missing, strange = fields - fields_of(text), fields_of(text) - one.said.fields
        if missing or strange:
            return f"variables missing {sorted(missing)}, strange {sorted(strange)}"
    return None


def template_edges(one: Specimen) -> str | None:
    """The provider refuses a template that begins or ends with a variable."""
    if not one.said.template:
        return None
    bare = one.text.strip()
    return "begins or ends with a variable" if bare[:1] == "{" or bare[-1:] == "}" else None


def known_longest(one: Specimen) -> str | None:
    """Every placeholder has a longest value: without it no other rule can measure the text."""
    texts = (*one.texts(), one.said.subject or "")
    fields = frozenset[str]().union(*(fields_of(text) for text in texts))
    unknown = fields - set(LONGEST) - COMPUTED - set(one.said.counts)
    return f"no longest value for {sorted(unknown)}" if unknown else None


def no_hole(one: Specimen) -> str | None:
    """A text stands without what may be empty: another form is taken, other words fill the place,
    or the clause goes, and no other fact with it."""
    for text in one.texts():
        for name in sorted(fields_of(text) & OPTIONAL):
            values = {**longest_values(one), **_emptied(one, name)}
            if name in one.form.when or values[name]:
                continue
            said = without(text, values)
            lost = (fields_of(text) - fields_of(said)) & FACTS - {name}
            if lost:
                return f"says no {sorted(lost)} without {name}"
            if name in fields_of(said) and not _GREETED.search(said):
                return f"has a hole without {name}"
    return None


def _emptied(one: Specimen, name: str) -> Mapping[str, str]:
    return values_of(one.said, {**LONGEST, name: ""}, one.language, None, None)


def whole_first_contact(one: Specimen) -> str | None:
    """The first message says all that section 7 lists: her name, the human's, who gave the number
    (or "as agreed"), how to answer, how to stop, that it is automatic."""
    if not one.said.first_contact:
        return None
    for text in one.texts():
        needed = [r"\{prenom\}", r"\{aig\}", "STOP", _AUTOMATIC[one.language.code]]
        needed += [r"\{source\}"] if "source" in one.form.when else []
        missing = [n for n in needed if not re.search(n, text, re.IGNORECASE)]
        if missing or (one.said.choices and not buttons_of(layout(text))):
            return f"missing: {missing or 'how to answer'}"
    return None


def help_numbers(one: Specimen) -> str | None:
    """Danger texts give the numbers of the dated file and no others; violence only 17, 112, 114;
    a minor is always given 119, but for violence."""
    if one.said.flow not in {"danger", "reflex"} or one.said.mail:
        return None
    violence = one.said.key.endswith("violence")
    allowed = VIOLENCE if violence else frozenset(help_lines())
    given = set(_NUMBER.findall(" ".join(one.texts()))) - _NOT_HELP
    if given - allowed:
        return f"numbers not allowed here: {sorted(given - allowed)}"
    if one.form.name.startswith("minor") and "119" not in given:
        return "no 119 for a minor"
    if violence and re.search(r"(?i)violen|femme|frapp|coups|насил|عنف|خشونت|تاوتریخ", one.text):
        return "names violence"
    return None


def says_to_call(one: Specimen) -> str | None:
    """A number alone is no advice: where one must call, the text says so."""
    if one.said.flow != "danger" or not one.said.key.endswith(_TO_CALL):
        return None
    said = _CALL[one.language.code] in one.text.lower()
    return None if said else f"never says to call: {one.text}"


OF_WORDS: tuple[Rule, ...] = (
    never_i,
    no_gender,
    one_question,
    no_link,
    no_forbidden_word,
    no_sensitive_word,
    no_shouting,
)
"""What holds of every piece of a text, whatever it is a piece of."""

RULES: tuple[Rule, ...] = (
    known_longest,
    budget,
    never_i,
    no_gender,
    one_question,
    few_choices,
    short_sentences,
    no_link,
    no_forbidden_word,
    no_sensitive_word,
    no_shouting,
    cheap_letters,
    same_variables,
    template_edges,
    no_hole,
    whole_first_contact,
    help_numbers,
    says_to_call,
)
