"""What the French words of a text mean, the question asked and negation taken into account."""

# ruff: noqa: E501
from __future__ import annotations

import re

from flows.reading import Intent, Question
from messages.understand.lexicon_words import CORE, SAID
from messages.understand.rule import Rule, rule
from messages.understand.text import Text
from messages.understand.times import speaks_of_time

FOUND = dict[Intent, str]
_SAID: dict[Intent, Rule] = dict(SAID)

_EMOJI: dict[Intent, frozenset[str]] = {
    Intent.YES: frozenset("👍👌✅✔🤝💪🆗☑🙌🤙"),
    Intent.NO: frozenset("👎❌🚫🙅✖⛔"),
    Intent.THANKS: frozenset("🙏❤💙💚💛🧡💜🖤🤍💕😍🥰😘🤗♥💖💗🫶"),
    Intent.MAYBE: frozenset("🤔🤷😐😕🫤"),
    Intent.INSULT: frozenset("🖕💩"),
    Intent.WHO: frozenset("❓❔⁉"),
}

_COMING = rule(
    "reminder.coming",
    r"""
(?:serai|suis|arrive|peut etre)(?: \w+){0,3} minutes? de retard|(?:je )?me prepare(?: \w+)*|(?:je )?(?:sors|descends|monte|sort|descend) (?:du|de|dans le|de la)(?: \w+)+|je suis en avance|je suis en bas|ben jarrive
(?:parfait|ok|super|nickel|cest bon|bon) pour (?:demain|[0-9]+h?|moi|lundi|mardi|mercredi|jeudi|vendredi)
(?:oui |ok )*(?:jarrive|je viens|je viendrai|je viendrais|je serai(?:s)? la|jy serai|jy vais|je suis (?:en route|la|sur la route|en chemin|devant|deja la|presque la|bientot la|dans le (?:bus|train|metro|tram)|en bas|arrive\w*|present\w*)|en route|je pars|jserai la|present|presente|jy suis|sur place|comme prevu|a demain|a tout a lheure|a toute|je suis a la bourre|je me depeche|a larret|compte(?:z)? sur moi|on se voit|jai (?:pas oublie|note)|oublie pas|je note|cest note|note|confirme|je confirme|noublie pas|jai hate|hate)(?! (?:pas|plus))(?: \w+)*
(?:viens|viendrai|serai|vais)(?: \w+)? (?:la|demain|a lheure|avec|un peu|en retard|bien|a pied|en bus|en velo)(?: \w+)*
(?:en |un peu de |du |minutes de |un peu en |serai en |de )retard(?: \w+)*
""",
)
_AS_YOU_LIKE = re.compile(r"^comme (?:tu veux|vous voulez|tu le sens)$")
_NOTHING = re.compile(
    r"rien(?: du tout| de (?:tout )?ca| de special)?|aucun(?: de ces choix| des trois)?"
)
_PERMITS = re.compile(
    r"(?:vous pouvez|tu peux)(?: \w+)? (?:mappeler|appeler|me rappeler|rappeler|me joindre|me contacter|mecrire)"
)
_SAYS_I_MUST = re.compile(
    r"(?:dit|veut|pense|conseille)(?: \w+)? (?:que je (?:dois|devrais)|de vous (?:repondre|parler|ecrire|dire))"
)
_JOB = re.compile(r"travail|cdi|cdd|formation|logement|commence")
_UNSURE = re.compile(
    r"normalement|en principe|logiquement|peut etre|essayer|essaie|si je peux|si jarrive|sais pas|pas sure?|verra"
)
_SOFT_MAYBE = re.compile(
    r"si (?:possible|vous voulez|tu veux)|possible|je (?:te|vous|redis|dis|redirai|dirai)|redis|jusqu"
)
_MOVES = re.compile(r"decal|report|autre (?:jour|date|moment|creneau)|deplac|plus tard|prochaine")
_NOT_COMING = rule(
    "reminder.not_coming",
    r"""
(?:dois|faut que je|oblige de) (?:garder|aller chercher|rester)(?: \w+)*|(?:jai |mon )(?:jugement|audience|examen|tribunal|entretien|dentiste)(?: \w+)*|je suis pas dispo(?: \w+)*|^pas dispo\w*$|casse la (?:jambe|cheville)|plus envie (?:de |d ?y ?|dy )(?:venir|aller)|ben non
(?:je |on |la |demain |mais )*(?:peux|pourrai|pourrais|viens|viendrai|viendrais|serai|vais|irai|vien|pourai|puis|aurai|jirai)(?: \w+)? (?:pas|plus|jamais)(?! (?:etre en retard|oublier|rater|trouver|avant))(?: \w+)*
(?:malade|bloquee?|payer le bus|pas de ticket|empechement|imprevu|fievre|gastro|covid|grippe|pas (?:moyen|possible|de transport|de bus)|impossible|annul\w+|greve|garde d ?enfant|enterrement|hospitalise\w*|a lhopital|au lit|vomi\w*)(?: \w+)*
(?:laisse tomber|jai changee? d avis|finalement non|cest mort|annule|je laisse tomber|sans moi|flemme)
""",
)
_WENT_WELL = rule(
    "followup.well",
    r"""
(?:ca (?:s est|sest|va|se passe|a|cest|avance|marche|roule|ete|s passe)|cest|tout|cetait|rendez vous|la dame|la dame est|ils|elle|il)(?: \w+){0,3} (?:bien|nickel|super|top|genial\w*|parfait\w*|cool|tranquille|impeccable|mieux|sympa|gentille?s?|tres bien|au top|en cours|positif)(?! (?:passe du tout|pas))(?: \w+)*
(?:jai|je lai|je les ai|on sest|on s est|ils|elle|il|on|je)(?: (?:ete|bien|deja|enfin|me|ma|mont|m ont|m a|les|la|lai|a|ai|ont|est|suis))* (?:vue?s?|rencontre\w*|recue?|rendez vous|contactee?|appelee?|rappelee?|commence|prise?|inscrite?|acceptee?|accueilli\w*|alle|allee|signe|eu (?:un )?rendez vous|eu la dame|eu un appel|parle avec|visite|demarre|integre|debute|un rendez vous|un autre rendez vous|telephone|deja eu|appelle|rappelle|mont appelle)(?! (?:personne|pas|rien))(?: \w+)*
jy (?:suis (?:alle\w*|retourne\w*)|vais|retourne)(?: \w+)*
(?:je commence|je demarre|je signe|jattaque|je continue|ils me prennent|ca avance|je suis contente?|(?:jai|un|deuxieme|autre) rendez vous)(?: \w+)*
""",
)
_WENT_BADLY = rule(
    "followup.badly",
    r"""
(?:toujours|tjs|aucune?s?|pas|rien|sans|jamais|0|zero|plus)(?: (?:toujours|eu|recu|pas|de|encore|d|eu de|aucune?s?|encore eu|encore recu|plus))* (?:pas de |aucune? |de |d |rien|pas |plus de )?(?:nouvelles?|reponse|retour|contact|appel|rendez vous|news|rien|place|suite|signe|suivi|message de leur part)(?: \w+)*
(?:personne|ils|elle|il|la dame|la structure|on|le monsieur|eux|la mission locale|le conseiller|quelquun)(?: (?:ma|mont|m a|m ont|me|ne|est|sont|a|ont|veut|veulent))* ?(?:toujours )?(?:pas|jamais|plus|personne|rien)(?: (?:encore|toujours|me|ma|mont|de))* ?(?:appel\w*|rappel\w*|contact\w*|repond\w*|ecri\w*|recu\w*|vu\w*|pris\w*|donne\w*|venu\w*|la|voulu|accept\w*|de place|rappele|nouvelles|place)?(?: \w+)*
personne(?: \w+)? (?:appel\w*|rappel\w*|contact\w*|repond\w*|ecri\w*|recu\w*|vu|decroche|venu)(?: \w+)*
(?:ca|rendez vous|entretien|tout|ils|elle|il|cetait|cest)(?: \w+){0,3} (?:mal passe|pas bien|tres mal|mal|nul|nulle|decu\w*|pas top|horrible|catastrophe|la cata|galere|pas terrible|froid\w*|refuse\w*|annule\w*|oublie\w*|refoule\w*|plus de place|complet|ferme|fermee?|lache\w*|jete\w*|pas aide\w*|recale\w*|baratin\w*|bizarre)(?: \w+)*
(?:je|jy|jai)(?: \w+)* (?:pas|plus|jamais)(?: \w+)? (?:alle\w*|y aller|rendez vous|continue|vu\w*|ete|rappele|eu|retourne\w*|pu|suivi|contacte|appele|commence|recu|voulu|revenu)(?: \w+)*
pas (?:encore|vraiment|terrible|top|du tout|trop|ouf|bien|fou)|jattends (?:toujours|encore|un|une|leur|qu|la|qu ils|depuis)(?: \w+)*
(?:ils|on|elle|il) (?:ma|mont|m ont|m a|me) (?:refuse\w*|oublie\w*|dit non|plante\w*|pose un lapin|lache\w*|jete\w*|ghoste?|vire\w*|recale\w*|laisse\w*|balade\w*|renvoye?\w*)(?: \w+)*
(?:liste dattente|(?:ete|etais) (?:refuse\w*|recale\w*)|(?:jai )?(?:rate|loupe)|cetait nul|fermee?|froide?)(?: \w+)*
(?:jai )?(?:arrete|abandonne|lache|lache laffaire|laisse tomber|decu\w*)(?: \w+)*
(?:liste d attente|plus de place|cest complet|injoignable|numero qui repond pas|repond pas|repondent pas|rappelle pas|rappellent pas)(?: \w+)*
""",
)
_WONDER = rule(
    "question.practical",
    r"""
(?:(?:cest|vous etes|etes vous) (?:ouverts?|fermes?)|cest |cetait |ca |a |il est |vous etes |ya |tu |le rdv |rendez vous (?:est )?|cest a |on se (?:voit|retrouve) |etes |est )*(?:ou|a quelle heure|quelle heure|quelle adresse|ladresse|l adresse|quel (?:jour|bus|arret|etage|bureau|batiment)|quel est|combien|cest quand|quand (?:est ce|cest|on|le)|comment (?:on|je|ca|faire|y)|quoi (?:comme|apporter|amener|ramener)|quels? (?:papiers|documents)|faut (?:apporter|amener|ramener|que)|dois (?:apporter|amener|ramener|prendre)|je peux (?:venir|ramener|amener))(?: \w+)*
""",
)
_OPENS_QUESTION = re.compile(
    r"(?:cest (?:ou|a|quel|quand|ouvert|combien)|ou |quel|combien|faut |a quelle|vous etes ouvert|je dois)"
)
_BYE = re.compile(
    r"bonne? (?:soir|journee|matin|nuit|apres midi|week end|jour)(?:ee)?|j habite|fais le pont(?: \w+)?"
)
_PROUD = re.compile(r"merci (?:pour rien|mais non)|pas merci|merci de rien")
_ALREADY_TIMED = re.compile(
    r"(?:vacances|rentree|examens?|quand je|quand j|mois|septembre|octobre|novembre|decembre|janvier|fevrier|mars|avril|juin|juillet|aout|l an|annee|prochaine?|dans (?:\w+ )?(?:semaines?|mois)|apres (?:le|les|mon|ma|mes) )"
)
_FAR = re.compile(
    r"cette semaine|pas (?:la|tout de suite|maintenant)|mois|vacances|examens|semaine prochaine|ville|plus tard|dans (?:\w+ )?semaines?|jusqu"
)
_REFUSED_TIME = re.compile(
    r"^(?:non )?pas (?:avant|le|la|ce|cette|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourdhui|matin|apres|trop tot|tot)"
)
_DAY = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|quand"
_LEAVE_ASK = re.compile(
    r"decal|report|autre (?:jour|date|moment|creneau)|chang|deplac|plutot|a la place|au lieu|mais (?:oui )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi)"
    r"|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi) (?:oui|je peux|si possible)|possible (?:de|a|lundi|mardi|mercredi|jeudi|vendredi)"
)
_YES_LEAD = re.compile(
    r"^(?:\w+ ){0,1}?(?:oui|ok|daccord|carrement|ouais|yes|grave|volontiers|vas y|bien sur|go)(?!\w)"
)
_NO_LEAD = re.compile(r"^(?:non|nop|jamais|pas question|pas du tout|pas interess)(?!\w)")
_REJECT = re.compile(
    r"^non (?:non )?(?:merci )?(?:mais )?(?:je (?:veux|voudrais|suis|serai|peux|viens|confirme|tinquiete|rigole)|jarrive|tinquiete|pas de|aucun|cest moi|jai pas dit|sans)(?! pas)"
)


def french(text: Text, asked: Question | None) -> FOUND:
    """Intents found in a French text, each with the rule that says so; {} when none is sure."""
    found: FOUND = {}
    _emoji(text, found)
    if not text.plain:
        return found
    for intent, said in _SAID.items():
        if said.found(text.plain):
            found[intent] = said.name
    _cores(text, found)
    _by_question(text, asked, found)
    _times(text, asked, found)
    _settle(text, asked, found)
    return found


def _emoji(text: Text, found: FOUND) -> None:
    if text.plain and len(text.plain.split()) > 2:
        return
    for intent, signs in _EMOJI.items():
        if not signs.isdisjoint(text.emoji) and not (text.plain and intent is Intent.THANKS):
            found[intent] = f"emoji.{intent.value}"


_WEAK: dict[Intent, frozenset[str]] = {
    Intent.YES: frozenset(
        ["bon", "merci", "trop", "a", "la", "moi", "et", "alors", "beaucoup", "de", "ca", "cest", "pour", "tant", "y", "mon", "avec", "sa", "si", "toujours", "allez", "bah", "fais", "faites", "envoie", "direct", "on", "je", "t", "parle", "chef", "patron", "poto", "bg", "boss", "madame"]
    ),
    Intent.NO: frozenset(
        ["merci", "ca", "va", "la", "cest", "bon", "ok", "mais", "de", "vie", "rien", "vraiment", "trop", "besoin", "moi", "tant", "pis"]
    ),
    Intent.MAYBE: frozenset(
        ["oui", "non", "ok", "ou", "et", "mais", "pourquoi", "pas", "vraiment", "moi", "je", "suis", "du", "tout", "encore", "trop", "un", "peu", "quoi", "bon", "lol"]
    ),
    Intent.THANKS: frozenset(
        ["bonne", "journee", "trop", "super", "grand", "top", "encore", "beaucoup", "bien", "a", "vous", "toi", "pour", "de", "votre", "ton", "la", "message", "ca", "tout", "je", "te", "et", "sympa", "plus", "bye", "bisous", "cest", "aide"]
    ),
}


def _cores(text: Text, found: FOUND) -> None:
    """Whole clauses made only of yes, no, maybe or thanks words, one of them clear."""
    for clause in (text.core, *text.cores):
        for intent, core in CORE.items():
            if not clause or "cest chaud" in clause:
                continue
            if core.found(clause) and not _WEAK[intent].issuperset(clause.split()):
                found.setdefault(intent, core.name)
                break


def _by_question(text: Text, asked: Question | None, found: FOUND) -> None:
    words = text.plain
    if _YES_LEAD.search(text.core):
        found.setdefault(Intent.YES, "yes.lead")
    if _NOTHING.fullmatch(text.core) and asked is not Question.SLOT and asked is not Question.OPEN:
        found[Intent.NO] = "no.nothing"
    if _PERMITS.search(words) and not text.asks and asked is Question.FIRST_CONTACT:
        found[Intent.YES] = "yes.permits"
        _drop(found, Intent.HUMAN)
    if asked is Question.FIRST_CONTACT and _AS_YOU_LIKE.search(text.core):
        found.setdefault(Intent.MAYBE, "maybe.as_you_like")
        _drop(found, Intent.AVAILABILITY)
    if _SAYS_I_MUST.search(words):
        _drop(found, Intent.HUMAN)
    if asked is Question.REMINDER:
        if _NOT_COMING.found(words):
            found[Intent.NO] = _NOT_COMING.name
            if not _JOB.search(words):
                _drop(found, Intent.MOVED, Intent.THIRD_PARTY, Intent.HAS_SOLUTION)
        elif _COMING.found(words) and not _LEAVE_ASK.search(words) and not _UNSURE.search(words):
            found[Intent.YES] = _COMING.name
            _drop(found, Intent.LATER, Intent.AVAILABILITY, Intent.MAYBE)
    if asked is Question.FOLLOWUP:
        if _WENT_BADLY.found(words):
            found[Intent.NO] = _WENT_BADLY.name
            _drop(
                found,
                Intent.YES,
                Intent.LATER,
                Intent.MAYBE,
                Intent.WRONG_NUMBER,
                Intent.AVAILABILITY,
            )
        elif _WENT_WELL.found(words):
            found[Intent.YES] = _WENT_WELL.name
            _drop(
                found,
                Intent.HAS_SOLUTION,
                Intent.NO,
                Intent.LATER,
                Intent.HUMAN,
                Intent.AVAILABILITY,
                Intent.MAYBE,
            )


def _times(text: Text, asked: Question | None, found: FOUND) -> None:
    """A day or an hour: when we may call, or "later" when it is far or moves a meeting."""
    if not speaks_of_time(_BYE.sub(" ", text.plain), text.folded) or _asks_practical(text):
        return
    if asked is Question.MENU4 or Intent.HAS_SOLUTION in found:
        return
    far = bool(_ALREADY_TIMED.search(text.plain))
    settled = asked in {Question.REMINDER, Question.FOLLOWUP} and found.keys() & {
        Intent.YES,
        Intent.NO,
    }
    if settled and not _LEAVE_ASK.search(text.plain):
        return
    if asked is Question.SLOT or not (far or Intent.LATER in found):
        found.setdefault(Intent.AVAILABILITY, "times.said")
    if asked is Question.SLOT and far and not re.search(rf"(?:{_DAY})", text.plain):
        found.setdefault(Intent.LATER, "times.far")
    if asked is Question.REMINDER and Intent.YES not in found and Intent.NO not in found:
        found.setdefault(Intent.LATER, "times.moves_meeting")


def _asks_practical(text: Text) -> bool:
    return bool(_WONDER.found(text.plain)) and (text.asks or bool(_OPENS_QUESTION.match(text.core)))


def _settle(text: Text, asked: Question | None, found: FOUND) -> None:
    """When two meanings meet, which one holds."""
    words = text.plain
    core = text.core
    if _PROUD.search(words):
        found.pop(Intent.THANKS, None)
        found.pop(Intent.YES, None)
    _settle_people(text, found)
    _settle_answer(text, asked, found, words, core)
    _settle_time(text, asked, found)


def _drop(found: FOUND, *intents: Intent) -> None:
    for intent in intents:
        found.pop(intent, None)


def _settle_people(text: Text, found: FOUND) -> None:
    if Intent.WHO in found and _not_asking(text, found):
        _drop(found, Intent.WHO)
    if Intent.THIRD_PARTY in found:
        _drop(
            found,
            Intent.PHONE_CHANGE,
            Intent.WRONG_NUMBER,
            Intent.HAS_SOLUTION,
            Intent.LATER,
            Intent.NO,
            Intent.WHO,
            Intent.AVAILABILITY,
            Intent.HUMAN,
            Intent.MOVED,
            Intent.YES,
        )
    if Intent.WRONG_NUMBER in found and re.search(r"(?:te|vous) connais", text.plain):
        _drop(found, Intent.WRONG_NUMBER)
    if Intent.WRONG_NUMBER in found:
        _drop(
            found,
            Intent.NO,
            Intent.HAS_SOLUTION,
            Intent.YES,
            Intent.LATER,
            Intent.PHONE_CHANGE,
            Intent.AVAILABILITY,
        )
    if Intent.WHO in found:
        _drop(found, Intent.PHONE_CHANGE)
    if Intent.WHO in found:
        _drop(
            found,
            Intent.YES,
            Intent.NO,
            Intent.MAYBE,
            Intent.HUMAN,
            Intent.LANGUAGE,
            Intent.AVAILABILITY,
        )
    if Intent.LANGUAGE in found:
        _drop(found, Intent.NO, Intent.MAYBE, Intent.HUMAN, Intent.LATER, Intent.AVAILABILITY)
    if Intent.MOVED in found or Intent.PHONE_CHANGE in found:
        _drop(found, Intent.LATER, Intent.NO, Intent.HUMAN, Intent.AVAILABILITY)


def _not_asking(text: Text, found: FOUND) -> bool:
    """True when the "who" words are said inside an answer: "ouais si c'est gratuit"."""
    if text.asks or re.search(r"(?<!\w)qui(?!\w)", text.plain):
        return False
    if Intent.HUMAN in found and re.search(
        r"(?:pas|plus|marre|prefere|parler|veux).*(?:robot|bot|machine|humain)", text.plain
    ):
        return True
    return bool(_YES_LEAD.search(text.core)) or bool(re.search(r"depend|sais pas", text.plain))


def _settle_answer(text: Text, asked: Question | None, found: FOUND, words: str, core: str) -> None:
    lead_yes = bool(_YES_LEAD.search(core))
    if (
        Intent.MAYBE in found
        and CORE[Intent.MAYBE].found(core)
        and not CORE[Intent.YES].found(core)
    ):
        _drop(found, Intent.YES, Intent.NO)
    if Intent.NO in found and Intent.YES in found:
        if _REJECT.search(core) or (lead_yes and not CORE[Intent.NO].found(core)):
            _drop(found, Intent.NO)
        else:
            _drop(found, Intent.YES)
    if Intent.NO in found and Intent.MAYBE in found:
        _drop(
            found,
            Intent.NO
            if _SAID[Intent.MAYBE].found(words) and not _NO_LEAD.search(core)
            else Intent.MAYBE,
        )
    if Intent.YES in found and Intent.MAYBE in found and not lead_yes:
        _drop(found, Intent.YES)
    if Intent.HAS_SOLUTION in found:
        _drop(found, Intent.LATER, Intent.AVAILABILITY)
        if not lead_yes:
            _drop(found, Intent.YES)
    if (
        Intent.HUMAN in found
        and Intent.YES in found
        and not lead_yes
        and not _PERMITS.search(words)
        and not re.search("veux bien|aimerais", words)
    ):
        _drop(found, Intent.YES)
    if (
        Intent.HUMAN in found
        and Intent.HAS_SOLUTION in found
        and not re.search("parler|appel", words)
    ):
        _drop(found, Intent.HUMAN)
    if Intent.HUMAN in found and Intent.NO in found and re.search(r"pas.*parler", words):
        _drop(found, Intent.NO if re.search("robot|bot|machine", words) else Intent.HUMAN)
    if Intent.NO in found and Intent.THANKS in found:
        _drop(found, Intent.THANKS)
    if Intent.INSULT in found:
        _drop(found, Intent.LANGUAGE, Intent.HUMAN, Intent.YES, Intent.MAYBE)
        if not re.search(r"(?<!\w)qui(?!\w)", words):
            _drop(found, Intent.WHO)


def _settle_time(text: Text, asked: Question | None, found: FOUND) -> None:
    if Intent.MAYBE in found and (Intent.AVAILABILITY in found or Intent.LATER in found):
        if _SOFT_MAYBE.search(text.plain) and not re.search("peut etre|sais pas|verra", text.plain):
            _drop(found, Intent.MAYBE)
        else:
            _drop(
                found,
                Intent.AVAILABILITY,
                *([Intent.LATER] if found.get(Intent.LATER, "").startswith("times") else []),
            )
    if (
        Intent.LATER in found
        and Intent.HUMAN in found
        and not re.search("parler a|humain|vraie?", text.plain)
    ):
        _drop(found, Intent.HUMAN)
    if Intent.AVAILABILITY in found and Intent.HUMAN in found and asked is Question.FIRST_CONTACT:
        _drop(found, Intent.HUMAN)
        found.setdefault(Intent.YES, "yes.call_then")
    if asked is Question.SLOT and Intent.LATER in found and re.search(rf"{_DAY}", text.plain):
        _drop(found, Intent.LATER)
    if (
        asked is Question.REMINDER
        and _LEAVE_ASK.search(text.plain)
        and (Intent.LATER in found or Intent.AVAILABILITY in found)
    ):
        found.setdefault(Intent.LATER, "reminder.move")
        _drop(found, Intent.HUMAN, Intent.YES, Intent.MAYBE, Intent.NO)
    if (
        Intent.NO in found
        and asked is Question.SLOT
        and Intent.AVAILABILITY in found
        and not _NO_LEAD.search(text.core)
    ):
        _drop(found, Intent.NO)
    if asked is Question.SLOT and Intent.AVAILABILITY in found:
        _drop(found, Intent.HUMAN, Intent.HAS_SOLUTION, Intent.MAYBE)
        if Intent.LATER in found and not _FAR.search(text.plain):
            _drop(found, Intent.LATER)
    if _REFUSED_TIME.search(text.core) and asked is Question.SLOT and not _FAR.search(text.plain):
        _drop(found, Intent.NO, Intent.LATER)
        found.setdefault(Intent.AVAILABILITY, "times.refused")
    if Intent.LATER in found and Intent.NO in found:
        if asked is Question.REMINDER or _NO_LEAD.search(text.core):
            if not re.search(r"decal|report|autre (?:jour|date|moment)|chang|deplac", text.plain):
                _drop(found, Intent.LATER)
            elif not _NO_LEAD.search(text.core):
                _drop(found, Intent.NO)
        else:
            _drop(found, Intent.NO)
    if Intent.LATER in found and Intent.YES in found and asked is not Question.FIRST_CONTACT:
        _drop(found, Intent.LATER)
