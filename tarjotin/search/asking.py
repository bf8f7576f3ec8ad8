"""A question as it is meant: what its words say of criteria joins those that were chosen. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from tarjotin.search import denied
from tarjotin.search.query import CRITERIA, GROUPS, MOMENTARY, Query
from tarjotin.search.understanding import Chip, understand

# Said in words and answered by something else than a group of options; a denial of these ("ei tänään") is not.
ANSWERED = ("near", "age", "from")

# Who says "Kontulassa", "i Kontula" or "in Kontula" means there, and not from there: as far as the next station.
_IN = re.compile(r"(?:ss[aä]|ll[aä])$|^(?:i|på|in|at|в|у|на)\s", re.IGNORECASE)
AROUND = ("1500m",)


def understood(query: Query, *, language: str, today: date) -> tuple[Query, tuple[Chip, ...]]:
    """The question with its words read, and the criteria found in them. What cannot be asked stays a word."""
    found = understand(query.text, language=language, today=today, exact=query.as_written)
    chips = tuple(chip for chip in found.chips if _is_answered(chip))
    words = " ".join([found.words, *(chip.words for chip in found.chips if chip not in chips)])
    near = query.near or found.near
    chosen = {group: options for group, options in _joined(query, chips).items() if group != "distance" or near}
    if query.near is None and any(chip.group == "from" and _IN.search(chip.words) for chip in chips):
        chosen.setdefault("distance", AROUND)
    return replace(
        query,
        text=words.strip(),
        chosen=chosen,
        meant=found.concepts,
        denied=tuple((chip.group, option) for chip in chips if _is_denied(chip) for option in chip.options),
        near=near,
        age=query.age if query.age is not None else found.age,
    ), chips


def _is_answered(chip: Chip) -> bool:
    return bool(_options(chip)) or _is_denied(chip) or (chip.group in ANSWERED and not chip.negated)


def _is_denied(chip: Chip) -> bool:
    return chip.negated and chip.group in denied.GROUPS


def _joined(query: Query, chips: tuple[Chip, ...]) -> dict[str, tuple[str, ...]]:
    chosen = dict(query.chosen)
    for chip in chips:
        if options := _options(chip):
            chosen[chip.group] = tuple(dict.fromkeys((*chosen.get(chip.group, ()), *options)))
    return chosen


def _options(chip: Chip) -> tuple[str, ...]:
    """The options a chip asks for; a denied one asks for all others, where there are others to name."""
    if chip.group == "age" or chip.group not in CRITERIA or _is_denied(chip):
        return ()
    if chip.negated and chip.group in MOMENTARY:
        return ()
    if not chip.negated:
        return chip.options
    return tuple(option for option in GROUPS[chip.group] if option not in chip.options)
