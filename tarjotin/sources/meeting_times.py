"""The sessions and schedules of an activity that several records tell of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from tarjotin.catalogue.records import ActivityRecord, ScheduleRecord, SessionRecord
from tarjotin.common.time import to_helsinki
from tarjotin.sources.precedence import EDITS, PRIORITY, Part, rank

_FILLED = ("ends_at", "opens_at", "closes_at", "capacity", "place", "note")
_PLACES = ("places_left", "places_left_at", "queue_left")


def ranked_for_sessions(parts: Iterable[Part]) -> list[Part]:
    """Edits first; then the records of single sessions, which know more than their series; then records with dated
    sessions before those whose sessions are computed from a schedule."""
    telling = [part for part in parts if isinstance(part.record, ActivityRecord) and part.record.sessions]
    return sorted(telling, key=_session_rank)


def _session_rank(part: Part) -> tuple[bool, bool, bool, tuple[int, str, float, int]]:
    is_part = part.relation == "part_of"
    is_computed = not is_part and isinstance(part.record, ActivityRecord) and bool(part.record.schedules)
    return (part.source != EDITS, not is_part, is_computed, rank(part, PRIORITY["session"]))


def merged_sessions(ranked_parts: Sequence[Part]) -> tuple[SessionRecord, ...]:
    """One session a start minute, from the best record, the others filling what it lacks; in order of time."""
    by_minute: dict[datetime, SessionRecord] = {}
    stated: set[datetime] = set()  # whose state is told by a source, not by an edit that says nothing of it
    for part in ranked_parts:
        for session in part.record.sessions if isinstance(part.record, ActivityRecord) else ():
            minute = _minute(session.starts_at)
            known = by_minute.setdefault(minute, session)
            if known is not session and known != session:
                by_minute[minute] = _filled(known, session, keep_state=minute in stated)
            if part.source != EDITS or session.state != "planned":
                stated.add(minute)
    return _without_days_told_by_the_hour(by_minute)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0) if moment.second or moment.microsecond else moment


def _filled(known: SessionRecord, other: SessionRecord, *, keep_state: bool) -> SessionRecord:
    more: dict[str, Any] = {name: getattr(other, name) for name in _FILLED if not getattr(known, name)}
    if known.places_left is None and known.queue_left is None:
        more |= {name: getattr(other, name) for name in _PLACES}
    more |= {name: True for name in ("is_trial", "is_drop_in") if getattr(other, name)}
    if not keep_state:
        more["state"] = other.state
    changed = {name: value for name, value in more.items() if value != getattr(known, name)}
    return replace(known, **changed) if changed else known


def _without_days_told_by_the_hour(by_minute: dict[datetime, SessionRecord]) -> tuple[SessionRecord, ...]:
    """A session of which only the day is known gives way to one of that day with a time."""
    sessions = [by_minute[minute] for minute in sorted(by_minute)]
    if all(session.time_known for session in sessions):
        return tuple(sessions)
    timed = {to_helsinki(session.starts_at).date() for session in sessions if session.time_known}
    return tuple(s for s in sessions if s.time_known or to_helsinki(s.starts_at).date() not in timed)


def best_schedules(lists: Sequence[tuple[ScheduleRecord, ...]]) -> tuple[ScheduleRecord, ...]:
    """The schedules of the best source that is sure of them; what was read out of free text only without one."""
    certain = (schedules for schedules in lists if all(schedule.certain for schedule in schedules))
    return next(certain, lists[0])
