"""What suggestions are asked for: needs and wishes, never a person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from tarjotin.common.distance import Point
from tarjotin.words.thesaurus import Criterion


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried and did not suit, and what about it did not: concepts, and criteria that it met."""

    id: UUID
    concepts: tuple[str, ...] = ()
    because: tuple[Criterion, ...] = ()


@dataclass(frozen=True, slots=True)
class Needs:
    """`wanted` are concepts of the thesaurus: activities, needs and situations. Criteria have groups and options
    of `query.GROUPS`; options of one criterion are alternatives.

    What must hold has to be told; what must not be denied may be untold, and is then a doubt. Place, times and language
    are what suits: something else is suggested only when too little is found, and then says how it differs.
    """

    wanted: tuple[str, ...] = ()
    must_hold: tuple[Criterion, ...] = ()
    must_not_be_denied: tuple[Criterion, ...] = ()
    wishes: tuple[Criterion, ...] = ()
    near: Point | None = None
    within_m: int | None = None  # on foot, from `near`
    weekdays: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    language: str = ""
    age: int | None = None  # of who takes part
    open_now: bool = False  # only what tells that it is open, such as a desk to call
    tried: tuple[Tried, ...] = ()

    @property
    def limits(self) -> tuple[Criterion, ...]:
        return (*self.must_hold, *self.must_not_be_denied)

    @property
    def rejected(self) -> frozenset[UUID]:
        return frozenset(each.id for each in self.tried)
