"""Reading the index. A snapshot is one moment of it: all questions of one answer are put to the same one."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import tantivy

from tarjotin.search.index import store
from tarjotin.search.index.engine import Address, IndexNotReady, most_options
from tarjotin.search.index.keeping import MOST_COUNTED, MOST_KEPT, MOST_READ, Kept, is_plain, room
from tarjotin.search.index.schema import Stored, read_stored
from tarjotin.search.tree import Everything, Term, Tree, all_of

log = logging.getLogger(__name__)

CHECK_EVERY_S = 1.0


@dataclass(slots=True)
class _Opened:
    build: Path
    index: tantivy.Index
    kept: Kept
    stamp: int = 0  # of its last commit
    checked_at: float = 0.0


_lock = threading.Lock()
_opened: dict[Path, _Opened] = {}  # by root: at most one, the setting may change in tests


class Snapshot:
    def __init__(self, index: tantivy.Index, kept: Kept) -> None:
        self._searcher = index.searcher()
        self._compiler = kept.compiler
        self._kept = kept
        self._counts: dict[Tree, int] = {}  # one answer asks for the same ones more than once

    @property
    def entries(self) -> int:
        return int(self._searcher.num_docs)

    def count(self, tree: Tree) -> int:
        """How many match. Counts without words are kept: they are asked for most."""
        counts = self._kept.counts if is_plain(tree) else self._counts
        count = counts.get(tree)
        if count is None:
            count = room(counts, MOST_COUNTED)[tree] = self._count(tree)
        return count

    def counts(self, base: Tree, trees: Sequence[Tree]) -> list[int]:
        return [self.count(all_of(base, tree)) for tree in trees]

    def _count(self, tree: Tree) -> int:
        with engine():  # every entry has one kind; counting its values scores nothing, unlike a search
            found = self._searcher.aggregate(self._compiler.query(tree), {"all": {"value_count": {"field": "kind"}}})
        return int(found["all"]["value"])

    def best(self, tree: Tree, start: int, stop: int) -> list[Address]:
        """The matches from `start` until `stop`, best first; equals always in the same order."""
        if stop <= start:
            return []
        with engine():
            query = self._compiler.query(tree)
            found = self._searcher.search(query, limit=stop - start, offset=start, count=False)
        return [_address(place) for _, place in found.hits]

    def scored(self, tree: Tree, limit: int) -> list[tuple[float, Address]]:
        with engine():
            found = self._searcher.search(self._compiler.query(tree), limit=limit, count=False)
        return [(score, _address(place)) for score, place in found.hits]

    def lowest(self, tree: Tree, field: str, start: int, stop: int) -> list[Address]:
        """The matches by a number, lowest first."""
        if stop <= start:
            return []
        with engine():
            query = self._compiler.query(tree)
            found = self._searcher.search(
                query,
                limit=stop - start,
                offset=start,
                count=False,
                order_by_field=field,
                order=tantivy.Order.Asc,
            )
        return [_address(place) for _, place in found.hits]

    def facets(self, tree: Tree, groups: Sequence[str]) -> dict[str, dict[str, int]]:
        """Group → option → number of matches that have it. Counts without words are kept."""
        if not groups:
            return {}
        if not is_plain(tree):
            return self._count_options(tree, groups)
        key, kept = (tree, tuple(groups)), self._kept.options
        counts = kept.get(key)
        if counts is None:
            counts = room(kept, MOST_KEPT)[key] = self._count_options(tree, groups)
        return {group: dict(options) for group, options in counts.items()}

    def _count_options(self, tree: Tree, groups: Sequence[str]) -> dict[str, dict[str, int]]:
        asked = {
            group: {"terms": {"field": group, "size": most, "segment_size": most}}
            for group, most in zip(groups, map(most_options, groups), strict=True)
        }
        with engine():
            found = self._searcher.aggregate(self._compiler.query(tree), asked)
        return {group: {b["key"]: int(b["doc_count"]) for b in found[group]["buckets"]} for group in groups}

    def stored(self, addresses: Sequence[Address]) -> list[Stored]:
        with engine():
            return [self._kept.read.get(address) or self._read(address) for address in addresses]

    def _read(self, address: Address) -> Stored:
        found = self._searcher.doc(tantivy.DocAddress(*cast(tuple[int, int], address)))
        row = room(self._kept.read, MOST_READ)[address] = read_stored(bytes(found.get_first("stored") or b""))
        return row

    def frequency(self, term: Term) -> int:
        """How many entries hold the word."""
        with engine():
            return int(self._searcher.doc_freq(term.field, term.value))


def _address(place: tantivy.DocAddress) -> Address:
    return place.segment_ord, place.doc


def snapshot() -> Snapshot:
    """The index as it is now, at most a second behind. `IndexNotReady` when there is none."""
    root = store.root()
    with _lock, engine():
        opened = _opened.get(root)
        if opened is None or time.monotonic() - opened.checked_at >= CHECK_EVERY_S:
            opened = _opened_anew(root, opened)
        return Snapshot(opened.index, opened.kept)


def opens(build: Path) -> bool:
    """Whether the engine can read the build: no file is missing."""
    try:
        with engine():
            index = _index(build)
            Snapshot(index, Kept.of(index)).count(Everything())
    except IndexNotReady:
        return False
    return True


def forget() -> None:
    """Look at the disk before the next answer."""
    with _lock:
        _opened.clear()


def _opened_anew(root: Path, opened: _Opened | None) -> _Opened:
    """The build in use, as of its last commit. Another process may switch builds meanwhile: then once more."""
    for again in (True, True, False):
        build = store.current()
        if build is None:
            _opened.clear()
            raise IndexNotReady("there is no index yet")
        try:
            fresh = _brought_up(build, opened)
            break
        except (OSError, ValueError):
            if not again or store.current() == build:
                raise
    fresh.checked_at = time.monotonic()
    _opened.clear()
    _opened[root] = fresh
    return fresh


def _brought_up(build: Path, opened: _Opened | None) -> _Opened:
    if opened is None or opened.build != build:
        index = _index(build)
        opened = _Opened(build, index, Kept.of(index))
    stamp = store.stamp(build)
    if stamp != opened.stamp:
        opened.index.reload()
        opened.stamp, opened.kept = stamp, Kept.of(opened.index)
    return opened


def _index(build: Path) -> tantivy.Index:
    index = tantivy.Index.open(str(build))
    index.config_reader("manual", 0)  # it is told when to look, and keeps no thread
    return index


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
