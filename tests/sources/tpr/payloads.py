"""Small TPR payloads in the register's own form, written for these tests."""

from __future__ import annotations

from typing import Any

from tarjotin.catalogue.records import PlaceRecord
from tarjotin.sources.source import Parsed
from tarjotin.sources.tpr.parse import parse

CITY = "83e74666-0836-4c1d-948a-4b34a8b90301"
DIVISION = "55ed20a5-6a3a-447c-958c-2b537b9e6ee2"

POOL: dict[str, Any] = {
    "id": 41102,
    "org_id": CITY,
    "dept_id": DIVISION,
    "arealcity_id": 91,
    "provider_type": "SELF_PRODUCED",
    "name_fi": "Yrjönkadun uimahalli",
    "name_sv": "Georgsgatans simhall",
    "name_en": "Yrjönkatu swimming hall",
    "street_address_fi": "Yrjönkatu 21 b",
    "address_zip": "00120",
    "address_city_fi": "Helsinki",
    "latitude": 60.16835,
    "longitude": 24.93896,
    "ontologyword_ids": [729],
    "ontologytree_ids": [693],
}


def unit(**fields: Any) -> dict[str, Any]:
    """A unit as the list gives it; a field set to `None` is left out, as the register does with empty ones."""
    return {name: value for name, value in (POOL | fields).items() if value is not None}


def parsed(payload: dict[str, Any]) -> Parsed:
    return parse("unit", payload)


def place(payload: dict[str, Any]) -> PlaceRecord:
    record = parsed(payload).record
    assert isinstance(record, PlaceRecord)
    return record


def place_of(**fields: Any) -> PlaceRecord:
    return place({"unit": unit(**fields)})


def connected(*connections: dict[str, Any]) -> dict[str, Any]:
    return {"unit": unit(), "connections": [{"unit_id": 41102, **connection} for connection in connections]}
