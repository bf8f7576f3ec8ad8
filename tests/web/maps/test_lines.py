"""Borders drawn once, with few corners, cut to the view; and where points stand."""

from __future__ import annotations

import itertools
import random

import pytest

from tarjotin.catalogue.geography import districts
from tarjotin.common.distance import Point, metres_between
from tarjotin.web.maps.ground import ground
from tarjotin.web.maps.lines import Corner, Line, borders, path, simplified, visible
from tarjotin.web.maps.view import LEAST_HEIGHT, MARGIN, MOST_HEIGHT, WIDTH, fitted

SQUARE = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)]
BESIDE = [(1, 0), (2, 0), (2, 1), (1, 1), (1, 0)]


def edges(lines: list[Line]) -> list[frozenset[Corner]]:
    return [frozenset(pair) for line in lines for pair in itertools.pairwise(line)]


def test_edge_that_two_rings_share_is_drawn_once() -> None:
    drawn = edges(borders([SQUARE, BESIDE]))

    assert len(drawn) == len(set(drawn)) == 7


def test_every_edge_of_the_districts_is_drawn_once() -> None:
    rings = [ring for district in districts().values() for ring in district.rings]

    drawn = edges(borders(rings))

    assert len(drawn) == len(set(drawn))
    assert set(drawn) == {edge for ring in rings for edge in edges([ring]) if len(edge) == 2}


def test_ring_without_neighbours_is_one_line() -> None:
    assert [len(line) for line in borders([SQUARE])] == [5]


@pytest.mark.parametrize("seed", range(10))
def test_simplified_line_keeps_its_ends_and_strays_little(seed: int) -> None:
    dice = random.Random(seed)
    line = tuple((float(x), dice.uniform(0, 10)) for x in range(50))

    thin = simplified(line, 3.0)

    assert (thin[0], thin[-1]) == (line[0], line[-1])
    assert set(thin) <= set(line)
    assert len(thin) < len(line)


def test_straight_line_needs_two_corners() -> None:
    assert simplified(((0, 0), (1, 0), (2, 0), (5, 0)), 0.1) == ((0, 0), (5, 0))


def test_line_is_cut_to_what_may_be_seen() -> None:
    line = ((-30, 5), (-20, 5), (5, 5), (20, 5), (30, 5), (30, 50), (5, 5))

    assert list(visible(line, (0, 0, 10, 10))) == [((-20, 5), (5, 5), (20, 5)), ((30, 50), (5, 5))]


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        ([], ""),
        ([((1.2, 2.4), (1.4, 2.1))], ""),  # too short to be seen
        ([((10, 10), (12, 8), (12, 12))], "M10 10l2-2 0 4"),
        ([((10, 10), (8, 8)), ((0, 0), (1, 1))], "M10 10l-2-2M0 0l1 1"),
    ],
)
def test_shape_is_written_in_whole_units(lines: list[Line], shape: str) -> None:
    assert path(lines) == shape


@pytest.mark.parametrize(
    "points",
    [
        [],
        [Point(60.18, 24.95)],
        [Point(60.18, 24.95), Point(60.1801, 24.9501)],
        [Point(60.10, 24.80), Point(60.29, 25.24)],
        [Point(60.18, 24.80), Point(60.18, 25.24)],
        [Point(60.10, 24.95), Point(60.29, 24.95)],
    ],
)
def test_all_points_stand_in_the_view_away_from_its_edge(points: list[Point]) -> None:
    view = fitted(points)

    assert LEAST_HEIGHT <= view.height <= MOST_HEIGHT
    for x, y in map(view.corner, points):
        assert MARGIN - 0.5 <= x <= WIDTH - MARGIN + 0.5
        assert MARGIN - 0.5 <= y <= view.height - MARGIN + 0.5


def test_units_are_metres_in_both_directions_and_north_is_up() -> None:
    south, north, east = Point(60.18, 24.95), Point(60.19, 24.95), Point(60.18, 24.97)
    view = fitted([south, north, east])
    (x, y), (_, up), (beside, _) = map(view.corner, (south, north, east))

    assert (y - up) / view.scale == pytest.approx(metres_between(south, north), rel=0.01)
    assert (beside - x) / view.scale == pytest.approx(metres_between(south, east), rel=0.01)


def test_ground_of_the_whole_city_is_small_and_has_borders_rails_and_stations() -> None:
    found = ground(fitted([Point(60.10, 24.80), Point(60.29, 25.24)]))

    assert {"Helsinki", "Rautatientori", "Vuosaari"} <= {name for name, _ in found.stations}
    assert found.rails
    assert found.metro
    assert len(found.borders + found.rails + found.metro + found.marks) < 9_000
