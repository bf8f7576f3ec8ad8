"""What people tell us is wrong on a page: taken without a name, seen by staff, forgotten after half a year."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tarjotin.people.models import LONGEST_REPORT, Report, ReportState

KEPT_FOR = timedelta(days=180)
MOST_OPEN = 20  # about one thing: beyond these nobody reads anything new


def report(entity: Any, *, what: str, text: str, language: str, now: datetime) -> Report | None:
    """Keeps the message; `None` when the same was told already, or enough about this thing waits to be read."""
    text = " ".join(text.split())[:LONGEST_REPORT]
    waiting = Report.objects.filter(entity_id=entity.pk, state=ReportState.OPEN)
    if waiting.filter(what=what, text=text).exists() or waiting.count() >= MOST_OPEN:
        return None
    return Report.objects.create(
        entity=entity.kind_name, entity_id=entity.pk, what=what, text=text, language=language, created_at=now
    )


def set_state(told: Report, state: ReportState) -> None:
    """Handled, or open again."""
    told.state = state
    told.save(update_fields=["state"])


def forget(*, now: datetime) -> int:
    """Deletes what is older than half a year, handled or not."""
    return Report.objects.filter(created_at__lt=now - KEPT_FOR).delete()[0]
