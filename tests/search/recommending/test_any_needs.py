"""What holds of suggestions whatever is asked of the demo catalogue."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tarjotin.catalogue.models import Activity, Suitability
from tarjotin.common.distance import Point
from tarjotin.search.document import UNKNOWN
from tarjotin.search.index.schema import Stored
from tarjotin.search.query import GROUPS
from tarjotin.search.recommend import Needs, Suggestion, Tried, recommend
from tarjotin.words.thesaurus import Criterion
from tests.search.recommending.situations import SITUATIONS
from tests.search.recommending.telling import is_true, is_within, told
from tests.sources.importing import NOW

pytestmark = pytest.mark.django_db

WANTED = sorted({code for each in SITUATIONS for code in each.needs.wanted} | {"women", "free"})
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def options(group: str, entries: list[Stored]) -> list[str]:
    return sorted({option for entry in entries for option in told(entry, group)} - {UNKNOWN})


def criteria(entries: list[Stored]) -> st.SearchStrategy[tuple[Criterion, ...]]:
    known = {group: found for group in GROUPS if (found := options(group, entries))}

    def of_group(group: str) -> st.SearchStrategy[Criterion]:
        some = st.lists(st.sampled_from(known[group]), min_size=1, max_size=2, unique=True)
        return st.builds(Criterion, st.just(group), some.map(tuple))

    return st.lists(st.sampled_from(sorted(known)).flatmap(of_group), max_size=2).map(tuple)


def needs(entries: list[Stored]) -> st.SearchStrategy[Needs]:
    some, codes = criteria(entries), st.lists(st.sampled_from(WANTED), max_size=2).map(tuple)
    ids = st.sampled_from(sorted(entry.id for entry in entries))
    return st.builds(
        Needs,
        wanted=codes,
        must_hold=some,
        must_not_be_denied=some,
        wishes=some,
        near=st.one_of(st.none(), st.builds(Point, st.floats(60.15, 60.3), st.floats(24.8, 25.2))),
        within_m=st.one_of(st.none(), st.integers(500, 20_000)),
        weekdays=st.lists(st.sampled_from("1234567"), max_size=2, unique=True).map(tuple),
        times=st.lists(st.sampled_from(("morning", "day", "evening")), max_size=1).map(tuple),
        language=st.sampled_from(("", "fi", "so")),
        age=st.one_of(st.none(), st.integers(18, 95)),
        tried=st.lists(st.builds(Tried, ids, codes, some), max_size=3).map(tuple),
    )


@FEW
@given(data=st.data())
def test_suggestions_break_no_limit_and_say_only_what_is_true(entries: list[Stored], data: Any) -> None:
    asked = data.draw(needs(entries))

    found = recommend(asked, now=NOW)

    held = {entry.id: entry for entry in entries}
    ids = [each.id for each in found]
    assert (len(set(ids)), len(ids) <= 7) == (len(ids), True)
    assert set(ids) & {each.id for each in asked.tried} == set()
    assert [each for each in found if not is_within(asked, held[each.id])] == []
    assert [
        fact
        for each in found
        for fact in (*each.reasons, *each.differs)
        if not is_true(fact, held[each.id], asked.near)
    ] == []
    assert [fact for each in found for fact in each.doubts if is_said(fact.code, fact.values, held[each.id])] == []
    assert unsuitable(found, asked) == []


@FEW
@given(data=st.data())
def test_suggestions_for_equal_needs_are_equal(entries: list[Stored], data: Any) -> None:
    asked = data.draw(needs(entries))

    first, second = recommend(asked, now=NOW), recommend(asked, now=NOW)

    assert first == second


@FEW
@given(data=st.data())
def test_suggestions_without_limits_are_at_least_three_with_a_first_step(entries: list[Stored], data: Any) -> None:
    drawn = data.draw(needs(entries))
    asked = Needs(wanted=drawn.wanted, wishes=drawn.wishes, near=drawn.near, times=drawn.times, tried=drawn.tried)

    found = recommend(asked, now=NOW)

    assert (3 <= len(found) <= 7, any(each.first_step for each in found)) == (True, True)


def is_said(group: str, values: tuple[str, ...], entry: Stored) -> bool:
    """Whether the entry does tell that what is doubted holds."""
    return group in GROUPS and group not in ("weekday", "time") and bool(set(values) & told(entry, group))


def unsuitable(found: tuple[Suggestion, ...], asked: Needs) -> list[Any]:
    """Those for other ages, and those that a person says are not for somebody with such a limit."""
    rows = Activity.objects.filter(pk__in=[each.id for each in found])
    age = asked.age
    others = [row.name for row in rows if age is not None and not (row.min_age or 0) <= age <= (row.max_age or 200)]
    limits = {option for each in (*asked.must_hold, *asked.must_not_be_denied) for option in each.options}
    denied = Suitability.objects.filter(activity__in=rows, verdict="not_for", limit__in=limits)
    return [*others, *denied]
