"""What is offered as such: a desk, a library, a guidance service, a support form; where, and by which channels."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.models.entity import Entity, entity_model
from tarjotin.common.fields import LocalisedTextField


class ServiceKind(models.TextChoices):
    SERVICE = "service", _("palvelu")
    GUIDANCE_DESK = "guidance_desk", _("neuvontapiste")
    SELF_HELP = "self_help", _("omahoito")
    SUPPORT_FORM = "support_form", _("tukimuoto")


@entity_model
class Service(Entity):
    kind_name = "service"

    kind = models.CharField(max_length=14, choices=ServiceKind.choices, default=ServiceKind.SERVICE)
    name = LocalisedTextField()
    organisation = models.ForeignKey(
        "catalogue.Organisation", null=True, blank=True, on_delete=models.SET_NULL, related_name="services"
    )
    summary = LocalisedTextField()
    description = LocalisedTextField()
    what_happens = LocalisedTextField()
    what_you_gain = LocalisedTextField()
    what_it_asks = LocalisedTextField()
    how_to_get = LocalisedTextField()
    requirements = LocalisedTextField()
    fees_text = LocalisedTextField()
    is_free = models.BooleanField(null=True, blank=True)
    area = models.JSONField(default=list, blank=True)
    languages = models.JSONField(default=list, blank=True)
    life_events = models.JSONField(default=list, blank=True)
    website = LocalisedTextField()
    keywords = LocalisedTextField()
    anonymous_ok = models.BooleanField(null=True, blank=True)
    id_needed = models.BooleanField(null=True, blank=True)


class ServicePlace(models.Model):
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="service_places")
    place = models.ForeignKey("catalogue.Place", on_delete=models.CASCADE, related_name="service_places")
    phone = models.CharField(max_length=30, blank=True)
    note = LocalisedTextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["service", "place"], name="service_at_place_once")]


class Channel(models.Model):
    """A way to use a service: `kind` is phone, e_service, web, chat, form, email or visit."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(max_length=12)
    name = LocalisedTextField()
    value = models.CharField(max_length=500, blank=True)
    languages = models.JSONField(default=list, blank=True)
    cost = LocalisedTextField()
    note = LocalisedTextField()
    takes_callback = models.BooleanField(null=True, blank=True)
