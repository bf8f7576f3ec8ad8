"""Whatever a payload holds, it ends as a record or rejected with a reason."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tarjotin.sources.ptv import SOURCE, v12_shape
from tarjotin.sources.source import Parsed
from tests.sources.mangling import mangled
from tests.sources.ptv import make
from tests.sources.ptv.test_fetch import GENERAL

HOURS = [
    {
        "serviceHourType": "DaysOfTheWeek",
        "validFrom": "2026-01-01T00:00:00",
        "validTo": None,
        "isClosed": False,
        "additionalInformation": make.texts(fi="Huom."),
        "openingHour": [{"dayFrom": "Monday", "dayTo": "Friday", "from": "09:00:00", "to": "15:00:00"}],
    }
]
PHONES = [
    make.number("931012345", additionalInformation="Vaihde", chargeDescription="Hinta", serviceChargeType="Other")
]
CHANNEL = make.channel("Phone", make.PHONE, phoneNumbers=PHONES, serviceHours=HOURS)
PAGE = make.channel("EChannel", make.PAGE, requiresAuthentication=True, webPages=[{"url": "hel.fi", "language": "fi"}])
SERVICE = make.service(
    serviceClasses=[make.coded("P27.1")],
    ontologyTerms=[{"name": make.texts(fi="liikunta"), "uri": "http://www.yso.fi/onto/koko/p1"}],
    keywords=make.texts(fi="jumppa"),
    requirements=make.texts(fi="Ikä."),
    serviceChannels=[
        make.connection(make.PHONE, contactDetails={"phoneNumbers": PHONES, "emails": make.texts(fi="a@b.fi")}),
        make.connection(make.PAGE),
        make.connection(make.LOCATION, serviceHours=HOURS),
    ],
)
ENTRANCE = {
    "name": make.texts(fi="Ovi"),
    "isMainEntrance": True,
    "coordinates": {"latitude": "6673640", "longitude": "386507"},
    "accessibilitySentences": [
        {"sentenceGroup": make.texts(fi="Ryhmä"), "sentences": [{"sentence": make.texts(fi="Lause.")}]}
    ],
}
LOCATION = make.location(
    sourceId="41102",
    addresses=[make.street_address() | {"entrances": [ENTRANCE]}, make.street_address()],
    phoneNumbers=PHONES,
    serviceHours=HOURS,
    emails=make.texts(fi="a@b.fi"),
)
CONCEPT = {"code": "P1", "name": make.texts(fi="Nimi"), "uri": "u", "parent": "P"}
PAYLOADS = {
    "service": make.payload(SERVICE, CHANNEL, PAGE, locations=(make.LOCATION,), general=GENERAL),
    "channel": LOCATION,
    "organisation": make.organisation(phoneNumbers=PHONES, webPages=[{"url": "hel.fi", "language": "fi"}]),
    "general_description": GENERAL,
    "service_class": CONCEPT,
}
V12_SERVICE = {
    "contentId": "s",
    "organizationContentId": "o",
    "chargeType": "Free",
    "languages": ["fi"],
    "languageVersions": {"fi": {"name": "Nimi", "description": "Kuvaus", "keywords": ["a"], "status": "Published"}},
    "area": {"areaType": "LimitedArea", "municipalities": ["091"]},
    "serviceClasses": ["P27.1"],
    "ontologyTerms": ["http://www.yso.fi/onto/koko/p1"],
}
V12_CHANNEL = {
    "contentId": "c",
    "channelType": "ServiceLocation",
    "languageVersions": {"fi": {"name": "Nimi", "status": "Published"}},
    "addresses": [
        {
            "type": "Location",
            "streetAddress": {"street": make.texts(fi="Katu"), "municipality": "091"},
            "coordinates": [{"system": "EPSG:3067", "northing": "6673631", "easting": "386500"}],
        }
    ],
    "serviceHours": [{"type": "DaysOfTheWeek", "week": {"monday": [{"from": "09:00", "to": "10:00"}]}}],
}


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(PAYLOADS)).flatmap(lambda kind: st.tuples(st.just(kind), mangled(PAYLOADS[kind]))))
def test_a_mangled_payload_ends_as_a_record_or_with_a_reason(delivery: tuple[str, dict[str, Any]]) -> None:
    kind, payload = delivery

    parsed = SOURCE.parse(kind, payload)

    assert_ended(parsed)


@settings(max_examples=200, deadline=None)
@given(mangled({"service": V12_SERVICE, "channel": V12_CHANNEL}))
def test_a_mangled_record_of_v12_ends_as_a_record_or_with_a_reason(items: dict[str, Any]) -> None:
    service, channel = (items[name] if isinstance(items[name], dict) else {} for name in ("service", "channel"))

    parsed = [
        SOURCE.parse("service", make.payload(v12_shape.service(service, ()))),
        SOURCE.parse("channel", v12_shape.channel(channel)),
    ]

    for each in parsed:
        assert_ended(each)


def assert_ended(parsed: Parsed) -> None:
    assert (parsed.record is None) == bool(parsed.rejected)
