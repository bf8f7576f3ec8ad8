"""What there is to tell a watch: what is new, whose sign-up has opened, whose sessions come. Each thing once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from tarjotin.catalogue.models import ENTITY_MODELS, Session
from tarjotin.guidance.models import Watch

AHEAD = timedelta(days=7)
# More than this is a stream and no reminder: sessions coming are told of a narrow search only.
NARROW = 30

NEW, SIGN_UP, COMING = "new", "sign_up", "coming"


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that the criteria of a watch find today."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class News:
    """One entry with the reason why it is told; `session` is the one that comes or can be signed up for."""

    reason: str
    found: Found
    session: Session | None = None


def news(watch: Watch, found: Sequence[Found], *, now: datetime) -> list[News]:
    """What has come since the watch was last told, an entry once: the new before sign-up before what is coming."""
    told = [
        *(_new(watch, found) if watch.on_new else ()),
        *(_sign_up(watch, found, now) if watch.on_sign_up else ()),
        *(_coming(watch, found, now) if watch.on_coming and len(found) <= NARROW else ()),
    ]
    first: dict[Found, News] = {}
    for each in told:
        first.setdefault(each.found, each)
    return list(first.values())


def _new(watch: Watch, found: Sequence[Found]) -> list[News]:
    fresh: set[UUID] = set()
    for kind in {each.kind for each in found}:
        ids = [each.id for each in found if each.kind == kind]
        rows = ENTITY_MODELS[kind].objects.filter(pk__in=ids, created_at__gt=watch.checked_at)
        fresh.update(rows.values_list("pk", flat=True))
    return [News(NEW, each) for each in found if each.id in fresh]


def _sign_up(watch: Watch, found: Sequence[Found], now: datetime) -> list[News]:
    sessions = _sessions(found, now).filter(opens_at__gt=watch.checked_at, opens_at__lte=now)
    return _first_of_each(SIGN_UP, found, sessions)


def _coming(watch: Watch, found: Sequence[Found], now: datetime) -> list[News]:
    """Sessions that have come into the next seven days since the last time: none is told twice."""
    since = max(watch.checked_at + AHEAD, now)
    sessions = _sessions(found, now).filter(starts_at__gt=since, starts_at__lte=now + AHEAD)
    return _first_of_each(COMING, found, sessions)


def _sessions(found: Sequence[Found], now: datetime) -> QuerySet[Session]:
    ids = [each.id for each in found if each.kind == "activity"]
    planned = Session.objects.filter(activity_id__in=ids, starts_at__gt=now)
    return planned.exclude(state__in=("cancelled", "withdrawn")).order_by("starts_at", "pk")


def _first_of_each(reason: str, found: Sequence[Found], sessions: QuerySet[Session]) -> list[News]:
    first: dict[UUID, Session] = {}
    for session in sessions:
        first.setdefault(session.activity_id, session)
    return [News(reason, each, first[each.id]) for each in found if each.id in first]
