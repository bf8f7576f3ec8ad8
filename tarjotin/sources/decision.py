"""What a matching rule answers, and what the rules of all kinds share. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from tarjotin.common.distance import metres_between
from tarjotin.sources.features import Features
from tarjotin.sources.likeness import NOTHING_TO_COMPARE, NameLikeness, compare_names

Verdict: TypeAlias = Literal["same", "ask", "different"]
Common: TypeAlias = Callable[[str], bool]

UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with the rule that gave it and the evidence in words; `score` (0–100) orders the review queue."""

    verdict: Verdict
    rule: str
    score: float
    evidence: str


def same(rule: str, score: float, *evidence: str) -> Decision:
    return Decision("same", rule, score, in_words(*evidence))


def ask(rule: str, score: float, *evidence: str) -> Decision:
    return Decision("ask", rule, score, in_words(*evidence))


def different(rule: str, *evidence: str) -> Decision:
    return Decision("different", rule, 0.0, in_words(*evidence))


def unlike(*evidence: str) -> Decision:
    """Nothing forbids that the two are one, but too little speaks for it. All other rules that say "different" forbid:
    they also keep two things apart when a third is like both."""
    return different(UNLIKE, *evidence)


def in_words(*evidence: str) -> str:
    return ", ".join(piece for piece in evidence if piece)


def sides(one: str, other: str) -> str:
    """What the two sides tell, in one order whichever comes first."""
    return " / ".join(sorted((one, other)))


def name_in_words(names: NameLikeness) -> str:
    return f"name {names.score:.0f}"


def apart(names: NameLikeness) -> str:
    return f"but {names.difference}" if names.difference else ""


def likeness(a: Features, b: Features) -> NameLikeness:
    """The names in the first language both have; without one, the best pair in any languages."""
    for language, name in zip(a.languages, a.names, strict=False):
        if language in b.languages:
            return compare_names(name, b.names[b.languages.index(language)])
    pairs = [compare_names(name, other) for name in a.names for other in b.names]
    return max(pairs, key=lambda pair: (pair.score, pair.may_be_one, pair.difference), default=NOTHING_TO_COMPARE)


def shared_key(a: Features, b: Features) -> Decision | None:
    """An id that names one thing in every source. A building is no such thing: it may house several."""
    shared = min((key for key in a.keys if key in b.keys and not key.startswith("building:")), default="")
    return same("same id", 100.0, f"both are {shared}") if shared else None


def is_part(a: Features, b: Features) -> bool:
    """One names the other as the whole it belongs to."""
    return bool(a.parent and a.parent in b.keys) or bool(b.parent and b.parent in a.keys)


def metres_apart(a: Features, b: Features) -> float | None:
    if a.point is None or b.point is None:
        return None
    first, second = sorted((a.point, b.point), key=lambda point: (point.lat, point.lon))
    return metres_between(first, second)
