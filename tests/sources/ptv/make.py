"""PTV records in the shape of v11, with as much as a test needs; `made | {"field": …}` changes one."""

from __future__ import annotations

from typing import Any

Raw = dict[str, Any]

SERVICE, GENERAL, OWNER = (f"{letter}0000000-0000-4000-8000-000000000001" for letter in "abc")
LOCATION, PHONE, PAGE, FORM, E_SERVICE = (f"d0000000-0000-4000-8000-00000000000{number}" for number in range(1, 6))


def texts(kind: str = "", **by_language: str | None) -> list[Raw]:
    """`texts("Summary", fi="…", sv=None)` as PTV writes them."""
    return [
        {"language": language, "value": value, **({"type": kind} if kind else {})}
        for language, value in by_language.items()
    ]


def coded(code: str, **names: str) -> Raw:
    return {"code": code, "name": texts(**(names or {"fi": code})), "uri": f"http://urn.fi/{code}", "newUri": None}


def towns(*codes: str) -> list[Raw]:
    return [{"type": "Municipality", "code": None, "municipalities": [{"code": code, "name": []} for code in codes]}]


def service(**more: Any) -> Raw:
    return {
        "id": SERVICE,
        "type": "Service",
        "fundingType": "PubliclyFunded",
        "serviceNames": texts("Name", fi="Senioriliikunta", sv="Seniormotion"),
        "serviceDescriptions": texts("Summary", fi="Ohjattua liikuntaa yli 65-vuotiaille."),
        "serviceChargeType": None,
        "areaType": "LimitedType",
        "areas": towns("091"),
        "languages": ["fi", "sv"],
        "organizations": [
            {"roleType": "Producer", "organization": {"id": "x"}},
            {"roleType": "Responsible", "organization": {"id": OWNER}},
        ],
        "publishingStatus": "Published",
        "modified": "2026-11-01T10:00:00.123456",
        **more,
    }


def payload(service: Raw, *channels: Raw, locations: tuple[str, ...] = (), general: Raw | None = None) -> Raw:
    return {
        "service": service,
        "channels": list(channels),
        "locations": list(locations),
        "general_description": general,
    }


def connection(channel_id: str, **more: Any) -> Raw:
    return {"serviceChannel": {"id": channel_id, "name": ""}, "description": [], "serviceHours": [], **more}


def general(**more: Any) -> Raw:
    return {
        "id": GENERAL,
        "names": texts("Name", fi="Erityisliikunta"),
        "descriptions": [
            *texts("Summary", fi="Kunta järjestää liikuntaa.", sv="Kommunen ordnar motion.", en="Exercise by towns."),
            *texts("BackgroundDescription", fi="Laki velvoittaa kunnan.", sv="Lagen förpliktar kommunen."),
        ],
        "serviceClasses": [coded("P27.1", fi="Liikunta ja urheilu")],
        "targetGroups": [coded("KR1.1", fi="Ikäihmiset")],
        "lifeEvents": [coded("KE10", fi="Eläkkeelle siirtyminen")],
        "serviceChargeType": "FreeOfCharge",
        "publishingStatus": "Published",
        **more,
    }


def street_address(**more: Any) -> Raw:
    street = {
        "street": texts(fi="Viides linja", sv="Femte linjen"),
        "streetNumber": "11",
        "postalCode": "00530",
        "postOffice": texts(fi="HELSINKI"),
        "municipality": {"code": "091", "name": texts(fi="Helsinki", sv="Helsingfors")},
        "latitude": "6673631",
        "longitude": "386500",
        "coordinateState": "Ok",
        "additionalInformation": [],
        **more,
    }
    return {"type": "Location", "subType": "Single", "streetAddress": street, "entrances": []}


def location(**more: Any) -> Raw:
    return {
        "id": LOCATION,
        "sourceId": None,
        "serviceChannelType": "ServiceLocation",
        "organizationId": OWNER,
        "serviceChannelNames": texts("Name", fi="Kallion kirjasto", sv="Berghälls bibliotek"),
        "serviceChannelDescriptions": texts("Summary", fi="Kirjoja ja lukusaleja Kalliossa."),
        "phoneNumbers": [],
        "emails": [],
        "languages": ["fi"],
        "webPages": [],
        "addresses": [street_address()],
        "serviceHours": [],
        "publishingStatus": "Published",
        "modified": "2026-11-01T10:00:00",
        **more,
    }


def number(number: str, prefix: str | None = "+358", **more: Any) -> Raw:
    return {"type": "Phone", "number": number, "prefixNumber": prefix, "language": "fi", **more}


def channel(kind: str, channel_id: str, **more: Any) -> Raw:
    return {
        "id": channel_id,
        "serviceChannelType": kind,
        "organizationId": OWNER,
        "serviceChannelNames": texts("Name", fi="Kanava"),
        "serviceChannelDescriptions": texts("Summary", fi="Näin saat yhteyden."),
        "languages": ["fi"],
        "serviceHours": [],
        "publishingStatus": "Published",
        **more,
    }


def organisation(**more: Any) -> Raw:
    return {
        "id": OWNER,
        "organizationType": "Municipality",
        "municipality": {"code": "091", "name": []},
        "businessCode": "0201256-6",
        "oid": "",
        "organizationNames": texts("Name", fi="Helsingin kaupunki", sv="Helsingfors stad"),
        "organizationDescriptions": texts("Description", fi="Suomen pääkaupunki."),
        "emails": [],
        "phoneNumbers": [],
        "webPages": [],
        "publishingStatus": "Published",
        **more,
    }
