"""Fetching over real HTTP from a replay server."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.linkedevents import SOURCE
from tarjotin.sources.linkedevents.fetch import fetch
from tarjotin.sources.linkedevents.walking import pages
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Gone, Joined, Step
from tests.sources.linkedevents.conftest import NOW, Serve
from tests.sources.linkedevents.make import API, child, event, keywords, parent, place, ref

LANGUAGES = [{"id": "fi", "name": {"fi": "suomi"}}]
KEYWORDS: list[dict[str, Any]] = [
    {"id": "yso:p1", "name": {"fi": "yksi"}, "n_events": 3, "has_upcoming_events": True},
    {"id": "yso:p2", "name": {"fi": "kaksi"}, "n_events": 3, "has_upcoming_events": False},
    {"id": "yso:old", "name": {"fi": "vanha"}, "deprecated": True, "replaced_by": ref("keyword", "yso:p2")},
    {"id": "yso:gone", "name": {"fi": "poissa"}, "deprecated": True},
]
ORGANISATIONS = [
    {"id": "ahjo:u480400", "name": "Kirjasto", "parent_organization": f"{API}/organization/ahjo:u48/"},
    {"id": "ahjo:u48", "name": "Kulttuuri ja vapaa-aika", "parent_organization": None},
]
SETS = [
    {"id": "helsinki:audiences", "keywords": keywords("yso:p1", "yso:gone")},
    {"id": "helsinki:topics", "keywords": keywords("yso:p2")},
    {"id": "muu:lista", "keywords": keywords("yso:p9")},
]


def _start(serve: Serve, events: list[dict[str, Any]], *, page_cap: int | None = None, **lists: Any) -> ReplayServer:
    places = [place(has_upcoming_events=True), place(id="tprek:2", has_upcoming_events=False)]
    return serve(
        page_cap=page_cap,
        **{"event": events, "place": places, "keyword": KEYWORDS, "organization": ORGANISATIONS}
        | {"language": LANGUAGES, "keyword_set": SETS}
        | lists,
    )


def _client(server: ReplayServer) -> Client:
    return Client(base_urls={"api": server.url + "/linkedevents/"}, back_off=(0, 0, 0))


def _steps(server: ReplayServer, **request: Any) -> list[Step]:
    return list(fetch(_client(server), FetchRequest(now=NOW, **request)))


def _ids(steps: list[Step], kind: str) -> list[str]:
    return [step.external_id for step in steps if isinstance(step, Delivered) and step.kind == kind]


def _gone(steps: list[Step]) -> list[Gone]:
    return [step for step in steps if isinstance(step, Gone)]


def _payload(steps: list[Step], external_id: str) -> dict[str, Any]:
    return next(step.payload for step in steps if isinstance(step, Delivered) and step.external_id == external_id)


def _days(count: int) -> list[dict[str, Any]]:
    first = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
    starts = [(first + timedelta(days=n)).isoformat().replace("+00:00", "Z") for n in range(count)]
    return [event(id=f"helsinki:a{n}", start_time=start, end_time=None) for n, start in enumerate(starts)]


def test_a_full_run_brings_the_lists_then_the_events_with_all_they_name(serve: Serve) -> None:
    server = _start(serve, [event(keywords=keywords("yso:p1"))])

    steps = _steps(server)

    told = [(step.kind, step.external_id) for step in steps if isinstance(step, Delivered)]
    assert told == [
        ("language", "fi"),
        ("keyword", "yso:p1"),
        ("place", "tprek:8215"),
        ("keyword", "yso:p2"),
        ("organization", "ahjo:u480400"),
        ("organization", "ahjo:u48"),
        ("event", "helsinki:ag1"),
    ]
    assert [step for step in steps if isinstance(step, Joined)] == [Joined("keyword_set", 3, 2)]
    assert _gone(steps) == [Gone("keyword", "yso:gone")]


def test_what_is_delivered_carries_its_last_change_and_no_counters(serve: Serve) -> None:
    server = _start(serve, [event()])

    steps = _steps(server)

    delivered = next(step for step in steps if isinstance(step, Delivered) and step.kind == "event")
    assert delivered.modified_at == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
    assert {"n_events", "has_upcoming_events"} & _payload(steps, "tprek:8215").keys() == set()


def test_only_the_next_180_days_of_all_three_types_come(serve: Serve) -> None:
    far = {"start_time": "2027-06-01T10:00:00Z", "end_time": None}
    past = {"start_time": "2026-11-01T10:00:00Z", "end_time": "2026-11-01T11:00:00Z"}
    types = [event(id=f"a:{name}", type_id=name) for name in ("General", "Course", "Volunteering")]
    server = _start(serve, [*types, event(id="a:far", **far), event(id="a:past", **past)])

    assert sorted(_ids(_steps(server), "event")) == ["a:Course", "a:General", "a:Volunteering"]


def test_a_series_comes_before_its_sessions_and_they_learn_what_it_is(serve: Serve) -> None:
    registration = {"id": 7, "remaining_attendee_capacity": 2}
    series = parent(registration=registration, sub_events=[ref("event", "a:1"), ref("event", "a:2")])
    festival = event(id="a:festival", super_event_type="umbrella", sub_events=[ref("event", "a:3")])
    leaves = [child(id=f"a:{n}", super_event=ref("event", "helsinki:series")) for n in (1, 2)]
    part = event(id="a:3", super_event=ref("event", "a:festival"))
    orphan = event(id="a:4", super_event=ref("event", "a:lost"))
    server = _start(serve, [series, festival, *leaves, part, orphan])

    steps = _steps(server)

    ids = _ids(steps, "event")
    assert sorted(ids) == ["a:1", "a:2", "a:3", "a:4", "a:festival", "helsinki:series"]
    assert ids.index("helsinki:series") < ids.index("a:1")
    marks = {each: {**_payload(steps, each)["super_event"]} for each in ("a:1", "a:3", "a:4")}
    assert marks == {
        "a:1": ref("event", "helsinki:series") | {"super_event_type": "recurring", "registration": registration},
        "a:3": ref("event", "a:festival") | {"super_event_type": "umbrella"},
        "a:4": ref("event", "a:lost") | {"gone": True},
    }


def test_a_series_is_told_when_a_session_comes_after_its_end(serve: Serve) -> None:
    series = parent(end_time="2026-11-25T10:00:00Z", sub_events=[ref("event", "a:1")])
    server = _start(serve, [series, child(id="a:1", super_event=ref("event", "helsinki:series"))])

    steps = _steps(server)

    assert _payload(steps, "helsinki:series")["has_later_parts"] is True


def test_a_gone_place_is_said_to_be_gone(serve: Serve) -> None:
    places = [place(id="tprek:5", deleted=True)]
    server = _start(serve, [event(location=ref("place", "tprek:5"))], place=places)

    steps = _steps(server)

    assert (_ids(steps, "place"), _gone(steps)[-1]) == ([], Gone("place", "tprek:5"))


def test_a_replaced_place_is_followed_and_the_event_told(serve: Serve) -> None:
    places = [place(), place(id="tprek:5", replaced_by="tprek:8215", n_events=0)]
    server = _start(serve, [event(location=ref("place", "tprek:5"))], place=places)

    steps = _steps(server)

    assert _ids(steps, "place") == ["tprek:8215"]
    assert _gone(steps)[-1] == Gone("place", "tprek:5", "tprek:8215")
    assert _payload(steps, "helsinki:ag1")["location"] == ref("place", "tprek:5") | {"replaced_by": "tprek:8215"}


def test_a_replaced_keyword_is_followed_and_a_deprecated_one_is_gone(serve: Serve) -> None:
    server = _start(serve, [event(keywords=keywords("yso:old", "yso:gone"))], keyword_set=[])

    steps = _steps(server)

    assert _ids(steps, "keyword") == ["yso:p1", "yso:p2"]
    assert _gone(steps) == [Gone("keyword", "yso:old", "yso:p2"), Gone("keyword", "yso:gone")]
    told = [ref("keyword", "yso:old") | {"replaced_by": "yso:p2"}, ref("keyword", "yso:gone")]
    assert _payload(steps, "helsinki:ag1")["keywords"] == told


def test_a_row_that_comes_on_two_pages_is_delivered_once(serve: Serve) -> None:
    server = _start(serve, _days(5), page_cap=2)
    server.duplicate_across_pages("/linkedevents/event/")

    steps = _steps(server)

    assert _ids(steps, "event") == [f"helsinki:a{n}" for n in range(5)]


def test_a_list_that_moves_while_we_walk_it_is_walked_again_for_what_was_missed(serve: Serve) -> None:
    server = _start(serve, _days(4), page_cap=2)
    later = {"start_time": "2026-12-20T10:00:00Z", "last_modified_time": "2026-11-24T09:00:00Z"}
    steps = []

    for step in fetch(_client(server), FetchRequest(now=NOW)):
        steps.append(step)
        if isinstance(step, Checkpoint) and step.done == 2:
            server.change("linkedevents", "event", "helsinki:a0", **later)  # now the last row: a2 slips to page 1

    # The moved row comes again because it changed, the one that slipped by comes with the second walk.
    assert _ids(steps, "event") == [f"helsinki:a{n}" for n in (0, 1, 3, 0, 2)]


def test_each_page_ends_with_a_checkpoint_from_which_a_run_goes_on(serve: Serve) -> None:
    server = _start(serve, _days(5), page_cap=2)
    steps = _steps(server)
    checkpoints = [step for step in steps if isinstance(step, Checkpoint)]

    resumed = _steps(server, resume=checkpoints[1].cursor)

    assert [(step.label, step.done, step.total) for step in checkpoints] == [
        ("lists", 0, None),
        ("events", 2, 5),
        ("events", 4, 5),
        ("events", 5, 5),
    ]
    assert _ids(resumed, "event") == ["helsinki:a2", "helsinki:a3", "helsinki:a4"]
    assert (_ids(resumed, "place"), _ids(resumed, "organization")) == (["tprek:8215"], ["ahjo:u480400", "ahjo:u48"])


def test_an_incremental_run_brings_changes_and_deletions_since_ten_minutes_before(serve: Serve) -> None:
    since = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    changed = [
        event(id="a:before", last_modified_time="2026-11-24T07:49:00Z"),
        event(id="a:overlap", last_modified_time="2026-11-24T07:51:00Z"),
        event(id="a:far", last_modified_time="2026-11-24T08:30:00Z", start_time="2027-09-01T10:00:00Z", end_time=None),
        event(id="a:deleted", last_modified_time="2026-11-24T08:30:00Z", deleted=True),
        event(id="a:merged", last_modified_time="2026-11-24T08:30:00Z", deleted=True, replaced_by="a:overlap"),
    ]
    server = _start(serve, changed)

    steps = _steps(server, since=since)

    assert sorted(_ids(steps, "event")) == ["a:far", "a:overlap"]
    assert _gone(steps) == [Gone("event", "a:deleted"), Gone("event", "a:merged", "a:overlap")]
    assert _ids(steps, "language") == []


def test_a_limit_holds_for_every_kind(serve: Serve) -> None:
    server = _start(serve, _days(5), page_cap=2)

    steps = _steps(server, limit=1)

    kinds = [step.kind for step in steps if isinstance(step, Delivered)]
    assert sorted(kinds) == ["event", "keyword", "language", "organization", "place"]


def test_a_quiet_repetition_delivers_the_same_payloads(serve: Serve) -> None:
    server = _start(
        serve, [*_days(3), parent(), child(id="a:1", super_event=ref("event", "helsinki:series"))], page_cap=2
    )

    assert _steps(server) == _steps(server)


def test_a_page_that_keeps_breaking_off_makes_the_source_unavailable(serve: Serve) -> None:
    server = _start(serve, _days(5), page_cap=2)
    server.fail("/linkedevents/event/", truncate=True, status=200, times=None, after=1)

    with pytest.raises(SourceUnavailable, match="page=2"):
        _steps(server)


def test_a_page_that_breaks_off_once_is_asked_for_again(serve: Serve) -> None:
    server = _start(serve, _days(3))
    server.fail("/linkedevents/event/", invalid_json=True, status=200)

    assert len(_ids(_steps(server), "event")) == 3


class _Answers:
    """A client whose answers the test writes out, for pages that no server of ours would give."""

    def __init__(self, **answers: object) -> None:
        self.answers = answers

    def get(self, path: str) -> object:
        return self.answers[path.partition("page=")[2] or "1"]


ROW = {"id": "a:1"}


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"1": {"detail": "Throttled"}}, "no meta or no data"),
        ({"1": []}, "no meta or no data"),
        ({"1": {"meta": {"count": 0, "next": None}}}, "no meta or no data"),
        ({"1": {"meta": {"count": None, "next": None}, "data": []}}, "meta cannot be read"),
        ({"1": {"meta": {"count": 1, "next": None}, "data": [{"name": {}}]}}, "a row without an id"),
        (
            {
                "1": {"meta": {"count": 5, "next": "http://x/?page=2"}, "data": [ROW, ROW]},
                "2": {"meta": {"count": 5, "next": "http://x/?page=3"}, "data": [ROW]},
            },
            "1 rows on a page of 2",
        ),
        (
            {
                "1": {"meta": {"count": 4, "next": "http://x/?page=2"}, "data": [ROW]},
                "2": {"meta": {"count": 4, "next": "http://x/?page=2"}, "data": [ROW]},
            },
            "one we had",
        ),
        ({"1": {"meta": {"count": 200, "next": None}, "data": [ROW]}}, "1 of 200 rows"),
    ],
)
def test_a_page_that_is_none_or_half_one_makes_the_source_unavailable(answers: dict[str, object], reason: str) -> None:
    with pytest.raises(SourceUnavailable, match=reason):
        list(pages(_Answers(**answers), "event/?"))  # type: ignore[arg-type]


def test_the_source_says_what_its_kinds_become() -> None:
    assert list(SOURCE.kinds) == ["keyword", "language", "organization", "place", "event"]
    assert SOURCE.incremental
