"""The tray's own short lists with their labels: categories, needs, audiences, districts. Kept for a minute."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache as kept

from django.core.cache import cache

from tarjotin.catalogue.geography import districts
from tarjotin.catalogue.models import Concept
from tarjotin.common.text import LocalisedText
from tarjotin.web.formats.texts import plain_wording

SCHEMES = ("category", "need", "audience")
KEPT_S = 60


def concepts(scheme: str, language: str) -> Mapping[str, str]:
    """Code → label, in the order in which pages show them. Kept as plain words: those are read fast."""
    key = f"vocabulary-{language}"
    found: dict[str, dict[str, str]] | None = cache.get(key)
    if found is None:
        found = {name: {} for name in SCHEMES}
        rows = Concept.objects.filter(scheme__in=SCHEMES, replaced_by="").order_by("position", "code")
        for of, code, label in rows.values_list("scheme", "code", "label"):
            found[of][code] = plain_wording(label, language)
        cache.set(key, found, KEPT_S)
    return found[scheme]


@kept
def district_names(language: str) -> Mapping[str, str]:
    """Number → name, in the order of the numbers."""
    return {code: plain_wording(district.name, language) for code, district in districts().items()}


def district_name(code: str) -> LocalisedText:
    return districts()[code].name if code in districts() else LocalisedText()
