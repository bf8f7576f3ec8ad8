"""Narrowing a list to what the parameters ask. Rows that answer several of the asked values come once."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from tarjotin.api.parameters import (
    ActivityParameters,
    Classified,
    OrganisationParameters,
    PlaceParameters,
    ServiceParameters,
    SessionParameters,
)
from tarjotin.catalogue.models import ServicePlace, Tag

SCHEMES = ("category", "audience", "need")


def activities(rows: QuerySet[Any], asked: ActivityParameters) -> QuerySet[Any]:
    rows = _chosen(_classified(rows, asked, "activity"), asked, "rhythm", "entry")
    rows = _among(rows, "place__municipality", asked.municipality)
    rows = _among(rows, "place__district", asked.district)
    return _related(rows, asked, "organisation", "service", "place")


def services(rows: QuerySet[Any], asked: ServiceParameters) -> QuerySet[Any]:
    rows = _chosen(_classified(rows, asked, "service"), asked, "kind")
    where = {"place__municipality__in": asked.municipality, "place__district__in": asked.district, "place": asked.place}
    if wanted := {name: value for name, value in where.items() if value}:
        rows = rows.filter(Exists(ServicePlace.objects.filter(service=OuterRef("pk"), **wanted)))
    return _related(rows, asked, "organisation")


def places(rows: QuerySet[Any], asked: PlaceParameters) -> QuerySet[Any]:
    rows = _chosen(_classified(rows, asked, "place"), asked, "kind", "municipality", "district")
    return _related(rows, asked, "organisation")


def organisations(rows: QuerySet[Any], asked: OrganisationParameters) -> QuerySet[Any]:
    return _chosen(rows, asked, "kind")


def sessions(rows: QuerySet[Any], asked: SessionParameters) -> QuerySet[Any]:
    rows = _chosen(_related(rows, asked, "activity"), asked, "state")
    if asked.place:
        rows = rows.filter(Q(place=asked.place) | Q(place__isnull=True, activity__place=asked.place))
    if asked.starts_after:
        rows = rows.filter(starts_at__gte=asked.starts_after)
    if asked.starts_before:
        rows = rows.filter(starts_at__lt=asked.starts_before)
    return rows


def _classified(rows: QuerySet[Any], asked: Classified, owner: str) -> QuerySet[Any]:
    """Within a scheme any of the codes, across schemes all of them."""
    for scheme in SCHEMES:
        if codes := getattr(asked, scheme):
            tagged = Tag.objects.filter(concept__scheme=scheme, concept__code__in=codes, **{owner: OuterRef("pk")})
            rows = rows.filter(Exists(tagged))
    return rows


def _chosen(rows: QuerySet[Any], asked: Any, *names: str) -> QuerySet[Any]:
    """Columns that bear the name of their parameter."""
    for name in names:
        rows = _among(rows, name, getattr(asked, name))
    return rows


def _among(rows: QuerySet[Any], column: str, values: list[str]) -> QuerySet[Any]:
    return rows.filter(**{f"{column}__in": values}) if values else rows


def _related(rows: QuerySet[Any], asked: Any, *names: str) -> QuerySet[Any]:
    wanted = {name: value for name in names if (value := getattr(asked, name))}
    return rows.filter(**wanted) if wanted else rows
