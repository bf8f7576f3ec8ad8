"""The walk through PTV over HTTP, against a server that answers like it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tarjotin.sources import municipalities
from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.ptv import SOURCE
from tarjotin.sources.ptv.fetch import fetcher
from tarjotin.sources.ptv.v11 import V11
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Gone, Joined, Step
from tests.sources.ptv import make
from tests.sources.replay.conftest import Serve

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
SECOND, FAR, EVERYONE = (f"a0000000-0000-4000-8000-00000000000{number}" for number in (2, 3, 4))
PARENT, LONELY = (f"c0000000-0000-4000-8000-00000000000{number}" for number in (2, 3))
LONELY_PLACE = "d0000000-0000-4000-8000-000000000009"
OLD = "2026-01-01T00:00:00"

SERVICES = [
    make.service(
        generalDescriptionId=make.GENERAL,
        serviceClasses=[make.coded("P27.1", fi="Liikunta ja urheilu")],
        serviceChannels=[make.connection(make.LOCATION), make.connection(make.PHONE)],
        modified=OLD,
    ),
    make.service(id=SECOND, serviceChannels=[make.connection(make.PHONE)], modified=OLD),
    make.service(id=FAR, areas=make.towns("905"), modified=OLD),
    make.service(id=EVERYONE, areaType="Nationwide", areas=[], modified=OLD),
]
CHANNELS = [
    make.location(modified=OLD),
    make.channel("Phone", make.PHONE, modified=OLD, services=[{"service": {"id": make.SERVICE}}]),
    make.location(id=LONELY_PLACE, modified=OLD),
]
ORGANISATIONS = [
    make.organisation(parentOrganizationId=PARENT, modified=OLD),
    make.organisation(id=PARENT, modified=OLD),
    make.organisation(id=LONELY, modified=OLD),
]
GENERAL = make.general(names=make.texts("Name", fi="Erityisliikunta", sv="Specialmotion", en="Adapted exercise"))
FILES: dict[str, Any] = {
    "ptv/v11/Service_list.json": SERVICES,
    "ptv/v11/ServiceChannel_list.json": CHANNELS,
    "ptv/v11/Organization_list.json": ORGANISATIONS,
    "ptv/v11/GeneralDescription_list.json": [GENERAL],
}


def walk(server: ReplayServer, version: str = "v11", towns: Any = ("091", "049"), **request: Any) -> list[Step]:
    client = Client({"api": f"{server.url}/ptv/{version}/"}, back_off=(0, 0, 0))
    try:
        return list(fetcher(towns)(client, FetchRequest(now=NOW, **request)))
    finally:
        client.close()


def delivered(steps: list[Step]) -> list[tuple[str, str]]:
    return [(step.kind, step.external_id) for step in steps if isinstance(step, Delivered)]


def test_a_whole_walk_brings_what_services_refer_to_before_them(serve: Serve) -> None:
    server = serve(FILES)

    steps = walk(server)

    assert delivered(steps) == [
        ("service_class", "P27.1"),
        ("target_group", "KR1.1"),
        ("life_event", "KE10"),
        ("general_description", make.GENERAL),
        ("organisation", make.OWNER),
        ("organisation", PARENT),
        ("channel", make.LOCATION),
        ("service", make.SERVICE),
        ("service", SECOND),
        ("service", EVERYONE),
    ]
    assert [step for step in steps if isinstance(step, Checkpoint | Joined)] == [
        Checkpoint("091 1", "services of 091", 1, 1),
        Checkpoint("049 1", "services of 049", 1, 1),
        Joined("channels told with a service", 1, 2),
    ]


def test_a_service_carries_its_channels_places_and_national_description(serve: Serve) -> None:
    server = serve(FILES)

    steps = walk(server)

    found = next(step for step in steps if isinstance(step, Delivered) and step.external_id == make.SERVICE)
    phone = {key: value for key, value in CHANNELS[1].items() if key != "services"}
    assert found == Delivered(
        "service",
        make.SERVICE,
        make.payload(SERVICES[0], phone, locations=(make.LOCATION,), general=GENERAL),
        datetime(2026, 1, 1, tzinfo=UTC),
    )


def test_the_whole_country_is_asked_for_only_once(serve: Serve) -> None:
    server = serve(FILES)

    walk(server)

    asked = [line for line in server.requests if "/area/" in line]
    assert asked == [
        "GET /ptv/v11/Service/list/area/Municipality/code/091?includeWholeCountry=true&page=1",
        "GET /ptv/v11/Service/list/area/Municipality/code/049?includeWholeCountry=false&page=1",
    ]


def test_everything_also_brings_what_no_service_refers_to(serve: Serve) -> None:
    server = serve(FILES)

    steps = walk(server, towns=None)

    assert Counter(kind for kind, _ in delivered(steps)) == {
        "service_class": 1,
        "target_group": 1,
        "life_event": 1,
        "general_description": 1,
        "organisation": 3,
        "channel": 2,
        "service": 4,
    }
    assert {("organisation", LONELY), ("channel", LONELY_PLACE), ("service", FAR)} <= set(delivered(steps))


def test_rows_that_two_pages_share_come_once(serve: Serve) -> None:
    server = serve(FILES, page_cap=2)
    server.duplicate_across_pages("/ptv/v11/Service/list/area")

    steps = walk(server)

    services = [key for key in delivered(steps) if key[0] == "service"]
    assert services == [("service", make.SERVICE), ("service", SECOND), ("service", EVERYONE)]


def test_a_walk_goes_on_from_its_cursor(serve: Serve) -> None:
    server = serve(FILES, page_cap=1)

    steps = walk(server, resume="091 2")

    assert [key for key in delivered(steps) if key[0] == "service"] == [("service", EVERYONE)]
    assert [step.cursor for step in steps if isinstance(step, Checkpoint)] == ["091 3", "049 1"]


def test_a_walk_through_everything_goes_on_from_its_cursor(serve: Serve) -> None:
    server = serve(FILES)

    steps = walk(server, towns=None, resume="everywhere 1")

    assert [key for key in delivered(steps) if key[0] == "service"] == []


def test_a_limit_stops_the_walk(serve: Serve) -> None:
    server = serve(FILES)

    steps = walk(server, limit=1)

    counts = Counter(kind for kind, _ in delivered(steps))
    assert counts == dict.fromkeys(counts, 1)
    assert ("service", make.SERVICE) in delivered(steps)


def test_changes_bring_new_records_and_the_services_of_changed_channels(serve: Serve) -> None:
    server = serve(FILES)
    server.change("ptv", "ServiceChannel", make.PHONE, modified="2026-11-24T09:00:00")
    server.change("ptv", "Service", FAR, modified="2026-11-24T09:00:00")

    steps = walk(server, since=NOW - timedelta(hours=2))

    assert [key for key in delivered(steps) if key[0] in ("service", "channel")] == [
        ("channel", make.LOCATION),
        ("service", make.SERVICE),
    ]


def test_changes_overlap_the_last_run_by_some_minutes(serve: Serve) -> None:
    server = serve(FILES)

    walk(server, since=datetime(2026, 11, 24, 8, 0, tzinfo=UTC))

    assert any("Service?date=2026-11-24T07%3A50%3A00" in line for line in server.requests)


def test_removals_are_told_by_archived_and_withdrawn_lists(serve: Serve) -> None:
    server = serve(FILES)
    server.mark_deleted("ptv", "Service", SECOND)
    server.change("ptv", "ServiceChannel", make.LOCATION, publishingStatus="Withdrawn", modified="2026-11-24T09:00:00")

    steps = walk(server, since=NOW - timedelta(hours=2))

    assert [step for step in steps if isinstance(step, Gone)] == [
        Gone("service", SECOND),
        Gone("channel", make.LOCATION),
    ]


@pytest.mark.parametrize("body", ["[]", '{"pageCount": 1}', '{"itemList": [], "pageCount": null}', '{"itemList": 3}'])
def test_an_answer_that_is_no_page_stops_the_walk(body: str) -> None:
    with pytest.raises(SourceUnavailable):
        list(V11(_Answering(json.loads(body))).changed_ids("Service", None))


def test_an_answer_that_is_no_list_of_records_stops_the_walk() -> None:
    with pytest.raises(SourceUnavailable):
        list(V11(_Answering({"message": "An error has occurred."})).by_ids("Service", [make.SERVICE]))


class _Answering(Client):
    """A source that gives well-formed JSON of the wrong shape, which the replay server cannot be asked to do."""

    def __init__(self, answer: Any) -> None:
        super().__init__({"api": "http://localhost/v11/"})
        self._answer = answer

    def get(self, path: str, params: dict[str, Any] | None = None, *, base: str = "api") -> Any:
        return self._answer


@pytest.mark.parametrize("fault", [{"invalid_json": True}, {"truncate": True}, {"status": 503}])
def test_a_page_that_stays_broken_stops_the_walk(serve: Serve, fault: dict[str, Any]) -> None:
    server = serve(FILES)
    server.fail("/ptv/v11/Service/list/area/Municipality/code/049", times=None, **fault)

    with pytest.raises(SourceUnavailable):
        walk(server)


def test_a_page_that_fails_once_is_asked_for_again(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/ptv/v11/Service/list/area", status=503, times=2)

    steps = walk(server)

    assert len([key for key in delivered(steps) if key[0] == "service"]) == 3


def test_both_versions_bring_the_same_records(serve: Serve) -> None:
    server = serve(FILES)

    found = {}
    for version in ("v11", "v12"):
        steps = [step for step in walk(server, version) if isinstance(step, Delivered)]
        found[version] = {(each.kind, each.external_id): SOURCE.parse(each.kind, each.payload).record for each in steps}

    place = found["v12"].pop(("channel", make.LOCATION))
    # v12 has a town's code only, and its name comes from our own table.
    assert place == replace(found["v11"].pop(("channel", make.LOCATION)), city=municipalities.name_of("091"))
    assert found["v12"] == found["v11"]


def test_v12_tells_changes_and_removals(serve: Serve) -> None:
    server = serve(FILES)
    server.change("ptv", "ServiceChannel", make.LOCATION, modified="2026-11-24T09:00:00")
    server.mark_deleted("ptv", "Service", SECOND)

    steps = walk(server, "v12", since=NOW - timedelta(hours=2))

    assert [key for key in delivered(steps) if key[0] in ("service", "channel")] == [("channel", make.LOCATION)]
    assert [step for step in steps if isinstance(step, Gone)] == [Gone("service", SECOND)]


def test_v12_goes_on_from_its_cursor(serve: Serve) -> None:
    server = serve(FILES)

    steps = walk(server, "v12", resume="municipalities 1")

    assert [key for key in delivered(steps) if key[0] == "service"] == [("service", EVERYONE)]
