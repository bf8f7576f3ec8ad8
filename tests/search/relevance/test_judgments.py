"""The judged queries themselves: enough of each sort, and rules that say what they seem to say."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.search.relevance.judgments import DATA, KINDS, Entry, fits, is_name, judgments

CHAIR = Entry(
    "Tuolijumppa Kampissa",
    {"kind": frozenset({"activity"}), "price": frozenset({"free"}), "district": frozenset({"Kamppi"})},
)
UNTOLD = Entry("Hoitajan vapaahetki", {"district": frozenset(), "price": frozenset()})


@pytest.mark.parametrize(
    ("rule", "entry", "expected"),
    [
        ("Tuolijumppa Kampissa", CHAIR, True),
        ("Tuolijumppa", CHAIR, False),
        ("Tuolijumppa Kampissa @ Kamppi", CHAIR, True),
        ("Tuolijumppa Kampissa @ Malmi", CHAIR, False),
        ("word:jumppa", CHAIR, True),
        ("word:jooga", CHAIR, False),
        ("price:free", CHAIR, True),
        ("price:paid", CHAIR, False),
        ("price:paid", UNTOLD, False),
        ("not price:paid", CHAIR, True),
        ("not district:Malmi,Kamppi", CHAIR, False),
        ("not district:Malmi", CHAIR, True),
        ("not district:Malmi", UNTOLD, False),
        ("only district:Malmi,Kamppi", CHAIR, True),
        ("only district:Malmi", CHAIR, False),
        ("only district:Malmi", UNTOLD, False),
    ],
)
def test_rule_fits_what_it_says(rule: str, entry: Entry, expected: bool) -> None:
    assert fits(rule, entry) is expected


def test_name_with_a_colon_is_a_name() -> None:
    assert (is_name("Digituki: puhelin haltuun"), is_name("not weekday:3")) == (True, False)


def test_judgments_have_unique_ids_known_kinds_and_answers() -> None:
    every = judgments()

    assert len({each.id for each in every}) == len(every)
    assert {(each.data in DATA, each.kind in KINDS, bool(each.right)) for each in every} == {(True, True, True)}


def test_judgments_are_enough_of_each_sort() -> None:
    every = judgments()

    languages, data = Counter(each.language for each in every), Counter(each.data for each in every)
    assert (len(every) >= 140, data["recorded"] >= 45) == (True, True)
    assert set(languages) == {"fi", "sv", "en", "et", "ru", "uk", "ar", "so", "fa", "ckb"}
    assert (min(languages.values()) >= 4, set(KINDS) == {each.kind for each in every}) == (True, True)


def test_third_of_the_judgments_is_for_checking() -> None:
    every = judgments()

    checking = sum(each.set == "check" for each in every)

    assert 0.27 <= checking / len(every) <= 0.4
