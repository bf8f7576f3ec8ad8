"""What is worked out of one commit of the index and asked for again. Questions with words are not kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import tantivy

from tarjotin.search.index.compiling import Compiler
from tarjotin.search.index.engine import Address
from tarjotin.search.index.schema import DECIMALS, Stored, schema
from tarjotin.search.tree import AllOf, AnyOf, Everything, Not, OneOf, Range, Term, Tree, Worth

K = TypeVar("K")
V = TypeVar("V")

MOST_KEPT = 500  # counts of options
MOST_COUNTED = 1_000
MOST_READ = 1_000  # entries
PLACES = frozenset({*DECIMALS, "square", "spot", "spots"})  # fields that are asked for the surroundings of somebody


@dataclass(slots=True)
class Kept:
    """Compiled trees, counts without words, and the entries that were read last."""

    compiler: Compiler
    options: dict[tuple[Tree, tuple[str, ...]], dict[str, dict[str, int]]] = field(default_factory=dict)
    counts: dict[Tree, int] = field(default_factory=dict)
    read: dict[Address, Stored] = field(default_factory=dict)

    @classmethod
    def of(cls, index: tantivy.Index) -> Kept:
        return cls(Compiler(schema(), index.searcher()))


def room(kept: dict[K, V], most: int) -> dict[K, V]:
    """The same with room for one more: when it is full, it starts anew."""
    if len(kept) >= most:
        kept.clear()
    return kept


def is_plain(tree: Tree) -> bool:
    """Criteria only: no words and nobody's place. Moments are those of whole minutes, so they come again."""
    match tree:
        case Everything() | Term():
            return True
        case OneOf(field=name) | Range(field=name):
            return name not in PLACES
        case AllOf(parts) | AnyOf(parts):
            return all(map(is_plain, parts))
        case Worth(part) | Not(part):
            return is_plain(part)
        case _:
            return False
