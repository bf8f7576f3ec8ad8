"""The days that words like "tomorrow" mean, both ends included."""

from __future__ import annotations

from datetime import date, timedelta

SATURDAY = 5


def days(option: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of an option of the group "when"."""
    monday = today - timedelta(days=today.weekday())
    sunday = monday + timedelta(days=6)
    spans = {
        "today": (today, today),
        "tomorrow": (today + timedelta(days=1), today + timedelta(days=1)),
        "this_weekend": (max(today, monday + timedelta(days=SATURDAY)), sunday),
        "this_week": (today, sunday),
        "next_week": (monday + timedelta(days=7), sunday + timedelta(days=7)),
    }
    return spans.get(option)
