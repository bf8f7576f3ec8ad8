"""A group of Lähellä.fi: the organisation that arranges the activities it is linked to."""

from __future__ import annotations

from tarjotin.catalogue.records import OrganisationRecord
from tarjotin.sources.business_id import valid_business_id
from tarjotin.sources.lahella.contacts import contacts_of, website
from tarjotin.sources.lahella.texts import Raw, localised
from tarjotin.sources.organisation_kinds import kind_of
from tarjotin.sources.raw import Notes, mapping, rows, text
from tarjotin.sources.source import Parsed

TAKEN = frozenset({"translations", "businessId", "type", "contacts"})
LEFT = frozenset({"region", "requiredLocales", "photo", "photoAlt"})
KINDS = frozenset({"association", "foundation", "parish", "company", "peer_group"})


def groups_of(item: Raw) -> list[Raw]:
    """The linked groups, with their own fields, of an activity that was asked for with `links[groups]`."""
    return rows(mapping(item.get("links")).get("groups")) or rows(item.get("groups"))


def group_of(group: Raw) -> Parsed:
    notes = Notes()
    traits = mapping(group.get("traits"))
    name = localised(traits, "name", notes)
    if not name:
        return Parsed(rejected="the group has no name", flags=notes.flags)
    contacts = contacts_of(traits, notes)
    given_kind = text(traits.get("type"))
    record = OrganisationRecord(
        name=name,
        kind=given_kind if given_kind in KINDS else kind_of(wording.text for wording in name.wordings),
        description=localised(traits, "description", notes) or localised(traits, "summary", notes),
        business_id=_business_id(traits, notes),
        website=website(contacts),
        email=next((contact.email for contact in contacts if contact.email), ""),
        phone=next((contact.phone for contact in contacts if contact.phone), ""),
    )
    unread = frozenset(f"traits.{key}" for key in traits.keys() - TAKEN - LEFT)
    return Parsed(record=record, flags=notes.flags, unread=unread)


def _business_id(traits: Raw, notes: Notes) -> str:
    given = text(traits.get("businessId"))
    found = valid_business_id(given)
    if given and not found:
        notes.add(f"business id dropped: {given[:20]} has a wrong check digit or shape")
    return found
