"""v11 records in the shape of v12: texts by language in Markdown, bare codes, `contentId`, connections on their own.

The published v12 form is a draft; names it does not settle follow v11. To check against the live API: (?).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tarjotin.sources.replay import ptv

Record = dict[str, Any]
AREA_TYPES = {
    "Nationwide": "WholeCountry",
    "NationwideExceptAlandIslands": "WholeCountryExceptAland",
    "LimitedType": "LimitedArea",
}
CHARGES = {"FreeOfCharge": "Free", "Chargeable": "Charged"}
CHANNEL_TYPES = {"EChannel": "EService", "Phone": "TelephoneService"}
# Type of a v11 text → its field in a language version; those not here keep their name in camel case (?).
TEXTS = {"Name": "name", "AlternativeName": "alternativeName", "Summary": "summary", "Description": "description"}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def plain(record: Record) -> Record:
    modified = record.get("modified")
    return {
        "contentId": record["id"],
        "publishedAt": modified and modified.removesuffix("Z") + "Z",
        "languageVersions": _language_versions(record),
    }


def service(record: Record) -> Record:
    owners = ptv.organization_ids(record)
    return plain(record) | {
        "organizationContentId": owners[0] if owners else None,
        "organizationContentIds": owners,
        "generalDescriptionContentId": record.get("generalDescriptionId"),
        "serviceType": record.get("type"),
        "fundingType": record.get("fundingType"),
        "chargeType": CHARGES.get(record.get("serviceChargeType") or ""),
        "languages": record.get("languages") or [],
        "area": _area(record),
        **_classes(record),
    }


def general_description(record: Record) -> Record:
    charge = CHARGES.get(record.get("serviceChargeType") or "")
    return plain(record) | {"serviceType": record.get("type"), "chargeType": charge, **_classes(record)}


def organization(record: Record) -> Record:
    return plain(record) | {
        "parentOrganizationContentId": record.get("parentOrganizationId"),
        "organizationType": record.get("organizationType"),
        "businessCode": record.get("businessCode"),
        "oid": record.get("oid"),
        "municipality": (record.get("municipality") or {}).get("code"),
        "area": _area(record),
        **_kept(record, "emails", "phoneNumbers", "webPages"),
        "addresses": [_address(address) for address in record.get("addresses") or ()],
    }


def channel(record: Record) -> Record:
    kind = record.get("serviceChannelType") or ""
    return plain(record) | {
        "organizationContentId": record.get("organizationId"),
        "organizationContentIds": ptv.organization_ids(record),
        "channelType": CHANNEL_TYPES.get(kind, kind),
        "languages": record.get("languages") or [],
        "area": _area(record),
        **_kept(record, "phoneNumbers", "emails", "webPages", "supportPhones", "supportEmails", "channelUrls",
                "requiresAuthentication", "requiresSignature", "accessibilityRegisterServicePointId"),
        "addresses": [_address(address) for address in record.get("addresses") or ()],
        "serviceHours": hours(record.get("serviceHours") or ()),
    }  # fmt: skip


def connections(services: Iterable[Record]) -> list[Record]:
    """The links inside v11 services, each a resource of its own."""
    return [
        {
            "serviceContentId": one["id"],
            "serviceChannelContentId": link["serviceChannel"]["id"],
            "chargeType": CHARGES.get(link.get("serviceChargeType") or ""),
            "languageVersions": _texts(link.get("description") or ()),
            "serviceHours": hours(link.get("serviceHours") or ()),
        }
        for one in services
        for link in one.get("serviceChannels") or ()
    ]


def _language_versions(record: Record) -> dict[str, Record]:
    rows = [row for key in record if key.lower().endswith(("names", "descriptions")) for row in record[key] or ()]
    versions = _texts(rows)
    for field in ("keywords", "requirements"):
        for row in record.get(field) or ():
            if row.get("value") and row.get("language") in versions:
                versions[row["language"]].setdefault(field, []).append(row["value"])
    return {language: version | {"status": "Published"} for language, version in versions.items() if "name" in version}


def _texts(rows: Iterable[Record]) -> dict[str, Record]:
    texts: dict[str, Record] = {}
    for row in rows:
        if row.get("value") and row.get("language"):
            kind = row.get("type") or "Description"
            field = TEXTS.get(kind, kind[:1].lower() + kind[1:])
            texts.setdefault(row["language"], {})[field] = markdown(row["value"])
    return texts


def markdown(text: str) -> str:
    """v11 writes its lists with bullet marks."""
    return "\n".join(f"- {line[1:].lstrip()}" if line.startswith("•") else line for line in text.split("\n"))


def _classes(record: Record) -> Record:
    bare = {field: _codes(record, field, "code") for field in ("targetGroups", "serviceClasses", "lifeEvents")}
    return bare | {field: _codes(record, field, "uri") for field in ("ontologyTerms", "industrialClasses")}


def _codes(record: Record, field: str, name: str) -> list[str]:
    return [one[name] for one in record.get(field) or () if one.get(name)]


def _area(record: Record) -> Record:
    areas = record.get("areas") or ()
    towns = [each["code"] for area in areas for each in area.get("municipalities") or () if each.get("code")]
    counties = [area["code"] for area in areas if area.get("type") == "WellbeingServicesCounties" and area.get("code")]
    return {
        "areaType": AREA_TYPES.get(record.get("areaType") or ""),
        "municipalities": list(dict.fromkeys(towns)),
        "wellbeingServicesCounties": counties,
    }


def _kept(record: Record, *fields: str) -> Record:
    return {field: record[field] for field in fields if field in record}


def _address(address: Record) -> Record:
    street = address.get("streetAddress") or {}
    point = {"system": "EPSG:3067", "easting": street.get("longitude"), "northing": street.get("latitude")}
    town = (street.get("municipality") or {}).get("code")
    rest = {key: value for key, value in street.items() if key not in ("latitude", "longitude", "coordinateState")}
    return {
        "type": address.get("type"),
        "subType": address.get("subType"),
        "streetAddress": rest | {"municipality": town} if street else None,
        "postOfficeBoxAddress": address.get("postOfficeBoxAddress"),
        "entrances": address.get("entrances") or [],
        "coordinates": [point] if point["easting"] and point["northing"] else [],
    }


def hours(periods: Iterable[Record]) -> list[Record]:
    """Each period as a week with its days; times as "08:00"."""
    return [
        {
            "type": period.get("serviceHourType"),
            "weeklyRepetition": "Weekly",
            "validFrom": period.get("validFrom"),
            "validTo": period.get("validTo"),
            "isClosed": bool(period.get("isClosed")),
            "isAlwaysOpen": bool(period.get("isAlwaysOpen")),
            "byReservation": bool(period.get("isReservation")),
            "additionalInformation": period.get("additionalInformation") or [],
            "week": _week(period.get("openingHour") or ()),
        }
        for period in periods
    ]


def _week(openings: Iterable[Record]) -> dict[str, list[Record]]:
    week: dict[str, list[Record]] = {}
    for opening in openings:
        for day in _days(opening.get("dayFrom") or "", opening.get("dayTo") or ""):
            times = {"from": (opening.get("from") or "")[:5], "to": (opening.get("to") or "")[:5]}
            week.setdefault(day.lower(), []).append(times)
    return week


def _days(first: str, last: str) -> tuple[str, ...]:
    """An empty `dayTo` means one day; a stretch may run over the weekend."""
    if first not in DAYS:
        return ()
    start, end = DAYS.index(first), DAYS.index(last) if last in DAYS else DAYS.index(first)
    return DAYS[start : end + 1] if start <= end else (*DAYS[start:], *DAYS[: end + 1])
