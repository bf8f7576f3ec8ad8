"""A channel of a Lähellä.fi activity: a place, its address and how one gets in; online and by phone there is none."""

from __future__ import annotations

import re
from typing import Any

from tarjotin.catalogue.records import AccessRecord, Code, PlaceRecord, Ref
from tarjotin.common.distance import Point, in_region
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources import municipalities
from tarjotin.sources.lahella.texts import Raw, clean, localised, translations
from tarjotin.sources.raw import Notes, mapping, text, words
from tarjotin.sources.source import Parsed

TAKEN = frozenset({"id", "type", "accessibility", "map", "translations"})
IN_ACTIVITY = frozenset({"events", "registrationRequired", "registrationUrl", "registrationEmail", "registrationPhone"})
PLACE_TYPES = frozenset({"place", "hybrid"})
LONGEST_NAME = 60
PARKING = LocalisedText.of(fi="Pysäköintipaikkoja", sv="Parkeringsplatser", en="Parking available")
PROFILES = {"ac_wheelchair": "wheelchair", "ac_rollator": "rollator", "ac_inductionloop": "hearing_aid"}
NOT_GUARANTEED = "ac_unknow"  # the source's own spelling


def has_place(channel: Raw) -> bool:
    return not PLACE_TYPES.isdisjoint(types(channel))


def types(channel: Raw) -> list[str]:
    return words(channel.get("type")) or ["place"]


def place_ref(activity_key: str, channel: Raw) -> Ref | None:
    channel_id = text(channel.get("id"))
    return Ref("lahella", "channel", f"{activity_key}:{channel_id}") if channel_id and has_place(channel) else None


def channel_of(payload: Raw) -> Parsed:
    channel, notes = mapping(payload.get("channel")), Notes()
    if not has_place(channel):
        return Parsed(rejected="held online or by phone: no place of its own")
    summary, street = localised(channel, "summary", notes), address(channel, "street", notes)
    city = address(channel, "city", notes)
    name = summary.map(_name_in) or street or city
    if not name:
        return Parsed(rejected="the place has neither a name nor an address", flags=notes.flags)
    features = words(channel.get("accessibility"))
    record = PlaceRecord(
        name=name,
        street=street,
        postal_code=_postal_code(channel),
        municipality=next(filter(None, (municipalities.code_of(wording.text) for wording in city.wordings)), ""),
        city=city,
        point=_point(channel, notes),
        arrival=EMPTY if summary == name else summary,
        parking=PARKING if "ac_parking" in features else EMPTY,
        access=_access(features),
        codes=tuple(Code("lahellaaccess", feature) for feature in features if feature != NOT_GUARANTEED),
    )
    unread = frozenset(f"channels.{key}" for key in channel.keys() - TAKEN - IN_ACTIVITY)
    return Parsed(record=record, flags=notes.flags, unread=unread)


def address(channel: Raw, field: str, notes: Notes) -> LocalisedText:
    found = {tag: mapping(each.get("address")).get(field) for tag, each in translations(channel).items()}
    return LocalisedText.of({tag: clean(value, notes) for tag, value in found.items()})


def _name_in(summary: str) -> str:
    """The summary often is the name of the house; a sentence is not."""
    first = summary.split("\n", 1)[0].strip()
    return first if len(first) <= LONGEST_NAME and not re.search(r"[.!?]$", first) else ""


def _postal_code(channel: Raw) -> str:
    found = (text(mapping(each.get("address")).get("postalCode")) for each in translations(channel).values())
    return next((code for code in found if re.fullmatch(r"\d{5}", code)), "")


def _point(channel: Raw, notes: Notes) -> Point | None:
    """GeoJSON: longitude first. When they were swapped the pair lies in the region the other way round."""
    pair = mapping(mapping(channel.get("map")).get("center")).get("coordinates")
    if not isinstance(pair, list) or len(pair) != 2 or not all(_is_number(each) for each in pair):
        return None
    lon, lat = float(pair[0]), float(pair[1])
    for point, flag in ((Point(lat, lon), ""), (Point(lon, lat), "latitude and longitude were swapped")):
        if in_region(point):
            if flag:
                notes.add(flag)
            return point
    if lat or lon:
        notes.add("point dropped: outside the region")
    return None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _access(features: list[str]) -> tuple[AccessRecord, ...]:
    """What is promised; "does not guarantee" is unknown, never "not accessible"."""
    promised = [AccessRecord(PROFILES[each], "any", "ok") for each in features if each in PROFILES]
    if NOT_GUARANTEED in features and "ac_wheelchair" not in features:
        promised.append(AccessRecord("wheelchair", "any", "unknown"))
    return tuple(promised)
