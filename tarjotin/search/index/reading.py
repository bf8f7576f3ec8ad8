"""Reading the index. A snapshot is one moment of it: all questions of one answer are put to the same one."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import tantivy

from tarjotin.search.index import store
from tarjotin.search.index.compiling import Compiler
from tarjotin.search.index.engine import Address, IndexNotReady
from tarjotin.search.index.schema import Stored, read_stored, schema
from tarjotin.search.tree import AllOf, AnyOf, Everything, Not, OneOf, Term, Tree, Worth

log = logging.getLogger(__name__)

CHECK_EVERY_S = 1.0
MOST_OPTIONS = 2_000  # of one group, above any list we have: counts are exact
MOST_KEPT = 500  # counts of options
_Counted = dict[tuple[Tree, tuple[str, ...]], dict[str, dict[str, int]]]


@dataclass(slots=True)
class _Opened:
    build: Path
    index: tantivy.Index
    stamp: int = 0  # of its last commit
    checked_at: float = 0.0
    counted: _Counted = field(default_factory=dict)


_lock = threading.Lock()
_opened: dict[Path, _Opened] = {}  # by root: at most one, the setting may change in tests


class Snapshot:
    def __init__(self, index: tantivy.Index, counted: _Counted) -> None:
        self._compiler = Compiler(schema())
        self._searcher = index.searcher()
        self._counted = counted

    @property
    def entries(self) -> int:
        return int(self._searcher.num_docs)

    def count(self, tree: Tree) -> int:
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
        """Group → option → number of matches that have it. Counts without words are kept: they are asked for most."""
        if not groups:
            return {}
        if not _is_plain(tree):
            return self._count_options(tree, groups)
        key = (tree, tuple(groups))
        counts = self._counted.get(key)
        if counts is None:
            if len(self._counted) >= MOST_KEPT:
                self._counted.clear()
            counts = self._counted[key] = self._count_options(tree, groups)
        return {group: dict(options) for group, options in counts.items()}

    def _count_options(self, tree: Tree, groups: Sequence[str]) -> dict[str, dict[str, int]]:
        asked = {
            group: {"terms": {"field": group, "size": MOST_OPTIONS, "segment_size": MOST_OPTIONS}} for group in groups
        }
        with engine():
            found = self._searcher.aggregate(self._compiler.query(tree), asked)
        return {group: {b["key"]: int(b["doc_count"]) for b in found[group]["buckets"]} for group in groups}

    def stored(self, addresses: Sequence[Address]) -> list[Stored]:
        with engine():
            places = [tantivy.DocAddress(*cast(tuple[int, int], address)) for address in addresses]
            return [read_stored(bytes(self._searcher.doc(place).get_first("stored") or b"")) for place in places]

    def frequency(self, term: Term) -> int:
        """How many entries hold the word."""
        with engine():
            return int(self._searcher.doc_freq(term.field, term.value))


def _address(place: tantivy.DocAddress) -> Address:
    return place.segment_ord, place.doc


def _is_plain(tree: Tree) -> bool:
    """Criteria only: no words, no moment that is another with every question."""
    match tree:
        case Everything() | Term() | OneOf():
            return True
        case AllOf(parts) | AnyOf(parts):
            return all(map(_is_plain, parts))
        case Worth(part) | Not(part):
            return _is_plain(part)
        case _:
            return False


def snapshot() -> Snapshot:
    """The index as it is now, at most a second behind. `IndexNotReady` when there is none."""
    root = store.root()
    with _lock, engine():
        opened = _opened.get(root)
        if opened is None or time.monotonic() - opened.checked_at >= CHECK_EVERY_S:
            opened = _opened_anew(root, opened)
        return Snapshot(opened.index, opened.counted)


def opens(build: Path) -> bool:
    """Whether the engine can read the build: no file is missing."""
    try:
        with engine():
            Snapshot(_index(build), {}).count(Everything())
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
        opened = _Opened(build, _index(build))
    stamp = store.stamp(build)
    if stamp != opened.stamp:
        opened.index.reload()
        opened.stamp, opened.counted = stamp, {}
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
