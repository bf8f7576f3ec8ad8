"""From a question to trees: criteria join with "and" across groups and "or" inside one. Pure; knows no engine.

A weekday and a time of day belong together: "Wednesday" and "evening" ask for a Wednesday evening.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tarjotin.common.time import helsinki_to_utc
from tarjotin.search.document import MAYBE_GROUPS, TIMES, UNKNOWN, WEEKDAYS
from tarjotin.search.query import GROUPS, Query
from tarjotin.search.tree import AllOf, Everything, Not, Nothing, Range, Term, Tree, Worth, all_of, any_of
from tarjotin.words import analysis

PAIRED = {"weekday": "time", "time": "weekday"}


WINDOWED = Term("windowed", "yes")


def visible(now: datetime) -> Tree:
    """What may be seen today, in an index where some entries have a window of visibility."""
    moment = int(now.timestamp())
    not_now = any_of(Range("visible_from", moment + 1), Range("visible_until", None, moment))
    return Not(AllOf((WINDOWED, not_now)))


def within(query: Query) -> Tree:
    """Narrowed to the place or the organisation asked for."""
    narrow = (("place", query.place), ("organisation", query.organisation))
    terms = all_of(*(Term(name, str(found)) for name, found in narrow if found))
    return _unscored(all_of(terms, _of_age(query.age), _on_days(query.starts_from, query.until)))


def _of_age(age: int | None) -> Tree:
    """Not meant for older or younger people; who tells no ages takes everybody."""
    if age is None:
        return Everything()
    return all_of(Not(Range("min_age", age + 1)), Not(Range("max_age", None, age - 1)))


def _on_days(first: date | None, last: date | None) -> Tree:
    """Activities that begin then, and services and places that are open on such a weekday."""
    if first is None or last is None:
        return Everything()
    begin, end = (helsinki_to_utc(day, time()) for day in (first, last + timedelta(days=1)))
    days = {str((first + timedelta(days=ahead)).isoweekday()) for ahead in range(min((last - first).days + 1, 7))}
    is_open = AllOf((Not(Term("kind", "activity")), any_of(*(Term("weekday", day) for day in sorted(days)))))
    return any_of(Range("starts", int(begin.timestamp()), int(end.timestamp()) - 1), is_open)


def criteria(query: Query, *, without: str = "", lenient: bool = False) -> Tree:
    """The chosen criteria, without one group. Lenient: as if `UNKNOWN` were chosen in each too."""
    groups = [group for group in GROUPS if group != without and query.options(group)]
    parts: list[Tree] = []
    if groups.count("weekday") and groups.count("time"):
        parts.append(slots(query.options("weekday"), query.options("time"), lenient=lenient))
        groups = [group for group in groups if group not in PAIRED]
    parts += [_group(group, query.options(group), lenient=lenient) for group in groups]
    return _unscored(all_of(*parts))


def slots(weekdays: tuple[str, ...], times: tuple[str, ...], *, lenient: bool = False) -> Tree:
    days = [day for day in (*WEEKDAYS, UNKNOWN) if day in weekdays or (lenient and day == UNKNOWN)]
    hours = [time for time in (*TIMES, UNKNOWN) if time in times or (lenient and time == UNKNOWN)]
    return any_of(*(Term("slot", f"{day}-{time}") for day in days for time in hours))


def has_maybes(query: Query) -> bool:
    return any(query.options(group) for group in MAYBE_GROUPS)


def _group(group: str, options: tuple[str, ...], *, lenient: bool) -> Tree:
    known = [option for option in options if option != UNKNOWN and analysis.clean(option) == option]
    also = [UNKNOWN] if group in MAYBE_GROUPS and (lenient or UNKNOWN in options) else []
    return any_of(*(Term(group, option) for option in (*known, *also)))


def _unscored(tree: Tree) -> Tree:
    return tree if isinstance(tree, Everything | Nothing | Not) else Worth(tree, 0.0)
