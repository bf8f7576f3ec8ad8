"""Suggestions: a few entries that fit a situation, each with why, what nobody tells, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tarjotin.search import open_hours, querying, suggested
from tarjotin.search.index import IndexNotReady, Snapshot, snapshot
from tarjotin.search.index.schema import Stored
from tarjotin.search.query import Hit, Reason
from tarjotin.search.recommending import candidates
from tarjotin.search.recommending.answering import topics
from tarjotin.search.recommending.choosing import chosen
from tarjotin.search.recommending.needs import Needs, Tried
from tarjotin.search.recommending.scoring import Scored, scored
from tarjotin.search.recommending.suggestion import Ask, Fact, Suggestion
from tarjotin.search.recommending.verdicts import is_allowed
from tarjotin.search.tree import Everything, Worth, all_of

__all__ = ["Ask", "Fact", "IndexNotReady", "Needs", "Suggestion", "Tried", "recommend"]


def recommend(needs: Needs, *, now: datetime) -> tuple[Suggestion, ...]:
    """Three to seven, as far as there are, an easy first step among them. Raises `IndexNotReady` as `search` does."""
    index = snapshot()
    rows = [row for row in _found(index, needs, now) if is_allowed(row, needs)]
    refused = suggested.refused(rows, needs)
    names = suggested.names(rows)
    entries = [scored(row, names.get(row.id, ""), needs, now) for row in rows if row.id not in refused]
    found = chosen(entries, is_wanted=bool(topics(needs)))
    asks = suggested.asks([each.row for each in found])
    return tuple(_suggestion(each, asks.get(each.row.id)) for each in found)


def _found(index: Snapshot, needs: Needs, now: datetime) -> list[Stored]:
    """Each entry that could be suggested, once."""
    visible = querying.visible(now) if index.frequency(querying.WINDOWED) else Everything()
    if needs.open_now:
        visible = all_of(visible, Worth(open_hours.open_at(now), 0.0))
    addresses = (
        address for tree, most in candidates.questions(needs, visible, now) for address in index.best(tree, 0, most)
    )
    return index.stored(list(dict.fromkeys(addresses)))


def _suggestion(each: Scored, ask: Ask | None) -> Suggestion:
    hit = Hit(each.row.kind, each.row.id, tuple(_reasons(each)), each.metres)
    return Suggestion(hit, each.reasons, each.doubts, each.differs, each.first_step, ask)


def _reasons(each: Scored) -> Iterator[Reason]:
    """The same facts as a list of hits shows them."""
    for fact in each.reasons:
        if fact.code in candidates.CONCEPTUAL:
            yield from (Reason("concept", value=code) for code in fact.values[-1:])
        elif fact.code not in ("distance", "when", "soon"):
            yield from (Reason("criterion", fact.code, value) for value in fact.values)
