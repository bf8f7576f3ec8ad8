"""Coordinates as sources write them."""

from __future__ import annotations

import pytest

from tarjotin.common.distance import Point
from tarjotin.sources.points import checked_point


@pytest.mark.parametrize(("lat", "lon"), [(60.16835, 24.93896), ("60.16835", "24.93896"), (" 60.16835", "24.93896 ")])
def test_point_as_numbers_or_texts_is_kept(lat: object, lon: object) -> None:
    assert checked_point(lat, lon) == (Point(60.16835, 24.93896), "")


@pytest.mark.parametrize(("lat", "lon"), [(None, None), ("", ""), ("-", None)])
def test_point_that_is_not_told_is_no_problem(lat: object, lon: object) -> None:
    assert checked_point(lat, lon) == (None, "")


@pytest.mark.parametrize(
    ("lat", "lon", "problem"),
    [
        (0, 0, "point dropped: 0, 0"),
        (24.93896, 60.16835, "point dropped: latitude and longitude are swapped (24.93896, 60.16835)"),
        (65.01, 25.47, "point dropped: outside the region (65.01, 25.47)"),
        (60.1, None, "point dropped: 60.1, None are no coordinates"),
        ("noin 60", "24", "point dropped: 'noin 60', '24' are no coordinates"),
        (float("nan"), 24.9, "point dropped: nan, 24.9 are no coordinates"),
    ],
)
def test_point_that_cannot_be_right_is_dropped_with_the_reason(lat: object, lon: object, problem: str) -> None:
    assert checked_point(lat, lon) == (None, problem)
