"""What the index is asked, as a tree no engine knows: `index/compiling.py` turns it into the engine's own. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Everything:
    pass


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Term:
    """The field holds exactly this word or code; matches score by rarity."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field holds at least one of these codes: many of them are asked for at once."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Starts:
    """The field holds a word that begins so."""

    field: str
    prefix: str


@dataclass(frozen=True, slots=True)
class Alike:
    """The field holds a word with at most `errors` (1 or 2) typing errors."""

    field: str
    word: str
    errors: int


@dataclass(frozen=True, slots=True)
class Range:
    """A number of the field lies between, both ends included; `None` is open."""

    field: str
    low: float | int | None = None
    high: float | int | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Not:
    part: Tree


@dataclass(frozen=True, slots=True)
class Best:
    """Any of them; the score is the best one's, with a tenth of the others."""

    parts: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Boosted:
    part: Tree
    by: float


@dataclass(frozen=True, slots=True)
class Worth:
    """A match is worth this much, whatever the engine thinks of it."""

    part: Tree
    score: float


@dataclass(frozen=True, slots=True)
class Wished:
    """What matches `part`; what matches a wish as well stands higher."""

    part: Tree
    wishes: tuple[Tree, ...]


Tree = (
    Everything | Nothing | Term | OneOf | Starts | Alike | Range | AllOf | AnyOf | Not | Best | Boosted | Worth | Wished
)


def all_of(*parts: Tree) -> Tree:
    """All parts together, flat: conditions that stand side by side are checked fastest."""
    left = tuple(flat for part in parts for flat in _flat(part))
    if any(isinstance(part, Nothing) for part in left):
        return Nothing()
    return left[0] if len(left) == 1 else AllOf(left) if left else Everything()


def _flat(part: Tree) -> tuple[Tree, ...]:
    match part:
        case Everything():
            return ()
        case AllOf(parts):
            return parts
        case Worth(AllOf(parts), 0.0):
            return tuple(each if isinstance(each, Not) else Worth(each, 0.0) for each in parts)
        case _:
            return (part,)


def one_of(field: str, values: Iterable[str]) -> Tree:
    """As `OneOf`, which no engine is asked for nothing."""
    codes = tuple(dict.fromkeys(values))
    return OneOf(field, codes) if codes else Nothing()


def any_of(*parts: Tree) -> Tree:
    left = tuple(part for part in parts if not isinstance(part, Nothing))
    return left[0] if len(left) == 1 else AnyOf(left) if left else Nothing()
