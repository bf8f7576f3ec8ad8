"""The addresses of the residents' pages: in every language of the catalogue its own words (mission Z1).

An address is also said on the phone and typed by hand, so languages in other letters take the English words; plain
Finnish and Finnish share theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.encoding import iri_to_uri

from tarjotin.common.languages import INTERFACE_LANGUAGES, base_of, reading_order

# Page → language → the word in its address.
WORDS: dict[str, dict[str, str]] = {
    "results": {"fi": "haku", "sv": "sok", "en": "search"},
    "about": {"fi": "tietoa", "sv": "om", "en": "about"},
    "words": {"fi": "sanat", "sv": "ord", "en": "words"},
    "choose": {"fi": "auta-valitsemaan", "sv": "hjalp-att-valja", "en": "help-me-choose"},
    "close_one": {"fi": "laheiselle", "sv": "for-en-narstaende", "en": "for-someone-close"},
    "open": {"fi": "open", "sv": "open", "en": "open"},  # other systems link to it: one word everywhere
    "compare": {"fi": "vertaa", "sv": "jamfor", "en": "compare"},
    "list": {"fi": "lista", "sv": "lista", "en": "list"},
    "week": {"fi": "viikko", "sv": "vecka", "en": "week"},
    "map": {"fi": "kartta", "sv": "karta", "en": "map"},
    "calendar": {"fi": "kalenteri", "sv": "kalender", "en": "calendar"},
    "try": {"fi": "kokeile", "sv": "prova", "en": "try"},
    "watch": {"fi": "vahti", "sv": "bevakning", "en": "watch"},
    "desks": {"fi": "neuvontapaikat", "sv": "radgivning", "en": "guidance"},
    "urgent": {"fi": "apua-heti", "sv": "akut-hjalp", "en": "urgent-help"},
    "rights": {"fi": "raha-ja-oikeudet", "sv": "pengar-och-rattigheter", "en": "money-and-rights"},
    "take_part": {"fi": "tee-itse", "sv": "gor-sjalv", "en": "take-part"},
    "report": {"fi": "ilmoita-virheesta", "sv": "anmal-fel", "en": "report"},
    "settings": {"fi": "asetukset", "sv": "installningar", "en": "settings"},
    "accessibility": {"fi": "saavutettavuus", "sv": "tillganglighet", "en": "accessibility"},
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
    word = f"{word_of(page, language)}/" if page != "front" else ""
    return f"/{language}/{word}{slug + '/' if slug else ''}{'?' + query if query else ''}"


def word_of(page: str, language: str) -> str:
    """What stands for a page in its address, without slashes."""
    words = WORDS[page]
    return words.get(base_of(language), words["en"])


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
