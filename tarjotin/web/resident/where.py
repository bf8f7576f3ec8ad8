"""Where it is and how one gets there and in: the same on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from tarjotin.catalogue.models import Place
from tarjotin.web.formats.texts import joined, plain_wording, wording
from tarjotin.web.resident.access import Access, access_lines
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.cards import district, stop_line
from tarjotin.web.resident.visible import is_visible


@dataclass(frozen=True, slots=True)
class Where:
    place: Place
    url: str
    line: SafeString  # its name and its part of town
    district: SafeString
    stops: tuple[SafeString, ...]
    access: tuple[Access, ...]
    route: str  # a journey planner's address, for those who want it


def where(place: Place | None, language: str, now: datetime) -> Where | None:
    """The place with its stops and accessibility; two queries."""
    if place is None:
        return None
    return Where(
        place=place,
        url=entity_address(place, language) if is_visible(place, now) else "",
        line=joined(wording(place.name, language), district(place, language)),
        district=district(place, language),
        stops=tuple(stop_line(stop, language) for stop in place.transit.order_by("walk_m")),
        access=tuple(access_lines(place.access.order_by("id"), language)),
        route=_route(place, language),
    )


def _route(place: Place, language: str) -> str:
    """The region's journey planner with this place as the goal (HSL's address form: name::lat,lon)."""
    if place.point is None:
        return ""
    goal = f"{plain_wording(place.name, language)}::{place.lat},{place.lon}"
    return f"https://reittiopas.hsl.fi/reitti/-/{urlencode({'': goal})[1:]}?locale={language}"
