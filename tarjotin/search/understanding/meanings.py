"""What the thesaurus knows of the words of a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from tarjotin.search.understanding.claims import runs
from tarjotin.search.understanding.reading import Reading
from tarjotin.search.understanding.understood import Meant
from tarjotin.words import voikko
from tarjotin.words.thesaurus import Concept, Match, find_words, languages_of, thesaurus

MOSTLY = 0.6  # of the words


def matches(reading: Reading, free: Iterable[int], language: str) -> Iterator[Match]:
    """Matches in each run of free words, counted from the question's first word."""
    finnish = _is_finnish(reading, language)
    for run in runs(at for at in free if not reading.words[at].literal):
        keys = [reading.words[at].key for at in run]
        for found in find_words(keys, languages_of(" ".join(keys), first="fi" if finnish else language)):
            if not (finnish and found.language != "fi" and all(map(_is_known, keys[found.start : found.stop]))):
                yield replace(found, start=run[0] + found.start)


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


def _is_sought(concept: Concept, match: Match) -> bool:
    """Topics, and audiences that are only part of a word: "senioritanssi"."""
    return concept.is_topic or (concept.kind == "audience" and not match.exact)


def _is_finnish(reading: Reading, language: str) -> bool:
    """Whether most words are in the Finnish dictionary: then "teen" is "I do" and nobody's age. Of other readers two
    words may be in it by chance: "no job"."""
    keys: Sequence[str] = [key for key in reading.keys if not key.isdecimal()]
    return len(keys) > (1 if language == "fi" else 2) and sum(map(_is_known, keys)) >= MOSTLY * len(keys)


@lru_cache(maxsize=20_000)
def _is_known(word: str) -> bool:
    return voikko.forms(word) is not None
