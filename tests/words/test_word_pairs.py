"""Which Finnish words find each other: a table of pairs, and how many of them each analyser must get right."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from tarjotin.words import finnish, voikko
from tarjotin.words.forms import Forms, meet

Pair = tuple[str, str]

needs_voikko = pytest.mark.skipif(
    not voikko.is_there(), reason="libvoikko is missing: install the packages libvoikko1 and voikko-fi"
)


def pairs(*, same: bool) -> list[Pair]:
    with (Path(__file__).parent / "word_pairs.csv").open(encoding="utf-8", newline="") as file:
        return [(row["a"], row["b"]) for row in csv.DictReader(file) if (row["same"] == "yes") == same]


def share_joined(analyse: Callable[[str], Forms], told: list[Pair]) -> float:
    return sum(meet(analyse(a), analyse(b)) for a, b in told) / len(told)


def test_the_table_is_long_enough_to_tell() -> None:
    assert (len(pairs(same=True)) >= 150, len(pairs(same=False)) >= 70) == (True, True)


@needs_voikko
def test_voikko_finds_nine_words_of_ten_and_joins_almost_none_falsely() -> None:
    recall = share_joined(finnish.forms, pairs(same=True))
    false = share_joined(finnish.forms, pairs(same=False))

    assert (recall >= 0.90, false <= 0.03) == (True, True), (recall, false)


def test_without_a_system_package_eight_words_of_ten_are_found() -> None:
    recall = share_joined(finnish.plain_forms, pairs(same=True))
    false = share_joined(finnish.plain_forms, pairs(same=False))

    assert (recall >= 0.80, false <= 0.03) == (True, True), (recall, false)
