"""The API itself: its routers, its refusals, and its contract as an OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from tarjotin.api import contract, refusals
from tarjotin.api.routers import activities, categories, organisations, places, search, services, sessions

DESCRIPTION = """\
What a city offers its residents at a low threshold: services, activities and their dated times, places and
organisations. For reading, open to anyone, without a key.

Texts are objects by language (BCP 47); `null` means "not told", never "no"; moments are UTC in RFC 3339.
The data comes from open sources: show the `credit` of an entry's `sources` where you show the entry."""


class PublicNinja(NinjaAPI):
    def get_openapi_schema(self, **options: Any) -> Any:
        """The document as django-ninja makes it, brought in line with what really answers."""
        return contract.finished(super().get_openapi_schema(path_prefix="api/v1/"))


api = PublicNinja(
    title="Tarjotin",
    version="1",
    description=DESCRIPTION,
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url=None,
    servers=[],
    openapi_extra={
        "info": {"license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}},
        "tags": [
            {"name": "services", "description": "What is offered as such."},
            {"name": "activities", "description": "What people attend."},
            {"name": "sessions", "description": "The dated times of activities."},
            {"name": "places", "description": "Where it happens."},
            {"name": "organisations", "description": "Who offers it."},
            {"name": "categories", "description": "The short lists entries are classified by."},
            {"name": "search", "description": "Finding."},
        ],
    },
)
for name, module in (
    ("services", services),
    ("activities", activities),
    ("sessions", sessions),
    ("places", places),
    ("organisations", organisations),
    ("categories", categories),
    ("search", search),
):
    api.add_router(f"/{name}", module.router)

REFUSALS: dict[type[Exception], Callable[[HttpRequest, Any], HttpResponse]] = {
    refusals.BadRequest: refusals.bad_request,
    refusals.IsGone: refusals.gone,
    refusals.HasMoved: refusals.moved,
    ValidationError: refusals.invalid,
    Http404: refusals.not_found,
}
for refusal, handler in REFUSALS.items():
    api.add_exception_handler(refusal, handler)
