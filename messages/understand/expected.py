"""What the question just asked makes of a number, an ordinal or one of its own words."""

# ruff: noqa: E501
from __future__ import annotations

import re

from flows.reading import Intent, Question
from messages.understand.rule import Rule, rule
from messages.understand.text import Text

MEANS: dict[Question, dict[int, Intent]] = {
    Question.FIRST_CONTACT: {1: Intent.YES, 2: Intent.LATER, 3: Intent.NO, 4: Intent.WRONG_NUMBER},
    Question.CALL_ANNOUNCED: {1: Intent.YES, 2: Intent.LATER},
    Question.REMINDER: {1: Intent.YES, 2: Intent.NO, 3: Intent.LATER},
    Question.FOLLOWUP: {1: Intent.YES, 2: Intent.NO},
    Question.RELAY_OFFER: {1: Intent.YES, 2: Intent.NO},
}
_LIMIT = {
    Question.FIRST_CONTACT: 4,
    Question.MENU4: 4,
    Question.REMINDER: 3,
    Question.FOLLOWUP: 3,
    Question.RELAY_OFFER: 4,
    Question.CALL_ANNOUNCED: 4,
    Question.SLOT: 4,
    Question.OPEN: 4,
}
_WORDS = {
    "un": 1,
    "une": 1,
    "premier": 1,
    "premiere": 1,
    "1er": 1,
    "1ere": 1,
    "1re": 1,
    "deux": 2,
    "deuxieme": 2,
    "second": 2,
    "seconde": 2,
    "2e": 2,
    "2eme": 2,
    "2nd": 2,
    "trois": 3,
    "troisieme": 3,
    "3e": 3,
    "3eme": 3,
    "quatre": 4,
    "quatrieme": 4,
    "4e": 4,
    "4eme": 4,
    "dernier": 4,
    "derniere": 4,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "uno": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "wahed": 1,
    "jouj": 2,
    "tlata": 3,
    "один": 1,
    "одна": 1,
    "перший": 1,
    "два": 2,
    "дві": 2,
    "другий": 2,
    "три": 3,
    "чотири": 4,
    "واحد": 1,
    "اثنان": 2,
    "اثنين": 2,
    "ثلاثه": 3,
    "اربعه": 4,
    "يك": 1,
    "دو": 2,
    "سه": 3,
    "چهار": 4,
    "يو": 1,
    "دوه": 2,
    "درې": 3,
    "څلور": 4,
    "1re2": 1,
}
_LEAD = (
    r"(?:(?:le|la|les|l|choix|option|numero|n|reponse|je (?:choisis|prends|dis|veux|voudrais|prend|vote|mets|met|reponds|choisi|tape|prefere|pense)"
    r"|plutot|cest|donc|alors|bonjour|oui|ok|bah|ben|pour moi|moi|pr|pour|sera|ca sera|ce sera|choisis|choisi|pardon|je voulais|voulais|dire|frappe|chiffre|euh|on va dire|surtout|dabord|d abord|va pour|vas y|finalement|en vrai|allez|partons sur|tape|svp|voila|reponds|disons|point|en) )*"
)
_ITEM = (
    r"(?:[1-9]|"
    + "|".join(sorted((w for w in _WORDS if w.isalnum()), key=len, reverse=True))
    + r")"
)
_TRAIL = (
    r"(?: (?:svp|sil te plait|sil vous plait|stp|merci|beaucoup|please|pour moi|stp merci|madame|monsieur|frere|et voila|donc|oui|ok|voila|direct|lol|mdr|surtout|je pense|"
    r"choix|option|plutot|en premier|d abord|dabord|si possible|bien sur|de preference|urgent|evidemment|je crois|wesh|hein|quoi|la|bonjour|salut|du coup|chef|bg|dans l ?ordre|dans cet ordre|en second|ensuite|apres))*"
)
_GLUED = r"(?:[1-9]{2,4}|" + _ITEM[3:]
_NEXT = rf"(?:(?: (?:et|ou|puis|aussi|bien|apres|ensuite|le|la|en|dernier))* {_ITEM})"
_PLAIN = re.compile(rf"^{_LEAD}{_GLUED}{_NEXT}*{_TRAIL}$")
_LONGEST = 80  # a choice is short; longer texts are sentences
_CORRECTED = re.compile(
    rf"^.*?{_ITEM}.*?(?:non pardon|pardon|enfin non|plutot|non non|nn|je voulais dire|euh non|je me suis trompe\w*|oups|enfin|erreur|ou plutot|mince|desole|non je voulais|non attends|attends non|non en fait|en fait|finalement|nan|non)(?: (?:cest|le|la|je voulais dire|plutot|en fait|pardon|desole|je dis|mettre|non))* ({_ITEM}){_TRAIL}$"
)
# Softer turns correct between two numbers only: "1 euh 2", "4 je deconne 1", "2 ah non 1".
_HESITATED = re.compile(
    rf"^{_LEAD}{_ITEM}(?: (?:euh|heu|ah|oh|attends?|attendez|non|pardon|lol|mdr|cest une blague|je (?:deconne|dec|rigole|plaisante|blague)))+(?: (?:le|la|cest|plutot))* ({_ITEM}){_TRAIL}$"
)
_COUNTED = re.compile(
    r"^(?:a \d+ ?h\w*|matin|apres midi|aprem|soir|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|h|heures?|heure|min|mn|minutes?|jours?|j|semaines?|mois|ans?|euros?|e|€|fois|enfants?|personnes?|potes?|km|eme|kg|%|soeurs?|freres?|messages?|bebes?|chats?)(?!\w)"
)
_DATE = re.compile(r"(?<!\w)(?:le|du|au) (?:[12]\d|3[01])(?!\w)")  # "le 18" is one day, not 1 and 8
_DATE_AFTER_SLOT = re.compile(r"(?<!\w)(?:le|du|au) (?:[12]?\d|3[01])(?!\w)")  # "when?": "le 3"
_NUMBER = re.compile(r"(?<![\w/:.,])([1-9])(?![\w/:,]|\.\d)")

MENU: tuple[tuple[int, Rule], ...] = (
    (
        1,
        rule(
            "menu.housing",
            r"""
(?:(?:le|un|du|mon|pour (?:le|un)|dun|trouve|trouver|ou|avoir|recherche|priorite|les|des|de|question|aide au|aide|cherche|urgent|plutot|surtout|probleme de|un petit|ma|une) )*(?:logement|logements?|appartement|maison|toit|studio|hebergement|loger|me loger|habiter|se loger|habitation|chambre|foyer|hlm|loyer|coloc\w*|habitat|un chez moi|chez moi|bail|apl|fjt|appart hotel|t1|t2|lgmt|logemt|lojement|loge ment|endroit ou (?:vivre|dormir|habiter))
""",
        ),
    ),
    (
        2,
        rule(
            "menu.work",
            r"""
(?:(?:le|un|du|mon|pour (?:le|un)|dun|trouve|trouver|avoir|recherche|les|des|de|question|une|la|ma|aide|cherche|plutot|surtout|l|petit|vrai|et|et la|de la) )*(?:travail|travailler|formation|l?emploi|d?emploi|stage|alternance|interim|apprentissage|bosser|bosse|metier|cdi|cdd|contrat|taf|job|taffer|gagner ma vie|ecole|etudes|cv|embauche|orientation|reconversion|service civique|mission|boulot|diplome|qualification|insertion pro\w*|employeur|patron|turbin|taf formation|recherche d emploi|cap|bac pro|bts|apprendre un metier|entretien|missions interim|lettre de motivation)
""",
        ),
    ),
    (
        3,
        rule(
            "menu.money",
            r"""
(?:(?:le|un|du|mon|mes|droits|pour|les|des|de|question|une|la|ma|aide|plutot|surtout|l|d|tout ce qui est|probleme de|probleme d|sous|soucis d|et|cote|ma) )*(?:d?l?argent|papiers?|administratif\w*|demarches?|caf|rsa|dettes?|titre de sejour|carte (?:d identite|didentite|vitale|de sejour|bancaire)|secu\w*|securite sociale|dossiers?|sous|aides?|aides? financieres?|recepisse|papiers administratifs?|impots?|allocations?|allocs?|finances?|financier|budget|passeport|prefecture|compte bancaire|cni|tunes?|bourse|ameli|cpam|mutuelle|css|cmu|permis|amendes?|factures?|oseille|flouze|surendettement|naturalisation|acte de naissance|domiciliation|identite|regularisation)
""",
        ),
    ),
    (
        4,
        rule(
            "menu.other",
            r"""
(?:(?:un|une|l|d|le|la|pour|des|les|quelque chose|truc|choses?|plutot|encore|je veux|je voudrais|parler|de|non|parler d) )*(?:autres?(?: chose| choses| trucs?| sujet| sujets| demande| besoin| probleme| raison| question)?|aucun des (?:trois|3)|ni l un ni l autre|quelque chose d autre|autrement|divers|aucune de ces)
""",
        ),
    ),
)
_ABROAD: dict[str, int] = {
    word: value
    for value, line in (
        (
            1,
            "housing house home room apartment accommodation casa vivienda piso habitacion житло квартира кімната жилье жилья комната سكن السكن بيت منزل مسكن خانه مسكن کور اتاق sokna dar sakan kaz konut ev lojman locuinta cazare moradia alojamento alloggio",
        ),
        (
            2,
            "work job training a job empleo trabajo formacion робота роботу работа работу навчання учеба عمل العمل شغل تكوين كار وظيفه دنده كورس khedma khdma lkhdma iş is loc de munca munca trabalho emprego lavoro travay",
        ),
        (
            3,
            "money papers documents dinero papeles documentos гроші документи деньги документы مال المال فلوس اوراق وثائق الاوراق پول پيسې اسناد flous lflouss wra9 lwra9 para bani acte dinheiro papeis documenti soldi lajan papyé papye",
        ),
        (
            4,
            "other something else otro otra otra cosa інше другое غير ذلك شيء اخر ديگر نور haja khra başka altceva outro altro",
        ),
    )
    for word in line.split()
    if len(word) > 2
}
_ALONE = re.compile(
    r"^(?:(?:oui|ok|bah|ben|euh|alors|donc|plutot|surtout|moi|cest|pour|en premier|d abord|dabord|merci|et|ou|aussi|puis|le|la|l|les|de|du|mon|ma|un|une|d|a|trouve|trouver|avoir|chercher|recherche|question|aide|priorite|urgent|mes|des|trucs?|choix|au debut|debut|premier|niveau|cote|sur|par|commencer|commencons|commence|on|svp|sil te plait|sil vous plait|si possible|[1-4]|tout|ce|qui|est|pb|probleme|problemes|souci|vrai|petit|petite|stable|decent|pas cher|bientot|vite|rapide|urgence|urgemment|sociale?|identite|sejour|titre|en|vite fait|alimentaire|stp) ?)*$"
)
_WANTS = re.compile(
    r"(?:je )?(?:veux|voudrais|cherche|chercher|recherche|besoin|aimerais|faudrait|faut|trouver|souhaite|galere|manque|aide\w*|parler|interesse\w*|priorite|urgent|commencer|cest|preferer\w*|prefere|dabord|ensuite|apres|puis|surtout)(?!\w)"
)


def takes_back(words: str) -> bool:
    """A number is corrected by a later one: its "non" or "pardon" answers nothing."""
    return len(words) <= _LONGEST and bool(_corrected(words))


def _corrected(words: str) -> re.Match[str] | None:
    return _HESITATED.match(words) or _CORRECTED.match(words)


def numbers(text: Text, asked: Question | None, words: str) -> tuple[int, ...]:
    """The choices made by number or ordinal, in order; () when digits mean something else.

    `words` is the canonical text without phone numbers. A correction ("1 non pardon 2")
    keeps only the last; "dans 1h", "12/03", "le 18", "2 enfants" choose nothing.
    """
    words = (_DATE_AFTER_SLOT if asked is Question.SLOT else _DATE).sub("", words)
    if len(words) > _LONGEST:
        return _within(_led(text, words), asked)
    corrected = _corrected(words)
    if corrected:
        return (_value(corrected[1]),)
    if _PLAIN.match(words):
        items = re.sub(r"(?<=[1-9])(?=[1-9])", " ", words).split()
        return _within(tuple(_value(w) for w in items if _is_item(w)), asked)
    if _is_list(words):
        return _within(tuple(int(d) for d in re.findall(r"[1-9]", words)), asked)
    return _within(_led(text, words), asked)


def _is_list(words: str) -> bool:
    return bool(re.fullmatch(r"[1-4](?: ?(?:et|ou|puis|aussi)? ?[1-4]){1,3}", words))


def _led(text: Text, words: str) -> tuple[int, ...]:
    """A number first or alone in its clause ("1 oui", "je dirais 2"), not a count or an hour."""
    found = []
    for m in _NUMBER.finditer(words):
        if _COUNTED.match(words[m.end() :].lstrip()):
            continue
        alone = any(len(c) < 40 and m[1] in c and _PLAIN.match(c) for c in text.clauses)
        if (
            m.start() == 0
            or alone
            or re.search(
                r"(?:choisi\w*|prends|numero|option|choix|reponse|reponds|tape|dirais|dis|mets|pour le|^le|^la"
                r"|(?:choisi\w*|prends|veux|voudrais|prefere|plutot|cest|dis|dirais) (?:le|la))$",
                words[: m.start()].rstrip(),
            )
        ):
            found.append(int(m[1]))
    return tuple(dict.fromkeys(found))


def _is_item(word: str) -> bool:
    return word in _WORDS or (len(word) == 1 and word in "123456789")


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else _WORDS[word]


def _within(values: tuple[int, ...], asked: Question | None) -> tuple[int, ...]:
    limit = _LIMIT[asked] if asked else 4
    return tuple(dict.fromkeys(v for v in values if v <= limit))


def menu_words(text: Text) -> tuple[tuple[int, ...], bool]:
    """The lines of the four-line menu named by their own words; True when nothing else is said."""
    words = text.core or text.plain
    if len(words) > _LONGEST:
        return (), False
    found = [(m.start(), value) for value, entry in MENU if (m := entry.found(words))]
    if not found:
        return (), False
    rest = words
    for _, entry in MENU:
        rest = entry.phrases.sub(" ", rest)
    alone = bool(_ALONE.match(" ".join(rest.split())))
    if not alone and not _WANTS.search(words):
        return (), False
    return tuple(value for _, value in sorted(found)), alone


def menu_abroad(text: Text) -> int | None:
    """The line of the menu named by its word alone in another language."""
    words = text.plain.split()
    found = {_ABROAD[word] for word in words if word in _ABROAD}
    return found.pop() if len(found) == 1 and len(words) <= 2 else None
