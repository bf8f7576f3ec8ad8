"""Organisations: who offers something."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from tarjotin.api import filters
from tarjotin.api.parameters import Id, OrganisationParameters
from tarjotin.api.routers.listing import ITEM_REFUSALS, LIST_REFUSALS, item_of, page_of
from tarjotin.api.schemas import Organisation, OrganisationPage
from tarjotin.api.shapes import organisations as shapes

router = Router(tags=["organisations"])


@router.get(
    "",
    response={200: OrganisationPage, **LIST_REFUSALS},
    operation_id="list_organisations",
    summary="List organisations",
)
def list_organisations(request: HttpRequest, asked: Query[OrganisationParameters]) -> HttpResponse:
    """Who offers it."""
    rows = filters.organisations(shapes.rows(), asked)
    return page_of(request, rows, asked, shape=shapes.shape, page=OrganisationPage)


@router.get(
    "/{organisation_id}",
    response={200: Organisation, **ITEM_REFUSALS},
    operation_id="get_organisation",
    summary="Read an organisation",
)
def get_organisation(request: HttpRequest, organisation_id: Id) -> HttpResponse:
    """All we tell about an organisation."""
    return item_of(request, shapes.rows(), organisation_id, shape=shapes.shape)
