"""The states of a relay and the moves between them; what a move asks for is its act."""

from __future__ import annotations

from statemachine import State

from flows.machine import Machine


class RelayFlow(Machine):
    """One relay of one youth to one service (PRODUCT sections 10 and 13)."""

    new = State(initial=True)
    proposed = State()
    declined = State()
    agreed = State()
    sent = State()
    accepted = State()
    no_show = State()
    refused = State()
    met = State()
    followed = State()
    taken_in_charge = State()
    kept = State()
    returned = State()
    expired = State()
    withdrawn = State()
    ended = State()

    _running = (sent, accepted, no_show, met, followed, taken_in_charge)
    _unmet = (agreed, sent, accepted, no_show)
    _over = (declined, refused, kept, returned, expired, withdrawn)

    propose = proposed.from_(new, proposed, agreed)
    agree = agreed.from_(proposed, declined)
    decline = declined.from_(proposed, agreed)
    leave = sent.from_(agreed)
    accept = accepted.from_(*_unmet)
    miss = no_show.from_(*_unmet)
    refuse = refused.from_(agreed, *_running)
    meet = met.from_(*_unmet)
    follow = followed.from_(no_show, met, followed)
    charge = taken_in_charge.from_(no_show, met, followed)
    keep = kept.from_(taken_in_charge)
    give_back = returned.from_(*_running)
    expire = expired.from_(sent)
    withdraw = withdrawn.from_(agreed, *_running)
    finish = ended.from_(new, proposed, agreed, *_running, *_over)
    stay = (
        proposed.to(proposed, internal=True)
        | declined.to(declined, internal=True)
        | agreed.to(agreed, internal=True)
        | sent.to(sent, internal=True)
        | accepted.to(accepted, internal=True)
        | no_show.to(no_show, internal=True)
        | refused.to(refused, internal=True)
        | met.to(met, internal=True)
        | followed.to(followed, internal=True)
        | taken_in_charge.to(taken_in_charge, internal=True)
        | kept.to(kept, internal=True)
        | returned.to(returned, internal=True)
        | expired.to(expired, internal=True)
        | withdrawn.to(withdrawn, internal=True)
        | ended.to(ended, internal=True)
    )
