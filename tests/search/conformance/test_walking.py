"""Walking through the API's search over OpenSearch, as it is over the own index (tests/api/test_search_walks.py)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from tarjotin.catalogue.actions import note_change, withdraw
from tests import make


@pytest.fixture(autouse=True)
def _at_one_moment() -> Iterator[None]:
    with time_machine.travel(make.NOW, tick=False):
        yield


def taken_in(index: Any, *changed: Any) -> None:
    for entity in changed:
        entity.save()
        note_change(entity.kind_name, [entity.id], make.NOW)
    index.refresh()
    index.forget()


def found(page: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in (*page["items"], *page["maybe"])]


def test_walk_through_what_changes_neither_loses_nor_repeats(client: Client, opensearch_index: Any) -> None:
    made = [make.activity(name=f"Jumppa {number}") for number in range(6)]
    make.price(activity=made[2], is_free=True)
    taken_in(opensearch_index)
    pages = [client.get("/api/v1/search?q=jumppa&price=free&limit=2").json()]
    read = [each for each in made if str(each.id) in found(pages[0])]
    left = [each for each in made if each not in read]
    withdraw("activity", [read[0].id, left[0].id], reason="organiser", now=make.NOW, actor="test", cause="test")
    left[-1].name = make.text("Jumppa jumppa")
    new = make.activity(name="Jumppa uusi")
    make.price(activity=new, is_free=True)
    taken_in(opensearch_index, left[-1], new)

    while pages[-1]["next"]:
        pages.append(client.get(pages[-1]["next"]).json())

    seen = [each for page in pages for each in found(page)]
    assert len(seen) == len(set(seen))
    assert set(seen) == {str(each.id) for each in (*read, *left[1:], new)}
    assert seen[2] == str(new.id)


def test_walk_begun_over_one_engine_goes_on_over_the_other(
    client: Client, opensearch_index: Any, settings: Any
) -> None:
    made = [make.activity(name=f"Jumppa {number}") for number in range(5)]
    taken_in(opensearch_index)
    first = client.get("/api/v1/search?q=jumppa&limit=3").json()

    settings.SEARCH_BACKEND = "tantivy"
    taken_in(opensearch_index)
    second = client.get(first["next"]).json()

    assert sorted(found(first) + found(second)) == sorted(str(each.id) for each in made)
    assert second["next"] is None
