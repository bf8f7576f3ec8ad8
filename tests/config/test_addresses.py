"""Every address outside the staff pages is in this table, is for everybody, takes questions only, and sets no cookie.

The staff pages have a table of their own with every role: tests/web/staff/test_access.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.people.models import User
from tarjotin.web.resident.addresses import address, word_of
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]

NOBODY = UUID(int=0)
STAFF = "yllapito/"
API = ("services", "activities", "sessions", "places", "organisations")
PAGES = (
    "results",
    "about",
    "words",
    "settings",
    "rights",
    "urgent",
    "take_part",
    "accessibility",
    "desks",
    "choose",
    "close_one",
    "open",
    "calendar",
    "try",
    "map",
    "compare",
    "watch",
    "list",
)
ENTITIES = ("words", "rights", "activity", "service", "place", "organisation")

# Pattern → an address that fits it, and what everybody gets there when the catalogue holds nothing.
PUBLIC: dict[str, tuple[str, int]] = {
    "": ("/", 200),
    "healthz": ("/healthz", 200),
    "readiness": ("/readiness", 200),
    "robots.txt": ("/robots.txt", 200),
    "sitemap.xml": ("/sitemap.xml", 200),
    "sitemap-pages.xml": ("/sitemap-pages.xml", 200),
    "sitemap-<str:kind>-<int:number>.xml": ("/sitemap-activity-99.xml", 404),
    "vahti/<str:token>/": ("/vahti/nobody/", 405),
    "L/<str:code>": ("/L/K7M2QX", 404),
    "l/<str:code>": ("/l/k7m2qx", 404),
    "api/v1/": ("/api/v1/", 200),
    "api/v1/openapi.json": ("/api/v1/openapi.json", 200),
    "api/v1/categories": ("/api/v1/categories", 200),
    "api/v1/search": ("/api/v1/search", 200),
}
for name in API:
    singular = {"activities": "activity"}.get(name, name.removesuffix("s"))
    PUBLIC[f"api/v1/{name}"] = (f"/api/v1/{name}", 200)
    PUBLIC[f"api/v1/{name}/<{singular}_id>"] = (f"/api/v1/{name}/{NOBODY}", 404)
for language in INTERFACE_LANGUAGES:
    PUBLIC[f"{language}/"] = (f"/{language}/", 200)
    PUBLIC |= {f"{language}/{word_of(page, language)}/": (address(page, language), 200) for page in PAGES}
    PUBLIC |= {
        f"{language}/{word_of(kind, language)}/<str:slug>/": (address(kind, language, "nobody"), 404)
        for kind in ENTITIES
    }
    PUBLIC[f"{language}/{word_of('watch', language)}/<str:token>/"] = (address("watch", language, "nobody"), 404)
    PUBLIC[f"{language}/{word_of('report', language)}/<str:word>/<str:slug>/"] = (
        address("report", language, f"{word_of('activity', language)}/nobody"),
        404,
    )

    PUBLIC |= {
        f"{language}/{word_of(page, language)}/<str:code>/": (address(page, language, "K7M-2QX"), 404)
        for page in ("list", "week")
    }
    PUBLIC |= {
        f"{language}/{word_of('week', language)}/": (address("week", language), 302),
        f"{language}/{word_of('list', language)}/tallennus.js": (address("list", language) + "tallennus.js", 200),
        f"{language}/ics/session/<uuid:session>.ics": (f"/{language}/ics/session/{NOBODY}.ics", 404),
        f"{language}/ics/activity/<uuid:activity>.ics": (f"/{language}/ics/activity/{NOBODY}.ics", 404),
        f"{language}/ics/list/<str:code>.ics": (f"/{language}/ics/list/K7M-2QX.ics", 404),
    }

# What is tried on every kind of address: the pages in two of the languages stand for those in all.
TRIED = [
    pattern
    for pattern in PUBLIC
    if pattern.split("/")[0] in {"fi", "ar"} or pattern.split("/")[0] not in INTERFACE_LANGUAGES
]


def patterns(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLPattern):
            yield before + str(each.pattern)
        else:
            yield from patterns(each, before + str(each.pattern))


def test_every_address_outside_the_staff_pages_is_in_the_table() -> None:
    found = {pattern for pattern in patterns(get_resolver()) if not pattern.startswith(STAFF)}

    assert found == PUBLIC.keys()


@pytest.mark.parametrize("pattern", TRIED)
@pytest.mark.parametrize("role", ["anonymous", "staff"])
def test_public_address_answers_everybody_the_same_without_a_cookie(
    client: Client, search_index: Any, pattern: str, role: str
) -> None:
    path, expected = PUBLIC[pattern]
    search_index.refresh()
    if role == "staff":
        client.force_login(User.objects.create(username="editor", is_staff=True, is_superuser=True))
        client.cookies["sessionid"]["max-age"] = ""

    response = client.get(path)

    assert (response.status_code, dict(response.cookies)) == (expected, {})


@pytest.mark.parametrize("pattern", TRIED)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_public_address_takes_nothing_from_elsewhere(client: Client, pattern: str, method: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    activity = make.activity()

    response = getattr(strict, method)(PUBLIC[pattern][0], {"name": "x"}, headers={"sec-fetch-site": "cross-site"})

    assert response.status_code in {403, 404, 405}
    activity.refresh_from_db()
    assert str(activity.name) == "Tuolijumppa"
