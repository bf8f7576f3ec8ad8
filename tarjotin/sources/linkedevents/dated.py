"""Single dates with a time in words: "16.1.2019 klo 14:00 – 15:00", for rows that stand for a whole season. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from tarjotin.common.time import helsinki_to_utc
from tarjotin.sources.linkedevents.times import Span
from tarjotin.sources.linkedevents.weekly import TIME, clock_of, is_aside

FEWEST = 2  # a single date may be anything: the day sign-up opens, a break

_DATE = re.compile(r"(?<![\d.–-])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\s*[-–]|\d)")
_GAP = re.compile(r"[\s,:]*(?=klo|kello|kl)", re.I)


def dated_sessions(text: str, within: Span) -> tuple[Span, ...]:
    """The dated times the text lists inside the span, when there are at least two; those about signing up are none."""
    found = {span.starts_at: span for span in _found(text, within)}
    return tuple(found[at] for at in sorted(found)) if len(found) >= FEWEST else ()


def _found(text: str, within: Span) -> Iterator[Span]:
    for match in _DATE.finditer(text):
        day = _day(match[1], match[2], match[3], within)
        gap = _GAP.match(text, match.end())
        clock = TIME.match(text, gap.end()) if gap else None
        if day and clock and not is_aside(text, match.start()) and (times := clock_of(clock)):
            yield _span(day, *times)


def _span(day: date, start: time, end: time | None) -> Span:
    ends_at = helsinki_to_utc(day, end) if end and end > start else None
    return Span(helsinki_to_utc(day, start), ends_at, day, day, time_known=True)


def _day(day: str, month: str, year: str | None, within: Span) -> date | None:
    years = [int(year)] if year else range(within.first_day.year, within.last_day.year + 1)
    for candidate in years:
        try:
            read = date(candidate, int(month), int(day))
        except ValueError:
            continue
        if within.first_day <= read <= within.last_day:
            return read
    return None
