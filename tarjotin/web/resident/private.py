"""Pages that are about somebody's own list: nobody keeps them, and no search engine shows them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from tarjotin.web.resident import preferences


def private_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page in one language for whoever has the code; it stays in no cache."""

    @wraps(view)
    def in_language(request: HttpRequest, language: str, **more: Any) -> HttpResponse:
        with translation.override(language), preferences.wanted(preferences.read(request)):
            response = view(request, language=language, **more)
        response.headers["Content-Language"] = language
        response.headers["X-Robots-Tag"] = "noindex"
        patch_vary_headers(response, ["Cookie"])
        patch_cache_control(response, private=True, no_store=True)
        return response

    return require_safe(in_language)
