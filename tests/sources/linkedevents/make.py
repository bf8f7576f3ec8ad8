"""Raw Linked Events rows with every field a real row has, and a test's own values on top."""

from __future__ import annotations

from typing import Any

API = "https://api.hel.fi/linkedevents/v1"


def ref(kind: str, external_id: str) -> dict[str, str]:
    return {"@id": f"{API}/{kind}/{external_id}/"}


def keywords(*ids: str) -> list[dict[str, str]]:
    return [ref("keyword", each) for each in ids]


def offer(**fields: Any) -> dict[str, Any]:
    return {"is_free": None, "price": None, "description": None, "info_url": None} | fields


def event(**fields: Any) -> dict[str, Any]:
    """A one-off event at a library, two hours on a Thursday."""
    return {
        "id": "helsinki:ag1",
        "name": {"fi": "Lukupiiri"},
        "short_description": None,
        "description": None,
        "location": ref("place", "tprek:8215"),
        "location_extra_info": None,
        "keywords": [],
        "audience": [],
        "in_language": [],
        "offers": [],
        "images": [],
        "videos": [],
        "external_links": [],
        "info_url": None,
        "provider": None,
        "provider_contact_info": None,
        "publisher": "ahjo:u480400",
        "data_source": "helsinki",
        "super_event": None,
        "super_event_type": None,
        "sub_events": [],
        "event_status": "EventScheduled",
        "type_id": "General",
        "start_time": "2026-12-03T14:00:00Z",
        "end_time": "2026-12-03T16:00:00Z",
        "enrolment_start_time": None,
        "enrolment_end_time": None,
        "maximum_attendee_capacity": None,
        "minimum_attendee_capacity": None,
        "remaining_attendee_capacity": None,
        "registration": None,
        "audience_min_age": None,
        "audience_max_age": None,
        "environment": None,
        "created_time": None,
        "last_modified_time": "2026-11-20T08:00:00Z",
        "date_published": None,
        "custom_data": None,
        "deleted": False,
        "replaced_by": None,
        "@id": f"{API}/event/helsinki:ag1/",
        "@context": "http://schema.org",
        "@type": "Event/LinkedEvent",
    } | fields


def child(**fields: Any) -> dict[str, Any]:
    """One session of a series."""
    return event(super_event=ref("event", "helsinki:series") | {"super_event_type": "recurring"}) | fields


def parent(**fields: Any) -> dict[str, Any]:
    return event(id="helsinki:series", super_event_type="recurring") | fields


def place(**fields: Any) -> dict[str, Any]:
    return {
        "id": "tprek:8215",
        "name": {"fi": "Kallion kirjasto", "sv": "Berghälls bibliotek"},
        "description": None,
        "street_address": {"fi": "Viides linja 11, (Kallio)", "sv": "Femte linjen 11, (Berghäll)"},
        "address_locality": {"fi": "Helsinki", "sv": "Helsingfors"},
        "postal_code": "00530",
        "position": {"type": "Point", "coordinates": [24.953436, 60.183709]},
        "divisions": [{"type": "muni", "ocd_id": "ocd-division/country:fi/kunta:helsinki", "name": {"fi": "Helsinki"}}],
        "telephone": {"fi": "+358 9 310 85035"},
        "email": "kallion_kirjasto@hel.fi",
        "info_url": {"fi": "www.helmet.fi/kallionkirjasto"},
        "parent": None,
        "deleted": False,
        "replaced_by": None,
        "n_events": 4,
    } | fields
