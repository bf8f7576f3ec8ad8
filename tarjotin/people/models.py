"""Accounts, and how often somebody tried.

Our own user model from the first migration on, for it cannot be changed later without pain.
"""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody of the staff who logs in."""


class Attempt(models.Model):
    """How often somebody tried within a span of time; `key` is made with the deployment's secret (`attempts.py`)."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.count}"
