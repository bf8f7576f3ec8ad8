"""Sessions: the dated times of activities."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Query, Router

from tarjotin.api import filters, visibility
from tarjotin.api.answers import answer
from tarjotin.api.paging import walk
from tarjotin.api.parameters import Id, SessionParameters
from tarjotin.api.routers.listing import LIST_REFUSALS
from tarjotin.api.schemas import Problem, Session, SessionPage
from tarjotin.api.shapes import sessions as shapes
from tarjotin.api.shapes.common import Origins

router = Router(tags=["sessions"])
ITEM_REFUSALS = {304: None, 404: Problem, 410: Problem, 422: Problem}


@router.get("", response={200: SessionPage, **LIST_REFUSALS}, operation_id="list_sessions", summary="List sessions")
def list_sessions(request: HttpRequest, asked: Query[SessionParameters]) -> HttpResponse:
    """Dated times, past ones too: `starts_after` leaves them out. They follow weekly rhythms 180 days ahead.

    When an activity disappears its sessions do too, without tombstones of their own: drop them with it. When it comes
    back, read them again with `activity`.
    """
    now = timezone.now()
    rows = visibility.sessions(filters.sessions(shapes.rows(), asked), asked, now=now)
    found = walk(request, rows, asked, now=now)
    origins = Origins.of(row.activity for row in found.rows)
    items = [
        shapes.shape(row, origins) if visibility.is_shown(row, now) else visibility.session_tombstone(row)
        for row in found.rows
    ]
    return answer(request, SessionPage(items=items, next=found.next, follow_after=found.follow_after))


@router.get(
    "/{session_id}", response={200: Session, **ITEM_REFUSALS}, operation_id="get_session", summary="Read a session"
)
def get_session(request: HttpRequest, session_id: Id) -> HttpResponse:
    """All we tell about a session."""
    session = visibility.get_session(shapes.rows(), session_id, now=timezone.now())
    return answer(request, shapes.shape(session, Origins.of([session.activity])))
