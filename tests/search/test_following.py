"""Several indexes follow the same change rows, each at its own pace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from tarjotin.catalogue.actions import note_change, withdraw
from tarjotin.catalogue.models import Change
from tarjotin.search.index import following, refreshing, store
from tarjotin.search.index.following import Seen
from tarjotin.search.queries import search
from tarjotin.search.query import Query
from tests import make

NOW = make.NOW
AT = datetime(2026, 11, 24, tzinfo=UTC)


def found(text: str = "") -> list[Any]:
    return sorted(hit.id for hit in search(Query(text=text), language="fi", now=NOW).hits)


def change(activity: Any, **facts: Any) -> Change:
    return Change.objects.create(entity="activity", entity_id=activity.id, changed_at=NOW, **facts)


def rename(activity: Any, name: str) -> None:
    activity.name = make.text(name)
    activity.save()


def seen_by_the_index() -> Seen:
    build = store.current()
    assert build
    seen = store.read_seen(build)
    assert seen
    return seen


def note_seen(**facts: Any) -> None:
    build = store.current()
    assert build
    store.write_seen(build, replace(seen_by_the_index(), **facts))


@pytest.fixture
def node(search_index: Any, settings: Any, tmp_path: Path) -> Callable[[str], Any]:
    """Go to another web node: one with an index of its own."""

    def go(name: str) -> Any:
        settings.INDEX_DIR = tmp_path / name
        return search_index

    return go


def test_two_nodes_take_the_same_changes_in(node: Any) -> None:
    renamed, gone = make.activity(name="Tuolijumppa"), make.activity(name="Shakki")
    for name in ("first", "second"):
        node(name).refresh()
    rename(renamed, "Sauvakävely")
    note_change("activity", [renamed.id], NOW)
    withdraw("activity", [gone.id], reason="organiser", now=NOW, actor="test", cause="test")

    done = [node(name).refresh() for name in ("first", "second")]

    answers = []
    for name in ("first", "second"):
        status = node(name).status()
        answers.append((found(), found("sauvakävely"), found("tuolijumppa"), status.behind))
    assert done == [2, 2]
    assert answers == [([renamed.id], [renamed.id], [], 0)] * 2


def test_each_node_counts_for_itself_how_far_it_is_behind(node: Any) -> None:
    activity = make.activity()
    node("first").refresh()
    node("second").refresh()
    note_change("activity", [activity.id], NOW)

    node("first").refresh()

    assert [node(name).status().behind for name in ("first", "second", "third")] == [0, 1, 1]


def test_a_node_that_joins_later_takes_all_in(node: Any) -> None:
    activity = make.activity()
    note_change("activity", [activity.id], NOW)
    node("first").refresh()

    done = node("late").refresh()

    assert (done, found(), node("late").status().behind) == (1, [activity.id], 0)


def test_a_change_that_commits_after_later_ones_is_taken_in(search_index: Any) -> None:
    first, late = make.activity(name="Tuolijumppa"), make.activity(name="Shakki")
    search_index.refresh()
    number = change(first).pk + 10
    change(first, pk=number + 1)
    search_index.refresh()
    rename(late, "Sauvakävely")
    change(late, pk=number)

    behind, done = search_index.status().behind, search_index.refresh()

    assert (behind, done, found("sauvakävely")) == (1, 1, [late.id])
    assert search_index.refresh() == 0


def test_a_change_that_commits_after_a_rebuild_began_is_taken_in(search_index: Any) -> None:
    first, late = make.activity(name="Tuolijumppa"), make.activity(name="Shakki")
    number = change(first).pk + 10
    change(first, pk=number + 1)

    search_index.rebuild()
    rename(late, "Sauvakävely")
    change(late, pk=number)
    search_index.refresh()

    assert found("sauvakävely") == [late.id]


def test_more_changes_than_are_taken_at_once_are_all_taken_in(
    search_index: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "CHANGES_AT_ONCE", 2)
    activities = [make.activity(name=f"Ryhmä {number}") for number in range(5)]
    search_index.refresh()
    for activity in activities:
        rename(activity, "Sauvakävely")
        change(activity)

    done = search_index.refresh()

    assert (done, len(found("sauvakävely")), search_index.status().behind) == (5, 5, 0)


def test_rows_stay_for_a_fortnight_and_then_go(search_index: Any) -> None:
    activity, now = make.activity(), timezone.now()
    search_index.refresh()
    change(activity, written_at=now - following.KEPT - timedelta(hours=1))
    kept = [change(activity, written_at=now - following.KEPT + timedelta(hours=1)), change(activity)]

    search_index.refresh()

    assert list(Change.objects.order_by("pk")) == kept


def test_an_index_that_was_away_for_longer_than_rows_are_kept_is_built_anew(search_index: Any) -> None:
    gone = make.activity()
    search_index.refresh()
    withdraw("activity", [gone.id], reason="organiser", now=NOW, actor="test", cause="test")
    Change.objects.all().delete()
    note_seen(drained_at=(timezone.now() - following.LONGEST_ABSENCE - timedelta(hours=1)).timestamp())
    build = store.current()

    search_index.refresh()

    assert (found(), store.current() == build) == ([], False)


def test_an_index_without_news_for_long_is_kept_when_it_was_refreshed(search_index: Any) -> None:
    activity = make.activity()
    search_index.refresh()
    long_ago = timezone.now() - following.KEPT - timedelta(hours=1)
    change(activity, written_at=long_ago)
    search_index.refresh()
    build = store.current()
    note_seen(drained_at=(timezone.now() - timedelta(days=2)).timestamp())

    search_index.refresh()

    assert store.current() == build
    assert not Change.objects.exists()
    assert timezone.now().timestamp() - seen_by_the_index().drained_at < 3_600


def test_a_database_put_back_from_a_copy_has_its_index_built_anew(search_index: Any) -> None:
    activity = make.activity(name="Tuolijumppa")
    search_index.refresh()
    number = change(activity).pk
    search_index.refresh()
    Change.objects.all().delete()
    build = store.current()

    search_index.refresh()

    assert store.current() != build
    assert found() == [activity.id]
    assert number not in Change.objects.values_list("pk", flat=True)


def test_a_number_given_to_another_change_has_the_index_built_anew(search_index: Any) -> None:
    activity = make.activity(name="Tuolijumppa")
    search_index.refresh()
    number = change(activity).pk
    search_index.refresh()
    rename(activity, "Sauvakävely")
    Change.objects.all().delete()
    change(activity, pk=number)

    search_index.refresh()

    assert found("sauvakävely") == [activity.id]


def test_numbers_that_never_came_are_not_awaited_after_a_day(search_index: Any) -> None:
    activity = make.activity()
    search_index.refresh()
    first = change(activity)
    last = change(activity, pk=first.pk + 10)
    search_index.refresh()
    before = len(seen_by_the_index().numbers)
    Change.objects.filter(pk=last.pk).update(written_at=timezone.now() - following.LONGEST_TRANSACTION * 2)
    note_seen(newest=(last.pk, Change.objects.get(pk=last.pk).written_at.timestamp()), drained_at=0.0 + last_week())

    search_index.refresh()

    assert before > 1
    assert seen_by_the_index().numbers == ((0, last.pk),)


def last_week() -> float:
    return (timezone.now() - timedelta(days=7)).timestamp()


def test_more_holes_than_one_question_holds_are_all_looked_into(db: None) -> None:
    activity = make.activity()
    seen = Seen().with_rows((number, AT) for number in range(2, 1_000, 2))
    for number in (3, 501, 997, 2_000):
        change(activity, pk=number)

    rows, behind = following.unseen(seen, 3), following.behind(seen)

    assert ([pk for pk, *_ in rows], behind) == ([3, 501, 997], 4)


@pytest.mark.parametrize(
    ("taken", "numbers", "holes"),
    [
        ([], ((0, 0),), [(1, 2**63 - 1)]),
        ([1, 2, 3], ((0, 3),), [(4, 2**63 - 1)]),
        ([3, 2], ((0, 0), (2, 3)), [(1, 1), (4, 2**63 - 1)]),
        ([2, 5], ((0, 0), (2, 2), (5, 5)), [(1, 1), (3, 4), (6, 2**63 - 1)]),
    ],
)
def test_numbers_taken_in_leave_holes(taken: list[int], numbers: Any, holes: Any) -> None:
    seen = Seen().with_rows((number, AT) for number in taken)

    assert (seen.numbers, seen.holes()) == (numbers, holes)


def test_what_was_seen_is_read_as_it_was_written() -> None:
    seen = Seen().with_rows([(2, AT), (7, AT)]).up_to(4).drained(AT)

    assert following.load(following.dump(seen)) == seen
    assert seen == Seen(((0, 4), (7, 7)), AT.timestamp(), (7, AT.timestamp()))


def test_what_was_seen_with_any_byte_changed_is_refused() -> None:
    content = following.dump(Seen().with_rows([(2, AT), (7, AT)]))

    for place in range(len(content)):
        harmed = bytearray(content)
        harmed[place] ^= 1
        with pytest.raises(ValueError):
            following.load(bytes(harmed))
