"""`_repeat` on a Linked Events event: the event becomes a recurring parent, its sub-events are made here.

    "_repeat": {"weekdays": ["tue"], "start": "18:00", "end": "19:30", "weeks": 10, "first": "+0w",
                "except": ["+3w"], "cancelled": ["+4w"], "moved": {"+5w": {"start": "17:00"}}}

Weeks are counted from the present week, as in date tokens; `first` is "+0w" when left out. With several week days
"thu+3w" names one of them. A moved sub-event may get another `weekday`, `start` or `end`, and any other field of its
own (a place, a remark). Sub-events are `<id>-1`, `<id>-2` … in order of time; a left-out one keeps its number, so that
the others keep their ids.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from tarjotin.sources.replay.dates import WEEKDAYS

Record = dict[str, Any]
EVENT_URL = "https://api.hel.fi/linkedevents/v1/event/{}/"
_WEEK = re.compile(r"[+-]\d+w")


def expand(event: Record) -> list[Record]:
    """The event itself, or the parent and its sub-events; times are still tokens."""
    if "_repeat" not in event:
        return [event]
    children = _children(event, event["_repeat"])
    if not children:
        raise ValueError(f"{event['id']}: _repeat leaves no sub-event")
    parent = {key: value for key, value in event.items() if key != "_repeat"} | {
        "start_time": children[0]["start_time"],
        "end_time": children[-1]["end_time"],
        "super_event": None,
        "super_event_type": "recurring",
        "sub_events": [{"@id": child["@id"]} for child in children],
    }
    return [parent, *children]


def _children(event: Record, rule: Record) -> list[Record]:
    weekdays = sorted(rule["weekdays"], key=WEEKDAYS.index)
    first = _week(rule.get("first", "+0w"))
    slots = [(week, weekday) for week in range(first, first + rule["weeks"]) for weekday in weekdays]
    return [
        _child(event, rule, number, week, weekday)
        for number, (week, weekday) in enumerate(slots, start=1)
        if not _names(rule.get("except", ()), week, weekday)
    ]


def _child(event: Record, rule: Record, number: int, week: int, weekday: str) -> Record:
    moves = rule.get("moved", {})
    moved = _names(moves, week, weekday)
    slot: dict[str, Any] = {"weekday": weekday, "start": rule["start"], **(moves[moved] if moved else {})}
    start, end = slot["start"], slot.get("end") or _same_length(rule, slot["start"])
    day = f"@{slot['weekday']}{week:+d}w"
    child_id = f"{event['id']}-{number}"
    child = {key: value for key, value in event.items() if key != "_repeat"} | {
        "id": child_id,
        "@id": EVENT_URL.format(child_id),
        "super_event": {"@id": event.get("@id", EVENT_URL.format(event["id"]))},
        "super_event_type": None,
        "sub_events": [],
        "start_time": f"{day} {start}",
        "end_time": f"{day}{'' if end > start else '+1d'} {end}",
    }
    if moved:
        child["event_status"] = "EventRescheduled"
        child |= {key: value for key, value in slot.items() if key not in ("weekday", "start", "end")}
    if _names(rule.get("cancelled", ()), week, weekday):
        child["event_status"] = "EventCancelled"
    return child


def _same_length(rule: Record, start: str) -> str:
    """The end that keeps the usual length, as "HH:MM"."""
    minutes = (_minutes(rule["end"]) - _minutes(rule["start"]) + _minutes(start)) % (24 * 60)
    return str(timedelta(minutes=minutes)).zfill(8)[:5]


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _names(weeks: Any, week: int, weekday: str) -> str | None:
    """The entry of `weeks` that means this slot: "+3w", or "thu+3w" for one of several week days."""
    for name in weeks:
        day, text = ("", name) if name[:1] in "+-" else (name[:3], name[3:])
        if _week(text) == week and day in ("", weekday):
            return str(name)
    return None


def _week(text: str) -> int:
    if not _WEEK.fullmatch(text):
        raise ValueError(f"{text!r} is not a week such as '+3w'")
    return int(text[:-1])
