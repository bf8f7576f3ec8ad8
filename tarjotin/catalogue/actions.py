"""What changes the catalogue: publish, withdraw, merge, expire. Each leaves history and a word for the index."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models import Q

from tarjotin.catalogue import slugs
from tarjotin.catalogue.encoding import encode
from tarjotin.catalogue.models import (
    ENTITY_MODELS,
    Activity,
    Change,
    Concept,
    Entity,
    Revision,
    Schedule,
    ServicePlace,
    Session,
    Status,
    Tag,
    WithdrawnReason,
)
from tarjotin.catalogue.models.session import SessionState
from tarjotin.catalogue.records import ActivityRecord, Record, TagRecord, TopicRecord
from tarjotin.catalogue.rows import OWNED, WITH_HOURS, Refs, fill, hours_row, written_columns
from tarjotin.catalogue.sessions import write_sessions
from tarjotin.catalogue.topics import write_topics
from tarjotin.common.bulk import insert, upsert

CAUSE_LENGTH = Revision._meta.get_field("cause").max_length  # PostgreSQL refuses a longer text


@dataclass(frozen=True, slots=True)
class Publication:
    """One merged record ready to be shown: which entity it is, where its values come from, what it is about."""

    entity_id: UUID
    record: Record
    source: str
    origins: Mapping[str, Any] = field(default_factory=dict)
    refs: Refs = field(default_factory=dict)
    tags: tuple[TagRecord, ...] = ()


@dataclass(frozen=True, slots=True)
class Tagging:
    """How an entity's topics are told; asked only of what is written. Another `version` may tell others."""

    version: str
    topics: Callable[[Publication], Sequence[TopicRecord]]


@dataclass(slots=True)
class Published:
    """The entities a call created, changed, and found as they were."""

    created: list[UUID] = field(default_factory=list)
    changed: list[UUID] = field(default_factory=list)
    unchanged: list[UUID] = field(default_factory=list)

    @property
    def written(self) -> list[UUID]:
        return self.created + self.changed


@transaction.atomic
def publish(
    kind: str,
    publications: Sequence[Publication],
    *,
    now: datetime,
    actor: str,
    cause: str,
    tagging: Tagging | None = None,
) -> Published:
    """Bring the entities of one kind up to these records; what is already so is not touched."""
    model = ENTITY_MODELS[kind]
    existing: dict[UUID, Entity] = model._default_manager.in_bulk([p.entity_id for p in publications])
    result, writing, revisions = Published(), [], []
    for publication in publications:
        content = _content(publication)
        old = existing.get(publication.entity_id)
        if old and old.status == Status.PUBLISHED and old.content == content:
            result.unchanged.append(old.pk)
            continue
        entity = old or model(id=publication.entity_id, created_at=now, version=0)
        revisions.append(_revision(kind, entity, content, now=now, actor=actor, cause=cause))
        _bring_up(entity, kind, publication, content, now)
        writing.append((entity, publication))
        (result.changed if old else result.created).append(entity.pk)
    if writing:
        _write(kind, writing, now)
        if tagging and kind != "organisation":
            write_topics(kind, {p.entity_id: tagging.topics(p) for _, p in writing}, version=tagging.version)
        insert(revisions)
        note_change(kind, result.written, now)
    return result


def _content(publication: Publication) -> dict[str, Any]:
    """What is published, as JSON: the same content means nothing to write."""
    refs = {str(ref): str(found) for ref, found in sorted(publication.refs.items(), key=lambda pair: str(pair[0]))}
    content: dict[str, Any] = encode(publication.record)
    content["_source"] = publication.source
    if refs:
        content["_refs"] = refs
    if publication.tags:
        content["_tags"] = [encode(tag) for tag in publication.tags]
    return content


def _revision(kind: str, entity: Entity, content: dict[str, Any], *, now: datetime, actor: str, cause: str) -> Revision:
    old = entity.content or {}
    names = [name for name in sorted(old.keys() | content.keys()) if old.get(name) != content.get(name)]
    changes = {name: [old.get(name), content.get(name)] for name in names} if entity.version else {}
    if entity.version and entity.status != Status.PUBLISHED:
        changes["status"] = [entity.status, Status.PUBLISHED]
    return Revision(
        entity=kind,
        entity_id=entity.id,
        version=entity.version + 1,
        changed_at=now,
        actor=actor,
        cause=cause,
        changes=changes,
    )


def _bring_up(entity: Entity, kind: str, publication: Publication, content: dict[str, Any], now: datetime) -> None:
    fill(entity, kind, publication.record, publication.refs)
    entity.status = Status.PUBLISHED
    entity.withdrawn_at, entity.withdrawn_reason, entity.replaced_by = None, "", None
    entity.source = publication.source
    entity.origins = dict(publication.origins)
    entity.content = content
    entity.version += 1
    entity.modified_at = now


def _write(kind: str, writing: Sequence[tuple[Entity, Publication]], now: datetime) -> None:
    entities = [entity for entity, _ in writing]
    slugs.assign(kind, entities)
    upsert(entities, unique=["id"], update=written_columns(kind))
    for owned in OWNED[kind]:
        rows = [(e.pk, row) for e, p in writing for row in owned.build(p.record, p.refs)]
        _replace(owned.model, owned.owner, entities, rows)
    if kind != "organisation":
        _replace_tags(kind, writing)
    if kind == "activity":
        write_sessions([(e.pk, p.record, p.refs) for e, p in writing if isinstance(p.record, ActivityRecord)], now=now)


def _replace(
    model: type[models.Model], owner: str, entities: Sequence[Entity], rows: Sequence[tuple[UUID, models.Model]]
) -> None:
    ids = [entity.pk for entity in entities if entity.version > 1]  # a new entity has no rows yet
    if ids:
        model._default_manager.filter(**{f"{owner}__in": ids}).delete()
    for owner_id, row in rows:
        setattr(row, f"{owner}_id", owner_id)
    if key := WITH_HOURS.get(model):
        hours = []
        written = model._default_manager.bulk_create([row for _, row in rows])  # the hours need their keys
        for row in written:
            for told in getattr(row, "told_hours"):  # noqa: B009
                line = hours_row(told)
                setattr(line, f"{key}_id", row.pk)
                hours.append(line)
        insert(hours)
    else:
        insert([row for _, row in rows])


def _replace_tags(kind: str, writing: Sequence[tuple[Entity, Publication]]) -> None:
    concepts = _concept_ids({(tag.scheme, tag.code) for _, p in writing for tag in p.tags})
    rows = [
        (
            entity.pk,
            Tag(
                concept_id=concepts[tag.scheme, tag.code],
                by=tag.by,
                reason=tag.reason[:300],
                confidence=tag.confidence,
                main=tag.main,
            ),
        )
        for entity, publication in writing
        for tag in publication.tags
    ]
    _replace(Tag, kind, [entity for entity, _ in writing], rows)


def _concept_ids(keys: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    if not keys:
        return {}
    rows = Concept.objects.filter(scheme__in={scheme for scheme, _ in keys}, code__in={code for _, code in keys})
    return {(scheme, code): pk for scheme, code, pk in rows.values_list("scheme", "code", "pk")}


def note_change(kind: str, ids: Iterable[UUID], now: datetime) -> None:
    """Leave word for the search index that these entities are not as they were."""
    insert([Change(entity=kind, entity_id=entity_id, changed_at=now) for entity_id in ids])


@transaction.atomic
def retag(kind: str, topics: Mapping[UUID, Sequence[TopicRecord]], *, version: str, now: datetime) -> int:
    """Keep what entities are about when the thesaurus tells it anew; no new version of them. Gives how many changed."""
    changed = write_topics(kind, topics, version=version)
    note_change(kind, changed, now)
    return len(changed)


@transaction.atomic
def withdraw(
    kind: str,
    ids: Collection[UUID],
    *,
    reason: str,
    now: datetime,
    actor: str,
    cause: str,
    replaced_by: UUID | None = None,
) -> int:
    """Take entities out of sight; their addresses answer 410, or lead to what replaced them. Gives how many it took."""
    model = ENTITY_MODELS[kind]
    done = Q(status=Status.WITHDRAWN) if replaced_by is None else Q(status=Status.WITHDRAWN, replaced_by=replaced_by)
    rows = list(model._default_manager.filter(pk__in=ids).exclude(done))
    for entity in rows:
        old_status, entity.status = entity.status, Status.WITHDRAWN
        entity.withdrawn_at, entity.withdrawn_reason = now, reason
        entity.replaced_by_id = replaced_by
        entity.version += 1
        entity.modified_at = now
        Revision.objects.create(
            entity=kind,
            entity_id=entity.pk,
            version=entity.version,
            changed_at=now,
            actor=actor,
            cause=cause[:CAUSE_LENGTH],
            changes={"status": [old_status, f"{Status.WITHDRAWN}: {reason}"]},
        )
    fields = ["status", "withdrawn_at", "withdrawn_reason", "replaced_by", "version", "modified_at"]
    model._default_manager.bulk_update(rows, fields, batch_size=200)
    note_change(kind, [row.pk for row in rows], now)
    return len(rows)


# Who points at an entity of a kind: (model, foreign key). Used when two entities turn out to be one.
POINTING: dict[str, tuple[tuple[str, str], ...]] = {
    "organisation": (
        ("organisation", "parent"),
        ("place", "organisation"),
        ("service", "organisation"),
        ("activity", "organisation"),
    ),
    "place": (("place", "parent"), ("activity", "place")),
    "service": (("activity", "service"),),
    "activity": (),
}

# What is offered or recurs at a place, in rows of its own.
AT_A_PLACE = (("service", "service_places__place"), ("activity", "schedules__place"), ("activity", "sessions__place"))


def pointing_at(kind: str, ids: Collection[UUID]) -> dict[str, set[UUID]]:
    """Kind → the shown entities that name one of these as their organisation, place …"""
    found: dict[str, set[UUID]] = {}
    for other, key in (*POINTING[kind], *(AT_A_PLACE if kind == "place" else ())):
        rows = ENTITY_MODELS[other]._default_manager.filter(**{f"{key}__in": ids}, status=Status.PUBLISHED)
        found.setdefault(other, set()).update(rows.values_list("pk", flat=True))
    return found


@transaction.atomic
def merge_into(kind: str, *, kept: UUID, dropped: UUID, now: datetime, actor: str, cause: str) -> None:
    """Two entities are one: the dropped one leads to the kept one, and so does everything that pointed at it."""
    if kept == dropped:
        return
    model = ENTITY_MODELS[kind]
    withdraw(kind, [dropped], reason=WithdrawnReason.MERGED, now=now, actor=actor, cause=cause, replaced_by=kept)
    model._default_manager.filter(replaced_by=dropped).update(replaced_by=kept)  # chains are flattened
    for other, key in POINTING[kind]:
        ENTITY_MODELS[other]._default_manager.filter(**{key: dropped}).update(**{key: kept})
    if kind == "place":
        _move_to_place(kept, dropped)
    note_change(kind, [kept], now)  # it stands in the documents of what points at it


def _move_to_place(kept: UUID, dropped: UUID) -> None:
    """What is offered or recurs at one place is at the other; a service that was at both is there once."""
    Session.objects.filter(place=dropped).update(place=kept)
    Schedule.objects.filter(place=dropped).update(place=kept)
    at_both = ServicePlace.objects.filter(place=dropped, service__service_places__place=kept)
    ServicePlace.objects.filter(pk__in=list(at_both.values_list("pk", flat=True))).delete()
    ServicePlace.objects.filter(place=dropped).update(place=kept)


def expire(*, now: datetime, actor: str) -> int:
    """Withdraw activities whose last session is over and that have no open-ended rhythm. Gives how many."""
    told = Session.objects.exclude(state=SessionState.WITHDRAWN)
    coming = told.filter(Q(starts_at__gte=now) | Q(ends_at__gte=now))
    over = (
        Activity.objects.published()
        .filter(pk__in=told.values("activity"))
        .exclude(pk__in=coming.values("activity"))
        .exclude(pk__in=Schedule.objects.filter(ends_on__isnull=True).values("activity"))
        .values_list("pk", flat=True)
    )
    return withdraw(
        "activity", list(over), reason=WithdrawnReason.EXPIRED, now=now, actor=actor, cause="its last session is over"
    )
