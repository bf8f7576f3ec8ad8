"""The part of the world that a map shows, and where a point stands in it. One unit is a pixel of a small phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from tarjotin.common.distance import Point
from tarjotin.web.maps.lines import Box, Corner

WIDTH = 328
LEAST_HEIGHT, MOST_HEIGHT = 220, 400
MARGIN = 30  # beside the outermost points: half a pin and a little
LEAST_M = 400.0  # nearer than this one sees doors, which nobody told us
METRES = 111_320.0  # of a degree of latitude; the region is small enough to be flat
NARROW = cos(radians(60.2))


@dataclass(frozen=True, slots=True)
class View:
    """`scale` is units a metre; `west` and `north` are metres of the corner one reads first."""

    west: float
    north: float
    scale: float
    height: int

    def corner(self, point: Point) -> Corner:
        east, north = _metres(point)
        return (east - self.west) * self.scale, (self.north - north) * self.scale

    @property
    def box(self) -> Box:
        return (0.0, 0.0, float(WIDTH), float(self.height))

    def holds(self, corner: Corner) -> bool:
        return 0 <= corner[0] <= WIDTH and 0 <= corner[1] <= self.height


def fitted(points: Sequence[Point]) -> View:
    """The view in which all points stand, as near as can be; of no points, that of the middle of the city."""
    flat = [_metres(point) for point in points or [Point(60.1719, 24.9414)]]
    (west, east), (south, north) = (_span([each[axis] for each in flat]) for axis in (0, 1))
    inner = WIDTH - 2 * MARGIN
    scale = min(inner / (east - west), (MOST_HEIGHT - 2 * MARGIN) / (north - south))
    height = min(max(round((north - south) * scale) + 2 * MARGIN, LEAST_HEIGHT), MOST_HEIGHT)
    beside, above = (WIDTH / scale - (east - west)) / 2, (height / scale - (north - south)) / 2
    return View(west - beside, north + above, scale, height)


def _span(values: Sequence[float]) -> tuple[float, float]:
    """The least and the most, at least some hundred metres apart."""
    missing = max(LEAST_M - (max(values) - min(values)), 0.0) / 2
    return min(values) - missing, max(values) + missing


def _metres(point: Point) -> Corner:
    return point.lon * METRES * NARROW, point.lat * METRES
