"""Places: where it all happens."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tarjotin.api import filters
from tarjotin.api.parameters import Id, PlaceParameters
from tarjotin.api.routers.listing import ITEM_REFUSALS, LIST_REFUSALS, item_of, page_of
from tarjotin.api.schemas import Place, PlacePage
from tarjotin.api.shapes import places as shapes

router = Router(tags=["places"])


@router.get("", response={200: PlacePage, **LIST_REFUSALS}, operation_id="list_places", summary="List places")
def list_places(request: HttpRequest, asked: Query[PlaceParameters]) -> HttpResponse:
    """Where it all happens, with accessibility and opening hours."""
    rows = filters.places(shapes.rows(), asked)
    return page_of(request, rows, asked, shape=shapes.shape, page=PlacePage)


@router.get("/{place_id}", response={200: Place, **ITEM_REFUSALS}, operation_id="get_place", summary="Read a place")
def get_place(request: HttpRequest, place_id: Id) -> HttpResponse:
    """All we tell about a place."""
    return item_of(request, shapes.rows(), place_id, shape=shapes.shape)
