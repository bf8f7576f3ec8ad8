from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tarjotin.sources.linkedevents.times import END_BEFORE_START, Span, read_span

THIRD = date(2026, 12, 3)
MIDNIGHT = datetime(2026, 12, 2, 22, 0, tzinfo=UTC)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (
            "2026-12-03T14:00:00Z",
            "2026-12-03T16:00:00Z",
            Span(_at("2026-12-03T14:00"), _at("2026-12-03T16:00"), THIRD, THIRD, True),
        ),
        ("2026-12-03T14:00:00Z", None, Span(_at("2026-12-03T14:00"), None, THIRD, THIRD, True)),
        # A day alone, as a date or as midnight in Helsinki, winter and summer.
        ("2026-12-03", None, Span(MIDNIGHT, None, THIRD, THIRD, False)),
        ("2026-12-03", "2026-12-03", Span(MIDNIGHT, None, THIRD, THIRD, False)),
        ("2026-12-02T22:00:00Z", "2026-12-03T22:00:00Z", Span(MIDNIGHT, None, THIRD, THIRD, False)),
        ("2026-06-02T21:00:00Z", None, Span(_at("2026-06-02T21:00"), None, date(2026, 6, 3), date(2026, 6, 3), False)),
        # Several days: a date is its whole day, midnight closes the day before.
        ("2026-12-03", "2026-12-05", Span(MIDNIGHT, _at("2026-12-05T21:59"), THIRD, date(2026, 12, 5), False)),
        (
            "2026-12-02T22:00:00Z",
            "2026-12-05T22:00:00Z",
            Span(MIDNIGHT, _at("2026-12-05T21:59"), THIRD, date(2026, 12, 5), False),
        ),
        # Fractions of a second, and an end before the start.
        (
            "2026-12-03T14:00:01.282000Z",
            "2026-12-03T15:00:04.875000Z",
            Span(_at("2026-12-03T14:00"), _at("2026-12-03T15:00"), THIRD, THIRD, True),
        ),
        (
            "2026-12-03T14:00:00Z",
            "2026-12-03T12:00:00Z",
            Span(_at("2026-12-03T14:00"), None, THIRD, THIRD, True, (END_BEFORE_START,)),
        ),
    ],
)
def test_a_span_knows_its_days_and_whether_the_time_is_told(start: str, end: str | None, expected: Span) -> None:
    assert read_span(start, end) == expected


@pytest.mark.parametrize("start", [None, "", "pian", 20261203, "2026-13-45", ["2026-12-03"], "0000-00-00T00:00:00Z"])
def test_a_start_that_cannot_be_read_gives_no_span(start: object) -> None:
    assert read_span(start, None) is None


def test_a_time_that_the_source_calls_unknown_is_unknown() -> None:
    span = read_span("2026-12-03T14:00:00Z", None, has_start_time=False)

    assert span is not None
    assert not span.time_known


def test_clock_times_across_the_clock_change_keep_their_hours() -> None:
    span = read_span("2026-10-22T14:00:00Z", "2026-10-29T16:00:00Z")  # 17 in summer time to 18 in winter time

    assert span is not None
    assert span.daily_hours == 1.0
