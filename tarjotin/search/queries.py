"""The one way to search: a question in, an answer out."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime

from tarjotin.common.languages import base_of
from tarjotin.common.time import to_helsinki
from tarjotin.search import (
    asking,
    counting,
    denied,
    near_misses,
    ordering,
    querying,
    ranking,
    reasons,
    walking,
    wording,
)
from tarjotin.search.index import IndexNotReady, Snapshot, snapshot
from tarjotin.search.momentary import Moment
from tarjotin.search.query import LAST_PAGE, Answer, Hit, Query
from tarjotin.search.tree import Everything, Not, Nothing, Term, Tree, Worth, all_of
from tarjotin.search.understanding import Chip
from tarjotin.words import analysis

__all__ = ["IndexNotReady", "search"]


def search(query: Query, *, language: str, now: datetime, walked: Set[bytes] = frozenset()) -> Answer:
    """What the tray has for this question, as of `now`. Raises `IndexNotReady`, which pages answer with 503.

    Pages count over all that fit and then over the maybes: the last ones hold `maybe` only. `walked` are the marks of
    entries to pass over (`walking.py`); the page is then the first one of the others.
    """
    language = base_of(language)
    now = now.replace(second=0, microsecond=0)  # equal questions within a minute are equal to the index too
    index = snapshot()
    asked = query
    query, chips = asking.understood(asked, language=language, today=to_helsinki(now).date())
    moment = Moment(now, query.near, lambda tree: index.facets(tree, ["spot"])["spot"])
    # Windows of visibility are rare: without any, every question is asked without the condition.
    visible = querying.visible(now) if index.frequency(querying.WINDOWED) else Everything()
    within = all_of(querying.within(query), denied.tree(query.denied), visible)
    meant = wording.meaning(index, query.text, visible, query.meant)
    if chips and meant.tree == Nothing():  # words that nobody knows: the criteria are left
        meant = wording.Meaning(Everything(), (), " ".join(chip.words for chip in chips))
    base = all_of(meant.tree, within)
    order = ordering.Order(
        sort=query.sort,
        wishes=(*wishes(query, chips, meant.words, language=language, now=now), *meant.lifts),
        now=now,
        near=query.near,
        browsing=not meant.words,
    )
    sure = ordering.tiers(index, all_of(base, querying.criteria(query, moment)), order)
    maybe = ordering.tiers(index, all_of(base, _maybe(query, moment)), order) if querying.has_maybes(query) else []
    total, maybe_total = (sum(tier.total for tier in tiers) for tiers in (sure, maybe))
    if not total and chips and _is_a_name(index, asked, all_of(querying.criteria(asked, moment), visible)):
        return search(replace(asked, as_written=True), language=language, now=now, walked=walked)

    pages = min(max(-(-(total + maybe_total) // query.per_page), 1), LAST_PAGE)
    page = min(max(query.page, 1), pages)
    start = (page - 1) * query.per_page
    part = walking.part(index, sure, maybe, start=start, size=query.per_page, walked=walked)
    hits = reasons.hits(index, part.addresses, query, moment, meant.words)
    close: tuple[Hit, ...] = ()
    if not total + maybe_total:
        close = near_misses.near_misses(index, query, moment, base, order, meant.words)
    facets, unknown = counting.facets(index, query, moment, base)
    return Answer(
        total=total,
        hits=hits[: part.sure],
        page=page,
        pages=pages,
        facets=facets,
        unknown=unknown,
        chips=chips,
        asked=query,
        maybe_total=maybe_total,
        maybe=hits[part.sure :],
        more=part.more,
        relaxations=counting.relaxations(index, query, moment, meant.tree, within, total),
        close=close,
        corrected=meant.corrected,
    )


def _is_a_name(index: Snapshot, asked: Query, within: Tree) -> bool:
    """Whether what was read as criteria is the name of something: "Kaikukortti", "Sunnuntaikahvila"."""
    words = analysis.question_words(asked.text)
    named = all_of(*map(ranking.in_name, words), querying.within(asked), within)
    return bool(words) and index.count(named) > 0


def wishes(
    query: Query, chips: Sequence[Chip], words: Sequence[str], *, language: str, now: datetime
) -> tuple[Tree, ...]:
    """What everybody wishes, and what the words of the question wish for beyond what they ask."""
    near_is_said = any(chip.group == "from" for chip in chips)
    common = ranking.wishes(language=language, near=query.near, now=now, near_is_said=near_is_said)
    said = ranking.said([chip.words for chip in chips if not chip.negated])
    if not words and not chips:
        return common
    said += [Worth(Term("audience", "families"), ranking.SAID)] if query.options("children") else []
    codes = [each.code for each in query.meant]
    return (*common, *said, *ranking.parts_said(words), *ranking.of_its_kind(codes), ranking.for_who_asks(codes))


def _maybe(query: Query, moment: Moment) -> Tree:
    """What fits every told fact, but where a chosen one is not told."""
    strict, lenient = querying.criteria(query, moment), querying.criteria(query, moment, lenient=True)
    return lenient if strict == Nothing() else all_of(lenient, Not(strict))
