"""Whole answers to 200 questions, from both engines."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tarjotin.search import ranking
from tarjotin.search.queries import search
from tarjotin.search.query import Answer, Query
from tarjotin.search.tree import Everything, Wished
from tests.search.conformance import catalogue
from tests.search.conformance.by_hand import ByHand
from tests.search.conformance.conftest import ENGINES, Using

QUESTIONS = catalogue.questions()


def answer(using: Using, engine: str, query: Query) -> Answer:
    with using(engine):
        return search(query, language="fi", now=catalogue.NOW)


def unordered(answer: Answer) -> dict[str, Any]:
    """All but the order. Near misses are a choice by that order."""
    told = {name: getattr(answer, name) for name in Answer.__slots__ if name != "close"}
    return told | {"hits": frozenset(answer.hits), "maybe": frozenset(answer.maybe)}


@pytest.mark.parametrize("query", QUESTIONS, ids=lambda query: query.text or "browse")
def test_answer_holds_the_same_from_both_engines(using: Using, query: Query) -> None:
    whole = replace(query, page=1, per_page=1_000)

    assert unordered(answer(using, "opensearch", whole)) == unordered(answer(using, "tantivy", whole))


@pytest.mark.parametrize("query", [each for each in QUESTIONS if each.text])
def test_page_with_words_stands_in_the_same_order_from_both_engines(using: Using, query: Query) -> None:
    whole = replace(query, page=1, per_page=40)

    pages = [answer(using, engine, whole) for engine in ENGINES]

    first, second = ([hit.id for hit in (*page.hits, *page.maybe, *page.close)] for page in pages)
    assert first == second


@pytest.mark.parametrize("query", [each for each in QUESTIONS if not each.text])
def test_page_without_words_stands_in_the_same_order_from_both_engines(
    using: Using, hand: ByHand, query: Query
) -> None:
    wished = Wished(Everything(), ranking.wishes(language="fi", near=query.near, now=catalogue.NOW))
    worth = hand.scores(wished)

    pages = [answer(using, engine, query) for engine in ENGINES]

    # Engines round sums differently, so entries of equal worth may change places.
    first, second = ([round(worth[str(hit.id)], 3) for hit in (*page.hits, *page.maybe)] for page in pages)
    assert first == second
    assert [len(page.hits) for page in pages] == [len(pages[0].hits)] * 2
