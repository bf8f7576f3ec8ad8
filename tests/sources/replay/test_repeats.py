from __future__ import annotations

from typing import Any

import pytest

from tarjotin.sources.replay.repeats import expand

URL = "https://api.hel.fi/linkedevents/v1/event/demo:choir{}/"


def _choir(**rule: Any) -> dict[str, Any]:
    return {
        "id": "demo:choir",
        "name": {"fi": "Kuoro"},
        "_repeat": {"weekdays": ["tue"], "start": "18:00", "end": "19:30", "weeks": 3, **rule},
    }


def _times(events: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(event["id"], event["start_time"], event["end_time"]) for event in events]


def test_expand_without_repeat_gives_the_event_itself() -> None:
    event = {"id": "demo:walk"}

    assert expand(event) == [event]


def test_expand_gives_a_recurring_parent_and_full_sub_events() -> None:
    parent, *children = expand(_choir(weeks=2))

    assert parent == {
        "id": "demo:choir",
        "name": {"fi": "Kuoro"},
        "start_time": "@tue+0w 18:00",
        "end_time": "@tue+1w 19:30",
        "super_event": None,
        "super_event_type": "recurring",
        "sub_events": [{"@id": URL.format("-1")}, {"@id": URL.format("-2")}],
    }
    assert children == [
        {
            "id": f"demo:choir-{number}",
            "@id": URL.format(f"-{number}"),
            "name": {"fi": "Kuoro"},
            "super_event": {"@id": URL.format("")},
            "super_event_type": None,
            "sub_events": [],
            "start_time": f"@tue+{number - 1}w 18:00",
            "end_time": f"@tue+{number - 1}w 19:30",
        }
        for number in (1, 2)
    ]


def test_expand_with_two_weekdays_goes_through_the_week_in_order() -> None:
    _, *children = expand(_choir(weekdays=["thu", "mon"], weeks=2, first="-1w", **{"except": ["thu-1w"]}))

    assert _times(children) == [
        ("demo:choir-1", "@mon-1w 18:00", "@mon-1w 19:30"),
        ("demo:choir-3", "@mon+0w 18:00", "@mon+0w 19:30"),
        ("demo:choir-4", "@thu+0w 18:00", "@thu+0w 19:30"),
    ]


def test_expand_marks_the_cancelled_and_the_moved_and_leaves_out_the_excepted() -> None:
    moved = {"+2w": {"weekday": "wed", "start": "17:00", "location_extra_info": {"fi": "Yläsali"}}}

    _, *children = expand(_choir(weeks=4, cancelled=["+1w"], moved=moved, **{"except": ["+3w"]}))

    assert _times(children) == [
        ("demo:choir-1", "@tue+0w 18:00", "@tue+0w 19:30"),
        ("demo:choir-2", "@tue+1w 18:00", "@tue+1w 19:30"),
        ("demo:choir-3", "@wed+2w 17:00", "@wed+2w 18:30"),
    ]
    assert [child.get("event_status") for child in children] == [None, "EventCancelled", "EventRescheduled"]
    assert [child.get("location_extra_info") for child in children] == [None, None, {"fi": "Yläsali"}]


def test_expand_of_an_evening_past_midnight_ends_on_the_next_day() -> None:
    _, child = expand(_choir(weeks=1, start="22:00", end="01:00"))

    assert (child["start_time"], child["end_time"]) == ("@tue+0w 22:00", "@tue+0w+1d 01:00")


@pytest.mark.parametrize("rule", [{"except": ["3w"]}, {"first": "soon"}, {"weeks": 1, "except": ["+0w"]}])
def test_expand_of_a_rule_that_cannot_be_read_or_leaves_nothing_tells_so(rule: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        expand(_choir(**rule))
