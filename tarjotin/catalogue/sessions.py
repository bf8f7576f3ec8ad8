"""Dated sessions of activities: told by a source, or computed from a weekly rhythm 180 days ahead."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from tarjotin.catalogue.models import Schedule, Session
from tarjotin.catalogue.models.session import SessionState
from tarjotin.catalogue.records import ActivityRecord, ScheduleRecord, SessionRecord
from tarjotin.catalogue.rows import Refs
from tarjotin.catalogue.schedules import occurrences
from tarjotin.common.bulk import insert, set_columns

# What a later telling may change in a session.
TOLD = (
    "place_id",
    "computed",
    "ends_at",
    "time_known",
    "state",
    "opens_at",
    "closes_at",
    "capacity",
    "places_left",
    "places_left_at",
    "queue_left",
    "is_trial",
    "is_drop_in",
    "note",
)


def write_sessions(activities: Sequence[tuple[UUID, ActivityRecord, Refs]], *, now: datetime) -> int:
    """Bring the sessions of these activities up to their records; past ones stay as they were. Gives rows written."""
    wanted = {
        (activity_id, session.starts_at): session
        for activity_id, record, refs in activities
        for session in _wanted(activity_id, record, refs, now)
    }
    return _write(wanted, [activity_id for activity_id, _, _ in activities], now)


def extend_sessions(*, now: datetime) -> int:
    """Compute the sessions of every schedule up to the moving horizon. Gives rows written: none the second time."""
    written = 0
    schedules = Schedule.objects.filter(certain=True, activity__status="published").order_by("activity_id")
    batch: dict[tuple[UUID, datetime], Session] = {}
    for schedule in schedules.iterator(chunk_size=500):
        for told in occurrences(_record(schedule), now=now):
            session = _session(schedule.activity_id, told, schedule.place_id, now, computed=True)
            batch[schedule.activity_id, session.starts_at] = session
        if len(batch) > 5_000:
            written += _add_missing(batch)
            batch = {}
    return written + _add_missing(batch)


def _add_missing(batch: dict[tuple[UUID, datetime], Session]) -> int:
    ids = {activity_id for activity_id, _ in batch}
    have = set(Session.objects.filter(activity__in=ids).values_list("activity_id", "starts_at"))
    missing = [session for key, session in batch.items() if key not in have]
    insert(missing)
    return len(missing)


def _record(schedule: Schedule) -> ScheduleRecord:
    return ScheduleRecord(
        starts_on=schedule.starts_on,
        start=schedule.start,
        end=schedule.end,
        rrule=schedule.rrule,
        ends_on=schedule.ends_on,
        except_on=tuple(date.fromisoformat(day) for day in schedule.except_on),
        certain=schedule.certain,
    )


def _wanted(activity_id: UUID, record: ActivityRecord, refs: Refs, now: datetime) -> list[Session]:
    """Told sessions win over computed ones with the same start."""
    by_start: dict[datetime, Session] = {}
    for schedule in record.schedules:
        for told in occurrences(schedule, now=now):
            place_id = refs.get(schedule.place) if schedule.place else None
            by_start[told.starts_at] = _session(activity_id, told, place_id, now, computed=True)
    for told in record.sessions:
        place_id = refs.get(told.place) if told.place else None
        by_start[told.starts_at] = _session(activity_id, told, place_id, now, computed=False)
    return list(by_start.values())


def _session(
    activity_id: UUID, told: SessionRecord, place_id: UUID | None, now: datetime, *, computed: bool
) -> Session:
    return Session(
        activity_id=activity_id,
        place_id=place_id,
        computed=computed,
        starts_at=told.starts_at,
        ends_at=told.ends_at if told.ends_at and told.ends_at >= told.starts_at else None,
        time_known=told.time_known,
        state=told.state,
        opens_at=told.opens_at,
        closes_at=told.closes_at,
        capacity=told.capacity,
        places_left=told.places_left,
        places_left_at=told.places_left_at,
        queue_left=told.queue_left,
        is_trial=told.is_trial,
        is_drop_in=told.is_drop_in,
        note=told.note,
        modified_at=now,
    )


def _write(wanted: dict[tuple[UUID, datetime], Session], activity_ids: Sequence[UUID], now: datetime) -> int:
    existing = {(row.activity_id, row.starts_at): row for row in Session.objects.filter(activity__in=activity_ids)}
    new = [session for key, session in wanted.items() if key not in existing]
    changed = [row for key, row in existing.items() if key in wanted and _take_over(row, wanted[key], now)]
    vanished = [row for key, row in existing.items() if key not in wanted and _is_lost(row, now)]
    for row in vanished:
        row.state, row.modified_at = SessionState.WITHDRAWN, now
    insert(new)
    set_columns(changed + vanished, [*_FIELDS, "modified_at"])
    return len(new) + len(changed) + len(vanished)


_FIELDS = [name.removesuffix("_id") for name in TOLD]


def _take_over(row: Session, told: Session, now: datetime) -> bool:
    """Copy what is told anew; says whether anything was."""
    differing = [name for name in TOLD if getattr(row, name) != getattr(told, name)]
    for name in differing:
        setattr(row, name, getattr(told, name))
    if differing:
        row.modified_at = now
    return bool(differing)


def _is_lost(row: Any, now: datetime) -> bool:
    """Still to come, and nobody tells it any more."""
    return bool(row.starts_at >= now and row.state != SessionState.WITHDRAWN)
