"""French words that answer: yes, no, maybe, later, when, thanks.

Phrases are in canonical words (spelling.py). "core" rules must be the whole text or clause
without its politeness; "said" rules may stand anywhere in it.
"""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

from flows.reading import Intent
from messages.understand.rule import Rule, rule

CORE: dict[Intent, Rule] = {
    Intent.YES: rule(
        "yes.word",
        r"""
(?:(?:oui|je lache (?:rien|pas(?: laffaire)?)|jabandonne pas|je (?:vais|veux|compte) pas (?:abandonner|lacher)(?: laffaire)?|we tranquille|tranquille|ok|daccord|yes|si|carrement|grave|volontiers|avec (?:grand )?plaisir|bien sur|biensur|evidemment|vas y|ca (?:marche|roule|me va|joue|le fait|va|m va|passe|colle|gaze|me dit|me convient|minteresse|mira)|parfait\w*|nickel|super|top|cool|impec\w*|tres bien|bien|pas de (?:probleme|soucis?)|aucun (?:probleme|souci)|no (?:probleme|soucis?)|sans (?:probleme|souci)|k|doki|parle|essayons|on (?:essaie|tente|peut essayer)|je t ?ecoute|jecoute|vous ecoute|cest (?:bon|ok|note|nickel|parfait|daccord|cool|top|super|carre|good|bon pour moi|oui|entendu|sur|super|validé|valide|une bonne idee|confirme)|bon|ce serait|note|entendu|allez|allons y|go|let s go|lets go|bonne idee|genial|chaud|chaude|tjrs chaud|je suis (?:chaud|chaude|ok|daccord|partant\w*|la|pour|tout ouie|interesse|motive|motivee|preneur|preneuse|dispo)|partante?|je veux (?:bien)?|je prends|je valide|valide|affirmatif|absolument|exact\w*|tout a fait|totalement|certainement|banco|deal|avec joie|ouais|ca minteresse|interesse|moi|ui|we|mouais|hm hm|mhm|hmm hmm|yes sir|oui oui|bien recu|je confirme|confirme|confirmé|ah oui|mais oui|trop|bah|de ouf|ouf|gros|a fond|trop bien|envoie|balance|good|gooo|fais|faites|direct|toujours|present|presente|clair|ca serait (?:bien|cool|top|super)|merci|ok merci|ca ira|ca sera|pour moi|cest|la|tant|de|ca|et|alors|y|a|mon|frr|sa|avec|merci beaucoup|chef|patron|poto|bg|boss|madame)(?: |$))+
""",
        whole=True,
    ),
    Intent.NO: rule(
        "no.word",
        r"""
(?:(?:non|no|jamais(?: de la vie| d la vie)?|pas (?:du tout|question|interesse|interessee|moi|envie|besoin|possible|forcement besoin|pour moi|la peine|cette fois|trop envie|vraiment envie|vraiment|trop)|certainement pas|surement pas|surtout pas|absolument pas|hors de question|no way|mort|cest mort|laisse tomber|laissez tomber|sans facon|ca ira|cest non|niet|negatif|que dalle|tintin|plutot crever|merci|du tout|rien|rien du tout|annule|annulez|annuler|aucun|aucune envie|aucun interet|meme pas|meme pas en reve|dans tes reves|never|nan mais|ca va aller|sans moi|oublie|ca me dit rien|la flemme|flemme|mais|ca minteresse pas|pas la|cest bon|ok|bof non|tant pis|de la vie)(?: |$))+
""",
        whole=True,
    ),
    Intent.MAYBE: rule(
        "maybe.word",
        r"""
(?:(?:peut etre|p e|je sais pas|sais pas|chai pas|chais pas|a voir|on verra|on va voir|je vais voir|faut voir|faut que je vois|je verrai|ca depend|depend|bof|mouais|moui|pourquoi pas|mwais|si tu veux|si vous voulez|si tu y tiens|si vous y tenez|comme ci comme ca|jhesite|je reflechis|jy reflechis|je vais (?:y )?reflechir|laisse moi reflechir|laissez moi reflechir|faut que je reflechisse|pas sur|pas sure|pas certaine?|possible|eventuellement|normalement|en principe|sans doute|probable\w*|surement|je pense|je crois|trop|encore|oui|non|ok|ou|et|mais|pourquoi|pas|vraiment|moi|je suis|du tout|a priori|theoriquement|logiquement|ni oui ni non|50 50|moyen|pas trop|hum|ca se peut|aucune idee|dunno|idk|un peu|quoi|lol|bon)(?: |$))+
""",
        whole=True,
    ),
    Intent.THANKS: rule(
        "thanks.word",
        r"""
(?:(?:merci|mille mercis?|merci (?:beaucoup|bien|infiniment|enormement|d avance|davance|a vous|a toi|pour tout|mille fois|vraiment|encore|du fond du coeur|de votre aide|de ton aide|de l aide)|beaucoup|bien|a vous|a toi|pour tout|infiniment|bonne (?:journee|soiree|nuit|fin de journee)|bonne|journee|soiree|a plus|bye|bisous|cest (?:gentil|sympa|adorable|cool)|gentil|sympa|trop|super|grand|top|encore|bcp|bonjour|de rien|dieu vous benisse|god bless|que dieu vous benisse|vous etes (?:adorable|gentille?|super|au top|geniaux|geniales?|trop gentils?|trop gentille?|top)|tes (?:adorable|gentille?|au top|super|trop gentille?|un amour|genial\w*|top|une crème|une creme)|je vous (?:remercie|suis reconnaissante?)|je te remercie|reconnaissante?|ca (?:fait|ma fait) (?:plaisir|du bien)|votre aide|ton aide|de|pour|votre|ton|la|message|ca|tout|lecoute|ecoute|vous|toi|mercii|ca me touche|touche|je|te|et)(?: |$))+
""",
        whole=True,
    ),
}

ANSWERS: tuple[tuple[Intent, Rule], ...] = (
    (
        Intent.YES,
        rule(
            "yes.said",
            r"""
^j ?accepte$|^(?:je )?saute sur l ?occasion|^(?:ca )?tombe a pic(?: \w+)*|^clairement$|^je (?:vous |t ?)?ecoute$|(?:jattendais|attendais) que ca|pas de refus|envie (?:de |d ?)(?:avancer|m ?en sortir|changer|bosser|travailler|essayer|reussir)(?: \w+)*|veux m ?en sortir|^preneuse?$|^je signe$|dites moi tout|cest parti|lets go|on fait comme ca|faisons (?:ca|comme ca)|bon pour l ?appel|ca tombe bien(?: \w+)*|^si si(?: \w+)?$|^je suis (?:contente?|chaude?)(?: \w+)*$
(?:je )?(?:veux|voudrais|aimerais|prefere|souhaite|serais)(?: \w+)? (?:bien|partante?|daccord|interesse\w*)(?! (?:pas|que vous arret))(?: \w+)*
(?:ca|tout ca|votre truc|le projet|la proposition|ce que vous dites|ton truc)(?: me| m| ma)? ?(?:trop |grave |bien )?(?:minteresse|interesse|chauffe|botte|tente|plairait|plait|va bien|conviendrait|convient)(?! (?:pas|plus|moyen|meme pas|en rien|aucunement|pas du tout))(?: (?:trop|grave|bien|carrement|de ouf|beaucoup|vraiment|fort|a fond))*
(?:ca|cela) (?:marche|roule|me va|me convient|me dit bien|me ferait (?:du bien|plaisir)|mira|serait (?:bien|cool|top|super|genial|parfait|gentil|sympa)|maiderait|peut maider|m arrange|marrange)(?! (?:pas|plus|mal|pas du tout|jamais))
(?:je suis|suis|tjrs|toujours|tres|trop|serais|chuis) (?:\w+ )?(?:interessee?|partante?|chaude?|motivee?|preneur|preneuse|pour|ok|daccord|dac|open|ouverte?)(?: (?:pour|de|a|par|grave|si|avec|direct)(?: \w+)*|$)
(?:vous|tu) (?:pouvez|peux|peut)(?: \w+)? (?:mappeler|appeler|me rappeler|rappeler|me joindre|m appeler|me telephoner|me contacter|venir|mecrire|me parler)(?: \w+)*
pas de (?:probleme|soucis?)|aucun (?:souci|probleme)|avec (?:grand )?plaisir|bien sur|volontiers|bonne idee
oui|ouais|carrement|daccord|yes|evidemment
ma (?:mere|soeur|tante|copine|pote) (?:dit|veut|pense) que je (?:dois|devrais)(?: \w+)*
(?:je )?(?:cherche|besoin d aide)(?: \w+)*
(?:jai|ai|jaurais|aurais)(?: (?:vraiment|grave|trop|bien|toujours|encore|grand|juste))* besoin (?:de|d)(?! (?:rien|ca|personne|temps|reflechir|toi|plus))(?: \w+)*
(?:je )?(?:besoin daide|veux de l aide|veux de laide|besoin d un coup de main)
aidez? moi
je (?:vous )?attends? (?:votre|ton|l|vos|de vos|de tes)(?: \w+)*
tu peux compter sur moi|comptez sur moi
a (?:demain|bientot|tout a lheure|toute|mardi|lundi|mercredi|jeudi|vendredi|tt|toutes|taleur|tout de suite)(?! (?:je peux pas|non))$
""",
        ),
    ),
    (
        Intent.NO,
        rule(
            "no.said",
            r"""
^(?:cest )?pas la peine|jamais de chez jamais|vous pouvez rien pour moi
^(?:c ?est |ca )?(?:cuit|rape|foutu|mort) pour (?:demain|ca|moi|le rendez vous)(?: \w+)*|^(?:cest|je suis) pas chaude?(?: \w+)*|^trop timide(?: \w+)*|(?:je )?parle pas aux? (?:educateur|gens|assistante\w*|social)\w*(?: \w+)*|^(?:vraiment pas|pas vraiment|oublie[zr]? ca|bof non(?: merci)?)$
(?:je |jai |on )?(?:crois|pense|fais|vois|ai|aie)(?: \w+)? pas (?:confiance|que ca|non|besoin|l ?utilite|l ?interet|du tout|trop|trop que)(?: \w+)*|^(?:non )?je (?:crois|pense) pas(?: non)?$
besoin (?:de personne|d ?aucune?|de rien|de vous pas)(?: \w+)*|(?:je )?(?:me )?gere(?: (?:seule?|tout seul|toute seule|moi meme|ma vie|tranquille|merci|bien))*$
^je (?:passe|zappe)$|pas (?:d ?)?humeur|(?:dautres|d autres|autre|mieux|autres) choses? a faire|mieux a faire|pas concernee?|pas specialement|tres peu pour moi|^nada$|^walou$|^neinn?$|^naah?$
^(?:laisse|laissez|nan laisse|non laisse)(?: (?:cest bon|beton|ca|comme ca|pas la peine))*$|cest bon (?:laisse|laissez)$|laisse(?:z)? (?:cest bon|beton)
ca (?:va )?(?:ira|aller)(?: (?:merci|pour moi|comme ca|tkt))*$|(?:tout|je) (?:va|vais)(?: tres)? bien merci(?: \w+)*|gentil mais non|merci mais non
(?:je )?(?:veux|souhaite|desire|voudrais|peux|pourrai|pourrais|pourrait|compte|vais|tiens|viens|viendrai|viendrais|serai|serais|pense|ai envie|prefere|preferes|prefererais|prefererai|accepte|irai|irais)(?: (?:vraiment|meme|surtout|finalement|juste|mais|y|me))* (?:pas|plus|jamais|rien)(?! (?:avant|arreter|lacher|abandonner|stop|que (?:tu|vous|ca)|trop|rater|mourir|dire|attendre|encore|amener|apporter|ramener|tout (?:amener|apporter|ramener)|lire|l ecrire|ecrire|vous (?:deranger|decevoir)|te (?:deranger|decevoir)|quoi|si|comment|ou|dans cette|sur|me plaindre|prendre la tete))
(?:je |on )?(?:viens|viendrai|viendrais|vien|serai|pourrai|pourrais|peux|irai|vais|serais)(?: \w+)? pas(?! (?:abandonner|lacher))(?: (?:venir|finalement|y aller|etre la|me deplacer|demain|au rendez vous))*
(?:ca|cela|cest|tout ca)(?: me| m| ma)? ?(?:minteresse|interesse|dit|va|convient|plait|tente|sert|marche|branche|marrange)(?: \w+)? (?:pas|plus|rien|a rien)(?: \w+)*
(?:pas|plus|aucunement|nullement|vraiment pas|jamais) (?:interessee?|envie|besoin|dispose\w*|motivee?|pour moi|chaud|chaude|mon truc|partante?|ma priorite|question|voulu|demande)(?: \w+)*
(?:aucun|zero|0) (?:besoin|interet|envie|rapport)
(?:jai|ai|a) (?:pas|plus|rien|jamais)(?: \w+)? (?:envie|besoin|demande|interet|linteret|a vous dire|a faire de|a foutre de|a cirer)(?: \w+)*
(?:rien|aucune raison) (?:a vous dire|a faire de vous|a foutre|a battre)
non|pas question|hors de question|certainement pas|surtout pas|jamais de la vie|sans facon|sans moi|no way|cest mort|laisse(?:z)? tomber
(?:je |on |faut |dois |devoir |preferes? |vais |veux )?(?<!pas )(?<!etre )(?:j?annul\w+)(?! pas)(?: \w+)*
donne pas suite|me debrouiller
(?:je )?(?:refuse|decline|passe mon tour|me desiste|zappe)(?: \w+)*
(?:jai )?(?:flemme|la flemme|trop la flemme)(?: \w+)*
me debrouille(?: (?:tres )?bien)?(?: seule?| tout seul| toute seule| sans vous| moi meme| comme ca)*
(?:empechement|imprevu|contretemps)(?: \w+)*
""",
        ),
    ),
    (
        Intent.MAYBE,
        rule(
            "maybe.said",
            r"""
peut etre|oui et (?:un peu )?non|un peu oui(?: et)? un peu non|^si (?:mon|ma|mes|le|la|les|un|une|on|ya|il y a|patron) (?:\w+ )+(?:je (?:viens|viendrai|serai la|passe)|jarrive|jy serai)$|moitie (?:oui|non|ok)(?: \w+)*|(?:on )?sait jamais|(?:oui|ouais|ok) enfin (?:je )?(?:crois|pense|peut)(?: \w+)*|(?:faut que |je |dois )?(?:j ?en |en )?(?:demande\w*|parle\w*) (?:a|avec) (?:ma|mon|mes)(?: \w+)*|^si (?:je )?(?:trouve|jai|jarrive|peux|ya|il y a|ma mere|mon)(?: \w+)* oui$|^(?:je )?(?:viens|viendrai|serai la) si (?!je dois|tu|vous|jamais)(?: ?\w+)*|en parle(?:r)? (?:a|avec) (?:ma|mon|mes)(?: \w+)*|mitigee?|on verra|a voir|faut voir|je vais voir|je verrai|ca depend|depend (?:de|d|si|quand|du)|pourquoi pas|si (?:tu|vous) (?:veux|voulez|y tenez|y tiens)|jhesite|(?:j|jy|je|va|vais|dois|faut que je|besoin de|envie de|laisse moi|laissez moi|dois y|encore)(?: \w+)? (?:reflechi\w*|reflechis\w*)
je (?:sais|suis)(?: \w+)? pas (?:trop|encore|sur|sure|certaine?|si|vraiment|du tout|convaincue?|trop chaud|quoi (?:dire|repondre|vous dire|choisir|en penser))
(?:pas|plus) (?:trop |encore |vraiment |totalement |completement )?(?:sur|sure|certaine?|convaincue?|decidee?)(?! de comprendre)
normalement|en principe|theoriquement|a priori|eventuellement|sans doute|probablement|logiquement|possible que
bof|mouais|moui|50 50|pas contre|jen sais rien|en sais rien|je me tate|je dis pas non|possible$|faire mon possible|a confirmer|jespere$|faut que je vois|peur mais|moitie moitie|ni oui ni non
je (?:te|vous) (?:dis|dirai|redis|redirai|tiens au courant|confirme(?:rai)?)(?: (?:ca|quoi|plus tard|demain|vite|des que|ce soir))*
(?:je )?sais pas(?! (?:lire|ecrire|qui|parler|ou|dormir|comment|cest qui|quoi faire|si je viens))
jespere(?: pouvoir)?(?: etre la| venir| que oui)
(?:je )?(?:vais|va) essayer(?: de venir| d etre la| dy aller| d)?|jessaie de venir|jessaye|je ferai mon possible|si je peux|si jarrive|si possible
tout depend
""",
        ),
    ),
    (
        Intent.LATER,
        rule(
            "later.said",
            r"""
chaque chose en son temps|^des que jai(?: \w+)+$|^ta(?:la| ?l)? ?heure$|(?:bloquee?|coincee?) dans les? (?:bus|train|metro|rer|ter|tram|bouchons?|embouteillages?|trafic|transports?)(?: \w+)*|^indispo\w*$|je travaill\w* la$|^je boss?e la$|^(?:je )?dors(?: encore| toujours| la)$|(?:je )?(?:vous|te) rappelle?\w* (?:a|vers|apres) \d+(?: \w+)*|^(?:je suis )?(?:devant|en plein) (?:le |un )?(?:match|film|film la)(?: \w+)*|je suis au travail(?: \w+)*|(?:plus|pas) de (?:batterie|batri|batterie la)(?: \w+)*|jusqu ?a? ?(?:fin|debut|mi) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|sept\w*|oct\w*|nov\w*|dec\w*)(?: \w+)*|a mon retour(?: \w+)*|(?:je )?(?:vous|te) (?:dirai|dis) quand(?: \w+)*|deja (?:un )?(?:rendez vous|truc|examen|cours) a la meme heure(?: \w+)*
(?:je suis|suis|la|jsuis)(?: \w+)? (?:au resto|au cine|au restaurant|au cinema|a la salle|a la muscu|en entretien|en rendez vous|avec (?:des gens|du monde|ma famille|mon fils|quelquun)|pas seule?|en soiree|au foot|au sport|aux courses|chez le coiffeur|au bled|a l ?etranger|en vacances|en voyage|en deplacement|en garde a vue|dans le metro|a table)(?: \w+)*
(?:peux|peut)(?: \w+)? pas (?:parler|repondre|telephoner|au telephone|discuter|decrocher)(?: \w+)*
(?:mauvais|pas le bon|pas le) moment|(?:en ce moment|la|maintenant) (?:cest|ca|je|jai) ?(?:complique|chaud|trop|la merde|tendu|peux pas|le bordel)(?: \w+)*|complique en ce moment|trop de choses(?: \w+)*|pas la tete (?:a ca|a)(?: \w+)*
faut que je (?:me pose|regle|finisse|termine|fasse)(?: \w+)*
apres (?:le|la|les|mon|ma|l ?)(?: ?\w+)(?: \w+)*|quand (?:mon|ma|le|la)(?: \w+)+ (?:sera|ira|sortira)(?: \w+)*|quand je (?:sors|reviens|rentre|suis)(?: \w+)*
(?:en|au|cet|cette|l|ce) (?:mai|juin|juillet|aout|printemps|hiver|ete|automne|annee)(?: \w+)?|(?:le |la |l )?(?:mois|semaine|annee) pro$|lannee pro|dans quelques? (?:jours|semaines|mois|temps)(?: \w+)*|fin du mois
tiens (?:au courant|informe\w*)|(?:jenvoie|envoie|enverrai) un message(?: \w+)*|on se reparle(?: \w+)*|a plus$|revenez vers moi|reviens plus tard|repassez
plus tard|plutard|ulterieurement|dans quelque temps|dans un moment|un peu apres|dici quelques
(?:pas|plus) (?:maintenant|tout de suite|de suite|la(?! peine)|aujourdhui|le moment|pour (?:le moment|l instant|linstant|maintenant)|cette semaine|ce mois ci|ce mois|pour linstant|pour l instant|le bon moment|dispo|disponible|encore|encore pret|encore prete|le temps|trop le temps|libre)(?! (?:de probleme|encore recu|encore eu|encore vu|du tout interess))
pas (?:dispo|disponible|joignable|libre)(?: \w+)*
(?:une|1|un|a une|pour une) autre (?:fois|jour|moment|date|heure|creneau|semaine|horaire)|(?:autre|nouvelle|nouveau|d autres?) (?:fois|jour|moment|date|creneau|heure|rendez vous|horaire)
(?:jai |la |je suis |en |au |trop |tres |un peu |suis |assez |grave )*(?:occupe\w*|deborde\w*|sous leau|en cours|en reunion|en classe|au travail|au taf|au boulot|en train de (?:travailler|bosser|manger|conduire|dormir)|au volant|en voiture|dans le (?:bus|train|metro|tram)|a table|en examen|en train|en stage la|a lecole|au lycee|au sport|en plein(?: \w+)+|pas chez moi|en deplacement|en vacances|au bled|a letranger|chez le medecin|a lhopital|a la caf|au tribunal)(?: (?:la|maintenant|je|jusqu|en ce moment|aujourdhui|apres|ce matin|toute)(?: \w+)*|$)
(?:avanc\w* (?:le|mon|l|a)|decal\w*|report\w*|repouss\w*|deplac\w*|reprogramm\w*|replanif\w*|chang\w*)(?: (?:le|mon|ma|mes|l|notre|la|ca|de|d|un|a|rendez|vous|rendez vous|pour|a demain))*(?: (?:rendez vous|heure|date|jour|creneau|horaire|lheure))?(?! (?:de (?:numero|telephone|puce|ville|tel|vie|avis|travail|region|adresse)|mon (?:numero|telephone|tel)|numero|davis|d avis|de num|ville))
(?:je )?(?:vous|te|t|vs)? ?(?:rappelle|rappellerai|recontacte\w*|reviens|reviendrai|redis|reecris|reecrirai|recris|repondrai|reponds|ecrirai|ecris|dirai|fais signe|ferai signe)(?: (?:vers|plus tard|apres|des que|quand|dans|demain|ce soir|tout a lheure|tantot|toute|vous|toi|vite|bientot|vers (?:vous|toi)|ulterieurement|prochainement|semaine prochaine))+(?: \w+)*
(?:je )(?:vous|te|vs) (?:rappelle|rappellerai|recontacte|recontacterai|redis|dirai|fais signe|ferai signe|ecrirai)(?: \w+)*
(?:rappele[rz]?|rappelle|recontacte[rz]?|repasse[rz]?|reecri\w*|ecri\w*|appele[rz]?|appelle|reviens|revenez|relance[rz]?|demande[rz]?)(?: (?:moi|a|me))* (?:plus tard|apres|dans|une autre|un autre|la semaine|le mois|en (?:septembre|octobre|novembre|decembre|janvier|fevrier|mars|avril|mai|juin|juillet|aout)|quand|ulterieurement|pas maintenant|a la rentree|bientot)(?: \w+)*
attends?|attendez|patiente\w*|(?:une|la|a la) prochaine fois|tard$|[0-9]+ (?:min|minutes?|secondes?)$|jentends rien|besoin de temps|semaine pro$|(?:laisse|laissez|donne|donnez) moi (?:du temps|un peu de temps|le temps|quelques|un delai|deux|2|une)(?: \w+)*|une (?:minutes?|secondes?)|la je peux(?: vraiment)? pas|la tout de suite (?:non|je peux pas)|je peux pas (?:la|maintenant|parler|tout de suite)|je reviens$|(?:2|5|10|deux|cinq|dix) (?:minutes|secondes?)
quand (?:jaurai|je serai|je pourrai|je rentre|je sors|jai (?:fini|le temps|un moment|du credit|plus de temps)|ca ira mieux|jy verrai|je recois|je touche|jirai mieux|je (?:finis|termine|reviens))(?: \w+)*
(?:apres|des que|une fois|lorsque|avant|a la fin|fin) (?:les |mes |le |la |mon |ma |des |du |de |que )*(?:vacances|examens?|partiels?|bac|ramadan|fetes?|noel|rentree|stage|ete|travail|cours|mois|demenagement|contrat|permis|jaurai|je serai|je pourrai|fini|semaine|formation)(?: \w+)*
pas encore (?:pret\w*|decide|le moment|dispo|le temps)
(?:la |le |semaine |mois |en |fin |debut |dici |l |an |ete |annee )(?:semaine|mois|annee|rentree|an|ete) prochaine?
(?:a la rentree|en (?:septembre|octobre|novembre|decembre|janvier|fevrier|mars|avril|juin|juillet|aout)|l annee prochaine|lannee prochaine|apres demain plutot|le mois prochain|dans (?:un|une|1|2|3|4|5|6|deux|trois|quelques|plusieurs)(?: \w+)? (?:semaines?|mois|ans?|temps))
(?:je )?(?:dors|dormais|me leve|me reveille|viens de me (?:lever|reveiller)|mange|bosse|travaille|conduis)(?: la| encore| maintenant| la maintenant| actuellement| desole)*$
(?:suis |serai |serais |vais etre )?(?:en retard|a la bourre)(?: \w+)*
(?:plus|pas|peu) (?:de |d |le |du |trop le )(?:temps|time|batterie|batri|force|reseau|credit|forfait)(?: \w+)*
(?:je suis|suis) pas (?:la|a|sur|dans|en|chez|ici|dispo)(?: \w+){0,3} (?:cette semaine|aujourdhui|la|ce moment|cette|demain|jusqu\w*|avant|ce)(?: \w+)*
bientot$|prochainement|tantot|tout a lheure|apres$|ensuite$
je (?:vous|te)? ?(?:repond\w*|ecri\w*) (?:apres|plus tard|tout a lheure|ce soir|demain)
""",
        ),
    ),
    (
        Intent.AVAILABILITY,
        rule(
            "availability.said",
            r"""
(?:tout|toute) (?:la journee|l ?apres midi|la matinee|la semaine|le week end)|tout lapres midi|je peux (?:la|maintenant|tout de suite)$|en milieu de (?:semaine|journee|matinee|apres midi)|pas trop (?:tot|tard)(?: le matin| le soir)?|dici une heure
quand (?:tu|vous|vs) (?:veux|voulez|peux|pouvez|souhaitez|etes dispo|es dispo|avez le temps|as le temps|le sentez|voudrez|veut)|quand ca (?:vous|t|te) (?:arrange|va)|quand ca tarrange
n?importe(?: (?:quand|quel (?:jour|moment)|quelle heure|a quelle heure|lequel))?|peu importe|comme (?:tu|vous) (?:veux|voulez|preferez|preferes|le sentez)|au choix|a (?:votre|ta) convenance|ca mest egal|m est egal|egal|comme ca (?:vous |t ?|te )?arrange|a (?:vous|toi) de voir|cest vous qui voyez
tout le temps(?: \w+)*|(?:tous les|chaque) (?:jours?|matins?|soirs?|apres midi)(?! (?:je bois|je pleure|il me|je fume))(?: \w+)*|toute la (?:journee|semaine|matinee|soiree)|24 ?h|h24|7 ?j|a toute heure|a tout moment|jour et nuit|nuit et jour
(?:je suis|suis|serai|serais|jsuis|toujours|tjs)(?: \w+)? (?:dispo\w*|libre\w*|joignable|la toute|chez moi|a la maison)(?! pas)(?: \w+)*
dispo\w*(?: (?:a|le|la|tout|toute|tous|quand|demain|apres|avant|de|entre|vers|en|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce|cet|cette|maintenant|direct|des|h24)(?: \w+)*|$)
(?:je fais|fais|jai) rien(?: (?:de (?:mes journees|special|prevu|la journee)|demain|aujourdhui|ce|cet|cette|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la|de prevu|a faire|en ce moment))*$
(?:des que possible|le plus tot possible|le plus vite possible|au plus vite|au plus tot|asap|des maintenant|(?<!pas )(?<!plus )maintenant(?: (?:si|cest|je peux|ca|direct|ou|svp|stp|la)(?: \w+)*)?$|(?<!pas )tout de suite|(?<!pas )de suite|la maintenant)
""",
        ),
    ),
    (
        Intent.THANKS,
        rule(
            "thanks.said",
            r"""
merci(?! (?:pour rien|de rien|mais non|de (?:plus|pas|arreter|cesser|me laisser|me retirer|me supprimer|supprimer|stopper|rappeler|repondre|ne)|d arreter|darreter|qui))
je (?:vous|te) remercie|remerci\w+|reconnaissante?|mille mercis|merki
""",
        ),
    ),
)
