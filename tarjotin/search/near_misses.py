"""Never a dead end: when nothing fits, what fits all but one criterion; else what fits the words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from uuid import UUID

from tarjotin.search import ordering, querying, reasons
from tarjotin.search.index import Snapshot
from tarjotin.search.query import GROUPS, Hit, Query
from tarjotin.search.tree import Tree, all_of

MOST = 5
# What people give up most easily comes first; what someone needs in order to come at all, last.
GIVEN_UP_FIRST = ("rhythm", "time", "weekday", "entry", "kind", "category", "district", "price", "language", "audience")


def near_misses(
    index: Snapshot, query: Query, base: Tree, order: ordering.Order, words: Sequence[str], shown: Sequence[Hit]
) -> tuple[Hit, ...]:
    """At most five entries that are not shown already, each with the groups it does not meet."""
    found: dict[UUID, Hit] = {}
    known = {hit.id for hit in shown}
    for left, unmet in _questions(query):
        if len(found) >= MOST:
            break
        tiers = ordering.tiers(index, all_of(base, querying.criteria(left)), order)
        addresses = ordering.take(tiers, 0, MOST + len(known))
        for hit in reasons.hits(index, addresses, left, words):
            if hit.id not in known and len(found) < MOST:
                found.setdefault(hit.id, replace(hit, unmet=unmet))
    return tuple(found.values())


def _questions(query: Query) -> Iterator[tuple[Query, tuple[str, ...]]]:
    asked = [group for group in GROUPS if query.options(group)]
    for group in sorted(asked, key=_worth):
        yield query.without(group), (group,)
    if len(asked) > 1:
        yield replace(query, chosen={}, page=1), tuple(asked)


def _worth(group: str) -> int:
    return GIVEN_UP_FIRST.index(group) if group in GIVEN_UP_FIRST else len(GIVEN_UP_FIRST)
