"""Opening hours as words of the index, so that "open now" is a question for a dozen words. Rows come loaded.

A day of 1 440 minutes is halved again and again; each half has a number, as in a heap. A span is told by the few
largest parts that make it up ("3.9": Wednesday), and what is open at a minute has one of the eleven parts around it.
Weeks that repeat are told once; days that are otherwise ("x20261224") are told by their date ("20261224.9").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tarjotin.catalogue.models import OpeningHours
from tarjotin.catalogue.opening import dated, hours_on
from tarjotin.common.time import to_helsinki
from tarjotin.search.document import UNKNOWN
from tarjotin.search.tree import AllOf, Not, Term, Tree, any_of, one_of

TOLD = "told"
LEAVES = 2_048  # more than a day has minutes
LAST_MINUTE, MIDNIGHT = time(23, 59), 1_440  # sources that know no 24.00 write 23.59
AHEAD_DAYS = 28
ANEW_AFTER = timedelta(days=14)  # when hours of some days only are told, they are looked at again

Parts = frozenset[str]  # of a day


@dataclass(frozen=True, slots=True)
class Open:
    """The words, and when they are no longer true."""

    words: tuple[str, ...] = ()
    due: int | None = None


def of_hours(owners: Iterable[Sequence[OpeningHours]], now: datetime) -> Open:
    """When any of these is open: each is a place, a service at a place, or a way to reach it, with all its hours."""
    told = [rows for rows in map(dated, owners) if any(row.weekday for row in rows)]
    if not told:
        return Open()
    today, changes = to_helsinki(now).date(), any(row.valid_from or row.valid_until for rows in told for row in rows)
    days = [today + timedelta(days=ahead) for ahead in range(AHEAD_DAYS if changes else 7)]
    parts = {day: frozenset(_parts(told, day)) for day in days}
    usual = _usual(parts)
    words = [TOLD, *(f"{weekday}.{part}" for weekday, held in usual.items() for part in held)]
    for day in (day for day in days if parts[day] != usual[day.isoweekday()]):
        words += [f"x{day:%Y%m%d}", *(f"{day:%Y%m%d}.{part}" for part in parts[day])]
    return Open(tuple(sorted(words)), int((now + ANEW_AFTER).timestamp()) if changes else None)


def open_at(now: datetime) -> Tree:
    local = to_helsinki(now)
    around = list(_around(local.hour * 60 + local.minute))
    return _on(local.date(), around)


def untold_at(now: datetime) -> Tree:
    """What tells no hours at all, or opens that day and nobody tells when."""
    some = _on(to_helsinki(now).date(), [UNKNOWN])
    untold = any_of(Not(Term("open", TOLD)), some)
    return AllOf((untold, Not(open_at(now))))


def spans(begin: int, end: int) -> Iterator[str]:
    """The largest parts of a day that make up the minutes from `begin` until `end`."""
    first, last = LEAVES + begin, LEAVES + end
    while first < last:
        if first & 1:
            yield str(first)
            first += 1
        if last & 1:
            last -= 1
            yield str(last)
        first, last = first >> 1, last >> 1


def _around(minute: int) -> Iterator[str]:
    part = LEAVES + minute
    while part:
        yield str(part)
        part >>= 1


def _on(day: date, parts: Sequence[str]) -> Tree:
    is_otherwise = Term("open", f"x{day:%Y%m%d}")
    usual = one_of("open", (f"{day.isoweekday()}.{part}" for part in parts))
    return any_of(AllOf((usual, Not(is_otherwise))), one_of("open", (f"{day:%Y%m%d}.{part}" for part in parts)))


def _usual(parts: Mapping[date, Parts]) -> dict[int, Parts]:
    """What holds on most days of each weekday."""
    weekdays = {day.isoweekday() for day in parts}
    counted = {each: Counter(held for day, held in parts.items() if day.isoweekday() == each) for each in weekdays}
    return {weekday: counts.most_common(1)[0][0] for weekday, counts in counted.items()}


def _parts(told: Sequence[Sequence[OpeningHours]], day: date) -> Iterator[str]:
    """Of the day itself, and of the night before when it was open over midnight."""
    minutes: set[tuple[int, int]] = set()
    for rows in told:
        today, yesterday = hours_on(rows, day), hours_on(rows, day - timedelta(days=1))
        if today.untold:
            yield UNKNOWN
        minutes |= {(_minute(opens), _end(opens, closes)) for opens, closes in today.spans}
        minutes |= {(0, _minute(closes)) for opens, closes in yesterday.spans if closes <= opens}
    for begin, end in minutes:
        yield from spans(begin, end)


def _end(opens: time, closes: time) -> int:
    return MIDNIGHT if closes <= opens or closes == LAST_MINUTE else _minute(closes)


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute
