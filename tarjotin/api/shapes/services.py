"""Services as the API tells them."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from tarjotin.api import schemas
from tarjotin.api.shapes.common import (
    TAGS,
    Origins,
    contacts,
    entity,
    localised,
    opening_hours,
    plain,
    reference,
    tags,
    texts,
    told,
    without_content,
)
from tarjotin.catalogue.models import Channel, OpeningHours, Service, ServicePlace

TEXTS = (
    "name",
    "summary",
    "description",
    "what_happens",
    "what_you_gain",
    "what_it_asks",
    "how_to_get",
    "requirements",
    "fees_text",
    "website",
    "keywords",
)
PLAIN = ("kind", "is_free", "area", "languages", "life_events", "anonymous_ok", "id_needed")


def rows() -> Any:
    hours = Prefetch("hours", OpeningHours.objects.order_by("id"))
    at_places = ServicePlace.objects.select_related("place").defer("place__content").order_by("id")
    return (
        Service.objects.select_related("organisation")
        .defer(*without_content("organisation"))
        .prefetch_related(
            Prefetch("service_places", at_places.prefetch_related(hours)),
            Prefetch("channels", Channel.objects.order_by("id").prefetch_related(hours)),
            "contacts",
            TAGS,
        )
    )


def shape(row: Service, origins: Origins) -> schemas.Service:
    return schemas.Service(
        **entity(row, origins),
        **localised(row, *TEXTS),
        **plain(row, *PLAIN),
        organisation=reference(row.organisation),
        places=[found for at in row.service_places.all() if (found := _at_place(at))],
        channels=[_channel(channel) for channel in row.channels.all()],
        contacts=contacts(row),
        tags=tags(row),
    )


def _at_place(row: ServicePlace) -> schemas.ServiceAtPlace | None:
    place = reference(row.place)
    if place is None:
        return None
    return schemas.ServiceAtPlace(
        place=place, phone=told(row.phone), note=texts(row.note), opening_hours=opening_hours(row)
    )


def _channel(row: Channel) -> schemas.Channel:
    return schemas.Channel(
        kind=row.kind,
        name=texts(row.name),
        value=told(row.value),
        languages=row.languages,
        cost=texts(row.cost),
        note=texts(row.note),
        takes_callback=row.takes_callback,
        opening_hours=opening_hours(row),
    )
