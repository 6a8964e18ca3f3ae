"""The wide net, second part: words of concern, and those said without meaning harm."""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

from messages.understand.rule import rule

SUICIDE_CONCERN = (
    rule(
        "danger.suicide.thought",
        r"""
(?:fait|faire|refait|referai)(?: \w+)? (?:une|des|deux|trois|plusieurs|2|3|ma) (?:ts|tous|tentatives?(?: de suicide)?)
suicid\w*
(?:idees?|pensees?) (?:noires?|suicidaires?|de mort|morbides?|sombres?)
(?:pense\w*|songe\w*|penser|reve\w*) (?:souvent |parfois |des fois |trop )?(?:a |de )?(?:la mort|mourir|me tuer|en finir|disparaitre|mon enterrement)
me (?:fais|faire|faisais|suis fait) (?:encore |souvent |toujours )?(?:du |tres |trop )?mal(?: a moi meme)?(?! au| a la| aux| en)
(?:me )?(?:scarifie\w*|automutil\w*|mutile\w*)
je me (?:coupe|brule|taillade|griffe|punis|frappe)(?: \w+){0,3}
(?:deja|jai|j ?ai) (?:deja )?(?:essaye|tente|fait une (?:ts|tentative))(?: (?:de|d|une|plusieurs|deux|2|3|m|me))*(?: (?:mourir|en finir|tuer|suicider|ts|pendre|noyer|foutre en lair))+
(?:ts|tentative)(?: \w+){0,3}(?: (?:mois|annee|ans?|semaine|dernier\w*|ete|hiver|hopital))
(?:une|ma|mes|des|2|3) (?:ts|tentatives?)(?! de (?:contact|appel))
(?:ca|tout) (?:vaut|sert)(?: plus| pas)? (?:plus )?(?:la peine|a rien|a quoi) de (?:continuer|vivre|me battre|lutter)
a quoi (?:bon|ca sert)(?: de)? (?:continuer|vivre|tout ca|lutter|se battre|me lever|exister|rester)
plus (?:envie|la force|le courage|gout|la foi) (?:de|a) (?:rien|me battre|continuer|lutter|tenir|tout|quoi que ce soit)
envie de (?:disparaitre|tout arreter|plus me lever|plus exister|me faire du mal|tout lacher|dormir et)
(?:veux|voudrais|vais|j?aimerais) (?:juste |tout )?(?:disparaitre|tout arreter|lacher prise)
(?:si )?je (?:disparais|disparaissais|meurs|mourais|creve|crevais)(?: \w+){0,2}
(?:plus|aucun|pas) (?:d ?)?(?:espoir|avenir|futur|issue)
(?:vois|ya|il y a|trouve)(?: \w+)? (?:plus|pas)(?: d| de)? (?:issue|espoir|solution a ma vie|lumiere|avenir|sortie|le bout)
ma vie (?:est )?(?:finie?|foutue?|mort|terminee?|fichue?|gachee?|un enfer|pourrie|nulle|detruite|de merde)
ma vie (?:na|a) (?:plus |pas |aucun )*(?:de )?sens
je (?:sers|vaux|compte|suis) (?:plus |pas |vraiment )?(?:a |pour )?(?:rien|personne|un dechet|une merde|un poids|un fardeau|nul\w*)(?! moi)
(?:suis|serai) (?:un |une |qu un |quun )(?:poids|fardeau|dechet|merde|boulet|rate\w*)
""",
    ),
)

NOWHERE_CONCERN = (
    rule(
        "danger.nowhere.soon",
        r"""
dors? chez (?:l ?un|lundi) (?:et )?chez l ?autre|dors? a droite (?:et )?a gauche
(?:l ?hotel|foyer|chambre|115|hebergement|chrs)(?: \w+)? cest (?:bientot )?(?:fini|termine)(?! (?:jai|de|pour moi jai)(?!\w))
(?:vais|va|allons|peux|risque\w*|peur|bientot|demain|bord|fin|serai|serais|finir|sera|vont|veut|veulent|doit|faut|dois|menace\w*)(?: \w+){0,5} (?:a la rue|dehors|sans logement|expulse\w*|expulsion|a la porte|sdf|sans rien)
(?:d?expuls\w+|l?huissiers?|preavis d expulsion|treve hivernale)
(?:dehors|a la rue|mettre dehors|met dehors|virer|vire|partir|sortir du foyer|quitter le foyer|mis dehors)(?: \w+){0,3} (?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|dans \w+ (?:jours?|semaines?)|fin (?:du|de) mois|bientot|la semaine|le \d+)
(?:je )?(?:squatte|squat|galere de logement|dors chez des potes|dors a droite a gauche|(?<!soir )(?<!nuit )(?<!soir je )(?<!nuit je )dors (?:sur le canape|chez) (?:un|une|des|d un|dun) (?:pote|ami|copain|copine|amis|potes|inconnu)(?! (?:ce soir|cette nuit|ce week end)$)|canape d un|canape dun)(?: \w+)*
(?:perdu|perdre|perds|plus de|pas de|plus d)(?: mon| le| ma| ma place)? (?:logement|appartement|toit|foyer|hebergement|chambre|hotel)(?! social)
(?:hebergement|foyer|hotel|logement|bail|chambre|appart\w*|contrat jeune majeur|cjm)(?: \w+)? (?:se termine|finit|prend fin|sarrete|se finit|termine)(?: \w+)*
(?:a|dans) la rue(?! (?!depuis|ce|cette|avec|et|je|jai|maintenant|demain|bientot|si|svp|aidez|sans|mais|comme|quoi|il|ya|la)\w+)
""",
    ),
)

CONCERN = (
    rule(
        "danger.concern.despair",
        r"""
(?:cest|vis|vivre|vie)(?: \w+)? l?(?:enfer|horreur|cauchemar)(?: (?:chez moi|a la maison|au foyer|ici|tous les jours|cette vie|ma vie))*$
^(?:tout|rien)(?: \w+)? (?:va|marche)(?: plus| pas)?(?: mal| de travers)?(?: (?:dans ma vie|chez moi|pour moi))*$
ma vie (?:cest|est)(?: \w+)* (?:merde|enfer|desastre|galere|cauchemar|chaos|fini\w*|ratee?)
(?:famille|parents|mere|pere|tout le monde|ils|amis|potes)(?: \w+)? (?:ma|mont|m ?a|m ?ont) (?:abandonn\w*|rejet\w*|reni\w*|laisse tomber|tourne le dos|(?<!ils mont )(?:oubliee?|lache\w*))
(?:reste|suis|passe)(?: \w+)? (?:au lit|dans mon lit|dans le noir|enferme\w*|cloitre\w*)(?: \w+)*
(?:me )?(?:leve|lave|nourris|sors|mange|dors|parle) plus$
peur de (?:craquer|moi|moi meme|faire une (?:betise|connerie)|recraquer|replonger|rechuter)
remonte pas la pente|touche le fond|vais exploser(?! (?:mon|le|la|les) )|mal a l ?interieur|plus quoi faire de ma vie
(?:recommence|recommencer|remis|rechute|replonge|retombe)(?: \w+)? (?:a boire|a fumer|a me|a la drogue|dans la drogue|a picoler|a sniffer)(?: \w+)*
(?:accro|addict|dependante?)(?: \w+)? (?:a la|au|aux|a l)(?: \w+)?|decrocher (?:de la drogue|du crack|de lalcool|de l alcool|de l heroine)
ventre vide|rien dans le (?:ventre|frigo|ventre depuis)|frigo (?:est )?vide|mange une fois (?:par jour|tous les)(?: \w+)*|vole pour manger
(?:m ?insulte\w*|me rabaisse\w*|me menacent|chanter avec|faire chanter|me fait chanter)(?: \w+)*
entends (?:quelquun|des gens|une voix|parler)(?: \w+)*
(?:jen|en|nen|je|peux|j) ?(?:peux|peut|pe|pouvais) (?:vraiment |juste |mais |carrement )?(?:vraiment )?plus(?: (?:la|du tout|de (?:cette|tout|ma|rien|la vie)\w*|moi|frere|je suis|la vie|mentalement|psychologiquement|moralement))*$
(?:jen|en|nen) (?:peux|peut|pe) (?:vraiment |juste )?plus(?! de (?:vos|ce|cet|tes|ces|la pub|spam|message|tes|recevoir|leur))
jpp$|jpp (?:faut|je|de (?:la vie|tout|ma vie)|mon|ma|jai|la|cest trop|aidez|sil|je suis|suis|mentalement|moralement|il|ca)
jen peux(?: \w+)? plus
(?:je suis|suis|etre|completement|vraiment|totalement|me sens) (?:a|au) (?:bout(?: de (?:force|forces|nerfs?|souffle|tout|ma vie|mes forces|moi))?|fond du (?:trou|gouffre|sac)|plus mal|plus bas|fond)(?! de la rue| du couloir)
au (?:bout du rouleau|fond du trou|fond du gouffre|bout de ma vie)
(?:a bout|abouut|abou) (?:de (?:force|forces|nerfs?|tout)|moralement|mentalement|psychologiquement|la|frere|depuis)
bout (?:du rouleau|de mes forces|de ma vie)
(?:je|je suis en train de|vais|suis en train de) (?:craque|craquer|sombre|sombrer|coule|couler|meffondre|meteins|pete un plomb|pete un cable|perds pied|perdre pied|perds la tete|deviens fou|deviens folle|vrille|deraille)(?! pour| sur ton)
(?:broie|broyer|vois|voir)(?: tout| que)?(?: du| en| le)? noir
(?:deprime\w*|depressi\w*|deprim|depress|burn ?out|angoiss\w*|anxie\w*|crises? (?:de |d ?)(?:angoisse|panique|anxiete)|phobie|insomnie\w*|bipolaire|schizo\w*|traumatis\w*|anorexi\w*|boulimi\w*)
(?:me sens|suis|sens|vis|vie|reste|etre|si|trop|tellement)(?: \w+){0,2} (?:seule?s?|tout seul|toute seule|isolee?|abandonnee?|vide|perdue?|inutile|invisible|nulle?)(?: (?:au monde|depuis|tout le temps|dans ma vie|jai personne|avec|a en|personne|et|la|dans ma tete|ces temps|en ce moment|chez moi|toute la journee|du monde))*$
seule?s? (?:au monde|dans la vie|tout le temps|depuis (?:des|trop|que|mon|ma|la|le))
(?<!donne )(?<!demande )(?:jai|j ai|ai|a) (?:plus |vraiment |absolument |pas )*(?:personne(?! pour (?:m ?|me )?(?:emmener|amener|garder|deposer|conduire|accompagner))|aucun ami|pas d amis|pas damis|plus de famille|pas de famille|plus d amis|plus damis)(?: \w+){0,5}
(?:plus|pas) (?:de |d ?)?(?:famille|amis?|proches?)(?: (?:ni|et|plus|pas|rien|pour)(?: \w+)*)
personne (?:pour maider|pour m aider|m aide|maide|me parle|me comprend|veut de moi|maime|m aime|m aimait|sur qui compter|a qui parler|autour|pense a moi|en a rien a foutre|mecoute|me calcule)
(?:pense|personne|tout le monde|on)(?: \w+)? (?:sen fout|se fout|sen fiche|se fiche|sen bat)(?: \w+)? de moi
jai (?:tout perdu|tout rate|tout gache|plus rien ni personne|plus rien|rate ma vie|gache ma vie|plus gout|peur de moi|honte de moi)(?! (?:a (?:dire|faire|ajouter|voir|signer|craindre)|comme|de (?:prevu|libre)|sur mon|demain|compris|a))
je (?:me )?(?:deteste|hais|degoute)(?: \w+)?$
(?:jentends|entends|jecoute|entendre)(?: \w+)? (?:des|les) voix
(?:voix|bruit|bruits)(?: \w+){0,3} (?:dans|de) (?:ma|la) tete
(?:on|ils|quelquun|gens)(?: \w+){0,2} (?:me suivent|me surveillent|m espionnent|me veulent du mal|veulent ma mort)
(?:rien|pas|jamais)(?: \w+){0,2} (?:mange|bouffe|avale|manger|bouffer)(?: (?:depuis|aujourdhui|hier|ce soir|pour|de la journee|quoi|a ma faim|du tout|cest dur|ce midi)(?: \w+)*)?$
(?:rien|plus rien|pas|pas d argent|plus d argent|quoi|argent) (?:a |pour |de quoi |dquoi |plus de quoi )(?:manger|bouffer|me nourrir|bouffe|nourrir)
(?:plus|pas)(?: \w+){0,2} (?:quoi|a|de) (?:manger|bouffer)
(?:creve|mourir|meurs|crevent)(?: la| de)? (?:dalle|faim|froid|soif)
(?:jai|trop|tres|vraiment|grave|souvent|depuis) faim(?: depuis| et| jai| plus| mais jai| ya)(?: \w+)*
(?:faim|froid|peur|mal) (?:tout le temps|tous les jours|la nuit|toute la nuit|depuis)(?: \w+)*
jai(?: \w+)? (?:froid|peur|faim)(?: la nuit| ici| tout seul| toute seule| depuis| dehors| chez moi| de mourir| pour moi| aidez| jai| je)(?: \w+)*
jai(?: trop| tres| vraiment| grave| tellement)* peur$
(?:je )?(?:pleur\w?|chiale|pleurer)(?: (?:tout les soirs|tout les jours|tout le temps|tous les jours|tous les soirs|toutes les nuit|chaque|la nuit|souvent|sans|depuis|toute|encore|seul|seule|jour|beaucoup|trop|sans arret)(?: \w+)*)
j?arrete[rz]? (?:pas )?de (?:pleurer|chialer|trembler)
(?:ils|on) (?:vont|va|veut|veulent) (?:me |nous )?(?:prendre|enlever|placer) (?:mon|ma|mes|le|la|les|nos) (?:fils|filles?|bebe|bb|enfants?|gosses?|petite?s?|gamin\w*)(?! en )
me (?:fais|faire) (?:vomir|gerber)(?! de rire)(?: \w+)*
je (?:manque(?:rai)?|manquerais) a personne
^(?:je suis |trop |tellement )*fatiguee? de tout(?: de tout)?$
(?:dors|dormir|dort|mange|sors|sommeil)(?: (?:et|ni|je|mange|dors))* plus(?: (?:la nuit|depuis|du tout|je|et|rien|de chez moi|jai|a cause)(?: \w+)*)?$
plus (?:dormir|mange|sommeil)(?: depuis| du tout| je| a cause)?(?: \w+)*
(?:ca )?va(?: vraiment| trop| tres| pas| plus)* (?:pas du tout|pas bien|tres mal|trop mal|vraiment mal|super mal|plus du tout|pas fort|pas trop bien|hyper mal|plus bien|grave mal)(?! avec mon (?:telephone|forfait)| pour (?:le|la|demain|mardi|lundi))
je (?:vais|me sens|suis)(?: vraiment| tres| trop| super| si| tellement| grave| hyper| pas| plus)* (?:mal|pas bien|plus bien|bien du tout|triste|malheureu\w+|desespere\w*|detruite?|brisee?|morte? (?:interieur\w*|a linterieur|de linterieur|dedans)|vide|epuise\w* (?:de la vie|mentalement|moralement|psychologiquement|de tout)|malade(?: mental\w*| de)|en (?:depression|detresse|souffrance|danger|larmes|pleurs|galere totale))(?! place| organise| compris| au ventre| a la (?:tete|gorge)| aux| au dos)
(?:marre|ras le bol|saoule|raz le bol|plein le cul|assez) (?:de )?(?:tout|la vie|ma vie|cette vie|cette galere|cette merde de vie|souffrir|galerer|me battre|vivre)(?! ca c)
(?:trop|tellement|grave) (?:dur|mal|de souffrance|de douleur|souffert)(?: (?:la vie|en ce moment|de vivre|dans ma tete|pour moi en ce moment|tout seul|toute seule|a vivre|mentalement|moralement|psychologiquement|interieur\w*)(?: \w+)*)
(?:la vie|tout|cette vie|ma vie)(?: est| cest)? (?:trop |tellement |si )?(?:dure?|injuste|de merde|pourrie?|me degoute|m a lache|ma lache|me tue|s ecroule|secroule|seffondre|part en couille|noire?)(?: pour moi| la)?$
(?:je )?(?:souffre|souffrir|souffrance)(?: \w+){0,3}$
aidez? moi (?:sil|je|svp|s il|jai|par pitie|vite|pitie|please|jen)(?: \w+)*
(?:jai |en |dans une |une |grosse )(?:detresse|desespoir)
(?:me )?(?:drogue\w*|defonce) (?:tous les jours|tout le temps|de plus en plus|pour oublier|beaucoup|encore|trop)|(?:replonge\w*|rechute\w*|retombe\w* dans la drogue|re tombe)
(?:bois|boire|picole|alcool|fume|shit)(?: \w+){0,2} (?:trop|tous les jours|tous les soirs|du matin au soir|pour oublier|pour tenir|pour dormir|matin midi)
(?:tombe|pris|vis|enferme\w*)(?: \w+)? (?:dans (?:la|une) (?:drogue|depression|spirale))
(?:harcel\w+|racket\w*|chantage|persecut\w+)
(?:jai |plus |aucune |zero |0 )(?:confiance en moi|estime de moi|motivation pour (?:rien|vivre)|force)$
(?:plus (?:la |de |aucune )*(?:force|forces|energie|courage|moral|espoir))(?: (?:de|pour|du tout|a|la|en moi|de rien|moi)(?: \w+)*)?$
(?:le |mon |moral )?moral (?:a zero|au plus bas|dans les chaussettes|est mort|a 0|tres bas|au fond|bas)
je tiens plus$
^ca va(?: vraiment)? pas(?: du tout)?$
je (?:tiens|tiendrai|vais) (?:pas|plus)(?: pouvoir)?(?: le coup| tenir| bon| longtemps| comme ca| debout)+
je sais plus (?:quoi faire|ou jen suis|a qui (?:parler|demander)|comment (?:faire|tenir|continuer)|vers qui)(?: de ma vie)?(?: \w+)*
je vais (?:faire|commettre) (?:une |des )?(?:connerie|betise|betise|grosse connerie)s?
(?:faire) une (?:connerie|betise)(?! au)
""",
    ),
    rule(
        "danger.concern.grief",
        r"""
(?:mon|ma|mes) (?:pere|mere|frere|soeur|fils|fille|bebe|pote|meilleure? (?:pote|ami|amie|copine)|copain|mec|grand mere|grand pere|mamie|papi|ami|amie|cousin|cousine|oncle|tante|femme|mari|meuf|enfant|parents)(?: (?:est|et|vient de|viens de|sont|va|s est|cest|a))* (?:mort\w*|decede\w*|mourir|deceder|suicide\w*|parti au ciel|partie au ciel)
(?:je suis|suis) en deuil|(?:enterrement|obseques|deces) (?:de|d)
(?:jai )?perdu (?:mon|ma|mes) (?:pere|mere|frere|soeur|fils|fille|bebe|mari|femme|enfant|grand mere|meilleur ami|parents|meilleure amie|copain)
fausse couche
""",
    ),
)

# One word is enough for a person to read it the same day.
WORDS = rule(
    "danger.concern.word",
    r"""
mourir|suicid\w*|suicider|pendre|overdose|viole[es]?|viol|violeur|etrangl\w*|tabass\w*|veines?|javel|couteau|flingue|adieu|sdf|sans abri|abus\w* (?:de moi|sexuel\w*)
giflee?|raclee|insuline|mevanouir|evanoui\w*|convuls\w*|inconscient\w*|j?etouffe|la mort|en finir|den finir|plus vivre|115|17 svp|samu|ambulance|scarif\w*|sequestr\w*|maltrait\w*
cachets|comprimes|medocs|mourir|desespoir|desesper\w*|detresse|harcel\w*|menac\w*|poignard\w*|battue|frappee?s?
""",
)

# Said and meant otherwise: taken out before the net is cast.
HARMLESS = rule(
    "danger.harmless",
    r"""
je serai plus la(?: \w+)? je (?:pars|vais|suis) en (?:vacances|formation|stage)
plutot (?:mourir|creve\w*) que d ?e? ?(?:r?appeler|ecrire|telephoner|bosser|travailler)(?: \w+)*|la vie est (?:trop |vraiment )?belle
mis fin a mon (?:cjm|contrat\w*|stage|cej|suivi|accompagnement|alternance)|saute\w* (?:partout|de joie|au plafond)
(?:tue\w*|tuer) un (?:kebab|tacos|burger|mcdo|grec|sandwich)|\d+ ?h?(?: du mat\w*)? cest du suicide|pistolet a colle|saigne\w* du nez
meurs de faim (?:je suis |on est )?(?:au|a la|devant) (?:kebab|mcdo|grec|snack|burger|cantine|boulangerie)
sert a rien de continuer (?:a )?(?:de )?m ?(?:envo|ecri|appel|relanc|contact)\w*
(?:profs?|coach|patron|chef|formateur|formatrice|bus|devoirs?|chaleur|froid|pluie)(?: (?:elle|il|ils|on))? (?:nous |me |ma |mont )(?:tuent?|creve|acheve|massacre)(?: (?:avec|a|de|en) (?:ses|ces|les|des|la|cause|force|sport|math\w*|cours|devoirs?|controles?|horaires?|exercices?))+(?: \w+)?
(?:cachets?|pilules?|comprimes?|gelules?) (?:de |d ?|pour )(?:vitamines?|magnesium|fer|allergie|rhume|toux|dormir un peu|la tete|contraception|la gorge)(?: [a-d])?(?! (?:j|tous|toute))
(?:perdu|perds|gagne|jouer?|joue) (?:au|aux|a la|a) (?:poker|foot|cartes|fifa|jeu|jeux|loto|tennis|basket|belote|uno|billard|console|ps[45]|fortnite)(?: je suis (?:degoute\w*|mort|mdr|deg|saoule))?
(?:profs?|formateur|formatrice|film|serie|docu\w*|module|cours|conference|emission|expose|association|asso)(?: (?:nous|on|a|ma|nous a|de droit|en classe)){0,2} (?:parle\w*|explique\w*) (?:des |de |du |sur |les |l ?)+(?:violences?(?: (?:conjugales?|familiales?|sexuelles?|scolaires?))?|suicide|harcelement|drogues?|viols?)
frappe(?:z|r)? moi (?:un|le|ton) (?:message|sms|appel|coup de fil|mail)
(?:me tue|creve|meurs) (?:a la tache|au (?:travail)|au sport|a la salle)(?: au \w+)?
me (?:tue|tuais|suis tuee?) (?:le dos|la sante|les (?:yeux|mains|genoux|jambes|bras)|a (?:(?:vous|te|tout|le|la|les|lui|leur) )*(?!partir|sauter|mourir|avaler|boire|vivre|rester|prendre)(?:\w+(?:er|ir|re|oir)|trouve|cherche))
(?:tue[rs]?|bute[rs]?|defonce[rs]?|fume[rs]?|explose[rs]?|battu|flingue[rs]?|plante[rs]?|casse[rs]?|massacre[rs]?)(?: (?!apres|avant|pendant|devant|dans|derriere)\w+)? (?:(?:le|la|les|un|une|mon|ma|ce|cet|cette|tous les|des) |l)(?:epreuves?|exam\w*|partiels?|interros?|soutenance|boss|mobs?|zombies?|ecran|pc|ordi\w*|telephone|manette|console|jeu|niveau|moteur|voiture|scoot\w*|moto|velo|batterie|score|record|moustiques?|araignees?|cafards?|examens?|controle|partie|match|code|permis|entretien|oral|bac|test|concours|rendez vous|dossier|appli\w*|site|temps|tente|arbres?|fleurs?|tomates?|journee|course|entrainement)(?: \w+)?
(?:brule\w*|crame\w*) (?:des|mes|les|mon|ma|tout mon|tous mes|le) (?:calories|graisses?|gras|forfait|data|gigas?|essence|salaire|argent|thunes?|etapes?|feu rouge|conges?|pneus?|paye|joker)
(?<!ma )(?<!mont )(?:battue?|saigne) pour (?:avoir|obtenir|reussir|decrocher|garder|payer|ce|cet|cette|mon|ma|(?:le|la|un|une)(?! \w+ fois)) \w+
a la rue (?:en (?:maths?|anglais|francais|espagnol|allemand|compta\w*|histoire|svt|physique|chimie|eco\w*|philo\w*|info\w*|orthographe|grammaire|lecture|dictee|techno\w*|gestion)|sur (?:word|excel|lordi\w*|internet|les (?:papiers|reseaux|maths))|niveau \w+|dans cette matiere)
(?:ma|mon|mes|la|le) (?:mere|parents|prof|patronne?|boss|cheffe?|conseill\w*|educ\w*|coach|referente?|meuf|copine|soeur)(?: (?:elle|il|ils))? (?:va|vont) me (?:tuer|defoncer|massacrer|demonter) (?:si )?(?:je|jai|jarrive)(?: \w+)? (?:rate\w*|oublie\w*|loupe\w*|perdu|casse|en retard|retard)(?: \w+)*
(?:ma|mon|la|le) (?:prof|boss|cheffe?|conseill\w*|coach|referente?)(?: (?:elle|il))? va me (?:tuer|defoncer|massacrer|demonter)
peux mourir (?:tranquille|heureu\w*) (?:jai|je suis)(?: (?:enfin|eu|vu|decroche|mon|ma|le|un|une|prise?|recue?))+(?: \w+)*
(?:vais|veux|compte) pas (?:abandonner|lacher)(?: laffaire)?|^plutot mourir$|^plutot (?:mourir) que (?:de )?(?:vous|te|venir|parler|repondre|y aller|travailler)(?: \w+)*$
(?:ecole|lycee|fac|foot|formation|stage|travail|permis|apprentissage|cours|bac|contrat|cdd|alternance|garantie jeunes?|cej|service civique)(?: \w+)? (?:cest |est |sont )(?:bientot )?(?:fini|termine|mort)s?(?: (?:pour moi|bientot|demain|ce soir|vendredi|lundi))?
(?:(?:le|la|les|mon|mes|cette|ces|votre) |l)(?!vie|souff|combat|espoir|cauchemar|enfer|avenir|lutte|douleur|monde|calvaire|existence|fin\b|foyer|hotel|logement|hebergement|chambre|cest|tout|ca\b|je\b|ce\b|demain|maintenant|bientot|vraiment|franchement)\w+(?: \w+){0,2} cest (?:bientot )?(?:fini|termine) pour moi
(?:fais|fait|pratique|apprends|prof de|club de)(?: \w+)? (?:la |du |de la )?(?:boxe|mma|judo|karate|muay thai|kick ?boxing|krav maga|rugby|escrime|tir)(?: (?:je|et|on) (?:je )?(?:frappe|cogne|tire)(?: (?:fort|dur|bien|vite|dans|le|un|sac))*)?
(?:pleut|tombe|pleuvait) des cordes|comme (?:un|une) morte?|(?:train|bus|tram|metro|car|rer) sarrete
(?:fac|etudes?|formation|ecole|concours|prepa|bts|cap|stage) (?:de |d ?|en |aux? )?(?:medecine|infirmier\w*|secour\w*|pompier\w*|urgences?|securite|police|armee|ambulancier\w*)
degage(?:z)? de (?:mon tel\w*|ma vie|mes messages?|mon numero|la|ici)$
(?:ca|tout) (?:sarrete|sarretent) (?:les|vos|ces) messages?
(?:tue\w*|massacre\w*|demoli\w*|explose\w*|defonce\w*) (?:au|a) (?:foot|basket|fifa|ping|jeu|match|poker|la course|\d)
frappe(?: \w+)? a (?:la|des|(?:toutes|plusieurs)(?: les)?) portes?
^(?:non )?jamais de la vie$
(?:va|vas|allez|aller)(?: (?:te|vous|tous))?(?: faire)? (?:mourir|pendre)
(?:frappe|casse\w*) (?:sur )?les nerfs
mort\w* de (?:rire|fatigue|honte|trouille|sommeil|chaud)
(?:mourir|meurs|creve|mourrais) de (?:rire|chaud|honte|sommeil|chaleur|fatigue|jalousie|envie|ennui|soif)
(?:chanson|film|serie|groupe|titre|livre|morceau|clip|jeu|album|son) suicid\w*(?: \w+)?
pris (?:un|1|mon|mes|du|le) (?:dolipranes?|cachets?|comprimes?|medicaments?|efferalgan|medocs?|traitement)(?: (?:pour|contre|ce matin|je|a cause|tous les|comme|avant|ca)(?: \w+)*|$)
suicide squad|walking dead|tuer le temps|tue le temps|tueur|tueuse|point mort|temps mort|nature mort|poids mort|saison mort
(?:ca|tu|vous|il|elle|ils|cette musique|ce son|ce film) (?:me |m ?)(?:tue|tues|tuez|tuent)(?: de rire)?(?: lol| mdr)?$
(?:telephone|batterie|iphone|ecran|ordi|pc|voiture|caisse|scooter|moto|connexion|wifi|reseau|chargeur|soir|ambiance|quartier|ville|box|puce|velo|trottinette)(?: (?:est|et|etait|a|va|qui|il|elle|cest|ya|complet|completement|encore|trop|tout|vient|vas))* (?:mort\w*|mourir|hs|decede\w*|suicide|lache|rendu lame)
(?:jai|je|pneu|pneus|ai|est)(?: (?!le |la |les |lui |veux |vais |voudrais |prefere )\w+)? creve(?: (?:un|mon|le|de|sur|dun|du|en|ce matin|mdr|lol)\b|$)
(?:je suis |suis |trop |complet\w* )creve
cest (?:mort|grave mort|trop mort|completement mort|mort la|mort pour)(?: (?:pour|la|frere|demain|ce|cette|aujourdhui|de))*
(?:jour|date|nuit|peine|feux?|examen|travail) mort\w*
(?:vous|tu|ils|il|elle|on|ca|les messages?|ces messages?|ton message|le bruit|les trains) (?:me |m ?)(?:frappe|tues|cassez|cassent|casse|menacez|agressez|harcelez)(?: (?:sur les nerfs|le systeme|la tete|les couilles|les nerfs))
harcelez|(?<!on me )(?<!il me )(?<!ils me )(?<!elle me )harcel\w+(?: \w+)* (?:moi|messages?|arretez|message|telephone)|(?:arretez|arrete|stop|marre|cest)(?: \w+){0,4} harcel\w+|vous (?:me )?harcel\w+
(?<!me )(?<!ma )(?<!la )frappe(?: (?:un|une|sur|le|la))* (?:[0-9]|chiffre|stop|porte|clavier|poing sur la table|barre|sprint|sieste)(?! (?:moi|fois|me))
(?:ma|me|m a|on ma)(?: \w+)? frappe (?:dans loeil|l affiche)
(?:sur )?les coups de \d+ ?h?|(?:je |suis )pas seule? (?:la|ici|je|maintenant)|(?<!manque )(?<!parle )a personne$|personne (?:que vous|de (?:ce|votre)|d autre)|coups? (?:de |d ?)(?:pression|fatigue|blues?|fil|main|pouce|telephone|barre|pied au cul|coeur|stress|soleil|vieux|mou|foudre|chance|gueule)
(?:fais|fait|faire|font|faisons|week end|pendant) le pont
pont (?:de (?:mai|lascension|la toussaint|noel)|du (?:8|1er|11|15))
(?:pris|recu|recu|prends|prendre) (?:ma|une|la) claque
ma tue(?: de rire)?$|tue (?:le game|la scene|ca)
(?:peur|flemme|mort) (?:du|de) (?:vide ?greniers?|dentiste|noir|piqures?|rater|etre en retard|oublier|me tromper|deranger|louper|parler au telephone)
mon ex (?:collegue|patron|educ\w*|referente?)
(?:code|numero|appel|message|mail|compte) (?:mort|tue)
(?:sans|sous) (?:abri ?bus|pont dargent)
(?:sos|help) (?:amitie )?(?:medecins?|racisme|main)
(?:de|mes|aux) urgences? (?:a gerer|au travail|familiale|perso)?
(?:vie|vivre) de (?:chateau|reve|famille|couple|quartier)
(?:pas|plus) (?:envie|la force) de (?:vivre|travailler) (?:a|chez|avec|dans|en|la bas|loin)(?: \w+)*
(?:pas|plus) (?:vivre|habiter) (?:a|chez|avec|dans|en|la bas|loin|au|seul|ici)(?: \w+)*
jour de la mort|la mort dans lame
(?:fin|mettre fin|met fin|mettre un terme) (?:a|de) (?:mon|ma|mes|la|cette) (?:contrat|formation|stage|conversation|discussion|echange|mission|alternance|apprentissage|accompagnement|garantie|cej|suivi|periode|bail|abonnement|location)
(?:sauter|saute|sauter sur)(?: (?:le|un|les|de|a|en|sur|mon|ce|cette))* (?:repas|train en marche|corde|parachute|joie|loccasion|elastique|tour|rendez vous|ligne|pas|cours|jour|petit dej\w*)
(?:saute|vais sauter) dans (?:le|un) (?:bus|train|metro|tram|rer|taxi|uber)
(?:me )?(?:jette|jeter|jete) (?:un oeil|un coup doeil|sur (?:loccasion|le canape|mon lit)|a leau)
(?<!va )(?<!vont )(?<!veut )me (?:tue|tuer) (?:a|au) (?:la tache|vous (?:dire|repeter|expliquer)|te (?:dire|repeter|expliquer)|travail|travail|le dire|repondre)
(?:mes|ma|mon|les|cette|ces|ce|mal aux|ce foutu|le) (?:jambes?|dos|tete|dents?|chaussures|prof|boss|patron|chef|travail|formation|bus|train|sport|entrainement|chaleur|canicule|reveil|fatigue) (?:me |m ?)?(?:tue|tuent|ma tue|mont tue)
dors (?:dehors|a la belle etoile) (?:en|au) (?:camping|festival|vacances|rando)
adieu (?:lecole|l ?ecole|l ?ete|l ?hiver|l ?argent|lapero)|adieu (?:le|la|les|mon|ma|mes) (?:lycee|ecole|college|bac|stage|travail|patron|fac|code|cours|maths|profs?|iphone|wifi|sommeil|caf|rsa|chomage|celibat|galeres?|prime|thunes?|cheveux|barbe|clopes?|cigarettes?|fast food|sucre|week end|vacances|grasse mat\w*|permis|regime|forfait|salaire|argent|samedi)
(?:je suis|je reste|on est|je traine) dehors (?!(?:.* )?avec (?:mon|ma|mes) (?:\w+ )?(?:bebe|bb|fils|fille|petite?s?|enfants?|gosses?)(?!\w)(?!.*(?:parc|jou|promen|balad|ecole|soleil|courses|rentr|manege|plage|pediatre)))(?:je|avec (?:mon|ma|mes) (?:\w+ )?(?:bebe|bb|fils|fille|petite?s?|enfants?|gosses?)|jai|la|avec (?:un|des|mes|mon) (?:potes?|copains?|pote|amis?|frere|cousin)|en train|au|a (?:la|l)|pour|chez|entrain|rappel\w*|attend\w*|devant|dans|et je|desole|je te|je vous)(?: \w+)*
(?:je )?(?:(?:creve|meurs|trop|grave|de|la) )*(?:faim|dalle) (?:mdr|lol|haha|(?:je |on )(?:vais )?mange\w*(?! (?:plus|pas|rien|que|dans|les|jamais|presque))|ya quoi a manger|je (?:sors|finis|(?:vous|te) rappelle)|vivement)
pas (?:faim|froid|peur|seul|seule|depressif|suicidaire|triste)(?: (?:moi|tinquiete|du tout|de vous|de ca))*$
(?:tue\w*|tuer|bute\w*|massacre\w*|eclate\w*|explose\w*|fume|fumer|defonce\w*|demonte\w*|dechire\w*|plie|battu)(?: \w+){0,6} (?:fifa|gta\w*|cod|call of|fortnite|valo\w*|warzone|clash|game|ranked|partie|ps5|ps4|xbox|league|minecraft|roblox|brawl|uno|jeu|mario|fc ?\d+|streamer|match|finale|basket|foot|manche|respawn|belote|tarot|poker|cartes|petanque|baby ?foot|echecs|karting|bowling|monopoly|blague)
(?:fifa|gta\w*|cod|call of|fortnite|valo\w*|warzone|clash|game|ranked|ps5|xbox|minecraft|roblox|brawl|fc ?\d+|foot|match)(?: \w+){0,6} (?:tue\w*|tuer|bute\w*|massacre\w*|eclate\w*|explose\w*|fume|defonce\w*|battu|ecrase)
(?:tue\w*|tuer|bute\w*) (?:\d+ fois|de suite)
(?:on|ils|psg|om|ol|equipe|france) (?:a |ont |les a )?(?:massacre\w*|tue\w*|eclate\w*|demonte\w*|explose\w*|battu\w*|dechire\w*) (?:\w+ )?(?:\d+ a? ?\d+|\d|lyon|paris|marseille|psg|om|ol|lens|lille|real|barca|madrid|leur equipe|ladversaire)
(?:creve|meurs|mourir|mort) (?:de chaud|denvie|d ?envie|de soif|de curiosite|d ?impatience|de stress|de trouille|de jalousie|d ?ennui)(?: (?:de|d)(?: \w+)*)?
(?:veux|vais|voudrais|envie de|peux)(?: \w+)? (?:mourir|disparaitre|me cacher|me pendre)(?: \w+){0,4} (?:crush|story|honte|genance|coiff\w*|cheveux|coupe|prof|au telephone|telephone|selfie|photo|exam\w*|gene|snap|insta|trop la honte|il a vu|elle a vu|fond decran)
(?:coiff\w*|crush|barbier|prof|coupe|esthetic\w*|jury|examinateur)(?: \w+){0,4} (?:massacre\w*|tue\w*|detruit\w*|rate\w*|demoli\w*)(?: \w+){0,3} ?(?:veux|vais)? ?(?:mourir|disparaitre|me pendre|pleurer)?
me pendre (?:au|avec mon) tel\w*
disparaitre (?:de|des|d) ?(?:(?:la|vos|votre|tes|ces|tous les) )?(?:reseaux|insta\w*|snap\w*|tiktok|facebook|internet|circulation|radars?|listes?|fichiers?|messages?|base|whatsapp)(?: sociaux)?
(?:ma|mont|me|nous a|mavez)(?: \w+)? pousse\w* (?:a|vers) (?!bout|me |mourir|coucher|terre|la (?:rue|porte)|faire (?:des|le|mon sac)|voler|vendre|dealer|partir)\w+
(?:ma|mont|me|mavez|mas)(?: \w+)? touche\w* (?:avec (?:ses|vos|tes|leurs|son) (?:mots?|messages?|paroles?|histoires?)|le coeur|droit au coeur|beaucoup|profondement|sincerement|par (?:sa|votre|ta|leur) (?:gentillesse|message|mot))
(?:ma|mont|m ?a|me)(?: \w+)? plante\w* (?:pour|au|lors du|le jour du|a) (?:le |la |mon |notre |ce )?(?:rendez vous|entretien|dernier moment|derniere minutes|concert|cine\w*|gare|premier jour)
menace\w* de (?:plus|pas) (?:me |nous |lui )?\w+
(?:au revoir|bye|ciao|salut) tout le monde (?:bonne?s?|a (?:plus|demain|lundi|bientot|toute)|bisous|merci)(?: \w+)?
(?:educ\w*|conseill\w*|referente?|(?:dame|monsieur) de la mission(?: locale)?|assistante? sociale?|psy\w*|medecin|docteur|mission locale|infirmier\w*|tuteur|tutrice|structure|avocat\w*)(?: (?:elle|il|ils|qui|deja|me|bien))* (?:me |m )?(?:suit|suivent|suivait)(?! (?:partout|jusqu\w*|chez moi|dans la rue|la nuit))
overdose (?:de|d) (?:cv|lettres?|messages?|message|sucre|cafe|chocolat|cours|maths|tiktok|netflix|papiers?|administrati\w*|rendez vous|stages?|motivation|pates|famille|travail)
(?:dors?|dormir|dort|nuit)(?: \w+)? (?:dehors|tente|voiture|la belle etoile|camion)(?: \w+){0,5} (?:camping|festival|vacances|potes?|rando\w*|plage|concert|scouts?|week ?end (?:avec|au|en)|road ?trip|colo)
(?:camping|festival|vacances|rando\w*|concert|scouts?|road ?trip|colo)(?: \w+){0,5} (?:dors?|dormir|dort) (?:dehors|en tente|sous tente|dans (?:la|une) tente)
saute\w* (?:toujours |souvent |encore |un |des |mes |le |les |du )*(?:repas|petit dej\w*|dejeuner|diner|cours|classe|etape|ligne|lecole|gouter)
(?:cachets?|comprimes?|medicaments?|medocs?|antibio\w*|dolipranes?) (?:pour|contre|a cause de|car jai) (?:mon|ma|mes|la|le|une|un|l ?)? ?(?:angine|grippe|rhume|toux|gorge|tete|dents?|dos|ventre|regles|allergie\w*|fievre|sinus\w*|covid|bronchite|otite|infection|migraine|mal de \w+|nausee|genou|cheville)
(?:boucher\w*|abattoir|cuisine|cuisinier|poissonn\w*|labo\w*|infirmier\w*|hopital|prise de sang|analyses?|don de sang|film|serie|jeu|maquillage|halloween)(?: \w+){0,6} (?:sang|couteaux?|lames?|hache)
(?:sang|couteaux?|lames?)(?: \w+){0,5} (?:boucher\w*|abattoir|cuisine|cuisinier|labo\w*|restau\w*|film|serie|halloween|traiteur|poissonn\w*|cap)
(?:escape|laser ?game|paintball|airsoft|murder party|loup garou|film|serie|theatre|tournage|fiction)(?: \w+){0,6} (?:sequestre\w*|enferme\w*|tue\w*|mort\w*|bute\w*|kidnapp\w*|attache\w*|braque\w*)
(?:chat|chien|chatte|lapin|hamster|telephone|perroquet|poisson)(?: \w+){0,3} (?:cest|est|a) (?:jete\w*|saute\w*|tombe\w*|suicid\w*|pendu|mort\w*|noye\w*|ecrase\w*|fait ecraser|casse\w*|mange\w*|enfui\w*)
(?:a|de|par) (?:l ?)?(?:aide|laide) (?:sociale|a l ?enfance|juridict\w*|au logement|alimentaire|de|du|d|des|medicale|a domicile|soignante?)
(?:suis|je suis|etre) (?:trop |vraiment |une |un |super )?nul(?:le|s)?(?: (?:en|au|aux|a|pour|avec|la|dans|sur)(?: \w+)*|$)
(?:message|ecrire|lecture|maths|orthographe|francais|anglais|messages?|ordi\w*|papiers|admin\w*)(?: (?:la|moi|et|les))* (?:je suis) (?:nul\w*|une merde|une bille|un boulet)
(?:assez|marre|ras le bol|fatigue) (?:de|d) (?:galerer|chercher|attendre|squatter|faire|travailler|vivre (?:chez|avec|dans|en|a|comme|au))
(?:ils|on|elle|il|accueil|conseiller\w*) (?:mont|ma|m ?a) (?:oubliee?|laissee?|lachee?) (?:en |dans |a |sur |poireau\w*|attendre|devant)
(?:secoue\w*|secouer) (?:pour qu|demain|il viendra|le reveil|un peu pour|pour le reveill\w*)
(?:numero|telephone|celui ci|cui ci|ligne|forfait|adresse|code|site|appli\w*|carte|badge)(?: \w+){0,4} (?:a partir de|jusqua|des) (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|le \d+|\w+)
(?:manier|utiliser|maitrise\w*|aiguis\w*|affut\w*|tenir) (?:le|les|un|des) couteaux?
coupee? (?:les|mes) (?:cheveux|ongles|frange|pointes)(?: \w+)*|(?:cheveux|frange)(?: \w+){0,3} (?:catastrophe|rate\w*|massacre\w*)
quitter (?:le|mon|ce) foyer (?:et|pour) (?:avoir|trouve|prendre|mon)
(?:personne|aucun patron|aucune boite) me (?:prend|rappelle|embauche|recrute)(?: \w+)*|prier dessus
(?:ecrase|vole|braque)(?: \w+){0,4} (?:gta|jeu|mission|fivem)
la prof (?:\w+ )?nous tue
(?:prends|prendre|prend) (?:bien |deja |toujours )?(?:mes|mon|un|une|le|ma) (?:cachets?|medicaments?|medocs?|comprimes?|traitement|pilule|dolipranes?)(?! (?:dun coup|tous|toutes|devant|en une|pour (?:mourir|partir|en finir)|et (?:de l |de la |du |adieu)|avec (?:de|du|la)))
(?:cest |est )?fini pour moi (?:l ?|la |le |les |ce |cette )?(?:ecole|lecole|fac|formation|stage|cours|lycee|foot|saison|etudes|travail|contrat|bac|cap)
(?:peux|peut) plus (?:de |d ?)(?:ce |cette |la |le |mon |mes |ces |l)?(?:travail|caf|patron|attend\w*|admin\w*|papiers?|froid|pluie|dossiers?|pole|france|stage|formation|bus|train|profs?|cours|wifi|telephone|coloc\w*|circulation|greves?|chercher|recherches?|cpam|prefecture)
pas (?:encore )?mange (?:ce midi|ce matin|encore|a midi)|pas encore mange|(?:vis|habite) seule?$
(?:frappe|cogne) (?:dans|sur) (?:un|le|des|mon) (?:sac|punching\w*|ballon|clavier)
(?:travailler|travail\w*|stage|metier|emploi|formation|devenir|integrer|rejoindre)(?: \w+){0,3} (?:samu(?: social)?|pompiers?|ambulanc\w*|police|urgences|gendarm\w*|secours)
(?:tout|on va tout) (?:casser|dechirer|defoncer|exploser) (?:a|au|le|la|l|pour|demain)
lettres? (?:de |d )(?:motivation|recommandation|demission|relance)|(?:sur le )?quai (?:du|de la|numero|\d)(?: \w+)?(?! .*(?:saute|jose|fini|regarde))|(?:suis )?dehors il fait (?:beau|bon|chaud)
plainte (?:pour|contre vous pour) harcelement|^harcelement
peur (?:de (?:rien|vous|ta reponse|cest|l avion|larnaque|me faire arnaquer)|que (?:ce soit|cest|ca soit) (?:une arnaque|un fake|faux))
""",
)

TRIVIAL_IF = rule(
    "danger.trivial_condition",
    r"""
(?:mere|pere|prof|parents|patron|boss|soeur|educateur|grand mere) (?:va|vont) me (?:tuer|defoncer|massacrer|demonter) (?:si|quand|car|parce)
si (?:\w+ ){0,3}(?:bus|train|tram|metro|rer|match|prof|psg|om|ol|netflix|wifi|reseau|telephone|console|ps5|play|jeu|fifa|pizza|kebab|mcdo|cafe|pluie|reveil|patron|boss|voisin|film|serie|examen|code|permis|controle|pole emploi|caf|meteo|dentiste|messages?|spam|pub|message|resultats?|but|equipe|travailler|appel\w*|encore un|linky|livreur|colis|uber|neige|tiktok|insta|snap|musique|chanson|bac|brevet|devoirs?|maths?|classe|cours)
""",
)
