"""Which concepts a text names: the longest wordings first, in every language it may be in. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from tarjotin.words.analysis import words
from tarjotin.words.thesaurus.book import EXACT, WEAK, Entry, fits, starting_with
from tarjotin.words.thesaurus.concept import LANGUAGES
from tarjotin.words.thesaurus.scripts import languages_of

COMPOUNDING = ("fi", "sv", "et")
SHORT = 12  # words
SHORTEST_HALF = 3


@dataclass(frozen=True, slots=True)
class Match:
    """`start` and `length` count words as `analysis.words` cuts them; `wording` is the thesaurus's. Not `exact`: part
    of a compound, a compound written apart, what a word derives from, or a word written without its diacritics."""

    code: str
    language: str
    start: int
    length: int
    wording: str
    exact: bool

    @property
    def stop(self) -> int:
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class _Candidate:
    entry: Entry
    rank: int
    start: int
    length: int
    language: str
    turn: int

    @property
    def span(self) -> range:
        return range(self.start, self.start + self.length)

    @property
    def order(self) -> tuple[int, int, int, int]:
        return -self.length, self.rank, self.turn, self.start


def find(text: str, languages: Sequence[str] | None = None) -> tuple[Match, ...]:
    """The concepts a text names, in the order of its words. Of several languages an earlier one goes first; without
    any, all that are written in the text's script are tried."""
    return find_words(words(text), languages_of(text) if languages is None else languages)


def find_words(cut: list[str], languages: Sequence[str]) -> tuple[Match, ...]:
    """The same for a text cut into words already. A word is used once; homonyms share it."""
    known = [language for language in dict.fromkeys(languages) if language in LANGUAGES]
    candidates = [found for turn, language in enumerate(known) for found in _candidates(cut, language, turn)]
    if not candidates:
        return ()
    kept = _without_lookalikes(cut, candidates)
    return tuple(sorted(_longest(kept), key=lambda match: (match.start, -match.length)))


def _candidates(cut: list[str], language: str, turn: int) -> Iterator[_Candidate]:
    for start, word in enumerate(cut):
        for entry, rank in starting_with(language, word):
            if len(entry.words) == 1 or fits(language, entry, rank, cut[start + 1 : start + len(entry.words)]):
                yield _Candidate(entry, rank, start, len(entry.words), language, turn)
    if language in COMPOUNDING and len(cut) <= SHORT:
        yield from _written_apart(cut, language, turn)


def _written_apart(cut: list[str], language: str, turn: int) -> Iterator[_Candidate]:
    """Of "kieli kahvila" the "kielikahvila", in questions and names; in long texts it would only cost time."""
    pairs = ((at, cut[at], cut[at + 1]) for at in range(len(cut) - 1))
    for start, first, second in pairs:
        if min(len(first), len(second)) < SHORTEST_HALF:
            continue
        for entry, rank in starting_with(language, first + second):
            if rank == EXACT and len(entry.words) == 1 and not entry.never:
                yield _Candidate(entry, WEAK, start, 2, language, turn)


def _without_lookalikes(cut: list[str], candidates: list[_Candidate]) -> list[_Candidate]:
    nevers = [each for each in candidates if each.entry.never]
    return [
        each for each in candidates if not each.entry.never and not any(_blocks(cut, never, each) for never in nevers)
    ]


def _blocks(cut: list[str], never: _Candidate, each: _Candidate) -> bool:
    """A lookalike blocks what it covers. Where both have the same basic form, the word as written decides."""
    if never.entry.code != each.entry.code or never.rank > each.rank or not set(never.span) >= set(each.span):
        return False
    if never.span != each.span or set(never.entry.keys[0]).isdisjoint(each.entry.keys[0]):
        return True
    written = " ".join(cut[at] for at in each.span)
    return _likeness(written, never.entry) > _likeness(written, each.entry)


def _likeness(written: str, entry: Entry) -> tuple[int, bool]:
    told = " ".join(entry.words)
    return _shared(written, told), written == told


def _shared(a: str, b: str) -> int:
    """How many letters two texts have in common from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


def _longest(candidates: list[_Candidate]) -> Iterator[Match]:
    """The longest and surest first; what covers exactly the same words as surely and in the same language shares."""
    taken: dict[int, tuple[range, int, int]] = {}
    told: set[tuple[str, int]] = set()
    for each in sorted(candidates, key=lambda candidate: candidate.order):
        mine = (each.span, each.rank, each.turn)
        if all(taken.get(at, mine) == mine for at in each.span) and (each.entry.code, each.start) not in told:
            taken.update(dict.fromkeys(each.span, mine))
            told.add((each.entry.code, each.start))
            yield Match(each.entry.code, each.language, each.start, each.length, each.entry.wording, each.rank == EXACT)
