"""Lähellä.fi (`/lahella/`): activities in the shape of its admin service, drafts among them, by `skip` and `limit`."""

from __future__ import annotations

from typing import Any

from tarjotin.sources.replay import dates
from tarjotin.sources.replay.asking import Request, not_found
from tarjotin.sources.replay.folder import Endpoint

ENDPOINTS = {("lahella", "activity"): Endpoint(("lahella/activities*.json",), dates.lahella, "_key")}
LARGEST_LIMIT = 100


def answer(request: Request) -> Any:
    match request.parts:
        case ["activities"]:
            return _activities(request)
        case ["activities", key]:
            activity = request.data.find("lahella", "activity", key)
            if activity is None:
                raise not_found()
            return activity
        case _:
            raise not_found()


def _activities(request: Request) -> dict[str, Any]:
    rows = request.listed(request.data.rows("lahella", "activity"))
    if searched := request.text("text").casefold():
        rows = [row for row in rows if searched in str(row.get("traits", {}).get("translations")).casefold()]
    limit = request.capped(min(request.number("limit", 20), LARGEST_LIMIT))
    skip = request.number("skip", 0, least=0)
    total = {"total": len(rows)} if request.is_on("total") else {}
    return {"items": rows[skip : skip + limit], **total, "hasMore": skip + limit < len(rows)}
