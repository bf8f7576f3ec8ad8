"""What a question was understood to say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tarjotin.common.distance import Point


@dataclass(frozen=True, slots=True)
class Chip:
    """A criterion said in words. `words` are exactly those of the question, `without` the question without them.

    Groups and options are those of `query.GROUPS` and of the properties in the thesaurus ("discount=pensioner"), and
    "from" (the name of a place to start from), "near" ("yes"), "age" ("70"), "when" ("today") and, only denied,
    "concept" (a code).
    """

    group: str
    options: tuple[str, ...]
    words: str
    without: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Meant:
    """A concept of the remaining words, and the words that name it. Not `exact`: by a part of one, or a derived one."""

    code: str
    words: str
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Understood:
    """`words` remain to be searched, as written. `near` is a place named to start from; `wants_near` asks for what is
    near without saying where. `starts_from` and `until` are the first and the last day, both included."""

    words: str
    chips: tuple[Chip, ...] = ()
    concepts: tuple[Meant, ...] = ()
    near: Point | None = None
    wants_near: bool = False
    age: int | None = None
    starts_from: date | None = None
    until: date | None = None
