"""What a question finds."""

from __future__ import annotations

from typing import Any

import pytest

from tarjotin.search.queries import search
from tarjotin.search.query import Answer, Query
from tests import make

NOW = make.NOW


def ask(text: str = "", language: str = "fi", **asked: Any) -> Answer:
    return search(Query(text=text, **asked), language=language, now=NOW)


def ids(answer: Answer) -> list[Any]:
    return [hit.id for hit in answer.hits]


@pytest.mark.parametrize(
    "text", ["uimahalli", "uimahallit", "uimahallin", "Uimahallissa", "halli", "uimah", "uimahaali"]
)
def test_a_word_inflected_begun_or_misspelt_finds_its_entry(search_index: Any, text: str) -> None:
    pool = make.service(name="Itäkeskuksen uimahalli")
    make.service(name="Pihapelit")
    search_index.refresh()

    answer = ask(text)

    assert ids(answer) == [pool.id]
