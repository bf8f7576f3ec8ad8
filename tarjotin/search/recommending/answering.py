"""What an entry has to do with what is wanted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tarjotin.search import ranking
from tarjotin.search.recommending import weights
from tarjotin.search.recommending.needs import Needs
from tarjotin.search.recommending.suggestion import Fact
from tarjotin.words.thesaurus import Criterion, ancestors, related, thesaurus

if TYPE_CHECKING:
    from tarjotin.search.index.schema import Stored


@dataclass(frozen=True, slots=True)
class Answered:
    wanted: str
    worth: float
    fact: Fact


def answers(row: Stored, needs: Needs) -> tuple[Answered, ...]:
    """For each thing wanted the best of what it has to do with it; the strongest first."""
    found = [best for code in topics(needs) if (best := _best(row, code))]
    return tuple(sorted(found, key=lambda each: -each.worth))


def worth(found: tuple[Answered, ...]) -> float:
    return sum(each.worth * (weights.FURTHER if at else 1.0) for at, each in enumerate(found))


def topics(needs: Needs) -> tuple[str, ...]:
    """What is wanted and an entry can be about."""
    known = thesaurus()
    return tuple(dict.fromkeys(code for code in needs.wanted if code in known and known[code].is_topic))


def wishes(needs: Needs) -> tuple[Criterion, ...]:
    """What is wished, with what is wanted and is a criterion: "women", "free"."""
    known = thesaurus()
    criteria = (known[code].criterion for code in needs.wanted if code in known and not known[code].is_topic)
    return tuple(dict.fromkeys((*needs.wishes, *(each for each in criteria if each))))


def about(row: Stored) -> frozenset[str]:
    """What it is about, by its words and by the needs it is filed under."""
    return frozenset((*row.topics, *row.options.get("need", ())))


def above(row: Stored) -> frozenset[str]:
    return frozenset(each for code in row.topics for each in broader(code))


@cache
def broader(code: str) -> frozenset[str]:
    return frozenset(ancestors(code))


@cache
def helping(code: str) -> tuple[str, ...]:
    """What helps with a need; what is akin to an activity."""
    return tuple(each for each in related(code) if thesaurus()[each].is_topic and not ranking.is_need(each))


@cache
def audiences(code: str) -> tuple[str, ...]:
    """The audiences that a situation makes one of: of "grief", the bereaved."""
    found = [thesaurus()[each].criterion for wide in (code, *ancestors(code)) for each in related(wide)]
    return tuple(dict.fromkeys(o for each in found if each and each.group == "audience" for o in each.options))


def _best(row: Stored, code: str) -> Answered | None:
    return next((Answered(code, worth, fact) for worth, fact in _ways(row, code)), None)


def _ways(row: Stored, code: str) -> Iterator[tuple[float, Fact]]:
    exact, wide = about(row), above(row)
    if code in exact:
        yield weights.ABOUT, Fact("about", (code,))
    if code in wide:
        yield weights.NARROWER, Fact("narrower", (code, *(each for each in row.topics if code in broader(each))))
    is_need = ranking.is_need(code)
    helps = [each for each in helping(code) if each in exact]
    if helps:
        yield weights.HELPS if is_need else weights.AKIN, Fact("helps" if is_need else "akin", (code, *helps))
    if is_need and (kinds := [each for each in helping(code) if each in wide]):
        yield weights.HELPS_NARROWER, Fact("helps", (code, *kinds))
    if is_need and (for_whom := [each for each in audiences(code) if each in row.options.get("audience", ())]):
        yield weights.FOR, Fact("for", (code, *for_whom))
    if code in row.mentions:
        yield weights.MENTIONS, Fact("mentions", (code,))
