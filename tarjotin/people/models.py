"""Accounts. Our own user model from the first migration on, for it cannot be changed later without pain."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody of the staff who logs in."""
