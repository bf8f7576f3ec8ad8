"""What lies under the pins: borders of districts, rails, stations. Never land or sea: outlines reach into both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tarjotin.catalogue.geography import districts, rails, stops
from tarjotin.common.distance import Point
from tarjotin.web.maps.lines import Corner, Line, borders, path, simplified, visible
from tarjotin.web.maps.view import View

# Corners that stray less than half a unit are not seen. Lines are kept at some scales: metres of tolerance.
TOLERANCES = (5.0, 15.0, 30.0, 60.0)
DEGREE = 111_320.0


@dataclass(frozen=True, slots=True)
class Ground:
    """Shapes for `path`, and the stations in view."""

    borders: str
    rails: str
    metro: str
    stations: tuple[tuple[str, Corner], ...]

    @property
    def marks(self) -> str:
        """A small square for each station."""
        return "".join(f"M{round(x) - 3} {round(y) - 3}h6v6h-6z" for _, (x, y) in self.stations)


def ground(view: View) -> Ground:
    tolerance = max((each for each in TOLERANCES if each <= 0.8 / view.scale), default=TOLERANCES[0])
    found = [(stop.name, view.corner(stop.point)) for stop in stops()]
    return Ground(
        borders=_drawn(view, _borders(tolerance)),
        rails=_drawn(view, _rails("train", tolerance)),
        metro=_drawn(view, _rails("metro", tolerance)),
        stations=tuple({name: corner for name, corner in found if view.holds(corner)}.items()),
    )


def _drawn(view: View, lines: tuple[Line, ...]) -> str:
    flat = [tuple(view.corner(Point(lat, lon)) for lon, lat in line) for line in lines]
    return path(run for line in flat for run in visible(line, view.box))


@cache
def _borders(tolerance: float) -> tuple[Line, ...]:
    rings = [ring for district in districts().values() for ring in district.rings]
    return tuple(_thin(line, tolerance) for line in borders(rings))


@cache
def _rails(mode: str, tolerance: float) -> tuple[Line, ...]:
    return tuple(_thin(rail.line, tolerance) for rail in rails() if rail.mode == mode)


def _thin(line: Line, tolerance: float) -> Line:
    """A degree of longitude is half as long here."""
    flat = tuple((lon / 2, lat) for lon, lat in line)
    return tuple((lon * 2, lat) for lon, lat in simplified(flat, tolerance / DEGREE))
