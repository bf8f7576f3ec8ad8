"""Each test shows a service location of PTV and the place it becomes."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.catalogue.records import Code, ContactRecord, PlaceRecord, Ref
from tarjotin.common.distance import Point, metres_between
from tarjotin.common.text import LocalisedText
from tarjotin.sources.ptv import SOURCE
from tarjotin.sources.source import Parsed
from tests.sources.ptv import make

L = LocalisedText.of
POINT = Point(60.183721, 24.95356)


def read(channel: dict[str, Any]) -> tuple[PlaceRecord, Parsed]:
    parsed = SOURCE.parse("channel", channel)
    assert isinstance(parsed.record, PlaceRecord), parsed.rejected
    return parsed.record, parsed


def test_a_plain_location_becomes_a_whole_record() -> None:
    channel = make.location(
        emails=make.texts(fi="kirjasto@example.org"),
        phoneNumbers=[make.number("931012345"), make.number("931055555", additionalInformation="Lehtisali")],
        webPages=[{"url": "https://kirjasto.example.org", "value": "Sivut", "language": "fi"}],
        serviceChannelDescriptions=[
            *make.texts("Summary", fi="Kirjoja ja lukusaleja Kalliossa."),
            *make.texts("Description", fi="Kaksi kerrosta."),
        ],
        addresses=[make.street_address(additionalInformation=make.texts(fi="Ovi Franzéninkadulta."))],
        ontologyTerms=[{"uri": "http://www.yso.fi/onto/koko/p36"}],
    )

    assert SOURCE.parse("channel", channel) == Parsed(
        PlaceRecord(
            name=L(fi="Kallion kirjasto", sv="Berghälls bibliotek"),
            summary=L(fi="Kirjoja ja lukusaleja Kalliossa."),
            description=L(fi="Kaksi kerrosta."),
            organisation=Ref("ptv", "organisation", make.OWNER),
            street=L(fi="Viides linja 11", sv="Femte linjen 11"),
            postal_code="00530",
            municipality="091",
            city=L(fi="Helsinki", sv="Helsingfors"),
            point=POINT,
            arrival=L(fi="Ovi Franzéninkadulta."),
            website=L(fi="https://kirjasto.example.org"),
            email="kirjasto@example.org",
            phone="+358931012345",
            contacts=(ContactRecord(role=L(fi="Lehtisali"), phone="+358931055555"),),
            languages=("fi",),
            codes=(Code("koko", "p36"),),
        )
    )


@pytest.mark.parametrize("state", ["Ok", "EnteredByUser", None])
def test_coordinates_are_converted_from_texts_in_epsg_3067(state: str | None) -> None:
    record, parsed = read(make.location(addresses=[make.street_address(coordinateState=state)]))

    assert (record.point, parsed.flags) == (POINT, ())


@pytest.mark.parametrize(
    ("fields", "point", "flags"),
    [
        ({"coordinateState": "NotReceived", "latitude": "0", "longitude": "0"}, None, ()),
        ({"latitude": None, "longitude": None, "coordinateState": None}, None, ()),
        ({"coordinateState": "WrongFormatReceived"}, None, ("point dropped: coordinateState WrongFormatReceived",)),
        ({"latitude": "386500", "longitude": "6673631"}, POINT, ("northing and easting were swapped",)),
        ({"latitude": "6673631,0", "longitude": "386500,0"}, POINT, ()),
        ({"latitude": "6834688", "longitude": "503879"}, None, ("point dropped: outside the region",)),
        ({"latitude": "61.6887", "longitude": "27.2721"}, None, ("point dropped: not a place in Finland",)),
        ({"latitude": "itään", "longitude": "länteen"}, None, ()),
    ],
)
def test_a_point_that_cannot_be_right_is_dropped_and_told(
    fields: dict[str, Any], point: Point | None, flags: tuple[str, ...]
) -> None:
    record, parsed = read(make.location(addresses=[make.street_address(**fields)]))

    assert (record.point, parsed.flags, str(record.street)) == (point, flags, "Viides linja 11")


def test_a_post_box_is_no_address_to_visit() -> None:
    box = {"type": "Postal", "subType": "PostOfficeBox", "postOfficeBoxAddress": {"postOfficeBox": []}}

    record, parsed = read(make.location(addresses=[box]))

    assert (record.street, record.postal_code, record.point, parsed.flags) == (L(), "", None, ("no address to visit",))


def test_a_second_address_is_kept_in_words() -> None:
    addresses = [make.street_address(), make.street_address(street=make.texts(fi="Vaasankatu"), streetNumber="2")]

    record, parsed = read(make.location(addresses=addresses))

    assert (str(record.street), record.arrival, parsed.flags) == (
        "Viides linja 11",
        L(fi="Myös osoitteessa Vaasankatu 2, 00530 Helsinki"),
        ("second address kept in words",),
    )


def test_a_town_without_a_name_gets_it_from_its_code_or_the_post_office() -> None:
    near, _ = read(make.location(addresses=[make.street_address(municipality={"code": "049"})]))
    far, _ = read(make.location(addresses=[make.street_address(municipality=None, postOffice=make.texts(fi="VELKUA"))]))

    assert (near.city, far.city, far.municipality) == (L(fi="Espoo", sv="Esbo", en="Espoo"), L(fi="Velkua"), "")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (make.number("447943552"), "+358447943552"),
        (make.number("0447943552"), "+358447943552"),
        (make.number("116117", None, isFinnishServiceNumber=True), "116117"),
        (make.number("0295 535 001", None, isFinnishServiceNumber=True), "+358295535001"),
        (make.number("10023", None, isFinnishServiceNumber=True), "10023"),
        (make.number("405166046", type="Fax"), ""),
        ({"type": "Phone", "number": None, "prefixNumber": None}, ""),
    ],
)
def test_numbers_get_their_prefix_and_service_numbers_stay_as_dialled(row: dict[str, Any], expected: str) -> None:
    record, _ = read(make.location(phoneNumbers=[row]))

    assert record.phone == expected


def test_a_number_listed_for_each_language_is_one_contact() -> None:
    rows = [
        make.number("931012345", additionalInformation="Kassa"),
        make.number("931012345", additionalInformation="Kassan", language="sv"),
    ]

    record, _ = read(make.location(phoneNumbers=rows))

    assert record.contacts == (ContactRecord(role=L(fi="Kassa", sv="Kassan"), phone="+358931012345"),)


def test_persons_are_left_out() -> None:
    channel = make.location(
        phoneNumbers=[make.number("931012345", additionalInformation="Rehtori Maija Mallikas")],
        emails=make.texts(fi="maija.mallikas@example.org", sv="etunimi.sukunimi@example.org", en="halli@example.org"),
    )

    record, parsed = read(channel)

    assert (record.phone, record.contacts, record.email, parsed.flags) == (
        "+358931012345",
        (),
        "halli@example.org",
        ("a person's name beside a phone number left out", "personal e-mail dropped"),
    )


@pytest.mark.parametrize("source_id", ["41102", "tprek:41102", "tpr-41102"])
def test_a_copy_of_a_unit_names_it(source_id: str) -> None:
    record, parsed = read(make.location(sourceId=source_id))

    assert (record.tpr_unit, parsed.upstream) == ("41102", Ref("tpr", "unit", "41102"))


@pytest.mark.parametrize("source_id", [None, "abc-1", "00000000-0000-4000-8000-000000000001"])
def test_another_source_id_is_no_unit(source_id: str | None) -> None:
    record, parsed = read(make.location(sourceId=source_id))

    assert (record.tpr_unit, record.lipas_id, parsed.upstream) == ("", "", None)


def test_a_bare_number_of_another_region_is_no_unit() -> None:
    address = make.street_address(municipality={"code": "905", "name": []})

    record, parsed = read(make.location(sourceId="41102", addresses=[address]))

    assert (record.tpr_unit, parsed.upstream) == ("", None)


def test_a_sports_site_names_its_lipas_id() -> None:
    record, parsed = read(make.location(sourceId="lipas-506031"))

    assert (record.lipas_id, parsed.upstream) == ("506031", None)


@pytest.mark.parametrize(
    ("summary", "kept"),
    [
        ("Kallion kirjasto on palvelupiste osoitteessa Viides linja 11.", False),
        ("Kallion kirjasto", False),
        ("Kallion kirjasto on auki.", True),
        ("Kirjoja ja lukusaleja Kalliossa.", True),
    ],
)
def test_the_automatic_sentence_of_a_unit_is_dropped(summary: str, kept: bool) -> None:
    texts = make.texts("Summary", fi=summary)

    record, parsed = read(make.location(sourceId="41102", serviceChannelDescriptions=texts))

    assert (bool(record.summary), parsed.flags) == (
        kept,
        () if kept else ("automatic sentence in the short text dropped",),
    )


def test_such_a_sentence_stays_when_the_place_is_no_copy() -> None:
    record, _ = read(make.location(serviceChannelDescriptions=make.texts("Summary", fi="Kallion kirjasto")))

    assert record.summary == L(fi="Kallion kirjasto")


def _door(name: str, *, main: bool, latitude: str = "6673640", longitude: str = "386507") -> dict[str, Any]:
    sentences = [{"sentence": make.texts(fi="Ovi on leveä.")}, {"sentence": make.texts(fi="Ei kynnystä.")}]
    return {
        "name": make.texts(fi=name),
        "isMainEntrance": main,
        "coordinates": {"latitude": latitude, "longitude": longitude},
        "accessibilitySentences": [{"sentenceGroup": make.texts(fi="Sisäänkäynti"), "sentences": sentences}],
    }


def test_entrances_are_told_in_words_the_main_one_first() -> None:
    address = make.street_address() | {"entrances": [_door("Sivuovi", main=False), _door("Pääovi", main=True)]}

    record, parsed = read(make.location(addresses=[address]))

    said = "Sisäänkäynti: Ovi on leveä. Ei kynnystä."
    assert (record.entrance, record.entrance_point, parsed.flags) == (
        L(fi=f"Pääovi\n\n{said}\n\nSivuovi\n\n{said}"),
        Point(60.183804, 24.953681),
        (),
    )


def test_an_entrance_far_from_its_address_loses_its_point() -> None:
    address = make.street_address() | {"entrances": [_door("Pääovi", main=True, latitude="6680000")]}

    record, parsed = read(make.location(addresses=[address]))

    assert (record.entrance_point, parsed.flags) == (None, ("entrance point dropped: far from the address",))


@pytest.mark.parametrize(
    ("channel", "reason"),
    [
        (make.location(serviceChannelNames=[]), "the place has no name"),
        (make.location(publishingStatus="Archived"), "not published: Archived"),
        (make.channel("Phone", make.PHONE), "not a place to visit: it is told with its services"),
        (make.location(id=None), "no id"),
    ],
)
def test_what_is_no_place_is_rejected_with_a_reason(channel: dict[str, Any], reason: str) -> None:
    parsed = SOURCE.parse("channel", channel)

    assert (parsed.record, parsed.rejected) == (None, reason)


def test_a_field_nobody_takes_is_news() -> None:
    _, parsed = read(make.location(parkingSpaces=3, services=[]))

    assert parsed.unread == {"parkingSpaces"}


@pytest.mark.parametrize(
    ("northing", "easting", "given"),
    [
        # Points that the register of units gives in both systems, a metre being its smallest step in EPSG:3067.
        ("6673631", "386500", Point(60.18372, 24.95356)),
        ("6671945", "385637", Point(60.16835, 24.93896)),
        ("6689899", "392904", Point(60.33144, 25.060328)),
        ("6670441", "369652", Point(60.150066, 24.652107)),
    ],
)
def test_converted_points_lie_where_the_register_of_units_has_them(northing: str, easting: str, given: Point) -> None:
    record, _ = read(make.location(addresses=[make.street_address(latitude=northing, longitude=easting)]))

    assert record.point is not None
    assert metres_between(record.point, given) < 1
