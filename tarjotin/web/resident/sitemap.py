"""Maps for search engines: an index, and pages of at most 10 000 addresses, each with its other languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from tarjotin.catalogue.models import ENTITY_MODELS
from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.web.resident.addresses import SUBJECTS, absolute, addresses
from tarjotin.web.resident.supports import SUPPORTS

MOST_ADDRESSES = 10_000
ENTITIES_A_PAGE = MOST_ADDRESSES // len(INTERFACE_LANGUAGES)
XML = "application/xml; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page of the service: its address in every language, and the day it last changed."""

    urls: tuple[tuple[str, str], ...]  # language, address
    modified_at: datetime | None = None


@require_safe
@cache_control(public=True, max_age=3600)
def index(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    maps = [absolute("/sitemap-pages.xml")]
    for kind, model in ENTITY_MODELS.items():
        pages = ceil(model.objects.visible(now).count() / ENTITIES_A_PAGE)
        maps += [absolute(f"/sitemap-{kind}-{number}.xml") for number in range(1, pages + 1)]
    return HttpResponse(render_to_string("resident/sitemap_index.xml", {"maps": maps}), content_type=XML)


@require_safe
@cache_control(public=True, max_age=3600)
def pages(request: HttpRequest) -> HttpResponse:
    about_words = [_entry("words"), *(_entry("words", slugs) for slugs in SUBJECTS.values())]
    supports = [_entry("rights"), *(_entry("rights", support.slugs) for support in SUPPORTS)]
    own = map(
        _entry,
        (
            "front",
            "results",
            "about",
            "choose",
            "close_one",
            "urgent",
            "desks",
            "take_part",
            "accessibility",
            "try",
            "calendar",
        ),
    )
    return _answer([*own, *about_words, *supports])


@require_safe
@cache_control(public=True, max_age=3600)
def entities(request: HttpRequest, kind: str, number: int) -> HttpResponse:
    model = ENTITY_MODELS.get(kind)
    if model is None or number < 1:
        raise Http404
    first = (number - 1) * ENTITIES_A_PAGE
    rows: Any = model.objects.visible(timezone.now()).order_by("pk").values_list("slug", "modified_at")
    found = [_entry(kind, slug, modified_at) for slug, modified_at in rows[first : first + ENTITIES_A_PAGE]]
    if not found:
        raise Http404
    return _answer(found)


@require_safe
@cache_control(public=True, max_age=86400)
def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /yllapito/", f"Sitemap: {absolute('/sitemap.xml')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def _entry(page: str, slug: Mapping[str, str] | None = None, modified_at: datetime | None = None) -> Entry:
    urls = addresses(page, slug)
    return Entry(tuple((language, absolute(url)) for language, url in urls.items()), modified_at)


def _answer(entries: list[Entry]) -> HttpResponse:
    return HttpResponse(render_to_string("resident/sitemap.xml", {"entries": entries}), content_type=XML)
