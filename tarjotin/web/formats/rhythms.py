"""A weekly rhythm in words: "tiistaisin ja torstaisin klo 10–11"."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tarjotin.catalogue.models import Schedule
from tarjotin.web.formats.dates import clock_span, day
from tarjotin.web.formats.lists import listed

DAYS = {
    "MO": gettext_lazy("maanantaisin"),
    "TU": gettext_lazy("tiistaisin"),
    "WE": gettext_lazy("keskiviikkoisin"),
    "TH": gettext_lazy("torstaisin"),
    "FR": gettext_lazy("perjantaisin"),
    "SA": gettext_lazy("lauantaisin"),
    "SU": gettext_lazy("sunnuntaisin"),
}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")


def rhythm_line(schedule: Schedule, language: str) -> SafeString:
    """The days and the hours of one schedule, and until when when that is told."""
    rule = dict(part.split("=", 1) for part in schedule.rrule.upper().split(";") if "=" in part)
    said = format_html("{} {}", _days(rule, schedule), clock_span(schedule.start, schedule.end, language))
    if schedule.ends_on:
        said = format_html(_("{}, viimeinen kerta {}"), said, day(schedule.ends_on, language))
    return said if schedule.certain else format_html(_("{} (tarkista järjestäjältä)"), said)


def _days(rule: dict[str, str], schedule: Schedule) -> str:
    # "2TU" is the second Tuesday of a month; the day's letters are the last two.
    asked = rule.get("BYDAY", "")
    days = [part[-2:] for part in asked.split(",") if part[-2:] in DAYS]
    if not days:
        days = [list(DAYS)[schedule.starts_on.weekday()]]
    frequency, interval = rule.get("FREQ", "WEEKLY"), rule.get("INTERVAL", "1")
    if frequency == "DAILY" and not asked:
        return _("joka päivä")
    if frequency == "MONTHLY":
        return _("kerran kuussa, %(days)s") % {"days": _joined(days)}
    if frequency == "WEEKLY" and interval == "2":
        return _("joka toinen viikko, %(days)s") % {"days": _joined(days)}
    if interval not in {"1", "2"}:
        return _("joka %(number)s. viikko, %(days)s") % {"number": interval, "days": _joined(days)}
    return _joined(days)


def _joined(days: Sequence[str]) -> str:
    if tuple(days) == WEEKDAYS:
        return _("arkisin")
    names = [str(DAYS[name]) for name in days]
    if len(names) == 1:
        return names[0]
    return _("%(first)s ja %(last)s") % {"first": listed(names[:-1]), "last": names[-1]}
