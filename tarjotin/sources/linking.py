"""Which entity a record describes: earlier decisions, then copies by id, then strong keys and explained likeness.

The rules themselves are in `matching.py`; what they need from the database is in `comparing.py`.
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from tarjotin.catalogue import actions as catalogue
from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.catalogue.records import Ref
from tarjotin.common.bulk import insert
from tarjotin.sources import references, review_queue
from tarjotin.sources.comparing import Item, features_of, keep_features, load
from tarjotin.sources.decision import UNLIKE
from tarjotin.sources.features import Features
from tarjotin.sources.matching import Decision, decide, lookup_keys
from tarjotin.sources.models import Link, Relation
from tarjotin.sources.review_queue import Doubt

LARGEST_BLOCK = 200
RULE_ACTOR = "rule"


@dataclass(slots=True)
class Linked:
    """The entity of each record; records that could not be linked (with why); entities that changed besides these,
    by kind; and blocks too large to compare."""

    entities: dict[int, UUID] = field(default_factory=dict)
    waiting: dict[int, str] = field(default_factory=dict)
    mentions: dict[int, str] = field(default_factory=dict)  # records that repeat a thing of another kind, with why
    touched: dict[str, set[UUID]] = field(default_factory=dict)
    oversized: Counter[str] = field(default_factory=Counter)

    def touch(self, kind: str, entity_id: UUID) -> None:
        self.touched.setdefault(kind, set()).add(entity_id)


def link(kind: str, items: Sequence[Item], *, now: datetime) -> Linked:
    """Link each record of a batch to an entity of this kind, old or new. Writes links, features and the queue."""
    batch = _Batch(kind, items, now)
    for item in sorted(items, key=_series_first):
        if item.record.pk not in batch.settled:
            batch.settle(item)
        elif item.series:
            batch.join_series(item, item.series)
    insert(batch.links)
    review_queue.ask(kind, batch.doubts, batch.known.entity, now)
    batch.mention()
    keep_features(kind, {item.record: batch.found[item.record.pk] for item in items})
    return batch.result


def _series_first(item: Item) -> tuple[bool, int]:
    """A session's record after the record of its series; copies after what they were copied from."""
    return (item.series is not None or item.parsed.upstream is not None, item.record.pk)


class _Batch:
    """One batch being linked: what is known, what was found so far."""

    def __init__(self, kind: str, items: Sequence[Item], now: datetime) -> None:
        self.kind, self.now, self.result = kind, now, Linked()
        self.links: list[Link] = []
        self.doubts: list[Doubt] = []
        self.copies: list[tuple[int, int, Decision]] = []  # service record, activity record
        rows = Link.objects.filter(record__in=[item.record.pk for item in items])
        self.settled = {row.record_id: row for row in rows}
        for record_id, row in self.settled.items():
            if row.relation == Relation.MENTIONS:
                self.result.mentions[record_id] = f"the same thing by {row.rule}: {row.evidence}"
            else:
                self.result.entities[record_id] = row.entity_id
        self.found = features_of(kind, items)
        self.known = load(kind, self.found, self.result.entities)
        self.known.by_ref = self._by_ref(items)

    def _by_ref(self, items: Sequence[Item]) -> dict[Ref, UUID]:
        """Where the references of the batch lead, and the batch's own records that were linked before."""
        refs = {item.parsed.upstream for item in items} | {item.series for item in items}
        entities = self.result.entities
        own = {item.record.ref: entities[item.record.pk] for item in items if item.record.pk in entities}
        return references.resolve({ref for ref in refs if ref}, kind=self.kind) | own

    def settle(self, item: Item) -> None:
        record_id = item.record.pk
        row = self._by_reference(item)
        if row is None and record_id not in self.result.waiting:
            row = self._by_likeness(item)
        if row is not None:
            self.links.append(row)
            self.result.entities[record_id] = self.known.by_ref[item.record.ref] = row.entity_id
            if row.relation == Relation.SAME:
                self.known.join(record_id, row.entity_id)

    def join_series(self, item: Item, series: Ref) -> None:
        """What stood for itself is a session of a series now, or its series has come at last."""
        record, row = item.record, self.settled[item.record.pk]
        entity_id = self.known.by_ref.get(series)
        if entity_id is None:
            record.missing.append(str(series))
        elif row.relation == Relation.SAME and row.decided_by == RULE_ACTOR and row.entity_id != entity_id:
            self.known.leave(record.pk)
            self.result.touch(self.kind, row.entity_id)
            row.previous_id, row.entity_id, row.relation = row.entity_id, entity_id, Relation.PART_OF
            row.rule, row.evidence, row.decided_at = "series", f"a session of {series}"[:400], self.now
            row.save()
            self.result.entities[record.pk] = self.known.by_ref[record.ref] = entity_id

    def _by_reference(self, item: Item) -> Link | None:
        """The source itself says what a record is a copy or a part of."""
        record, upstream = item.record, item.parsed.upstream
        if item.series and (entity_id := self.known.by_ref.get(item.series)):
            return self._link(item, entity_id, "series", f"a session of {item.series}", Relation.PART_OF)
        if item.series:
            record.missing.append(str(item.series))
        if upstream and (entity_id := self.known.by_ref.get(upstream)):
            return self._link(item, entity_id, "copy", f"a copy of {upstream}")
        if upstream and record.source == "edits":
            record.missing.append(str(upstream))
            self.result.waiting[record.pk] = f"what it is about is not here: {upstream}"
        return None

    def _by_likeness(self, item: Item) -> Link:
        record_id, own = item.record.pk, self.found[item.record.pk]
        self.known.features[record_id] = own
        same: list[tuple[Decision, int]] = []
        for other in self._others(record_id, own):
            decision = decide(own, self.known.features[other], common=self.known.is_common)
            if decision.verdict == "ask":
                self.doubts.append(Doubt(record_id, other, decision))
            elif decision.verdict == "same" and self.known.features[other].kind != self.kind:
                self.copies.append((*self._service_first(record_id, other), decision))
            elif decision.verdict == "same" and self._may_join([record_id], self.known.entity[other]):
                same.append((decision, other))
        self.known.add(record_id, own)
        if not same:
            return self._link(item, uuid.uuid4(), "first", "the first record of this thing")
        same.sort(key=lambda pair: (-pair[0].score, pair[1]))
        entity_id = self._one_entity(self._that_agree([self.known.entity[other] for _, other in same]))
        return self._link(item, entity_id, same[0][0].rule, same[0][0].evidence)

    def _others(self, record_id: int, own: Features) -> list[int]:
        """Records worth comparing: those that share a key, are linked, and were not kept apart by a person."""
        others: dict[int, None] = {}
        for key in lookup_keys(own):
            block = self.known.by_key.get(key, ())
            if len(block) > LARGEST_BLOCK:
                self.result.oversized[key] = len(block)
                continue
            others.update(dict.fromkeys(block))
        apart = self.known.apart.get(record_id, set())
        return [other for other in others if other != record_id and other in self.known.entity and other not in apart]

    def _may_join(self, records: Sequence[int], entity_id: UUID) -> bool:
        """No member of the entity may be known to differ: likeness must not chain two groups into one."""
        return all(self._may_be_one(one, member) for one in records for member in self.known.members[entity_id])

    def _may_be_one(self, one: int, other: int) -> bool:
        """No person keeps the two apart, and no rule; that little speaks for it keeps nothing apart."""
        if other in self.known.apart.get(one, ()):
            return False
        decision = decide(self.known.features[one], self.known.features[other], common=self.known.is_common)
        return decision.verdict != "different" or decision.rule == UNLIKE

    def _that_agree(self, entities: Sequence[UUID]) -> set[UUID]:
        """The first of these entities, with those of the others that may be one with all before them."""
        found: dict[UUID, None] = {}
        for entity_id in entities:
            if all(self._may_join(self.known.members[entity_id], other) for other in found):
                found[entity_id] = None
        return set(found)

    def _one_entity(self, entities: set[UUID]) -> UUID:
        """Of several entities that turn out to be one, the oldest stays and takes the others in."""
        if len(entities) == 1:
            return next(iter(entities))
        rows = ENTITY_MODELS[self.kind]._default_manager.filter(pk__in=entities)
        ages = dict(rows.values_list("pk", "created_at"))
        kept, *dropped = sorted(entities, key=lambda pk: (ages.get(pk, self.now), min(self.known.members[pk])))
        for other in dropped:
            cause = "one record describes both"
            take_in(self.kind, kept=kept, dropped=other, now=self.now, actor=RULE_ACTOR, cause=cause)
            for row in self.links:
                if row.entity_id == other:
                    row.entity_id, row.previous_id = kept, other
            for record_id in self.known.members.pop(other, []):
                self.known.join(record_id, kept)
            self._redirect(self.result.entities, other, kept)
            self._redirect(self.known.by_ref, other, kept)
        self.result.touch(self.kind, kept)
        return kept

    @staticmethod
    def _redirect(leading: dict[Any, UUID], dropped: UUID, kept: UUID) -> None:
        leading.update({key: kept for key, entity in leading.items() if entity == dropped})

    def _service_first(self, record_id: int, other: int) -> tuple[int, int]:
        return (record_id, other) if self.kind == "service" else (other, record_id)

    def mention(self) -> None:
        """A service that repeats an activity is not shown beside it: its record only mentions the activity."""
        for service_record, activity_record, decision in self.copies:
            activity = self.known.entity.get(activity_record)
            row = Link.objects.filter(record=service_record, relation=Relation.SAME, entity="service").first()
            if activity is None or row is None:
                continue
            self.result.touch("service", row.entity_id)
            row.entity, row.previous_id, row.entity_id = "activity", row.entity_id, activity
            row.relation, row.rule, row.evidence = Relation.MENTIONS, decision.rule, decision.evidence[:400]
            row.save()
            self.result.entities.pop(service_record, None)
            self.result.mentions[service_record] = f"the same thing by {row.rule}: {row.evidence}"

    def _link(self, item: Item, entity_id: UUID, rule: str, evidence: str, relation: str = Relation.SAME) -> Link:
        return Link(
            record=item.record,
            entity=self.kind,
            entity_id=entity_id,
            relation=relation,
            decided_by=RULE_ACTOR,
            rule=rule,
            evidence=evidence[:400],
            decided_at=self.now,
        )


def take_in(kind: str, *, kept: UUID, dropped: UUID, now: datetime, actor: str, cause: str) -> None:
    """Move every link of one entity to another, remembering where each was."""
    Link.objects.filter(entity=kind, entity_id=dropped, previous_id__isnull=True).update(previous_id=dropped)
    Link.objects.filter(entity=kind, entity_id=dropped).update(entity_id=kept)
    catalogue.merge_into(kind, kept=kept, dropped=dropped, now=now, actor=actor, cause=cause)
