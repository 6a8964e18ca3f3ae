"""How youths spell, brought to one form: used by text.py on every word.

Canonical form: no accents, no apostrophes. "j'ai", "jai", "g" are all "jai"; "c'est", "c",
"ces" before a word are "cest"; "je" keeps its place before a consonant ("jveux" is "je
veux"); the "ne" of a negation is dropped ("je n'ai pas" is "jai pas").
"""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

import re

from messages.understand.rule import words


def _table(block: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for line in block.strip().splitlines():
        standard, _, forms = line.partition(":")
        for form in forms.split():
            table[form] = standard.strip()
    return table


STANDARD: dict[str, str] = _table("""
oui: woe oe we woui uiii wai ue oui ouii uii ui wui wi oue ouai ouais ouaip ouaiis ouep ouaii wep weep oai vui voui yess yes yep yeah yea yup ye ouiii owi houi moui ouiais
mouais: mouai mwais mwai mouaip
ok: okay oki okok okk okey okai okayy kk okeyy oke okes okie okidoki
daccord: dacc dac dak dakor dacor dakk dacord daccor dakord dacodac
non: nn nan na nop nope nah naan nannn nonn nann nuh noon nonon nno nnon nonnn naon
jamais: jms jamai jammais
je sais pas: chaipo jsaispo jsepo chepo jsaisap chaispo chspas jchaispas jsp jspr jsaispas chepa chaipa chaispas chepas chpa chsp jcpas jc3pas jsaipa jsaispa chaipas jesaispas jesaispa jsepa jspa jsaipas
peut etre: pttr pttre peutetr puetetre peutet ptetree ptet ptete petetre peutetre peutete pt ptetr petet pitetre pe
plus tard: ptard plutard
apres: apre apr
attends: att attend atten atends atend
maintenant: mnt mtn mtnt maint mainten maintenan mintenant
demain: dmn 2min damain deamin dmani dem 2main dm 2m1 demin dmin domain demains
apres demain: apresdemain
aujourdhui: auj ajd ojd aujourd aujourdui aujrd oujourdhui aujourdhuit aujourduis
apres midi: aprem aprm apm apresm apresmidi aprems
attends: atand attand atan
batterie: batri bateri
week end: wk weekend week wkd wknd weeken
rendez vous: rdv rendezvous rdvs rdvous rendevous rdvz
tout a lheure: taleur tta talheure taleure toutaleur toutalheure talleur talheur
bientot: bito bientt biento
qui: ki
quoi: koi kwa kwoi qoi kua
cest: c sest
pourquoi: prk pk pq pkoi prkoi pourkoi prq pourqoi pourkwa porquoi pouquoi pkw
comment: cmt coment comen kmt cmment comant cmnt comman
quest ce que: keske kesk keskon kesske keskeu kestu qesque kesque questce eske
est ce que: esque estceque esk eske eskil
merci: mici mersii meci mercii thnx tenks mrcii merc marci mci merciii cimer thx thanks mercii mrci merciiii merki mercy mersi thanx merciw mr6 mer6 merchi merssi tanks tnx mrc mesi
svp: stp steplait silteplait stplait stpl siouplait stepl
svp: silvousplait svpl sivouplait sivousplait
please: pls plz plise plizz pliz
desole: dsl desolee deso dzl dsle deesole dezole desoler dsoler desoles desolees
salut: slt salu
bonjour: bjr bonjours bjour bonjr bonjoure bonjoir bonjou bjrr bjours bnjr bonj
bonsoir: bsr bonsoire bonswar bsoir bonsoirr
coucou: cc kikou coucouu coukou
tinquiete: tkt tqt tinkiete tinkiet tinquete tinquiette tinkyet tkttt
je: j
jai: g jez
je suis: jsuis chui chuis chu jui chuit jss jsui jsuit jsus jesui chuiss juis jesuis
je vais: jvais jve jvai jv jvait jevais
je peux: jpeux jpe jpeu jpeut jpx jpeus jepeux
je veux: jveux jveu jveut jeveux jvx jveus
je pouvais: jpouvai
je fais: jfai
pas: pa paas pah
que: ke keu
quon: kon
quand: kan kand qd qand
pour: pr pur
dans: ds dan
avec: avc avk aveq avek
tout: tt tou
tous: ts
toujours: tjs tjr tjrs toujour tjours toujrs tjour tojours tjrz
beaucoup: bcp bcoup boucoup bokou bocou bcps
parce que: pask paske parske pcq psk pck parceque pcke pasque pke
quelque chose: qqch qqc qlq qlqch qqchose kelkechose quelquechose
quelquun: qqun qq1 qqn quelqun kelkun qlqun qlqn qquun kelk1 quelqu1 quelquin quelcun
quelque: qq qlque
temps: tps tmps
mais: mai ms
vous: vs vou
nous: ns
meme: mm
plus: plu pluss pu
supprimer: suprimer suprimez suprime supprimé suppr supr
clairement: clairement clerement
rue: ru rrue
dors: dor dore dorre
voiture: voitur voitture bagnole vago
finir: finire
suffit: suffi sufi sufit
ecris: ecri
mecris: mecri nmecri
cest pas: cpas cpa
je prefere: jpref
cest qui: cki ckiki
cest quoi: cquoi ckoi ckwa
envie: envi anvi envies
suicide: suisside suissid suisid suiside sucide suiciide
suicider: suissidé suisside suissider suissidee suisider sucider
bien: bi1 b1 bieng
rien: ri1 r1 riens rieng
vraiment: vrmt vrm vrmnt vraimen vraimt vrement
message: msg mess mesg messge mesage msgs messages mesages textos texto sms messag mssg
numero: nimewo limewo num numeros nume nimero numr nmr numro numerot nums
telephone: tel tph telephones portable tle phone telephonne tlf tlphone tell portables
appelle: aple apl apele appele appelles apelle apelles
appelez: apelez
appeler: apeler appeller apeller
rappelle: rapl raple raplez rapele rappele rappelles rapelle rapelles
rappelez: rapelez
rappeler: rapeler rapeller rappeller
repond: rep repon repons
travail: taf taff boulot job tafff boulo jobs travay travaill
travailler: taffer tafer bosser boser bosse
logement: logemen logment lgt logments logemant
appartement: appart apart apartement appartements appt
formation: formations forma format formasion
mere: daronne reum mereu maman mamn mam
pere: daron reup papa
frere: frero reuf bro frr fre frerot brother frrr
argent: thune thunes fric oseille moula maille tunes ble flouze pognon biff monnaie
semaine: sem semene smn semmaine semaines
heure: heures heur
minutes: min mins minute mn minut
lundi: lun lindi lunndi lundis
mardi: mardis
mercredi: mercredis mercr mercredie mercerdi mecredi mercrdi
jeudi: jeudis jeudie
vendredi: vendr vendrdi vendredis vdredi
samedi: samdi samedis
dimanche: dimanch
matin: mat1 matinee matins
soir: soire soiree
jarrete: jarette
arrete: areter arreteer aret arete arrett arettes arretes aretes arrette arrettes
arreter: aretter aretter arretter
arretez: arraitez arraites arettez arretez aretez arettez arrettez aretai arrettai arretai
arret: arets arrets
stop: sstop stpo stp0 st0p sotp stopp sttop stopppp stooop stope stopez stoppez stoper stopper
pourrais: pourai pourrai pourrait pourais
connais: konais conais connai conai konai
personne: pers persone prsn persn
deja: dja deha
aussi: ossi auci
trop: tro trp tropp
encore: encor enkor ankor encor1 anko manko
besoin: bsoin bezoin besion bsn
trouve: trouver trouvee trouves
sais: sai
veux: veu
comprends: compran komprend comprant compren konpren comprens comprd
comprend: konpran konprann
francais: franci
nouveau: nouv nv nvo nouvo nvx nouvau
numero de telephone: numtel
derriere: deriere
voila: vla
vas y: vsy vasi vazii vazy vasy azy vzy vasi vazi vaz go
frappe: frape frapper fraper frapp tape taper tapper tappe
mourir: mourrir mourire mouriir crever mourrire
suicider: suisider suicid suissider
tuer: tuee buter
mort: morte mrt morts
fatigue: fatiguer fatiguee fatigues fatig
putain: ptn put1 pt1 putin puta1 ptnn
tes: t
tranquille: trankil trankille trkl tranquil
habite: abite habit
cherche: cherch chrche cherches
souhaite: souaite
interesse: interresse interese interresser interessee interesser interesses
carrement: carrem caremen carement karement
evidemment: evidement evidament
bisous: bisou biz bizz bisoux bizou
jour: jr
jours: jrs
autre: otre aute autr
papiers: papelards paperasse
combien: cmb combi1
mademoiselle: mlle
madame: mme md
monsieur: mr msieur mssieu msieu
probleme: pb prb prblm pblm souci problem problemes pbs
conseillere: conseiller conseillers conseilleres conseillier conseiler conseilere
educateur: educ educs educatrice educateurs educatrices
mission locale: ml
psy: psychologue psychiatre psi
police: keufs keuf flics flic condes schmitts
prison: zonzon
chambre: chbre
ecoute: ecout
erreur: erreure ereur erreurs errreur
appel: apel appels
tant: tan
tantpis: tampi
chez moi: cheumoi
chez: che
dormir: dormire dormr dormi
nuit: nui nuits
dehors: dehor deors dehhors dhors
vos: vo
a la rue: alaru alarue
secours: secour secourt sekour
mecris: mekri mekris mekriv mecriv mecrit mecrive mekrive
parle: parl
laisse: laise less laiss laice
supprimer: suprim suprimé supprime supprim
enleve: enlev
retire: retir
oublie: oubli
mappelez: mapelez mapellez mappellez
mappelle: mapel mapelle mappele mapele
desabonnez: desabo
plus: +
arrete: aarrete arreet arrt arette aretes arrtez arretr
bloque: bloke blok
existence: existance existense
plus: pu
pas: ap
prends: pren
frappe: frapent
medicaments: medoc
moi: mwen moin mwin amwen amoin anmwen mwa
laisse: lese leser
message: mesaj mesages mesage
envoie: anvoy anvoye avoye davoye
dormir: domi
dehors: dewo deyo
vivre: viv
ce soir: oswe aswe
aujourdhui: zordi jodi
besoin: bizwen bezwen
svp: souple
argent: lajan
malade: malad
pour: pou
mourir: mouri
partir: pati
sa mere: manman
""")

FILLERS = frozenset(
    words(
        "bonjour bonsoir salut coucou hello hey yo wesh wsh hi re cher chere madame monsieur "
        "mademoiselle frere please svp hein bah ben beh euh heu hum hmm mmh oh ah eh alors donc voila "
        "franchement frchmt serieux srx gros poto reuf khey khoya mec tkt tinquiete desole excusez "
        "excuse wallah wallahi vrm vraiment stv lol mdr ptdr xd haha ahah "
    )
)

_J_WORDS = frozenset(
    words(
        "jamais janvier je jeu jeudi jeune jeunes jour jours journee journees jouer joue jouet juin "
        "juillet juste justement joli jolie jus jean job jobs jaune jugement juge joindre jaloux "
        "jalouse jeter jette jeter jetee jambe jardin jeux joyeux joie jack jules julie julien jerome "
        "jordan jade java jusqu jusqua jusque jacques joseph jonas jonathan joignable jtm jpp jdg jk "
        "jogging jugee jouent jp jap juriste juridique jumeau jumelle jean jenny jessica jimmy jo joe "
        "joel johan john jules judo jeudis jolies jolis joints joint juif juive japon jai je joue "
        "jouais jeune justice just jury jupe jogg "
    )
)
_VOWEL = "aeiouyh"
_CONSONANT_J = re.compile(r"^j([bcdfgklmnpqrstvwxz][a-z]+)$")
_ELISIONS = {"j", "c", "l", "m", "t", "d", "s", "n", "qu"}


def glue(parts: list[str]) -> str:
    """Standard spelling for each word, then elided pairs joined and "ne" dropped."""
    out: list[str] = []
    for word in _elided(parts):
        out.extend(_standard(word).split())
    return _tidy(" ".join(out))


def _elided(parts: list[str]) -> list[str]:
    """Join "j ai", "c est", "qu il" (an apostrophe was cut, or a space written for it)."""
    out: list[str] = []
    for word in parts:
        before = out[-1] if out else ""
        if before == "aujourd" or (len(before) > 3 and before.endswith("qu")):
            out[-1] = before + word
        elif before in _ELISIONS and _elides(before, word):
            out[-1] = word if before == "n" else before + word
        else:
            out.append(word)
    return out


def _elides(before: str, word: str) -> bool:
    return word[0] in _VOWEL and word.isalpha() and (before != "c" or word[0] == "e")


def _standard(word: str) -> str:
    known = STANDARD.get(word)
    if known is not None:
        return known
    if word[0] != "j" or word in _J_WORDS:
        return word
    found = _CONSONANT_J.match(word)
    if found:
        return "je " + STANDARD.get(found[1], found[1])
    return word


_TIDY = (
    (
        re.compile(
            r"\bn(?=(?:ai|est|as|a|ont|avez|avons|avais|avait|etais|etait|aurai|ira|irai|es|y|en)\b)"
        ),
        "",
    ),
    (re.compile(r"\b(?:ne)\b ?"), ""),
    (
        re.compile(
            r"\bje (?=(?:ai|aime|aurai|avais|irai|etais|arrete|habite|arrive|attends|ecris|en|y|entends)\b)"
        ),
        "j",
    ),
    (re.compile(r"\bce est\b"), "cest"),
    (re.compile(r"\bsil (?:te|vous) plait\b"), "svp"),
    (
        re.compile(
            r"\bsa (?=(?:va|me|minteress\w*|minteresse|marche|fait|depend|mint|m|roule|sert|sera|ira|te|derange|tombe|existe|suffit|ser)\b)"
        ),
        "ca ",
    ),
    (re.compile(r"\btu (es|as)\b"), r"t\1"),
    (re.compile(r"\b(chez|avec|pour) (?:moua|mwa)\b"), r"\1 moi"),
    (re.compile(r"\bcest (?=a |as )"), "cest "),
    (
        re.compile(
            r"\b(?:man|an|mi) (?=(?:pas|bout|ka|pe|ni|vle|le|anvi|envie|ve|peu|kone|na|ral|gagn)\b)"
        ),
        "je ",
    ),
    (re.compile(r"\bje (?:ve|vle)\b"), "je veux"),
    (re.compile(r"\bje pe pli\b|\bje pe plus\b|\bje peu plus\b"), "je peux plus"),
    (re.compile(r"\bje veux mor\b"), "je veux mourir"),
    (re.compile(r"\bplease (?=de |d |bien|en |rien|jamais)"), "plus "),
    (re.compile(r" +"), " "),
)


def _tidy(text: str) -> str:
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text)
    return text.strip()
