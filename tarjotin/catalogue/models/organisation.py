"""Who offers something: a city, an association, a peer group …"""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from tarjotin.catalogue.models.entity import Entity, entity_model
from tarjotin.common.fields import LocalisedTextField


class OrganisationKind(models.TextChoices):
    CITY = "city", _("kaupunki")
    OTHER_CITY = "other_city", _("muu kunta")
    WELLBEING_COUNTY = "wellbeing_county", _("hyvinvointialue")
    ASSOCIATION = "association", _("yhdistys")
    FOUNDATION = "foundation", _("säätiö")
    PARISH = "parish", _("seurakunta")
    COMPANY = "company", _("yritys")
    PEER_GROUP = "peer_group", _("vertaisryhmä")
    STATE = "state", _("valtio")


@entity_model
class Organisation(Entity):
    kind_name = "organisation"

    kind = models.CharField(max_length=20, choices=OrganisationKind.choices, blank=True)
    name = LocalisedTextField()
    short_name = LocalisedTextField()
    description = LocalisedTextField()
    business_id = models.CharField(max_length=9, blank=True)
    oid = models.CharField(max_length=60, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="units")
    website = LocalisedTextField()
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    safe_space_url = LocalisedTextField()

    class Meta:
        indexes = [models.Index(fields=["business_id"], condition=~Q(business_id=""), name="organisation_business_id")]
