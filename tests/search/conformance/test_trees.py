"""Any tree means the same to every engine: who matches, what they score, how they are counted."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from tarjotin.search import tree
from tarjotin.search.index import Snapshot, snapshot
from tarjotin.search.index.schema import CODES, FACETS, NUMBERS
from tests.search.conformance import catalogue
from tests.search.conformance.by_hand import ByHand
from tests.search.conformance.conftest import ENGINES, Using

TREES = 120
NOW_S = int(catalogue.NOW.timestamp())


@pytest.fixture(scope="module")
def trees(hand: ByHand) -> list[tree.Tree]:
    maker = Maker({field: sorted(words) for field, words in hand.holders.items()})
    return [maker.grown(depth=3) for _ in range(TREES)]


class Maker:
    """Trees of words, codes and numbers that are in the documents, or nearly."""

    def __init__(self, words: dict[str, list[str]]) -> None:
        self.words = words
        self.chance = random.Random(3)

    def grown(self, depth: int) -> tree.Tree:
        if depth == 0 or self.chance.random() < 0.15:
            return self.leaf()
        parts = tuple(self.grown(depth - 1) for _ in range(self.chance.randrange(1, 4)))
        joined: tuple[Callable[[], tree.Tree], ...] = (
            lambda: tree.AllOf(parts),
            lambda: tree.AllOf((parts[0], tree.Not(parts[-1]))),
            lambda: tree.AnyOf(parts),
            lambda: tree.Best(parts),
            lambda: tree.Wished(parts[0], parts[1:]),
            lambda: tree.Not(parts[0]),
            lambda: tree.Boosted(parts[0], 0.5),
            lambda: tree.Worth(parts[0], self.chance.choice((0.0, 2.5))),
        )
        return self.chance.choice(joined)()

    def leaf(self) -> tree.Tree:
        pick = self.chance.randrange(11)
        if pick < 5:
            return tree.Worth(self.term(), self.chance.choice((0.0, 0.25, 1.5)))
        if pick < 7:
            low, high = sorted(self.chance.choices((NOW_S - 90 * 86_400, NOW_S, NOW_S + 1, NOW_S + 9 * 86_400), k=2))
            # Worth: of a range that holds all entries, an engine may leave the score out.
            return tree.Worth(tree.Range(self.chance.choice(NUMBERS), self.chance.choice((None, low)), high), 1.0)
        if pick == 7:
            return tree.Range("lat", 60.15 + self.chance.random() * 0.1, None)
        if pick == 8:
            return self.chance.choice((tree.Worth(tree.Everything(), 0.5), tree.Nothing()))
        if pick == 9:
            return tree.OneOf("category", tuple(self.word("category") for _ in range(3)))
        word = self.word("title_plain")
        return self.chance.choice((tree.Starts("title_plain", word[:4]), self.alike(word)))

    def term(self) -> tree.Term:
        field = self.chance.choice(("title_plain", "body_fi", "title_sv", "names_fi", *FACETS, *CODES))
        return tree.Term(field, self.word(field) if field in self.words else "none")

    def word(self, field: str) -> str:
        return self.chance.choice(self.words[field])

    def alike(self, word: str) -> tree.Tree:
        at = self.chance.randrange(len(word))
        return tree.Alike("title_plain", word[:at] + "x" + word[at + 1 :], self.chance.choice((1, 2)))


def ids(index: Snapshot, addresses: list[Any]) -> list[str]:
    return [str(row.id) for row in index.stored(addresses)]


@pytest.mark.parametrize("engine", ENGINES)
def test_matches_and_scores_are_those_found_by_hand(
    using: Using, hand: ByHand, trees: list[tree.Tree], engine: str
) -> None:
    with using(engine):
        index = snapshot()
        for asked in trees:
            expected = hand.scores(asked)

            scored = index.scored(asked, len(hand.rows))

            found = dict(zip(ids(index, [at for _, at in scored]), (score for score, _ in scored), strict=True))
            assert found == pytest.approx(expected, abs=1e-4), asked
            assert index.count(asked) == len(expected), asked


@pytest.mark.parametrize("engine", ENGINES)
def test_counts_of_options_are_those_found_by_hand(
    using: Using, hand: ByHand, trees: list[tree.Tree], engine: str
) -> None:
    with using(engine):
        index = snapshot()
        for asked in trees[:40]:
            assert index.facets(asked, FACETS) == {group: hand.facets(asked, group) for group in FACETS}, asked


@pytest.mark.parametrize("engine", ENGINES)
def test_pages_fit_together_and_equals_stand_by_id(
    using: Using, hand: ByHand, trees: list[tree.Tree], engine: str
) -> None:
    with using(engine):
        index = snapshot()
        for asked in trees[:50]:
            whole = ids(index, index.best(asked, 0, len(hand.rows)))
            expected = hand.scores(asked)

            pages = [ids(index, index.best(asked, at, at + 7)) for at in range(0, min(len(expected), 35), 7)]

            assert [each for page in pages for each in page] == whole[:35]
            assert whole == sorted(whole, key=lambda each: (-round(expected[each], 3), each)), asked


@pytest.mark.parametrize("engine", ENGINES)
def test_lowest_number_comes_first(using: Using, hand: ByHand, trees: list[tree.Tree], engine: str) -> None:
    with using(engine):
        index = snapshot()
        for asked in trees[:50]:
            priced = tree.AllOf((asked, tree.Range("cents", 1)))

            found = ids(index, index.lowest(priced, "cents", 0, len(hand.rows)))

            assert found == hand.lowest(priced, "cents"), asked


@pytest.mark.parametrize("engine", ENGINES)
def test_no_hits_are_asked_for_none_are_given(using: Using, engine: str) -> None:
    with using(engine):
        index = snapshot()

        found = (index.best(tree.Everything(), 5, 5), index.lowest(tree.Everything(), "cents", 3, 2))

        assert found == ([], [])
        assert index.facets(tree.Everything(), []) == {}


@pytest.mark.parametrize("engine", ENGINES)
def test_entries_and_frequency_are_counted(using: Using, hand: ByHand, engine: str) -> None:
    with using(engine):
        index = snapshot()
        term = tree.Term("title_plain", "jooga")

        found = (index.entries, index.frequency(term), index.frequency(tree.Term("title_plain", "xyzzy")))

        assert found == (len(hand.rows), len(hand.scores(term)), 0)


@pytest.mark.parametrize("engine", ENGINES)
def test_several_are_counted_at_once_as_one_by_one(
    using: Using, hand: ByHand, trees: list[tree.Tree], engine: str
) -> None:
    base, others = tree.Worth(tree.Term("kind", "activity"), 0.0), trees[:30]
    with using(engine):
        counted = snapshot().counts(base, others)

    assert counted == [len(hand.scores(tree.AllOf((base, other)))) for other in others]
