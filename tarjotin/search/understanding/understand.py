"""From a question in everyday words to what is sought and which criteria it says."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date

from tarjotin.search.understanding import ages, clock, criteria, meanings, places
from tarjotin.search.understanding.claims import Claim, runs, taken
from tarjotin.search.understanding.days import days
from tarjotin.search.understanding.denying import deny
from tarjotin.search.understanding.reading import Reading, read, without_quotes
from tarjotin.search.understanding.small_words import SMALL
from tarjotin.search.understanding.understood import Chip, Understood


def understand(text: str, *, language: str, today: date, exact: bool = False) -> Understood:
    """What a question says. `language` is the reader's: its readings of a word go first. `exact`: words only."""
    reading = read(text)
    claims = [] if exact else _claims(reading, language)
    free = [at for at in range(len(reading.words)) if at not in taken(claims)]
    sought = meanings.sought(reading, free, language)
    return Understood(
        words=without_quotes(_words(reading, free, taken(sought)) if claims else reading.text),
        chips=tuple(_chip(reading, claim) for claim in claims),
        concepts=meanings.meant(reading, sought),
        near=next((claim.near for claim in claims if claim.near), None),
        wants_near=any(claim.group == "near" and not claim.negated for claim in claims),
        age=next((int(claim.options[0]) for claim in claims if claim.group == "age"), None),
        **_days(claims, today),
    )


def _claims(reading: Reading, language: str) -> list[Claim]:
    """All criteria in the order of the words. Numbers and names go first; then the thesaurus reads what is left."""
    found: list[Claim] = []
    for source in (ages.claims, clock.claims, places.claims):
        found += [claim for claim in source(reading) if taken(found).isdisjoint(claim.span)]
    free = [at for at in range(len(reading.words)) if at not in taken(found)]
    return deny(reading, [*found, *criteria.claims(reading, free, language)])


def _chip(reading: Reading, claim: Claim) -> Chip:
    words = reading.written(claim.start, claim.stop)
    return Chip(claim.group, claim.options, words, _without(reading, claim), claim.negated)


def _without(reading: Reading, claim: Claim) -> str:
    """The question without the words of a claim, and without the marks that held them."""
    before = reading.text[: reading.words[claim.start].start]
    after = reading.text[reading.words[claim.stop - 1].end :]
    apart = before[-1:].isspace() or after[:1].isspace() or not before or not after
    left = f"{before.rstrip(' -–,;+')} {after.lstrip(' -–,;+.?!€')}" if apart else before + after
    return " ".join(left.split()).strip(" ,;-–") if any(map(str.isalnum, left)) else ""


def _words(reading: Reading, free: Sequence[int], telling: Set[int]) -> str:
    """What remains to be searched, without small words beside a criterion; "tai" of "tai chi" is none."""
    kept = [_trimmed(reading, run, telling) for run in runs(free)]
    return " ".join(reading.written(run[0], run[-1] + 1) for run in kept if run)


def _trimmed(reading: Reading, run: list[int], telling: Set[int]) -> list[int]:
    told = [at for at in run if at in telling or reading.words[at].literal or reading.words[at].key not in SMALL]
    return [at for at in run if told and told[0] <= at <= told[-1]]


def _days(claims: Sequence[Claim], today: date) -> dict[str, date | None]:
    """The days all criteria of time together span."""
    told = [claim for claim in claims if claim.group == "when" and not claim.negated]
    spans = [span for claim in told for option in claim.options if (span := days(option, today))]
    if not spans:
        return {"starts_from": None, "until": None}
    return {"starts_from": min(first for first, _ in spans), "until": max(last for _, last in spans)}
