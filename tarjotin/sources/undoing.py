"""Taking back what a person decided about sameness: the pair is open again, and both are as they were."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from tarjotin.sources.decisions import split
from tarjotin.sources.models import Candidate, CandidateState, Distinct, Link, Relation, SourceRecord


@transaction.atomic
def take_back_merge(candidate: Candidate, *, by: str, now: datetime) -> None:
    """The two are parted again, but nothing is said about whether they are the same."""
    record = _which_joined(candidate)
    split(record=record, by=by, reason="merge taken back", now=now)
    # The split has set the record apart from all it leaves: that is more than was meant.
    said = Distinct.objects.filter(Q(record_a=record) | Q(record_b=record), decided_by=by, decided_at=now)
    for pair in list(said):
        Candidate.objects.filter(record_a=pair.record_a_id, record_b=pair.record_b_id).update(state=CandidateState.OPEN)
    said.delete()
    Candidate.objects.filter(pk=candidate.pk).update(state=CandidateState.OPEN)


def _which_joined(candidate: Candidate) -> SourceRecord:
    """Of the two records the one that a merge moved; else the younger."""
    pair = [candidate.record_a_id, candidate.record_b_id]
    links = Link.objects.filter(record__in=pair, relation=Relation.SAME, previous_id__isnull=False)
    moved = links.select_related("record").order_by("-record_id").first()
    return moved.record if moved else candidate.record_b


@transaction.atomic
def take_back_distinct(distinct: Distinct, *, now: datetime) -> Candidate:
    """The two may be compared again; they wait in the queue for a new answer."""
    link = Link.objects.filter(record=distinct.record_a_id, relation=Relation.SAME).first()
    candidate, _ = Candidate.objects.update_or_create(
        record_a_id=distinct.record_a_id,
        record_b_id=distinct.record_b_id,
        defaults={"state": CandidateState.OPEN},
        create_defaults={
            "state": CandidateState.OPEN,
            "kind": link.entity if link else "",
            "score": 0.0,
            "rule": "person",
            "evidence": f"{distinct.decided_by} kept them apart, and it was taken back",
            "created_at": now,
        },
    )
    distinct.delete()
    return candidate
