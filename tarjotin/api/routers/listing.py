"""What the lists and items of all kinds have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.api import visibility
from tarjotin.api.answers import answer
from tarjotin.api.paging import walk
from tarjotin.api.parameters import ListParameters
from tarjotin.api.schemas import Page, Problem
from tarjotin.api.shapes.common import Origins

LIST_REFUSALS = {304: None, 400: Problem, 422: Problem}
ITEM_REFUSALS = {301: None, 304: None, 404: Problem, 410: Problem, 422: Problem}


def page_of(
    request: HttpRequest,
    rows: QuerySet[Any],
    asked: ListParameters,
    *,
    shape: Callable[[Any, Origins], Any],
    page: type[Page],
) -> HttpResponse:
    """A page of entities."""
    now = timezone.now()
    found = walk(request, visibility.entities(rows, asked, now=now), asked, now=now)  # type: ignore[arg-type]
    shown = [row for row in found.rows if visibility.is_visible(row, now)]
    origins = Origins.of(shown)
    items = [
        shape(row, origins) if visibility.is_visible(row, now) else visibility.tombstone(row) for row in found.rows
    ]
    return answer(
        request, page.model_validate({"items": items, "next": found.next, "follow_after": found.follow_after})
    )


def item_of(
    request: HttpRequest, rows: QuerySet[Any], entity_id: UUID, *, shape: Callable[[Any, Origins], Any]
) -> HttpResponse:
    """One entity."""
    entity = visibility.get(rows, entity_id, now=timezone.now())
    return answer(request, shape(entity, Origins.of([entity])))
