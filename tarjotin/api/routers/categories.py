"""The short lists entries are classified by: categories, audiences, needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tarjotin.api.answers import answer
from tarjotin.api.filters import SCHEMES
from tarjotin.api.parameters import CategoryParameters
from tarjotin.api.schemas import Category, CategoryList, Counts, Problem
from tarjotin.api.shapes.common import texts
from tarjotin.catalogue.models import ENTITY_MODELS, Concept, Tag

router = Router(tags=["categories"])
COUNTED = {"activities": "activity", "services": "service", "places": "place"}


@router.get(
    "",
    response={200: CategoryList, 304: None, 422: Problem},
    operation_id="list_categories",
    summary="List categories, audiences and needs",
)
def list_categories(request: HttpRequest, asked: Query[CategoryParameters]) -> HttpResponse:
    """What the parameters `category`, `audience` and `need` may be, and how much there is of each."""
    schemes = asked.scheme or SCHEMES
    concepts = Concept.objects.filter(scheme__in=schemes, replaced_by="")
    now = timezone.now()
    counts = {name: _counts(kind, now) for name, kind in COUNTED.items()}
    ordered = sorted(concepts, key=lambda concept: (SCHEMES.index(concept.scheme), concept.position, concept.code))
    return answer(request, CategoryList(items=[_category(concept, counts) for concept in ordered]))


def _counts(kind: str, now: datetime) -> dict[int, int]:
    """Concept → how many visible entities of a kind carry it."""
    visible = ENTITY_MODELS[kind].objects.visible(now)
    rows = Tag.objects.filter(concept__scheme__in=SCHEMES, **{f"{kind}__in": visible})
    return dict(rows.values_list("concept").annotate(Count("id")))


def _category(concept: Concept, counts: Mapping[str, Mapping[int, int]]) -> Category:
    return Category(
        scheme=concept.scheme,
        code=concept.code,
        label=texts(concept.label),
        counts=Counts(**{name: counts[name].get(concept.pk, 0) for name in COUNTED}),
    )
