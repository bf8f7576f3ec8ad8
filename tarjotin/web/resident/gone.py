"""410: it was here and is not any more; what is nearest to it instead."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse

from tarjotin.catalogue.models import Status
from tarjotin.web.resident.addresses import addresses
from tarjotin.web.resident.alternatives import alternatives
from tarjotin.web.resident.page import show


def show_gone(entity: Any, *, language: str, now: datetime) -> HttpResponse:
    """What is gone answers 410; what is on a break will come back, so it answers 404."""
    on_a_break = entity.status == Status.PAUSED
    return show(
        "resident/gone.html",
        {
            "entity": entity,
            "on_a_break": on_a_break,
            "alternatives": alternatives(entity, language=language, now=now),
        },
        language=language,
        now=now,
        same_page=addresses(entity.kind_name, entity.slug),
        status=404 if on_a_break else 410,
    )
