from __future__ import annotations

from tests.sources.replay.asking import ask, get, ids
from tests.sources.replay.conftest import Serve


def test_edits_of_all_files_are_one_list(serve: Serve) -> None:
    first, second = {"id": "a", "reason": "Soitettu"}, {"target": "tpr:1", "field": "women_only"}
    server = serve({"edits/2_more.json": [second], "edits/1_first.json": [first]})

    assert get(server, "/edits/") == [first, second]


def test_edits_by_page_end_with_an_empty_one(serve: Serve) -> None:
    server = serve({"edits/edits.json": [{"id": str(number)} for number in range(150)]})

    pages = [len(ids(server, f"/edits/?page={page}")) for page in (1, 2, 3)]

    assert pages == [100, 50, 0]


def test_edits_know_no_path_below(serve: Serve) -> None:
    assert ask(serve({}), "/edits/1").status_code == 404
