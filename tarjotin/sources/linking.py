"""Which entity a record describes: earlier decisions, then copies by id, then strong keys and explained likeness.

The rules themselves are in `matching.py`; here is what they need from the database, a batch at a time.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from tarjotin.catalogue import actions as catalogue
from tarjotin.catalogue.models import ENTITY_MODELS, Place
from tarjotin.catalogue.records import ActivityRecord, Record, Ref
from tarjotin.common.distance import Point
from tarjotin.sources import references
from tarjotin.sources.features import Features, features
from tarjotin.sources.matching import Decision, block_keys, decide, lookup_keys
from tarjotin.sources.models import Candidate, Distinct, Link, MatchKey, Relation, SourceRecord
from tarjotin.sources.source import Parsed

LARGEST_BLOCK = 200
RULE_ACTOR = "rule"


class Item(NamedTuple):
    record: SourceRecord
    parsed: Parsed

    @property
    def about(self) -> Record:
        assert self.parsed.record is not None  # noqa: S101  the caller sorts out the rejected ones
        return self.parsed.record


@dataclass(slots=True)
class Linked:
    """The entity of each record, records that could not be linked yet (with why), and blocks too large to compare."""

    entities: dict[int, UUID] = field(default_factory=dict)
    waiting: dict[int, str] = field(default_factory=dict)
    merged: set[UUID] = field(default_factory=set)  # entities that took others in
    oversized: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _Known:
    """What the batch already knows: features and entity of records, and where keys lead."""

    features: dict[int, Features] = field(default_factory=dict)
    entity: dict[int, UUID] = field(default_factory=dict)
    by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_ref: dict[Ref, UUID] = field(default_factory=dict)  # copies and series, by the source's own reference
    apart: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    members: dict[UUID, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, record_id: int, found: Features, keys: Iterable[str]) -> None:
        self.features[record_id] = found
        for key in keys:
            if record_id not in self.by_key[key]:
                self.by_key[key].append(record_id)

    def join(self, record_id: int, entity_id: UUID) -> None:
        self.entity[record_id] = entity_id
        self.members[entity_id].append(record_id)


def link(kind: str, items: Sequence[Item], *, now: datetime) -> Linked:
    """Link each record of a batch to an entity of this kind, old or new. Writes links, features and the queue."""
    result = Linked()
    earlier = {row.record_id: row for row in Link.objects.filter(record__in=[item.record.pk for item in items])}
    for record_id, row in earlier.items():
        result.entities[record_id] = row.entity_id
    found = _features(kind, items)
    known = _known(kind, found, result)
    known.by_ref = _by_ref(kind, items, result)
    links = []
    for item in sorted(items, key=_series_first):
        record_id = item.record.pk
        if record_id in earlier:
            continue
        row = _by_reference(item, known, result, now, kind) or _by_likeness(item, kind, found, known, result, now)
        if row:
            links.append(row)
            result.entities[record_id] = known.by_ref[item.record.ref] = row.entity_id
            known.join(record_id, row.entity_id)
    Link.objects.bulk_create(links)
    _keep_features(kind, items, found)
    return result


def _series_first(item: Item) -> tuple[bool, int]:
    """A session's record after the record of its series; copies after what they were copied from."""
    part_of = isinstance(item.about, ActivityRecord) and item.about.part_of is not None
    return (part_of or item.parsed.upstream is not None, item.record.pk)


# --- By reference: the source itself says what a record is a copy or a part of ----------------------------------------


def _by_reference(item: Item, known: _Known, result: Linked, now: datetime, kind: str) -> Link | None:
    record, about = item.record, item.about
    part_of = about.part_of if isinstance(about, ActivityRecord) else None
    if part_of and (entity_id := known.by_ref.get(part_of)):
        return _link(item, kind, entity_id, "series", f"a session of {part_of}", now, relation=Relation.PART_OF)
    if part_of:
        record.missing.append(str(part_of))
    upstream = item.parsed.upstream
    if upstream and (entity_id := known.by_ref.get(upstream)):
        return _link(item, kind, entity_id, "copy", f"a copy of {upstream}", now)
    if upstream and record.source == "edits":
        record.missing.append(str(upstream))
        result.waiting[record.pk] = f"what it is about is not here: {upstream}"
    return None


def _by_ref(kind: str, items: Sequence[Item], result: Linked) -> dict[Ref, UUID]:
    """Where the references of the batch lead, and the batch's own records that were linked before."""
    refs = {item.parsed.upstream for item in items}
    refs |= {item.about.part_of for item in items if isinstance(item.about, ActivityRecord)}
    own = {item.record.ref: result.entities[item.record.pk] for item in items if item.record.pk in result.entities}
    return references.resolve({ref for ref in refs if ref}, kind=kind) | own


# --- By likeness ------------------------------------------------------------------------------------------------------


def _by_likeness(
    item: Item, kind: str, found: dict[int, Features], known: _Known, result: Linked, now: datetime
) -> Link | None:
    record_id = item.record.pk
    if record_id in result.waiting:
        return None
    own = found[record_id]
    same: list[tuple[Decision, int]] = []
    asks: list[tuple[Decision, int]] = []
    if not own.parent or kind != "activity":
        for other in _others(record_id, own, known, result):
            decision = decide(own, known.features[other], common=lambda key: _is_common(key, known))
            (same if decision.verdict == "same" else asks if decision.verdict == "ask" else []).append(
                (decision, other)
            )
    same = [(decision, other) for decision, other in same if _agrees_with_all(own, other, known)]
    known.add(record_id, own, block_keys(own))
    _queue(kind, record_id, asks, now)
    if not same:
        return _link(item, kind, uuid.uuid4(), "first", "the first record of this thing", now)
    decision, _ = max(same, key=lambda pair: (pair[0].score, -pair[1]))
    entity_id = _one_entity(kind, {known.entity[other] for _, other in same}, known, result, now)
    return _link(item, kind, entity_id, decision.rule, decision.evidence, now)


def _others(record_id: int, own: Features, known: _Known, result: Linked) -> list[int]:
    """Records worth comparing: those that share a key, are linked, and were not kept apart by a person."""
    others: dict[int, None] = {}
    for key in lookup_keys(own):
        block = known.by_key.get(key, ())
        if len(block) > LARGEST_BLOCK:
            result.oversized[key] = len(block)
            continue
        others.update(dict.fromkeys(block))
    apart = known.apart.get(record_id, set())
    return [other for other in others if other != record_id and other in known.entity and other not in apart]


def _kept_apart(ids: Iterable[int]) -> dict[int, set[int]]:
    """Record → the records a person keeps apart from it."""
    ids = set(ids)
    apart: dict[int, set[int]] = defaultdict(set)
    pairs = Distinct.objects.filter(Q(record_a__in=ids) | Q(record_b__in=ids)).values_list("record_a", "record_b")
    for a, b in pairs:
        apart[a].add(b)
        apart[b].add(a)
    return apart


def _agrees_with_all(own: Features, other: int, known: _Known) -> bool:
    """No member of the other's entity may be known to differ: likeness must not chain two groups into one."""
    members = known.members[known.entity[other]]
    decisions = (decide(own, known.features[m], common=lambda key: _is_common(key, known)) for m in members)
    return all(decision.verdict != "different" or decision.rule == "unlike" for decision in decisions)


def _is_common(key: str, known: _Known) -> bool:
    """A phone or domain that one source gives to several things says nothing about any of them."""
    sources: dict[str, set[UUID | int]] = defaultdict(set)
    for record_id in known.by_key.get(key, ()):
        sources[known.features[record_id].source].add(known.entity.get(record_id, record_id))
    return any(len(things) > 1 for things in sources.values())


def _one_entity(kind: str, entities: set[UUID], known: _Known, result: Linked, now: datetime) -> UUID:
    """Of several entities that turn out to be one, the oldest stays and takes the others in."""
    if len(entities) == 1:
        return next(iter(entities))
    ages = dict(ENTITY_MODELS[kind]._default_manager.filter(pk__in=entities).values_list("pk", "created_at"))
    kept, *dropped = sorted(entities, key=lambda pk: (ages.get(pk, now), min(known.members[pk])))
    for other in dropped:
        take_in(kind, kept=kept, dropped=other, now=now, actor=RULE_ACTOR, cause="one record describes both")
        for record_id in known.members.pop(other, []):
            known.join(record_id, kept)
            result.entities[record_id] = kept
    result.merged.add(kept)
    return kept


def take_in(kind: str, *, kept: UUID, dropped: UUID, now: datetime, actor: str, cause: str) -> None:
    """Move every link of one entity to another, remembering where each was."""
    Link.objects.filter(entity=kind, entity_id=dropped, previous_id__isnull=True).update(previous_id=dropped)
    Link.objects.filter(entity=kind, entity_id=dropped).update(entity_id=kept)
    catalogue.merge_into(kind, kept=kept, dropped=dropped, now=now, actor=actor, cause=cause)


def _link(
    item: Item, kind: str, entity_id: UUID, rule: str, evidence: str, now: datetime, relation: str = Relation.SAME
) -> Link:
    return Link(
        record=item.record,
        entity=kind,
        entity_id=entity_id,
        relation=relation,
        decided_by=RULE_ACTOR,
        rule=rule,
        evidence=evidence[:400],
        decided_at=now,
    )


def _queue(kind: str, record_id: int, asks: Sequence[tuple[Decision, int]], now: datetime) -> None:
    """Pairs for a person to look at; a pair asked once is not asked again."""
    rows = [
        Candidate(
            record_a_id=min(record_id, other),
            record_b_id=max(record_id, other),
            kind=kind,
            score=decision.score,
            rule=decision.rule,
            evidence=decision.evidence[:400],
            created_at=now,
        )
        for decision, other in asks
    ]
    if rows:
        Candidate.objects.bulk_create(rows, ignore_conflicts=True)


# --- What the rules need from the database ----------------------------------------------------------------------------


def _features(kind: str, items: Sequence[Item]) -> dict[int, Features]:
    refs = references.resolve({ref for item in items for ref in references.mentioned(item.about)})
    points = _points(refs.values()) if kind == "activity" else {}
    found = {}
    for item in items:
        organisation = refs.get(getattr(item.about, "organisation", None))  # type: ignore[arg-type]
        place = refs.get(getattr(item.about, "place", None))  # type: ignore[arg-type]
        found[item.record.pk] = features(
            item.about,
            source=item.record.source,
            organisation=str(organisation or ""),
            place=str(place or ""),
            ref=item.record.ref,
            point=points.get(place) if place else None,
        )
    return found


def _points(ids: Iterable[UUID]) -> dict[UUID, Point]:
    rows = Place.objects.filter(pk__in=set(ids), lat__isnull=False).values_list("pk", "lat", "lon")
    return {pk: Point(lat, lon) for pk, lat, lon in rows if lat is not None and lon is not None}


def _known(kind: str, found: dict[int, Features], result: Linked) -> _Known:
    """Everything that shares a key with the batch, and all other records of the same entities."""
    known = _Known(apart=_kept_apart(found))
    keys = {key for own in found.values() for key in lookup_keys(own)}
    key_rows = list(MatchKey.objects.filter(kind=kind, key__in=keys).values_list("key", "record_id"))
    ids = {record_id for _, record_id in key_rows} - found.keys()
    links = Link.objects.filter(entity=kind, relation=Relation.SAME)
    entities = set(links.filter(record__in=ids).values_list("entity_id", flat=True)) | set(result.entities.values())
    for record_id, entity_id in links.filter(entity_id__in=entities).values_list("record_id", "entity_id"):
        known.join(record_id, entity_id)
    stored = SourceRecord.objects.filter(pk__in=(ids | known.entity.keys()) - found.keys(), features__isnull=False)
    for record_id, told in stored.values_list("pk", "features"):
        known.features[record_id] = Features.from_json(told)
    for record_id, own in found.items():
        if record_id in known.entity:
            known.add(record_id, own, block_keys(own))
    for key, record_id in key_rows:
        if record_id in known.features and record_id not in known.by_key[key]:
            known.by_key[key].append(record_id)
    for entity_id, members in known.members.items():
        known.members[entity_id] = [member for member in members if member in known.features]
    return known


def _keep_features(kind: str, items: Sequence[Item], found: dict[int, Features]) -> None:
    changed = [item.record for item in items if item.record.features != found[item.record.pk].to_json()]
    if not changed:
        return
    for record in changed:
        record.features = found[record.pk].to_json()
    ids = [record.pk for record in changed]
    MatchKey.objects.filter(record__in=ids).delete()
    MatchKey.objects.bulk_create(
        MatchKey(record_id=record_id, kind=kind, key=key[:160])
        for record_id in ids
        for key in dict.fromkeys(block_keys(found[record_id]))
    )
