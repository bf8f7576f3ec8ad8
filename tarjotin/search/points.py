"""How many points each part of a question gives each entry: the tree taken apart and asked bit by bit. For explaining
only, as every bit is a question of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from tarjotin.search.index import Snapshot
from tarjotin.search.tree import (
    Alike,
    AllOf,
    AnyOf,
    Best,
    Boosted,
    Range,
    Starts,
    Term,
    Tree,
    Wished,
    Worth,
    all_of,
)


@dataclass(frozen=True, slots=True)
class Way:
    """One field that holds one value, and what that is worth to the entry."""

    field: str
    value: str
    points: float


@dataclass(frozen=True, slots=True)
class Points:
    """What a word, a concept or a wish gives an entry; `ways` are those in which the entry meets it, the best first.

    Of alternatives the best one counts and the others a little, so the ways need not add up.
    """

    what: str
    points: float
    ways: tuple[Way, ...]


def given(index: Snapshot, here: Tree, parts: Sequence[tuple[str, Tree]]) -> dict[UUID, tuple[Points, ...]]:
    """For each entry `here`: what each named part gives it; parts that give it nothing are left out."""
    found: dict[UUID, list[Points]] = {}
    for what, part in parts:
        ways = _ways(index, here, part)
        for entry, points in score(index, here, part).items():
            best = sorted(ways.get(entry, ()), key=lambda way: (-way.points, way.field, way.value))
            found.setdefault(entry, []).append(Points(what, points, tuple(best)))
    return {entry: tuple(each for each in told if each.points) for entry, told in found.items()}


def score(index: Snapshot, here: Tree, tree: Tree) -> dict[UUID, float]:
    """What the tree gives each entry `here` that matches it."""
    narrow = all_of(Worth(here, 0.0), tree)
    found = index.scored(narrow, max(index.count(narrow), 1))
    rows = index.stored([address for _, address in found])
    return {row.id: points for (points, _), row in zip(found, rows, strict=True)}


def _ways(index: Snapshot, here: Tree, part: Tree) -> dict[UUID, list[Way]]:
    found: dict[UUID, list[Way]] = {}
    for leaf in dict.fromkeys(leaves(part)):
        field, value = described(leaf)
        for entry, points in score(index, here, leaf).items():
            found.setdefault(entry, []).append(Way(field, value, points))
    return found


def leaves(tree: Tree) -> Iterator[Tree]:
    """The smallest bits of a tree that give points, each with its weight."""
    match tree:
        case Best(parts) | AnyOf(parts) | AllOf(parts):
            for part in parts:
                yield from leaves(part)
        case Wished(part, wishes):
            for each in (part, *wishes):
                yield from leaves(each)
        case Boosted(part, by):
            yield from (Boosted(leaf, by) for leaf in leaves(part))
        case Term() | Starts() | Alike() | Range() | Worth():
            yield tree


def described(leaf: Tree) -> tuple[str, str]:
    """The field and the value a leaf looks for, as somebody who asks why reads them."""
    match leaf:
        case Term(field, value):
            return field, value
        case Starts(field, prefix):
            return field, f"{prefix}…"
        case Alike(field, word, errors):
            return field, f"{word} ±{errors}"
        case Range(field, low, high):
            return field, f"{'' if low is None else low}…{'' if high is None else high}"
        case Boosted(part) | Worth(part):
            return described(part)
        case AnyOf(parts) | AllOf(parts) | Best(parts):
            told = [described(part) for part in parts]
            return " ".join(dict.fromkeys(field for field, _ in told)), " ".join(value for _, value in told)
        case _:
            return "", ""
