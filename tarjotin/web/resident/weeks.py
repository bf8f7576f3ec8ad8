"""Weeks and days in an address: "2026-W48", "2026-11-24". Pure; what nobody can mean is the nearest that one can."""

from __future__ import annotations

from datetime import date, timedelta

WEEK = timedelta(days=7)


def monday_of(on: date) -> date:
    return on - timedelta(days=on.weekday())


def week_code(on: date) -> str:
    """The week of a day, as calendars write it: "2026-W48"."""
    year, number, _ = on.isocalendar()
    return f"{year}-W{number:02}"


def read_week(written: str, *, first: date, last: date) -> date:
    """The Monday of the week that is written, within that of `first` and that of `last`; else the first one."""
    try:
        year, _, number = written.partition("-W")
        found = date.fromisocalendar(int(year), int(number), 1) if len(written) == len("2026-W48") else first
    except ValueError:
        found = first
    return min(max(monday_of(found), monday_of(first)), monday_of(last))


def read_day(written: str, *, first: date, last: date) -> date:
    """The day that is written, within both; else the first one."""
    try:
        found = date.fromisoformat(written) if len(written) == len("2026-11-24") else first
    except ValueError:
        found = first
    return min(max(found, first), last)
