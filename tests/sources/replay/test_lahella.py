from __future__ import annotations

import pytest

from tests.sources.replay.asking import ask, get
from tests.sources.replay.conftest import Serve

FILES = {
    "lahella/activities.json": {"items": [{"_key": str(number), "traits": {}} for number in range(1, 6)]},
    "lahella/activities_more.json": [
        {"_key": "6", "status": "draft", "traits": {"translations": {"fi": {"name": "Taiji"}}}}
    ],
    "lahella/activity_form_schema.json": {"_key": "not an activity"},
}


@pytest.mark.parametrize(
    ("query", "keys", "rest"),
    [
        ("", ["1", "2", "3", "4", "5", "6"], {"hasMore": False}),
        ("?limit=4&total=true", ["1", "2", "3", "4"], {"total": 6, "hasMore": True}),
        ("?limit=4&skip=4&total=true", ["5", "6"], {"total": 6, "hasMore": False}),
        ("?limit=2&skip=4", ["5", "6"], {"hasMore": False}),
        ("?skip=60", [], {"hasMore": False}),
        ("?text=taiji", ["6"], {"hasMore": False}),
    ],
)
def test_activities_come_by_skip_and_limit(serve: Serve, query: str, keys: list[str], rest: dict[str, object]) -> None:
    answer = get(serve(FILES), f"/lahella/activities{query}")

    assert [activity["_key"] for activity in answer.pop("items")] == keys
    assert answer == rest


def test_limit_is_at_most_a_hundred(serve: Serve) -> None:
    server = serve({"lahella/activities.json": {"items": [{"_key": str(number)} for number in range(150)]}})

    assert len(get(server, "/lahella/activities?limit=1000")["items"]) == 100


@pytest.mark.parametrize(
    ("path", "status"),
    [("activities/77", 404), ("groups", 404), ("activities?skip=-1", 400), ("activities?limit=few", 400)],
)
def test_unknown_paths_and_values_are_refused(serve: Serve, path: str, status: int) -> None:
    assert ask(serve(FILES), f"/lahella/{path}").status_code == status
