"""Small payload folders in the sources' own formats, as plain functions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

BASE = "https://api.hel.fi/linkedevents/v1"


def event(number: int, **changes: Any) -> dict[str, Any]:
    """A free Tuesday exercise group in a library, one session of its own."""
    facts: dict[str, Any] = {
        "id": f"helsinki:e{number}",
        "name": {"fi": f"Tuolijumppa {number}"},
        "short_description": {"fi": "Jumpataan istuen."},
        "description": {"fi": "<p>Tule sellaisena kuin olet.</p>"},
        "location": {"@id": f"{BASE}/place/helsinki:p1/"},
        "keywords": [{"@id": f"{BASE}/keyword/yso:p916/"}, {"@id": f"{BASE}/keyword/yso:p27829/"}],
        "audience": [],
        "in_language": [{"@id": f"{BASE}/language/fi/"}],
        "offers": [{"is_free": True, "price": None, "description": None, "info_url": None}],
        "info_url": {"fi": "https://example.org/jumppa"},
        "start_time": f"2026-12-{1 + number % 28:02d}T10:00:00Z",
        "end_time": f"2026-12-{1 + number % 28:02d}T11:00:00Z",
        "event_status": "EventScheduled",
        "type_id": "General",
        "super_event": None,
        "super_event_type": None,
        "sub_events": [],
        "images": [],
        "external_links": [],
        "publisher": "ahjo:u1",
        "data_source": "helsinki",
        "created_time": "2026-11-01T10:00:00Z",
        "last_modified_time": "2026-11-01T10:00:00Z",
        "deleted": False,
        "replaced_by": None,
    }
    return facts | changes


def keyword(identifier: str, fi: str) -> dict[str, Any]:
    facts = {"id": identifier, "name": {"fi": fi}, "alt_labels": [], "deprecated": False, "n_events": 9}
    return facts | {"replaced_by": None, "data_source": "yso"}


def place(identifier: str, fi: str, lon: float = 24.9537, lat: float = 60.1841) -> dict[str, Any]:
    return {
        "id": identifier,
        "name": {"fi": fi},
        "street_address": {"fi": "Viides linja 11"},
        "address_locality": {"fi": "Helsinki"},
        "postal_code": "00530",
        "position": {"type": "Point", "coordinates": [lon, lat]},
        "telephone": {"fi": "+358 9 310 85024"},
        "info_url": None,
        "email": None,
        "divisions": [],
        "deleted": False,
        "n_events": 5,
        "has_upcoming_events": True,
        "replaced_by": None,
    }


def linked_events(folder: Path, events: list[dict[str, Any]]) -> Path:
    """A folder that answers as Linked Events with these events, one place, two keywords."""
    target = folder / "linkedevents"
    target.mkdir(parents=True, exist_ok=True)
    _write(target / "event.json", events)
    _write(target / "place.json", [place("helsinki:p1", "Kallion kirjasto")])
    _write(target / "keyword.json", [keyword("yso:p916", "liikunta"), keyword("yso:p27829", "tuolijumppa")])
    _write(target / "keyword_set.json", [])
    _write(target / "language.json", [{"id": "fi", "name": {"fi": "suomi"}}])
    _write(target / "organization.json", [{"id": "ahjo:u1", "name": "Kirjastopalvelut", "data_source": "ahjo"}])
    return folder


def unit(number: int, **changes: Any) -> dict[str, Any]:
    """A public library of TPR."""
    facts: dict[str, Any] = {
        "id": number,
        "org_id": "83e74666-0836-4c1d-948a-4b34a8b90301",
        "arealcity_id": 91,
        "provider_type": "SELF_PRODUCED",
        "name_fi": f"Kirjasto {number}",
        "ontologyword_ids": [813],
        "ontologytree_ids": [],
        "latitude": 60.15 + number * 0.003,
        "longitude": 24.90 + number * 0.003,
        "street_address_fi": f"Kirjastokatu {number}",
        "address_zip": "00100",
        "address_city_fi": "Helsinki",
        "phone": "+358 9 310 85000",
        "created_time": "2020-01-01T10:00:00",
        "modified_time": "2026-01-01T10:00:00",
    }
    return facts | changes


def tpr(folder: Path, units: list[dict[str, Any]]) -> Path:
    """A folder that answers as TPR with these units and an empty rest."""
    target = folder / "tpr"
    target.mkdir(parents=True, exist_ok=True)
    _write(target / "unit.json", units)
    city = {"id": "83e74666-0836-4c1d-948a-4b34a8b90301", "name_fi": "Helsingin kaupunki", "business_id": "0201256-6"}
    _write(target / "organization.json", [city | {"organization_type": "MUNICIPALITY"}])
    words = {"id": 813, "ontologyword_fi": "kirjastot", "can_add_schoolyear": False, "can_add_clarification": False}
    _write(target / "ontologyword.json", [words])
    _write(target / "ontologytree.json", [{"id": 343, "name_fi": "Kulttuuri", "child_ids": []}])
    for name in ("connection", "department", "entrance", "ontologyword_details"):
        _write(target / f"{name}.json", [])
    for name in ("sentence", "shortage", "viewpoint"):
        _write(target / f"accessibility_{name}.json", [])
    return folder


def notice(key: str, events: list[dict[str, Any]]) -> dict[str, Any]:
    """An association's weekly group, in Lähellä.fi's native shape."""
    channel = {
        "id": f"{key}-c",
        "type": ["place"],
        "accessibility": ["ac_unknow"],
        "map": {"center": {"type": "Point", "coordinates": [24.9537, 60.1841]}},
        "translations": {"fi": {"address": {"street": "Viides linja 11", "postalCode": "00530", "city": "Helsinki"}}},
        "events": events,
        "registrationRequired": False,
    }
    traits = {
        "type": "hobby",
        "requiredLocales": ["fi"],
        "translations": {"fi": {"name": "Jumppa kaikille", "summary": "<p>Tule mukaan</p>"}},
        "theme": ["ht_urheilu"],
        "format": ["hm_ryhmat"],
        "locale": ["fi-FI"],
        "demographic": ["gender/gender"],
        "region": ["city/FI/Helsinki"],
        "pricing": ["free"],
        "contacts": [{"id": "w", "type": "www", "value": "https://example.org/jumppa", "translations": {}}],
        "channels": [channel],
    }
    return {"_key": key, "status": "published", "traits": traits}


def lahella(folder: Path, activities: list[dict[str, Any]]) -> Path:
    target = folder / "lahella"
    target.mkdir(parents=True, exist_ok=True)
    _write(target / "activities.json", {"items": activities, "total": len(activities), "hasMore": False})
    return folder


def edits(folder: Path, rows: list[dict[str, Any]]) -> Path:
    target = folder / "edits"
    target.mkdir(parents=True, exist_ok=True)
    _write(target / "edits.json", rows)
    return folder


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value), encoding="utf-8")
