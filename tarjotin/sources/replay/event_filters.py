"""Which events match a Linked Events query, and in which order they come."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from tarjotin.sources.replay.asking import Request, bad_request, reference
from tarjotin.sources.replay.dates import HELSINKI
from tarjotin.sources.replay.folder import Record

TYPES = ("General", "Course", "Volunteering")
_EARLIEST = datetime.min.replace(tzinfo=UTC)
_STEP = re.compile(r"([+-]\d{1,5})([dh])")

Keeps = Callable[[Record], bool]


def event_type(event: Record) -> str:
    """The recorded courses come from an older API that had an `extension_course` in the place of a type."""
    return str(event.get("type_id") or ("Course" if "extension_course" in event else "General"))


def filtered_events(request: Request) -> list[Record]:
    conditions = [*_state(request), *_family(request), *_references(request)]
    conditions += [] if request.ignore_dates else _dates(request)
    if ids := request.values("ids"):
        named = (request.data.find("linkedevents", "event", each) for each in dict.fromkeys(ids))
        events = [event for event in named if event is not None]
    else:
        events = request.data.rows("linkedevents", "event")
    return [event for event in events if all(keeps(event) for keeps in conditions)]


def _state(request: Request) -> list[Keeps]:
    types = request.values("event_type") or ["General"]
    if unknown := set(types) - set(TYPES):
        raise bad_request(f"event_type: {', '.join(sorted(unknown))}")
    conditions: list[Keeps] = [lambda event: event_type(event) in types]
    if not request.is_on("show_deleted"):
        conditions.append(lambda event: not event.get("deleted"))
    if since := _asked_moment(request, "last_modified_since"):
        conditions.append(lambda event: _known(event.get("last_modified_time")) >= since)
    if request.is_on("registration"):
        conditions.append(lambda event: bool(event.get("registration")))
    return conditions


def _family(request: Request) -> list[Keeps]:
    """By the place in a series: `none` means no parent (`super_event`) or not a parent (`super_event_type`)."""
    conditions: list[Keeps] = []
    if kinds := request.values("super_event_type"):
        conditions.append(lambda event: (event.get("super_event_type") or "none") in kinds)
    if parents := request.values("super_event"):
        conditions.append(lambda event: (reference(event.get("super_event")) or "none") in parents)
    if request.is_on("hide_recurring_children"):
        recurring = {
            event["id"]
            for event in request.data.rows("linkedevents", "event")
            if event.get("super_event_type") == "recurring"
        }
        conditions.append(lambda event: reference(event.get("super_event")) not in recurring)
    return conditions


def _references(request: Request) -> list[Keeps]:
    conditions: list[Keeps] = []
    for parameter, field in (
        ("ids", "id"),
        ("location", "location"),
        ("keyword", "keywords"),
        ("publisher", "publisher"),
        ("data_source", "data_source"),
        ("event_status", "event_status"),
    ):
        if wanted := set(request.values(parameter)):
            conditions.append(_names_one_of(wanted, field))
    return conditions


def _names_one_of(wanted: set[str], field: str) -> Keeps:
    return lambda event: bool(wanted & _named(event.get(field)))


def _named(value: object) -> set[str]:
    return {reference(each) for each in value} if isinstance(value, list) else {reference(value)}


def _dates(request: Request) -> list[Keeps]:
    """`start` keeps what is still going on then; a row without an end counts by its start, as at the source."""
    conditions: list[Keeps] = []
    if start := _asked_moment(request, "start"):
        conditions.append(lambda event: ends(event) >= start)
    if end := _asked_moment(request, "end", to_the_end=True):
        conditions.append(lambda event: _EARLIEST < starts(event) <= end)
    return conditions


def starts(event: Record) -> datetime:
    return _known(event.get("start_time"))


def ends(event: Record) -> datetime:
    return _known(event.get("end_time") or event.get("start_time"), to_the_end=bool(event.get("end_time")))


def _asked_moment(request: Request, name: str, *, to_the_end: bool = False) -> datetime | None:
    """`today`, `now`, `+14d`, `-2h`, a date or an ISO time; a date at the end of a period means its last moment."""
    text = request.text(name)
    if not text:
        return None
    try:
        return _read(text, request.now, to_the_end=to_the_end)
    except (ValueError, OverflowError):
        raise bad_request(f"{name} is not a time: {text}") from None


def _read(text: str, now: datetime, *, to_the_end: bool) -> datetime:
    today = now.astimezone(HELSINKI).date()
    if text == "now":
        return now
    if text == "today":
        return _of_day(today, to_the_end=to_the_end)
    # A plus sign that nobody encoded arrives as a space.
    if step := _STEP.fullmatch(re.sub(r"^ ", "+", text)):
        amount = int(step[1])
        if step[2] == "h":
            return now + timedelta(hours=amount)
        return _of_day(today + timedelta(days=amount), to_the_end=to_the_end)
    return _moment(text, to_the_end=to_the_end)


def _moment(text: str, *, to_the_end: bool) -> datetime:
    if len(text) == len("2026-11-24"):
        return _of_day(date.fromisoformat(text), to_the_end=to_the_end)
    moment = datetime.fromisoformat(re.sub(r" (\d{2}:?\d{2})$", r"+\1", text))
    return moment.replace(tzinfo=moment.tzinfo or HELSINKI).astimezone(UTC)


def _of_day(day: date, *, to_the_end: bool) -> datetime:
    return datetime.combine(day, time.max if to_the_end else time.min, HELSINKI).astimezone(UTC)


def _known(value: object, *, to_the_end: bool = False) -> datetime:
    """A time in a row; what cannot be read counts as before everything."""
    try:
        return _moment(str(value), to_the_end=to_the_end)
    except (ValueError, OverflowError):
        return _EARLIEST


def sorted_events(request: Request, events: list[Record]) -> list[Record]:
    """In the order asked for, newest change first by default; ties by id, so that a quiet list does not move."""
    events = sorted(events, key=_by_text("id"))
    for name in reversed(request.values("sort") or ["-last_modified_time"]):
        field = name.removeprefix("-")
        if field not in SORT_KEYS:
            raise bad_request(f"sort: {field}")
        events.sort(key=SORT_KEYS[field], reverse=name.startswith("-"))
    return events


def _by_text(field: str) -> Callable[[Record], Any]:
    return lambda event: str(event.get(field) or "")


SORT_KEYS: dict[str, Callable[[Record], Any]] = {
    "start_time": starts,
    "end_time": ends,
    "duration": lambda event: ends(event) - starts(event),
    "last_modified_time": lambda event: _known(event.get("last_modified_time")),
    "id": _by_text("id"),
    "name": _by_text("name"),
}
