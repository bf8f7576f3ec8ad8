"""The judged queries. Pure; knows no framework.

`right` and `forbidden` list names (Finnish, whole) or rules:

- `Name @ District`: of several entries with the name, the one in the district.
- `group:option,option`: told to have one of the options (`price:paid`, `category:food`, `kind:place`).
- `not group:option,option`: tells the group, but none of these options (`not district:Malmi`).
- `only group:option,option`: tells none but these (`only audience:families`).
- `word:part`: the name has this in it.
- `@list`: the names of a list of `[lists.demo]` or `[lists.recorded]`.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("judgments.toml")
SETS = ("tune", "check")
DATA = ("demo", "recorded")
KINDS = ("inflected", "compound", "misspelt", "spoken", "criteria", "need", "language", "name", "place", "negation")
GROUPS = ("kind", "category", "audience", "district", "price", "weekday", "entry")


@dataclass(frozen=True, slots=True)
class Entry:
    """What rules look at: the Finnish name, and group → what is told."""

    name: str
    told: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judgment:
    id: str
    data: str
    language: str  # the reader's
    kind: str
    text: str
    right: tuple[str, ...]
    forbidden: tuple[str, ...]

    @property
    def set(self) -> str:
        """Which queries are for checking is decided by their id, so that nobody picks."""
        return SETS[hashlib.sha256(self.id.encode()).digest()[0] % 3 == 0]

    def is_found(self, first: Iterable[Entry]) -> bool:
        return any(fits(rule, entry) for rule in self.right for entry in first)

    def offending(self, first: Iterable[Entry]) -> list[Entry]:
        """A name goes before a rule: an entry that is right by its name is never forbidden."""
        named = [rule for rule in self.right if is_name(rule)]
        asked = [entry for entry in first if not any(fits(rule, entry) for rule in named)]
        return [entry for entry in asked if any(fits(rule, entry) for rule in self.forbidden)]


def fits(rule: str, entry: Entry) -> bool:
    group, options = _split(rule)
    if group == "word":
        return any(option in entry.name.casefold() for option in options)
    if group in GROUPS:
        return _fits_told(rule, entry.told.get(group, frozenset()), options)
    name, _, district = rule.partition(" @ ")
    return name == entry.name and (not district or district in entry.told["district"])


def _fits_told(rule: str, told: frozenset[str], options: frozenset[str]) -> bool:
    if rule.startswith("not "):
        return bool(told) and told.isdisjoint(options)
    if rule.startswith("only "):
        return bool(told) and told <= options
    return not told.isdisjoint(options)


def is_name(rule: str) -> bool:
    return _split(rule)[0] not in (*GROUPS, "word")


def _split(rule: str) -> tuple[str, frozenset[str]]:
    group, _, options = rule.removeprefix("not ").removeprefix("only ").partition(":")
    return group, frozenset(options.split(","))


def judgments() -> list[Judgment]:
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return [_judgment(row, content["lists"][row["data"]]) for row in content["query"]]


def _judgment(row: dict[str, Any], lists: dict[str, list[str]]) -> Judgment:
    rules = {name: _expanded(row[name], lists) for name in ("right", "forbidden")}
    return Judgment(**{**row, **rules})


def _expanded(rules: list[str], lists: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(each for rule in rules for each in (lists[rule[1:]] if rule.startswith("@") else [rule]))
