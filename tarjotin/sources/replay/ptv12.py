"""PTV v12 (`/ptv/v12/`): searches, single records, removals; from the v11 records, by `ptv12_records.py`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tarjotin.sources.replay import ptv, ptv12_records
from tarjotin.sources.replay.asking import OtherAnswer, Request
from tarjotin.sources.replay.folder import Data, Record

KINDS = {
    "service": ("Service", ptv12_records.service),
    "service-channel": ("ServiceChannel", ptv12_records.channel),
    "organization": ("Organization", ptv12_records.organization),
    "general-description": ("GeneralDescription", ptv12_records.general_description),
    "service-collection": ("ServiceCollection", ptv12_records.plain),
}
CODES = {"target-groups": "targetGroups", "life-events": "lifeEvents", "service-classes": "serviceClasses",
         "ontology-terms": "ontologyTerms"}  # fmt: skip
# Search parameter → how to read the values an item has for it.
FILTERS: dict[str, Callable[[Record], list[str]]] = {
    "serviceTypes": lambda item: [item.get("serviceType") or ""],
    "channelTypes": lambda item: [item.get("channelType") or ""],
    "serviceClasses": lambda item: item.get("serviceClasses", []),
    "ontologyTerms": lambda item: item.get("ontologyTerms", []),
    "targetGroups": lambda item: item.get("targetGroups", []),
    "lifeEvents": lambda item: item.get("lifeEvents", []),
    "languageVersions": lambda item: list(item.get("languageVersions", ())),
    "organizationContentIds": lambda item: item.get("organizationContentIds", []),
    "areaType": lambda item: [item.get("area", {}).get("areaType") or ""],
    "municipalities": lambda item: item.get("area", {}).get("municipalities", []),
    "wellbeingServicesCounties": lambda item: item.get("area", {}).get("wellbeingServicesCounties", []),
}
LARGEST_PAGE, MOST_ORGANIZATIONS = 100, 20


def problem(status: int, title: str, **more: str) -> OtherAnswer:
    body = {"type": "about:blank", "title": title, "status": status, **more}
    return OtherAnswer(status, body, content_type="application/problem+json")


def answer(request: Request) -> Any:
    try:
        return _answer(request)
    except OtherAnswer as other:
        if other.status == 400 and "json" in other.content_type and "detail" in other.body:
            raise problem(400, "Bad request", detail=other.body["detail"]) from None
        raise


def _answer(request: Request) -> Any:
    match request.parts:
        case ["connection", "search"]:
            return _search_page(request, ptv12_records.connections(_published(request.data, "Service")))
        case ["connection", service_id, channel_id]:
            return _connection(request, service_id, channel_id)
        case [kind, "search"] if kind in KINDS:
            return _search(request, *KINDS[kind])
        case [kind, "archived"] if kind in KINDS:
            return _archived(request, KINDS[kind][0])
        case [kind, content_id] if kind in KINDS:
            return _one(request, *KINDS[kind], content_id)
        case [name] if name in CODES:
            return {"items": _codes(request, CODES[name])}
        case ["municipality-codes"]:
            return {"items": request.data.documents.get("ptv/codes/kuntaapi_municipality.json", [])}
        case _:
            raise problem(404, "Not found", reason="Unknown")


def _published(data: Data, kind: str) -> list[Record]:
    return [row for row in data.rows("ptv", kind) if ptv.status(row) == "Published"]


def _search(request: Request, kind: str, convert: Callable[[Record], Record]) -> dict[str, Any]:
    if len(request.values("organizationContentIds")) > MOST_ORGANIZATIONS:
        raise problem(400, f"At most {MOST_ORGANIZATIONS} organisations")
    rows = _published(request.data, kind)
    if since := ptv.asked_time(request, "publishedAtOrAfter"):
        rows = [row for row in rows if (modified := ptv.modified_at(row)) and modified >= since]
    return _search_page(request, [item for item in map(convert, rows) if _matches(request, item)])


def _matches(request: Request, item: Record) -> bool:
    """Any of the values asked for, or all of them with `…Match=all`."""
    for name, values_of in FILTERS.items():
        if wanted := set(request.values(name)):
            found = wanted & set(values_of(item))
            if not found or (request.text(f"{name}Match") == "all" and found != wanted):
                return False
    return True


def _search_page(request: Request, items: list[Record]) -> dict[str, Any]:
    size = request.number("pageSize", 20)
    if size > LARGEST_PAGE:
        raise problem(400, f"pageSize is at most {LARGEST_PAGE}")
    page = request.page(items, size=size)
    numbers = {"page": page.number, "pageSize": page.size, "totalItems": page.total, "totalPages": page.count}
    return {**numbers, "items": page.rows}


def _one(request: Request, kind: str, convert: Callable[[Record], Record], content_id: str) -> Record:
    record = request.data.find("ptv", kind, content_id.lower())
    if record is None:
        raise problem(404, "Not found", reason="Unknown")
    if ptv.status(record) != "Published":
        raise problem(404, "Not found", reason="NotPublished")
    return convert(record)


def _connection(request: Request, service_id: str, channel_id: str) -> Record:
    for link in ptv12_records.connections(_published(request.data, "Service")):
        if (link["serviceContentId"], link["serviceChannelContentId"]) == (service_id, channel_id):
            return link
    raise problem(404, "Not found", reason="Unknown")


def _archived(request: Request, kind: str) -> dict[str, Any]:
    since = ptv.asked_time(request, "archivedAtOrAfter")
    if since is None:
        raise problem(400, "archivedAtOrAfter is needed")
    gone = (row for row in request.data.rows("ptv", kind) if ptv.status(row) == "Archived")
    later = [row for row in gone if (modified := ptv.modified_at(row)) and modified >= since]
    return {"items": request.listed([{"contentId": row["id"]} for row in later])}


def _codes(request: Request, field: str) -> list[Record]:
    """The codes that occur in the records, with their names; `uris` picks some of them."""
    found: dict[str, Record] = {}
    for kind in ("Service", "GeneralDescription"):
        for one in (one for row in request.data.rows("ptv", kind) for one in row.get(field) or ()):
            uri = one.get("newUri") or one.get("uri")
            names = {name["language"]: name["value"] for name in one.get("name") or () if name.get("value")}
            found.setdefault(one.get("code") or uri, {"code": one.get("code"), "uri": uri, "names": names})
    wanted = request.values("uris")
    return [code for code in found.values() if not wanted or code["uri"] in wanted]
