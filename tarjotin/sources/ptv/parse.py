"""PTV payloads, in the shape of v11, as records. Pure.

Each subject has its module: `services.py`, `places.py`, `organisations.py`, `concepts.py`.
"""

from __future__ import annotations

from typing import Any

from tarjotin.sources.ptv.channels import LOCATION
from tarjotin.sources.ptv.concepts import SCHEMES, concept_of, general_description_of
from tarjotin.sources.ptv.organisations import organisation_of
from tarjotin.sources.ptv.places import place_of
from tarjotin.sources.ptv.services import service_of
from tarjotin.sources.raw import mapping, text
from tarjotin.sources.source import Parsed

PUBLISHED = "Published"


def parse(kind: str, payload: dict[str, Any]) -> Parsed:
    if kind in SCHEMES:
        return concept_of(kind, payload)
    main = mapping(payload.get("service")) if kind == "service" else payload
    external_id = text(main.get("id"))
    if not external_id:
        return Parsed(rejected="no id")
    if (status := text(main.get("publishingStatus"))) not in ("", PUBLISHED):
        return Parsed(rejected=f"not published: {status}")
    match kind:
        case "general_description":
            return general_description_of(payload, external_id)
        case "organisation":
            return organisation_of(payload)
        case "service":
            return service_of(payload)
        case "channel" if payload.get("serviceChannelType") == LOCATION:
            return place_of(payload)
        case "channel":
            return Parsed(rejected="not a place to visit: it is told with its services")
        case _:
            return Parsed(rejected=f"unknown kind {kind}")
