"""The short address of a list, as it stands on paper: "/L/K7M2QX"; and the worker that keeps a list on a phone."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.guidance.codes import shown_code
from tarjotin.web.resident import my_list_access as access
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.my_list import lost

BEFORE_KNOWN = "fi"
WORKER = Path(__file__).resolve().parent.parent / "static" / "keep-worker.js"


@require_safe
def short(request: HttpRequest, code: str) -> HttpResponse:
    """To the list in the language it was begun in; the page there says when there is none."""
    now = timezone.now()
    try:
        plan = access.list_of_code(request, code, now)
    except (access.NoSuchList, access.TooManyTries) as problem:
        with translation.override(BEFORE_KNOWN):
            response = lost(problem, code, language=BEFORE_KNOWN, now=now)
    else:
        language = plan.language if plan.language in INTERFACE_LANGUAGES else BEFORE_KNOWN
        response = HttpResponseRedirect(address("list", language, shown_code(plan.code)))
    patch_cache_control(response, private=True, no_store=True)
    return response


@require_safe
def keep_worker(request: HttpRequest, language: str) -> HttpResponse:
    """Served beside the list, for a worker answers for its own folder only."""
    response = HttpResponse(WORKER.read_bytes(), content_type="text/javascript; charset=utf-8")
    patch_cache_control(response, no_cache=True)
    return response
