"""Broader and narrower concepts, however far up or down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from tarjotin.words.thesaurus.loading import thesaurus


def ancestors(code: str) -> tuple[str, ...]:
    """All that is broader, nearest first: of "chair_gym" gymnastics, then sport."""
    return _closure(code, lambda each: thesaurus()[each].broader if each in thesaurus() else ())


def descendants(code: str) -> tuple[str, ...]:
    """All that is narrower, nearest first."""
    return _closure(code, lambda each: _narrower().get(each, ()))


def expansions(codes: Iterable[str]) -> tuple[str, ...]:
    """What a search for these concepts also means: themselves, then all that is narrower, each once."""
    wanted = tuple(dict.fromkeys(codes))
    return tuple(dict.fromkeys((*wanted, *(narrow for code in wanted for narrow in descendants(code)))))


def related(code: str) -> tuple[str, ...]:
    """What belongs to it without being broader or narrower, told from either side."""
    concept = thesaurus().get(code)
    return tuple(dict.fromkeys((*(concept.related if concept else ()), *_related_back().get(code, ()))))


def _closure(code: str, following: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    ahead = [code]
    while ahead:
        ahead = [next_ for each in ahead for next_ in following(each) if next_ != code and next_ not in found]
        found |= dict.fromkeys(ahead)
    return tuple(found)


@cache
def _narrower() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept in thesaurus().values():
        for broader in concept.broader:
            found[broader] = (*found.get(broader, ()), concept.code)
    return found


@cache
def _related_back() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept in thesaurus().values():
        for other in concept.related:
            found[other] = (*found.get(other, ()), concept.code)
    return found
