"""Totals of a day. Nothing here leads to a person: docs/privacy.md."""

from __future__ import annotations

from django.db import models


class ArrivalDay(models.Model):
    """How often a link of one site was followed on a day in Helsinki."""

    linker = models.CharField(max_length=30)  # a code of the setting LINKERS, or "other"
    arrived_on = models.DateField(db_index=True)
    arrivals = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["linker", "arrived_on"], name="arrival_day_once")]

    def __str__(self) -> str:
        return f"{self.linker} {self.arrived_on}: {self.arrivals}"
