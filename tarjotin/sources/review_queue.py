"""The queue for a person: pairs that may be one thing, each pair of things once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from tarjotin.sources.decision import Decision
from tarjotin.sources.models import Candidate, Link, Relation


class Doubt(NamedTuple):
    record_id: int
    other: int
    decision: Decision


def ask(kind: str, doubts: Sequence[Doubt], entities: Mapping[int, UUID], now: datetime) -> None:
    """Queue the doubts, best first; a pair of things that is asked about already, by other records, is not repeated."""
    if not doubts:
        return
    asked = _asked({entities[d.record_id] for d in doubts if d.record_id in entities})
    rows = []
    for doubt in sorted(doubts, key=lambda doubt: (-doubt.decision.score, doubt.record_id, doubt.other)):
        pair = frozenset(entities.get(pk) for pk in (doubt.record_id, doubt.other))
        if len(pair) == 2 and pair not in asked:
            asked.add(pair)
            rows.append(_candidate(kind, doubt, now))
    Candidate.objects.bulk_create(rows, ignore_conflicts=True)


def _asked(entities: set[UUID]) -> set[frozenset[UUID | None]]:
    """The pairs of entities that candidates, open or decided, already ask about."""
    records = Link.objects.filter(entity_id__in=entities, relation=Relation.SAME).values("record")
    rows = Candidate.objects.filter(Q(record_a__in=records) | Q(record_b__in=records))
    pairs = list(rows.values_list("record_a", "record_b"))
    links = Link.objects.filter(record__in={pk for pair in pairs for pk in pair}, relation=Relation.SAME)
    entity = dict(links.values_list("record_id", "entity_id"))
    return {frozenset((entity.get(a), entity.get(b))) for a, b in pairs}


def _candidate(kind: str, doubt: Doubt, now: datetime) -> Candidate:
    return Candidate(
        record_a_id=min(doubt.record_id, doubt.other),
        record_b_id=max(doubt.record_id, doubt.other),
        kind=kind,
        score=doubt.decision.score,
        rule=doubt.decision.rule,
        evidence=doubt.decision.evidence[:400],
        created_at=now,
    )
