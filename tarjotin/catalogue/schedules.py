"""The dates of a weekly rhythm, in wall-clock time, so that the hour stays when the clocks change. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

from tarjotin.catalogue.records import ScheduleRecord, SessionRecord
from tarjotin.common.time import HELSINKI, helsinki_to_utc

HORIZON = timedelta(days=180)


def occurrences(schedule: ScheduleRecord, *, now: datetime, horizon: timedelta = HORIZON) -> Iterator[SessionRecord]:
    """The sessions from today on until the horizon or the schedule's last day; none where the rhythm is a guess.

    Raises `ValueError` for a rule RFC 5545 does not know.
    """
    if not schedule.certain:
        return
    first_day = max(schedule.starts_on, now.astimezone(HELSINKI).date())
    last_day = min(filter(None, (schedule.ends_on, (now + horizon).astimezone(HELSINKI).date())))
    for day in _days(schedule, first_day, last_day):
        if day not in schedule.except_on:
            yield _session(schedule, day)


def _days(schedule: ScheduleRecord, first: date, last: date) -> Iterator[date]:
    # Naive local midnights: the rule knows days, the clock is added afterwards.
    begin = datetime.combine(schedule.starts_on, datetime.min.time())
    rule = rrulestr(schedule.rrule, dtstart=begin)
    midnight = datetime.min.time()
    for moment in rule.xafter(datetime.combine(first, midnight), inc=True):
        if moment.date() > last:
            return
        yield moment.date()


def _session(schedule: ScheduleRecord, day: date) -> SessionRecord:
    ends_at = None
    if schedule.end is not None:
        over_midnight = schedule.end <= schedule.start
        ends_at = helsinki_to_utc(day + timedelta(days=int(over_midnight)), schedule.end)
    return SessionRecord(starts_at=helsinki_to_utc(day, schedule.start), ends_at=ends_at, place=schedule.place)
