"""What lies within so many metres on foot, exactly and for any number of entries. Pure; knows no engine.

The map is quartered again and again; each square has a number, as in a heap of quarters, and an entry has the squares
around each of its points. A circle is made up of the squares that lie within it, and of single points of the squares
that its edge cuts: those are measured, by the same rule as the metres that cards tell. Decision 0012.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tarjotin.common.distance import DETOUR, Point, metres_between, walking_metres
from tarjotin.search.ranking import METRES_PER_DEGREE
from tarjotin.search.tree import Tree, any_of, one_of

COARSEST, FINEST = 11, 18  # how often the map was quartered: squares of 10 km and of 76 m at Helsinki
DEGREES = (180.0, 360.0)
EDGE = 16  # the squares of the edge are at most so small a part of the radius
# Metres by which the squares inside are known to lie inside: their sides are no straight lines on the globe.
MARGIN = 15.0
Spots = Callable[[Tree], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Square:
    level: int
    row: int
    column: int

    @property
    def code(self) -> str:
        return f"{self.level}.{self.row}.{self.column}"

    @property
    def quarters(self) -> Iterator[Square]:
        for row in (2 * self.row, 2 * self.row + 1):
            for column in (2 * self.column, 2 * self.column + 1):
                yield Square(self.level + 1, row, column)

    @property
    def corners(self) -> tuple[Point, Point]:
        """The least and the greatest latitude and longitude."""
        lat, lon = (degrees / 2**self.level for degrees in DEGREES)
        south, west = self.row * lat - 90.0, self.column * lon - 180.0
        return Point(south, west), Point(south + lat, west + lon)


@dataclass(frozen=True, slots=True)
class Cover:
    """The squares inside a circle, and those its edge may cut."""

    inside: tuple[str, ...]
    edge: tuple[str, ...]


def squares(point: Point) -> list[str]:
    """The squares around a point, as the index holds them."""
    return [square_of(point, level).code for level in range(COARSEST, FINEST + 1)]


def spot(point: Point) -> str:
    """The point itself, as the index holds it."""
    return f"{point.lat:.6f},{point.lon:.6f}"


def square_of(point: Point, level: int) -> Square:
    lat, lon = (2**level / degrees for degrees in DEGREES)
    return Square(level, int((point.lat + 90.0) * lat), int((point.lon + 180.0) * lon))


def within(centre: Point, metres: int, spots: Spots) -> Tree:
    """What has a point within so many metres on foot. `spots` tells which points the entries of a tree have."""
    cover = covered(centre, metres)
    edge = one_of("square", cover.edge)
    near = sorted(each for each in set(spots(edge)) if is_within(centre, _point(each), metres))
    return any_of(one_of("square", cover.inside), one_of("spot", near))


def is_within(centre: Point, point: Point, metres: int) -> bool:
    """By the metres that cards tell."""
    return round(walking_metres(centre, point)) <= metres


@lru_cache(maxsize=1_024)
def covered(centre: Point, metres: int) -> Cover:
    outer, inner = (metres + 1) / DETOUR + MARGIN, (metres - 1) / DETOUR - MARGIN
    finest = _finest(outer)
    inside: list[str] = []
    edge: list[str] = []
    left = list(_around(centre, outer, max(finest - 5, COARSEST)))
    while left:
        square = left.pop()
        if _nearest(centre, square) > outer:
            continue
        if _farthest(centre, square) <= inner:
            inside.append(square.code)
        elif square.level < finest:
            left += square.quarters
        else:
            edge.append(square.code)
    return Cover(tuple(sorted(inside)), tuple(sorted(edge)))


def _finest(radius: float) -> int:
    """The coarsest squares that make the edge thin enough."""
    side = metres_between(Point(0.0, 0.0), Point(DEGREES[0] / 2**COARSEST, 0.0))
    level = COARSEST
    while level < FINEST and side > radius / EDGE:
        side, level = side / 2, level + 1
    return level


def _around(centre: Point, radius: float, level: int) -> Iterator[Square]:
    """The squares of a box that holds the circle."""
    lat = radius / METRES_PER_DEGREE
    lon = lat / max(math.cos(math.radians(abs(centre.lat) + lat)), 0.01)
    first = square_of(Point(centre.lat - lat, centre.lon - lon), level)
    last = square_of(Point(centre.lat + lat, centre.lon + lon), level)
    for row in range(first.row, last.row + 1):
        for column in range(first.column, last.column + 1):
            yield Square(level, row, column)


def _nearest(centre: Point, square: Square) -> float:
    low, high = square.corners
    held = Point(min(max(centre.lat, low.lat), high.lat), min(max(centre.lon, low.lon), high.lon))
    return metres_between(centre, held)


def _farthest(centre: Point, square: Square) -> float:
    low, high = square.corners
    return max(metres_between(centre, Point(lat, lon)) for lat in (low.lat, high.lat) for lon in (low.lon, high.lon))


def _point(spot: str) -> Point:
    lat, lon = map(float, spot.split(","))
    return Point(lat, lon)
