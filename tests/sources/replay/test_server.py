from __future__ import annotations

from threading import Thread
from typing import Any

import pytest
import requests

from tarjotin.sources.replay.server import ReplayServer
from tests.sources.replay.asking import ask, get
from tests.sources.replay.conftest import Serve

FILES: dict[str, Any] = {"tpr/unit.json": [{"id": 1}], "linkedevents/event.json": [{"id": "a:1"}]}
LIST_PATHS = (
    "/tpr/unit/",
    "/tpr/unit/1",
    "/servicemap/unit/",
    "/palvelurekisteri/description/",
    "/linkedevents/event/",
    "/linkedevents/place/",
    "/ptv/v11/Service",
    "/ptv/v11/Service/list",
    "/ptv/v11/Service/list/area/Municipality/code/091",
    "/ptv/v12/service/search",
    "/ptv/v12/service/archived",
    "/lahella/activities",
    "/edits/",
)
PARAMETERS = (
    "page",
    "page_size",
    "pageSize",
    "limit",
    "skip",
    "start",
    "end",
    "last_modified_since",
    "date",
    "dateBefore",
    "status",
    "guids",
    "language",
    "municipality",
    "alldata",
    "arealcity",
    "ontologyword",
    "event_type",
    "sort",
    "include",
    "ids",
    "super_event",
    "publishedAtOrAfter",
    "archivedAtOrAfter",
    "organizationContentIds",
    "municipalities",
    "text",
    "only",
)
VALUES = (
    "-1",
    "0",
    "9" * 5000,
    "²",
    "%00",
    "%FF%FE",
    "a,b,,",
    "2026-99-99",
    "0001-01-01",
    "9999-12-31",
    "+99999d",
    "'\"<",
    "[]",
)


def test_requests_are_logged_with_method_path_and_query(serve: Serve) -> None:
    server = serve(FILES)

    requests.get(
        f"{server.url}/tpr/unit/?official=yes", headers={"User-Agent": "Tarjotin/1 (+https://example.org)"}, timeout=10
    )
    requests.post(f"{server.url}/_fault", timeout=10)

    assert server.requests == ["GET /tpr/unit/?official=yes", "POST /_fault"]
    assert server.user_agents[0] == "Tarjotin/1 (+https://example.org)"


def test_one_connection_carries_many_requests(serve: Serve) -> None:
    server = serve(FILES)

    with requests.Session() as session:
        answers = [session.get(f"{server.url}/tpr/unit/", timeout=10) for _ in range(3)]

    assert [answer.json() for answer in answers] == [[{"id": 1}]] * 3
    assert {answer.headers["Content-Type"] for answer in answers} == {"application/json; charset=utf-8"}


@pytest.mark.parametrize("path", ["/nothing", "/ptv/", "/ptv/v13/Service", "/linkedevents/", "/TPR/unit/"])
def test_unknown_paths_are_not_found(serve: Serve, path: str) -> None:
    answer = ask(serve(FILES), path)

    assert (answer.status_code, answer.json()) == (404, {"detail": "Not found."})


@pytest.mark.parametrize("path", LIST_PATHS)
def test_no_query_value_breaks_the_server(serve: Serve, path: str) -> None:
    server = serve(FILES)

    with requests.Session() as session:
        statuses = {
            (name, value): session.get(f"{server.url}{path}?{name}={value}", timeout=10).status_code
            for name in PARAMETERS
            for value in VALUES
        }

    assert {case: status for case, status in statuses.items() if status not in (200, 400, 404)} == {}


@pytest.mark.parametrize(
    "path", ["//", "//[x", "/tpr/unit/%FF", "/linkedevents/event/%2e%2e/", "/ptv/codes/%2e%2e/%2e%2e/x"]
)
def test_no_path_breaks_the_server(serve: Serve, path: str) -> None:
    server = serve(FILES)
    request = requests.Request("GET", server.url).prepare()
    request.url = server.url + path

    with requests.Session() as session:
        assert session.send(request, timeout=10).status_code in (200, 404)


def test_server_stops_with_clients_still_connected(serve: Serve) -> None:
    server = serve(FILES)
    server.fail("/tpr/unit/", hang=True)
    failures: list[Exception] = []

    def wait() -> None:
        try:
            requests.get(f"{server.url}/tpr/unit/", timeout=30)
        except requests.ConnectionError as error:
            failures.append(error)

    waiting = Thread(target=wait)
    waiting.start()
    while waiting.is_alive() and not server.requests:
        pass
    server.__exit__(None, None, None)
    waiting.join(timeout=10)

    assert (waiting.is_alive(), len(failures)) == (False, 1)
    with pytest.raises(requests.ConnectionError):
        ask(server, "/")


def test_serve_forever_answers_until_it_is_shut_down(tmp_path: Any) -> None:
    server = ReplayServer(tmp_path)
    serving = Thread(target=server.serve_forever)
    serving.start()

    answer = get(server, "/edits/")
    server.shutdown()
    serving.join(timeout=10)

    assert (answer, serving.is_alive()) == ([], False)


def test_control_path_is_there_only_when_enabled(serve: Serve) -> None:
    server = serve(FILES)

    answer = requests.post(f"{server.url}/_fault", json={"do": "fail", "path": "/tpr/"}, timeout=10)

    assert answer.status_code == 404
    assert ask(server, "/tpr/unit/").status_code == 200


def test_control_path_calls_what_tests_call(serve: Serve) -> None:
    server = serve(FILES, faults=True)

    for order in (
        {"do": "fail", "path": "/tpr/unit/", "status": 503},
        {"do": "change", "source": "tpr", "kind": "unit", "record_id": 1, "name_fi": "Uusi"},
    ):
        answer = requests.post(f"{server.url}/_fault", json=order, timeout=10)
        assert (answer.status_code, answer.json()) == (200, {"done": order["do"]})

    assert ask(server, "/tpr/unit/").status_code == 503
    assert get(server, "/tpr/unit/") == [{"id": 1, "name_fi": "Uusi"}]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '{"do": "close"}',
        '{"do": "__init__", "folder": "x"}',
        '{"do": "fail"}',
        '{"do": "fail", "path": "/", "colour": "red"}',
        '{"do": "remove", "source": "tpr", "kind": "unit", "record_id": 77}',
        '{"do": "mark_deleted", "source": "tpr", "kind": "unit", "record_id": 1}',
    ],
)
def test_control_path_refuses_what_it_cannot_do(serve: Serve, body: str) -> None:
    server = serve(FILES, faults=True)

    answer = requests.post(f"{server.url}/_fault", data=body, timeout=10)

    assert (answer.status_code, list(answer.json())) == (400, ["detail"])
    assert get(server, "/tpr/unit/") == [{"id": 1}]
