"""The demo's youths: what each one answers, and what the people around her do. They are played
through the real flows; nobody's history is written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Answers = Mapping[str, str]
"""Sentence key -> what she answers to it. A key that is absent: silence."""

YES_TO_ALL: Answers = {
    "youth.hello": "oui ok",
    "youth.hello_call": "oui",
    "youth.call_announced": "1",
    "youth.ask_slot": "demain aprem",
    "youth.need_noted": "demain aprem",
    "youth.relay_offer": "1",
    "youth.relay_reminder": "oui je viens",
    "youth.check_day7": "1",
    "youth.check_day30": "1 ça va",
    "youth.check_day90": "oui",
    "youth.check_day180": "1",
}


@dataclass(frozen=True, slots=True)
class Persona:
    """How one youth behaves. `hours`: how long she takes to answer. `call`: how calls to her end.
    `place`: where her aiguilleur proposes to go; `structure`: what that place answers, in order."""

    answers: Answers = field(default_factory=dict)
    hours: float = 1.5
    call: str = "spoken"
    place: str | None = None
    structure: tuple[str, ...] = ()
    carrier: int | None = None  # an error code of the carrier instead of an arrival
    channel: str = "sms"
    closes: str | None = None  # the outcome with which her aiguilleur ends it after the call


def _but(**changes: str) -> Answers:
    """Yes to all, except for those sentences (dots written as two underscores)."""
    given = dict(YES_TO_ALL)
    given.update({name.replace("__", "."): value for name, value in changes.items()})
    return {key: value for key, value in given.items() if value}


KEEN = Persona(YES_TO_ALL, place="atelier", structure=("expected", "met", "still_followed"))
HOUSED = Persona(YES_TO_ALL, 4, place="logis", structure=("met", "still_followed"))
TRAINED = Persona(YES_TO_ALL, 7, place="cap", structure=("expected", "met", "still_followed"))
NOT_COMING = Persona(YES_TO_ALL, 3, place="cap", structure=("expected", "no_show"))
NOT_FOR_US = Persona(YES_TO_ALL, 2, place="logis", structure=("not_for_us",))
SILENT_PLACE = Persona(YES_TO_ALL, 2, place="droits", structure=())
DISAGREES = Persona(
    _but(youth__check_day7="2", youth__check_day30="non pas du tout"),
    2,
    place="atelier",
    structure=("met", "still_followed"),
)
DECLINES = Persona(_but(youth__relay_offer="2"), 2, place="sante")
SILENT = Persona(call="voicemail")
DAY_THREE = Persona(_but(youth__hello="", youth__nudge_day3="2"), 5, call="voicemail")
WAKES = Persona({"youth.wake_60": "oui", "youth.ask_slot": "demain aprem"}, 20, call="voicemail")
STOPS = Persona({"youth.hello": "stop"}, 0.2)
WRONG = Persona({"youth.hello": "c pas le bon numero"}, 0.5)
BROTHER = Persona({"youth.hello": "cest son frere elle est pas la"}, 0.7)
WHO = Persona(_but(youth__hello="c qui ?"), 0.3, place="droits", structure=("met",))
LATER = Persona(_but(youth__hello="2"), 6, place="cap", structure=("expected",))
SOFT_NO = Persona({"youth.hello": "non merci"}, 3)
HAS_JOB = Persona({"youth.hello": "jai trouvé un taf cest bon"}, 2, closes="own_solution")
DEAD = Persona(carrier=30005)
ENGLISH = Persona(_but(youth__hello="i dont speak french"), 1)
ARABIC = Persona(_but(youth__hello="نعم"), 2, place="droits", structure=("met",))
WHATSAPP = Persona(YES_TO_ALL, 1, place="atelier", structure=("expected",), channel="whatsapp")
VOICE = Persona(_but(youth__hello="je prefere qu'on m'appelle"), 2, place="logis")
IN_DANGER = Persona({"youth.hello": "j'en peux plus je veux mourir"}, 15.5)
NOWHERE = Persona({"youth.hello": "je sais pas ou dormir ce soir"}, 0.6)
TIRED = Persona({"youth.hello": "oui mais la jai plus rien a manger"}, 1)
PHOTO = Persona({"youth.hello": "voila ma situation cest complique avec ma mere et tout"}, 1)


@dataclass(frozen=True, slots=True)
class Part:
    """One youth of the demo: who referred her, how many days before today, as whom she behaves."""

    name: str
    by: str
    days_ago: int
    persona: Persona
    birth_year_ago: int = 19
    informed: bool = True
    language: str = "fr"
    tone: str = "tu"
    this_morning: str = ""  # what she writes shortly before the demo starts


PARTS = (
    Part("Yanis", "roux", 188, KEEN),
    Part("Lina", "lambert", 181, HOUSED, 18),
    Part("Enzo", "petit", 174, TRAINED, 17),
    Part("Chloé", "roux", 166, NOT_COMING, 22),
    Part("Mehdi", "garcia", 158, DISAGREES, 24),
    Part("Anaïs", "nguyen", 150, SILENT, 20),
    Part("Kévin", "simon", 143, WAKES, 18),
    Part("Fatou", "roux", 137, KEEN, 21),
    Part("Lucas", "lambert", 130, NOT_FOR_US, 18),
    Part("Inaya", "petit", 122, HAS_JOB, 19),
    Part("Théo", "garcia", 115, DEAD, 25),
    Part("Maëlys", "roux", 108, HOUSED, 20, tone="vous"),
    Part("Rayan", "nguyen", 101, STOPS, 17),
    Part("Emma", "simon", 95, DECLINES, 18),
    Part("Ibrahim", "lambert", 88, TRAINED, 19),
    Part("Jade", "roux", 81, SILENT_PLACE, 23),
    Part("Nolan", "petit", 75, DAY_THREE, 18, this_morning="franchement jsuis a bout la"),
    Part("Sarah", "garcia", 69, KEEN, 26),
    Part("Amine", "roux", 64, SILENT, 20, this_morning="oui jveux bien quon mappelle"),
    Part("Louise", "simon", 58, WRONG, 17),
    Part("Bilal", "nguyen", 52, WHO, 19),
    Part("Manon", "roux", 47, HOUSED, 21),
    Part("Adam", "lambert", 42, WHATSAPP, 18),
    Part("Julie", "petit", 38, SOFT_NO, 20, tone="vous", this_morning="bonjour, finalement oui"),
    Part("Moussa", "garcia", 34, NOT_COMING, 24),
    Part("Clara", "roux", 30, KEEN, 19),
    Part("Hugo", "simon", 26, BROTHER, 17),
    Part("Oksana", "garcia", 23, ENGLISH, 22, language="en"),
    Part("Youssef", "lambert", 20, ARABIC, 18, language="ar"),
    Part("Zoé", "roux", 17, DAY_THREE, 20),
    Part("Dylan", "petit", 14, SILENT_PLACE, 19),
    Part("Nour", "nguyen", 12, LATER, 17),
    Part("Alexis", "roux", 9, VOICE, 23),
    Part("Camille", "simon", 7, SILENT, 18, this_morning="on peut venir vous voir sur place ?"),
    Part(
        "Samba",
        "lambert",
        6,
        PHOTO,
        18,
        this_morning="jai recu un papier du tribunal jcomprends rien",
    ),
    Part("Léo", "roux", 5, DAY_THREE, 21),
    Part("Élodie", "petit", 4, TIRED, 20, tone="vous"),
    Part("Tom", "garcia", 3, NOWHERE, 19),
    Part("Myriam", "roux", 1, IN_DANGER, 18),
    Part("Ali", "diallo", 2, SILENT, 22, informed=False),
    Part("Océane", "simon", 1, SILENT, 17),
    Part("Jordan", "roux", 0, SILENT, 20),
    Part("Léa", "roux", 3, SILENT, 19),
)
"""Two are there for whoever tries SAS first, whatever the day: Léa has her first text and has not
answered, and the structure to which Alexis goes has not answered its link."""
