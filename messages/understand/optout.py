"""STOP and START: exact words and phrases, never a guess (PRODUCT sections 3.10 and 8)."""

# ruff: noqa: E501
from __future__ import annotations

import re
from dataclasses import dataclass

from messages.understand.optin import start_rule
from messages.understand.optout_grammar import (
    BEFORE_IT,
    FEW_WORDS,
    GRAMMAR,
    HINT,
    about_saying,
    arranged,
    for_others,
    near_stop,
    only_hours,
)
from messages.understand.phones import phones_in
from messages.understand.rule import rule
from messages.understand.text import Text

_CONTACT = (
    r"(?:(?:me |nous |m ?|d ?|l )?(?:ecri\w*|contact\w*|recontact\w*|envo\w*|embet\w*|emmerd\w*|harcel\w*|saoul\w*|soul\w*|derang\w*|spam\w*"
    r"|appel\w*|rappel\w*|relanc\w*|parl\w*|fatigu\w*|texto\w*|message\w*|importun\w*|casser|soler|joindre|sollicit\w*"
    r"|bombard\w*|chauff\w*|gonfl\w*|faire chier|gaver|gave|insister|repondre))"
)

STOP_WHOLE = rule(
    "stop.word",
    r"""
(?:non |ok |mais |cest bon |bon |vas y |allez |je dis |jai dit )*(?:stop|stopp?e[rzs]?|arrete|arretez|arret|desabonn\w*|desinscri\w*|unsubscribe|stop message|stop pub|resili\w*|cesse[zr]?|stop tout|stopsms|unsub|fin des messages?|basta|khal+as+|ca suffit|suffit|halte|cancel)(?: (?:stop|arrete|arretez|merci|la|maintenant|tout|ca|sa|svp|bordel|putain|ok|quoi|de suite|tout de suite|please|message|cest bon|un peu|now|immediatement|direct))*
""",
    whole=True,
)

# Who does not write to her any more is no wish of hers: "mon père me parle plus".
_OTHERS = (
    "il elle ils elles pere mere daron daronne reum reup soeur frere famille parents copine copain mec "
    "meuf ex mari femme pote potes amis fille fils enfants personne monde gens qui educ prof patron "
    "assistante"
)
_NOT_OTHERS = "".join(f"(?<!{one} )" for one in _OTHERS.split())

STOP = rule(
    "stop.phrase",
    rf"""
(?:\d+|trop de) message(?: \w+){{1,5}} (?:ca suffit|cest (?:trop|abuse|lourd|bon la))|^(?:non )?plus d(?:e )?(?:msg|sms|mess|texto)\w*(?: (?:svp|merci))*$
(?:dites|dis)(?: moi)? a (?:votre|vos|ton|ta|la|tes) \w+ que je veux plus qu ?(?:elles?|ils?) (?:me |m ?)(?:re)?(?:ecri|appel|contact|envo|relanc|derang)\w*(?: \w+)*
sert a rien de (?:continuer|insister) (?:a |de )?m ?(?:envo|ecri|appel|relanc|contact)\w*(?: \w+)*
^(?:plus|jamais) (?:rien|jamais)(?: (?:svp|merci|de vous|recevoir|de vos messages?|envoyer))*$|de[sz]?abon\w*|de[sz]inscri\w*
(?:veux|voudrais|souhaite|j?aimerai[st]?|prefere|prefererais)(?: \w+)? plus (?:avoir|recevoir|voir|lire|de)(?: (?:de|d|des|vos|tes|aucun|les))* (?:messages?|message|textos?|relances?)(?: \w+)*
(?:\d+ ?(?:e|eme|er|fois)|dernier|enieme|encore un|deuxieme|troisieme|quatrieme) (?:message|relance|fois|appel)s? (?:stop|arretez)
(?:message|relance|appel)s? stop$|^(?:arreter|cesser|stop)(?: (?:svp|merci|tout|ca|la))*$
(?:parle[sz]?|ecri(?:s|vez)|repond[sz]?|repondez|appelle[sz]?|contacte[sz]?) (?:moi|nous) (?:plus|jamais)(?: (?:jamais|svp|merci|rien|la|maintenant|ok|ici))*$
(?:annul\w*|supprim\w*|resili\w*|termin\w*)(?: \w+)? (?:inscription|abonnement)(?: \w+)*
(?:on peut|on va|je prefere|autant|veux)(?: \w+)? en rester la(?: \w+)*
(?:message|messages?|textos?|relances?|rappels?)(?: \w+){{0,2}} (?:arretez|cest (?:bon )?fini|ca suffit)$
^(?:et )?(?:plus|jamais|plus jamais|jamais plus) (?:m|me |nous )(?:ecri\w*|envo\w*|appel\w*|contact\w*|relanc\w*|derang\w*|texte\w*|rappel\w*|parler?)(?: \w+)*
(?:plus|jamais)(?: jamais)? (?:vous|tu) (?:m|me )(?:envo\w+|relanc\w+|derang\w+|texte\w*|rappel\w+|parle\w*)(?: \w+)*
laiss(?:e|ez|er) (?:tranquilles?|en paix)|quitte[sz]? (?:moi|nous)(?! pas)
(?:supprim\w*|effac\w*|enlev\w*|retir\w*|vir\w*|ray\w*|suppr)(?: \w+){{0,2}} (?:mon|ce) (?:0[67]|numero|telephone|nom|prenom)(?: \w+)*
(?:veux|voudrais|j?aimerais|souhaite|demande) que (?:vous|tu) (?:arret\w+|cess\w+|stop\w*)(?! pas)(?: \w+)*
(?:veux|voudrais?|j?aimerais?|souhaite|faut|faudrait) que (?:ca|vos messages?|tes messages?|tout ca|les messages?) (?:sarrete\w*|cesse\w*)(?: (?:vos|les|tes|ces|vraiment|maintenant|la))*(?: (?:messages?|message|textos?|relances?))?$
(?:rien|aucune?|aucun des deux|ni lun ni lautre)(?: (?:de|tout|ca|du|deux|la|dedans))* (?:stop|arretez)$
(?:insiste[rz]?|insistez)(?: pas| plus)(?: \w+)*|inutile (?:de |d ?)(?:insister|me recontacter|mecrire|me relancer|me rappeler|continuer)|pas la peine (?:de |d ?)(?:insister|m ?ecrire|me reecrire|me recontacter|me relancer|continuer)
(?:vous |te )?demande (?:de |d ?)(?:arreter|plus|me laisser|cesser|me retirer|stop)
(?:plus|pas) (?:envie|question)(?: \w+)? (?:de |d ?)recevoir(?: \w+)*
(?:veux|souhaite) plus (?:faire partie|rien avoir a faire|entendre parler|avoir (?:de vos nouvelles|affaire)|de nouvelles)(?: \w+)*
plus de (?:nouvelles|contact|relance) svp|^plus de nouvelles$
je me retire$|(?:oublier|laisser|lacher) (?:moi|nous)(?: tranquille)?|suppr (?:mon numero|moi)|numero bloque
^(?:je vous ai |tes |vous etes |jai )?bloque(?:e|r|es)?$
(?:porte|porter|vais porter|depose|deposer) plainte(?: (?:contre (?:vous|toi|ce numero)|pour (?:harcelement|spam)|si (?:vous|tu|ca)|direct)(?: \w+)*|$)
(?:fini|finis|finit|termine|cest fini|terminez)(?: avec)? (?:les |vos |tes |ces )(?:messages?|message|textos?)
^(?:assez|cest assez|fin|(?:cest )?termine)(?: (?:svp|merci))*$
(?:vous|tai|te lai|vous lai)(?: ai)?(?: (?:deja|bien))* (?:dit|envoye|mis|ecrit|repondu)(?: deja)? stop(?: \w+)*|(?:tu|vous) (?:comprend\w*|comprenez|captez?|savez|sais) pas(?: \w+){{0,3}} stop$
^arrete svp(?! (?:de|d|pour|tu|vous|cest)(?!\w))(?: \w+)*|(?:tg|tagueule|gueules?|(?:le|sale|petit|la) (?:robot|bot|machine|ia)|connards?|connasses?|batards?|encules?|clochards?|bouffons?|abrutis?|tocards?|pd|fdp) arrete(?: (?:la|svp|maintenant|stp|ton|tes|vos|robot|messages?|message))*$
(?:^|(?<!ete )(?<!est )(?<!suis )(?<! a )(?<!jai )(?<!ont )(?<!ma )(?<!mavez )(?<!avez )(?<!vous )(?<!etait ))(?:coupez|coupe (?:moi|svp))(?: (?:svp|moi|tout|ca|la|maintenant|vite|le contact))*$|^coupez (?:svp|moi ca|tout ca)(?: \w+)*|(?:laiss|lach)\w* (?:tomber )?mon cas|^continue[rz]? (?:pas|plus)(?: (?:svp|merci|cest bon|la))*$
on (?:arrete|stop)(?: tout)? la(?! bas)(?: \w+)?|on sarrete la|(?:on en |restons |rester )en reste la|on en reste la|restons en la|prefere (?:qu ?on arrete|arreter la|arreter les messages?|en rester la)|jarrete la merci
(?:veux|voudrais|aimerais) pas qu ?on (?:m ?ecri\w+|me contacte|me relance|me derange)
qu ?on me laisse (?:tranquille|en paix)
allez voir ailleurs|barrez vous
(?<!vous )(?:m ?ecrivez|ecrivez moi|contactez moi|appelez moi|m ?appelez|me contactez|me rappelez) plus jamais(?: \w+)*
(?:tu vas|vous allez|vas tu|allez vous|tu veux|vous voulez) (?:bien |enfin |pas )?(?:finir par )?me (?:lache[rz]?|laisse[rz]? tranquille|foutre la paix)(?: (?:un jour|oui|ou quoi|la grappe|les baskets|a la fin|maintenant|non))+
(?:avai\w*|j?ai|a|avez) (?:deja )?(?:dit|demande) (?:de |d ?)(?:arrete\w*|stop\w*|cesse\w*|me laisse\w*)(?! (?:a|de (?:fumer|boire)) )(?: \w+)*
(?:veux|souhaite|voudrais) plus (?:qu ?on|que (?:vous|tu|personne)) (?:me |m ?)(?:contact\w*|ecri\w*|appel\w*|relanc\w*|derang\w*|text\w*|envo\w*)(?: (?:svp|stp|merci|jamais|du tout|maintenant|(?:par |ni par )?\w+ ni par \w+|ni par \w+))*$
s t o p
(?:arretez?|cessez?|stop) (?:de |d )?(?:me |nous )?(?:demander|poser)(?: (?:des|vos|ces|tes|questions|ca|a chaque fois|tout le temps|svp|merci))*$
(?:veux|souhaite|voudrais) pas (?:que (?:vous|tu) (?:m ?ecri\w+|me contact\w+|m ?appel\w+|me relanc\w+|me derang\w+)|recevoir (?:ce|de ce|ces|des|de|vos|tes|plus)(?: \w+)*)
(?:raye[rz]?|rayez) (?:moi|mon)(?: \w+)*|(?:plus|pas) besoin (?:de |d ?)(?:m ?ecrire|me contacter|me relancer|m ?appeler|me rappeler|me reecrire)(?: \w+)*
oubli(?:e|ez) mon existence|dit d ?envoyer stop|(?:veux|voudrais|demande|faut|aimerais)(?: \w+)? (?:que )?(?:vous|tu) arret(?:iez|es|ez|e)(?! pas)(?: \w+)*
(?:sarrete|sarretent|arretent) (?:les|vos|ces) messages?
je bloque(?: (?:ce|votre|vos|ton|direct|maintenant|tout|vous|numero|la|de suite|svp|et|basta))*$|^(?:(?:stop|bon|allez|la|maintenant|non|mais|ok) )*(?:ca|sa) suffit(?: (?:la|maintenant|svp|bordel|merci|stop|les|vos|tes|avec|ces|messages?|message|textos?|relances?|harcelement|comme|ca|conneries|je|porte|plainte|bloque))*$
(?:arrete|arretez|arreter|stop|cesse|cessez|cesser)(?: (?:un peu|svp|maintenant|vite|de suite|tout de suite|juste|donc|sil te plait|sil vous plait|merci|please))* (?:de |d |avec )?(?:me |m |nous |mes |l |mon )?{_CONTACT}
(?:arrete|arretez|arreter|stop|cesse|cessez)(?: (?:un peu|svp|maintenant|avec))* (?:vos|tes|les|ces|ce|cette|le|tout|avec|la|votre|ton)? ?(?:messages?|message|textos?|conneries|relances?|appels?|pub|spams?|numero|conversation|harcelement|mails?|cirque|robots?|bots?|machines?|systeme)
(?:de |d ?)?(?:m|me |nous )(?:embeter|emmerder|harceler|saouler|deranger|spammer|faire chier) (?:arrete|arretez|stop)
merci (?:de |d ?)(?:arreter|cesser|stop|stop|me retirer|me laisser (?:tranquille|en paix)|laisser (?:moi )?tranquille|me supprimer|(?:plus|pas) (?:me |nous |lui |leur )?(?:[mn]?(?:re)?(?:ecri|envo|contact|appel|rappel|relanc|derang|spam|sollicit|harcel|embet)\w*|insister)|plus$)(?: \w+)*
merci (?:de |d ?)(?:supprimer|effacer|retirer|enlever) (?:mon|mes|ce|le|moi|tout)(?: (?:numero|nom|donnees|contact|infos?|coordonnees|fiche|profil|compte|de|la|vos?|votre|liste|fichiers?|base|svp))*$
lach(?:e|ez|es) (?:moi(?! (?:ladresse|un(?! peu)|une|le|ton|ta|votre|des)(?!\w))|laffaire|nous|l affaire|moi la grappe)|lach(?:e|ez) (?:moi )?(?:la grappe|les baskets)
laiss(?:e|ez|es|er)(?: (?:moi|nous|me))(?: \w+)? (?:tranquilles?|en paix|vivre|respirer|dans mon coin|repos)
laiss(?:e|ez) (?:moi|nous|moi tranquille|tranquille)(?: (?:svp|merci|maintenant|frere|please|la))*$
laisse(?:z)? tomber (?:les messages?|stop)
(?:fou|fous|foutez|fichez|fiche|fout|foute)s? (?:moi|nous) la (?:paix?|pe)
(?:oubli(?:e|ez)|perd(?:ez|s)?) (?:moi|mon (?:numero|contact|0[67]|telephone)|ce numero|nous)
{_NOT_OTHERS}(?<!me )(?<!nous )(?<!pouvez )(?<!peux )(?<!je )(?:ecri(?:s|vez)|(?:me |m|nous )?(?:ecri(?:s|vez|viez)|recontacte[sz]?|contacte[sz]?|envo(?:ie|ies|yez)|derange[sz]?|appel+e[sz]?|rappel+e[sz]?|relance[sz]?|texte[sz]?|embete[sz]?|sollicite[sz]?)|contacter|recontacter|relancer|deranger|mecrire|menvoyer|mappeler)(?: (?:moi|nous))? (?:plus(?! tard| tot| souvent| vite| de details| simple| precis| apres| clair| gros| court| (?!definitiv)\w+ement(?!\w))|jamais)(?: (?:jamais|svp|merci|sil|message|de message|la|maintenant|rien|ici|sur|moi|a ce numero|jai|je|vous|ok))*
(?:vous allez|tu vas|vous pouvez|tu peux|pouvez vous|peux tu) (?:arreter|cesser|stop)(?! (?:de fumer|l ecole))
(?:veuillez|priere de|vous prie de|demande de|svp) (?:cesser|arreter|stop|me retirer|me supprimer|me laisser tranquille|me desinscrire)(?: \w+)*
(?:vous etes|tes|je vais|numero) bloque\w*
(?:plus|jamais) (?:vous|tu) (?:m|me )(?:ecri\w+|appel\w+|contact\w+)
(?:supprim\w*|effac\w*|enlev\w*|retir\w*) moi(?! (?:un|une|ce|le|la) (?:doute|rendez|stop|epine))(?: \w+)*
(?:plus|jamais)(?: (?:me|m|de|d|besoin d|besoin de|jamais|aucun|etre|a))* (?:contact\w*|recontact\w*|ecrire|derang\w*|sollicite\w*|recevoir|relance\w*|embete\w*|message\w*)(?! (?:de toi|de votre part et|que par|par))
{_NOT_OTHERS}(?<!je )(?<!on )(?<!il )(?:m|me )(?:ecri(?:s|t|vez)|contacte[sz]?|recontacte[sz]?|reecrivez|appele[sz]?|appelle[sz]?|envoi[est]*|envoye[sz]?|parle[sz]?|derange[sz]?|texte[sz]?|rappel+e[sz]?|relance[sz]?) (?:pas|plus)(?! (?:encore|souvent|vite|tard|compris|tot|les messages?|apres|avant|entre|le (?:matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi)|demain|aujourdhui|ce|cette|trop|maintenant|la$|en|tout de suite|a|au|pendant|quand|le|sur|pour|de la|chez|dans))
(?:veux|souhaite|voudrais|desire|aimerais|veut|peux)(?: \w+)? plus (?:de |que |qu on |quon |d |avoir |recevoir |etre |aucun |rien |vous |te |entendre |vos |tes |ces |les |parler (?:avec vous|avec toi|a vous))*(?:messages?|message|contact\w*|vous (?:mecri\w*|me|m)|tu (?:mecri\w*|me|m)|recevoir|nouvelles|avoir affaire|mecri\w*|parler de vous|relance\w*|entendre|ecri\w*|rien recevoir)
(?:veux|souhaite|voudrais|aimerais|desire|demande)(?: (?!tout|pas|de)\w+){{0,2}} (?:arreter|stop|stop|cesser|me desabonner|me desinscrire|etre (?:retir\w*|supprim\w*|desinscri\w*|desabonn\w*|enlev\w*|efface\w*))(?: (?:les|vos|de|la|ces|ca|tout|cet|cette|nos|tes|du|le)? ?(?:messages?|message|conversation|echanges?|recevoir|tout|ca|discussion|relances?|repertoire|liste|fichier|base|contact|textos?))?$
(?:pas|veux pas|souhaite pas|aucune? envie|refuse)(?: (?:de|d|que|etre|je|a))* (?:d?etre (?:contact\w*|derang\w*|relanc\w*|recontact\w*)|recevoir (?:de|des|vos|tes|ces|d|plus|aucun)(?: \w+)*|vos messages?|tes messages?)
(?:plus|pas|stop|assez|marre|bol|suffit|aucun|zero)(?: (?:de|d|des|a|aux|avec|recevoir|vos|tes|ces|les))+ (?:messages?|message|textos?|relances?|spam|pub)(?! (?:de ma part|vocal|ecrit|en|avant|apres|recu|pour (?:le|la|linstant)|depuis|ni|de nouvelle))
(?:desabonn\w+|desinscri\w+|unsubscribe|resili\w+)(?: \w+)*
(?:supprim\w*|effac\w*|enlev\w*|retir\w*|vir\w*|ray\w*|sor[st]\w*|sortir|jet\w*|oubli\w*)(?: (?:moi|svp|bien|vite|aussi))* (?:mon|mes|ce|le|de|du|la|vos|votre|tout|toutes|ma|tous)(?: (?:mon|mes|vos|votre|la|ce|les|ton|tes|cette))* (?:numero|contact|donnees|infos?|informations|coordonnees|liste|fichiers?|repertoire|base|listing|telephone|fiche|compte|dossier|messages?)
(?:je )?(?:vous|te|tai|vs) (?:ai )?(?:bloque|signale|vais bloquer|vais signaler|signaler|bloquer)(?! (?:que|qu|un|une|mon|ma|mes|le changement|une erreur))(?: \w+)*
(?:veux|souhaite) plus(?: (?!lui|leur|le|la|les)\w+)? (?:discuter|parler|echanger|continuer|repondre)(?: (?:avec|a) (?:vous|toi|un robot))?$
(?:fin|terminer|termine|clore|couper)(?: \w+)? (?:de |des |la |les |a |cette )+(?:conversation|messages?|discussion|echanges?)
(?:m ai|mai|je me suis)? ?trompe\w* (?:en|de) (?:vous|m) inscri\w*
vos gueules?(?: \w+)* messages?
(?<!je )(?<!jme )(?<!il )(?<!elle )(?<!on )(?<!quil )(?:degage|degagez|barre toi|barrez vous|casse toi|cassez vous|tire toi|va ten|va t en|disparai\w*|allez vous en) ?(?:de (?:la|mon tel\w*|ma vie|mes messages?))?$
foutez le camp|passez votre chemin|circulez
""",
)

_STOP_SIGNS = frozenset("🛑⛔🚫")
_LOOKALIKES = str.maketrans("ѕтор0", "stopo")
_SPELT = re.compile(
    r"\W*s\W{0,3}t\W{0,3}o\W{0,3}p\W*|\W*(?:st\W{1,2}p|tsop|otsp|sotp|stpo|(?:stop){2,})\W*|\W*(?:sto p|s top|st op|5top|\$top|st0 p)\W*"
)
_NAMED = re.compile(r"m['’ ]?appeler? [A-Z][a-zé]+")
_ELSEWHERE = re.compile(  # out of a course or an office, not out of our list
    r"(?:desinscri|desabonn|resili|enlev|retir|supprim|sort|ray)\w*(?: \w+){0,3} (?:formation|bac|brevet|concours|cours|pole|france travail|emploi|examen|atelier|rendez vous|cej|ecole|lecole|stage|garantie|mission|caf|rsa|assurance|forfait|candidature|lycee|fac|permis|logement|foyer|netflix|free|sfr|orange|bouygues|salle|l?argent|colis|empreintes|l?platre)(?!\w)"
)
_OURS = re.compile(
    r"(?<!\w)(?:listes?|fichiers?|base|messages?|message|textos?|repertoire|envois?|stop)(?!\w)"
)
_TAKEN_OUT = re.compile(r"supprim|effac|enlev|retir|vir[e]|raye|stop|desabon|desinscri")
_YOU_NO_MORE = re.compile(
    r"(?:vous|tu|on)(?: \w+)? (?:m|me |nous )?(?:re)?(?:ecri|appel|envo|contact|relanc|repond|arret|allez)\w*(?: \w+)? (?:plus|pas|jamais)|vous allez arreter de maid"
)
_FIRM = re.compile(r"stop|desab|desin|unsub|resili|cesse")
_SURPRISED = re.compile(
    r"(?<!\w)(?:serieux|vrai|vraiment|trop (?:bien|bon|beau|fort|gentil\w*|content\w*|cool|drole|mignon)|genial|incroyable|adorable|sympa|jure|blague|content\w*|hate|oui|ouf|fou|dingue|top|cool|rougi\w*|pleurer|emotion\w*)(?!\w)"
)
_SAID_AGAIN = re.compile(r"^(.+?)(?: \1)+$")
_COUNTED = re.compile(r"\d+ message ")  # its "cette semaine" counts, and limits nothing
_STOP_TOKEN = rule("stop.in_text", r"stop|arretez|cessez")

NOT_STOP = rule(
    "stop.denied",
    r"""
(?:apres|depuis|ensuite|puis) (?:ca )?plus (?:rien|de nouvelles?)|arretez avec (?:la mission locale|la caf|france travail|pole emploi)
stop (?:les|aux) (?:appel|message)s? (?:le (?:soir|matin|midi|week end)|la nuit|a (?:minuit|\d+ ?h))(?: \w+)*|stop (?:stop )+je (?:rigole|deconne|plaisante)(?: \w+)*
non stop (?:au|a la|a l|en|le|la|les|depuis|cette|toute|tous|du|des|de|dans|sur|pour|avec|je (?:travaille\w*|travailler|cherche|galere|cours|tourne|pleure|dors|mange|pense|enchaine))(?: \w+)*
laiss\w* (?:moi|nous|lui) (?:voir|finir|terminer|reflechir|regarder|demander|dormir|manger|arriver|faire|un|une|votre|ton|vos|du|jusqu\w*|\d+|quelques|le (?:temps|numero)|la journee|les)(?: \w+)*
(?:coupe|eteins?|eteint|ferme) mon (?:telephone|portable|phone)(?: \w+)*
(?<=\w )(?<!oui )(?<!mais )(?<!ah )(?<!ben )(?<!bah )(?<!euh )(?<!merci )(?<!dit )(?<!encore )(?<!dis )(?<!bon )non stop(?: \w+)*
(?:pourquoi)(?: (?:vous|tu|ya|il|y|a|on|me|marqu\w*|ecri\w*|mett\w*|mets?|dites|dis|mis|le|mot|toujours|envoy\w*|tout|temps))+ stop
(?:veux|voudrais|aimerais|j?aimerais|faudrait|faut|peux|essaie|essaye|aide[rz]? (?:moi )?a)(?: \w+)? (?:stop\w*|arret\w*) (?:les|mes|de|la|le|l|d|mon|ma)? ?(?:dettes?|credits?|frais|loyers?|fumer|boire|drogue|shit|clope\w*|alcool|etudes|ecole|cours|formation|stage|travail|deconner|conneries|galere\w*|fumette|jeux?)(?: \w+)*
(?:train|bus|tram|metro|car|rer|ter|contrat|cdd|bail|stage|aide|alloc\w*|rsa|chomage|formation|pluie|musique)(?: \w+)? (?:sarrete\w*|arrete(?!z)\w*|stop\w*)(?: \w+)*
(?:recois|recoit|recu|recevais|jai)(?: (?:vraiment|toujours|encore|deja|eu|recu|meme|souvent))? (?:pas|plus|aucun)(?: (?:de|d|vos|tes|les|le|mes|ton|votre|encore))* (?:messages?|message|textos?)(?: (?:sur|dans|depuis|de|car|en|avec)(?: \w+)*|$)
jai (?:lache|laisse) (?:l ?affaire|tomber)|(?:non stop|stop) (?:je (?:rigole|deconne|plaisante)|mdr)(?: \w+)*
pas envie (?:de |d ?)(?:arreter|stop)(?: \w+)*
(?:pas|jamais|rien)(?: (?:dit|envoye|demande|ecrit|mis|voulu|de|voulais|frappe|marque|dire|un|vraiment|eu|faire|mettre|ecrire|fait))+ ?(?:stop|arret\w*)
(?:^|surtout |mais |non |(?<!\w)(?:jai|javais|ai|as|tas|a|avait|ont|avez|avons|suis|sest|est|cest|etais|veux|voulais|voudrais|peux|pourrai|vais|va|allez|dois|doit|faut|compte|pense|envie|sais|prefere|fais|fait|faites|dit|veut|voulez|vraiment|souhaite|desire|aimerais|voulait) (?:me |sur |vous )?)(?:pas|jamais) (?:d |de )?(?:stop|arret\w*)|pas darret|jamais (?:stop|arret\w*)
arret\w* (?:vous|toi) (?:a|au|aux|la|ici|devant|derriere|pres|en|avant|apres|sur|dans|chez|vers|pour|prendre|ou(?! (?:je|jappelle|jen|on|sinon|alors))|deux|\d+|cinq)(?! chier)(?: \w+)*
(?:jallais|allais|failli|pense a|pensais a|songe a|hesite|hesitais|a (?:deux|2) doigts|sur le point|presque|limite|(?:etais|etait|suis|prete?) (?:prete?|a))(?: \w+){0,4} (?:stop|arret\w*|bloque\w*|desabonn\w*|desinscri\w*)(?: \w+)*|(?:au debut|avant|a la base) (?:je |j)?(?:voulais|pensais|disais|comptais)(?: \w+){0,3} (?:stop|arret\w*|bloque\w*)(?: \w+)*|un peu (?:plus )?(?:et |encore et )(?:je |j)?\w+ stop(?: \w+)*
(?:(?:two|three|four|five|\d+) stops|(?:one|more|few|next|last|first|second|this|bus|train|tram|metro|the|my|your|each) stops?)(?! (?:messages?|messaging|texting|sending|sms))(?: \w+)*|stop(?:s|ped|ping)? (?:by|over|at|near|in front)(?: \w+)*|(?:can ?t|can tes|couldn ?t|cannot|i) stop\w*(?: \w+)*
(?:il|elle|ils|elles|prof|juge|coach|patron)(?: \w+){0,3} (?:dit|dis|disent|dire|crie\w*|gueule\w*|hurle\w*|repete\w*) (?:que )?(?:stop|arret\w*)(?: \w+)*
(?:veux|voulais|vais|faut|dis|veut|souhaite|compte|envie d|envie)(?: \w+)? pas (?:que (?:tu|vous|ca|on) )?(?:d |de |m |me )?(?:stop\w*|arret\w*|qu)(?! de recevoir)
(?:arrete|arretez|cessez|lachez|lache|laisse|laissez|oubliez|oublie|moublie[sz]?|mabandonnez|me lache[sz]?|abandonnez)(?: (?:moi|surtout|vous|me|le|tomber))? pas(?: \w+)*
^stop pas(?: \w+)*
(?:cest quoi|quoi|pourquoi|comment|que veut dire|ca veut dire quoi|si je mets|si je dis|si jecris|si jenvoie|kwa|pk|jai pas compris le|ya marque|le mot|a quoi sert|cest ou|dois|faut|il faut)(?: (?:le|un|jecris|de|mettre|envoyer|ce|je|ecrire|dire|ca|tu|vous|ecrivez|mettez|mets|marque))* stop
stop (?:cest (?:quoi|quand|que si|juste si|seulement si|si)|ca veut dire|veut dire|ca sert|pourquoi|signifie|ca fait quoi|cest pour|a quoi)
(?:stop|arret|arrete)(?: \w+)? par (?:erreur|accident)|(?:erreur|accident|trompe|expres)(?: \w+){0,4} stop|stop (?:cetait|etait) (?:une erreur|pas moi|une blague|pour rire|un accident)
(?:faire du|fait du|en|du|auto|au|le|panneau|joue a|jouer a|mets pas|mettez pas|sticker|autocollant|prochain|dernier|premier|ce|un|deux|grille un|fais du|pit|feu) stop(?! (?:aux|des|les|merci|messages?|svp)(?!\w))
stop (?:covid|tabac|racisme|violences?|devant|derriere|en face|motion|and go|ou encore|harcelement|au feu|bus)
(?!jai deja (?:dit|envoye|mis|ecrit|repondu) stop(?! (?:a|au|aux|la|l|le|les|mon|ma|mes)(?!\w)))(?:jai|a|ai|avait|avais|as|avez|ont|avoir|fait|suis|etre|javais|ma|mont|doit|dois|devais|du|pour|du|(?<!ca )va|vais|pense|voulais|ai du|viens d|vient d|d)(?: (?:deja|tout|du|tous|pas|enfin|bien|bientot|vite|aussi|me|m|l|envie d|faire|dit|decide d))* (?:stop\w*|arret\w*)(?: \w+)?(?: (?:lecole|ecole|fac|cours|etudes|lycee|formation|stage|travail|travailler|fumer|boire|shit|drogue|contrat|cdd|tout|sport|foot|aide|traitement|medicaments|medocs|de|d|le|la|les|mon|ma|en|a|au|depuis|apres|avant|par|parce|car|il|ya|y|hier|lan|quand|cest|juin|mars))(?: \w+)*
(?:jarrete|jai arrete|je stop\w*|jai stop\w*|javais arrete|jai du arreter|on ma arrete|ils mont arrete|ma arrete|mont arrete|il arrete|elle arrete|ca arrete|ca sarrete|sarrete|ils arretent|cest arrete|tas arrete)(?! (?:de (?:vous|te|recevoir)|les messages?|vos|la conversation|cette|la merci|la svp|la$))(?: \w+)*
(?:travailler|travaille\w*|pleure|messages?|appelle|24h?|temps|marche|cours|h24) non stop
(?:a|l|un|en|larret|mon|son|cet|d|sans|a l|a son|d un|mandat d|date d|prolonge\w*|au|de|fin d|avis d|les|ce|deux|dernier|premier|prochain|bon) ?(?:arret|larret)(?: (?:de|du|maladie|bus|tram|travail|metro|au|cardiaque|svp je|la|jarrive|medecin|d|a|car|voltaire|pour|je|dans|cest|ou)(?: \w+)*|$)
(?:larret|arret) (?:de |du )?(?:bus|tram|metro|maladie|travail|cardiaque|car)
(?:en|mon|un|d|larret|a l|l|sous) arret
sans arret|arrete (?:tes conneries|ton char|tu|t |mdr|de (?:rire|deconner|mentir|rigoler|faire genre|stresser|jouer|rever|me faire (?:rire|rever)))
(?:peux|arrive|arrives|arrivent|arrivais|peut|saurais)(?: \w+)? (?:pas|plus)(?: (?:a|m|me|d))* ?(?:arret\w*|stop\w*)
(?:elle|il|ils|ca|mon \w+|ma \w+|la (?!machine)\w+|le (?!robot|bot)\w+|les \w+)(?: \w+)? (?:arrete|arretent|arretait|a arrete|sarrete|ont arrete|a stoppe)(?: \w+)*
(?:elle|il|ils) (?:a |ont )?stop(?: \w+)*
(?:fin|arret|arreter) (?:de|d|du) (?:mon|ma|mes|contrat|stage|cej|droits|droit|suivi|la formation|formation|traitement|mois|semaine|journee)
^(?:non )?(?:mais )?stop (?:cest|ca|tes|vous etes|tu es|il est|elle est|je suis) (?:trop|tellement|mort|hyper|super|abuse|grave) ?(?:beau|belle|bien|drole|marrant|mignon|de rire|genial|pour)(?: \w+)*
stop (?:(?:je suis )?mort de rire|je (?:ris|rigole|meurs))(?: \w+)*
stop (?:un|une|deux|2|3|5|10|quelques) ?(?:s|sec|secs|secondes?|min|minutes?|instant|petite?)(?: \w+)*
stop (?:les|aux|au|a la|a l|le|la) (?!(?:messages?|message|mms|textos?|relances?|rappels?|spams?|pubs?|menus?|harcelement|notifs?|envois?|appels?|questions?|questionnaires?|forcing|robots?|bots?|conneries|trucs?|mails?|cest|svp|merci|maintenant|stop|je|jen|jai|la|ca|tout|numero|programme|contact|suivi|conversation|discussion|liste|baratin|blabla|delire|cinema|gars|mecs?|amis?|freres?|cons?|gens|derniere|premiere|semaine|prochaine|fois|bordel|dessus|equipe|refs?|reufs?|frere|freros?|frangins?|potos?|khey|gadjos?|go)\b)(?:\w+)(?: (?!stop\b)\w+)*
non stop (?:dispo\w*|libre|joignable|ouvert|h24|24|7j|ce|en ce|toute)(?: \w+)*
(?:lui|leur) (?:dis|dit|disais|disait|repete|ai dit|repondu|crie|hurle|ai crie) (?:de )?(?:stop|arret\w*)(?: \w+)*
stop (?:(?:non|euh|oups|pardon|attends|mince|enfin|merde|desole|ah|bah|en fait|finalement) )+(?:\w+ )*(?:trompe\w*|erreur|oui|voulais|mauvais|bouton|rigole|deconne|appelle\w*|ok|reprend\w*|vas y)(?: \w+)*
(?:y ?a|ya|cest|est|il y a) (?:ecrit|marque|note|mis) stop(?: \w+)*
(?:veut dire|signifie|sert a|pour) (?:a )?quoi(?: \w+){0,3} stop
(?:pourquoi|comment ca|quand|depuis quand|je croyais que|je pensais que|ya longtemps que|alors)(?: \w+)? (?:vous|tu|karim|on|personne)(?: \w+)? (?:m|me |nous )?(?:re)?(?:ecri\w*|envo\w*|appel\w*|repond\w*|contact\w*|relanc\w*) (?:plus|pas|jamais)(?: \w+)*
(?:jai|javais|ai|on a|il a|elle a|ma mere a|viens de|vient de|avais|avait|ont)(?: (?:bien|deja|du|tout|meme|juste|encore|deja|toutes?|tous|pas))* (?:supprim\w*|effac\w*|enlev\w*|retir\w*|resili\w*|jet[e]\w*|vir[e]\w*)(?! (?:mon numero de (?:chez|vo)|de votre))(?: \w+)*
(?:vais|dois|veux|faut|voudrais|comment|peux)(?: \w+)? resilier (?:mon|ma|le|la|chez|free|orange|sfr|bouygues)(?: \w+)*
(?:ete|me suis fait|me suis fais|mont|ma|ils mont|etais|suis|fus|etre) (?:\w+ )?(?:desinscri\w*|radie\w*|exclu\w*|vire\w*|raye\w*|supprime\w*|desabonne\w*) (?:de|du|des|par|a|chez|pour)(?: \w+)* ?(?:france|travail|pole|emploi|caf|mission|fac|ecole|lycee|formation|cej|auto|permis|rsa|foyer|liste d|logement|examen|bac|pe|cours)(?: \w+)*
(?:desinscri\w*|radie\w*|resili\w*|desabonn\w*)(?: (?:moi|de|du|d|a|mon|ma|chez|la|le|l|mes))* ?(?:france travail|pole emploi|caf|fac|free|orange|sfr|bouygues|sosh|forfait|bail|assurance|mutuelle|netflix|canal|box|salle|basic fit|auto ?ecole|spotify|edf|contrat|navigo|abonnement (?:de )?(?:bus|telephone|train|tcl|transport))(?: \w+)*
(?:ils|elles|autres?|associations?|structures?|gens|educs?|ont|elle|mon educateur|conseillere|mission locale|on|quelquun|personne)(?: (?:ont|a|m|a tous|toutes?|tous|jamais))+ (?:arret\w*|cess\w*) (?:de|d)(?: \w+)*
(?:dont|don t|don tes|do not|never|didnt|did not|not|wont|t?have to|please dont|without|cant|doesnt) (?:have to |need to |want (?:you )?to |to |you )?stop\w*(?: \w+)*
(?:comprends?|compris|lis|lire|recois|recu|vois|vu|capte|aime|envoie|sais|jai pas|trouve|prefere|plutot|voix|telephone|reel|vrai)(?: \w+){0,3} pas (?:les|des|vos|de|le|par) (?:messages?|message|textos?)(?: \w+)*
pas (?:des|les|par|de) (?:messages?|message|textos?) (?:automatiques?|de robots?|tout prets?|tout faits?|copie\w*)(?: \w+)*
(?<!sert )(?:mont|ma|mavez|mavait|mas|ont|avez|avais|jai|javais|est|a)(?: (?:vraiment|toujours|encore|meme|eu|deja))? (?:jamais|plus|pas|rien)(?: (?:vraiment|encore|eu|meme))? (?:de |d |votre |vos |ton )?(?:m|me )?(?:re|r)?(?:contact|appel|ecri|relanc|envoy|derang|recu|repond|messages?|message|nouvelles)\w*(?: \w+)*
(?:plus|pas|aucun|plus aucun)(?: de| d| le)? (?:contacts?|nouvelles) (?:avec|de) (?!vous|toi|votre|ta)\w+(?: \w+)*
(?:un|1|seul|deux|2)(?: \w+)? (?:messages?|message)(?: (?:par|chaque|la|le|de|semaine|mois|jour))* (?:ca )?suffit(?: \w+)*
(?:\w+ )?(?:par (?:semaine|mois|jour)|euros?|e|\d+) (?:ca |me )*suffit(?: \w+)*|ca me suffit(?: \w+)*|(?:ca|sa) suffit (?:pour|a|comme)(?: \w+)*
bloqu\w* (?:moi |nous )?(?:un|une|le|la|les|\d+h?) (?!numero|contact|messages?)\w+(?: \w+)*|(?:mon|ma|le|la|ca)(?: (?!numero)\w+)? bloque$
(?:personne|ils?|elles?|gens|ex|mec|pere|mere|frere|police)(?: (?:veut|veulent|va|vont))? (?:me |nous |m )laiss\w* (?:pas |jamais )?(?:tranquilles?|en paix|vivre|respirer)(?: \w+)*
je retire (?:mon|ma|mes) (?:plainte|candidature|dossier|demande|colis|carte|papiers?|passeport|argent)(?: \w+)*|vir(?:e|ez|er|ement)(?: moi)? (?:largent|les sous|\d+|mon argent)(?: \w+)*
plus rien (?:compris|capte|entendu|mange|vu|dit)(?: \w+)*|arretez? (?:je )?(?:rougis|pleure|craque|fonds|kiffe|vais (?:pleurer|rougir))(?: \w+)*
arretez? (?:moi si|vous etes (?:trop|vraiment|super|adorable)|jy crois|cest trop|vous me faites (?:rire|rougir)|tu me)(?: \w+)*
stop and go|(?:travail|travaille|travailler|cours|taffe|cherche|tourne|enchaine|galere) non stop(?: \w+)*
(?:mon|ma|mes|petit|petite|elle|il|quelquun|mec|frere|soeur|pote|copain|copine|moi qui|qui)(?: \w+){0,3} (?:mis|met|frappe|envoye|repondu|ecrit|clique|appuye|dise|dit|ai mis) (?:sur )?stop(?: \w+)*
que je (?:vous |te )?(?:dise|mette|reponde|ecrive|envoie) stop(?: \w+)*
(?:conseill\w*|educ\w*|referente?|assistante?|patron\w*|dame|monsieur|mission locale|caf|psy|medecin|avocat\w*)(?: (?:elle|il|ils))? (?:me |m ?)?(?:re)?(?:ecri|appel|contact|rappel|repond|relanc|parl)\w* (?:plus|pas|jamais)
envo(?:ie|yez)(?: moi| nous)? plus (?:de |d ?)(?:detail|info|renseignement|precision|explication|choix|photo|proposition|offre|piste)\w*|(?:je )?(?:recois|recevais|recevrai|vois) plus (?:vos|tes|les|aucun|de) (?:message|mail|rappel|nouvelle)s?
(?:pas la peine|inutile|pas besoin|evite[zr]?)(?: (?:de|d))? ?(?:m ?|me )?(?:re)?(?:appel|contact|ecri|joindre)\w*(?: moi)? (?:avant|apres|entre|le (?:matin|soir|midi|week end)|tot|trop tot|pendant)(?: \w+)*
(?:telephone|portable|forfait|compte|carte|ligne|puce|situation|dossier)(?: \w+)? (?:est|etait|ete|reste)(?: \w+)? (?:bloque\w*|coupe\w*|suspendu\w*|resilie\w*)|(?:me retire|retire|desinscri\w*|annul\w*|resili\w*)(?: \w+)? (?:du|de la|de l|au|a la|mon|ma|le|la|l) ?(?:concours|permis|code|formation|atelier|examen|inscription au|forfait|bail|assurance)
(?:plus|pas) besoin (?:de |d ?)(?:aide|laide|logement|travail|formation)(?: \w+){0,3} (?:pour linstant|pour le moment|jai trouve|gardez|garde)(?: \w+)*|(?:gardez|garde)(?: bien)? mon (?:numero|contact|dossier)
(?:ca )?suffit les (?!message|relance|texto|appel|rappel|spam|pub|conneries)\w+|(?:on )?sarrete la pour (?:aujourdhui|ce soir|linstant|le moment|cette fois)
(?:qui|ca|on|il|elle|message) (?:me |nous )?(?:dit|disait|demande|propose|ecrit)(?: \w+){0,3} stop(?: \w+)*
^(?:(?:non|oh|mdr|wesh|serieux|attends|attendez) )*arretez? (?:cest (?:vrai|gentil|mignon|adorable|touchant)|serieux|vous (?:rigolez|deconnez|etes serieux)|tu (?:rigoles|deconnes|es serieux)|jy crois pas|la verite)(?: \w+)*
^(?:(?:oui|ok|attends|attendez|non|mais|ah|eh|hey|la) )*stop (?:jarrive\w*|je descends|je (?:te |vous )?(?:vois|rejoins)|je suis (?:la|en bas|devant|arrivee?)|je suis (?:la|en bas|devant|arrivee?)|ne bouge|bouge pas|bougez pas)(?: \w+)*
stop (?:mais |car |cest |parce que )*(?:cetait|etait) (?:pour|un|une|pas|mon|ma|le|la)(?: \w+)*|(?:repondre|repond|reponds|repondez|ecrire|envoyer|frappe|mettre|dire|mets|met|envoie) stop (?:ou|ca|cest|il|fait|\d|pour|et|a la)(?: \w+)*
(?:si|je dois|(?<!fois )faut|quoi|pourquoi|coute)(?: \w+){0,4} (?:repondre|reponds|repond|mets|met|mettre|dis|dire|envoie|envoyer|ecrire|frappe) stop(?: \w+)*
(?:et )?si (?:je|j|on|jamais)(?: ?\w+){0,4} (?:arret\w*|stop\w*|plus de messages?|desinscri\w*|desabonn\w*|supprim\w*|plus recevoir|bloque)(?: \w+)*
(?:desinscri\w*|desabonn\w*|arret\w*)(?: \w+)? si (?:jamais|ca|je|on|besoin|plait)(?: \w+)*
(?:avez|avait|ont|avais) (?:\w+ )?(?:oublie|perdu|supprim\w*|efface\w*|enleve|retire)(?: \w+)*
(?:elle|il|ils|on|educ\w*|conseill\w*|mere|pere)(?: \w+)? (?:ma|mont|m ?a|m ?ont) (?:laisse\w*|lache\w*|oublie\w*|raye\w*|supprime\w*|retire\w*|vire\w*|sorti\w*|enleve\w*|radie\w*)(?: \w+)*
(?:on ma|ils mont|elle ma|il ma|mont|jai ete|ai ete|ete|me suis fait|me suis fais) (?:vire\w*|raye\w*|sorti\w*|supprime\w*|enleve\w*|retire\w*|radie\w*|exclu\w*|desinscri\w*|virer|rayer|sortir)(?: \w+)*
(?:qu ?ils?|qu ?elles?|quils?|quelles?|ex|mec|copain|gars|type) (?:\w+ )?arret\w*(?: \w+)*
(?:j?aime|prefere|supporte|lis|comprends?|utilise|fais) pas (?:trop )?(?:les|des|vos|de) (?:messages?|message|textos?)(?: \w+)*
(?:supprim\w*|effac\w*|oubli\w*|ignor\w*|enlev\w*|annul\w*)(?: \w+)? (?:le |mon |ce |l )?(?:dernier |premier |ancien )?(?:messages?|message) (?:d ?avant|precedent|dernier|que|je|de tout|juste|envoye|d ?hier)(?: \w+)*|(?:oubli\w*|ignor\w*|effac\w*) (?:mon|le) dernier message(?: \w+)*
(?:comment|je dois|dois je|je peux|faut que je|je vais|je veux|jaimerais|besoin de|aide\w* a)(?: \w+){0,3} (?:supprimer|effacer|resilier|fermer|desactiver) (?:mon|ma|mes|le|la|un) (?:compte|profil|dossier|fiche|appli\w*|cv|insta\w*|facebook|forfait|contrat|bail|abonnement)(?: \w+)*
pas (?:demande|dit|voulu|question)(?: (?:de|d|que|vous))* ?d?(?:arret\w*|stop\w*)(?: \w+)*
(?:je )?(?:peux|pourrais|pouvais|arrive|arrivais|sais) plus (?:en |vous |te |rien |vraiment )?(?:recevoir|envoyer|menvoyer|appeler|ecrire|repondre|rappeler|contacter|joindre|ouvrir|voir)(?: (?!stop|arret)\w+)*
(?:jai|jai bien|je lai|ai) (?:signale|bloque)(?: \w+)*
(?:demand\w*|dit|supplie)(?: \w+){0,3} a (?:mon|ma|mes|un|une|lui|cet)(?: \w+){0,2} (?:d ?arret\w*|darret\w*|de (?:me laisser|plus))(?: \w+)*
(?:enlev\w*|retir\w*|ray\w*|supprim\w*|sort\w*|laiss\w*)(?: moi| nous)? pas(?: \w+)*
(?:faut|veux|voudrais|surtout)(?: \w+)? pas (?:que (?:vous|tu) )?(?:me |m |nous )?(?:supprim|enlev|retir|ray|oubli|lach|laiss|abandon|bloqu|desinscri|desabonn)\w*(?: \w+)*
(?:dou|ou|comment|pourquoi)(?: \w+){0,2} (?:sors|sortez|sort|trouve\w*|tire\w*)(?: \w+)? (?:mon|ce) (?:numero|nom|contact)(?: \w+)*
(?:sort\w*|sor) (?:moi|nous) (?:de|d|du) (?:la|cette|ce|ma|l)? ?(?:rue|galere|merde|foyer|ici|trou|misere|quartier|enfer|situation|chez)(?: \w+)*
(?:attends |attendez )?stop (?:attends|attendez|deux(?! fois)|je (?:comprends?|capte|pige|suis perdu\w*)|trop de questions|les questions|avec (?:vos|les|tes) (?!messages?|message|textos?|relances?|conneries|trucs?|rappels?|pubs?|spams?|notifs?)\w+)(?: \w+)*
arretez? (?:avec (?:vos|les|tes) (?!messages?|rendez|aides?|menus?|offres?|message|textos?|relances?|conneries|trucs?|rappels?|pubs?|spams?|notifs?|robots?)\w+|(?:les|vos|tes|ces) (?!messages?|message|textos?|relances?|conneries|trucs?|rappels?|pubs?|spams?|notifs?|robots?|appels?|envois?|harcelement|menu|questions|cirque|mails?)\w+|vous allez|quand|a quelle)(?: \w+)*
arret\w* de (?:me |nous )?parler (?:de|d|comme|complique\w*|mal|fort|anglais|trop|chinois|en|du|des)(?: \w+)*
arret\w* (?:de |d ?)(?:m ?|me |nous |l ?)?(?:envoyer|balader|renvoyer|menvoyer) (?:a|au|aux|chez|vers|dans|d|dun|partout|de (?:bureau|service)|mon|mes|ma|loin)(?: \w+)*
(?:enlev|retir|supprim)\w* moi (?:ce|cette|un|une|la|le) (?!numero|liste)\w+(?: \w+)*
(?:ma|mont|m ?a|m ?ont|me) (?:dit|dis|disent|crie|hurle|repond\w*) (?:de )?(?:degage\w*|casse\w*|barre\w*|tire\w*|daller voir|d aller)(?: \w+)*
(?:jai|javais|on a|elle a|il a|deja) (?:deja )?(?:porte|depose) plainte(?: \w+)*
(?:vous|tu) (?:m ?)?(?:avez|aviez|mavez|maviez|as|mas) (?:bien |deja )?(?:dit|ecrit|marque|promis)(?: \w+){0,3} (?:denvoyer stop|stop|plus de messages?|d ?arret\w*)(?: \w+)*
(?:vous|tu|ca|ils) (?:stopp?e\w*|arret\w*) (?:quand|a quelle|le|la|mon|mes|si|apres|pour|ou|vers)(?: \w+)*
(?:disparais|disparaitre)
^(?:(?:oh|ah|non|mais|eh|ok) )*arretez? (?!.*(?:message|texto|ecri|appel|relanc|derang|harcel|spam|stop|insist))(?:(?:il )?y ?avait|yavait|ya|cetait|jy suis|jai (?:eu|attendu|vu|reussi|galere|rate)|on (?:ma|mont|nous)|(?:il|elle|ils) (?:ma|mont)|je (?:te|vous) crois pas|cest pas (?:possible|vrai))(?: \w+)*
(?:je )?(?:vais )?bloqu\w* (?:(?:le|ce) (?:numero|contact) d(?:e (?:mon|ma|mes|son|sa)|u) \w+|(?:son|leur) (?:numero|contact))(?: \w+)*
""",
)


@dataclass(frozen=True, slots=True)
class OptOut:
    """What the STOP lexicon says: `doubt` pauses the bot and shows the text to a human."""

    stop: bool = False
    start: bool = False
    doubt: bool = False
    rules: tuple[str, ...] = ()


_KEPT = re.compile(
    r"(?:bloqu|coup|vir|enlev|retir|arret|lach|oubli|effac|supprim)\w*(?: moi| nous)? (?:pas|rien)|re ?(?:recevoir|avoir)|remet|(?<!\w)je (?:lache|oublie) "
    r"|(?:retir|enlev|supprim|effac|oubli)\w* (?:mon|ma|une?) (?!num|nom|prenom|contact|profil|compte|fiche|dossier|inscri|existence|tel|adresse|mess|liste|fichier|0|abonn|trace|mail)\w+(?!\w| d(?:e|ans) (?:ta|votre|vos|tes|la liste))"
    r"|(?<!\w)(?:ecri(?:s|vez)|envo(?:ie|yez)|contacte[sz]?|appelle|appele[sz]) (?:moi|nous)(?! (?:plus|pas|jamais|rien))"
    rf"|(?<!\w)(?:{'|'.join(_OTHERS.split())}) (?:me |m)?\w+ (?:plus|pas|jamais|rien)"
)


def may_be_stop(text: Text) -> bool:
    """True when a word of the text may be of a STOP and nothing says that it is not one."""
    return (
        " " in text.plain
        and bool(HINT.search(text.plain))
        and not text.laughs
        and not _KEPT.search(text.plain)
        and not arranged(text.plain)
        and not (_moves(text) or _of_another_office(text.plain))
        and not (text.asks and _YOU_NO_MORE.search(text.plain))
        and not any(
            NOT_STOP.found(c) or about_saying(c) or only_hours(c) or for_others(c)
            for c in text.clauses
        )
    )


def opt_out(text: Text) -> OptOut:
    """STOP and START in a French or one-word text; other languages are in foreign.py."""
    if started := start_rule(text):
        return OptOut(start=True, rules=(started,))
    if _whole(text):
        if text.laughs and "stop" not in text.plain and "arretez" not in text.plain:
            return OptOut(doubt=True, rules=("stop.laughed",))
        return OptOut(stop=True, rules=(STOP_WHOLE.name,))
    return _phrases(text)


def _whole(text: Text) -> bool:
    if len(text.core) > 80:
        return False
    if not text.core and not _STOP_SIGNS.isdisjoint(text.emoji):
        return True
    once = _SAID_AGAIN.sub(r"\1", text.core)  # "basta basta" is "basta"
    if near_stop(once) or _SPELT.fullmatch(text.folded.translate(_LOOKALIKES)):
        return True
    whole = STOP_WHOLE.found(once) or STOP_WHOLE.found(text.plain[:120])
    if whole:
        return True
    cores = [core for core in text.cores if core not in BEFORE_IT] or list(text.cores)
    ends = cores[:1] + cores[-1:]
    if NOT_STOP.found(text.plain) or not any(STOP_WHOLE.found(c) for c in ends):
        return False
    # "arrête, c'est vrai ?" is surprise; "stop, merci" is STOP.
    surprised = text.asks or text.laughs or bool(_SURPRISED.search(text.plain))
    return not surprised or any(_FIRM.search(c) for c in ends)


def _phrases(text: Text) -> OptOut:
    denied, soft = False, arranged(text.plain) or _moves(text) or _named(text)
    for words in text.clauses:
        clean = NOT_STOP.phrases.sub("_", words)
        if said := about_saying(words):
            clean = clean.replace(said[0], "_")
        denied = denied or clean != words
        phrase = _phrase(text, words, said)
        if (
            phrase
            and (soft or only_hours(phrase) and not _COUNTED.match(phrase))
            and "stop" not in clean
        ):
            denied, phrase, clean = True, "", ""
        if phrase:
            return OptOut(stop=True, rules=(STOP.name,))
        if not soft and FEW_WORDS.found(words):
            return OptOut(stop=True, rules=(FEW_WORDS.name,))
        if _STOP_TOKEN.found(clean):
            return OptOut(stop=True, rules=(_STOP_TOKEN.name,))
    return OptOut(rules=(NOT_STOP.name,) if denied else ())


def _phrase(text: Text, words: str, said: re.Match[str] | None) -> str:
    """The clause `words` from its phrase of STOP on; "" without one, or when it is denied."""
    asked = text.asks and bool(_YOU_NO_MORE.search(words))
    for found in (m for one in (STOP, GRAMMAR) for m in one.phrases.finditer(words)):
        told = (
            _of_another_office(words)
            or said
            and said.start() < found.end()
            and found.start() < said.end()
        )
        rest = " ".join(text.clauses)[" ".join(text.clauses).find(found[0]) :]
        if not (told or asked or _denied(words, found.start()) or for_others(rest)):
            return words[found.start() :]
    return ""


def _of_another_office(words: str) -> bool:
    """ "je me désinscris de pôle emploi", "retirer de l'argent"."""
    return bool(_ELSEWHERE.search(words)) and not _OURS.search(words)


def _moves(text: Text) -> bool:
    """A number is given, and it is not one to take out."""
    return bool(phones_in(text.raw)) and not _TAKEN_OUT.search(text.plain)


def _named(text: Text) -> bool:
    """ "arrêtez de m'appeler Kevin": a name said with its capital, in a text not all in capitals."""
    return not text.raw.isupper() and bool(_NAMED.search(text.raw))


def _denied(words: str, start: int) -> bool:
    """True when a harmless use of the word covers the phrase found."""
    return any(m.start() <= start < m.end() for m in NOT_STOP.phrases.finditer(words))
