"""Loading entries for the index: a constant number of queries for each batch, whatever it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Max, Prefetch, Q, QuerySet

from tarjotin.catalogue.models import (
    ENTITY_MODELS,
    Channel,
    OpeningHours,
    Organisation,
    Place,
    ServicePlace,
    Session,
    Tag,
)
from tarjotin.catalogue.models.session import SessionState
from tarjotin.common.time import helsinki_to_utc, to_helsinki
from tarjotin.search import documents as building
from tarjotin.search.document import HORIZON, Document
from tarjotin.search.documents import Times

KINDS = ("activity", "service", "place")
BATCH = 500
UNSHOWN = ("content", "origins")

Key = tuple[str, UUID]


def count() -> int:
    return sum(_entries(kind).count() for kind in KINDS)


def all_documents(*, now: datetime) -> Iterator[list[Document]]:
    """Every entry that can be found, batch by batch."""
    for kind in KINDS:
        last: UUID | None = None
        while True:
            rows = _entries(kind).order_by("pk")
            batch = list((rows.filter(pk__gt=last) if last else rows).values_list("pk", flat=True)[:BATCH])
            if not batch:
                break
            last = batch[-1]
            yield _load(kind, batch, now)


def documents(keys: Iterable[Key], *, now: datetime) -> Iterator[tuple[list[UUID], list[Document]]]:
    """The ids asked for, batch by batch, with the documents of those that can still be found."""
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for kind, entity_id in sorted(keys):
        by_kind[kind].append(entity_id)
    for kind, ids in by_kind.items():
        for batch in _batches(ids):
            yield batch, _load(kind, batch, now)


def touched(changes: Sequence[Key]) -> set[Key]:
    """The entries whose documents these changes concern: themselves, and those that carry their names."""
    found = {(kind, entity_id) for kind, entity_id in changes if kind in KINDS}
    for kind, links in _CARRIERS.items():
        for batch in _batches(sorted({entity_id for changed, entity_id in changes if changed == kind})):
            for carrier, link in links:
                ids = (
                    ENTITY_MODELS[carrier]
                    ._default_manager.filter(**{f"{link}__in": batch})
                    .values_list("pk", flat=True)
                )
                found.update((carrier, pk) for pk in ids)
    return found


# Whose name or place stands in the documents of others: kind → (their kind, how they point at it).
_CARRIERS: dict[str, tuple[tuple[str, str], ...]] = {
    "organisation": (("activity", "organisation"), ("service", "organisation"), ("place", "organisation")),
    "place": (
        ("activity", "place"),
        ("activity", "sessions__place"),
        ("service", "service_places__place"),
        ("place", "parent"),
    ),
}


def _batches(ids: Sequence[UUID]) -> Iterator[list[UUID]]:
    for start in range(0, len(ids), BATCH):
        yield list(ids[start : start + BATCH])


def _entries(kind: str) -> QuerySet[Any]:
    """What can be found: of places only those that are something to go to, not every room."""
    rows: QuerySet[Any] = ENTITY_MODELS[kind]._default_manager.filter(status="published")
    if kind != "place":
        return rows
    tagged = Tag.objects.filter(concept__scheme="category", place__isnull=False)
    return rows.filter(pk__in=tagged.values("place"))


def _load(kind: str, ids: Sequence[UUID], now: datetime) -> list[Document]:
    rows = _entries(kind).filter(pk__in=ids).defer(*UNSHOWN).prefetch_related(*_related(kind)).order_by("pk")
    if kind == "activity":
        times = _times(ids, now)
        return [building.of_activity(row, times[row.pk], now=now) for row in rows]
    build = building.of_service if kind == "service" else building.of_place
    return [build(row, now=now) for row in rows]


def _times(ids: Sequence[UUID], now: datetime) -> dict[UUID, Times]:
    """The coming sessions of activities, as far as the index looks ahead, and the end of the last one."""
    times: dict[UUID, Times] = defaultdict(Times)
    told = Session.objects.filter(activity__in=ids).exclude(state=SessionState.WITHDRAWN)
    for activity_id, start, end in (
        told.exclude(state=SessionState.CANCELLED)
        .values_list("activity")
        .annotate(start=Max("starts_at"), end=Max("ends_at"))
    ):
        times[activity_id].last_end = max(filter(None, (start, end)))
    for activity_id in told.order_by().values_list("activity", flat=True).distinct():
        times[activity_id].dated = True
    today = helsinki_to_utc(to_helsinki(now).date(), time())
    some_time_today = Q(starts_at__gte=today, time_known=False)
    coming = told.filter(Q(starts_at__gte=now) | Q(ends_at__gte=now) | some_time_today, starts_at__lt=now + HORIZON)
    for session in coming.order_by("starts_at").only(*_OF_SESSION):
        times[session.activity_id].add(session)
    ids_of_places = {pk for each in times.values() for pk in each.place_ids}
    for found in Place.objects.filter(pk__in=ids_of_places).only(*_OF_PLACE).prefetch_related("access", "transit"):
        for each in times.values():
            if found.pk in each.place_ids:
                each.places.append(found)
    return times


_OF_SESSION = (
    *("activity_id", "starts_at", "ends_at", "time_known", "state", "place_id"),
    *("places_left", "places_left_at", "closes_at"),
)
_OF_PLACE = (
    *("name", "street", "city", "district", "municipality", "lat", "lon"),
    *("parking", "accessible_parking"),
)


def _related(kind: str) -> tuple[Any, ...]:
    """What belongs to the entries of a kind. Made anew for each batch: Django notes rows in these."""
    places = Place.objects.only(*_OF_PLACE).prefetch_related("access", "transit")
    hours = Prefetch("hours", OpeningHours.objects.filter(Q(weekday__isnull=False) | Q(closed=True)))
    everyone = (
        Prefetch("organisation", Organisation.objects.only("name", "short_name")),
        Prefetch("tags", Tag.objects.select_related("concept")),
        "topics",
    )
    if kind == "activity":
        return (*everyone, Prefetch("place", places), "prices", "activity_languages", "schedules", "suitability")
    if kind == "place":
        return (*everyone, Prefetch("parent", places), hours, "access", "transit")
    at_places = ServicePlace.objects.prefetch_related(Prefetch("place", places), hours)
    channels = Channel.objects.prefetch_related(hours)
    return (*everyone, Prefetch("service_places", at_places), Prefetch("channels", channels))
