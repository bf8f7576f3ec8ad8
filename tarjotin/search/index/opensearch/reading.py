"""Reading the index over the network. Each hit brings what is stored of it, so nothing is asked for twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from tarjotin.search.index.engine import Address, IndexNotReady, most_options
from tarjotin.search.index.opensearch import store
from tarjotin.search.index.opensearch.client import client, engine
from tarjotin.search.index.opensearch.compiling import Dsl, condition, query
from tarjotin.search.index.schema import Stored, read_stored
from tarjotin.search.tree import Everything, Term, Tree

MOST_AT_ONCE = 5_000  # hits; with what is skipped, the server gives at most 10 000 from the first
EQUALS = {"id": "asc"}


@dataclass(frozen=True, slots=True)
class Found:
    """The address of an entry, which holds what is stored of it."""

    id: str
    stored: str = field(compare=False, repr=False)


class Snapshot:
    """One build of the index. Changes written meanwhile may show; no entry is told of that is not there."""

    def __init__(self, build: str) -> None:
        self._build = build
        self._counts: dict[Tree, int] = {}  # one answer asks for the same ones more than once

    @property
    def entries(self) -> int:
        return self.count(Everything())

    def count(self, tree: Tree) -> int:
        count = self._counts.get(tree)
        if count is None:
            found = self._asked({"query": condition(tree), "size": 0, "track_total_hits": True})
            count = self._counts[tree] = int(found["hits"]["total"]["value"])
        return count

    def counts(self, base: Tree, trees: Sequence[Tree]) -> list[int]:
        """How many of those that match `base` match each of the trees: all in one question."""
        asked = {str(at): {"filter": condition(tree)} for at, tree in enumerate(trees)}
        found = self._asked({"query": condition(base), "size": 0, "track_total_hits": False, "aggs": asked})
        return [int(found["aggregations"][name]["doc_count"]) for name in asked]

    def best(self, tree: Tree, start: int, stop: int) -> list[Address]:
        """The matches from `start` until `stop`, best first; equals in the order of their ids."""
        return [address for _, address in self._hits(query(tree), {"_score": "desc"}, start, stop)]

    def scored(self, tree: Tree, limit: int) -> list[tuple[float, Address]]:
        return list(self._hits(query(tree), {"_score": "desc"}, 0, limit))

    def lowest(self, tree: Tree, field: str, start: int, stop: int) -> list[Address]:
        """The matches by a number, lowest first."""
        sort = {field: {"order": "asc", "mode": "min"}}
        return [address for _, address in self._hits(condition(tree), sort, start, stop)]

    def facets(self, tree: Tree, groups: Sequence[str]) -> dict[str, dict[str, int]]:
        """Group → option → number of matches that have it: all groups in one question, which the server keeps."""
        if not groups:
            return {}
        asked = {group: {"terms": {"field": group, "size": most_options(group)}} for group in groups}
        found = self._asked({"query": condition(tree), "size": 0, "track_total_hits": False, "aggs": asked})
        counted = found["aggregations"]
        return {group: {b["key"]: int(b["doc_count"]) for b in counted[group]["buckets"]} for group in groups}

    def stored(self, addresses: Sequence[Address]) -> list[Stored]:
        return [read_stored(cast(Found, address).stored.encode()) for address in addresses]

    def frequency(self, term: Term) -> int:
        """How many entries hold the word."""
        return self.count(term)

    def _hits(self, asked: Dsl, sort: dict[str, Any], start: int, stop: int) -> Iterator[tuple[float, Found]]:
        at, after = (start, None) if stop <= 2 * MOST_AT_ONCE else (0, None)
        while at < stop:
            size = min(stop - at, MOST_AT_ONCE)
            place: dict[str, Any] = {"search_after": after} if after else {"from": at}
            body = {"query": asked, "sort": [sort, EQUALS], "size": size, "track_total_hits": False, **place}
            hits = self._asked(body)["hits"]["hits"]
            for position, hit in enumerate(hits, at):
                if position >= start:
                    yield float(hit["_score"] or 0), Found(hit["_id"], hit["_source"]["stored"])
            if len(hits) < size:
                return
            at, after = at + size, hits[-1]["sort"]

    def _asked(self, body: dict[str, Any]) -> Any:
        with engine():
            found = client().search(index=self._build, body=body, params={"allow_partial_search_results": "false"})
        if found["timed_out"] or found["_shards"]["failed"]:
            raise IndexNotReady("a part of the index does not answer")
        return found


def snapshot() -> Snapshot:
    """The index as it is now, at most a second behind a switch. `IndexNotReady` when there is none."""
    return Snapshot(store.current())
