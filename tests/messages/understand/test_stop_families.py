"""STOP by family: what each way of saying it hears, and what only looks like it."""

# ruff: noqa: E501  (tables of texts)
import pytest

from messages.understand import scan
from messages.understand.optout import may_be_stop
from messages.understand.text import normalise
from tests.messages.understand.reads import intents

HEARD = {
    "contact refused": ["appelez pas ecrivez pas", "envoyez plus rien a ce numero", "plus la peine de mecrire", "merci de ne plus m'importuner", "jveux pu de vo msg", "ne me recontactez pas", "recontactez moi plus"],
    "somebody else's": ["dites a votre collegue que jveux plus quelle m'ecrive", "ne lui écrivez plus", "laissez ma fille tranquille", "merci de ne plus lui envoyer de messages", "enlevez le de votre liste"],
    "ceasing": ["tu spam arrete", "aréT 2 mécrir stp", "coupez les messages", "jaimerais quon arrete la les messages", "marre de vos sms", "zero sms svp", "on en reste la", "ma conseillère m'appelle plus, arrêtez vos messages"],
    "a list left": ["jveux plus etre dans votre fichier", "possible de plus etre dans votre liste de sms", "vous pouvez me rayer", "sortez moi de vos envois", "pas interessé, a supprimer", "je retire mon consentement", "bloctel"],
    "a threat": ["jvais bloquer le numero si sa continue", "jvous bloque si vs continuez a ecrire", "encore un message et je porte plainte", "spam signalé au 33700", "3eme fois, je saisis la CNIL si vs recommencez", "vous me harcelez là"],
    "no way left": ["ca sert a rien de continuer a menvoyer des trucs", "ça sert à rien d'insister", "mes parents veulent pas que vous mecriviez", "je veux pas de votre aide arretez", "degage avec ton bot", "jveux plus kon m'appelle ni par tel ni par sms", "vous allez me lacher oui ou non", "nan mais stop quoi j'ai deja un taf", "arrettai ca svp", "non stop, pas interessée", "stop jtaffe deja", "c'est qui cette personne m'ecrivez plus jamais"],
    "said again": ["jai deja dit d'arreter 3 fois vs etes sourds ou quoi", "8 msg ce mois ci c bon la", "deja 4 msg cette semaine ca suffit", "jvous ai dit stop hier deja", "j'ai déjà envoyé STOP deux fois", "tu comprends pas le mot stop ?", "je vous avais demandé d'arrêter de m'ecrire", "je vous ai deja dit non 4 fois", "combien de fois faut dire stop"],
    "a slip or a sign": ["plus dmsg", "khalas", "s.t.o.p", "S T O P", "satop", "stip", "STPO", "stopstop", "Stoppé", "stp slt stp arrt", "+ de sms svp", "plz pls de msg", "⛔", "🛑🛑"],
    "an order after a reason": ["vasy arrete", "c fini la mission locale pr moi supprimez", "jpeux plus voir vos messages stop", "vos aides ca minterresse pas arretez", "arreté svp mon patron il voit tout", "tg le robot arrete", "5e msg c trop, coupez svp", "dezabonné moi"],
    "few words of French": ["pas ecrire encore", "svp vous pas ecrire moi", "finir message svp", "pas envoyer encore merci"],
    "other tongues": ["pa ekri m ankò souple", "sispann voye mesaj", "arété di voyé mésaj", "mi vé pi ou i ékri a mwin", "remove my number please", "bay mwen repo", "kite m trankil", "mwen pa vlé mésaj", "khalas ma tseftouch messages", "9ta3 3liya", "хватит писать", "не хочу більше ваших повідомлень", "mi veu pi recevoir zot mesaj", "pa ekri mwen anko", "Lésé mwen trankil", "arèt anvoy amoin mésaj", "artık bana yazmayın", "khalliwni trankil, matsiftolich msg", "habess les messages", "para de me mandar mensagem", "خلاص لا ترسلوا"],
}  # fmt: skip
NOT_STOP = {
    "not done": ["jallais mettre stop mais vazy appelle", "j'ai failli repondre stop mais ok", "je peux pas arretez de fumer"],
    "on the road": ["arretez vous au rond point", "one more stop and i am there", "can you stop by tomorrow", "je viens en stop dsl du retard"],
    "done already": ["plus la peine de me rappeler pour le cv, la dame m'a appelé", "pas besoin de me rappeler on ma deja repondu"],
    "missing": ["vu 1 fois apres plus rien", "de plus en plus mal", "plus rien compris", "je veux mettre fin à tout ça", "plus de chauffage plus d'electricité et le bb tousse", "не хочу більше жити", "хватит на жизнь", "pa gen kote dòmi ankò", "mwen pa resevwa mesaj la ankò"],
    "another channel": ["pa ekri, rele m pito", "pas ecrire, appeler svp", "mappelez pas, ecrivez, jprefere", "oui mais m'appelez pas, par sms", "plus de sms appelez moi plutot", "arretez de m'appeler en masqué, ecrivez c mieux", "écrivez moi plus ici mais sur whatsapp"],
    "another number": ["supprimez l'ancien numéro, voici le nouveau 06 39 98 12 34", "ecrivez plus sur ce num, jen ai un nouveau : 06 39 98 10 11"],
    "an hour": ["stop les appels le soir", "stop les messages a minuit svp", "ecrivez plus lentement svp", "Pas de messages si tôt le matin svp", "m'appelez pas je suis en cours", "le soir, en journée lachez moi jdors mdr"],
    "something else ceased": ["arretez avec la mission locale", "jai deja dit d'arreter a mon ex", "ARRETEZ DE DIRE QUE JE FOUS RIEN", "arretez de mappeler monsieur", "arrêtez de m'appeler Kevin", "arretez les papiers compliqués", "stop les petits boulots", "stop au chomage lol", "stop deux sec jsuis occupé", "non stop dispo en ce moment"],
    "others": ["elle me contacte plus", "personne me laisse tranquille au foyer", "mon ex a bloqué mon numero", "jveux plus lui parler", "jlui dis stop il continue", "les autres associations ont toutes arreté de mappeler", "ils m'ont jamais recontacté", "appelez plus ma mère, c'est moi qui réponds", "j'ai porté plainte contre mon ex", "ma mere m'a dit casse toi", "comment faire pour qu'il arrete de m'ecrire"],
    "elsewhere": ["bloquez moi le creneau", "je retire ma plainte", "retirer de l'argent", "jai ete desinscrit de france travail", "j'ai résilié free", "je veux me désinscrire de pole emploi", "je bloque sur mon cv", "sortez moi de la rue", "j'ai plus de contact avec mes parents"],
    "a question": ["pourquoi vous ecrivez plus ?", "ça veut dire quoi repondre STOP", "si je mets stop je peux revenir apres ?", "vous arretez a quelle heure", "y a ecrit stop en bas, c une pub ou quoi"],
    "kept": ["ecrivez moi", "lachez rien", "effacez pas mes photos", "il m'a dit d'attendre", "jtaffe non stop", "non stop je bosse en ce moment", "pourquoi vous m'ecrivez plus jamais", "please dont stop sending me messages", "you don't have to stop, I was just sleeping", "لا توقفوا الرسائل من فضلكم", "не припиняйте писати", "me rayez pas de la liste svp", "merci de pas m'avoir oublié", "plus besoin d'aide pour l'instant mais gardez mon numéro"],
    "more of it": ["envoyez plus de détails", "envoyez moi plus d'infos", "je reçois plus vos messages c'est normal ?", "pas la peine d'appeler avant 10h"],
    "news of others": ["ma conseillère m'appelle plus", "mon tel était bloqué", "je me retire du concours", "annulez l'inscription au permis", "ça suffit les refus de patrons", "on s'arrête là pour aujourd'hui à demain"],
    "surprise": ["stop stop jdeconne", "nan mais arretez yavait trop de monde", "arretez j'ai attendu 2h", "arrête, c'est vrai ?", "nan mais stop c trop beau pour etre vrai", "stop non attend jme suis trompé oui vas y appelle"],
    "enough": ["ca suffit pas 300e pour vivre", "un msg suffit", "svp plus tard", "assez de galérer, un logement"],
}  # fmt: skip
BESIDE = [
    ("reminder", "je viens pas et oubliez mon numero", {"no"}),
    ("reminder", "oui je viens mais apres ca plus de sms", {"yes"}),
    ("followup", "oui ca s'est bien passé, plus la peine de me relancer", {"yes"}),
    ("slot", "jamais. et menvoyez plus rien", {"no"}),
    ("menu4", "vos aides ca minterresse pas arretez", set[str]()),
    ("open", "stop c le portable de ma femme ici", set[str]()),
    ("open", "merci pour tout mais jprefere quon en reste la", {"thanks"}),
    ("first_contact", "stop cest pas mon tel", {"wrong_number"}),
    ("first_contact", "pas moi. stop", {"wrong_number"}),
    ("open", "Stop. merci a la dame quand meme", {"thanks"}),
    ("first_contact", "pa ekri m ankò", {"language"}),
]
RESUMED = ["remettez moi dans la liste", "STRAT", "rebranchez moi", "javais dit stop mais en vrai reprenez", "c'est mon petit frere qui a tapé stop, remettez moi", "tekrar mesaj gönderin lütfen", "возобновите сообщения пожалуйста"]  # fmt: skip


@pytest.mark.parametrize("text", [t for texts in HEARD.values() for t in texts])
def test_each_family_of_stop_is_heard(text: str) -> None:
    assert scan(text).stop


@pytest.mark.parametrize("text", [t for texts in NOT_STOP.values() for t in texts])
def test_what_only_looks_like_stop_is_none(text: str) -> None:
    assert not scan(text).stop


@pytest.mark.parametrize(("asked", "text", "also"), BESIDE)
def test_what_is_said_beside_a_stop_is_kept(asked: str, text: str, also: set[str]) -> None:
    assert intents(text, asked=asked) == {"stop", *also}


@pytest.mark.parametrize("text", RESUMED)
def test_who_wants_the_messages_again_is_heard(text: str) -> None:
    assert scan(text).start and not scan(text).stop


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("jen veux plus de tout ca", True),
        ("ras le bol, fini pour moi", True),
        ("oui demain", False),
        ("ne me bloquez pas jai juste plus de credit", False),
        ("jveux re recevoir vos sms", False),
        ("mappelez pas, ecrivez", False),
    ],
)
def test_a_word_of_stop_is_only_a_hint(text: str, may: bool) -> None:
    assert may_be_stop(normalise(text)) is may
