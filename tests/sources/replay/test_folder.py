from __future__ import annotations

import pytest

from tests.sources.replay.asking import get, ids
from tests.sources.replay.conftest import Serve


def test_load_of_files_that_share_an_id_keeps_the_first(serve: Serve) -> None:
    server = serve(
        {
            "tpr/derived_units.json": [{"id": 1, "name_fi": "johdettu"}, {"id": 2, "name_fi": "toinen"}],
            "tpr/unit_more.json": [{"id": 3, "name_fi": "kolmas"}],
            "tpr/unit.json": [{"id": 1, "name_fi": "oma"}],
        }
    )

    units = get(server, "/tpr/unit/")

    assert units == [{"id": 1, "name_fi": "oma"}, {"id": 3, "name_fi": "kolmas"}, {"id": 2, "name_fi": "toinen"}]


def test_load_takes_pages_lists_and_single_records(serve: Serve) -> None:
    server = serve(
        {
            "linkedevents/place.json": {"meta": {"count": 1}, "data": [{"id": "tprek:1"}]},
            "linkedevents/place_more.json": [{"id": "tprek:2"}],
            "linkedevents/place_one.json": {"id": "tprek:3"},
        }
    )

    assert ids(server, "/linkedevents/place/") == ["tprek:1", "tprek:2", "tprek:3"]


def test_load_strips_what_is_meant_for_the_server_at_any_depth_and_nothing_else(serve: Serve) -> None:
    server = serve(
        {
            "tpr/unit.json": [{"id": 1, "_from": "käsin", "sources": [{"_note": "x", "source": "lipas"}]}],
            "lahella/activities.json": {"items": [{"_key": "7", "_note": "x"}]},
        }
    )

    assert get(server, "/tpr/unit/") == [{"id": 1, "sources": [{"source": "lipas"}]}]
    assert get(server, "/lahella/activities/7") == {"_key": "7"}


def test_load_resolves_tokens_in_each_sources_own_form(serve: Serve) -> None:
    server = serve(
        {
            "tpr/unit.json": [{"id": 1, "modified_time": "@today 08:00"}],
            "linkedevents/event.json": [{"id": "a:1", "start_time": "@today 08:00"}],
            "ptv/v11/Organization_list.json": [
                {"id": "83e74666-0836-4c1d-948a-4b34a8b90301", "modified": "@today 08:00"}
            ],
            "lahella/activities.json": {"items": [{"_key": "7", "traits": {"start": "@today 08:00"}}]},
        }
    )

    assert get(server, "/tpr/unit/1")["modified_time"] == "2026-11-24T08:00:00"
    assert get(server, "/linkedevents/event/a:1/")["start_time"] == "2026-11-24T06:00:00Z"
    assert get(server, "/lahella/activities/7")["traits"] == {"start": 1795500000000}
    organization = get(server, "/ptv/v11/Organization/83e74666-0836-4c1d-948a-4b34a8b90301")
    assert organization["modified"] == "2026-11-24T06:00:00"


@pytest.mark.parametrize(
    "content",
    ['[{"id": 1', '["no record"]', '[{"id": 1, "modified_time": "@mon 99:00"}]'],
    ids=["cut", "text", "token"],
)
def test_load_of_a_broken_file_names_it(serve: Serve, content: str) -> None:
    with pytest.raises(ValueError, match=r"tpr/unit\.json"):
        serve({"tpr/unit.json": content})


def test_index_counts_what_is_served(serve: Serve) -> None:
    server = serve({"tpr/unit.json": [{"id": 1}], "edits/first.json": [{"id": "e1"}, {"id": "e2"}]})

    counts = get(server, "/")["counts"]

    assert {name: counts[name] for name in ("lahella", "edits")} == {"lahella": {"activity": 0}, "edits": {"edit": 2}}
    assert counts["tpr"]["unit"] == 1


def test_server_on_an_empty_folder_answers_empty_lists(serve: Serve) -> None:
    server = serve({})

    assert get(server, "/tpr/unit/") == []
    assert get(server, "/linkedevents/event/") == {"meta": {"count": 0, "next": None, "previous": None}, "data": []}
    assert get(server, "/lahella/activities") == {"items": [], "hasMore": False}
