"""What speaks for an entry and what against it: points, each with the facts that earn them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tarjotin.search.recommending.suggestion import Fact

Facts = tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Part:
    points: float = 0.0
    reasons: Facts = ()
    doubts: Facts = ()
    differs: Facts = ()
    fits: bool = True  # not at another time, in another language or too far away


def joined(parts: Iterable[Part]) -> Part:
    found = list(parts)
    return Part(
        points=round(sum(part.points for part in found), 6),
        reasons=_once(fact for part in found for fact in part.reasons),
        doubts=_once(fact for part in found for fact in part.doubts),
        differs=_once(fact for part in found for fact in part.differs),
        fits=all(part.fits for part in found),
    )


def _once(facts: Iterable[Fact]) -> Facts:
    return tuple(dict.fromkeys(facts))
