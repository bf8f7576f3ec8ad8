"""Opening hours of the coming days, and what to say of today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import OpeningHours
from tarjotin.catalogue.opening import dated, hours_on
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats.dates import clock, clock_span
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.ltr import ltr


@dataclass(frozen=True, slots=True)
class Day:
    """One day's hours: `spans` empty means closed."""

    on: date
    spans: tuple[tuple[time, time], ...]


def week(hours: Iterable[OpeningHours], first: date) -> list[Day]:
    """Seven days from `first` on; an empty list when no weekday is told at all."""
    rows, days = dated(hours), [first + timedelta(days=ahead) for ahead in range(7)]
    return [Day(day, hours_on(rows, day).spans) for day in days] if rows else []


def notes(hours: Iterable[OpeningHours]) -> list[OpeningHours]:
    """Hours that are told in words only."""
    return [row for row in hours if row.note and row.weekday is None]


def today_line(hours: Iterable[OpeningHours], *, now: datetime, language: str) -> SafeString | str:
    """ "Tänään avoinna klo 8–20", or nothing when no hours are told."""
    local = to_helsinki(now)
    days = week(hours, local.date())
    if not days:
        return ""
    if not days[0].spans:
        return _("Tänään suljettu")
    opens, closes = days[0].spans[0][0], days[0].spans[-1][1]
    if local.time() >= closes > opens:
        return format_html(_("Tänään oli avoinna {}"), clock_span(opens, closes, language))
    return format_html(_("Tänään avoinna {}"), spans_line(days[0].spans, language))


def spans_line(spans: Sequence[tuple[time, time]], language: str) -> SafeString:
    said = joined(*(ltr(f"{clock(opens, language)}–{clock(closes, language)}") for opens, closes in spans))
    return format_html(_("klo {}"), said)
