"""When: a weekly rhythm in wall-clock time, and the dated sessions people come to."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.models.activity import Activity
from tarjotin.common.fields import LocalisedTextField


class Schedule(models.Model):
    """A rhythm in Helsinki wall-clock time, so that a weekly hour stays the same when the clocks change."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="schedules")
    place = models.ForeignKey("catalogue.Place", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    start = models.TimeField()
    end = models.TimeField(null=True, blank=True)
    rrule = models.CharField(max_length=200)
    except_on = models.JSONField(default=list, blank=True)
    certain = models.BooleanField(default=True)


PLACES_LEFT_HOLD_FOR = timedelta(days=2)  # sources are read nightly: what two rounds did not confirm is no news


class SessionState(models.TextChoices):
    PLANNED = "planned", _("tulossa")
    MOVED = "moved", _("siirretty")
    CANCELLED = "cancelled", _("peruttu")
    WITHDRAWN = "withdrawn", _("poistunut")  # no longer told by anyone: kept, not shown


class SessionQuerySet(models.QuerySet["Session"]):
    def upcoming(self, now: datetime) -> Self:
        """Not over yet, soonest first."""
        later = Q(starts_at__gte=now) | Q(ends_at__gte=now)
        return self.filter(later).exclude(state=SessionState.WITHDRAWN).order_by("starts_at", "id")


class Session(models.Model):
    """One dated time of an activity. Past sessions stay as they were."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="sessions")
    place = models.ForeignKey("catalogue.Place", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    computed = models.BooleanField(default=False)  # from a schedule, not told by a source
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    time_known = models.BooleanField(default=True)
    state = models.CharField(max_length=10, choices=SessionState.choices, default=SessionState.PLANNED)
    opens_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    places_left = models.PositiveIntegerField(null=True, blank=True)
    places_left_at = models.DateTimeField(null=True, blank=True)
    queue_left = models.PositiveIntegerField(null=True, blank=True)
    is_trial = models.BooleanField(default=False)
    is_drop_in = models.BooleanField(default=False)
    note = LocalisedTextField()
    modified_at = models.DateTimeField(db_index=True)

    objects = SessionQuerySet.as_manager()

    def free_places(self, now: datetime) -> int | None:
        """How many places are free, as far as somebody told it lately."""
        until = places_left_hold_until(self.starts_at, self.closes_at, self.places_left_at)
        return self.places_left if until and now < until else None

    class Meta:
        indexes = [models.Index(fields=["starts_at"], name="session_starts_at")]
        constraints = [
            models.UniqueConstraint(fields=["activity", "starts_at"], name="session_once_a_start"),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")), name="session_ends_after_start"
            ),
        ]


def places_left_hold_until(
    starts_at: datetime, closes_at: datetime | None, told_at: datetime | None
) -> datetime | None:
    """Until when a figure of free places is worth telling: it grows old, and signing up ends."""
    return min(starts_at, closes_at or starts_at, told_at + PLACES_LEFT_HOLD_FOR) if told_at else None
