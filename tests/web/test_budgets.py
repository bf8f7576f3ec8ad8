"""The table of docs/quality.md has a line for every budget, and says of each whether it was met."""

from __future__ import annotations

import pytest

from benchmarks.quality import budgets
from benchmarks.quality.budgets import Budget, Measured, table, worst


@pytest.mark.parametrize(
    ("value", "verdict"), [(13.9, "met"), (14, "met"), (14.1, "over target"), (24.9, "over target"), (25, "FAILED")]
)
def test_verdict_tells_target_from_limit(value: float, verdict: str) -> None:
    assert Measured(budgets.BYTES, value).verdict == verdict


def test_worst_names_the_page() -> None:
    found = worst(Budget("bytes", "KB", 14, 25), {"front": 9.0, "results": 14.237})

    assert found.line == "| bytes | 14 KB | 14.24 KB (results) | over target |"


def test_table_has_a_head_and_a_line_for_each() -> None:
    assert table([Measured(Budget("fonts", "", 0, 1), 0)]).splitlines() == [
        "| what | target | value | verdict |",
        "|---|---|---|---|",
        "| fonts | 0 | 0 | met |",
    ]
