"""The judged queries as tests. Not collected until search is tuned: then this becomes `test_relevance.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, recorded_folder
from tests.search.relevance.judgments import DATA, SETS
from tests.search.relevance.running import FORBIDDEN_AT_MOST, RIGHT_AT_LEAST, Outcome, Result, ask_all

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", params=DATA)
def result(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: Any,
) -> Result:
    """Everything asked once, and the import taken back: other tests meet an empty database."""
    folder: Path | None = ROOT / "demo" if request.param == "demo" else recorded_folder()
    if folder is None:
        pytest.skip("recorded payloads not at hand: set TARJOTIN_RECORDED_DATA")
    with django_db_blocker.unblock():
        return ask_all(request.param, folder, tmp_path_factory.mktemp("relevance"))


def told(name: str, outcomes: list[Outcome]) -> object:
    """Which queries fail; of the check set only how many, lest search be tuned to it."""
    return [outcome.judgment.id for outcome in outcomes] if name == "tune" else f"{len(outcomes)} of the {name} set"


def of_set(result: Result, name: str) -> list[Outcome]:
    return [outcome for outcome in result.outcomes if outcome.judgment.set == name]


@pytest.mark.parametrize("name", SETS)
def test_queries_nearly_always_have_a_right_answer_among_the_first_three(result: Result, name: str) -> None:
    outcomes = of_set(result, name)

    missed = [outcome for outcome in outcomes if not outcome.is_found]

    is_enough = len(missed) <= (1 - RIGHT_AT_LEAST) * len(outcomes)
    assert is_enough, told(name, missed)


@pytest.mark.parametrize("name", SETS)
def test_queries_never_have_a_forbidden_answer_among_the_first_three(result: Result, name: str) -> None:
    offended = [outcome for outcome in of_set(result, name) if outcome.offending]

    is_clean = len(offended) <= FORBIDDEN_AT_MOST
    assert is_clean, told(name, offended)


def test_judged_names_are_all_in_the_data(result: Result) -> None:
    assert result.unknown == ()
