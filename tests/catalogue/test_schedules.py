"""Weekly rhythms across the days when the clocks change: 25 October 2026 and 28 March 2027."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from tarjotin.catalogue.records import ScheduleRecord
from tarjotin.catalogue.schedules import HORIZON, occurrences

NOW = datetime(2026, 10, 19, 6, 0, tzinfo=UTC)


def weekly(**changes: object) -> ScheduleRecord:
    facts = {
        "starts_on": date(2026, 10, 20),
        "start": time(18, 0),
        "end": time(19, 30),
        "rrule": "FREQ=WEEKLY;BYDAY=TU",
    }
    return ScheduleRecord(**{**facts, **changes})  # type: ignore[arg-type]


def starts(schedule: ScheduleRecord, now: datetime = NOW, days: int = 15) -> list[str]:
    return [f"{s.starts_at:%m-%d %H:%M}" for s in occurrences(schedule, now=now, horizon=timedelta(days=days))]


def test_weekly_time_over_the_autumn_change_keeps_its_wall_clock_hour() -> None:
    assert starts(weekly()) == ["10-20 15:00", "10-27 16:00", "11-03 16:00"]


def test_weekly_time_over_the_spring_change_keeps_its_wall_clock_hour() -> None:
    schedule = weekly(starts_on=date(2027, 3, 23))

    found = starts(schedule, now=datetime(2027, 3, 22, 6, 0, tzinfo=UTC), days=9)

    assert found == ["03-23 16:00", "03-30 15:00"]


def test_time_in_the_skipped_spring_hour_is_moved_on_and_not_lost() -> None:
    schedule = weekly(starts_on=date(2027, 3, 28), start=time(3, 30), end=None, rrule="FREQ=DAILY;COUNT=1")

    found = starts(schedule, now=datetime(2027, 3, 27, tzinfo=UTC), days=3)

    assert found == ["03-28 01:30"]


def test_time_in_the_doubled_autumn_hour_is_the_first_of_the_two() -> None:
    schedule = weekly(starts_on=date(2026, 10, 25), start=time(3, 30), end=None, rrule="FREQ=DAILY;COUNT=1")

    assert starts(schedule) == ["10-25 00:30"]


def test_excepted_days_and_days_after_the_last_are_left_out() -> None:
    schedule = weekly(except_on=(date(2026, 10, 27),), ends_on=date(2026, 11, 3))

    assert starts(schedule, days=60) == ["10-20 15:00", "11-03 16:00"]


def test_every_other_week_counts_from_the_first_day() -> None:
    schedule = weekly(starts_on=date(2026, 10, 6), rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")

    assert starts(schedule) == ["10-20 15:00", "11-03 16:00"]


def test_end_before_start_is_after_midnight() -> None:
    schedule = weekly(start=time(22, 0), end=time(1, 0))

    first = next(iter(occurrences(schedule, now=NOW)))

    assert first.ends_at is not None
    assert first.ends_at - first.starts_at == timedelta(hours=3)


def test_rhythm_that_is_a_guess_gives_no_dates() -> None:
    assert starts(weekly(certain=False)) == []


def test_sessions_reach_180_days_ahead_and_no_further() -> None:
    found = list(occurrences(weekly(), now=NOW))

    assert (len(found), found[-1].starts_at) == (26, datetime(2027, 4, 13, 15, 0, tzinfo=UTC))
    assert found[-1].starts_at - NOW <= HORIZON


def test_rule_nobody_can_read_is_an_error_and_not_an_empty_list() -> None:
    with pytest.raises(ValueError):
        list(occurrences(weekly(rrule="FREQ=SOMETIMES"), now=NOW))
