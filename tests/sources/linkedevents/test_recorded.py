"""The recorded answers of the live API, all of them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tarjotin.catalogue.records import ActivityRecord
from tarjotin.sources.linkedevents.parse import parse
from tarjotin.sources.source import Parsed

pytestmark = pytest.mark.recorded


def _rows(recorded: Path, name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((recorded / "linkedevents" / f"{name}.json").read_text("utf-8"))["data"]
    return rows


def _events(recorded: Path) -> dict[str, Parsed]:
    rows = _rows(recorded, "event") + _rows(recorded, "course_linkedcourses")
    return {row["id"]: parse("event", row) for row in rows}


@pytest.mark.parametrize(
    ("kind", "name", "count"), [("place", "place", 195), ("keyword", "keyword", 31), ("language", "language", 12)]
)
def test_every_recorded_row_of_a_list_is_read_whole(recorded: Path, kind: str, name: str, count: int) -> None:
    read = [parse(kind, row) for row in _rows(recorded, name)]

    assert Counter((parsed.rejected, parsed.unread) for parsed in read) == {("", frozenset()): count}


def test_every_recorded_event_is_an_activity_but_the_one_postponed_without_a_time(recorded: Path) -> None:
    read = _events(recorded)

    assert {each: parsed.rejected for each, parsed in read.items() if parsed.rejected} == {
        "helsinki:afxp6tv4xa": "postponed, and no new time is told"
    }
    assert all(parsed.unread == frozenset() for parsed in read.values())


def test_recorded_events_have_the_rhythm_a_reader_sees_in_them(recorded: Path) -> None:
    read = _events(recorded)
    shapes = {
        each: (parsed.record.rhythm, len(parsed.record.sessions), len(parsed.record.schedules))
        for each, parsed in read.items()
        if isinstance(parsed.record, ActivityRecord)
    }

    courses = {each: shape for each, shape in shapes.items() if shape[0] == "course"}
    assert {each: shape for each, shape in shapes.items() if each not in courses} == {
        "helsinki:afy6ikna3u": ("one_off", 1, 0),
        "helmet:144875": ("open_always", 0, 0),  # fairy-tale yoga by arrangement
        "helmet:183979": ("season", 5, 0),  # a monthly circle, its dates in the text
        "helmet:3548": ("weekly", 0, 1),  # "Joka keskiviikko klo 9.30"
        "espoo:148732": ("season", 1, 0),  # an exhibition
        "helsinki:aftrxqhbxy": ("weekly", 0, 0),  # a recurring parent
        "helsinki:aftrxovy5u": ("", 1, 0),  # a session whose end is months late
    }
    assert Counter(courses.values()) == {("course", 0, 1): 19, ("course", 9, 0): 1, ("course", 1, 0): 1}
