"""START, which lifts a STOP: exact words and phrases. Read by optout.py before any STOP."""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

from messages.understand.rule import rule
from messages.understand.text import Text

START = rule(
    "start.phrase",
    r"""
(?:re)?(?:start|unstop)
repren(?:dre|ds|d|ez|drait|drai|ons)(?: (?:les|nos|vos|tes|le|la|notre|avec|vous|contact|ou))* (?:messages?|message|contact|discussion|conversation|echanges?|on en etait|avec (?:vous|toi)|nos echanges|textos?|suivi|fil|relances?|ecrire|a ecrire)
(?:continue[rz]?|remett?e[zr]?|remets|relance[rz]?|reactiv\w*|recommence[rz]?|retabli\w*|redemarre\w*|renvo\w*|reenvo\w*|rallum\w*|reabonn\w*|reinscri\w*)(?: (?:de|a|moi|les|vos|tes|le|la|des|me|svp|mon))* ?(?:messages?|message|contact|ecrire|menvoyer|envoyer|envoi|conversation|notifications?|abonnement|numero|textos?|service|inscription)
(?:reabonn\w+|reinscri\w+|reactiv\w+)(?: \w+)*
(?:pouvez|peux|peut|pouvais)(?: (?:a nouveau|de nouveau|encore|maintenant|bien))* (?:me |m |m a )?(?:recommencer|reprendre|recontacter|reecrire|mecrire (?:a nouveau|de nouveau|encore)|recrire|renvoyer des|relancer|remettre|rappeler a nouveau)(?: (?:a|de) nouveau| les messages?| a (?:m )?ecrire| des messages?)*
(?:recontact(?:e|ez)|reecri(?:s|vez)|recri(?:s|vez)) (?:moi|nous)(?! (?:plus|pas|jamais|en|dans|plus tard|apres|quand|la semaine|le mois|a la))
(?:qu ?on se reparle|voudrais reparler|recommence\w* a mecrire|redemarre\w*)
(?:annul\w*|oubli\w*|enlev\w*|retir\w*|lev\w*|ignor\w*)(?: (?:mon|le|ce|pour))* stop
(?:stop|arret)(?: \w+)* par (?:erreur|accident)|(?:me suis |jai )?tromp\w+ (?:en |pour le |de |avec )(?:mettant |envoyant |ecrivant )?stop|(?:stop|arret) (?:sans|pas) (?:le |faire )?(?:vouloir|expres|faire expres)|stop (?:cetait|etait) (?:une erreur|pas moi|une blague|pas expres|pas voulu|un accident|mon frere|ma soeur)
(?:veux|voudrais|aimerais|souhaite)(?: (?!plus|pas|jamais|aucun|rien)\w+)? (?:bien )?(?:a nouveau|de nouveau|re|encore|reprendre|recommencer a|recevoir)(?: (?:a|de|les|vos|tes|des|avoir|vous|le|l|avec|encore|nouveau|recevoir|contact))* (?:messages?|message|ecrire|contact|contacte\w*|parler|nouvelles|conversation|echanges?|lire|discussion|suivi|vous|nouveau)
(?:change d ?avis|changer d ?avis)(?: (?:vous|tu|je|ecri\w*|pouvez|finalement|cest|recontact\w*)(?: \w+)*)
on (?:reprend|recommence) (?:les messages?|javais|maintenant|svp|quand)(?: \w+)*
(?:remet(?:s|tez|tre)?|rajoute[rz]?|remett?ez|reinscri\w*|rebranche[rz]?|reconnecte[rz]?|reajoute[rz]?) (?:moi |nous )?(?:(?:dans|sur|a) (?:la|votre|ta|vos) (?:liste|fichier|base|envois?|contacts?|boucle|programme)|les (?:messages?|message)|$)(?: \w+)*
(?:rebranche|reconnecte|rajoute|reinscri|reactive|reintegre|debloque)\w* moi(?: \w+)*
(?:stop|desabonn\w*|parti de (?:la|votre) liste)(?: \w+){0,8} (?:repren(?:ez|ds|dre)|remet(?:s|tez|tre) (?:moi|les)|recommence[rz]?|revenir|reecri\w*|je reviens)(?: \w+)*
(?:je )?(?:veux|voudrais|aimerais|jaimerais|peux)(?: (?:bien|quand meme))? (?:revenir|reprendre|recommencer)(?: (?:finalement|les messages?|avec vous|svp|en fait|en vrai|merci))*$
finalement (?:je veux bien|ecri\w*|recontact\w*|cest ok|vous pouvez|tu peux)(?: \w+)*
""",
)
START_WHOLE = rule(
    "start.word",
    r"""
(?:ok |oui |bon |je |veux |voudrais |aimerais |on peut |vous pouvez |pouvez |svp )*(?:start|redemarre[zr]?|reprendre|reprend|reprends|reprenez|reprise|restart|unstop|on reprend|reprenons|recommence|recommencez|reprendre svp|je reprends|continue[rz]?|debloque\w*|reactiver|on recommence|strat|satrt|statr|sart|startt|stat|reprndre|repredre|reprendr|reprandre)(?: (?:svp|merci|ok|oui|moi|les message|alors|quand))*
""",
    whole=True,
)
NOT_START = rule(
    "start.denied",
    r"""
(?:sert a rien|inutile|peine|besoin) (?:de |d ?)continu\w*(?: \w+)*
(?:reprend\w*|recommenc\w*|continu\w*)(?: (?:mes|une|un|la|les|le|l|mon|ma|des|a|en))* ?(?:etudes|formation|ecole|lecole|cours|travail|travailler|stage|lycee|fac|sport|cap|bac|bts|apprentissage|alternance|zero|vie|rendez vous|route|traitement|permis|code)
(?:recontact|reecri|recri|relanc|continu|recommenc|repren)\w*(?: (?:moi|nous|les messages?))? (?:pas|plus|jamais)(?: \w+)*
(?:arret\w*|cess\w*|inutile|peine|besoin)(?: (?:de|d|me|m|nous|la|plus))* (?:recontact|reecri|recri|relanc|reappel|renvo)\w*(?: \w+)*
si je (?:mets|dis|envoie|fais|reponds|frappe)(?: \w+)*
(?:lecole|ecole|formation|etudes|cours|travail|stage|lycee|fac|apprentissage|alternance|sport)(?: \w+){0,5} (?:reprend\w*|recommenc\w*|continu\w*|revenir)
si (?:vous|tu|ca|vs) (?:me |m)?(?:re|continu)\w*(?: \w+)*
(?:pas|plus|jamais|pourquoi|quand|veux pas|arretez de) (?:de )?(?:me |m ?)?(?:reprend\w*|recommenc\w*|recontact\w*|reecri\w*|relanc\w*|re)
""",
)


def start_rule(text: Text) -> str:
    """The rule by which she asks for our messages again; "" when she does not."""
    core = text.core or text.plain
    if len(text.plain) <= 80 and START_WHOLE.found(core):
        return START_WHOLE.name
    starts = START.found(text.plain) and not NOT_START.found(text.plain)
    return START.name if starts else ""
