from __future__ import annotations

from typing import Any

import pytest

from tarjotin.sources.edits import SOURCE
from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Delivered, FetchRequest, Step
from tests.sources.replay.conftest import NOW, Serve


def walk(address: str, **request: Any) -> list[Step]:
    client = Client({"api": address}, back_off=(0, 0, 0))
    try:
        return list(SOURCE.fetch(client, FetchRequest(now=NOW, **request)))
    finally:
        client.close()


def edit(number: int, source: str, kind: str) -> dict[str, Any]:
    about = {"source": source, "kind": kind, "id": "1"}
    return {"id": f"e-{number}", "about": about, "reason": "Kerrottiin", "fields": {"alone_ok": True}}


EDITS = [
    edit(1, "linkedevents", "event"),
    edit(2, "tpr", "unit"),
    edit(3, "ptv", "channel"),
    edit(4, "ptv", "service"),
    edit(5, "lahella", "group"),
    edit(6, "lahella", "activity"),
]


def test_edits_come_as_the_kind_of_entity_they_are_about(serve: Serve) -> None:
    server = serve({"edits/edits.json": EDITS})

    steps = walk(f"{server.url}/edits/")

    kinds = ["activity", "place", "place", "service", "organisation", "activity"]
    assert steps == [Delivered(kind, raw["id"], raw) for kind, raw in zip(kinds, EDITS, strict=True)]


def test_an_edit_about_an_unknown_kind_still_comes_and_names_what_it_is_about(serve: Serve) -> None:
    raw = edit(1, "museums", "exhibit")
    server = serve({"edits/edits.json": [raw]})

    steps = walk(f"{server.url}/edits/")

    assert steps == [Delivered("activity", "e-1", raw)]
    assert str(SOURCE.parse("activity", raw).upstream) == "museums/exhibit/1"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        (each.name, kind)
        for each in SOURCES.values()
        for kind, entity in each.kinds.items()
        if each is not SOURCE and entity != "concept"
    ],
)
def test_records_of_every_source_can_be_edited(source: str, kind: str, serve: Serve) -> None:
    server = serve({"edits/edits.json": [edit(1, source, kind)]})

    steps = walk(f"{server.url}/edits/")

    assert [step.kind for step in steps if isinstance(step, Delivered)] == [SOURCES[source].kinds[kind]]


def test_a_limit_counts_each_kind(serve: Serve) -> None:
    server = serve({"edits/edits.json": EDITS})

    steps = walk(f"{server.url}/edits/", limit=1)

    assert [step.external_id for step in steps if isinstance(step, Delivered)] == ["e-1", "e-2", "e-4", "e-5"]


def test_no_list_stops_the_walk(serve: Serve) -> None:
    class Answering(Client):
        def get(self, path: str, params: dict[str, Any] | None = None, *, base: str = "api") -> Any:
            return {"edits": []}

    with pytest.raises(SourceUnavailable, match="no list"):
        list(SOURCE.fetch(Answering({"api": "http://localhost/edits/"}), FetchRequest(now=NOW)))


def test_without_an_address_nothing_is_asked() -> None:
    with pytest.raises(SourceUnavailable, match="written here"):
        walk(SOURCE.base_urls["api"])
