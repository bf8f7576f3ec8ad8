"""Answers anyone may keep for a minute, and need not fetch again while they are the same."""

from __future__ import annotations

import hashlib
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from pydantic import BaseModel

SECONDS_KEPT = 60

# They tell when you asked, not what there is: a page is the same while its items are.
OF_THE_MOMENT = {"next", "follow_after"}


def answer(request: HttpRequest, body: BaseModel, *, also: str = "") -> HttpResponse:
    """The body as JSON with its ETag; 304 when the asker has it already. `also`: what else makes it another one."""
    text = body.model_dump_json()
    return kept(request, HttpResponse(text.encode(), content_type="application/json"), _etag(body, text, also))


def kept(request: HttpRequest, response: HttpResponse, etag: str) -> HttpResponse:
    """The response with its ETag, or 304."""
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
    return cast(HttpResponse, get_conditional_response(request, etag=etag, response=response))


def _etag(body: BaseModel, text: str, also: str) -> str:
    if all(getattr(body, name, None) is None for name in OF_THE_MOMENT):
        return etag_of(f"{text}{also}")
    is_last = getattr(body, "next", None) is None
    return etag_of(f"{body.model_dump_json(exclude=OF_THE_MOMENT)}{is_last}{also}")


def etag_of(text: str) -> str:
    """Weak, for the body may be compressed on its way."""
    return f'W/"{hashlib.sha256(text.encode()).hexdigest()[:24]}"'
