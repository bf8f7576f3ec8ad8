"""From a question to trees: criteria join with "and" across groups and "or" inside one. Pure; knows no engine.

A weekday and a time of day belong together: "Wednesday" and "evening" ask for a Wednesday evening.
"""

from __future__ import annotations

from datetime import datetime

from tarjotin.search.document import MAYBE_GROUPS, TIMES, UNKNOWN, WEEKDAYS
from tarjotin.search.momentary import Moment
from tarjotin.search.query import CRITERIA, MOMENTARY, Query
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
    return _unscored(terms)


def criteria(query: Query, moment: Moment, *, without: str = "", lenient: bool = False) -> Tree:
    """The chosen criteria, without one group. Lenient: a fact that nobody tells fits too."""
    query = query.without(without) if without else query
    groups = [group for group in CRITERIA if query.options(group)]
    parts: list[Tree] = []
    if groups.count("weekday") and groups.count("time"):
        parts.append(slots(query.options("weekday"), query.options("time"), lenient=lenient))
        groups = [group for group in groups if group not in PAIRED]
    for group in groups:
        if group in MOMENTARY:
            parts.append(moment.group(group, query, lenient=lenient))
        else:
            parts.append(_group(group, query.options(group), lenient=lenient))
    return _unscored(all_of(*map(_unscored, parts)))


def slots(weekdays: tuple[str, ...], times: tuple[str, ...], *, lenient: bool = False) -> Tree:
    days = [day for day in (*WEEKDAYS, UNKNOWN) if day in weekdays or (lenient and day == UNKNOWN)]
    hours = [time for time in (*TIMES, UNKNOWN) if time in times or (lenient and time == UNKNOWN)]
    return any_of(*(Term("slot", f"{day}-{time}") for day in days for time in hours))


def has_maybes(query: Query) -> bool:
    return any(query.options(group) for group in (*MAYBE_GROUPS, *MOMENTARY) if group != "age")


def _group(group: str, options: tuple[str, ...], *, lenient: bool) -> Tree:
    known = [option for option in options if option != UNKNOWN and analysis.clean(option) == option]
    also = [UNKNOWN] if group in MAYBE_GROUPS and (lenient or UNKNOWN in options) else []
    return any_of(*(Term(group, option) for option in (*known, *also)))


def _unscored(tree: Tree) -> Tree:
    return tree if isinstance(tree, Everything | Nothing | Not) else Worth(tree, 0.0)
