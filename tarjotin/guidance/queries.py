"""Lists as pages read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from tarjotin.guidance.codes import read_code
from tarjotin.guidance.models import KINDS, Plan, PlanItem


def find_plan(written: str, *, now: datetime) -> Plan | None:
    """The list with this code, however it is written; none once it has expired."""
    code = read_code(written)
    return Plan.objects.alive(now).filter(code=code).first() if code else None


def items_of(plan: Plan) -> Sequence[PlanItem]:
    """What is on the list, in its order."""
    return list(plan.items.filter(removed_at=None).order_by("position", "id"))


def read_key(written: str) -> tuple[str, UUID] | None:
    """ "activity:0b1c…" from a form or an address, or nothing when it is none."""
    kind, _colon, told = written[:80].partition(":")
    try:
        return (kind, UUID(told)) if kind in KINDS else None
    except ValueError:
        return None


def read_keys(written: Iterable[str]) -> list[tuple[str, UUID]]:
    """Those that are keys, each once, in their order."""
    return list(dict.fromkeys(key for each in written if (key := read_key(each)) is not None))
