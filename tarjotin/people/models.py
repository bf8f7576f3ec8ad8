"""Accounts, how often somebody tried, and what readers told us.

Our own user model from the first migration on, for it cannot be changed later without pain.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_REPORT = 500


class User(AbstractUser):
    """Somebody of the staff who logs in."""


class Attempt(models.Model):
    """How often somebody tried within a span of time; `key` is made with the deployment's secret (`attempts.py`)."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.count}"


class ReportedThing(models.TextChoices):
    """What somebody says is wrong on a page."""

    TIME = "time", _("Aika on väärin")
    PLACE = "place", _("Paikka tai osoite on väärin")
    PRICE = "price", _("Hinta on väärin")
    CONTACT = "contact", _("Puhelin tai linkki ei toimi")
    ACCESS = "access", _("Sinne ei pääse niin kuin sanotaan")
    OVER = "over", _("Tätä ei enää ole")
    OTHER = "other", _("Jokin muu on väärin")


class ReportState(models.TextChoices):
    OPEN = "open"
    DONE = "done"


class Report(models.Model):
    """Somebody told that a page is wrong. Nothing here leads to whoever wrote it, and it goes after half a year."""

    entity = models.CharField(max_length=14)
    entity_id = models.UUIDField()
    what = models.CharField(max_length=10, choices=ReportedThing.choices)
    text = models.CharField(max_length=LONGEST_REPORT, blank=True)
    language = models.CharField(max_length=12)
    created_at = models.DateTimeField(db_index=True)
    state = models.CharField(max_length=4, choices=ReportState.choices, default=ReportState.OPEN)

    class Meta:
        indexes = [models.Index(fields=["entity_id", "state"], name="report_of_entity")]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=ReportState.values), name="report_state_known")
        ]

    def __str__(self) -> str:
        return f"{self.entity} {self.pk}"  # without the words: a log must not keep what is deleted
