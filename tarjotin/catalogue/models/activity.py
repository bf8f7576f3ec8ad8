"""What people attend: one-off, weekly, a course, open any time; and for whom it suits."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.models.entity import Entity, entity_model
from tarjotin.common.fields import LocalisedTextField


class Rhythm(models.TextChoices):
    ONE_OFF = "one_off", _("kerran")
    WEEKLY = "weekly", _("joka viikko")
    COURSE = "course", _("kurssi")
    SEASON = "season", _("kausi")
    OPEN_ALWAYS = "open_always", _("aina avoinna")


class Entry(models.TextChoices):
    DROP_IN = "drop_in", _("ilman ilmoittautumista")
    REGISTER = "register", _("ilmoittaudu ensin")
    REGISTER_OR_DROP_IN = "register_or_drop_in", _("ilmoittaudu tai tule suoraan")
    REFERRAL_ONLY = "referral_only", _("ammattilaisen kautta")
    MEMBERS = "members", _("jäsenille")


@entity_model
class Activity(Entity):
    kind_name = "activity"

    name = LocalisedTextField()
    organisation = models.ForeignKey(
        "catalogue.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    service = models.ForeignKey(
        "catalogue.Service", null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    provider = LocalisedTextField()
    place = models.ForeignKey(
        "catalogue.Place", null=True, blank=True, on_delete=models.SET_NULL, related_name="activities"
    )
    place_text = LocalisedTextField()
    summary = LocalisedTextField()
    description = LocalisedTextField()
    what_happens = LocalisedTextField()
    what_you_gain = LocalisedTextField()
    what_it_asks = LocalisedTextField()
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, blank=True)
    entry = models.CharField(max_length=20, choices=Entry.choices, blank=True)
    register_url = LocalisedTextField()
    register_phone = models.CharField(max_length=30, blank=True)
    register_email = models.EmailField(blank=True)
    register_in_person = LocalisedTextField()
    how_to_join = LocalisedTextField()
    arrival = LocalisedTextField()
    bring = LocalisedTextField()
    min_age = models.PositiveSmallIntegerField(null=True, blank=True)
    max_age = models.PositiveSmallIntegerField(null=True, blank=True)
    gender = models.CharField(max_length=6, blank=True)
    fitness = models.CharField(max_length=10, blank=True)
    beginners = models.BooleanField(null=True, blank=True)
    demands = models.JSONField(default=list, blank=True)
    seated_option = models.BooleanField(null=True, blank=True)
    peer_support = models.BooleanField(null=True, blank=True)
    led_by = models.CharField(max_length=18, blank=True)
    group_typical = models.PositiveSmallIntegerField(null=True, blank=True)
    group_max = models.PositiveIntegerField(null=True, blank=True)
    children = models.CharField(max_length=12, blank=True)
    children_ages = models.CharField(max_length=20, blank=True)
    companion = models.JSONField(default=list, blank=True)
    alone_ok = models.BooleanField(null=True, blank=True)
    quiet_ok = models.BooleanField(null=True, blank=True)
    trial = models.CharField(max_length=20, blank=True)
    residents_only = models.JSONField(default=list, blank=True)
    setting = models.CharField(max_length=8, blank=True)
    safe_space = models.BooleanField(null=True, blank=True)
    substance_free = models.BooleanField(null=True, blank=True)
    anonymous_ok = models.BooleanField(null=True, blank=True)
    id_needed = models.BooleanField(null=True, blank=True)
    discreet_ticket = models.BooleanField(null=True, blank=True)
    hygiene = LocalisedTextField()
    food = models.CharField(max_length=12, blank=True)
    equipment = models.CharField(max_length=10, blank=True)
    volunteering = models.BooleanField(null=True, blank=True)
    by_appointment = models.BooleanField(null=True, blank=True)
    referral_capacity = models.CharField(max_length=14, blank=True)
    referral_capacity_at = models.DateTimeField(null=True, blank=True)
    website = LocalisedTextField()
    keywords = LocalisedTextField()
    image_url = models.URLField(max_length=500, blank=True)
    image_alt = LocalisedTextField()
    image_licence = models.CharField(max_length=60, blank=True)
    image_credit = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(min_age__isnull=True) | Q(max_age__isnull=True) | Q(min_age__lte=models.F("max_age")),
                name="activity_ages_in_order",
            )
        ]


class ActivityLanguage(models.Model):
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="activity_languages")
    language = models.CharField(max_length=12)
    how = models.CharField(max_length=24, default="spoken")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["activity", "language", "how"], name="activity_language_once")]


class Suitability(models.Model):
    """Can I join with this limit? `suits` and `not_for` need a named human; a machine may only derive `ask_first`."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="suitability")
    limit = models.CharField(max_length=20)
    verdict = models.CharField(max_length=10)
    note = LocalisedTextField()
    stated_by = models.CharField(max_length=14)
    stated_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "limit"], name="suitability_once_a_limit"),
            models.CheckConstraint(
                condition=~Q(stated_by="derived") | Q(verdict="ask_first"), name="suitability_machine_only_asks"
            ),
        ]
