"""Departments and organisations behind the units. Pure."""

from __future__ import annotations

from typing import Any

from tarjotin.catalogue.records import OrganisationRecord, Ref
from tarjotin.sources.business_id import valid_business_id
from tarjotin.sources.cleaning import email, is_personal_email, phone, plain
from tarjotin.sources.organisation_kinds import kind_of
from tarjotin.sources.source import Parsed
from tarjotin.sources.tpr.municipality import three_digits
from tarjotin.sources.unread import known_fields, unread
from tarjotin.sources.wordings import addresses, text

HELSINKI = "091"
KINDS = {
    "ASSOCIATION": "association",
    "FOUNDATION": "foundation",
    "WELLBEING_AREA": "wellbeing_county",
    "GOVERNMENT": "state",
    "STATE": "state",
    "PRIVATE_ENTERPRISE": "company",
    "PRIVATE_COMPANY": "company",
    "COMPANY": "company",
    "MUNICIPALLY_OWNED_COMPANY": "company",
    "PARISH": "parish",
}

KNOWN = known_fields(
    "id name abbr www phone email oid business_id organization_type municipality_code parent_id org_id hierarchy_level",
    "data_source_url address_zip parent_org_id",
    localised="name abbr www street_address address_city address_postal_full call_charge_info",
)


def parse_owner(kind: str, raw: dict[str, Any]) -> Parsed:
    flags: list[str] = []
    name = text(raw, "name", flags)
    if not name:
        return Parsed(rejected="no name in any language", unread=frozenset(unread(raw, KNOWN)))
    parent = _parent(kind, raw)
    address = email(raw.get("email"))
    if is_personal_email(address):
        flags.append("personal e-mail address dropped")
        address = ""
    record = OrganisationRecord(
        name=name,
        kind=_kind(raw, [wording.text for wording in name.wordings]),
        short_name=text(raw, "abbr", flags),
        business_id=_business_id(raw, parent, flags),
        oid=_oid(raw),
        parent=parent,
        website=addresses(raw, "www"),
        email=address,
        phone=phone(plain(raw.get("phone"))),
    )
    return Parsed(record, flags=tuple(dict.fromkeys(flags)), unread=frozenset(unread(raw, KNOWN)))


def _kind(raw: dict[str, Any], names: list[str]) -> str:
    """The kind the register tells; the name knows better where a union is filed under foundations."""
    told = str(raw.get("organization_type", ""))
    if told == "MUNICIPALITY":
        return "city" if three_digits(raw.get("municipality_code")) == HELSINKI else "other_city"
    return kind_of(names) or KINDS.get(told, "")


def _parent(kind: str, raw: dict[str, Any]) -> Ref | None:
    """A department of the first level stands below an organisation, one further down below a department."""
    parent_id = str(raw.get("parent_id") or "")
    if not parent_id or parent_id == str(raw.get("id")):
        return None
    above = "organisation" if kind == "organisation" or parent_id == raw.get("org_id") else "department"
    return Ref("tpr", above, parent_id)


def _business_id(raw: dict[str, Any], parent: Ref | None, flags: list[str]) -> str:
    """A department carries the id of the whole city: as its own it would make all departments one."""
    told = plain(raw.get("business_id"))
    if not told or parent is not None:
        return ""
    checked = valid_business_id(told)
    if not checked:
        flags.append(f"business id dropped: {told[:20]} is not a real one")
    return checked


def _oid(raw: dict[str, Any]) -> str:
    """Only a dotted number is one; the register has also "xxxx" and own marks such as "1013-SKY"."""
    told = plain(raw.get("oid"))
    return told if told.count(".") >= 3 and told.replace(".", "").isdigit() else ""
