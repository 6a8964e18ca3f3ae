"""The last step of reading times, the hours: what is said beside a day, as one window of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from messages.understand.time_marks import Clock, Mark, Shape

Window = tuple[time, time]
DAY: Window = (time(8), time(20))
_LATE = time(21)  # "apres 17h" ends here
_EARLIEST = 7  # nobody asks for a call before
_REACH = {8: (6, 12), 10: (8, 12), 12: (11, 14), 13: (12, 19), 16: (12, 20), 18: (17, 23)}


def window(marks: Sequence[Mark]) -> Window | None:
    """The hours that all these marks bound together; None when they do not go together."""
    parts = [m.part for m in marks if m.part]
    exact = [m for m in marks if m.shape in (Shape.AT, Shape.BETWEEN)]
    if len(parts) > 1 or len(exact) > 1:
        return None
    part = parts[0] if parts else None
    limits = _limits(marks, part)
    if limits is None or not exact:
        return limits
    found = _exact(exact[0], part)
    bounded = len(marks) > len(exact) + len(parts)
    if found and bounded and not (limits[0] <= found[0] and found[1] <= limits[1]):
        return None
    return found


def _limits(marks: Sequence[Mark], part: Window | None) -> Window | None:
    """A part of a day, an "apres" and an "avant" at once."""
    opens, closes = part or DAY
    for mark in marks:
        if mark.shape not in (Shape.AFTER, Shape.BEFORE):
            continue
        at = _clock(mark.clocks[0], part)
        if at is None:
            return None
        if mark.shape is Shape.AFTER:
            opens, closes = max(opens, at) if part else at, closes if part else _LATE
    for mark in marks:
        if mark.shape is Shape.BEFORE and (at := _clock(mark.clocks[0], part)):
            closes = min(closes, at) if part else at
    if opens >= _LATE and closes == _LATE:
        closes = _hour_later(opens)
    return (opens, closes) if opens < closes else None


def _exact(mark: Mark, part: Window | None) -> Window | None:
    start = _clock(mark.clocks[0], part)
    if start is None:
        return None
    if mark.shape is Shape.AT:
        return start, _hour_later(start)
    first, last = mark.clocks
    end = _clock(last, part)
    if part is None and 5 <= first.hour <= 7 and not first.sure and not last.sure and last.hour > 7:
        return None  # "de 7h a 9h": the morning, or the evening
    if end and end <= start and not last.sure:
        end = time(end.hour + 12, end.minute) if end.hour < 12 else end
    return (start, end) if end and start < end else None


def _clock(clock: Clock, part: Window | None) -> time | None:
    """The hour on the 24-hour clock. A bare hour from 1 to 7 is of the afternoon: that is when
    one asks for a call, and the echo says it."""
    hour = clock.hour
    if part is None:
        hour += 12 if hour <= 7 and not clock.sure else 0
        return time(hour, clock.minute) if hour >= _EARLIEST else None
    low, high = _REACH[part[0].hour]
    if hour < low and low >= 11 and not clock.sure:
        hour += 12
    return time(hour, clock.minute) if low <= hour <= high else None


def _hour_later(at: time) -> time:
    return time(at.hour + 1, at.minute) if at.hour < 23 else time(23, 59)


def without(part: Window) -> Window | None:
    """A day without its morning or its evening; None for what would cut it in two."""
    if part[1] <= time(12):
        return part[1], DAY[1]
    return (DAY[0], part[0]) if part[0] >= time(16) else None
