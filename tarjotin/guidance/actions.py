"""What changes a list. The clock is read by the caller."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.db.models import Max

from tarjotin.guidance.codes import new_code
from tarjotin.guidance.models import KINDS, Plan, PlanItem

LIVES_FOR = timedelta(days=90)  # after it was used last
USED_AGAIN_AFTER = timedelta(days=1)  # reading a list every minute need not write every minute
MOST_ITEMS = 30
UNDO_FOR = timedelta(days=1)
TRIES = 20


class ListFull(Exception):
    """The list has as many things as it takes."""


class NoFreeCode(Exception):
    """Twenty codes in a row were taken: the codes have become too short."""


def start_plan(*, language: str, now: datetime) -> Plan:
    """A new, empty list."""
    for _try in range(TRIES):
        try:
            with transaction.atomic():
                return Plan.objects.create(
                    code=new_code(), language=language, created_at=now, used_at=now, expires_at=now + LIVES_FOR
                )
        except IntegrityError:
            continue
    raise NoFreeCode


def use_plan(plan: Plan, *, now: datetime) -> None:
    """Somebody looked at it: its days start anew."""
    if now - plan.used_at >= USED_AGAIN_AFTER:
        Plan.objects.filter(pk=plan.pk).update(used_at=now, expires_at=now + LIVES_FOR)


@transaction.atomic
def add_item(plan: Plan, *, kind: str, entity_id: UUID, now: datetime) -> None:
    """Put it last on the list, or bring it back to where it was. Raises `ListFull`."""
    if kind not in KINDS:
        raise ValueError(kind)
    items = _locked(plan)
    item = items.filter(kind=kind, entity_id=entity_id).first()
    if item is not None and item.removed_at is None:
        return
    if items.filter(removed_at=None).count() >= MOST_ITEMS:
        raise ListFull
    if item is not None:
        item.removed_at = None
        item.save(update_fields=["removed_at"])
        return
    last = items.aggregate(last=Max("position"))["last"]
    PlanItem.objects.create(
        plan=plan, kind=kind, entity_id=entity_id, position=0 if last is None else last + 1, added_at=now
    )


def remove_item(plan: Plan, *, kind: str, entity_id: UUID, now: datetime) -> None:
    """Take it off; it comes back to its place when one adds it again."""
    plan.items.filter(kind=kind, entity_id=entity_id, removed_at=None).update(removed_at=now)


@transaction.atomic
def move_item(plan: Plan, *, kind: str, entity_id: UUID, up: bool) -> None:
    """Change places with the neighbour; at the end of the list nothing happens."""
    items = list(_locked(plan).filter(removed_at=None).order_by("position", "id"))
    at = next((n for n, item in enumerate(items) if (item.kind, item.entity_id) == (kind, entity_id)), None)
    to = None if at is None else at - 1 if up else at + 1
    if at is None or to is None or not 0 <= to < len(items):
        return
    here, there = items[at], items[to]
    here.position, there.position = there.position, here.position
    PlanItem.objects.bulk_update([here, there], ["position"])


def empty_plan(plan: Plan) -> None:
    """Nothing of it is left."""
    plan.delete()


def forget_expired(*, now: datetime) -> int:
    """Delete lists nobody has used for long, and what was removed from others."""
    PlanItem.objects.filter(removed_at__lte=now - UNDO_FOR).delete()
    expired = Plan.objects.filter(expires_at__lte=now)
    number = expired.count()
    expired.delete()
    return number


def _locked(plan: Plan) -> models.QuerySet[PlanItem]:
    """The things of the list; nobody else changes it meanwhile."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    return PlanItem.objects.filter(plan=plan)
