"""Facts that belong to several kinds of entity: whom to ask, when it is open, what it costs."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from tarjotin.common.fields import LocalisedTextField


def exactly_one(*owners: str) -> Q:
    """Exactly one of the owners is set."""
    condition = Q()
    for owner in owners:
        condition |= Q(**{f"{other}__isnull": other != owner for other in owners})
    return condition


class Contact(models.Model):
    """Whom to ask. A role or a desk; a person's name only with consent."""

    organisation = models.ForeignKey(
        "catalogue.Organisation", null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    place = models.ForeignKey(
        "catalogue.Place", null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    service = models.ForeignKey(
        "catalogue.Service", null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    activity = models.ForeignKey(
        "catalogue.Activity", null=True, blank=True, on_delete=models.CASCADE, related_name="contacts"
    )
    role = LocalisedTextField()
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    url = models.URLField(max_length=500, blank=True)
    hours = LocalisedTextField()
    languages = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("organisation", "place", "service", "activity"), name="contact_of_one"
            )
        ]


class OpeningHours(models.Model):
    """One weekday span (1 = Monday), or a note in words when that is all the source has."""

    place = models.ForeignKey("catalogue.Place", null=True, blank=True, on_delete=models.CASCADE, related_name="hours")
    service_place = models.ForeignKey(
        "catalogue.ServicePlace", null=True, blank=True, on_delete=models.CASCADE, related_name="hours"
    )
    channel = models.ForeignKey(
        "catalogue.Channel", null=True, blank=True, on_delete=models.CASCADE, related_name="hours"
    )
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)
    opens = models.TimeField(null=True, blank=True)
    closes = models.TimeField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    closed = models.BooleanField(default=False)
    note = LocalisedTextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=exactly_one("place", "service_place", "channel"), name="hours_of_one"),
            models.CheckConstraint(
                condition=Q(weekday__isnull=True) | Q(weekday__range=(1, 7)), name="hours_weekday_is_iso"
            ),
        ]


class Price(models.Model):
    """What it costs, for whom; `note` keeps the words a sum was read from."""

    activity = models.ForeignKey("catalogue.Activity", on_delete=models.CASCADE, related_name="prices")
    who = models.CharField(max_length=20, default="everyone")
    amount = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="EUR")
    per = models.CharField(max_length=10, default="time")
    is_free = models.BooleanField(null=True, blank=True)
    parsed = models.BooleanField(default=False)
    note = LocalisedTextField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount__isnull=True) | Q(amount__gte=0), name="price_not_negative")
        ]
