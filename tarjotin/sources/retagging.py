"""Telling anew what every entity is about when the thesaurus has changed and what the sources say has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from tarjotin.catalogue import actions as catalogue
from tarjotin.catalogue.models import ENTITY_MODELS, Concept, EntityTopics, Status
from tarjotin.catalogue.topics import KINDS
from tarjotin.sources.models import SourceRecord
from tarjotin.sources.staging import Progress, silent
from tarjotin.sources.tagging import FIELDS, Tagger, Told
from tarjotin.words.thesaurus import VERSION

BATCH = 400
READ = (*FIELDS.values(), "content", "origins")


def load_trees() -> tuple[dict[str, Sequence[str]], dict[str, Sequence[str]]]:
    """The TPR tree and the national descriptions, as far as they have been imported."""
    trees: dict[str, dict[str, Sequence[str]]] = {"tpr": {}, "ptvgd": {}}
    for scheme, code, parents in Concept.objects.filter(scheme__in=trees).values_list("scheme", "code", "parents"):
        trees[scheme][code] = tuple(parents)
    return trees["tpr"], trees["ptvgd"]


def retag(*, now: datetime, progress: Progress = silent) -> int:
    """Tell the topics of every entity that has none of today's thesaurus; gives how many changed."""
    waiting = {kind: ids for kind in KINDS if (ids := _waiting(kind))}
    tagger = Tagger(*load_trees()) if waiting else Tagger({}, {})
    changed = 0
    for kind, ids in waiting.items():
        for start in range(0, len(ids), BATCH):
            changed += _retag(kind, ids[start : start + BATCH], tagger, now)
            progress(f"{kind}: topics told", min(start + BATCH, len(ids)), len(ids))
    return changed


def _waiting(kind: str) -> list[UUID]:
    told = EntityTopics.objects.filter(**{kind: OuterRef("pk")}, version=VERSION)
    rows = ENTITY_MODELS[kind]._default_manager.filter(~Exists(told), status=Status.PUBLISHED)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _retag(kind: str, ids: Sequence[UUID], tagger: Tagger, now: datetime) -> int:
    rows = list(ENTITY_MODELS[kind]._default_manager.filter(pk__in=ids).only(*READ))
    records = {record for row in rows for record in row.origins.values()}
    sources = dict(SourceRecord.objects.filter(pk__in=records).values_list("pk", "source"))
    topics = {row.pk: tagger.topics(Told.of_row(row, whose(row.origins, sources))) for row in rows}
    return catalogue.retag(kind, topics, version=VERSION, now=now)


def whose(origins: Mapping[str, Any], sources: Mapping[int, str]) -> dict[str, str]:
    """Field → the source its value came from."""
    return {field: sources[record] for field, record in origins.items() if record in sources}
