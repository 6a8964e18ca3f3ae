"""The only door to a conversation: texts come in, turns are taken, timers fire, humans act."""

from bot.conversations.act import NotAllowed, Stale, Taken, holder_of
from bot.conversations.acts import (
    agree_news,
    close,
    hand_back,
    lift_opt_out,
    lift_silence,
    log_call,
    pause,
    prefer_voice,
    promise_call,
    recognise,
    replace_address,
    reply,
    settle_danger,
    somebody_else,
    swap_address,
    take_over,
    told_death,
)
from bot.conversations.available import start_held
from bot.conversations.change import Change, change_of
from bot.conversations.desk import add_note, defer_task, end_task, save_draft
from bot.conversations.door import happen, tell
from bot.conversations.inbound import Inbound, Received, missed_call, receive
from bot.conversations.marks import somebody_there
from bot.conversations.opening import begin, default_team, new_address, new_youth, open_conversation
from bot.conversations.passing import transfer
from bot.conversations.reports import Report
from bot.conversations.timers import fire_timers
from bot.conversations.turns import take_turn, waiting_texts

__all__ = [
    "Change",
    "Inbound",
    "NotAllowed",
    "Received",
    "Report",
    "Stale",
    "Taken",
    "add_note",
    "agree_news",
    "begin",
    "change_of",
    "close",
    "default_team",
    "defer_task",
    "end_task",
    "fire_timers",
    "hand_back",
    "holder_of",
    "happen",
    "lift_opt_out",
    "lift_silence",
    "log_call",
    "missed_call",
    "new_address",
    "new_youth",
    "open_conversation",
    "pause",
    "prefer_voice",
    "promise_call",
    "receive",
    "recognise",
    "replace_address",
    "reply",
    "save_draft",
    "settle_danger",
    "somebody_there",
    "start_held",
    "somebody_else",
    "swap_address",
    "take_over",
    "take_turn",
    "tell",
    "told_death",
    "transfer",
    "waiting_texts",
]
