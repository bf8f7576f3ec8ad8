"""Sessions as a calendar file: in Helsinki time, with the phone and the way there, and the same id at every change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Timezone, vDuration

from tarjotin.common.time import to_helsinki

MADE_BY = "-//Tarjotin//Tarjotin//FI"
COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)  # SEQUENCE is a small number that grows: seconds of the last change
READ_AGAIN = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Dated:
    """What a calendar shows of one session. `all_day`: the clock was not told."""

    uid: str
    name: str
    starts_at: datetime
    ends_at: datetime | None
    all_day: bool
    cancelled: bool
    changed_at: datetime
    where: str
    about: str
    url: str
    point: tuple[float, float] | None = None


def calendar_file(sessions: Iterable[Dated], *, name: str) -> bytes:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", MADE_BY)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", "Europe/Helsinki")
    calendar.add("refresh-interval", vDuration(READ_AGAIN), parameters={"VALUE": "DURATION"})
    calendar.add_component(_helsinki())
    for session in sessions:
        calendar.add_component(_event(session))
    return bytes(calendar.to_ical())


def _helsinki() -> Timezone:
    return Timezone.from_tzid("Europe/Helsinki", first_date=date(2026, 1, 1), last_date=date(2038, 1, 1))


def _event(session: Dated) -> Event:
    event = Event()
    event.add("uid", session.uid)
    event.add("dtstamp", session.changed_at)
    event.add("last-modified", session.changed_at)
    event.add("sequence", max(0, int((session.changed_at - COUNTED_FROM).total_seconds())))
    event.add("summary", session.name)
    _add_times(event, session)
    event.add("status", "CANCELLED" if session.cancelled else "CONFIRMED")
    for field, value in (("location", session.where), ("description", session.about), ("url", session.url)):
        if value:
            event.add(field, value)
    if session.point:
        event.add("geo", session.point)
    return event


def _add_times(event: Event, session: Dated) -> None:
    start = to_helsinki(session.starts_at)
    end = session.ends_at and to_helsinki(session.ends_at)
    if session.all_day:
        event.add("dtstart", start.date())
        event.add("dtend", max(end.date() if end else start.date(), start.date()) + timedelta(days=1))
        return
    event.add("dtstart", start)
    if end is not None and end > start:
        event.add("dtend", end)
