"""What pages, jobs and the API ask about the sources."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max

from tarjotin.sources.models import Run, RunState
from tarjotin.sources.registry import SOURCES


def last_good_runs() -> dict[str, datetime | None]:
    """When each source was last read to its end and applied; `None` when never."""
    rows = Run.objects.filter(verdict=RunState.APPLIED).values_list("source").annotate(at=Max("ended_at"))
    found = dict(rows)
    return {name: found.get(name) for name in SOURCES}
