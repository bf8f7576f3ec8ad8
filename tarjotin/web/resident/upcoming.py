"""What happens next: one line a session, one an activity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.safestring import SafeString

from tarjotin.catalogue.models import Activity, Session
from tarjotin.catalogue.models.session import SessionState
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.web.formats.distances import on_foot
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.cards import session_line

SHOWN = 6
READ = 60  # a series that meets many times a day must not hide the others
AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Coming:
    name: LocalisedText
    url: str
    on: date
    when: SafeString
    place: LocalisedText
    distance: SafeString | str = ""  # from where one starts
    symbol: str = ""  # the picture of its category


def upcoming(now: datetime, language: str, *, ahead: timedelta = AHEAD, **where: Any) -> list[Coming]:
    """The next sessions under these conditions, soonest first; one query."""
    return [line(session, language, now) for session in next_sessions(now, ahead=ahead, **where)]


def next_sessions(now: datetime, *, ahead: timedelta = AHEAD, **where: Any) -> list[Session]:
    soon = (
        Session.objects.upcoming(now)
        .filter(starts_at__gte=now, starts_at__lt=now + ahead, activity__in=Activity.objects.visible(now), **where)
        .exclude(state=SessionState.CANCELLED)
        .select_related("activity__place")
    )
    return _one_an_activity(soon[:READ])


def _one_an_activity(sessions: Iterable[Session]) -> list[Session]:
    found: dict[Any, Session] = {}
    for session in sessions:
        found.setdefault(session.activity_id, session)
    return list(found.values())[:SHOWN]


def line(session: Session, language: str, now: datetime, distance_m: float | None = None, symbol: str = "") -> Coming:
    activity = session.activity
    return Coming(
        name=activity.name,
        url=entity_address(activity, language),
        on=to_helsinki(session.starts_at).date(),
        when=session_line(session, language, now),
        place=activity.place.name if activity.place else activity.place_text,
        distance="" if distance_m is None else on_foot(round(distance_m), language),
        symbol=symbol,
    )
