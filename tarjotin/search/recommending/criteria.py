"""How an entry meets what is asked of it: limits, wishes, for whom it is, and what did not suit before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tarjotin.search.document import UNKNOWN
from tarjotin.search.ranking import is_need
from tarjotin.search.recommending import weights
from tarjotin.search.recommending.answering import about, above, audiences, topics, wishes
from tarjotin.search.recommending.needs import Needs, Tried
from tarjotin.search.recommending.parts import Part
from tarjotin.search.recommending.suggestion import Fact
from tarjotin.search.recommending.verdicts import TIMED, Verdict, is_asked, suiting, told, verdict
from tarjotin.words.thesaurus import Criterion, ancestors, descendants, related

if TYPE_CHECKING:
    from tarjotin.search.index.schema import Stored

VOLUNTEERING = "volunteering"
TAGS = ("category", "need", "audience")
EVERYONE = ("all",)  # the gender of what is for everybody


def limited(row: Stored, needs: Needs) -> Iterator[Part]:
    """Limits are met or untold: what breaks one is not here any more."""
    for beside in (needs.must_hold, needs.must_not_be_denied):
        for asked in beside:
            if verdict(row, asked, beside) is Verdict.HOLDS:
                yield Part(reasons=(_met(row, asked, beside),))
            else:
                yield Part(doubts=(Fact(asked.group, asked.options),))


def wished(row: Stored, needs: Needs) -> Iterator[Part]:
    asked_for = wishes(needs)
    for asked in asked_for:
        worth = weights.WISHES.get(asked.group, weights.WISH)
        match verdict(row, asked, asked_for):
            case Verdict.HOLDS:
                yield Part(worth, (_met(row, asked, asked_for),))
            case Verdict.UNTOLD if is_asked(row, asked.group):
                yield Part(doubts=(Fact(asked.group, asked.options),))
            case Verdict.DENIED:
                yield Part(-worth, differs=(Fact(asked.group, tuple(sorted(told(row, asked.group)))),))


def for_whom(row: Stored, needs: Needs) -> Part:
    """What names audiences, or one gender, is for others when none of those was asked for."""
    others = [Fact(group, named) for group in ("audience", "gender") if (named := _others(row, group, needs))]
    return Part(weights.FOR_OTHERS, differs=tuple(others)) if others else Part()


def for_situation(row: Stored, needs: Needs) -> Part:
    """What is about some need or situation is not for who told of another."""
    named = {code for code in row.topics if is_need(code)}
    told = {each for code in topics(needs) for each in (code, *ancestors(code), *descendants(code))}
    return Part() if not named or named & told else Part(weights.OTHER_SITUATION)


def helpers_wanted(row: Stored, needs: Needs) -> Part:
    """Who seeks help is not shown who seeks helpers, unless that would help: to be of use is a need as well."""
    useful = any(code == VOLUNTEERING or VOLUNTEERING in (*ancestors(code), *related(code)) for code in topics(needs))
    seeks = VOLUNTEERING in {*row.topics, *above(row)}
    return Part(weights.HELPERS_WANTED) if seeks and not useful else Part()


def welcoming(row: Stored) -> Iterator[Part]:
    if row.kind == "place":
        yield Part(weights.A_PLACE)
    for group, option, worth in (("beginners", "yes", weights.BEGINNERS), ("entry", "drop_in", weights.DROP_IN)):
        if option in row.options.get(group, ()):
            yield Part(worth, (Fact(group, (option,)),))


def tried(row: Stored, needs: Needs) -> Iterator[Part]:
    """What another entry was rejected for counts once, however many were."""
    if _concepts(needs.tried) & {*about(row), *above(row)}:
        yield Part(weights.TRIED_CONCEPT)
    for shared in dict.fromkeys(each for one in needs.tried for each in one.because):
        if _shares(row, shared):
            yield Part(weights.TRIED_REASON, differs=(_met(row, shared, ()),))


def _shares(row: Stored, reason: Criterion) -> bool:
    """Whether it has what did not suit, and nothing else to choose: who may drop in need not register."""
    if verdict(row, reason) is not Verdict.HOLDS:
        return False
    if reason.group in TIMED:
        return set(row.slots) == set(_met(row, reason, ()).values)
    return reason.group in TAGS or told(row, reason.group) <= set(reason.options)


def _concepts(tried: Iterable[Tried]) -> set[str]:
    return {code for each in tried for code in each.concepts}


def _others(row: Stored, group: str, needs: Needs) -> tuple[str, ...]:
    """Those it names, when none of them was asked for."""
    named = told(row, group) - {UNKNOWN, *EVERYONE}
    asked = {option for each in (*needs.limits, *wishes(needs)) if each.group == group for option in each.options}
    asked |= {each for code in topics(needs) for each in audiences(code)} if group == "audience" else set()
    return () if named & asked else tuple(sorted(named))


def _met(row: Stored, asked: Criterion, beside: Sequence[Criterion]) -> Fact:
    """The options that it has of those asked; of weekdays and times, those that come together."""
    if asked.group not in TIMED:
        return Fact(asked.group, tuple(option for option in asked.options if option in told(row, asked.group)))
    both = {each.group: each.options for each in (*beside, asked) if each.group in TIMED}
    return Fact("when", suiting(row, both.get("weekday", ()), both.get("time", ())))
