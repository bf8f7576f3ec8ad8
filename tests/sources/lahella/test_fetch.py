"""The walk through Lähellä.fi over HTTP, and from a file."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.lahella import SOURCE
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Gone, Step
from tests.sources.lahella import make
from tests.sources.replay.conftest import NOW, Serve

CHANNELS = [make.channel(), make.channel(id="channel-2", type=["online"])]
ITEMS = [
    make.activity(*CHANNELS),
    make.activity() | {"_key": "970102"},
    make.activity(status="draft") | {"_key": "970103"},
]
FILES = {"lahella/activities.json": {"items": ITEMS, "total": 3, "hasMore": False}}


def walk(address: str, **request: Any) -> list[Step]:
    client = Client({"api": address}, back_off=(0, 0, 0))
    try:
        return list(SOURCE.fetch(client, FetchRequest(now=NOW, **request)))
    finally:
        client.close()


def served(server: ReplayServer, **request: Any) -> list[Step]:
    return walk(f"{server.url}/lahella/", **request)


STEPS = [
    Delivered("group", "g-1", make.group()),
    Delivered("channel", f"{make.KEY}:{make.CHANNEL}", make.place_payload(CHANNELS[0])),
    Delivered("activity", make.KEY, ITEMS[0]),
    Delivered("activity", "970102", ITEMS[1]),
    Gone("activity", "970103"),
    Checkpoint("3", "activities", 3, 3),
]


def test_an_activity_is_taken_apart_and_a_draft_is_gone(serve: Serve) -> None:
    assert served(serve(FILES)) == STEPS


@pytest.mark.parametrize("content", [FILES["lahella/activities.json"], ITEMS])
def test_a_file_gives_the_same_steps(tmp_path: Path, content: Any) -> None:
    path = tmp_path / "toiminta ja tuki.json"
    path.write_text(json.dumps(content), encoding="utf-8")

    assert walk(path.as_uri()) == STEPS


@pytest.mark.parametrize("content", ["{", '{"total": 3}', "3"])
def test_a_file_that_holds_no_activities_stops_the_walk(tmp_path: Path, content: str) -> None:
    path = tmp_path / "activities.json"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(SourceUnavailable):
        walk(path.as_uri())


def test_a_missing_file_stops_the_walk(tmp_path: Path) -> None:
    with pytest.raises(SourceUnavailable):
        walk((tmp_path / "none.json").as_uri())


def test_pages_are_walked_to_the_end(serve: Serve) -> None:
    server = serve(FILES, page_cap=1)

    steps = served(server)

    assert [step for step in steps if not isinstance(step, Checkpoint)] == STEPS[:-1]
    assert [step.cursor for step in steps if isinstance(step, Checkpoint)] == ["1", "2", "3"]


def test_a_walk_goes_on_from_its_cursor(serve: Serve) -> None:
    server = serve(FILES, page_cap=1)

    steps = served(server, resume="1")

    assert [step.external_id for step in steps if isinstance(step, Delivered)] == ["g-1", "970102"]


def test_a_limit_counts_activities(serve: Serve) -> None:
    steps = served(serve(FILES), limit=1)

    assert Counter(step.kind for step in steps if isinstance(step, Delivered)) == {
        "group": 1,
        "channel": 1,
        "activity": 1,
    }


@pytest.mark.parametrize("fault", [{"invalid_json": True}, {"truncate": True}, {"status": 500}])
def test_a_page_that_stays_broken_stops_the_walk(serve: Serve, fault: dict[str, Any]) -> None:
    server = serve(FILES)
    server.fail("/lahella/activities", times=None, **fault)

    with pytest.raises(SourceUnavailable):
        served(server)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"items": [ITEMS[0]], "total": 3, "hasMore": False}, "1 of 3 came"),
        ({"items": [], "total": 3, "hasMore": True}, "an empty page that is not the last"),
        ({"total": 3}, "no list of activities"),
    ],
)
def test_a_list_that_is_cut_off_stops_the_walk(answer: Any, problem: str) -> None:
    client = _Answering(answer)

    with pytest.raises(SourceUnavailable, match=problem):
        list(SOURCE.fetch(client, FetchRequest(now=NOW)))


class _Answering(Client):
    """A source that gives well-formed JSON of the wrong shape, which the replay server cannot be asked to do."""

    def __init__(self, answer: Any) -> None:
        super().__init__({"api": "http://localhost/lahella/"})
        self._answer = answer

    def get(self, path: str, params: dict[str, Any] | None = None, *, base: str = "api") -> Any:
        return self._answer


def test_without_an_agreed_address_nothing_is_asked() -> None:
    with pytest.raises(SourceUnavailable, match="no open API"):
        walk(SOURCE.base_urls["api"])


@pytest.mark.recorded
def test_the_recorded_sample_becomes_records(recorded: Path) -> None:
    with ReplayServer(recorded) as server:
        steps = served(server)

    parsed = [SOURCE.parse(step.kind, step.payload) for step in steps if isinstance(step, Delivered)]
    assert [(each.rejected, each.unread, each.record is None) for each in parsed] == [("", frozenset(), False)] * 2
