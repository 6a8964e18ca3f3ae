"""The states of what a prescriber is owed and the moves between them."""

from __future__ import annotations

from statemachine import State

from flows.machine import Machine


class PrescriberFlow(Machine):
    """What one prescriber hears of one referral (PRODUCT section 12)."""

    new = State(initial=True)
    owed = State()
    told = State()
    asked_number = State()
    closed = State()

    receive = owed.from_(new)
    tell = told.from_(owed, told, asked_number)
    ask_number = asked_number.from_(owed, told, asked_number)
    resume = owed.from_(asked_number)
    close = closed.from_(new, owed, told, asked_number, closed)
    stay = (
        owed.to(owed, internal=True)
        | told.to(told, internal=True)
        | asked_number.to(asked_number, internal=True)
        | closed.to(closed, internal=True)
    )
