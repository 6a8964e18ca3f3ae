"""Moments in French words, in the zone of the team: what a person reads in the inbox."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


def hour(at: datetime) -> str:
    """`18 h 15`, `9 h`, with no-break spaces, of a local instant."""
    return f"{at.hour}\u00a0h" + (f"\u00a0{at.minute:02d}" if at.minute else "")


def day(one: date, today: date) -> str:
    """`aujourd'hui`, `demain`, `hier`, `jeudi` within six days ahead, else `jeudi 3 décembre`."""
    ahead = (one - today).days
    near = {0: "aujourd'hui", 1: "demain", -1: "hier"}.get(ahead)
    if near:
        return near
    if 0 < ahead < 7:
        return WEEKDAYS[one.weekday()]
    return full_day(one, today)


def full_day(one: date, today: date) -> str:
    """`jeudi 3 décembre`, with the year when it is not this one."""
    number = "1er" if one.day == 1 else str(one.day)
    year = "" if one.year == today.year else f" {one.year}"
    return f"{WEEKDAYS[one.weekday()]} {number} {MONTHS[one.month - 1]}{year}"


def period(first: date, last: date, today: date) -> str:
    """`le lundi 16 mars`, `du lundi 16 mars au vendredi 20 mars`."""
    if first == last:
        return f"le {full_day(first, today)}"
    return f"du {full_day(first, today)} au {full_day(last, today)}"


def moment(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`jeudi 18 h 15`: the day and the hour of an aware instant, seen from `now`."""
    here = at.astimezone(zone)
    return f"{day(here.date(), now.astimezone(zone).date())} {hour(here)}"


def short(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """`14 h 05` for today, else the day and the hour: the time beside a message."""
    here = at.astimezone(zone)
    if here.date() == now.astimezone(zone).date():
        return hour(here)
    return moment(at, now, zone)


def span(length: timedelta) -> str:
    """`moins d'une minute`, `25 min`, `2 h 10`, `3 jours`."""
    minutes = int(max(length, timedelta()).total_seconds() // 60)
    if minutes < 1:
        return "moins d'une minute"
    if minutes < 60:
        return f"{minutes}\u00a0min"
    if minutes < 24 * 60:
        hours, rest = divmod(minutes, 60)
        return f"{hours}\u00a0h" + (f"\u00a0{rest:02d}" if rest else "")
    days = minutes // (24 * 60)
    return f"{days}\u00a0jour" + ("s" if days > 1 else "")


def since(start: datetime, now: datetime) -> str:
    """`depuis 2 h 10`."""
    return f"depuis {span(now - start)}"


def promise(due: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """When a promise breaks, or how long ago it broke: `avant demain 10 h`, `en retard de 2 h`."""
    if due is None:
        return ""
    if due < now:
        return f"en retard de {span(now - due)}"
    return f"avant {moment(due, now, zone)}"
