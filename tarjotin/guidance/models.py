"""A list of things of the catalogue behind a code. No name, no contact, no free text: docs/privacy.md."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

KINDS = ("activity", "service", "place")


class PlanQuerySet(models.QuerySet["Plan"]):
    def alive(self, now: datetime) -> Self:
        return self.filter(expires_at__gt=now)


class Plan(models.Model):
    """What somebody wants to keep in mind; whoever has the code may see and change it."""

    code = models.CharField(max_length=6, unique=True)
    language = models.CharField(max_length=12)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(expires_at__gt=models.F("used_at")), name="plan_expires_after_use")
        ]

    def __str__(self) -> str:
        return str(self.pk)  # without the code: whoever reads a log must not get at the list


class PlanItem(models.Model):
    """One thing on a list; it is removed by a date, so that it can come back."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=12)
    entity_id = models.UUIDField()
    position = models.PositiveIntegerField()
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "kind", "entity_id"], name="plan_item_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="plan_item_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.key}"

    @property
    def key(self) -> str:
        """What forms call it: "activity:0b1c…"."""
        return f"{self.kind}:{self.entity_id}"


from tarjotin.guidance.watch_models import LONGEST_CRITERIA, Watch  # noqa: E402  one subject a file

__all__ = ["KINDS", "LONGEST_CRITERIA", "Plan", "PlanItem", "PlanQuerySet", "Watch"]
