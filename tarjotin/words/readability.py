"""How heavy a Finnish text is to read: its sentences, its long words, LIX. Pure; a hint to writers, never a gate.

The measures and their limits are those of docs/quality.md, M8.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:[-:'’][^\W\d_]+)*")
SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
LONG_LETTERS = 7  # LIX: a word is long when it has more than six letters
LONG_SYLLABLES = 4
VOWELS = "aeiouyåäö"
# Vowels that make one syllable together; the last three only in the first syllable, which this count passes over:
# it takes them as one everywhere, and so finds a word a little shorter than it may be.
DIPHTHONGS = frozenset(
    ["ai", "ei", "oi", "ui", "yi", "äi", "öi", "au", "eu", "iu", "ou", "ey", "iy", "äy", "öy", "ie", "uo", "yö"]
)


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures over some sentences; shares are per cent of the words."""

    sentences: int
    words: int
    longest: int  # words in the longest sentence
    words_a_sentence: float
    long_words: float  # of four syllables or more
    lix: float


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with at least one word."""
    return [part for part in SENTENCE_END.split(text) if WORD.search(part)]


def words(text: str) -> list[str]:
    return WORD.findall(text)


def syllables(word: str) -> int:
    """How many syllables a Finnish word has: one for each vowel, long vowel or diphthong; of a compound all of them."""
    count, previous = 0, ""
    for letter in word.casefold():
        if letter in VOWELS and previous + letter not in DIPHTHONGS and previous != letter:
            count, previous = count + 1, letter
        else:
            previous = ""  # a third vowel in a row begins a syllable of its own
    return max(count, 1)


def measured(texts: Iterable[str]) -> Measured:
    """The figures over all sentences of some texts. Raises `ValueError` when there is no word in them."""
    found = [words(sentence) for text in texts for sentence in sentences(text)]
    every = [word for sentence in found for word in sentence]
    if not every:
        raise ValueError("no word to measure")
    a_sentence = len(every) / len(found)
    long_letters = 100 * sum(len(word) >= LONG_LETTERS for word in every) / len(every)
    return Measured(
        sentences=len(found),
        words=len(every),
        longest=max(map(len, found)),
        words_a_sentence=round(a_sentence, 1),
        long_words=round(100 * sum(syllables(word) >= LONG_SYLLABLES for word in every) / len(every), 1),
        lix=round(a_sentence + long_letters, 1),
    )
