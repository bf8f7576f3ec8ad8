from __future__ import annotations

from typing import Any

import pytest

from tests.sources.replay.asking import ask, get, ids
from tests.sources.replay.conftest import Serve

UNITS = [
    {
        "id": 1,
        "arealcity_id": 91,
        "dept_id": "d1",
        "ontologyword_ids": [729],
        "ontologytree_ids": [551],
        "name_fi": "Uimahalli",
    },
    {"id": 2, "arealcity_id": 49, "org_id": "o1", "ontologyword_ids": [813], "connections": [{"name_fi": "x"}]},
    {"id": 3, "arealcity_id": 91, "ontologyword_ids": [350, 813], "service_descriptions": [{"id": 4147}]},
]
FILES: dict[str, Any] = {
    "tpr/unit.json": UNITS,
    "tpr/unit/3.json": {"id": 3, "name_fi": "vanha", "connections": [{"section_type": "PRICE", "name_fi": "5 e"}]},
    "tpr/connection.json": [
        {"unit_id": 1, "section_type": "LINK", "name_fi": "Verkkosivu"},
        {"unit_id": 1, "section_type": "LINK", "name_fi": "Verkkosivu"},
        {"unit_id": 9, "section_type": "PRICE", "name_fi": "Toisen"},
    ],
    "tpr/ontologyword_details.json": [{"unit_id": 1, "id": 729}, {"unit_id": 2, "id": 729}],
    "tpr/ontologyword.json": [{"id": 729, "ontologyword_fi": "uimahallit"}],
    "tpr/entrance.json": [{"id": 5, "latitude": 60.2}, {"id": 6, "latitude": 60.3}],
    "tpr/entrance_sample_v4.json": [{"id": 5, "latitude": "60.2000"}],
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [1, 2, 3]),
        ("?official=yes&newfeatures=yes&format=json", [1, 2, 3]),
        ("?arealcity=91", [1, 3]),
        ("?ontologyword=729+350", [1, 3]),
        ("?ontologyword=729%2B350", [1, 3]),
        ("?ontologytree=551", [1]),
        ("?suborganization=d1", [1]),
        ("?organization=o1", [2]),
        ("?search=uima", [1]),
    ],
)
def test_units_are_filtered_by_the_query(serve: Serve, query: str, expected: list[int]) -> None:
    assert ids(serve(FILES), f"/tpr/unit/{query}") == expected


def test_unit_list_leaves_out_what_only_the_single_unit_tells(serve: Serve) -> None:
    units = get(serve(FILES), "/tpr/unit/")

    assert units[1:] == [
        {"id": 2, "arealcity_id": 49, "org_id": "o1", "ontologyword_ids": [813]},
        {"id": 3, "arealcity_id": 91, "ontologyword_ids": [350, 813]},
    ]


def test_unit_alone_is_joined_with_its_lists(serve: Serve) -> None:
    unit = get(serve(FILES), "/tpr/unit/1?newfeatures=yes")

    link = {"section_type": "LINK", "name_fi": "Verkkosivu"}
    assert unit == UNITS[0] | {"connections": [link, link], "ontologyword_details": [{"id": 729}]}


def test_unit_alone_with_a_recorded_answer_tells_the_parts_of_that(serve: Serve) -> None:
    unit = get(serve(FILES), "/tpr/unit/3")

    assert unit == {
        "id": 3,
        "arealcity_id": 91,
        "ontologyword_ids": [350, 813],
        "connections": [{"section_type": "PRICE", "name_fi": "5 e"}],
    }


def test_lists_of_joins_keep_rows_that_are_alike(serve: Serve) -> None:
    server = serve(FILES)

    assert get(server, "/tpr/connection/") == FILES["tpr/connection.json"]
    assert get(server, "/tpr/ontologyword_details/") == FILES["tpr/ontologyword_details.json"]


def test_entrances_of_the_v4_sample_come_before_the_older_ones(serve: Serve) -> None:
    assert get(serve(FILES), "/tpr/entrance/") == [{"id": 5, "latitude": "60.2000"}, {"id": 6, "latitude": 60.3}]


def test_vocabulary_has_single_words_too(serve: Serve) -> None:
    assert get(serve(FILES), "/tpr/ontologyword/729") == {"id": 729, "ontologyword_fi": "uimahallit"}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("unit/99", 404),
        ("connection/1", 404),
        ("nothing/", 404),
        ("unit/?arealcity=Helsinki", 400),
        ("unit/1/more", 404),
    ],
)
def test_unknown_paths_and_values_are_refused(serve: Serve, path: str, status: int) -> None:
    assert ask(serve(FILES), f"/tpr/{path}").status_code == status


def test_servicemap_gives_pages_of_the_fields_asked_for(serve: Serve) -> None:
    counts = [
        {"id": number, "name": "x", "accessibility_shortcoming_count": {"rollator": number}} for number in (1, 2, 3)
    ]
    server = serve({"tpr/smbackend_unit_accessibility_shortcoming_count.json": {"count": 3, "results": counts}})

    page = get(server, "/servicemap/unit/?only=accessibility_shortcoming_count&page_size=2&page=2")

    assert page == {
        "count": 3,
        "next": None,
        "previous": f"{server.url}/servicemap/unit/?only=accessibility_shortcoming_count&page_size=2&page=1",
        "results": [{"id": 3, "accessibility_shortcoming_count": {"rollator": 3}}],
    }
