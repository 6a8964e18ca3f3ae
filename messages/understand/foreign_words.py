"""What the other six languages (and Arabizi, Russian) say: words by language and intent.

Latin lines are regular expressions on folded words; others are plain phrases. No native
speaker has read these lists yet: a text they do not cover goes to a human with its language.
"""

# ruff: noqa: E501  (a phrase of the lexicon is read on one line)
from __future__ import annotations

from messages.understand.rule import words

WORDS: dict[str, str] = {
    "en": r"""
yes: yes(?: please)? | yeah | yep | sure | of course | i (?:would|do|can|will) | i'?m (?:interested|coming) | sounds good | that works | why not | i'?d like (?:to|that) | i want (?:to|it|help) | perfect | alright | all right | i'?ll be there | i need (?:help|a job|a place|housing|work) | call me (?:tomorrow|today|tonight|on \w+|in the \w+|at \w+) | fine by me | great | absolutely | definitely | good for me
no: no | nope | no thanks? | not interested | i don'?t want(?: to| it| this)? | don'?t want | no need | i can'?t (?:come|make it|make) | not coming | i won'?t | never | don'?t call(?: me)? | i am not coming | cannot come | leave it
maybe: maybe | not sure | i don'?t know | idk | perhaps | i'?ll think about it | i'?ll see | depends | might | dunno | let me think
later: later | not now | busy | another (?:time|day) | call (?:me )?(?:back )?later | i'?m (?:at|in) (?:work|class|school) | can we (?:change|move|reschedule|postpone) | reschedule | next week | not today | some other time | wait
stop: (?:quit|cease) (?:texting|messaging|calling|writing|contacting|it)(?: \w+)? | no more (?:messages?|msgs?|texts?|sms|calls?) | ^no more(?: please| thanks?)?$ | go away(?: \w+)? | leave me(?: \w+)? | enough(?: messages| texts| please)? | no (?:sms|msgs?|texts|messages)(?: please)? | (?:please )?(?:delete|remove)(?: (?:me|my number|this number|it))? | (?:don'?t|dont|do not) (?:write|contact|message|text)(?: \w+)* | wrong number(?: \w+)? (?:delete|remove|stop) | (?:take|remove|delete) (?:me|my (?:number|phone|contact))(?: \w+)* | stop (?:all|any|these|your|the) (?:messages|texts|sms) | stop(?: it| please| texting| messaging| sending| now| this| writing| contacting| calling| bothering)?(?: me| messages| that)? | unsubscribe | leave me alone | don'?t (?:text|message|contact|write|call|bother)(?: to)? me(?: any ?more| again| ever)? | do not (?:text|contact|message|call|write|send)(?: me)? | remove (?:me|my number)(?: from (?:your|the|this) list)? | stop (?:the|these|sending) messages | quit | opt out | delete my number | take me off(?: your list)? | (?:don'?t|do not|dont|never) (?:want|wanna|need)(?: (?:to (?:get|receive|hear)|any|your|these|more|any ?more))*(?: (?:messages|texts|sms|from you|calls))+(?: \w+)* | lose my number | forget (?:my number|about me) | erase (?:me|my \w+)(?: \w+)* | block(?:ed|ing)? (?:you|this number|u) | i(?:'?ll| will) (?:block|report)(?: \w+)* | you'?re blocked | (?:take|get|cut|cross) me (?:off|out)(?: \w+)* | enough (?:with|of) (?:the|these|your) (?:messages|texts|sms)
start: start(?: again| messages)? | resume | you can (?:text|write|message) (?:me )?again | start texting(?: me)?(?: again)?
who: who (?:is|are|r) (?:this|you|u|that|it) | who'?s this | who gave you(?: my number)? | how did you get(?: my)?(?: number)? | where did you get | is this (?:a )?(?:scam|real|bot|robot|spam|fake|a joke) | are you (?:a )?(?:bot|robot|real|human|scam) | what is this | who sent you | scam | do i know you | what do you want | who | why (?:do you have|are you texting)
wrong_number: wrong (?:number|person) | i'?m not (?:him|her|that|the) | not my name | i am not (?:him|her|that|the) | you have the wrong | don'?t know (?:him|her|that person|anyone|any|this person|who that is) | no one (?:here )?(?:by|with) that name | this isn'?t (?:his|her|\w+'?s) (?:number|phone) | that'?s not me | it'?s not me
third_party: (?:i'?m|this is|i am) (?:his|her) (?:mother|mom|mum|father|dad|brother|sister|friend|wife|husband|boyfriend|girlfriend|cousin|aunt|uncle) | (?:he|she) (?:is not|isn'?t|'?s not) (?:here|home|available) | i'?ll tell (?:him|her) | (?:he|she) is (?:sleeping|at work|out|in jail|in hospital|in prison)
human: (?:speak|talk|talking|chat) (?:to|with) (?:a |some|the )?(?:human|person|real person|someone|somebody|one|counsellor|adviser|advisor|agent|woman|man|lady|you|people|karim) | call me(?: back| please| now)? | real person | a human | can (?:someone|you|anyone|somebody) call(?: me)? | i want to (?:talk|speak) | i need to (?:talk|speak) | someone to talk | ring me
thanks: thank you(?: so much| very much)? | thanks(?: a lot)? | thank u | cheers | appreciate it
insult: fuck (?:off|you|u|ur\w*)? | fuck | idiots? | asshole | bastards? | bitch | shut up | go to hell | stupid | motherfucker | moron | dick(?:head)? | screw you | piece of shit | piss off | wanker
has_solution: i (?:already )?(?:have|got|found)(?: already)?(?: a| an| my)? (?:job|work|house|flat|place|apartment|training|internship|someone helping|help|social worker|apprenticeship) | i'?m (?:already )?(?:working|in training|employed|studying|being helped) | already (?:working|have|got|sorted) | found (?:a )?(?:job|work|place)
moved: i(?:'?ve| have)? moved(?: to| out| away)?(?: \w+)? | i (?:live|am living|am) (?:now )?in (?:london|another city|another town|spain|germany|belgium|england|italy)(?: now)? | i left (?:the city|town|france|paris|lyon)
phone_change: (?:new|other|another|changed?|different) (?:my )?(?:phone )?number | number (?:has )?changed | my new (?:phone|number) | text me on | write to me on
language: (?:don'?t|do not|can'?t|cannot|dont) (?:speak|understand|read|write)(?: \w+)?(?: \w+)? | no french | in english | english(?: please| only)? | speak english | i'?m (?:english|american|nigerian|from) | not speak | understand french
availability: (?:tomorrow|tonight|today|morning|afternoon|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|any ?time|weekend|after (?:\d+|work|school|lunch)|before \d+|\d+ ?(?:am|pm|o'?clock)|whenever|i'?m free|next (?:week|monday|tuesday|friday))
other: hello | hi | hey | good (?:morning|evening|afternoon)
""",
    "es": r"""
yes: si(?: por favor| quiero| claro)? | claro(?: que si)? | vale | de acuerdo | por supuesto | quiero | me interesa | esta bien | bueno | perfecto | alli estare | voy
no: no | no gracias | no quiero(?: nada)? | no me interesa | no puedo(?: ir)? | nunca | no voy | no hace falta | no necesito(?: nada| ayuda)?
maybe: tal vez | quizas? | a lo mejor | no (?:lo )?se | no estoy segur[oa] | puede ser | depende | ya vere(?:mos)?
later: mas tarde | luego | ahora no | otro dia | estoy ocupad[oa] | despues | en otro momento | la semana que viene | la proxima semana | cambiar la cita | estoy trabajando
stop: (?:basta |por favor |ya )*(?:no|nunca) (?:me|nos) (?:\w+ )?(?:escrib\w+|mand\w+|env[ií]\w+|llam\w+|molest\w+|contact\w+|habl\w+)(?: (?:m[aá]s|nunca|por favor|nada|mensajes))* | basta(?: (?:de|por favor|con|ya|los|estos|mensajes|sms))+ | (?:para|parad|paren|pare) (?:de |ya)(?:\w+)? | no (?:quiero|mas|deseo) (?:mas |recibir )?(?:mensajes|sms)(?: \w+)? | (?:borra|borrad|borren|quita|quiten) mi numero | deja(?:dme|me|nme)? (?:en paz|de \w+)(?: \w+)? | dej(?:a|e|en|ad) de (?:escribir\w*|llamar\w*|molestar\w*|mandar\w*|enviar\w*)(?: \w+)* | para(?:d|r)?(?: de)? (?:escribirme|enviarme|mandarme|molestarme|molestar|escribir|mandar) (?:mensajes)? | (?:ya )?basta(?: ya)? | parad(?: ya)? | no mas(?: \w+)? | (?:dejenme|dejame|dejadme|dejen)(?: \w+)? | (?:quiero |deseo )?darme de baja | no me (?:escribas?|escriban|escribais|mandes?|manden|molestes?|molesten|contactes?|contacten|llames?|llamen)(?: mas)? | dejame(?: en paz| tranquil[oa])? | dejenme(?: en paz)? | basta | no (?:mas|quiero mas|envien mas|me envien mas) mensajes | alto | parar? | darme de baja | baja | cancelar mensajes | borra(?:r|me|d)? mi numero | (?:no|nunca) (?:me )?(?:vuelvan?|vuelvas|volvais) a (?:escribir\w*|llamar\w*|contactar\w*|mandar\w*)(?: \w+)* | (?:borr\w+|quit\w+|elimin\w+|sac\w+)(?:me|nme|dme)? (?:de|mi|mis) (?:\w+ )?(?:lista|numero|datos|contacto)(?: \w+)* | quitenme(?: \w+)* | no quiero (?:saber nada|que me \w+) (?:\w+ ?)* | ya no (?:me )?(?:escriban|escribas|manden|llamen)(?: \w+)* | bloquead[oa]s?
start: reanudar | quiero volver a recibir(?: mensajes)? | volved a escribirme | empezar de nuevo
who: quien (?:eres|es|sois|son|te dio|le dio|os dio|habla)(?: \w+)* | de donde (?:sacaste|sacaron|tienes|tienen|has sacado) mi numero | como (?:tienes|consiguio|conseguiste|tienen) mi numero | es (?:una )?(?:estafa|broma|un robot|verdad) | eres un (?:robot|bot) | que es esto | estafa | quien
wrong_number: numero equivocado | te equivocas(?: de numero| de persona)? | se equivoca(?: de numero| de persona)? | no soy (?:yo|\w+) | no (?:lo|la|le) conozco | no conozco a | persona equivocada | aqui no hay ningun[a]?
third_party: soy su (?:madre|padre|hermano|hermana|amigo|amiga|tio|tia|novia|novio|mujer|marido) | (?:el|ella) no esta | no esta aqui | se lo (?:digo|dire)
human: (?:hablar|habla) con (?:una persona|alguien|un humano|una mujer|un consejero|usted|vosotros|karim) | llamame | llameme | me (?:puede|puedes|pueden) llamar | quiero hablar | persona real | necesito hablar
thanks: (?:muchas )?gracias | mil gracias
insult: mierda | puta | gilipollas | imbecil | cabron(?:es)? | idiotas? | hijo de puta | vete a la mierda | joder | callate | estupid[oa]s? | pendejo | que te den
has_solution: ya (?:tengo|encontre|he encontrado)(?: un| una)? (?:trabajo|piso|casa|curso|ayuda|formacion|vivienda) | estoy trabajando ya | ya trabajo | tengo trabajo
moved: me (?:he mudado|mude)(?: a \w+)? | ya no vivo (?:ahi|alli|en \w+|aqui) | vivo en (?:otra ciudad|espana|madrid|barcelona)(?: ahora)?
phone_change: (?:nuevo|otro) (?:numero|telefono) | cambie de (?:numero|telefono) | he cambiado de (?:numero|telefono) | mi numero nuevo | cambio de numero
language: no (?:hablo|entiendo|comprendo|leo|se leer|hablo bien|entiendo el|hablo mucho)(?: \w+)? | en espanol | espanol(?: por favor)? | habla(?:s|n)? espanol | no frances | castellano
availability: manana(?: por la (?:manana|tarde|noche))? | hoy | esta (?:tarde|noche|manana) | lunes | martes | miercoles | jueves | viernes | sabado | domingo | por la (?:tarde|manana|noche) | a las \w+ | despues de las \w+ | cuando quieras | fin de semana
other: hola | buenos dias | buenas(?: tardes| noches)?
""",
    "uk": r"""
yes: так | да | добре | звичайно | звісно | хочу | згоден | згодна | ок | гаразд | мені цікаво | я прийду | прийду | приду | буду | давайте | авжеж | ага | конечно | хорошо | мені підходить | підходить
no: ні | нет | не хочу | не треба | не потрібно | не цікаво | не можу | ніколи | не прийду | не приду | не надо | не нужно | не интересно | не могу | не буду
maybe: можливо | може бути | не знаю | не впевнений | не впевнена | подумаю | побачимо | может быть | возможно | посмотрим | мабуть
later: пізніше | потім | не зараз | зайнятий | зайнята | іншим разом | наступного тижня | позже | потом | не сейчас | перенести | інший день | на роботі | занят | занята | передзвоню
stop: (?:зупин(?:іть|яйте|ити|и|ітся|іться)|припин(?:іть|яйте|ити)|остановит\w*|прекрат\w*)(?: (?:ці|це|эти|это|писати|писать|повідомлення|сообщения|смс|слати|слать|мені|мне|будь ласка|пожалуйста|мне))* | (?:більше|больше) не (?:пиш(?:и|іть|ите|ить)|надсилай\w*|присылай\w*|турбуй\w*|звоните?|звони|дзвон(?:и|іть)|надо|треба|нужно)(?: \w+)* | (?:досить|хватит|годі)(?: (?:вже|уже|ваших|этих|цих|писати|писать|повідомлень|сообщений|смс|слати|слать|мені писати|мне писать))+ | ^(?:все |ну |всё )*(?:досить|хватит|годі)(?: (?:уже|вже|пожалуйста|будь ласка|спасибо|дякую))*$ | не (?:надсилай\w*|присылай\w*|шліть|шлите|звоните|дзвоніть|(?:хочу|бажаю|желаю) (?:більше |больше )?(?:отримувати|получать|ваших|ваші|повідомлень|сообщений|смс|листів|писем|дзвінків|звонков|спілкуватися|общаться|говорити з вами|говорить с вами|вас|вам|з вами|с вами|щоб ви|чтобы вы))(?: \w+)* | (?:більше|больше) не (?:хочу|бажаю) (?:отримувати|получать|ваших|ваші|повідомлень|сообщений|смс|листів|писем|дзвінків|звонков|спілкуватися|общаться|говорити з вами|говорить с вами|вас|вам|з вами|с вами|щоб ви|чтобы вы)(?: \w+)* | ^(?:я )?не хочу (?:більше|больше)$ | отпишите | відпишіть | отпишись | отписаться | відписатися | отстаньте | отстань | відчепіться | стоп | зупиніться | припиніть | не пишіть | не пиши | не пишите | відпишіть | відписатися | не турбуйте | залиште мене | дайте спокій | відчепіться | не дзвоніть | отстаньте | отписаться | не беспокойте | прекратите | не надсилайте | більше не пишіть | видаліть мій номер | оставьте меня | не надо мне писать | не надо больше | видаліть номер | удалите номер | видаліть мене | приберіть мій номер | удалите мой номер | удалите меня | уберите мой номер | больше не пишите | не звоните | хватит писать | перестаньте писать | перестаньте | не хочу получать | не хочу отримувати | не хочу більше отримувати | забудьте мой номер | забудьте мій номер | заблокую | заблокирую | оставьте в покое | отвалите | отвали | не присылайте | не надсилай | годі писати | перестаньте мені писати | не треба писати | не нужно писать | не надо писать
start: відновити | почати | пишіть знову | продовжуйте | старт | відновіть повідомлення | возобновить | можете писати знову | возобнов\w+ | продолжайте писать | снова пишите | пишите снова | присылайте снова | поновіть | відновіть | знову пишіть | надсилайте знову | хочу снова получать | хочу знову отримувати
who: вы кто | ты кто | ви хто | ти хто | хто ви | хто це | хто ти | звідки | хто дав | це шахрай | шахраї | ви бот | ти бот | що це | кто это | кто вы | кто ты | откуда | вы бот | це розіграш | робот | мошенники | хто вам дав | обман
wrong_number: неправильний номер | не той номер | помилилися номером | помилка | ви помилилися | я не знаю його | я не знаю її | це не я | не туди | не знаю такого | ошиблись номером | вы ошиблись | не тот номер | это не я | не знаю такую
third_party: я його мама | я її мама | я його брат | я її брат | його немає | її немає | я мати | я його сестра | я її сестра | я його друг | я її подруга | передам йому | передам їй | его нет | её нет | ее нет | я його батько
human: поговорити з людиною | поговорити | зателефонуйте | подзвоніть | передзвоніть | жива людина | консультант | позвоните | перезвоните | хочу поговорить | поговорить с человеком | людина | з кимось поговорити
thanks: дякую | спасибі | спасибо | дуже дякую
insult: дурень | дурні | ідіот | ідіоти | сука | блядь | бляд | нахуй | на хуй | иди на | мудак | идиот | козел | придурок | пішов ти | пошел ты | заткнись | довбойоб | іди в жопу | хуй
has_solution: вже маю роботу | маю роботу | знайшов роботу | знайшла роботу | вже працюю | я працюю | вже навчаюся | маю житло | знайшла житло | знайшов житло | уже работаю | нашел работу | нашла работу | мені вже допомагають
moved: я переїхав | я переїхала | переїхав | переїхала | я переехал | я переехала | живу в іншому місті
phone_change: новий номер | інший номер | змінив номер | змінила номер | новый номер | другой номер | сменил номер | мій номер тепер
language: не розумію | не говорю | не понимаю | українською | по русски | по українськи | українська | французькою | не читаю | не вмію читати | французьку | перекладіть | на русском | російською
availability: завтра | сьогодні | понеділок | вівторок | середа | середу | четвер | п'ятниця | п'ятницю | субота | суботу | неділя | неділю | вранці | ввечері | увечері | зранку | після | о \\d+ | сегодня | вечером | утром | вівторок | будь коли | завжди | коли завгодно
other: привіт | добрий день | доброго дня | добрий вечір | здравствуйте | привет | вітаю
""",
    "ar": r"""
yes: نعم | اه | ايه | ايوه | ايوا | اكيد | طبعا | موافق | موافقه | اوكي | تمام | حسنا | ان شاء الله | انشاء الله | يس | واخا | واخه | بالطبع | اريد ذلك | اي | مناسب | يناسبني | ساتي | سوف اتي | ساحضر | ماشي | اريد مساعده
no: لا | لا شكرا | كلا | ما بدي | مابدي | لا اريد | ما اريد | مش عايز | مش عاوز | ما نبغيش | مابغيتش | ما بغيتش | لا استطيع | غير مهتم | ابدا | لست مهتما | ما اقدر | لن اتي | لا يهمني | ما نجيش | لن احضر
maybe: ربما | يمكن | ممكن | لا اعرف | مش عارف | ما بعرف | ماعرفش | لا ادري | سافكر | سنري | لست متاكدا | قد
later: لاحقا | بعدين | مو هلق | ليس الان | مشغول | مشغوله | في وقت اخر | وقت اخر | من بعد | مش دلوقتي | الاسبوع القادم | الاسبوع المقبل | يوم اخر | تاجيل | تغيير الموعد | ماشي دابا | انا في العمل
stop: توقف | توقفوا | قف | ستوب | كفي | كفايه | لا ترسل | لا ترسلوا | لا تراسلني | لا تراسلوني | لا تكتب لي | لا تكتبوا لي | لا تزعجني | لا تزعجوني | اتركني | اتركوني | حل عني | لا تتصل | لا تتصلوا | الغاء الاشتراك | الغاء | اوقفوا | اوقف | بركا | خليني | خلوني | احذف رقمي | احذفوا رقمي | لا اريد (?:هذه |اي |هذي )?(?:ال)?رسائل | ايقاف | خلاص | لا تكلموني | لا تكلمني | ابعدوا عني | ابعد عني | حلوا عني | ما تراسلوني | ما تراسلني | ما تبعتوا رسايل | ما تبعتو رسايل | وقفوا الرسائل | وقفو الرسائل | وقفوا | بعدوا عني | ما تكتبوا لي | توقف عن مراسلتي | توقفوا عن \w+ | كفوا عن \w+ | لا اريد رسائلكم | لا اريد اي رسائل | لا اريد المزيد | ما بدي رسائل | ما بدي رسايل | لا تبعتولي | لا تبعتوا | ما تبعتولي | ما تبعثوا | ما تبعثليش | ما تكتبليش | ما تكتبوليش | ما تعيطوليش | حيدو نمرتي | حيدو نميرتي | مسحو رقمي | امسحوا رقمي | امسح رقمي | شيلوا رقمي | شيل رقمي | ازيلوا رقمي | ازل رقمي | انسوا رقمي | لا تعاود | لا تتواصلوا معي | لا تتواصل معي | باراكا | بركاو | سيبوني | سيبني | دعوني وشاني | دعني وشاني | حبس | حبسوا | فكوني | سئمت من رسائلكم
start: استئناف | ابدا من جديد | عودوا للكتابه | ارسلوا من جديد | اريد الرسائل من جديد | ابدء | استانف | ارجعوا ارسلوا | ارسلوا لي من جديد | ارجعوا للكتابه | عاودوا | رجعوا الرسائل | اريد استئناف
who: من انت | من انتم | مين انت | مين | مين معي | مين معايا | من معي | شكون | شكون انت | من اعطاك رقمي | من اعطاكم رقمي | كيف حصلت علي رقمي | من اين لك رقمي | من وين جبت رقمي | هل هذا احتيال | احتيال | نصب | هل انت روبوت | روبوت | بوت | ما هذا | شو هذا | شنو هذا | من هذا | من هناك | من يتكلم
wrong_number: رقم خطا | الرقم خطا | رقم غلط | الرقم غلط | غلطان | غلطانين | لست انا | لا اعرفه | لا اعرفها | ماعرفوش | مش انا | شخص خطا | لا اعرف هذا الشخص | ليس رقمه | انت مخطئ | مو انا | نمره غلط
third_party: انا امه | انا امها | انا والدته | انا والدتها | انا ابوه | انا ابوها | انا اخوه | انا اخوها | انا اخته | انا اختها | انا صديقه | انا صديقها | هو ليس هنا | هي ليست هنا | ليس هنا | مو هون | غير موجود | غير موجوده | ساخبره | ساخبرها
human: اريد التحدث | اريد ان اتكلم | اريد ان اتحدث | التحدث مع شخص | التكلم مع شخص | بدي احكي | بدي احكي مع | اتصل بي | اتصلوا بي | اتصل | كلمني | عيطلي | عيط لي | شخص حقيقي | انسان | اريد مستشار | موظف | مكالمه | هل يمكنكم الاتصال
thanks: شكرا | شكرا جزيلا | مشكور | يسلمو | بارك الله فيك | جزاك الله | تسلم | شكرا لك | شكرا لكم
insult: احمق | كلب | حمار | يا كلب | يا حمار | كس | زب | قحبه | شرموط | تبا | اغبياء | غبي | انقلع | الله يلعن | لعنه | حقير | كلاب | ابن الكلب | ولد القحبه | اخرس
has_solution: عندي عمل | عندي شغل | وجدت عمل | وجدت عملا | لقيت خدمه | لقيت شغل | انا اعمل | انا ادرس | عندي سكن | وجدت سكن | وجدت سكنا | اعمل الان | عندي مساعده | لدي عمل | لدي سكن
moved: انتقلت | رحلت | غيرت المدينه | لم اعد اسكن | اسكن في مدينه اخري | غيرت السكن
phone_change: رقم جديد | رقمي الجديد | غيرت رقمي | غيرت الرقم | رقم اخر | رقمي تغير
language: لا افهم | ما افهم | لا اتكلم | ما بفهم | لا اقرا | لا اعرف القراءه | ماكنفهمش | بالعربيه | بالعربي | العربيه | فرنسي | الفرنسيه | فرنساوي | عربي | لا اجيد
availability: غدا | بكرا | بكره | اليوم | الاثنين | الثلاثاء | الاربعاء | الخميس | الجمعه | السبت | الاحد | صباحا | الصباح | مساء | المساء | الليله | بعد الظهر | الساعه | غدوا | غدوه | العشيه | اي وقت | في اي وقت
other: سلام | مرحبا | السلام عليكم | اهلا | صباح الخير | مساء الخير
""",
    "prs": r"""
yes: بله | بلی | آره | اره | بلي | هان | حتما | البته | خوب است | درست است | قبول | موافقم | می خواهم | میخواهم | می‌خواهم | میایم | می آیم | خواهم آمد | خوبه | باشه | صحیح است | صحیح
no: نه | نی | نخیر | نه تشکر | نه ممنون | نمی خواهم | نمیخواهم | نمی‌خواهم | نمیایم | نمی آیم | نمیتوانم | نمی توانم | علاقه ندارم | هرگز | لازم نیست | ضرورت نیست | هیچوقت
maybe: شاید | نمیدانم | نمی دانم | نمی‌دانم | مطمئن نیستم | ممکن | فکر می کنم | فکر میکنم | باید فکر کنم | معلوم نیست | نمیدونم
later: بعدا | بعداً | بعدتر | پسان | پسانتر | حالا نه | حالی نه | مصروف | مصروف هستم | مصروفم | الان نه | وقت دیگر | روز دیگر | هفته آینده | کار دارم | سر کار هستم | الان نمیتوانم
stop: بس | بس است | بس کنید | ایست | توقف | پیام ندهید | پیام نده | دیگر پیام ندهید | دیگر ننویسید | ننویسید | مزاحم نشوید | مزاحم نشو | زنگ نزنید | رهایم کنید | مرا رها کنید | شماره ام را پاک کنید | شماره مرا پاک کنید | لغو | ول کن | ولم کن | قطع کنید | نفرستید | استاپ | مسج نکنید | دیگر مسج نکنید | پیام ندین | دیگه پیام نفرستین | پیام نفرستین | مزاحم نشوید | مزاحم نشوید لطفا | دیگر پیام نفرستید | پیام نفرستید | دیگر زنگ نزنید | نمبرم را پاک کنید | شماره‌ام را حذف کنید | شماره ام را حذف کنید | شماره مرا حذف کنید | از لیست حذف | پیام نمیخواهم | پیام نمی خواهم | دیگر مزاحم | راحتم بگذارید | مرا راحت بگذارید | دست از سرم | نمی خواهم پیام | دیگه پیام نده | دیگه پیام ندین | دیگه ننویس
start: دوباره شروع | دوباره بنویسید | شروع | ادامه بدهید | دوباره پیام بدهید | از سر بگیرید
who: کی هستی | کی هستید | شما کی | شما کیستید | کیستی | تو کی | شماره مرا از کجا | شماره من را از کجا | کی شماره | کی داد | چه کسی | ربات | روبات | کلاهبرداری | فریب | این چیست | چی است | کی است | از کجا | شما کی هستید
wrong_number: شماره اشتباه | شماره غلط | اشتباه گرفتید | اشتباه گرفته اید | اشتباه کردید | من نیستم | نمی شناسم | نمیشناسم | غلط زنگ | نمی‌شناسم | نمره غلط | اشتباه
third_party: من مادرش | من پدرش | من برادرش | من خواهرش | من دوستش | من رفیقش | خانه نیست | اینجا نیست | برایش می گویم | برایش میگویم | او نیست | دوستش هستم | برادرش هستم | مادرش هستم
human: با یک نفر گپ | گپ بزنم | صحبت کنم | حرف بزنم | زنگ بزنید | زنگ بزن | تماس بگیرید | با یک انسان | آدم واقعی | یک نفر واقعی | با کسی صحبت | مشاور
thanks: تشکر | ممنون | مرسی | سپاس | مهربانی | خیلی ممنون | بسیار تشکر | زنده باشید | ممنونم
insult: احمق | خر | سگ | لعنتی | کثافت | بیشعور | بی شعور | گمشو | گم شو | دیوانه | کس | حرامزاده | پدر لعنت | خفه شو
has_solution: کار دارم حالا | کار پیدا کردم | کار پیدا کرده ام | خانه پیدا کردم | خانه دارم | وظیفه دارم | مکتب می روم | درس می خوانم | مشغول کار هستم | کار یافتم
moved: کوچ کردم | کوچ کرده ام | شهر دیگر | نقل مکان | به شهر دیگر رفتم | جای دیگر رفتم
phone_change: شماره نو | شماره جدید | نمبر نو | نمبر جدید | شماره ام تغییر | شماره ام عوض | نمبرم تبدیل | شماره دیگر
language: نمی فهمم | نمیفهمم | نمی‌فهمم | فارسی | دری | فرانسوی | فرانسه | خوانده نمی توانم | خوانده نمیتوانم | سواد ندارم | بلد نیستم | یاد ندارم | ترجمه
availability: فردا | امروز | دوشنبه | سه شنبه | چهارشنبه | پنجشنبه | پنج شنبه | جمعه | شنبه | یکشنبه | صبح | شام | عصر | بعد از ظهر | چاشت | ساعت | امشب | هر وقت | هروقت
other: سلام | سلام علیکم | صبح بخیر
""",
    "ps": r"""
yes: هو | هوکی | بالکل | سمه ده | ښه ده | ښه | غواړم | زه غواړم | راځم | زه به راشم | قبول ده | سهي ده | خامخا
no: نه | نه مننه | نه غواړم | زه نه غواړم | نشم | نه راځم | نه شم راتلای | هیڅکله | نه شم کولی | اړتیا نشته
maybe: کېدای شي | کیدای شي | شاید | نه پوهیږم | نه پوهېږم | زه نه پوهیږم | ډاډه نه یم | فکر به وکړم
later: وروسته | اوس نه | بوخت یم | بله ورځ | بیا وروسته | بل وخت | راتلونکې اونۍ | زه بوخت یم
stop: بند کړئ | بند کړه | بس کړئ | بس کړه | بس | مه لیکئ | بس کړه | بس کړئ | ودریږه | ودرېږئ | ودریږئ | پیغام مه راکوئ | پیغامونه مه رالیږئ | مه لیکئ | مه رالیږئ | مه رالېږئ | مزاحم کېږه مه | ما پرېږده | ما پریږده | ما پرېږدئ | ما پریږدئ | زنګ مه وهئ | نور مه لیکئ | زما شمېره پاکه کړئ | زما شمیره پاکه کړئ | نور پیغام مه | پیغام مه | پیغامونه مه | نور پیغامونه مه | شمېره مې پاکه | شمیره مې پاکه | شمېره مې لرې | نه غواړم پیغام | نور زنګ مه | مه مې زوروئ | نور راته مه لیکئ | راته مه لیکئ
start: بیا پیل | پیل کړئ | پیل | بیا ولیکئ | بیا پیغامونه | بیرته پیل
who: څوک یې | څوک یاست | ته څوک | تاسو څوک | چا درکړې | چا درکړی | زما شمېره | زما شمیره | روبوټ | درغلي | دا څه دي | دا څوک دی | دا څوک
wrong_number: غلطه شمېره | غلط شمېره | غلطه شمیره | غلط نمبر | زه نه یم | نه یې پېژنم | نه یې پیژنم | تاسو غلط | تېروتنه | زه نه پیژنم
third_party: زه یې مور یم | زه یې پلار یم | زه یې ورور یم | زه یې خور یم | زه یې ملګری یم | دلته نشته | هغه نشته | کور کې نشته | زه به ورته ووایم
human: له چا سره خبرې | خبرې وکړم | زنګ ووهئ | زنګ ووهه | تلیفون وکړئ | له یو انسان سره | ریښتینی کس | اړیکه ونیسئ | خبرې کول غواړم
thanks: مننه | ډېره مننه | ډیره مننه | کور مو ودان | تشکر | مننه کوم
insult: احمق | خره | سپی | سپیه | لعنت | بې شعوره | ورک شه | خبیث | بې غیرته
has_solution: کار لرم | کار مې پیدا کړ | کار مې پیدا کړی | کور لرم | زه کار کوم | زه درس وایم | کور مې پیدا کړ
moved: کډه مې کړې | بل ښار ته | بل ځای ته | کډه شوی یم
phone_change: نوې شمېره | نوې شمیره | نوی نمبر | شمېره مې بدله | شمیره مې بدله | نوی شمیره
language: نه پوهیږم په | فرانسوي | پښتو | لوستلی نه شم | نشم لوستلای | ژبه | زده نه ده | په پښتو | ژباړه
availability: سبا | نن | دوشنبه | سه شنبه | چهارشنبه | پنجشنبه | جمعه | شنبه | یکشنبه | سهار | ماښام | ماسپښین | بجې | نن شپه | هر وخت
other: سلام | السلام علیکم | سلامونه
""",
    "ar-latn": r"""
yes: ah | aywa+h? | ewa | iyeh | eyeh | ayeh | wakha+ | wa5a | na3am | naam | inchal+ah? | inshal+ah? | inch ?allah | hamdoul+ah | safi wakha | mzyan | mezian | behi | bahi | tamam | akid | ih | n3am | bghit | brit | barka 3lina | 3adi
no: (?:la )+mab\w+(?: walou)? | la+ (?:mabghit\w*|chokran|shukran|ma\w+ch|la|khoya|mabrit\w*|merci|sahbi|machi\w*) | mabghit\w* | mabrit\w* | ma ?bghit\w* | manich? \w+ | ma n9der\w* | man9der\w* | ma ?n9darch | mab8itch | ma ?njich | manjich | lala | walou | machi mohim | la la | ma ?bit(?:ch)?
maybe: ymken | yemken | momkin | mumkin | may?3ref?ch | ma ?n3ref?ch | mana3refch | man3raf?ch | ma3reftch | balak | nchouf | nchoufo
later: men ba3d | mn ba3d | min ba3d | ba3din | ba3d | ghir men ba3d | machi daba | mechi daba | mashghoul | mchghoul | mechghoul | rani mechghoul | ana mechghoul | mazal | sber | stenna | ma ?choul | daba la
stop: la (?:t|to?u)(?:arsil|rsil|ursil|ktub|aktub|z3ij|attasil|tasil|rasil)\w*(?: \w+)* | bezz?af kh?a?las+ | say[ei]?b(?:ou|o)? 3li\w+ | t?wa[q9]+[ae]?f(?:ou|o|u|i) | ma ?t[ea]?(?:s[ie]?f[ie]?t|ket?b|kte?b|3ay[ei]?t|b3a?t|rs[ei]?l|hdr|hder|hdar|b[ea]rz[ea]t|9al9|9el9|sonn?i|3awd|3awed|kel+m|tes+l)\w*(?: (?:liya|lia|li|walou|had|les|messages?|msgs?|sms))* | [9k]t?e?ta3\w* (?:3li\w+|les \w+|had \w+) | wa?[9k]+e?f(?:ou|o|u|i)?(?: (?:had|les|had les|l))* ?(?:messages?|msgs?|sms|rsayel) | kh?[ae]?l+(?:i|iw|iou|ou|o|u|yo|e)?ni(?: (?:trankil\w*|tranquil\w*|f ?rahti|rahti|bo7di|f 7ali|fhali))+ | (?:safi )?kh?a?las+ (?:baraka|ma ?t\w+|les \w+|messages?|msgs?|sms)(?: \w+)* | (?:7|h)[ae]?b[aei]?s+(?:ou?|u|i)?(?: (?!3la )\w+)* | ma ?te?b3a?t\w*(?: \w+)* | ma ?(?:t|n)?3aw?d\w*(?: \w+)? | b3[ae]?d\w* 3li?ya?\w*(?: \w+)? | kh?a?ll?i+w?o?u?ni?(?: (?:trankil\w*|tranquille?|f ?rahti|bo7di))+ | (?:safi )?bara?kat?(?: (?:mn|men|mel) (?:les |had )?(?:messages?|sms))? | ma ?(?:t|n)?(?:b9a\w*|tb9a\w*|tsift\w*|tsiftou\w*|t3ayt\w*|tketb\w*|tekteb\w*)(?: (?:tsift\w*|tketb\w*|t3ayt\w*|tekteb\w*|liya|lia|li|walou))* | barka+(?: 3liya| mn les messages| mel messages)? | baraka(?: men| 3liya)? | safi baraka | 5alini | khalini(?: trankil| f rahti| rahti)? | khelini | khalliwni | bala3 | tla3 mn rassi | matb9ach tseft | wa9af | waqqaf | 7ayed nimirti | fokni | (?:safi )?khlas+(?: baraka)? | (?:sir|siro|b3ed|b3d|ba3d|b3edo?)(?: (?:b3id|3liya|meni|mni|3lia))+ | ma ?b(?:ghit|9it)c?h? ?(?:baghi )?(?:les |l)?(?:messages?|msgs?|sms|r[ae]ss?a[iy]e?l)(?: \w+)* | (?:ma ?|mat|mats?)?(?:ts|s)ift(?:o|ou|i|oli|ouli|olich|oulich|ilich|ich|iwch|och|ouch)\w*(?: \w+)* | mat?3awd(?:o|ou|och|ouch|ch)\w*(?: \w+)* | mat(?:kteb|ktb)\w*(?: \w+)* | ma(?:t)?(?:3ayt|3ayet)\w*(?: \w+)* | (?:7ay+[ed]+|7ayd|hayed|hayd|msa7|mse7|ms7|msah|fsakh|supprimi|effaci)(?:o|ou|i)?(?: \w+)? (?:n[aei]?m[aei]?r\w+|rqm\w*|ra9m\w*|numero\w*|num)(?: \w+)* | bloki(?:t|tkom|tek)\w* | sm7ou?l?i?(?: \w+)* baraka | barakaw? | yezzi | yezi | bezzaf(?: \w+)? messages?
who: chkoun(?: nta| nti| ntoma| m3aya| hada| ntouma)? | chkon | skoun | menou | shkun | ch ?koun | mnin (?:jebti|jebtou|3andek|jbti)(?: \w+)* | chkoun 3tak(?: \w+)* | wach (?:robot|arnaque|bsah|bot|ns7ab|nsab) | chnou hada | chno hada | wesh hada | ach hada | nta chkoun | kifach (?:jbti|3andek) \w+
wrong_number: ghalat | ghalet | ghalta? f nomra | nimero ghalat | nemra ghalta | machi ana | mashi ana | ghlatti(?: f nomra)? | ghlat(?:ti|tou)? | ma ?n3erf(?:ou|o)ch | man3arf(?:ou|o|ha)ch | nomra ghalta | mouch ana
third_party: ana (?:khouh|mou|yemah|okhto|sahbo|bouh|mmo|weld 3ammou|7bibo|mama dyalo|khtou) | (?:howa|huwa) (?:machi hna|mouch hna|makanch|makaynch) | makaynch | makanch hna | ngoul ?lih | ngol ?lih
human: bghit (?:nhder|nahder|n7der|nhdar|ntkellem|nahdar|nehder)(?: \w+)* | n7eb nahder | 3ay?ti?t?[ -]?li(?:ya|a)? | 3ayet li(?:ya)? | 3ayet lia | 3eytoli | 3aytou liya | 3iytou li\w* | 3ayti liya | 3ayetli | 3aytili | bghit chi (?:wa7ed|wahed)(?: \w+)* | ittasil bi | kelmni | klemni | kelmouni
thanks: choukran | chokran | shukran | chukran | sa7it | sahit | saha khoya | lay7afdek | allah y7afdek | barak ?allahou? fik | barakallah ?o?u? ?fik | y3tik saha | y3tik sa7a | lah yhafdek | tbarkallah | jazak allah(?: khair)?
insult: hmar | 7mar | kelb | klb | zebi | zeb | zbi | 9a7ba | kahba | 9ahba | nik mok | nik omok | nikmok | tfou | nta7oun | wld l9ahba | wld el kahba | weld el ?9a?7?h?ba | zamel | t7an | mok | yemak | ya hmar | sir t9awed | sir tkawed | sir t9awd | t9awd | din mok | yan3al \w+
has_solution: l9it khedma | lqit khedma | l9it lkhedma | 3andi khedma | kankhdem | rani nekhdem | rani khedam | rani khddam | khdam | khedam | ana khdam | 3andi dar | l9it dar
moved: r7elt(?: \w+)* | rhelt(?: \w+)* | bdelt (?:lmdina|medina|dar)(?: \w+)* | ma b9itch (?:saken|f)(?: \w+)*
phone_change: (?:nomra|nimero|nemra|numero|numiro) (?:jdida?|jdid|okhra|khra|dyali tbedlat) | bdelt (?:nomra|nimero|nemra|numero) | beddelt (?:nomra|nimero|nemra|numero)
language: ma ?fhemt(?:ch|sh)?(?: \w+)* | mafhemtch | mafhamtch | makanfhem\w*(?: \w+)* | ma ?kanfhem\w* | ma ?n9rach? | man9rach | makan3refch n9ra | ma ?nefhem\w* | mafhamt walou | b l3arbiya | bel3arbi | bel 3arbiya | b darija | bdarija | bl3arbia | m(?:a)?kan9rach | mfhmtch(?: \w+)*
availability: ghedd?a(?: f? ?\w+)? | ghdwa | 8edda | ghodwa | lyoum | el youm | lyouma | f ?l3chiya | l3achiya | l3chiya | sba7 | sbah | f ?sbah | tnin | lkhmis | ljem3a | lkhmiss | fel lil | f ?lil | ayi wa9t | ay wa9t | f ay wa9t
other: salam(?: \w+)? | slm | salam ?alaykoum | salam aleykoum | labas | labess | wech rak | cv labas | ahlan
start: rej+3[ou]+(?: \w+)* | raj3ou(?: \w+)* | 3awdou? (?:ktb\w*|sift\w*|tsift\w*)(?: \w+)* | kemmlou?(?: \w+)*
""",
    # Only STOP and danger are acted on in those below: the rest is a human's to read.
    "pt": r"""
stop: pare(?: de \w+| por favor| com isso)?(?: \w+)? | parem(?: de \w+)?(?: \w+)? | chega de mensagens | nao me (?:escrev\w+|contact\w+|mand\w+|lig\w+)(?: mais)? | me deix\w+ em paz | deix\w+[- ]me em paz | chega(?: \w+)? | para(?: de \w+| com isso)(?: \w+)* | nao (?:quero|desejo)(?: mais)? (?:receber|mensagens|sms)(?: \w+)* | (?:apag\w+|remov\w+|tir\w+|exclu\w+)(?: \w+)? (?:meu|o meu|me|da lista)(?: \w+)* | nao me (?:envi\w+|liguem)(?: \w+)*
language: (?:nao )?(?:falo|entendo|percebo|compreendo|leio)(?: \w+)* | em portugues
start: pode(?:m)? (?:voltar a |me )?(?:escrever|mandar)(?: \w+)* | retomar | recomecar
""",
    "it": r"""
stop: smettetela | smettila | smetti(?: di \w+)? | smettete(?: di \w+)? | basta messaggi | non (?:mi )?scriv\w+(?: piu)? | lasciami in pace | lasciatemi in pace | non contattatemi(?: piu)? | non voglio (?:piu )?(?:ricevere )?(?:messaggi|sms)(?: \w+)* | (?:cancell\w+|toglie\w*|toglimi|rimuov\w+|elimin\w+)(?: \w+)? (?:mio|numero|dalla|il)(?: \w+)* | non (?:mi )?(?:mandat\w+|chiam\w+|contattat\w+|disturb\w+)(?: \w+)*
language: (?:non )?(?:parlo|capisco|leggo|so leggere)(?: \w+)* | in italiano
start: riprend\w+ | ricominciate(?: \w+)*
""",
    "ro": r"""
stop: opriti(?:-va)?(?: mesajele)? | opreste | incetati | inceteaza | nu (?:imi|mi|ma|mai|imi mai)[ -]?(?:mai )?(?:scri\w+|trimi\w+|suna\w*|contacta\w*) | lasati[- ]ma in pace | lasa[- ]ma in pace | nu mai (?:vreau|trimite\w*|scrie\w*|suna\w*)(?: \w+)* | (?:sterge\w*|scoate\w*|elimina\w*)(?:[ -]ma)? (?:numarul|din|meu)(?: \w+)* | nu[- ](?:mi|imi) mai (?:scri\w+|trimi\w+)(?: \w+)* | destul
language: nu (?:vorbesc|inteleg|stiu|citesc)(?: \w+)* | in romana
start: reluati(?: \w+)* | puteti sa-?mi scrieti(?: \w+)*
""",
    "tr": r"""
stop: yeter | dur(?:un)? | yazmay[ıi]n | yazma(?: bana)? | mesaj (?:atma\w*|gonderme\w*) | durdur\w* | beni rahat b[ıi]rak\w* | (?:bana )?(?:art[iı]k )?(?:bana )?(?:bir daha )?(?:mesaj |sms )?(?:yazmay[iı]n|atmay[iı]n|gondermeyin|yazma|atma|aramay[iı]n|gonderme)(?: \w+)? | art[iı]k yeter | yeter art[iı]k | numaram[iı] sil\w* | mesaj istemiyorum(?: \w+)*
language: (?:fransızca|fransizca|turkce) \w+(?: \w+)* | anlam[ıi]yorum
start: tekrar (?:mesaj )?(?:yaz\w*|gonder\w*|at\w*)(?: \w+)* | devam edin | yeniden (?:yaz\w*|basla\w*|mesaj\w*)(?: \w+)*
""",
    "de": r"""
stop: (?:hort?|hoer\w*|hort) (?:bitte )?auf(?: \w+)* | keine nachrichten mehr | lasst? mich in ruhe | schreib\w* (?:mir )?nicht mehr | keine (?:sms|nachrichten)(?: \w+)* | (?:losch\w+|entfern\w+|streich\w+)(?: \w+){0,3} (?:nummer|liste) | schickt?(?: mir)? nichts mehr(?: \w+)* | nicht mehr (?:schreiben|anrufen)
language: (?:ich )?(?:verstehe|spreche|kann) (?:kein|nicht)(?: \w+)*
""",
    "pl": r"""
stop: przestan\w*(?: \w+)* | nie pisz\w*(?: \w+)* | zostaw\w* mnie(?: w spokoju)? | prosze (?:juz )?nie pisa\w+(?: \w+)* | usun\w*(?: \w+){0,2} (?:numer|liste|mnie)(?: \w+)* | nie chce(?: \w+)? (?:wiadomosci|sms)\w*(?: \w+)*
language: nie (?:rozumiem|mowie|umiem)(?: \w+)*
""",
}

# Words that betray a Latin-script language when French shares none of them.
TELLTALES: dict[str, str] = {
    "en": (
        "the is are you your my me i'm im don't dont can't cant what who how this that with from have has"
        " been would could should please want need speak english call number wrong thank sorry hello tomorrow"
        " today later never alone leave again because nothing house job work money help someone where when"
        " why they he she his her him not now yes know think see talk really going get got it's its and for"
        " morning evening tonight stop texting anyone kill die myself live life back people"
        " messaging sending writing contacting list remove beating hitting"
        " fuck off shut bitch bastard idiot interested coming busy maybe sure wait ready free good bad"
        " understand read french to of at of in on it do i but if was will did does there here out up"
    ),
    "es": (
        "hola quien eres que es numero mi gracias por favor quiero necesito hablar espanol entiendo hablo"
        " manana tarde noche ayuda trabajo casa dinero dormir calle llamame estoy tengo soy esta puede"
        " mas tal vez ahora luego nada ya una el los las para con usted pero muy bien si cuando donde como"
        " parad paren escribirme dejadme dejen paz escribas mensajes me lo mal mucho dejame basta numero equivocado conozco vale claro quieres puedo ir dia"
        " vivir morir matar nunca siempre hoy lunes martes jueves viernes"
    ),
    "ar-latn": (
        "chkoun wakha safi khoya kho sahbi labas bghit mabghitch mabghit machi ana nta ntoma hada chno chnou wach mabrit mafhemt rani zan9a"
        " kifach mnin 3afak 3lach 3andi dyali daba ghedda lyoum barka baraka khalini khedma dar chokran"
        " choukran inchallah inshallah mafhemtch l9it hna wallah bzaf bezaf walou mazal 3ayet liya"
        " chi wahed wa7ed ghalat allah hamdoullah mezian mzyan bahi behi khouya ya3ni ma3lich sa7it"
        " na3am aywa salam sba7 l3chiya ktebli 3awni nmout ntkellem nhder manich makan mouch"
    ),
    "pt": (
        "nao falo quem voce voces sou meu minha obrigado obrigada ola quero preciso ajuda trabalho casa numero"
        " portugues frances entendo percebo estou onde dormir hoje noite morrer mensagens pare parem mais eu tenho"
        " por favor bom dia sim me de mim para com uma"
    ),
    "it": (
        "chi sei siete non parlo capisco francese italiano voglio morire grazie ciao sono ho bisogno aiuto lavoro"
        " casa dove dormire stanotte il mio numero per favore basta scrivetemi smettetela messaggi cosa questo buongiorno"
    ),
    "ro": (
        "cine esti sunteti nu vorbesc inteleg franceza romana vreau sa mor multumesc ajutor am nevoie de munca casa"
        " unde dorm noaptea numarul meu va rog mesaje buna ziua sunt ce este asta mai"
    ),
    "tr": (
        "kimsin kimsiniz sen siz bilmiyorum fransizca fransızca turkce konusmuyorum anlamiyorum anlamıyorum istiyorum olmek"
        " tesekkurler merhaba yardim is ev nerede bu kim numara lutfen mesaj evet hayir hayır ben yok var"
    ),
    "de": (
        "ich verstehe kein nicht spreche deutsch franzosisch wer sind sie bist was bitte danke hilfe brauche arbeit"
        " wohnung sterben will mochte guten tag hallo mir mich auf keine nachrichten mehr"
    ),
    "pl": (
        "nie rozumiem mowie po polsku francusku kto jestes dziekuje prosze pomoc potrzebuje pracy mieszkania chce"
        " umrzec dzien dobry numer moj jest czesc wiadomosci"
    ),
}
FRENCH_SHARED = frozenset(
    words(
        "me i'm cant is des on it if job out what's up do in for non stop ok merci free no si es que "
        "mi la el las para con bien mas tal lo mal dormir ya como nada una vale claro numero casa "
        "nuit noche i at to now please do if me sorry yes hello dar chi allah safi ana idiot fuck "
        "back life people top good cool vez esta puede ir usted but inchallah wallah mazal labas kho "
        "khoya sahbi busy live get non no de me sa par sen am il per ho var mon ben yok bu ev cosa ciao casa dorm dormir sim mais mor sou mai va nu ce basta hoy was tag hallo mir numer auf will jest dobry po "
    )
) - {"to", "at", "is", "it", "in", "for", "el", "una", "nada"}

DANGER: dict[str, str] = {
    # The creoles of the Antilles, of Haiti and of Réunion: read as French but for a danger.
    "cpf": r"""
suicide emergency: (?:mwen|man|an|m|mi|moin|mwin) (?:vle|anvi|envi|ve|veu)(?: mwen)? (?:mo|mor|mouri|mouwi|mourir)(?! (?:de|di|ari|ri)) | (?:mwen|man|an|m|mi|moin|mwin) (?:pa|pap|pli)(?: ka)?(?: (?:vle|anvi))? viv(?:re)?(?: anko)? | mi (?:ve|veu) (?:pi|pu|pa) viv\w* | (?:ke|ka|kay|ap|pral|vle|anvi|ve|veu|pou) (?:tchoue|touye|tuye|tie|tye|pann) (?:(?:ko|kor|tet) )?(?:an ?|a ?)?(?:mwen|moin|mwin|mwa|m)
violence emergency: (?:i|li|yo|misie(?: la)?|(?:mari|papa|manman|bopè|bope|bonom|fre)(?: \w+)?)(?: (?:i|ka|ap|te|toujou))* (?:bat|frape|fwape|tape|tap|kongne|kogne) (?:(?:si|su|sou) )?(?:an ?|a ?)?(?:mwen|moin|mwin|mwa|m)(?! (?:on|yon|en) mes| (?:nan|o|au) (?:jwet|foot|domino))
nowhere emergency: (?:pa (?:ni|gen|tini|genyen)|san|na (?:pi|pu|pwin|poin)(?: de)?) (?:kay|kaz|lakaz|case) | (?:pa (?:ni|gen|tini|genyen)|na (?:pi|pwin)) (?:kote|plas|oken kote) pou (?:\w+ )?(?:domi|dormi\w*|dor|rete) | (?:domi|dor|dormi)(?: anko)? (?:(?:nan|an|adan|dan|dann|sou|anba) (?:lari\w*|loto|oto|vwati\w*|pon|somin|chimin|plaj|gar)|dewo|deyo|deor|dehor)
""",
    "en": r"""
suicide emergency: (?:want|going|wanna|gonna|about|plan\w*|ready) (?:to )?(?:die|kill myself|end it|end my life|end it all|jump|hang myself|be dead|disappear forever) | kill(?:ing)? my ?self | end my life | don'?t want to (?:live|be alive|wake up|be here any ?more) | no reason to live | took (?:all |too many |a lot of |my )+(?:pills|tablets|meds) | better off without me | goodbye (?:world|everyone|forever) | wish i was dead | cut(?:ting)? my wrists? | tired of living | better off dead | i'?m going to jump | (?:want|going|wanna|gonna|about|ready|thinking) (?:to |of |about )?(?:end (?:my life|it|everything)|dying|suicide|ending it|killing myself|ending my life) | (?:don'?t|dont|do not|no longer|not) (?:want|wanna) (?:to )?(?:be (?:alive|here)|live|exist|wake up)(?: any ?more)? | took (?:all|too many|lots of|a bunch of|the whole)(?: (?:of )?(?:the|my|these))?(?: (?:bottle|box)(?: of)?)? ?(?:pills|tablets|meds|paracetamol|xanax|it)? | swallowed (?:\w+ )*(?:pills|tablets|bleach|meds) | on the (?:roof|bridge|ledge|tracks|rails)(?: \w+)* | (?:rope|noose|razor|blade)(?: \w+){0,4} (?:ready|neck|wrist\w*|hand) | this is (?:goodbye|the end|my last \w+) | last (?:message|goodbye) | by (?:tomorrow|tonight) i (?:won'?t|will not) be (?:here|alive) | nobody would (?:miss|notice)(?: \w+)* | everyone would be better
suicide concern: self ?harm | hurt(?:ing)? myself | cut(?:ting)? myself | hopeless | can'?t go on | can'?t take (?:it|this) any ?more | depressed | i'?m (?:so )?alone | nobody cares | give up on life | no hope | panic attack
violence emergency: (?:he|she|they|my (?:dad|father|mum|mom|mother|boyfriend|husband|ex|brother|uncle|stepdad)) (?:is|are|was|keeps?|has been|started|'s) (?:beating|hitting|hurting|raping|choking|threatening|punching|kicking)(?: me| us| my)? | (?:he|she|they|my (?:dad|father|mum|mom|mother|boyfriend|husband|ex|brother|uncle|stepdad)) (?:\w+ )?(?:hits?|beats?|beat|hit|hurts?|raped|rapes|threatens|threatened|choked|touches|attacked|punched|locked)(?: me)? | going to kill me | will kill me | wants to kill me | raped | being (?:beaten|abused|followed|threatened) | afraid to go home | scared (?:to go home|of him|of my (?:dad|father|husband|boyfriend|ex))|locked me (?:in|up) | help me please | (?:he|she|they|uncle|husband|boyfriend|father|dad|brother|stepfather|step ?dad|mother|mom|man|men|my \w+|the \w+)(?: \w+){0,2} (?:beats?|hits?|hurts?|rapes?|chokes?|touch(?:es|ed)?|slap\w*|kick\w*|punch\w*|strangl\w*|threaten\w*|burn\w*|locks?|locked) (?:me|us|my (?:mother|sister|brother|son|daughter|mom|kids?)) | (?:says?|said|saying|swears?|told me)(?: \w+)? (?:he|she|they)(?:'?ll| will| would| gonna| is going to| are going to) (?:kill|hurt|find|cut|burn|beat|rape)(?: \w+)* | (?:take|takes|took|keep|keeps|kept) my (?:passport|papers|money from (?:the )?men)(?: \w+)* | (?:force|forces|forced|forcing|make|makes|made) me (?:to )?(?:have sex|sleep with|sell|marry|prostitut\w*|work for (?:free|nothing)|go with (?:men|him))(?: \w+)* | (?:won'?t|not|never|dont|don'?t|doesn'?t) let me (?:leave|go|out|go out) | can'?t (?:leave|get out)(?: \w+)? (?:house|flat|room|apartment|locked) | (?:is|are) (?:outside|waiting)(?: \w+)* (?:knife|gun|bat|bats|kill me)
nowhere emergency: (?:nowhere|no ?where|no place|noplace|don'?t have (?:a place|anywhere)|have no ?where|no where) to (?:sleep|go|stay|live) | homeless | (?:sleep\w*|slept|living|live|i'?m|i am) (?:outside|on the streets?|in the streets?|rough|in my car|at the station|in a car) | kicked (?:me )?out | on the streets? | thrown out | evicted | (?:no|any|without|need|a) (?:place|roof|bed|shelter|where)(?: \w+)? (?:to )?(?:sleep|stay|go|live|tonight)(?: \w+)* | nowhere tonight | (?:kicked|threw|thrown|put|puts) (?:me |us )?out(?: \w+)* | slept? (?:in|at|on|under) (?:the )?(?:street|streets|park|station|bus stop|car|bridge|bench|stairs|doorway|train)(?: \w+)* | sleeping (?:in|at|on|under) (?:the |a |my )?(?:street|streets|park|station|bus stop|car|bridge|bench|stairs|doorway|train|tent)(?: \w+)*
medical emergency: overdosed? on | can'?t breathe | bleeding | call an ambulance | need an ambulance | unconscious | having a (?:seizure|heart attack) | (?:not|isn'?t|stopped|can'?t|cannot|dont|don'?t|doesn'?t|won'?t|barely) (?:breath\w*|wak(?:e|ing)(?: up)?|mov(?:e|ing)|respond\w*) | overdosed | passed out | (?:lot of|so much|losing|coughing|vomit\w*) blood | (?:heart attack|seizure|fainted|collapsed|stabbed|shot) | baby(?: \w+){0,3} (?:fever (?:of )?(?:39|40|41|42)|not (?:moving|eating|drinking|breathing))(?: \w+)* | chest pain
harm_others emergency: (?:going to|gonna|want to|i'?ll|will) (?:kill|stab|shoot|hurt|burn) (?:him|her|them|someone|everyone|somebody|you|my) | have a (?:gun|knife)
child emergency: (?:my|the) (?:baby|child|kid|son|daughter) (?:is )?(?:not breathing|isn'?t breathing|can'?t breathe|in danger|hurt) | hits? my (?:baby|child|kid|son|daughter)
other concern: (?:haven'?t|have not|nothing) (?:eaten|to eat) | no food | i'?m (?:so )?hungry | need help urgently | in danger | i can'?t anymore | (?:don'?t|dont|didn'?t|not|haven'?t|no)(?: \w+)? (?:eat|eaten|food)(?: (?:today|yesterday|since|in|for)(?: \w+)*)? | nothing to eat | (?:cry|crying)(?: \w+){0,2} (?:every (?:day|night)|all (?:day|night|the time)) | (?:so |very |feel |am |really )(?:lonely|alone|empty|hopeless|worthless|depressed) | alone here | feel like nobody(?: \w+)* | can'?t (?:sleep|cope)(?: any ?more)? | i'?m scared | afraid
""",
    "es": r"""
suicide emergency: quiero (?:morir(?:me)?|matarme|suicidarme|desaparecer) | me (?:quiero|voy a) (?:morir|matar|suicidar) | voy a (?:matarme|suicidarme|saltar) | no quiero vivir(?: mas)? | (?:quitarme|acabar con) (?:la|mi) vida | suicidarme | me he tomado (?:muchas |todas las )?pastillas | sin ganas de vivir | no quiero seguir viviendo | (?:no|ya no) quiero (?:seguir|vivir|estar vivo|estar viva|existir)(?: \w+)* | (?:tengo|con) las pastillas(?: \w+)* | (?:me )?(?:tome|he tomado|trague|he tragado) (?:\w+ )*pastillas | voy a (?:acabar|terminar)(?: con)? (?:todo|mi vida|esto) | (?:en|sobre) (?:el puente|la azotea|las vias|el tejado)(?: \w+)* | ganas de (?:morir\w*|matarme) | quiero acabar con (?:todo|mi vida) | cortarme las venas | me corte las venas | adios a todos | cansad[oa] de (?:vivir|la vida)
violence emergency: me (?:pega|pegan|pego|golpea|maltrata|violo|viola|amenaza|quiere matar|va a matar|golpeo|han violado|han pegado) | miedo (?:a|de) volver(?: a casa)? | me tiene encerrad[oa] | (?:marido|novio|padre|padrastro|madre|hermano|tio|el|ella|ex|pareja)(?: \w+){0,3} (?:me|nos) (?:pega|pegan|pego|golpea|golpeo|maltrata|viola|violo|amenaza|mata|matar|va a matar|quiere matar|encerro|encierra|obliga|ahorca|toca)(?: \w+)* | me va(?:n)? a matar | me obliga\w* a(?: \w+)* | no me dejan? salir
nowhere emergency: (?:en|a) la calle | no tengo (?:donde|adonde|sitio|lugar)(?: \w+)? (?:dormir|ir|vivir)? | duermo (?:fuera|en) | me han echado(?: de casa)? | sin techo | no tengo casa | donde dormir | (?:me |nos )?(?:sacaron|echaron|han echado|botaron|corrieron|desalojaron|han sacado)(?: (?:de|del|a la|hoy|anoche))*(?: \w+)* | (?:duermo|dormimos|dormir|dormi|durmiendo|duerme)(?: \w+)? (?:en|bajo|a) (?:la |el |un |una )?(?:calle|coche|parque|estacion|puente|banco|carro|intemperie)(?: \w+)* | (?:donde|sitio|lugar) (?:para )?(?:dormir|pasar la noche)(?: \w+)* | desalojad[oa]s?
medical emergency: sobredosis | no puedo respirar | ambulancia | sangrando | estoy sangrando
harm_others emergency: voy a matar(?:lo|la|los)? | quiero matar(?:lo|la|los)?
other concern: no puedo mas | estoy (?:muy )?(?:mal|sol[oa]|desesperad[oa]|deprimid[oa]) | no he comido | tengo (?:mucha )?hambre | tengo miedo | socorro | ayuda(?: por favor| me)? | tengo miedo | no salgo de la cama | lloro (?:todo|todos|cada|mucho)(?: \w+)* | no conozco a nadie | sin comer | no tengo (?:que|nada (?:que|para)) comer | me siento (?:muy )?(?:sol[oa]|mal|vaci[oa])
""",
    "uk": r"""
suicide emergency: хочу померти | не хочу жити | вбити себе | вб'ю себе | покінчити з собою | покінчу з собою | самогубство | хочу умереть | не хочу жить | убить себя | покончить с собой | убью себя | суицид | випив усі таблетки | випила усі таблетки | випила багато таблеток | випив багато таблеток | наклав на себе руки | стрибну | жити не хочеться | краще померти | повіситися | вкоротити собі віку | не хочу (?:більше |больше )?(?:жити|жить) | (?:все|усе) (?:закінчу|закончу|кінець) | все закінчу | стою на (?:крыше|даху|мосту|мості|краю|подоконнике) | на крыше | на даху | хочу (?:сдохнуть|здохнути|умереть|вмерти) | (?:наглоталась|наглотался|наковталась|наковтався|выпила? (?:все )?таблет\w+|випила? (?:всі |усі )?таблет\w+)(?: \w+)* | прыгну | повешусь | повіш\w+ | порізала? вени | порезала? вены | вскрыть вены | нет смысла жить | немає сенсу жити | прощавайте всі | прощайте все
violence emergency: он меня бьет | меня бьет | бьет меня | меня бьют | муж бьет | отец бьет | чоловік б'є | батько б'є | б'є мене | він б'є | мене б'є | мене б'ють | зґвалтував | зґвалтували | погрожує вбити | боюся йти додому | хоче мене вбити | избивает | бьет меня | меня бьет | меня бьют | изнасиловал | угрожает | погрожує | побив мене | вдарив мене | боюся повертатися | (?:убь[еюё]т|уб'є|вб'є|зарежет|заріже|убить|вбити)(?: (?:меня|мене|нас))(?: \w+)* | (?:сказал|сказала|сказав|каже|говорит|грозит|угрожает|погрожує)(?: \w+){0,3} (?:убь[еюё]т|вб'є|убить|вбити|зарежет|заріже)(?: \w+)* | (?:б'є|бьет|бил|бив|побил|побив|избил|ударил|вдарив|душил|душив|душит|душить) (?:меня|мене|нас|мою|дитину|ребенка|дочку|сына|сина)(?: \w+)* | (?:меня|мене|нас) (?:б'є|бьет|бьют|б'ють|избил\w*|побил\w*|побив|изнасилов\w*|зґвалт\w*|душит|душить|ударил\w*)(?: \w+)* | (?:заперли|замкнули|запер|закрив|закрыл)(?: \w+)* (?:меня|мене) | не (?:выпускает|выпускают|випускає|випускають)(?: \w+)* | забрали? (?:паспорт|документы|документи)(?: \w+)*
nowhere emergency: ніде ночувати | ніде переночувати | негде ночевать | негде переночевать | негде спать | негде жить | на вулиці | ніде спати | ніде жити | немає де спати | нема де спати | нема де ночувати | немає де ночувати | немає житла | вигнали з дому | вигнали | на улице | негде спать | негде жить | негде ночевать | выгнали | бездомний | бездомна | сплю в машині | ночую на вокзалі | сплю надворі | виселили(?: \w+)* | выселили(?: \w+)* | (?:на|сплю на|ночую на|ночуем на|живу на|ми на|мы на) (?:вокзал\w+|вокзалі|улице|вулиці)(?: \w+)* | (?:негде|ніде|нема де|немає де|нема куди|немає куди|некуда) (?:ночува\w+|спати|спать|жити|жить|идти|йти|піти|пойти|переночува\w+|подітися)(?: \w+)* | сплю (?:в парке|в парку|в машине|на лавке|на лавці|в подъезде|в під'їзді)
medical emergency: не можу дихати | швидку | передозування | кров тече | не могу дышать | скорую | передозировка | швидка допомога | викличте швидку | втрачаю свідомість | не (?:дышит|дихає|просыпается|прокидається|реагирует|реагує|двигается|рухається|приходит в себя)(?: \w+)* | задыхаюсь | задихаюся | много крови | багато крові | истекаю кровью | теряю сознание | потерял\w* сознание | втратив свідомість | втратила свідомість | температура (?:40|41|39)
harm_others emergency: вб'ю його | вб'ю її | убью его | убью ее | хочу його вбити | я його вб'ю
child emergency: моя дитина не дихає | дитина не дихає | б'є дитину | ребенок не дышит
other concern: більше не можу | мені погано | дуже погано | мені страшно | я голодний | я голодна | нічого їсти | нема чого їсти | немає що їсти | депресія | я боюся | больше не могу | мне плохо | мне страшно | допоможіть | рятуйте | помогите | зовсім сама | зовсім один | немає сил | нема сил | самотня | (?:плачу|реву) (?:щодня|каждый день|каждую ночь|щоночі|весь|все|постійно|постоянно)(?: \w+)* | погано на душі | плохо на душе | (?:совсем|зовсім|дуже) (?:один|одна|сам|сама|самотньо|одиноко) | мне одиноко | мені самотньо | не сплю ночами | не їла | не їв | не ел | не ела | нечего есть | голодаю
""",
    "ar": r"""
suicide emergency: ساقتل نفسي | سوف اقتل نفسي | ساموت الليله | راح اموت حالي | سانهي حياتي | سانتحر | اريد ان اموت | اريد الموت | بدي موت | بدي اموت | اقتل نفسي | انتحر | انتحار | الانتحار | سانتحر | لا اريد ان اعيش | لا اريد العيش | ما بدي عيش | ما بدي اعيش | نفسي اموت | بغيت نموت | باغي نموت | بغيت نقتل راسي | ابتلعت الحبوب | شربت حبوب | انهي حياتي | انهاء حياتي | ساقفز | تعبت من الحياه | كرهت حياتي | اخذت كل الحبوب | ما عاد بدي عيش | راح انتحر | (?:لم اعد|لا|ما عاد|ما عدت|مش|ما) (?:اريد|بدي|ابغي|عايز|بغيت)(?: ان)? (?:اعيش|عيش|العيش|الحياه|نعيش)(?: \w+)* | (?:سانهي|راح انهي|بدي انهي|اريد ان انهي)(?: \w+)* | (?:بلعت|اخذت|شربت|تناولت) (?:كل |كثير من |جميع )?(?:ال)?(?:حبوب|دواء|ادويه|كاشيات)(?: \w+)* | (?:فوق|علي) (?:السطح|الجسر|السكه|سطح)(?: \w+)* | نقتل راسي | نقتل روحي | نموت راسي | نحب نموت | نبغي نموت | بدي اقتل حالي | اقتل حالي | وداعا | تمنيت الموت | اتمني الموت | مليت من الحياه | عييت من الحياه
violence emergency: يضربني | ضربني | ضربتني | يضربوني | اغتصبني | اغتصبوني | اغتصاب | يهددني | سيقتلني | يريد قتلي | تضربني | خائفه من العوده | خايفه ارجع | خايف ارجع | كيضربني | بيضربني | يعنفني | حبسني | يريد ان يقتلني | هددني | بدو يقتلني | اخاف من العوده الي البيت | (?:قال|يقول|هدد|يهدد|حلف)(?: \w+){0,3} (?:يقتلني|سيقتلني|بيقتلني|يذبحني|غادي يقتلني)(?: \w+)* | (?:زوجي|ابي|والدي|اخي|امي|خالي|عمي|راجلي|صاحبي|خويا|بابا)(?: \w+){0,2} (?:يضربني|ضربني|كيضربني|بيضربني|ضربتني|يعذبني|يعنفني)(?: \w+)* | (?:حبسوني|محبوس|محبوسه|اقفل علي|سد عليا|سكر علي)(?: \w+)* | اجبروني | يجبرني(?: \w+)* | يجبروني(?: \w+)* | اغتصب\w*
nowhere emergency: في الشارع | بالشارع | فالشارع | ليس لدي مكان | ما عندي مكان | ما عندي وين | ماعندي وين نام | ما عندي وين نام | لا مكان للنوم | انام في | بلا ماوي | طردوني | طردني | بدون سكن | فالزنقه | مطرود | مشرد | في الزنقه | اين انام | بلا بيت | ليس عندي مكان | نايم برا | انام في الخارج | (?:ما|ماعندي|ما عندي|ماعنديش|ما عنديش|ليس لدي|ليس عندي|لا يوجد|مالقيت|ما لقيت|معنديش|ما في)(?: مكان)? ?(?:وين|فين|اين|مكان|محل|مطرح|بلاصه|بيت)? ?(?:نبات|انام|نام|ننعس|نرقد|ابات|للنوم|اروح|نمشي|اسكن)(?: \w+)* | (?:نايم|نايمه|انام|بنام|ننعس|نبات|كنبات|كنعس) (?:في|ف|فال|بال|علي|برا|بره|برة)(?: \w+)* | (?:طردوني|طردني|طردتني|خرجوني|خرجني|كحزوني|جراو عليا|طردونا)(?: \w+)* | في المحطه(?: \w+)* | برا البيت
medical emergency: لا استطيع التنفس | ما اقدر اتنفس | اسعاف | الاسعاف | انزف | جرعه زائده | انا انزف | (?:ما|لا|مش|لم يعد)(?: عم)? ?(?:بيتحرك|يتحرك|بيرد|يرد|يتنفس|بيتنفس|يستيقظ|يفيق|بيصحي|يتجاوب|كيتنفس|كيتحرك)\w*(?: \w+)* | (?:ينزف|تنزف|نزيف|دم كثير|اغمي|غايب عن الوعي|فاقد الوعي|فقد الوعي)(?: \w+)* | اختنق | اوفردوز
harm_others emergency: ساقتله | ساقتلها | راح اقتله | غادي نقتلو | بدي اقتله | سوف اقتله
child emergency: طفلي لا يتنفس | ابني لا يتنفس | يضرب ابني | يضرب اطفالي | يضرب بنتي
other concern: لم اعد احتمل | ما عاد اتحمل | تعبت كثيرا | انا خائف | انا خائفه | انا جائع | جوعان | لم اكل | ساعدوني | النجده | انقذوني | انا وحيد | انا وحيده | مكتئب | اكتئاب | ما كليت والو | لا استطيع التحمل | تعبان نفسيا | جوعانه | يائس | تعبت نفسيا(?: \w+)* | نفسيتي (?:تعبانه|زفت|محطمه)(?: \w+)* | (?:ابكي|كنبكي|نبكي|عم ابكي)(?: (?:كل|طول|دائما|ديما))?(?: \w+)* | محطم | محطمه | حزين جدا | حزينه جدا | لا استطيع النوم | وحدي هنا | بلا اكل | ما كليتش | ما اكلت
""",
    "prs": r"""
suicide emergency: می خواهم بمیرم | میخواهم بمیرم | می‌خواهم بمیرم | خودکشی | خودم را می کشم | خودم را میکشم | خودم را بکشم | نمی خواهم زنده | نمیخواهم زنده | از زندگی خسته | زندگی نمی خواهم | دلم مرگ می خواهد | به زندگی ام پایان | همه تابلیت ها را خوردم | قرص ها را خوردم | از زندگی سیر | خود(?:م| ?ام)? ?را (?:می|ب)? ?‌?(?:بکشم|کشم|میکشم|میکشتم|نابود)(?: \w+)* | خودمو (?:میکشم|می‌کشم|بکشم) | خودم را بکشم | نمی ?‌?خواهم (?:دیگر )?(?:زنده|زندگی) | دیگر نمی ?‌?خواهم زنده | خسته از زندگی | بالای (?:بام|پل) | آرزوی مرگ
violence emergency: لت می کند | لت میکند | لت و کوب | مرا می زند | مرا میزند | مرا زد | مرا لت کرد | تجاوز | تهدید می کند | تهدید میکند | مرا می کشد | مرا میکشد | می ترسم خانه بروم | مرا تهدید | کتک | می‌زند | مرا میزنند | (?:شوهرم|پدرم|برادرم|کاکایم|مامایم|دوستم|مادرم)(?: \w+){0,2} (?:مرا|من را)? ?(?:میزند|می زند|می‌زند|زد|لت|کتک|تهدید|میکشد)(?: \w+)* | مرا (?:بندی|زندانی|حبس) | مجبورم (?:می کند|میکند|می کنند|کردند)
nowhere emergency: در سرک | در کوچه | جای خواب ندارم | جای ندارم | جایی ندارم | جا ندارم | بی خانه | بیرون خواب | بیرون کردند | بیرون می خوابم | بیرون میخوابم | در خیابان | سرپناه ندارم | خانه ندارم | بی سرپناه | بیرون انداختند | جایی برای خواب | در (?:پارک|ایستگاه|سرک|کوچه|خیابان|موتر) (?:هستم|میخوابم|می خوابم|می‌خوابم|خواب|استم)(?: \w+)* | جای (?:خواب|بودن|رفتن|ماندن) (?:ندارم|نیست|ندارم) | جایی (?:برای (?:خواب|ماندن)|ندارم) | از (?:خانه|هتل|کمپ) (?:بیرون|کشیدند|کشید)(?: \w+)*
medical emergency: نفس کشیده نمی توانم | نفس نمی توانم | نمیتوانم نفس | نمی توانم نفس | امبولانس | آمبولانس | خون ریزی | خونریزی
harm_others emergency: او را می کشم | او را میکشم | می کشمش | میکشمش
child emergency: طفلم نفس | بچه ام نفس | طفلم را می زند | اولادم را می زند
other concern: دیگر نمی توانم | دیگر نمیتوانم | حالم خراب | بسیار خراب هستم | می ترسم | میترسم | گرسنه هستم | گرسنه ام | کمک کنید | کمکم کنید | تنها هستم | خیلی تنها | افسرده | نان ندارم | چیزی نخورده ام | ناامید | دلتنگ(?: \w+)? (?:و )?ناامید(?: \w+)* | غمگین(?: \w+)* | خوابم نمی(?: |‌)?برد | خواب ندارم | (?:هر|همه) (?:شب|روز) گریه(?: \w+)* | گریه می ?‌?کنم | حالم (?:خوب نیست|بد|خراب)(?: \w+)*
""",
    "ps": r"""
suicide emergency: غواړم مړ شم | مړ کېدل غواړم | مرګ غواړم | ځان وژنم | ځان وژنه | ځان ووژنم | ژوند نه غواړم | نور ژوند نه | له ژونده ستړی | له ژونده ستړې | ځان به ووژنم | ژوندی پاتې کېدل نه غواړم | (?:نور )?ژوند (?:کول )?نه غواړم | ځان (?:به )?وژنم | مرګ ته | له ژونده | مړ کیدل غواړم | ځان وژل
violence emergency: وهي مې | ما وهي | وهل شوی | ووهلم | ګواښ | وژني مې | جنسي تېری | وېرېږم کور ته | ما وژني | ما یې ووهلم | راباندې تېری | (?:مېړه|میړه|خاوند|پلار|ورور)(?: \w+){0,2} (?:وهي|ووهلم|وژني|ګواښي)(?: \w+)* | وهي مې | زما سره تېری
nowhere emergency: په کوڅه | په سړک | د خوب ځای نه لرم | ځای نه لرم | د ویدیدو ځای | بې کوره | له کوره یې وشړلم | وشړلم | بهر ویده | کور نه لرم | په کوڅه کې | د خوب (?:لپاره )?ځای نه لرم | د شپې ځای نه لرم | د اوسېدو ځای نه | د اوسیدو ځای نه | سرپناه نه لرم | په پارک کې | په سټېشن کې | له کوره (?:یې )?(?:ایستلی|وویستلم|وشړلم)
medical emergency: ساه نه شم | ساه نشم | امبولانس | وینه بهیږي | وینه مې بهیږي
harm_others emergency: زه به یې ووژنم | وژنم یې
child emergency: ماشوم مې ساه | زما ماشوم وهي
other concern: نور نه شم | نور نشم کولای | ډارېږم | وېرېږم | وږی یم | وږې یم | مرسته وکړئ | یوازې یم | ډېر خراب | خفه یم | ژغورئ | نا امیده
""",
    "ar-latn": r"""
suicide emergency: (?:bghit|baghi|n7eb|nheb|habit|rani baghi|rah) (?:nmout|nmot|ne9tel rassi|n9tel rassi|n9tel ro7i|nentaher|nmut) | n9tel (?:rassi|ro7i|ra7i) | nentaher | ma ?(?:bghitch|b9itch baghi|bghit) n3ich | mabghitch n3ich | 3yit m(?:e?n|el|l) ?(?:7yat|hayat|had ?lhayat|l7ayat|denya) | krehte? 7yati | kraht hyati | (?:bghit|baghi|baghya|n7eb|nheb|rani|ghadi|bghet)(?: \w+)? (?:nmout|nmot|nmut|ne?9tel|n9tel|nentaher|ntir|nti7|nta7er)(?: \w+)* | (?:chreb|chrob|bla3|khdit|kli)\w*(?: \w+)? (?:dwa|7bob|hboub|kachiyat|lkina|kina|kinat)(?: \w+)* | (?:ma|me) ?b9i?t?i?ch? baghi?(?:a|ya)? (?:n3ich|l7yat) | mellit m(?:e?n|el) l?7yat
violence emergency: (?:kay|ki|y|kat|ta|ra[h7]?o? ?y?|rahou? )?(?:d[re]?[e]?bni|ydrebni|idrabni|drebni|derbni|kaydrebni|kaydrbni|yedrebni|ydarbouni|dar?bouni)(?: \w+)* | ighta?sabni | ghadi y9?k?telni | bagh?i y9telni | khayfa? nrje3(?: \w+)* | khayf(?:a)? mn(?:o|ou|hom)? | (?:rajli|baba|bba|khouya|khoya|mama|mmi|3ammi|khali|sa7bi|7bibi|martou|rajel mama)(?: \w+){0,3} (?:d[re]?r?e?bni|drebni|kaydrebni|ydrebni|yedrebni|kaydrbni|9telni|yqtelni|y9telni|hdedni|hedded)(?: \w+)* | s[ae]?dd?i?t? ?(?:w |o )?3l?i?y?a(?: \w+)* | 7absni | hebsni | 7besni(?: \w+)* | ghadi y9t?e?l(?:ni|ouni)
nowhere emergency: (?:f|fi|fel|f ?l) ?(?:zan9a|zen9a|zanka|znqa|zn9a|charaa|share3|rue) | (?:ma|mand?i|ma ?3andi(?:ch)?) ?(?:fin|win|wayn) (?:nbat|nergoud|nor9od|na3es|n3es|nam|nmchi|ner9ed|nrouh)(?: \w+)* | (?:jraw|jra|tardouni|taredni|jrawni|kherjouni|kharjouni|jraou) ?(?:3liya|mn dar|men dar|mel dar)?(?: \w+)* | ma3andich (?:fin|win|dar)(?: \w+)* | bla dar | n3es (?:berra|barra) | rani (?:berra|barra) | (?:rani|ana|kan|ka)?n?(?:3es|n3es|ne3es|nbat|kanbat|kan3es|nba?t)(?: \w+)? (?:f|fi|fel|fi?l)? ?(?:zan9a|zen9a|zn9a|zanka|berra|barra|gare|la gare|tomobil|jarda)(?: \w+)* | ma ?3?a?ndi(?:ch)? (?:fin|win|fayn)(?: \w+)* | ma3?ndich (?:fin|win|blassa|dar)(?: \w+)* | (?:jraw|jrat|jra|tardo|tardou|kharjo|khrjo|7ayd?o)\w* (?:3liya|3lia|mn dar|men dar)(?: \w+)*
medical emergency: ma ?n9der(?:ch)? ntnef+es\w* | l'?ambulance
other concern: 3yit bezz?af | 3yit bzaf | ma ?b9a?itch (?:9ader|nehmel|n9der)(?: \w+)* | mab9ach fiya | 3awn(?:ou)?ni | 3aw?nouni | ana wa7di | rani (?:wa7di|mrid|mridha|7zin|mdegdeg) | ma klit walou | ma ?klit(?:ch)? | ji3an[ae]? | 3yit(?: \w+)? (?:bezz?af|m[ae]n|mn|men)(?: \w+)* | kanbki(?: \w+)* | ka?nebki(?: \w+)* | nebki(?: \w+)* | (?:7alti|halti) (?:7ala|khayba|mrida)(?: \w+)* | mahmoum\w* | m9ahor | rani (?:ta3ban|ta3bana|3yan|3yana)
""",
    "pt": r"""
suicide emergency: (?:quero|vou) (?:morrer|me matar|matar[- ]me|me suicidar) | nao quero (?:mais )?viver | (?:quero|vou|queria|penso em|vontade de) (?:me )?(?:morrer|matar|suicidar|acabar com (?:tudo|a minha vida|minha vida))(?:[- ]me)? | tomei (?:\w+ )*(?:comprimidos|remedios|pastilhas) | cansad[oa] de viver
violence emergency: (?:ele|ela|meu \w+|minha \w+) (?:me bate|bate[- ]me|me bateu|quer me matar|me violou) | fui violada | (?:padrasto|marido|pai|mae|namorado|irmao|tio|ele|ela|meu \w+|minha \w+)(?: \w+)? (?:me |nos )?(?:bate|bateu|batem|ameac\w+|espanc\w+|viol\w+|estupr\w+|tranc\w+|quer me matar)(?:[- ]me)?(?: \w+)* | (?:bateu|bate|ameacou|violou)[- ]me | me bateu | vai me matar | medo de voltar(?: \w+)*
nowhere emergency: (?:nao tenho )?onde dormir | dormir na rua | durmo na rua | estou na rua | (?:estou|durmo|dormi|dormindo|dormir|vivo) (?:na|no|em) (?:rua|carro|estacao|parque)(?: \w+)* | (?:sem|nao tenho) (?:casa|teto|lugar|sitio|onde)(?: \w+)* | (?:me )?(?:expulsaram|botaram|puseram|expulsou|botou)(?:[- ]me)?(?: \w+)*
medical emergency: nao consigo respirar | nao (?:respira|acorda|reage)(?: \w+)* | ambulancia
other concern: socorro | preciso de ajuda | me ajud\w+ | tenho (?:fome|medo)
""",
    "it": r"""
suicide emergency: (?:voglio|vorrei) (?:morire|uccidermi|suicidarmi|farla finita) | mi (?:ammazzo|uccido) | non voglio (?:piu )?vivere
violence emergency: mi (?:picchia|picchiano|ha picchiat\w+|vuole uccidere|ha violentat\w+|minaccia) | (?:marito|padre|fidanzato|fratello|zio|lui|patrigno|mamma|madre)(?: \w+)? mi (?:picchia|ha picchiato|minaccia|ha chiuso|violenta)(?: \w+)* | mi ammazza | vuole ammazzarmi
nowhere emergency: dove dormire | dormo (?:per strada|fuori|in strada) | sono per strada | non (?:ho|so) (?:un posto |dove )(?:per )?(?:dormire|andare)(?: \w+)* | mi hanno (?:cacciat\w+|buttat\w+)(?: \w+)* | dormo (?:in (?:stazione|macchina|strada)|alla stazione)(?: \w+)*
medical emergency: non respiro | non riesco a respirare
other concern: aiuto | aiutatemi | ho (?:fame|paura)
""",
    "ro": r"""
suicide emergency: vreau sa (?:mor|ma omor|ma sinucid) | ma (?:omor|sinucid) | nu mai vreau sa traiesc
violence emergency: ma (?:bate|loveste|ameninta|violat) | m-a (?:batut|lovit|violat) | vrea sa ma omoare | (?:sotul|tata|fratele|iubitul|unchiul|el|tatal)(?: \w+)? (?:ma|m-a) (?:bate|batut|lovit|ameninta|violat|inchis|omoara)(?: \w+)* | ma bate(?: \w+)*
nowhere emergency: unde sa dorm | nu am unde | dorm (?:pe strada|afara) | (?:n-?am|nu am|fara) (?:unde|loc|casa)(?: \w+)* | m-?au (?:dat|scos|aruncat) afara(?: \w+)* | dorm (?:in (?:gara|masina|parc|strada)|pe strada|afara)(?: \w+)*
medical emergency: nu pot (?:sa )?respir\w*
other concern: ajutor | ajutati-ma | mi-e (?:foame|frica) | (?:mi-e|imi este|mi e) (?:foarte )?(?:greu|rau|frica|foame)(?: \w+)* | plang (?:toata|in fiecare|tot)(?: \w+)* | sunt (?:foarte )?(?:singur\w*|trist\w*|deprimat\w*)(?: \w+)*
""",
    "tr": r"""
suicide emergency: olmek istiyorum | ölmek istiyorum | kendimi oldurec\w+ | intihar
violence emergency: beni (?:dov\w+|döv\w+|olduren\w*|oldurecek) | bana vuruyor | tecavuz | (?:kocam|babam|abim|sevgilim|annem|eşim|esim|amcam)(?: \w+)? (?:beni )?(?:dov\w+|döv\w+|vur\w+|oldur\w+|tehdit\w*)(?: \w+)*
nowhere emergency: kalacak yerim yok | yatacak yerim yok | sokakta(?:yim|yım| kaliyorum| kalıyorum| yatiyorum) | (?:kalacak|yatacak|gidecek|uyuyacak) (?:yerim|bir yerim|yer) yok(?: \w+)* | sokakta (?:uyu\w+|yat\w+|kal\w+)(?: \w+)* | evden (?:att\w+|kov\w+|ciktim)(?: \w+)*
medical emergency: nefes alam[ıi]yorum
other concern: imdat | yardim edin | yardım edin | cok korkuyorum | cok (?:yalniz\w*|yalnız\w*|kotu\w*|mutsuz\w*|korku\w*) | her gun agl\w+
""",
    "de": r"""
suicide emergency: (?:ich )?(?:will|mochte) (?:sterben|mich umbringen|nicht mehr leben) | bringe mich um
violence emergency: (?:er|sie|mein \w+) schlagt mich | er hat mich vergewaltigt | (?:mein \w+|er) (?:hat mich )?(?:schlagt|geschlagen|bedroht|vergewaltigt)(?: mich)?(?: \w+)* | will mich umbringen
nowhere emergency: (?:keinen|nirgends) (?:platz|ort)? ?zum schlafen | auf der strasse | (?:schlafe|bin|lebe) (?:auf der|drau(?:ss|ß)en|am)(?: \w+)* | (?:weiss|weiß) nicht wo(?: \w+)* schlafen(?: \w+)* | kein (?:dach|bett|platz)(?: \w+)*
""",
    "pl": r"""
suicide emergency: chce (?:umrzec|sie zabic) | zabije sie | nie chce (?:juz )?zyc
violence emergency: (?:on )?mnie bije | bije mnie | (?:maz|ojciec|brat|chlopak|on)(?: \w+)? (?:mnie )?(?:bije|pobil|bil|grozi)(?: \w+)*
nowhere emergency: nie mam gdzie spac | spie na ulicy | jestem na ulicy
""",
}
