"""What the numbers of a text mean, in order; flows.contact.meaning reads the same."""

from __future__ import annotations

YES_LATER_NO_WRONG = ("yes", "later", "no", "wrong_number")
YES_HOUR_WRITING = ("yes", "other_hour", "in_writing")
YES_NO_CHANGE = ("yes", "no", "change")
YES_NO_TALK = ("yes", "no", "talk")
YES_NO = ("yes", "no")
MENU = ("housing", "work", "money", "other")
