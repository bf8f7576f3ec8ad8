"""A question cut into words that know where they stand, so that some can be taken out again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tarjotin.words.analysis import clean, normalise, words

LONGEST = 1_000  # characters looked at
MOST_WORDS = 30

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_QUOTE = '"„“”«»'
_QUOTED = re.compile(f"[{_QUOTE}]([^{_QUOTE}]*)[{_QUOTE}]")

# "70v", "5pm": a number and its unit.
_NUMBER_AND_UNIT = re.compile(r"(\d{1,3})(v|vuotias|vuotia\w+|åring\w*|år|yo|y|pm|am|aasta\w+|лет|jir|سنة|ساله|ساڵ)")
# "keskiviikkoiltana", "onsdagskväll", "kolmapäevaõhtul": a day and a time of day.
_DAY_AND_TIME = re.compile(
    r"((?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai|viikonloppu|arki)"
    r"|(?:mån|tis|ons|tors|fre|lör|sön)dag(?=s?(?:morgon|för|efter|kväll))|(?:esmas|teisi|kolma|nelja)päeva(?=hommik|õhtu))"
    r"-?s?((?:aamu|päivä|iltapäiv|ilt|ill)\w+|(?:morgon|förmiddag|eftermiddag|kväll)\w*|(?:hommik|õhtu)\w*)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """`key` is the word as the analysis cuts it; `literal` stood in quotes and means nothing but itself."""

    key: str
    start: int
    end: int
    literal: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    text: str
    words: tuple[Word, ...]

    @property
    def keys(self) -> list[str]:
        return [word.key for word in self.words]

    def between(self, at: int) -> str:
        """What stands between a word and the next one, or the end."""
        after = self.words[at + 1].start if at + 1 < len(self.words) else len(self.text)
        return self.text[self.words[at].end : after]

    def written(self, start: int, stop: int) -> str:
        """The words from `start` up to `stop`, as written."""
        return self.text[self.words[start].start : self.words[stop - 1].end] if start < stop else ""

    def is_hyphenated(self, at: int) -> bool:
        """Whether a hyphen joins a word to the next one."""
        return at + 1 < len(self.words) and self.between(at) in ("-", "\u2010", "\u2011")


def read(text: str) -> Reading:
    """At most a thousand characters and thirty words."""
    cut = " ".join(unicodedata.normalize("NFKC", clean(text[:LONGEST]))[:LONGEST].split())
    quoted = [match.span(1) for match in _QUOTED.finditer(cut)]
    found = [word for match in _WORD.finditer(cut) for word in _words(match[0], match.start(), quoted)]
    return Reading(cut, tuple(found[:MOST_WORDS]))


def without_quotes(text: str) -> str:
    return " ".join(re.sub(f"[{_QUOTE}]", " ", text).split())


def _words(written: str, start: int, quoted: list[tuple[int, int]]) -> Iterator[Word]:
    literal = any(first <= start < last for first, last in quoted)
    capital = written[0].isupper()
    for piece, at in [(written, start)] if literal else _pieces(written, start):
        if key := "".join(words(piece)):
            yield Word(key, at, at + len(piece), literal, capital)


def _pieces(written: str, start: int) -> list[tuple[str, int]]:
    lower = normalise(written)
    found = _NUMBER_AND_UNIT.fullmatch(lower) or _DAY_AND_TIME.fullmatch(lower)
    if found is None or len(lower) != len(written):
        return [(written, start)]
    cut = found.start(2)
    return [(written[: found.end(1)], start), (written[cut:], start + cut)]
