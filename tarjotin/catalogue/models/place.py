"""Where something happens, how one gets there and in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.models.entity import Entity, entity_model
from tarjotin.common.distance import Point
from tarjotin.common.fields import LocalisedTextField


class PlaceKind(models.TextChoices):
    PHYSICAL = "physical", _("paikka")
    OUTDOORS = "outdoors", _("ulkona")
    ONLINE = "online", _("verkossa")
    PHONE = "phone", _("puhelimessa")


@entity_model
class Place(Entity):
    kind_name = "place"

    kind = models.CharField(max_length=10, choices=PlaceKind.choices, default=PlaceKind.PHYSICAL)
    name = LocalisedTextField()
    summary = LocalisedTextField()
    description = LocalisedTextField()
    organisation = models.ForeignKey(
        "catalogue.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="places"
    )
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="rooms")
    street = LocalisedTextField()
    postal_code = models.CharField(max_length=5, blank=True)
    municipality = models.CharField(max_length=3, blank=True, db_index=True)
    city = LocalisedTextField()
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    district = models.CharField(max_length=40, blank=True, db_index=True)
    tpr_unit = models.CharField(max_length=20, blank=True)
    lipas_id = models.CharField(max_length=20, blank=True)
    library_id = models.CharField(max_length=20, blank=True)
    hours_id = models.CharField(max_length=40, blank=True)
    building_id = models.CharField(max_length=20, blank=True)
    lipas_type = models.CharField(max_length=10, blank=True)
    entrance = LocalisedTextField()
    arrival = LocalisedTextField()
    parking = LocalisedTextField()
    accessible_parking = models.BooleanField(null=True, blank=True)
    website = LocalisedTextField()
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    fees_text = LocalisedTextField()
    notice = LocalisedTextField()
    languages = models.JSONField(default=list, blank=True)
    keywords = LocalisedTextField()
    image_url = models.URLField(max_length=500, blank=True)
    image_alt = LocalisedTextField()
    image_licence = models.CharField(max_length=60, blank=True)
    image_credit = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["lat", "lon"], name="place_point"),
            models.Index(fields=["tpr_unit"], condition=~Q(tpr_unit=""), name="place_tpr_unit"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(lat__isnull=True, lon__isnull=True) | Q(lat__range=(-90, 90), lon__range=(-180, 180)),
                name="place_point_is_whole",
            )
        ]

    @property
    def point(self) -> Point | None:
        return Point(self.lat, self.lon) if self.lat is not None and self.lon is not None else None


class PlaceAccess(models.Model):
    """How a place suits one way of moving or sensing; `unknown` is not "no"."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="access")
    profile = models.CharField(max_length=20)
    arrival = models.CharField(max_length=12, default="any")
    verdict = models.CharField(max_length=12)
    shortcomings = LocalisedTextField()
    count = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "profile", "arrival"], name="place_access_once"),
            models.CheckConstraint(
                condition=Q(verdict__in=["ok", "shortcomings", "unknown"]), name="place_access_verdict_known"
            ),
        ]


class PlaceTransit(models.Model):
    """A stop near a place, computed from its point: never told by a source."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="transit")
    mode = models.CharField(max_length=8)
    stop = models.CharField(max_length=60)
    walk_m = models.PositiveIntegerField()
    step_free = models.BooleanField(null=True, blank=True)
