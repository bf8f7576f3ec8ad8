"""Where it is and how one gets there and in: the same on every page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tarjotin.catalogue.models import Place, PlaceTransit
from tarjotin.catalogue.models.place import PlaceKind
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.texts import plain_wording, wording
from tarjotin.web.resident.access import Access, access_lines
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.cards import district, stop_line
from tarjotin.web.resident.visible import is_visible

COLD_MONTHS = (11, 12, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Where:
    place: Place
    url: str
    line: SafeString  # its name and its part of town
    district: SafeString
    stops: tuple[SafeString, ...]
    nearest_m: int | None  # on foot from the nearest stop; none when there is none near
    steps_untold: bool  # of the stops: nobody tells of any whether one gets there without steps
    slippery: bool  # outdoors in the cold months: said before one leaves
    access: tuple[Access, ...]
    route: str  # a journey planner's address, for those who want it


def where(place: Place | None, language: str, now: datetime) -> Where | None:
    """The place with its stops and accessibility; two queries."""
    if place is None:
        return None
    stops = list(place.transit.order_by("walk_m"))
    return Where(
        place=place,
        url=entity_address(place, language) if is_visible(place, now) else "",
        line=joined(wording(place.name, language), district(place, language)),
        district=district(place, language),
        stops=tuple(_stop(stop, language) for stop in stops),
        nearest_m=stops[0].walk_m if stops else None,
        steps_untold=bool(stops) and all(stop.step_free is None for stop in stops),
        slippery=place.kind == PlaceKind.OUTDOORS and to_helsinki(now).month in COLD_MONTHS,
        access=tuple(access_lines(place.access.order_by("id"), language)),
        route=_route(place, language),
    )


def _stop(stop: PlaceTransit, language: str) -> SafeString:
    """The stop, and whether one gets there without steps, where that is told."""
    line = stop_line(stop, language)
    if stop.step_free is None:
        return line
    return format_html(
        "{}. {}", line, _("Asemalle pääsee ilman portaita.") if stop.step_free else _("Asemalla on portaita.")
    )


def _route(place: Place, language: str) -> str:
    """The region's journey planner with this place as the goal (HSL's address form: name::lat,lon)."""
    if place.point is None:
        return ""
    goal = f"{plain_wording(place.name, language)}::{place.lat},{place.lon}"
    return f"https://reittiopas.hsl.fi/reitti/-/{urlencode({'': goal})[1:]}?locale={language}"
