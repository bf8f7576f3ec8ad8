from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tarjotin.sources import raw


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2018-05-03T11:53:58.162746Z", datetime(2018, 5, 3, 11, 53, 58, 162746, tzinfo=UTC)),
        ("2020-04-22T09:45:14.154795", datetime(2020, 4, 22, 9, 45, 14, 154795, tzinfo=UTC)),
        ("2026-11-24T12:00:00+02:00", datetime(2026, 11, 24, 10, tzinfo=UTC)),
        ("0026-01-01T00:00:00Z", None),
        ("huomenna", None),
        (None, None),
        (5, None),
    ],
)
def test_moment_is_utc_or_nothing(written: Any, expected: datetime | None) -> None:
    assert raw.moment(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (1736899200000, datetime(2025, 1, 15, tzinfo=UTC)),
        ("1736899200000", datetime(2025, 1, 15, tzinfo=UTC)),
        (0, None),
        (10**18, None),
        (float("nan"), None),
        (float("inf"), None),
        (True, None),
        (None, None),
    ],
)
def test_moment_of_ms_is_utc_or_nothing(written: Any, expected: datetime | None) -> None:
    assert raw.moment_of_ms(written) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [("P27.1", "P27.1"), (91, "91"), (" a ", "a"), (True, ""), (None, ""), (1.5, ""), (["a"], "")],
)
def test_text_takes_texts_and_whole_numbers(given: Any, expected: str) -> None:
    assert raw.text(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [(["fi", "sv", "fi", "", None, 3], ["fi", "sv"]), ("paid", ["paid"]), (None, []), ({"a": 1}, [])],
)
def test_words_are_the_texts_of_a_list(given: Any, expected: list[str]) -> None:
    assert raw.words(given) == expected


def test_rows_and_mapping_take_only_objects() -> None:
    assert (raw.rows([{"a": 1}, None, "b"]), raw.rows({"a": 1}), raw.mapping([]), raw.mapping({"a": 1})) == (
        [{"a": 1}],
        [],
        {},
        {"a": 1},
    )


def test_notes_keep_each_flag_once_in_order() -> None:
    notes = raw.Notes()

    for flag in ("b", "a", "b"):
        notes.add(flag)

    assert notes.flags == ("b", "a")
