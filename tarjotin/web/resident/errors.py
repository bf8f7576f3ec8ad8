"""404, 500 and 503: what happened, a search field, and the phone. In the language of the address."""

from __future__ import annotations

import logging
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.web.resident.languages import preferred
from tarjotin.web.resident.page import show

logger = logging.getLogger(__name__)

# When even the page of the error cannot be made. No template, no database, no translation file.
LAST_RESORT = """<!doctype html><html lang="fi"><meta charset="utf-8"><title>Tarjotin</title>
<h1>Jokin meni vikaan. Något gick fel. Something went wrong.</h1><p><a href="/">Tarjotin</a></p></html>"""


def language_of(request: HttpRequest) -> str:
    """The language of the address, else the reader's own."""
    first = request.path_info.lstrip("/").split("/")[0]
    return first if first in INTERFACE_LANGUAGES else preferred(request.headers.get("Accept-Language", ""))[0]


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _show("resident/not_found.html", request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    try:
        return _show("resident/server_error.html", request, 500)
    except Exception:
        logger.exception("the page of the error could not be made")
        return HttpResponse(LAST_RESORT, status=500)


def no_search(*, language: str, now: datetime) -> HttpResponse:
    """503 while there is no index to search; it is built anew by the next refresh."""
    response = show("resident/server_error.html", {}, language=language, now=now, status=503)
    response.headers["Retry-After"] = "60"
    return response


def _show(template: str, request: HttpRequest, status: int) -> HttpResponse:
    language = language_of(request)
    with translation.override(language):
        response = show(template, {}, language=language, now=timezone.now(), status=status)
    response.headers["Content-Language"] = language
    return response
