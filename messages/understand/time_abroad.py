"""Before the days and hours of a text are read: those said in the catalogue's other languages
are turned into French; what cannot be turned for sure is left to a human."""

# ruff: noqa: E501
from __future__ import annotations

import re

from messages.understand.text import fold

# French words: how they are said in English, Spanish, Ukrainian and Russian, Arabic, Dari, Pashto.
# The order of the lines counts: "pasado manana" before "manana".
_TABLE = """
apres demain: day after tomorrow | pasado manana | післязавтра | послезавтра | بعد غد | بعد بكره | پس فردا | بل سبا
ce matin: this morning | esta manana | сьогодні вранці | сегодня утром | هذا الصباح | امروز صبح
matin: in the morning | por la manana | de la manana | en la manana | morning | вранці | зранку | ранку | утром | утра | صباحا | في الصباح | الصباح | صبح | سهار
cet aprem: this afternoon | esta tarde
aprem: in the afternoon | por la tarde | de la tarde | en la tarde | afternoon | після обіду | після полудня | после обеда | بعد الظهر | بعد از ظهر | ماسپښين | العصر
ce soir: this evening | tonight | esta noche | сьогодні ввечері | сегодня вечером | هذا المساء | الليله | امشب
soir: in the evening | por la noche | de la noche | evening | ввечері | увечері | вечора | вечером | вечера | مساء | في المساء | المساء | شام | ماښام
midi: at noon | noon | al mediodia | mediodia | опівдні | в полдень | ظهرا | ظهر | غرمه
demain: tomorrow | tmrw | tmr | manana | завтра | غدا | بكره | بكرا | فردا | سبا
aujourdhui: today | hoy | сьогодні | сегодня | اليوم | امروز | نن
mardi: tuesday | el martes | martes | вівторок | вівторка | вторник | يوم الثلاثاء | الثلاثاء | الثلاثا | سه شنبه | سهشنبه
mercredi: wednesday | el miercoles | miercoles | середу | середа | среду | среда | يوم الاربعاء | الاربعاء | چهار شنبه | چهارشنبه
jeudi: thursday | el jueves | jueves | четвер | четверг | يوم الخميس | الخميس | پنج شنبه | پنجشنبه
dimanche: sunday | el domingo | domingo | неділю | неділя | воскресенье | يوم الاحد | الاحد | يك شنبه | يكشنبه
lundi: monday | el lunes | lunes | понеділок | понеділка | понедельник | يوم الاثنين | الاثنين | دو شنبه | دوشنبه
vendredi: friday | el viernes | viernes | п'ятницю | п'ятниця | пятницю | пятницу | пятница | يوم الجمعه | الجمعه | جمعه
samedi: saturday | el sabado | sabado | суботу | субота | субботу | суббота | يوم السبت | السبت | شنبه
ou: or | або | или | او | يا
et: and | і | و
apres: after | despues de las | despues de | після | после | بعد الساعه | بعد
avant: before | antes de las | antes de | до | قبل الساعه | قبل
entre: between | between the | entre las | між | между | بين
"""
# Words that carry no time: beside them a day or an hour is still sure.
_HARMLESS = frozenset(
    fold(
        """
    ok oui yes yeah si claro vale так да نعم اه بله هو اي please por favor gracias thanks thank you merci svp
    будь ласка пожалуйста дякую спасибо من فضلك شكرا لطفا تشكر مننه
    hello hi hola bonjour привіт привет добрий день سلام السلام عليكم مرحبا
    i am im free available can call me you is fine works for on at the around about it be would will
    puedo estoy libre disponible llamame llama me puede puedes el la las a en de sobre esta bien
    я можу могу вільний вільна свободен свободна о об в у на подзвоніть позвоните мене мне
    الساعه ساعه علي في يوم انا ممكن اتصل بي متاح فاضي اتصلوا روز به در ميتوانم زنگ بزنيد ازاد استم هستم په بجو بجه
    """
    ).split()
)
# Days and hours of other languages, or words that move one: seen, never guessed.
_UNSURE = (
    "next night ayer yesterday proximo proxima semana "
    "domani oggi dopodomani lunedi martedi mercoledi giovedi venerdi sabato domenica pomeriggio mattina stasera "
    "amanha hoje segunda terca quarta quinta sexta noite noche "
    "maine azi marti miercuri joi vineri sambata duminica "
    "yarin bugun pazartesi carsamba persembe cuma cumartesi pazar "
    "morgen heute montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "jutro dzisiaj poniedzialek wtorek sroda czwartek piatek sobota niedziela "
    "ghda ghedda ghadda ghedwa lyoum lyouma lioum tnin tlat larb3 lkhmis jem3a sebt demen"
)


def _one_of(phrases: str) -> str:
    listed = sorted((fold(p.strip()) for p in phrases.split("|")), key=len, reverse=True)
    return rf"(?<![\w'])(?:{'|'.join(listed)})(?![\w'])"


_LINES = [line.partition(": ") for line in _TABLE.strip().splitlines()]
_FRENCH = tuple((re.compile(_one_of(said)), french) for french, _, said in _LINES)
_TIMES = re.compile(
    "|".join(_one_of(said) for french, _, said in _LINES[:-5])
    + "|"
    + _one_of(_UNSURE.replace(" ", "|"))
)
_SCRIPT = re.compile("[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})(?:[:.h]([0-5]\d))? ?([ap])\.?m\.?(?!\w)")
_BARE = re.compile(
    rf"(?<![\w'])(?:at|around|about|a las|las|о|об|{fold('الساعة')}|{fold('ساعت')}) (\d{{1,2}})(?![\w:./])"
)


def is_abroad(folded: str) -> bool:
    """True when the text is in another script, or names a time in another language."""
    return bool(_SCRIPT.search(folded) or _TIMES.search(folded) or _CLOCK.search(folded))


def in_french(folded: str) -> str | None:
    """The same days and hours in French words; None when any other word is not known to be
    harmless: it could refuse the day, or be one."""
    text = _CLOCK.sub(_on_24_hours, folded)
    text = _BARE.sub(r" \1h ", text)
    french: set[str] = set()
    for pattern, word in _FRENCH:
        text, count = pattern.subn(f" {word} ", text)
        french.update(word.split() if count else ())
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)*", re.sub(r"\d{1,2}h(?:\d\d)?(?!\w)", " ", text))
    return text if all(w in french or w in _HARMLESS for w in words) else None


def _on_24_hours(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
    return f" {hour:02d}h{found[2] or '00'} "
