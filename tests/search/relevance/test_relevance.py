"""The judged queries as tests, on the hand-made and the recorded data together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tarjotin.words import analysis
from tests.conftest import ROOT, recorded_folder
from tests.search.relevance.judgments import SETS
from tests.search.relevance.running import FORBIDDEN_AT_MOST, RIGHT_AT_LEAST, Outcome, Result, ask_all

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def results(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> tuple[Result, ...]:
    """Everything asked once, and the imports taken back: other tests meet an empty database."""
    folders: dict[str, Path | None] = {"demo": ROOT / "demo", "recorded": recorded_folder()}
    if analysis.analyser_name() != "voikko":
        pytest.skip("judged with libvoikko, which is not installed here")
    if folders["recorded"] is None:
        pytest.skip("recorded payloads not at hand: set TARJOTIN_RECORDED_DATA")
    with django_db_blocker.unblock():
        return tuple(
            ask_all(data, folder, tmp_path_factory.mktemp("relevance")) for data, folder in folders.items() if folder
        )


def told(name: str, outcomes: list[Outcome]) -> object:
    """Which queries fail; of the check set only how many, lest search be tuned to it."""
    return [outcome.judgment.id for outcome in outcomes] if name == "tune" else f"{len(outcomes)} of the {name} set"


def of_set(results: tuple[Result, ...], name: str) -> list[Outcome]:
    return [outcome for result in results for outcome in result.outcomes if outcome.judgment.set == name]


@pytest.mark.parametrize("name", SETS)
def test_queries_have_a_right_answer_among_the_first_three(results: tuple[Result, ...], name: str) -> None:
    outcomes = of_set(results, name)

    missed = [outcome for outcome in outcomes if not outcome.is_found]

    is_enough = len(missed) <= (1 - RIGHT_AT_LEAST[name]) * len(outcomes)
    assert is_enough, told(name, missed)


@pytest.mark.parametrize("name", SETS)
def test_queries_seldom_have_a_forbidden_answer_among_the_first_three(results: tuple[Result, ...], name: str) -> None:
    offended = [outcome for outcome in of_set(results, name) if outcome.offending]

    is_seldom = len(offended) <= FORBIDDEN_AT_MOST[name]
    assert is_seldom, told(name, offended)


def test_judged_names_are_all_in_the_data(results: tuple[Result, ...]) -> None:
    assert [name for result in results for name in result.unknown] == []
