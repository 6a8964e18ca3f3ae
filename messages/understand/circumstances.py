"""What stops or slows everything: a death told, prison, hospital, a request on her data, a robot."""

# ruff: noqa: E501
from __future__ import annotations

import re

from messages.understand.rule import rule
from messages.understand.text import Text

_SELF = r"(?:il|elle|yanis|lea|mon (?:fils|frere|copain|mari|pote|cousin)|ma (?:fille|soeur|copine|femme|cousine)|notre (?:fils|fille)|\w+)"
DEATH = rule(
    "death.told",
    r"""
(?:il|elle|lea|yanis|mon (?:fils|frere|mari|petit frere|copain)|ma (?:fille|soeur|femme|petite soeur|copine)|notre (?:fils|fille))(?: \w+)? (?:est|etait|sest|a ete|s est)(?: \w+)? (?:mort|decede|decedee|suicidee?|retrouvee? mort|partie? au ciel|tuee?|enterree?|plus de ce monde|plus parmi nous|disparue? tragiquement)(?: \w+)*
(?:a|nous a) (?:perdu la vie|quitte[es]? (?:il y a|ya|le|la semaine|hier|ce monde|pour toujours|en))(?: \w+)*
(?:son|sa) (?:deces|enterrement|mort|obseques)(?: \w+)*
^(?:decede|decedee|decede (?:il|le|depuis)(?: \w+)*)$
(?:\w+) (?:est )?(?:decedee?)(?: (?:depuis|le|il|ya|hier|la)(?: \w+)*)?$
""",
)
_DEAD_THING = re.compile(
    r"(?:(?:mon|ma|le|la|ce|son) )(?:(?:ancien\w*|vieux) )?(?:telephone|portable|numero|ordi\w*|pc|tablette|forfait|chargeur|batterie|wifi|console)(?: (?:il|elle))? (?:est|etait)(?: \w+)? mort\w*"
)
_THREAT = re.compile(r"(?:crois\w*|attrap\w*|chop\w*)(?: \w+){0,4} (?:il|elle) est mort")
_OWN_GRIEF = re.compile(
    r"^(?:jai|je|oui|non|bonjour).*(?:mon pere|ma mere|mon grand pere|ma grand mere|mamie|papi)"
)
PRISON = rule(
    "away.prison",
    r"""
(?:est|suis|a ete|ete|mis|mise|etre|encore|reste|va|retourne|vais|rentre|serai|toujours|parti|pars)(?: \w+)? (?:en|au|a|aller en|retourner en|dans)(?: la| sa)? (?:prison|taule|tole|cabane|placard|fleury|fresnes|baumettes|detention|cellule|maison d arret|centre de detention|garde a vue|gav|ballon|cra|centre de retention)
(?:incarcere\w*|ecroue\w*|en detention|detenue?|emprisonne\w*|derriere les barreaux)
(?:je suis|est|suis)(?: \w+)? en gav
""",
)
NOT_PRISON = re.compile(
    r"(?:sorti\w*|sors|sortie|sortir|libere\w*|sortant|apres|avant|peur|risque|pas|plus|jamais|fait de la|comme) (?:de |en |la |hier de |d aller en |de la )*(?:prison|taule|detention|cellule|garde a vue|gav)"
)
HOSPITAL = rule(
    "away.hospital",
    r"""
(?:est|suis|a ete|ete|reste|encore|toujours|parti\w*|serai|vais etre|rentre|suis encore|vais|va)(?: \w+)? (?:a|en|dans|aux|au)(?: l| un| une| la| aller a)?(?: )?(?:lhopital|hopital|hosto|lhosto|urgences|clinique|reanimation|rea|hp|psychiatrie|chu|maternite|centre de soins?|cure|desintox\w*|lhp|soins intensifs|reeducation)
hospitalise\w*
""",
)
_VISIT = re.compile(
    r"(?:rdv|rendez vous|travaill\w*|bosse|stage|chez|voir|visite|formation|sorti\w*|sors|ma mere|mon pere|ma soeur|mon frere)(?: \w+){0,4} (?:hopital|lhopital|clinique|chu|hosto|urgences)"
)
ERASE = rule(
    "request.erase",
    r"""
(?:efface\w*|supprim\w*|detrui\w*|enlev\w*|retir\w*)(?: (?:moi|bien|toutes|tous|svp|stp))* (?:mes|toutes mes|mon|ma|tout|les|vos|le|ce que|la)(?: \w+)? ?(?:donnees|infos?|informations|dossier|fiche|compte|coordonnees|traces|numero|nom|savez sur moi|avez sur moi|fichier)(?: \w+)*
droit (?:a l oubli|d effacement|a l effacement|de suppression|doppo\w*|d opposition)
effacer?|effacez|effacement
""",
)
SEE = rule(
    "request.see",
    r"""
(?:quelles?|voir|connaitre|acces|acceder|copie|recevoir|consulter|avoir|savoir|envoye\w* moi)(?: \w+){0,3} (?:mes donnees|donnees(?: vous)?|informations|infos|dossier|mon dossier|ma fiche|ce que vous (?:savez|avez) sur moi)(?: \w+)*
(?:que|qu est ce que|quest ce que|quoi)(?: \w+){0,3} (?:savez|avez|gardez|conservez)(?: \w+)? sur moi
(?:vous|tu)(?: \w+)? (?:savez|sais|avez|as|gardez)(?: \w+)? quoi sur moi
rgpd|cnil|droit d acces|donnees personnelles
info|infos
""",
)
LOOP = re.compile(
    r"(?:ceci est un message automatique|message automatique|repondeur|reponse automatique|absence du bureau|actuellement absent|do not reply|ne pas repondre a ce|ce numero n.?est pas surveille"
    r"|votre message a bien ete recu|your message has been received|auto ?reply|out of office|messagerie vocale|nous avons bien recu votre|stop au 3\d{4}|\bcode de verification\b|votre code est|unsubscribe at"
    r"|je conduis actuellement|i.?m driving|envoye automatiquement|ce service ne recoit pas|mode ne pas deranger|numero non attribue|ne repond pas aux sms|votre correspondant)"
)


def death_told(text: Text) -> bool:
    """Somebody tells that the youth has died; her own mourning is not it (PRODUCT 3.11)."""
    words = _THREAT.sub("_", _DEAD_THING.sub("_", text.plain))
    return bool(DEATH.found(words)) and not _OWN_GRIEF.search(text.plain) and not text.laughs


def away(text: Text) -> str | None:
    """ "prison" or "hospital" when she, or somebody for her, says she is there."""
    if PRISON.found(text.plain) and not NOT_PRISON.search(text.plain):
        return "prison"
    if HOSPITAL.found(text.plain) and not _VISIT.search(text.plain):
        return "hospital"
    return None


def data_request(text: Text) -> str | None:
    """ "see" or "erase" when she asks for her data (PRODUCT section 10)."""
    if _alone(text, ERASE.phrases):
        return "erase"
    return "see" if _alone(text, SEE.phrases) else None


def _alone(text: Text, phrases: re.Pattern[str]) -> bool:
    """One word must be the whole text; a phrase may stand anywhere."""
    return any(
        " " in m[0] or m[0] == text.core or m[0] in {"rgpd", "cnil"}
        for m in phrases.finditer(text.plain)
    )


def looks_automatic(text: Text) -> bool:
    """True for what a machine answers: auto-replies, voicemail notices, verification codes."""
    return bool(LOOP.search(text.folded))
