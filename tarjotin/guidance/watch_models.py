"""A watch: somebody wants to hear when there is something new for what they looked for. docs/privacy.md."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import F, Q

LONGEST_CRITERIA = 2_000


class WatchQuerySet(models.QuerySet["Watch"]):
    def open(self, now: datetime) -> Self:
        """Confirmed, and not over."""
        return self.filter(confirmed_at__isnull=False, ends_at__gt=now)


class Watch(models.Model):
    """Criteria, and a sealed e-mail address. Nothing is sent before whoever reads the address has confirmed it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.BinaryField()  # sealed: people/sealing.py
    email_lookup = models.CharField(max_length=64, db_index=True)
    language = models.CharField(max_length=12)
    criteria = models.CharField(max_length=LONGEST_CRITERIA, blank=True)
    on_new = models.BooleanField(default=True)
    on_sign_up = models.BooleanField(default=True)
    on_coming = models.BooleanField(default=True)
    created_at = models.DateTimeField(db_index=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField()  # until when everything new has been told
    ends_at = models.DateTimeField(db_index=True)
    warned_at = models.DateTimeField(null=True, blank=True)

    objects = WatchQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["email_lookup", "criteria"], name="watch_once"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("created_at")), name="watch_ends_after_it_began"),
            models.CheckConstraint(
                condition=Q(on_new=True) | Q(on_sign_up=True) | Q(on_coming=True), name="watch_waits_for_something"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
