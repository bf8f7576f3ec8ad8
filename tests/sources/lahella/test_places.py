from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import AccessRecord, Code, PlaceRecord
from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.sources.lahella import SOURCE
from tarjotin.sources.lahella.channels import PARKING
from tarjotin.sources.source import Parsed
from tests.sources.lahella import make

L = LocalisedText.of


def read(channel: dict[str, Any]) -> tuple[PlaceRecord, Parsed]:
    parsed = SOURCE.parse("channel", make.place_payload(channel))
    assert isinstance(parsed.record, PlaceRecord), parsed.rejected
    return parsed.record, parsed


def test_a_channel_with_an_address_becomes_a_whole_place() -> None:
    assert SOURCE.parse("channel", make.place_payload(make.channel())) == Parsed(
        PlaceRecord(
            name=L(fi="Kallion kirjasto"),
            street=L(fi="Viides linja 11", sv="Femte linjen 11"),
            postal_code="00530",
            municipality="091",
            city=L(fi="Helsinki", sv="Helsingfors"),
            point=Point(60.1837, 24.9536),
        )
    )


@pytest.mark.parametrize(
    ("summary", "name", "arrival"),
    [
        ("Malmin kirjasto", L(fi="Malmin kirjasto"), L()),
        ("Ovi on pihan puolella.", L(fi="Viides linja 11", sv="Femte linjen 11"), L(fi="Ovi on pihan puolella.")),
        (
            "Malmin kirjasto\nToinen kerros, hissi on oikealla.",
            L(fi="Malmin kirjasto"),
            L(fi="Malmin kirjasto\nToinen kerros, hissi on oikealla."),
        ),
        ("", L(fi="Viides linja 11", sv="Femte linjen 11"), L()),
    ],
)
def test_a_short_summary_is_the_name_and_a_sentence_the_way_there(
    summary: str, name: LocalisedText, arrival: LocalisedText
) -> None:
    channel = make.channel()
    channel["translations"]["fi"]["summary"] = summary

    record, _ = read(channel)

    assert (record.name, record.arrival) == (name, arrival)


@pytest.mark.parametrize(
    ("coordinates", "point", "flags"),
    [
        ([24.9536, 60.1837], Point(60.1837, 24.9536), ()),
        ([60.1837, 24.9536], Point(60.1837, 24.9536), ("latitude and longitude were swapped",)),
        ([27.2, 61.7], None, ("point dropped: outside the region",)),
        ([0, 0], None, ()),
        (None, None, ()),
        (["24.9", "60.1"], None, ()),
    ],
)
def test_points_are_longitude_first_and_dropped_when_they_cannot_be_right(
    coordinates: Any, point: Point | None, flags: tuple[str, ...]
) -> None:
    record, parsed = read(make.channel(map={"center": {"type": "Point", "coordinates": coordinates}}))

    assert (record.point, parsed.flags) == (point, flags)


@pytest.mark.parametrize(
    ("features", "access"),
    [
        (["ac_wheelchair"], [("wheelchair", "ok")]),
        (["ac_rollator", "ac_inductionloop"], [("rollator", "ok"), ("hearing_aid", "ok")]),
        (["ac_unknow"], [("wheelchair", "unknown")]),
        (["ac_unknow", "ac_wheelchair"], [("wheelchair", "ok")]),
        ([], []),
    ],
)
def test_what_is_promised_is_told_and_not_guaranteed_is_unknown(
    features: list[str], access: list[tuple[str, str]]
) -> None:
    record, _ = read(make.channel(accessibility=features))

    assert record.access == tuple(AccessRecord(profile, "any", verdict) for profile, verdict in access)


def test_parking_is_told_in_words_and_an_accessible_toilet_as_a_code() -> None:
    record, _ = read(make.channel(accessibility=["ac_parking", "ac_itoilet"]))

    # The source's list says "parking", not "accessible parking": that stays unknown.
    assert (record.parking, record.accessible_parking, record.codes) == (
        PARKING,
        None,
        (Code("lahellaaccess", "ac_parking"), Code("lahellaaccess", "ac_itoilet")),
    )


@pytest.mark.parametrize(
    ("channel", "reason"),
    [
        (make.channel(type=["online"]), "held online or by phone: no place of its own"),
        (make.channel(type=["phone"]), "held online or by phone: no place of its own"),
        (make.channel(translations={}), "the place has neither a name nor an address"),
    ],
)
def test_what_is_no_place_is_rejected_with_a_reason(channel: dict[str, Any], reason: str) -> None:
    parsed = SOURCE.parse("channel", make.place_payload(channel))

    assert (parsed.record, parsed.rejected) == (None, reason)
