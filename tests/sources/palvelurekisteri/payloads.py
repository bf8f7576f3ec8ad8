"""Small payloads of the service register in its own form, written for these tests."""

from __future__ import annotations

from typing import Any

from tarjotin.catalogue.records import ServiceRecord
from tarjotin.sources.palvelurekisteri.parse import parse
from tarjotin.sources.source import Parsed

DIVISION = "55ed20a5-6a3a-447c-958c-2b537b9e6ee2"
NATIONAL = "a64d1565-5cec-4585-9f47-278fb5c80410"

CHOIR: dict[str, Any] = {
    "id": 4001,
    "main_description": False,
    "service_id": 10100,
    "title": "Avoin kuoro",
    "description_short": "Lauletaan yhdessä joka viikko.",
    "description_long": "Kuoroon ei ole koelaulua. Nuotteja ei tarvitse osata.",
    "provided_languages": ["fi"],
    "responsible_depts": [DIVISION],
    "target_groups": [],
    "life_events": [],
    "errand_services": [],
    "exact_errand_services": [],
    "links": [],
    "availabilities": [],
    "unit_ids": [],
}


def description(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in (CHOIR | fields).items() if value is not None}


def errand(*channels: dict[str, Any], **fields: Any) -> dict[str, Any]:
    base = {
        "id": 5001,
        "exact_descriptions": [4001],
        "service_id": 10100,
        "type": "ENROLLMENT",
        "name": "Kuoroon ilmoittautuminen",
        "provided_languages": ["fi"],
        "responsible_depts": [DIVISION],
        "target_groups": [],
        "life_events": [],
        "links": [],
        "channels": [{"id": 1 + number, "links": [], **channel} for number, channel in enumerate(channels)],
    }
    return base | fields


def payload(*errands: dict[str, Any], **languages: dict[str, Any]) -> dict[str, Any]:
    """A payload as `fetch` bundles it; each errand is `{language: row}`."""
    return {**(languages or {"fi": description()}), "errands": list(errands), "municipalities": ["091"]}


def parsed(*errands: dict[str, Any], **languages: dict[str, Any]) -> Parsed:
    return parse("description", payload(*errands, **languages))


def service(*errands: dict[str, Any], **languages: dict[str, Any]) -> ServiceRecord:
    record = parsed(*errands, **languages).record
    assert isinstance(record, ServiceRecord)
    return record


def service_of(**fields: Any) -> ServiceRecord:
    return service(fi=description(**fields))
