"""The wide net, first part: French words of emergency, by kind (PRODUCT section 9).

Phrases are in canonical words (spelling.py): "jai", "cest", "je veux", no accents, no "ne".
"""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

from messages.understand.rule import rule

_WHO = (
    r"(?:il|elle|ils|on|mon (?:mec|copain|ex|mari|pere|beau pere|frere|grand frere|oncle|cousin|"
    r"proprio|patron|voisin|educateur)|ma (?:copine|mere|belle mere|tante|soeur)|mes parents|"
    r"beau pere|belle mere|le (?:mec|pere|mari|beau pere)|quelquun|un (?:mec|type|homme|gars)|"
    r"des (?:mecs|gars|types))"
)

_ADV = r"(?: (?:plus|pas|bien|juste|vraiment|trop|encore|toujours|tout|meme|deja|souvent|grave|parfois|limite))*"

_PILLS = (
    r"(?:cachets?|medocs?|medicaments?|comprimes?|pilules?|dolipranes?|xanax|somniferes?|lexomil"
    r"|plaquettes?|boites?|tramadol|anxio\w*|antidepresseurs?|valium|subutex|methadone|javel|efferalgan)"
)

_BLOW = (
    r"(?:frappe\w*|cogne\w*|tabasse\w*|etrangle\w*|viole[es]?|violer|bat|battu\w*|battre|tue|sequestre\w*"
    r"|enferme\w*|brule\w*|gifle\w*|agresse\w*|poignarde\w*|plante\w*|massacre\w*|defonce\w*|maltraite\w*"
    r"|touche\w*|touch[ea]|insulte et frappe|menace\w*|tape\w*|pousse\w*|secoue\w*|claque\w*|rou[ea]\w* de coups)"
)

_KID = r"(?:bebe|enfants?|fils|fille|gosses?|petit\w* (?:frere|soeur)|gamin\w*|petite?|nourrisson|jumeaux)"

_DIE = r"(?:mourir|me suicid\w*|me tuer?|suicider|creve[rz]?|me pendre|me flinguer|me buter|me fou(?:s|t|tre)? en lair|clamser|me jeter)"

# Whom, and what of them, one is afraid of: an interview or the rain is no danger.
_FEARED = (
    r"(?:mec|copain|mari|ex|homme|pere|mere|daron\w*|frere|oncle|cousin|coloc\w*|voisin\w*|proprio\w*|conjoint|famille|parents"
    r"|copine|patron|pere|mere|mac)"
)
_HARMS = (
    r"(?:\w+ ){0,3}(?:retrouve\w*|frappe\w*|tape\w*|tue\w*|bute\w*|revien\w*|vien\w*|rentre\w*|fasse\w*|sache\w*|apprenne\w*|voie\w*"
    r"|lise\w*|trouve\w*|suive\w*|attende\w*|recommence\w*|batte\w*|viole\w*|touche\w*|cogne\w*|prenne\w* (?:mon|ma|mes|le|la|les) \w+"
    r"|meure\w*|vire\w*|plante\w*|brule\w*|defonce\w*|casse\w*|menace\w*|enferme\w*|etrangle\w*|kidnappe\w*|renvoie\w*|massacre\w*)"
)
_HOME_AGAIN = r"(?:rentrer|retourner)(?! (?:en |a l ?ecole|a lecole|au (?:travail|taf|boulot|lycee|college)|a la fac|dans (?:une|la) formation))"
# "en train de partir" is said of somebody who faints, and of whoever takes the bus.
_BOUND = r"(?! (?:d\w*|au|aux|a|en|pour|chez|vers|bosser|travail\w*|avec|manger|faire|la bas|me |le |la ) ?)"

SUICIDE = (
    rule(
        "danger.suicide.intent",
        rf"""
^me suicider$|(?:moi|mi) (?:pas|pa) (?:vle|ve|veux) (?:vivre|viv)(?: \w+)*|ma vie(?: elle| ca)? (?:sarrete|sarretera|se termine|finit|se finit) (?:ce soir|cette nuit|demain|aujourdhui|ici|la|bientot)
(?<!vient )(?:decide|prevu|prevois|compte|pense|songe|hate|prete?|reste|reste qu|merite|prefere|plutot|autant|mieux|veux|laisse[rz]? moi|envie cest|de|d)(?: (?:de|d|a|que|qu|juste|vraiment|presque|cest))* (?:mourir|den finir|en finir|me tuer|me suicider|me pendre)(?! de (?:rire|faim|honte|chaud|froid))
(?:ecrit|laisse) une lettre (?:a|pour) (?:mes|ma|mon)(?: \w+)*|(?:sur|au) (?:le )?bord (?:de la fenetre|du toit|du balcon|du pont|du vide)|je suis (?:a|sur) (?:la|le) (?:fenetre|rebord)(?: \w+)* sauter
(?:en|den|men) terminer(?: (?:avec|une bonne|ce soir|maintenant|vite|pour)(?: \w+)*|$)|(?:arreter|arrete|cesser|fini|finir|peur|marre|peine|envie|force|gout|fatigue|refuse|degoutee?|stop)(?: plus| pas)? (?:de |d ?)(?:vivre|exister|etre (?:en vie|vivant\w*|la$))
prete? a (?:sauter|mourir|en finir|partir pour)|(?:j?envisage|songe au|pense au|planifie|prepare)(?: \w+)? suicide
me laisser mourir|(?:veux|vais|voudrais|dois) partir pour toujours|cest la fin (?:pour moi|de ma vie)|me gaze\w*(?: \w+)*
(?:me|m) planter (?:un|une|le) (?:couteau|lame)(?: \w+)*
jai tout prevu (?:pour|ce soir|cette nuit)(?: \w+)*
je vais me faire du mal(?: \w+)*|me faire du mal (?:ce soir|cette nuit|maintenant|la)
me (?:suis )?fai[st] (?:du )?mal avec (?:un|une|le|la|des|mon|ma) (?:couteau|lames?|cutter|rasoir|ciseaux|verre|briquet)(?: \w+)*
(?<!foyer )(?<!hotel )(?<!logement )(?:cest|cetait|tout est|ca sera|ce sera|tout sera|tout serait)(?: bientot)? (?:fini|termine)(?: (?:pour moi|ce soir|bientot|cette nuit|demain|adieu))+
^(?:ca|ce|tout) (?:sera|sera bientot) (?:bientot )?(?:fini|termine)(?: pour moi)?$
(?:entendrez|entendra|verrez|reverrez|verra) plus (?:jamais )?(?:parler de moi|moi|jamais)?(?: demain)?$
je (?:souffrirai|souffrirais) plus
si (?:je )?me suis pas (?:foutue? en lair|tuee?|pendue?|suicidee?|flinguee?)(?: (?:avant|dici|d ici|entre temps)(?: \w+)*)?$
(?:veux|voudrais|aimerais|pars) rejoindre (?:mon|ma|mes) (?:pere|mere|frere|soeur|grand mere|grand pere|mamie|papi|parents|fils|fille|pote|ami)(?! (?:au|a la|a l|en|pour|chez|demain|a paris|ce week))(?: \w+)*|rejoindre (?:mon|ma|mes) \w+(?: \w+)? (?:la haut|au ciel|au paradis|au cimetiere|dans (?:la mort|la tombe|sa tombe|lau dela))
(?:dire|dis|dit) (?:au revoir|adieu) (?:a tout le monde|a tous|a ma|a mon)(?: \w+)*|je voulais (?:vous )?dire (?:au revoir|adieu)
tiens plus a (?:la |ma )?vie
(?:veux|peux|supporte|ai envie|envie|pas envie|plus envie|jai pas envie)(?: \w+)? (?:plus |pas )?(?:de |d ?)?(?:etre la$|cette vie$|vivre ca|continuer a vivre|rester en vie|vivre comme ca)
plus (?:de |d ?)(?:cette|ma) vie$|pas ma place sur (?:terre|cette terre)|merite pas (?:de )?vivre
(?:j?aimerais|voudrais|veux|prefererais|prefere|serait mieux)(?: \w+)? etre mort
(?:solution|issue|sortie|delivrance|que)(?: \w+){{0,2}} la mort(?! (?:dans|de))|la mort (?:serait|est|sera|me|soulag\w*|m ?appelle)(?: \w+)*
si (?:seulement )?je (?:pouvais|pourrais) mourir|je (?:peux|arrive) plus (?:a )?(?:continuer a )?vivre
(?:ouvert|ouvrir|entaille|coupe) (?:le|les) bras
(?:viens de |je viens d|vient d)(?:avaler|prendre|gober|boire)(?: \w+){{0,3}} (?:plaquette|cachets?|medicaments?|medocs?|javel|boite|comprimes?|truc)
(?:gobe|avale|pris)(?: \w+){{0,2}} (?:traitement|tout ce que|pharmacie)(?: \w+)*
(?:betise|connerie)(?: \w+){{0,3}} (?:medicaments?|medocs|cachets?|lame|corde)
(?:je |j)(?:vais|veux|voudrais|compte|pense|aimerais|prefere|prefererais|envisage){_ADV} (?:de |a |que )?{_DIE}
(?:jai|jaurais|avoir|ai|grosse|une){_ADV} (?:qu une |quune )?envies? (?:de |d ?)(?:me )?(?:mourir|suicider|tuer|en finir|disparaitre|pendre|foutre en lair|flinguer|sauter|plus exister)
envies? (?:de |d ?)(?:mourir|me suicider?|me tuer?|en finir|me pendre|me foutre en lair|me jeter|me flinguer)
(?:plus|pas|aucune|0|zero){_ADV} (?:la |d |l |le )?(?:envie|force|gout|courage|raison|raisons) (?:de |d ?|a |pour )?(?:la |rester en )?(?:vivre|vie|exister|continuer a vivre)
(?:plus|pas|rien){_ADV} (?:de )?(?:vivre|exister)
ni de vivre
(?:plus|pas|aucune)(?: (?:trop|vraiment|du tout))? envie (?:de |d ?)(?:me |se )?(?:reveiller|reveille)(?! (?:tot|a|pour|le matin|si|avant|trop))
(?:veux|peux|supporte|arrive){_ADV} plus (?:a )?vivre
laisse[zr]? moi (?:mourir|partir pour toujours)
jhesite a (?:sauter|me (?:jeter|tuer|pendre))
marre de (?:vivre|la vie|cette vie|exister|ma vie)
fatigue de (?:vivre|la vie|exister|cette vie)
(?:je )?veux{_ADV} en finir
(?:ce soir|cette nuit|demain|maintenant) jen (?:finis|termine)(?! avec (?!la vie|ma vie|tout))
(?:vais|veux|voudrais) finir (?:pendue?|noyee?|au bout d ?une corde|sous un (?:train|metro|camion))
(?:jai decide|je vais|il faut|envie|mieux|bientot|pense|autant) (?:d |de |que j |vaut )?en finir
en finir (?:avec (?:la vie|tout|ma vie|cette vie)|une bonne fois|ce soir|maintenant|cette nuit)
(?:mettre|mets|mettrai|met|mis|mette) (?:un terme|fin) a (?:tout|ma|mes|cette|ca|la|mon)\w*(?: \w+)?
(?:plus|jamais){_ADV} (?:me |m ?)?(?:reveiller|lever|reveille)
(?:m endormir|mendormir|dormir|fermer les yeux) (?:et|pour)? ?(?:plus|pas|jamais|toujours)
(?:je|veux) (?:vais|veux|voudrais|preferer\w*){_ADV} disparaitre
(?:veux|voudrais|aimerais) (?:que )?(?:tout|ca|ma vie) (?:sarrete|finisse|se termine|soit fini\w*)
(?:que )?(?:tout|ma vie) sarrete (?:pour|une)\w*
(?:pas|plus) (?:envie )?(?:de |d ?|la peine d ?)?(?:etre|rester)(?: la)? (?:en vie|sur (?:la |cette )?terre|de (?:ce monde|cette terre)|vivant\w*)
(?:je )?(?:veux|voudrais|aimerais) (?:etre|rejoindre)\w* (?:mort\w*|mamie|papi|mon pere|ma mere|mon frere) ?(?:la haut|au ciel)?
jaurais (?:du|prefere) (?:pas naitre|jamais naitre|mourir|etre mort)
je suis mieux mort\w*
(?:mieux|autant) (?:valoir |vaut |vaudrait )?(?:etre |que je (?:sois|meure|creve) ?)?(?:mort|mourir|meure)
ma vie (?:vaut|sert|rime)(?: plus| pas)? (?:a )?(?:plus )?rien
je m(?:e )?p[ea]n(?:ds?|t|dr\w*)(?! (?:pas|au (?:nez|cou|tel\w*)|la cremaillere))|(?:vais|veux|voudrais|envie de|aller) m(?:e )?p[ea]ndr\w*
je (?:me tue|me suicide|me bute|me flingue|me jette|saute|me foutrai en lair|me fous? en lair|vais me foutre en lair)
je me (?:tuerai|suiciderai|tuerais|suiciderais|tire une balle)
me tirer une balle
j?(?:en )?(?:suicide|tuerai) (?:ce soir|demain|cette nuit)
vais passer a lacte
passer a lacte
jy pense (?:tous les jours|tout le temps|chaque jour)(?: a la mort)?
(?:je )?pense (?:tout le temps|tous les jours|toujours|trop|souvent|qu)\w* ?(?:a )?(?:la mort|mourir|me tuer|au suicide)
""",
    ),
    rule(
        "danger.suicide.act",
        rf"""
je (?:me )?(?:taille|coupe|ouvre|tranche|entaille|lacere)(?: \w+)? les (?:bras|veines?|poignets?|cuisses?|jambes?)(?: \w+)*
(?:monte|montee|grimpe|debout|assise?)(?: \w+)? (?:sur|au) (?:le |un )?(?:toit|rebord|pont|balcon|parapet|bord)(?: \w+)* (?:fin|fini|adieu|sauter?|vais|courage|vide)(?: \w+)*
(?:sur|du|d un|dun|haut du|bord du) (?:le |un )?(?:pont|toit|balcon|rebord) (?:je|jai|pour|et|prete?|jhesite|je vais|la)(?: \w+)*
(?:je )?(?:vais|veux|pourrais|voulais){_ADV} (?:sauter|me (?:jeter|balancer|defenestrer))
(?:sauter|jeter|balancer|jete|allonge\w*) (?:du|par|dans le|sous|sur|de la|depuis|d un|dun)(?: \w+)? ?(?:pont|fenetre|toit|vide|balcon|train|metro|rails?|rer|camion|etage|voie\w*|seine|loire|rhone)
je suis (?:sur|au bord)(?: \w+)? (?:les rails|la voie ferree|le rebord|le toit|vide|pont|falaise)
jai{_ADV} (?:pris|avale|gobe|bouffe|ingere)(?: \w+){{0,3}} {_PILLS}
(?:prendre|avaler|gober|avale|prends|prendrai|pris)(?: (?:tout|tous|toute|toutes|trop|plein|une|des|les|mes|ma|la|le|de|d))+ {_PILLS}
{_PILLS} (?:devant moi|dans la main|sont prets?|prets)
jai{_ADV} (?:tout|trop) (?:avale|pris de)(?: \w+)?
(?:me |se |mes |les |m ?)?(?:couper|coupe|ouvrir|ouvert|trancher|taillade\w*|tailler|taille|ouvre|tranche) (?:les|mes) (?:veines?|poignets?)
(?:jai|avec|prends?|prepare|achete|une)(?: \w+){{0,2}} (?:corde|lame de rasoir|noeud coulant|flingue sur la tempe)
la corde est prete
jai (?:tout )?prepare(?: \w+){{0,2}} (?:corde|medocs|medicaments|lettre|mort)
(?:ecrit|fait|laisse|ecris)(?: \w+){{0,2}} (?:lettre d ?adieu|lettre daurevoir|mot d ?adieu|lettre pour (?:ma mere|mes parents|expliquer))
(?:jai|je viens de)(?: \w+)? (?:ouvert le gaz|bu (?:de la|la) javel|me pendre|essaye de (?:me|mourir|m)\w*(?: \w+)?)
je suis en train de (?:mourir|me vider|me tuer|partir{_BOUND})
""",
    ),
    rule(
        "danger.suicide.farewell",
        r"""
adieu(?: (?:a tous|tout le monde|la vie|et merci|les gens|je|merci))*
(?:serez|seriez|sera|serait|sont|seront|irait|ira|est|vivrait|vivront|vivez|vivra|aller|serai[st]?|seraient)(?: \w+){0,2} (?:mieux|tranquilles?|soulage\w*|debarrasse\w*)(?: \w+){0,2} (?:sans|de|que) (?:moi|la)
mieux sans moi
personne (?:va |me |verra |remarquer\w* |pleurer\w* |regretter\w* )+(?:regretter\w*|manquer\w*|pleurer\w*|remarquer\w*|si je (?:meurs|disparais|creve|pars)|absence)
(?:bientot|demain|ce soir|cette nuit|quand)(?: \w+)? (?:je serai|y aura|vous aurez)(?: \w+)? (?:plus la|plus de moi|mort|partie? pour toujours|plus de ce monde)
je serai(?:s)? plus la (?:demain|ce soir|bientot|longtemps|pour (?:le )?voir)
(?:ce soir|cette nuit|demain|bientot)(?: \w+)? (?:cest fini|tout est fini|cest termine|ce sera fini|tout sera fini|jarrete tout|je (?:termine|finis) tout|je mets fin$)(?: pour moi)?(?! (?:ca|ce|a \d+h?|avant|vers|et je vous)(?!\w))(?! (?:le|la|les|mon|ma|mes|l\w+) ?(?!vie|souffr|doul|galer|miser|cauchemar|mal\b))
(?:cest|cetait|voici|voila|ceci est) (?:la derniere fois que (?:je vous parle|vous me lisez|je parle)|(?:mon|un) dernier (?:message|jour)(?! (?:de|d|du|au|a|en|avant|ici|dans|pour|chez|recu|que) ?)|mes derniers mots)
(?:mon|un) dernier (?:jour sur terre|souffle|message (?:adieu|a (?:ma|mon|mes|tous|tout|vous)))
(?:dites|dis|direz) (?:lui|leur|a ma mere|a ma fille|a mon fils|a mes parents|a ma soeur|a mon frere|a tout le monde) (?:que )?(?:je (?:l|les|le)? ?(?:aime\w*|demande pardon)|pardon|jlaime|jle|jles aime)
(?:prenez|occupez vous|prends|prendre)(?: \w+)? (?:soin )?de (?:mon (?:chien|chat|fils|frere)|ma (?:fille|soeur|mere))(?: (?:quand|si|apres))(?: \w+)*
(?:je (?:pars|men vais|partirai)|partir|m ?en aller|(?:m ?)?endormir) (?:pour toujours(?! (?:d\w*|en|a|au|aux|vers|chez|vivre|habiter) ?)|definitivement(?! (?:d\w*|en|a|au|aux|vers|chez|vivre|habiter) ?)|loin de ce monde)
(?:quand|lorsque|moment ou) (?:vous|tu) (?:lirez|liras|verrez|verras|recevrez|lis|lisez)(?: (?:ca|ce|ces|cette|message|mots?|lettre|lignes))* je serai(?: (?:deja|surement))? (?:partie?|morte?|plus la|loin|plus de ce monde)(?! (?:en|a|au|aux|chez|pour|d\w*|travail\w*|bosser|faire) ?)
(?:au revoir|bye|ciao) (?:a )?(?:la vie|le monde|tout le monde|ce monde)
pardon (?:a tous|mere|pour tout(?! (?:ce|le|cet|ces|votre|ton) (?!mal)))(?: \w+)*
""",
    ),
)

VIOLENCE = (
    rule(
        "danger.violence.blows",
        rf"""
(?:i|li) (?:tap\w*|frap\w*|bat|bate) (?:su|sou|sir|sur)? ?(?:moi|mwen|mwin)(?: \w+)*
(?:crie|hurle|dit|menace|jure|repete|ecrit|promet)(?: \w+){{0,3}} (?:va|vont|veut|veulent) (?:me |m ?|nous )(?:mourir|tuer|planter|frappe|bruler|defoncer|retrouver|egorger|violer)
(?:met|mets|mettait|mettent|mis|passe|passait|glisse|glissait)(?: \w+)? (?:ses|leurs|les|sa|la) mains?(?: \w+){{0,2}} (?:vetements?|culotte|pantalon|jupe|tee? ?shirt|seins?|fesses|cuisses?|corps|moi)(?: \w+)*
(?:force|forcee|oblige|obligee|contrainte?|forces|forcees)(?: \w+)? (?:de |d ?|a )(?:me prostituer|coucher|faire des passes|me marier|me deshabiller|le sucer|dealer|voler|mendier)(?: \w+)*
(?:mis|met|mettre|donne|file|colle|recu|pris)(?: \w+)? (?:une (?:droite|raclee|claque|gifle|baffe|correction|patate|balayette|rouste)|des (?:coups|claques|gifles|baffes|droites))(?: \w+)*
(?:cherche|cherchent|veut|veulent|vient|viennent)(?: \w+)? pour (?:me |m ?)(?:frappe|tuer|violer|planter|retrouver)|mon mac(?: \w+)* (?:me|ma)(?: \w+)*|oblige a (?:faire des choses|coucher|vendre|voler)(?: \w+)*
(?:pere|mere|mec|copain|mari|frere|ex|oncle|beau pere|conjoint)(?: \w+)? (?:est|devient|etait|a ete)(?: \w+)? violente?s?(?: \w+)*|violente? avec (?:moi|nous|mes)|(?:ete|etais|suis) (?:agresse|frappe|viole|tabasse|battu|menace|sequestre|abuse|violente|harcele)e?s?(?: \w+)*
(?:couteau|lame|arme|flingue) (?:sous|sur) (?:la|ma) (?:gorge|tempe|tete)|(?:pere|mere|mec|mari|copain|frere)(?: \w+){{0,5}} il (?:me )?(?:frappe|cogne)|(?:crie|hurle) et (?:il )?(?:me )?(?:frappe|cogne)(?: \w+)*
leve la main sur|lever la main sur|raclee|roue de coups|(?:coups? de|avec (?:sa|la|une|leur)|a la|(?:sort|prend|pris|enleve|defait)\w* (?:sa|la)) ceinture(?! (?:de securite|noire|marron|bleue|verte))
(?:essaye|voulu|tente|failli|menace|essaie|veut|venir|revenir)(?: \w+)? (?:de |d ?)?(?:me |m ?|nous )(?:tuer|etrangler|frappe|violer|planter|poignarder|bruler|egorger|defoncer)
(?:ex|mec|homme|type|gars|mari|copain|pere|frere)(?: \w+){{0,3}} (?:me suit|m ?attend (?:en bas|dehors|devant|derriere|a la sortie|avec|cache)|me traque|me surveille(?! (?:la|le|les|mon|ma|mes) )|me retrouve|me poursuit|me harcele)(?: \w+)*|mon ex(?: \w+)? m ?attend(?! pour)
en danger(?: (?:de mort|chez moi|ici|avec|la|de))*
(?:abuse|abusait|abusent) de (?:moi|elle|lui)|m ?a abuse\w*
(?:me |m ?)(?:enferme\w*|sequestre\w*|etrangle\w*)
(?:ma|mont|a|ont)(?: (?:tout|deja|aussi|encore|toujours))? pris (?:mon passeport|(?:tous )?mes papiers|ma carte d ?identite)(?: \w+)*
casse tout(?: \w+){{0,3}} jai peur
{_WHO} (?:me |m ?|ma |mas |mont |m a |nous |vient de me |veut me |va me |arrete pas de me |a failli me |essaye de me |continue a me |recommence a me |a |vont me |veulent me ){_ADV} ?{_BLOW}(?! au telephone| a la porte| dans loeil)
(?:il|elle|on|ils) (?:ma|mont|me){_ADV} (?:encore )?{_BLOW}
ma{_ADV} (?:encore )?(?:frappe|cogne|tabasse|etrangle|viole|agresse|sequestre|poignarde|gifle|enferme|defonce|battue?|mis (?:un|des) coups?|jete dans les escaliers|casse (?:le|la|un) (?:nez|bras|dent|poignet|jambe|cote))e?
(?:mon mec|mon copain|mon mari|mon ex|mon pere|ma mere|beau pere|mon frere|mon oncle)(?: \w+){{0,3}} (?:me )?(?:frappe|cogne|bat|etrangle|viole|touche|menace|tue|sequestre|surveille tout|enferme)
(?:je (?:me suis|me) fai[st]|me faire|me fait|fais|me suis fait){_ADV} (?:frappe|tabasser|tabasse|violer|viole|agresser|agresse|battre|cogner|cogne|tuer|sequestrer|racketter|poignarder|defoncer|etrangler|menacer|menace|planter|braquer|toucher|tirer dessus|abuser)
(?:il|elle|ils|on|quelquun|mon \w+|ma \w+)(?: \w+)? (?:va|veut|vont|veulent|essaie|essaye de|menace de|jure de)(?: \w+)? (?:me |m ?|nous )(?:tuer|frappe|frappe|retrouver|defoncer|tuer|planter|mourir|violer|tabasser|cogner|bruler|massacrer|egorger|eclater|demonter|faire (?:du mal|la peau|mal|payer))
(?:il|elle|ils)(?: \w+)? (?:dit|dis|jure|menace)(?: qu il| quil| qu elle| quelle| que| qu ils)? (?:va|vont|de) (?:me |m ?|nous )(?:tuer|frappe|mourir|bruler|planter|egorger|defoncer|retrouver)
me (?:menace|menacent)(?: de mort| avec| de me tuer| tous les jours| encore)?
menaces? de mort
(?:ai|suis|etre|ete) (?:battue?|violee?s?|viole|agressee?|sequestree?|frappee?|tabassee?|maltraitee?|abusee?|prostituee?)(?: par| chez| a| hier| ce| sexuellement|$)
(?:un|mon|le|d un|dun|subi\w*(?: un)?|apres un) viols?(?! (?:de|des) (?:la )?(?:regle|donnees))
(?:attouchements?|inceste|abus sexuels?|agression sexuelle)
(?:me force|moblige|m oblige|veut me forcer|me forcent|me veut|mobligent)(?: \w+){{0,2}} (?:coucher|prostituer|tapiner|me marier|marier|tapin|faire des passes|voler pour|vendre de la drogue|dealer)
mariage force
(?:veulent|va|vont) me marier(?: de force| avec| au)
(?:des |les |recois |prends |pris |mis |mettre )(?:coups?|bleus|baffes|gifles|claques|droites|patates)(?: (?:partout|sur|de|tous|a la|dans|par|au|hier|encore|et))+
(?:plein|couverte?|remplie?) de bleus
(?:j ?ai|jai)(?: \w+)? (?:tres |trop |vraiment |grave )*peur (?:de (?:{_HOME_AGAIN}|lui|mourir|sortir a cause|eux|elle|(?:mon|ma|mes) (?:grand |petit |beau |belle )?{_FEARED})|qu ?(?:ils?|elles?) (?:{_HARMS})|pour ma vie)(?: \w+)*
peur de (?:{_HOME_AGAIN}|(?:mon|ma|mes) (?:grand |petit |beau |belle )?{_FEARED}|lui)
(?:il|elle|quelquun|on|ils)(?: \w+)? (?:me suit(?! (?:depuis (?:\d+|un|deux|trois|des) ans|deja|bien|pour|sur (?:insta|snap|tiktok|facebook)))|me poursuit|est derriere la porte|defonce la porte|casse la porte|est devant chez moi|mattend en bas|m attends en bas)
(?:il|elle|quelquun) a (?:un couteau|une arme|un flingue|un fusil|une lame|une machette|une batte)
(?:je suis|suis) (?:enferme\w*|sequestre\w*|coince\w*) (?:chez|dans(?! (?:(?:le|les|un) |l)(?:metro|bus|train|rer|ter|tram|bouchons?|embouteillages?|trafic|transports|tunnel|ascenseur))|par|a la cave|avec lui|ici)(?: \w+)*
(?:m empeche|mempeche|laisse pas|interdit|m interdit|minterdit)(?: \w+)? (?:de )?sortir
(?:prend|pris|garde|confisque|a pris) (?:mes papiers|mon passeport)(?: \w+){{0,4}} (?:sortir|partir|travaill\w*)
(?:violences?|maltraitance)(?: \w+)? (?:conjugales?|a la maison|chez moi|familiales?|de mon|de mes|de ma|physiques?)
(?:conjoint|mari|copain|mec|pere|mere|beau pere) violente?
(?:il|elle) (?:est|devient|redevient|etait) (?:tres |trop |hyper )?(?:violente?|dangereu(?:x|se))
(?:on|ils) (?:ma|mont|m ont) (?:tire dessus|plante|poignarde|agresse\w*|saute dessus|drogue\w*)
au secours|a laide|alaide|sos|help me|aidez moi vite|appelez la police
""",
    ),
)

NOWHERE = (
    rule(
        "danger.nowhere.tonight",
        r"""
^(?:a |dans )?la rue (?:ce soir|cette nuit|avec (?:mon|ma|mes))(?: \w+)*
(?:suis|on est|je dors|sommes|seule?)(?: \w+){0,2} (?:gare|arret de bus|parc|aeroport|laverie|hall)(?: \w+)* (?:pas|plus|aucun|sans|ni)(?: \w+)? (?:lit|toit|endroit|logement|chambre|hebergement|ou aller|ou dormir)(?: \w+)*
(?:ma|mont|nous a|nous ont|m ?a|m ?ont) (?:sortie?s?|viree?s?|degagee?s?|expulsee?s?|evacuee?s?|chassee?s?)(?: \w+)? (?:du|de|de la|d) ?(?:squat|camp|tente|foyer|hotel|chambre|maison|appart\w*|logement|centre|chrs|115)(?: \w+)*
(?:jai|ai|ya|y a|avons|on a)(?: \w+)? (?:nulle part|nul part|null part)(?! (?:dans mes|sur|trouve))(?: \w+)*|(?:je suis|on est|suis) dehors(?: \w+)? il (?:fait (?:tres |trop |super )?(?:froid|moins|nuit|noir)|gele|neige|caille)(?: \w+)*
(?:je |on )dor[st] ou(?: (?:ce soir|cette nuit|maintenant|la|demain))
(?:je |on )(?:vis|suis|dors|vit|reste) (?:encore |toujours |de nouveau )?dehors(?: (?:depuis|avec mes|sans|et)(?: \w+)*|$)
(?:dois|faut) (?:quitter|liberer|partir de|sortir de) (?:l ?hotel|le foyer|la chambre|l ?appart\w*|mon logement)(?: (?:aujourdhui|ce soir|ce matin|maintenant|la|et))(?: \w+)*|urgence (?:d ?)?(?:hebergement|logement|dormir)|(?:je|on) dors? ou(?: \w+)? ce soir|squat sans(?: \w+)*
(?:pas|plus|aucun)(?: de)? d?endroit pour (?:la nuit|ce soir|cette nuit|dormir)
(?:vient|viens|viennent|va|vont|veut) (?:de |d ?)?me (?:virer|jeter|mettre dehors|foutre dehors|degager|chasser)(?: \w+)*|retrouve(?: \w+){0,3} a la rue|(?:endroit|lit|place|coin|abri|hebergement|chambre|canape)(?: \w+)? (?:pour|cette|ce) (?:cette nuit|ce soir|la nuit|nuit|soir|dormir)(?: \w+)*
(?:revoila|voila|retour|suis|retombe|encore) (?:a|dans) la rue(?! (?:de|du|des|voltaire|victor)\b)
(?:mon pere|ma mere|mes parents|ma tante|mon oncle|ma soeur|mon frere|mon mec|ma copine|mon ex|mon coloc|ma grand mere|proprio|foyer|hotel|ils|il|elle)(?: \w+)? (?:ma|mont|m ?a|m ?ont) (?:jetee?|viree?|degagee?|sortie?|mise?|foutue?|chassee?)(?: (?:de|du|d|hier|ce matin|dehors|comme|cette|ce soir|sans|a la porte)(?: \w+)*|$)
(?:viree?|virer|vires?|sortie?|degagee?|expulsee?) (?:du foyer|de chez|de lhotel|de l hotel|de la maison|de mon|du logement)(?: \w+)*
veut plus de moi je suis dehors
(?:115|samu social)(?: \w+){0,3} (?:plein|complet|rien|decroche|repond|sature|place|jamais|pas|plus)
(?:suis|etre|vis|retrouve\w*|dors|dormir|dormais|laisse\w*|nuits?|jetee?s?|jete|mise?|reste|traine|vivre|reviens?|finis?|foutue?|dormons|sommes|est|sont|zone|fous|encore|toujours|de nouveau|la|moi|et|chien|bebe|enfants?|fille|fils|seule?|frere|soeur)(?: (?:a|dans) la rue)(?! (?:de|du|des|d|voltaire|jean|victor|saint|st|pasteur|gambetta|paul|jules|de la|a cote|principale|pietonne|commercante|pour (?:le rendez vous|venir)|ou (?:est|il)|devant|en face)\b)(?! [a-z]+ (?:cest|ya|numero|devant|au))
(?:a|dans) la rue (?:ce soir|depuis|cette nuit|maintenant|avec (?:mon|ma|mes)|en ce moment|demain soir|jai|je|aidez|svp|sil)(?: \w+)*
(?:dors?|dormir?|dormir|couche|coucher|nuits?|nuit|passe la nuit|passer la nuit|reste)(?: (?:encore|tous les soirs|toujours|ce soir|la nuit|souvent|deja|seule?|cette nuit|plus|meme|hier|depuis))* (?:dehors|a la gare|dans (?:la|ma|une|le|un|les|des) (?:gare|voiture|caisse|rue|train|metro|cave|hall|halls|cage|camion\w*|parking|parkings|parc|tente|squat|escaliers?|abribus|laverie|bus|hlm|immeuble|entree|bois|garage|couloir)|sous (?:un|le|les) (?:ponts?|tente|porche|abribus)|au parc|a la belle etoile|sur (?:un banc|les bancs|le trottoir|des cartons)|dans la)
(?:sous (?:un|les|le) ponts?)
(?:sais|sait|savoir|idee|savons|ai|a|aurai|trouve|jai)(?: \w+)? (?:pas|plus|aucune?|rien|nulle part|nul part)(?: (?:du tout|encore|d|de|endroit|trouve|personne|idee|vraiment|meme|pour))* (?:ou|pour|chez qui) ?(?:je |on |vais |va |peux |pourrais )*(?:dormir|aller(?: dormir| ce soir| cette nuit)?|crecher|passer la nuit|rester|dors|loger|me poser la nuit|coucher|ce soir|vivre|habiter|me loger)
(?:nulle part|nul part|null part|aucun endroit|pas d endroit|pas dendroit|plus d endroit|plus dendroit|personne)(?: \w+)? (?:ou|pour|ou je peux) ?(?:dormir|aller|crecher|rester|vivre|me loger|me poser|m heberger|mheberger|loger|passer la nuit|ce soir)
(?:ou|chez qui) (?:dormir|je (?:dors|vais dormir|peux dormir)|crecher|aller dormir)(?: ce soir| cette nuit| maintenant| demain)?
(?:pas|plus|rien|aucun|aucune|sans)(?: \w+)? (?:endroit|lit|hebergement|logement|toit|abri|hotel|foyer|chambre|(?:ou|pour|de quoi|place|solution|coin)(?: \w+){0,2} (?:dormir|loger|rester|aller|crecher|coucher|heberg\w*|poser|nuit))(?: \w+){0,3} (?:ce soir|cette nuit|pour la nuit|des ce soir)|(?:pas|plus|aucune)(?: de)? (?:solution|place)(?: pour)? (?:ce soir|cette nuit|la nuit)$|(?:rien|pas ou)(?: trouve)?(?: pour)? (?:ce soir|cette nuit|la nuit)$
(?:dormir|dors|dort|dormirai)(?: \w+){0,2} dehors
(?:besoin|cherche|faut|trouve|urgence|urgent)(?: \w+){0,4} (?:dormir|hebergement|heberge\w*|logement|lit|toit|place|abri|foyer|hotel)(?: \w+){0,2} (?:ce soir|cette nuit|pour la nuit|des maintenant|la maintenant|durgence|d urgence|en urgence)
hebergement d ?urgence
(?:sdf|sans abri|sans domicile|sans toit)
(?:ma|mont|m ont|nous a|nous ont|on ma|me|mavait|viennent de me|vient de me|etre|ete|suis|fait|nous)(?: \w+)? (?:mise?s?|foutue?s?|foutre|mettre|jetee?s?|jeter|viree?s?|virer|foutent|fout|met|mettent|vire|jette|dehors|degagee?|degager|flanque) (?:de |du |a )?(?:dehors|la porte|la rue|la maison|chez|foyer|mon foyer|lappart\w*|appartement|mon appartement|l hotel|lhotel|ma famille|mes parents|mon logement|hebergement|centre)(?! demain| dans| le \d| bientot| la semaine| a la fin| fin)
(?:me suis fait|me fais|ete|suis|vient d etre|etait) (?:mettre|mise?|virer|viree?|jeter|jetee?|foutre|expulser|expulsee?|degager|sortir|sorti) (?:dehors|a la porte|de chez|du foyer|de mon|de l hotel|de lhotel|de lappart\w*|ce matin|hier|aujourdhui|hotel|appart\w*)(?: \w+)?
(?:mise?|foutue?|jetee?|viree?|mettre|met|fout|foutre|jete)(?: \w+)? (?:dehors|a la porte)
(?:expulsee?|vire\w*|mis dehors)(?: \w+)? (?:ce matin|hier|aujourdhui|ce soir|tout a lheure|cette nuit|maintenant|la)
(?:je suis|suis|on est|me retrouve|retrouve|reste|suis encore|vis|vivre|mets|laisse)(?: \w+)? dehors (?:avec (?:mon|ma|mes)|sans|depuis (?:hier|ce matin|[0-9]|une|deux|trois|lundi|mardi|quelques)|cette nuit|ce soir|toute la nuit|il fait froid|dans le froid|il pleut|et il fait|la nuit|jai froid|il gele)(?: \w+)*
(?:plus|pas|perdu|sans)(?: (?:de|d|mon|le|aucun))* (?:toit|hebergement|logement|chez moi|maison|domicile|foyer)(?: (?:depuis|ce soir|maintenant|du tout|je dors|demain soir|cette nuit|je suis|aidez|la)(?: \w+)*)
plus (?:de |d ?)(?:toit|hebergement)
(?:le )?115 (?:repond|reponde|repondent|veut|ne|dit|a|est|sature|decroche|na|prend|mont|ma)(?: \w+){0,4} (?:pas|plus|rien|non|plein|complet|sature|personne)
(?:vis|habite|dors|vit|loge)(?: \w+)? dans (?:ma|une|la|sa) (?:voiture|caisse|tente|cave|gare)
""",
    ),
)

MEDICAL = (
    rule(
        "danger.medical.now",
        rf"""
(?:il|elle|bebe|fils|fille|enfant|frere|soeur|petite?)(?: \w+){{0,4}} (?:avale|bu|ingere|gobe|mange)(?: \w+){{0,4}} (?:javel|destop|wc|nettoyant|pile|piles|medicaments?|medocs|cachets?|lessive|produits?|poison|alcool a|acide|mort aux rats|liquide|white spirit|detergent|deboucheur|parfum|bille|piece|aimant|capsule|champignons?|baies?|shit|megot|cigarette)(?: \w+)*
respire (?:pas|mal|plus|tres mal)(?: \w+)*|(?<!me )(?<!te )(?<!nous )(?:reveille|reveillent) (?:pas|plus)(?: \w+)*|(?:bebe|fils|fille|enfant) a avale (?:un|une|des|de la|du)(?: \w+)*
(?:j)?arrete pas de saigner|saigne\w* (?:pas|plus|beaucoup|trop|encore|fort)(?: \w+)*|dose de trop|perdre mon bebe
(?:perds?|perdu|perdre|perd) connaissance|(?:me sens|sens|suis en train de) partir{_BOUND}|(?:j)?etouffe(?:$| (?:vraiment|aidez|je|la|svp))|j?etouffe$
(?:avale|pris|bu|mange) (?:un truc|quelque chose)(?: \w+)* (?:mal|partir|bizarre|tourne)(?: \w+)*
(?:plus|pas|manque)(?: \w+)? (?:d ?|de l ?|mon )insuline(?: \w+)*
overdose|od|surdose
(?:je|jai|jarrive|peux|arrive|respire|bebe|il|elle)(?: \w+){{0,2}} (?:plus|pas|mal)(?: a)? (?:bien )?respire\w*
(?:je |me )?(?:saigne|vide de mon sang|perds du sang|pisse le sang|crache du sang|vomis du sang|sang partout)(?: \w+)*
(?:perd|perdu|perdre|perds) (?:beaucoup de|trop de|tout mon|du) sang
(?:fais|fait|faire|suis en train de faire|en pleine)(?: \w+)? (?:un malaise|malaises|une crise (?:d epilepsie|cardiaque|depilepsie|dasthme|d asthme)|un infarctus|un ave?c|une hemorragie|une reaction)
(?:appelez|appelle|faut|besoin d|besoin dune|envoyez|vite)(?: \w+){{0,2}} (?:samu|ambulance|pompiers?|une ambulance|secours|urgences?)
(?:est|suis|tombe|tombee?|trouve|reste)(?: \w+)? (?:inconscient\w*|evanoui\w*|dans les pommes|par terre et|plus conscient\w*|dans le coma)
(?<!je )(?<!on )(?:bouge|reagit|se reveille|reveille|respire) plus
(?:il|elle|mon pote|ma copine|mon copain|bebe|ma mere|mon pere) (?:me )?repond plus(?! (?:a|au|aux) (?:mes|mon|ses|telephone))
(?:convuls\w+|hemorragie|perdu les eaux|perds les eaux|intoxication|empoisonne\w*)
(?:pris|prise|sniffe|fume|bu|avale|consomme|frappe)(?: \w+)? trop(?: de| d)? (?:drogue|coke|shit|alcool|cachets|heroine|crack|prod|md|ecsta\w*|lsd|ghb|medocs|trucs?|came|speed|rivotril|lyrica)?(?: (?:et|je|jai|ca|mon|la|aidez)(?: \w+)+)
(?:mal|douleur|serre|pique)(?: \w+){{0,2}} (?:poitrine|au coeur tres|thorax)
(?:gros |trop )?(?:mal|douleur|douleurs|contractions?|saigne\w*)(?: \w+)* (?:enceinte|grossesse)
(?:enceinte)(?: \w+)* (?:mal|douleur|douleurs|contractions?|saigne\w*|sang)
(?:je vais|vais) (?:accoucher|tomber dans les pommes|m evanouir|mevanouir|perdre connaissance)
(?:jai|je) (?:mal|souffre)(?: \w+)? (?:a en mourir|a mourir|a hurler)
(?:plus|pas|manque)(?: \w+)? (?:mon |d |de l )?insuline
(?:suis|est|^) ?en manque(?: grave| total| complet)?(?! d)(?! \w+ d)|en manque (?:de |d ?)(?:drogue|came|crack|coke|cocaine|hero\w*|subutex|methadone|produits?|dose|alcool|lyrica|tramadol|codeine|medocs?)
""",
    ),
)

HARM = (
    rule(
        "danger.harm_others.intent",
        r"""
je (?:lui |leur |vais lui |vais leur )(?:tire[rz]?|tirerai|mets?|mettrai|colle[rz]?) (?:dessus|une balle|un coup de (?:couteau|lame|fusil))(?: \w+)*
(?:les|lui|leur|vais) tirer (?:dessus|une balle)
envie (?:de |d ?)(?:cogner|frappe|tabasser|tuer|planter|defoncer) (?:mon|ma|le|la|les|quelquun|un|tout)(?: \w+)*|faire (?:du )?mal a (?:quelquun|mon|ma|des gens|un|lui|elle)(?: \w+)*
(?:failli|envie de|vais|veux|prefere|prete? a|jure)(?: \w+)? (?:le|la|les|lui) (?:tuer|planter|egorger|mourir|poignarder|planter un couteau|etrangler)(?: \w+)*
je (?:prends|ramene|prend|sors|viens avec|y vais avec) (?:ma|mon|un|une|le|la) (?:batte|couteau|flingue|arme|fusil|carabine|lame|machette|calibre|marteau|barre)(?: \w+)*
je (?:vais|veux|peux|voudrais|jure que je vais|te jure je vais|sens que je vais)(?: \w+){0,2} (?:le|la|les|tous|tout le monde|quelquun|lui|mon|ma|un|une|l|leur|vous|te|t|ce|cette|ces)(?: \w+)? ?(?:tuer|planter|mourir|egorger|poignarder|fumer|defoncer|bruler|cramer|rafaler|massacrer|etrangler|niquer la tete|descendre|flinguer|tabasser|faire la peau)
je vais (?:le|la|les) (?:mourir|saigner|fumer|eclater|tuer)(?: \w+)*
je vais (?:tuer|planter|egorger|poignarder|massacrer|defoncer|frappe|fumer|mourir|bruler|cramer)(?: \w+){1,3}
je (?:le|la|les|vous|te) (?:tue|bute|plante|creve|egorge|fume|tuerai|buterai|tuerais|planterai|flingue)
je vais (?:tout |tous )?(?:faire (?:un massacre|un carnage|un malheur|une tuerie|une betise grave|sauter)|tout (?:bruler|cramer|faire peter|faire sauter)|commettre (?:un|lirreparable)\w*(?: \w+)?|mettre le feu)
mettre le feu (?:a|au|chez)(?: \w+)?
(?:jai|je prends|avec|achete|prendre|ramene|viens avec) (?:un|mon|le|une) (?:couteau|flingue|arme|fusil|lame|schlass|calibre|pistolet|gun|glock|revolver|machette|batte)(?: \w+)*
(?:envie|besoin) (?:de |d ?)(?:(?:le|la|les|tous les|tout le monde)(?: \w+)? ?(?:tuer|planter|frappe|mourir|bruler)|(?:tuer|frappe|planter)(?: \w+)? ?(?:quelquun|tout le monde|gens|mon|ma))
jai (?:frappe|plante|poignarde|tue|blesse|etrangle|tabasse)(?: \w+){0,3}
je vais (?:lui|leur) (?:faire|mettre)(?: \w+)? (?:la peau|mal|du mal|payer|un coup de couteau|une balle)
(?:lui|leur) mettre une balle
""",
    ),
)

CHILD = (
    rule(
        "danger.child.now",
        rf"""
(?:mon|ma|mes|notre|le|la|son|sa|ses|au|un|les) {_KID}(?: \w+){{0,5}} (?:respire plus|reagit plus|bouge plus|se reveille pas|danger|en danger|frappee?s?|tapee?s?|maltraite\w*|viole\w*|touchee?|abuse\w*|battue?s?|frappe|secoue|a la rue|dehors ce soir|brule|mange plus|mange pas|a faim|a rien a manger|disparu\w*|fugue\w*|kidnappe\w*|seule?s? a la maison)
(?:frappe\w*|frappe|bat|secoue|secouer|maltraite\w*|viole|touche|menace|crie sur|brule|battre|mal a|du mal a|jeter|etouffer|tuer)(?: (?:sur|a|avec|de))? (?:mon|ma|mes|notre|le|la|sa|son|ses|les) {_KID}
(?:(?:me|ma|mont|nous|a|ont) (?:pris|enleve)|(?<!ils vont )(?<!ils veulent )(?<!on va )(?:me|nous) (?:prendre|enlever)) (?:mon|ma|mes|notre|nos|la|les) {_KID}(?! (?:en (?:photo|creche|charge|stage)|pour (?:le week|les vac|la nuit)|a \d))
(?:plus|pas|rien)(?: \w+){{0,2}} (?:lait|couches|manger|a manger|nourrir|de quoi)(?: \w+){{0,3}} {_KID}
(?:jai peur de|vais|faire du|fait du) (?:faire du )?mal a (?:mon|ma|mes) {_KID}
""",
    ),
)
