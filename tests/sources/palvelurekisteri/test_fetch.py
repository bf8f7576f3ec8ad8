"""Reading the service register over HTTP, from a replay of small payloads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.palvelurekisteri import SOURCE
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Checkpoint, Delivered, FetchRequest, Joined, Step, Untold
from tests.sources.palvelurekisteri.payloads import description, errand

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

CHOIR, CHOIR_SV = description(exact_errand_services=[5001]), description(title="Öppen kör")
WALK, WALK_SV = description(id=4002, title="Kävelyryhmä"), description(id=4002, title="Promenadgrupp")
GAMES = description(id=4003, title="Peliryhmä", _municipality="049")
SIGN_UP = errand()
PHONE = errand(id=5002, name="Soita", exact_descriptions=[4002, 999])
LONE = errand(id=5003, name="Muu asia", exact_descriptions=[])

FILES: dict[str, Any] = {
    "description_fi": [CHOIR, WALK, GAMES],
    "description_sv": [CHOIR_SV, WALK_SV],
    "description_en": [description(id=4002, title="Walking group")],
    "description_ids_without_text": [4100, 4101],
    "errandservice_fi": [SIGN_UP, PHONE, LONE],
    "errandservice_sv": [errand(name="Anmälan"), errand(id=5002, name="Ring", exact_descriptions=[4002])],
    "errandservice_en": [errand(name="Sign up"), errand(id=5002, name="Call", exact_descriptions=[4002])],
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    folder = tmp_path / "tpr" / "palvelurekisteri"
    folder.mkdir(parents=True)
    for name, content in FILES.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    with ReplayServer(tmp_path) as replay:
        yield replay


def steps_of(server: ReplayServer, **request: Any) -> list[Step]:
    client = Client({"api": f"{server.url}/palvelurekisteri/"}, back_off=(0, 0, 0), timeout=(2, 2))
    return list(SOURCE.fetch(client, FetchRequest(now=NOW, **request)))


def payloads(steps: list[Step]) -> dict[str, dict[str, Any]]:
    return {step.external_id: step.payload for step in steps if isinstance(step, Delivered)}


def test_fetch_bundles_languages_errands_and_municipalities_by_id(server: ReplayServer) -> None:
    found = payloads(steps_of(server))

    assert found["4001"] == {
        "fi": CHOIR,
        "sv": CHOIR_SV,
        "errands": [{"fi": SIGN_UP, "sv": FILES["errandservice_sv"][0], "en": FILES["errandservice_en"][0]}],
        "municipalities": ["091"],
    }
    assert list(found) == ["4001", "4002", "4003"]


def test_fetch_finds_an_errand_that_only_itself_names_the_description(server: ReplayServer) -> None:
    assert [each["fi"]["id"] for each in payloads(steps_of(server))["4002"]["errands"]] == [5002]


def test_fetch_reads_the_neighbouring_municipalities_too(server: ReplayServer) -> None:
    found = payloads(steps_of(server))["4003"]

    assert (found["fi"]["title"], found["municipalities"]) == ("Peliryhmä", ["049"])


def test_fetch_counts_errands_that_lead_nowhere(server: ReplayServer) -> None:
    assert [step for step in steps_of(server) if isinstance(step, Joined)] == [Joined("errandservice/", 3, 2)]


def test_fetch_of_ids_without_a_text_asks_each_alone_and_says_they_were_not_told(server: ReplayServer) -> None:
    steps = steps_of(server)

    assert [step for step in steps if isinstance(step, Untold)] == [
        Untold("description", "4100"),
        Untold("description", "4101"),
    ]
    assert [asked for asked in server.requests if "/description/41" in asked] == [
        "GET /palvelurekisteri/description/4100?language=fi",
        "GET /palvelurekisteri/description/4101?language=fi",
    ]


def test_fetch_of_an_id_that_the_lists_left_out_and_that_answers_alone_is_delivered(server: ReplayServer) -> None:
    server.data.put("palvelurekisteri", "description_en", "4001", description(title="Open choir"))
    server.shrink("/palvelurekisteri/description/", keep=0.5)

    found = payloads(steps_of(server))

    assert found["4001"] == {
        "fi": CHOIR,
        "sv": CHOIR_SV,
        "errands": found["4001"]["errands"],
        "municipalities": ["091"],
    }
    assert (found["4002"]["fi"], found["4002"]["sv"]) == (WALK, WALK_SV)


def test_fetch_of_an_id_told_in_swedish_only_is_not_told_this_time(server: ReplayServer) -> None:
    server.data.put("palvelurekisteri", "description_sv", "4200", description(id=4200, title="Öppen kör"))

    steps = steps_of(server)

    assert "4200" not in payloads(steps)
    assert Untold("description", "4200") in steps


def test_fetch_whose_single_requests_fail_gives_up_on_them_and_keeps_the_rest(server: ReplayServer) -> None:
    server.data.documents["tpr/palvelurekisteri/description_ids_without_text.json"] = list(range(4100, 4110))
    server.fail("/palvelurekisteri/description/4", status=500, times=None)

    steps = steps_of(server)

    assert list(payloads(steps)) == ["4001", "4002", "4003"]
    assert [step.external_id for step in steps if isinstance(step, Untold)] == [str(n) for n in range(4100, 4110)]
    assert {asked.split("?")[0][-4:] for asked in server.requests if "/description/4" in asked} == {
        "4100",
        "4101",
        "4102",
    }


@pytest.mark.parametrize("path", ["/palvelurekisteri/description/", "/palvelurekisteri/errandservice/"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_fetch_with_an_empty_language_ends_instead_of_wiping_its_texts(
    server: ReplayServer, path: str, language: str
) -> None:
    server.empty(path, language=language)

    with pytest.raises(SourceUnavailable):
        steps_of(server)


@pytest.mark.parametrize("how", [{"status": 500}, {"status": 404}, {"truncate": True}, {"invalid_json": True}])
def test_fetch_with_a_list_that_cannot_be_read_ends(server: ReplayServer, how: dict[str, Any]) -> None:
    server.fail("/palvelurekisteri/errandservice/", times=None, **how)

    with pytest.raises(SourceUnavailable):
        steps_of(server)


def test_fetch_sets_a_checkpoint_after_100_records_and_goes_on_from_it(server: ReplayServer) -> None:
    for number in range(7000, 7098):
        for language in ("fi", "sv", "en"):
            server.data.put("palvelurekisteri", f"description_{language}", number, description(id=number))

    checkpoints = [step for step in steps_of(server) if isinstance(step, Checkpoint)]
    resumed = steps_of(server, resume=checkpoints[-1].cursor)

    assert checkpoints == [Checkpoint("description:7096", "description/", done=100, total=101)]
    assert list(payloads(resumed)) == ["7097"]


def test_fetch_with_a_limit_gives_so_many(server: ReplayServer) -> None:
    assert list(payloads(steps_of(server, limit=1))) == ["4001"]
