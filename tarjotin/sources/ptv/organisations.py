"""An organisation of PTV v11."""

from __future__ import annotations

from tarjotin.catalogue.records import OrganisationRecord, Ref
from tarjotin.common.text import LocalisedText
from tarjotin.sources.business_id import valid_business_id
from tarjotin.sources.organisation_kinds import kind_of
from tarjotin.sources.ptv import contacts
from tarjotin.sources.ptv.texts import Raw, localised
from tarjotin.sources.raw import Notes, mapping, text
from tarjotin.sources.source import Parsed

TAKEN = frozenset(
    "id oid parentOrganizationId parentOrganization municipality organizationType businessCode organizationNames "
    "organizationDescriptions emails phoneNumbers webPages publishingStatus modified".split()
)
LEFT = frozenset(
    "sourceId organizationRootId businessName displayNameType areaType areas addresses electronicInvoicings services "
    "subOrganizations responsibleOrganizationId responsibleSoteOrganization".split()
)
HELSINKI = "091"
STATE_TYPES = frozenset({"State"})
COMPANY_TYPES = frozenset({"Company", "SotePrivate"})


def organisation_of(raw: Raw) -> Parsed:
    notes = Notes()
    names = raw.get("organizationNames")
    name = localised(names, notes, kind="Name")
    if not name:
        return Parsed(rejected="the organisation has no name", flags=notes.flags)
    texts = raw.get("organizationDescriptions")
    short = localised(names, notes, kind="AlternativeName")
    record = OrganisationRecord(
        name=name,
        kind=_kind(raw, name),
        short_name=short if short != name else LocalisedText(),
        description=localised(texts, notes, kind="Description") or localised(texts, notes, kind="Summary"),
        business_id=_business_id(raw, notes),
        oid=text(raw.get("oid")),
        parent=_parent(raw),
        website=contacts.website(raw.get("webPages")),
        email=next(iter(contacts.emails(raw.get("emails"), notes)), ""),
        phone=contacts.main_phone(contacts.phones(raw.get("phoneNumbers"), notes)),
    )
    return Parsed(record=record, flags=notes.flags, unread=frozenset(raw.keys() - TAKEN - LEFT))


def _kind(raw: Raw, name: LocalisedText) -> str:
    """The type, and where it leaves it open (an association is an "Organization") the legal form in the name."""
    organisation_type = text(raw.get("organizationType"))
    if organisation_type == "Municipality":
        municipality = text(mapping(raw.get("municipality")).get("code"))
        return "city" if municipality == HELSINKI else "other_city"
    if organisation_type in STATE_TYPES:
        return "state"
    told = kind_of(wording.text for wording in name.wordings)
    return told or ("company" if organisation_type in COMPANY_TYPES else "")


def _business_id(raw: Raw, notes: Notes) -> str:
    given = text(raw.get("businessCode"))
    found = valid_business_id(given)
    if given and not found:
        notes.add(f"business id dropped: {given[:20]} has a wrong check digit or shape")
    return found


def _parent(raw: Raw) -> Ref | None:
    parent = text(raw.get("parentOrganizationId")) or text(mapping(raw.get("parentOrganization")).get("id"))
    return Ref("ptv", "organisation", parent) if parent and parent != raw.get("id") else None
