"""How each field of a record is merged, and what the parts tell of it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, TypeAlias

from tarjotin.catalogue.records import ENTITY_KINDS
from tarjotin.common.text import EMPTY, LocalisedText, Wording
from tarjotin.sources.meeting_times import best_schedules
from tarjotin.sources.precedence import GROUP_OF_FIELD, Part
from tarjotin.sources.unions import UNIONS

Told: TypeAlias = tuple[Part, Any]
Join: TypeAlias = Callable[[Sequence[Any]], Any]

_JOINS: dict[str, Join] = {**UNIONS, "schedules": best_schedules}
_KIND_OF_TYPE: dict[type[Any], str] = {record_type: kind for kind, record_type in ENTITY_KINDS.items()}


@dataclass(frozen=True, slots=True)
class FieldRule:
    """How one field is merged: `join` makes one value of all, without it the best source's value wins (of a text,
    in each language). A value equal to `default` tells nothing."""

    name: str
    group: str
    default: Any
    join: Join | None

    @property
    def is_text(self) -> bool:
        return self.default is EMPTY


def _rules_by_group(record_type: type[Any]) -> tuple[tuple[str, tuple[FieldRule, ...]], ...]:
    """The rules of a record's fields, by group; an activity's sessions have a way of their own."""
    groups = GROUP_OF_FIELD[_KIND_OF_TYPE[record_type]]
    rules: dict[str, list[FieldRule]] = {}
    for field in fields(record_type):
        if field.name != "sessions":
            group = groups[field.name]
            default = _empty(field.type) if field.default is MISSING else field.default
            rules.setdefault(group, []).append(FieldRule(field.name, group, default, _JOINS.get(field.name)))
    return tuple((group, tuple(of_group)) for group, of_group in rules.items())


def _empty(annotation: Any) -> Any:
    """What a field without a default holds when nobody tells it."""
    return EMPTY if annotation == "LocalisedText" else ""


def _required_fields(record_type: type[Any]) -> dict[str, Any]:
    return {field.name: _empty(field.type) for field in fields(record_type) if field.default is MISSING}


RULES = {record_type: _rules_by_group(record_type) for record_type in ENTITY_KINDS.values()}
REQUIRED = {record_type: _required_fields(record_type) for record_type in ENTITY_KINDS.values()}


def values_told(rule: FieldRule, order: Iterable[Part]) -> list[Told]:
    """What each part tells of a field, in the order given; parts that tell nothing are left out."""
    name, default = rule.name, rule.default
    return [
        (part, value)
        for part in order
        if (value := getattr(part.record, name)) is not default and value is not None and value != default
    ]


def wordings_told(told: Iterable[Told]) -> list[tuple[Part, Wording]]:
    """Every wording of a text field, languages in order, the winner of each language first: best source first, and
    a machine's wording only after all others."""
    wordings = [(part, wording) for part, text in told for wording in text.wordings]
    return sorted(wordings, key=lambda pair: (pair[1].language, pair[1].by == "machine"))


def best_wordings(told: Sequence[Told]) -> tuple[LocalisedText, dict[str, Part]]:
    """The winning wording of each language, and whose it is."""
    if len(told) == 1:
        part, text = told[0]
        return text, dict.fromkeys(text.languages, part)
    winners: dict[str, tuple[Part, Wording]] = {}
    for part, wording in wordings_told(told):
        winners.setdefault(wording.language, (part, wording))
    text = LocalisedText(tuple(wording for _, wording in winners.values()))
    return text, {language: part for language, (part, _) in winners.items()}
