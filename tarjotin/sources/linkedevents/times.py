"""When an event is: the start and end fields, of which many know only the day. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tarjotin.common.time import helsinki_to_utc, to_helsinki
from tarjotin.sources.linkedevents.fields import moment

END_BEFORE_START = "end dropped: before the start"
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when. Days are Helsinki days; `last_day` is the last one that counts."""

    starts_at: datetime
    ends_at: datetime | None
    first_day: date
    last_day: date
    time_known: bool
    flags: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """How many days lie between the first and the last."""
        return (self.last_day - self.first_day).days

    @property
    def daily_hours(self) -> float | None:
        """From the clock time of the start to that of the end, in hours: "14 to 16" on each of many days."""
        if not self.time_known or self.ends_at is None:
            return None
        start, end = to_helsinki(self.starts_at), to_helsinki(self.ends_at)
        return (end.hour - start.hour) + (end.minute - start.minute) / 60

    @property
    def over_at(self) -> datetime:
        """When nobody needs to see it any more: its end, or the end of its last day."""
        if self.ends_at and self.time_known:
            return self.ends_at
        return helsinki_to_utc(self.last_day, LAST_MINUTE)

    def without_end(self, flag: str) -> Span:
        return replace(self, ends_at=None, last_day=self.first_day, flags=(*self.flags, flag))


@dataclass(frozen=True, slots=True)
class _Moment:
    at: datetime
    day: date
    time_known: bool
    is_date: bool = False


def read_span(start: object, end: object, *, has_start_time: object = None) -> Span | None:
    """The span of an event, or nothing when its start cannot be read.

    A date alone, or midnight in Helsinki, means that the time is unknown. An end at midnight closes the day before;
    an end that is a date is that whole day.
    """
    begun, ended = _read(start), _read(end)
    if begun is None:
        return None
    time_known = begun.time_known and has_start_time is not False
    alone = Span(begun.at, None, begun.day, begun.day, time_known)
    if ended is None or ended.at == begun.at:
        return alone
    if ended.at < begun.at and not (ended.is_date and ended.day == begun.day):
        return replace(alone, flags=(END_BEFORE_START,))
    last_day = ended.day
    if not ended.time_known and not ended.is_date and last_day > begun.day:
        last_day -= timedelta(days=1)
    if time_known and not ended.is_date:
        return replace(alone, ends_at=ended.at, last_day=last_day)
    closes = helsinki_to_utc(last_day, LAST_MINUTE) if last_day > begun.day else None
    return replace(alone, ends_at=closes, last_day=last_day)


def _read(value: object) -> _Moment | None:
    try:
        if found := moment(value):
            local = to_helsinki(found)
            return _Moment(found, local.date(), local.time() != time(0))
        day = date.fromisoformat(value.strip()) if isinstance(value, str) else None
        return _Moment(helsinki_to_utc(day, time(0)), day, time_known=False, is_date=True) if day else None
    except (ValueError, OverflowError):
        return None
