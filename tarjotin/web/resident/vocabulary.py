"""The tray's own short lists with their labels: categories, needs, audiences, districts. Kept for a minute."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.cache import cache

from tarjotin.catalogue.geography import districts
from tarjotin.catalogue.models import Concept
from tarjotin.common.text import LocalisedText

SCHEMES = ("category", "need", "audience")
KEPT_S = 60


def concepts() -> dict[str, dict[str, LocalisedText]]:
    """Scheme → code → label, in the order in which pages show them."""
    found: dict[str, dict[str, LocalisedText]] | None = cache.get("vocabulary")
    if found is None:
        found = {scheme: {} for scheme in SCHEMES}
        for concept in Concept.objects.filter(scheme__in=SCHEMES, replaced_by="").order_by("position", "code"):
            found[concept.scheme][concept.code] = concept.label
        cache.set("vocabulary", found, KEPT_S)
    return found


def district_names() -> Mapping[str, LocalisedText]:
    return {code: district.name for code, district in districts().items()}


def district_name(code: str) -> LocalisedText:
    return districts()[code].name if code in districts() else LocalisedText()
