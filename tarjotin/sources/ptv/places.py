"""A service location channel of PTV v11 as a place."""

from __future__ import annotations

import re
from dataclasses import replace

from tarjotin.catalogue.records import PlaceRecord, Ref
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources import municipalities
from tarjotin.sources.ptv import contacts, points
from tarjotin.sources.ptv.hours import hours
from tarjotin.sources.ptv.texts import Raw, joined, localised, only, real_rows, terms
from tarjotin.sources.raw import Notes, mapping, text, words
from tarjotin.sources.source import Parsed

TAKEN = frozenset(
    "id sourceId serviceChannelType organizationId serviceChannelNames serviceChannelDescriptions phoneNumbers emails "
    "languages webPages addresses serviceHours publishingStatus modified ontologyTerms".split()
)
LEFT = frozenset(
    "oid displayNameType areaType areas services serviceCollections responsibleSoteOrganization accessibilityRegister "
    "accessibilityRegisterServicePointId".split()
)
ALSO_AT = {"fi": "Myös osoitteessa", "sv": "Också på adressen", "en": "Also at"}
ADDRESS_LANGUAGES = tuple(ALSO_AT)  # the Sami rows repeat the Finnish ones
# The register of units gives its number, with or without a prefix; LIPAS sites come with theirs.
_TPR_UNIT = re.compile(r"(?:tpr(?:ek)?[:-])?(\d{1,7})", re.I)
_LIPAS = re.compile(r"lipas-(\d+)", re.I)
# A unit without a short text gets one made by a machine on its way to PTV: its name and words like these.
_MACHINE_WORDS = re.compile(
    r"\b(?:on|toimipiste\w*|palvelupiste\w*|palvelupaikka\w*|palvelee|sijaitsee|osoittees\w+|"
    r"är|en|ett|verksamhetsställe\w*|serviceställe\w*|finns|på|i|adress\w*|"
    r"is|the|a|located|at|in|service|location|point|place|unit)\b|[\W\d_]",
    re.I,
)


def place_of(channel: Raw) -> Parsed:
    notes = Notes()
    name = localised(channel.get("serviceChannelNames"), notes, kind="Name")
    if not name:
        return Parsed(rejected="the place has no name", flags=notes.flags)
    record = _with_address(_basics(channel, name, notes), channel, notes)
    return Parsed(
        record=record,
        flags=notes.flags,
        unread=frozenset(channel.keys() - TAKEN - LEFT),
        upstream=Ref("tpr", "unit", record.tpr_unit) if record.tpr_unit else None,
    )


def _basics(channel: Raw, name: LocalisedText, notes: Notes) -> PlaceRecord:
    texts = channel.get("serviceChannelDescriptions")
    found = contacts.phones(channel.get("phoneNumbers"), notes)
    owner = text(channel.get("organizationId"))
    return PlaceRecord(
        name=name,
        summary=localised(texts, notes, kind="Summary"),
        description=localised(texts, notes, kind="Description"),
        organisation=Ref("ptv", "organisation", owner) if owner else None,
        website=contacts.website(channel.get("webPages")),
        email=next(iter(contacts.emails(channel.get("emails"), notes)), ""),
        phone=contacts.main_phone(found),
        contacts=contacts.desks(found),
        languages=tuple(words(channel.get("languages"))),
        hours=hours(channel.get("serviceHours"), notes),
        codes=terms(channel.get("ontologyTerms")),
    )


def _with_address(record: PlaceRecord, channel: Raw, notes: Notes) -> PlaceRecord:
    visited = [row for row in real_rows(channel.get("addresses")) if row.get("type") in ("Location", "Visiting", None)]
    if not visited:
        notes.add("no address to visit")
        return _with_ids(record, channel, notes)
    main = visited[0]
    inner = _inner(main)
    at = points.point(inner, notes)
    doors = sorted(real_rows(main.get("entrances")), key=lambda door: door.get("isMainEntrance") is not True)
    record = replace(
        record,
        street=_street(inner, notes),
        postal_code=_postal_code(inner),
        municipality=_municipality(inner),
        city=_city(inner, notes),
        point=at,
        entrance=joined(_door(door, notes) for door in doors),
        entrance_point=points.entrance_point(doors[0], at, notes) if doors else None,
        arrival=joined(
            (localised(inner.get("additionalInformation"), notes), *(_also(row, notes) for row in visited[1:]))
        ),
    )
    return _with_ids(record, channel, notes)


def _with_ids(record: PlaceRecord, channel: Raw, notes: Notes) -> PlaceRecord:
    source_id = text(channel.get("sourceId"))
    lipas, unit = _LIPAS.fullmatch(source_id), _TPR_UNIT.fullmatch(source_id)
    if lipas:
        return replace(record, lipas_id=lipas[1])
    if unit and (record.municipality in municipalities.CODES or not source_id.isdigit()):
        return replace(record, tpr_unit=unit[1], summary=_without_machine_text(record, notes))
    return record


def _without_machine_text(record: PlaceRecord, notes: Notes) -> LocalisedText:
    def kept(wording: str) -> str:
        rest = wording.casefold()
        for part in (*record.name.wordings, *record.street.wordings, *record.city.wordings):
            rest = rest.replace(part.text.casefold(), " ")
        return wording if _MACHINE_WORDS.sub("", rest) else ""

    summary = record.summary.map(kept)
    if summary != record.summary:
        notes.add("automatic sentence in the short text dropped")
    return summary


def _inner(address: Raw) -> Raw:
    """The part that says where: a street, or a point with words."""
    return mapping(address.get("otherAddress") if address.get("subType") == "Other" else address.get("streetAddress"))


def _street(inner: Raw, notes: Notes) -> LocalisedText:
    number = text(inner.get("streetNumber"))
    streets = only(localised(inner.get("street"), notes), ADDRESS_LANGUAGES)
    return streets.map(lambda street: f"{street} {number}".strip())


def _postal_code(inner: Raw) -> str:
    code = text(inner.get("postalCode"))
    return code if re.fullmatch(r"\d{5}", code) else ""


def _municipality(inner: Raw) -> str:
    code = text(mapping(inner.get("municipality")).get("code"))
    return code if re.fullmatch(r"\d{3}", code) else ""


def _city(inner: Raw, notes: Notes) -> LocalisedText:
    named = only(localised(mapping(inner.get("municipality")).get("name"), notes), ADDRESS_LANGUAGES)
    if named:
        return named
    # Post offices are written in capitals.
    office = only(localised(inner.get("postOffice"), notes), ADDRESS_LANGUAGES).map(str.title)
    return municipalities.name_of(_municipality(inner)) or office


def _also(address: Raw, notes: Notes) -> LocalisedText:
    """A second address to visit, in words: a place has one point."""
    inner = _inner(address)
    street, city = _street(inner, notes), _city(inner, notes)
    if not street:
        return EMPTY
    notes.add("second address kept in words")
    whole = {}
    for wording in street.wordings:
        town = f"{_postal_code(inner)} {city.get(wording.language) or city}".strip()
        whole[wording.language] = f"{ALSO_AT[wording.language]} {wording.text}" + (f", {town}" if town else "")
    return LocalisedText.of(whole)


def _door(door: Raw, notes: Notes) -> LocalisedText:
    """What the accessibility register says of one entrance: a paragraph for each group of sentences."""
    groups = (_group(group, notes) for group in real_rows(door.get("accessibilitySentences")))
    return joined((localised(door.get("name"), notes), *groups))


def _group(group: Raw, notes: Notes) -> LocalisedText:
    said = joined((localised(one.get("sentence"), notes) for one in real_rows(group.get("sentences"))), by=" ")
    title = localised(group.get("sentenceGroup"), notes)
    titled = {w.language: f"{head}: {w.text}" if (head := title.get(w.language)) else w.text for w in said.wordings}
    return LocalisedText.of(titled)
