"""Helsinki wall-clock time and UTC. Pure; knows no framework."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


def helsinki_to_utc(day: date, at: time) -> datetime:
    """A wall-clock time in Helsinki as UTC: of the doubled autumn hour the first, the skipped spring hour moved on."""
    return datetime.combine(day, at, tzinfo=HELSINKI).astimezone(UTC)


def to_helsinki(moment: datetime) -> datetime:
    return moment.astimezone(HELSINKI)
