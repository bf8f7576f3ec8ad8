"""Phone numbers, e-mail addresses and web pages of PTV v11 records. Persons are left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tarjotin.catalogue.records import ContactRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.cleaning import email as email_in
from tarjotin.sources.cleaning import is_personal_email, web_address
from tarjotin.sources.cleaning import phone as international
from tarjotin.sources.people import without_names
from tarjotin.sources.ptv.texts import Raw, clean, is_language, joined, real_rows
from tarjotin.sources.raw import Notes, text

FREE_CALL = LocalisedText.of(fi="Maksuton", sv="Gratis", en="Free of charge")


@dataclass(frozen=True, slots=True)
class Phone:
    number: str
    role: LocalisedText = EMPTY
    cost: LocalisedText = EMPTY


def phones(value: object, notes: Notes) -> tuple[Phone, ...]:
    """The numbers to call, not fax or text message: each once, with what its rows in several languages say of it."""
    found: dict[str, list[Raw]] = {}
    for row in real_rows(value):
        if row.get("type", "Phone") == "Phone" and (number := number_of(row)):
            found.setdefault(number, []).append(row)
    return tuple(Phone(number, _role(same, notes), _cost(same, notes)) for number, same in found.items())


def number_of(row: Raw) -> str:
    """The number in international form; a service number, which has none, as it is dialled."""
    number, prefix = text(row.get("number")), text(row.get("prefixNumber"))
    if prefix.startswith("+") and number:
        return international(prefix + re.sub(r"^\(?0\)?", "", number))
    digits = re.sub(r"[\s-]", "", number)
    return international(number) or (digits if re.fullmatch(r"\d{3,13}", digits) else "")


def _role(same: list[Raw], notes: Notes) -> LocalisedText:
    role = _by_language(same, "additionalInformation", notes)
    nameless = without_names(role)
    if nameless != role:
        notes.add("a person's name beside a phone number left out")
    return nameless


def _cost(same: list[Raw], notes: Notes) -> LocalisedText:
    free = any(row.get("serviceChargeType") == "FreeOfCharge" for row in same)
    return _by_language(same, "chargeDescription", notes) or (FREE_CALL if free else EMPTY)


def _by_language(same: list[Raw], key: str, notes: Notes) -> LocalisedText:
    said = ((row.get("language"), clean(row.get(key), notes)) for row in same)
    return joined(LocalisedText.of({str(language): words}) for language, words in said if is_language(language))


def main_phone(found: tuple[Phone, ...]) -> str:
    """The number for everyone: the first without a role of its own, else the first."""
    return next((phone.number for phone in found if not phone.role), found[0].number if found else "")


def desks(found: tuple[Phone, ...]) -> tuple[ContactRecord, ...]:
    return tuple(ContactRecord(role=phone.role, phone=phone.number) for phone in found if phone.role)


def emails(value: object, notes: Notes) -> tuple[str, ...]:
    """The mailboxes of roles, each once."""
    found = (email_in(row.get("value")) for row in real_rows(value))
    kept = []
    for address in dict.fromkeys(filter(None, found)):
        if is_personal_email(address):
            notes.add("personal e-mail dropped")
        else:
            kept.append(address)
    return tuple(kept)


def website(value: object) -> LocalisedText:
    """The first web page in each language."""
    found: dict[str, str] = {}
    for row in real_rows(value):
        address = web_address(row.get("url") or row.get("value"))
        if address and is_language(row.get("language")):
            found.setdefault(str(row["language"]), address)
    return LocalisedText.of(found)
