from __future__ import annotations

from typing import Any

import pytest

from tests.sources.replay.asking import ask, get, ids
from tests.sources.replay.conftest import Serve

S1, S2, S3, S4 = (f"{number}0000000-0000-4000-8000-000000000000" for number in (1, 2, 3, 4))
CHANNEL, OWNER, GENERAL = (f"{letter}0000000-0000-4000-8000-000000000000" for letter in "cab")
UNKNOWN, NIL = "f0000000-0000-4000-8000-000000000000", "00000000-0000-0000-0000-000000000000"


def _area(code: str) -> dict[str, Any]:
    return {"type": "Municipality", "code": None, "municipalities": [{"code": code, "name": []}]}


def _name(text: str, language: str = "fi") -> dict[str, str]:
    return {"language": language, "value": text, "type": "Name"}


SENIORS = {"code": "KR1.1", "uri": "urn:old:KR1.1", "newUri": "http://uri.suomi.fi/KR1.1"}
SERVICES: list[dict[str, Any]] = [
    {
        "id": S1,
        "serviceNames": [_name("Seniors", "en"), _name("Senioriliikunta")],
        "serviceDescriptions": [{"language": "fi", "value": "Jumppaa.", "type": "Summary"}],
        "generalDescriptionId": GENERAL,
        "serviceChargeType": None,
        "areaType": "LimitedType",
        "areas": [_area("091")],
        "targetGroups": [SENIORS],
        "organizations": [
            {"roleType": "Producer", "organization": {"id": UNKNOWN}},
            {"roleType": "Responsible", "organization": {"id": OWNER}},
        ],
        "publishingStatus": "Published",
        "modified": "2026-11-01T10:00:00.123456",
    },
    {"id": S2, "serviceNames": [], "areaType": "Nationwide", "areas": [], "modified": "2026-10-01T10:00:00Z"},
    {
        "id": S3,
        "areaType": "LimitedType",
        "areas": [{"type": "Region", "code": "1", "municipalities": [{"code": "091"}, {"code": "049"}]}],
    },
    {"id": S4, "areas": [_area("091")], "publishingStatus": "Archived", "modified": "2026-11-20T00:00:00"},
]
FILES: dict[str, Any] = {
    "ptv/v11/Service_list.json": SERVICES,
    "ptv/v10-old/Service_list.json": [{"id": S1, "serviceNames": [_name("vanha")]}],
    "ptv/v10-old/Service_idlist_page1.json": {"itemList": [{"id": UNKNOWN, "name": "stub"}]},
    "ptv/v11/ServiceChannel_list.json": [
        {"id": CHANNEL, "serviceChannelType": "Phone", "organizationId": OWNER, "areas": [_area("049")]}
    ],
    "ptv/v11/Organization_list.json": [
        {"id": OWNER, "businessCode": "0201256-6", "oid": "1.2", "organizationNames": [_name("Helsinki")]}
    ],
    "ptv/v11/GeneralDescription_list.json": {
        "itemList": [
            {
                "id": GENERAL,
                "names": [_name("Liikuntaneuvonta")],
                "descriptions": [{"language": "fi", "value": "Tausta", "type": "BackgroundDescription"}],
                "targetGroups": [{"code": "KR1"}, {"code": "KR1.1", "uri": "urn:national"}],
                "serviceChargeType": "FreeOfCharge",
                "type": "Service",
            }
        ]
    },
    "ptv/codes/language.json": [{"code": "fi"}],
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Service", [S1, S2, S3]),
        ("Service?status=Published", [S1, S2, S3]),
        ("Service?status=Archived", [S4]),
        ("Service?status=Archived&date=2026-11-21T00:00:00", []),
        ("Service?status=Withdrawn", []),
        ("Service?date=2026-10-15T00:00:00", [S1]),
        ("Service?date=2026-09-01T00:00:00&dateBefore=2026-10-15T00:00:00", [S2]),
        ("Service?page=2", []),
        ("Service/area/Municipality/code/049", [S3]),
        ("Service/targetGroup?uri=http://uri.suomi.fi/KR1.1", [S1]),
        ("Service/targetGroup?uri=urn:old:KR1.1", [S1]),
        ("Service/lifeEvent?uri=urn:none", []),
        ("ServiceChannel/type/Phone", [CHANNEL]),
        ("ServiceChannel/type/EChannel", []),
        (f"ServiceChannel/organization/{OWNER}", [CHANNEL]),
        ("ServiceChannel/area/Municipality/code/049", [CHANNEL]),
        ("ServiceCollection", []),
        (f"Service/list?guids={S2},{S4},{UNKNOWN},{S1},{S2}", [S2, S1]),
        (f"ServiceChannel/list?guids={CHANNEL}", [CHANNEL]),
        (f"GeneralDescription/list?guids={GENERAL.upper()}", [GENERAL]),
        (f"Organization/list?guids={OWNER}", [OWNER]),
        ("Service/list/area/Municipality/code/091", [S1, S3]),
        ("Service/list/area/Municipality/code/091?includeWholeCountry=true", [S1, S2, S3]),
        ("Service/list/area/Municipality/code/092", []),
        ("Service/list/area/Region/code/1", [S3]),
        (f"Service/list/organization?organizationId={OWNER}", [S1]),
        ("Service/list/organization?code=0201256-6", [S1]),
        ("Service/list/organization?oid=1.2", [S1]),
        ("Organization/businesscode/0201256-6", [OWNER]),
    ],
)
def test_lists_hold_the_published_records_asked_for(serve: Serve, path: str, expected: list[str]) -> None:
    assert ids(serve(FILES), f"/ptv/v11/{path}") == expected


def test_id_page_names_records_in_finnish_first(serve: Serve) -> None:
    page = get(serve(FILES), "/ptv/v11/Service")

    assert page == {
        "pageNumber": 1,
        "pageSize": 1000,
        "pageCount": 1,
        "itemList": [{"id": S1, "name": "Senioriliikunta"}, {"id": S2, "name": None}, {"id": S3, "name": None}],
    }


def test_area_list_gives_full_records_in_pages(serve: Serve) -> None:
    server = serve(FILES, page_cap=1)

    page = get(server, "/ptv/v11/Service/list/area/Municipality/code/091?page=2")

    assert page == {"pageNumber": 2, "pageSize": 1, "pageCount": 2, "itemList": [SERVICES[2]]}


@pytest.mark.parametrize(
    "path",
    [f"Service/serviceWithGD/{S1}", "Service/list/area/Municipality/code/091?serviceWithGD=true"],
)
def test_service_with_its_general_description_has_both(serve: Serve, path: str) -> None:
    answer = get(serve(FILES), f"/ptv/v11/{path}")

    service = answer.get("itemList", [answer])[0]
    assert service == SERVICES[0] | {
        "type": "Service",
        "serviceChargeType": "FreeOfCharge",
        "serviceClasses": [],
        "ontologyTerms": [],
        "lifeEvents": [],
        "targetGroups": [{"code": "KR1"}, SENIORS],
        "serviceDescriptions": [
            {"language": "fi", "value": "Jumppaa.", "type": "Summary"},
            {"language": "fi", "value": "Tausta", "type": "BackgroundDescription"},
        ],
    }


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"Service/{S1}", 200),
        (f"Service/{S1.upper()}", 200),
        (f"Service/{S4}", 404),
        (f"Service/{UNKNOWN}", 404),
        (f"Service/{NIL}", 500),
        ("Service/abc", 400),
        ("Service/list", 400),
        ("Service/list?guids=abc", 400),
        (f"Service/list?guids={','.join([S1] * 101)}", 400),
        ("Service/list/organization", 400),
        ("Service?status=Lost", 400),
        ("Service?date=yesterday", 400),
        ("Service?page=0", 400),
        ("Organization/businesscode/1", 404),
        ("Nothing", 404),
    ],
)
def test_single_records_and_values_answer_as_the_source_does(serve: Serve, path: str, status: int) -> None:
    assert ask(serve(FILES), f"/ptv/v11/{path}").status_code == status


def test_record_of_the_first_file_wins(serve: Serve) -> None:
    assert get(serve(FILES), f"/ptv/v11/Service/{S1}") == SERVICES[0]


def test_code_lists_are_given_as_they_lie(serve: Serve) -> None:
    server = serve(FILES)

    assert get(server, "/ptv/codes/language") == [{"code": "fi"}]
    assert ask(server, "/ptv/codes/colours").status_code == 404
