"""`/`: the languages, the reader's own first. It offers, it never redirects (ux.md § 6)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from django.views.decorators.http import require_safe

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.page import show


@require_safe
def languages(request: HttpRequest) -> HttpResponse:
    offered = preferred(request.headers.get("Accept-Language", ""))
    links = [(tag, address("front", tag)) for tag in offered]
    with translation.override(offered[0]):
        response = show(
            "resident/languages.html",
            {"offered": links},
            language=offered[0],
            now=timezone.now(),
        )
    patch_vary_headers(response, ["Accept-Language"])
    return response


def preferred(accept_language: str) -> tuple[str, ...]:
    """All interface languages, those the browser asks for first."""
    asked = [tag.split("-")[0] for tag, _weight in parse_accept_lang_header(accept_language)]
    known = dict.fromkeys(tag for tag in asked if tag in INTERFACE_LANGUAGES)
    return tuple(dict.fromkeys([*known, *INTERFACE_LANGUAGES]))
