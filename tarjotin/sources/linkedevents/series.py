"""What kind of thing a row is in time: one date, a child or parent of a series, a series as one row, a season. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from tarjotin.catalogue.records import ScheduleRecord
from tarjotin.sources.linkedevents.breaks import days_off
from tarjotin.sources.linkedevents.dated import dated_sessions
from tarjotin.sources.linkedevents.times import Span
from tarjotin.sources.linkedevents.weekly import WeeklyTime, clock_times, is_monthly, weekly_times
from tarjotin.sources.linkedevents.wording import is_by_arrangement, is_exhibition

EARLIEST_YEAR = 2005
LONGEST_DAYS = 400
SERIES_DAYS = 7  # a row this long is a series, a season or an exhibition
CHILD_DAYS = 7
YEAR_LONG_DAYS = 60  # from here on "sopimuksen mukaan" in the description tells how the whole row works
WEEKLY_SPACING_DAYS = 17  # each week with holidays left out, or every other week
LONGEST_DAILY_H = 4.0

END_FAR_AWAY = "end dropped: more than a week after the start of one session"
READ_FROM_TEXT = "weekly times read out of the text"
READ_FROM_DATES = "weekday taken from the first and last day, the time out of the text"
DATES_FROM_TEXT = "dates read out of the text"
DAYS_NOT_TOLD = "a series as one row: its days are not told"
ONLY_FIRST_DAY = "a course as one row: only its first day is told"
MONTHLY = "once a month, by the text: its dates are not told"
SPREAD_OUT = "recurs more seldom than every other week"


@dataclass(frozen=True, slots=True)
class Row:
    """What the arrangement is judged by. `titles` are name and summary, `texts` the descriptions, Finnish first."""

    span: Span | None
    role: str  # parent, child, lone
    is_course: bool = False
    titles: Sequence[str] = ()
    texts: Sequence[str] = ()
    parts: int = 0
    is_postponed: bool = False
    is_cancelled: bool = False
    has_later_parts: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    rhythm: str = ""
    sessions: tuple[Span, ...] = ()
    schedules: tuple[ScheduleRecord, ...] = ()
    by_appointment: bool | None = None
    expires_at: datetime | None = None
    rejected: str = ""
    flags: tuple[str, ...] = ()


def arrange(row: Row) -> Arrangement:
    if row.role == "parent":
        return _parent(row)
    if row.span is None:
        return Arrangement(rejected="postponed, and no new time is told" if row.is_postponed else "no start time")
    if row.span.first_day.year < EARLIEST_YEAR:
        return Arrangement(rejected=f"starts in the year {row.span.first_day.year}: not a dated event")
    found = _child(row, row.span) if row.role == "child" else _lone(row, row.span)
    if row.is_cancelled and not found.sessions and not found.rejected:
        return Arrangement(rejected="the whole series is cancelled")
    return found


def _parent(row: Row) -> Arrangement:
    """A recurring parent has no session of its own; how its parts are spread says whether it is weekly."""
    span = row.span
    expires_at = span.over_at if span and span.ends_at and not row.has_later_parts else None
    if row.is_course:
        return Arrangement("course", expires_at=expires_at)
    if row.parts == 1:
        return Arrangement("one_off", expires_at=expires_at)
    spacing = span.days / (row.parts - 1) if span and row.parts > 1 else 0
    says_weekly = any(weekly_times(text) for text in (*row.titles, *row.texts))
    if spacing > WEEKLY_SPACING_DAYS and not says_weekly:
        return Arrangement("season", expires_at=expires_at, flags=(SPREAD_OUT,))
    return Arrangement("weekly", expires_at=expires_at)


def _child(row: Row, span: Span) -> Arrangement:
    """One session of a series: the series tells the rhythm."""
    if span.days > CHILD_DAYS:
        span = span.without_end(END_FAR_AWAY)
    return Arrangement("course" if row.is_course else "", (span,), expires_at=span.over_at, flags=span.flags)


def _lone(row: Row, span: Span) -> Arrangement:
    by_appointment = True if is_by_arrangement(row.titles) else None
    if span.days < SERIES_DAYS:
        rhythm = "course" if row.is_course else "one_off"
        return Arrangement(rhythm, (span,), (), by_appointment, span.over_at, flags=span.flags)
    if by_appointment or (span.days >= YEAR_LONG_DAYS and is_by_arrangement(row.texts)):
        return Arrangement("open_always", by_appointment=True, expires_at=span.over_at)
    if found := _series(row, span):
        return found
    if span.days > LONGEST_DAYS:
        return Arrangement(rejected=f"lasts {span.days} days: a permanent display, not an event")
    return Arrangement("season", (span,), expires_at=span.over_at, flags=span.flags)


def _series(row: Row, span: Span) -> Arrangement | None:
    """A series that was entered as one long row, or nothing when the row is what it says, an exhibition say."""
    rhythm = "course" if row.is_course else "weekly"
    all_texts = (*row.titles, *row.texts)
    if is_exhibition(row.titles):
        return None
    if times := _weekly_times(row):
        schedules = _schedules(times, span, all_texts)
        return Arrangement(rhythm, schedules=schedules, expires_at=span.over_at, flags=(READ_FROM_TEXT,))
    if dated := next((found for text in row.texts if (found := dated_sessions(text, span))), ()):
        return Arrangement(
            "course" if row.is_course else "season", dated, expires_at=span.over_at, flags=(DATES_FROM_TEXT,)
        )
    if row.is_course and span.days <= LONGEST_DAYS:
        return _course(row, span, all_texts)
    if any(is_monthly(text) for text in all_texts):
        return Arrangement("season", expires_at=span.over_at, flags=(MONTHLY,))
    hours = span.daily_hours
    if hours is not None and 0 < hours <= LONGEST_DAILY_H and span.days <= LONGEST_DAYS:
        return Arrangement("season", expires_at=span.over_at, flags=(DAYS_NOT_TOLD,))
    return None


def _weekly_times(row: Row) -> tuple[WeeklyTime, ...]:
    """The title speaks first. Short weekdays ("to klo 17–19") are trusted in titles and courses only."""
    for text in row.titles:
        if times := weekly_times(text, short_days=True):
            return times
    for text in row.texts:
        if times := weekly_times(text, short_days=row.is_course):
            return times
    return ()


def _schedules(times: Sequence[WeeklyTime], span: Span, texts: Sequence[str]) -> tuple[ScheduleRecord, ...]:
    off = sorted({day for text in texts for day in days_off(text, span.first_day, span.last_day)})
    return tuple(_schedule(each, span, off) for each in times)


def _schedule(weekly: WeeklyTime, span: Span, off: Sequence[date]) -> ScheduleRecord:
    return ScheduleRecord(
        starts_on=weekly.first_on_or_after(span.first_day),
        start=weekly.start,
        end=weekly.end,
        rrule=weekly.rrule,
        ends_on=span.last_day,
        except_on=tuple(day for day in off if day.weekday() in weekly.days),
        certain=False,
    )


def _course(row: Row, span: Span, texts: Sequence[str]) -> Arrangement:
    """A course from a Thursday to a Thursday meets on Thursdays; else only its first day is certain."""
    clock = _course_clock(row, span)
    if clock and span.first_day.weekday() == span.last_day.weekday():
        weekly = WeeklyTime((span.first_day.weekday(),), *clock)
        schedules = _schedules([weekly], span, texts)
        return Arrangement("course", schedules=schedules, expires_at=span.over_at, flags=(READ_FROM_DATES,))
    first = span.without_end(ONLY_FIRST_DAY)
    return Arrangement("course", (first,), expires_at=span.over_at, flags=first.flags)


def _course_clock(row: Row, span: Span) -> tuple[time, time | None] | None:
    return next((clock for text in row.titles for clock in clock_times(text)), None)
