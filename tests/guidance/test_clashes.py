from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tarjotin.common.distance import Point
from tarjotin.guidance.clashes import Appointment, Clash, clashes
from tarjotin.guidance.travel import minutes_between

KALLIO, NEXT_DOOR, STATION, VUOSAARI = (
    Point(60.1841, 24.9537),
    Point(60.1843, 24.9540),
    Point(60.1710, 24.9414),
    Point(60.2083, 25.1428),
)
TEN = datetime(2026, 11, 24, 10)


def at(key: str, minutes: int, *, lasts: int | None = 60, point: Point | None = KALLIO) -> Appointment:
    starts_at = TEN + timedelta(minutes=minutes)
    return Appointment(key, starts_at, starts_at + timedelta(minutes=lasts) if lasts else None, point)


@pytest.mark.parametrize(
    ("a", "b", "minutes"),
    [
        (KALLIO, NEXT_DOOR, 0),
        (KALLIO, STATION, 25),
        (KALLIO, VUOSAARI, 60),
        (KALLIO, None, None),
        (None, None, None),
    ],
)
def test_way_is_estimated_in_fives(a: Point | None, b: Point | None, minutes: int | None) -> None:
    assert minutes_between(a, b) == minutes


@pytest.mark.parametrize(
    ("appointments", "expected"),
    [
        ([], []),
        ([at("a", 0)], []),
        ([at("a", 0), at("b", 60)], []),
        ([at("b", 30), at("a", 0)], [Clash("a", "b", -30)]),
        ([at("a", 0, lasts=None), at("b", 59)], [Clash("a", "b", -1)]),
        ([at("a", 0), at("b", 65, point=VUOSAARI)], [Clash("a", "b", 5, 60)]),
        ([at("a", 0), at("b", 120, point=VUOSAARI)], []),
        ([at("a", 0), at("b", 60, point=None)], []),
        ([at("a", 0), at("b", 60, point=None), at("c", 90)], [Clash("b", "c", -30)]),
    ],
)
def test_day_shows_what_does_not_fit(appointments: list[Appointment], expected: list[Clash]) -> None:
    assert clashes(appointments) == expected
