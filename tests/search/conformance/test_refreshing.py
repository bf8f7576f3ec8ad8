"""The index in OpenSearch keeps up with the catalogue, and heals, as the local one does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from tarjotin.catalogue.actions import note_change, withdraw
from tarjotin.search.index import IndexNotReady, Status, opensearch
from tarjotin.search.index.opensearch import reading, store
from tarjotin.search.index.opensearch.client import client
from tarjotin.search.index.store import writer_lock
from tarjotin.search.queries import search
from tarjotin.search.query import Query
from tarjotin.search.tree import Everything
from tests import make

NOW = make.NOW
NOWHERE = "http://127.0.0.1:9"  # nobody answers there


def found(text: str = "") -> list[Any]:
    return sorted(hit.id for hit in search(Query(text=text), language="fi", now=NOW).hits)


def builds() -> list[str]:
    return sorted(client().indices.get(index="tarjotin-*", expand_wildcards="all"))


@pytest.fixture(autouse=True)
def _asks_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "CHECK_EVERY_S", 0.0)


def test_search_without_an_index_is_not_ready(opensearch_index: Any) -> None:
    with pytest.raises(IndexNotReady, match="there is no index yet"):
        found()

    assert opensearch_index.status() == Status(ready=False, entries=0, behind=0)


def test_refresh_without_an_index_builds_it_and_takes_every_change_in(opensearch_index: Any) -> None:
    activity = make.activity()
    note_change("activity", [activity.id], NOW)

    done = opensearch_index.refresh()

    assert (done, found()) == (1, [activity.id])
    assert opensearch_index.status() == Status(ready=True, entries=1, behind=0)


def test_refresh_with_nothing_new_writes_nothing(opensearch_index: Any) -> None:
    make.activity()
    opensearch_index.refresh()
    before = client().indices.get(index="tarjotin-*")

    done = opensearch_index.refresh()

    assert (done, client().indices.get(index="tarjotin-*")) == (0, before)


def test_a_changed_entry_is_found_by_its_new_name_only(opensearch_index: Any) -> None:
    activity = make.activity(name="Tuolijumppa")
    opensearch_index.refresh()
    activity.name = make.text("Sauvakävely")
    activity.save()
    note_change("activity", [activity.id], NOW)

    done = opensearch_index.refresh()

    assert (done, found("sauvakävely"), found("tuolijumppa")) == (1, [activity.id], [])
    assert len(builds()) == 1


def test_a_withdrawn_entry_disappears(opensearch_index: Any) -> None:
    gone, never_written, kept = make.activity(), make.place(name="Huone 3"), make.activity()
    opensearch_index.refresh()
    withdraw("activity", [gone.id], reason="organiser", now=NOW, actor="test", cause="test")
    note_change("place", [never_written.id], NOW)

    opensearch_index.refresh()

    assert found() == [kept.id]


def test_an_entry_whose_weekday_has_passed_is_written_anew(opensearch_index: Any) -> None:
    activity = make.activity()
    make.session(activity=activity, starts_at=NOW + timedelta(days=1))
    make.session(activity=activity, starts_at=NOW + timedelta(days=3))
    opensearch_index.refresh(now=NOW)
    later = NOW + timedelta(days=2)

    done = opensearch_index.refresh(now=later)

    answer = search(Query(), language="fi", now=later)
    assert (done, answer.facets["weekday"]) == (1, {"5": 1})


def test_a_second_writer_leaves_the_work_to_the_first(opensearch_index: Any) -> None:
    activity = make.activity()
    opensearch_index.refresh()
    note_change("activity", [activity.id], NOW)

    with writer_lock() as mine:
        done, rebuilt = opensearch_index.refresh(), opensearch_index.rebuild()

    assert (mine, done, rebuilt, opensearch_index.status().behind) == (True, 0, 0, 1)
    assert opensearch_index.refresh() == 1


def test_a_rebuild_that_dies_leaves_the_index_in_use_and_nothing_else(opensearch_index: Any) -> None:
    activity = make.activity()
    opensearch_index.refresh()
    before = builds()

    def dies(label: str, done: int, total: int | None) -> None:
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        opensearch_index.rebuild(dies)

    assert (builds(), found()) == (before, [activity.id])


def test_a_rebuild_is_read_at_once_and_clears_the_old_away(opensearch_index: Any) -> None:
    activity = make.activity()
    opensearch_index.refresh()
    old, half_done = store.current(), store.new_build()
    of_another_service = "other-schema3"
    client().indices.create(index=of_another_service)

    opensearch_index.rebuild()

    assert builds() == [store.current()]
    assert store.current() not in (old, half_done)
    assert client().indices.exists(index=of_another_service)
    assert found() == [activity.id]


def test_an_index_of_another_version_stays_for_a_day(opensearch_index: Any) -> None:
    make.activity()
    older = "tarjotin-schema1-0000-words1-1"
    client().indices.create(index=older)

    opensearch_index.refresh()

    assert builds() == sorted([older, store.current()])


def test_an_entry_loaded_before_what_is_there_does_not_replace_it(opensearch_index: Any) -> None:
    activity = make.activity(name="Tuolijumppa")
    opensearch_index.refresh()
    note_change("activity", [activity.id], NOW)
    activity.name = make.text("Sauvakävely")
    activity.save()

    with time_machine.travel(timezone.now() - timedelta(minutes=5)):  # a slow host, which loaded it minutes ago
        done = opensearch_index.refresh()

    assert (done, found("tuolijumppa"), found("sauvakävely")) == (1, [activity.id], [])


def test_a_build_that_another_host_removes_is_never_used(opensearch_index: Any) -> None:
    make.activity()
    opensearch_index.refresh()
    make.activity()
    make.service()
    before = builds()

    def removed_meanwhile(label: str, done: int, total: int | None) -> None:
        store.remove(max(builds()))

    with pytest.raises(IndexNotReady):
        opensearch_index.rebuild(removed_meanwhile)

    assert builds() == before


def _remove(build: str) -> None:
    client().indices.delete(index=build)


def _close(build: str) -> None:
    client().indices.close(index=build)


def _forget_what_was_seen(build: str) -> None:
    client().indices.put_mapping(index=build, body={"_meta": {}})


def _garble_what_was_seen(build: str) -> None:
    client().indices.put_mapping(index=build, body={"_meta": {"seen": "00000000\n[]"}})


def _point_nowhere(build: str) -> None:
    client().indices.delete_alias(index=build, name=store.alias())


@pytest.mark.parametrize(
    "harm", [_remove, _close, _forget_what_was_seen, _garble_what_was_seen, _point_nowhere], ids=lambda f: f.__name__
)
def test_a_damaged_index_heals_with_the_next_refresh(opensearch_index: Any, harm: Any) -> None:
    activity = make.activity()
    opensearch_index.refresh()
    build = store.current()
    harm(build)

    opensearch_index.refresh()

    assert found() == [activity.id]
    assert builds() == [store.current()]
    assert store.current() != build


@pytest.mark.parametrize("harm", [_remove, _close, _point_nowhere], ids=lambda f: f.__name__)
def test_a_damaged_index_is_not_ready_until_it_heals(opensearch_index: Any, harm: Any) -> None:
    make.activity()
    opensearch_index.refresh()
    harm(store.current())

    with pytest.raises(IndexNotReady):
        found()

    assert not opensearch_index.status().ready


def test_a_server_that_is_away_is_not_ready_and_serves_again_when_it_is_back(
    opensearch_index: Any, settings: Any
) -> None:
    activity = make.activity()
    opensearch_index.refresh()
    note_change("activity", [activity.id], NOW)
    here, build = settings.OPENSEARCH_URLS, store.current()

    settings.OPENSEARCH_URLS = [NOWHERE]

    for ask in (found, opensearch_index.refresh, opensearch_index.rebuild):
        with pytest.raises(IndexNotReady, match="does not answer"):
            ask()
    assert opensearch_index.status() == Status(ready=False, entries=0, behind=1)

    settings.OPENSEARCH_URLS = here

    assert found() == [activity.id]
    assert (opensearch_index.refresh(), store.current()) == (1, build)


def test_a_server_that_was_away_is_left_alone_for_a_moment(
    opensearch_index: Any, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CHECK_EVERY_S", 600.0)
    opensearch_index.refresh()
    opensearch_index.forget()
    here, settings.OPENSEARCH_URLS = settings.OPENSEARCH_URLS, [NOWHERE]
    with pytest.raises(IndexNotReady):
        found()

    settings.OPENSEARCH_URLS = here

    with pytest.raises(IndexNotReady, match="does not answer"):
        found()
    opensearch_index.forget()
    assert found() == []


def test_many_hits_are_read_in_several_rounds(opensearch_index: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_AT_ONCE", 2)
    made = sorted(make.activity().id for _ in range(7))
    opensearch_index.refresh()
    index = opensearch.snapshot()

    found = [[row.id for row in index.stored(index.best(Everything(), *part))] for part in ((0, 7), (1, 4), (5, 7))]

    assert found == [made, made[1:4], made[5:]]
