"""The one way to search: a question in, an answer out."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime

from tarjotin.common.time import to_helsinki
from tarjotin.search import asking, counting, near_misses, ordering, querying, ranking, reasons, walking, wording
from tarjotin.search.index import IndexNotReady, snapshot
from tarjotin.search.momentary import Moment
from tarjotin.search.query import LAST_PAGE, Answer, Hit, Query
from tarjotin.search.tree import Everything, Not, Nothing, Tree, all_of
from tarjotin.search.understanding import Chip

__all__ = ["IndexNotReady", "search"]


def search(query: Query, *, language: str, now: datetime, walked: Set[bytes] = frozenset()) -> Answer:
    """What the tray has for this question, as of `now`. Raises `IndexNotReady`, which pages answer with 503.

    Pages count over all that fit and then over the maybes: the last ones hold `maybe` only. `walked` are the marks of
    entries to pass over (`walking.py`); the page is then the first one of the others.
    """
    now = now.replace(second=0, microsecond=0)  # equal questions within a minute are equal to the index too
    index = snapshot()
    query, chips = asking.understood(query, language=language, today=to_helsinki(now).date())
    moment = Moment(now, query.near, lambda tree: index.facets(tree, ["spot"])["spot"])
    # Windows of visibility are rare: without any, every question is asked without the condition.
    visible = querying.visible(now) if index.frequency(querying.WINDOWED) else Everything()
    within = all_of(querying.within(query), visible)
    meant = wording.meaning(index, query.text, visible, query.meant)
    base = all_of(meant.tree, within)
    order = ordering.Order(
        sort=query.sort,
        wishes=wishes(query, chips, meant.words, language=language, now=now),
        now=now,
        near=query.near,
        browsing=not meant.words,
    )
    sure = ordering.tiers(index, all_of(base, querying.criteria(query, moment)), order)
    maybe = ordering.tiers(index, all_of(base, _maybe(query, moment)), order) if querying.has_maybes(query) else []
    total, maybe_total = (sum(tier.total for tier in tiers) for tiers in (sure, maybe))

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


def wishes(
    query: Query, chips: Sequence[Chip], words: Sequence[str], *, language: str, now: datetime
) -> tuple[Tree, ...]:
    """What everybody wishes, and what the words of the question wish for beyond what they ask."""
    near_is_said = any(chip.group == "from" for chip in chips)
    common = ranking.wishes(language=language, near=query.near, now=now, near_is_said=near_is_said)
    said = ranking.said([chip.words for chip in chips if not chip.negated])
    if not words:
        return (*common, *said)
    return (*common, *said, *ranking.parts_said(words), ranking.for_who_asks([each.code for each in query.meant]))


def _maybe(query: Query, moment: Moment) -> Tree:
    """What fits every told fact, but where a chosen one is not told."""
    strict, lenient = querying.criteria(query, moment), querying.criteria(query, moment, lenient=True)
    return lenient if strict == Nothing() else all_of(lenient, Not(strict))
