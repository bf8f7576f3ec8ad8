"""TPR payloads to records. Pure. The parts of a unit have a module each: accessibility, connections, owners."""

from __future__ import annotations

from typing import Any

from tarjotin.catalogue.records import Code, ConceptRecord, ContactRecord, ImageRecord, PlaceRecord, Ref
from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import email, is_personal_email, localised, phones, plain, web_address
from tarjotin.sources.points import checked_point
from tarjotin.sources.raw import mapping, rows, words
from tarjotin.sources.raw import text as code_text
from tarjotin.sources.source import Parsed
from tarjotin.sources.tpr.accessibility import access_of, way_in
from tarjotin.sources.tpr.connections import read_connections
from tarjotin.sources.tpr.municipality import municipality_of, three_digits
from tarjotin.sources.tpr.owners import parse_owner
from tarjotin.sources.unread import known_fields, unread
from tarjotin.sources.wordings import addresses, joined, own_words, text

NODE_FIELDS = known_fields("id parent_id", "child_ids ontologyword_reference", localised="name extra_searchwords")
WORD_FIELDS = known_fields(
    "id", "can_add_schoolyear can_add_clarification unit_ids details", localised="ontologyword extra_searchwords"
)
UNIT_FIELDS = known_fields(
    "id org_id dept_id arealcity_id provider_type address_zip latitude longitude phone email picture_url"
    " ontologyword_ids ontologytree_ids sources.source sources.id provided_languages accessibility_viewpoints"
    " accessibility_phone accessibility_email vtj_prt vtj_prt_verified is_public modified_time",
    # Coordinates in other systems, dates, a ready sentence on who runs it, pictures of the street by another company,
    # and parts that only `unit/{id}` has and the lists tell as well.
    "northing_etrs_gk25 easting_etrs_gk25 northing_etrs_tm35fin easting_etrs_tm35fin manual_coordinates created_time"
    " data_source_url displayed_service_owner_type regions accessibility_www streetview_entrance_url"
    " picture_entrance_url connections ontologyword_details accessibility_sentences service_descriptions",
    localised="name short_desc desc street_address address_city www picture_caption extra_searchwords"
    " call_charge_info address_postal_full displayed_service_owner",
)
PART_FIELDS = {
    "connections": known_fields(
        "unit_id section_type phone email", "connection_id contact_person tags", localised="name www"
    ),
    "sentences": known_fields("unit_id sentence_group_name", localised="sentence_group sentence"),
    "shortages": known_fields("unit_id viewpoint_id", localised="shortage"),
    "entrances": known_fields(
        "id unit_id is_main_entrance latitude longitude",
        "northing_etrs_gk25 easting_etrs_gk25 northing_etrs_tm35fin easting_etrs_tm35fin picture_url streetview_url",
        localised="name",
    ),
    "details": known_fields("id unit_id", "ontologyword_id schoolyear", localised="clarification"),
}
# Which of our fields an entry of `sources` names the id for.
ID_SOURCES = {"lipas": "lipas_id", "kirkanta": "library_id", "hauki": "hours_id"}
NOT_VERIFIED = "VTJ_PRT_NOT_VERIFIED"

ACCESSIBILITY_ROLE = LocalisedText.of(fi="Esteettömyys", sv="Tillgänglighet", en="Accessibility")


def parse(kind: str, payload: dict[str, Any]) -> Parsed:
    match kind:
        case "node":
            return _concept(payload, "tpr", "name", NODE_FIELDS)
        case "word":
            return _concept(payload, "tprword", "ontologyword", WORD_FIELDS)
        case "organisation" | "department":
            return parse_owner(kind, payload)
        case "unit":
            return _unit(payload)
        case _:
            return Parsed(rejected=f"kind not known: {kind}")


def _concept(raw: dict[str, Any], scheme: str, label: str, known: frozenset[str]) -> Parsed:
    code, labels = code_text(raw.get("id")), localised(raw, label)
    fields = frozenset(unread(raw, known))
    if not code or not labels:
        return Parsed(rejected="a word without an id or a label", unread=fields)
    record = ConceptRecord(
        scheme,
        code,
        labels,
        parents=(parent,) if (parent := code_text(raw.get("parent_id"))) else (),
        alternatives=localised(raw, "extra_searchwords"),
    )
    return Parsed(record, unread=fields)


def _unit(payload: dict[str, Any]) -> Parsed:
    raw, fields = mapping(payload.get("unit")), frozenset(_unread(payload))
    if raw.get("is_public") is False:
        return Parsed(rejected="the register keeps the unit from the public", unread=fields)
    flags: list[str] = []
    name = text(raw, "name", flags)
    if not name:
        return Parsed(rejected="no name in any language", unread=fields)
    if not name.get("fi"):
        flags.append("no Finnish name")
    record = _place(name, raw, payload, flags)
    return Parsed(record, flags=tuple(dict.fromkeys(flags)), unread=fields)


def _place(name: LocalisedText, raw: dict[str, Any], payload: dict[str, Any], flags: list[str]) -> PlaceRecord:
    told, way = read_connections(payload, flags), way_in(payload, flags)
    city, postal_code = text(raw, "address_city", flags), code_text(raw.get("address_zip"))
    point, problem = checked_point(raw.get("latitude"), raw.get("longitude"))
    flags.extend([problem] if problem else ())
    numbers = phones(plain(raw.get("phone")))
    return PlaceRecord(
        name=name,
        summary=own_words(text(raw, "short_desc", flags), "summary", flags),
        description=joined((own_words(text(raw, "desc", flags), "description", flags), told.more)),
        organisation=_owner(raw, payload, flags),
        street=text(raw, "street_address", flags),
        postal_code=postal_code,
        municipality=three_digits(raw.get("arealcity_id"))
        or municipality_of(cities=tuple(wording.text for wording in city.wordings), postal_code=postal_code),
        city=city,
        point=point,
        tpr_unit=code_text(raw.get("id")),
        building_id="" if raw.get("vtj_prt_verified") == NOT_VERIFIED else plain(raw.get("vtj_prt")),
        entrance=joined((told.entrance, way.entrance), "\n"),
        entrance_point=way.point,
        arrival=joined((told.arrival, way.arrival)),
        parking=way.parking,
        accessible_parking=way.accessible_parking,
        website=addresses(raw, "www"),
        email=_mailbox(raw, "email", flags),
        phone=numbers[0] if numbers else "",
        fees_text=told.fees,
        notice=told.notice,
        languages=tuple(words(raw.get("provided_languages"))),
        access=access_of(payload, flags),
        hours=told.hours,
        contacts=(
            *(ContactRecord(phone=number) for number in numbers[1:]),
            *told.contacts,
            *_access_contact(raw, flags),
        ),
        image=_image(raw, flags),
        keywords=joined((text(raw, "extra_searchwords", flags), *_clarifications(payload)), ", "),
        codes=_codes(raw),
        **_other_ids(raw),
    )


def _owner(raw: dict[str, Any], payload: dict[str, Any], flags: list[str]) -> Ref | None:
    """The department, or the organisation where there is none or the register does not list it."""
    department, organisation = code_text(raw.get("dept_id")), code_text(raw.get("org_id"))
    if payload.get("department_unlisted"):
        flags.append("the department is not in the register's list")
        department = ""
    if department:
        return Ref("tpr", "department", department)
    return Ref("tpr", "organisation", organisation) if organisation else None


def _mailbox(raw: dict[str, Any], field: str, flags: list[str]) -> str:
    address = email(raw.get(field))
    if address and is_personal_email(address):
        flags.append("personal e-mail address dropped")
        return ""
    return address


def _access_contact(raw: dict[str, Any], flags: list[str]) -> list[ContactRecord]:
    """Whom to ask about accessibility, where that is someone else than for all other things."""
    number = next(iter(phones(plain(raw.get("accessibility_phone")))), "")
    address = _mailbox(raw, "accessibility_email", flags)
    number = "" if number in phones(plain(raw.get("phone"))) else number
    address = "" if address == email(raw.get("email")) else address
    return [ContactRecord(ACCESSIBILITY_ROLE, phone=number, email=address)] if number or address else []


def _image(raw: dict[str, Any], flags: list[str]) -> ImageRecord | None:
    """TPR tells no licence of a picture: it stays empty, and whoever shows the picture decides."""
    url = web_address(raw.get("picture_url"))
    return ImageRecord(url, alt=text(raw, "picture_caption", flags)) if url else None


def _clarifications(payload: dict[str, Any]) -> list[LocalisedText]:
    return [localised(row, "clarification") for row in rows(payload.get("details"))]


def _codes(raw: dict[str, Any]) -> tuple[Code, ...]:
    nodes = [Code("tpr", node) for node in map(code_text, raw.get("ontologytree_ids") or ()) if node]
    its_words = [Code("tprword", word) for word in map(code_text, raw.get("ontologyword_ids") or ()) if word]
    provider = plain(raw.get("provider_type"))
    return (*nodes, *its_words, *((Code("tprprovider", provider),) if provider else ()))


def _other_ids(raw: dict[str, Any]) -> dict[str, Any]:
    """LIPAS, library and opening-hours ids; of several ids of one kind the first counts."""
    found: dict[str, Any] = {}
    for row in rows(raw.get("sources")):
        if (field := ID_SOURCES.get(code_text(row.get("source")))) and (value := code_text(row.get("id"))):
            found.setdefault(field, value)
    return found


def _unread(payload: dict[str, Any]) -> list[str]:
    names = list(unread(mapping(payload.get("unit")), UNIT_FIELDS))
    for part, known in PART_FIELDS.items():
        for row in rows(payload.get(part)):
            names += (f"{part}.{name}" for name in unread(row, known))
    return names + [
        name for name in payload if name not in {"unit", "shortcoming_count", "department_unlisted", *PART_FIELDS}
    ]
