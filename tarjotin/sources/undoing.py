"""Taking back what a person decided about sameness: the pair is open again, and both are as they were."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from tarjotin.sources.decisions import publish_anew, split
from tarjotin.sources.models import Candidate, CandidateState, Distinct, Link, Relation


@transaction.atomic
def take_back_merge(candidate: Candidate, *, by: str, now: datetime) -> None:
    """The two are parted again, but nothing is said about whether they are the same."""
    moved = _moved(candidate)
    if moved and moved.previous_id:
        _move_back(moved, moved.previous_id, by=by, now=now)
    else:
        _part(candidate, by=by, now=now)
    Candidate.objects.filter(pk=candidate.pk).update(state=CandidateState.OPEN)


def _moved(candidate: Candidate) -> Link | None:
    """The link that the merge moved, if what it described before is still free and the other was elsewhere."""
    pair = Link.objects.filter(record__in=[candidate.record_a_id, candidate.record_b_id], relation=Relation.SAME)
    former = {link.previous_id for link in pair}
    moved = next((link for link in sorted(pair, key=lambda link: -link.record_id) if link.previous_id), None)
    if moved is None or moved.previous_id is None or len(former) == 1:
        return None
    taken = Link.objects.filter(entity=moved.entity, entity_id=moved.previous_id)
    return None if taken.exists() else moved


def _move_back(moved: Link, former: UUID, *, by: str, now: datetime) -> None:
    """All that came with the moved record goes with it: what a rule made one stays one."""
    merged = moved.entity_id
    came = Link.objects.filter(entity=moved.entity, entity_id=merged, previous_id=former)
    Link.objects.filter(pk=moved.pk).update(
        decided_by=by, rule="person", evidence=f"split off by {by} on {now:%Y-%m-%d}: merge taken back", decided_at=now
    )
    came.update(entity_id=former, previous_id=None)
    publish_anew(moved.entity, [merged, former], now)


def _part(candidate: Candidate, *, by: str, now: datetime) -> None:
    """They were one before the merge, or what they were is gone: the younger record gets an entity of its own."""
    record = candidate.record_b
    split(record=record, by=by, reason="merge taken back", now=now)
    # The split has set the record apart from all it leaves: that is more than was meant.
    said = Distinct.objects.filter(Q(record_a=record) | Q(record_b=record), decided_by=by, decided_at=now)
    for pair in list(said):
        Candidate.objects.filter(record_a=pair.record_a_id, record_b=pair.record_b_id).update(state=CandidateState.OPEN)
    said.delete()


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
