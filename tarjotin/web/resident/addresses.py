"""The addresses of the residents' pages: in every language its own words, equal in all (mission Z1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.encoding import iri_to_uri

from tarjotin.common.languages import INTERFACE_LANGUAGES, reading_order

# Page → language → the word in its address.
WORDS: dict[str, dict[str, str]] = {
    "results": {"fi": "haku", "sv": "sok", "en": "search"},
    "about": {"fi": "tietoa", "sv": "om", "en": "about"},
    "words": {"fi": "sanat", "sv": "ord", "en": "words"},
    "activity": {"fi": "toiminta", "sv": "aktivitet", "en": "activity"},
    "service": {"fi": "palvelu", "sv": "tjanst", "en": "service"},
    "place": {"fi": "paikka", "sv": "plats", "en": "place"},
    "organisation": {"fi": "jarjestaja", "sv": "arrangor", "en": "organiser"},
}

# Subject of the thesaurus → language → its word in the address of a page of words.
SUBJECTS: dict[str, dict[str, str]] = {
    "sport": {"fi": "liikunta", "sv": "motion", "en": "sport"},
    "nature": {"fi": "luonto", "sv": "natur", "en": "nature"},
    "culture": {"fi": "kulttuuri", "sv": "kultur", "en": "culture"},
    "community": {"fi": "seura", "sv": "gemenskap", "en": "company"},
    "food": {"fi": "ruoka", "sv": "mat", "en": "food"},
    "advice": {"fi": "neuvot", "sv": "rad", "en": "advice"},
    "needs": {"fi": "elamantilanteet", "sv": "livssituationer", "en": "life"},
    "audiences": {"fi": "kenelle", "sv": "for-vem", "en": "for-whom"},
    "places": {"fi": "paikat", "sv": "platser", "en": "places"},
    "properties": {"fi": "toiveet", "sv": "onskemal", "en": "wishes"},
}


def address(page: str, language: str, slug: str = "", query: str = "") -> str:
    """The path of a page; `query` is an encoded query string."""
    word = f"{WORDS[page][language]}/" if page != "front" else ""
    return f"/{language}/{word}{slug + '/' if slug else ''}{'?' + query if query else ''}"


def addresses(page: str, slugs: Mapping[str, str] | None = None, query: str = "") -> dict[str, str]:
    """The same page in every language."""
    return {
        language: address(page, language, slug_in(slugs or {}, language), query) for language in INTERFACE_LANGUAGES
    }


def slug_in(slugs: Mapping[str, str], language: str) -> str:
    """The slug in this language, else the one a reader of it would read next."""
    return next((slugs[tag] for tag in reading_order(language) if tag in slugs), next(iter(slugs.values()), ""))


def entity_address(entity: Any, language: str) -> str:
    """Where an organisation, service, place or activity stands."""
    return address(entity.kind_name, language, slug_in(entity.slug, language))


def absolute(path: str) -> str:
    """With scheme and host, for machines; letters beyond ASCII encoded."""
    return settings.PUBLIC_URL + iri_to_uri(path)
