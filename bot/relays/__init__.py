"""One hand-over of one youth to one service: proposed, agreed to, passed on, answered, over."""

from bot.relays.acts import consent, propose, record_authority, withdraw, youth_said
from bot.relays.answers import answer, answer_by_link
from bot.relays.page import Page, open_link, packet, structure_zone, waiting_link
from bot.relays.persons import person_left
from bot.relays.words import AUTHORITY, MET, OVER, REFUSALS

__all__ = [
    "AUTHORITY",
    "MET",
    "OVER",
    "REFUSALS",
    "Page",
    "answer",
    "answer_by_link",
    "consent",
    "open_link",
    "packet",
    "person_left",
    "propose",
    "record_authority",
    "structure_zone",
    "waiting_link",
    "withdraw",
    "youth_said",
]
