"""Activities: what people attend."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tarjotin.api import filters
from tarjotin.api.parameters import ActivityParameters, Id
from tarjotin.api.routers.listing import ITEM_REFUSALS, LIST_REFUSALS, item_of, page_of
from tarjotin.api.schemas import Activity, ActivityPage
from tarjotin.api.shapes import activities as shapes

router = Router(tags=["activities"])


@router.get(
    "", response={200: ActivityPage, **LIST_REFUSALS}, operation_id="list_activities", summary="List activities"
)
def list_activities(request: HttpRequest, asked: Query[ActivityParameters]) -> HttpResponse:
    """What people attend. Their dated times are at `/api/v1/sessions`."""
    rows = filters.activities(shapes.rows(), asked)
    return page_of(request, rows, asked, shape=shapes.shape, page=ActivityPage)


@router.get(
    "/{activity_id}", response={200: Activity, **ITEM_REFUSALS}, operation_id="get_activity", summary="Read an activity"
)
def get_activity(request: HttpRequest, activity_id: Id) -> HttpResponse:
    """All we tell about an activity, apart from its dated times."""
    return item_of(request, shapes.rows(), activity_id, shape=shapes.shape)
