from __future__ import annotations

from typing import Any

import pytest

from tarjotin.sources.replay.ptv12_records import hours, markdown
from tests.sources.replay.asking import ask, get, ids
from tests.sources.replay.conftest import Serve
from tests.sources.replay.test_ptv import CHANNEL, FILES, GENERAL, OWNER, S1, S2, S3, S4, SERVICES, UNKNOWN

STREET = {
    "street": [{"value": "Kaivokatu", "language": "fi"}],
    "streetNumber": "1",
    "municipality": {"code": "091"},
    "latitude": "6672000",
    "longitude": "385000",
    "coordinateState": "Ok",
}
LINK = {
    "serviceChannel": {"id": CHANNEL},
    "description": [{"language": "fi", "value": "Soita.", "type": "Description"}],
}
FILES_12: dict[str, Any] = FILES | {
    "ptv/v11/Service_list.json": [SERVICES[0] | {"serviceChannels": [LINK]}, *SERVICES[1:]],
    "ptv/v11/ServiceChannel_list.json": [
        {
            "id": CHANNEL,
            "serviceChannelType": "Phone",
            "organizationId": OWNER,
            "serviceChannelNames": [{"language": "fi", "value": "Neuvontapuhelin", "type": "Name"}],
            "phoneNumbers": [{"number": "931012345", "prefixNumber": "+358"}],
            "addresses": [{"type": "Location", "subType": "Single", "streetAddress": STREET}],
            "modified": "2026-11-01T10:00:00",
        }
    ],
}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("service/search", [S1, S2, S3]),
        ("service/search?municipalities=049", [S3]),
        ("service/search?municipalities=091,049", [S1, S3]),
        ("service/search?municipalities=091&municipalities=049&municipalitiesMatch=all", [S3]),
        ("service/search?areaType=WholeCountry", [S2]),
        ("service/search?publishedAtOrAfter=2026-10-15T00:00:00Z", [S1]),
        ("service/search?targetGroups=KR1.1,KR9", [S1]),
        ("service/search?languageVersions=en", [S1]),
        (f"service/search?organizationContentIds={OWNER}", [S1]),
        ("service/search?serviceClasses=P27", []),
        ("service-channel/search?channelTypes=TelephoneService", [CHANNEL]),
        ("service-channel/search?channelTypes=EService", []),
        ("organization/search", [OWNER]),
        ("general-description/search", [GENERAL]),
        ("service-collection/search", []),
        ("service/archived?archivedAtOrAfter=2026-11-19T00:00:00Z", [S4]),
        ("service/archived?archivedAtOrAfter=2026-11-21T00:00:00Z", []),
    ],
)
def test_searches_find_what_is_asked_for(serve: Serve, path: str, expected: list[str]) -> None:
    assert ids(serve(FILES_12), f"/ptv/v12/{path}") == expected


def test_search_answers_in_numbered_pages(serve: Serve) -> None:
    page = get(serve(FILES_12), "/ptv/v12/service/search?page=2&pageSize=2")

    assert [item["contentId"] for item in page.pop("items")] == [S3]
    assert page == {"page": 2, "pageSize": 2, "totalItems": 3, "totalPages": 2}


def test_service_has_texts_by_language_and_bare_codes(serve: Serve) -> None:
    service = get(serve(FILES_12), f"/ptv/v12/service/{S1}")

    assert service == {
        "contentId": S1,
        "publishedAt": "2026-11-01T10:00:00.123456Z",
        "languageVersions": {
            "en": {"name": "Seniors", "status": "Published"},
            "fi": {"name": "Senioriliikunta", "summary": "Jumppaa.", "status": "Published"},
        },
        "organizationContentId": OWNER,
        "organizationContentIds": [OWNER, UNKNOWN],
        "generalDescriptionContentId": GENERAL,
        "serviceType": None,
        "fundingType": None,
        "chargeType": None,
        "languages": [],
        "area": {"areaType": "LimitedArea", "municipalities": ["091"], "wellbeingServicesCounties": []},
        "targetGroups": ["KR1.1"],
        "serviceClasses": [],
        "lifeEvents": [],
        "ontologyTerms": [],
        "industrialClasses": [],
    }


def test_channel_has_its_point_as_easting_and_northing(serve: Serve) -> None:
    channel = get(serve(FILES_12), f"/ptv/v12/service-channel/{CHANNEL}")

    assert channel == {
        "contentId": CHANNEL,
        "publishedAt": "2026-11-01T10:00:00Z",
        "languageVersions": {"fi": {"name": "Neuvontapuhelin", "status": "Published"}},
        "organizationContentId": OWNER,
        "organizationContentIds": [OWNER],
        "channelType": "TelephoneService",
        "languages": [],
        "area": {"areaType": None, "municipalities": [], "wellbeingServicesCounties": []},
        "phoneNumbers": [{"number": "931012345", "prefixNumber": "+358"}],
        "addresses": [
            {
                "type": "Location",
                "subType": "Single",
                "streetAddress": {
                    "street": [{"value": "Kaivokatu", "language": "fi"}],
                    "streetNumber": "1",
                    "municipality": "091",
                },
                "postOfficeBoxAddress": None,
                "entrances": [],
                "coordinates": [{"system": "EPSG:3067", "easting": "385000", "northing": "6672000"}],
            }
        ],
        "serviceHours": [],
    }


def test_connections_are_resources_of_their_own(serve: Serve) -> None:
    server = serve(FILES_12)
    link = {
        "serviceContentId": S1,
        "serviceChannelContentId": CHANNEL,
        "chargeType": None,
        "languageVersions": {"fi": {"description": "Soita."}},
        "serviceHours": [],
    }

    assert get(server, "/ptv/v12/connection/search")["items"] == [link]
    assert get(server, f"/ptv/v12/connection/{S1}/{CHANNEL}") == link


def test_code_lists_name_the_codes_in_use(serve: Serve) -> None:
    server = serve(FILES_12)

    assert get(server, "/ptv/v12/target-groups") == {
        "items": [
            {"code": "KR1.1", "uri": "http://uri.suomi.fi/KR1.1", "names": {}},
            {"code": "KR1", "uri": None, "names": {}},
        ]
    }
    assert get(server, "/ptv/v12/target-groups?uris=http://uri.suomi.fi/KR9") == {"items": []}
    assert get(server, "/ptv/v12/municipality-codes") == {"items": []}


@pytest.mark.parametrize(
    ("path", "status", "reason"),
    [
        (f"service/{S4}", 404, "NotPublished"),
        (f"service/{UNKNOWN}", 404, "Unknown"),
        (f"connection/{S1}/{UNKNOWN}", 404, "Unknown"),
        ("nothing/at/all", 404, "Unknown"),
        ("service/archived", 400, None),
        ("service/search?pageSize=101", 400, None),
        ("service/search?page=first", 400, None),
        ("service/search?publishedAtOrAfter=soon", 400, None),
        (f"service/search?organizationContentIds={','.join([S1] * 21)}", 400, None),
    ],
)
def test_errors_are_problems_with_a_reason(serve: Serve, path: str, status: int, reason: str | None) -> None:
    answer = ask(serve(FILES_12), f"/ptv/v12/{path}")

    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (answer.status_code, problem["status"], problem.get("reason")) == (status, status, reason)


def test_hours_become_a_week_of_days() -> None:
    opening = [
        {"dayFrom": "Friday", "dayTo": "Sunday", "from": "08:00:00", "to": "16:00:00"},
        {"dayFrom": "Sunday", "dayTo": "", "from": "18:00:00", "to": "20:00:00"},
        {"dayFrom": None, "dayTo": None, "from": None, "to": None},
    ]

    (period,) = hours(
        [{"serviceHourType": "DaysOfTheWeek", "validFrom": None, "isReservation": True, "openingHour": opening}]
    )

    assert period == {
        "type": "DaysOfTheWeek",
        "weeklyRepetition": "Weekly",
        "validFrom": None,
        "validTo": None,
        "isClosed": False,
        "isAlwaysOpen": False,
        "byReservation": True,
        "additionalInformation": [],
        "week": {
            "friday": [{"from": "08:00", "to": "16:00"}],
            "saturday": [{"from": "08:00", "to": "16:00"}],
            "sunday": [{"from": "08:00", "to": "16:00"}, {"from": "18:00", "to": "20:00"}],
        },
    }


def test_markdown_turns_bullet_marks_into_a_list() -> None:
    assert markdown("Saat:\n• apua\n•neuvoja\nTervetuloa") == "Saat:\n- apua\n- neuvoja\nTervetuloa"
