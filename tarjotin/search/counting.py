"""How many: of each option with the other groups kept, and without each criterion when little was found."""

from __future__ import annotations

from collections.abc import Sequence

from tarjotin.common.distance import DETOUR
from tarjotin.search import circle, querying
from tarjotin.search.document import TIMES, UNKNOWN, WEEKDAYS
from tarjotin.search.index import Snapshot
from tarjotin.search.momentary import LOCATED, Moment, on_foot
from tarjotin.search.query import CRITERIA, GROUPS, MOMENTARY, Query, Relaxation
from tarjotin.search.tree import Not, Term, Tree, Worth, all_of, any_of

RELAX_BELOW = 3


def facets(
    index: Snapshot, query: Query, moment: Moment, base: Tree
) -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """Group → option → how many it would leave; and group → how many do not tell it.

    `base` is the question without its criteria.
    """
    paired = [group for group, other in querying.PAIRED.items() if query.options(other) or query.options("when")]
    open_groups = [group for group in GROUPS if not query.options(group) and group not in paired]
    one_by_one = [g for g in CRITERIA if g in MOMENTARY or (g in paired and query.options("when"))]
    one_by_one.remove("distance")
    found = index.facets(all_of(base, querying.criteria(query, moment)), open_groups)
    found |= _one_by_one(index, query, moment, base, one_by_one)
    found["distance"] = _distances(index, query, moment, base)
    for group in (group for group in GROUPS if group not in one_by_one):
        if group in paired:
            found[group] = _slots(index, query, moment, base, group)
        elif query.options(group):
            found |= index.facets(all_of(base, querying.criteria(query, moment, without=group)), [group])
    known = {group: {o: n for o, n in found[group].items() if o != UNKNOWN} for group in CRITERIA if group != "age"}
    return known, {group: n for group in known if (n := found[group].get(UNKNOWN, 0))}


def _one_by_one(
    index: Snapshot, query: Query, moment: Moment, base: Tree, groups: Sequence[str]
) -> dict[str, dict[str, int]]:
    """Each option as if it were chosen: what the index holds no values of, and days with times of day."""
    asked = [(group, option) for group in groups for option in _ALL.get(group) or moment.counted(group)]
    trees = [querying.criteria(query.choosing(group, option), moment) for group, option in asked]
    counts: dict[str, dict[str, int]] = {group: {} for group in groups}
    for (group, option), count in zip(asked, index.counts(base, trees), strict=True):
        if count:
            counts[group][option] = count
    return counts


def _distances(index: Snapshot, query: Query, moment: Moment, base: Tree) -> dict[str, int]:
    """All distances at once: how many entries stand at each point near by, and how far that is."""
    if moment.near is None:
        return {}
    rest = all_of(base, querying.criteria(query, moment, without="distance"))
    most = {option: on_foot(option) for option in MOMENTARY["distance"]}
    near_by = Worth(circle.box(moment.near, max(most.values()) / DETOUR), 0.0)
    there = index.facets(all_of(rest, near_by), ["spots"])["spots"]
    ways = [(round(circle.nearest(moment.near, spots) * DETOUR), count) for spots, count in there.items()]
    counts = {option: sum(count for way, count in ways if way <= metres) for option, metres in most.items()}
    counts[UNKNOWN] = index.count(all_of(rest, Not(LOCATED)))
    return {option: count for option, count in counts.items() if count}


def _slots(index: Snapshot, query: Query, moment: Moment, base: Tree, group: str) -> dict[str, int]:
    """Weekdays when times are chosen, and the other way round: each pair is asked for together."""
    rest = all_of(base, querying.criteria(query.without("weekday").without("time"), moment))
    other = querying.PAIRED[group]
    others = [option for option in query.options(other) if option in _ALL[other]]
    if len(others) == 1:
        counts = index.facets(rest, ["slot"])["slot"]
        return {option: n for option in _ALL[group] if (n := counts.get(_slot(group, option, others[0])))}
    trees = {option: any_of(*(Term("slot", _slot(group, option, o)) for o in others)) for option in _ALL[group]}
    return {option: n for option, tree in trees.items() if (n := index.count(all_of(rest, Worth(tree, 0.0))))}


_ALL = {"weekday": (*WEEKDAYS, UNKNOWN), "time": (*TIMES, UNKNOWN)}


def _slot(group: str, option: str, other: str) -> str:
    return f"{option}-{other}" if group == "weekday" else f"{other}-{option}"


def relaxations(
    index: Snapshot, query: Query, moment: Moment, words: Tree, within: Tree, total: int
) -> tuple[Relaxation, ...]:
    """What more would be found without one group, or without the words; only when there is little."""
    if total >= RELAX_BELOW:
        return ()
    groups = [group for group in CRITERIA if query.options(group)]
    base = all_of(words, within)
    counts = [(group, index.count(all_of(base, querying.criteria(query, moment, without=group)))) for group in groups]
    if query.text:
        counts.append(("", index.count(all_of(within, querying.criteria(query, moment)))))
    return tuple(Relaxation(group, count) for group, count in counts if count > total)
