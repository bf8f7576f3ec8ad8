from __future__ import annotations

from typing import Any

import pytest

from tests.sources.replay.asking import ask, get, ids
from tests.sources.replay.conftest import Serve

FOLDER = "tpr/palvelurekisteri"
FILES: dict[str, Any] = {
    f"{FOLDER}/description_fi.json": [{"id": 1, "title": "Ruoka-apu"}, {"id": 2, "title": "Velkaneuvonta"}],
    f"{FOLDER}/description_fi_espoo.json": [{"id": 3, "title": "Seniorineuvonta", "_municipality": "049"}],
    f"{FOLDER}/description_sv.json": [{"id": 1, "title": "Mathjälp"}],
    f"{FOLDER}/description_ids_without_text.json": [8, 9],
    f"{FOLDER}/errandservice_fi.json": [{"id": 5, "name": "Ajanvaraus"}],
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("alldata=yes", [1, 2, 3]),
        ("alldata=yes&language=fi", [1, 2, 3]),
        ("alldata=yes&language=sv", [1]),
        ("alldata=yes&language=en", []),
        ("alldata=yes&municipality=91", [1, 2]),
        ("alldata=yes&municipality=49", [3]),
        ("alldata=yes&municipality=92", []),
    ],
)
def test_descriptions_are_of_one_language_and_municipality(serve: Serve, query: str, expected: list[int]) -> None:
    assert ids(serve(FILES), f"/palvelurekisteri/description/?{query}") == expected


def test_without_alldata_only_ids_are_told_also_those_without_a_text(serve: Serve) -> None:
    server = serve(FILES)

    assert get(server, "/palvelurekisteri/description/?municipality=91") == [1, 2, 8, 9]
    assert get(server, "/palvelurekisteri/errandservice/") == [5]
    assert get(server, "/palvelurekisteri/generaldescription/") == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("description/1?language=sv", {"id": 1, "title": "Mathjälp"}),
        ("description/3", {"id": 3, "title": "Seniorineuvonta"}),
        ("description/2?language=sv", {}),
        ("description/8", {}),
    ],
)
def test_single_description_is_empty_when_the_register_has_no_text(serve: Serve, path: str, expected: Any) -> None:
    assert get(serve(FILES), f"/palvelurekisteri/{path}") == expected


@pytest.mark.parametrize(
    ("path", "status"), [("description/77", 404), ("units/", 404), ("description/?language=ru", 400)]
)
def test_unknown_paths_and_languages_are_refused(serve: Serve, path: str, status: int) -> None:
    assert ask(serve(FILES), f"/palvelurekisteri/{path}").status_code == status
