"""French words about people and places: who, wrong number, a human, a move, insults.

Phrases are in canonical words (spelling.py) and may stand anywhere in the text.
"""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

from flows.reading import Intent
from messages.understand.rule import Rule, rule

_KIN = (
    r"(?:mere|pere|frere|soeur|petit frere|grand frere|petite soeur|grande soeur|copine|copain|pote|ami|amie|meuf|mec|femme|mari|cousin|cousine"
    r"|tante|oncle|tata|tonton|grand mere|grand pere|mamie|papi|educateur|colloc|coloc|voisine?|fils|fille|belle mere|beau pere|maman|papa|neveu|niece|parent|parrain|marraine|fiancee?|conjointe?|meilleure? amie?|tutrice|tuteur)"
)

PEOPLE: tuple[tuple[Intent, Rule], ...] = (
    (
        Intent.WHO,
        rule(
            "who.said",
            r"""
^et vous etes$|(?:cest|vous etes) pas (?:pour vendre|une (?:pub|secte|arnaque)|un (?:piege|fake|faux))(?: \w+)*|(?:te|vous) presente[sz]?(?: pas)?$|presente[sz]? (?:vous|toi)$|qui est (?:au bout|derriere|a l)(?: \w+)*|(?:savoir|dire) (?:a )?qui(?: \w+)*|le numero de qui
(?:un truc de |une |cest une )?secte(?: \w+)*|(?:vous etes|tes|cest|vous bossez|vous travaillez)(?: \w+){0,2} (?:flic|flics|police|policiers?|keufs?|lase|l ?ase|la caf|pole emploi|france travail|la pjj|le spip|huissier|le juge)$
(?:cest|vous etes|vous bossez avec|vous venez de|c) (?:de )?(?:la caf|pole emploi|france travail|lase|la police|police|le foyer|la mairie|le juge|le tribunal)$
qui (?:vous|ta|t) (?:a |envoie|ai )?(?:dit|demande|envoie|envoye|oblige|parle|conseille)(?: \w+)*
(?:dou|d ou)(?: (?:tu|vous))? (?:sors|sortez|me connai\w*|venez|viens)|(?:tu|vous) (?:sors|sortez|venez|viens) (?:dou|d ?ou)|viennent (?:dou|d ?ou)|trouve comment|eu comment
(?:jamais|pas) (?:entendu parler|donne mon (?:numero|contact)|donne mes)(?: \w+)*|donne mon numero a personne|connais pas (?:votre|vos|ton|cette asso)(?: \w+)*
(?:veut dire|cest|signifie) quoi sas|quoi sas|sas quoi
machine qui|consiste en quoi|pour parler de quoi|^(?:karim|sophie|service|asso) (?:qui|de quoi)$|travaill\w* pour qui|(?:vous|tu) (?:travaill|boss)\w* pour (?:(?:la|le|les) |l)?(?:prefecture|police|etat|caf|juge|ase|pjj|spip|gouvernement|mairie)|(?:tes|tu es|vous etes|tu exist\w*|vous exist\w*|texistes|existez|existe)(?: (?:vraiment|reels?|reelle|pour de vrai|ou pas|en vrai))+|un robot qui
bizarre|trop bizarre|chelou|louche
(?:cest|cetait|est ce|vous etes|tes|etes vous|qui|mais|la|tu es|t|la cest|deja|et toi)(?: \w+)? (?:qui|quoi|ki)(?! (?:qui )?(?:paye|rembourse)\w*)(?: (?:la|ca|au juste|exactement|deja|toi|vous|svp|stp|frere|en fait|lui|elle|ce numero|celui la|putain|a la fin|qui (?:parle|mecrit|ecrit)|cette (?:dame|personne)|ce|cette|la dame|le mec|au telephone|ces messages?|la personne|derriere|encore|ce truc|ce message|ce delire|cette blague|cette histoire|votre truc|le but|le projet|votre service|cette arnaque|cette asso\w*|ton (?:nom|prenom)|votre nom|sas|SAS))*
(?:qui|quoi|ki) (?:est ce|etes vous|es tu|tes|vous etes|parle|mecrit|ca|la|cest|ecrit|me parle|est tu|sont vous|etes|m ecrit|est la|est a lappareil|cest ca|envoie|menvoie|cest vous|cest toi|es)(?: \w+)*
^(?:qui|quoi|hein|pardon)$|hein qui|qui donc
se souvient pas|me souviens pas (?:de vous|de toi)|me rappelle pas (?:de vous|de toi)|me vendre
vous avez eu mon numero(?: \w+)*|(?:cest|c) (?:toi|quel|quelle|le spip|la pjj|lase|la mission locale|le foyer)(?: \w+)?$
(?:qui|kelkun|quelquun|cest \w+ qui|\w+ qui)(?: \w+){0,4} (?:donne|donner|file|filer|passe|refile|balance|transmis|communique|envoye|parle de moi|oriente|donne mes|don)(?: \w+)*
(?:comment|dou|ou|d ou|par qui|pourquoi|coment)(?: \w+){0,4} (?:mon|mes|ce|le|son) (?:numero|nom|prenom|coordonnees|infos|contact|telephone|identite|06)
(?:comment|dou|d ou)(?: (?:vous|tu|est ce que|tas|vs|avez|me|t|as|on|se|tu me))* (?:connais\w*|connait|trouve\w*|eu mon|avez eu|sort\w*|sais|savez|vient|venez|viens)(?: \w+)*
(?:l?arnaque\w*|fake|scam|phishing|pishing|hameconnage|spam|virus|brouteur|brouteurs|fraude|piege|canular|escroc\w*|escroquerie|faux compte|un faux|bidon|louche|chelou|suspect|blague|pub|publicite|demarchage|ia|intelligence artificielle|chatgpt|chat gpt|chatbot|faux profil)
(?:un|1|le|du|des|a un|cest|tes|vous etes|etes vous|vrai|bot|robot)(?: \w+)? (?:bot|robot|robots|machine|ordinateur|ordi|automate|automatique|logiciel|repondeur|vrai humain|humain ou)(?! qui)
bot|robot|robots
(?:cest|ce|tout ca|ca|vous etes|est ce)(?: \w+)? (?:vrai|serieux|reel|fiable|officiel|une blague|pour de vrai|un vrai|un piege|securise|legal|sur|du serieux|une vraie|quoi le but)(?: \w+)*$
(?:quel|quelle|de quel|de quelle)(?: \w+)? (?:service|organisme|association|asso|structure|boite|entreprise|organisation|societe|administration|ville|but|part|institution|centre)(?: \w+)*
(?:de la )part de qui|(?:au )nom de qui|pour qui (?:vous|tu) (?:travaill\w*|boss\w*|bosse)
(?:vous|tu|t|tes|on|vs)(?: \w+)? (?:voulez|veux|voulais|cherchez|faites|proposez|vendez|vends|servez|veut|proposes)(?: (?:de|a|me))* (?:quoi|en fait|au juste|exactement|moi|qui)(?: \w+)*
(?:quest ce que|kesk|quoi|que) (?:vous|tu|ce|cest|il|t|tu me)(?: (?:me|voulez|veux|faites|veut|cherchez|vends|vendez|que|ca|est|proposez|cest))*(?: \w+)*
(?:on se|je vous|je te|tu me|vous me|je les|on|tu|vous|jte|je|jvous)(?: \w+)? (?:connai\w*|connait|deja vu|deja parle|remets|situe)(?: (?:pas|d ou|dou|deja|moi|nous|ou|ok|meme pas|du tout|vous|toi|qui|es|tes))*
(?:cest|ca) quoi(?: \w+)*
(?:cest|ca) (?:pour|concerne|a propos de|a quel sujet|par rapport a) (?:quoi|qui)(?: \w+)*
a quel sujet|pour quel motif|quel motif|pour quelle raison|cest pourquoi|cest pour quoi
pourquoi (?:tu|vous|moi|ce|ces|on|cest|un|je|vs|m)(?: (?:me|m|mecri\w*|avez|as|recois|voulez|veux|tu|parlez|contactez|cherchez|appelez))*(?: \w+)*
(?:ton|votre|quel est ton|cest quoi ton|cest quoi votre|donne ton|donnez votre) (?:nom|prenom|identite|metier|role)
(?:prouve|prouvez|preuve)(?: \w+)*
(?:jai|ai) (?:rien|pas|jamais) (?:demande|donne|communique|laisse|file|donne mon)(?: \w+)*
(?:vous etes|tes|etes vous|tu es|vs etes|t)(?: \w+)? (?:de la|du|de|des|avec la|un|une|la|le) (?:police|mission locale|caf|pole emploi|france travail|mairie|asso\w*|gouvernement|etat|juge|spip|pjj|foyer|ase|assistante sociale|departement|travailleur social|vraie? personne|vrai humain|humain|arnaqueur|flic)(?: \w+)*
qui ca|qui sa|ki sa|de qui|(?:par|avec) qui (?:je parle|je discute|jai affaire)|je parle (?:a|avec) qui|a qui je parle|a qui ai je|je discute avec qui
(?:cest|vous etes|tes) (?:sophie|karim|sarah|nadia|la dame|mon educateur|la mission locale|pole emploi|france travail|le foyer|la caf|le juge|monsieur|mme|madame)(?: \w+)*\?
""",
        ),
    ),
    (
        Intent.WRONG_NUMBER,
        rule(
            "wrong_number.said",
            rf"""
cest mon numero depuis(?: \w+)*|(?:cest|ici cest) (?:pas|plus) (?:elle|lui)(?! qui (?:decide|dit|veut))(?: \w+)*|(?:a |de |la )mauvaise personne(?: \w+)*|(?:eu|recupere|pris) (?:cette|ce) (?:ligne|puce|numero|carte)(?: \w+)*|(?:tel|telephone|numero) d ?une (?:entreprise|societe|boite|ecole|asso\w*|mairie|cabinet)(?: \w+)*|viens d ?acheter cette (?:puce|carte|sim)|pas la bonne (?:personne|adresse)|portable d ?une dame(?: \w+)*|pas un jeune|jai [5-8][0-9] ans(?: \w+)*
(?:moi cest|je suis|jm ?appelle|je mappelle|mappelle|cest) (?!pas|qui|quoi)(?:\w+) (?:moi|pas \w+)$
je suis une? (?:femme|homme|dame|monsieur|retraite\w*|mamie|papi|grand mere)(?: \w+)*
(?:ce |le |votre )?message(?: \w+)? (?:pas |plus )?(?:m ?est pas destine|pas pour moi|m ?est destine|pas destine)(?: \w+)*|pas pour moi ce message|mest pas destine|pas a moi que ce message
(?:destinataire|correspondant) inconnu|^(?:\w+ ){{0,2}}numero inconnu$|inconnue? (?:au bataillon|ici)
(?:nouveau|ancien|l ?ancien|l ?ancienne) (?:titulaire|proprietaire|proprio|abonne)(?: \w+)*|change d ?abonne|herite de ce numero
pas moi que vous (?:cherchez|voulez)|personne concernee|concerne cest une erreur
(?:vous |tu |t |vs |jcrois |crois |pense |dois |devez |avez |que |as |dois te |devez vous |y a |ya |doit y avoir |cest |une |il y a |surement |fait )*(?:erreur|trompe\w*|gourr\w*|gour\w*)(?: (?:de|d|sur))* ?(?:numero|personne|destinataire|contact|la personne|moi|le numero|interlocuteur|telephone|num)?(?! (?:de ma part|desole|stop))$
(?:vous (?:vous )?|tu t |tu te |tes |t es |vs vs |vous vous etes |vous devez vous |tu tes |tu as |vous avez |tas )(?:trompe\w*|gourre\w*|etes trompe\w*|erreur|fait erreur)(?: \w+)*
(?:mauvais|faux|pas le bon|pas bon|mauvaise|pas le|plus le bon) (?:numero|personne|destinataire|contact)(?: \w+)*
(?:faux|mauvais) num
(?:erreur|erreurs) (?:de |sur )?(?:numero|destinataire|personne|sur la personne|de contact|la|svp|desole)
(?:cest|je suis|suis|moi cest|ici cest|nous cest|la cest)(?: \w+)? pas (?:moi|lui|elle|a moi|le bon|la bonne|son (?:numero|telephone|portable)|sa (?:ligne|puce)|mon (?:prenom|nom)|la personne|yanis|lea|le numero|celui|celle|le telephone|au bon|chez lui|chez elle|(?!sur|sure|certain|contre|convain|dispo|interess|pret|la$|ici|libre|motiv|chaud|daccord|ok|bien|seul|malade|fou|folle|bete|content|fan|venu|alle|encore|trop|tres|en$|a$|au$|dans|chez|sous|majeur|mineur|francais|riche|loin|bloque|inscrit|rassur|tranquille|oblige|concern|habitu|du$|de$|fait|un$|une$|ton$|grave|vrai|faux|possible|normal|facile|evident|simple|cher|cool|drole|serieu|gentil|complique|mal|top|ouf|terrible|nul|con|fini|clair|juste|logique|mieux|demain|pour|tard|tot|urgent|important|cette|mon|ma|votre|le$|fier|fiere|capable|ca$|trouve|marie|etudiant|au|pressee?|parti|surpris|etonne|question|grand|dehors|stable|mort)\w+$)(?! (?:cest|je suis) (?:son|sa|un|le|la) (?:{_KIN}))(?! interesse| dispo| daccord| sur| motive| chez)
(?:mappelle|m appelle|me nomme|mapelle|mapel|appelle|prenom cest|nom cest|mappel|map)(?: \w+)? pas(?: \w+)*
pas (?:mon|le bon) (?:prenom|nom|numero)(?: \w+)*
(?:je |on |la )?(?:connai\w*|connait|connaissons)(?: \w+)? (?:pas|aucune?|personne)(?! (?:ce mot|le chemin|votre|ton|la ville|la procedure|vos|le quartier|bien la|tes|lheure|ladresse|encore|moi))(?: \w+)*
(?:ce|cest mon|nouveau) (?:numero|telephone)(?: (?:la|est|cest|il|actuel|a|appartient))* (?:a moi|le mien|mien|nouveau|attribue|change de proprietaire|a change|plus le sien|plus a|na jamais|pas le sien|a quelquun|moi depuis)(?: \w+)*
(?:jai|ai|je viens d avoir|viens d avoir|viens de recuperer|je viens de prendre|viens d acheter|recupere|jai eu|jai recupere)(?: \w+)? (?:ce|cette|la|le) (?:numero|ligne|puce|sim|telephone|carte)(?: \w+)? (?:depuis|il y a|ya|recemment|la semaine|hier|cette|est|cest|nouve\w*|neuf|neuve|ce mois|de|quelque)(?: \w+)*
(?:nouvelle?|nouveau) (?:proprietaire|puce|attributaire|utilisateur|ligne|abonne)(?: \w+)*
(?:ya|il y a|y a|on a)(?: \w+)? (?:pas|personne|aucune?)(?: (?:de|d|qui|sappelle|s appelle|du nom de|nomme))* ?(?:personne |quelquun )?(?:du nom|sappel\w*|de ce nom|a ce nom|avec ce nom|yanis|lea|nomme|ici|qui s\w*|dans ma famille|chez nous|la)(?: \w+)*
(?:personne|aucune personne)(?: (?:ne|qui|ici|de|ce|se|chez))* (?:nom|sappel\w*|ce nom|prenom)(?: \w+)*
(?:plus|pas) (?:son|le sien|leur) (?:numero|telephone|portable|ligne)(?: \w+)*
(?:cest qui|qui est|qui cest|ki c|cest qui ca|qui cest ca) (?!(?:vraiment|serieux|serieusement|donc|alors|finalement|franchement|reellement|sinon|maintenant|pour|bon|ici|deja|encore|hein|ptdr|mec|gars|frero|fre|bro|cousin|poto|lol|allo|bonjour|bonsoir|salut|dabord|please|merci|non|oui|quoi|quand|cette?|ces)$|ca|la|toi|vous|qui|deja|au|svp|stp|exactement|en|ce|cette|le|la|lui|elle|frere|putain|karim|tu|a|mon|ma|mes|votre|ton|sophie|celui|derriere|encore|madame|monsieur|sas|les|il|on|mdr|wesh|bordel|wsh|merde|sur|c|jai|du|de)(?:\w+)$
connais pas
(?:pas|aucun|aucune)(?: de| d)? \w+ (?:ici|a ce numero|chez nous|dans cette maison)
reattribue|appartient a (?!ma|mon|moi)(?: \w+)*|ici (?:cest )?(?:une?|le|la|l) ?(?:entreprise|restaurant|magasin|cabinet|societe|boulangerie|mairie|ecole|hotel|pizzeria|garage|bureau)
plus le numero de \w+
(?:la personne|celui|celle) (?:que vous (?:cherchez|voulez)|a qui vous)(?: \w+)*
""",
        ),
    ),
    (
        Intent.THIRD_PARTY,
        rule(
            "third_party.said",
            rf"""
(?:il|elle) (?:peut|veut) pas (?:repondre|parler|venir|vous)(?: \w+)*|message transmis|(?:jvous|je vous|je) (?:ecris|reponds|contacte) (?:pour|au nom de|a la place de) (?:mon|ma) (?:fils|fille|frere|soeur|neveu|niece|copain|copine|mari|femme)(?: \w+)*|(?:l ?educat\w+|la referente|le referent|l ?assistante sociale|la psy|la voisine|la cousine|le cousin|la tante|l ?oncle)(?: (?:du|de) (?:foyer|la structure|\w+))? (?:ici|qui (?:repond|ecrit|parle))(?: \w+)*|je suis (?:sa|son) (?:compagn[eo]n?|conjointe?|fiancee?|proche|tutrice|tuteur)(?: \w+)*|(?:mon|ma) (?:fils|fille) (?:ne )?(?:souhaite|desire|sait|parle|lit|comprend|sort|ose)(?: \w+)*|(?:il|elle) utilise mon (?:telephone|numero)(?: \w+)*|je suis l ?(?:educatrice|educateur|assistante|ami|amie|oncle) de \w+
(?:je suis|suis|cest|ici|ici cest|cest moi|moi cest|moi je suis|la cest|je suis pas \w+ (?:cest|je suis|mais)|cest pas \w+ cest|pas \w+ cest|suis pas \w+ je suis) (?:sa|son|ses|le|la|leur|les|l|un|une) (?:{_KIN})(?: (?:de|d|a|qui|il|elle|je|on|ici|vous)(?: \w+)*)?(?! qui lit)
(?:je suis|suis|cest|ici) (?:la (?:mere|maman|soeur|copine|femme|belle mere|tante|grand mere|meuf)|le (?:pere|papa|frere|copain|pote|mari|cousin|beau pere|grand pere)) (?:de|d|a)(?: \w+)*
sa (?:mere|soeur|copine|femme|meuf|tante|grand mere|maman)$|son (?:pere|frere|copain|pote|mari|mec|oncle|ami|papa|fils)$
(?:il|elle|yanis|lea|mon (?:fils|frere)|ma (?:fille|soeur))(?: \w+)? (?:est|a|sera|etait)(?: \w+)? (?:pas la|plus la|pas ici|pas dispo\w*|pas joignable|absente?|parti\w*|sorti\w*|pas la maison|pas chez|pas rentre\w*|pas a la maison|pas avec moi|pas la pour le moment|au travail|en cours|occupe\w*|en prison|a lhopital|hospitalis\w*|en voyage|au bled|decede\w*|mort\w*|incarcere\w*|en detention|injoignable|pas encore rentre\w*|dans sa chambre|a lecole|au foot|sous la douche|en ville|en formation)(?<!je est)(?! je)(?: \w+)*
(?:il|elle) (?:dort|travaille|bosse|mange|reviens?|revient|rentre|sort|habite plus|veut pas|veut plus|peut pas|repond\w* pas|vous rappell\w*|rappellera|va vous (?:repondre|rappeler|ecrire)|vous ecri\w*|a pas son|a plus (?:son|de|ce)|a change|na pas|a pas|a oublie|a laisse|ma (?:laisse|passe|donne|prete)|sera la|viendra|arrive|va (?:vous|te|bien|pas)|lira|vit|est|veut|a perdu|a demenage|a oubli\w*|capte)(?! (?:quoi|qui|que vous|ou|le rdv|le rendez vous|loin|un rendez vous|a quelle|comment|frappe))(?! (?:ca|la peine))(?: (?:rappel\w*|merci|desole|pas|plus|la|en|la|dans|vous|chez|encore|a|ici|pour|tard|vers|demain|ce|le|avec|maintenant|parler|son|vos|de|toute?|deja|jusqu\w*|que|telephone|tel)(?: \w+)*)?$
(?:je|on|ont) (?:lui|le|la|vais lui|vais le|vais la|peux lui|lui ai)(?: \w+)? (?:di[ts]\w*|dira|dirai|diront|transme\w*|passe\w*|fai[st] (?:suivre|passer|la commission|le message)|ferai (?:suivre|passer|la commission|le message)|demande\w*|previen\w*|parle\w*|montre\w*|donne\w*|reveill\w*|ecri\w*|laisse|appell\w*|en parle\w*)(?: \w+)*
(?:je )?(?:transmets?|transmettrai|fais passer|ferai passer|fais suivre|vais transmettre|peux transmettre)(?: \w+)*
(?:mon|ma|notre) (?:fils|fille|frere|soeur|copain|copine|mari|femme|neveu|niece|petit fils|petite fille|enfant|petit frere|petite soeur|cousin|cousine) (?:est|a|va|nest|na|dort|sera|veut|ma|cherche|vous|travaille|bosse|peut|habite|doit|viendra|refuse|repond|arrive|capte|avait)(?! (?:frappe|mort|decede|me|a besoin|malade|hospitalise|ne|pas bien|viole|battu|peur)\w*)(?: \w+)*
son telephone est casse(?: \w+)*|(?:je )?(?:vois|vais voir|demande) avec (?:lui|elle)|il conduit(?: \w+)*|assistante familiale|je vais lui(?: \w+)*
(?:cest|c|ca) son (?:numero|telephone|portable|tel)(?: (?:de|mais|il|elle|a)(?: \w+)*|$)
(?:de la part|au nom) de (?:mon|ma|sa|son) (?:fils|fille|frere|soeur|{_KIN})
(?:vous|tu) (?:voulez|veux|cherchez|cherches|voulez parler a) (?:parler a )?(?:mon|ma) (?:fils|fille|frere|soeur|copain|copine|mari|femme)(?: \w+)*
^cest pour (?:mon|ma) (?:fils|fille|frere|soeur)(?: \w+)*
a (?:ma|mon) (?:fille|fils|petit frere|petite soeur)$
(?:sa|son) (?:mere|pere|soeur|frere|copine|copain) (?:a lappareil|ici|qui (?:repond|ecrit|parle))
""",
        ),
    ),
    (
        Intent.HUMAN,
        rule(
            "human.said",
            r"""
parler a un vrai(?: \w+)*|se voir en vrai|ring moi|la dame de l ?autre(?: \w+)*|venir en parler|quelquun pour repondre
(?:besoin|envie|aimerais|voudrais)(?: \w+)? (?:d ?un |de |d ?)(?:conseils?|explications?|renseignements?)(?: \w+)*|veux qu ?on (?:m ?appelle|me rappelle|m ?explique|m ?ecoute|me parle)|qu ?on (?:m ?ecoute|m ?explique|s ?appelle)|on s ?appell?e?$|prefere(?: \w+)? (?:par|au) telephone|plutot (?:au|par) telephone|^(?:rappelez|appelez|rappelle|appelle|appelez plutot|appel|call|appel svp|rappel)$
(?:karim|sophie|sarah|nadia)(?: \w+){0,2} (?:la|dispo|present\w*)$|la meme (?:dame|personne)(?: \w+)*|je veux un humain|que des robots|venir vous voir|(?:un |le |votre )numero pour (?:vous|te) (?:joindre|appeler|parler)(?: \w+)*|(?:appelez|appelle|appeler) (?:plutot |direct )?(?:ma|mon) (?:mere|pere|soeur|frere|educateur|conseillere|referente?)(?: \w+)*|voyez (?:ca )?avec (?:ma|mon) (?:mere|pere|educateur|referente?)(?: \w+)*|^(?:appelez|appelle|rappelez|rappelle|rappel) (?:direct\w*|stp|svp|plutot)(?: \w+)*|(?:jai )?(?:loupe|rate|manque) (?:ton|votre|l) ?appel(?: \w+)*|^(?:une|un) (?:personne|humain|responsable)$
(?:parler|discuter|echanger|causer|bavarder|papoter|communiquer|tchat\w*|avoir|joindre|contacter|re?voir|rencontrer|entendre)(?: (?:a|avec|de vive voix|directement|en vrai|en direct|plutot|juste|au telephone a|au telephone avec))* (?:quelquun|une? (?:vrai\w*|autre|vraie? )?(?:personne|humain\w*|conseillere?|educateur|referente?|dame|femme|homme|assistante?|etre humain|adulte|professionnel\w*|pro|psy|responsable|accompagnateur|travailleur social|gars|mec|etre|agent|operateur|operatrice|interlocuteur|conseil\w*|aiguilleur|infirmiere?|medecin)|un vrai\w*|une vraie\w*|un humain|vous|toi|karim|la dame|le monsieur|sophie|sarah|nadia|votre (?:collegue|chef|responsable)|(?:la|ma|mon|le) (?:conseillere|referente?|educateur|dame|conseiller|monsieur|responsable|personne|assistante? sociale)|monsieur|madame|mme|l humain|lhumain|des gens|qui de droit|elle|lui)(?: \w+)*
(?:besoin|envie|veux|voudrais|aimerais|faut que je|faut qu on|faudrait|il faut|peut on|on peut|peux|pourrais|puis|possible de|peux je|prefere|souhaite|dois|faut|preferes|veut)(?: (?:que je|qu on|je|de|d|te|vous|t|bien|juste|trop|vraiment|qu|on|vite|se))* (?:parler|discuter|echanger|causer|parle|me confier|appeler|telephoner|vider mon sac|ecoute|etre ecoute|qu on mecoute)(?! (?:de (?:ca|logement|travail|mes papiers)|pas|francais|arabe|anglais|moins|plus))(?: (?:a|avec|de|d|en|au|un peu|directement|maintenant|vite|svp|stp|sil|de vive voix|par telephone|quand|plutot|aujourdhui|demain|ce soir|urgent|urgemment|urgence))*(?: \w+)*
(?:vrai|vraie|reel|reelle|un|une|etre|1) (?:personne|humain|humaine|gens|conseiller|conseillere|voix)(?: (?:svp|stp|sil|s il|merci|pas|plutot|au telephone|reelle?|vivante?|en chair|physique|humaine|a qui|pour|qui)(?: \w+)*|$)
(?:pas|plus|veux pas|parle pas|parler pas|marre)(?: (?:a|avec|de|d|parler|un|a un|une))+ (?:robot|bot|machine|repondeur|ordi|ordinateur|automate|logiciel)s?(?: \w+)*
(?:passe[rz]?|mettez|mets|donne[rz]?)(?: moi| nous)? (?:karim|sophie|sarah|nadia|une? (?:personne|humaine?|conseillere?|collegue|responsable)|quelquun|le responsable|la dame|la conseillere|le numero (?:de|d)|votre numero|ton numero|un numero (?:de|pour|a))(?: \w+)*
(?:quelquun|une? (?:personne|dame|conseillere|collegue|humain)|karim|la dame|le monsieur|sophie|la conseillere|elle|il|on|educateur|vous|tu)(?: \w+){0,2} (?:mappeler|me rappeler|m appeler|me joindre|me telephoner|mappelle|me rappelle|m aider|maider|me repondre|me recevoir|me contacter|m ecouter|mecouter|de vrai|de vraie|d humain|de reel|peut me parler|me parler)(?! plus| pas)(?: \w+)*
(?:jaimerais?|jaimerai|aimerais)(?: \w+)? (?:parler|discuter|voir quelquun|rencontrer)(?: \w+)*
(?:par|au) telephone (?:cest mieux|plutot|svp|si possible|je prefere)|prefere (?:expliquer |en parler |parler )?(?:au|par) telephone|de vive voix
r?appel moi|contact avec quelquun|quelquun (?:lit|repond|est la|peut (?:m ?aider|me))(?: \w+)*|passer (?:au bureau|vous voir|te voir)
(?:rappele[rz]?|rappelle|appele[rz]?|appelle|telephone[rz]?|tel|bigophone|bipe?[rz]?|joigne[rz]?|contacte[rz]?)(?: \w+)? (?:moi|nous|me)(?! (?:plus|pas|que))(?: \w+)*
(?:pouvez|peux|pourriez|pourrais|peut|peuvent|pourrait)(?: (?:vous|tu|on|t|vs|il|elle|quelquun))* ?(?:me|m|nous)? ?(?:mappeler|appeler|rappeler|telephoner|passer un coup de fil|mappel\w*|passer quelquun|joindre)(?: \w+)*
(?:dis|dites|demande|demandez)(?: (?:lui|a|leur|que|lui que))* (?:la dame|au monsieur|le monsieur|karim|sophie|ma (?:conseillere|referente)|mon (?:conseiller|educateur|referent)|elle|lui|votre collegue|quelquun|la conseillere|l educateur|educateur|conseillere|de me|de m|qu il|quil|qu elle|quelle|qu on|que je|monsieur|madame)(?: \w+)*
(?:un|une|mon|ma|le|la|votre|1|qui est mon|qui est ma|votre|cest qui mon|cest qui ma) (?:conseillere|referente?|educateur|humain|humaine|personne reelle|operateur|operatrice|assistante sociale|etre humain|interlocuteur|vraie personne|vrai conseiller|standard|standardiste)(?: (?:svp|stp|sil te plait|sil vous plait|s il|merci|please|humain|direct|vite))*$
(?:jai|une|quelques|2|des|deux|plein de|1|petite|pose[rz]?) questions?(?: (?:a|pour|avant|sur|a vous|importante|svp|stp)(?: \w+)*|$)
(?:coup de (?:fil|tel|telephone)|un appel|appel telephonique|de vive voix|au telephone (?:plutot|ca serait|cest mieux|je prefere|svp|si possible))(?: \w+)*
humain|humaine|conseillere|quelquun$
(?:cest|ya|il y a|y a|est ce qu il y a|quelquun|allo)(?: \w+)* (?:quelquun|dispo|la)(?: (?:la|pour (?:parler|m|me|maider|discuter)|de dispo\w*|au bout|derriere|qui (?:lit|repond|peut)))(?: \w+)*
(?:je (?:peux|pourrais|veux|voudrais)|peux je|on peut|puis je) (?:vous|t|te|l|le|la|la|lui)? ?(?:appeler|voir|rencontrer|parler|telephoner|rappeler|joindre|passer (?:vous|te) voir|venir (?:vous|te) voir)(?: (?:quand|ou|comment|a quel|sur|au|demain|aujourdhui|directement|au bureau))?(?: \w+)*
""",
        ),
    ),
    (
        Intent.PHONE_CHANGE,
        rule(
            "phone_change.said",
            r"""
(?:l ?)?ancien (?:numero|telephone|portable)(?: \w+)*|(?:jai|ai) (?:plus )?que (?:ce|celui|le (?:numero|portable|telephone))(?: \w+)*
change d ?operateur|lemprunte|pas mon telephone(?: \w+)*|cest le telephone d(?:e|u|un|une|es)?(?: \w+)+
(?:je )?rends ce telephone(?: \w+)*|^(?:telephone|portable) (?:casse|vole|perdu|pete|hs)$|(?:plus|pas) de telephone|joindre au$|(?:mon )?whatsapp
(?:nouveau|autre|nouvelle|neuf|2e|deuxieme|un autre|changement de|changement|mon vrai|bon|le bon|prochain) (?:numero|telephone|ligne|puce|sim|carte sim|06|07|forfait)(?! (?:de (?:rdv|rendez|page|dossier|secu|rue)|proprietaire|cest pas|cest plus))(?: \w+)*
(?:chang\w*|perdu|vole|casse|pete|plus|plus de|bloque|coupe|resilie\w*|suspendu|fracasse|oublie|cassé|noye|tombe)(?: (?:de|d|mon|le|ce|la|cette|ma|bientot|d ici|tout|l))* (?:numero|telephone|puce|ligne|sim|operateur|forfait|portable)(?! (?:cette semaine|ce soir|du rendez|d avis))(?: \w+)*
(?:on ma |ma |mont |me suis fait |jme suis fait |fait )(?:vole\w*|voler|tire|chourave|arrache|pique\w*|volé)(?: (?:mon|le))* (?:telephone|portable|iphone)(?: \w+)*
(?:garde[rz]?|gardez plutot) (?:plutot )?lautre numero
(?:mon |le |ma )?(?:forfait|ligne|puce) (?:va|sera|est)(?: \w+)? (?:coupee?|resilie\w*|suspendu\w*|bloque\w*)
(?:mon |le )?(?:numero|telephone|portable)(?: \w+)? (?:va (?:changer|etre coupe|couper|etre resilie)|change|a change|est (?:casse|mort|pete|en reparation|bloque|vole|coupe|hs|plus le meme|desormais)|sera (?:coupe|resilie)|cest (?:le |maintenant|desormais|0)|ca sera|sera|maintenant cest|marche plus|marchera plus|fonctionne plus|passe plus)(?: \w+)*
(?:ecri\w*|appele[rz]?|appelle|contacte[rz]?|rappele[rz]?|rappelle|joigne\w*|joindre|joignable|repond\w*|envoie\w*|envoye\w*|texte\w*|message)(?: (?:moi|me|plutot|maintenant|dorenavant|desormais|les|la))* (?:sur|au) (?:le |mon |l |ce |lautre |celui |son |celui de |ce numero |cet |un |le telephone de |whatsapp|insta\w*|snap\w*|mail)(?: ?\w+)*
(?:voici|voila|note[rz]?|prene[rz]|prends|tiens|enregistre[rz]?)(?: (?:bien|moi|le|mon|ca|mn))* (?:numero|06|07)(?: (?:cest|est|:|le|de|a|maintenant))*$
(?:telephone|celui|numero|portable)(?: (?:cest|celui|de|du|d|la|est))+ (?:un |mon |ma |son |une |dun |d un |du |d une )?(?:pote|mere|pere|ami|amie|copine|copain|frere|soeur|cousin|cousine|voisin\w*|foyer|educateur|coloc|collegue|tante|oncle|mec|meuf|beau pere|cousine)(?: \w+)*
(?:jecris|jutilise|jai|je suis|jecris depuis|ecris|je texte|je tecris|je vous ecris)(?: \w+)* (?:depuis|avec|sur|du|le) (?:le |un |son )?(?:telephone|portable|numero|tel) (?:de|d|dun|du)(?: \w+)*
(?:jaurai|aurai|aura|vais avoir|vais plus avoir|je perds|garde|gardez|jai) (?:plus|pas) (?:ce|mon|le|de) (?:numero|telephone|portable|puce|forfait|ligne|sim)(?: \w+)*
""",
        ),
    ),
    (
        Intent.MOVED,
        rule(
            "moved.said",
            r"""
(?:descendue?|montee?|remontee?|redescendue?) (?:a|sur|vivre)(?: \w+)+|demmenager a \w+|(?:viens d|vient d)(?:emmenager|amenager)(?: \w+)*|je suis dans le (?:\d\d|sud|nord)(?: \w+)*|plus (?:a|sur) (?!la |l |ce |cette |terre)\w+ moi$|nouvelle ville|loin maintenant|(?:nouvelle |nouveau )?adresse (?:cest|est|maintenant)(?: \w+)+|(?:ma|mont|m a|m ont) (?:place|replace|transfere|reloge)\w* (?:a|en|dans|sur|au|loin)(?: \w+)+|installe\w* (?:a|en|sur|au|dans)(?: \w+)+|(?:on|je) (?:est|suis|a bouge)(?: \w+)? sur (?!moi|le point|la route|place|un|une|mon|ma|cette|ce|que|l |de|du)\w+$|(?:chez|vis|habite|suis)(?: \w+){1,5} (?:pour de bon|definitivement)(?: \w+)*|(?:bouge|demenage\w*|installe\w*) (?:a|sur|en|au)(?: \w+)+|(?:viens|vient) d ?arriver (?:a|en|sur)(?: \w+)+
(?:jai|ai|a|vais|viens de|je suis en train de|avoir|va|javais|on a|avons|est|je) (?:bien |deja |deja |du |tout juste |recemment )*(?:demenag\w*|emmenag\w*|aménagé)(?: \w+)*
(?:demenage\w*|demenagement)(?: (?:a|sur|en|dans|au|vers|depuis|hier|loin|bientot|le|la|jsuis|je|cest)(?: \w+)*|$)
(?:jhabite|habite|je vis|je loge|jhabitte|je reside|vivre|jabite|jabitte|abite)(?: \w+)? (?:plus|pas)(?: (?:a|sur|en|dans|la|ici|chez|au|la bas|le|lyon|paris|marseille|lille|toulouse|cette|y)(?: \w+)*|$| [a-z]+$)
(?:jhabite|habite|je vis|je loge|vis|jabite) (?:a|sur|en|au|dans|vers|chez)(?: \w+){1,3} (?:maintenant|desormais|depuis|actuellement|mtn|la)(?: \w+)*
(?:maintenant|desormais|depuis \w+ \w+|la|actuellement|aujourdhui)(?: je| jsuis)* ?(?:jhabite|habite|vis|loge|suis installe\w*)(?: \w+)*
(?:je suis|suis|jsuis|etait|jetais)(?: \w+)? plus (?:a|sur|en|dans|de|au|la bas|chez|du) (?!la rue|bout|nouveau|moi|credit|dispo|formation|stage|cours|ecole|l ecole|contact|fond)(?: ?\w+){1,3}
(?:je suis|suis|on est) (?:a|sur|en|au) (?!(?:la|l|lecole|la bourre|cours|formation|stage|bout|fond|retard|train|route|alternance|interim|cdi|cdd|recherche|galere|vacances|paris plage|hopital|rue|chemin|plein|l|pied|jeun|jour|ce|mon|ma|mes|fait|vif|sec|court|nouveau|chomage|rsa|travail|bus|foyer|lycee|fac|prison|centre|depression|larret|cote|arret|peine|attente|garde|voiture|classe|apprentissage|service|mission|bts|terminale|cap|master|licence|sport|foot|courant|telephone|repos|maison)\b)\w+ (?:maintenant|desormais|depuis|a present|mtn|dorenavant|actuellement)(?: \w+)*
retourne\w* (?:vivre |habiter )?chez (?:ma|mon|mes) \w+ a \w+
(?:jai|je suis|suis|vais|me suis|me suis|on a|jsuis|je)(?: \w+)? (?:bouge|parti\w*|partie|rentre|rentree|retourne\w*|installe\w*|mute\w*|reparti\w*|change) (?:a|sur|en|au|vers|de ville|de region|de departement|de pays|dans (?:le|la|une autre|un autre|l)|d adresse|vivre|habiter|definitivement|loin)(?! (?:la maison|vacances|l hopital|cours|lecole|ecole|voyage|rdv|prison|moi|travail|taf|numero))(?: \w+)*
(?:change|changer|changement)(?: \w+)? (?:de ville|de region|de departement|d adresse|dadresse|d appart\w*|dappart\w*|de quartier|de pays|de logement)(?: \w+)*
(?:quitte|quitter) (?:lyon|paris|marseille|la ville|la region|lille|le departement|la france|le quartier|toulouse|bordeaux|nantes|nice|ma ville|le coin)(?: \w+)*
(?:nouvelle|autre|dans une autre|dans un autre) (?:ville|adresse|region|departement)(?: \w+)*
(?:parti|partie|partis) (?:a|sur|en|vivre|au) (?!vacances|cours|voyage|weekend|week|travail)(?:\w+)(?: \w+)*
""",
        ),
    ),
    (
        Intent.HAS_SOLUTION,
        rule(
            "has_solution.said",
            r"""
(?:ete|etre) (?:pris|prise|embauchee?|recrutee?|accepte\w*)(?: (?:en|a|chez|comme|dans)(?: \w+)*|$)|loue (?:un|une|mon)(?: \w+)*|(?:fais|fait|parti\w* en|parti faire) (?:ma|la|une|les)? ?saisons?(?: \w+)*|auto entrepreneur\w*|fais de l ?interim|jintegre(?: \w+)+|au lycee$
(?:a l ?|au |en )(?:afpa|greta|cfa|bts|epide|e2c)|(?:je )?(?:livre pour|suis (?:livreur|livreuse|vendeuse?|vendeur|serveur|serveuse|cuisinier|coiffeuse|macon|chauffeur|aide soignante?|agent|caissiere?|salariee?))(?: \w+)*|contrat (?:est |a ete )?renouvele|(?:je )?(?:pars|entre|rentre) (?:a l ?armee|dans l ?armee|a la legion|en (?:formation|apprentissage|alternance))(?: \w+)*|^(?:service civique|alternance|cdi|formation) depuis(?: \w+)*|(?:on a|jai|on ma|jai eu|on a eu|eu) (?:eu |enfin |obtenu )*(?:un |le |mon )?(?:logement|appartement|hlm|studio)(?: hlm)?(?: \w+)*|(?:deja|jai) (?:un )?(?:rendez vous|suivi) avec ma? (?:conseillere|referente?|educateur)(?: \w+)*|(?:ma|mon|la|le) (?:referente?|educateur|conseillere)(?: \w+)? (?:ma|m a) (?:trouve|inscrite?|eu)(?: \w+)*|deja (?:kelkun|quelquun)(?: \w+)*|(?:travail|travaille)\w* (?:avec|chez|pour) (?:mon|ma|un|une|le|la) (?:oncle|pere|frere|cousin|patron|tante|pote|boite)(?: \w+)*emmenage dans mon(?: \w+)*|mon propre (?:appart\w*|logement|studio)
(?:jai|ai|viens de|je viens d|enfin|jai enfin|jai deja|on ma)(?: (?:deja|enfin|bien|re|trouve|eu|obtenu|decroche|signe|un|une|mon|ma|mes|le|la|du|de|pris|propose|commence|accepte|demarre|retrouve|recupere|signer|obtenir|trouver|avoir|avoir un|avoir une|petit|petite|super|nouveau|nouvelle|bon|des))* (?:travail|cdi|cdd|formation|stage|alternance|l?appart\w*|logement|studio|interim|apprentissage|contrat|apprentis|place en \w+|chambre|foyer|hlm|mission|missions|coloc\w*|patron|employeur|patronne|t1|t2|f1|f2|poste|emploi|ecole|service civique|cej|garantie jeunes?|suivi|accompagnement|referente?|educateur|assistante sociale|conseillere|psy|rsa|chantier|taff|bts|cap|embauche|promesse d ?embauche|logement social|job|autre \w+)(?! (?:de rue|pas|a chercher|quil|plus|cest dur|a trouver|qui me (?:plait|saoule)|finit|se termine|se finit|fini|demain|lundi|mardi|mercredi|jeudi|vendredi|aujourdhui|a \d+h))(?! (?:d )?pas)(?: \w+)*
(?:je suis|suis|jsuis|la|moi|actuellement|maintenant|depuis \w+|je serai|on est|je)(?: \w+)? (?:en|a|au|dans|a l|a la|chez|sous|inscrite? (?:a|en|au)|rentree? (?:a|en)|entre (?:a|en)) (?:un |une |le |la |les |l |mon |ma )*(?:formation|alternance|stage|cdi|cdd|interim|apprentissage|epide|lepide|e2c|le2c|ecole de la (?:2e|deuxieme) chance|lecole de la|lycee|fac|fac de|universite|iut|bts|master|licence|service civique|garantie jeunes?|cej|armee|larmee|legion|poste|terminale|cap|bac pro|mfr|cfa|emploi|contrat (?:pro|d ?apprentissage|jeune|aide|engagement)|mission interim|esat|chantier(?: d ?insertion)?|prepa|ml|rsma|afpa|greta|apprentis d ?auteuil|micro entreprise|auto entreprise\w*|ecole|pompier|marine|pole emploi|france travail|compte)(?! (?:la je|et je peux|a \d+|jusqu\w*|donc|rappel\w*|jusqua|aujourdhui|je rappelle)(?!\w))(?: \w+)*
(?:je|deja|moi je|jai|on|la je|maintenant je|actuellement je) ?(?:bosse|travaill\w*|taffe|bossais|commence (?:un|une|mon|ma|le|la|lundi|demain)|commence a travailler)(?: (?:deja|maintenant|depuis|chez|a|comme|dans|en|au|full|a plein|a mi|mtn|la semaine|pour|avec|tous les jours|la nuit|le)(?! (?:\d+ ?h|demain|ce|jusqu\w*|matin|soir|aujourdhui))(?: \w+)*|$)
(?:deja|je suis|suis|jsuis|bien|je me fais|toujours|encore)(?: \w+)? (?:suivie?|accompagnee?|aidee?|pris en charge|prise en charge|heberge\w*|loge\w*|inscrite?|embauchee?|prise?|recrute\w*|case\w*|salarie\w*|engagee?|scolarise\w*|etudiante?|apprentie?|autoentrepreneur|militaire|interimaire|stagiaire|a mon compte)(?! (?:en compte|pas|pour un con|la tete|au serieux|de court|par (?:surprise|un mec|un homme|quelquun)))(?: \w+)*
deja (?:quelquun|un|une|tout|fait|trouve|regle|vu|ce qu il|ce quil|de laide|en contact|rendez vous|inscrite?|mission locale|la mission|dans|un rendez|un suivi|mon)(?: \w+)*
(?:plus|pu) besoin(?! de (?:temps|details|precisions))(?: \w+)*
(?:je )?commence (?:un|une|mon|ma|le|la) (?:travail|formation|stage|alternance|apprentissage|cdi|cdd|contrat|service civique|mission|boulot|cap|bts)(?: \w+)*
(?:deja|suis) (?:a|en|chez) (?:la )?(?:mission locale|foyer(?: \w+)*|fjt|france travail|pole emploi)(?: \w+)*
quelquun qui (?:maide|m aide|me suit|soccupe)(?: \w+)*|monte ma boite|ouvert ma boite|cree mon entreprise
(?:cest|tout|tt|jai|ca|probleme|tout est|mon probleme|la situation)(?: \w+)? (?:regle|resolu|arrange|trouve|ok de mon cote|rentre dans lordre|gere|bon jai trouve|sarrange|sest arrange)(?! (?:pas|rien|jamais))(?! (?:ca|la facture))(?: \w+)*
(?:je me suis|me suis|je suis) (?:mari\w*|case\w*|pacse\w*|engage\w*|installe\w* avec|inscrite?)(?: \w+)*
(?:jai|ai) (?:trouve|eu) (?:ce quil me faut|du travail|du taff|ma voie|une solution|mieux|ailleurs|par moi meme|quelque chose|un truc|chaussure|quelquun|tout seul|une place|grace)(?: \w+)*
(?:ca va|tout va|tout roule|tout se passe)(?: (?:bien|mieux|nickel|super|tres))* (?:pour moi|maintenant|la|jai trouve|je travaille|jai plus|de mon cote|depuis)(?: \w+)*
(?:on|mon educ\w*|ma conseillere|la mission locale|une asso\w*|une assistante sociale|educateur|mission locale|france travail|pole emploi|une educ\w*)(?: \w+)? (?:soccupe|s occupe|maide|m aide|maccompagne|m accompagne|me suit|maident|ma trouve|me suivent)(?: \w+)*
(?:jai|ai) (?:repris|recommence|commence|demarre|integre)(?: (?:mes|le|la|les|l|mon|ma|une?|en|a|lecole de la))* (?:etudes|cours|lycee|formation|ecole|travail|lecole|fac|stage|apprentissage|alternance|travailler|boulot|bts|cap|boite|e2c|epide)(?: \w+)*
""",
        ),
    ),
    (
        Intent.LANGUAGE,
        rule(
            "language.said",
            r"""
(?:parle|parler|comprend\w*|compren\w*|compr\w*|lis|lire|ecri\w*|ecrire|parl\w*|connais|connait|sais|cause)(?: (?:tres|trop|bien|pas|plus|encore|beaucoup|le|en|peu|un|vraiment|du tout|mal|peut))+ (?:francais|le francais|francai|la langue|lire|ecrire|bien le francais|lire et ecrire)(?: \w+)*
(?:moi |je )?pas (?:bien |beaucoup |trop |parle |parler |comprend\w* |compren\w* |lire |ecrire )+(?:francais|francai|bien)?
pas francais|petit francais|peu francais|francais pas bien|francais difficile|francais (?:tres |trop )?(?:petit|mal|moyen|difficile)
(?:parlez|parle|parler|tu|vous|est ce que vous|quelquun|qui|quelquun qui)(?: \w+)? (?:parle[sz]?|parler|ecri\w*|de)? ?(?:anglais|arabe|espagnol|ukrainien|russe|dari|pachto|pashto|persan|farsi|turc|portugais|roumain|soninke|bambara|wolof|peul|lingala|english|tamazight|kabyle|albanais|armenien|georgien|tamoul|bengali|chinois|italien|tchetchene)
(?:en|in|ecri\w* en|traduire en|version) (?:anglais|arabe|espagnol|ukrainien|russe|dari|pachto|pashto|farsi|persan|english|turc|portugais|roumain|tigrinya|somali|bambara|lingala|italien|chinois|albanais|bengali)
(?:tradu\w+|interprete|google trad\w*)(?: \w+)*
(?:sais|peux|arrive|peut|sait|apprends|ai jamais appris|jamais appris)(?: \w+)? (?:pas|mal|pas bien|plus|a|trop)? ?(?:a |bien |trop |trop bien |tres bien )*(?:lire|ecrire)(?! (?:votre|ton|le lien|l adresse|la suite|maintenant|la date|mes messages?|sur|vos|tes|en ce moment|en voiture|a mes|tout))(?: \w+)*
(?:du )?mal a lire(?: \w+)*
(?:je )?lis (?:pas|mal|pas bien|difficilement|tres mal|avec difficulte|pas trop|pas beaucoup)(?! (?:mes|vos|tes|les) (?:messages?|mails))(?: \w+)*
(?:dyslexi\w+|illettr\w+|analphabet\w+)(?: \w+)*
(?:jai|je|ai|jy|on|y)(?: \w+)? (?:rien|pas|pas tout|pas bien|pas trop|que dalle|r|pas grand chose|rien du tout|plus rien|strictement rien)(?: \w+)? (?:compr\w*|capte\w*|pige\w*|saisi\w*|pas compris)(?! (?:qui|pourquoi vous|comment vous|que vous))(?: \w+)*
(?:compren\w*|compr\w*|capte|pige|comprends|comprend|saisi[st]?|capt|entrave)(?: \w+)? (?:pas|rien|r|que dalle|quedal|pas bien|pas tout|mal|plus|walou|queud)(?! (?:pourquoi|qui|comment vous avez|d ou|a quoi|ce que vous (?:voulez|me voulez)|le but|le rapport|linteret))(?: \w+)*
(?:ecri\w*|parle\w*|explique\w*|dis|dites|message|mots?|phrase|faire|fais|faites)(?: (?:moi|plus|les|des|en|un|mots|peu|ca|avec des|le|trop|est|sont))* (?:simples?|simplement|facile\w*|lentement|clairement|clair|plus court|mots simples|complique\w*|dur a lire|long\w*)(?: \w+)*
(?:trop|cest|message|mots) (?:complique\w*|long a lire|dur a (?:lire|comprendre)|difficile\w* a (?:lire|comprendre)|difficile pour moi|long)(?: \w+)*
(?:envo\w*|fais|faites|laisse\w*|parle\w*|fait|mets|mettez|prefere|plutot|faire)(?: (?:moi|un|des|en|par|le|les|plutot|message|note|juste))* (?:vocal|vocaux|vocale|audio|audios)(?: \w+)*
(?:mon|ma|une?|cest mon|cest ma|quelquun|cest)(?: \w+)? (?:ami|amie|pote|copine|soeur|frere|cousin|cousine|voisine?|fils|fille|educateur|collegue|coloc)? ?(?:qui )?(?:lit|lis|traduit|ecrit|me lit|traduis|ma lu)(?: (?:pour moi|a ma place|vos messages?|le message|tes messages?|pour m aider))(?: \w+)*
(?:pas|mal) compris|compris (?:rien|pas|r)|rien compris|pas compri\w*|pas tout compris
""",
        ),
    ),
    (
        Intent.INSULT,
        rule(
            "insult.said",
            r"""
(?:va|aller|allez|vas|vazy va|alle[rz]?|allez vous)(?: (?:tous|bien|te|vous|donc))* (?:faire (?:foutre|voir|enculer|fourre)|niquer|mourir|crever|te faire|chier|pendre|enculer|faire mettre|vous faire \w+|te faire \w+)(?: \w+)*
(?:vtff|vtf|vtfe|ntm|nique ta (?:mere|race|soeur)|nique (?:ta|vos|tes|votre|ton|sa|la|toi|vous)(?: \w+)?|niquez(?: \w+)*|nike?[rz]?(?: \w+){1,2}|niktoi|(?:robot|bot|machine)(?: \w+)? (?:eclatee?|claquee?|nulle?|pourrie?|bidon|de merde|a chier)|niqu\w+ (?:ta|vos|tes|votre)(?: \w+)?|ftg|tg|ta gueule|tagueule|vos gueules|ferme la(?! (?:porte|fenetre|boutique|cle|maison|classe|barriere|creche|mission|grille|salle|chambre))|ferme ta gueule|fermez la|fermez vos gueules|ferme ta \w+|fdp|fdpt|tdc|pd|enc|pute|putes|fils de (?:pute|chien|pt)|fils de p|salope?s?|salop|salaud\w*|connard\w*|connasse\w*|conard\w*|conasse|enculer?s?|encule\w*|enkule\w*|enculee?s?|batard\w*|batar|bouffon\w*|boufon\w*|abruti\w*|debile\w*|cretin\w*|imbecile\w*|imbesile\w*|idiot\w*|mongol\w*|gogol\w*|attarde\w*|triso|trisomique\w*|guignol\w*|clown\w*|tocard\w*|blaireau\w*|fumier\w*|ordures?|raclure\w*|pourritures?|merdeux|merdeuse|tapettes?|pedale?s?|pd|casse couilles?|casser les couilles|casse les couilles|trou du cul|trou duc|tete de (?:con|cul|mort|noeud)|gros (?:con|porc|naze|tas|batard|lard|bouffon)|sale (?:con|conne|pute|chien|batard|race|arabe|noir|blanc|juif|folle|fou|gros|bouffon|bot|type|mec|merde|clochard|rat|porc|traitre)|cons?|conne|connes|zebi|zbi|kelb|hmar|wallah vous etes des|vous me faites chier|tu me fais chier|faites chier|tu fais chier|vous faites chier|fais chier toi|me cassez les (?:couilles|pieds|burnes|bonbons)|casse les couilles|me cassez|tu me casses|casses? les couilles|cassez les couilles|de la merde|^creve$|tu saoules?|vous (?:me )?saoulez|tu me saoules?|vous etes relou\w*|tes relou\w*|me gonflez|tu me gonfles|tu pues|vous puez|fuck(?: \w+)?|bitch|mange tes morts?|tes morts?|denculer?s?|bande d\w+|tes un chien|suce|sucez|suce moi(?: \w+)?|suce ma \w+|sucer|bande de \w+|cassos|cassoce|casos|racailles?|parasites?|charlots?|branleurs?|branleuse|branlos|incapables?|nuls?$|bons a rien|bon a rien|sous merde|grosse merde|merde a vous|espece de \w+|degages?|degagez|casse toi|cassez vous|barre toi|barrez vous|va te (?:laver|cacher|coucher)|jte baise|je te baise|jvous baise|je vous baise|jvous emmerde|je vous emmerde|je t emmerde|je temmerde|jtemmerde|emmerde toi|baise ta \w+|wallah tes con|putain de (?:robot|bot|merde|service|cons?|machine)|service de merde|de merde votre \w+|votre \w+ de merde|mythos?|menteurs?|menteuse|hypocrites?|pov con|pauvre (?:con|conne|type|tache|fille|merde|mec)|charogne|sac a merde|crevards?|crevure\w*|mes couilles|je men bats les couilles de vous|^fermez?$)
tes (?:qu ?)?une (?:merde|pute|conne|salope)|bande de merdes?
(?:vous|tu|t|tes|vous etes|etes)(?: \w+){0,2} (?:nul|nuls|nulle|nulles|pourris?|a chier|inutiles?|ridicules?|pathetiques?|lourds?|lourde|relous?|des merdes|de la merde|bons a rien|minables?|des (?:voleurs|menteurs|bouffons|clowns|guignols|incapables|escrocs|chiens|batards|rigolos|ordures))(?: \w+)*
""",
        ),
    ),
)
