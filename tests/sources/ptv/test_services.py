"""Each test shows a PTV service and the record it becomes."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from tarjotin.catalogue.records import ChannelRecord, Code, HoursRecord, Ref, ServicePlaceRecord, ServiceRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.ptv import SOURCE
from tarjotin.sources.ptv.channels import LOG_IN
from tarjotin.sources.ptv.contacts import FREE_CALL
from tests.sources.ptv import make

L = LocalisedText.of


def read(service: dict[str, Any], *channels: dict[str, Any], **more: Any) -> ServiceRecord:
    parsed = SOURCE.parse("service", make.payload(service, *channels, **more))
    assert isinstance(parsed.record, ServiceRecord), parsed.rejected
    return parsed.record


def test_a_plain_service_becomes_a_whole_record() -> None:
    service = make.service(
        serviceDescriptions=[
            *make.texts("Summary", fi="Ohjattua liikuntaa.", sv="Ledd motion."),
            *make.texts("Description", fi="Jumppaa, allasta ja tanssia."),
            *make.texts("UserInstruction", fi="Varaa paikka puhelimitse."),
            *make.texts("ChargeTypeAdditionalInfo", fi="Kerta 3 €."),
            *make.texts("DeadLine", fi="Elokuun loppu."),
            *make.texts("ProcessingTime", fi="Viikko."),
            *make.texts("ValidityTime", fi="Vuosi."),
        ],
        requirements=make.texts(fi="Helsinkiläinen, yli 65 vuotta."),
        serviceChargeType="Chargeable",
        keywords=make.texts(fi="jumppa"),
        ontologyTerms=[{"name": make.texts(fi="liikunta", sv=None), "uri": "http://www.yso.fi/onto/koko/p10417"}],
        serviceClasses=[make.coded("P27.1"), make.coded("P27")],
        targetGroups=[make.coded("KR1.1")],
        lifeEvents=[make.coded("KE10")],
    )

    assert SOURCE.parse("service", make.payload(service)).record == ServiceRecord(
        name=L(fi="Senioriliikunta", sv="Seniormotion"),
        organisation=Ref("ptv", "organisation", make.OWNER),
        summary=L(fi="Ohjattua liikuntaa.", sv="Ledd motion."),
        description=L(fi="Jumppaa, allasta ja tanssia."),
        how_to_get=L(fi="Varaa paikka puhelimitse.\n\nMääräaika: Elokuun loppu.\n\nKäsittelyaika: Viikko."),
        requirements=L(fi="Helsinkiläinen, yli 65 vuotta."),
        fees_text=L(fi="Kerta 3 €."),
        is_free=False,
        area=("091",),
        languages=("fi", "sv"),
        life_events=("KE10",),
        keywords=L(fi="jumppa, liikunta"),
        codes=(
            Code("ptv", "P27.1"),
            Code("ptv", "P27"),
            Code("ptvtarget", "KR1.1"),
            Code("ptvlife", "KE10"),
            Code("koko", "p10417"),
        ),
    )


def test_null_and_empty_texts_are_no_texts() -> None:
    rows = [*make.texts("Summary", fi=None, sv="", en="-"), *make.texts("Description", fi="Teksti.", sv=None)]

    record = read(make.service(serviceDescriptions=rows))

    assert (record.summary, record.description) == (L(), L(fi="Teksti."))


def test_list_lines_are_written_in_one_way() -> None:
    rows = make.texts("Description", fi="Palvelut:\n\n- majoitus\n\n- tulkki", sv="Tjänster:\n• boende")

    record = read(make.service(serviceDescriptions=rows))

    assert record.description == L(fi="Palvelut:\n\n• majoitus\n\n• tulkki", sv="Tjänster:\n• boende")


def test_language_se_is_northern_sami_and_not_swedish() -> None:
    record = read(make.service(serviceNames=make.texts("Name", se="Bálvalus", fi="Palvelu"), languages=["fi", "se"]))

    assert (record.name, record.languages) == (L(fi="Palvelu", se="Bálvalus"), ("fi", "se"))


def test_values_of_an_example_answer_are_not_taken() -> None:
    service = make.service(
        requirements=[{"language": "en", "value": "value"}],
        serviceChannels=[
            make.connection(
                make.LOCATION,
                serviceHours=[{"serviceHourType": "serviceHourType", "openingHour": [{"dayFrom": "Monday"}]}],
                contactDetails={
                    "emails": [{"value": "value", "language": "en"}],
                    "phoneNumbers": [{"type": "type", "number": "012 345 6789", "prefixNumber": "+358"}],
                },
            )
        ],
    )

    record = read(service, locations=(make.LOCATION,))

    assert (record.requirements, record.channels, record.places) == (
        L(),
        (),
        (ServicePlaceRecord(place=Ref("ptv", "channel", make.LOCATION)),),
    )


@pytest.mark.parametrize(
    ("own", "national", "expected"),
    [
        ("FreeOfCharge", "Chargeable", True),
        ("Chargeable", "FreeOfCharge", False),
        (None, "FreeOfCharge", True),
        ("Other", "FreeOfCharge", None),
        (None, None, None),
    ],
)
def test_what_it_costs_is_the_service_s_word_before_the_national_one(
    own: str | None, national: str | None, expected: bool | None
) -> None:
    record = read(make.service(serviceChargeType=own), general=make.general(serviceChargeType=national))

    assert record.is_free is expected


def test_a_national_description_adds_codes_and_the_texts_that_are_missing() -> None:
    service = make.service(generalDescriptionId=make.GENERAL, serviceClasses=[make.coded("P4.12")])

    record = read(service, general=make.general())

    assert (record.summary, record.description, record.codes, record.life_events, record.upstream_id) == (
        # The name is Finnish and Swedish, so the English national text stays away.
        L(fi="Ohjattua liikuntaa yli 65-vuotiaille.", sv="Kommunen ordnar motion."),
        L(fi="Laki velvoittaa kunnan.", sv="Lagen förpliktar kommunen."),
        (Code("ptv", "P4.12"), Code("ptv", "P27.1"), Code("ptvtarget", "KR1.1"), Code("ptvlife", "KE10")),
        ("KE10",),
        make.GENERAL,
    )


@pytest.mark.parametrize(
    ("area_type", "areas", "expected", "flags"),
    [
        ("Nationwide", make.towns("091"), (), ()),
        ("NationwideExceptAlandIslands", [], (), ()),
        ("LimitedType", make.towns("092", "091"), ("091", "092"), ()),
        (
            "LimitedType",
            [{"type": "Region", "code": "01", "municipalities": [{"code": "049"}, {"code": "091"}]}],
            ("049", "091"),
            (),
        ),
        ("LimitedType", [], (), ("a limited area without its municipalities",)),
    ],
)
def test_the_area_is_municipality_codes_or_everyone(
    area_type: str, areas: list[Any], expected: tuple[str, ...], flags: tuple[str, ...]
) -> None:
    parsed = SOURCE.parse("service", make.payload(make.service(areaType=area_type, areas=areas)))

    assert isinstance(parsed.record, ServiceRecord)
    assert (parsed.record.area, parsed.flags) == (expected, flags)


def test_a_market_funded_service_is_marked() -> None:
    parsed = SOURCE.parse("service", make.payload(make.service(fundingType="MarketFunded")))

    assert isinstance(parsed.record, ServiceRecord)
    assert (parsed.record.codes, parsed.flags) == (
        (Code("ptvfunding", "MarketFunded"),),
        ("MarketFunded: a company sells this",),
    )


def test_a_permit_keeps_its_type_as_a_code() -> None:
    assert read(make.service(type="PermitOrObligation")).codes == (Code("ptvtype", "PermitOrObligation"),)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("P4.13", "guidance_desk"), ("P5.17", "guidance_desk"), ("P5.11", "self_help"), ("P27.1", "service")],
)
def test_the_kind_follows_the_service_class(code: str, expected: str) -> None:
    assert read(make.service(serviceClasses=[make.coded(code)])).kind == expected


@pytest.mark.parametrize(
    "concept",
    [
        {"code": "P27.1", "uri": "http://urn.fi/URN:NBN:fi:au:ptvl:v1250"},
        {"code": None, "newUri": "http://uri.suomi.fi/codelist/ptv/ptvserclass/code/P27.1"},
        {"uri": "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P27.1"},
    ],
)
def test_codes_are_read_from_the_code_or_the_newer_address(concept: dict[str, Any]) -> None:
    assert read(make.service(serviceClasses=[concept])).codes == (Code("ptv", "P27.1"),)


def test_koko_numbers_are_not_taken_for_yso_numbers() -> None:
    terms = [{"uri": "http://www.yso.fi/onto/koko/p7822"}, {"uri": "http://www.yso.fi/onto/yso/p7822"}]

    assert read(make.service(ontologyTerms=terms)).codes == (Code("koko", "p7822"), Code("yso", "p7822"))


def test_a_place_gets_what_the_connection_says_of_it() -> None:
    hours = {"serviceHourType": "DaysOfTheWeek", "openingHour": [
        {"dayFrom": "Tuesday", "dayTo": "", "from": "09:00:00", "to": "11:00:00"}]}  # fmt: skip
    link = make.connection(
        make.LOCATION,
        description=make.texts("Description", fi="Neuvonta aulassa."),
        serviceHours=[hours],
        contactDetails={"phoneNumbers": [make.number("931012345")], "emails": make.texts(fi="neuvonta@example.org")},
    )

    record = read(make.service(serviceChannels=[link]), locations=(make.LOCATION,))

    assert (record.places, record.channels) == (
        (
            ServicePlaceRecord(
                place=Ref("ptv", "channel", make.LOCATION),
                phone="+358931012345",
                note=L(fi="Neuvonta aulassa."),
                hours=(HoursRecord(weekday=2, opens=time(9), closes=time(11)),),
            ),
        ),
        (ChannelRecord(kind="email", value="neuvonta@example.org"),),
    )


def test_each_kind_of_channel_becomes_a_way_to_the_service() -> None:
    phone = make.channel(
        "Phone",
        make.PHONE,
        phoneNumbers=[
            make.number("931012345", serviceChargeType="FreeOfCharge"),
            make.number("931012345", language="sv", additionalInformation="Rådgivning"),
        ],
    )
    page = make.channel("WebPage", make.PAGE, webPages=[{"url": "www.hel.fi/liikunta", "language": "fi"}])
    form = make.channel(
        "PrintableForm", make.FORM, channelUrls=[{"type": "PDF", "value": "https://hel.fi/a.pdf", "language": "sv"}]
    )
    e_service = make.channel(
        "EChannel",
        make.E_SERVICE,
        requiresAuthentication=True,
        webPages=[{"url": "https://hel.fi/e", "language": "fi"}],
    )
    links = [make.connection(each) for each in (make.PHONE, make.PAGE, make.FORM, make.E_SERVICE)]

    record = read(make.service(serviceChannels=links), phone, page, form, e_service)

    name, note = L(fi="Kanava"), L(fi="Näin saat yhteyden.")
    log_in = L(fi=f"{note}\n\n{LOG_IN.get('fi')}", sv=LOG_IN.get("sv"), en=LOG_IN.get("en"))
    assert (record.channels, record.website) == (
        (
            ChannelRecord(
                kind="phone",
                name=name,
                value="+358931012345",
                languages=("fi",),
                cost=FREE_CALL,
                note=L(fi=str(note), sv="Rådgivning"),
            ),
            ChannelRecord(kind="web", name=name, value="https://www.hel.fi/liikunta", languages=("fi",), note=note),
            ChannelRecord(kind="form", name=name, value="https://hel.fi/a.pdf", languages=("sv",), note=note),
            ChannelRecord(kind="e_service", name=name, value="https://hel.fi/e", languages=("fi",), note=log_in),
        ),
        L(fi="https://www.hel.fi/liikunta"),
    )


def test_numbers_of_the_connection_outrank_those_of_the_channel() -> None:
    phone = make.channel("Phone", make.PHONE, phoneNumbers=[make.number("931012345")])
    link = make.connection(make.PHONE, contactDetails={"phoneNumbers": [make.number("931055555")]})

    record = read(make.service(serviceChannels=[link]), phone)

    assert [channel.value for channel in record.channels] == ["+358931055555"]


def test_a_connection_without_its_channel_is_left_out_and_told() -> None:
    parsed = SOURCE.parse("service", make.payload(make.service(serviceChannels=[make.connection("gone")])))

    assert isinstance(parsed.record, ServiceRecord)
    assert (parsed.record.channels, parsed.record.places, parsed.flags) == (
        (),
        (),
        ("a channel that is not published left out",),
    )


def test_service_channels_may_be_null() -> None:
    assert read(make.service(serviceChannels=None)).channels == ()


def test_personal_addresses_in_texts_are_masked() -> None:
    rows = make.texts("Description", fi="Kysy: maija.mallikas@example.org")

    parsed = SOURCE.parse("service", make.payload(make.service(serviceDescriptions=rows)))

    assert isinstance(parsed.record, ServiceRecord)
    assert (parsed.record.description, parsed.flags) == (
        L(fi="Kysy: [sähköposti poistettu]"),
        ("personal e-mail taken out of a text",),
    )


@pytest.mark.parametrize(
    ("service", "reason"),
    [
        (make.service(serviceNames=make.texts("Name", fi=None)), "the service has no name"),
        (make.service(serviceNames=make.texts("AlternativeName", fi="Toinen")), "the service has no name"),
        (make.service(publishingStatus="Withdrawn"), "not published: Withdrawn"),
        (make.service(id=""), "no id"),
    ],
)
def test_a_service_that_cannot_be_shown_is_rejected_with_a_reason(service: dict[str, Any], reason: str) -> None:
    parsed = SOURCE.parse("service", make.payload(service))

    assert (parsed.record, parsed.rejected) == (None, reason)


def test_a_field_nobody_takes_is_news() -> None:
    parsed = SOURCE.parse("service", make.payload(make.service(accessibilityPromise=1, legislation=[])))

    assert parsed.unread == {"accessibilityPromise"}


def test_an_unknown_kind_is_rejected() -> None:
    parsed = SOURCE.parse("collection", {"id": "1"})

    assert (parsed.record, parsed.rejected) == (None, "unknown kind collection")
