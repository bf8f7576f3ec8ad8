"""Merge, keep apart, split: what a person decides holds through every import."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tarjotin.catalogue.models import Activity
from tarjotin.sources.decisions import NotComparable, keep_apart, merge, split
from tarjotin.sources.models import Candidate, Link, SourceRecord
from tarjotin.sources.replay.server import ReplayServer
from tests.sources import payloads
from tests.sources.importing import NOW, outcomes, published, run

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    """Two groups that differ, and one that stands twice under two ids."""
    events = [
        payloads.event(1, name={"fi": "Tuolijumppa"}),
        payloads.event(2, name={"fi": "Kuntopiiri"}),
        payloads.event(31, name={"fi": "Lukupiiri"}, start_time="2026-12-09T15:00:00Z", end_time=None),
        payloads.event(32, name={"fi": "Lukupiiri"}, start_time="2026-12-09T15:00:00Z", end_time=None),
    ]
    with ReplayServer(payloads.linked_events(tmp_path, events), now=lambda: NOW) as server:
        run(server, "linkedevents")
        yield server


def record(number: int) -> SourceRecord:
    return SourceRecord.objects.get(external_id=f"helsinki:e{number}")


def entity(number: int) -> object:
    return Link.objects.get(record=record(number)).entity_id


def shown() -> list[str]:
    return sorted(str(activity.name) for activity in Activity.objects.published())


def test_same_session_under_two_ids_is_one_activity(server: ReplayServer) -> None:
    assert shown() == ["Kuntopiiri", "Lukupiiri", "Tuolijumppa"]
    assert entity(31) == entity(32)


def test_merge_keeps_the_older_entity_and_leads_the_other_to_it(server: ReplayServer) -> None:
    older, younger = entity(1), entity(2)

    kept = merge(record_a=record(2), record_b=record(1), by="editor", now=LATER)

    assert (kept, entity(1), entity(2)) == (older, older, older)
    assert dict(Activity.objects.filter(pk__in=[older, younger]).values_list("pk", "replaced_by")) == {
        older: None,
        younger: older,
    }
    assert [outcome for outcome, _ in (outcomes("linkedevents")[f"helsinki:e{n}"] for n in (1, 2))] == [
        "published",
        "merged",
    ]


def test_merge_survives_the_next_whole_import(server: ReplayServer) -> None:
    merge(record_a=record(1), record_b=record(2), by="editor", now=LATER)
    server.change("linkedevents", "event", "helsinki:e2", audience_min_age=60)

    run(server, "linkedevents", now=LATER)

    assert shown() == ["Lukupiiri", "Tuolijumppa"]
    assert Activity.objects.get(pk=entity(1)).min_age == 60  # type: ignore[misc]


def test_split_after_a_merge_restores_both_as_they_were(server: ReplayServer) -> None:
    ids = {number: entity(number) for number in (1, 2)}
    names = shown()
    merge(record_a=record(1), record_b=record(2), by="editor", now=LATER)

    split(record=record(2), by="editor", reason="eri ryhmä", now=LATER)

    assert (shown(), {number: entity(number) for number in (1, 2)}) == (names, ids)
    assert set(Activity.objects.values_list("replaced_by", flat=True)) == {None}


def test_split_of_what_a_rule_merged_holds_through_the_next_import(server: ReplayServer) -> None:
    split(record=record(32), by="editor", reason="kaksi salia", now=LATER)
    assert shown().count("Lukupiiri") == 2
    for number in (31, 32):
        server.change("linkedevents", "event", f"helsinki:e{number}", audience_min_age=18)

    run(server, "linkedevents", now=LATER)

    assert shown().count("Lukupiiri") == 2
    assert entity(31) != entity(32)


def test_keep_apart_parts_what_was_one(server: ReplayServer) -> None:
    keep_apart(record_a=record(31), record_b=record(32), by="editor", reason="kaksi salia", now=LATER)

    assert entity(31) != entity(32)
    assert Candidate.objects.filter(state="open").count() == 0


def test_split_of_a_record_that_stands_alone_changes_nothing(server: ReplayServer) -> None:
    before = published()

    split(record=record(1), by="editor", reason="turha", now=LATER)

    assert published() == before


def test_merge_of_an_activity_and_a_place_is_refused(server: ReplayServer) -> None:
    place = SourceRecord.objects.get(kind="place")

    with pytest.raises(NotComparable):
        merge(record_a=record(1), record_b=place, by="editor", now=LATER)


def test_third_of_the_same_does_not_unite_two_that_a_person_keeps_apart(server: ReplayServer, tmp_path: Path) -> None:
    keep_apart(record_a=record(31), record_b=record(32), by="editor", reason="two rooms", now=LATER)
    twins = [
        payloads.event(number, name={"fi": "Lukupiiri"}, start_time="2026-12-09T15:00:00Z", end_time=None)
        for number in (31, 32, 33)
    ]
    others = [payloads.event(1, name={"fi": "Tuolijumppa"}), payloads.event(2, name={"fi": "Kuntopiiri"})]
    folder = payloads.linked_events(tmp_path / "more", [*others, *twins])

    with ReplayServer(folder, now=lambda: NOW) as more:
        run(more, "linkedevents", now=LATER)

    assert (entity(31) != entity(32), entity(33) in {entity(31), entity(32)}) == (True, True)
    assert shown() == ["Kuntopiiri", "Lukupiiri", "Lukupiiri", "Tuolijumppa"]


def test_merge_while_a_feed_is_held_tells_nothing_of_what_is_held(server: ReplayServer) -> None:
    SourceRecord.objects.filter(external_id="helsinki:e2").update(todo="gone")
    held = record(1)
    held.incoming, held.incoming_hash, held.todo = {**(held.payload or {}), "audience_min_age": 99}, "x", "delivered"
    held.save()

    merge(record_a=record(1), record_b=record(2), by="editor", now=LATER)

    assert Activity.objects.get(pk=entity(1)).min_age is None  # type: ignore[misc]
    assert (record(1).todo, record(2).todo, record(2).state) == ("delivered", "gone", "present")
