"""What pages ask about the sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.core.cache import cache
from django.db.models import Max

from tarjotin.sources.models import Run, RunState, SourceRecord

KEPT_S = 60


def last_good_runs() -> dict[str, datetime]:
    """Source → when its last run that was applied ended. Kept for a minute: it stands on every card."""
    found: dict[str, datetime] | None = cache.get("last_good_runs")
    if found is None:
        rows = Run.objects.filter(verdict=RunState.APPLIED, ended_at__isnull=False)
        found = dict(rows.values_list("source").annotate(Max("ended_at")))
        cache.set("last_good_runs", found, KEPT_S)
    return found


def source_names(record_ids: Iterable[int]) -> list[str]:
    """The sources of these records, each once, in the order of the alphabet."""
    rows = SourceRecord.objects.filter(pk__in=set(record_ids)).order_by("source")
    return list(rows.values_list("source", flat=True).distinct())
