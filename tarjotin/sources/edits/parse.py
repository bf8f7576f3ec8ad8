"""An edit as a partial record of what it is about. Pure.

It is linked to that one record, never by likeness; what it does not name, it does not touch.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from dateutil.rrule import rrulestr

from tarjotin.catalogue.records import ENTITY_KINDS, Ref
from tarjotin.common.time import HELSINKI
from tarjotin.sources.classification.rules import load_rules
from tarjotin.sources.edits.fields import BadValue, day, moment, record
from tarjotin.sources.raw import mapping, text
from tarjotin.sources.source import Parsed

OWN_SCHEMES = ("category", "audience", "need")
KNOWN = frozenset({"id", "about", "reason", "valid_until", "fields", "by"})


def parse(kind: str, payload: dict[str, Any]) -> Parsed:
    about, reason = _about(payload), text(payload.get("reason"))
    if about is None:
        return Parsed(rejected="about: source, kind and id are expected")
    if not reason:
        return Parsed(rejected="reason: an edit says why", upstream=about)
    if not payload.get("fields"):
        return Parsed(rejected="fields: nothing is changed", upstream=about)
    if kind not in ENTITY_KINDS or kind == "concept":
        return Parsed(rejected=f"unknown kind {kind}", upstream=about)
    try:
        made = record(ENTITY_KINDS[kind], payload["fields"])
        _check(made)
        expires_at = _expires_at(payload.get("valid_until"))
    except BadValue as problem:
        return Parsed(rejected=str(problem), upstream=about)
    return Parsed(
        record=made,
        flags=(f"edited: {reason[:150]}",),
        unread=frozenset(payload.keys() - KNOWN),
        upstream=about,
        expires_at=expires_at,
    )


def _check(made: Any) -> None:
    """What the types of the fields cannot tell: words of our own lists, and rhythms that are none."""
    known = load_rules().concepts
    for code in getattr(made, "codes", ()):
        if code.scheme in OWN_SCHEMES and code.code not in known[code.scheme]:
            raise BadValue(f"codes: {code} is unknown")
    for index, schedule in enumerate(getattr(made, "schedules", ())):
        try:
            rrulestr(schedule.rrule)
        except ValueError:
            raise BadValue(f"schedules[{index}].rrule: {schedule.rrule[:60]!r} is no rhythm") from None


def _about(payload: dict[str, Any]) -> Ref | None:
    about = mapping(payload.get("about"))
    source, kind, external_id = (text(about.get(name)) for name in ("source", "kind", "id"))
    return Ref(source, kind, external_id) if source and kind and external_id else None


def _expires_at(value: object) -> datetime | None:
    """The end of the last day it holds, in Helsinki; or the very moment, when one is given."""
    if value in (None, ""):
        return None
    try:
        return datetime.combine(day(value) + timedelta(days=1), time(0), HELSINKI).astimezone(UTC)
    except (ValueError, TypeError):
        pass
    try:
        return moment(value)
    except (ValueError, TypeError):
        raise BadValue(f"valid_until: {str(value)[:60]!r} is not a date") from None
