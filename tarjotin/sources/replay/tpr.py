"""TPR v4 (`/tpr/`) and the accessibility counts of the service map (`/servicemap/`): whole lists, no pages."""

from __future__ import annotations

import re
from typing import Any

from tarjotin.sources.replay import dates
from tarjotin.sources.replay.asking import Request, bad_request, not_found
from tarjotin.sources.replay.folder import Endpoint, Record

# What `unit/{id}` tells and the list `unit/` does not; these three also have lists of their own, joined by `unit_id`.
JOINED = {
    "connections": "connection",
    "ontologyword_details": "ontologyword_details",
    "accessibility_sentences": "accessibility_sentence",
}
INLINED = (*JOINED, "service_descriptions")
ACCESSIBILITY_COUNTS = "smbackend_unit_accessibility_shortcoming_count"

LISTS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "unit": ("id", ("tpr/unit.json", "tpr/unit_*.json", "tpr/derived_units.json", "tpr/unit/*.json")),
    "connection": (None, ("tpr/connection*.json",)),
    "ontologytree": ("id", ("tpr/ontologytree*.json",)),
    "ontologyword": ("id", ("tpr/ontologyword.json", "tpr/ontologyword_*.json", "!tpr/ontologyword_details*.json")),
    "ontologyword_details": (None, ("tpr/ontologyword_details*.json",)),
    "department": ("id", ("tpr/department*.json",)),
    "organization": ("id", ("tpr/organization*.json",)),
    "accessibility_sentence": (None, ("tpr/accessibility_sentence*.json",)),
    "accessibility_shortage": (None, ("tpr/accessibility_shortage*.json",)),
    "accessibility_viewpoint": ("id", ("tpr/accessibility_viewpoint*.json",)),
    # `entrance_sample_v4.json` comes first: it has the fields as v4 writes them.
    "entrance": ("id", ("tpr/entrance_*.json", "tpr/entrance.json")),
}
ENDPOINTS = {("tpr", kind): Endpoint(patterns, dates.tpr, key) for kind, (key, patterns) in LISTS.items()} | {
    ("tpr", "unit_alone"): Endpoint(("tpr/unit/*.json",), dates.tpr),
    ("servicemap", "unit"): Endpoint((f"tpr/{ACCESSIBILITY_COUNTS}*.json",), dates.tpr),
}


def answer(request: Request) -> Any:
    match request.parts:
        case ["unit"]:
            return request.listed([_as_listed(unit) for unit in _units(request)])
        case ["unit", unit_id]:
            return _unit_alone(request, unit_id)
        case [kind] if kind in LISTS:
            return request.listed(request.data.rows("tpr", kind))
        case [kind, record_id] if kind in LISTS and LISTS[kind][0]:
            return _found(request.data.find("tpr", kind, record_id))
        case _:
            raise not_found()


def _found(record: Record | None) -> Record:
    if record is None:
        raise not_found()
    return record


def _as_listed(unit: Record) -> Record:
    return {key: value for key, value in unit.items() if key not in INLINED}


def _unit_alone(request: Request, unit_id: str) -> Record:
    unit = _found(request.data.find("tpr", "unit", unit_id))
    recorded = request.data.find("tpr", "unit_alone", unit_id)
    inlined = recorded or _joined(request, unit_id) | {key: unit[key] for key in INLINED if key in unit}
    return _as_listed(unit) | {key: inlined[key] for key in INLINED if key in inlined}


def _joined(request: Request, unit_id: str) -> Record:
    joined = {}
    for name, kind in JOINED.items():
        rows = [row for row in request.data.rows("tpr", kind) if str(row.get("unit_id")) == unit_id]
        if rows:
            joined[name] = [{key: value for key, value in row.items() if key != "unit_id"} for row in rows]
    return joined


def _units(request: Request) -> list[Record]:
    units = request.data.rows("tpr", "unit")
    for name, field in (("ontologyword", "ontologyword_ids"), ("ontologytree", "ontologytree_ids")):
        if wanted := _numbers(request, name):
            units = [unit for unit in units if wanted & set(unit.get(field, ()))]
    if cities := _numbers(request, "arealcity"):
        units = [unit for unit in units if unit.get("arealcity_id") in cities]
    for name, field in (("suborganization", "dept_id"), ("organization", "org_id")):
        if owner := request.text(name):
            units = [unit for unit in units if unit.get(field) == owner]
    if searched := request.text("search").casefold():
        units = [unit for unit in units if searched in str(unit.get("name_fi", "")).casefold()]
    return units


def _numbers(request: Request, name: str) -> set[int]:
    """`761+350` means any of these; the plus sign arrives as a space."""
    text = request.text(name)
    if not re.fullmatch(r"[0-9 +,]{0,1000}", text):
        raise bad_request(f"{name} is a list of numbers")
    return {int(number) for number in re.findall("[0-9]+", text)}


def answer_servicemap(request: Request) -> Any:
    if request.parts != ["unit"]:
        raise not_found()
    page = request.page(request.data.rows("servicemap", "unit"), size=min(request.number("page_size", 20), 1000))
    only = {"id", *request.values("only")}
    rows = [{key: value for key, value in row.items() if key in only} if len(only) > 1 else row for row in page.rows]
    return {"count": page.total, **request.neighbours(page), "results": rows}
