"""The wide net, third part: signs that worry together, wherever they stand in the text.

Nobody need say the grave word: who does what, where, with what, and when are told apart.
Each sign is a list of parts in canonical words (spelling.py); all must be there.
"""

# ruff: noqa: E501  (a sign is read on one line)
from __future__ import annotations

import re
from dataclasses import dataclass

from flows.reading import Danger, Safety
from messages.understand.rule import NO_LETTER, any_of, between

PARTS: dict[str, str] = {
    # People
    "CLOSE": r"(?:mon|ma|mes|le|la|son|sa|notre|beau|belle|grand|petit) ?(?:mec|copain|copine|mari|conjoint|homme|ex|pere|mere|daron\w*|freres?|soeurs?|oncle|tonton|tante|tati|cousins?|beau pere|belle mere|parents?|proprio\w*|patron|coloc\w*|grands?|voisins?|pote|meuf|femme|educ\w*|gerant|chef)|tati|tonton",
    "HE": r"(?:il|ils|elle|on|les mecs|des mecs|2 grands|les grands|lui|quelquun|un mec|un type|un gars|des gars|le (?:mec|type|gars|monsieur|gerant)|pote|mecs)",
    "KIDS": r"(?:mes (?:\d |deux |trois )?petit\w*|(?:mon|ma|mes|le|la|les|un|une|son|sa|avec) (?:\d |deux |trois |petits? |petite )*(?:bebes?|bb|enfants?|fils|fille|filles|gosses?|gamins?|gamines?|nourrisson|freres?|soeurs?|petits?|jumeaux|puce))",
    "BABY": r"(?:bebe|bb|nourrisson|petit|petite|fils|fille|enfant|nouveau ne)",
    # Places and things
    "ROUGH": r"(?:gares?|halls?|al dun|hal|batiman|batiment|cages? d ?escalier|escaliers?|parkings?|parcs?|squares?|voitures?|caisse|voiture|camion\w*|tente|bache|caves?|abri ?bus|arret de bus|bancs?|laverie|metro|rer|aeroport|squat|dehors|rue|trottoirs?|cartons?|toilettes|garage|local|poubelles?|chantier|urgences|hopital|bois|foret|ponts?|porche|quai|station|jardin|plage|cabanon|cabane|mosquee|eglise|couloir|sous sol|ruines?|maison abandonnee|wagon|train|bus)",
    "SLEEP": r"(?:dor\w*|dort|dodo|couche|passe (?:la|mes|les) nuits?|nuits?|pieute|cree?che\w*|zone|dormi\w*)",
    "BAGS": r"(?:(?:sac|sacs|valises?|affaires|cartons?|bagages?|poussette|duvet|couverture)(?! a main))",
    "HOME": r"(?:hotel|foyer|chrs|hebergement|centre|appart\w*|logement|maison|chambre|115|studio|fjt|coloc\w*|camp|cada|squat|caravane)",
    "TONIGHT": r"(?:ce soir|cette nuit|la nuit|tout a lheure|hier|ce matin|a midi|aujourdhui|maintenant|\d+ ?h|22h|la tout de suite|depuis \w+|dici|jusqua|ce week end|ce week)",
    "WEAPON": r"(?:barres?|battes?|flingues?|fusils?|couteaux?|armes?|lames?|schlass|calibre|machettes?|pistolets?|gun|marteau|acide|lacide|cutter|essence|chien\w* dattaque|kalach\w*|glock|cocktail|bouteille cassee)",
    "MEANS": r"(?:lames?|rasoirs?|cutter|cordes?|ceinture|cachets?|medocs?|medicaments?|comprimes?|pilules?|plaquettes?|boites? de|somniferes?|fusil|flingue|javel|gaz|couteau|xanax|tramadol|dolipranes?|insuline)",
    "HEIGHT": r"(?:rails?|voies? (?:ferree)?|quai|ponts?|toits?|balcons?|parapets?|fenetres?|rebords?|falaises?|viaduc|dernier etage|\d+ ?e?m?e etage|grue|autoroute)",
    "BODYHIT": r"(?:gorge|cou|visage|oeil|yeux|levre|nez|cotes?|bras|poignet|machoire|joue|dent|dos|crane|tete|ventre|jambes?|doigts?)",
    "MARKED": r"(?:gonfle\w*|bleus?|marques?|au beurre noir|casse\w*|fele\w*|eclate\w*|en sang|ouvert\w*|ecchymoses?|trace\w*|hematomes?|brulures?|deforme\w*|serre\w*|pete\w*)",
    "KILL": r"(?:[mtl]?(?:tue\w*|egorge\w*|bute\w*|plante\w*|creve\w*|brule\w*|massacre\w*|fume|descend\w*|defonce\w*|petent?|casse\w*|cassent|retrouve\w*|balafre\w*|demonte\w*|etrangle\w*|massacrent|enterre\w*|finir|finit|fait la peau|faire la peau|vitriol\w*|noyer|saigne))",
    "DRUG": r"(?:alcool|lalcool|tramadol|medocs?|medicaments?|drogue\w*|lyrica|rivotril|xanax|coke|crack|ecsta\w*|taz|md|ghb|heroine|methadone|subutex|codeine|protoxyde|proto|ballons?|shit|vodka|whisky|somniferes?|cachets?|prod|cocaine|valium|cc|3mmc|ket\w*)",
    "SYMPTOM": r"(?:vois? (?:flou|double|des trucs|plus|noir|trouble)|trembl\w*|tourne|vomi\w*|convuls\w*|coeur (?:bat|qui bat|part|lache|sarrete|semballe|a fond|trop vite)|tombe|respire\w*|bave|inconscient\w*|sens plus|engourdi\w*|partir|tomber|ecume|yeux (?:blancs|retournes|revulses)|bouge plus|repond plus|reagit plus|hallucin\w*|sueurs?|poitrine|tache\w* noires)",
    "ALONE": r"(?:(?:tout|toute|tous|toutes) seule?s?|seule?s? (?:a|avec|dans|chez|la|depuis)|est seule?|sont seule?s?|laisse\w* seule?s?|sans surveillance|enfermee?s?)",
    "GONE": r"(?:partie?s?|disparue?|revenue?|rentree?|laissee?s?|absente?|hospitalisee?|arretee?|en garde a vue|me gardent|commissariat|prison)",
    # Herself
    "ENOUGH_OF_LIFE": r"(?:souffrir|souffre\w*|vivre|vie|exister|respirer|etre la|combat\w*|me battre|lutter)",
    "HESITATE": r"(?:jose pas|ose pas|jhesite|hesite|regarde passer|je regarde passer|regarde en bas|jai peur de|courage|pas le courage|encore un pas|cest haut|fini|finir|adieu|saute\w*|sauter|pardon|terminer?|prochain (?:\w+ )?(?:cest|sera) (?:le bon|pour moi))",
}


@dataclass(frozen=True, slots=True)
class Sign:
    """`parts` must all be found; `never` must not."""

    name: str
    danger: Danger
    level: Safety
    parts: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None = None

    def found(self, words: str) -> bool:
        """True when every part is in `words`."""
        for part in self.parts:
            if part.search(words) is None:
                return False
        return self.never is None or self.never.search(words) is None


_NAME = re.compile(r"\b([A-Z_]{2,})\b")


def _part(text: str) -> re.Pattern[str]:
    body = _NAME.sub(lambda m: PARTS[m[1]], text.strip())
    return between(NO_LETTER, body)


def _signs(danger: Danger, level: Safety, block: str) -> tuple[Sign, ...]:
    signs: list[Sign] = []
    for line in block.strip().splitlines():
        wanted, _, never = line.partition(" !! ")
        parts = tuple(_part(p) for p in wanted.split(" && "))
        name = f"danger.sign.{danger.value}.{len(signs) + 1}"
        signs.append(Sign(name, danger, level, parts, _part(never) if never else None))
    return tuple(signs)


SIGNS: tuple[Sign, ...] = (
    *_signs(
        Danger.CHILD,
        Safety.EMERGENCY,
        r"""
(?:mon|ma|mes|le|la|les|notre|petits?|petite|bebe) ?(?:fils|fille|bebe|bb|enfants?|petite?s?|gosses?|gamine?s?|freres?|soeurs?)(?: de (?:\d+|deux|trois|quatre|cinq|six|sept) ans)?(?: \w+){0,4} ALONE(?: \w+)* !! seule? enfant|rendez vous|peut venir|dormir|chez (?:moi|ma mere)|il joue|en vacances|a lecole
seule?s? (?:avec|chez moi avec|a la maison avec) (?:mes?|mon|ma|les) (?:\d |deux |trois |petite? )*(?:freres?|soeurs?|petits?) && (?:partie?|revien\w*|rentree?|pere|mere|disparue?|\d ans|jours?|manger|jours)
(?:secou\w*|jette|jete|frappe\w*|cogne\w*|gifle\w*|etouffe\w*|brule\w*|enferme\w*|tape\w*) (?:\w+ )?(?:le|la|les|mon|ma|mes|notre|sur) (?:bebe|bb|petite?s?|enfants?|fils|fille|gosses?|gamine?s?)(?! \w* ?a (?:la|fifa)) !! reveil|porte
BABY(?: \w+){0,6} (?:tout (?:bleu|mou|blanc|gris|froid)|toute (?:bleue|molle|blanche|grise|froide)|respir\w*|boit plus|tete plus|mange plus|repond plus|reagit plus|bouge plus|se reveille pas|convuls\w*|fievre|40|41|39|vomit|avale|tombe\w* (?:du|de)) && (?:bleu\w*|mou|molle|(?:boit|tete|mange|repond|reagit|bouge|respire\w*|reveille) (?:plus|pas)|40|41|39|convuls\w*|arrete|sang|avale|pile|javel|fenetre|escalier\w*|etage|tombe) !! cest bon|va mieux|gueri
on me fait (?:vendre|dealer|guetter|voler|faire la nourrice|garder)
(?:mon|ma) ?(?:petite? )?(?:soeur|frere|cousine?|fille|fils|niece|neveu) && (?:beau pere|pere|oncle|tonton|cousin|grand pere|frere|mec de ma mere)(?: \w+)? (?:vient|venait|va|entre|rentre)(?: \w+)? (?:dans )?(?:sa|leur|son) (?:chambre|lit)(?: \w+)* && nuit|soir|touche\w*|pleure\w* !! cauchemars?|malade|fievre|histoire|ranger
""",
    ),
    *_signs(
        Danger.SUICIDE,
        Safety.EMERGENCY,
        r"""
(?:tiens|tenir|pris|attache\w*|noue\w*|accroche\w*|noeud)(?: \w+){0,3} corde(?: \w+)* !! saut|sauter a la corde|escalade|linge|bateau
je me suis (?:ouverte?|tailladee?|charcute\w*)(?: (?:le|les|la) \w+)?$
(?:dites|dis|direz|diras|dire|dit)(?: (?:bien|juste|a|aux|au|mes|ma|mon|lui|leur|\w+)){1,4} (?:que |qu )?(?:je )?(?:les |la |le |l ?)?(?:aim\w+|jaim\w+|laim\w+|demande pardon|pardonn\w*)(?: \w+)* !! jaimerais|aimerais|jaime (?:pas|bien)|aime (?:pas|bien)|di(?:s|tes) merci
(?:demain|bientot|apres|lundi|ce soir|mieux|cette nuit|quand|week end)(?: \w+){0,4} (?:je |j)?serai(?:s)? (?:plus|pas) la(?! (?:bas|semaine|pour|au|a|de|en|avant|apres|jusqu))(?: \w+)* && (?:plus la|ni apres|tout prepare|mieux|adieu|plus jamais|soulag\w*|tranquille) !! rendez vous|rendez vous|ville|vacances|travail\w*|numero|foyer|demenage\w*
derniere fois (?:qu ?on|que (?:je|vous|nous|l on)|quon|kon)(?: \w+)? (?:parle|ecri\w*|lis\w*|lira|voi\w*|entend\w*)(?: \w+)* !! cest quand|remonte|on cest vu|etait
(?:j?arrete|arreter|quitte|quitter|lache|lacher|stoppe?)(?: \w+){0,2} (?:la|cette|ma) vie(?: aussi| surtout)?$
(?:avais?|aurais?|aurai|devais|fallait|fallu|voulais|voudrais|qua)(?: \w+){0,2} (?:pas|jamais) (?:naitre|etre nee?|venir au monde)(?: \w+)*
(?:apres|des) (?:cette nuit|ce soir|demain|aujourdhui)(?: \w+){0,3} (?:plus (?:besoin|la peine|m ?ecrire|me chercher|m ?appeler|personne)|faudra plus)(?: \w+)* !! rendez vous|rendez vous|travail|vacances|telephone|forfait|numero
(?:casse|barre|tire|vais|pars|partir)(?: \w+)? (?:de|d) (?:ce|cette) (?:monde|terre|vie)(?: \w+)*
(?:rien a faire (?:ici )?sur|de trop sur|pas (?:ma )?place sur|marre detre sur) (?:cette )?terre|(?:jamais|pas) (?:du )?(?:etre )?(?:nee?|naitre|venue? au monde)$
(?:bord|milieu|en haut|haut|sommet) (?:du|de la|de l|de|d une|dune|des) ?(?:peri\w*|autoroute|lautoroute|quai|rails?|voies?|pont|falaise|toit|tour|immeuble|batiment|grue|barre|viaduc|barrage)(?: \w+)* && (?:traverser|saute\w*|jete\w*|fini\w*|finir|camions?|voitures?|courage|adieu|pardon|suis en haut|la tour|la grue|viens pas|rappel\w* pas|seule?|vide)
(?:monte|montee|grimpe|suis|assise?|debout)(?: \w+)? (?:sur|en haut de) (?:la|le|une|un) (?:grue|toit|pylone|parapet|rebord|antenne|chateau d ?eau)(?: \w+)* !! travail\w*|couvreur|chantier|potes|bbq|photo|soleil|poser
(?:assise?|allonge\w*|couchee?)(?: \w+)? (?:pres|a cote|le long)(?: (?:de|du|des|la|les))+ (?:voies? ferre\w*|rails?) !! tram|bus|banc|cafe|terrasse
(?:tete|sac)(?: \w+)? (?:dans|sur) (?:le four|un sac|la tete)|ouvert (?:le|les) gaz
(?:planter|encastrer|crasher|foncer|rentrer|jeter|foutre)(?: \w+){0,4} (?:expres|volontairement|contre (?:un mur|un arbre|un platane|le mur)|dans (?:un mur|un platane|le decor|un arbre))(?: \w+)*
(?:serai[st]?|sera|suis|serais|veux|vais|etre|voudrais)(?: \w+){0,2} plus (?:de ce monde|en vie|parmi (?:vous|nous)|vivante?|sur (?:terre|cette terre)|ici bas|la pour (?:voir|en parler|le voir|repondre|personne))
(?:demain|bientot|apres|ce soir|lundi|jours|semaine|semaine pro|week end|plus tard|bout du fil|mois)(?: \w+){0,4} (?:y aura|il y aura|yaura|aura|trouverez|trouvera|restera|ya|y a) plus (?:personne|de moi|rien de moi)(?: \w+)*
j?(?:embeterai|derangerai|generai|saoulerai|soulerai|couterai|peserai|ferai|prendrai|encombrerai|decevrai|emmerderai|inquieterai|causerai|poserai|ferai chier|vais)(?:s|t)? plus (?:personne|de (?:place|peine|mal|tort|honte)(?! (?:a|au|aux) (?:vous|la|le|toi))|rien a personne|chier personne|un poids|deranger personne|embeter personne)(?: \w+)*
(?:pas|plus|aucun|y aura pas)(?: (?:de|d|un|l|ce))? ?(?:demain|lendemain|avenir|futur|suite|noel|anniversaire|prochaine fois|reveil) (?:pour moi|avec moi|dans ma vie|cette fois)
(?:serai|serais|suis|etre|serait)(?: (?:deja|surement|peut etre|bientot))* mort (?:avant|dici|demain|dedans|a linterieur|interieur\w*|dans (?:ma tete|\w+ jours?)|de linterieur|depuis longtemps|quand|ce soir|cette nuit|lundi)
(?:finis|termine|finir|terminer|fais|faire|finirai) (?:le|ce) (?:travail|sale travail) && (?:mort|ce soir|cette nuit|vie|deja|rate|lame|moi)
(?:choisi|fixe|trouve|decide|prevu|marque)(?: (?:la|ma|une|deja|le|mon))+ (?:date|jour|heure|endroit|methode|moment|facon)(?! (?:du|de|pour|des|a) (?:rendez vous|rendez|la|l|lentretien|mon|stage|formation)) && (?:deja|rigole|adieu|fini|plus|personne|serai|mort|heure|endroit|methode|tranquille|decide|ma date|mon jour) !! rendez vous|rendez vous|entretien|dispo|appel\w*|vous convient
(?:rate|loupe|manque|foire) (?:mon coup|ma (?:ts|tentative|sortie)|la derniere fois|ma mort)(?: \w+)*
(?:cette fois|la prochaine fois|ce coup ci)(?: \w+){0,4} (?:me (?:rater|louper|foirer)|je me (?:rate|loupe))(?: \w+)*
(?:lettre|mot d ?adieu|lettres)(?: \w+){0,4} (?:ecrite?s?|prete?s?|finie|lit|table|laisse\w*|adieu|pour ma (?:mere|fille)) && (?:trop tard|sert|vivre|lit|table|adieu|quand meme|pardon|deja|mere|fille|plus|fini|ce soir|derriere|trouver\w*|cachets?|merci) !! motivation|recommand\w*|cv|caf|prefecture|employeur|recu|avocat|poste|facteur|officiel\w*
(?:ecrit|ecris|fini|laisse|redige|finis|laisse)(?: (?:deja|de|d|ecrire|derriere|juste|enfin))* (?:la|ma|une|mes|des|les) (?:lettres?|mot d ?adieu) && (?:trop tard|sert|vivre|lit|table|adieu|quand meme|pardon|deja|mere|fille|parents|plus|fini|ce soir|derriere|trouver\w*|cachets?|partie?|chercher?|cherche) !! motivation|recommand\w*|cv|caf|prefecture|employeur|avocat|juge|demission|maire|stage|assist\w*
MEANS && (?:devant moi|dans (?:ma|la) main|dans les mains|sur (?:la|ma) (?:table|table de nuit)|compte|je (?:les )?compte|a cote de moi|prete?s?|dans (?:ma|la) (?:chambre|poche)|profond|refait|recommence|en main|sous la main|achete|attache\w*|accroche\w*|poignets?|gorge|tempe|bouche|de cote|en reserve|caches?|garde\w*|assez pour|tout pris|tout avale) !! cuisine|boucher\w*|angine|grippe|ordonnance pour|rhume|regime|bricol\w*|travail\w* en|cap|metier|viande|atelier|docteur ma|pharmacien|medecin ma|vitamine
(?:recommence|refait|refaire|remis|repris|replonge)(?: \w+)? (?:a (?:me )?(?:coup\w+|scarifi\w+|mutil\w+|faire du mal)|avec (?:la|une|ma|des) (?:lame\w*|rasoir|cutter|couteau|ciseaux)|les (?:coupures|scarif\w*))(?: \w+)*
HEIGHT && HESITATE !! au travail|peintre|couvreur|chantier|barreau|nettoy\w*|menage|rater|rate
(?:suis|assis|assise|debout|deja|la|derriere|perche|pieds|jambes|marche|marcher|allonge\w*|monte|monter|grimpe|pres|bord)(?: \w+){0,2} (?:sur|au bord|au bout|au milieu|dans le vide)(?: (?:de|du|des|les|la|le|l|mon|un|une))+ ?(?:rails?|voies? (?:ferre\w*|du (?:train|tram|metro|rer|tgv|ter))|voies(?! \d)|toits?|parapet|rebord|falaise|autoroute|lautoroute|balcon|bord du pont|pont)(?! (?:de|d) ?(?:bus|tram))(?: \w+)* !! travail\w*|couvreur|chantier|bbq|aper\w*|fete|potes|photo|soleil|clope|on mange|embouteill\w*|bouchons?|velo|en panne|conduis|roule|remi[st]\w*|grace|bloque\w*|retard|quelquun
(?:foutre|fous|fou|jette|jeter|jete|jeterai|balance\w*|mets|mettre|passer|passe|finir|finis|plonge\w*|saute\w*|allonge\w*|lance\w*|coucher) (?:\w+ )?(?:sous|devant|contre) (?:le|un|les|la|une) (?:train|tram|metro|rer|bus|camion|voiture|tgv|ter|poids lourd|roues?|rails)(?: \w+)* !! mon (?:chat|chien|telephone)|le (?:chat|chien)
(?:me|m|moi|se|de|a) (?:foutre|fous|fout) (?:en|dans) (?:lair|l air)|foutre en lair(?: (?:ce soir|demain|bientot|ma vie))?
(?:jarrete|arreter|arrete|finir|fini|finis|stop|fin) (?:de |d ?|a (?:la|cette|ma) )?(?:souffrir|souffrance|douleur|mes souffrances|cette souffrance|lutter|me battre) && (?:ce soir|cette nuit|demain|bientot|pour de bon|chambre|ce qu ?il faut|ce qui faut|maintenant|toujours|definitiv\w*|enfin|la fin)
(?:jai|ya|il y a) (?:tout )?ce qu(?:il|i| il) faut (?:dans|pour|chez|sous|a portee)(?: \w+)* && (?:souffrir|chambre|mourir|finir|partir|fini|nuit|adieu|armoire|tiroir|cachets?)
(?:avale|gobe|pris|prends|bu|ingere|melange)(?: (?:tout|tous|toute|toutes|plein|un tas|trop|une boite|deux boites|les|le|la|des|de|d|mes|ses|mon|ma|du|un|tas|paquet))+ ?(?:truc|trucs|boites?|pharmacie|plaquettes?|armoire|ordonnance|tiroir|cachets?|medicaments?|traitement) && (?:depeche|vite|partir|fini|adieu|mal|tourne|appelle|appelez|jai|peur|regrette|dormir|mourir|aidez|pharmacie|tout|tous|plaquettes?|boites?) !! angine|rhume|grippe|toux|allergie|mal de (?:tete|dents?)|migraine|antibio\w*|ordonnance du|gateau\w*|biscuits?|cereales
je prefere(?:rais)? (?:encore )?(?:plus|pas|mieux) (?:etre la|exister|vivre|etre(?! (?:contact|derang|relanc|sollicit|appel|recontact)\w*)|me reveiller)(?: \w+)*
(?:je )?(?:prefere|prefererais|plutot|mieux vaut|autant)(?: \w+)? (?:la mort|mourir|plus etre|etre mort)(?: \w+)* && (?:prison|ferme|foyer|retourner|rentrer|rue|chez|lui|juge|tribunal|expuls\w*|bled)
(?:se|cest|s ?est) (?:taillad\w*|coupe\w* les veines|ouvert les veines|pendu\w*|jete\w* (?:par|du|sous)|scarifi\w*|tire une balle|jeter (?:du|par|sous))(?: \w+)* !! chat|chien|telephone|joueur|film|serie
(?:laisse|ecrit|trouve)(?: \w+)? (?:une|sa|un|des) (?:lettre|mot|message d ?adieu)(?: \w+)* && (?:partie?|disparu\w*|cherche\w*|sans son|retrouve\w*|repond\w*|telephone)
(?:voix|radio|tele|television|ombres?|demons?)(?: \w+){0,3} (?:me (?:dit|disent|parle\w*|ordonne\w*|demande\w*|force\w*|poursui\w*)|dit daller|disent de|me commande\w*)(?: \w+)* !! de (?:tuer|frappe|planter|bruler)|application|gps|assistant vocal|google|siri
plus rien (?:ne )?me retient(?: \w+)*|(?:je )?(?:vais|pars|partir|parti) (?:la haut|au ciel|pour de bon|retrouver (?:mon|ma|mes) \w+ (?:la haut|au ciel))(?: \w+)*
(?:donne|distribue|legue|laisse)(?: \w+)? (?:toutes )?(?:mes affaires|mon chien|mon chat|mes trucs)(?: \w+)* && (?:plus besoin|adieu|servira|partir|serai|apres)
(?:pri[st]?|prise?|avale\w*|gobe\w*|bu|ingere\w*) (?:tou[st]?|toutes?|tte?s?)(?: (?:mes|mon|ma|me|les|le|la|l|ses|ce qu\w*))*(?: \w+){0,4} ?l?(?:medic?k?am\w*|medoc\w*|cachet\w*|comprimes?|pilules?|somnifer\w*|boites?(?: \w+)? (?:doliprane\w*|xanax|medic\w*|cachets?|somnifer\w*)|plaquettes?|(?:armoire|placard|tiroir|boite) a pharmacie) !! comme|prevu|bien pris|a l ?heure|antibio\w*|sac|valise|ordonnance|mon fils|ma fille|bebe
(?:CLOSE|(?:mon|ma|mes) (?:meilleure? )?(?:amie?|cousine?|niece|neveu|fils|fille))(?: \w+)? (?:(?:veut|menace de|essaie de|parle de|dit que)(?: \w+)? (?:mourir|en finir|den finir|sauter|creve\w*)|(?:veut|va|menace de|essaie de|parle de) (?:se (?:tuer|suicider|pendre|jeter|noyer|foutre en lair|ouvrir)|sauter du))(?: \w+)* !! rire|honte|chaud|faim|ennui|a la tache|au travail|jeu|fifa|film|partie
(?:CLOSE|(?:mon|ma) (?:meilleure? )?(?:amie?|cousine?|fils|fille))(?: (?:elle|il|est|debout|assise?|monte\w*))* (?:sur|au) (?:le |la |les |un |bord d\w* ?(?:la |le )?)?(?:rebord|toit|parapet|rails?|fenetre|vide)(?: \w+)* !! repar\w*|antenne|chantier|travail\w*|couvreur|tuiles?|terrasse|bronze\w*|menage|plantes?
(?:ce soir|cette nuit) je le fais(?: \w+)* && merci pour tout|adieu|pardon\w*|au revoir !! cv|dossier|papiers?|inscri\w*|lettre|demande|document|mail|formulaire
""",
    ),
    *_signs(
        Danger.VIOLENCE,
        Safety.EMERGENCY,
        r"""
(?:ma|m ?a|mont|me(?! suis| sens| fais))(?: \w+)? (?:casse\w*|pete\w*|arrache\w*|brule\w*|train\w*|jete\w*|pousse\w*|lance\w*|plaque\w*|tire\w*|projete\w*|ecrase\w*)(?: \w+){0,3} (?:dents?|bras|nez|cheveux|mur|escaliers?|sol|par terre|clope|cigarette|mains?|visage|doigts?|jambes?|cotes?|briquet|fer a repasser|poignets?)(?: \w+)* !! dentiste|coiff\w*|foot|match|kine|dent de sagesse
(?:educ\w*|animateur|prof|coach|surveillant|veilleur|patron|chef|coloc\w*|tuteur|oncle|tonton|beau pere|pere|frere|cousin|voisin|gerant|entraineur|imam|pasteur|monsieur)(?: \w+){0,2} (?:me|m|nous) (?:touche\w*|tripote\w*|caresse\w*|embrasse de force|force a)(?: \w+)* !! pas du tout|un mot|deux mots|un salaire|une prime|parler
(?:agress\w*|abus\w*|harcel\w*) sexuel\w*(?: \w+)*|(?:essaye|essaie|tente|voulu|cherche)(?: \w+)? (?:de |a )?(?:me |m ?)(?:toucher|embrasser de force|violer|coincer)(?: \w+)*
(?:mis|mettre|verse|glisse)(?: \w+){0,2} (?:truc|drogue|ghb|cachet|produit|poudre|chose)(?: \w+)? dans (?:mon|son) (?:verre|cafe|coca|jus)(?: \w+)*
(?:dit|menace|jure|ecrit|promis)(?: \w+){0,4} (?:me retrouver\w*|retrouverait|retrouvera|me ferait payer|me fera payer|lacher|aura ma peau)(?: \w+)*
(?:il|ils|elle|mon ex|mon mec|mon mari|mon pere)(?: \w+)? (?:sait|savent|connait|trouve)(?: \w+)? ou (?:j ?habite|je (?:suis|vis|dors)|on habite)(?: \w+)* && (?:venir|vient|viendra|peur|tuer|menace\w*|trouve|arrive|danger|cherche)
(?:il|ils|elle|mon \w+)(?: \w+)? (?:force|defonce|casse|explose|enfonce)(?: \w+)? (?:la|ma) porte(?: \w+)*
(?:il|ils|elle|mon (?:mec|pere|ex|frere|mari|copain))(?: \w+)? (?:est|sont|etait) (?:armee?s?|defoncee? et|dangereu\w+)(?: \w+)*
(?:cachee?|caches|planquee?|refugiee?|enfermee?|barricadee?)(?: \w+)? (?:dans|sous|derriere) (?:les|la|le|ma|mon) (?:toilettes?|wc|salle de bain|sdb|placard|chambre|cave|lit|armoire|voiture|cuisine)(?: \w+)* && (?:il|ils|elle|peur|porte|frappe|crie\w*|frapp\w*|cachee?|planquee?|refugiee?) !! surprise|cadeau|jeu|cache cache|chat|chien
(?:aide\w*|vite|secours|depeche\w*)(?: \w+){0,4} (?:il|ils|elle) (?:arrive\w*|revien\w*|rentre|monte|est la|est rentre|va revenir|frappe)(?: \w+)*
(?:appel\w*|envoy\w*|besoin|prevene[zr]|faut)(?: \w+){0,3} (?:la |les |des |de la |une )?(?:police|pompiers?|samu|secours|ambulance|gendarm\w*|17|18|15|112)(?: (?:vite|svp|maintenant|tout de suite|urgent|il|elle|je|jai|au|chez|pour)(?: \w+)*|$) !! rappel\w*|stage|metier|concours|formation|devenir|travail\w*|vous (?:signale|bloque)|message|harcel\w*|plainte|permis|rendez vous
(?:mecs?|gars|types?|inconnus?|voiture|homme|camionnette|des gens)(?: \w+){0,3} (?:me |nous )(?:suit|suivent|poursui\w+|traque\w*|course\w*|coursent)(?: \w+)* !! insta|snap|tiktok|facebook|compte
(?:peux|peut|puis)(?: \w+)? (?:pas|plus)(?: \w+)? (?:parler|appeler|repondre|decrocher|telephoner)(?: \w+)* && (?:il|ils|lui|mon (?:mec|copain|mari|ex|pere|beau pere|frere|conjoint)|daron\w*) (?:est |sont )?(?:juste |encore |toujours )*(?:la|a cote|derriere|rentre\w*|ecoute\w*|entend\w*|dans (?:la|le) (?:piece|chambre|salon|cuisine|maison|couloir)|me surveille) !! bebe|bb|fils|fille|petite?|dort|dodo|patron|prof|boss|chef|cours|reunion|travail|travail
contrat sur (?:moi|ma tete|nous)|ma tete est mise a prix|(?:m ?)?excis\w*(?: \w+)*
[mn]?(?:emmen\w*|amene\w*|envoy\w*|envoi\w*|ramen\w*|renvoy\w*)(?: \w+){0,3} (?:bled|pays|mali|maroc|algerie|senegal|comores|guinee|turquie|pakistan)(?: \w+)* && (?:mari\w*|force\w*|excis\w*|veux pas|passeport|fiance\w*)
(?:va|vont|veut|veulent|menace de|jure de|essaye de)(?: \w+)? (?:egorger|tuer|poignarder|frappe|violer|bruler|etrangler|planter) (?:mon|ma|mes|nos|notre|la|toute la) (?:frere|soeurs?|mere|pere|famille|fille|fils|petite?s?|copine|copain|enfants?|gosses?)(?: \w+)* !! fifa|jeu|mdr|devoirs|bulletin
(?:me|nous) (?:vend|vendent|loue|louent|prete|partage\w*) a (?:ses|des|leurs|son|un) (?:potes?|amis|mecs?|clients?|hommes?|gens|copains)(?: \w+)*
laiss\w* (?:pas|plus) (?:partir|rentrer chez moi|m en aller|men aller|descendre)(?: \w+)* && (?:HE|CLOSE|cles?|passeport|peur) !! patron|prof|travail|cours|chef
(?:menace\w*|veut|va|dit)(?: \w+){0,4} (?:envoyer|diffuser|publier|poster|balancer|montrer)(?: \w+)? (?:mes|des|la|les|une) (?:nudes?|photos?|videos?|dossiers?)(?: \w+)*|(?:filmee?|prise? en photo)(?: \w+)? (?:nue?|sous la douche|a poil|deshabillee?)(?: \w+)*
(?:serre\w*|tenu|attrape\w*|pris|chope\w*|mis (?:les|ses) mains|etrangle\w*|tient)(?: \w+){0,2} (?:par )?(?:la gorge|le cou|a la gorge|au cou|autour du cou) !! collier|echarpe|angine|mal de|cravate
BODYHIT(?: \w+){0,2} MARKED && (?:HE|CLOSE|enerve\w*|recommence\w*|jalou\w*|coups?) !! tombe|scoot\w*|velo|foot|match|accident|dentiste|dent de sagesse|angine|basket|skate|boxe|entorse|sport|travail|allergi\w*|abces|fete
(?:marques?|bleus|traces?|coquard|cocard|oeil au beurre noir|ecchymoses?)(?: \w+)* && (?:serre|enerve\w*|frappe\w*|il ma|elle ma|mon (?:mec|copain|mari|pere|frere|ex)|cache\w*|maquill\w*|peur) !! tatou\w*|fringues?|vetements?|match|foot
(?:HE|CLOSE)(?: \w+){0,4} (?:dit|jure|promis|prevenu|menace\w*|repete|ecrit|dis|disent|envoye|attend\w*|va|vont|veut|veulent|allaient|allait|jurent)(?: \w+){0,6} (?:me |nous |m ?(?=[aeiouy]))(?:tue\w*|egorge\w*|bute\w*|plante\w*|mourir|brule\w*|massacre\w*|retrouver|defonce\w*|casser|peter|poignard\w*|violer|etrangl\w*|demonter|eclater|saigner)(?! de rire| le game| la tete avec)(?: \w+)* !! fifa|prof|maths|match|mdr|devoirs|exam\w*|me tuer si je (?:rate|loupe|suis en retard)|me tuer si jai pas
si (?:je|j)(?: ?\w+){1,6} (?:HE |CLOSE )?(?:me |m ?|nous |ils |il |elle |leur |mon |ma |va |vont ){1,4}KILL(?: \w+)* !! fifa|prof|code|exam\w*|permis|reveil|retard|bus|mdr|lol|en retard
(?:il|ils|elle|mon \w+|le patron|le gerant)(?: \w+){0,5} (?:me |m ?|nous )?(?:frappe\w*|cogne\w*|frappe|tapent|bat|battent|gifle\w*|etrangle\w*)(?: (?:si|quand|et|des|encore|tous|chaque|sinon|la|depuis|fort|dur|toujours|apres|devant|ma|les|mes|comme|avec)(?: \w+)*|$) !! a la porte|porte|au carreau|clavier|foot|ballon|ordi|ecran|batterie|piano|musique|stop|ping|chiffre|lettre|rap|tambour|sac de|la discute|discut\w*|sur les nerfs|clim|soleil|meteo|froid|record
(?:il|elle|mon (?:mec|copain|mari|frere|pere|beau pere|ex)|ma mere)(?: \w+){0,3} (?:lit tout|lit mes|surveille|fouille|a pris mon telephone|regarde mon|a mon telephone|entend\w*|ecoute)(?: \w+)* && (?:cogne\w*|frappe\w*|coups?|tape\w*|peur|danger|mal|peux pas parler|tue\w*|enferme\w*)
(?:apres|sinon|et|ensuite)(?: \w+){0,2} cest (?:moi|ma mere|mes soeurs|les petits) qui (?:prends?|mange|ramasse|paye|trinque)(?: \w+)*
(?:les|des|mange|prend\w*|prends|ramasse) (?:claques?|coups?|gifles?|baffes?|beignes?|torgnoles?)(?: \w+)* && (?:couple|mon (?:mec|copain|mari|pere)|normal|il|elle|tous les|chez moi|a la maison|peur) !! claque (?:la|quand jai)|coups? de (?:fil|telephone|main|chaud|barre|mou|soleil|fatigue|blues|stress|pression|pouce|coeur|foudre)|sur le coup|tous les coups|du coup|d un coup|dun coup|a coup sur
(?:mattend\w*|m attend\w*|attendent|attends|sont|est|poste\w*|debarque\w*|campe\w*|ya|reviennent)(?: \w+){0,3} (?:en bas|devant (?:chez|la porte|le foyer|ma porte|mon)|dans le hall|derriere la porte|a la sortie|a ma porte)(?: \w+)* && (?:WEAPON|peur|sortir|tuer|frappe|menac\w*|casser|dois|peux pas|enerve\w*|chercher|police|crie\w*|hurle\w*|tape\w*) !! taxi|uber|bus|pote qui|livreur|colis|ma mere pour|copain pour|tram
(?:en bas|devant|la|autour|porte|arrive\w*|reviennent|debarqu\w*|cherch\w*|chez moi)(?: \w+){0,4} avec (?:des|un|une|leurs?|les|son|sa) WEAPON(?: \w+)* !! jeu|film|cuisine
(?:pris|prend|garde|confisque|cache|vole|a|gardent|enleve)(?: (?:encore|toujours|tout|tous|toutes))* (?:mes|mon|ma|les|la|nos) (?:cles?|passeport|papiers|telephone|carte (?:d ?|didentite|vitale|bancaire|bleue)|identite|argent|paye|salaire|cni|recepisse)(?: \w+)* && (?:enferme\w*|sortir|frappe\w*|tape\w*|cogne\w*|coups|marier|mariage|force\w*|bled|parle|peur|partir|menac\w*|sequestr\w*|patron|mac|proxo|clients?) !! caution|garage|perdu|local|magasin|boutique|depot|camion\w*|boxe?
(?:enferme\w*|sequestr\w*|peux pas sortir|laisse\w* (?:pas|plus) sortir|empeche\w* de sortir|gardent dans|garde dans|retenue?) && (?:HE|CLOSE|cles?|clefs?) !! escape|jeu|covid|malade|travail\w*|travailler|greve|cles dans|claque la porte|serrurier|(?:perdu|oublie) (?:la|ma|mes|les) cles?|pluie|batterie|pas le temps|ascenseur|platre|opere\w*|mon bebe|fievre
(?:m ?enferme\w*|enfermee?|ferme\w*(?: \w+){0,3} (?:a |sous )?(?:cles?|porte)|garde\w* (?:la|les) cles?) && (?:dame|famille|monsieur|patronn?e?|employeu\w*|madame|couple|chez (?:les|des) gens) && (?:(?:pas|jamais) paye\w*|pay\w* pas|sans (?:salaire|paye)|passeport|(?:peux|peut) (?:pas|plus) sortir|sors? (?:jamais|pas)|laisse\w* (?:pas|plus) sortir|m ?enferme\w*|enfermee?) !! avant \d+|jusqu\w*|a \d+ ?h|service|pause|ascenseur|serrurier|enfermee? dehors
passeurs? && (?:menac\w*|tue\w*|coupe\w*|frappe\w*|bute\w*|tortur\w*|enferm\w*|retien\w*|rancon|egorge\w*|s ?en prendre|si (?:je|on) (?:le )?(?:pay|rembours)\w* pas|ont (?:mon|ma|mes)) !! rugby|foot|ballon|basket|volley|match|passe decisive
(?:couche\w*|coucher|dormir|sucer|sexe|rapports?|gentille|calin\w*) (?:avec (?:lui|eux|des|son|le|ses)|en echange|contre|sinon|pour (?:rester|dormir|payer|le loyer))(?: \w+)* && (?:heberge\w*|mheberge\w*|sinon|porte|oblige\w*|force\w*|veut|dehors|echange|loyer|dormir|proprio\w*|argent|dette\w*|contre) !! bebe|mon fils|ma fille
(?:envoie|mevoie|envoient|menvoie|amene|ramene|presente|voir|faire|fais|fait faire|vend|vends)(?: \w+){0,2} (?:des |les )?(?:clients?|passes|hommes|vieux|mecs pour) (?:a|chez|dans|pour|et|je|au|qui)?(?: \w+)* && (?:hotel|appart\w*|dois|sous|filme|peux pas dire non|oblige\w*|force\w*|dette\w*|argent|17 ans|16 ans|15 ans|mineure?|il|elle|pas le choix) !! restau\w*|vente|magasin|stage|boutique|commerc\w*|caisse|alternance
(?:vient|venait|entre|rentre|rentrait|viens|monte)(?: \w+)? (?:dans )?(?:ma|notre) (?:chambre|lit)(?: \w+)* && (?:nuit|soir|personne|dites|ans|touche\w*|peur|oncle|pere|frere|beau pere|cousin|il|honte) !! ma mere|mon chat|chien|petit frere|ma fille|mon fils|bebe
(?:(?:ma|m ?a|mont|m ?ont|ete|suis|on ma|il ma|ils mont|mavait|me) (?:force\w*|oblige\w* a|touche\w*|drogue\w*|abuse\w*|viol\w*|(?<!je me )(?<!me suis )fai[st] du mal|fait des choses|deshabille\w*)) && (?:hier|soir|nuit|samedi|famille|personne|dit|honte|mal|peur|garcons?|mecs?|ans|oncle|cousin|pere|police|voulais pas|verre|fete|encore|hotel|copain) !! force a (?:venir|aller|manger|rire|travailler|jouer|arreter)|oblige a (?:venir|travailler|aller)|touche (?:le|la|mon|ton|votre)|ca ma touche\w*
(?:(?:je |jai )?(?:lui |leur |il )?(?:dis|dit|repete|disais) (?:non|stop|darreter|que je voulais pas|que non))(?: \w+)* && (?:continue\w*|force\w*|sarrete pas|ecoute pas|quand meme|insiste\w*) && (?:il|la nuit|lui|mon) !! messages?|message|vous continuez|devoirs|chien
(?:marier|mariage|mari|fiance\w*|fiancailles) && (?:billets?|passeport|mali|bled|maroc|algerie|tunisie|senegal|turquie|comores|pakistan|afghanistan|guinee|force\w*|de force|veux pas|oblige\w*|mes parents|mon pere|choisi|cousin|avion|samedi|vacances|promise?) && (?:parents|pere|mere|famille|oncle|passeport|force\w*|veux pas|oblige\w*) !! contente|trop hate|invite|robe|temoin|cousine se marie|soeur se marie|mariage de ma
(?:me|nous) (?:fait|font|fais|faire|forcent?|obligent?) (?:a )?(?:vendre|dealer|travailler gratuit\w*|mendier|voler|me prostituer|voir des hommes|des passes|faire la manche|tapiner)(?: \w+)*
(?:butent?|tuent?|tueront|descendent|brulent?|cassent|touchent|prennent|vont (?:tuer|frappe|bruler|toucher)) (?:a )?(?:mon|ma|mes|toute ma) (?:frere|soeur|mere|pere|famille|fille|fils|petite? \w+|gosse|parents)(?: \w+)* && (?:ils|si|il|on|des) !! fifa|jeu
(?:dois|doit|devais|dette\w*|reste)(?: \w+){0,4} (?:\d{3,}|sous|argent|thunes?|balles|euros?|dette|plaquette|kilo|sac)(?: \w+)* && (?:ils|les mecs|des mecs|les grands|reseau|four|dealers?|mecs) && (?:savent ou|habite|ma mere|ma soeur|en bas|viennent|veulent pas|menac\w*|peur|petent|frappe|tuer|retrouv\w*|attrap\w*|battes?|barres?|jambes?|doigts?)
(?:quitter|partir|sortir|arreter|parte|decrocher)(?: \w+)* && (?:reseau|four|deal|point|charbon|nourrice|guetteur|guette|bande|gang) && (?:ils|les mecs|grands|laissent pas|veulent pas|menac\w*|peur|dois)
(?:sorti|a|sort|pointe|prend|pris|braque|avec|attrape|charge)(?: \w+)? (?:le|un|une|son|sa|la) WEAPON(?: \w+)* && (?:mon (?:mec|frere|pere|copain|mari|ex|beau pere|oncle|coloc|voisin)|ma mere|il|ils|elle|aidez|peur|chambre) !! cuisine|cuisinier|boucher|jeu|film|serie|gta|call of|chasse|jardin\w*|bricol\w*
(?:il|elle|ils) (?:sarrete|arrete|s ?arrete) pas(?: (?:de|d))? ?(?:(?:il |elle )?(?:tape\w*|frappe\w*|cogne\w*|crie\w*|hurle\w*|casse\w*|menac\w*))(?: \w+)* && (?:porte|tape\w*|frappe\w*|cogne\w*|menac\w*|casse\w*) !! bebe|chien|voisin fait
(?:seul|seule|seuls|est|laisse) avec (?:lui|elle|son pere|mon ex|mon pere)(?: \w+)* && (?:bourre|ivre|soul|saoul|violent\w*|defonce|arme|frappe\w*|peur|alcool\w*|enerve|crack)
(?:CLOSE|HE)(?: \w+){0,5} (?:secoue|frappe|cogne|crie sur|casse|gifle)(?: (?:sur )?(?:la|le|les|ma|mon|mes|sa|ses|son) (?:petite?s?|mere|soeur|frere|gosses?|enfants?|copine|femme|bebe|bb|voisine|porte))(?: \w+)* && (?:maintenant|la|encore|vite|peur|aidez|depuis|pleure|crie\w*|refait|appel\w*|police|matin|soir|tombe) !! frappe a la porte pour|son reveil
(?:il|elle|CLOSE)(?: \w+){0,5} (?:casse|cassent|pete|defonce) tout(?: \w+)* && salle de bain|toilettes|cachee?|enfermee?|peur|bourre\w*|saoul\w*|ivre|enfants?|petits? !! jeu|match|concert|examen|scene
(?:des|les|\d|deux|trois|quatre|plusieurs) (?:mecs?|gars|types?|grands|hommes|inconnus)(?: \w+)? (?:qui )?m ?attend\w* (?:en bas|dehors|devant|a la sortie)(?: \w+)* !! foot|match|cine\w*|potes|travail\w*|entretien
m ?attend\w*(?: \w+){0,4} pour me (?:KILL|frappe\w*|tape\w*|tabass\w*|cogn\w*|niqu\w*|chop\w*|rackett\w*)(?: \w+)*
(?:suis|etre) suivie? (?:dans la rue|(?:\w+ )?par (?:un|des|deux|\d) (?:mecs?|gars|types?|hommes?|inconnus?|vieux|voiture))(?: \w+)*
(?:un|des|deux|\d|le) (?:mecs?|gars|types?|hommes?|inconnus?|vieux) (?:\w+ )?me sui(?:t|vent)(?! (?:sur|pour|bien))(?: \w+)*
""",
    ),
    *_signs(
        Danger.MEDICAL,
        Safety.EMERGENCY,
        r"""
DRUG && (?:pris|prend\w*|bu|melange\w*|arrete\w*|fume|sniffe|avale|trop|consomme|dose|stoppe|sevrage|gobe|frappe) && SYMPTOM !! tombe (?:sur|malade|amoureux|de mon velo)|plus tard
(?:tete|crane|main|bras|jambe|pied|doigt|ventre|gorge|arcade)(?: \w+){0,2} (?:ouverte?|fendue?|en sang|coupee?|arrachee?|entaillee?|transpercee?|plantee?)(?: \w+)* !! reserve|porte ouverte
(?:ya|y a|plein|beaucoup|partout|trop|perd\w*|coule|crache|vomi\w*|pisse)(?: \w+){0,2} (?:du|de|le|mon|d) ?sang(?: \w+)* !! boucher\w*|prise de sang|analyse|don de sang|du sang neuf|steak|film|jeu|regles|abattoir|labo\w*|gene
(?:perds?|perdu|perd|rompu|cassees?)(?: \w+)? (?:les|ses|mes) eaux(?: \w+)*
(?:brulee?|brule|ebouillantee?)(?: \w+)? (?:grave|fort|au \w+ degre|a (?:lhuile|leau)|tout le|le visage|le bras|partout|huile)(?: \w+)* !! plat|gateau|cuisine est|pizza|repas|feu rouge
(?:arrete|arretait) de respirer(?: \w+)*|(?:respire|respirer) (?:des fois|plus bien|bizarre|trop vite|tres vite|mal)(?: \w+)*
(?:coeur|poitrine)(?: \w+){0,4} (?:lache|sarrete|serre|brule|fait (?:super |tres |trop )?mal|bizarre|bat trop|bat vite|a fond|explose\w*) && (?:peur|bras|respire\w*|aidez|mal|vite|depuis|cc|coke|pris|partir|mourir) !! amour|brise|muscu
(?:pote|amie?|copine?|copain|cousine?|frere|soeur|mere|pere|mec|meuf|gars|bebe|il|elle)(?: \w+){0,5} (?:se reveille (?:pas|plus)|bouge (?:pas|plus)|respire (?:pas|plus|mal)|repond (?:pas|plus) et|tout bleu|toute bleue|convulse\w*|bave|seffondre|inconscient\w*|fait une od|perd son sang)(?: \w+)*
(?:plus|pas|fini|oublie|perdu|vole|manque)(?: (?:de|d|mon|mes|ma|le|l|mon|pris|prendre))* ?(?:insuline|ventoline|traitement epilep\w*|epipen|anticoagul\w*|traitement du coeur)(?: \w+)*
(?:je perds|train de perdre|vais perdre) (?:mon|le) (?:bebe|bb)(?! de vue)
""",
    ),
    *_signs(
        Danger.NOWHERE,
        Safety.EMERGENCY,
        r"""
SLEEP (?:gare|dehors|rue|parc|voiture|metro|hall|tente|station)(?: \w+)* !! avant|studio|jai un (?:logement|toit|appart\w*)|camping|festival|vacances|scout\w*|potes
SLEEP(?: \w+){0,4} (?:dans|sur|a|au|en|sous|devant|derriere|pres|chez|gare|dehors|rue)(?: (?:la|le|les|un|une|l|des|ma|mon|notre|leur))* ?ROUGH(?: \w+)* !! avant je|studio|jai un (?:logement|toit|appart\w*)|camping|festival|vacances|rando|road trip|week end avec|en (?:camping|tente) avec|sieste|jendors|endormi|dans le (?:bus|train|metro|rer|tram) (?:ce matin|tout a lheure|et|jai|hier)|travail\w*|travailler|bebe|bb dort|mon fils dort|ma fille dort|garde|infirm\w*|pote|potes|hotel|van amenage|scout\w*|plage|rater|rate
(?:suis|est|sommes|vis|reste|vit|attend\w*|ici|la|bloque\w*|retrouve\w*|on est|restons|assise?)(?: \w+){0,2} (?:dans|devant|sur|a|au|en|sous)(?: (?:la|le|les|un|une|ma|mon|l))* ?(?:gare|voiture|caisse|trottoir|hall|parking|rue|parc|banc|tente|cave|abri ?bus|arret|station|squat|laverie|camion\w*) (?:\w+ ){0,3}avec (?:mon|ma|mes|le|la|les|un|une|nos|notre|tous|toutes) (?:\w+ ){0,3}(?:BAGS|chien|chienne|chat|enfants?|bebe|bb|petits?|fils|fille|gosses?|femme|copine|soeur|frere)(?: \w+)* && (?:dehors|nuit|soir|froid|valises?|sacs?|affaires|depuis|dormir|dors|ou aller|hotel|lhotel|hier|aidez|115|sans|foyer|vire\w*|expuls\w*|bebe|bb|nulle) !! jarrive|en route|on arrive|je vous attends|je rentre|balade|promen\w*|vacances|part en|on part|trafic|bouchon|rendez vous|dentiste|ecole|courses|train (?:arrive|part)|au parc avec (?:ma|mon|mes) (?:fille|fils|enfants?|petits?)$
(?:dehors|a la rue|trottoir|sous la pluie|devant la porte|dans le froid)(?: \w+){0,5} avec (?:mon|ma|mes|un|une|le|la|les|nos|\d|deux|trois) (?:\w+ )?(?:bebe|bb|enfants?|fils|fille|gosses?|petits?|petite|BAGS|duvet|nourrisson|jumeaux)(?: \w+)* !! promen\w*|balade|parc|jeux|on joue|il fait beau|soleil|on rentre|jarrive|je vous rappelle|je rappelle|on mange|foot|courses
(?:dans|dort dans|dorm\w* dans) (?:la|une|ma|notre|sa) (?:caisse|voiture|bagnole|camion\w*)(?: \w+){0,3} avec (?:mon|ma|mes|la|le|les|notre|nos|\d|deux|trois) (?:\w+ )?(?:bebe|bb|enfants?|fils|fille|gosses?|petits?|petite|nourrisson|jumeaux)(?: \w+)* && fait (?:froid|moins|\d|tres froid|super froid|zero)|froid|gele\w*|caille|nuit|dor\w+|soir !! vacances|ecole|promen\w*|courses|route|arrive\w*
(?:BAGS)(?: \w+){0,4} (?:sur le trottoir|dehors|dans la rue|devant la porte|a la gare|dans le couloir|sur le palier|dans des sacs)(?: \w+)*
(?:hotel|chambre|115|airbnb|foyer|lasso|asso|association|hebergement|nuitees?|prise en charge)(?: \w+){0,4} (?:paye\w*|finit|fini|termine\w*|prend fin|sarrete|jusqua|que jusqua|coupe\w*|arrete)(?: \w+){0,4} (?:hier|ce matin|ce soir|aujourdhui|midi|cette nuit|maintenant)(?: \w+)*
(?:veut|veulent|peut|peuvent|pouvait|voulait|garde|gardait|heberge|accepte|prend)(?: (?:me|m|plus|pas|nous))* ?plus(?: (?:de moi|me garder|mheberger|nous garder|de nous|heberger|me prendre))?(?: \w+){0,4} (?:TONIGHT)(?: \w+)* && (?:heberge\w*|mheberge\w*|gard\w*|chez|loge\w*|dormir|enceinte|dehors|copine|pote|mere|pere|tante|soeur|frere|canape|foyer) !! messages?|mappel\w*|parler|me parler|ecrire|travailler|regarder|console|sortir
(?:qui|pote|copine|copain|mec|cousine?|tante|soeur|amie?)(?: \w+){0,3} (?:mheberge\w*|m heberge\w*|me (?:garde|gardait|loge|logeait|depanne|depannait|prete\w*))(?: \w+){0,4} (?:veut|peut|pouvait|voulait|peut|part|rentre|revient|demenage)(?: \w+)* plus|(?:mheberge\w*|hebergeait|me logeait|me gardait)(?: \w+){0,2} (?:veut|peut) plus(?: \w+)*
(?:vire\w*|viree?|degage\w*|expulse\w*|sorti\w*|jete\w*|mise? dehors|fin de prise en charge|exclu\w*|renvoye\w*) (?:du|de la|de l|de|d) ?(?:chrs|foyer|hotel|115|centre|cada|hebergement|fjt|squat|camp|appart\w*|logement|maison|coloc\w*|chambre|lhotel|mijeur|ase|l ?ase)(?: \w+)* !! sortie de l ?ase|droits|lan dernier|il y a|ya \d+ (?:mois|ans)|en 20|mais jai retrouve|si (?:je|jai)|j ?ai peur
(?:ma|mont|m ?a|m ?ont|nous a|nous ont|vient de me|viennent de me|me|mon pere|mere|proprio\w*)(?: \w+)? (?:vire\w*|virer|degage\w*|degager|mis dehors|mise dehors|fou\w* dehors|jete\w*|jeter|mis a la porte|mise a la porte|expulse\w*|sorti\w*) && (?:gare|dehors|rue|sacs?|valise|ce soir|cette nuit|trottoir|hier|froid|ou aller|ou dormir|nulle part|parc|voiture|tout a lheure|ce matin|midi) !! travail|travail|patron|travail|formation|ecole|lycee|stage|chef|cours|boite|resto
(?:change\w*|chang[e]) (?:la|les|ma) serrures?(?: \w+)*|serrures? (?:changee?s?|a ete)(?: \w+)*
(?:pris|reprend|repris|rendu|rendre|rend|recupere|confisque|perdu|vole)(?: \w+)? (?:la|les|ma|mes|des) (?:cles?|clefs?)(?: \w+)* && (?:dehors|cette nuit|ce soir|la rue|trottoir|dormir|nulle part|rien|enfermee? dehors|froid) !! voiture|scooter|velo|serrurier|travail|double
(?:moi|suis|etre|encore|on est|est|reste|passer|nuit) dehors (?:cette nuit|ce soir|la nuit|toute la nuit|ce week end|depuis|jusqua|le week end|en plein)(?: \w+)* !! camping|festival|travailler|travaill\w*|potes|fete|soir
(?:fais quoi|dors ou|vais ou|on va ou|je vais ou|ou je vais|on dort ou|ou dormir|je peux aller ou|ou aller|aller ou)(?: \w+)* && (?:dehors|ce soir|cette nuit|dici|week end|petits?|bebe|enfants?|22h|minuit|froid|jusqua|lundi|demain|sdf|115|expuls\w*|huissier|lusier|chien|valise|foyer) && (?:dors|dehors|dormir|ou aller|ou allé|nuit|ce soir|petits?|enfants?|bebe|on va ou|vais ou) !! rendez vous|rendez vous|manger|boire|fete|resto|boite|vacances|adresse|cine\w*|sortir
(?:dors?|dort|dormir|dormirai|dormons)(?: \w+)? ou(?: (?:moi|nous|ce soir|dici|cette nuit|jusqua|avec|la|maintenant|alors|demain|en attendant|on)(?: \w+)*|$)
(?:pas|plus|rien|aucun\w*|zero) (?:\w+ ){0,3}(?:endroit|kote|place|lit|coin|toit|abri|personne|chambre|solution) (?:pour|ou|chez qui|cette|ce) ?(?:dormir|aller|rester|nuit|soir|me poser|la nuit|cette nuit|ce soir|poser|loger|me loger)(?: \w+)*
(?:dans|vis dans|dors dans|suis dans|sommes dans|on est dans) (?:ma|la|notre|une|sa|leur) (?:voiture|caisse|camionnette|tente)(?: \w+){0,3} (?:avec (?:mes|mon|ma|le|la|les|un|\d) (?:\w+ )?(?:petits?|enfants?|bebe|bb|gosses?|fils|fille|chien|affaires|valises?)|ce soir|cette nuit|depuis|il fait froid|jai froid|pour dormir)(?: \w+)* !! jarrive|en route|bouchon|je conduis|vacances|on part|rentre|trafic|je vous rappelle|courses|musique|camping
(?:sorti\w*|sortir|sors)(?: \w+){0,3} (?:prison|taule|tole|detention|cellule|placard)|libere\w*(?: \w+){0,2} (?:prison|ce matin|hier|aujourdhui) && (?:ce matin|hier|aujourdhui|tout a lheure|viens de|vient de) && (?:pas|plus|aucune?|sans|ni|nulle|nul)(?: (?:de|d|un|mon))* ?d?(?:chambre|lit|toit|hebergement|logement|endroit|part|ou (?:dormir|aller)) !! travail|stage|cours|formation|maternite
dehors (?:avec|depuis|sans|sous|ce soir|cette nuit|tout seul|toute seule)(?: \w+)* && (?:bebe|bb|enceinte|valises?|affaires|froid|nuit|seule?|nulle|duvet|enfants?|neige|pluie|\d+ jours?|hier|lundi|mardi|samedi|dimanche) !! potes|promen\w*|balade|camping|festival|foot|je vous rappelle|travailler|travail\w*|chien a sortir|sortir le chien
(?:dors?|dormir|vis|loge|habite) nulle part(?: \w+)*
(?:suis|est|sommes|reste)(?: \w+)? avec (?:mon|ma|mes|un|une) (?:\w+ )?(?:bebe|bb|enfants?|fils|fille|petits?|petite) dehors(?: \w+)* !! parc|soleil|beau|balad\w*|promen\w*|jou\w*|courses|rappel\w*|ecole|plage|rentre
(?:ma|mont|m ?a|m ?ont)(?: \w+)? (?:vire\w*|jete\w*|degage\w*|mise? dehors|foutue? dehors)(?: \w+)* && cages? d ?escaliers?|palier|hall|parking|trottoir|gare|abribus !! argent|euros|sous|travail\w*|patron|stage|cours|lycee|boite
""",
    ),
    *_signs(
        Danger.HARM_OTHERS,
        Safety.EMERGENCY,
        r"""
(?:je |jai |suis |vais |jattends|attends |jy |prends |sors |ramene |lui |leur )(?:\w+ ){0,8}(?:avec )?(?:la|le|un|une|ma|mon|de) ?WEAPON(?: \w+)* && (?:chez lui|chez elle|en bas de|devant chez|lui faire|va payer|vont payer|se relever|le mec|reprend pas|si elle|si il|ma femme|son mec|mon ex|revient avec|le creve|le tuer|leur montrer|regretter\w*|lui mets|beau pere|mon pere|ma mere|le prof|le juge|le patron|les police|le foyer|mon frere|ils vont|il va voir|pourrais lui) !! cuisine|boucher|chasse|jeu|film|bricol\w*|couteau suisse|il a|ils ont|sont en bas|attendent en bas|mattend\w*
(?:ramene|amene|apporte|viens|venir|vais|j?arrive|debarque|rentre|jai|prends)(?: \w+){0,5} (?:carabines?|fusils?|flingues?|calibre|pistolets?|gun|glock|kalach\w*|machettes?|schlass|armes?|bombe|grenades?)(?: \w+)* && (?:lycee|college|l ?ecole|bahut|foyer|classe|fac|cfa|mission|caf|bureau|prefecture|tribunal) !! eau|peinture|colle|jouet|nerf|film|theatre|jeu|expose|chasse|musee|airsoft|chantilly
je (?:(?:vais|veux|les|le|la|leur|vous|tout) )*(?:brule\w*|crame\w*|incendie\w*|asperge\w*)(?: \w+)* && (?:bureaux?|foyer|mission|caf|prefecture|l ?ecole|lycee|immeuble|chez (?:lui|elle|eux)|dedans|avec eux|l ?essence|bidon|briquet|tribunal|commissariat) !! calories|un feu|feux?|encens|plat|four|casserole|clope|d ?(?:envie|impatience)|l ?essence (?:pour|cest|est)|bougies?
(?:va|vont|vas|allez|vais lui faire|vais leur faire|doit|doivent) (?:tous )?(?:payer|regretter|comprendre|le regretter)(?: \w+)* && (?:WEAPON|fabrique\w*|flingue|foyer|brule\w*|cramer|bombe|explos\w*|ce soir|beau pere|demain|tous|tuer|feu|truc) !! facture|loyer|resto|caf|rsa|restaurant|impots|salaire|amende|a crous
(?:foutre|mettre|mets|fous|mettrai|fout|mis) (?:le |du )?(?:feu|essence|gaz)(?: (?:a|au|chez|dans|la|le|de))+(?: \w+)* !! cheminee|barbecue|bbq|four|poele|ambiance|scene|piste|soir
(?:je |je vais |vais )(?:le|la|les|lui|leur|vous|te) (?:creve|bute|plante|tue|fume|defonce|termine|finis|eclate|saigne|demonte|massacre|bousille|demolis|mets de|jette de|tire dessus)(?: \w+)* && (?:ce soir|jattends|en bas|chez lui|si (?:elle|il)|demain|acide|lacide|dedans|la prochaine|rigole pas|serieux|jure|jen peux plus|WEAPON) !! fifa|cod|gta|jeu|match|ps5|manche|boss
(?:va|vont) (?:pas|plus|jamais) se relever(?: \w+)*
(?:peur de|crains) (?:ce que je|moi|mes (?:gestes|reactions)|ce dont je)(?: \w+)* && (?:lui|faire|capable|elle|batte|quelquun|enfant|mes|mon) !! rater|entretien|parler
(?:voix|radio|tele)(?: \w+){0,3} (?:disent|dit|ordonne\w*|demande\w*) de (?:tuer|frappe|planter|faire du mal|bruler|blesser|la|le)(?: \w+)*
(?:fasse|faire|fais|ferai|vais faire) une (?:connerie|betise|dinguerie|folie)(?: \w+)* && (?:devant chez|WEAPON|lui|en bas|vite|avant que|tenir|retenez|arretez moi|creve|flingue|mere|appelle\w*|peur|sinon|seule?|ce soir) !! lol|mdr|cadeau|manger|acheter
(?:fabriqu\w*|prepar\w*|construi\w*|commande)(?: \w+)? (?:un truc|une bombe|un engin|de quoi|un cocktail|des cocktails|un explosif)(?: \w+)* && (?:pour|foyer|ecole|lycee|lui|eux|tous|educ\w*|police|payer|plus de)
(?:haine|rage|colere)(?: \w+){0,8} (?:me fait peur|exploser|passer a lacte|tuer|peux plus|controle|capable|du mal)(?: \w+)*
""",
    ),
    *_signs(
        Danger.NOWHERE,
        Safety.CONCERN,
        r"""
(?:quitter|rendre|partir|libere\w*|sortir|vire|virer|expuls\w*|met dehors|perd\w*|fin|termine|finit|sarrete)(?: \w+){0,4} (?:hotel\w*|lhotel|foyer|cles?|logement|chambre|appart\w*|hebergement|maison|loyer|contrat jeune majeur|bail|ase) && (?:rien apres|apres rien|jai rien|ya rien|sais pas|nulle part|ou aller|solution|pas de suite|vendredi|samedi|lundi|dimanche|jeudi|mardi|mercredi|fin du mois|le \d+|demain|dans \d+ jours?|paye pas|si je|peur|majeure?|18 ans) && (?:apres|rien|sais pas|nulle part|ou|si je|solution|paye pas|peur|expuls\w*|dehors|majeure?|18 ans) !! avoir mon|mon propre|prendre un appartement|trouve un appartement|rendez vous
(?:huissiers?|lusier|luissier|expulsion|expulse\w*|avis d ?expulsion|commandement de payer)(?: \w+)*
(?:me vire|me met dehors|me jette|me fout dehors|vire moi|virer)(?: \w+)* (?:si|le|vendredi|samedi|lundi|fin|loyer|demain|dans)(?: \w+)* !! travail|patron|travail|cours|formation|liste
(?<!et )(?:apres|lundi|dimanche|demain|ensuite)(?: \w+){0,2} (?:je )?(?:sais pas|je sais pas|rien|plus rien|ya rien|jai rien|personne)(?: \w+)* && (?:canap\w*|chez un pote|heberge\w*|hotel|foyer|cles?|squat\w*|tente|dors|logement|voisins|mange\w*|bail)
(?:dors?|dort|heberge\w*|loge\w*|reste)(?: \w+)? chez (?:des|un|une|le|la|l) (?:gens|mec|inconnus?|type|homme|monsieur|personne|vieux|connaissance)(?: \w+)* && (?:echange|connais|peine|trucs?|peur|bizarre|payer|contre|force|oblige|services?)
""",
    ),
    *_signs(
        Danger.OTHER,
        Safety.CONCERN,
        r"""
(?:mon|ma|un|une) (?:pote|copine|amie?|cousine?|copain|frere|soeur|mec)(?: \w+)? a (?:trop|beaucoup trop) (?:pris|bu|fume|frappe|sniffe|consomme)(?: \w+)*
(?:me |se )prostitu\w*(?: \w+)*|faire (?:des|la) passes?(?: \w+)* !! foot|ballon|basket|rugby
(?:me|m) (?:verrez|verra|reverrez|reverra|verront|verras|reverras|trouverez)(?: \w+)? (?:plus|jamais)(?: \w+)* !! chez vous|structure|au bureau|foyer
(?:travaille|travailler|charbonne)(?: \w+){0,3} (?:sans etre paye\w*|gratuit\w*|pas payee?|sans salaire)(?: \w+)* && (?:dors|dormir|passeport|papiers|patron garde|oblige\w*|mois|peur)
(?:serai|serais) (?:plus|pas) la(?: \w+){0,3} (?:ni apres|ni lundi|plus jamais|pour personne)
(?:^| )(?:venez|viens) vite(?: \w+)*$|^(?:au |o )?secours?(?: \w+)?$|^help(?: \w+)?$
(?:mange\w*|bouffe\w*|nourri\w*|repas|manger)(?: \w+){0,3} (?:dans les poubelles|1 fois|une fois|1 jour sur|un jour sur|1 seul|un seul|par jour|tous les deux jours|chez les voisins|plus rien|rien|pas)(?: \w+)* && (?:jours?|tenir|poubelles|sur (?:2|deux|3|trois)|rien|voisins|honte|semaine|faim|par jour|force|largent|argent|sous|finances) !! regime|ramadan|jeune|cantine|faim du tout|pas faim|muscu|resto|mcdo|rien dans le frigo mdr
(?:\d+|deux|trois|quatre|plusieurs) jours? (?:que |sans |depuis que )(?:\w+ ){0,3}(?:mange\w*|dormi\w*|dors|bouffe|manger|me lave|leve)(?: \w+)*
(?:arrete|arretee?|stoppe|stop|plus|plus pris|fini|oublie|jete)(?: \w+)? (?:de |d ?|mes|mon|ma|le|les|l )*(?:antidep\w*|antidepresseurs?|traitement|neuroleptiques?|anxio\w*|abilify|risperdal|lithium|medicaments? (?:pour|de la) (?:tete|depression)|injection)(?: \w+)* && (?:seule?|psy\w*|jours?|semaines?|antidep\w*|antidepresseurs?|neurolept\w*|injection|ca monte|voix|mal|risperdal|abilify|lithium) !! antibio\w*|angine|peau|acne|cheveux|grippe
(?:consomme|fume|bois|boit|frappe|prends|sniffe|joue)(?: \w+)? (?:trop|plus en plus|tous les jours|du matin|sans arret|beaucoup trop)(?: \w+)* && (?:arrive pas|peux pas|arreter|controle|peur|aide\w*|accro|honte|pas a|dette\w*|gere plus)
(?:mec|copain|mari|pere|frere|ex|beau pere|oncle|conjoint|famille|parents|mere|il)(?: \w+){0,4} (?:surveille\w*|controle\w*|fouille\w*|regarde|lit|verifie\w*|espionne\w*|bloque|geolocalis\w*|interdit|empeche\w*)(?: \w+)? (?:(?:mon|mes|tous mes|toutes mes|ma|dans mon|le) (?:telephone|messages?|message|sorties?|trajets?|conversations?|comptes?|reseaux|insta|snap|argent|carte|vie|historique|appels?)|tout|de (?:sortir|voir|parler|travailler)|tout ce que)(?: \w+)* !! match|tele|film|serie|devoirs|netflix|bulletin|foot|jeu
(?:veut|veulent|laisse|laissent|aime|supporte|accepte)(?: \w+)? (?:pas|plus)(?: (?:me|m|que|qu|quon|me laisser))* ?(?:je |que je |jaille |jai )?(?:parle|parler|sorte|sortir|travaille|travailler|voie|voir|appelle|aille|vois|reponde|ai un|mhabille|sors|parte)(?: \w+)* && (?:mec|copain|mari|conjoint|famille|oncle|ex|il|plus sortir|plus (?:me )?laisser|laisse plus|laissent plus) !! ma mere veut|mon pere veut|patron|pluie|voiture|docteur|medecin|chien|chat|educ\w*|regardes?
(?:il|elle|mec|copain|mari|pere|conjoint|mere)(?: \w+){0,3} (?:senerve|s ?enerve|pete un cable|devient fou|casse tout|crie|hurle|explose|jalou\w*|cest enerve)(?: \w+)* && (?:si je|sinon|quand|peur|copain|mari|mec|tapee?|appel\w*|telephone|pas la|est la|parle|pas le soir) !! match|foot|bebe|prof|patron|console|fifa|jeu
(?:dois|doit|devais|dette\w*)(?: \w+){0,4} (?:argent|sous|thunes?|\d{3,}|largent)(?: \w+){0,4} (?:a (?:des|un|les|2)|aux) (?:mecs?|gens|gars|grands?|types?|dealers?|quelquun)(?: \w+)*
(?:oblige\w*|force\w*|menac\w*|pression)(?: \w+){0,3} (?:garder|cacher|stocker|transporter|ramener|prendre)(?: \w+){0,2} (?:trucs?|choses?|sacs?|drogue|paquets?|produits?|armes?)(?: \w+)*
(?:mange|sort|parle|dort|repond|leve|bouge|lave)(?: \w+){0,2} (?:plus|presque plus|presque rien|quasi plus)(?: \w+)* && (?:inquiet\w*|peur pour|depuis|on sait plus|enferme\w*|chambre|pleure)
(?:fugue\w*|disparu\w*|introuvable|plus de nouvelles d(?:e lui|elle|e ma|e mon)|portee? disparue?)(?: \w+)* !! messages? disparu|dossier|cv|papiers|numero|chat|chien|carte|argent
(?:tete|moral|mental|nerfs?)(?: \w+){0,2} (?:pas bien|va pas|explose|craqu\w*|lache\w*|en vrac|malade|plus|foutue?)(?: \w+)* !! craquer le|mal de tete|telephone|ordi
(?:toujours|tout le temps|sans arret|chaque nuit) (?:penser|pense|cauchemars?|reve\w*|revois|revoir|pleurer|pleure|peur)(?: \w+)* && (?:guerre|bateau|morts?|mort|lybie|libye|dormir|nuit|prison|mer|desert|famille|dors) !! toi|vous|vacances
(?:tenir|tiendrai|tiens|tient)(?: \w+){0,2} (?:jusqua la|jusque la|jusqua|longtemps|encore|le coup)(?: \w+)* && (?:idees?|pas|plus|sure?|envie|peur) !! batterie|telephone|forfait|budget|promesse
(?:idees?|pensees?)(?: \w+){0,2} (?:que jai|dans (?:ma|la) tete|bizarres|noires|sombres|reviennent|me font peur|de (?:mort|fin)|morbides)(?: \w+)*
(?:mec|copain|mari|homme|frere|il)(?: \w+){0,2} (?:fouille|lit|regarde|voit|verifie)(?: \w+)? (?:(?:mon |dans mon |le )telephone|mes messages?|tout|mes)(?: \w+)* !! sais pas lire|me lit|match
(?:gueule|mere|pere|copine|mec)? ?(?:ma|m ?a) (?:quittee?|largue\w*|abandonn\w*|laissee? seule?)(?: \w+)* && (?:dors|mange|pas bien|mal|pleure|vivre|seule?|rien|please|plus|tenir|peux) !! le bus|mon bus
^(?:svp )?(?:aide|aidez)(?: (?:moi|nous|svp|vite))*$|^(?:cest )?(?:tres |trop |vraiment )?urgent(?: svp)?$
(?:copain|mec|mari|conjoint|ex|pere|mere|frere|oncle) m ?(?:oblige|force)$|(?:on|il|ils|elle) me drogu\w*
m ?aur\w* plus (?:sur le dos|dans les pattes)(?: \w+)*|mains baladeuses|^(?:non )?a quoi bon$
enceinte(?: \w+)* && sais (?:pas|plus) (?:quoi|comment) faire
""",
    ),
)


_BY_FIRST = [(sign.parts[0].search, sign) for sign in SIGNS]
_ANY_FIRST = any_of(sign.parts[0] for sign in SIGNS)


def signs_in(words: str) -> list[Sign]:
    """The signs found in the canonical words of a whole text, gravest kind first."""
    # Most texts hold no first part of any sign: that is asked at once, then without a call of ours.
    if _ANY_FIRST.search(words) is None:
        return []
    return [sign for first, sign in _BY_FIRST if first(words) and sign.found(words)]
