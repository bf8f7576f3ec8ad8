"""In which order matches come: tiers one after the other, each paged by the engine or put in exact order here.

Cancelled and past entries are the last tier, whatever is asked. Equal questions get equal order, so pages fit together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from math import inf

from tarjotin.common.distance import Point, metres_between
from tarjotin.search import circle, ranking
from tarjotin.search.document import HORIZON
from tarjotin.search.index import Address, Snapshot
from tarjotin.search.index.schema import Stored
from tarjotin.search.tree import Not, Range, Tree, Wished, Worth, all_of, one_of

FIRST_WINDOW_S = 1_800
FIRST_RADIUS_M = 150.0
LAST_RADIUS_M = 40_000.0  # holds the whole region
GROWTH = 2  # four times the area, and so about four times as many to measure at most
FEW = 100  # measured one by one at once
LOCATED = Range("lat", -90.0, 90.0)


@dataclass(frozen=True, slots=True)
class Tier:
    """Entries that belong together in the order: how many, and those from one position until another."""

    total: int
    take: Callable[[int, int], list[Address]]


@dataclass(frozen=True, slots=True)
class Order:
    """How the asker wants it. `browsing`: there are no words whose match could decide."""

    sort: str
    wishes: tuple[Tree, ...]
    now: datetime
    near: Point | None = None
    browsing: bool = False

    @property
    def now_s(self) -> int:
        return int(self.now.timestamp())


def take(tiers: Sequence[Tier], start: int, stop: int) -> list[Address]:
    """The entries from one position until another, counted over all tiers."""
    found: list[Address] = []
    for tier in tiers:
        if start < tier.total and stop > 0:
            found += tier.take(max(start, 0), min(stop, tier.total))
        start, stop = start - tier.total, stop - tier.total
    return found


def tiers(index: Snapshot, tree: Tree, order: Order) -> list[Tier]:
    going_on = Worth(Range("last_end", order.now_s), 0.0)
    found = _live(index, all_of(tree, going_on), order)
    total = index.count(tree) - sum(tier.total for tier in found)
    return [*found, Tier(total, _relevance(index, all_of(tree, Not(going_on)), order))]


def _live(index: Snapshot, tree: Tree, order: Order) -> list[Tier]:
    if order.sort == "soonest":
        horizon = order.now_s + int(HORIZON.total_seconds())
        first, rest = _parted(tree, Range("starts", order.now_s, horizon))
        return [_by_start(index, first, order), _by_relevance(index, rest, order)]
    if order.sort == "nearest" and order.near:
        first, rest = _parted(tree, LOCATED)
        return [_by_distance(index, first, order.near), _by_relevance(index, rest, order)]
    if order.sort == "cheapest":
        free, others = _parted(tree, Range("cents", 0, 0))
        paid, untold = _parted(others, Range("cents", 1))
        by_price = Tier(index.count(paid), partial(index.lowest, paid, "cents"))
        return [_by_relevance(index, free, order), by_price, _by_relevance(index, untold, order)]
    return [_by_relevance(index, tree, order, spread=order.browsing)]


def _parted(tree: Tree, condition: Tree) -> tuple[Tree, Tree]:
    """Those that meet the condition, and the others."""
    return all_of(tree, Worth(condition, 0.0)), all_of(tree, Not(condition))


def _by_relevance(index: Snapshot, tree: Tree, order: Order, *, spread: bool = False) -> Tier:
    return Tier(index.count(tree), _relevance(index, tree, order, spread=spread))


def _relevance(
    index: Snapshot, tree: Tree, order: Order, *, spread: bool = False
) -> Callable[[int, int], list[Address]]:
    wished = Wished(tree, order.wishes)
    return partial(_spread, index, wished, order) if spread else partial(index.best, wished)


def _spread(index: Snapshot, tree: Tree, order: Order, start: int, stop: int) -> list[Address]:
    """The first entries among themselves: sooner before later, and no organiser fills the page."""
    if start >= ranking.WINDOW:
        return index.best(tree, start, stop)
    scored = index.scored(tree, ranking.WINDOW)
    rows = index.stored([address for _, address in scored])
    keyed = [
        (-round(score, 3), _start(row, order.now_s), at, row.organisation, address)
        for at, ((score, address), row) in enumerate(zip(scored, rows, strict=True))
    ]
    ordered = sorted(keyed, key=lambda entry: entry[:3])
    first = [entry[4] for entry in ranking.spread(ordered, lambda entry: entry[3])]
    return first[start:stop] + index.best(tree, ranking.WINDOW, stop)


def _start(row: Stored, now: int) -> float:
    """When the next session begins; never, for what has none."""
    return min((start for start in row.starts if start >= now), default=float("inf"))


def _by_start(index: Snapshot, tree: Tree, order: Order) -> Tier:
    """By the next start, also when the index was written hours ago: it holds all starts for weeks."""
    now = order.now_s
    lengths = _growing(FIRST_WINDOW_S, HORIZON.total_seconds())
    windows = [(seconds, Range("starts", now, now + int(seconds))) for seconds in lengths]
    return _exact(index, tree, windows, lambda row: _start(row, now) - now)


def _by_distance(index: Snapshot, tree: Tree, near: Point) -> Tier:
    """Points are measured, not entries: those of the nearest points are as many as are wanted, wherever one asks."""

    def take(start: int, stop: int) -> list[Address]:
        spots, count = _near_spots(index, tree, near, stop)
        addresses = index.best(all_of(tree, Worth(one_of("spots", spots), 0.0)), 0, count)
        rows = index.stored(addresses)
        measured = [(_nearest(near, row), row.id, address) for row, address in zip(rows, addresses, strict=True)]
        return [address for _, _, address in sorted(measured, key=lambda each: each[:2])[start:stop]]

    return Tier(index.count(tree), take)


def _near_spots(index: Snapshot, tree: Tree, near: Point, wanted: int) -> tuple[list[str], int]:
    """The nearest points with so many entries or all, none nearer left out, and how many entries they have."""
    found: list[str] = []
    count = 0
    for radius in (*_growing(FIRST_RADIUS_M, LAST_RADIUS_M), inf):
        window = circle.box(near, radius) if radius < inf else LOCATED
        there = index.facets(all_of(tree, Worth(window, 0.0)), ["spots"])["spots"]
        ways = sorted((circle.nearest(near, spots), spots) for spots in there)
        found, count, last = [], 0, 0.0
        for way, spots in ways:
            if way > radius or (count >= wanted and way > last):
                break
            found, count, last = [*found, spots], count + there[spots], way
        if count >= wanted:
            break
    return found, count


def _nearest(near: Point, row: Stored) -> float:
    return min((metres_between(near, point) for point in row.points), default=float("inf"))


def _exact(
    index: Snapshot,
    tree: Tree,
    windows: Sequence[tuple[float, Tree]],
    measure: Callable[[Stored], float],
) -> Tier:
    """Widen the window until it holds enough, then measure those few exactly. Few in all need no narrow window."""
    total = index.count(tree)

    def take(start: int, stop: int) -> list[Address]:
        for limit, window in windows[-1:] if total <= FEW else windows:
            is_last = window is windows[-1][1]
            inside = all_of(tree, Worth(window, 0.0))
            count = total if is_last else index.count(inside)
            if count < stop and not is_last:
                continue
            addresses = index.best(inside, 0, count)
            rows = index.stored(addresses)
            measured = [(measure(row), row.id, address) for row, address in zip(rows, addresses, strict=True)]
            exact = sorted((each for each in measured if each[0] <= limit), key=lambda each: each[:2])
            if len(exact) >= stop or is_last:
                return [address for _, _, address in exact[start:stop]]
        return []

    return Tier(total, take)


def _growing(first: float, last: float) -> Iterator[float]:
    while first < last:
        yield first
        first *= GROWTH
    yield last
