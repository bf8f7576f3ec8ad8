"""What can be asked, and what an answer holds. Pure; knows no engine and no framework.

Criteria join with "and" across groups and "or" inside one (ux.md § 3). A group that is empty asks nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from tarjotin.common.distance import Point
from tarjotin.search.understanding.understood import Chip, Meant

PER_PAGE = 10
LAST_PAGE = 500

# The groups of criteria, in the order in which pages show them, with the options that are fixed. Groups without
# options take theirs from the catalogue (categories and audiences by code, districts by number, languages by tag).
GROUPS: dict[str, tuple[str, ...]] = {
    "category": (),
    "need": (),
    "audience": (),
    "district": (),
    "price": ("free", "cheap"),
    "weekday": ("1", "2", "3", "4", "5", "6", "7"),
    "time": ("morning", "day", "afternoon", "evening"),  # start before 10, 10–14, 14–17, from 17
    "rhythm": ("one_off", "weekly", "course", "open_always"),
    "language": (),
    "entry": ("drop_in", "register"),
    "kind": ("activity", "service", "place"),
    # What else decides (mission D1); options are values of the data model, read in `facts.py`.
    "discount": ("pensioner", "unemployed", "student", "child", "card"),
    "gender": ("women", "men", "all"),
    "children": ("welcome", "own_activity", "childcare", "no"),
    "group_size": ("small", "medium", "large"),
    "peer_support": ("yes", "no"),
    "beginners": ("yes", "no"),
    "fitness": ("any", "light", "moderate", "demanding"),
    "seated": ("yes", "no"),
    "limit": (),
    "setting": ("indoor", "outdoor", "water", "online"),
    "trial": ("yes", "no"),
    "led_by": ("professional", "trained_volunteer", "peer", "nobody"),
    "companion": ("free_assistant", "escort_first_times", "buddy", "own_dog"),
    "alone_ok": ("yes", "no"),
    "quiet_ok": ("yes", "no"),
    "safe_space": ("yes", "no"),
    "substance_free": ("yes", "no"),
    "anonymous": ("yes", "no"),
    "no_id": ("yes", "no"),
    "discreet_ticket": ("yes", "no"),
    "food": ("coffee", "meal_free", "meal_cheap", "none"),
    "equipment": ("none", "bring", "loan", "included"),
    "newcomers": ("yes", "no"),
    "rail": ("near", "far"),
    "parking": ("yes",),
    "accessible_parking": ("yes", "no"),
    "access": ("wheelchair", "reduced_mobility", "rollator", "stroller", "visually_impaired", "hearing_aid"),
}
# Criteria that depend on the moment, on the asker's place or age (`momentary.py`), with the options that are counted.
# "when" also takes days ("2026-11-24", "2026-11-24..2026-12-01", open at either end), "distance" any way on foot
# ("20min", "700m", "2km"; asked only with `near`), "age" a number of years.
MOMENTARY: dict[str, tuple[str, ...]] = {
    "when": ("today", "tomorrow", "this_weekend", "this_week", "next_week"),
    "open_now": ("yes",),
    "places_left": ("yes", "no"),
    "distance": ("5min", "10min", "15min", "30min", "5km"),
    "age": (),
}
ON_FOOT = re.compile(r"([0-9]{1,5})(min|m|km)")
CRITERIA = (*GROUPS, *MOMENTARY)
SPAN = re.compile(r"(\d{4}-\d\d-\d\d)?(?:\.\.)?(\d{4}-\d\d-\d\d)?")
SORTS: tuple[str, ...] = ("relevance", "soonest", "nearest", "cheapest")


@dataclass(frozen=True, slots=True)
class Query:
    """A question to the tray. `sort="nearest"` needs `near`; `place` and `organisation` narrow to one of them."""

    text: str = ""
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)  # group → options
    near: Point | None = None
    place: UUID | None = None
    organisation: UUID | None = None
    age: int | None = None  # of who takes part; an option of "age"
    starts_from: date | None = None  # days in Helsinki, both included, open without one; an option of "when"
    until: date | None = None
    meant: tuple[Meant, ...] = ()  # concepts the words name
    as_written: bool = False  # the words are words, whatever criteria they may say
    denied: tuple[tuple[str, str], ...] = ()  # group and option that the words say no to (`denied.py`)
    sort: str = "relevance"
    page: int = 1
    per_page: int = PER_PAGE

    def options(self, group: str) -> tuple[str, ...]:
        chosen = self.chosen.get(group, ())
        return (*chosen, *self._told(group)) if group in _FIELDS else chosen

    def without(self, group: str, option: str | None = None) -> Query:
        """The same question without one option, or without a whole group; from its first page."""
        return self.choosing(group, *(o for o in self.options(group) if option is not None and o != option))

    def choosing(self, group: str, *options: str) -> Query:
        """The same question with just these options of a group; from its first page."""
        chosen = {name: left for name, left in {**self.chosen, group: options}.items() if left}
        return replace(self, chosen=chosen, page=1, **dict.fromkeys(_FIELDS.get(group, ())))  # type: ignore[arg-type]

    def without_criteria(self) -> Query:
        return replace(self, chosen={}, age=None, starts_from=None, until=None, page=1)

    @property
    def is_empty(self) -> bool:
        return not (self.text or self.place or self.organisation or any(map(self.options, CRITERIA)))

    def _told(self, group: str) -> tuple[str, ...]:
        """The option that stands in fields of its own."""
        if group == "age" and self.age is not None:
            return (str(self.age),)
        if group == "when" and (self.starts_from or self.until):
            return (f"{self.starts_from or ''}..{self.until or ''}",)
        return ()


_FIELDS = {"age": ("age",), "when": ("starts_from", "until")}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an entry was found: `kind` is word, concept or criterion; `unknown` when the fact is not told."""

    kind: str
    group: str = ""
    value: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    kind: str  # activity, service, place
    id: UUID
    reasons: tuple[Reason, ...] = ()
    distance_m: int | None = None  # on foot, from `near`
    unmet: tuple[str, ...] = ()  # of a near miss: the chosen groups it tells to be otherwise


@dataclass(frozen=True, slots=True)
class Relaxation:
    """How many would be found without one group of criteria, or without the words."""

    group: str  # "" = the words
    total: int


@dataclass(frozen=True, slots=True)
class Answer:
    """`facets`: group → option → how many the option would leave, other groups kept. `maybe`: entries that fit all told
    facts but where a chosen one is not told; they come after the others and are not counted in `total`."""

    total: int
    hits: tuple[Hit, ...]
    page: int = 1
    pages: int = 1
    facets: dict[str, dict[str, int]] = field(default_factory=dict)
    maybe_total: int = 0
    maybe: tuple[Hit, ...] = ()
    more: bool = False  # whether others come after these
    relaxations: tuple[Relaxation, ...] = ()
    close: tuple[Hit, ...] = ()  # near misses, when nothing fits: they meet all but `unmet`
    unknown: dict[str, int] = field(default_factory=dict)  # group → how many of those do not tell it
    chips: tuple[Chip, ...] = ()  # criteria said in the words of the question
    asked: Query = field(default_factory=Query)  # the question as it was understood: words left, criteria in groups
    corrected: str = ""  # the words that were searched instead, when the asked ones find nothing
