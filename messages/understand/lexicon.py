"""What the French words of a text mean, the question asked and negation taken into account."""

# ruff: noqa: E501
from __future__ import annotations

import re

from flows.reading import Intent, Question
from messages.understand.answer_words import ANSWERS, CORE
from messages.understand.people_words import PEOPLE
from messages.understand.rule import Rule, rule, words
from messages.understand.settle import (
    DAY,
    FOUND,
    LEAVE_ASK,
    PERMITS,
    PROUD,
    YES_LEAD,
    drop,
    settle,
)
from messages.understand.text import Text
from messages.understand.times import speaks_of_time

_SAID: dict[Intent, Rule] = dict(ANSWERS + PEOPLE)

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
(?:oui |ok )*(?:jarrive|je viens|je viendrai|je viendrais|je serai(?:s)? la|jy serai|jy vais|je suis (?:en route|la|sur la route|en chemin|devant|deja la|presque la|bientot la|dans le (?:bus|train|metro|tram)|en bas|arrive\w*|present\w*)|en route|je pars|jserai la|present|presente|jy suis|sur place|comme prevu|a demain|a tout a lheure|a toute|je suis a la bourre|je me depeche|a larret|compte(?:z)? sur moi|on se voit|jai (?:pas oublie|note)|oublie pas|je note|cest note|note|(?:je )?confirme(?! (?:ce soir|plus tard|quand|demain|des que|apres))|noublie pas|jai hate|hate|deja dans (?:le|l) ?(?:bus|train|metro|tram|rer|ter)|op (?:pour )?demain|(?:je suis )?(?:op|au taquet|prete?|pret) (?:pour )?demain)(?! (?:pas|plus))(?: \w+)*
(?:viens|viendrai|serai|vais)(?: \w+)? (?:la|demain|a lheure|avec|un peu|en retard|bien|a pied|en bus|en velo)(?: \w+)*
(?:en |un peu de |du |minutes de |un peu en |serai en |de )retard(?: \w+)*
""",
)
_AS_YOU_LIKE = re.compile(r"^comme (?:tu veux|vous voulez|tu le sens)$")
_NOTHING = re.compile(
    r"rien(?: du tout| de (?:tout )?ca| de special)?|aucun(?: de ces choix| des trois)?"
)
_SAYS_I_MUST = re.compile(
    r"(?:dit|veut|pense|conseille)(?: \w+)? (?:que je (?:dois|devrais)|de vous (?:repondre|parler|ecrire|dire))"
)
_JOB = re.compile(r"travail|cdi|cdd|formation|logement|commence")
_UNSURE = re.compile(
    r"(?:viens|viendrai|serai la|la) si (?!je dois)|^si |normalement|en principe|logiquement|peut etre|essayer|essaie|si je peux|si jarrive|sais pas|pas sure?|verra"
)
NOT_COMING = rule(
    "reminder.not_coming",
    r"""
(?:dois|faut que je|oblige de) (?:garder|aller chercher|rester)(?: \w+)*|(?:jai |mon )(?:jugement|audience|examen|tribunal|entretien|dentiste)(?: \w+)*|je suis pas dispo(?: \w+)*|^pas dispo\w*$|casse la (?:jambe|cheville)|plus envie (?:de |d ?y ?|dy )(?:venir|aller)|ben non
(?:je |on |la |demain |mais )*(?:peux|pourrai|pourrais|viens|viendrai|viendrais|serai|vais|irai|vien|pourai|puis|aurai|jirai)(?: \w+)? (?:pas|plus|jamais)(?! (?:etre en retard|oublier|lacher|abandonner|rater|trouver|avant|amener|apporter|ramener|imprimer|tout|dire|parler fort))(?: \w+)*
(?:(?<!comme un )(?<!comme une )malade|bloquee?(?! dans le)|payer le bus|pas de ticket|empechement|imprevu|fievre|gastro|covid|grippe|pas (?:moyen|possible|de transport|de bus)|impossible|(?<!pas )(?<!etre )annul\w+(?! pas)|greve|a la meme heure|coincee?(?! dans le)|hospi|la creve|de quoi payer (?:le|l)|garde d ?enfant|enterrement|hospitalise\w*|a lhopital|au lit|vomi\w*)(?: \w+)*
(?:laisse tomber|jai changee? d avis|finalement non|cest mort|annule|je laisse tomber|sans moi|flemme)
""",
)
_WENT_WELL = rule(
    "followup.well",
    r"""
(?:ca (?:s est|sest|va|se passe|a|cest|avance|marche|roule|ete|s passe)|cest|tout|cetait|rendez vous|la dame|la dame est|ils|elle|il)(?: \w+){0,3} (?:bien|nickel|super|top|genial\w*|parfait\w*|cool|tranquille|impeccable|mieux|sympa|gentille?s?|tres bien|au top|en cours|positif|de la bombe|une tuerie)(?! (?:passe du tout|pas))(?: \w+)*
(?:jai|je lai|je les ai|on sest|on s est|ils|elle|il|on|je)(?: (?:ete|bien|deja|enfin|me|ma|mont|m ont|m a|les|la|lai|a|ai|ont|est|suis))* (?:vue?s?|rencontre\w*|recue?|rendez vous|contactee?|appelee?|rappelee?|commence|prise?|inscrite?|acceptee?|accueilli\w*|alle|allee|signe|eu (?:un )?rendez vous|eu la dame|eu un appel|parle avec|visite|demarre|integre|debute|un rendez vous|un autre rendez vous|telephone|deja eu|appelle|rappelle|mont appelle)(?! (?:personne|pas|rien))(?: \w+)*
jy (?:suis (?:alle\w*|retourne\w*)|vais|retourne)(?: \w+)*
^(?:oui )?jai (?:plie|dechire|gere|cartonne|assure|(?:tue|explose|defonce) (?:l\w+|(?:mon|le) (?:oral|entretien|test)))(?: \w+)*
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
_ALREADY_TIMED = re.compile(
    r"(?:vacances|rentree|examens?|quand je|quand j|mois|septembre|octobre|novembre|decembre|janvier|fevrier|mars|avril|juin|juillet|aout|l an|annee|prochaine?|dans (?:\w+ )?(?:semaines?|mois)|apres (?:le|les|mon|ma|mes) )"
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
    settle(text, asked, found)
    return found


def _emoji(text: Text, found: FOUND) -> None:
    if text.plain and len(text.plain.split()) > 2:
        return
    for intent, signs in _EMOJI.items():
        if not signs.isdisjoint(text.emoji) and not (text.plain and intent is Intent.THANKS):
            found[intent] = f"emoji.{intent.value}"


_WEAK: dict[Intent, frozenset[str]] = {
    Intent.YES: frozenset(
        words(
            "bon merci trop a la moi et alors beaucoup de ca cest pour tant y mon avec sa si toujours "
            "allez bah fais faites envoie direct on je t parle chef patron poto bg boss madame "
        )
    ),
    Intent.NO: frozenset(
        words("merci ca va la cest bon ok mais de vie rien vraiment trop besoin moi tant pis ")
    ),
    Intent.MAYBE: frozenset(
        words(
            "oui non ok ou et mais pourquoi pas vraiment moi je suis du tout encore trop un peu quoi bon "
            "lol "
        )
    ),
    Intent.THANKS: frozenset(
        words(
            "bonne journee trop super grand top encore beaucoup bien a vous toi pour de votre ton la "
            "message ca tout je te et sympa plus bye bisous cest aide "
        )
    ),
}


def _cores(text: Text, found: FOUND) -> None:
    """Whole clauses made only of yes, no, maybe or thanks words, one of them clear."""
    for clause in (text.core, *text.cores):
        for intent, core in CORE.items():
            if not clause or len(clause) > 80 or "cest chaud" in clause:
                continue
            if core.found(clause) and not _WEAK[intent].issuperset(clause.split()):
                found[intent] = core.name  # surer than a phrase
                break


def answers_only(text: Text) -> bool:
    """True when the whole text is words of one bare answer: "oui ok", "pas du tout"."""
    return len(text.core) <= 80 and any(core.found(text.core) for core in CORE.values())


def denied(text: Text) -> frozenset[Intent]:
    """What the text surely does not mean, whatever the model thinks: "merci pour rien"."""
    return frozenset({Intent.THANKS, Intent.YES} if PROUD.search(text.plain) else ())


def _by_question(text: Text, asked: Question | None, found: FOUND) -> None:
    if YES_LEAD.search(text.core):
        found.setdefault(Intent.YES, "yes.lead")
    if _NOTHING.fullmatch(text.core) and asked not in {Question.SLOT, Question.OPEN}:
        found[Intent.NO] = "no.nothing"
    if _SAYS_I_MUST.search(text.plain):
        drop(found, Intent.HUMAN)
    if asked is Question.FIRST_CONTACT:
        _first_contact(text, found)
    elif asked is Question.REMINDER:
        _reminder(text.plain, found)
    elif asked is Question.FOLLOWUP:
        _followup(text.plain, found)


def _first_contact(text: Text, found: FOUND) -> None:
    if PERMITS.search(text.plain) and not text.asks:
        found[Intent.YES] = "yes.permits"
        drop(found, Intent.HUMAN)
    if _AS_YOU_LIKE.search(text.core):
        found.setdefault(Intent.MAYBE, "maybe.as_you_like")
        drop(found, Intent.AVAILABILITY)


def _reminder(words: str, found: FOUND) -> None:
    if NOT_COMING.found(words):
        found[Intent.NO] = NOT_COMING.name
        if not _JOB.search(words):
            drop(found, Intent.THIRD_PARTY, Intent.HAS_SOLUTION)
    elif _COMING.found(words) and not LEAVE_ASK.search(words) and not _UNSURE.search(words):
        found[Intent.YES] = _COMING.name
        drop(found, Intent.LATER, Intent.AVAILABILITY, Intent.MAYBE)


_AFTER_FOLLOWUP = (Intent.LATER, Intent.MAYBE, Intent.AVAILABILITY)


def _followup(words: str, found: FOUND) -> None:
    if _WENT_BADLY.found(words):
        found[Intent.NO] = _WENT_BADLY.name
        drop(found, Intent.YES, Intent.WRONG_NUMBER, *_AFTER_FOLLOWUP)
    elif _WENT_WELL.found(words):
        found[Intent.YES] = _WENT_WELL.name
        drop(found, Intent.HAS_SOLUTION, Intent.NO, Intent.HUMAN, *_AFTER_FOLLOWUP)


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
    if settled and not LEAVE_ASK.search(text.plain):
        return
    if asked is Question.SLOT or not (far or Intent.LATER in found):
        found.setdefault(Intent.AVAILABILITY, "times.said")
    if asked is Question.SLOT and far and not re.search(rf"(?:{DAY})", text.plain):
        found.setdefault(Intent.LATER, "times.far")
    if asked is Question.REMINDER and Intent.YES not in found and Intent.NO not in found:
        found.setdefault(Intent.LATER, "times.moves_meeting")


def _asks_practical(text: Text) -> bool:
    return bool(_WONDER.found(text.plain)) and (text.asks or bool(_OPENS_QUESTION.match(text.core)))
