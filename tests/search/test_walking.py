"""Walking through an answer while entries come, go and move in its order."""

from __future__ import annotations

import tempfile
from typing import Any
from uuid import UUID

from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from tarjotin.common.text import LocalisedText
from tarjotin.search.document import MAYBE_GROUPS, UNKNOWN, Document
from tarjotin.search.index import forget, store
from tarjotin.search.index.refreshing import fill
from tarjotin.search.queries import search
from tarjotin.search.query import Answer, Query
from tarjotin.search.walking import mark
from tests import make

NOW = make.NOW
IDS = [UUID(int=number) for number in range(1, 13)]
TITLES = ("Jooga", "Jooga ja tanssi", "Tanssi ja kahvi")
UNTOLD: dict[str, tuple[str, ...]] = dict.fromkeys(MAYBE_GROUPS, (UNKNOWN,))
Moment = dict[UUID, Document]  # what there is


@st.composite
def moments(draw: Any) -> Moment:
    there = draw(st.lists(st.sampled_from(IDS), min_size=4, unique=True))
    return {each: draw(documents(each)) for each in there}


@st.composite
def documents(draw: Any, number: UUID) -> Document:
    price = draw(st.sampled_from((("free", "cheap"), ("paid",), (UNKNOWN,))))
    return Document(
        kind="activity",
        id=number,
        title=LocalisedText.of(fi=draw(st.sampled_from(TITLES))),
        options=UNTOLD | {"price": price},
        slots=("?-?",),
        starts=(int(NOW.timestamp()) + draw(st.integers(1, 400)) * 3_600,),
        lowest_cents=draw(st.sampled_from((None, 0, 100))),
    )


def fits(document: Document, query: Query) -> bool:
    is_told = not query.chosen or bool({"free", UNKNOWN} & {*document.options["price"]})
    return is_told and query.text in str(document.title).casefold()


def walk(history: list[Moment], query: Query) -> list[Answer]:
    """A page in each moment, and all that are left in the last one."""
    pages: list[Answer] = []
    while not pages or pages[-1].more:
        walked = frozenset(mark(hit.id) for page in pages for hit in (*page.hits, *page.maybe))
        rows = list(history[min(len(pages), len(history) - 1)].values())
        with tempfile.TemporaryDirectory() as folder, override_settings(INDEX_DIR=folder):
            build = store.new_build()
            fill(build, [rows], total=len(rows))
            store.switch_to(build)
            pages.append(search(query, language="fi", now=NOW, walked=walked))
            forget()
    return pages


@settings(max_examples=15, deadline=None, derandomize=True, database=None)
@given(
    history=st.lists(moments(), min_size=2, max_size=4),
    text=st.sampled_from(("", "jooga")),
    chosen=st.sampled_from(({}, {"price": ("free",)})),
    sort=st.sampled_from(("relevance", "soonest", "cheapest")),
)
def test_what_fits_all_the_way_comes_once_and_nothing_comes_twice(
    history: list[Moment], text: str, chosen: dict[str, tuple[str, ...]], sort: str
) -> None:
    query = Query(text=text, chosen=chosen, sort=sort, per_page=3)

    pages = walk(history, query)

    seen = [hit.id for page in pages for hit in (*page.hits, *page.maybe)]
    lived = history[: len(pages)]
    always = {each for each in IDS if all(each in there and fits(there[each], query) for there in lived)}
    assert len(seen) == len(set(seen))
    assert always <= set(seen)
    assert [len(page.hits) + len(page.maybe) for page in pages[:-1]] == [3] * (len(pages) - 1)
