from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from tarjotin.catalogue.records import HoursRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.ptv.hours import BY_APPOINTMENT, hours
from tarjotin.sources.raw import Notes
from tests.sources.ptv import make

NINE, THREE = time(9), time(15)


def _opening(first: str, last: str = "", start: str = "09:00:00", end: str = "15:00:00") -> dict[str, Any]:
    return {"dayFrom": first, "dayTo": last, "from": start, "to": end}


def _row(*openings: dict[str, Any], kind: str = "DaysOfTheWeek", **more: Any) -> dict[str, Any]:
    return {"serviceHourType": kind, "openingHour": list(openings), "additionalInformation": [], **more}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (_row(_opening("Tuesday")), [HoursRecord(weekday=2, opens=NINE, closes=THREE)]),
        (
            _row(_opening("Monday", "Wednesday")),
            [HoursRecord(weekday=day, opens=NINE, closes=THREE) for day in (1, 2, 3)],
        ),
        (
            _row(_opening("Saturday", "Monday")),
            [HoursRecord(weekday=day, opens=NINE, closes=THREE) for day in (6, 7, 1)],
        ),
        (_row(_opening("Friday", end="24:00:00")), [HoursRecord(weekday=5, opens=NINE, closes=time(23, 59))]),
        (
            _row(_opening("Friday", "Saturday", "18:00:00", "02:00:00"), kind="OverMidnight"),
            [HoursRecord(weekday=5, opens=time(18), closes=time(2))],
        ),
        (
            _row(isAlwaysOpen=True),
            [HoursRecord(weekday=day, opens=time(0), closes=time(23, 59)) for day in range(1, 8)],
        ),
        (
            _row(_opening("Monday"), isReservation=True),
            [HoursRecord(weekday=1, opens=NINE, closes=THREE, note=BY_APPOINTMENT)],
        ),
        (_row(additionalInformation=make.texts(fi="Kesällä suljettu.")), [
            HoursRecord(note=LocalisedText.of(fi="Kesällä suljettu."))]),
        (_row(), []),
        (_row({"dayFrom": "Monday", "dayTo": "", "from": "aamulla", "to": None}), []),
    ],
)  # fmt: skip
def test_a_week_becomes_a_row_a_day(row: dict[str, Any], expected: list[HoursRecord]) -> None:
    assert hours([row], Notes()) == tuple(expected)


def test_an_exception_written_in_utc_is_the_day_in_helsinki() -> None:
    # Midnight of Christmas Eve and the last second of Boxing Day, as UTC.
    row = _row(kind="Exceptional", isClosed=True, validFrom="2026-12-23T22:00:00", validTo="2026-12-26T21:59:59")

    assert hours([row], Notes()) == (
        HoursRecord(closed=True, valid_from=date(2026, 12, 24), valid_until=date(2026, 12, 26)),
    )


def test_an_exception_on_one_day_needs_no_weekday() -> None:
    opening = {"dayFrom": None, "dayTo": None, "from": "10:00:00", "to": "12:00:00"}
    row = _row(opening, kind="Exceptional", validFrom="2026-12-23T22:00:00Z", validTo=None)

    assert hours([row], Notes()) == (
        HoursRecord(weekday=4, opens=time(10), closes=time(12), valid_from=date(2026, 12, 24)),
    )


def test_hours_of_an_unknown_kind_are_left_out_and_told() -> None:
    notes = Notes()

    found = hours([_row(_opening("Monday"), kind="Lunar")], notes)

    assert (found, notes.flags) == ((), ("opening hours of an unknown kind left out",))
