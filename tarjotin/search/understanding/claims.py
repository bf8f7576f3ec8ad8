"""A claim: some words of a question say a criterion. Every word is claimed once; who comes first has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from tarjotin.common.distance import Point


@dataclass(frozen=True, slots=True)
class Claim:
    """The words from `start` up to `stop`; `near` when they name a place to start from."""

    group: str
    options: tuple[str, ...]
    start: int
    stop: int
    negated: bool = False
    near: Point | None = None

    @property
    def span(self) -> range:
        return range(self.start, self.stop)


class Spanning(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def stop(self) -> int: ...


def taken(claims: Iterable[Spanning]) -> frozenset[int]:
    """The places of all words that claims, or matches, cover."""
    return frozenset(at for claim in claims for at in range(claim.start, claim.stop))


def runs(free: Iterable[int]) -> list[list[int]]:
    """Numbers side by side, together: 0 1 4 5 → [0 1] [4 5]."""
    found: list[list[int]] = []
    for at in sorted(free):
        if found and found[-1][-1] == at - 1:
            found[-1].append(at)
        else:
            found.append([at])
    return found
