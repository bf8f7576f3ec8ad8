"""Recorded answers of PTV, read over HTTP: all end as records, and their fields are known."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tarjotin.catalogue.records import ServiceRecord
from tarjotin.sources.http import Client
from tarjotin.sources.ptv import SOURCE_EVERYTHING
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Delivered, FetchRequest, Parsed
from tests.sources.replay.conftest import NOW

Read = dict[tuple[str, str], Parsed]


@pytest.fixture(scope="module")
def read(recorded: Path) -> Read:
    with ReplayServer(recorded) as server:
        client = Client({"api": f"{server.url}/ptv/v11/"})
        steps = list(SOURCE_EVERYTHING.fetch(client, FetchRequest(now=NOW)))
        client.close()
    found = [step for step in steps if isinstance(step, Delivered)]
    return {(each.kind, each.external_id): SOURCE_EVERYTHING.parse(each.kind, each.payload) for each in found}


@pytest.mark.recorded
def test_every_recorded_thing_is_read(read: Read) -> None:
    assert Counter(kind for kind, _ in read) == {
        "service_class": 110,
        "target_group": 16,
        "life_event": 9,
        "general_description": 458,
        "organisation": 3,
        "channel": 11,
        "service": 32,
    }
    assert [parsed.rejected for parsed in read.values() if parsed.record is None] == []
    assert [parsed.unread for parsed in read.values() if parsed.unread] == []


@pytest.mark.recorded
def test_oddities_of_recorded_things_are_told(read: Read) -> None:
    flags = Counter(flag for parsed in read.values() for flag in parsed.flags)

    assert flags == {
        # All are of Naantali, Vaasa and Mikkeli.
        "point dropped: outside the region": 10,
        "second address kept in words": 2,
        "a channel that is not published left out": 2,
    }


@pytest.mark.recorded
def test_a_recorded_service_has_its_texts_channels_and_codes(read: Read) -> None:
    record = read["service", "3668d250-cd80-45c4-abcc-9b2d3a2b3e42"].record

    assert isinstance(record, ServiceRecord)
    assert (str(record.name), str(record.summary), record.is_free, record.area, record.languages) == (
        "Nettilukio aikuisille",
        "Aikuislukio verkko-opintoina.",
        True,
        (),
        ("fi",),
    )
    assert {"P6.10", "P6.8", "P6.13", "P6"} <= {code.code for code in record.codes}
    assert len(record.places) == 1
