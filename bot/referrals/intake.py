"""One referral comes in: everything is checked, then youth, address, referral and conversation are
stored in one transaction and the flows begin. The answer never tells whether the number was known.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bot import rates
from bot.calendar import hours_of
from bot.counters import count
from bot.crypto import digest
from bot.ids import code, new_id, token
from bot.models import Conversation, Organisation, Prescriber, Referral, Youth
from bot.presence import may_start, named_human
from bot.referrals import places
from bot.referrals.case import Case
from bot.referrals.given import ReferralIn, phone_of
from bot.referrals.people import ensure_mailbox
from bot.referrals.persons import take_in
from bot.referrals.receipt import (
    CALL_NOTICE,
    CARD_NOTICE,
    CONFIRM_NOTICE,
    SAY,
    Receipt,
    open_receipt,
    seal_receipt,
)
from bot.referrals.words import Refused, Wrong
from bot.store import Store, seal

PER_MINUTE, PER_DAY = 600, 20_000  # of one prescriber
PER_NUMBER = 20  # of one prescriber on one number, an hour: whatever the number is to us
LONGEST_KEY = 255
_AT_ONCE = 3  # two referrals of one number in the same instant: the second looks again


def refer(
    store: Store,
    prescriber: Prescriber,
    given: ReferralIn,
    *,
    idempotency_key: str | None = None,
    origin: str = "api",
    language: str = "fr",
    seconds: int | None = None,
    asked_by: str = "",
) -> Receipt:
    """Take one validated referral; all of it or nothing is stored.

    The same key with the same content gives the same receipt. Raises Refused (the key was used with
    another content, or is too long), TooMany, NotReady.
    """
    if idempotency_key is not None and not 0 < len(idempotency_key) <= LONGEST_KEY:
        raise Refused([Wrong("Idempotency-Key", "key_length")])
    phone = phone_of(given, production=store.settings.production)
    _within_rates(store, prescriber.id, phone.value)
    case = partial(
        Case,
        given=given,
        phone=phone,
        origin=origin,
        language=language,
        seconds=seconds,
        asked_by=asked_by,
    )
    for _ in range(_AT_ONCE - 1):
        try:
            return _take(store, prescriber, given, idempotency_key, case)
        except IntegrityError:
            continue
    return _take(store, prescriber, given, idempotency_key, case)


def _take(
    store: Store,
    prescriber: Prescriber,
    given: ReferralIn,
    key: str | None,
    case: Callable[..., Case],
) -> Receipt:
    """One try, in one transaction: the answer of before, else everything stored."""
    with store.transaction() as session:
        replay = _replay(session, store, prescriber, key, given)
        if replay is not None:
            return replay
        who = session.get_one(Prescriber, prescriber.id)
        where = session.get_one(Organisation, prescriber.organisation_id)
        now = store.clock.now()
        begun = case(session=session, store=store, prescriber=who, organisation=where, now=now)
        return _store(begun, key)


def _within_rates(store: Store, prescriber_id: str, value: str) -> None:
    """Counted in real time, before anything is read; what cannot be counted is refused."""
    number = store.vault.index(f"{prescriber_id} {value}")[:32]
    knocks = (
        (f"refer:{prescriber_id}", PER_MINUTE, 60),
        (f"refer-day:{prescriber_id}", PER_DAY, 86_400),
        (f"refer-number:{number}", PER_NUMBER, 3_600),
    )
    for knock in knocks:
        rates.knock(store, *knock)


# --- idempotency


def content_digest(store: Store, given: ReferralIn) -> str:
    """A keyed hash of the content: it holds a number, so no plain digest."""
    return store.vault.index(json.dumps(given.model_dump(), sort_keys=True))


def _replay(
    session: Session, store: Store, prescriber: Prescriber, key: str | None, given: ReferralIn
) -> Receipt | None:
    if key is None:
        return None
    found = session.exec(
        select(Referral).where(
            Referral.prescriber_id == prescriber.id, Referral.idempotency_digest == digest(key)
        )
    ).first()
    if found is None:
        return None
    if found.body_digest != content_digest(store, given):
        raise Refused([Wrong("Idempotency-Key", "key_reused")])
    return open_receipt(store, found)


# --- rows


def _store(case: Case, key: str | None) -> Receipt:
    case.session.add(case.prescriber)
    ensure_mailbox(case.session, case.store, case.prescriber)
    secret = token()
    referral = _row(case, secret, key)
    if case.card_only or not case.given.informed:
        referral.status = "to_announce"
        referral.card_code = _fresh_code(case.session)
        referral.steps = [*referral.steps, {"step": "to_announce", "at": case.now.isoformat()}]
    youth, conversation = take_in(case, referral)
    receipt = _receipt(case, referral, youth, conversation, secret)
    referral.first_attempt_at = receipt.first_attempt_at
    referral.answer_sealed = seal_receipt(case.store, receipt)
    case.session.add(referral)
    case.session.flush()
    count(case.session, "referral", "stored", case.now)
    return receipt


def _row(case: Case, secret: str, key: str | None) -> Referral:
    """The row as received: whose it is, to which team, nothing of the youth yet."""
    team = case.team()
    referral = Referral(
        id=new_id(),
        prescriber_id=case.prescriber.id,
        organisation_id=case.organisation.id,
        team_id=team.id,
        territory_code=case.territory() or places.home_territory(case.session, team),
        informed=case.given.informed,
        origin=case.origin,
        best_time=case.given.best_time,
        support_ends_on=case.given.support_ends_on,
        tracking_digest=digest(secret),
        idempotency_digest=digest(key) if key is not None else None,
        body_digest=content_digest(case.store, case.given) if key is not None else None,
        seconds_taken=case.seconds,
        created_at=case.now,
    )
    referral.token_sealed = seal(case.store.vault.common, secret, referral.id, "token")
    referral.steps = [{"step": "received", "at": case.now.isoformat()}]
    return referral


def _fresh_code(session: Session) -> str:
    while True:
        fresh = code()
        if not session.exec(select(Referral.id).where(Referral.card_code == fresh)).first():
            return fresh


# --- the receipt


def _receipt(
    case: Case,
    referral: Referral,
    youth: Youth | None,
    conversation: Conversation | None,
    secret: str,
) -> Receipt:
    team = case.team()
    youth = youth or Youth(team_id=team.id, data_key=None, created_at=case.now)
    conversation = conversation or Conversation(
        youth_id=youth.id, team_id=team.id, opened_at=case.now
    )
    hours = hours_of(case.session, youth, case.now.year)
    human = named_human(case.session, conversation, case.now, hours)
    ready = may_start(case.session, team.id)
    present = human is not None and human.present and ready
    starts = present and referral.status == "received" and not case.to_confirm
    attempt = hours.good_hour(case.now, case.given.best_time) if starts else None
    waits = referral.status == "received" and not case.to_confirm and not starts
    answer: dict[str, Any] = {
        "id": referral.id,
        "status": referral.status,
        "tracking_url": f"{case.store.settings.public_url}/suivi/{secret}",
        "first_attempt_at": attempt.isoformat() if attempt else None,
        "steps": list(referral.steps),
    }
    aiguilleur = human.name if human else team.service
    answer |= _extras(case, referral, aiguilleur)
    return Receipt(
        referral_id=referral.id,
        answer=answer,
        aiguilleur=aiguilleur,
        first_attempt_at=attempt,
        present_again=human.free_from if human and waits and ready else None,
    )


def _extras(case: Case, referral: Referral, aiguilleur: str) -> dict[str, Any]:
    """What this prescriber must know besides: a call, a confirmation, a card."""
    language = "en" if case.language == "en" else "fr"
    extras: dict[str, Any] = {}
    if case.card_only:
        extras["notice"] = CARD_NOTICE[language]
    elif case.to_confirm:
        extras["notice"] = CONFIRM_NOTICE[language]
    elif not case.phone.textable:
        extras["notice"] = CALL_NOTICE[language]
    if referral.card_code is not None:
        say = SAY.format(aig=aiguilleur, code=referral.card_code)
        extras["card"] = {"code": referral.card_code, "say": say}
    return extras
