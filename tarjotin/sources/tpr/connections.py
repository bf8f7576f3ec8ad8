"""Connections of a unit: hours, prices, notices, numbers and links, told apart by their section. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tarjotin.catalogue.records import ContactRecord, HoursRecord
from tarjotin.common.text import LocalisedText, Wording
from tarjotin.sources.cleaning import email, is_personal_email, phones, plain
from tarjotin.sources.opening_hours import weekly_hours
from tarjotin.sources.people import names_a_person
from tarjotin.sources.raw import rows
from tarjotin.sources.wordings import EMPTY, addresses, first_of, joined, own_words, text

Row = dict[str, Any]

CONTACT_SECTIONS = ("PHONE_OR_EMAIL", "ESERVICE_LINK", "LINK", "SUBGROUP")
NOTICE_SECTIONS = ("TOPICAL", "HIGHLIGHT")
HOURS_SECTIONS = ("OPENING_HOURS", "OPENING_HOUR_OBJECT")
# Pages on services that follow their visitors; the place's own site is given anyway.
UNUSED_SECTIONS = ("SOCIAL_MEDIA_LINK",)
SECTIONS = frozenset(
    (*CONTACT_SECTIONS, *NOTICE_SECTIONS, *HOURS_SECTIONS, *UNUSED_SECTIONS, "PRICE", "OTHER_INFO", "OTHER_ADDRESS")
)

_ENTRANCE = re.compile(r"^(sisäänkäyn|sisäänk|ingång|entrance|entry)", re.I)
_ARRIVAL = re.compile(
    r"\b(bussi|metro|juna|raitio|lähijuna|pysäk|pysäköin|parkki|saapu|kulkuyhtey|ajo-ohje|buss|spårvagn|tåg|hållplats|parkering|"
    r"bus |buses|train|tram|parking)",
    re.I,
)
LONGEST_ARRIVAL = 250  # a longer text tells of much else beside the way there
_MOBILE = re.compile(r"\+358(4|50)")


@dataclass(frozen=True, slots=True)
class Connections:
    """What the connections of one unit come to."""

    hours: tuple[HoursRecord, ...] = ()
    fees: LocalisedText = EMPTY
    notice: LocalisedText = EMPTY
    more: LocalisedText = EMPTY  # paragraphs that belong to the description
    entrance: LocalisedText = EMPTY
    arrival: LocalisedText = EMPTY
    contacts: tuple[ContactRecord, ...] = ()


def read_connections(payload: dict[str, Any], flags: list[str]) -> Connections:
    listed = rows(payload.get("connections"))
    flags.extend(
        f"section not known: {section}"
        for section in sorted({str(row.get("section_type", ""))[:40] for row in listed} - SECTIONS)
    )
    other = [_linked_text(row, flags) for row in _of(listed, "OTHER_INFO")]
    elsewhere = [_linked_text(row, flags) for row in _of(listed, "OTHER_ADDRESS")]
    return Connections(
        hours=_hours(_of(listed, *HOURS_SECTIONS), flags),
        fees=joined(_linked_text(row, flags) for row in _of(listed, "PRICE")),
        notice=joined(_linked_text(row, flags) for row in _of(listed, *NOTICE_SECTIONS)),
        more=joined(told for told in other if not _is_arrival(told)),
        entrance=joined((told for told in elsewhere if _says(told, _ENTRANCE)), "\n"),
        arrival=joined((*(t for t in elsewhere if not _says(t, _ENTRANCE)), *filter(_is_arrival, other))),
        contacts=tuple(dict.fromkeys(_contacts(_of(listed, *CONTACT_SECTIONS), flags))),
    )


def _of(listed: Iterable[Row], *sections: str) -> list[Row]:
    return [row for row in listed if row.get("section_type") in sections]


def _says(told: LocalisedText, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(wording.text) for wording in told.wordings)


def _is_arrival(told: LocalisedText) -> bool:
    return _says(told, _ARRIVAL) and all(len(wording.text) <= LONGEST_ARRIVAL for wording in told.wordings)


def _linked_text(row: Row, flags: list[str]) -> LocalisedText:
    """The words, with their link behind them in brackets."""
    links = addresses(row, "www")
    written = own_words(text(row, "name", flags), "note", flags)
    return LocalisedText(tuple(_with_link(wording, links.get(wording.language)) for wording in written.wordings))


def _with_link(wording: Wording, link: str) -> Wording:
    return Wording(wording.language, f"{wording.text} ({link})" if link and link not in wording.text else wording.text)


def _hours(listed: list[Row], flags: list[str]) -> tuple[HoursRecord, ...]:
    """Spans when exactly one text is regular, for two regular texts are of different things; every text as a note."""
    notes = [HoursRecord(note=note) for row in listed if (note := _linked_text(row, flags))]
    regular = [spans for row in listed if (spans := weekly_hours(plain(row.get("name_fi"))))]
    return (*(regular[0] if len(regular) == 1 else ()), *notes)


def _contacts(listed: list[Row], flags: list[str]) -> Iterable[ContactRecord]:
    for row in listed:
        role = _role(row, flags)
        numbers = phones(plain(row.get("phone")))
        if role is None:  # a person's name stood there: a mobile number beside it is that person's
            role, numbers = EMPTY, tuple(number for number in numbers if not _MOBILE.match(number))
        address = _role_mailbox(row, flags)
        link = first_of(addresses(row, "www"))
        if numbers or address or link:
            yield ContactRecord(role, phone=numbers[0] if numbers else "", email=address, url=link)
        yield from (ContactRecord(role, phone=number) for number in numbers[1:])


def _role(row: Row, flags: list[str]) -> LocalisedText | None:
    """What the number or link is for; `None` when the words are a person's name."""
    if plain(row.get("contact_person")):
        flags.append("contact person dropped")
    role = text(row, "name", flags)
    if row.get("section_type") == "PHONE_OR_EMAIL" and names_a_person(role.get("fi")) and len(role.get("fi")) < 40:
        flags.append("a contact's name dropped: it reads like a person's")
        return None
    return role


def _role_mailbox(row: Row, flags: list[str]) -> str:
    address = email(row.get("email"))
    if address and is_personal_email(address):
        flags.append("personal e-mail address dropped")
        return ""
    return address
