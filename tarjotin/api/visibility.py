"""What is shown, what is told as a tombstone, and what nobody hears of."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, DateTimeField, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Greatest
from django.http import Http404

from tarjotin.api.parameters import ListParameters
from tarjotin.api.refusals import HasMoved, IsGone
from tarjotin.api.schemas import Tombstone
from tarjotin.catalogue.models import Activity, Entity, Session, Status
from tarjotin.catalogue.models.entity import EntityQuerySet
from tarjotin.catalogue.models.session import SessionState

NEVER_TOLD = (Status.DRAFT, Status.IN_REVIEW)
GONE = frozenset({Status.WITHDRAWN, Status.ARCHIVED})


def entities(rows: EntityQuerySet, asked: ListParameters, *, now: datetime) -> QuerySet[Any]:
    """The visible ones; with `modified_after` all that changed, appeared or disappeared since, at `changed_at`."""
    if asked.modified_after is None:
        return rows.visible(now)
    since = asked.modified_after
    windows = ("visible_from", "visible_until")
    changed = Q(modified_at__gte=since)
    for window in windows:
        changed |= Q(**{f"{window}__gte": since, f"{window}__lte": now})
    moments = (Case(When(**{f"{w}__lte": now}, then=F(w)), default=F("modified_at")) for w in windows)
    changed_at = Greatest(F("modified_at"), *moments, output_field=DateTimeField())
    told: QuerySet[Any] = rows.exclude(status__in=NEVER_TOLD).filter(changed).annotate(changed_at=changed_at)
    return told


def sessions(rows: QuerySet[Session], asked: ListParameters, *, now: datetime) -> QuerySet[Any]:
    """Sessions of visible activities; with `modified_after` those that changed since, and what became of them."""
    # "Exists" and not a join: there are many sessions, and this way the database walks them in order.
    own = Activity.objects.filter(pk=OuterRef("activity"))
    if asked.modified_after is None:
        return rows.filter(Exists(own.visible(now))).exclude(state=SessionState.WITHDRAWN)
    told = rows.filter(Exists(own.exclude(status__in=NEVER_TOLD)), modified_at__gte=asked.modified_after)
    return told.annotate(changed_at=F("modified_at"))


def is_visible(entity: Entity, now: datetime) -> bool:
    return entity.status == Status.PUBLISHED and _has_begun(entity, now) and not _is_over(entity, now)


def _has_begun(entity: Entity, now: datetime) -> bool:
    return entity.visible_from is None or entity.visible_from <= now


def _is_over(entity: Entity, now: datetime) -> bool:
    return entity.visible_until is not None and entity.visible_until <= now


def get(rows: QuerySet[Any], entity_id: UUID, *, now: datetime) -> Any:
    """The visible entity of this id. Raises `HasMoved`, `IsGone` or `Http404`."""
    entity = rows.filter(pk=entity_id).first()
    if entity is None or entity.status in NEVER_TOLD:
        raise Http404
    if entity.replaced_by_id:
        raise HasMoved(address(entity.kind_name, entity.replaced_by_id))
    if is_visible(entity, now):
        return entity
    if entity.status in GONE or _is_over(entity, now):
        raise IsGone(tombstone(entity))
    raise Http404


def get_session(rows: QuerySet[Session], session_id: UUID, *, now: datetime) -> Session:
    """The session, while it and its activity are shown. Raises `IsGone` or `Http404`."""
    session = rows.filter(pk=session_id).first()
    if session is None or session.activity.status in NEVER_TOLD:
        raise Http404
    if is_shown(session, now):
        return session
    activity = session.activity
    if session.state == SessionState.WITHDRAWN or activity.status in GONE or _is_over(activity, now):
        raise IsGone(session_tombstone(session))
    raise Http404


def is_shown(session: Session, now: datetime) -> bool:
    return session.state != SessionState.WITHDRAWN and is_visible(session.activity, now)


def tombstone(entity: Any) -> Tombstone:
    if entity.status in GONE:
        return Tombstone(
            id=entity.id,
            status="withdrawn",
            withdrawn_at=entity.withdrawn_at,
            reason=entity.withdrawn_reason or None,
            replaced_by=entity.replaced_by_id,
        )
    status = "paused" if entity.status == Status.PAUSED else "hidden"
    return Tombstone.model_validate(
        {"id": entity.id, "status": status, "withdrawn_at": None, "reason": None, "replaced_by": None}
    )


def session_tombstone(session: Session) -> Tombstone:
    """A session without its activity is as the activity is; one that nobody tells any more is withdrawn."""
    if session.state != SessionState.WITHDRAWN:
        return tombstone(session.activity).model_copy(update={"id": session.id, "replaced_by": None})
    return Tombstone(
        id=session.id,
        status="withdrawn",
        withdrawn_at=session.modified_at,
        reason="gone_from_source",
        replaced_by=None,
    )


PATHS = {
    "activity": "activities",
    "service": "services",
    "place": "places",
    "organisation": "organisations",
    "session": "sessions",
}


def address(kind: str, entity_id: UUID) -> str:
    """Where an entry stands in this API."""
    return f"/api/v1/{PATHS[kind]}/{entity_id}"
