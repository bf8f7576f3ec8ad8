from __future__ import annotations

from typing import Any

import pytest

from tests.sources.replay.asking import ask, get, ids
from tests.sources.replay.conftest import Serve

BASE = "https://api.hel.fi/linkedevents/v1"


def _event(number: str, start: str | None, end: str | None = None, **fields: Any) -> dict[str, Any]:
    modified = f"2026-11-01T00:00:0{len(fields)}Z"
    return {"id": f"a:{number}", "start_time": start, "end_time": end, "last_modified_time": modified, **fields}


EVENTS = [
    _event("past", "2026-11-01T10:00:00Z", "2026-11-01T12:00:00Z"),
    _event("running", "1976-01-01T00:00:00Z", "2030-01-01T00:00:00Z"),
    _event(
        "today", "2026-11-24T05:00:00Z", "2026-11-24T06:00:00Z", location={"@id": f"{BASE}/place/tprek:1/?format=json"}
    ),
    _event(
        "day",
        "2026-11-24",
        "2026-11-24",
        keywords=[{"@id": f"{BASE}/keyword/yso:p1/"}, {"@id": f"{BASE}/keyword/yso:p2/"}],
    ),
    _event("next", "2026-12-10T10:00:00Z", None, publisher="ahjo:u1", data_source="helsinki"),
    _event("undated", None, None, event_status="EventPostponed"),
    _event(
        "course",
        "2026-12-01T10:00:00Z",
        "2026-12-01T12:00:00Z",
        type_id="Course",
        registration={"@id": f"{BASE}/registration/4/"},
    ),
    _event(
        "deleted",
        "2026-12-01T10:00:00Z",
        deleted=True,
        name={"fi": "Poistettu"},
        description={"fi": "x"},
        replaced_by=None,
    ),
    _event(
        "series", "2026-12-02T10:00:00Z", super_event_type="recurring", sub_events=[{"@id": f"{BASE}/event/a:child/"}]
    ),
    _event(
        "child",
        "2026-12-02T10:00:00Z",
        super_event={"@id": f"{BASE}/event/a:series/"},
        in_language=[{"@id": f"{BASE}/language/fi/"}],
    ),
]
FILES: dict[str, Any] = {
    "linkedevents/event.json": {"meta": {"count": 1}, "data": EVENTS},
    "linkedevents/course_old.json": [{"id": "b:old", "start_time": "2020-02-29", "extension_course": {}}],
    "linkedevents/place.json": [
        {"id": "tprek:1", "name": {"fi": "Kirjasto"}, "n_events": 3, "data_source": "tprek"},
        {"id": "tprek:2", "name": {"fi": "Museo"}, "n_events": 0},
        {"id": "tprek:3", "deleted": True},
        {"id": "tprek:4", "deleted": True, "replaced_by": f"{BASE}/place/tprek:1/"},
    ],
    "linkedevents/keyword.json": [{"id": "yso:p1", "name": {"fi": "kuoro"}}],
    "linkedevents/keyword_more.json": [{"id": "yso:p3", "deprecated": True}, {"id": "yso:p4", "n_events": 0}],
    "linkedevents/keyword_set.json": [{"id": "helsinki:topics", "keywords": [{"@id": f"{BASE}/keyword/yso:p1/"}]}],
    "linkedevents/keyword_labels_fi.json": {"yso:p1": "kuoro"},
    "linkedevents/language.json": [{"id": "fi", "name": {"fi": "suomi"}}],
    "linkedevents/registration.json": [{"id": 4, "event": "a:course", "remaining_attendee_capacity": 2}],
}

ALL_GENERAL = ["past", "running", "today", "day", "next", "undated", "series", "child"]


def _names(server: Any, query: str) -> list[str]:
    return [event_id.partition(":")[2] for event_id in ids(server, f"/linkedevents/event/?{query}")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ALL_GENERAL),
        ("event_type=General,Course,Volunteering", [*ALL_GENERAL, "course", "old"]),
        ("event_type=Course", ["course", "old"]),
        ("start=today", ["running", "today", "day", "next", "series", "child"]),
        ("start=now", ["running", "day", "next", "series", "child"]),
        ("start=2026-12-01", ["running", "next", "series", "child"]),
        ("start=2026-12-05T00:00:00Z", ["running", "next"]),
        ("start=%2B10d", ["running", "next"]),
        ("start=+10d", ["running", "next"]),
        ("start=today&end=%2B8d", ["running", "today", "day", "series", "child"]),
        ("end=2026-11-24", ["past", "running", "today", "day"]),
        ("start=-3h&end=now", ["running", "day"]),
        ("last_modified_since=2026-11-01T00:00:02Z", ["next", "series", "child"]),
        ("last_modified_since=2026-11-01T02:00:02%2B02:00", ["next", "series", "child"]),
        ("last_modified_since=2026-12-01", []),
        ("super_event_type=none", ["past", "running", "today", "day", "next", "undated", "child"]),
        ("super_event_type=recurring,umbrella", ["series"]),
        ("super_event=a:series", ["child"]),
        ("super_event=none", ["past", "running", "today", "day", "next", "undated", "series"]),
        ("hide_recurring_children=true", ["past", "running", "today", "day", "next", "undated", "series"]),
        ("ids=a:next,a:past", ["past", "next"]),
        ("location=tprek:1", ["today"]),
        ("keyword=yso:p2,yso:p9", ["day"]),
        ("publisher=ahjo:u1", ["next"]),
        ("data_source=helsinki", ["next"]),
        ("event_status=EventPostponed", ["undated"]),
        ("event_type=Course&registration=true", ["course"]),
        ("unknown_parameter=1", ALL_GENERAL),
    ],
)
def test_events_are_filtered_by_the_query(serve: Serve, query: str, expected: list[str]) -> None:
    assert sorted(_names(serve(FILES), query)) == sorted(expected)


def test_events_without_dates_ignored_show_what_is_past_but_still_count_changes(serve: Serve) -> None:
    server = serve(FILES, ignore_dates=True)

    assert sorted(_names(server, "start=today&end=%2B1d")) == sorted(ALL_GENERAL)
    assert _names(server, "start=today&last_modified_since=2026-12-01") == []


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("start_time", ["undated", "running", "past", "day", "today", "child", "series", "next"]),
        ("-start_time", ["next", "child", "series", "today", "day", "past", "running", "undated"]),
        ("end_time,-id", ["undated", "past", "today", "day", "series", "child", "next", "running"]),
        ("id", ["child", "day", "next", "past", "running", "series", "today", "undated"]),
        ("", ["child", "next", "series", "day", "today", "undated", "past", "running"]),
    ],
)
def test_events_come_in_the_order_asked_for(serve: Serve, sort: str, expected: list[str]) -> None:
    assert _names(serve(FILES), f"sort={sort}") == expected


def test_deleted_events_show_only_that_they_are_deleted(serve: Serve) -> None:
    server = serve(FILES)

    events = get(server, "/linkedevents/event/?show_deleted=true&last_modified_since=2026-11-01&sort=id")["data"]

    assert [event["id"] for event in events] == sorted(f"a:{name}" for name in [*ALL_GENERAL, "deleted"])
    assert events[2] == {
        "id": "a:deleted",
        "name": {"fi": "Poistettu"},
        "last_modified_time": "2026-11-01T00:00:04Z",
        "deleted": True,
        "replaced_by": None,
    }


def test_pages_lead_to_each_other_on_this_servers_address(serve: Serve) -> None:
    server = serve(FILES)
    path = "/linkedevents/event/?sort=id&page_size=3"

    first, second, third = (get(server, f"{path}&page={page}") for page in (1, 2, 3))

    assert first["meta"] == {"count": 8, "next": f"{server.url}{path}&page=2", "previous": None}
    assert second["meta"] == {
        "count": 8,
        "next": f"{server.url}{path}&page=3",
        "previous": f"{server.url}{path}&page=1",
    }
    assert third["meta"] == {"count": 8, "next": None, "previous": f"{server.url}{path}&page=2"}
    assert [row["id"] for page in (first, second, third) for row in page["data"]] == ids(
        server, "/linkedevents/event/?sort=id"
    )


@pytest.mark.parametrize(("query", "length"), [("", 20), ("page_size=50", 50), ("page_size=1000", 100)])
def test_page_size_is_twenty_and_cut_at_a_hundred(serve: Serve, query: str, length: int) -> None:
    server = serve({"linkedevents/event.json": [{"id": f"a:{number}"} for number in range(120)]})

    assert len(ids(server, f"/linkedevents/event/?{query}")) == length


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=9", 404),
        ("page=0", 400),
        ("page=one", 400),
        ("page_size=0", 400),
        ("start=tomorrow", 400),
        ("start=0001-01-01", 400),
        ("end=9999-12-31T23:59:59-10:00", 400),
        ("last_modified_since=%2B99999d99", 400),
        ("event_type=Party", 400),
        ("sort=colour", 400),
    ],
)
def test_values_that_cannot_be_read_are_refused(serve: Serve, query: str, status: int) -> None:
    answer = ask(serve(FILES), f"/linkedevents/event/?{query}")

    assert (answer.status_code, list(answer.json())) == (status, ["detail"])


def test_include_fills_in_what_is_known_and_leaves_the_rest(serve: Serve) -> None:
    server = serve(FILES)

    day, today, series, course = (
        get(server, f"/linkedevents/event/a:{name}/?include=location,keywords,sub_events,registration,external_links")
        for name in ("day", "today", "series", "course")
    )

    assert day["keywords"] == [{"id": "yso:p1", "name": {"fi": "kuoro"}}, {"@id": f"{BASE}/keyword/yso:p2/"}]
    assert today["location"] == FILES["linkedevents/place.json"][0]
    assert series["sub_events"] == [EVENTS[-1]]
    assert course["registration"] == FILES["linkedevents/registration.json"][0]


def test_include_in_a_list_and_in_a_keyword_set(serve: Serve) -> None:
    server = serve(FILES)

    events = get(server, "/linkedevents/event/?include=in_language&ids=a:child")["data"]

    assert [event["in_language"] for event in events] == [[{"id": "fi", "name": {"fi": "suomi"}}]]
    keyword_set = {"id": "helsinki:topics", "keywords": [{"id": "yso:p1", "name": {"fi": "kuoro"}}]}
    assert get(server, "/linkedevents/keyword_set/?include=keywords")["data"] == [keyword_set]


def test_event_recorded_with_its_parts_gives_them_when_included(serve: Serve) -> None:
    parts = {"id": "a:today", "location": {"id": "tprek:9", "name": {"fi": "Talo"}}, "keywords": []}
    server = serve(FILES | {"linkedevents/event_include_location.json": parts})

    assert get(server, "/linkedevents/event/a:today/") == EVENTS[2]
    assert get(server, "/linkedevents/event/a:today/?include=location") == EVENTS[2] | {"location": parts["location"]}
    assert get(server, "/linkedevents/place/tprek:9/") == parts["location"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("place/", ["tprek:1"]),
        ("place/?show_all_places=true", ["tprek:1", "tprek:2"]),
        ("place/?show_all_places=true&show_deleted=true", ["tprek:1", "tprek:2", "tprek:3", "tprek:4"]),
        ("place/?data_source=tprek", ["tprek:1"]),
        ("place/?text=museo", []),
        ("place/?text=kirja", ["tprek:1"]),
        ("keyword/", ["yso:p1"]),
        ("keyword/?show_all_keywords=true", ["yso:p1", "yso:p4"]),
        ("keyword/?show_deprecated=true", ["yso:p1", "yso:p3"]),
        ("keyword/?has_upcoming_events=true", []),
        ("language/", ["fi"]),
        ("registration/", [4]),
        ("image/", []),
    ],
)
def test_helper_lists_hide_what_has_no_events_unless_asked(serve: Serve, path: str, expected: list[object]) -> None:
    assert ids(serve(FILES), f"/linkedevents/{path}") == expected


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("event/a:past/", 200),
        ("event/a:nothing/", 404),
        ("event/a:deleted/", 410),
        ("place/tprek:2/", 200),
        ("place/tprek:3/", 410),
        ("keyword/yso:p3/", 410),
        ("keyword/yso:p99/", 404),
        ("registration/4/", 200),
        ("event_with_parts/", 404),
        ("search/", 404),
    ],
)
def test_single_records_tell_whether_they_are_there_gone_or_unknown(serve: Serve, path: str, status: int) -> None:
    assert ask(serve(FILES), f"/linkedevents/{path}").status_code == status


def test_replaced_place_redirects_with_its_query(serve: Serve) -> None:
    server = serve(FILES)

    answer = ask(server, "/linkedevents/place/tprek:4/?format=json")

    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{server.url}/linkedevents/place/tprek:1/?format=json"


def test_repeat_becomes_a_series_that_can_be_walked(serve: Serve) -> None:
    rule = {"weekdays": ["tue"], "start": "18:00", "end": "19:30", "weeks": 2, "cancelled": ["+1w"]}
    server = serve({"linkedevents/event.json": [{"id": "a:choir", "name": {"fi": "Kuoro"}, "_repeat": rule}]})

    leaves = get(server, "/linkedevents/event/?super_event_type=none&sort=start_time&start=today")["data"]
    parent = get(server, "/linkedevents/event/a:choir/")

    assert [(row["id"], row["start_time"], row["end_time"], row.get("event_status")) for row in leaves] == [
        ("a:choir-1", "2026-11-24T16:00:00Z", "2026-11-24T17:30:00Z", None),
        ("a:choir-2", "2026-12-01T16:00:00Z", "2026-12-01T17:30:00Z", "EventCancelled"),
    ]
    assert parent == {
        "id": "a:choir",
        "name": {"fi": "Kuoro"},
        "start_time": "2026-11-24T16:00:00Z",
        "end_time": "2026-12-01T17:30:00Z",
        "super_event": None,
        "super_event_type": "recurring",
        "sub_events": [{"@id": row["@id"]} for row in leaves],
    }
