"""Where a reader starts from: a station or a district by its name, or a point of a deep link. Nothing is kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from tarjotin.catalogue.geography import districts, stops
from tarjotin.common.distance import Point, in_region

COORDINATES = re.compile(r"\s*(\d\d\.\d{1,8})\s*,\s*(\d\d\.\d{1,8})\s*")


def point(written: str) -> Point | None:
    """The point of a station, a district, or "60.18,24.95"; `None` when nobody knows the name."""
    if match := COORDINATES.fullmatch(written):
        found = Point(float(match[1]), float(match[2]))
        return found if in_region(found) else None
    return _by_name().get(_folded(written))


def of_districts(codes: Sequence[str]) -> Point | None:
    """The middle of a district, when exactly one is chosen."""
    district = districts().get(codes[0]) if len(codes) == 1 else None
    return district.middle if district else None


@cache
def _by_name() -> dict[str, Point]:
    """Names of districts and stations, in every language they have; a station comes before a district."""
    found: dict[str, Point] = {}
    for district in districts().values():
        middle = district.middle
        if middle:
            found |= {_folded(wording.text): middle for wording in district.name.wordings}
    return found | {_folded(stop.name): stop.point for stop in stops()}


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())
