"""Why each hit was found: in which part of it a word stands, and each chosen criterion it meets or leaves open."""

from __future__ import annotations

from collections.abc import Sequence

from tarjotin.common.distance import Point, walking_metres
from tarjotin.search import ranking
from tarjotin.search.document import MAYBE_GROUPS, UNKNOWN
from tarjotin.search.index import Address, Snapshot
from tarjotin.search.index.schema import Stored
from tarjotin.search.momentary import Moment
from tarjotin.search.query import GROUPS, MOMENTARY, Hit, Query, Reason
from tarjotin.search.tree import Term, all_of, any_of
from tarjotin.words import analysis
from tarjotin.words.thesaurus import ancestors

MOST_EXPLAINED = 5  # words
Told = dict[str, set[str]]  # chosen group → options, of one entry


def hits(
    index: Snapshot, addresses: Sequence[Address], query: Query, moment: Moment, words: Sequence[str]
) -> tuple[Hit, ...]:
    rows = index.stored(addresses)
    matched = _matched(index, addresses, rows, words)
    momentary = _momentary(index, addresses, rows, query, moment)
    told = [_told(row, query) | momentary[address] for row, address in zip(rows, addresses, strict=True)]
    return tuple(
        Hit(
            row.kind,
            row.id,
            (*found, *_concepts(row, query, found), *_criteria(has, query)),
            _on_foot(row, query.near),
            _unmet(has, query),
        )
        for row, found, has in zip(rows, matched, told, strict=True)
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


def _concepts(row: Stored, query: Query, found: Sequence[Reason]) -> list[Reason]:
    """The concepts named that it is about, a kind of or speaks of, unless its words say so; of a need what helps, and
    of anything else what is related, when it is not that itself."""
    said = {reason.value for reason in found}
    asked = dict.fromkeys(each.code for each in query.meant if not {*analysis.words(each.words)} <= said)
    about = {*row.topics, *(above for code in row.topics for above in ancestors(code)), *row.mentions}
    named = [code for code in asked if code in about]
    helps = [code for each in asked for code in ranking.near_to(each, reach=ranking.NEARBY) if code in row.topics]
    helps = helps if not named or any(map(ranking.is_need, asked)) else []
    return [Reason("concept", value=code) for code in dict.fromkeys((*named, *helps))]


def _told(row: Stored, query: Query) -> Told:
    return {group: _options(row, group, query) for group in GROUPS if query.options(group)}


def _momentary(
    index: Snapshot, addresses: Sequence[Address], rows: Sequence[Stored], query: Query, moment: Moment
) -> dict[Address, Told]:
    """What each tells of the criteria of the moment, which the index is asked for."""
    found: dict[Address, Told] = {each: {} for each in addresses}
    here = any_of(*(Term("id", str(row.id)) for row in rows))
    for group in [group for group in MOMENTARY if query.options(group) and rows]:
        lenient = moment.group(group, query, lenient=True)
        open_ = set(index.best(all_of(here, lenient), 0, len(rows)))
        for option in [each for each in query.options(group) if each != UNKNOWN]:
            asked = moment.group(group, query.choosing(group, option))
            for each in index.best(all_of(here, asked), 0, len(rows)):
                found[each].setdefault(group, set()).add(option)
        for each, told in found.items():
            told.setdefault(group, {UNKNOWN} if each in open_ else set())
    return found


def _unmet(told: Told, query: Query) -> tuple[str, ...]:
    """The chosen groups that it tells to be otherwise."""
    return tuple(group for group, has in told.items() if not has & {*query.options(group), UNKNOWN})


def _criteria(told: Told, query: Query) -> list[Reason]:
    reasons = []
    for group, has in told.items():
        met = [option for option in query.options(group) if option in has and option != UNKNOWN]
        if met:
            reasons += [Reason("criterion", group, option) for option in met]
        elif UNKNOWN in has and (group in MAYBE_GROUPS or group in MOMENTARY):
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
    return {pair[0] if group == "weekday" else pair[1] for pair in sure or also or pairs}


def _on_foot(row: Stored, near: Point | None) -> int | None:
    if near is None or not row.points:
        return None
    return round(min(walking_metres(near, point) for point in row.points))
