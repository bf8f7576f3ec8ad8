"""What happens next near a point: one line an activity, chosen for the hour and the season (`front_choice.py`)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tarjotin.catalogue.models import Activity, Price, Session, Tag
from tarjotin.catalogue.models.activity import Entry
from tarjotin.catalogue.models.session import SessionState
from tarjotin.common.distance import Point, walking_metres
from tarjotin.common.time import to_helsinki
from tarjotin.web.resident.front_choice import Candidate, first_of, moment_of
from tarjotin.web.resident.upcoming import Coming, line

CENTRE = Point(60.1713, 24.9414)  # the Railway Square
READ = 300
SHOWN = 6
SOON = (timedelta(hours=18), timedelta(days=3), timedelta(days=60))


def nearby(now: datetime, language: str, point: Point) -> list[Coming]:
    """Today's, or the next days' when today has few; soonest first."""
    sessions: list[Session] = []
    for ahead in SOON:
        sessions = _sessions(now, ahead)
        if len(sessions) >= SHOWN:
            break
    known = {each.key: each for each in _candidates(sessions, point)}
    local = to_helsinki(now)
    chosen = set(first_of(known.values(), moment_of(local), local, SHOWN))
    return [
        line(each, language, now, known[each.id].distance_m, known[each.id].category)
        for each in sessions
        if each.id in chosen
    ]


def _sessions(now: datetime, ahead: timedelta) -> list[Session]:
    """The first coming time of each activity."""
    soon = (
        Session.objects.upcoming(now)
        .filter(starts_at__gte=now, starts_at__lt=now + ahead, activity__in=Activity.objects.visible(now))
        .exclude(state=SessionState.CANCELLED)
        .select_related("activity__place")
    )
    first: dict[Any, Session] = {}
    for session in soon[:READ]:
        first.setdefault(session.activity_id, session)
    return list(first.values())


def _candidates(sessions: list[Session], point: Point) -> list[Candidate[Any]]:
    ids = [session.activity_id for session in sessions]
    tags = Tag.objects.filter(activity__in=ids, concept__scheme="category").order_by("main")
    categories = dict(tags.values_list("activity_id", "concept__code"))
    free = set(Price.objects.filter(activity__in=ids, is_free=True).values_list("activity_id", flat=True))
    return [
        Candidate(
            key=session.id,
            starts_at=to_helsinki(session.starts_at),
            distance_m=_distance(session.activity, point),
            category=categories.get(session.activity_id, ""),
            setting=session.activity.setting,
            free=session.activity_id in free,
            drop_in=session.activity.entry in (Entry.DROP_IN, Entry.REGISTER_OR_DROP_IN),
        )
        for session in sessions
    ]


def _distance(activity: Activity, start: Point) -> float | None:
    """On foot, where the place is known."""
    there = activity.place.point if activity.place else None
    return walking_metres(start, there) if there else None
