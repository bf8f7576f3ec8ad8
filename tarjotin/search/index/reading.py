"""Reading the index. A snapshot is one moment of it: all questions of one answer are put to the same one."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tantivy

from tarjotin.search.index import store
from tarjotin.search.index.compiling import compiled
from tarjotin.search.index.schema import Stored, read_stored, schema
from tarjotin.search.tree import Term, Tree

log = logging.getLogger(__name__)

CHECK_EVERY_S = 1.0
MOST_OPTIONS = 2_000  # of one group, above any list we have: counts are exact
Address = tantivy.DocAddress


class IndexNotReady(Exception):
    """There is no index, or it cannot be read; the next refresh builds it anew."""


@dataclass(slots=True)
class _Opened:
    build: Path
    index: tantivy.Index
    checked_at: float


_lock = threading.Lock()
_opened: dict[Path, _Opened] = {}  # by root: at most one, the setting may change in tests


class Snapshot:
    def __init__(self, index: tantivy.Index) -> None:
        self._schema = schema()
        self._searcher = index.searcher()

    @property
    def entries(self) -> int:
        return int(self._searcher.num_docs)

    def count(self, tree: Tree) -> int:
        with engine():
            found: Any = self._searcher.search(compiled(tree, self._schema), limit=1)  # its type lacks the count
        return int(found.count)

    def best(self, tree: Tree, start: int, stop: int) -> list[Address]:
        """The matches from `start` until `stop`, best first; equals always in the same order."""
        if stop <= start:
            return []
        with engine():
            query = compiled(tree, self._schema)
            found = self._searcher.search(query, limit=stop - start, offset=start, count=False)
        return [address for _, address in found.hits]

    def scored(self, tree: Tree, limit: int) -> list[tuple[float, Address]]:
        with engine():
            return list(self._searcher.search(compiled(tree, self._schema), limit=limit, count=False).hits)

    def lowest(self, tree: Tree, field: str, start: int, stop: int) -> list[Address]:
        """The matches by a number, lowest first."""
        if stop <= start:
            return []
        with engine():
            query = compiled(tree, self._schema)
            found = self._searcher.search(
                query,
                limit=stop - start,
                offset=start,
                count=False,
                order_by_field=field,
                order=tantivy.Order.Asc,
            )
        return [address for _, address in found.hits]

    def facets(self, tree: Tree, groups: Sequence[str]) -> dict[str, dict[str, int]]:
        """Group → option → number of matches that have it."""
        if not groups:
            return {}
        asked = {
            group: {"terms": {"field": group, "size": MOST_OPTIONS, "segment_size": MOST_OPTIONS}} for group in groups
        }
        with engine():
            found = self._searcher.aggregate(compiled(tree, self._schema), asked)
        return {group: {b["key"]: int(b["doc_count"]) for b in found[group]["buckets"]} for group in groups}

    def stored(self, addresses: Sequence[Address]) -> list[Stored]:
        with engine():
            return [read_stored(self._searcher.doc(address)) for address in addresses]

    def frequency(self, term: Term) -> int:
        """How many entries hold the word."""
        with engine():
            return int(self._searcher.doc_freq(term.field, term.value))


def snapshot() -> Snapshot:
    """The index as it is now, at most a second behind. `IndexNotReady` when there is none."""
    root = store.root()
    with _lock, engine():
        opened = _opened.get(root)
        if opened is None or time.monotonic() - opened.checked_at >= CHECK_EVERY_S:
            opened = _opened_anew(root, opened)
        return Snapshot(opened.index)


def forget() -> None:
    """Look at the disk before the next answer."""
    with _lock:
        _opened.clear()


def _opened_anew(root: Path, opened: _Opened | None) -> _Opened:
    build = store.current()
    if build is None:
        _opened.clear()
        raise IndexNotReady("there is no index yet")
    if opened is None or opened.build != build:
        index = tantivy.Index.open(str(build))
        index.config_reader("manual", 0)
        opened = _Opened(build, index, 0.0)
    opened.index.reload()
    opened.checked_at = time.monotonic()
    _opened.clear()
    _opened[root] = opened
    return opened


@contextmanager
def engine() -> Iterator[None]:
    """Whatever the engine throws (also its panics, which are no `Exception`) means that the index is not ready."""
    try:
        yield
    except IndexNotReady:
        raise
    except Exception as problem:
        _give_up(problem)
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        _give_up(problem)


def _give_up(problem: BaseException) -> None:
    _opened.clear()
    log.error("the index cannot be read: %s: %s", type(problem).__name__, problem)
    raise IndexNotReady(str(problem)) from problem
