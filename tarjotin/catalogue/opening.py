"""Which opening hours hold on a day: those of a few days (a holiday) come before the usual ones. Rows come loaded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from tarjotin.catalogue.models import OpeningHours

SHORT_WINDOW = timedelta(days=31)  # hours for so few days are an exception and come before the usual ones


@dataclass(frozen=True, slots=True)
class Hours:
    """Of one day: no spans mean closed, unless something is `untold`."""

    spans: tuple[tuple[time, time], ...] = ()
    untold: bool = False  # it is open, and nobody tells from when or until when


def dated(rows: Iterable[OpeningHours]) -> list[OpeningHours]:
    """The hours that say something of a day; the others are notes in words."""
    return [row for row in rows if row.weekday is not None or (row.closed and row.valid_from)]


def hours_on(rows: Sequence[OpeningHours], on: date) -> Hours:
    """The hours of a day by these rows, which are all `dated`."""
    valid = [row for row in rows if _is_valid(row, on) and row.weekday in {None, on.isoweekday()}]
    chosen = [row for row in valid if _is_exception(row)] or valid
    told = [(row.opens, row.closes) for row in chosen if not row.closed]
    spans = sorted((opens, closes) for opens, closes in told if opens and closes)
    return Hours(tuple(spans), untold=len(spans) < len(told))


def _is_valid(row: OpeningHours, on: date) -> bool:
    return (row.valid_from is None or row.valid_from <= on) and (row.valid_until is None or on <= row.valid_until)


def _is_exception(row: OpeningHours) -> bool:
    return bool(row.valid_from and row.valid_until and row.valid_until - row.valid_from <= SHORT_WINDOW)
