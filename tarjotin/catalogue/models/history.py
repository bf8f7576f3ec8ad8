"""What changed, when and why; what the search index has still to hear of; and every address an entity ever had."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Slug(models.Model):
    """The last part of an address. Old ones stay and redirect."""

    kind = models.CharField(max_length=14)
    language = models.CharField(max_length=12)
    slug = models.CharField(max_length=120)
    entity_id = models.UUIDField(db_index=True)
    current = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "language", "slug"], name="slug_once_a_language")]


class Revision(models.Model):
    """One published change. Append-only; answers "who changed this"."""

    entity = models.CharField(max_length=14)
    entity_id = models.UUIDField()
    version = models.PositiveIntegerField()
    changed_at = models.DateTimeField()
    actor = models.CharField(max_length=60)
    cause = models.CharField(max_length=120)
    changes = models.JSONField(default=dict)  # field → [old, new]

    class Meta:
        indexes = [models.Index(fields=["entity_id", "version"], name="revision_of_entity")]


class Change(models.Model):
    """An entity was published or withdrawn; written in that very transaction, read by every search index.

    Rows stay for some days, since each index notes for itself what it has taken in.
    """

    entity = models.CharField(max_length=14)
    entity_id = models.UUIDField()
    changed_at = models.DateTimeField()
    # The clock of the machine, whatever moment the change was made for: by this one rows are old.
    written_at = models.DateTimeField(default=timezone.now, db_index=True)
