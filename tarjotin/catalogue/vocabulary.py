"""Words of vocabularies, kept up to date: ours and the sources'."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from tarjotin.catalogue.models import Concept
from tarjotin.catalogue.records import ConceptRecord
from tarjotin.common.bulk import upsert

CONCEPT_COLUMNS = ("uri", "label", "alternatives", "parents", "replaced_by", "position")


@transaction.atomic
def keep_concepts(records: Sequence[ConceptRecord]) -> int:
    """Bring vocabulary words up to date; gives how many were new or changed."""
    unique = {(record.scheme, record.code): record for record in records}
    rows = Concept.objects.filter(scheme__in={scheme for scheme, _ in unique}, code__in={code for _, code in unique})
    existing = {(row.scheme, row.code): row for row in rows}
    changed = [
        concept for key, record in unique.items() if (concept := _concept(existing.get(key), record)) is not None
    ]
    upsert(changed, unique=["scheme", "code"], update=CONCEPT_COLUMNS)
    return len(changed)


def _concept(old: Concept | None, record: ConceptRecord) -> Concept | None:
    """The row to write, or nothing when it is as it was."""
    new = Concept(
        scheme=record.scheme,
        code=record.code,
        uri=record.uri[:300],
        label=record.label,
        alternatives=record.alternatives,
        parents=list(record.parents),
        replaced_by=record.replaced_by,
        position=record.position,
    )
    if old and all(getattr(old, name) == getattr(new, name) for name in CONCEPT_COLUMNS):
        return None
    return new
