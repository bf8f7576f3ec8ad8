"""Places as the API tells them."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch

from tarjotin.api import schemas
from tarjotin.api.shapes.common import (
    TAGS,
    Origins,
    contacts,
    entity,
    image,
    localised,
    opening_hours,
    plain,
    reference,
    tags,
    texts,
    without_content,
)
from tarjotin.catalogue.geography import districts
from tarjotin.catalogue.models import OpeningHours, Place, PlaceAccess, PlaceTransit

TEXTS = (
    "name",
    "summary",
    "description",
    "street",
    "city",
    "entrance",
    "arrival",
    "parking",
    "website",
    "fees_text",
    "notice",
    "keywords",
)
PLAIN = ("kind", "postal_code", "municipality", "accessible_parking", "email", "phone", "languages")
IDENTIFIERS = ("tpr_unit", "lipas_id", "lipas_type", "library_id", "hours_id", "building_id")


def rows() -> Any:
    return (
        Place.objects.select_related("organisation", "parent")
        .defer(*without_content("organisation", "parent"))
        .prefetch_related(
            Prefetch("access", PlaceAccess.objects.order_by("profile", "arrival")),
            Prefetch("hours", OpeningHours.objects.order_by("id")),
            Prefetch("transit", PlaceTransit.objects.order_by("walk_m", "id")),
            "contacts",
            TAGS,
        )
    )


def shape(row: Place, origins: Origins) -> schemas.Place:
    return schemas.Place(
        **entity(row, origins),
        **localised(row, *TEXTS),
        **plain(row, *PLAIN),
        organisation=reference(row.organisation),
        parent=reference(row.parent),
        point=schemas.Point(lat=row.point.lat, lon=row.point.lon) if row.point else None,
        district=_district(row.district),
        identifiers=schemas.Identifiers(**plain(row, *IDENTIFIERS)),
        image=image(row),
        access=[_access(access) for access in row.access.all()],
        transit=[_stop(stop) for stop in row.transit.all()],
        opening_hours=opening_hours(row),
        contacts=contacts(row),
        tags=tags(row),
    )


def _district(code: str) -> schemas.District | None:
    found = districts().get(code)
    return schemas.District(code=code, name=texts(found.name)) if found else None


def _access(row: PlaceAccess) -> schemas.Access:
    return schemas.Access(
        profile=row.profile,
        arrival=row.arrival,
        verdict=row.verdict,
        shortcomings=texts(row.shortcomings),
        count=row.count,
    )


def _stop(row: PlaceTransit) -> schemas.Stop:
    return schemas.Stop(mode=row.mode, stop=row.stop, walk_m=row.walk_m, step_free=row.step_free)
