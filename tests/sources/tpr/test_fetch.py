"""Reading TPR over HTTP, from a replay of small payloads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Joined, Step
from tarjotin.sources.tpr import SOURCE
from tests.sources.tpr.payloads import CITY, DIVISION, unit

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

FILES: dict[str, Any] = {
    "ontologytree": [{"id": 693, "parent_id": 551, "name_fi": "Uimahallit"}, {"id": 551, "name_fi": "Liikunta"}],
    "ontologyword": [{"id": 729, "ontologyword_fi": "uimahallit"}],
    "organization": [{"id": CITY, "name_fi": "Helsingin kaupunki"}],
    "department": [{"id": DIVISION, "name_fi": "Kulttuurin ja vapaa-ajan toimiala"}],
    "unit": [unit(id=20, modified_time="2026-10-25T03:30:00"), unit(id=3, dept_id="gone"), unit(id=100)],
    "connection": [
        {"unit_id": 20, "section_type": "PRICE", "name_fi": "5 e", "contact_person": "Maija Mallikas"},
        {"unit_id": 20, "section_type": "LINK", "name_fi": "Sivut", "www_fi": "https://esimerkki.fi"},
        {"unit_id": 999, "section_type": "PRICE", "name_fi": "ei kenenkään"},
    ],
    "accessibility_sentence": [{"unit_id": 3, "sentence_group_name": "Sisätilat", "sentence_fi": "Hissi on ahdas."}],
    "accessibility_shortage": [{"unit_id": 3, "viewpoint_id": "11", "shortage_fi": "Kynnys."}],
    "accessibility_viewpoint": [{"id": "11", "name_fi": "Pyörätuoli"}, {"id": "71", "name_fi": "Uusi"}],
    "entrance": [{"id": 1, "unit_id": 100, "is_main_entrance": "Y", "latitude": "60.2", "longitude": "24.9"}],
    "ontologyword_details": [
        {"unit_id": 20, "id": 729},
        {
            "id": 157,
            "unit_ids": [3],
            "details": [{"unit_id": 3, "ontologyword_id": 157, "clarification_fi": "kuvataide"}],
        },
    ],
    "smbackend_unit_accessibility_shortcoming_count": {
        "count": 3,
        "results": [
            {"id": 3, "accessibility_shortcoming_count": {"wheelchair": 2}},
            {"id": 20, "accessibility_shortcoming_count": {}},
            {"id": 999, "accessibility_shortcoming_count": {"wheelchair": 1}},
        ],
    },
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    (tmp_path / "tpr").mkdir()
    for name, content in FILES.items():
        (tmp_path / "tpr" / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    with ReplayServer(tmp_path, page_cap=2) as replay:
        yield replay


def steps_of(server: ReplayServer, **request: Any) -> list[Step]:
    client = Client(
        {"api": f"{server.url}/tpr/", "servicemap": f"{server.url}/servicemap/"}, back_off=(0, 0, 0), timeout=(2, 2)
    )
    return list(SOURCE.fetch(client, FetchRequest(now=NOW, **request)))


def delivered(steps: list[Step]) -> list[tuple[str, str]]:
    return [(step.kind, step.external_id) for step in steps if isinstance(step, Delivered)]


def payload_of(steps: list[Step], unit_id: str) -> dict[str, Any]:
    return next(
        step.payload
        for step in steps
        if isinstance(step, Delivered) and (step.kind, step.external_id) == ("unit", unit_id)
    )


def test_fetch_gives_vocabulary_and_owners_before_the_units_in_order_of_ids(server: ReplayServer) -> None:
    steps = steps_of(server)

    assert delivered(steps) == [
        ("node", "551"),
        ("node", "693"),
        ("word", "729"),
        ("organisation", CITY),
        ("department", DIVISION),
        ("unit", "3"),
        ("unit", "20"),
        ("unit", "100"),
    ]
    assert list(dict.fromkeys(kind for kind, _ in delivered(steps))) == list(SOURCE.kinds)


def test_fetch_asks_for_official_units_with_all_fields(server: ReplayServer) -> None:
    steps_of(server)

    assert [asked for asked in server.requests if "/tpr/unit/" in asked] == [
        "GET /tpr/unit/?official=yes&newfeatures=yes"
    ]


def test_fetch_joins_what_the_helper_lists_tell_of_a_unit(server: ReplayServer) -> None:
    steps = steps_of(server)

    assert payload_of(steps, "3") == {
        "unit": unit(id=3, dept_id="gone"),
        "sentences": FILES["accessibility_sentence"],
        "shortages": FILES["accessibility_shortage"],
        "details": FILES["ontologyword_details"][1]["details"],
        "shortcoming_count": {"wheelchair": 2},
        "department_unlisted": True,
    }
    assert payload_of(steps, "100") == {"unit": unit(id=100), "entrances": FILES["entrance"]}


def test_fetch_does_not_take_along_the_names_of_contact_persons(server: ReplayServer) -> None:
    steps = steps_of(server)

    assert payload_of(steps, "20")["connections"] == [
        {"unit_id": 20, "section_type": "PRICE", "name_fi": "5 e"},
        FILES["connection"][1],
    ]


def test_fetch_counts_rows_that_belong_to_no_unit(server: ReplayServer) -> None:
    steps = steps_of(server)

    assert [step for step in steps if isinstance(step, Joined)] == [
        Joined("accessibility_sentence/", 1, 1),
        Joined("connection/", 3, 2),
        Joined("accessibility_shortage/", 1, 1),
        Joined("entrance/", 1, 1),
        Joined("ontologyword_details/", 2, 2),
        Joined("accessibility_viewpoint/", 2, 1),
        Joined("servicemap unit/", 3, 2),
    ]


def test_fetch_reads_modified_time_as_helsinki_wall_time_the_first_of_a_doubled_hour(server: ReplayServer) -> None:
    steps = steps_of(server)

    times = {
        step.external_id: step.modified_at for step in steps if isinstance(step, Delivered) and step.kind == "unit"
    }
    assert times == {"3": None, "20": datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "100": None}


def test_fetch_with_a_limit_gives_so_many_of_each_kind(server: ReplayServer) -> None:
    assert delivered(steps_of(server, limit=1)) == [
        ("node", "551"),
        ("word", "729"),
        ("organisation", CITY),
        ("department", DIVISION),
        ("unit", "3"),
    ]


def test_fetch_sets_a_checkpoint_after_500_units_and_goes_on_from_it(server: ReplayServer) -> None:
    for number in range(1001, 1499):
        server.data.put("tpr", "unit", number, unit(id=number))

    checkpoints = [step for step in steps_of(server) if isinstance(step, Checkpoint)]
    resumed = steps_of(server, resume=checkpoints[-1].cursor)

    assert checkpoints[-1] == Checkpoint("unit:1497", "unit/", done=500, total=501)
    assert delivered(resumed) == [("unit", "1498")]


def test_fetch_resumed_still_knows_which_departments_there_are(server: ReplayServer) -> None:
    assert "department_unlisted" in payload_of(steps_of(server, resume="unit:2"), "3")
    assert "department_unlisted" not in payload_of(steps_of(server, resume="unit:2"), "20")


def test_fetch_of_a_unit_listed_twice_gives_it_once(server: ReplayServer) -> None:
    server.data.put("tpr", "unit", "again", unit(id=3, name_fi="Sama uudelleen"))

    assert [key for key in delivered(steps_of(server)) if key == ("unit", "3")] == [("unit", "3")]


@pytest.mark.parametrize(
    "path",
    ["/tpr/ontologytree/", "/tpr/unit/", "/tpr/connection/", "/tpr/accessibility_sentence/", "/servicemap/unit/"],
)
@pytest.mark.parametrize("how", [{"status": 500}, {"status": 404}, {"truncate": True}, {"invalid_json": True}])
def test_fetch_with_a_list_that_cannot_be_read_ends_instead_of_taking_it_as_empty(
    server: ReplayServer, path: str, how: dict[str, Any]
) -> None:
    server.fail(path, times=None, **how)

    with pytest.raises(SourceUnavailable):
        steps_of(server)


def test_fetch_with_a_slow_list_that_answers_at_last_goes_on(server: ReplayServer) -> None:
    server.fail("/tpr/accessibility_sentence/", status=503, times=2)

    assert "sentences" in payload_of(steps_of(server), "3")


def test_fetch_with_an_empty_unit_list_ends(server: ReplayServer) -> None:
    server.empty("/tpr/unit/")

    with pytest.raises(SourceUnavailable, match=r"unit/ is empty"):
        steps_of(server)


def test_fetch_with_fewer_units_than_before_gives_what_there_is_and_leaves_judging_to_the_pipeline(
    server: ReplayServer,
) -> None:
    server.shrink("/tpr/unit/", keep=0.67)

    assert [key for key in delivered(steps_of(server)) if key[0] == "unit"] == [("unit", "3"), ("unit", "20")]
