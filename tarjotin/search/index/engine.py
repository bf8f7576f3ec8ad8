"""What an engine answers: the one face of every backend towards the search. A backend may hand out any addresses."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tarjotin.search.index.schema import Stored
from tarjotin.search.tree import Term, Tree

Address = Hashable  # of an entry, in one snapshot; equal and hashable, otherwise opaque
Progress = Callable[[str, int, int | None], None]


MOST_OPTIONS, MOST_SPOTS = 2_000, 50_000  # above any list we have: counts are exact


def most_options(group: str) -> int:
    return MOST_SPOTS if group in ("spot", "spots") else MOST_OPTIONS


class IndexNotReady(Exception):
    """There is no index, or it cannot be read; the next refresh builds it anew."""


@dataclass(frozen=True, slots=True)
class Status:
    """Whether it can be read, how many entries it holds, and how many changes it has still to hear of."""

    ready: bool
    entries: int
    behind: int


class Snapshot(Protocol):
    """One moment of the index: all questions of one answer are put to the same one."""

    @property
    def entries(self) -> int: ...

    def count(self, tree: Tree) -> int: ...

    def counts(self, base: Tree, trees: Sequence[Tree]) -> list[int]:
        """How many of those that match `base` match each of the trees: one question where that costs less."""

    def best(self, tree: Tree, start: int, stop: int) -> list[Address]:
        """The matches from `start` until `stop`, best first; equals always in the same order."""

    def scored(self, tree: Tree, limit: int) -> list[tuple[float, Address]]:
        """As `best`, with their scores."""

    def lowest(self, tree: Tree, field: str, start: int, stop: int) -> list[Address]:
        """The matches by a number, lowest first."""

    def facets(self, tree: Tree, groups: Sequence[str]) -> dict[str, dict[str, int]]:
        """Group → option → number of matches that have it."""

    def stored(self, addresses: Sequence[Address]) -> list[Stored]: ...

    def frequency(self, term: Term) -> int:
        """How many entries hold the word."""


class Backend(Protocol):
    """What a module of an engine offers."""

    def snapshot(self) -> Snapshot: ...

    def status(self) -> Status: ...

    def refresh(self, progress: Progress | None = None, *, now: datetime | None = None) -> int: ...

    def rebuild(self, progress: Progress | None = None, *, now: datetime | None = None) -> int: ...

    def forget(self) -> None: ...
