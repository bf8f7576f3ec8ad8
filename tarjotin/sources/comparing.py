"""What a decision about sameness needs from the database, loaded for a whole batch at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from uuid import UUID

from tarjotin.catalogue.models import Organisation, Place
from tarjotin.catalogue.records import ActivityRecord, Record, Ref, SessionRecord
from tarjotin.common.bulk import insert
from tarjotin.common.distance import Point
from tarjotin.sources import references
from tarjotin.sources.features import Features, features
from tarjotin.sources.matching import block_keys, lookup_keys
from tarjotin.sources.models import Distinct, Link, MatchKey, Relation, SourceRecord
from tarjotin.sources.source import Parsed

# A notice of Lähellä.fi that was sent on to PTV is an activity here and a service there.
COMPARED_WITH: dict[str, tuple[str, ...]] = {"service": ("service", "activity"), "activity": ("activity", "service")}
HIGHEST_TREE = 8  # levels of departments


class Item(NamedTuple):
    """A record of a batch, and what its payload tells."""

    record: SourceRecord
    parsed: Parsed

    @property
    def about(self) -> Record:
        if self.parsed.record is None:
            raise ValueError(f"{self.record} tells nothing")
        return self.parsed.record

    @property
    def series(self) -> Ref | None:
        """The series this is a session of."""
        return self.about.part_of if isinstance(self.about, ActivityRecord) else None


@dataclass(slots=True)
class Known:
    """Features and entity of every record worth comparing with, where keys lead, and whom a person keeps apart."""

    features: dict[int, Features] = field(default_factory=dict)
    entity: dict[int, UUID] = field(default_factory=dict)
    members: dict[UUID, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_ref: dict[Ref, UUID] = field(default_factory=dict)
    apart: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, record_id: int, found: Features) -> None:
        self.features[record_id] = found
        for key in block_keys(found):
            if record_id not in self.by_key[key]:
                self.by_key[key].append(record_id)

    def join(self, record_id: int, entity_id: UUID) -> None:
        self.entity[record_id] = entity_id
        self.members[entity_id].append(record_id)

    def leave(self, record_id: int) -> None:
        """The record is no longer the same thing as any other."""
        entity_id = self.entity.pop(record_id, None)
        if entity_id in self.members and record_id in self.members[entity_id]:
            self.members[entity_id].remove(record_id)

    def is_common(self, key: str) -> bool:
        """A phone or domain that one source gives to several things says nothing about any of them."""
        sources: dict[str, set[UUID | int]] = defaultdict(set)
        for record_id in self.by_key.get(key, ()):
            sources[self.features[record_id].source].add(self.entity.get(record_id, record_id))
        return any(len(things) > 1 for things in sources.values())


def load(kind: str, found: Mapping[int, Features], linked: Mapping[int, UUID]) -> Known:
    """Everything that shares a key with the batch, with all other records of the same entities."""
    known = Known()
    kinds = COMPARED_WITH.get(kind, (kind,))
    keys = {key for own in found.values() for key in lookup_keys(own)}
    key_rows = list(MatchKey.objects.filter(kind__in=kinds, key__in=keys).values_list("key", "record_id"))
    ids = {record_id for _, record_id in key_rows} - found.keys()
    links = Link.objects.filter(entity__in=kinds, relation=Relation.SAME)
    entities = {*links.filter(record__in=ids).values_list("entity_id", flat=True), *linked.values()}
    for record_id, entity_id in links.filter(entity_id__in=entities).values_list("record_id", "entity_id"):
        known.join(record_id, entity_id)
    stored = SourceRecord.objects.filter(pk__in=(ids | known.entity.keys()) - found.keys(), features__isnull=False)
    for record_id, told in stored.values_list("pk", "features"):
        known.features[record_id] = Features.from_json(told or {})
    for record_id in found.keys() & known.entity.keys():
        known.add(record_id, found[record_id])
    for key, record_id in key_rows:
        if record_id in known.features and record_id not in known.by_key[key]:
            known.by_key[key].append(record_id)
    for entity_id, members in known.members.items():
        known.members[entity_id] = [member for member in members if member in known.features]
    known.apart = _kept_apart(known.features.keys() | found.keys())
    return known


def _kept_apart(ids: Collection[int]) -> dict[int, set[int]]:
    """Record → those of the others that a person keeps apart from it."""
    apart: dict[int, set[int]] = defaultdict(set)
    for a, b in Distinct.objects.filter(record_a__in=ids).values_list("record_a", "record_b"):
        apart[a].add(b)
        apart[b].add(a)
    return apart


def features_of(kind: str, items: Sequence[Item]) -> dict[int, Features]:
    """The features of a batch, with what its records cannot know: entities, points, a series' sessions."""
    refs = references.resolve({ref for item in items for ref in references.mentioned(item.about)})
    tops = _topmost(set(refs.values())) if kind in ("service", "activity") else {}
    points = _points(refs.values()) if kind == "activity" else {}
    sessions = _sessions_of_series(items)
    found = {}
    for item in items:
        organisation = refs.get(getattr(item.about, "organisation", None))  # type: ignore[arg-type]
        place = refs.get(getattr(item.about, "place", None))  # type: ignore[arg-type]
        found[item.record.pk] = features(
            item.about,
            source=item.record.source,
            organisation=str(tops.get(organisation, organisation) or "") if organisation else "",
            place=str(place or ""),
            ref=item.record.ref,
            point=points.get(place) if place else None,
            sessions=sessions.get(item.record.ref, ()),
        )
    return found


def _sessions_of_series(items: Sequence[Item]) -> dict[Ref, list[SessionRecord]]:
    found: dict[Ref, list[SessionRecord]] = defaultdict(list)
    for item in items:
        if item.series and isinstance(item.about, ActivityRecord):
            found[item.series] += item.about.sessions
    return found


def _topmost(ids: set[UUID]) -> dict[UUID, UUID]:
    """Organisation → the whole it belongs to: one register names departments, another the city."""
    parents: dict[UUID, UUID] = {}
    asking = ids
    for _ in range(HIGHEST_TREE):
        rows = Organisation.objects.filter(pk__in=asking, parent__isnull=False).values_list("pk", "parent")
        new = {pk: parent for pk, parent in rows if pk not in parents and parent}
        if not new:
            break
        parents |= new
        asking = set(new.values())
    return {pk: _top(pk, parents) for pk in ids}


def _top(pk: UUID, parents: Mapping[UUID, UUID]) -> UUID:
    for _ in range(HIGHEST_TREE):
        if pk not in parents:
            break
        pk = parents[pk]
    return pk


def _points(ids: Iterable[UUID]) -> dict[UUID, Point]:
    rows = Place.objects.filter(pk__in=set(ids), lat__isnull=False).values_list("pk", "lat", "lon")
    return {pk: Point(lat, lon) for pk, lat, lon in rows if lat is not None and lon is not None}


def keep_features(kind: str, found: Mapping[SourceRecord, Features]) -> None:
    """Set `record.features` where they changed, and write their keys. The caller writes the records themselves."""
    changed = [record for record, own in found.items() if record.features != own.to_json()]
    if not changed:
        return
    for record in changed:
        record.features = found[record].to_json()
    MatchKey.objects.filter(record__in=[record.pk for record in changed]).delete()
    insert(
        [
            MatchKey(record_id=record.pk, kind=kind, key=key[:160])
            for record in changed
            for key in dict.fromkeys(block_keys(found[record]))
        ]
    )


def with_times(own: Features, record: Record, sessions: Sequence[SessionRecord]) -> Features:
    """The features of a series once all its sessions are known."""
    told = features(record, source=own.source, sessions=sessions)
    return replace(own, times=told.times, starts=told.starts)
