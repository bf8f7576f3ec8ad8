"""Why each hit was found: in which part of it a word stands, and each chosen criterion it meets or leaves open."""

from __future__ import annotations

from collections.abc import Sequence

from tarjotin.common.distance import Point, walking_metres
from tarjotin.search import ranking
from tarjotin.search.document import MAYBE_GROUPS, UNKNOWN
from tarjotin.search.index import Address, Snapshot
from tarjotin.search.index.schema import Stored
from tarjotin.search.query import GROUPS, Hit, Query, Reason
from tarjotin.search.tree import Term, all_of, any_of

MOST_EXPLAINED = 5  # words


def hits(index: Snapshot, addresses: Sequence[Address], query: Query, words: Sequence[str]) -> tuple[Hit, ...]:
    rows = index.stored(addresses)
    matched = _matched(index, addresses, rows, words)
    return tuple(
        Hit(row.kind, row.id, (*found, *_criteria(row, query)), _on_foot(row, query.near))
        for row, found in zip(rows, matched, strict=True)
    )


def _matched(
    index: Snapshot, addresses: Sequence[Address], rows: Sequence[Stored], words: Sequence[str]
) -> list[list[Reason]]:
    """Each word once a hit, in the most telling part that holds it."""
    found: dict[Address, list[Reason]] = {each: [] for each in addresses}
    here = any_of(*(Term("id", str(row.id)) for row in rows))
    for word in words[:MOST_EXPLAINED] if rows else ():
        left = set(found)
        for part in ranking.PARTS:
            keys = left.intersection(index.best(all_of(here, ranking.word_in(part, word)), 0, len(rows)))
            for key in keys:
                found[key].append(Reason("word", part, word))
            left -= keys
            if not left:
                break
    return list(found.values())


def _criteria(row: Stored, query: Query) -> list[Reason]:
    reasons = []
    for group in GROUPS:
        asked = query.options(group)
        has = _options(row, group, query)
        met = [option for option in asked if option in has]
        if met:
            reasons += [Reason("criterion", group, option) for option in met]
        elif asked and group in MAYBE_GROUPS:
            reasons.append(Reason("criterion", group, unknown=True))
    return reasons


def _options(row: Stored, group: str, query: Query) -> set[str]:
    """What the entry tells of the group; of weekday and time only what fits the other one."""
    if group == "kind":
        return {row.kind}
    if group not in ("weekday", "time"):
        return set(row.options.get(group, ()))
    days, times = query.options("weekday"), query.options("time")
    pairs = [each.split("-", 1) for each in row.slots]
    sure = [(d, t) for d, t in pairs if (not days or d in days) and (not times or t in times)]
    also = [(d, t) for d, t in pairs if (not days or d in (*days, UNKNOWN)) and (not times or t in (*times, UNKNOWN))]
    return {pair[0] if group == "weekday" else pair[1] for pair in sure or also}


def _on_foot(row: Stored, near: Point | None) -> int | None:
    if near is None or not row.points:
        return None
    return round(min(walking_metres(near, point) for point in row.points))
