"""A merged record as table rows: columns by name, and the rows that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from tarjotin.catalogue import geography
from tarjotin.catalogue.models import (
    ENTITY_MODELS,
    ActivityLanguage,
    Channel,
    Contact,
    Entity,
    OpeningHours,
    PlaceAccess,
    PlaceTransit,
    Price,
    Schedule,
    ServicePlace,
    Suitability,
)
from tarjotin.catalogue.records import (
    ENTITY_KINDS,
    ActivityRecord,
    ChannelRecord,
    HoursRecord,
    ImageRecord,
    PlaceRecord,
    Ref,
    ServicePlaceRecord,
    ServiceRecord,
)

Refs = Mapping[Ref, UUID]

# Record fields that are rows of their own, or columns under another name.
LINKED = ("organisation", "place", "parent")


@cache
def plain_columns(kind: str) -> tuple[str, ...]:
    """The fields a record and its table share by name, and that hold a plain value."""
    table = ENTITY_MODELS[kind]._meta
    columns = {field.name for field in table.concrete_fields if not field.is_relation}
    return tuple(field.name for field in fields(ENTITY_KINDS[kind]) if field.name in columns)


@cache
def written_columns(kind: str) -> tuple[str, ...]:
    """Every column that publishing sets, apart from identity and creation."""
    kept = {"id", "created_at", "checked_on", "checked_by", "check_due_on", "referral_capacity", "referral_capacity_at"}
    return tuple(
        f.name for f in ENTITY_MODELS[kind]._meta.concrete_fields if f.name not in kept and f.attname not in kept
    )


def fill(entity: Entity, kind: str, record: Any, refs: Refs) -> None:
    """Set the entity's columns from the record."""
    for name in plain_columns(kind):
        value = getattr(record, name)
        setattr(entity, name, list(value) if isinstance(value, tuple) else value)
    for name in LINKED:
        if hasattr(record, name):
            setattr(entity, f"{name}_id", refs.get(getattr(record, name)))
    if hasattr(record, "image"):
        _fill_image(entity, record.image or ImageRecord(""))
    if isinstance(record, PlaceRecord):
        _fill_point(entity, record)


def _fill_image(entity: Any, image: ImageRecord) -> None:
    entity.image_url, entity.image_alt = image.url, image.alt
    entity.image_licence, entity.image_credit = image.licence[:60], image.credit[:200]


def _fill_point(place: Any, record: PlaceRecord) -> None:
    place.lat, place.lon = (record.point.lat, record.point.lon) if record.point else (None, None)
    place.district = geography.district_of(record.point, record.municipality)


@dataclass(frozen=True, slots=True)
class Owned:
    """A table whose rows belong to one entity and are written anew when it changes."""

    model: type[models.Model]
    owner: str  # the foreign key's name
    build: Callable[[Any, Refs], Iterable[models.Model]]


def _contacts(record: Any, refs: Refs) -> Iterable[Contact]:
    for contact in record.contacts:
        yield Contact(
            role=contact.role,
            phone=contact.phone,
            email=contact.email,
            url=contact.url[:500],
            hours=contact.hours,
            languages=list(contact.languages),
        )


def _access(record: PlaceRecord, refs: Refs) -> Iterable[PlaceAccess]:
    for row in record.access:
        yield PlaceAccess(
            profile=row.profile,
            arrival=row.arrival,
            verdict=row.verdict,
            shortcomings=row.shortcomings,
            count=row.count,
        )


def hours_row(hours: HoursRecord) -> OpeningHours:
    return OpeningHours(
        weekday=hours.weekday,
        opens=hours.opens,
        closes=hours.closes,
        valid_from=hours.valid_from,
        valid_until=hours.valid_until,
        closed=hours.closed,
        note=hours.note,
    )


def _place_hours(record: PlaceRecord, refs: Refs) -> Iterable[OpeningHours]:
    return map(hours_row, record.hours)


def _transit(record: PlaceRecord, refs: Refs) -> Iterable[PlaceTransit]:
    for stop, metres in geography.stops_near(record.point) if record.point else ():
        yield PlaceTransit(mode=stop.mode, stop=stop.name, walk_m=metres)


def _service_places(record: ServiceRecord, refs: Refs) -> Iterable[ServicePlace]:
    known: dict[UUID, ServicePlaceRecord] = {}
    for at in record.places:
        if found := refs.get(at.place):
            known.setdefault(found, at)
    for place_id, at in known.items():
        row = ServicePlace(place_id=place_id, phone=at.phone, note=at.note)
        row.told_hours = at.hours  # type: ignore[attr-defined]
        yield row


def _channels(record: ServiceRecord, refs: Refs) -> Iterable[Channel]:
    for channel in record.channels:
        yield _channel(channel)


def _channel(channel: ChannelRecord) -> Channel:
    row = Channel(
        kind=channel.kind,
        name=channel.name,
        value=channel.value[:500],
        languages=list(channel.languages),
        cost=channel.cost,
        note=channel.note,
    )
    row.told_hours = channel.hours  # type: ignore[attr-defined]
    return row


def _languages(record: ActivityRecord, refs: Refs) -> Iterable[ActivityLanguage]:
    for told in dict.fromkeys(record.languages):
        yield ActivityLanguage(language=told.language, how=told.how)


def _suitability(record: ActivityRecord, refs: Refs) -> Iterable[Suitability]:
    for told in record.suitability:
        yield Suitability(
            limit=told.limit,
            verdict=told.verdict,
            note=told.note,
            stated_by=told.stated_by,
            stated_on=told.stated_on,
        )


def _prices(record: ActivityRecord, refs: Refs) -> Iterable[Price]:
    for told in record.prices:
        yield Price(
            who=told.who, amount=told.amount, per=told.per, is_free=told.is_free, parsed=told.parsed, note=told.note
        )


def _schedules(record: ActivityRecord, refs: Refs) -> Iterable[Schedule]:
    for told in record.schedules:
        yield Schedule(
            place_id=refs.get(told.place) if told.place else None,
            starts_on=told.starts_on,
            ends_on=told.ends_on,
            start=told.start,
            end=told.end,
            rrule=told.rrule,
            except_on=[day.isoformat() for day in told.except_on],
            certain=told.certain,
        )


OWNED: dict[str, Sequence[Owned]] = {
    "organisation": (),
    "place": (
        Owned(PlaceAccess, "place", _access),
        Owned(OpeningHours, "place", _place_hours),
        Owned(PlaceTransit, "place", _transit),
        Owned(Contact, "place", _contacts),
    ),
    "service": (
        Owned(ServicePlace, "service", _service_places),
        Owned(Channel, "service", _channels),
        Owned(Contact, "service", _contacts),
    ),
    "activity": (
        Owned(ActivityLanguage, "activity", _languages),
        Owned(Suitability, "activity", _suitability),
        Owned(Price, "activity", _prices),
        Owned(Schedule, "activity", _schedules),
        Owned(Contact, "activity", _contacts),
    ),
}

# Rows that may carry opening hours of their own: model → the foreign key in OpeningHours.
WITH_HOURS: dict[type[models.Model], str] = {ServicePlace: "service_place", Channel: "channel"}
