"""The questions put to the index: what could be suggested at all. Scores here only say what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tarjotin.search import ranking
from tarjotin.search.document import MAYBE_GROUPS, UNKNOWN
from tarjotin.search.query import GROUPS
from tarjotin.search.recommending import answering, first_steps, weights
from tarjotin.search.recommending.needs import Needs
from tarjotin.search.recommending.verdicts import OPEN
from tarjotin.search.tree import AllOf, Best, Boosted, Not, Nothing, Range, Term, Tree, Wished, Worth, all_of, any_of
from tarjotin.words import analysis
from tarjotin.words.thesaurus import Criterion

MOST_LOOKED_AT = 120  # entries for each thing wanted, and for the first step
NOT_ACTIVITIES = (Term("kind", "service"), Term("kind", "place"))  # which have no word for most groups
HELPFUL = 0.6  # of what is about the wanted thing itself
CONCEPTUAL = ("about", "narrower", "helps", "akin", "mentions")  # the last of their values is what it is about


def questions(needs: Needs, visible: Tree, now: datetime) -> Iterator[tuple[Tree, int]]:
    """One for each thing wanted, one for the first step; one for everything when nothing is wanted."""
    base = all_of(visible, Worth(Range("last_end", int(now.timestamp())), 0.0), _limits(needs))
    liked = _liked(needs)
    wanted = answering.topics(needs)
    for code in wanted:
        yield Wished(all_of(_about(code), base), liked), MOST_LOOKED_AT
    if not wanted:
        yield Wished(base, liked), 2 * MOST_LOOKED_AT
    yield Wished(all_of(_first_steps(), base), liked), MOST_LOOKED_AT


def _limits(needs: Needs) -> Tree:
    """As far as the index can tell: tags that nobody gave, and groups where more may hold than is told, come later."""
    told = [each for each in needs.must_not_be_denied if each.group in MAYBE_GROUPS and each.group not in OPEN]
    rejected = [Term("id", str(each)) for each in sorted(needs.rejected)]
    return all_of(
        *(Worth(_meets(each), 0.0) for each in needs.must_hold),
        *(Worth(any_of(_meets(each), Term(each.group, UNKNOWN), *NOT_ACTIVITIES), 0.0) for each in told),
        *(
            []
            if needs.age is None
            else [Not(Range("min_age", needs.age + 1)), Not(Range("max_age", None, needs.age - 1))]
        ),
        *([Not(any_of(*rejected))] if rejected else []),
    )


def _meets(asked: Criterion) -> Tree:
    known = [option for option in asked.options if analysis.clean(option) == option and option != UNKNOWN]
    return any_of(*(Term(asked.group, option) for option in known)) if asked.group in GROUPS else Nothing()


def _about(code: str) -> Tree:
    """What is about it, in whatever way, or about what helps."""
    ways = [ranking.named((code,), exact=True), Worth(Term("need", code), weights.ABOUT)]
    ways += [Worth(Term("audience", each), weights.FOR) for each in answering.audiences(code)]
    for each in answering.helping(code):
        ways += [Boosted(ranking.named((each,), exact=True), HELPFUL), Worth(Term("need", each), weights.HELPS)]
    return Best(tuple(ways))


def _liked(needs: Needs) -> tuple[Tree, ...]:
    """What stands higher among the many."""
    liked = [Worth(_meets(each), weights.WISHES.get(each.group, weights.WISH)) for each in answering.wishes(needs)]
    if needs.language:
        liked.append(Worth(_meets(Criterion("language", (needs.language,))), weights.OWN_LANGUAGE))
    suiting = (Criterion("weekday", needs.weekdays), Criterion("time", needs.times))
    liked += [Worth(_meets(each), weights.SUITING_TIME) for each in suiting if each.options]
    if needs.near:
        liked += [Worth(ranking.around(needs.near, metres), worth) for metres, worth in weights.NEAR]
    return (*liked, Worth(Term("welcoming", "yes"), weights.BEGINNERS))


def _first_steps() -> Tree:
    desk = AllOf((Term("category", "advice"), Not(Term("kind", "activity"))))
    outdoors = AllOf((Term("setting", "outdoor"), Term("price", "free"), Term("entry", "drop_in")))
    by_phone = any_of(*(Term("topic", code) for code in first_steps.BY_PHONE))
    return Worth(any_of(desk, outdoors, by_phone, Term("setting", "online")), 1.0)
