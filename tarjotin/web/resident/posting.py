"""What is sent to us from a page that anybody may keep: no token fits in it, so the browser tells where it stood.

A page is the same for all and may lie in anyone's cache, so Django's token has no place in it. Browsers tell with every
form where it stood: `Sec-Fetch-Site`, and `Origin` in older ones. The cookies here are `SameSite=Lax`, so a form on
another site would come without them as well.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from tarjotin.common.languages import INTERFACE_LANGUAGES

LONGEST_ADDRESS = 2_000


def resident_form(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Takes what a resident sends in one language; nobody keeps the answer, and other sites' forms are refused."""

    @wraps(view)
    def taken(request: HttpRequest, language: str, **more: Any) -> HttpResponse:
        if not same_site(request):
            return HttpResponseForbidden()
        with translation.override(language):
            response = view(request, language=language, **more)
        response.headers["Content-Language"] = language
        add_never_cache_headers(response)
        return response

    return csrf_exempt(require_POST(taken))


def page_and_form(page: Callable[..., HttpResponse], form: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """One address for a page and for what is sent from it."""

    def either(request: HttpRequest, language: str, **more: Any) -> HttpResponse:
        return (form if request.method == "POST" else page)(request, language=language, **more)

    return csrf_exempt(either)


def same_site(request: HttpRequest) -> bool:
    """Whether the form stood on a page of ours; a browser too old to say so is trusted, for its cookies stay Lax."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc == request.get_host()


def safe_back(path: str, otherwise: str) -> str:
    """A path of the residents' pages to go back to; anything else becomes `otherwise`."""
    ours = any(path.startswith(f"/{language}/") for language in INTERFACE_LANGUAGES)
    is_plain = ours and len(path) <= LONGEST_ADDRESS and path.isprintable() and "\\" not in path
    return path if is_plain else otherwise
