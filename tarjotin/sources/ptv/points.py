"""Coordinates of PTV: northing and easting of EPSG:3067 as texts, with a word on how far to trust them."""

from __future__ import annotations

import utm

from tarjotin.common.distance import Point, in_region, metres_between
from tarjotin.sources.ptv.texts import Raw
from tarjotin.sources.raw import Notes, text

ZONE = 35  # ETRS-TM35FIN is zone 35 for the whole country
TRUSTED_STATES = frozenset({"Ok", "EnteredByUser", ""})
NORTHINGS, EASTINGS = (6_500_000, 7_900_000), (40_000, 800_000)
ENTRANCE_WITHIN_M = 500.0


def point(address: Raw, notes: Notes) -> Point | None:
    state = text(address.get("coordinateState"))
    northing, easting = _number(address.get("latitude")), _number(address.get("longitude"))
    if not northing or not easting:
        return None
    if state not in TRUSTED_STATES:
        notes.add(f"point dropped: coordinateState {state}")
        return None
    found = _converted(northing, easting, notes)
    if found is None:
        notes.add("point dropped: not a place in Finland")
    elif not in_region(found):
        notes.add("point dropped: outside the region")
        return None
    return found


def entrance_point(entrance: Raw, beside: Point | None, notes: Notes) -> Point | None:
    coordinates = entrance.get("coordinates")
    found = point(coordinates, notes) if isinstance(coordinates, dict) else None
    if found and beside and metres_between(found, beside) > ENTRANCE_WITHIN_M:
        notes.add("entrance point dropped: far from the address")
        return None
    return found


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return 0.0
    try:
        return float(str(value).strip().replace(",", "."))
    except ValueError:
        return 0.0


def _converted(northing: float, easting: float, notes: Notes) -> Point | None:
    if _within(easting, NORTHINGS) and _within(northing, EASTINGS):
        notes.add("northing and easting were swapped")
        northing, easting = easting, northing
    if not (_within(northing, NORTHINGS) and _within(easting, EASTINGS)):
        return None
    lat, lon = utm.to_latlon(easting, northing, ZONE, northern=True, strict=False)
    return Point(round(float(lat), 6), round(float(lon), 6))


def _within(value: float, limits: tuple[int, int]) -> bool:
    return limits[0] <= value <= limits[1]
