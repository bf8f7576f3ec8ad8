"""The recorded payloads through HTTP: each file that stands for an endpoint is served, with all its records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tarjotin.sources.replay.server import ReplayServer
from tests.sources.replay.asking import get, ids

pytestmark = pytest.mark.recorded


@pytest.fixture(scope="module")
def server(recorded: Path) -> Iterator[ReplayServer]:
    with ReplayServer(recorded, ignore_dates=True) as running:
        yield running


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("tpr/ontologytree/", 1530),
        ("tpr/ontologyword/", 1020),
        ("tpr/unit/", 275),  # 264 derived ones and the 11 of `unit.json`
        ("tpr/connection/", 66),
        ("tpr/accessibility_sentence/", 69),
        ("tpr/accessibility_shortage/", 4),
        ("tpr/accessibility_viewpoint/", 14),
        ("tpr/ontologyword_details/", 14),
        ("tpr/entrance/", 4381),
        ("tpr/organization/", 8),
        ("tpr/department/", 1),
        ("palvelurekisteri/description/?alldata=yes&language=fi", 592),
        ("palvelurekisteri/description/?alldata=yes&language=sv", 515),
        ("palvelurekisteri/description/?alldata=yes&language=en", 515),
        ("palvelurekisteri/description/", 592 + 455),
        ("palvelurekisteri/errandservice/?alldata=yes&language=fi", 478),
        ("palvelurekisteri/errandservice/?alldata=yes&language=sv", 403),
        ("palvelurekisteri/errandservice/?alldata=yes&language=en", 398),
    ],
)
def test_whole_list_has_every_recorded_row(server: ReplayServer, path: str, count: int) -> None:
    assert len(get(server, f"/{path}")) == count


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("event/?start=today", 8),
        ("event/?start=today&event_type=Course", 21),
        ("event/?event_type=General,Course,Volunteering&super_event_type=none", 28),
        ("place/?show_all_places=true", 195),
        ("keyword/?show_all_keywords=true", 31),
        ("keyword_set/", 3),
        ("language/", 12),
        ("image/", 6),
    ],
)
def test_linked_events_walk_meets_every_recorded_row_once(server: ReplayServer, path: str, count: int) -> None:
    walked: list[str] = []
    address: str | None = f"{server.url}/linkedevents/{path}"
    while address:
        page = requests.get(address, timeout=10).json()
        walked += [row["id"] for row in page["data"]]
        address = page["meta"]["next"]

    assert (len(walked), len(set(walked))) == (count, count)


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("ptv/v11/Service", 32),
        ("ptv/v11/ServiceChannel", 43),
        ("ptv/v11/Organization", 3),
        ("ptv/v11/GeneralDescription", 458),
        ("ptv/v11/Service/list/area/Municipality/code/529?includeWholeCountry=true", 21),
        ("lahella/activities?limit=100", 1),
        ("servicemap/unit/?only=accessibility_shortcoming_count", 3),
    ],
)
def test_page_has_every_recorded_row(server: ReplayServer, path: str, count: int) -> None:
    assert len(ids(server, f"/{path}")) == count


def test_every_ptv_record_can_be_read_by_its_id_in_both_versions(server: ReplayServer) -> None:
    for kind, name in (("Service", "service"), ("ServiceChannel", "service-channel"), ("Organization", "organization")):
        for record_id in ids(server, f"/ptv/v11/{kind}"):
            assert get(server, f"/ptv/v11/{kind}/{record_id}")["id"] == record_id
            assert get(server, f"/ptv/v12/{name}/{record_id}")["languageVersions"]


def test_every_recorded_code_list_is_served_as_it_lies(server: ReplayServer, recorded: Path) -> None:
    files = sorted((recorded / "ptv" / "codes").glob("*.json"))

    served = {path.stem: get(server, f"/ptv/codes/{path.stem}") for path in files}

    assert served == {path.stem: json.loads(path.read_bytes()) for path in files}
    assert len(served) == 11


def test_every_recorded_unit_is_served_as_it_was(server: ReplayServer, recorded: Path) -> None:
    files = sorted((recorded / "tpr" / "unit").glob("*.json"))

    served = {path.stem: get(server, f"/tpr/unit/{path.stem}") for path in files}

    assert served == {path.stem: json.loads(path.read_bytes()) for path in files}
    assert len(served) == 11


def test_recorded_event_with_its_parts_gives_them(server: ReplayServer, recorded: Path) -> None:
    event = json.loads((recorded / "linkedevents" / "event_include_location_keywords.json").read_bytes())

    served = get(server, f"/linkedevents/event/{event['id']}/?include=location,keywords")

    assert (served["location"], served["keywords"]) == (event["location"], event["keywords"])
    for kind, part in (("place", event["location"]), *(("keyword", one) for one in event["keywords"])):
        assert get(server, f"/linkedevents/{kind}/{part['id']}/")["id"] == part["id"]


def test_recorded_records_have_no_mark_left_for_the_server(server: ReplayServer) -> None:
    units: list[dict[str, Any]] = get(server, "/tpr/unit/")

    assert {key for unit in units for key in unit if key.startswith("_")} == set()
