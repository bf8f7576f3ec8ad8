"""Services: what is offered as such."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tarjotin.api import filters
from tarjotin.api.parameters import Id, ServiceParameters
from tarjotin.api.routers.listing import ITEM_REFUSALS, LIST_REFUSALS, item_of, page_of
from tarjotin.api.schemas import Service, ServicePage
from tarjotin.api.shapes import services as shapes

router = Router(tags=["services"])


@router.get("", response={200: ServicePage, **LIST_REFUSALS}, operation_id="list_services", summary="List services")
def list_services(request: HttpRequest, asked: Query[ServiceParameters]) -> HttpResponse:
    """Desks, libraries, guidance, support: with the places and channels of each."""
    rows = filters.services(shapes.rows(), asked)
    return page_of(request, rows, asked, shape=shapes.shape, page=ServicePage)


@router.get(
    "/{service_id}", response={200: Service, **ITEM_REFUSALS}, operation_id="get_service", summary="Read a service"
)
def get_service(request: HttpRequest, service_id: Id) -> HttpResponse:
    """All we tell about a service."""
    return item_of(request, shapes.rows(), service_id, shape=shapes.shape)
