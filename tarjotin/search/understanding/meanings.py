"""What the thesaurus knows of the words: properties and audiences are criteria, the rest is what is sought."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tarjotin.search.understanding.claims import Claim, runs, taken
from tarjotin.search.understanding.reading import Reading
from tarjotin.search.understanding.small_words import NEGATORS, SMALL
from tarjotin.search.understanding.understood import Meant
from tarjotin.words.analysis import normalise
from tarjotin.words.thesaurus import Concept, Match, find_words, languages_of, thesaurus

# "Tonight" is today and in the evening.
_TONIGHT = frozenset(
    normalise(
        "iltana iltaksi kväll ikväll tonight evening õhtul вечером ввечері الليلة المساء caawa امشب ئەمشەو huomisiltana"
    ).split()
)


def claims(reading: Reading, free: Sequence[int], language: str) -> list[Claim]:
    met = list(matches(reading, free, language))
    shared = _asked_for(reading, free, met)
    found = [claim for match in met if (match.start, match.stop) not in shared for claim in _claims(reading, match)]
    whole = (claim for claim in dict.fromkeys(found) if not _is_inside(reading, claim, found))
    return sorted(whole, key=lambda claim: claim.start)


def sought(reading: Reading, free: Iterable[int], language: str) -> list[Match]:
    """What the words that are no criteria mean."""
    return [match for match in matches(reading, free, language) if _is_sought(thesaurus()[match.code], match)]


def meant(reading: Reading, found: Iterable[Match]) -> tuple[Meant, ...]:
    """Each concept once, by the words that name it first; a whole word goes before a part of one."""
    best: dict[str, Meant] = {}
    for match in found:
        mine = Meant(match.code, reading.written(match.start, match.stop), match.exact)
        if match.code not in best or (mine.exact and not best[match.code].exact):
            best[match.code] = mine
    return tuple(best.values())


def matches(reading: Reading, free: Iterable[int], language: str) -> Iterator[Match]:
    """Matches in each run of free words, counted from the question's first word."""
    for run in runs(at for at in free if not reading.words[at].literal):
        keys = [reading.words[at].key for at in run]
        for found in find_words(keys, _languages(keys, language)):
            yield replace(found, start=run[0] + found.start)


def _languages(keys: Sequence[str], language: str) -> tuple[str, ...]:
    return languages_of(" ".join(keys), first=language)


def _claims(reading: Reading, match: Match) -> Iterator[Claim]:
    criterion = thesaurus()[match.code].criterion
    if criterion is None or not _is_a_claim(match):
        return
    yield Claim(criterion.group, criterion.options, match.start, match.stop)
    keys = reading.keys[match.start : match.stop]
    if criterion.group == "when" and not _TONIGHT.isdisjoint(keys):
        yield Claim("time", ("evening",), match.start, match.stop)


def _asked_for(reading: Reading, free: Sequence[int], met: Sequence[Match]) -> set[tuple[int, int]]:
    """Words that say a criterion and a need alike ("kipeä selkä") ask for help when nothing else is sought."""
    criteria = taken(match for match in met if _is_a_claim(match))
    if any(at not in criteria and reading.words[at].key not in SMALL | NEGATORS for at in free):
        return set()
    return {(match.start, match.stop) for match in met if match.exact and thesaurus()[match.code].is_topic}


def _is_a_claim(match: Match) -> bool:
    return match.exact and _is_criterion(thesaurus()[match.code])


def _is_inside(reading: Reading, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether a hyphen joins it to a word that says no criterion: "gluten-free" costs something."""
    before = claim.start - 1
    return before >= 0 and reading.is_hyphenated(before) and not any(before in each.span for each in claims)


def _is_criterion(concept: Concept) -> bool:
    return concept.kind in ("property", "audience") and concept.criterion is not None


def _is_sought(concept: Concept, match: Match) -> bool:
    """Topics, and audiences that are only part of a word: "senioritanssi"."""
    return concept.is_topic or (concept.kind == "audience" and not match.exact)
