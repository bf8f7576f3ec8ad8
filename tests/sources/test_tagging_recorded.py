"""How much of the recorded services and places the thesaurus says something about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tarjotin.catalogue.records import ConceptRecord, PlaceRecord, Record, ServiceRecord, TopicRecord
from tarjotin.jobs.clients import client_for, readable
from tarjotin.sources.classification import Classifier
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Delivered, FetchRequest, Source
from tarjotin.sources.tagging import Tagger, Told

pytestmark = pytest.mark.recorded

SURE = 0.55  # the name, a keyword, the summary or a narrow code says it
Topics = list[Sequence[TopicRecord]]


@pytest.fixture(scope="module")
def recorded_topics(recorded: Path) -> dict[type[Record], Topics]:
    return topics_of(recorded, "tpr", "palvelurekisteri")


def topics_of(folder: Path, *names: str) -> dict[type[Record], Topics]:
    """The topics of every record that has a category, by its type."""
    with ReplayServer(folder, ignore_dates=True) as server:
        sources = [source for source in readable(replay=server.url) if source.name in names]
        records = [record for source in sources for record in _records(source, server.url)]
    concepts = [record for record in records if isinstance(record, ConceptRecord)]
    tree = {concept.code: concept.parents for concept in concepts if concept.scheme == "tpr"}
    national = {concept.code: concept.parents for concept in concepts if concept.scheme == "ptvgd"}
    classifier, tagger = Classifier.load(tree, national), Tagger(tree, national)
    return {
        of: [
            tagger.topics(Told.of_record(record, {}))
            for record in records
            if isinstance(record, of) and classifier.classify(record).main
        ]
        for of in (PlaceRecord, ServiceRecord)
    }


def _records(source: Source, url: str) -> list[Record]:
    steps = source.fetch(client_for(source, replay=url), FetchRequest(now=datetime.now(UTC)))
    read = [source.parse(step.kind, step.payload) for step in steps if isinstance(step, Delivered)]
    return [parsed.record for parsed in read if parsed.record is not None]


def share(entries: Topics, *, sure: float = 0.0) -> float:
    return sum(any(topic.confidence >= sure for topic in topics) for topics in entries) / len(entries)


def test_nearly_all_recorded_services_and_places_are_about_something(
    recorded_topics: dict[type[Record], Topics],
) -> None:
    services, places = recorded_topics[ServiceRecord], recorded_topics[PlaceRecord]

    assert (len(services), len(places)) == (286, 156)
    assert share(services) >= 0.98
    assert share(services, sure=SURE) >= 0.97
    assert share(places) >= 0.92
    assert share(places, sure=SURE) >= 0.7


def test_every_topic_of_a_recorded_entry_tells_its_reason(recorded_topics: dict[type[Record], Topics]) -> None:
    told = [topic for entries in recorded_topics.values() for topics in entries for topic in topics]

    assert {topic.where for topic in told} == {"", "code", "title", "keywords", "summary", "description"}
    assert [topic for topic in told if not topic.reason or bool(topic.where) != bool(topic.matched)] == []
