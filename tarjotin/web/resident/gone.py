"""410: it was here and is not any more; what is nearest to it instead."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse

from tarjotin.catalogue.models import Status, Tag
from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import Query
from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.cards import Card, cards
from tarjotin.web.resident.page import show

SHOWN = 5


def show_gone(entity: Any, *, language: str, now: datetime) -> HttpResponse:
    """What is gone answers 410; what is on a break will come back, so it answers 404."""
    on_a_break = entity.status == Status.PAUSED
    alternatives = _alternatives(entity, language, now)
    return show(
        "resident/gone.html",
        {"entity": entity, "on_a_break": on_a_break, "alternatives": alternatives},
        language=language,
        now=now,
        same_page=addresses(entity.kind_name, entity.slug),
        status=404 if on_a_break else 410,
    )


def _alternatives(entity: Any, language: str, now: datetime) -> list[Card]:
    """Of the same category in the same district; then of the same category anywhere."""
    categories = tuple(_categories(entity))
    place = getattr(entity, "place", None)
    district = getattr(place or entity, "district", "")
    for chosen in _narrow_to_wide(categories, district):
        try:
            hits = search(Query(chosen=chosen, per_page=SHOWN), language=language, now=now).hits
        except IndexNotReady:
            return []
        if hits:
            return cards(hits, language=language, now=now)
    return []


def _categories(entity: Any) -> list[str]:
    if entity.kind_name == "organisation":
        return []
    tags = Tag.objects.filter(**{entity.kind_name: entity}, concept__scheme="category").order_by("-main", "id")
    return list(tags.values_list("concept__code", flat=True)[:1])


def _narrow_to_wide(categories: tuple[str, ...], district: str) -> list[dict[str, tuple[str, ...]]]:
    here: dict[str, tuple[str, ...]] = {"district": (district,)} if district else {}
    what: dict[str, tuple[str, ...]] = {"category": categories} if categories else {}
    return [chosen for chosen in ({**what, **here}, what, here) if chosen]
