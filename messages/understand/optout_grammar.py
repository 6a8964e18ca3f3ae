"""STOP by its grammar: a verb of contact, a list or a message, with a refusal or a removal.

Read by optout.py after its phrases, clause by clause, in canonical words (spelling.py).
"""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

import re

from messages.understand.rule import Rule, rule, words

# "m'écrire" is one canonical word, "mecrire"; so are "d'envoyer", "n'envoyez".
_REACH = (
    r"[mdln]?(?:re|r)?(?:ecri\w*|crir\w*|envo[iy]\w*|voy\w+|contact(?!s\b)\w*|appel\w*|ape?ll?[er]\w*|relanc\w*|texte\w*|textot\w*"
    r"|spam\w*|sollicit\w*|derang\w*|embet\w*|harcel\w*|emmerd\w*|insist\w*|joindre|joign\w*|notifi\w*|importun\w*)"
)
_ORDER = (  # the same verbs said to us, or as an infinitive
    r"[mdln]?(?:re|r)?(?:ecri(?:s|vez|re|viez)|envo(?:ie|ies|yez|yer)|contacte[rsz]?|appel+e[rsz]?|relance[rsz]?|texte[rsz]?|textote[rsz]?"
    r"|spamm?e[rsz]?|sollicite[rsz]?|derange[rsz]?|embete[rsz]?|harcele[rsz]?|insiste[rsz]?|notifie[rsz]?)"
)
_MAIL = (
    r"(?:messages?|message|mms|textos?|relances?|notifs?|notifications?|spams?|pubs?|envois?|rappels?|appels?|sollicitations?"
    r"|harcelement|blabla|forcing|bla bla|alertes?|communications?)"
)
_LIST = (
    r"(?:listes?|fichiers?|bases?|repertoires?|listings?|carnets?|contacts?|envois?|programmes?|dispositifs?|systemes?"
    r"|trucs?|machins?|groupes?|diffusions?|registres?|annuaires?|mailing\w*|inscrits|destinataires|histoires?|bazar|logiciel|donnees|numeros?)"
)
_YOUR = r"(?:vos|votre|tes|ton|ta|la|le|les|ces|cette|ce|leur|leurs|un|tous vos|toutes vos)"
_CEASE = r"(?:t?arret(?:e|es|ez|er|on|ons)|stop|stopp?e[rz]|cess(?:e|es|ez|er))"
_REMOVE = (
    r"(?:supprim\w*|effac\w*|enlev\w*|retir\w*|vir(?:e|es|ez|er)|ray(?:e|es|ez|er)|rai(?:e|es)|sort(?:s|ez|ir)?|sor|jet(?:e|ez|er)|jett(?:e|es|ez)"
    r"|radi(?:e|ez|er)|m ?oter|bann?(?:is|issez|ir)|elimin\w*|exclu\w*|ot(?:e|ez|er)|desactiv\w*|degag(?:e|ez|er)|oubli(?:e|ez|er)|detrui\w*|barr(?:e|ez|er)|decoch\w*|coup(?:e|ez|er))"
)
_POLITE = r"(?: (?:svp|merci|maintenant|la|ok|vite|direct|stp|please|definitivement|tout de suite|immediatement|point|point final|rapidement|aussi|bien|moi|oui|ou non|ou quoi))*"
_END = rf"{_POLITE}$"
_CREOLE = r"(?:voye\w*|fe (?:m|moi)|ekri\w*|envoye|rele|kontakte|kriy\w*|pale|deranje|anmed\w*|anmwede|nwi|fatige|ensiste|anbete)"

GRAMMAR = rule(
    "stop.grammar",
    rf"""
{_ORDER}(?: (?:moi|nous))? (?:pas|plus|rien|jamais)(?: (?:et|ni|ou))? {_ORDER}(?: (?:moi|nous))? (?:pas|plus|rien|jamais)(?: \w+)*
(?<!vous )(?<!tu ){_ORDER}(?: (?:moi|nous))? rien(?: (?:apres|de plus|dautre|du tout|a|sur))*(?: \w+){{0,3}}{_END}
^(?:et |alors |donc )?plus {_REACH}{_END}
annul\w*(?: \w+){{0,5}} (?:et |tous )?(?:les |vos )?{_MAIL}{_END}
(?:tu vas|vous allez|tu peux|vous pouvez|tu veux pas|vous voulez pas) (?:bien )?(?:me|nous) (?:lach\w*|laisser tranquille|foutre la paix|oublier)(?: (?:oui|un peu|ou quoi|bordel|ou non))*$
^(?:ecri(?:s|vez)|envo(?:ie|ies|yez)|contacte[sz]?|recontacte[sz]?|relance[sz]?)(?: (?:moi|nous|rien))? pas{_END}
faut (?:pas|plus)(?: (?:me|nous))? {_REACH}{_END}
(?<!a )(?<!ai )(?<!ont )(?<!est )(?<!ete )(?<!avez )bloqu(?:e|es|ez|er) (?:(?:moi|nous)(?! (?:un|une|le|la|les|ce|cette|\d+)(?!\w))|mon (?:numero|contact|0[67]))(?: \w+)*
(?:bouton|moyen|option|lien)(?: \w+){{0,5}} (?:sarrete\w*|arret\w*|stop\w*|plus recevoir|desabonn\w*)(?: \w+)*
^(?:de )?(?:ne )?plus (?:rien |jamais )?(?:me |nous )?{_ORDER}(?: \w+)*
(?<!je )(?:demande|prie|remercie|merci|possible|gentiment|voudrais|voudrai|souhaite|souhaiterais|aimerais|jaimerais|jaimerai|prefere|prefererais|peut|peux|pouvez|veuillez|priere|svp|faut|faudrait|fait pour|fais pour|faire pour)(?: \w+){{0,3}} (?:de )?plus (?:rien |jamais )?(?:me |nous |lui |leur |etre |en |de |les |vos |tes )*(?:{_ORDER}|recevoir|avoir de nouvelles|avoir (?:vos|tes|de vos|de) {_MAIL}|contacte\w*|sollicite\w*|relance\w*|derange\w*|{_MAIL})(?: \w+)*
(?:pas|plus|inutile|arrete|arretez)(?: (?:la|le|de|du|tout|vraiment))* ?(?:peine|besoin|utile|necessaire|interet|envie|inutile) (?:de |d |que (?:vous|tu) |qu ?on )?(?:me |nous )?{_REACH}(?! demain| aujourdhui| lundi| mardi| ce soir| cette semaine)(?: \w+)*
{_CEASE}(?: (?:un peu|svp|maintenant|de suite|donc|vite|merci|de|d|2|avec|mes|tes|vos|crises|me|nous|moi|toujours|toutes? ces?|tous ces))* {_REACH}(?: \w+)*
(?:vous|tu|ca|ils|on) (?:me |nous )?(?:spam\w*|harcel\w*|bombard\w*|relanc\w*|emmerd\w*|saoul\w*|gav\w*)(?: \w+){{0,2}} (?:{_CEASE}|assez|basta){_END}
{_CEASE}(?: (?:un peu|svp|maintenant|avec|de|tout|tous|toutes|la))* (?:{_YOUR} )?{_MAIL}(?: (?:svp|merci|la|maintenant|a la con|de merde|inutiles?|debiles?|automatiques?))*$
(?:qu ?on|on|quon|peut|peux|pouvez|voudrais|prefere|prefererais|autant|allez)(?: \w+){{0,2}} (?:s ?)?(?:arret\w*|cess\w*|stop\w*)(?: la)?(?: (?:pour|avec|de|d|tous|a))*(?: (?:{_YOUR}|nos|nous) )?{_MAIL}(?: \w+)*
(?:arret\w*|sarret\w*|cess\w*|stop\w*) la (?:pour |avec )?(?:(?:{_YOUR}|nos) )?{_MAIL}(?: \w+)*
(?:qu ?on|quon|on|nous|peut|prefere|prefererais|autant|voudrais|vais)(?: \w+){{0,2}} (?:en )?rest(?:e|er|ons|era|ait|erait) la{_END}
(?<!un )(?<!seul )(?<!1 )(?:{_MAIL}|envoyer?|envoi|ecrire) (?:cest )?(?:fini|termine|stop|arret\w*|basta|assez|suffit|trop){_END}
(?:coup|desactiv|bloqu|debranch|eteign|eteind|suspend)\w* (?:{_YOUR} )?{_MAIL}{_END}
(?:coup|desactiv|bloqu|suspend)(?:e|ez|er|re) (?:les|vos|tes|ces) {_MAIL}(?: \w+)*
(?:fini|finir|termine|assez|marre|ras le bol|plein le cul|ca suffit|suffit|halte|basta|ya en a marre|saoule)(?: (?:de|d|avec|a|aux|par|la))*(?: (?:{_YOUR}|tous|toutes|recevoir|vos))* {_MAIL}{_END}
(?:plus|pas|veux pas|marre)(?: \w+)? (?:etre|faire partie|figurer|apparaitre|rester|est|suis)(?: (?:dans|de|sur|parmi|inscrite?|enregistree?|fichee?|note|marquee?))+ (?:{_YOUR} )?(?:\w+ )?{_LIST}(?: \w+)*
(?:plus|pas) (?:etre|rester) (?:fichee?|tracee?|contactee?|sollicitee?|suivie? par (?:vous|toi))(?: \w+)*
{_REMOVE}(?: (?:moi|nous|bien|svp|merci|vite|juste|donc|tout|direct))* (?:de|d|du|dans|sur|des)(?: (?:la|votre|vos|ta|tes|ce|cette|ces|toute|toutes|tous|tout|les|mailing))* ?{_LIST}(?: \w+)*
{_REMOVE} (?:le|la|les|moi|nous) (?:de|des|d) (?:votre|vos|la|cette|ces|ta|tes) ?{_LIST}(?: \w+)*
{_REMOVE} (?:moi|nous)(?: (?:de la|dela|direct|definitivement|vite|svp|merci|maintenant|partout|tout de suite))*$
{_REMOVE}(?: (?:moi|nous|svp|merci|vite|donc|bien))* (?:mon|ce|mes|le) (?:numero|contact|telephone|nom|prenom|06|07|coordonnees|fiche|profil|compte|ligne|infos?|donnees)(?: \w+)*
(?:pouvez|peux|pourriez|pourrais|pouver|voulez|veux|demande|merci|faut|faudrait|dois|devez|priere|voudrais|souhaite|aimerais|jaimerais|jaimerai|droit|vas|allez|vous|tu|^a|bien)(?: \w+){{0,3}} (?:de |d ?|que (?:vous|tu) )?(?:m ?|me |nous )(?:supprim\w*|effac\w*|enlev\w*|retir\w*|vir(?:e|es|ez|er)|ray(?:e|es|ez|er)|sort(?:ir|ez|es?)?|oubli(?:e|es|ez|er)|desinscri\w*|desabonn\w*|radi(?:e|ez|er)|laiss\w* (?:tranquilles?|en paix))(?: (?:de|d|du)(?: \w+)*)?{_END}
(?:je |je veux |veux |voudrais |demande (?:a |de )|souhaite |possible (?:de |d)|droit (?:de |d)|comment (?:on |je |faire pour )?)(?:\w+ ){{0,5}}(?:sortir|partir|disparaitre|etre (?:supprim\w+|effac\w+|enlev\w+|retir\w+|ray\w+|radi\w+|sorti\w*|ote\w*|desinscri\w+|desabonn\w+)) (?:de|d|du|des)(?: (?:la|votre|vos|ce|cette|ces|toutes?|tous))* ?{_LIST}(?: \w+)*
(?:^| )a (?:supprimer|effacer|retirer|enlever|desinscrire|rayer)(?: (?:de|d)(?: \w+)*)?{_END}
qu ?on (?:m |me )?oublie(?: \w+)*|quon moublie(?: \w+)*|oubli(?:e|ez|er) (?:que j ?existe|mon (?:existence|nom|numero|contact))
(?:je |je vais |vais )?(?:vous |te |vs )?(?:bloque|bloquerai|bloquer|bloques|blok\w*|blackliste\w*|blacklister|signale|signalerai|signaler|denonce) (?:si|direct|au|vous|votre|ton|ce numero|et|des|maintenant|la)(?: \w+)*
(?:gagne|merite|finir|finis|direct|droit a|cest|aurez|avez)(?: \w+){{0,2}} (?:blocage|bloque|blackliste)(?: \w+)*
(?:si|la prochaine fois)(?: \w+){{0,3}} (?:recommence\w*|continue\w*|insiste\w*|recri\w*|reecri\w*|renvo\w*|rappele\w*|relance\w*)(?: \w+){{0,6}} (?:signal\w*|bloqu\w*|blok\w*|cnil|plainte|police|avocat|33700|blackliste\w*)(?: \w+)*
(?:cnil|plainte|police|avocat|33700|signal\w*|bloque\w*)(?: \w+){{0,8}} (?:si|quand) (?:\w+ )?(?:vous |tu |ca |vs )?(?:recommence\w*|continue\w*|insiste\w*|reecri\w*|recri\w*|renvo\w*|rappele\w*|relance\w*|arret\w*)(?: \w+)*
(?:dit|repondu|repete|ecrit|dis|repond|repete|repeter) (?:que )?(?:non|stop|cest non|non merci) (?:\d+|cent|mille|dix|deux|trois|quatre|cinq|plein de|plusieurs|combien de|je sais pas combien de) ?(?:fois|x)(?: \w+)*
(?:degage\w*|cassez vous|casse toi|barre[rz]? (?:vous|toi)|tire[rz]? (?:vous|toi)|allez vous en|va ten|foutez le camp|disparaissez)(?: \w+)? (?:avec|de|et)(?: \w+)? (?:vos|tes|ton|votre|mon|mes|ma|ce) ?(?:{_MAIL}|numero|telephone|vie|boite|trucs?|conneries?|robots?|bots?|ia|machines?)(?: \w+)*
(?:marche|ok|bon|merci|garde|gardez)(?: \w+)? (?:vos|tes) {_MAIL} (?:pour (?:vous|toi|les autres|dautres|d autres)|ailleurs)(?: \w+)*
{_ORDER} (?:plus|rien|jamais)(?: \w+){{0,2}} (?:a|sur|vers) (?:ce|mon) (?:numero|telephone)(?: \w+)*
^(?:encore|un seul|un|le prochain|au prochain)(?: \w+)? {_MAIL}(?: de plus)?(?: (?:et|cest|alors))* (?:je )?(?:porte plainte|vous bloque|bloque|signale|saisis|appelle la police|vais)(?: \w+)*
^(?:si|la prochaine fois|prochaine fois)(?: \w+){{0,3}} (?:continue\w*|recommence\w*|cest|jappelle|je porte|je (?:vous )?(?:signale|bloque))(?: \w+){{0,3}} (?:police|plainte|avocat|cnil|33700|signal\w*|bloqu\w*)(?: \w+)*
(?:je (?:vous |vs )?)?(?:bloque|signale|porte plainte|signaler|bloquer|porter plainte|denonce|saisis la cnil|avocat)(?: \w+){{0,4}} si (?:vous |tu |ca |vs )?(?:continue\w*|recommence\w*|insiste\w*|reecri\w*|arret\w*)(?: \w+)*
^(?:(?:numero|spam|cest|direct|deja|hop|allez|et|ca|votre|ce) )*(?:bloquee?s?|signalee?s?|blackliste\w*)(?: (?:direct|au|en|comme|33700|et|signale|bloque|merci|spam|bye|ciao|salut|pour spam))*$
(?:je )?(?:retire|reprends|enleve|annule|donne plus|revoque) (?:mon )?(?:consentement|accord|autorisation)(?: \w+)*
(?:^|(?:demande|exige|veux|souhaite|reclame|voudrais)(?: \w+)? )(?:l ?|la |le )?(?:effacement|arret|suppression|fin|retrait|desinscription|leffacement|larret|radiation)(?: (?:de|des|du|d|immediat\w*|mes|mon|tous|vos|les|ces))* (?:donnees|{_MAIL}|numero|contact|infos?|coordonnees|inscription|abonnement|dossier|fiche|liste|la liste|votre liste|fichier)(?: \w+)*
(?:fait?e?s?|fais) comme si (?:je |j)(?:existe\w*|existais|etais)(?: \w+)*
(?:trouve[rz]?|cherche[rz]?|allez)(?: \w+){{0,2}} (?:quelquun|un|dautres?|autres?)(?: \w+)? (?:a |pour )?(?:embeter|emmerder|harceler|saouler|faire chier|spammer|deranger)|^(?:trouve[rz]?|cherche[rz]?) (?:vous|toi) (?:(?:un|une) autre|dautres|quelquun dautre)(?: (?:pigeons?|victimes?|clients?|gens|jeunes?|cobaye|distraction))?$|(?:ecri(?:s|vez)|parle[sz]?|envo(?:ie|yez)|adresse[sz]?|contactez|contacte)(?: vous)?(?: a)? (?:quelquun dautre|dautres|un autre|autre)(?: \w+)*
derniere fois que (?:vous|tu) (?:m ?|me )(?:ecri\w*|envo\w*|appel\w*|contact\w*|relanc\w*|derang\w*)(?: \w+)*
^(?:vous|tu|mais vous|ca fait 3 fois vous) me (?:harcele[sz]?|spamme[sz]?)(?: (?:la|trop|tous les jours|grave|cest|abuse|depuis|non|la maintenant))*$
(?:supprim\w*|effac\w*|enlev\w*|retir\w*|ray(?:e|es|ez|er))(?: (?:moi|nous))? (?:le|la|ca|tout)(?: (?:svp|merci|maintenant|direct|vite|de suite))*$
(?:fichez|fiche|foutez|fous|fout|levez) (?:le|moi le) camp(?: \w+)*|du balai|du vent$|bon debarras
(?:pas|plus|rien) (?:un|une|aucun|1|le moindre|un seul|seul) {_MAIL}{_END}
plus (?:de |d){_MAIL}(?: (?:svp|merci|je|je veux|veux|plus|rien|de|votre|part|jamais|sur|ce|numero|la|jen|ai|besoin))*
(?:alors |moi |et )*(?:voudrais|aimerais|jaimerais|jaimerai|prefere\w*|souhaite\w*|veux)(?: \w+)? (?:qu ?on|que l on|quon) (?:arrete|stop|en reste|sarrete|coupe|finisse)(?: la)?(?: \w+)*
plus avoir (?:de |vos |tes |aucune? )?(?:nouvelles?|{_MAIL})(?: \w+)*
^(?:zero|0|aucun|plus aucun|ni)(?: de)? (?:{_MAIL}|appel)(?: (?:ni|et|plus|{_MAIL}|appel|contact|rien))*{_END}
^(?:(?:cest|cetait|encore|ca sappelle|de|du|la) )*harcelement(?: (?:la|stop|signale|bloque|pur|grave|maintenant|cest|abuse))*$
(?:saoule[sz]?|soule[sz]?|soulez|gave[sz]?|gonfle[sz]?|fatigue[sz]?|cassez|casses|brise[sz]?|emmerde[sz]?|chier)(?: \w+){{0,3}} (?:avec|de) (?:vos|tes|ces|tous vos) {_MAIL}(?: \w+)*
{_MAIL}(?: (?:jen|jy|en|on))* (?:veux|veut|voulons|ai) (?:plus|pas)(?: (?:svp|merci|besoin))*$|jen (?:veux|ai) (?:plus|pas)(?: besoin)? de (?:vos|tes|ces) {_MAIL}
(?:vos|tes|ces|ton|votre) {_MAIL}(?: (?:automatiques?|a la con|de merde|pourris?))* (?:a la poubelle|poubelle|non merci|merci mais non|allez|degage\w*|dehors|je men (?:fous|bats|passe|fiche)|ca me saoule|au revoir)(?: \w+)*
(?:men|je men) (?:fous|fou|fout|bat|bats|fiche|balance)(?: \w+)? de (?:vos|tes|ces) {_MAIL}
^(?:gardez|garde)(?: les)? (?:vos|tes) {_MAIL}{_END}
^(?:33700|33 700|bloctel|liste rouge)$|(?:liste rouge|bloctel|33700)(?: \w+)*
(?:je )?(?:m ?oppose|mets? opposition|exerce mon droit d ?opposition)(?: \w+)*|droit d ?opposition|^opposition(?: (?:rgpd|cnil|svp))*$|(?:rgpd|cnil)(?: \w+){{0,2}} (?:supprim\w*|effac\w*|retir\w*|opposition)(?: \w+)*
^(?:un|1|encore un) {_MAIL} de plus(?: \w+)*
(?:m ?|me )?(?:appel|contact)(?: moi)? plus(?: (?:jamais|svp|merci))*$
^(?:desabonnez|desab|desabon|desinscript\w*|desinscrip|unsub\w*)(?: \w+)?$
(?:arret|fin|stop) (?:immediat|total|definitif|complet)(?:e)?(?: (?:de|des|de tous|du))? ?(?:{_YOUR} )?{_MAIL}(?: \w+)*
(?:j ?arret\w*|arreter|veux arreter|prefere arreter|souhaite arreter|faut arreter|stop)(?: \w+)? (?:de recevoir|la conversation|la discussion|les echanges|lechange|le suivi par (?:message)|vos message|ces message|les message)(?: \w+)*$
^(?:il |va )?faut arreter(?: (?:la|maintenant|svp|de suite|tout|ca|un peu))*$
respect\w* (?:mon|ma|mes) (?:choix|vie|refus|demande|volonte|droits?)(?: \w+)*
plus (?:aucun |de |le )?besoin (?:de |d )?(?:vos|tes|ces) (?:{_MAIL}|services?)(?: \w+)*
plus rien a (?:voir|faire) (?:avec|chez) (?:vous|toi|ca|tout ca|votre \w+)(?: \w+)*
(?:votre|ton|ce|vos) (?:numero|contact)(?: (?:est|sera|va etre|sont|cest))* (?:bloque\w*|signale\w*|blackliste\w*)(?: \w+)*
(?:passe[sz]?|passer) (?:ton|votre) chemin(?: \w+)*
^(?:eteins|eteignez|debranche[sz]?|ferme) (?:toi|vous|la|ta gueule)$
combien de fois(?: \w+){{0,4}} (?:dire|repeter|ecrire|envoyer) (?:stop|non|d ?arreter)(?: \w+)*
(?:\d|deux|trois|quatre|dix|des) fois? que je (?:vous |te )?(?:dis?|repete|demande|ecris) (?:stop|non|d ?arreter?)(?: \w+)*
(?:que|qu ?il) (?:il )?arrete de (?:m ?ecri\w+|me contacter|m ?envoyer)(?: \w+)* (?:robot|bot|machine|numero|truc)
^pas (?:me |nous )?{_ORDER}{_END}
(?:veux|souhaite|voudrais) rien recevoir(?: \w+)*|(?:va|vas|allez) (?:embeter|emmerder|harceler|saouler|spammer|deranger|relancer) (?:quelquun|les autres|dautres|un autre)(?: \w+)*
(?<!vous )(?<!avez )(?<!ete )(?<!est )(?<!jai )(?<!a )(?<!ma )(?<!les )(?<!le )(?:supprimez|effacez|desinscrivez)$
laiss(?:e|ez|es) (?:le|la|les|lui|mon (?:fils|frere|mari|mec|copain)|ma (?:fille|soeur|mere|femme|copine)|mes (?:enfants|parents)|nous) (?:tranquilles?|en paix|vivre)(?: \w+)*
(?:veut|veulent|souhaite|desire) (?:pas|plus) (?:que |qu )(?:vous|tu|on) (?:m ?|me |le |la |lui |les |l ?)?(?:contact\w*|ecri\w*|appel\w*|relanc\w*|derang\w*|embet\w*|harcel\w*)(?: \w+)*
^plus besoin(?: de (?:rien|vous|toi|votre aide|vos services?))?(?: (?:merci|a|vous))* bonne continuation$
(?:mauvais|erreur|trompe\w*|faux|pas le bon)(?: \w+){{0,3}} (?:supprim\w*|effac\w*|enlev\w*|retir\w*)(?: (?:svp|merci|moi|le|la|ca))*$|^(?:supprimez|supprimer|effacez|effacer|enlevez|retirez|radiez|rayez)(?: (?:svp|merci|moi|tout|ca))*$
(?<!a )(?<!ai )(?<!ont )(?<!est )(?<!ete )(?<!avez )(?:bloque[rz]?|banni\w*|blackliste[rz]?|met\w*) (?:moi|mon numero)(?: (?:en|sur|dans) (?:la |votre )?(?:liste noire|blacklist|liste rouge))?{_END}
^(?:vous etes |tes |est |hop |allez )*(?:blackliste\w*|block|blocked|bloquee?)(?: (?:bye|ciao|adieu|maintenant|merci))*$
je bloque(?: (?:bye|ciao|adieu|salut|la))+$|(?:bye|ciao|adieu|au revoir|salut) je bloque$
(?:revene[rz]|reviens|revenir)(?: (?:pas|plus|jamais))+(?! tard| tot)(?: (?:vers|me) ?\w*)?(?: \w+)?$|(?:tente[rz]?|essaye?[rz]?|essayez|essaie|cherche[rz]?)(?: (?:pas|plus))(?: (?:de |a )(?:me |m ?)?(?:joindre|contacter|ecrire|appeler|recontacter|relancer|avoir)(?: \w+)*)?$
(?:sert|servira)(?: plus)? a rien (?:de |d ?)(?:me |nous )?{_REACH}(?: \w+)*
{_CEASE} d ?(?:essayer|insister|forcer)(?: \w+)*|{_CEASE} de (?:forcer|tenter|me suivre|me tracer|me solliciter)(?: \w+)*
^(?:force[rz]?|insiste[rz]?|forcer)(?: \w+)? (?:pas|plus)(?: (?:la|svp|je|repondrai|repondrais|pas|frere|merci))*$
(?:voulais|veux|voudrais|demande|envie|veut)(?: (?:pas|plus|jamais|rien))(?: (?:de|d|recevoir|avoir))* (?:ces|vos|tes|de ces|de vos) (?:{_MAIL}|trucs?|conneries?)(?: \w+)*
(?:pas|plus) envie (?:de |d )?(?:recevoir|lire|avoir|voir) (?:ca|ces|vos|tes|vos trucs|de vos|des|plus)(?: \w+)*
(?:souhaite|veux|voudrais|prefere|demande|merci de|faut|faudrait|je)(?: \w+)? (?:mettre|mets|met|mettez) (?:fin|un terme) (?:a|aux|avec)(?: (?:cet|ces|cette|nos|vos|les|tout|ca|la))* ?(?:{_MAIL}|echanges?|conversation|discussion|contact|relation|suivi|inscription)(?: \w+)*|^mettez fin (?:a|aux)(?: \w+)*
^(?:je |jai |moi je )?(?:me retire|quitte|sors|sort)(?: (?:du|de|le|ce|cette|la|votre|de ce|de votre))+ (?:programme|dispositif|truc|projet|groupe|liste|conversation|suivi)(?: \w+)*
^fin d ?abonnement$|(?:annul\w*|resili\w*|termin\w*) (?:mon |l ?|cet |cette |mon )?(?:abonnement|labonnement|inscription|linscription)(?: \w+)*|^(?:je )?resilie(?: (?:svp|merci|tout))*$
^(?:ca s?arrete|sarrete|on stopp?e|on arrete|jarrete|stoppons|on sarrete|arretons)(?: tout)? (?:la|ici)(?: (?:svp|merci|ok|alors|desole|avec vous))*$|^on arrete tout(?: \w+)?$|^(?:je |j)arrete la(?: (?:svp|merci))*$
^(?:repond|repondez|repondre)(?: (?:moi|svp))? plus(?: (?:svp|merci|jamais|a ce numero|je|jai))*$|^plus (?:de reponse|repondre)(?: \w+)?$
^(?:fais |faites |un peu de )?silence(?: svp)?$|^taisez vous(?: \w+)?$|^(?:la |ta gueule |ferme )*(?:ferme la|la ferme|ta gueule|vos gueules|degage\w*|casse toi|casse)(?: (?:le|la|sale|les|petit))* (?:robots?|bots?|machines?|ia)$
^(?:sale |espece de )?(?:robot|bot)(?: \w+){{0,3}} (?:arrete|stop|degage)$|^(?:arrete|stop|degage) (?:sale |le |la |petit )?(?:bot|robot|ia|machine)(?: \w+)?$
^(?:arret\w*|arrete) (?:d ?ek?ri\w*|decrir\w*|decrire|ecrir\w*|mecrir\w*|menvoy\w*|davoy\w*)(?: \w+)*
^(?:laisse|lache|oublie|oubli|suprim|supprime|efface|enleve|enlev|retire|retir) moi$
^(?:delete|remove|enough|no message|no more)(?: (?:me|please|now|message|my number))*$
(?:m ?importun\w*|importun\w*)(?: \w+)? (?:plus|pas)(?: \w+)*|plus (?:m ?)?importun\w*(?: \w+)*
prie (?:de |d ?)(?:arret\w*|cess\w*|me laisser|me retirer|me supprimer|m ?oublier)(?: \w+)*
dit (?:que )?non(?: (?:deja|\d fois|plusieurs fois|trois fois|deux fois))+(?: \w+)*|^quand (?:je|jai|on) dis? non cest non(?: \w+)*|combien de fois(?: \w+)* (?:le |vous le |te le )dire(?: \w+)*
^(?:pas|plus) (?:de |d ?)(?:contact|relance|suivi)(?: (?:svp|merci|avec vous|par message))*$
""",
)

# Creole, and French of few words. The model knows too little of either to doubt them.
FEW_WORDS = rule(
    "stop.few_words",
    rf"""
^(?:(?:svp|merci|vous|toi|non) )*(?:pas|plus) (?:me |nous )?{_ORDER}(?: (?:moi|nous|encore|message|rien))+{_END}
(?:je|mi) veux pi (?:re[sc]e[vw]\w*|gagn\w*)(?: \w+)*
^(?:(?:svp|tanpri|non) )*pas {_CREOLE} (?:ban )?(?:(?:m|moi|nou|nous) )?(?:message )?encore(?: \w+)*
^(?:(?:svp|tanpri|non|merci|mesi|souple|ok) )*(?:pas|pi|piga|pinga)(?: (?:janm|jamais))? (?:re)?{_CREOLE}(?: (?:m|moi|a|anyen|ayen|nou|nous|ban|ba|bay|message|teks|tex|sms|zot|encore|plis|plus|sa|yo|svp|jamais|janm|tout|tanpri|sou|nimewo|numero|pou|merci|non|encore))*$
(?:sispann?|rete|arret\w*|las|bouke|ase|fini)(?: (?:de|d|di))? {_CREOLE}(?: \w+)*
^(?:(?:tanpri|svp|souple|non) )*(?:sispann?|ase)(?: (?:svp|tanpri|souple|mesi|merci|sa|kounya))*$
(?:bay|ban|ba|fout|foute) (?:m|moi|nou) (?:repo|lape|yon repo|la paix?)(?: \w+)*
kite (?:m|moi|nou|nous|man)(?: an)? (?:tranquille|trankilman|pe|peut etre|repo|lape|vivre|respire)(?: \w+)*
(?:moi|je|mi|an) (?:pas|pa|pli) (?:vle|veux|vouloir|anvi|bizwen|besoin)(?: (?:recevoir|resevwa|encore|gagn\w*|ankenn|okenn|plis|lot))* (?:message|recevoir|texto)(?: \w+)*|^(?:(?:svp|merci|non) )*pas (?:message|texto)s?(?: (?:encore|plus))* svp$|(?:pas vle|veux pi) (?:ou|nou|zot|yo)(?: i)? {_CREOLE}(?: \w+)*
(?:efase|efas|wete|retire|tire|siprime|supprime|efface|oubliye|bliye) (?:nimewo|numero)(?: (?:m|moi|a moi|an moi|sa|la|tanpri|svp))*$
""",
)

# What makes of a refused call or text an arrangement: another channel, another hour, a manner.
_WRITE = r"(?:ecri(?:s|vez|re|t|ts)|sms|messages?|textos?|whatsapp|mail|wsp|insta|snap|chat|ecrit|texte[rz]?)"
_VOICE = r"(?:m|r|mr)?(?:appel\w*|apel\w*|rappel\w*|telephon\w*|joindre|tel|appels?)"
ARRANGED = rule(
    "stop.arranged",
    rf"""
{_VOICE}(?: \w+){{0,8}} (?:mais |plutot |par |en |je prefere |prefere |uniquement |que |seulement |juste |je peux )+(?:par |les |des |un |le |repondre |seulement |que |en |juste )*{_WRITE}(?: \w+)*
{_VOICE}(?: (?:moi|pas|plus|jamais|svp|je|decroche|reponds?|repond|peux|parle|parler|aime|deteste|au|telephone|en|masque|numero|inconnu|prive|je decroche|chez|travail|la|journee|le|matin|soir|nuit))+ (?:ecri(?:s|vez)|envo(?:ie|yez)|message|message|par|mais)(?! (?:pas|plus|rien|jamais|moi plus))(?: \w+)*
(?:ecri\w*|message|messages?|textos?|ecrit|whatsapp|mail)(?: (?:cest|je|moi|oui|la))* (?:mieux|prefere|plus simple|plus facile|parfait|nickel|me convient|me va|marrange)(?: \w+)*
(?:plutot |uniquement |que |seulement |juste |prefere )(?:par |les |des |un |le |en |me |un )*{_WRITE}(?: \w+)*
(?:par|en) (?:message|ecrit|whatsapp|mail|snap|insta)(?: (?:cest|ca|je|plutot|svp|uniquement|seulement|oui|si|mieux|merci))*$
(?<!si )(?<!si vous )(?<!si tu )(?<!si ca )(?<!si sa )(?<!vous )(?<!tu )(?<!ca )(?:continuez|continue)(?: (?:sinon|a mecrire|a menvoyer|quand meme|svp|comme ca))*$
(?:vous pouvez (?:quand meme |toujours )?(?:continuer|mecrire|ecrire|menvoyer))(?: \w+)*
{_VOICE}(?: \w+){{0,5}} (?:envoyez|envoie|ecrivez|ecris|textez)(?: (?:moi|un|plutot|des|par|le))*(?: {_WRITE})?(?! (?:pas|plus|rien|jamais|moi plus|moi pas|ni))(?: (?:svp|merci|plutot|si besoin))*$
(?:pas|plus|stop|jamais|moins|arret\w+)(?: \w+){{0,3}} (?:{_MAIL}|(?:m|r|re)?ecri\w*|ekri)(?: (?!pas|plus|ni|et|ou|rien|jamais)\w+){{0,4}} (?:appele[zr]?|appellez?|appelle|telephone[rz]|rappele[rz]|rappelle|rele)(?! (?:pas|plus|rien|jamais|moi pas|moi plus))(?: (?:moi|m|pito|plutot|directement|svp|cest|mieux|merci|oui))*$
(?:nouveau|autre|un nouveau|jen ai un) (?:numero|telephone|nouveau)|jai change (?:de )?(?:numero|tel\w*)|cest (?:le|mon) nouveau|jen ai un (?:nouveau|autre)|ancien (?:numero|telephone)|(?:mais|plutot|maintenant) sur (?:whatsapp|insta|snap|celui|messenger|mon autre|ce numero|lautre)|contactez moi|appelez (?:moi|la|le) directement
(?:en|numero) (?:masque|inconnu|prive|numero (?:masque|prive|inconnu))
(?:peine|besoin|inutile|utile)(?: \w+){{0,3}} {_VOICE}(?: \w+){{0,8}} (?:ma|mont|lai|jai|m ?a|on ma|jy suis)(?: \w+)? (?:deja )?(?:rappel\w*|appel\w*|eue?|repond\w*|contacte\w*|recue?|alle\w*|vue?|parle)(?: \w+)*
(?:peine|besoin|inutile|utile|appele[sz]?|appelle\w*|rappele[sz]?|rappelle\w*)(?: \w+){{0,4}} pour (?:(?:le|la|les|mon|ma|mes|ce|cet|cette) )?(?:cv|logement|appartement|formation|rendez vous|stage|dossier|papiers?|permis|inscription|code|entretien|cap|caf|rsa|carte|titre|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain)(?: \w+)*
""",
)
HOURS = rule(
    "stop.hours_only",
    r"""
(?:si|trop|aussi|tres) (?:tot|tard|souvent|long\w*|vite)|plus (?:lente|simple|claire|douce)ment|(?:le|la|les|ce|cette|en|tot le|de) (?:matin|soir|nuit|apres midi|journee|midi|week end|dimanche|samedi|lundi|mardi|mercredi|jeudi|vendredi|semaine)
(?:avant|apres|entre|vers|pendant|durant) (?:\d+|midi|minuit|les|le|la|mes|mon|cours|travail)(?: \w+)*|quand (?:je|je suis|jai|il|elle|mon|ma|mes)(?: \w+)*|(?:au|sur mon|pendant le) (?:travail)
par (?:mail|courrier|telephone|insta|snap|facebook|messenger|whatsapp|la poste)|(?:de |d |des |les |le |un )(?:liens?|vocaux|vocal|courriers?|lettres?|mails?|photos?|documents?|papiers|convoc\w*|pdf|argent|colis|taxi)
(?:en meme temps|dun coup|a la suite|coup sur coup|en rafale|a la fois|vocaux|vocal|en majuscules?|la nuit|pendant (?:mes|les) cours)
""",
)


_NUISANCE = (
    r"(?:ecri|envo|voy|contact|appel|relanc|text|spam|sollicit|derang|embet|harcel|emmerd|insist|joindre|notif|importun|saoul|soul|soler|gav"
    r"|chauff|gonfl|bombard|fatigu|chier|cass|repondre|recevoir|messag|message|parler|crir|crise|pollu|squat|forc|remplir|prendre la tete|suivre"
    r"|trac|fich|demander(?: (?:svp|merci|ca|a chaque fois|tout le temps))*$|tout|ca|tes? trucs?|vos trucs?|vos conneries|me faire perdre)"
)
_SAYING = re.compile(
    rf"(?:arret\w+|cess\w+)(?: vous| toi)? d(?:e |(?=[aiouh]|e\w))(?!(?:(?:me|te|se|lui|nous|vous|les|la|le|l|en|y|m|toujours|tout le temps|vos|tes|ces|mes) )*\w{{0,2}}{_NUISANCE})"
    r"(?:\w+ ?){1,3}|(?:arret\w+|cess\w+)(?: vous| toi)? (?:de )?(?:m ?appeler|mappelez|m ?appelle) (?:monsieur|madame|mademoiselle|mec|frere|gros|bg|comme ca|par mon|cherie?|ma belle|mon (?:grand|petit)|jeune\w*|le jeune)"
)


def arranged(plain: str) -> bool:
    """True when the refusal is of a call, an hour or a manner, and not of us."""
    return bool(ARRANGED.found(plain)) and not _no_way_left(plain)


def only_hours(after: str) -> bool:
    """True when what follows the refusal limits it to an hour or a manner."""
    return bool(HOURS.found(after)) and not _no_way_left(after)


def _no_way_left(plain: str) -> bool:
    """Neither by this nor by that."""
    return " ni par " in plain


_ELSE = re.compile(
    rf"^{_ORDER}(?: (?:plus|pas|rien|jamais|moi))+ (?:(?:a|chez|avec|vers) )?(?:mon|ma|mes|notre) (?:ancien\w* |beau |belle |grand |petit\w* )*(?:mere|pere|parents?|educ\w*|conseill\w*|ex|copain|copine|mec|frere|soeur|tante|oncle|famille|mari|femme|assistante|patron|referent\w*|ami\w*|pote|coloc\w*|tuteur|avocat)"
)
_NOW = re.compile(
    r"(?<!\w)pas(?! \w*(?:plus|jamais))(?: encore|(?: \w+){0,2}?(?: (?:maintenant|tout de suite|demain|aujourdhui|ce soir|cette semaine|tant que|pour le moment|pour linstant|je dors|je travailler|je travaille)| (?:je suis|suis|cest que je suis) (?:en|au|a|pas dispo|occupe\w*|dans)))"
)


def for_others(found: str) -> bool:
    """ "ne contactez plus mon père", "m'appelez pas, je suis en cours": not us, or not now."""
    return bool(_ELSE.search(found) or (_NOW.search(found) and "plus" not in found.split()))


def about_saying(words: str) -> re.Match[str] | None:
    """ "arretez de dire que je fous rien": to stop something else than writing."""
    return _SAYING.search(words)


_NEAR = ("stop", "arretez", "desabonner", "desabonnement", "unsubscribe", "desinscription")
_DOUBLED = re.compile(r"(.)\1+")
_BESIDE_S = "aqzedwx"  # keys around the s, on both common keyboards
_REAL = frozenset(
    words("top stp sop shop spot sport stock step stops store storm stick stoc arrivez")
)


def near_stop(core: str) -> bool:
    """One word, one slip of a finger away from a word of STOP: "satop", "stip", "stpo"."""
    word = (
        core.replace(" ", "") if len(core) <= 8 and all(len(w) == 1 for w in core.split()) else core
    )
    word = _DOUBLED.sub(r"\1", word)
    if word in ("stop", "sto") or (word.endswith("stop") and len(word) == 5):
        return True
    if word.endswith("top") and len(word) == 4 and word[0] in _BESIDE_S:
        return True
    if " " in word or word in _REAL or len(word) < 4:
        return False
    return any(_slip(word, right) for right in _NEAR)


def _slip(word: str, right: str) -> bool:
    """True when one letter was changed, added, left out or two neighbours swapped."""
    if abs(len(word) - len(right)) > 1 or (word[0] != right[0] and len(right) < 5):
        return False
    start = 0
    while start < min(len(word), len(right)) and word[start] == right[start]:
        start += 1
    a, b = word[start:], right[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


__all__ = [
    "FEW_WORDS",
    "GRAMMAR",
    "Rule",
    "about_saying",
    "arranged",
    "for_others",
    "near_stop",
    "only_hours",
]

# A word that a STOP may be made of: not enough alone, the model must agree (router.py).
HINT = re.compile(
    r"(?<!\w)(?:[mdln]?(?:re|r)?(?:ecri|envo|contact|appel|relanc|spam|derang|harcel|embet|emmerd|insist|sollicit|importun)\w*"
    r"|(?:bloqu|supprim|effac|retir|enlev|raye?|radi|sort|oubli|lach|laiss|degag|desab|desin|unsub|disparai|resili|signal|oppos)\w*"
    r"|vir(?:e|ez|er)|fou(?:s|t|tez)|fich(?:e|ez)|arr?et\w*|st?o+p\w*|sto\w?|stp\w?o|cess\w*|assez|suffit|marre|fin|fini\w*|termin\w*|basta|halte"
    rf"|(?<!en )plus(?! en plus| (?:de |du |des )(?!{_MAIL}|contact|nouvelle|relation|suivi|vo[st]|te?s|ca|ce|tout)| d ?(?:eau|elec\w*|argent|energie|appart\w*|espoir|ami\w*|unites?|abri|air|ecole|emploi|internet|essence|aide|hebergement|assurance|a?ppetit|envie)(?!\w))|jamais|rien|aucun|zero|listes?|fichiers?|base|repertoire|messages?|message|textos?|numero|tranquilles?|paix|plainte|cnil|rgpd|33700|spam"
    r"|cass(?:e|ez)|tir(?:e|ez)|barr(?:e|ez)|ailleurs|camp|poubelle)(?!\w)"
)

BEFORE_IT = ("non", "mais", "bon", "ok", "oh", "eh", "hein")  # "nan mais stop quoi"
