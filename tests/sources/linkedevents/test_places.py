from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import PlaceRecord, Ref
from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.sources.linkedevents.parse import parse
from tarjotin.sources.source import Parsed
from tests.sources.linkedevents.make import place, ref


def _place(**fields: Any) -> PlaceRecord:
    record = parse("place", place(**fields)).record
    assert isinstance(record, PlaceRecord)
    return record


def test_a_city_unit_is_a_copy_of_its_tpr_unit() -> None:
    parsed = parse("place", place(parent=ref("place", "tprek:1")))

    assert parsed == Parsed(
        record=PlaceRecord(
            name=LocalisedText.of(fi="Kallion kirjasto", sv="Berghälls bibliotek"),
            street=LocalisedText.of(fi="Viides linja 11", sv="Femte linjen 11"),
            postal_code="00530",
            municipality="091",
            city=LocalisedText.of(fi="Helsinki", sv="Helsingfors"),
            point=Point(60.183709, 24.953436),
            parent=Ref("linkedevents", "place", "tprek:1"),
            tpr_unit="8215",
            website=LocalisedText.of(fi="https://www.helmet.fi/kallionkirjasto"),
            email="kallion_kirjasto@hel.fi",
            phone="+358931085035",
        ),
        upstream=Ref("tpr", "unit", "8215"),
    )


@pytest.mark.parametrize(
    ("position", "flags"),
    [
        (None, ()),  # the whole town
        (
            {"type": "Point", "coordinates": [60.18, 24.95]},
            ("point dropped: latitude and longitude are swapped (24.95, 60.18)",),
        ),
        ({"type": "Point", "coordinates": [0, 0]}, ("point dropped: 0, 0",)),
        ({"type": "Point", "coordinates": [22.27, 60.45]}, ("point dropped: outside the region (60.45, 22.27)",)),
        ({"type": "Point", "coordinates": []}, ()),
    ],
)
def test_a_point_that_cannot_be_right_is_dropped_and_flagged(position: object, flags: tuple[str, ...]) -> None:
    parsed = parse("place", place(id="matko:732", position=position))

    assert isinstance(parsed.record, PlaceRecord)
    assert (parsed.record.point, parsed.record.tpr_unit, parsed.flags) == (None, "", flags)


@pytest.mark.parametrize(
    ("fields", "municipality"),
    [
        ({"divisions": [], "address_locality": {"fi": "Espoo"}}, "049"),
        ({"divisions": [{"ocd_id": "ocd-division/country:fi/kunta:vantaa"}]}, "092"),
        ({"divisions": [], "address_locality": {"fi": "Turku"}}, ""),
    ],
)
def test_the_municipality_is_that_of_the_division_or_the_town(fields: dict[str, Any], municipality: str) -> None:
    assert _place(**fields).municipality == municipality


def test_the_address_of_a_person_is_left_out() -> None:
    parsed = parse("place", place(email="maija.meikalainen@example.fi"))

    assert isinstance(parsed.record, PlaceRecord)
    assert (parsed.record.email, parsed.flags) == ("", ("a personal e-mail address was taken out",))


def test_the_internet_is_an_online_place() -> None:
    assert _place(id="helsinki:internet", name={"fi": "Internet"}).kind == "online"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"deleted": True}, "deleted at the source"),
        ({"replaced_by": ref("place", "tprek:9")}, "replaced by tprek:9"),
        ({"name": {"fi": ""}}, "no name"),
        ({"id": None}, "no id"),
    ],
)
def test_a_place_that_is_none_is_rejected(fields: dict[str, Any], reason: str) -> None:
    parsed = parse("place", place(**fields))

    assert (parsed.record, parsed.rejected) == (None, reason)
