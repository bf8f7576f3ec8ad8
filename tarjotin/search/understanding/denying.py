"""Criteria that a question denies: "ei aamulla", "not in the morning", "utan anmälan", "не утром"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tarjotin.search.understanding.claims import Claim, taken
from tarjotin.search.understanding.reading import Reading
from tarjotin.search.understanding.small_words import JOINING, LEADING, NEGATORS_AFTER, TRAILING_ANY
from tarjotin.words.negators import NEGATORS

# What a denied criterion says of itself.
OPPOSITES = {("entry", "register"): ("entry", "drop_in"), ("entry", "drop_in"): ("entry", "register")}
UNDENIED = ("age", "near", "from")


def deny(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The same claims, with small words before them taken in, and denied where a word before or behind says so."""
    found: list[Claim] = []
    for claim in sorted(claims, key=lambda each: (each.start, each.stop)):
        if found and found[-1].span == claim.span:
            found.append(replace(claim, start=found[-1].start, negated=found[-1].negated))
            continue
        previous = next((each for each in reversed(found) if each.stop <= claim.start), None)
        found.append(_denied(reading, claim, previous, taken(claims)))
    return [_turned(claim) for claim in found]


def _denied(reading: Reading, claim: Claim, previous: Claim | None, claimed: frozenset[int]) -> Claim:
    if claim.group in UNDENIED:
        return replace(claim, start=_leading(reading, claim.start, claimed))
    start = _leading(reading, claim.start, claimed)
    first = _negator(reading, start, claim.start, claimed)
    joined = _joined(reading, claim, previous)
    behind = _behind(reading, claim.stop, claimed)
    denied_behind = _negator_behind(reading, claim.stop + behind)
    negated = first is not None or joined or denied_behind > 0
    stop = claim.stop + behind + denied_behind
    return replace(claim, start=start if first is None else first, stop=stop, negated=negated)


def _leading(reading: Reading, start: int, claimed: frozenset[int]) -> int:
    """Where the small words before a claim begin."""
    at = start
    while at > 0 and _is_free(reading, at - 1, claimed) and reading.words[at - 1].key in LEADING - NEGATORS:
        at -= 1
    return at


def _negator(reading: Reading, start: int, stop: int, claimed: frozenset[int]) -> int | None:
    before = start - 1
    if before >= 0 and _is_free(reading, before, claimed) and reading.words[before].key in NEGATORS:
        return _leading(reading, before, claimed)
    return None


def _joined(reading: Reading, claim: Claim, previous: Claim | None) -> bool:
    """Of "ei maanantaisin tai tiistaisin" the second is denied too."""
    if previous is None or not previous.negated or previous.group != claim.group:
        return False
    between = reading.keys[previous.stop : claim.start]
    return bool(between) and set(between) <= LEADING | JOINING and not JOINING.isdisjoint(between)


def _behind(reading: Reading, stop: int, claimed: frozenset[int]) -> int:
    """Whether a small word behind a claim goes with it."""
    inside = stop < len(reading.words) and _is_free(reading, stop, claimed)
    return int(inside and reading.words[stop].key in TRAILING_ANY)


def _negator_behind(reading: Reading, stop: int) -> int:
    following = reading.keys[stop : stop + 2]
    return next((len(each) for each in NEGATORS_AFTER if tuple(following[: len(each)]) == each), 0)


def _is_free(reading: Reading, at: int, claimed: frozenset[int]) -> bool:
    return at not in claimed and not reading.words[at].literal


def _turned(claim: Claim) -> Claim:
    """A denied criterion whose opposite can be chosen is that opposite."""
    opposite = OPPOSITES.get((claim.group, claim.options[0])) if claim.negated and claim.options else None
    return replace(claim, group=opposite[0], options=(opposite[1],), negated=False) if opposite else claim
