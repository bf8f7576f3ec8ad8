"""PTV v11 (`/ptv/v11/`) and its code lists (`/ptv/codes/<name>`): pages of ids, records by id, lists by area."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from tarjotin.sources.replay import dates
from tarjotin.sources.replay.asking import OtherAnswer, Request, bad_request, not_found
from tarjotin.sources.replay.folder import Data, Endpoint, Record

_STUBS = "!ptv/*/*_idlist*.json"  # recorded pages of ids: made anew here from the records
PATTERNS: dict[str, tuple[str, ...]] = {
    "Service": ("ptv/v11/[Ss]ervice_*.json", "ptv/v10*/[Ss]ervice_*.json"),
    "ServiceChannel": ("ptv/v11/[Ss]ervice[Cc]hannel_*.json", "ptv/v10*/[Ss]ervice[Cc]hannel_*.json"),
    "Organization": ("ptv/v11/Organization_*.json", "ptv/v10*/Organization_*.json"),
    "GeneralDescription": ("ptv/v11/GeneralDescription_*.json", "ptv/v10*/GeneralDescription_*.json"),
    "ServiceCollection": ("ptv/v11/ServiceCollection_*.json",),
}
ENDPOINTS = {("ptv", kind): Endpoint((*patterns, _STUBS), dates.ptv) for kind, patterns in PATTERNS.items()}
DOCUMENTS = ("ptv/codes/*.json",)

STATUSES = ("Published", "Archived", "Withdrawn")
ID_PAGE, RECORD_PAGE, MOST_IDS = 1000, 100, 100
WHOLE_COUNTRY = ("Nationwide", "NationwideExceptAlandIslands")
CLASSES = {
    "serviceClass": "serviceClasses",
    "targetGroup": "targetGroups",
    "ontologyTerm": "ontologyTerms",
    "lifeEvent": "lifeEvents",
}
NIL = "00000000-0000-0000-0000-000000000000"
_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def answer_codes(request: Request) -> Any:
    name = f"ptv/codes/{'/'.join(request.parts)}.json"
    if name not in request.data.documents:
        raise not_found()
    return request.data.documents[name]


def answer(request: Request) -> Any:
    match request.parts:
        case [kind] if kind in PATTERNS:
            return _id_page(request, changed(request, kind))
        case [kind, "list"] if kind in PATTERNS:
            return _by_ids(request, kind)
        case ["Service", "list", "area", area, "code", code]:
            return _record_page(request, _in_area(request, "Service", area, code))
        case ["Service", "list", "organization"]:
            return _record_page(request, _of_organization(request, "Service", _organization_id(request)))
        case ["Service", "serviceWithGD", record_id]:
            return with_general_description(request.data, _one(request, "Service", record_id))
        case ["Service", name] if name in CLASSES:
            return _id_page(request, _of_class(request, CLASSES[name]))
        case ["ServiceChannel", "type", channel_type]:
            channels = changed(request, "ServiceChannel")
            return _id_page(request, [row for row in channels if row.get("serviceChannelType") == channel_type])
        case ["ServiceChannel", "organization", organization_id]:
            return _id_page(request, _of_organization(request, "ServiceChannel", organization_id))
        case [kind, "area", area, "code", code] if kind in PATTERNS:
            return _id_page(request, _in_area(request, kind, area, code))
        case ["Organization", "businesscode", code]:
            return _organization_of_business(request, code)
        case [kind, record_id] if kind in PATTERNS:
            return _one(request, kind, record_id)
        case _:
            raise not_found()


def _id_page(request: Request, rows: list[Record]) -> dict[str, Any]:
    return _paged(request, rows, ID_PAGE, lambda row: {"id": row["id"], "name": name_of(row)})


def _record_page(request: Request, rows: list[Record]) -> dict[str, Any]:
    if request.is_on("serviceWithGD"):
        return _paged(request, rows, RECORD_PAGE, lambda row: with_general_description(request.data, row))
    return _paged(request, rows, RECORD_PAGE, lambda row: row)


def _paged(request: Request, rows: list[Record], size: int, show: Callable[[Record], Record]) -> dict[str, Any]:
    page = request.page(rows, size=size)
    shown = [show(row) for row in page.rows]
    return {"pageNumber": page.number, "pageSize": page.size, "pageCount": page.count, "itemList": shown}


def status(record: Record) -> str:
    return str(record.get("publishingStatus") or "Published")


def changed(request: Request, kind: str) -> list[Record]:
    """Records of the status asked for, changed within `date` … `dateBefore`; undated ones only without these."""
    wanted = request.one_of("status", STATUSES, "Published")
    rows = [row for row in request.data.rows("ptv", kind) if status(row) == wanted]
    if after := asked_time(request, "date"):
        rows = [row for row in rows if (modified := modified_at(row)) and modified > after]
    if before := asked_time(request, "dateBefore"):
        rows = [row for row in rows if (modified := modified_at(row)) and modified < before]
    return rows


def asked_time(request: Request, name: str) -> datetime | None:
    text = request.text(name)
    try:
        return _utc(text) if text else None
    except (ValueError, OverflowError):
        raise bad_request(f"{name} is not a time: {text}") from None


def modified_at(record: Record) -> datetime | None:
    text = record.get("modified")
    return _utc(text) if text else None


def _utc(text: str) -> datetime:
    moment = datetime.fromisoformat(re.sub(r" (\d{2}:?\d{2})$", r"+\1", text))
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def name_of(record: Record) -> str | None:
    """The Finnish name, else any."""
    field = next((key for key in record if key.endswith(("Names", "names"))), "")
    names = [row for row in record.get(field) or () if row.get("type", "Name") == "Name" and row.get("value")]
    names.sort(key=lambda row: row.get("language") != "fi")
    return names[0]["value"] if names else None


def _one(request: Request, kind: str, record_id: str) -> Record:
    if record_id == NIL:
        raise OtherAnswer(500, {"message": "Internal server error."})  # so does the source
    if not _GUID.fullmatch(record_id):
        raise bad_request(f"{record_id} is not an id")
    record = request.data.find("ptv", kind, record_id.lower())
    if record is None or status(record) != "Published":
        raise not_found(f"{kind} with id '{record_id}' not found.")
    return record


def _by_ids(request: Request, kind: str) -> list[Record]:
    ids = request.values("guids")
    if not ids or len(ids) > MOST_IDS or not all(map(_GUID.fullmatch, ids)):
        raise bad_request(f"guids holds 1 to {MOST_IDS} ids")
    found = (request.data.find("ptv", kind, record_id.lower()) for record_id in dict.fromkeys(ids))
    return request.listed([record for record in found if record and status(record) == "Published"])


def _in_area(request: Request, kind: str, area: str, code: str) -> list[Record]:
    rows, whole = changed(request, kind), request.is_on("includeWholeCountry")
    return [row for row in rows if _covers(row, area, code) or (whole and row.get("areaType") in WHOLE_COUNTRY)]


def _covers(record: Record, area: str, code: str) -> bool:
    """A municipality is also covered by a region that lists it; its own area entry has no code of its own."""
    areas = record.get("areas") or ()
    if area == "Municipality":
        return any(each.get("code") == code for one in areas for each in one.get("municipalities") or ())
    return any(one.get("type") == area and one.get("code") == code for one in areas)


def _of_class(request: Request, field: str) -> list[Record]:
    uri = request.text("uri")
    rows = changed(request, "Service")
    return [row for row in rows if any(uri in (one.get("uri"), one.get("newUri")) for one in row.get(field) or ())]


def _of_organization(request: Request, kind: str, organization_id: str) -> list[Record]:
    return [row for row in changed(request, kind) if organization_id in organization_ids(row)]


def organization_ids(record: Record) -> list[str]:
    """Who answers for it first: a channel has one organisation, a service has some in roles."""
    if "organizationId" in record:
        return [record["organizationId"]]
    linked = sorted(record.get("organizations") or (), key=lambda link: link.get("roleType") != "Responsible")
    return [link["organization"]["id"] for link in linked if link.get("organization")]


def _organization_id(request: Request) -> str:
    for name, field in (("organizationId", "id"), ("code", "businessCode"), ("oid", "oid")):
        if wanted := request.text(name):
            rows = request.data.rows("ptv", "Organization")
            return next((str(row["id"]) for row in rows if row.get(field) == wanted), wanted)
    raise bad_request("organizationId, code or oid is needed")


def _organization_of_business(request: Request, code: str) -> list[Record]:
    rows = [row for row in request.data.rows("ptv", "Organization") if row.get("businessCode") == code]
    if not rows:
        raise not_found()
    return rows


def with_general_description(data: Data, service: Record) -> Record:
    """The service with its national description merged in: classes add up, texts stand beside its own."""
    general = data.find("ptv", "GeneralDescription", service.get("generalDescriptionId"))
    if general is None:
        return service
    merged = dict(service)
    for field in CLASSES.values():
        merged[field] = _united(service.get(field) or [], general.get(field) or [])
    merged["serviceDescriptions"] = [*(service.get("serviceDescriptions") or []), *(general.get("descriptions") or [])]
    for field in ("serviceChargeType", "type"):
        merged[field] = service.get(field) or general.get(field)
    return merged


def _united(own: list[Record], national: list[Record]) -> list[Record]:
    return list({one.get("code") or one.get("uri"): one for one in [*national, *own]}.values())
