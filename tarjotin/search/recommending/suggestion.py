"""What a suggestion holds. Pages put its facts in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from tarjotin.common.text import LocalisedText
from tarjotin.search.query import Hit


@dataclass(frozen=True, slots=True)
class Fact:
    """`code` is a group of criteria, with options; or one of these:

    about, mentions   the concept that was wanted: it is about it, or speaks of it
    narrower          the concept that was wanted, then the kinds of it that it is about
    helps             the need that was told, then the concepts it is about, or about a kind of, that help with it
    for               the situation that was told, then the audiences of it that it is for
    akin              the concept that was wanted, then those akin to it that it is about
    distance          metres on foot
    when              weekdays with times of day, such as "3-evening"
    soon              the moment of the next time, in ISO form
    """

    code: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """Whom to ask. `of` says whose number it is: entry, organisation or place."""

    of: str
    phone: str = ""
    email: str = ""
    role: LocalisedText = field(default_factory=LocalisedText)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`reasons` are true of the entry; `doubts` are what was asked and nobody tells; `differs` is what it tells to be
    otherwise than wished. `first_step` says why it is an easy beginning: desk, phone, online, outdoors; else empty."""

    hit: Hit
    reasons: tuple[Fact, ...]
    doubts: tuple[Fact, ...] = ()
    differs: tuple[Fact, ...] = ()
    first_step: str = ""
    ask: Ask | None = None

    @property
    def id(self) -> UUID:
        return self.hit.id
