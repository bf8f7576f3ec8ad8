"""Counts, paging and maybes of made-up catalogues, against counting by hand."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from tarjotin.common.distance import Point
from tarjotin.common.text import LocalisedText
from tarjotin.search.document import MAYBE_GROUPS, UNKNOWN, Document, split_slots
from tarjotin.search.index import forget, store
from tarjotin.search.index.refreshing import fill
from tarjotin.search.queries import search
from tarjotin.search.query import GROUPS, MOMENTARY, Answer, Query
from tests import make
from tests.search.momentary_by_hand import Moment

NOW = make.NOW
OPTIONS: dict[str, tuple[str, ...]] = {
    "category": ("sport", "culture"),
    "audience": ("older_people", "families"),
    "district": ("11", "28"),
    "price": ("free", "paid", UNKNOWN),
    "language": ("fi", "sv", UNKNOWN),
    "rhythm": ("weekly", UNKNOWN),
    "weekday": ("1", "2"),
    "time": ("day", "evening"),
}
HERE = Point(60.187, 24.96)
MOMENT = Moment(NOW, HERE)
OF_THE_MOMENT: dict[str, tuple[str, ...]] = {
    "when": (*MOMENTARY["when"], "2026-11-25", "2026-11-27..2026-12-02", "2026-12-05..", "..2026-11-25"),
    "open_now": ("yes",),
    "places_left": ("yes", "no"),
    "distance": ("5min", "2km", "700m"),
    "age": ("30", "70"),
}
KINDS = ("activity", "service")
POOL = OPTIONS | OF_THE_MOMENT | {"kind": KINDS}
SLOTS = [f"{day}-{time}" for day in ("1", "2", UNKNOWN) for time in ("day", "evening", UNKNOWN)]
# Half of Tuesday, all of it, its afternoon, noon alone; and a Tuesday that is otherwise.
OPEN = ("told", "2.2", "2.1", "2.5", "2.2768", "2.?", "x20261124", "20261124.1", "20261124.?", "3.1")
ORGANISERS = [UUID(int=n) for n in range(3)]


@st.composite
def a_document(draw: Any) -> Document:
    several = ("category", "audience", "district", "language")
    options: dict[str, tuple[str, ...]] = {}
    for group in several:
        options[group] = tuple(sorted(draw(st.sets(st.sampled_from(OPTIONS[group]), max_size=2))))
    options["price"] = (draw(st.sampled_from(OPTIONS["price"])),)
    options["rhythm"] = draw(st.sampled_from([("weekly",), (UNKNOWN,), ()]))
    slots = tuple(sorted(draw(st.sets(st.sampled_from(SLOTS), min_size=1, max_size=3))))
    starts = draw(st.lists(st.integers(-5, 400), max_size=3))
    return Document(
        kind=draw(st.sampled_from(KINDS)),
        id=draw(st.uuids()),
        title=LocalisedText.of(fi=draw(st.sampled_from(["Jooga", "Tanssi", "Jooga ja tanssi"]))),
        options=options | split_slots(slots),
        slots=slots,
        organisation=draw(st.sampled_from(ORGANISERS)),
        starts=tuple(int(NOW.timestamp()) + hours * 3_600 for hours in starts if hours >= 0),
        points=tuple(draw(st.lists(a_point, max_size=3))),
        open=tuple(draw(st.sets(st.sampled_from(OPEN), max_size=4))),
        free_until=moments(draw),
        full_until=moments(draw),
        last_end=int(NOW.timestamp()) + draw(st.sampled_from([-1, 1])),
        lowest_cents=draw(st.sampled_from([None, 0, 100, 200])),
        told=draw(st.integers(0, 12)),
        min_age=draw(st.sampled_from([None, None, 65])),
        max_age=draw(st.sampled_from([None, None, 29, 70])),
    )


a_point = st.builds(
    lambda lat, lon: Point(HERE.lat + lat / 100_000, HERE.lon + lon / 50_000),
    st.integers(-2_000, 2_000) | st.integers(-500, 500),
    st.integers(-2_000, 2_000) | st.integers(-500, 500),
)


def moments(draw: Any) -> tuple[int, ...]:
    """A second ago, now, in a second."""
    return tuple(int(NOW.timestamp()) + second for second in draw(st.lists(st.integers(-1, 1), max_size=2)))


@st.composite
def a_question(draw: Any) -> Query:
    chosen = {}
    for group in draw(st.sets(st.sampled_from([*OPTIONS, "kind", *OF_THE_MOMENT]), max_size=3)):
        pool = [option for option in POOL[group] if option != UNKNOWN]
        chosen[group] = tuple(sorted(draw(st.sets(st.sampled_from(pool), min_size=1))))
    return Query(
        text=draw(st.sampled_from(["", "jooga", "tanssi jooga"])),
        chosen=chosen,
        near=HERE,
        organisation=draw(st.sampled_from([None, None, ORGANISERS[0]])),
        sort=draw(st.sampled_from(["relevance", "soonest", "cheapest"])),
        per_page=draw(st.integers(1, 7)),
    )


@dataclass(frozen=True)
class ByHand:
    """The same question answered by looking at every document."""

    documents: list[Document]
    query: Query

    def told(self, document: Document, group: str, *, lenient: bool) -> set[str]:
        options = (document.kind,) if group == "kind" else document.options.get(group, ())
        known = {option for option in options if option != UNKNOWN}
        open_ = lenient and UNKNOWN in options and group in MAYBE_GROUPS
        return known | ({"*"} if open_ else set())

    def fits_times(self, document: Document, days: tuple[str, ...], times: tuple[str, ...], *, lenient: bool) -> bool:
        def fits(value: str, asked: tuple[str, ...]) -> bool:
            return not asked or value in asked or (lenient and value == UNKNOWN)

        return any(fits(day, days) and fits(time, times) for day, time in (slot.split("-") for slot in document.slots))

    def fits(self, document: Document, chosen: dict[str, tuple[str, ...]], *, lenient: bool = False) -> bool:
        title = str(document.title).casefold()
        words = all(word in title for word in self.query.text.split())
        narrow = self.query.organisation in (None, document.organisation)
        others = all(
            self.told(document, group, lenient=lenient) & {*options, "*"}
            for group, options in chosen.items()
            if group not in ("weekday", "time", *MOMENTARY)
        )
        fits = MOMENT.may_fit if lenient else MOMENT.fits
        now = all(fits(document, group, chosen) for group in chosen if group in MOMENTARY)
        days, times = chosen.get("weekday", ()), chosen.get("time", ())
        return words and narrow and others and now and self.fits_times(document, days, times, lenient=lenient)

    def sure(self) -> set[UUID]:
        return {d.id for d in self.documents if self.fits(d, self.query.chosen)}

    def maybe(self) -> set[UUID]:
        return {d.id for d in self.documents if self.fits(d, self.query.chosen, lenient=True)} - self.sure()

    def facets(self) -> dict[str, dict[str, int]]:
        counts: dict[str, Counter[str]] = {group: Counter() for group in (*GROUPS, *MOMENTARY) if group != "age"}
        for group in counts:
            for option in MOMENTARY.get(group) or POOL.get(group, ()):
                asked = {**self.query.chosen, group: (option,)}
                fitting = sum(self.fits(document, asked) for document in self.documents)
                if fitting and option != UNKNOWN:
                    counts[group][option] = fitting
        return {group: dict(found) for group, found in counts.items()}

    def unknown(self, group: str) -> int:
        return sum(self.fits(document, {**self.query.chosen, group: (UNKNOWN,)}) for document in self.documents)


def answers(documents: list[Document], query: Query) -> list[Answer]:
    """Every page of the answer, from an index of just these documents."""
    with tempfile.TemporaryDirectory() as folder, override_settings(INDEX_DIR=folder):
        build = store.new_build()
        fill(build, [documents], total=len(documents))
        store.switch_to(build)
        first = search(query, language="fi", now=NOW)
        pages = [
            search(Query(**{**_fields(query), "page": page}), language="fi", now=NOW)
            for page in range(2, first.pages + 1)
        ]
        forget()
    return [first, *pages]


def _fields(query: Query) -> dict[str, Any]:
    return {name: getattr(query, name) for name in Query.__slots__}


many = st.lists(a_document(), min_size=1, max_size=25, unique_by=lambda document: document.id)


@settings(max_examples=30, deadline=None)
@given(documents=many, query=a_question())
def test_facets_and_totals_are_what_counting_by_hand_gives(documents: list[Document], query: Query) -> None:
    expected = ByHand([*documents, *known()], query)

    first = answers([*documents, *known()], query)[0]

    assert (first.total, first.maybe_total) == (len(expected.sure()), len(expected.maybe()))
    assert first.facets == expected.facets()
    unknown = {group: expected.unknown(group) for group in MOMENTARY if group != "age"}
    assert {group: first.unknown.get(group, 0) for group in unknown} == unknown


@settings(max_examples=30, deadline=None)
@given(documents=many, query=a_question())
def test_pages_hold_every_entry_once_the_sure_ones_first(documents: list[Document], query: Query) -> None:
    expected = ByHand([*documents, *known()], query)

    pages = answers([*documents, *known()], query)

    sure = [hit.id for page in pages for hit in page.hits]
    maybe = [hit.id for page in pages for hit in page.maybe]
    assert Counter(sure) == Counter(expected.sure())
    assert Counter(maybe) == Counter(expected.maybe())
    assert all(len(page.hits) + len(page.maybe) == query.per_page for page in pages[:-1])
    assert [page.page for page in pages] == list(range(1, len(pages) + 1))


@settings(max_examples=30, deadline=None)
@given(documents=many, query=a_question())
def test_every_reason_is_true_of_its_entry(documents: list[Document], query: Query) -> None:
    everything = [*documents, *known()]
    by_id = {document.id: document for document in everything}
    hand = ByHand(everything, query)

    hits = [hit for page in answers(everything, query) for hit in (*page.hits, *page.maybe)]

    for hit in hits:
        document = by_id[hit.id]
        for reason in hit.reasons:
            if reason.kind == "word":
                assert reason.value in str(document.title).casefold()
            elif reason.group in MOMENTARY:
                asked = {**query.chosen, reason.group: (reason.value,) if reason.value else query.chosen[reason.group]}
                fits = MOMENT.may_fit if reason.unknown else MOMENT.fits
                assert fits(document, reason.group, asked)
            elif reason.unknown:
                assert UNKNOWN in document.options[reason.group]
            else:
                assert reason.value in hand.told(document, reason.group, lenient=False)
        explained = {reason.group for reason in hit.reasons if reason.kind == "criterion"}
        assert explained == set(query.chosen)


def known() -> list[Document]:
    """Three that have both words, so that the words of a question are never corrected or widened."""
    return [
        Document(
            kind="activity",
            id=UUID(int=(1 << 127) + n),
            title=LocalisedText.of(fi="Jooga ja tanssi"),
            options={"price": (UNKNOWN,), "language": (UNKNOWN,), "rhythm": (UNKNOWN,)} | split_slots(("?-?",)),
            slots=("?-?",),
            organisation=ORGANISERS[0],
        )
        for n in range(3)
    ]


@pytest.fixture(autouse=True)
def _forgotten() -> Any:
    yield
    forget()
