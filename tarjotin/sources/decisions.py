"""What a person decides about sameness: merge, keep apart, split. Decisions survive every import."""

from __future__ import annotations

import math
import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Min

from tarjotin.catalogue.actions import pointing_at
from tarjotin.catalogue.models import ENTITY_MODELS, Status
from tarjotin.sources.linking import take_in
from tarjotin.sources.models import Candidate, CandidateState, Distinct, Link, Relation, SourceRecord, Todo
from tarjotin.sources.processing import reprocess

AT_ONCE = 500  # records processed while a person waits


class NotComparable(Exception):
    """The two records do not describe the same kind of thing, or one of them describes nothing yet."""


@transaction.atomic
def merge(*, record_a: SourceRecord, record_b: SourceRecord, by: str, now: datetime) -> UUID:
    """These two describe the same thing: the older entity takes the other in. Gives the entity that stays."""
    link_a, link_b = _link(record_a), _link(record_b)
    if link_a.entity != link_b.entity:
        raise NotComparable(f"{record_a} is a {link_a.entity}, {record_b} a {link_b.entity}")
    kept, dropped = _older_first(link_a.entity, link_a.entity_id, link_b.entity_id)
    moved = link_a if link_a.entity_id == dropped else link_b
    if kept != dropped:
        cause = f"{record_a} and {record_b} are the same"
        take_in(link_a.entity, kept=kept, dropped=dropped, now=now, actor=by, cause=cause)
    Link.objects.filter(pk=moved.pk).update(
        decided_by=by, rule="person", evidence=f"merged by {by} on {now:%Y-%m-%d}", decided_at=now
    )
    Distinct.objects.filter(**_pair(record_a, record_b)).delete()
    _settle(record_a, record_b, CandidateState.SAME)
    publish_anew(link_a.entity, [kept], now)
    return kept


@transaction.atomic
def keep_apart(*, record_a: SourceRecord, record_b: SourceRecord, by: str, reason: str, now: datetime) -> None:
    """These two are not the same, for ever. If they were one entity, the younger record gets its own again."""
    _set_apart(record_a, record_b, by=by, reason=reason, now=now)
    _settle(record_a, record_b, CandidateState.DISTINCT)
    link_a = Link.objects.filter(record=record_a, relation=Relation.SAME).first()
    link_b = Link.objects.filter(record=record_b, relation=Relation.SAME).first()
    if link_a and link_b and link_a.entity_id == link_b.entity_id:
        split(record=max(record_a, record_b, key=lambda record: record.pk), by=by, reason=reason, now=now)


@transaction.atomic
def split(*, record: SourceRecord, by: str, reason: str, now: datetime) -> UUID:
    """This record describes something else than the rest of its entity. Both are restored from their records.

    The record goes back to the entity it had before a merge, or to a new one. What was a copy of it goes along.
    Gives the record's entity.
    """
    link = _link(record)
    rest = list(
        SourceRecord.objects.filter(
            links__entity=link.entity, links__entity_id=link.entity_id, links__relation=Relation.SAME
        ).exclude(pk=record.pk)
    )
    along = [other for other in rest if _leads_to(other, record)]
    stays = [other for other in rest if other not in along]
    if not stays:
        return link.entity_id
    moving, left_behind = [record, *along], link.entity_id
    own = _former_entity([link])
    if own is None and (own := _former_entity(_links(stays, link.entity))):
        moving = stays  # the others were taken in: they go back, and this record stays where it always was
    own = own or uuid.uuid4()
    Link.objects.filter(record__in=moving, entity=link.entity, entity_id=left_behind).update(
        entity_id=own,
        previous_id=None,
        decided_by=by,
        rule="person",
        evidence=f"split off by {by} on {now:%Y-%m-%d}: {reason}"[:400],
        decided_at=now,
    )
    for other in stays:
        _set_apart(record, other, by=by, reason=reason, now=now)
        _settle(record, other, CandidateState.DISTINCT)
    publish_anew(link.entity, [left_behind, own], now)
    return _link(record).entity_id


def _links(records: list[SourceRecord], kind: str) -> list[Link]:
    return list(Link.objects.filter(record__in=records, entity=kind, relation=Relation.SAME))


def _former_entity(links: list[Link]) -> UUID | None:
    """The one entity these were before a merge, if nobody has it now."""
    former = {link.previous_id for link in links}
    found = former.pop() if len(former) == 1 else None
    if found is None:
        return None
    taken = Link.objects.filter(entity=links[0].entity, entity_id=found).exists()
    return None if taken else found


def _leads_to(other: SourceRecord, record: SourceRecord) -> bool:
    """The other is an edit of this record: what people say about a record belongs to the record."""
    return other.source == "edits" and other.upstream == str(record.ref)


def _link(record: SourceRecord) -> Link:
    link = Link.objects.filter(record=record, relation=Relation.SAME).first()
    if link is None:
        raise NotComparable(f"{record} describes nothing that is shown")
    return link


def _older_first(kind: str, a: UUID, b: UUID) -> tuple[UUID, UUID]:
    rows = {row.pk: row for row in ENTITY_MODELS[kind]._default_manager.filter(pk__in=[a, b])}
    first_record = {
        entity_id: Link.objects.filter(entity=kind, entity_id=entity_id).aggregate(first=Min("record"))["first"]
        for entity_id in (a, b)
    }

    def age(entity_id: UUID) -> tuple[bool, float, int]:
        row = rows.get(entity_id)
        is_shown = row is not None and row.status == Status.PUBLISHED
        return (not is_shown, row.created_at.timestamp() if row else math.inf, first_record[entity_id])

    kept = min(a, b, key=age)
    return kept, (b if kept == a else a)


def _pair(record_a: SourceRecord, record_b: SourceRecord) -> dict[str, Any]:
    low, high = sorted((record_a.pk, record_b.pk))
    return {"record_a_id": low, "record_b_id": high}


def _set_apart(record_a: SourceRecord, record_b: SourceRecord, *, by: str, reason: str, now: datetime) -> None:
    facts = {"decided_by": by, "reason": reason[:300], "decided_at": now}
    Distinct.objects.update_or_create(defaults=facts, **_pair(record_a, record_b))


def _settle(record_a: SourceRecord, record_b: SourceRecord, state: str) -> None:
    Candidate.objects.filter(**_pair(record_a, record_b)).update(state=state)


def publish_anew(kind: str, entities: list[UUID], now: datetime) -> None:
    """Merge and publish these entities anew from their records, and what names them as its organiser or place."""
    records = _records_of(kind, entities)
    reprocess(_to_do(records), now=now, in_use_only=True)
    for other, ids in pointing_at(kind, entities).items():
        pointing = _records_of(other, ids)
        SourceRecord.objects.filter(pk__in=[record.pk for record in pointing], todo="").update(todo=Todo.AGAIN)
        if len(pointing) <= AT_ONCE:
            reprocess(_to_do(pointing), now=now, in_use_only=True)  # else the nightly round does it


def _records_of(kind: str, entities: Collection[UUID]) -> list[SourceRecord]:
    return list(SourceRecord.objects.filter(links__entity=kind, links__entity_id__in=entities).distinct())


def _to_do(records: list[SourceRecord]) -> list[SourceRecord]:
    for record in records:
        record.todo = record.todo or Todo.AGAIN
    return records
