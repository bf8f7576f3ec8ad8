"""From a source's own reference to our entity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from uuid import UUID

from tarjotin.catalogue.records import ActivityRecord, PlaceRecord, Record, Ref, ServiceRecord
from tarjotin.sources.models import Link


def mentioned(record: Record) -> set[Ref]:
    """Every organisation and place this record refers to. (Its series, if it is a session, is a link and no value.)"""
    found: list[Ref | None] = [getattr(record, name, None) for name in ("organisation", "place", "parent")]
    if isinstance(record, ServiceRecord):
        found += [at.place for at in record.places]
    if isinstance(record, ActivityRecord):
        found += [told.place for told in record.sessions] + [told.place for told in record.schedules]
    if isinstance(record, PlaceRecord):
        found.append(record.organisation)
    return {ref for ref in found if ref is not None}


def aliases(ref: Ref) -> tuple[Ref, ...]:
    """Other names of the same thing, by how sources make their ids: Linked Events place tprek:N is TPR unit N."""
    if ref.source == "linkedevents" and ref.kind == "place" and ref.external_id.startswith("tprek:"):
        return (ref, Ref("tpr", "unit", ref.external_id.removeprefix("tprek:")))
    return (ref,)


def resolve(refs: Iterable[Ref], *, kind: str = "") -> dict[Ref, UUID]:
    """The entity (of one kind, if given) of each reference that is known; a reference nobody knows is left out."""
    asked = {ref: aliases(ref) for ref in refs}
    entities = _entities({name for names in asked.values() for name in names}, kind)
    found = {ref: next((entities[name] for name in names if name in entities), None) for ref, names in asked.items()}
    return {ref: entity for ref, entity in found.items() if entity is not None}


def _entities(refs: Collection[Ref], kind: str) -> dict[Ref, UUID]:
    entities = {}
    links = Link.objects.filter(entity=kind) if kind else Link.objects.all()
    for (source, raw_kind), ids in _grouped(refs).items():
        rows = links.filter(record__source=source, record__kind=raw_kind, record__external_id__in=ids)
        for external_id, entity_id in rows.order_by("pk").values_list("record__external_id", "entity_id"):
            entities[Ref(source, raw_kind, external_id)] = entity_id
    return entities


def _grouped(refs: Collection[Ref]) -> dict[tuple[str, str], list[str]]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for ref in refs:
        groups[ref.source, ref.kind].append(ref.external_id)
    return groups
