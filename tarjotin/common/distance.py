"""Points, distances and walking times. Pure; knows no framework."""

from __future__ import annotations

import math
from dataclasses import dataclass

EARTH_RADIUS_M = 6_371_000.0

# Streets are longer than the bird's flight: 1.3 is a common factor for a city grid. 70 m a minute is
# 4.2 km/h, a pace an older person manages.
DETOUR = 1.3
WALKING_M_PER_MINUTE = 70.0

# Everything the tray shows lies here (sources.md § 0): a point outside is a mistake in the source.
REGION = (59.9, 24.3, 60.5, 25.6)


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map: WGS84 latitude and longitude, degrees."""

    lat: float
    lon: float


def in_region(point: Point) -> bool:
    south, west, north, east = REGION
    return south <= point.lat <= north and west <= point.lon <= east


def metres_between(a: Point, b: Point) -> float:
    """Straight distance by the haversine formula, in metres."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half_lat, half_lon = (lat_b - lat_a) / 2, math.radians(b.lon - a.lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_M * math.asin(math.sqrt(chord))


def walking_metres(a: Point, b: Point) -> float:
    """Estimated way on foot, in metres."""
    return metres_between(a, b) * DETOUR


def walking_minutes(metres: float) -> int:
    """Minutes on foot for a way of so many metres, at least one."""
    return max(1, round(metres / WALKING_M_PER_MINUTE))


def metres_in(minutes: int) -> int:
    """The longest way that takes so many minutes on foot."""
    metres = round((minutes + 0.5) * WALKING_M_PER_MINUTE)
    while metres > 0 and walking_minutes(metres) > minutes:
        metres -= 1
    return metres
