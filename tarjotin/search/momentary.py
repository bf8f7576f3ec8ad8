"""Criteria that depend on the moment, on the asker's place or age (`query.MOMENTARY`), as trees. Knows no engine.

Nothing is kept of them in the index but what they are reckoned from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from tarjotin.common.distance import Point, metres_in
from tarjotin.common.time import helsinki_to_utc, to_helsinki
from tarjotin.search import circle, open_hours
from tarjotin.search.circle import Spots
from tarjotin.search.document import HORIZON, TIMES, UNKNOWN, WEEKDAYS, hour_code
from tarjotin.search.query import MOMENTARY, ON_FOOT, SPAN, Query
from tarjotin.search.tree import AllOf, Not, Nothing, Range, Term, Tree, all_of, any_of, one_of
from tarjotin.search.understanding.days import days

LOCATED = Range("lat", -90.0, 90.0)
FARTHEST_M = 50_000  # holds the whole region, whoever asks from within it
NOT_FOR_A_TIME = Not(Term("kind", "activity"))  # services and places are open, or not


@dataclass(frozen=True, slots=True)
class Moment:
    """When the question is asked, and from where. `spots`: the points that entries of a tree have, for circles."""

    now: datetime
    near: Point | None = None
    spots: Spots = lambda _: ()
    circles: dict[str, Tree] = field(default_factory=dict, compare=False)  # those that were asked for

    @property
    def today(self) -> date:
        return to_helsinki(self.now).date()

    def counted(self, group: str) -> tuple[str, ...]:
        """The options that are counted, with the unknown one."""
        options = MOMENTARY[group] if group != "distance" or self.near else ()
        return (*options, UNKNOWN) if options else ()

    def group(self, group: str, query: Query, *, lenient: bool = False) -> Tree:
        """What fits one of the options; lenient: what does not tell fits too."""
        lenient = lenient or UNKNOWN in query.options(group)
        if group == "when":
            return self._when(query, lenient=lenient)
        options = (*query.options(group), UNKNOWN) if lenient else query.options(group)
        return any_of(*(self._option(group, option) for option in dict.fromkeys(options)))

    def _option(self, group: str, option: str) -> Tree:
        match group:
            case "open_now":
                return self._open_now(option)
            case "places_left":
                return self._places_left(option)
            case "distance":
                return self._distance(option)
            case _:
                return _of_age(option)

    def _open_now(self, option: str) -> Tree:
        """Of services and places; activities have times of their own."""
        if option == UNKNOWN:
            return all_of(NOT_FOR_A_TIME, open_hours.untold_at(self.now))
        return open_hours.open_at(self.now) if option == "yes" else Nothing()

    def _distance(self, option: str) -> Tree:
        if option == UNKNOWN:
            return Not(LOCATED)
        if self.near is None or not ON_FOOT.fullmatch(option):
            return Nothing()
        if option not in self.circles:
            self.circles[option] = circle.within(self.near, min(on_foot(option), FARTHEST_M), self.spots)
        return self.circles[option]

    def _places_left(self, option: str) -> Tree:
        """Whether a coming session is known to have a free place; of activities only, as nothing else has places."""
        free, full = (Range(name, int(self.now.timestamp()) + 1) for name in ("free_until", "full_until"))
        trees: dict[str, Tree] = {
            "yes": free,
            "no": AllOf((full, Not(free))),
            UNKNOWN: AllOf((Term("kind", "activity"), Not(free), Not(full))),
        }
        return trees.get(option, Nothing())

    def _when(self, query: Query, *, lenient: bool) -> Tree:
        """What begins then, and what is open on such a weekday; with a time of day, at that time of those days."""
        weekdays, times = (_asked(query, group) for group in ("weekday", "time"))
        asked = [day for day in self._days(query.options("when")) if not weekdays or str(day.isoweekday()) in weekdays]
        numbers = sorted({str(day.isoweekday()) for day in asked})
        times = (*times, UNKNOWN) if times and lenient else times
        some_time = one_of("slot", (f"{day}-{time}" for day in numbers for time in times))
        is_open = _both(NOT_FOR_A_TIME, some_time if times else one_of("weekday", numbers))
        fits = any_of(self._begins(asked, times), is_open)
        return any_of(fits, Term("weekday", UNKNOWN)) if lenient else fits

    def _begins(self, asked: Sequence[date], times: Sequence[str]) -> Tree:
        """Starts of today that are past are no longer meant, but for those of this hour."""
        whole = [day for day in asked if day != self.today and not times]
        hours = [hour for day in asked if day not in whole for hour in _hours(day, tuple(times) or tuple(TIMES))]
        ahead = (code for hour in hours if (code := hour_code(hour)) >= hour_code(self.now))
        untimed = [day for day in asked if day not in whole and (UNKNOWN in times or not times)]
        by_day = (
            one_of(name, (f"{day:%Y%m%d}" for day in days)) for name, days in (("day", whole), ("untimed", untimed))
        )
        return any_of(*by_day, one_of("hour", ahead))

    def _days(self, options: Sequence[str]) -> list[date]:
        """The days meant, from today on, as far as the index looks ahead."""
        last = self.today + HORIZON
        spans = [span for option in options if (span := days(option, self.today) or _span(option))]
        found = {
            begin + timedelta(days=ahead)
            for first, until in spans
            for begin in [max(first or self.today, self.today)]
            for ahead in range((min(until or last, last) - begin).days + 1)
        }
        return sorted(found)


def on_foot(option: str) -> int:
    """The metres that a way on foot ("20min", "700m", "2km") may have at most."""
    match = ON_FOOT.fullmatch(option)
    number, unit = (int(match[1]), match[2]) if match else (0, "m")
    return metres_in(number) if unit == "min" else number * 1_000 if unit == "km" else number


@lru_cache(maxsize=1_024)
def _hours(day: date, times: tuple[str, ...]) -> tuple[datetime, ...]:
    """The hours of some times of a day, by the clock on the wall."""
    spans = [TIMES[time] for time in times if time != UNKNOWN]
    begin, end = (helsinki_to_utc(each, datetime.min.time()) for each in (day, day + timedelta(days=1)))
    hours = [begin + timedelta(hours=ahead) for ahead in range((end - begin) // timedelta(hours=1))]
    return tuple(hour for hour in hours if any(first <= to_helsinki(hour).hour < last for first, last in spans))


def _span(option: str) -> tuple[date | None, date | None] | None:
    """ "2026-11-24..2026-12-01", open at either end; one day alone is its own end."""
    match = SPAN.fullmatch(option)
    if match is None or not option.strip("."):
        return None
    try:
        ends = [date.fromisoformat(end) if end else None for end in (match[1], match[2])]
    except ValueError:
        return None
    return (ends[0], ends[1]) if ".." in option else (ends[0], ends[0])


def _asked(query: Query, group: str) -> tuple[str, ...]:
    known: Sequence[str] = WEEKDAYS if group == "weekday" else (*TIMES, UNKNOWN)
    return tuple(option for option in query.options(group) if option in known)


def _of_age(option: str) -> Tree:
    """Not meant for older or younger people; who tells no ages takes everybody."""
    if not (option.isascii() and option.isdecimal() and len(option) <= 3):
        return Nothing()
    age = int(option)
    return all_of(Not(Range("min_age", age + 1)), Not(Range("max_age", None, age - 1)))


def _both(one: Tree, other: Tree) -> Tree:
    return Nothing() if isinstance(other, Nothing) or isinstance(one, Nothing) else AllOf((one, other))
