"""A place record. Pure."""

from __future__ import annotations

import re
from typing import Any

from tarjotin.catalogue.records import PlaceRecord, Ref
from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import email, is_personal_email, phone
from tarjotin.sources.linkedevents.fields import SOURCE_NAME, addresses, in_order, localised, masked, reference, word
from tarjotin.sources.municipalities import code_of
from tarjotin.sources.points import checked_point
from tarjotin.sources.raw import mapping, rows
from tarjotin.sources.source import Parsed
from tarjotin.sources.unread import known_fields, unread

ONLINE_PLACE = "helsinki:internet"
TPR_PREFIX = "tprek:"
EMAIL_MASKED = "a personal e-mail address was taken out"

TAKEN = known_fields(
    """
    id name description street_address address_locality postal_code telephone info_url email position divisions
    parent deleted replaced_by
    """
)
# `publisher` is the office whose import or clerk wrote the record, not who keeps the place.
IGNORED = known_fields(
    """
    @id @context @type created_time last_modified_time created_by last_modified_by custom_data contact_type
    address_region post_office_box_num address_country has_upcoming_events n_events image data_source publisher
    origin_id has_user_editable_resources
    """
)

_MUNICIPALITY = re.compile(r"/kunta:([^/]+)$")
_DISTRICT_IN_BRACKETS = re.compile(r",?\s*\([^()]*\)\s*$")


def parse_place(raw: dict[str, Any]) -> Parsed:
    news = frozenset(unread(raw, TAKEN | IGNORED))
    place_id, name = reference(raw.get("id")), localised(raw.get("name"))
    if reason := _unwanted(raw, place_id, name):
        return Parsed(rejected=reason, unread=news)
    point, dropped = _point(raw.get("position"))
    flags = (dropped,) if dropped else ()
    description, was_masked = masked(raw.get("description"))
    mailbox = email(raw.get("email"))
    if was_masked or is_personal_email(mailbox):
        flags = (*flags, EMAIL_MASKED)
    unit = place_id.removeprefix(TPR_PREFIX) if place_id.startswith(TPR_PREFIX) else ""
    record = PlaceRecord(
        name=name,
        kind="online" if place_id == ONLINE_PLACE else "physical",
        description=description,
        street=localised(raw.get("street_address")).map(lambda text: _DISTRICT_IN_BRACKETS.sub("", text)),
        postal_code=word(raw.get("postal_code")),
        municipality=_municipality(raw),
        city=localised(raw.get("address_locality")),
        point=point,
        parent=_ref("place", reference(raw.get("parent"))),
        tpr_unit=unit,
        website=addresses(raw.get("info_url")),
        email="" if is_personal_email(mailbox) else mailbox,
        phone=next((found for text in in_order(localised(raw.get("telephone"))) if (found := phone(text))), ""),
    )
    return Parsed(record, flags=flags, unread=news, upstream=Ref("tpr", "unit", unit) if unit else None)


def _unwanted(raw: dict[str, Any], place_id: str, name: LocalisedText) -> str:
    if raw.get("deleted") is True:
        return "deleted at the source"
    if successor := reference(raw.get("replaced_by")):
        return f"replaced by {successor}"
    if not place_id:
        return "no id"
    return "" if name else "no name"


def _ref(kind: str, external_id: str) -> Ref | None:
    return Ref(SOURCE_NAME, kind, external_id) if external_id else None


def _point(position: object) -> tuple[Point | None, str]:
    """GeoJSON: longitude first. No position at all ("the whole town") is no mistake."""
    coordinates = mapping(position).get("coordinates")
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return None, ""
    return checked_point(coordinates[1], coordinates[0])


def _municipality(raw: dict[str, Any]) -> str:
    """By its administrative division, else by the name of the town."""
    for division in rows(raw.get("divisions")):
        found = _MUNICIPALITY.search(word(division.get("ocd_id")))
        if found and (code := code_of(found[1])):
            return code
    return next((code for town in in_order(localised(raw.get("address_locality"))) if (code := code_of(town))), "")
