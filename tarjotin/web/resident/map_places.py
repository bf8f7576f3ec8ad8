"""The places where what was found happens, each once with its entries: a few queries, however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString

from tarjotin.catalogue.models import Activity, Place, PlaceTransit, Service, ServicePlace, Session
from tarjotin.common.distance import Point, walking_metres
from tarjotin.common.text import LocalisedText
from tarjotin.search.query import Hit
from tarjotin.web.formats.distances import on_foot
from tarjotin.web.formats.lists import joined
from tarjotin.web.formats.texts import wording
from tarjotin.web.resident.addresses import address, entity_address
from tarjotin.web.resident.cards import district, stop_line
from tarjotin.web.resident.links import Named, named
from tarjotin.web.resident.visible import is_visible

NAMED = 2  # entries of one place that are named; a link leads to all
_VISIBLE = ("status", "visible_from", "visible_until", "slug", "name")
_OF_PLACE = (*_VISIBLE, "street", "city", "district", "lat", "lon")


@dataclass(frozen=True, slots=True)
class Around:
    """Which of the places of an entry are meant: those in some districts, those within a way on foot."""

    districts: Collection[str] = ()
    near: Point | None = None
    metres: int | None = None

    def holds(self, place: Place) -> bool:
        if self.districts and place.district not in self.districts:
            return False
        if self.near is None or self.metres is None:
            return True
        return place.point is not None and round(walking_metres(self.near, place.point)) <= self.metres


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the list. `point` is `None` when it stands in no map."""

    name: LocalisedText
    url: str
    where: SafeString
    stop: SafeString | str
    entries: tuple[Named, ...]
    more: str
    point: Point | None


def spots(hits: Sequence[Hit], around: Around, language: str, now: datetime) -> list[Spot]:
    """The places in the order of what was found."""
    at = _places_of(hits, now)
    wanted = {place for places in at.values() for place in places}
    rows = Place.objects.only(*_OF_PLACE).in_bulk(wanted)
    entries: dict[UUID, list[Any]] = defaultdict(list)
    found = _entries(hits, now)
    for hit in hits:
        for place in at[hit.id]:
            if place in rows and around.holds(rows[place]) and (hit.id in found or hit.kind == "place"):
                entries[place] += [found[hit.id]] if hit.id in found else []
    stops = _stops(entries)
    return [_spot(rows[place], entries[place], stops, around, language, now) for place in entries]


def _spot(
    place: Place, entries: list[Any], stops: dict[UUID, PlaceTransit], around: Around, language: str, now: datetime
) -> Spot:
    where = joined(wording(place.street, language), district(place, language))
    if around.near and place.point:
        where = format_html("{}: {}", where, on_foot(round(walking_metres(around.near, place.point)), language))
    return Spot(
        name=place.name,
        url=entity_address(place, language) if is_visible(place, now) else "",
        where=where,
        stop=stop_line(stops[place.id], language) if place.id in stops else "",
        entries=tuple(named(entry, language) for entry in entries[:NAMED]),
        more=address("results", language, query=f"place={place.id}") if len(entries) > NAMED else "",
        point=place.point,
    )


def _places_of(hits: Iterable[Hit], now: datetime) -> dict[UUID, dict[UUID, None]]:
    """Entry → its places in order: a place is its own, an activity may meet in others too."""
    ids: dict[str, list[UUID]] = defaultdict(list)
    at: dict[UUID, dict[UUID, None]] = defaultdict(dict)
    for hit in hits:
        ids[hit.kind].append(hit.id)
        at[hit.id].update({hit.id: None} if hit.kind == "place" else {})
    activities = Activity.objects.filter(pk__in=ids["activity"]).values_list("id", "place_id")
    meetings = Session.objects.upcoming(now).filter(activity__in=ids["activity"]).order_by()
    services = ServicePlace.objects.filter(service__in=ids["service"]).order_by("id")
    for rows in (
        activities if ids["activity"] else (),
        meetings.values_list("activity_id", "place_id").distinct() if ids["activity"] else (),
        services.values_list("service_id", "place_id") if ids["service"] else (),
    ):
        for entry, place in rows:
            at[entry].update({place: None} if place else {})
    return at


def _entries(hits: Iterable[Hit], now: datetime) -> dict[UUID, Any]:
    """The visible activities and services."""
    found: dict[UUID, Any] = {}
    for kind, model in (("activity", Activity), ("service", Service)):
        wanted = [hit.id for hit in hits if hit.kind == kind]
        if wanted:
            rows: Any = model.objects.only(*_VISIBLE).in_bulk(wanted)
            found |= {key: row for key, row in rows.items() if is_visible(row, now)}
    return found


def _stops(places: Iterable[UUID]) -> dict[UUID, PlaceTransit]:
    """The nearest stop of each."""
    found: dict[UUID, PlaceTransit] = {}
    for stop in PlaceTransit.objects.filter(place__in=list(places)).order_by("walk_m"):
        found.setdefault(stop.place_id, stop)
    return found
