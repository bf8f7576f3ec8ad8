"""What a search found, as the API tells it: enough for a line in a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Min

from tarjotin.api import schemas
from tarjotin.api.search_parameters import name_of
from tarjotin.api.shapes.common import Origins, page_urls, reference, texts, told
from tarjotin.api.visibility import address, is_visible
from tarjotin.catalogue.models import ENTITY_MODELS, Entity, Session
from tarjotin.catalogue.models.session import SessionState
from tarjotin.search.query import Hit, Reason

RELATED = {"activity": ("organisation", "place"), "service": ("organisation",), "place": ("organisation",)}

# What the shape of a hit tells, and whether it may be told.
COLUMNS = ("status", "visible_from", "visible_until", "slug", "source", "origins", "name", "summary")


def shape(hits: Sequence[Hit], *, now: datetime) -> list[schemas.SearchHit]:
    """The hits that are still shown; the index may be a moment behind."""
    if not hits:
        return []
    rows = _rows(hits, now)
    origins, coming = Origins.of(rows.values()), _coming(rows, now)
    return [_hit(hit, rows[hit.id], origins, coming.get(hit.id)) for hit in hits if hit.id in rows]


def _rows(hits: Iterable[Hit], now: datetime) -> dict[UUID, Entity]:
    """The visible ones. Asked for by id alone: told the status too, SQLite reads every published row of the kind."""
    found: dict[UUID, Entity] = {}
    for kind, related in RELATED.items():
        if ids := [hit.id for hit in hits if hit.kind == kind]:
            columns = (*COLUMNS, *(f"{name}__{column}" for name in related for column in ("status", "name")))
            found |= ENTITY_MODELS[kind].objects.select_related(*related).only(*columns).in_bulk(ids)
    return {pk: row for pk, row in found.items() if is_visible(row, now)}


def _coming(rows: Mapping[UUID, Entity], now: datetime) -> dict[UUID, datetime]:
    """Activity → when its next session begins."""
    ids = [row.id for row in rows.values() if row.kind_name == "activity"]
    if not ids:
        return {}
    planned = Session.objects.upcoming(now).exclude(state=SessionState.CANCELLED).filter(activity__in=ids)
    return dict(planned.order_by().values_list("activity").annotate(Min("starts_at")))


def _hit(hit: Hit, row: Any, origins: Origins, coming: datetime | None) -> schemas.SearchHit:
    return schemas.SearchHit(
        kind=hit.kind,
        id=hit.id,
        href=address(hit.kind, hit.id),
        name=texts(row.name),
        summary=texts(row.summary),
        organisation=reference(row.organisation),
        place=reference(row.place) if hit.kind == "activity" else None,
        next_starts_at=coming,
        distance_m=hit.distance_m,
        reasons=[_reason(reason) for reason in hit.reasons],
        unmet=[name_of(group) for group in hit.unmet],
        urls=page_urls(row),
        sources=origins.credits(row),
    )


def _reason(reason: Reason) -> schemas.Reason:
    group = name_of(reason.group) if reason.kind == "criterion" else reason.group
    return schemas.Reason(kind=reason.kind, group=told(group), value=told(reason.value), unknown=reason.unknown)
