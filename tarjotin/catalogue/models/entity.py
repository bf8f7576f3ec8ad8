"""What holds for every entity of the catalogue: identity, status, origins, version (data model § 1)."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarjotin.common.text import LocalisedText


class Status(models.TextChoices):
    DRAFT = "draft", _("luonnos")
    IN_REVIEW = "in_review", _("odottaa tarkistusta")
    PUBLISHED = "published", _("julkaistu")
    PAUSED = "paused", _("tauolla")
    WITHDRAWN = "withdrawn", _("poistettu näkyvistä")
    ARCHIVED = "archived", _("arkistoitu")


class WithdrawnReason(models.TextChoices):
    GONE_FROM_SOURCE = "gone_from_source", _("ei enää lähteessä")
    ORGANISER = "organiser", _("järjestäjä poisti")
    MERGED = "merged", _("yhdistetty toiseen")
    UNSUITABLE = "unsuitable", _("ei kuulu tarjottimelle")
    EXPIRED = "expired", _("päättynyt")


class EntityQuerySet(models.QuerySet[Any]):
    def published(self) -> Self:
        return self.filter(status=Status.PUBLISHED)

    def visible(self, now: datetime) -> Self:
        """Published, and inside its window of visibility."""
        begun = Q(visible_from__isnull=True) | Q(visible_from__lte=now)
        not_over = Q(visible_until__isnull=True) | Q(visible_until__gt=now)
        return self.published().filter(begun, not_over)


class Entity(models.Model):
    """One thing of the catalogue. Rows are never deleted: what vanishes is withdrawn and answers 410."""

    kind_name: ClassVar[str]
    name: Any

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Language → slug of today; the table Slug has these and the old ones, and keeps them unique.
    slug = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.DRAFT, db_index=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField(max_length=20, choices=WithdrawnReason.choices, blank=True)
    replaced_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    visible_from = models.DateTimeField(null=True, blank=True)
    visible_until = models.DateTimeField(null=True, blank=True)
    # When a person last confirmed it; for imported values pages show the source's last good run instead.
    checked_on = models.DateField(null=True, blank=True)
    checked_by = models.CharField(max_length=60, blank=True)
    check_due_on = models.DateField(null=True, blank=True)
    # The source whose values lead, and for each field the source record that won.
    source = models.CharField(max_length=20, blank=True)
    origins = models.JSONField(default=dict, blank=True)
    # The merged record as published: what the next merge is compared with, and what history is told from.
    content = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    modified_at = models.DateTimeField(db_index=True)

    objects = EntityQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.name) or str(self.id)

    def name_in(self, language: str) -> str:
        name: LocalisedText = self.name
        found = name.in_language(language)
        return found.text if found else ""


# Kind → model; filled by the subclasses below through `register`.
ENTITY_MODELS: dict[str, type[Entity]] = {}


def entity_model(cls: type[Any]) -> type[Any]:
    """Class decorator: makes the model known under its kind."""
    ENTITY_MODELS[cls.kind_name] = cls
    return cls
