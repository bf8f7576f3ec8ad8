"""All recorded TPR payloads, read over HTTP and parsed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from tarjotin.catalogue.records import HoursRecord, PlaceRecord, Ref
from tarjotin.sources.http import Client
from tarjotin.sources.mailboxes import mask_personal
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Delivered, FetchRequest, Parsed
from tarjotin.sources.tpr import SOURCE

pytestmark = pytest.mark.recorded

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

Results = dict[tuple[str, str], Parsed]


@pytest.fixture(scope="module")
def results(recorded: Path) -> Results:
    with ReplayServer(recorded) as server:
        client = Client({"api": f"{server.url}/tpr/", "servicemap": f"{server.url}/servicemap/"}, back_off=())
        steps = list(SOURCE.fetch(client, FetchRequest(now=NOW)))
    delivered = [step for step in steps if isinstance(step, Delivered)]
    return {(step.kind, step.external_id): SOURCE.parse(step.kind, step.payload) for step in delivered}


def place(results: Results, unit_id: str) -> PlaceRecord:
    record = results["unit", unit_id].record
    assert isinstance(record, PlaceRecord)
    return record


def test_everything_recorded_is_delivered_and_becomes_a_record(results: Results) -> None:
    assert Counter(kind for kind, _ in results) == {
        "node": 1530,
        "word": 1020,
        "organisation": 8,
        "department": 1,
        "unit": 275,
    }
    assert {key: result.rejected for key, result in results.items() if result.record is None} == {}


def test_every_recorded_field_is_known(results: Results) -> None:
    assert {name for result in results.values() for name in result.unread} == set()


def test_oddities_of_the_recorded_data_are_flagged(results: Results) -> None:
    assert Counter(flag for result in results.values() for flag in result.flags) == {
        "the department is not in the register's list": 11,
        "business id dropped: 0000004-3 is not a real one": 1,
    }


def test_no_recorded_place_keeps_a_persons_address(results: Results) -> None:
    texts = [repr(result.record) for (kind, _), result in results.items() if kind == "unit"]

    assert any("@" in text for text in texts)
    assert [text for text in texts if mask_personal(text)[1]] == []


def test_recorded_library_has_its_hours_ids_and_owner(results: Results) -> None:
    library = place(results, "8215")

    assert (library.library_id, library.hours_id, library.municipality) == ("84860", "1", "091")
    assert library.organisation == Ref("tpr", "organisation", "83e74666-0836-4c1d-948a-4b34a8b90301")
    assert library.hours[:7] == (
        *(HoursRecord(day, time(8), time(20)) for day in (1, 2, 3, 4)),
        HoursRecord(5, time(8), time(18)),
        HoursRecord(6, closed=True),
        HoursRecord(7, time(12), time(18)),
    )


def test_recorded_pool_keeps_its_prices_and_its_hours_for_women_and_men_as_texts(results: Results) -> None:
    pool = place(results, "41102")

    assert [hours.weekday for hours in pool.hours] == [None, None, None]
    assert "• kertamaksu 5,80 e" in pool.fees_text.get("fi")
    assert (pool.lipas_id, pool.building_id, {each.verdict for each in pool.access}) == ("506031", "", {"shortcomings"})


def test_recorded_places_without_coordinates_are_kept(results: Results) -> None:
    points = Counter(place(results, unit_id).point is None for kind, unit_id in results if kind == "unit")

    assert points == {False: 213, True: 62}
