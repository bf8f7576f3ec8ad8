"""Has the feed collapsed? A feed that shrinks suddenly changes nothing until someone has looked."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from tarjotin.sources.models import Run, SourceRecord, Todo
from tarjotin.sources.source import Source

ALWAYS_ALLOWED = 3  # in a small feed a handful may go without an alarm


def absent(source: Source, run: Run) -> QuerySet[SourceRecord]:
    """What a whole run did not have. A one-off that is over is not absent: it has ended."""
    not_over = Q(expires_at__isnull=True) | Q(expires_at__gt=run.started_at)
    known = SourceRecord.objects.of(source.name).present().filter(not_over, kind__in=source.kinds)
    return known.filter(seen_at__lt=run.started_at).exclude(todo=Todo.GONE)


def collapse(source: Source, run: Run) -> str:
    """Why nothing may be applied, in words, or an empty text."""
    missing = dict(absent(source, run).values_list("kind").annotate(n=Count("pk")))
    if not missing:
        return ""
    known = dict(
        SourceRecord.objects.of(source.name)
        .present()
        .filter(kind__in=missing, first_seen_at__lt=run.started_at)
        .values_list("kind")
        .annotate(n=Count("pk"))
    )
    parts = [
        f"{lost} of {known.get(kind, lost)} records of kind {kind} are missing"
        for kind, lost in sorted(missing.items())
        if lost > max(ALWAYS_ALLOWED, source.shrink_limit * (known.get(kind) or lost))
    ]
    return "; ".join(parts)


def mark_absent(source: Source, run: Run) -> int:
    """Hand what is absent to the pipeline, which withdraws it."""
    return absent(source, run).update(todo=Todo.GONE)


def mark_over(source: Source, now: datetime) -> int:
    """Hand what has ended since it was processed to the pipeline."""
    ended = SourceRecord.objects.of(source.name).filter(expires_at__lte=now, outcome__in=("published", "merged"))
    return ended.filter(todo=Todo.NOTHING).update(todo=Todo.AGAIN)
