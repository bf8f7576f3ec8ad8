"""Records of PTV v12 in the shape of v11: texts by language, bare codes, `contentId`. Pure.

The draft of v12 does not settle every name; what is read beyond it follows v11 and is listed in docs/sources/ptv.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tarjotin.sources.cleaning import markdownless
from tarjotin.sources.ptv.hours import DAYS
from tarjotin.sources.raw import mapping, rows, text, words

Raw = dict[str, Any]
PUBLISHED = "Published"
AREA_TYPES = {
    "WholeCountry": "Nationwide",
    "WholeCountryExceptAland": "NationwideExceptAlandIslands",
    "LimitedArea": "LimitedType",
}
CHARGES = {"Free": "FreeOfCharge", "Charged": "Chargeable"}
CHANNEL_TYPES = {"EService": "EChannel", "TelephoneService": "Phone"}
NAMES = {"name": "Name", "alternativeName": "AlternativeName"}
LISTS = ("keywords", "requirements")
KEPT = ("phoneNumbers", "emails", "webPages", "channelUrls", "requiresAuthentication",
        "accessibilityRegisterServicePointId")  # fmt: skip
WEEKS = {
    "OddWeeks": {"fi": "Parittomat viikot", "sv": "Udda veckor", "en": "Odd weeks"},
    "EvenWeeks": {"fi": "Parilliset viikot", "sv": "Jämna veckor", "en": "Even weeks"},
}


def service(item: Raw, connections: Iterable[Raw]) -> Raw:
    return _plain(item, "serviceNames", "serviceDescriptions") | {
        "generalDescriptionId": item.get("generalDescriptionContentId"),
        "type": item.get("serviceType"),
        "fundingType": item.get("fundingType"),
        "serviceChargeType": CHARGES.get(text(item.get("chargeType"))),
        "languages": words(item.get("languages")),
        "organizations": [_responsible(item)],
        "serviceChannels": [_connection(link) for link in connections],
        **{field: list(_texts_of(item, field)) for field in LISTS},
        **_area(item),
        **_classes(item),
    }


def channel(item: Raw) -> Raw:
    kind = text(item.get("channelType"))
    return _plain(item, "serviceChannelNames", "serviceChannelDescriptions") | {
        "organizationId": item.get("organizationContentId"),
        "serviceChannelType": CHANNEL_TYPES.get(kind, kind),
        "languages": words(item.get("languages")),
        "addresses": [_address(address) for address in rows(item.get("addresses"))],
        "serviceHours": hours(item.get("serviceHours")),
        **{field: item[field] for field in KEPT if field in item},
        **_area(item),
    }


def organization(item: Raw) -> Raw:
    kept: Raw = {field: item[field] for field in ("phoneNumbers", "emails", "webPages") if field in item}
    return {
        **_plain(item, "organizationNames", "organizationDescriptions"),
        "parentOrganizationId": item.get("parentOrganizationContentId"),
        "organizationType": item.get("organizationType"),
        "businessCode": item.get("businessCode"),
        "oid": item.get("oid"),
        "municipality": {"code": text(item.get("municipality"))},
        **kept,
        **_area(item),
    }


def general_description(item: Raw) -> Raw:
    return _plain(item, "names", "descriptions") | {
        "type": item.get("serviceType"),
        "serviceChargeType": CHARGES.get(text(item.get("chargeType"))),
        **_classes(item),
    }


CONVERTERS: dict[str, Callable[[Raw], Raw]] = {
    "Service": lambda item: service(item, ()),
    "ServiceChannel": channel,
    "Organization": organization,
    "GeneralDescription": general_description,
}


def code(item: Raw) -> Raw:
    names = mapping(item.get("names"))
    listed = [{"language": language, "value": value} for language, value in names.items()]
    return {"code": item.get("code"), "uri": item.get("uri"), "name": listed, "parent": item.get("parentCode")}


def hours(value: object) -> list[Raw]:
    return [
        {
            "serviceHourType": period.get("type"),
            "validFrom": period.get("validFrom"),
            "validTo": period.get("validTo"),
            "isClosed": period.get("isClosed"),
            "isAlwaysOpen": period.get("isAlwaysOpen"),
            "isReservation": period.get("byReservation"),
            "additionalInformation": [*_every_other_week(period), *rows(period.get("additionalInformation"))],
            "openingHour": list(_openings(mapping(period.get("week")))),
        }
        for period in rows(value)
    ]


def _every_other_week(period: Raw) -> list[Raw]:
    """Opening hours of ours are weekly; that these are not stands beside them in words."""
    said = WEEKS.get(text(period.get("weeklyRepetition")), {})
    return [{"language": language, "value": value} for language, value in said.items()]


def _openings(week: Raw) -> Iterator[Raw]:
    for day in DAYS:
        for span in rows(week.get(day.lower())):
            yield {"dayFrom": day, "dayTo": "", "from": span.get("from"), "to": span.get("to")}


def _plain(item: Raw, names: str, descriptions: str) -> Raw:
    versions = _versions(item)
    return {
        "id": item.get("contentId"),
        "publishingStatus": PUBLISHED if versions or not item.get("languageVersions") else "Modified",
        "modified": item.get("publishedAt"),
        names: [
            {"language": language, "type": kind, "value": _flat(version.get(field))}
            for language, version in versions.items()
            for field, kind in NAMES.items()
            if version.get(field)
        ],
        descriptions: [
            {"language": language, "type": field[:1].upper() + field[1:], "value": _flat(value)}
            for language, version in versions.items()
            for field, value in version.items()
            if isinstance(value, str) and field not in NAMES and field != "status"
        ],
    }


def _versions(item: Raw) -> dict[str, Raw]:
    """The languages that are published; each has its own status."""
    versions = mapping(item.get("languageVersions"))
    return {
        language: version
        for language, version in versions.items()
        if isinstance(version, dict) and version.get("status", PUBLISHED) == PUBLISHED
    }


def _flat(value: object) -> str:
    return markdownless(value)


def _texts_of(item: Raw, field: str) -> Iterator[Raw]:
    for language, version in _versions(item).items():
        yield from ({"language": language, "value": _flat(said)} for said in words(version.get(field)))


def _responsible(item: Raw) -> Raw:
    return {"organization": {"id": text(item.get("organizationContentId"))}, "roleType": "Responsible"}


def _connection(link: Raw) -> Raw:
    described = _plain(link, "names", "description")
    return {
        "serviceChannel": {"id": text(link.get("serviceChannelContentId"))},
        "serviceChargeType": CHARGES.get(text(link.get("chargeType"))),
        "description": described["description"],
        "serviceHours": hours(link.get("serviceHours")),
        "contactDetails": link.get("contactDetails"),
    }


def _area(item: Raw) -> Raw:
    area = mapping(item.get("area"))
    towns = [{"code": town} for town in words(area.get("municipalities"))]
    return {
        "areaType": AREA_TYPES.get(text(area.get("areaType"))),
        "areas": [{"type": "Municipality", "municipalities": towns}] if towns else [],
    }


def _classes(item: Raw) -> Raw:
    coded = {field: [{"code": each} for each in words(item.get(field))] for field in
             ("serviceClasses", "targetGroups", "lifeEvents")}  # fmt: skip
    return {**coded, "ontologyTerms": [{"uri": uri} for uri in words(item.get("ontologyTerms"))]}


def _address(address: Raw) -> Raw:
    """Points stand beside the street and may come in several systems."""
    street = mapping(address.get("streetAddress"))
    found = (row for row in rows(address.get("coordinates")) if row.get("system") == "EPSG:3067")
    point = next(found, {})
    where = {"latitude": point.get("northing"), "longitude": point.get("easting"), "coordinateState": None}
    return {
        "type": address.get("type"),
        "subType": address.get("subType"),
        "streetAddress": {**street, **where, "municipality": {"code": text(street.get("municipality"))}}
        if street
        else None,
        "entrances": rows(address.get("entrances")),
    }
