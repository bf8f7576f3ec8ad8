"""What stands first."""

from __future__ import annotations

import pytest

from tarjotin.common.distance import Point, metres_between
from tarjotin.search import ranking
from tarjotin.search.tree import AllOf, Range


@pytest.mark.parametrize(
    ("entries", "spread"),
    [
        ("aaaab", "aaaba"),
        ("aaaaaabb", "aaabaaab"),
        ("aaaa", "aaaa"),
        ("....", "...."),
        ("abab", "abab"),
        ("aaabbbb", "aaabbbb"),
        ("", ""),
    ],
)
def test_spread_lets_no_organiser_stand_more_than_three_times_in_a_row(entries: str, spread: str) -> None:
    ordered = ranking.spread(entries, lambda entry: "" if entry == "." else entry)

    assert "".join(ordered) == spread


@pytest.mark.parametrize("metres", [150.0, 2_000.0, 40_000.0])
def test_around_holds_every_point_of_the_circle(metres: float) -> None:
    centre = Point(60.45, 25.0)
    box = ranking.around(centre, metres)

    assert isinstance(box, AllOf)
    lat, lon = box.parts
    assert isinstance(lat, Range)
    assert isinstance(lon, Range)
    north, east = Point(float(lat.high or 0), centre.lon), Point(centre.lat, float(lon.high or 0))
    assert metres_between(centre, north) >= metres * 0.999
    assert metres_between(centre, east) >= metres
