"""The index keeps up with the catalogue, and heals."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tarjotin.catalogue.actions import note_change, withdraw
from tarjotin.search.index import IndexNotReady, Status, reading, store
from tarjotin.search.queries import search
from tarjotin.search.query import Query
from tests import make

NOW = make.NOW


def found(text: str = "") -> list[Any]:
    answer = search(Query(text=text), language="fi", now=NOW)
    return sorted(hit.id for hit in answer.hits)


def test_search_without_an_index_is_not_ready(search_index: Any) -> None:
    with pytest.raises(IndexNotReady):
        found()

    assert search_index.status() == Status(ready=False, entries=0, behind=0)


def test_refresh_without_an_index_builds_it_and_takes_every_change_in(search_index: Any) -> None:
    activity, place = make.activity(), make.place(name="Huone 3")
    note_change("activity", [activity.id], NOW)

    done = search_index.refresh()

    assert done == 1, "a place without a category is no entry"
    assert found() == [activity.id]
    assert place.id not in found()
    assert search_index.status() == Status(ready=True, entries=1, behind=0)


def test_refresh_with_nothing_new_writes_nothing(search_index: Any) -> None:
    make.activity()
    search_index.refresh()
    before = {path: path.stat().st_mtime_ns for path in store.root().rglob("*")}

    done = search_index.refresh()

    assert done == 0
    assert {path: path.stat().st_mtime_ns for path in store.root().rglob("*")} == before


def test_a_changed_entry_is_found_by_its_new_name_only(search_index: Any) -> None:
    activity = make.activity(name="Tuolijumppa")
    search_index.refresh()
    activity.name = make.text("Sauvakävely")
    activity.save()
    note_change("activity", [activity.id], NOW)

    done = search_index.refresh()

    assert (done, found("sauvakävely"), found("tuolijumppa")) == (1, [activity.id], [])


def test_a_withdrawn_entry_disappears(search_index: Any) -> None:
    gone, kept = make.activity(), make.activity()
    search_index.refresh()
    withdraw("activity", [gone.id], reason="organiser", now=NOW, actor="test", cause="test")

    search_index.refresh()

    assert found() == [kept.id]


def test_a_renamed_place_is_found_with_what_happens_there(search_index: Any) -> None:
    place = make.place(name="Vanha talo")
    here, in_a_session = make.activity(place=place), make.activity(name="Retki")
    make.session(activity=in_a_session, place=place)
    service = make.service()
    make.service_place(service=service, place=place)
    make.activity(name="Muualla")
    search_index.refresh()
    place.name = make.text("Kulttuuritalo Pasuuna")
    place.save()
    note_change("place", [place.id], NOW)

    search_index.refresh(now=NOW)

    assert found("pasuuna") == sorted([here.id, in_a_session.id, service.id])


def test_a_renamed_organisation_is_found_with_what_it_offers(search_index: Any) -> None:
    organisation = make.organisation(name="Vanha yhdistys")
    theirs = make.activity(organisation=organisation)
    search_index.refresh()
    organisation.name = make.text("Pasuunaseura")
    organisation.save()
    note_change("organisation", [organisation.id], NOW)

    search_index.refresh()

    assert found("pasuunaseura") == [theirs.id]


def test_an_entry_whose_weekday_has_passed_is_written_anew(search_index: Any) -> None:
    activity = make.activity()
    make.session(activity=activity, starts_at=NOW + timedelta(days=1))
    make.session(activity=activity, starts_at=NOW + timedelta(days=3))
    search_index.refresh(now=NOW)
    later = NOW + timedelta(days=2)

    done = search_index.refresh(now=later)

    answer = search(Query(), language="fi", now=later)
    assert (done, answer.facets["weekday"]) == (1, {"5": 1})


def test_a_second_writer_leaves_the_work_to_the_first(search_index: Any) -> None:
    activity = make.activity()
    search_index.refresh()
    note_change("activity", [activity.id], NOW)

    with store.writer_lock() as mine:
        done, rebuilt = search_index.refresh(), search_index.rebuild()

    assert (mine, done, rebuilt, search_index.status().behind) == (True, 0, 0, 1)
    assert search_index.refresh() == 1


def test_a_change_that_comes_while_writing_is_taken_in_too(search_index: Any) -> None:
    first = make.activity()
    search_index.refresh()
    note_change("activity", [first.id], NOW)
    late: list[Any] = []

    def meanwhile(label: str, done: int, total: int | None) -> None:
        if not late:
            late.append(make.activity(name="Myöhäinen"))
            note_change("activity", [late[0].id], NOW)

    search_index.refresh(meanwhile)

    assert found("myöhäinen") == [late[0].id]
    assert search_index.status().behind == 0


def test_a_rebuild_that_dies_leaves_the_index_in_use_and_nothing_else(search_index: Any) -> None:
    activity = make.activity()
    search_index.refresh()
    note_change("activity", [activity.id], NOW)
    before = sorted(store.root().iterdir())

    def dies(label: str, done: int, total: int | None) -> None:
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        search_index.rebuild(dies)

    assert sorted(store.root().iterdir()) == before
    assert found() == [activity.id]
    assert search_index.status().behind == 1


def test_a_rebuild_is_read_at_once_and_clears_the_old_away(search_index: Any) -> None:
    activity = make.activity()
    search_index.refresh()
    old = store.current()
    left_half_way = store.new_build()

    search_index.rebuild()

    new = store.current()
    assert found() == [activity.id]
    assert new not in (old, left_half_way, None)
    assert sorted(store.root().glob("build-*")) == [new]


def _cut_short(build: Path) -> None:
    for path in build.glob("*.store"):
        path.write_bytes(path.read_bytes()[:-20])


def _overwrite_inside(build: Path) -> None:
    for path in build.glob("*.term"):
        content = bytearray(path.read_bytes())
        content[10:20] = b"\xff" * 10
        path.write_bytes(bytes(content))


def _lose_a_segment(build: Path) -> None:
    for path in build.iterdir():
        if path.suffix not in (".json", ".lock"):
            path.unlink()


def _lose_one_kind_of_file(build: Path) -> None:
    for path in build.glob("*.fast"):
        path.unlink()


def _garble_the_list(build: Path) -> None:
    (build / "meta.json").write_text("{", encoding="ascii")


def _point_to_nothing(build: Path) -> None:
    (build.parent / "current").write_text("build-0", encoding="ascii")


def _garble_the_pointer(build: Path) -> None:
    (build.parent / "current").write_bytes(b"\xff\x00../..")


@pytest.mark.parametrize(
    "harm",
    [
        _cut_short,
        _overwrite_inside,
        _lose_a_segment,
        _lose_one_kind_of_file,
        _garble_the_list,
        _point_to_nothing,
        _garble_the_pointer,
    ],
)
def test_a_damaged_index_heals_with_the_next_refresh(search_index: Any, harm: Any) -> None:
    activity = make.activity()
    search_index.refresh()
    build = store.current()
    assert build
    harm(build)
    search_index.forget()

    search_index.refresh()

    assert found() == [activity.id]
    assert store.current() != build


@pytest.mark.parametrize(
    "harm", [_cut_short, _lose_a_segment, _garble_the_list, _point_to_nothing, _garble_the_pointer]
)
def test_a_damaged_index_is_not_ready_until_it_heals(search_index: Any, harm: Any) -> None:
    make.activity()
    search_index.refresh()
    build = store.current()
    assert build
    harm(build)
    search_index.forget()

    with pytest.raises(IndexNotReady):
        found()


def test_loading_takes_as_many_queries_for_many_entries_as_for_one(search_index: Any) -> None:
    def one() -> None:
        organisation, place = make.organisation(), make.place()
        activity = make.activity(place=place, organisation=organisation)
        make.session(activity=activity, place=make.place())
        make.price(activity=activity, amount="5")
        make.tag(activity)
        service = make.service(organisation=organisation)
        make.hours(service_place=make.service_place(service=service, place=place), weekday=1)
        make.hours(channel=make.channel(service=service), weekday=1)
        make.tag(service)
        make.tag(make.place(organisation=organisation, parent=place))

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            search_index.rebuild()
        return len(captured)

    one()
    few = queries()
    for _ in range(4):
        one()

    assert queries() == few


def test_readers_get_whole_answers_while_the_index_is_written_and_switched(
    search_index: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "CHECK_EVERY_S", 0.0)  # look at the disk before every answer
    activity = make.activity(name="Jooga")
    search_index.refresh()
    stopped = threading.Event()

    def read() -> set[Any]:
        answers = set()
        while not stopped.is_set():
            answers.add(tuple(found("jooga")))
        return answers

    with ThreadPoolExecutor(4) as readers:
        reading_now = [readers.submit(read) for _ in range(4)]
        try:
            for _ in range(8):
                note_change("activity", [activity.id], NOW)
                search_index.refresh()
                search_index.rebuild()
        finally:
            stopped.set()

    assert [each.result() for each in reading_now] == [{(activity.id,)}] * 4
