"""How a service of PTV v11 is reached: each of its connections as a place, or as a phone, a form, a page …

What a connection says of its own (hours, numbers, a text) outranks what the channel says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tarjotin.catalogue.records import ChannelRecord, Ref, ServicePlaceRecord
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.cleaning import web_address
from tarjotin.sources.ptv import contacts
from tarjotin.sources.ptv.hours import hours
from tarjotin.sources.ptv.texts import Raw, is_language, joined, localised, real_rows
from tarjotin.sources.raw import Notes, mapping, rows, text, words

LOCATION = "ServiceLocation"
LOG_IN = LocalisedText.of(
    fi="Vaatii vahvan tunnistautumisen, esimerkiksi pankkitunnukset.",
    sv="Kräver stark autentisering, till exempel bankkoder.",
    en="Needs strong identification, for example online bank codes.",
)
Way = ServicePlaceRecord | ChannelRecord


@dataclass(frozen=True, slots=True)
class _Connection:
    """A connection with the channel it leads to."""

    raw: Raw
    channel: Raw
    notes: Notes

    @property
    def contact(self) -> Raw:
        return mapping(self.raw.get("contactDetails"))

    def text(self, kind: str) -> LocalisedText:
        own = localised(self.raw.get("description"), self.notes, kind=kind)
        return own or localised(self.channel.get("serviceChannelDescriptions"), self.notes, kind=kind)

    def channel_of(self, kind: str, value: str, **more: object) -> ChannelRecord:
        given = {
            "name": localised(self.channel.get("serviceChannelNames"), self.notes, kind="Name"),
            "languages": tuple(words(self.channel.get("languages"))),
            "cost": localised(self.raw.get("description"), self.notes, kind="ChargeTypeAdditionalInfo"),
            "hours": hours(self.raw.get("serviceHours"), self.notes)
            or hours(self.channel.get("serviceHours"), self.notes),
            "note": self.note(),
        }
        return ChannelRecord(kind=kind, value=value, **{**given, **more})  # type: ignore[arg-type]

    def note(self) -> LocalisedText:
        own = localised(self.raw.get("description"), self.notes, kind="Description")
        return own or localised(self.channel.get("serviceChannelDescriptions"), self.notes, kind="Summary")


def ways(service: Raw, payload: Raw, notes: Notes) -> list[Way]:
    known = {text(channel.get("id")): channel for channel in rows(payload.get("channels"))}
    locations = set(words(payload.get("locations")))
    found: list[Way] = []
    for raw in rows(service.get("serviceChannels")):
        channel_id = text(mapping(raw.get("serviceChannel")).get("id"))
        connection = _Connection(raw, known.get(channel_id, {}), notes)
        if channel_id in locations:
            found.append(_place(connection, channel_id))
        elif channel_id in known:
            found += _channels(connection)
        else:
            notes.add("a channel that is not published left out")
        found += _mailboxes(connection)
    return list(dict.fromkeys(found))


def _place(connection: _Connection, channel_id: str) -> ServicePlaceRecord:
    return ServicePlaceRecord(
        place=Ref("ptv", "channel", channel_id),
        phone=contacts.main_phone(contacts.phones(connection.contact.get("phoneNumbers"), connection.notes)),
        note=localised(connection.raw.get("description"), connection.notes, kind="Description"),
        hours=hours(connection.raw.get("serviceHours"), connection.notes),
    )


def _channels(connection: _Connection) -> Iterator[ChannelRecord]:
    match connection.channel.get("serviceChannelType"):
        case "Phone":
            yield from _phones(connection)
        case "EChannel":
            login = LOG_IN if connection.channel.get("requiresAuthentication") is True else EMPTY
            yield from _pages(connection, "e_service", note=joined((connection.note(), login)))
        case "WebPage":
            yield from _pages(connection, "web")
        case "PrintableForm":
            yield from _forms(connection)
        case other:
            connection.notes.add(f"a channel of an unknown kind left out: {text(other)[:40]}")


def _phones(connection: _Connection) -> Iterator[ChannelRecord]:
    own = contacts.phones(connection.contact.get("phoneNumbers"), connection.notes)
    for phone in own or contacts.phones(connection.channel.get("phoneNumbers"), connection.notes):
        note = joined((phone.role, connection.note()))
        made = connection.channel_of("phone", phone.number, note=note)
        yield made if made.cost else connection.channel_of("phone", phone.number, note=note, cost=phone.cost)


def _pages(connection: _Connection, kind: str, **more: object) -> Iterator[ChannelRecord]:
    """One channel for each address; its languages are those the address was given for."""
    own = contacts.website(connection.contact.get("webPages"))
    pages = own or contacts.website(connection.channel.get("webPages"))
    yield from _by_address(connection, kind, pages, **more)


def _forms(connection: _Connection) -> Iterator[ChannelRecord]:
    found: dict[str, str] = {}
    for row in real_rows(connection.channel.get("channelUrls")):
        address = web_address(row.get("value") or row.get("url"))
        if address and is_language(row.get("language")):
            found.setdefault(str(row["language"]), address)
    yield from _by_address(connection, "form", LocalisedText.of(found))


def _by_address(connection: _Connection, kind: str, pages: LocalisedText, **more: object) -> Iterator[ChannelRecord]:
    languages: dict[str, list[str]] = {}
    for wording in pages.wordings:
        languages.setdefault(wording.text, []).append(wording.language)
    for address, spoken in languages.items():
        yield connection.channel_of(kind, address, languages=tuple(spoken), **more)


def _mailboxes(connection: _Connection) -> Iterator[ChannelRecord]:
    for address in contacts.emails(connection.contact.get("emails"), connection.notes):
        yield ChannelRecord(kind="email", value=address)
