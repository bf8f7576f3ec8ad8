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
from typing import NamedTuple

from tarjotin.common.distance import DETOUR, EARTH_RADIUS_M, Point, metres_between, walking_metres
from tarjotin.search.ranking import METRES_PER_DEGREE
from tarjotin.search.tree import Tree, any_of, one_of

COARSEST, FINEST = 11, 18  # how often the map was quartered: squares of 10 km and of 76 m at Helsinki
DEGREES = (180.0, 360.0)
BOX = 5  # the squares of a box are at most half as long as its radius
EDGE = 10  # the squares of the edge are at most so small a part of the radius
Spots = Callable[[Tree], Iterable[str]]


class Square(NamedTuple):
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


def together(points: Iterable[Point]) -> tuple[str, ...]:
    """All points of an entry as one code: who has the same ones is measured with it, and is counted once."""
    spots = sorted(set(map(spot, points)))
    return (" ".join(spots),) if spots else ()


def nearest(centre: Point, together: str) -> float:
    """Metres to the nearest of the points that stand together, by the flight of a bird."""
    return min(metres_between(centre, point) for point in _points(together))


def box(centre: Point, radius: float) -> Tree:
    """What has a point within so many metres by the flight of a bird, and some more: a few large squares."""
    level = _finest(radius * BOX)
    return one_of("square", _codes(_around(centre, radius + _margin(centre, radius), level)))


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
    radius = metres / DETOUR
    finest = _finest(radius)
    inside: list[Square] = []
    edge: list[Square] = []
    left = list(_around(centre, radius + _margin(centre, radius), max(finest - 5, COARSEST)))
    while left:
        square = left.pop()
        nearest, farthest = _distances(centre, square)
        if nearest > radius + _margin(centre, nearest):
            continue
        if farthest < radius - _margin(centre, farthest):
            inside.append(square)
        elif square.level < finest:
            left += square.quarters
        else:
            edge.append(square)
    return Cover(_codes(inside), _codes(edge))


def _distances(centre: Point, square: Square) -> tuple[float, float]:
    """To the nearest and to the farthest point of a square, on a flat map: that is what the margin is for."""
    lat, lon = (degrees / 2**square.level for degrees in DEGREES)
    south, west = square.row * lat - 90.0 - centre.lat, square.column * lon - 180.0 - centre.lon
    north, east, narrow = south + lat, west + lon, math.cos(math.radians(centre.lat))
    up, across = max(south, -north, 0.0), max(west, -east, 0.0) * narrow
    far_up, far_across = max(-south, north), max(-west, east) * narrow
    return math.hypot(up, across) * METRES_PER_DEGREE, math.hypot(far_up, far_across) * METRES_PER_DEGREE


def _margin(centre: Point, metres: float) -> float:
    """How far off a flat map and rounded points may be: the globe narrows towards the pole."""
    return 3.0 + metres * (metres / EARTH_RADIUS_M * math.tan(math.radians(min(abs(centre.lat), 80.0))) + 0.001)


def _codes(squares: Iterable[Square]) -> tuple[str, ...]:
    return tuple(sorted(square.code for square in squares))


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


@lru_cache(maxsize=16_384)
def _points(together: str) -> tuple[Point, ...]:
    return tuple(map(_point, together.split(" ")))


def _point(spot: str) -> Point:
    lat, lon = map(float, spot.split(","))
    return Point(lat, lon)
