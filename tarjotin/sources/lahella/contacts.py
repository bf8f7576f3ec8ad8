"""Whom to ask at Lähellä.fi: mailboxes, numbers and pages of roles. A person named there is left out."""

from __future__ import annotations

from tarjotin.catalogue.records import ContactRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import email, is_personal_email, phone, web_address
from tarjotin.sources.lahella.texts import Raw, localised
from tarjotin.sources.people import names_a_person
from tarjotin.sources.raw import Notes, rows


def contacts_of(raw: Raw, notes: Notes) -> tuple[ContactRecord, ...]:
    found = (_contact(row, notes) for row in rows(raw.get("contacts")))
    return tuple(dict.fromkeys(contact for contact in found if contact))


def _contact(row: Raw, notes: Notes) -> ContactRecord | None:
    role = localised(row, "description", notes)
    if any(names_a_person(wording.text) for wording in role.wordings):
        notes.add("a contact that names a person dropped")
        return None
    value = row.get("value")
    match row.get("type"):
        case "email":
            address = role_email(value, notes)
            return ContactRecord(role=role, email=address) if address else None
        case "phone":
            number = phone(value) if isinstance(value, str) else ""
            return ContactRecord(role=role, phone=number) if number else None
        case "www":
            address = web_address(value)
            return ContactRecord(role=role, url=address) if address else None
        case _:
            notes.add("a contact of an unknown kind left out")
            return None


def role_email(value: object, notes: Notes) -> str:
    address = email(value)
    if address and is_personal_email(address):
        notes.add("personal e-mail dropped")
        return ""
    return address


def website(contacts: tuple[ContactRecord, ...]) -> LocalisedText:
    """The first page; its language is not told, so it stands for Finnish and others fall back to it."""
    return LocalisedText.of(fi=next((contact.url for contact in contacts if contact.url), ""))
