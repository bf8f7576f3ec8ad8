"""Who arranges: how to reach them, and all they offer, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tarjotin.catalogue.models import Activity, Organisation, Place, Service
from tarjotin.catalogue.models.organisation import OrganisationKind
from tarjotin.search.query import Hit
from tarjotin.web.formats.texts import only_in
from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.cards import Card, cards, checked_on
from tarjotin.web.resident.credits import sources_of
from tarjotin.web.resident.entities import find
from tarjotin.web.resident.joining import call
from tarjotin.web.resident.links import linked
from tarjotin.web.resident.page import resident_page, show
from tarjotin.web.resident.report import report_address
from tarjotin.web.resident.sharing import sharing
from tarjotin.web.resident.steps import Step, page_steps

PER_PAGE = 10


@resident_page
def organisation(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    now = timezone.now()
    found = find("organisation", slug, language=language, now=now, related=("parent",))
    if found.answer:
        return found.answer
    shown: Organisation = found.entity
    page = offer(shown, request.GET.get("page", "1"), now)
    values = {
        "organisation": shown,
        "only_in": only_in(shown.description or shown.name, language),
        "kind": OrganisationKind(shown.kind).label if shown.kind else "",
        "contacts": list(shown.contacts.order_by("id")),
        "page": page,
        "pages": steps(page),
        "cards": _cards(page, language, now),
        "parent": linked(shown.parent, language, now),
        "checked_on": checked_on(shown),
        "sources": sources_of(shown),
        "action": call(shown.phone) if shown.phone else None,
        "report": report_address(shown, language),
        "sharing": sharing(shown, language),
    }
    query = f"page={page.number}" if page.number > 1 else ""
    same_page = addresses("organisation", shown.slug, query)
    return show("resident/organisation.html", values, language=language, now=now, same_page=same_page)


def offer(organisation: Organisation, page: str, now: datetime) -> Page[Hit]:
    """One page of what it offers: activities, then services, then places, each by the day it was added."""
    rows = [
        Hit(model.kind_name, entity_id)
        for model in (Activity, Service, Place)
        for entity_id in model.objects.visible(now)
        .filter(organisation=organisation)
        .order_by("created_at", "id")
        .values_list("id", flat=True)
    ]
    return Paginator(rows, PER_PAGE).get_page(page)


def steps(page: Page[Hit]) -> list[Step]:
    """Links to the pages of the offer, when there are several."""
    return page_steps(page.number, page.paginator.num_pages, lambda number: f"?page={number}")


def _cards(page: Sequence[Hit], language: str, now: datetime) -> list[Card]:
    return cards(page, language=language, now=now)
