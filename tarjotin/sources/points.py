"""A point as sources write it: checked, and dropped with a reason when it cannot be right (sources.md § 0). Pure."""

from __future__ import annotations

import math

from tarjotin.common.distance import Point, in_region


def checked_point(lat: object, lon: object) -> tuple[Point | None, str]:
    """The point, or `None` and why it was dropped; both empty when there is none. Numbers may come as texts."""
    if _is_empty(lat) and _is_empty(lon):
        return None, ""
    numbers = _number(lat), _number(lon)
    if numbers[0] is None or numbers[1] is None:
        return None, f"point dropped: {lat!r}, {lon!r} are no coordinates"
    point = Point(numbers[0], numbers[1])
    if in_region(point):
        return point, ""
    return None, f"point dropped: {_what_is_wrong(point)}"


def _what_is_wrong(point: Point) -> str:
    if point.lat == 0 and point.lon == 0:
        return "0, 0"
    if in_region(Point(point.lon, point.lat)):
        return f"latitude and longitude are swapped ({point.lat}, {point.lon})"
    return f"outside the region ({point.lat}, {point.lon})"


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in ("", "-"))


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
