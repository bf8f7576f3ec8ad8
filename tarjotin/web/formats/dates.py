"""Days and clock times, per language: "ti 1.12. klo 10–11.30", "tis 1.12 kl. 10–11.30", "Tue 1 Dec 10:00–11:30"."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Literal

from babel import Locale
from babel.dates import format_date, get_day_names
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tarjotin.common.languages import base_of
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats.ltr import ltr

# CLDR patterns of day and month without the weekday; a language that is not here takes the last one. Arabic, Persian
# and Somali write as signs and letters in Finland do, without a last dot that could be read as the end of a sentence.
DAY_PATTERNS = {
    "fi": "d.M.",
    "sv": "d.M",
    "en": "d MMM",
    "ru": "dd.MM",
    "uk": "dd.MM",
    "ar": "d.M",
    "so": "d.M",
    "fa": "d.M",
}
LONG_PATTERNS = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMM y", "ru": "dd.MM.y", "uk": "dd.MM.y"}
OTHER_PATTERN, OTHER_LONG_PATTERN = "d.M.", "d.M.y"


def locale_of(language: str) -> Locale:
    return Locale.parse(language.split("-")[0])


@cache
def weekday_names(language: str, width: Literal["abbreviated", "wide"] = "abbreviated") -> dict[int, str]:
    """ISO weekday (1 = Monday) → its name, as written on its own."""
    names = get_day_names(width, "stand-alone", locale=locale_of(language))
    return {number + 1: names[number] for number in sorted(names)}


def day(on: date, language: str) -> SafeString:
    """A weekday and a date: "ti 1.12."."""
    digits = format_date(on, DAY_PATTERNS.get(language, OTHER_PATTERN), locale=locale_of(language))
    return format_html("{} {}", weekday_names(language)[on.isoweekday()], ltr(digits))


def long_date(on: date, language: str) -> SafeString:
    """A date with its year, for what may be old: "28.11.2026"."""
    return ltr(plain_date(on, language))


def plain_date(on: date, language: str) -> str:
    """As `long_date`, where no mark-up may stand."""
    return str(format_date(on, LONG_PATTERNS.get(language, OTHER_LONG_PATTERN), locale=locale_of(language)))


def clock(at: time, language: str) -> str:
    """A time of day without its word: "10", "11.30"; "10:00" where people write it so."""
    if base_of(language) not in {"fi", "sv"}:
        return f"{at:%H:%M}"
    return f"{at.hour}" if at.minute == 0 else f"{at.hour}.{at:%M}"


def clock_span(start: time, end: time | None, language: str) -> SafeString:
    """A time or a span with its word: "klo 10–11.30"."""
    digits = clock(start, language)
    if end is not None and end != start:
        digits += f"–{clock(end, language)}"
    return format_html(_("klo {}"), ltr(digits))


def relative_day(on: date, today: date) -> str:
    """ "tänään", "huomenna", or nothing."""
    return {today: _("tänään"), today + timedelta(days=1): _("huomenna")}.get(on, "")


def moment_span(
    starts_at: datetime, ends_at: datetime | None, *, time_known: bool, language: str, now: datetime
) -> SafeString:
    """When something is, in Helsinki time; "today" and "tomorrow" stand before the date, and are left out in print."""
    start, end, today = to_helsinki(starts_at), ends_at and to_helsinki(ends_at), to_helsinki(now).date()
    if end is not None and end.date() > start.date() and not _is_one_night(start, end):
        return _days_span(start, end, time_known, language)
    end_time = end.time() if end is not None and time_known else None
    dated = day(start.date(), language)
    if time_known:
        dated = format_html("{} {}", dated, clock_span(start.time(), end_time, language))
    soon = relative_day(start.date(), today)
    return format_html('<span class="screen">{} </span>{}', soon, dated) if soon else dated


def _is_one_night(start: datetime, end: datetime) -> bool:
    return end - start < timedelta(hours=12)


def _days_span(start: datetime, end: datetime, time_known: bool, language: str) -> SafeString:
    """From one day to another; the clock only where it says something."""
    last = end - timedelta(microseconds=1) if end.time() == time(0) else end
    first_day, last_day = day(start.date(), language), day(last.date(), language)
    if time_known and end - start <= timedelta(days=4) and start.time() != time(0):
        return format_html(
            "{} {} – {} {}",
            first_day,
            clock_span(start.time(), None, language),
            last_day,
            clock_span(end.time(), None, language),
        )
    return first_day if last.date() == start.date() else format_html("{} – {}", first_day, last_day)


def told_ago(told_at: datetime, now: datetime) -> SafeString:
    """How old a piece of news is: "Kerrottu 2 tuntia sitten."."""
    minutes = max(int((now - told_at).total_seconds()) // 60, 0)
    if minutes < 60:
        return format_html("{}", _("Kerrottu alle tunti sitten."))
    hours = minutes // 60
    if hours < 24:
        return format_html(
            ngettext("Kerrottu {count} tunti sitten.", "Kerrottu {count} tuntia sitten.", hours), count=ltr(hours)
        )
    days = hours // 24
    return format_html(
        ngettext("Kerrottu {count} päivä sitten.", "Kerrottu {count} päivää sitten.", days), count=ltr(days)
    )
