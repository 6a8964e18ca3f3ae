"""Days and hours as youths write them: the spans they offer, or none when it is not sure."""

# ruff: noqa: E501  (a table of texts, in seven languages)
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from messages.understand.rule import words
from messages.understand.text import normalise
from messages.understand.times import whens
from tests.messages.understand.reads import PARIS, reads

NOW = datetime(2026, 3, 10, 12, 30, tzinfo=PARIS)  # a Tuesday

# What she writes => what is offered. The lines of one burst are cut by a slash between spaces.
TABLE = """
# A weekday and its date are one day; when they disagree, none.
mercredi 18 mars => 18/03 08:00-20:00
vendredi 20 mars à 14h => 20/03 14:00-15:00
jeudi 19 mars => 19/03 08:00-20:00
jeudi 12 mars => 12/03 08:00-20:00
lundi 23/03 => 23/03 08:00-20:00
lundi 23 => 23/03 08:00-20:00
jeudi 19 => 19/03 08:00-20:00
mercredi 18 => 18/03 08:00-20:00
mercredi 18h => 11/03 18:00-19:00
lundi 23 à 10h => 23/03 10:00-11:00
le mardi 17 mars vers 15h => 17/03 15:00-16:00
23 mars, lundi => 23/03 08:00-20:00
aujourd'hui mardi 10 mars 15h => 10/03 15:00-16:00
demain mercredi 14h => 11/03 14:00-15:00
lundi 16, mardi 17 ou mercredi 18 => 16/03 08:00-20:00, 17/03 08:00-20:00, 18/03 08:00-20:00
jeudi 19 à 14h30 ou vendredi 20 à 10h => 19/03 14:30-15:30, 20/03 10:00-11:00
lundi 24 => none
mercredi 18 avril => none
demain jeudi => none
lundi 14 a 16h => none
# Dates.
le 18 => 18/03 08:00-20:00
le 12 => 12/03 08:00-20:00
le 2 => none
le 3 a 14h => 03/04 14:00-15:00
le 18 à 10h => 18/03 10:00-11:00
le 15 avril a 14h30 => 15/04 14:30-15:30
15/03 => 15/03 08:00-20:00
18/03/26 à 14h => 18/03 14:00-15:00
12/03/2004 => none
le 31 février => none
12.03 => 12/03 08:00-20:00
10.30 => 11/03 10:30-11:30
10.11 => none
du 16 au 20 mars => 16/03 08:00-20/03 20:00
7/7 => none
à partir du 20 => 20/03 08:00-26/03 20:00
après lundi => 17/03 08:00-23/03 20:00
avant vendredi => 10/03 12:30-12/03 20:00
avant vendredi 14h => none
# What is refused is not offered.
je peux pas demain => none
jpeux pas le matin => none
impossible lundi => none
je bosse demain => none
demain je bosse => none
je suis pas dispo jeudi => none
demain c mort => none
sauf mardi => none
tout sauf lundi => none
ni lundi ni mardi => none
lundi mardi je peux pas => none
demain ? nan jpeux pas => none
le soir je travaille => none
jsp demain peut etre => none
vous pouvez pas m'appeler demain => none
demain si je peux => none
je suis en stage jusqu'a vendredi => none
lundi vous avez pas appelé => none
cette semaine sauf jeudi => none
demain pas à 14h => none
demain je peux pas jeudi => none
la semaine qui vient jsuis au bled => none
# What is left is.
je peux pas demain plutot jeudi => 12/03 08:00-20:00
pas possible demain, plutot vendredi => 13/03 08:00-20:00
jeudi jpeux pas mais vendredi oui => 13/03 08:00-20:00
nn demain c mort jeudi oui => 12/03 08:00-20:00
je peux pas lundi mardi oui => 17/03 08:00-20:00
lundi oui mardi non mercredi oui => 16/03 08:00-20:00, 11/03 08:00-20:00
lundi ou mardi pas mercredi => 16/03 08:00-20:00, 17/03 08:00-20:00
demain mais pas le matin => 11/03 12:00-20:00
demain mais ni le matin ni le soir => 11/03 12:00-18:00
demain sauf le matin => 11/03 12:00-20:00
demain ok mais je peux pas lundi => 11/03 08:00-20:00
je bosse demain matin mais dispo l'apres midi => 11/03 13:00-18:00
je peux pas demain avant 14h => 11/03 14:00-21:00
demain je peux pas avant 14h => 11/03 14:00-21:00
avant 10h je peux pas => 10/03 12:30-21:00
demain matin mais pas trop tot => 11/03 08:00-12:00
demain 14h pas de soucis => 11/03 14:00-15:00
pourquoi pas demain => 11/03 08:00-20:00
j'ai pas cours demain => 11/03 08:00-20:00
jfais rien demain => 11/03 08:00-20:00
je travaille pas demain => 11/03 08:00-20:00
j'ai pas compris appelez moi demain => 11/03 08:00-20:00
pas avant 11h jdors => 10/03 12:30-21:00
fin d'aprem jeudi si ça ne vous dérange pas => 12/03 16:00-20:00
chui au bled jrentre ds 3 semaines => 31/03 08:00-06/04 20:00
# Hours.
vers 6h du soir => 10/03 18:00-19:00
5h de l'aprem => 10/03 17:00-18:00
8h du soir demain => 11/03 20:00-21:00
vers 2h => 10/03 14:00-15:00
demain a 5h => 11/03 17:00-18:00
7h du mat demain => 11/03 07:00-08:00
07h30 demain => 11/03 07:30-08:30
02h00 => none
demain matin 10h => 11/03 10:00-11:00
demain matin 15h => none
demain soir, vers 8h => 11/03 20:00-21:00
ce soir a 8h => 10/03 20:00-21:00
demain 9h-11h => 11/03 09:00-11:00
13h30 - 14h => 10/03 13:30-14:00
lundi 14-16h => 16/03 14:00-16:00
entre 14 et 16 => 10/03 14:00-16:00
demain entre 2h et 4h => 11/03 14:00-16:00
de 9h a 5h => 10/03 12:30-17:00
entre 6h et 8h => none
avant midi => 11/03 08:00-12:00
demain à partir de midi => 11/03 12:00-21:00
midi et demi demain => 11/03 12:30-13:30
15h moins le quart => 10/03 14:45-15:45
apres 14h et avant 17h => 10/03 14:00-17:00
avant 9h ou apres 17h => 10/03 17:00-21:00
17h max => 10/03 12:30-17:00
dem aprem vers 15 => 11/03 15:00-16:00
demain soir apres le taf vers 19 => 11/03 19:00-20:00
demain 14:30 => 11/03 14:30-15:30
apres 17h => 10/03 17:00-21:00
10h => 11/03 10:00-11:00
ce matin => none
j'ai 2h de trajet, demain 14h => 11/03 14:00-15:00
appelez cette nuit a 2h => none
# Each hour with its day.
demain 14h ou jeudi 16h => 11/03 14:00-15:00, 12/03 16:00-17:00
lundi 10h mardi 15h => 16/03 10:00-11:00, 17/03 15:00-16:00
14h lundi 16h mardi => 16/03 14:00-15:00, 17/03 16:00-17:00
14h ou 16h jeudi => 12/03 14:00-15:00, 12/03 16:00-17:00
jeudi ou vendredi 14h => 12/03 14:00-15:00, 13/03 14:00-15:00
Mardi ou jeudi, après 14 heures de préférence. => 17/03 14:00-21:00, 12/03 14:00-21:00
demain entre 10h et 12h ou jeudi aprem => 11/03 10:00-12:00, 12/03 13:00-18:00
demain 10h ou 14h => 11/03 10:00-11:00, 11/03 14:00-15:00
cet aprem ou dmn matin au choix => 10/03 13:00-18:00, 11/03 08:00-12:00
lun mer ven => 16/03 08:00-20:00, 11/03 08:00-20:00, 13/03 08:00-20:00
# What is taken back is not offered.
14h non 16h => 10/03 16:00-17:00
14h ah non 16h => 10/03 16:00-17:00
demain 14h... enfin plutot 15h => 11/03 15:00-16:00
demain / enfin non jeudi => 12/03 08:00-20:00
demain 14h / non 16h => 11/03 16:00-17:00
10h c trop tot on peut mettre 14h => 10/03 14:00-15:00
demain 14h mais si vous pouvez plutot jeudi => none
# Her hours of work are not hours for a call.
j'ai rdv demain a 10h, apres ok => none
j'ai un entretien demain à 9h mais après 11h je suis dispo => 11/03 11:00-21:00
je finis a 17h => 10/03 17:00-21:00
demain je finis les cours a 16h30 => 11/03 16:30-21:00
je suis en cours jusqu'a 16h => 10/03 16:00-21:00
je bosse demain jusqu'a 17h => 11/03 17:00-21:00
jsuis bloqué au taf jusqua 17h => 10/03 17:00-21:00
je commence a 14h demain donc avant => 11/03 08:00-14:00
jpars de st laurent a 6h pour etre sur => none
vous deviez m'appeler à 14h => none
# Weeks and waits.
vendredi de la semaine prochaine => 20/03 08:00-20:00
la semaine prochaine mardi => 17/03 08:00-20:00
jeudi ou la semaine prochaine => 12/03 08:00-20:00, 16/03 08:00-20/03 20:00
la semaine pro => 16/03 08:00-20/03 20:00
vendredi en huit => 20/03 08:00-20:00
dans 15 jours => 24/03 08:00-20:00
dans 8 jours => 17/03 08:00-20:00
dans 3 jours a 14h => 13/03 14:00-15:00
dans 1h30 => 10/03 14:00-15:00
dans 2 semaines lundi => none
ce week end => 14/03 08:00-15/03 20:00
samedi ce week end => 14/03 08:00-20:00
lundi dernier vous m'avez appelé => none
bonne soirée => none
dans 50 ans => none
le 15 du mois prochain => 15/04 08:00-20:00
fin de semaine prochaine => 19/03 08:00-20/03 20:00
# A day in place of another.
plutot vendredi que jeudi => 13/03 08:00-20:00
au lieu de jeudi on peut vendredi ? => 13/03 08:00-20:00
decaler jeudi a vendredi => 13/03 08:00-20:00
on peut reporter de jeudi à lundi 14h => 16/03 14:00-15:00
demain 10h au lieu de 9h => 11/03 10:00-11:00
lundi pas possible mardi non plus mercredi ok => 11/03 08:00-20:00
lundi, mardi, jeudi apres 14h => 16/03 14:00-21:00, 17/03 14:00-21:00, 12/03 14:00-21:00
demain jai un truc => none
# What she tells of her days is no offer.
jamais dispo le lundi => none
lundi bof => none
demain faut que j'aille a la prefecture => none
demain j'emmene mon fils a l'hopital => none
vous m'avez pas rappelé hier à 14h => none
appelez plus a 8h du mat => none
10h ou sinon jeudi => none
lundi avant midi => 16/03 08:00-12:00
demain de 9 à 11 => 11/03 09:00-11:00
je suis né le 18 mars => none
le 15 je touche le rsa => none
mon cdi commence lundi => none
dimanche, lundi plutot => 16/03 08:00-20:00
qd jarrete le taf a 18h => 10/03 18:00-21:00
# Other languages: the day she said, or none.
tomorrow at 15:00 => 11/03 15:00-16:00
tomorrow at 3pm => 11/03 15:00-16:00
monday or tuesday after 5pm => 16/03 17:00-21:00, 17/03 17:00-21:00
can you call me tomorrow at 3 => 11/03 15:00-16:00
next tuesday 10am => none
not tomorrow => none
good morning => none
call me at 15:00 => none
mañana a las 15:00 => 11/03 15:00-16:00
mañana por la mañana => 11/03 08:00-12:00
lunes 10:00 => 16/03 10:00-11:00
el jueves a las 5 de la tarde => 12/03 17:00-18:00
mañana no puedo => none
غدا 15:00 => 11/03 15:00-16:00
غدا الساعة 5 => 11/03 17:00-18:00
الاثنين بعد الظهر => 16/03 13:00-18:00
لا أستطيع غدا => none
завтра о 15:00 => 11/03 15:00-16:00
в понеділок о 10:00 => 16/03 10:00-11:00
не завтра => none
понедельник утром => 16/03 08:00-12:00
پنجشنبه بعد از ظهر => 12/03 13:00-18:00
فردا ساعت ۱۰ => 11/03 10:00-11:00
سبا سهار => 11/03 08:00-12:00
domani 15:00 => none
ghedda 15h => none
"""


def _rows() -> Iterator[tuple[str, str]]:
    for line in TABLE.strip().splitlines():
        if not line.startswith("#"):
            text, _, spans = line.partition(" => ")
            yield text, spans


def offered(text: str, now: datetime = NOW) -> str:
    """The spans in the words of the table: "11/03 14:00-15:00, 12/03 08:00-20:00"."""
    spans = []
    for span in whens(normalise(text.replace(" / ", "\n")).folded, now, PARIS):
        same_day = span.start.date() == span.end.date()
        end = f"{span.end:%H:%M}" if same_day else f"{span.end:%d/%m %H:%M}"
        spans.append(f"{span.start:%d/%m %H:%M}-{end}")
    return ", ".join(spans) or "none"


@pytest.mark.parametrize(("text", "spans"), list(_rows()))
def test_a_text_offers_these_spans_and_no_other(text: str, spans: str) -> None:
    assert offered(text) == spans


@pytest.mark.parametrize(
    ("text", "now", "spans"),
    [
        ("le 2", "2026-12-30T10:00", "none"),
        ("le 2 a 10h", "2026-12-30T10:00", "02/01 10:00-11:00"),
        ("cet aprem", "2026-03-13T19:00", "none"),
        ("demain", "2026-03-10T01:30", "none"),  # Tuesday or Wednesday: she has not slept yet
        ("ce matin", "2026-03-10T01:30", "10/03 08:00-12:00"),
        ("ce week end", "2026-03-15T10:00", "none"),
        ("dans 1h", "2026-03-29T01:30", "29/03 03:30-04:30"),  # the clocks go forward at 2
        ("jeudi de cette semaine", "2026-03-09T10:00", "12/03 08:00-20:00"),
        ("29/02", "2027-06-01T10:00", "29/02 08:00-20:00"),
    ],
)
def test_the_same_words_at_another_hour(text: str, now: str, spans: str) -> None:
    assert offered(text, datetime.fromisoformat(now).replace(tzinfo=PARIS)) == spans


@pytest.mark.parametrize("asked", ["first_contact", "slot", "menu4"])
@pytest.mark.parametrize("text", ["le 18", "le 12", "le 15", "1 pour le 18", "le 20 svp"])
def test_a_day_of_the_month_is_no_choice(text: str, asked: str) -> None:
    assert reads(text, asked=asked).choices == ((1,) if text[0] == "1" else ())


def test_a_day_of_the_month_is_a_day() -> None:
    assert [s.start.day for s in reads("le 18", asked="slot").when] == [18]
    assert [s.start.day for s in reads("le 18", asked="first_contact").when] == [18]


def test_a_number_alone_is_still_a_choice_and_no_day() -> None:
    assert reads("le 2", asked="first_contact").choices == (2,)
    assert not reads("le 2", asked="first_contact").when
    assert not reads("le 3", asked="slot").choices


PIECES = st.sampled_from(
    words(
        "demain jeudi mer 18 31 mars le la du au a de et ou ni pas non plutot avant apres jusqua entre vers "
        "14h 9h30 7h 0h 25h 2h-4h 12/03 31/02 10.11 15:00 7/7 matin midi aprem soir dans 3 jours 2 semaines "
        "prochaine semaine oui mais sauf , / ? je peux travaille finis tomorrow mañana غدا завтра at 3pm"
    )
)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80),
    st.timedeltas(timedelta(0), timedelta(days=1500)),
)
def test_a_span_lies_ahead_and_has_a_sensible_length(text: str, later: timedelta) -> None:
    now = (NOW.astimezone(UTC) + later).astimezone(PARIS)
    spans = whens(normalise(text).folded, now, PARIS)
    assert len(spans) <= 4
    for span in spans:
        assert now <= span.start < span.end
        assert span.end - span.start <= timedelta(days=32)
        assert span.start - now < timedelta(days=801)
