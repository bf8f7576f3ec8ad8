"""What goes wrong on request, seen by a client."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import requests

from tests.sources.replay.asking import ask, get, ids
from tests.sources.replay.conftest import Serve

FILES: dict[str, Any] = {
    "tpr/unit.json": [{"id": number} for number in range(1, 11)],
    "linkedevents/event.json": [{"id": f"a:{number}"} for number in range(7)],
    "tpr/palvelurekisteri/description_fi.json": [{"id": 1}],
    "tpr/palvelurekisteri/description_sv.json": [{"id": 1}],
    "ptv/v11/Organization_list.json": [{"id": "83e74666-0836-4c1d-948a-4b34a8b90301"}],
}


def test_fail_answers_so_many_times_with_its_headers_and_then_is_over(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/tpr/unit/", status=429, times=2, headers={"Retry-After": "1"})

    answers = [ask(server, "/tpr/unit/") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [429, 429, 200]
    assert [answer.headers.get("Retry-After") for answer in answers] == ["1", "1", None]


def test_fail_counts_for_all_paths_that_begin_so_and_waits_for_its_turn(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/tpr/unit/", status=503, after=1, times=None)

    statuses = [
        ask(server, path).status_code for path in ("/tpr/connection/", "/tpr/unit/", "/tpr/unit/", "/tpr/unit/1")
    ]

    assert statuses == [200, 200, 503, 503]
    assert ask(server, "/tpr/unit/").status_code == 503


def test_fail_on_one_page_of_a_walk(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/linkedevents/event/", status=500, query={"page": "2"})

    statuses = [ask(server, f"/linkedevents/event/?page_size=3&page={page}").status_code for page in (1, 2, 3)]

    assert statuses == [200, 500, 200]


def test_clear_faults_ends_them(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/tpr/unit/", times=None)
    server.shrink("/tpr/unit/", keep=0.5)

    server.clear_faults()

    assert len(get(server, "/tpr/unit/")) == 10


def test_truncated_answer_ends_before_its_length(serve: Serve) -> None:
    server = serve(FILES)
    whole = ask(server, "/tpr/unit/").content
    server.fail("/tpr/unit/", truncate=True)

    half = len(whole) // 2
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match=f"{half} bytes read, {len(whole) - half} more"):
        ask(server, "/tpr/unit/")


def test_invalid_json_looks_whole_and_cannot_be_read(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/tpr/unit/", invalid_json=True)

    answer = ask(server, "/tpr/unit/")

    assert answer.status_code == 200
    with pytest.raises(ValueError):
        answer.json()


def test_hanging_answer_says_nothing_until_the_client_gives_up(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/tpr/unit/", hang=True)

    with pytest.raises(requests.ReadTimeout):
        requests.get(f"{server.url}/tpr/unit/", timeout=0.2)

    assert len(get(server, "/tpr/unit/")) == 10


@pytest.mark.parametrize(("keep", "left"), [(0.7, 7), (0.0, 0), (1.0, 10)])
def test_shrink_leaves_part_of_a_list(serve: Serve, keep: float, left: int) -> None:
    server = serve(FILES)
    server.shrink("/tpr/unit/", keep=keep)

    assert ids(server, "/tpr/unit/") == list(range(1, left + 1))


def test_shrink_of_a_paged_list_also_counts_fewer(serve: Serve) -> None:
    server = serve(FILES)
    before = get(server, "/linkedevents/event/?page_size=2")["meta"]["count"]
    server.shrink("/linkedevents/event/", keep=0.5)

    after = get(server, "/linkedevents/event/?page_size=2")["meta"]["count"]

    assert (before, after) == (7, 4)


def test_empty_for_one_language_leaves_the_others(serve: Serve) -> None:
    server = serve(FILES)
    server.empty("/palvelurekisteri/description/", language="sv")

    lists = [
        get(server, f"/palvelurekisteri/description/?alldata=yes&language={language}") for language in ("fi", "sv")
    ]

    assert lists == [[{"id": 1}], []]


def test_duplicates_across_pages_come_at_the_borders_and_lose_nothing(serve: Serve) -> None:
    server = serve(FILES, page_cap=3)
    server.duplicate_across_pages("/linkedevents/event/")

    walked = []
    address: str | None = f"{server.url}/linkedevents/event/?sort=id"
    while address:
        page = requests.get(address, timeout=10).json()
        walked.append([row["id"] for row in page["data"]])
        address = page["meta"]["next"]

    assert walked == [["a:0", "a:1", "a:2"], ["a:2", "a:3", "a:4"], ["a:4", "a:5", "a:6"]]
    assert Counter(event for page in walked for event in page)["a:2"] == 2


def test_removed_and_changed_records_show_at_once(serve: Serve) -> None:
    server = serve(FILES)
    before = ids(server, "/linkedevents/event/")

    server.remove("linkedevents", "event", "a:3")
    server.remove("tpr", "unit", 1)
    server.change("tpr", "unit", 2, name_fi="Uusi nimi")

    assert set(before) - set(ids(server, "/linkedevents/event/")) == {"a:3"}
    assert ask(server, "/linkedevents/event/a:3/").status_code == 404
    assert get(server, "/tpr/unit/")[0] == {"id": 2, "name_fi": "Uusi nimi"}
    assert get(server, "/tpr/unit/2") == {"id": 2, "name_fi": "Uusi nimi"}


def test_mark_deleted_is_told_as_each_source_tells_it(serve: Serve) -> None:
    server = serve(FILES)
    organization = "83e74666-0836-4c1d-948a-4b34a8b90301"

    server.mark_deleted("linkedevents", "event", "a:3", replaced_by="a:4")
    server.mark_deleted("ptv", "Organization", organization)

    changed = get(server, "/linkedevents/event/?show_deleted=true&last_modified_since=2026-11-24T09:59:00Z")["data"]
    deleted = {"deleted": True, "replaced_by": "a:4", "last_modified_time": "2026-11-24T10:00:00Z"}
    assert changed == [{"id": "a:3", "name": None, **deleted}]
    assert ask(server, f"/ptv/v11/Organization/{organization}").status_code == 404
    assert ids(server, "/ptv/v11/Organization?status=Archived&date=2026-11-24T09:59:00") == [organization]


def test_changes_that_cannot_be_are_refused(serve: Serve) -> None:
    server = serve(FILES)

    with pytest.raises(KeyError):
        server.remove("tpr", "unit", 99)
    with pytest.raises(KeyError):
        server.change("tpr", "unit", 99, name_fi="x")
    with pytest.raises(ValueError, match="tpr has no mark"):
        server.mark_deleted("tpr", "unit", 1)
