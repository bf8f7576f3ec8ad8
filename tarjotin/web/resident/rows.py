"""Everything the cards of one page need, loaded in bulk: the same few queries for one card and for fifty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber

from tarjotin.catalogue.models import (
    Activity,
    Channel,
    Contact,
    OpeningHours,
    Place,
    PlaceTransit,
    Price,
    Service,
    ServicePlace,
    Session,
    Tag,
)
from tarjotin.search.query import Hit
from tarjotin.web.resident.visible import is_visible

SESSIONS_A_CARD = 2
# The columns a card shows. A row has fifty more, and its merged record alone is as large as all the others.
_OF_EVERY = ("status", "visible_from", "visible_until", "slug", "source", "checked_on", "name")
_OF_SESSION = ("starts_at", "ends_at", "time_known", "state", "closes_at", "places_left", "places_left_at")
_OF_PLACE = ("name", "street", "city", "district")
_COLUMNS: dict[str, tuple[str, ...]] = {
    "activity": (
        *("rhythm", "entry", "place_text", "provider", "register_url", "register_phone"),
        *("organisation__name", *(f"place__{column}" for column in _OF_PLACE)),
    ),
    "service": ("kind", "is_free", "summary", "organisation__name"),
    "place": (*_OF_PLACE, "summary", "phone"),
}


def _first(rows: QuerySet[Any], column: str) -> Subquery:
    return Subquery(rows.values(column)[:1])


_MAIN = Tag.objects.filter(main=True, concept__scheme="category")
_NUMBERS = Contact.objects.filter(activity=OuterRef("pk")).exclude(phone="").order_by("id")
# What one more row of each tells, asked for in the same question.
_BESIDE = {kind: {"category": _first(_MAIN.filter(**{kind: OuterRef("pk")}), "concept__code")} for kind in _COLUMNS}
_BESIDE["activity"]["contact_phone"] = _first(_NUMBERS, "phone")


@dataclass(frozen=True, slots=True)
class Rows:
    """Entities by id, and the rows that belong to them by the owner's id."""

    entities: dict[UUID, Any]
    sessions: dict[UUID, list[Session]]
    prices: dict[UUID, list[Price]]
    channels: dict[UUID, list[Channel]]
    service_places: dict[UUID, list[ServicePlace]]
    hours: dict[UUID, list[OpeningHours]]
    transit: dict[UUID, list[PlaceTransit]] = field(default_factory=dict)


def load(hits: Iterable[Hit], *, now: datetime, whole: bool = False) -> Rows:
    """The rows behind these hits; a kind that is not among them asks nothing. `whole`: more than a card is shown."""
    ids: dict[str, list[UUID]] = defaultdict(list)
    for hit in hits:
        ids[hit.kind].append(hit.id)
    activities, services, places = ids["activity"], ids["service"], ids["place"]
    entities: dict[UUID, Any] = {
        **_by_id(Activity.objects.select_related("organisation", "place"), activities, now, whole),
        **_by_id(Service.objects.select_related("organisation"), services, now, whole),
        **_by_id(Place.objects.all(), places, now, whole),
    }
    at_places = ServicePlace.objects.select_related("place").only(
        "service", "phone", *(f"place__{column}" for column in _OF_PLACE)
    )
    service_places = _owned(at_places.order_by("id"), "service_id", services)
    stops_of = [*places, *(e.place_id for e in entities.values() if getattr(e, "place_id", None))]
    stops_of += [rows[0].place_id for rows in service_places.values()]
    sessions = next_sessions(now).only("activity", *_OF_SESSION)
    return Rows(
        entities=entities,
        sessions=_owned(sessions, "activity_id", activities),
        prices=_owned(Price.objects.order_by("id"), "activity_id", activities),
        channels=_owned(Channel.objects.order_by("id"), "service_id", services),
        service_places=service_places,
        hours=_owned(OpeningHours.objects.order_by("id"), "place_id", places),
        transit=_owned(PlaceTransit.objects.order_by("walk_m"), "place_id", stops_of),
    )


def next_sessions(now: datetime) -> QuerySet[Session]:
    """The next sessions of each activity: as many as a card shows."""
    number = Window(RowNumber(), partition_by=F("activity_id"), order_by=[F("starts_at").asc(), F("id").asc()])
    return Session.objects.upcoming(now).annotate(number=number).filter(number__lte=SESSIONS_A_CARD)


def _by_id(rows: QuerySet[Any], ids: list[UUID], now: datetime, whole: bool) -> dict[UUID, Any]:
    """The visible ones. Asked for by id alone: told the status too, SQLite reads every published row of the kind."""
    if not ids:
        return {}
    kind = rows.model.kind_name
    columns = (*_OF_EVERY, *_COLUMNS[kind])
    rows = rows.annotate(**_BESIDE[kind])
    asked = rows.defer("content", "origins") if whole else rows.only(*columns)
    return {row.id: row for row in asked.filter(pk__in=ids) if is_visible(row, now)}


def _owned(rows: QuerySet[Any], owner: str, ids: list[Any]) -> dict[UUID, list[Any]]:
    """Owner's id → its rows, in their order."""
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows.filter(**{f"{owner}__in": ids}) if ids else ():
        found[getattr(row, owner)].append(row)
    return found
