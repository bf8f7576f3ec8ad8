"""When one thing does not work out: why, and what is nearest to it instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from tarjotin.catalogue.models import Activity, Session, Tag
from tarjotin.catalogue.models.activity import Rhythm
from tarjotin.catalogue.models.session import SessionState
from tarjotin.search.queries import IndexNotReady, search
from tarjotin.search.query import Hit, Query
from tarjotin.web.resident.cards import Card, cards

SHOWN = 5


def trouble(activity: Activity, sessions: Sequence[Session], now: datetime, *, has_rhythm: bool) -> str:
    """What keeps one from coming next: full, cancelled, closed (for signing up), over; or nothing."""
    if not sessions:
        goes_on = has_rhythm or activity.by_appointment or activity.rhythm == Rhythm.OPEN_ALWAYS
        return "over" if not goes_on and activity.sessions.exists() else ""  # times that nobody told are not over
    first = sessions[0]
    if first.state == SessionState.CANCELLED:
        return "cancelled"
    if first.free_places(now) == 0:
        return "full"
    return "closed" if first.closes_at and first.closes_at <= now < first.starts_at else ""


def alternatives(entity: Any, *, language: str, now: datetime) -> list[Card]:
    """Of the same category in the same district; then nearest of the category; then anything near; then anything."""
    for query in _narrow_to_wide(entity):
        try:
            hits = search(query, language=language, now=now).hits
        except IndexNotReady:
            return []
        if others := _others(entity, hits):
            return cards(others, language=language, now=now)
    return []


def _others(entity: Any, hits: Sequence[Hit]) -> list[Hit]:
    return [hit for hit in hits if hit.id != entity.pk][:SHOWN]


def _narrow_to_wide(entity: Any) -> Iterator[Query]:
    place = entity if entity.kind_name == "place" else getattr(entity, "place", None)
    point, district = (place.point, place.district) if place else (None, "")
    category = main_category(entity)
    what: dict[str, tuple[str, ...]] = {"category": (category,)} if category else {}
    here: dict[str, tuple[str, ...]] = {"district": (district,)} if district else {}
    kind = {"kind": (entity.kind_name,)} if entity.kind_name != "organisation" else {}
    order = "nearest" if point else "soonest"
    if what and here:
        yield Query(chosen={**what, **here, **kind}, per_page=SHOWN + 1)
    if what:
        yield Query(chosen={**what, **kind}, near=point, sort=order, per_page=SHOWN + 1)
    if here:
        yield Query(chosen={**here, **kind}, per_page=SHOWN + 1)
    yield Query(near=point, sort=order, per_page=SHOWN + 1)


def main_category(entity: Any) -> str:
    """What it is most about; one query."""
    if entity.kind_name == "organisation":
        return ""
    tags = Tag.objects.filter(**{entity.kind_name: entity}, concept__scheme="category").order_by("-main", "id")
    return tags.values_list("concept__code", flat=True).first() or ""
