"""Word patterns: `jumppa` is that word, `kunto*` begins so, `*jumppa` ends so, `*jumppa*` has it inside.

A space parts the words of a phrase. Finnish inflects and compounds, so a rule is a stem with stars. Each distinct word
of the texts is held against the patterns once and remembered: a record then costs one look-up a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
REMEMBERED = 200_000  # words; a full re-import of the region has some 150,000 distinct ones

Found: TypeAlias = tuple[int, str]  # which rule, by which words of the text


def words_of(text: str) -> list[str]:
    """The words in lower case, without soft hyphens and zero-width marks; a hyphen parts words."""
    return WORD.findall(text.replace("\u00ad", "").replace("\u200b", "").lower())


@dataclass(frozen=True, slots=True)
class Glob:
    """One word with stars at its ends."""

    core: str
    open_start: bool
    open_end: bool

    @classmethod
    def parse(cls, text: str) -> Glob:
        core = text.strip("*")
        if not core or "*" in core:
            raise ValueError(f"a star stands only at the ends of a word: {text!r}")
        return cls(core.lower(), text.startswith("*"), text.endswith("*"))

    def fits(self, word: str) -> bool:
        if self.open_start and self.open_end:
            return self.core in word
        if self.open_start:
            return word.endswith(self.core)
        return word.startswith(self.core) if self.open_end else word == self.core


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word or several in a row."""

    globs: tuple[Glob, ...]

    @classmethod
    def parse(cls, text: str) -> Pattern:
        words = re.split(r"[\s\-]+", text.strip())
        return cls(tuple(Glob.parse(word) for word in words))

    def fits(self, words: list[str], start: int) -> bool:
        stretch = words[start : start + len(self.globs)]
        return len(stretch) == len(self.globs) and all(
            glob.fits(word) for glob, word in zip(self.globs, stretch, strict=True)
        )


def patterns_of(text: str) -> tuple[Pattern, ...]:
    """Patterns as they stand in the rule files: parted by commas."""
    return tuple(Pattern.parse(part) for part in text.split(",") if part.strip())


class Matcher:
    """Finds which rules a text speaks of."""

    def __init__(self, rules: Iterable[tuple[int, Iterable[Pattern], Iterable[Pattern]]]) -> None:
        """Each rule: its number, its patterns, and those that never count although they fit (false friends)."""
        self._never: dict[int, tuple[Pattern, ...]] = {}  # the false friends of one word
        self._never_in_a_row: dict[int, tuple[Pattern, ...]] = {}
        self._by_core: dict[tuple[bool, bool], dict[str, list[tuple[int, Pattern]]]] = {}
        for number, patterns, never in rules:
            friends = tuple(never)
            self._never[number] = tuple(friend for friend in friends if len(friend.globs) == 1)
            self._never_in_a_row[number] = tuple(friend for friend in friends if len(friend.globs) > 1)
            for pattern in patterns:
                first = pattern.globs[0]
                ends = self._by_core.setdefault((first.open_start, first.open_end), {})
                ends.setdefault(first.core, []).append((number, pattern))
        self._inside = tuple(self._by_core.get((True, True), {}).items())
        self._remembered: dict[str, tuple[tuple[int, Pattern], ...]] = {}

    def find(self, words: list[str]) -> list[Found]:
        """Rules in the order of their words, each rule once."""
        found: dict[int, str] = {}
        remembered = self._remembered
        for position, word in enumerate(words):
            candidates = remembered.get(word)
            if candidates is None:
                candidates = self._remember(word)
            for number, pattern in candidates:  # most words have none
                if number not in found and self._counts(number, pattern, words, position):
                    found[number] = " ".join(words[position : position + len(pattern.globs)])
        return list(found.items())

    def _counts(self, number: int, pattern: Pattern, words: list[str], position: int) -> bool:
        if len(pattern.globs) > 1 and not pattern.fits(words, position):
            return False
        friends = self._never_in_a_row[number]
        return not friends or not any(friend.fits(words, position) for friend in friends)

    def _remember(self, word: str) -> tuple[tuple[int, Pattern], ...]:
        if len(self._remembered) >= REMEMBERED:
            self._remembered.clear()
        candidates = self._remembered[word] = tuple(
            (number, pattern)
            for number, pattern in dict.fromkeys(self._candidates(word))
            if not any(friend.globs[0].fits(word) for friend in self._never[number])
        )
        return candidates

    def _candidates(self, word: str) -> Iterator[tuple[int, Pattern]]:
        """Patterns whose first word fits."""
        yield from self._by_core.get((False, False), {}).get(word, ())
        beginnings, endings = self._by_core.get((False, True), {}), self._by_core.get((True, False), {})
        for cut in range(1, len(word) + 1):
            yield from beginnings.get(word[:cut], ())
            yield from endings.get(word[-cut:], ())
        for core, patterns in self._inside:
            if core in word:
                yield from patterns
