"""The demo city, read by the real importers: everything one can take up has its category, and basic needs are met."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tarjotin.catalogue.records import ActivityRecord, ConceptRecord, Record, ServiceRecord
from tarjotin.jobs.clients import client_for, readable
from tarjotin.sources.classification import Classified, Classifier
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Delivered, FetchRequest, Source
from tests.sources.classification.reading import outcome, tags

NAMED = ("advice", "community", "culture", "food", "lifestyle", "nature", "sport")


@pytest.fixture(scope="module")
def classified(demo: Path) -> list[tuple[str, Classified]]:
    """Services and activities by name, each with its tags."""
    with ReplayServer(demo, ignore_dates=True) as server:
        sources = [source for source in readable(replay=server.url) if source.name != "edits"]  # those add to others
        records = [record for source in sources for record in _records(source, server.url)]
    concepts = [record for record in records if isinstance(record, ConceptRecord)]
    classifier = Classifier.load(
        {concept.code: concept.parents for concept in concepts if concept.scheme == "tpr"},
        {concept.code: concept.parents for concept in concepts if concept.scheme == "ptvgd"},
    )
    offer = [record for record in records if isinstance(record, ServiceRecord | ActivityRecord)]
    return [(str(record.name), classifier.classify(record)) for record in offer]


def _records(source: Source, url: str) -> list[Record]:
    steps = source.fetch(client_for(source, replay=url), FetchRequest(now=datetime.now(UTC)))
    read = [source.parse(step.kind, step.payload) for step in steps if isinstance(step, Delivered)]
    return [parsed.record for parsed in read if parsed.record is not None]


def test_every_service_and_activity_of_the_demo_has_a_main_category(classified: list[tuple[str, Classified]]) -> None:
    without = sorted({name for name, result in classified if outcome(result) not in NAMED})

    assert len(classified) > 200
    assert without == []


@pytest.mark.parametrize(
    ("need", "names"),
    [
        ("food_aid", {"Naapurin jääkaappi", "Ruoka-apua Haagassa", "Ruoka-apua Kontulassa"}),
        (
            "debt_advice",
            {
                "Alle kolmekymppisen rahatunti",
                "Avaa kuoret -päivä",
                "Sosiaalinen luototus",
                "Talous- ja velkaneuvonta",
                "Velkavertaiset",
            },
        ),
        ("unemployed_health_check", {"Työttömän terveystarkastus"}),
    ],
)
def test_basic_need_is_met_by_these_in_the_demo(
    classified: list[tuple[str, Classified]], need: str, names: set[str]
) -> None:
    assert {name for name, result in classified if need in tags(result, "need")} == names
