"""In which district a point lies, and which stations are near. Facts and credits: `data/README.md`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tarjotin.common.distance import Point, walking_metres
from tarjotin.common.text import LocalisedText

DATA = Path(__file__).parent / "data"
NEAR_M = 1_500  # on foot; farther stops are no help
STOPS_SHOWN = 3

# Districts exist for Helsinki only; its neighbours are one area each (municipality codes: Statistics Finland).
NEIGHBOURS: dict[str, LocalisedText] = {
    "049": LocalisedText.of(fi="Espoo", sv="Esbo"),
    "092": LocalisedText.of(fi="Vantaa", sv="Vanda"),
    "235": LocalisedText.of(fi="Kauniainen", sv="Grankulla"),
}


@dataclass(frozen=True, slots=True)
class District:
    """`code` is the city's district number, or the municipality code of a neighbour."""

    code: str
    name: LocalisedText
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()  # lon, lat

    @property
    def middle(self) -> Point | None:
        """The middle of the box around its largest ring; `None` where the outline is not known."""
        corners = max(self.rings, key=len, default=())
        if not corners:
            return None
        lons, lats = zip(*corners, strict=True)
        return Point((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)

    def contains(self, point: Point) -> bool:
        return any(_inside(ring, point) for ring in self.rings)


@dataclass(frozen=True, slots=True)
class Stop:
    name: str
    mode: str  # metro, train
    point: Point


@dataclass(frozen=True, slots=True)
class Rail:
    mode: str  # metro, train
    line: tuple[tuple[float, float], ...]  # lon, lat


@cache
def districts() -> dict[str, District]:
    """All districts by code, Helsinki's first, each with Finnish and Swedish names."""
    rows = json.loads((DATA / "districts.json").read_text(encoding="utf-8"))
    own = {
        row["code"]: District(
            row["code"],
            LocalisedText.of(fi=row["fi"], sv=row["sv"]),
            tuple(tuple((lon, lat) for lon, lat in ring) for ring in row["rings"]),
        )
        for row in rows
    }
    return own | {code: District(code, name) for code, name in NEIGHBOURS.items()}


@cache
def rails() -> tuple[Rail, ...]:
    """Where trains and the metro go, with a few corners each: for small maps."""
    rows = json.loads((DATA / "rail.json").read_text(encoding="utf-8"))
    return tuple(Rail(row["mode"], tuple((lon, lat) for lon, lat in row["line"])) for row in rows)


@cache
def stops() -> tuple[Stop, ...]:
    rows = json.loads((DATA / "stations.json").read_text(encoding="utf-8"))
    return tuple(Stop(row["name"], row["mode"], Point(row["lat"], row["lon"])) for row in rows)


def district_of(point: Point | None, municipality: str = "") -> str:
    """The code of the district a point lies in; the neighbour's code outside Helsinki; "" when nobody can tell."""
    if municipality in NEIGHBOURS:
        return municipality
    if point is None:
        return ""
    return next((district.code for district in districts().values() if district.contains(point)), "")


def stops_near(point: Point) -> list[tuple[Stop, int]]:
    """The nearest stations with the metres on foot, nearest first; one a name and mode."""
    near = sorted((round(walking_metres(point, stop.point)), stop.name, stop) for stop in _around(point))
    found: dict[tuple[str, str], tuple[Stop, int]] = {}
    for metres, _, stop in near:
        if metres <= NEAR_M:
            found.setdefault((stop.name, stop.mode), (stop, metres))
    return list(found.values())[:STOPS_SHOWN]


def _around(point: Point) -> list[Stop]:
    # A degree of latitude is 111 km, of longitude 55 km here: a cheap box before the exact distance.
    return [s for s in stops() if abs(s.point.lat - point.lat) < 0.014 and abs(s.point.lon - point.lon) < 0.028]


def _inside(ring: tuple[tuple[float, float], ...], point: Point) -> bool:
    """Ray casting: an odd number of crossings to the east means inside."""
    inside = False
    previous_lon, previous_lat = ring[-1]
    for lon, lat in ring:
        if (lat > point.lat) != (previous_lat > point.lat):
            crossing = (previous_lon - lon) * (point.lat - lat) / (previous_lat - lat) + lon
            inside ^= point.lon < crossing
        previous_lon, previous_lat = lon, lat
    return inside
