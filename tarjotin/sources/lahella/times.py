"""When a Lähellä.fi activity is: single times, stretches of days, and rhythms in wall-clock time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tarjotin.catalogue.records import Ref, ScheduleRecord, SessionRecord
from tarjotin.common.time import HELSINKI
from tarjotin.sources.lahella.texts import Raw
from tarjotin.sources.raw import Notes, mapping, moment_of_ms, rows, text

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PERIODS = frozenset({"P1D", "P1W", "P2W", "P1M"})
LONGEST_SESSION = timedelta(days=31)  # a longer stretch of days is open then, and nothing one goes to on a date


@dataclass(slots=True)
class Times:
    """What the events of all channels say together. `last_days` holds `None` for one without an end."""

    schedules: list[ScheduleRecord] = field(default_factory=list)
    sessions: list[SessionRecord] = field(default_factory=list)
    last_days: list[date | None] = field(default_factory=list)
    is_open_long: bool = False

    def rhythm(self) -> str:
        if self.schedules:
            return "weekly"
        if self.is_open_long:
            return "open_always"
        return "one_off" if len(self.sessions) == 1 else ""

    def ends_at(self) -> datetime | None:
        """The end of the last day, when every event has an end."""
        known = [day for day in self.last_days if day is not None]
        if not known or len(known) < len(self.last_days):
            return None
        return datetime.combine(max(known) + timedelta(days=1), time(0), HELSINKI).astimezone(UTC)


def read(events: object, place: Ref | None, times: Times, notes: Notes) -> None:
    for event in rows(events):
        zone = _zone(text(event.get("timeZone")), notes)
        start = moment_of_ms(event.get("start"))
        if start is None:
            notes.add("an event without a start left out")
        elif text(mapping(event.get("recurrence")).get("period")) in PERIODS and text(event.get("type")) != "1":
            _recurring(event, start.astimezone(zone), place, times, notes)
        else:
            _single(event, start, place, times, notes)


def _zone(name: str, notes: Notes) -> ZoneInfo:
    if name in ("", HELSINKI.key):
        return HELSINKI
    try:
        zone = ZoneInfo(name)
    except (KeyError, ValueError, OSError, ImportError):  # no such zone, or not a name at all
        notes.add("an unknown time zone taken for Helsinki")
        return HELSINKI
    notes.add(f"times were in {name}")
    return zone


def _end(event: Raw) -> datetime | None:
    return moment_of_ms(event.get("end")) or moment_of_ms(mapping(event.get("recurrence")).get("end"))


def _single(event: Raw, start: datetime, place: Ref | None, times: Times, notes: Notes) -> None:
    end = _end(event)
    end = end if end and end > start else None
    times.last_days.append((end or start).astimezone(HELSINKI).date())
    if end and end - start > LONGEST_SESSION:
        notes.add("open for longer than a month: no dated times")
        times.is_open_long = True
        return
    known = start.astimezone(HELSINKI).time() != time(0)
    times.sessions.append(SessionRecord(starts_at=start, ends_at=end, time_known=known, place=place))


def _recurring(event: Raw, start: datetime, place: Ref | None, times: Times, notes: Notes) -> None:
    recurrence = mapping(event.get("recurrence"))
    spans = _spans(recurrence, notes)
    if not spans and text(recurrence.get("period")) == "P1D":
        _single(event, start.astimezone(UTC), place, times, notes)  # a stretch of days
        return
    end = moment_of_ms(recurrence.get("end"))
    ends_on = end.astimezone(start.tzinfo).date() if end else None
    times.last_days.append(ends_on)
    spans = spans or {(start.time(), None): [start.isoweekday()]}
    for (opens, closes), weekdays in spans.items():
        for group in _together(recurrence, weekdays):
            first = _first(start.date(), group)
            times.schedules.append(
                ScheduleRecord(
                    starts_on=first,
                    start=_in_helsinki(first, opens, start),
                    end=_in_helsinki(first, closes, start) if closes else None,
                    rrule=_rrule(recurrence, group, first, notes),
                    ends_on=ends_on,
                    except_on=_excluded(recurrence),
                    place=place,
                )
            )


def _spans(recurrence: Raw, notes: Notes) -> dict[tuple[time, time | None], list[int]]:
    """Weekdays by their times, so that equal days make one rhythm."""
    found: dict[tuple[time, time | None], list[int]] = {}
    for row in rows(recurrence.get("daySpecificTimes")):
        weekday, opens = row.get("weekday"), _time(row.get("startTime"))
        if opens is None or not isinstance(weekday, int) or weekday not in range(1, 8):
            notes.add("a weekday without a readable time left out")
            continue
        days = found.setdefault((opens, _time(row.get("endTime"))), [])
        if weekday not in days:
            days.append(weekday)
    return {span: sorted(days) for span, days in found.items()}


def _together(recurrence: Raw, weekdays: list[int]) -> list[list[int]]:
    """Monthly, each weekday counts its own place in the month."""
    return [[day] for day in weekdays] if _is_monthly(recurrence) else [weekdays]


def _is_monthly(recurrence: Raw) -> bool:
    return text(recurrence.get("period")) == "P1M"


def _first(start: date, weekdays: list[int]) -> date:
    return next(day for day in (start + timedelta(days=step) for step in range(7)) if day.isoweekday() in weekdays)


def _rrule(recurrence: Raw, weekdays: list[int], first: date, notes: Notes) -> str:
    names = [WEEKDAYS[day - 1] for day in weekdays]
    if _is_monthly(recurrence):
        notes.add("monthly: taken for the same weekday of the month as the first time")
        nth = (first.day - 1) // 7 + 1
        return f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{names[0]}"
    interval = _interval(recurrence)
    every = f"INTERVAL={interval};" if interval > 1 else ""
    return f"FREQ=WEEKLY;{every}BYDAY={','.join(names)}"


def _interval(recurrence: Raw) -> int:
    """Weeks between two times: the gap where it is told, else the period."""
    told = (re.fullmatch(r"P(\d)W", text(recurrence.get(key))) for key in ("gap", "period"))
    return next((int(match[1]) for match in told if match and match[1] != "0"), 1)


def _excluded(recurrence: Raw) -> tuple[date, ...]:
    listed = recurrence.get("exclude")
    found = (_day(each) for each in listed) if isinstance(listed, list) else ()
    return tuple(sorted({day for day in found if day}))


def _day(value: object) -> date | None:
    if at := moment_of_ms(value):
        return at.astimezone(HELSINKI).date()
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _time(value: object) -> time | None:
    said = text(value)
    if said == "24:00":
        return time(0)
    try:
        return time.fromisoformat(said.zfill(5)).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None


def _in_helsinki(day: date, at: time, start: datetime) -> time:
    return datetime.combine(day, at, start.tzinfo).astimezone(HELSINKI).time()
