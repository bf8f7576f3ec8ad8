"""Several sources' records of one thing, merged field by field, each value with the record it came from. Pure.

Which source wins a field stands in `precedence.py`; how a field is merged, in `field_rules.py`, `unions.py` (fields to
which every source adds) and `meeting_times.py`; why a value won, for the staff page, in `explaining.py`. The result
does not depend on the order in which the parts come.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tarjotin.catalogue.records import ActivityRecord, Record
from tarjotin.sources.explaining import Candidate, why, why_all
from tarjotin.sources.field_rules import REQUIRED, RULES, FieldRule, Told, best_wordings, values_told
from tarjotin.sources.meeting_times import merged_sessions, ranked_for_sessions
from tarjotin.sources.precedence import PRIORITY, Part, one_type, ranked, whole_parts

__all__ = ["PRIORITY", "Candidate", "Merged", "Part", "merge", "why", "why_all"]


@dataclass(frozen=True, slots=True)
class Merged:
    """The record made of all parts; `origins`: field, or field.language, → the record its value came from.

    A joined field (codes, contacts, sessions …) names the best of the records that gave to it.
    """

    record: Record
    origins: dict[str, int]


def merge(parts: Sequence[Part]) -> Merged:
    """One record out of all parts of an entity."""
    record_type = one_type(parts)
    whole = whole_parts(parts)
    values: dict[str, Any] = {}
    origins: dict[str, int] = {}
    for group, rules in RULES[record_type]:
        order = ranked(whole, group)
        for rule in rules:
            if told := values_told(rule, order):
                values[rule.name] = _merged(rule, told, origins)
    if record_type is ActivityRecord and (telling := ranked_for_sessions(parts)):
        values["sessions"] = merged_sessions(telling)
        origins["sessions"] = telling[0].record_id
    return Merged(record_type(**{**REQUIRED[record_type], **values}), origins)


def _merged(rule: FieldRule, told: Sequence[Told], origins: dict[str, int]) -> Any:
    """The merged value of a field; adds where it came from to `origins`."""
    if rule.is_text and not rule.join:
        text, winners = best_wordings(told)
        origins.update({f"{rule.name}.{language}": part.record_id for language, part in winners.items()})
        return text
    value = rule.join([value for _, value in told]) if rule.join else told[0][1]
    if rule.is_text:
        best = {language: part.record_id for part, text in reversed(told) for language in text.languages}
        origins.update({f"{rule.name}.{language}": best[language] for language in value.languages})
    else:
        origins[rule.name] = told[0][0].record_id
    return value
