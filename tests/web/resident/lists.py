"""Lists for tests, with a code that stands still."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tarjotin.guidance.models import Plan
from tests import make


def coded(*entities: Any, code: str = "K7M2QX") -> Plan:
    """A list of these, in this order."""
    plan = Plan.objects.create(
        code=code,
        language="fi",
        created_at=make.NOW,
        used_at=make.NOW,
        expires_at=make.NOW + timedelta(days=90),
    )
    for position, entity in enumerate(entities):
        plan.items.create(kind=entity.kind_name, entity_id=entity.id, position=position, added_at=make.NOW)
    return plan
