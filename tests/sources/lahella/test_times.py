"""Each test shows events of Lähellä.fi and the rhythm or the dated times they become."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from tarjotin.catalogue.records import ScheduleRecord, SessionRecord
from tarjotin.catalogue.schedules import occurrences
from tarjotin.sources.lahella.times import Times, read
from tarjotin.sources.raw import Notes
from tests.sources.lahella import make

MAY = date(2027, 5, 15)
MONTHLY = "monthly: taken for the same weekday of the month as the first time"


def times_of(*events: dict[str, Any]) -> tuple[Times, tuple[str, ...]]:
    times, notes = Times(), Notes()
    read(list(events), None, times, notes)
    return times, notes.flags


@pytest.mark.parametrize(
    ("event", "starts_on", "rrule"),
    [
        # Monday 23 November is the first day; the first Tuesday is the day after.
        (make.weekly((2, "18:00", "19:00")), date(2026, 11, 24), "FREQ=WEEKLY;BYDAY=TU"),
        (make.weekly((2, "18:00", "19:00"), period="P2W"), date(2026, 11, 24), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        (make.weekly((2, "18:00", "19:00"), gap="P3W"), date(2026, 11, 24), "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"),
        (
            make.weekly((5, "18:00", "19:00"), (1, "18:00", "19:00")),
            date(2026, 11, 23),
            "FREQ=WEEKLY;BYDAY=MO,FR",
        ),
        (make.weekly((6, "18:00", "19:00"), period="P1D"), date(2026, 11, 28), "FREQ=WEEKLY;BYDAY=SA"),
    ],
)
def test_a_weekly_rhythm_starts_on_its_first_real_day(event: dict[str, Any], starts_on: date, rrule: str) -> None:
    times, flags = times_of(event)

    assert (times.schedules, times.sessions, times.rhythm(), flags) == (
        [ScheduleRecord(starts_on=starts_on, start=time(18), end=time(19), rrule=rrule, ends_on=MAY)],
        [],
        "weekly",
        (),
    )


@pytest.mark.parametrize(
    ("start", "starts_on", "rrule"),
    [
        (make.ms(2026, 11, 3), date(2026, 11, 3), "FREQ=MONTHLY;BYDAY=1TU"),
        (make.ms(2026, 11, 11), date(2026, 11, 17), "FREQ=MONTHLY;BYDAY=3TU"),
        (make.ms(2026, 12, 29), date(2026, 12, 29), "FREQ=MONTHLY;BYDAY=-1TU"),
    ],
)
def test_a_monthly_rhythm_is_the_same_weekday_of_the_month(start: int, starts_on: date, rrule: str) -> None:
    times, flags = times_of(make.weekly((2, "18:00", "19:00"), period="P1M", start=start))

    assert ([(each.starts_on, each.rrule) for each in times.schedules], flags) == ([(starts_on, rrule)], (MONTHLY,))


def test_days_with_different_times_are_rhythms_of_their_own() -> None:
    times, _ = times_of(make.weekly((1, "10:00", "11:00"), (3, "10:00", "11:00"), (4, "17:00", "")))

    assert [(each.rrule, each.start, each.end) for each in times.schedules] == [
        ("FREQ=WEEKLY;BYDAY=MO,WE", time(10), time(11)),
        ("FREQ=WEEKLY;BYDAY=TH", time(17), None),
    ]


def test_excluded_days_come_as_dates_or_as_milliseconds() -> None:
    times, _ = times_of(
        make.weekly((2, "18:00", "19:00"), exclude=["2026-12-29", make.ms(2026, 12, 22), "pyhät", None])
    )

    assert times.schedules[0].except_on == (date(2026, 12, 22), date(2026, 12, 29))


def test_the_hour_stays_when_the_clocks_change() -> None:
    times, _ = times_of(make.weekly((2, "18:00", "19:00"), start=make.ms(2027, 3, 16)))

    found = [each.starts_at for each in occurrences(times.schedules[0], now=datetime(2027, 3, 22, tzinfo=UTC))]

    # Summer time began on Sunday 28 March.
    assert found[:2] == [datetime(2027, 3, 23, 16, tzinfo=UTC), datetime(2027, 3, 30, 15, tzinfo=UTC)]


def test_a_start_written_as_midnight_in_utc_is_the_same_day() -> None:
    times, _ = times_of(make.weekly((2, "18:00", "19:30"), start=1736899200000, end=1747267200000))

    schedule = times.schedules[0]
    assert (schedule.starts_on, schedule.ends_on) == (date(2025, 1, 21), date(2025, 5, 15))


def test_times_of_another_zone_become_those_of_helsinki_and_are_told() -> None:
    times, flags = times_of(make.weekly((2, "18:00", "19:00")) | {"timeZone": "Europe/Stockholm"})

    assert (times.schedules[0].start, times.schedules[0].end, flags) == (
        time(19),
        time(20),
        ("times were in Europe/Stockholm",),
    )


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../etc", "\0"])
def test_an_unknown_zone_is_taken_for_helsinki(zone: str) -> None:
    times, flags = times_of(make.weekly((2, "18:00", "19:00")) | {"timeZone": zone})

    assert (times.schedules[0].start, flags) == (time(18), ("an unknown time zone taken for Helsinki",))


def test_a_rhythm_without_weekdays_keeps_the_time_of_its_start() -> None:
    times, _ = times_of(make.weekly(start=make.ms(2026, 11, 24, 17, 30)))

    assert times.schedules == [
        ScheduleRecord(
            starts_on=date(2026, 11, 24), start=time(17, 30), end=None, rrule="FREQ=WEEKLY;BYDAY=TU", ends_on=MAY
        )
    ]


def test_a_weekday_that_cannot_be_read_is_left_out_and_told() -> None:
    times, flags = times_of(make.weekly((2, "18:00", "19:00"), (9, "18:00", "19:00"), (3, "illalla", "")))

    assert ([each.rrule for each in times.schedules], flags) == (
        ["FREQ=WEEKLY;BYDAY=TU"],
        ("a weekday without a readable time left out",),
    )


def _single(start: int, end: int | None = None, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "timeZone": "Europe/Helsinki", "type": "1", **more}


def test_a_single_event_is_one_dated_time() -> None:
    times, flags = times_of(_single(make.ms(2026, 11, 24, 18), make.ms(2026, 11, 24, 20)))

    session = SessionRecord(datetime(2026, 11, 24, 16, tzinfo=UTC), datetime(2026, 11, 24, 18, tzinfo=UTC))
    assert (times.sessions, times.schedules, times.rhythm(), flags) == ([session], [], "one_off", ())
    assert times.ends_at() == datetime(2026, 11, 24, 22, tzinfo=UTC)


def test_a_single_event_at_midnight_knows_only_its_day() -> None:
    times, _ = times_of(_single(make.ms(2026, 11, 24)))

    assert times.sessions == [SessionRecord(datetime(2026, 11, 23, 22, tzinfo=UTC), time_known=False)]


def test_an_end_before_the_start_is_no_end() -> None:
    times, _ = times_of(_single(make.ms(2026, 11, 24, 18), make.ms(2026, 11, 24, 17)))

    assert [each.ends_at for each in times.sessions] == [None]


def test_a_stretch_of_days_is_one_long_time() -> None:
    recurrence = {"period": "P1D", "end": make.ms(2026, 7, 10, 15), "daySpecificTimes": []}

    times, _ = times_of({"start": make.ms(2026, 7, 6, 9), "type": "3", "recurrence": recurrence})

    assert times.sessions == [SessionRecord(datetime(2026, 7, 6, 6, tzinfo=UTC), datetime(2026, 7, 10, 12, tzinfo=UTC))]


def test_a_stretch_of_months_is_open_all_the_time() -> None:
    recurrence = {"period": "P1D", "end": make.ms(2027, 5, 31), "daySpecificTimes": []}

    times, flags = times_of({"start": make.ms(2026, 9, 1), "type": "3", "recurrence": recurrence})

    assert (times.sessions, times.schedules, times.rhythm(), flags) == (
        [],
        [],
        "open_always",
        ("open for longer than a month: no dated times",),
    )


def test_it_is_over_when_the_last_of_all_is_and_never_when_one_has_no_end() -> None:
    single, endless = _single(make.ms(2026, 11, 24, 18)), make.weekly((2, "18:00", "19:00"), end=None)

    ending, _ = times_of(single, make.weekly((2, "18:00", "19:00")))
    unending, _ = times_of(single, endless)

    assert (ending.ends_at(), unending.ends_at(), Times().ends_at()) == (
        datetime(2027, 5, 15, 21, tzinfo=UTC),
        None,
        None,
    )


def test_an_event_without_a_start_is_left_out_and_told() -> None:
    times, flags = times_of({"type": "1", "start": None})

    assert (times, flags) == (Times(), ("an event without a start left out",))
