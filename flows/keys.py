"""The sentences that flows may ask for, by key, with the parameters each takes.

The catalogue (messages.catalog) must hold every key; a test walks both. The door always
gives prenom, aig, service, source (may be empty); only further parameters are listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from flows.reading import Question


class Key(StrEnum):
    """youth.* are texts (at most 2 segments); mail.* are e-mails to prescribers and structures."""

    HELLO = "youth.hello"  # day 0; quand ; the door picks the no-source form and the variant
    HELLO_CALL = "youth.hello_call"  # prefers the voice: quand, fin
    CALL_ANNOUNCED = "youth.call_announced"  # quand, fin
    CALL_MISSED = "youth.call_missed"  # after a logged missed call: quand (may be empty)
    NUDGE_DAY3 = "youth.nudge_day3"
    NUDGE_DAY10 = "youth.nudge_day10"
    WAKE_60 = "youth.wake_60"
    WAKE_120 = "youth.wake_120"
    ASK_SLOT = "youth.ask_slot"  # she said yes: when?
    SLOT_NOTED = "youth.slot_noted"  # echo of what was understood: quand, a span
    SLOT_CONFIRMED = "youth.slot_confirmed"  # an aiguilleur accepted: quand, fin
    SLOT_REMINDER = "youth.slot_reminder"  # quand, fin
    CALL_LATE_SORRY = "youth.call_late_sorry"  # the promised call did not come: quand
    NEED_NOTED = "youth.need_noted"  # she chose 1-4 of the menu
    LATER_NOTED = "youth.later_noted"
    NO_NOTED = "youth.no_noted"  # a soft no: the door stays open
    WHO_WE_ARE = "youth.who_we_are"
    HUMAN_COMING = "youth.human_coming"  # a person will answer: lu
    IN_WRITING = "youth.in_writing"  # she prefers writing: a person writes to her: lu
    NOT_UNDERSTOOD = "youth.not_understood"  # once per conversation, with numbers
    THANKS = "youth.thanks"
    SOLUTION_NOTED = "youth.solution_noted"  # she has a solution already
    NEW_NUMBER_NOTED = "youth.new_number_noted"
    CONFIRM_NUMBER = "youth.confirm_number"  # to the new number: is it you? 1 yes 2 no
    RELAY_OFFER = "youth.relay_offer"  # recognised only: structure, quoi ; asks 1 yes 2 no 3 talk
    RELAY_AGREED = "youth.relay_agreed"
    RELAY_DECLINED = "youth.relay_declined"
    RELAY_APPOINTMENT = "youth.relay_appointment"  # structure, quand
    RELAY_REMINDER = "youth.relay_reminder"  # quand: are you coming? 1 yes 2 no 3 change
    CHECK_DAY7 = "youth.check_day7"
    CHECK_DAY30 = "youth.check_day30"
    CHECK_DAY90 = "youth.check_day90"
    CHECK_DAY180 = "youth.check_day180"
    CHECK_GOOD = "youth.check_good"
    CHECK_BAD = "youth.check_bad"  # not followed: her aiguilleur comes back to her
    WELCOME_BACK = "youth.welcome_back"  # REPRENDRE
    WROTE_AGAIN = "youth.wrote_again"  # she writes after months: a person reads: lu
    # SYSTEM, a closed list (PRODUCT 3.9)
    STOP = "system.stop"
    WRONG_PERSON = "system.wrong_person"
    UNKNOWN_NUMBER = "system.unknown_number"  # lu
    ARRIVED = "system.arrived"  # "your message has arrived, X reads it on <day>": lu
    ANSWER_WAITS = "system.answer_waits"  # held WhatsApp answer
    VOICE_NOTE = "system.voice_note"  # lu
    CONCERN = "system.concern"  # one soft text
    # danger lines: key is f"system.danger.{kind}" with variants duty / nobody (lu) and minor
    DANGER_SUICIDE = "system.danger.suicide"
    DANGER_VIOLENCE = "system.danger.violence"
    DANGER_NOWHERE = "system.danger.nowhere"
    DANGER_MEDICAL = "system.danger.medical"
    DANGER_HARM_OTHERS = "system.danger.harm_others"
    DANGER_CHILD = "system.danger.child"
    DANGER_OTHER = "system.danger.other"
    # e-mails
    MAIL_RECEIPT = "mail.prescriber.receipt"  # aig, quand, lien
    MAIL_HELD = "mail.prescriber.held"  # quand, lien
    MAIL_TO_ANNOUNCE = "mail.prescriber.to_announce"  # lien, code
    MAIL_ATTEMPTED = "mail.prescriber.attempted"  # the number is good, first attempt made; lien
    MAIL_NUMBER_DEAD = "mail.prescriber.number_dead"  # lien
    MAIL_IN_CONTACT = "mail.prescriber.in_contact"
    MAIL_RELAYED = "mail.prescriber.relayed"
    MAIL_FOLLOWED_30 = "mail.prescriber.followed_30"
    MAIL_CLOSED = "mail.prescriber.closed"
    MAIL_TALLY = "mail.prescriber.tally"
    MAIL_PACKET = "mail.structure.packet"  # lien
    MAIL_REMIND_DAY3 = "mail.structure.remind_day3"  # lien
    MAIL_REMIND_DAY10 = "mail.structure.remind_day10"  # lien
    MAIL_CHECK = "mail.structure.check"  # lien, jour
    MAIL_WITHDRAWN = "mail.structure.withdrawn"
    MAIL_INSTITUTION = "mail.structure.institution"
    # to aiguilleurs, outside the inbox
    MAIL_ALERT = "mail.team.alert"  # lien; no personal content
    MAIL_LATE = "mail.team.late"  # lien; likewise


# What each sentence asks: the next turn is read with it. A sentence that is not here asks nothing.
QUESTION_OF: Mapping[Key, Question] = {
    Key.HELLO: Question.FIRST_CONTACT,
    Key.HELLO_CALL: Question.CALL_ANNOUNCED,
    Key.CALL_ANNOUNCED: Question.CALL_ANNOUNCED,
    Key.CALL_MISSED: Question.CALL_ANNOUNCED,
    Key.SLOT_REMINDER: Question.CALL_ANNOUNCED,
    Key.CALL_LATE_SORRY: Question.CALL_ANNOUNCED,
    Key.NUDGE_DAY3: Question.MENU4,
    Key.NUDGE_DAY10: Question.FIRST_CONTACT,
    Key.WAKE_60: Question.FIRST_CONTACT,
    Key.WAKE_120: Question.FIRST_CONTACT,
    Key.ASK_SLOT: Question.SLOT,
    Key.NEED_NOTED: Question.SLOT,
    Key.WELCOME_BACK: Question.SLOT,
    Key.SLOT_NOTED: Question.OPEN,
    Key.SLOT_CONFIRMED: Question.OPEN,
    Key.LATER_NOTED: Question.OPEN,
    Key.NO_NOTED: Question.OPEN,
    Key.SOLUTION_NOTED: Question.OPEN,
    Key.NEW_NUMBER_NOTED: Question.OPEN,
    Key.CONFIRM_NUMBER: Question.FOLLOWUP,
    Key.RELAY_OFFER: Question.RELAY_OFFER,
    Key.RELAY_AGREED: Question.OPEN,
    Key.RELAY_DECLINED: Question.OPEN,
    Key.RELAY_APPOINTMENT: Question.OPEN,
    Key.RELAY_REMINDER: Question.REMINDER,
    Key.CHECK_DAY7: Question.FOLLOWUP,
    Key.CHECK_DAY30: Question.FOLLOWUP,
    Key.CHECK_DAY90: Question.FOLLOWUP,
    Key.CHECK_DAY180: Question.FOLLOWUP,
    Key.CHECK_GOOD: Question.OPEN,
    Key.CHECK_BAD: Question.OPEN,
}

# Sentences whose author is always SYSTEM, a closed list (PRODUCT 3.9). The two "a person answers"
# forms are how "your message has arrived, X reads it on <day>" is said when the bot hands over.
ALWAYS_SYSTEM: frozenset[Key] = frozenset(key for key in Key if key.value.startswith("system.")) | {
    Key.HUMAN_COMING,
    Key.IN_WRITING,
    Key.WROTE_AGAIN,
}
