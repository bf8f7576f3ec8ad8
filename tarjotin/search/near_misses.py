"""Never a dead end: when nothing fits, what fits all but one criterion; else what fits the words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from tarjotin.search import ordering, querying, reasons
from tarjotin.search.index import Snapshot
from tarjotin.search.momentary import Moment
from tarjotin.search.query import CRITERIA, Hit, Query
from tarjotin.search.tree import Tree, all_of

MOST = 5
# What people give up most easily comes first; what someone needs in order to come at all, last.
GIVEN_UP_FIRST = (
    *("rhythm", "open_now", "time", "weekday", "when", "entry", "kind", "category", "distance", "district"),
    *("price", "language", "audience"),
)


def near_misses(
    index: Snapshot, query: Query, moment: Moment, base: Tree, order: ordering.Order, words: Sequence[str]
) -> tuple[Hit, ...]:
    """At most five entries that are still to come, each with the groups it does not meet."""
    found: dict[UUID, Hit] = {}
    for left in _questions(query):
        if len(found) >= MOST:
            break
        *live, _over = ordering.tiers(index, all_of(base, querying.criteria(left, moment)), order)
        for hit in reasons.hits(index, ordering.take(live, 0, MOST), query, moment, words):
            found.setdefault(hit.id, hit)
    return tuple(found.values())[:MOST]


def _questions(query: Query) -> Iterator[Query]:
    """The same question without one group, then without all."""
    asked = [group for group in CRITERIA if query.options(group)]
    yield from (query.without(group) for group in sorted(asked, key=_worth))
    if len(asked) > 1:
        yield query.without_criteria()


def _worth(group: str) -> int:
    return GIVEN_UP_FIRST.index(group) if group in GIVEN_UP_FIRST else len(GIVEN_UP_FIRST)
