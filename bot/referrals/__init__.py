"""A referral: from what a prescriber gives to a conversation, and what she may see of it after."""

from bot.referrals.deciding import confirm, number_is_hers
from bot.referrals.follow import (
    Follow,
    Tally,
    follow,
    inform,
    known_organisations,
    number_given,
    progress,
    tally,
    write_to_us,
)
from bot.referrals.given import ReferralIn, read_referral
from bot.referrals.intake import refer
from bot.referrals.receipt import Receipt
from bot.referrals.shown import Progress
from bot.referrals.words import NotReady, Refused, Wrong

__all__ = [
    "Follow",
    "NotReady",
    "Progress",
    "Receipt",
    "ReferralIn",
    "Refused",
    "Tally",
    "Wrong",
    "confirm",
    "follow",
    "inform",
    "known_organisations",
    "number_given",
    "number_is_hers",
    "progress",
    "read_referral",
    "refer",
    "tally",
    "write_to_us",
]
