"""Our own edits (`/edits/`): one JSON array, or a page of it with `?page=`; a page after the last is empty."""

from __future__ import annotations

from typing import Any

from tarjotin.sources.replay import dates
from tarjotin.sources.replay.asking import Request, not_found
from tarjotin.sources.replay.folder import Endpoint

ENDPOINTS = {("edits", "edit"): Endpoint(("edits/*.json",), dates.linked_events)}
PAGE_SIZE = 100


def answer(request: Request) -> Any:
    if request.parts:
        raise not_found()
    rows = request.data.rows("edits", "edit")
    return request.page(rows, size=PAGE_SIZE).rows if "page" in request.query else request.listed(rows)
