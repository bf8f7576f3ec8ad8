from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tarjotin.catalogue.models import Activity
from tarjotin.sources.decisions import keep_apart, merge, split
from tarjotin.sources.models import Candidate, Distinct, Link, SourceRecord
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.undoing import take_back_distinct, take_back_merge
from tests.sources import payloads
from tests.sources.importing import NOW, run

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    """Two groups; and one session under two ids, which a rule makes one."""
    twin = {"name": {"fi": "Lukupiiri"}, "start_time": "2026-12-09T15:00:00Z", "end_time": None}
    names = {1: "Tuolijumppa", 2: "Kuntopiiri"}
    events = [payloads.event(number, name={"fi": name}) for number, name in names.items()]
    events += [payloads.event(31, **twin), payloads.event(32, **twin)]
    with ReplayServer(payloads.linked_events(tmp_path, events), now=lambda: NOW) as server:
        run(server, "linkedevents")
        yield server


def record(number: int) -> SourceRecord:
    return SourceRecord.objects.get(external_id=f"helsinki:e{number}")


def entities() -> dict[int, object]:
    return {number: Link.objects.get(record=record(number)).entity_id for number in (1, 2, 31, 32)}


def shown() -> list[str]:
    return sorted(str(activity.name) for activity in Activity.objects.published())


def candidate(a: int, b: int) -> Candidate:
    low, high = sorted((record(a).pk, record(b).pk))
    facts = {"kind": "activity", "score": 81, "rule": "name and place alike", "evidence": "name 81", "created_at": NOW}
    return Candidate.objects.create(record_a_id=low, record_b_id=high, **facts)


def test_merge_taken_back_restores_both_and_asks_again(server: ReplayServer) -> None:
    before, names, pair = entities(), shown(), candidate(1, 2)
    merge(record_a=record(1), record_b=record(2), by="aino", now=NOW)

    take_back_merge(pair, by="aino", now=LATER)

    pair.refresh_from_db()
    assert (entities(), shown(), pair.state, Distinct.objects.count()) == (before, names, "open", 0)


def test_merge_into_twins_taken_back_leaves_the_twins_one(server: ReplayServer) -> None:
    before, pair = entities(), candidate(1, 31)
    merge(record_a=record(1), record_b=record(31), by="aino", now=NOW)

    take_back_merge(pair, by="aino", now=LATER)

    after = entities()
    assert after[31] == after[32] != after[1]
    assert (after, Distinct.objects.count()) == (before, 0)


def test_merge_of_what_a_rule_had_made_one_parts_the_two_when_it_is_taken_back(server: ReplayServer) -> None:
    pair = candidate(31, 32)
    merge(record_a=record(31), record_b=record(32), by="aino", now=NOW)

    take_back_merge(pair, by="aino", now=LATER)

    pair.refresh_from_db()
    assert (entities()[31] == entities()[32], shown().count("Lukupiiri")) == (False, 2)
    assert (pair.state, Distinct.objects.count()) == ("open", 0)


def test_merge_taken_back_leaves_other_decisions_alone(server: ReplayServer) -> None:
    pair = candidate(1, 2)
    keep_apart(record_a=record(2), record_b=record(31), by="aino", reason="eri", now=NOW)
    merge(record_a=record(1), record_b=record(2), by="aino", now=NOW)

    take_back_merge(pair, by="aino", now=LATER)

    assert list(Distinct.objects.values_list("record_a", "record_b")) == [(record(2).pk, record(31).pk)]


def test_apart_taken_back_opens_the_pair_it_was_asked_about(server: ReplayServer) -> None:
    pair = candidate(1, 2)
    keep_apart(record_a=record(1), record_b=record(2), by="aino", reason="eri", now=NOW)

    found = take_back_distinct(Distinct.objects.get(), now=LATER)

    assert (found.pk, found.state, Distinct.objects.count()) == (pair.pk, "open", 0)


def test_split_taken_back_becomes_a_question(server: ReplayServer) -> None:
    split(record=record(32), by="aino", reason="kaksi salia", now=NOW)

    found = take_back_distinct(Distinct.objects.get(), now=LATER)

    assert (found.kind, found.state, found.rule, found.created_at) == ("activity", "open", "person", LATER)
    assert {found.record_a_id, found.record_b_id} == {record(31).pk, record(32).pk}
