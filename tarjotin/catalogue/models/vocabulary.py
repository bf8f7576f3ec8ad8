"""Words things are classified by, the tags that say why, and the concepts of the thesaurus."""

from __future__ import annotations

from django.db import models

from tarjotin.catalogue.models.facts import exactly_one
from tarjotin.common.fields import LocalisedTextField


class Concept(models.Model):
    """A word of a vocabulary: ours (category, audience, need) or a source's (tpr, yso, ptv …)."""

    scheme = models.CharField(max_length=20)
    code = models.CharField(max_length=120)
    uri = models.CharField(max_length=300, blank=True)
    label = LocalisedTextField()
    alternatives = LocalisedTextField()
    parents = models.JSONField(default=list, blank=True)  # codes of the same scheme
    replaced_by = models.CharField(max_length=120, blank=True)
    position = models.PositiveIntegerField(default=0)  # order of our own short lists

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "code"], name="concept_once")]

    def __str__(self) -> str:
        return str(self.label) or f"{self.scheme}:{self.code}"


class Tag(models.Model):
    """An entity is about a concept; `by` is source, rule or person, `reason` the sentence shown to staff."""

    place = models.ForeignKey("catalogue.Place", null=True, blank=True, on_delete=models.CASCADE, related_name="tags")
    service = models.ForeignKey(
        "catalogue.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="tags"
    )
    activity = models.ForeignKey(
        "catalogue.Activity", null=True, blank=True, on_delete=models.CASCADE, related_name="tags"
    )
    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="tags")
    by = models.CharField(max_length=8)
    reason = models.CharField(max_length=300)
    confidence = models.FloatField(default=1.0)
    main = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=exactly_one("place", "service", "activity"), name="tag_of_one"),
            *(
                models.UniqueConstraint(fields=[owner, "concept"], name=f"tag_once_a_{owner}")
                for owner in ("place", "service", "activity")
            ),
        ]


class EntityTopics(models.Model):
    """What an entity is about in the words of the thesaurus: `told` holds `TopicRecord`s as JSON, the surest first.

    The thesaurus is data of the program, so its concepts are no rows here; `version` is the one they were told by.
    """

    place = models.OneToOneField(
        "catalogue.Place", null=True, blank=True, on_delete=models.CASCADE, related_name="topics"
    )
    service = models.OneToOneField(
        "catalogue.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="topics"
    )
    activity = models.OneToOneField(
        "catalogue.Activity", null=True, blank=True, on_delete=models.CASCADE, related_name="topics"
    )
    version = models.CharField(max_length=16)
    told = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=exactly_one("place", "service", "activity"), name="topics_of_one"),
        ]
