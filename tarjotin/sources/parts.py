"""The records an entity is made of, as the merging sees them: for pages that explain what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from tarjotin.sources.merging import Part
from tarjotin.sources.models import Link, RecordState, Relation, SourceRecord
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Parsed


def links_of(kind: str, entity_id: UUID) -> list[Link]:
    """Every record linked to an entity: those of the whole first, then those of its sessions and what repeats it."""
    links = Link.objects.filter(entity=kind, entity_id=entity_id).select_related("record")
    return sorted(links, key=lambda link: (link.relation != Relation.SAME, link.record_id))


def parsed(record: SourceRecord) -> Parsed:
    """What the payload in use tells; of a record that was never processed, what was delivered."""
    payload = record.payload if record.payload is not None else record.incoming
    return SOURCES[record.source].parse(record.kind, payload or {})


def parts_of(links: Sequence[Link], now: datetime) -> list[Part]:
    """Those records that have a say now: present, readable, not over, and of the entity's own kind."""
    parts = []
    for link in links:
        record = link.record
        if link.relation == Relation.MENTIONS or record.state != RecordState.PRESENT or not record.payload:
            continue
        told = parsed(record)
        if told.record is not None and not (told.expires_at and told.expires_at <= now):
            parts.append(Part(record.pk, record.source, told.record, link.relation, record.source_modified_at))
    return parts
