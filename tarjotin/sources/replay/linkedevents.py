"""Linked Events (`/linkedevents/`): pages, deletions, redirects; which events match is in `event_filters.py`."""

from __future__ import annotations

from typing import Any

from tarjotin.sources.replay import dates, repeats
from tarjotin.sources.replay.asking import OtherAnswer, Page, Request, not_found, reference
from tarjotin.sources.replay.event_filters import filtered_events, sorted_events
from tarjotin.sources.replay.folder import Data, Endpoint, Record

PATTERNS: dict[str, tuple[str, ...]] = {
    "event": ("linkedevents/event*.json", "linkedevents/course*.json"),
    "place": ("linkedevents/place*.json",),
    "keyword": (
        "linkedevents/keyword.json",
        "linkedevents/keyword_*.json",
        "!linkedevents/keyword_set*.json",
        "!linkedevents/keyword_labels*.json",
    ),
    "keyword_set": ("linkedevents/keyword_set*.json",),
    "language": ("linkedevents/language*.json",),
    "image": ("linkedevents/image*.json",),
    "registration": ("linkedevents/registration*.json",),
    "organization": ("linkedevents/organization*.json",),
    "data_source": ("linkedevents/data_source*.json",),
    # Events recorded with `include=`: they know places and keywords that no list file has.
    "event_with_parts": ("linkedevents/event_include_*.json",),
}
ENDPOINTS = {
    ("linkedevents", kind): Endpoint(patterns, dates.linked_events, expand=repeats.expand)
    for kind, patterns in PATTERNS.items()
}
SERVED = tuple(kind for kind in PATTERNS if kind != "event_with_parts")
PAGE_SIZE, LARGEST_PAGE = 20, 100  # a larger page_size is cut without a word
OF_A_DELETED_EVENT = ("id", "name", "last_modified_time", "deleted", "replaced_by")

# What `include=` fills in, and which list knows it.
PARTS = {
    "location": "place",
    "keywords": "keyword",
    "audience": "keyword",
    "in_language": "language",
    "sub_events": "event",
    "super_event": "event",
    "registration": "registration",
}


def answer(request: Request) -> Any:
    match request.parts:
        case ["event"]:
            return _page(request, _events(request))
        case [kind] if kind in SERVED:
            return _page(request, _listed(request, kind))
        case [kind, record_id] if kind in SERVED:
            return _served(request, _alone(request, kind, record_id))
        case _:
            raise not_found()


def _events(request: Request) -> list[Record]:
    if "ids" in request.query:
        return sorted_events(request, filtered_events(request))  # few rows: not worth remembering
    not_about_rows = ("page", "page_size", "include")
    asked = frozenset(item for item in request.query.items() if item[0] not in not_about_rows)
    key = (asked, request.ignore_dates, request.now.replace(second=0, microsecond=0))
    return request.data.remembered(key, lambda: sorted_events(request, filtered_events(request)))


def _page(request: Request, rows: list[Record]) -> dict[str, Any]:
    page = request.page(rows, size=min(request.number("page_size", PAGE_SIZE), LARGEST_PAGE))
    if page.number > page.count:
        raise not_found("Invalid page.")
    return {"meta": _meta(request, page), "data": [_served(request, row) for row in page.rows]}


def _meta(request: Request, page: Page) -> dict[str, Any]:
    return {"count": page.total, **request.neighbours(page)}


def _listed(request: Request, kind: str) -> list[Record]:
    """Places and keywords without events stay hidden unless asked for, and so do deleted and deprecated ones."""
    rows = request.data.rows("linkedevents", kind)
    if not request.is_on("show_deleted"):
        rows = [row for row in rows if not row.get("deleted")]
    if kind in ("place", "keyword") and not request.is_on(f"show_all_{kind}s"):
        rows = [row for row in rows if row.get("n_events", 1)]
    if kind == "keyword" and not request.is_on("show_deprecated"):
        rows = [row for row in rows if not row.get("deprecated")]
    if request.is_on("has_upcoming_events"):
        rows = [row for row in rows if row.get("has_upcoming_events")]
    if sources := request.values("data_source"):
        rows = [row for row in rows if row.get("data_source") in sources]
    if searched := request.text("text").casefold():
        rows = [row for row in rows if searched in str(row.get("name")).casefold()]
    return rows


def _alone(request: Request, kind: str, record_id: str) -> Record:
    """One record: 301 to its replacement, 410 when it is deleted, 404 when it never was."""
    record = _known(request.data, kind, record_id)
    if record is None:
        raise not_found()
    if replacement := reference(record.get("replaced_by")):
        query = f"?{request.query_string}" if request.query_string else ""
        location = f"{request.url}/linkedevents/{kind}/{replacement}/{query}"
        raise OtherAnswer(301, {"detail": f"Replaced by {replacement}."}, headers={"Location": location})
    if record.get("deleted") or record.get("deprecated"):
        raise OtherAnswer(410, {"detail": f"The {kind} has been deleted."})
    return record


def _known(data: Data, kind: str, record_id: str) -> Record | None:
    return data.find("linkedevents", kind, record_id) or _inside_an_event(data, kind, record_id)


def _inside_an_event(data: Data, kind: str, record_id: str) -> Record | None:
    fields = [name for name, part in PARTS.items() if part == kind]
    for event in data.rows("linkedevents", "event_with_parts"):
        for value in (value for name in fields for value in _as_list(event.get(name))):
            if value.get("id") == record_id:
                return dict(value)
    return None


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _served(request: Request, row: Record) -> Record:
    """A row as the API gives it: its parts filled in as `include` asks, little of it left when it is deleted."""
    if row.get("deleted") and request.parts == ["event"]:
        return {key: row.get(key) for key in OF_A_DELETED_EVENT}
    recorded = request.data.find("linkedevents", "event_with_parts", row["id"]) or {}
    wanted = [name for name in request.values("include") if row.get(name) and name in PARTS]
    return row | {name: _filled(request.data, PARTS[name], recorded.get(name) or row[name]) for name in wanted}


def _filled(data: Data, kind: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_filled(data, kind, each) for each in value]
    return _known(data, kind, reference(value)) or value
