"""Receipt on the spot, then at most four pieces of news, and nothing a prescriber may not know."""

from __future__ import annotations

from datetime import timedelta

from flows.effects import Priority, Recipient, SayKind, TaskKind
from flows.events import AddressReplaced, NewsArose, Referred, TimerDue
from flows.keys import Key
from flows.machine import Move
from flows.snapshot import ReferralFacts
from flows.turn import Turn

MOST_NEWS = 4
DAY5 = 5
END = timedelta(days=220)
NUMBER_WAIT = timedelta(days=14)
AGREED_ONLY = {
    "in_contact": Key.MAIL_IN_CONTACT,
    "relayed": Key.MAIL_RELAYED,
    "followed_30": Key.MAIL_FOLLOWED_30,
}


def facts(turn: Turn) -> ReferralFacts:
    """What is known of this referral."""
    return turn.s.referral or ReferralFacts()


def mail(turn: Turn, key: Key, **params: str) -> None:
    """A letter, or a call where there is no e-mail."""
    if facts(turn).has_email:
        turn.say(key, SayKind.NEWS, to=Recipient.PRESCRIBER, more=params)
    else:
        due = turn.working_days(1)
        turn.task(TaskKind.PRESCRIBER_NEWS, Priority.PRESCRIBER, due, key.value)


def referred(turn: Turn, event: Referred) -> Move:
    """The receipt; a duplicate gets exactly the ordinary one (PRODUCT 12.2)."""
    return "receive", _receipt


def _receipt(turn: Turn, event: Referred) -> None:
    made = facts(turn).made_at or turn.now
    turn.remember("good", facts(turn).number_good or None)
    turn.remember("attempted", facts(turn).attempted or None)
    turn.timer("day5", turn.hours.days_on(made, DAY5))
    turn.timer("end", made + END)
    human = turn.s.human
    if not event.informed:
        mail(turn, Key.MAIL_TO_ANNOUNCE)
    elif human is None or not human.present:
        turn.remember("held_told", True)
        free = human.free_from if human else None
        mail(turn, Key.MAIL_HELD, quand=free.isoformat() if free else "")
    else:
        first = turn.hours.good_hour(turn.now, turn.s.person.best_time)
        mail(turn, Key.MAIL_RECEIPT, quand=first.isoformat())


# --- news


def news_arose(turn: Turn, event: NewsArose) -> Move:
    """Something of the conversation: told, kept for day 5, or not theirs to know."""
    if event.news == "number_dead":
        return "ask_number", _number_dead
    if event.news in ("number_good", "attempted"):
        return _first_attempt(turn, event)
    if event.news == "held":
        return "stay", _held
    if event.news == "closed":
        return "close", _closed
    if event.news in AGREED_ONLY and _may_know(turn) and not turn.memory.get(event.news):
        return "tell", _agreed_news
    return "stay", lambda turn, _: turn.note("news_kept", news=event.news)


def _may_know(turn: Turn) -> bool:
    """Only if the youth agreed; SPIP, PJJ and whoever decides on her allowance: a tally only."""
    few = int(turn.memory.get("told") or 0) < MOST_NEWS
    return facts(turn).news_allowed and facts(turn).youth_agrees and few


def _count(turn: Turn) -> None:
    turn.remember("told", int(turn.memory.get("told") or 0) + 1)


def _agreed_news(turn: Turn, event: NewsArose) -> None:
    turn.remember(event.news, True)
    _count(turn)
    mail(turn, AGREED_ONLY[event.news])


def _number_dead(turn: Turn, _: object) -> None:
    """The same day, to all; and another number is asked for. Said again only for a new number."""
    turn.timer("number_wait", turn.now + NUMBER_WAIT)
    turn.remember("good", None)
    if turn.memory.get("dead_told") or int(turn.memory.get("told") or 0) >= MOST_NEWS:
        return
    turn.remember("dead_told", True)
    _count(turn)
    mail(turn, Key.MAIL_NUMBER_DEAD)


def _first_attempt(turn: Turn, event: NewsArose) -> Move:
    """Kept for day 5; when day 5 has passed, told as soon as it is true."""
    turn.remember("good" if event.news == "number_good" else "attempted", True)
    if turn.memory.get("day5_passed") and _attempt_to_tell(turn):
        return "tell", _tell_attempt
    return "stay", lambda turn, _: turn.note("news_kept", news=event.news)


def _attempt_to_tell(turn: Turn) -> bool:
    known = turn.memory.get("good") and turn.memory.get("attempted")
    few = int(turn.memory.get("told") or 0) < MOST_NEWS
    later = any(turn.memory.get(news) for news in AGREED_ONLY)
    return bool(known and few and not later and not turn.memory.get("attempt_told"))


def _tell_attempt(turn: Turn, _: object) -> None:
    turn.remember("attempt_told", True)
    _count(turn)
    mail(turn, Key.MAIL_ATTEMPTED)


def day5(turn: Turn, event: TimerDue) -> Move:
    """The number is good and the first attempt was made: to all. Not before it is true."""
    turn.remember("day5_passed", True)
    if _attempt_to_tell(turn):
        return "tell", _tell_attempt
    return "stay", lambda turn, _: turn.note("nothing_to_tell_yet")


def _held(turn: Turn, event: NewsArose) -> None:
    """Held for want of an aiguilleur: told the date, once; it belongs to the receipt."""
    if turn.memory.get("held_told"):
        return
    turn.remember("held_told", True)
    mail(turn, Key.MAIL_HELD, quand=event.at.isoformat() if event.at else "")


def _closed(turn: Turn, event: NewsArose) -> None:
    tell = _may_know(turn)
    turn.fresh()
    if tell:
        _count(turn)
        mail(turn, Key.MAIL_CLOSED)


def silently_over(turn: Turn, _: object) -> None:
    """A death, an erasure, or the end of all days: nothing more is said."""
    turn.fresh()


# --- numbers and answers


def number_given(turn: Turn, event: object) -> Move:
    """Another number, asked for: the contact starts again with it. Unasked: a human looks."""
    if turn.s.state == "asked_number":
        return "resume", _number_given
    return "stay", _wrote_number


def _number_given(turn: Turn, _: object) -> None:
    turn.drop("number_wait")
    turn.remember("dead_told", None)
    turn.remember("attempted", None)
    turn.remember("attempt_told", None)
    turn.timer("day5", turn.hours.days_on(turn.now, DAY5))
    turn.tell("contact", AddressReplaced())


def _wrote_number(turn: Turn, _: object) -> None:
    turn.task(TaskKind.PRESCRIBER_WROTE, Priority.PRESCRIBER, turn.read_by(), "number")


def number_wait(turn: Turn, event: object) -> Move:
    """No other number came: the referral says so, and a later one still counts."""
    return "tell", lambda turn, _: turn.note("no_other_number")


def wrote(turn: Turn, event: object) -> Move:
    """A prescriber's answer is read by a human, whatever the state."""
    return "stay", _wrote


def _wrote(turn: Turn, _: object) -> None:
    turn.task(TaskKind.PRESCRIBER_WROTE, Priority.PRESCRIBER, turn.read_by())


def not_sent(turn: Turn, event: object) -> Move:
    """A letter that could not leave is told by phone."""
    return "stay", _not_sent


def _not_sent(turn: Turn, event: object) -> None:
    key = str(getattr(event, "key", ""))
    turn.task(TaskKind.PRESCRIBER_NEWS, Priority.PRESCRIBER, turn.working_days(1), key)
