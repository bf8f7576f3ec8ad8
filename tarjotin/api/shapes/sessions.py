"""Sessions as the API tells them."""

from __future__ import annotations

from typing import Any

from tarjotin.api import schemas
from tarjotin.api.shapes.common import Origins, page_urls, plain, reference, texts, without_content
from tarjotin.catalogue.models import Session

RELATED = ("activity", "activity__place", "place")
PLAIN = (
    "id",
    "modified_at",
    "state",
    "starts_at",
    "ends_at",
    "time_known",
    "opens_at",
    "closes_at",
    "capacity",
    "places_left",
    "places_left_at",
    "queue_left",
    "is_trial",
    "is_drop_in",
    "computed",
)


def rows() -> Any:
    return Session.objects.select_related(*RELATED).defer(*without_content(*RELATED)[1:])


def shape(row: Session, origins: Origins) -> schemas.Session:
    activity = row.activity
    return schemas.Session(
        **plain(row, *PLAIN),
        status="published",
        activity=schemas.Reference(id=activity.id, name=texts(activity.name)),
        place=reference(row.place or activity.place),
        note=texts(row.note),
        urls=page_urls(activity),
        sources=origins.credits(activity),
    )
