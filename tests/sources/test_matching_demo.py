"""The answer key of the demo data: fetched and parsed for real, linked by the rules, compared pair by pair."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tarjotin.catalogue.records import ActivityRecord, Record, Ref, SessionRecord, entity_kind
from tarjotin.sources import lahella, linkedevents, palvelurekisteri, ptv, tpr
from tarjotin.sources.features import key_of
from tarjotin.sources.http import Client
from tarjotin.sources.matching import Features, block_keys, decide, features, lookup_keys
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Delivered, FetchRequest, Source

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
SOURCES: list[tuple[Source, dict[str, str]]] = [
    (tpr.SOURCE, {"api": "/tpr/", "servicemap": "/servicemap/"}),
    (palvelurekisteri.SOURCE, {"api": "/palvelurekisteri/"}),
    (ptv.SOURCE_EVERYTHING, {"api": "/ptv/v11/"}),
    (linkedevents.SOURCE, {"api": "/linkedevents/"}),
    (lahella.SOURCE, {"api": "/lahella/"}),
]

# What the rules leave to a person although it is one thing: a name that tells more, and two services whose department
# is not in the register of departments.
QUESTIONS = {
    (Ref("tpr", "unit", "901030"), Ref("ptv", "channel", "490bf554-8b3c-582b-b58c-4a30bba79580")),
    (Ref("ptv", "service", "f5b3c513-24fa-5d2f-93c0-e49bf7f7218a"), Ref("palvelurekisteri", "description", "970203")),
    (Ref("ptv", "service", "75fb5367-1d00-5e74-906d-a2e113746b6a"), Ref("palvelurekisteri", "description", "970204")),
}


class Linked:
    """The demo records, linked kind by kind the way the pipeline does it, but in memory."""

    def __init__(self, records: dict[Ref, Record], copies: dict[Ref, Ref]) -> None:
        self.records, self._leader, self.features = records, {ref: ref for ref in records}, dict[Ref, Features]()
        self._by_key = {key_of(ref): ref for ref in reversed(records)}
        for copy, original in copies.items():
            self._join(copy, original)
        for kind in ("organisation", "place", "service", "activity"):
            self._link([ref for ref, record in records.items() if self._is_whole(record, kind)])

    def entity(self, ref: Ref | None) -> str:
        known = self._known(ref)
        return str(self._leader_of(known)) if known else ""

    def are_one(self, a: Ref, b: Ref) -> bool:
        return self._leader_of(a) == self._leader_of(b)

    def _is_whole(self, record: Record, kind: str) -> bool:
        return entity_kind(record) == kind and not getattr(record, "part_of", None)

    def _known(self, ref: Ref | None) -> Ref | None:
        return ref if ref is None or ref in self.records else self._by_key.get(key_of(ref))

    def _leader_of(self, ref: Ref) -> Ref:
        while self._leader[ref] != ref:
            ref = self._leader[ref]
        return ref

    def _join(self, a: Ref, b: Ref) -> None:
        self._leader[self._leader_of(a)] = self._leader_of(b)

    def _link(self, refs: list[Ref]) -> None:
        sessions = self._sessions_of_series()
        self.features |= {ref: self._features(ref, sessions[ref]) for ref in refs}
        blocks = defaultdict(list)
        for ref in refs:
            for key in block_keys(self.features[ref]):
                blocks[key].append(ref)
        for ref in refs:
            for other in {found for key in lookup_keys(self.features[ref]) for found in blocks[key]} - {ref}:
                if self.verdict(ref, other, blocks) == "same":
                    self._join(ref, other)

    def verdict(self, a: Ref, b: Ref, blocks: dict[str, list[Ref]] | None = None) -> str:
        def is_common(key: str) -> bool:
            users = (blocks or {}).get(key, [])
            entities = {(ref.source, self._leader_of(ref)) for ref in users}
            return len(entities) > len({source for source, _ in entities})

        return decide(self.features[a], self.features[b], common=is_common).verdict

    def _sessions_of_series(self) -> defaultdict[Ref, list[SessionRecord]]:
        found: defaultdict[Ref, list[SessionRecord]] = defaultdict(list)
        for record in self.records.values():
            if isinstance(record, ActivityRecord) and record.part_of:
                found[record.part_of] += record.sessions
        return found

    def _features(self, ref: Ref, sessions: list[SessionRecord]) -> Features:
        record = self.records[ref]
        place = getattr(record, "place", None)
        at = self._known(place)
        return features(
            record,
            source=ref.source,
            ref=ref,
            organisation=self.entity(self._body(getattr(record, "organisation", None))),
            place=self.entity(place),
            point=getattr(self.records[at], "point", None) if at else None,
            sessions=sessions,
        )

    def _body(self, ref: Ref | None) -> Ref | None:
        """The whole an organisation belongs to: services are compared within the city, not within a department."""
        known = self._known(ref)
        parent = getattr(self.records[known], "parent", None) if known else None
        return self._body(parent) if parent else known


@pytest.fixture(scope="module")
def linked(demo: Path) -> Linked:
    records: dict[Ref, Record] = {}
    copies: dict[Ref, Ref] = {}
    with ReplayServer(demo, now=lambda: NOW) as server:
        for source, paths in SOURCES:
            client = Client({name: server.url + path for name, path in paths.items()})
            for step in source.fetch(client, FetchRequest(now=NOW)):
                if isinstance(step, Delivered) and (record := (parsed := source.parse(step.kind, step.payload)).record):
                    ref = Ref(source.name, step.kind, str(step.external_id))
                    records[ref] = record
                    if parsed.upstream:
                        copies[ref] = parsed.upstream
            client.close()
    return Linked(records, {copy: original for copy, original in copies.items() if original in records})


def answers(demo: Path) -> Iterator[tuple[Ref, Ref, bool]]:
    for file in sorted(demo.glob("overlaps_*.json")):
        for pair in json.loads(file.read_text(encoding="utf-8")):
            yield _ref(*pair["a"]), _ref(*pair["b"]), pair["same"]


def _ref(source: str, kind: str, external_id: str | int) -> Ref:
    raw_kind = "organization" if (source, kind) == ("linkedevents", "organisation") else kind
    return Ref(source, raw_kind, str(external_id))


def test_things_the_demo_tells_twice_are_linked_or_asked_about(linked: Linked, demo: Path) -> None:
    pairs = [(a, b) for a, b, same in answers(demo) if same]

    apart = {(a, b): linked.verdict(a, b) for a, b in pairs if not linked.are_one(a, b)}

    asked = {pair for pair, verdict in apart.items() if verdict == "ask"}
    notices = {pair for pair, verdict in apart.items() if verdict == "same"}
    assert len(pairs) >= 25
    assert set(apart) == asked | notices
    assert asked == QUESTIONS
    assert all({linked.features[a].kind, linked.features[b].kind} == {"service", "activity"} for a, b in notices)


def test_things_of_the_demo_that_only_look_alike_stay_apart(linked: Linked, demo: Path) -> None:
    pairs = [(a, b) for a, b, same in answers(demo) if not same]

    wrong = [(a, b) for a, b in pairs if linked.are_one(a, b)]

    assert len(pairs) >= 25
    assert wrong == []
