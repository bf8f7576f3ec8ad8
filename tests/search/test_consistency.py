"""What an answer says holds: counts, pages, what leaving a criterion out brings, and every reason given.

Questions are made up, of all criteria; the town they are put to is one whose every fact is known (`town.py`).
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
import time_machine
from django.core.cache import cache as memory
from django.db import transaction
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarjotin.api.search_parameters import name_of
from tarjotin.search import index
from tarjotin.search.document import MAYBE_GROUPS
from tarjotin.search.queries import search
from tarjotin.search.query import CRITERIA, GROUPS, MOMENTARY, Answer, Query, Reason
from tarjotin.search.walking import mark
from tarjotin.words.thesaurus import ancestors, thesaurus, topics
from tests import make
from tests.search import town
from tests.search.town import NOW, UNTOLD, Town, Truth
from tests.search.town_by_hand import HERE, ByHand, Chosen, fits

pytestmark = pytest.mark.django_db
DATA = {
    **town.SCHEMES,
    "district": ("11", "28"),
    "language": town.LANGUAGES,
    "limit": town.LIMITS,
}
COUNTED = {group: options or DATA[group] for group, options in (GROUPS | MOMENTARY).items() if group != "age"}
MAYBE = {*MAYBE_GROUPS, *MOMENTARY} - {"age"}
TEXTS = (
    "",
    "",
    "",
    "jumppa",
    "jooga",
    "ilmainen jooga",
    "jumppa tiistaina",
    "kuoro iltaisin",
    "70-vuotiaalle jumppaa",
    "choir",
    "yoga for women",
)
SAID = (
    "ilmainen",
    "tiistaina",
    "iltaisin",
    "Kalliossa",
    "70-vuotiaalle",
    "englanniksi",
    "ei aamulla",
    "istuen",
    "huomenna",
)
SORTS = ("relevance", "soonest", "cheapest")


@pytest.fixture(scope="module")
def entries(django_db_setup: Any, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town, in a transaction that is never written."""
    folder = tmp_path_factory.mktemp("town")
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        override_settings(INDEX_DIR=folder),
        time_machine.travel(NOW, tick=False),
    ):
        made = town.town(seed=5)
        index.rebuild(now=NOW)
        yield made
        transaction.set_rollback(True)
    index.forget()
    memory.clear()


@st.composite
def questions(draw: Any) -> Query:
    chosen, near = {}, draw(st.sampled_from((None, HERE)))
    for group in draw(st.sets(st.sampled_from(sorted(set(COUNTED) - (set() if near else {"distance"}))), max_size=3)):
        pool = (*COUNTED[group], *([UNTOLD] if group in MAYBE else []))
        chosen[group] = tuple(draw(st.lists(st.sampled_from(pool), min_size=1, max_size=2, unique=True)))
    return Query(
        text=draw(st.sampled_from(TEXTS)),
        chosen=chosen,
        age=draw(st.sampled_from((None, None, None, 10, 30))),
        near=near,
        sort=draw(st.sampled_from((*SORTS, "nearest") if near else SORTS)),
        per_page=draw(st.integers(4, 15)),
    )


def some(examples: int) -> Any:
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


def ask(query: Query, **changes: Any) -> Answer:
    return search(dataclasses.replace(query, **changes), language="fi", now=NOW)


def by_hand(answer: Answer, entries: Town) -> tuple[ByHand, Chosen]:
    """The entries whose words fit, whatever the criteria; and all criteria, also those said in words."""
    ids = _with_words(answer.asked.text)
    chosen = {group: answer.asked.options(group) for group in CRITERIA if answer.asked.options(group)}
    return ByHand([one for one in entries.values() if one.id in ids]), chosen


@cache
def _with_words(text: str) -> frozenset[UUID]:
    return frozenset(hit.id for hit in ask(Query(text=text, per_page=1_000)).hits)


# --- Counts ----------------------------------------------------------------------------------------------------------


@some(60)
@given(query=questions())
def test_totals_and_counts_of_options_are_what_counting_by_hand_gives(entries: Town, query: Query) -> None:
    answer = ask(query)

    hand, chosen = by_hand(answer, entries)
    assert (answer.total, answer.maybe_total) == (len(hand.sure(chosen)), len(hand.maybe(chosen)))
    counted = [group for group in COUNTED if group != "distance" or query.near]
    told = {group: {*COUNTED[group], *answer.facets[group]} for group in counted}
    assert {group: options for group, options in answer.facets.items() if group in counted} == {
        group: {option: n for option in told[group] if (n := hand.count(chosen, group, option))} for group in counted
    }, chosen
    assert answer.unknown == {
        group: n for group in MAYBE.intersection(counted) if (n := hand.count(chosen, group, UNTOLD))
    }, chosen


@some(40)
@given(query=questions())
def test_what_asking_less_would_bring_is_what_it_brings(entries: Town, query: Query) -> None:
    answer = ask(query)

    hand, chosen = by_hand(answer, entries)
    for each in answer.relaxations:
        left = {group: options for group, options in chosen.items() if group != each.group}
        wider = hand if each.group else ByHand(list(entries.values()))
        assert each.total == len(wider.sure(left if each.group else chosen)) > answer.total


# --- Leaving a criterion out -----------------------------------------------------------------------------------------


@some(40)
@given(query=questions())
def test_a_criterion_left_out_never_lowers_the_count(entries: Town, query: Query) -> None:
    answer = ask(query)

    for group in CRITERIA:
        if answer.asked.options(group):
            wider = ask(answer.asked.without(group))
            assert wider.total >= answer.total, group
            assert wider.total + wider.maybe_total >= answer.total + answer.maybe_total, group


@some(40)
@given(query=questions())
def test_one_of_several_options_left_out_leaves_what_fits_the_others(entries: Town, query: Query) -> None:
    """Options of one group join with "or", so there the count may fall."""
    for group, options in query.chosen.items():
        for option in options if len(options) > 1 else ():
            narrower = ask(query.without(group, option))

            hand, chosen = by_hand(narrower, entries)
            assert set(chosen[group]) >= set(options) - {option}
            assert narrower.total == len(hand.sure(chosen))


@some(40)
@given(said=st.lists(st.sampled_from(SAID), min_size=1, max_size=3, unique=True), what=st.sampled_from(("", "kuoro")))
def test_a_criterion_of_the_words_taken_back_never_lowers_the_count(entries: Town, said: list[str], what: str) -> None:
    answer = ask(Query(text=" ".join([*said, what]).strip()))

    assert answer.chips
    for chip in answer.chips:
        wider = ask(Query(text=chip.without))
        left = [each for each in answer.chips if each.words != chip.words]
        assert wider.total >= answer.total, chip
        assert [each.words for each in wider.chips] == [each.words for each in left]


# --- Pages -----------------------------------------------------------------------------------------------------------


@some(30)
@given(query=questions())
def test_pages_by_number_hold_every_entry_once_the_sure_ones_first(entries: Town, query: Query) -> None:
    first = ask(query)

    pages = [first, *(ask(query, page=number) for number in range(2, first.pages + 1))]

    hand, chosen = by_hand(first, entries)
    assert Counter(hit.id for page in pages for hit in page.hits) == Counter(hand.sure(chosen))
    assert Counter(hit.id for page in pages for hit in page.maybe) == Counter(hand.maybe(chosen))
    assert [page.more for page in pages] == [True] * (len(pages) - 1) + [False]


@some(15)
@given(query=questions())
def test_a_walk_is_the_pages_by_number(entries: Town, query: Query) -> None:
    pages: list[Answer] = []
    while not pages or pages[-1].more:
        walked = frozenset(mark(hit.id) for page in pages for hit in (*page.hits, *page.maybe))
        pages.append(search(query, language="fi", now=NOW, walked=walked))

    numbered = [ask(query, page=number) for number in range(1, len(pages) + 1)]
    assert [(page.hits, page.maybe) for page in pages] == [(page.hits, page.maybe) for page in numbered]
    assert numbered[0].pages == len(pages)


@some(12)
@given(query=questions())
def test_a_walk_through_the_api_holds_every_entry_once(entries: Town, query: Query) -> None:
    address: str | None = f"/api/v1/search?{urlencode(_parameters(query), doseq=True)}"
    pages: list[dict[str, Any]] = []
    while address:
        pages.append(Client().get(address).json())
        address = pages[-1]["next"]

    hand, chosen = by_hand(ask(query), entries)
    assert Counter(hit["id"] for page in pages for hit in page["items"]) == Counter(map(str, hand.sure(chosen)))
    assert Counter(hit["id"] for page in pages for hit in page["maybe"]) == Counter(map(str, hand.maybe(chosen)))


def _parameters(query: Query) -> dict[str, Any]:
    told = {"q": query.text, "age": query.age, "sort": query.sort, "limit": query.per_page}
    told |= {"lat": query.near.lat, "lon": query.near.lon} if query.near else {}
    chosen = {name_of(group): options for group, options in query.chosen.items()}
    return {name: value for name, value in (told | chosen).items() if value is not None}


# --- Reasons ---------------------------------------------------------------------------------------------------------


@some(40)
@given(query=questions())
def test_every_reason_given_is_true_of_its_entry(entries: Town, query: Query) -> None:
    answer = ask(query, per_page=100)

    _, chosen = by_hand(answer, entries)
    for hit in (*answer.hits, *answer.maybe):
        told = [reason for reason in hit.reasons if reason.kind == "criterion"]
        assert [reason for reason in hit.reasons if not is_true(reason, entries[hit.id], answer.asked, chosen)] == []
        assert {reason.group for reason in told} == set(chosen)
        assert hit.unmet == ()


@some(30)
@given(query=questions())
def test_what_a_near_miss_tells_is_true_of_it(entries: Town, query: Query) -> None:
    answer = ask(query)

    _, chosen = by_hand(answer, entries)
    for hit in answer.close:
        one = entries[hit.id]
        assert [reason for reason in hit.reasons if not is_true(reason, one, answer.asked, chosen)] == []
        assert [group for group in hit.unmet if fits(one, {group: chosen[group]}, lenient=True)] == []


def is_true(reason: Reason, one: Truth, asked: Query, chosen: Chosen) -> bool:
    if reason.kind == "word":
        return reason.value[:4] in one.texts[reason.group].casefold()
    if reason.kind == "concept":
        return _is_about(reason.value, one, asked)
    if reason.unknown:
        return fits(one, {reason.group: (UNTOLD,)})
    return reason.value in chosen[reason.group] and fits(one, {reason.group: (reason.value,)})


def _is_about(code: str, one: Truth, asked: Query) -> bool:
    """The question names it, or names what it helps with; and the entry's own words say it, or something narrower."""
    named = {each.code for each in asked.meant}
    helpful = {helps for each in named for helps in thesaurus()[each].related}
    said = {
        topic.code
        for topic in topics(texts=[(part, make.text(text)) for part, text in one.texts.items() if part != "names"])
    }
    return code in named | helpful and code in said | {above for each in said for above in ancestors(each)}
