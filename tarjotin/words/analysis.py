"""Words: how texts and questions are cut and brought to a common form. Pure; raise ANALYSIS_VERSION with every change.

A word is kept as its stem (Finnish, Swedish, English) and, for every language, as its plain form without diacritics.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from tarjotin.common.text import LocalisedText

ANALYSIS_VERSION = 2
STEMMED: dict[str, str] = {"fi": "finnish", "sv": "swedish", "en": "english"}
LONGEST_WORD = 40
LONGEST_QUESTION = 1_000  # characters looked at
MOST_WORDS = 20  # of a question
# Letters of a compound's parts, as stems: "jää|hal", "tuoli|jump".
SHORTEST_FRONT = 3
SHORTEST_HEAD = 3

# What carries no meaning in a question: "jooga ja pilates", "groups for parents". Our own short list.
_EMPTY = """
    ja tai sekä on ovat ei se että kun jos myös missä mitä mikä milloin kuka voi
    och eller är i på för med till att en ett den det som av om var vad när
    and or the a an is are in on at for to of with where what when
"""
EMPTY_WORDS = frozenset(_EMPTY.split())

_APART = re.compile(r"[^\w]+|_+")
_HYPHENS = "-\u2010\u2011\u00ad"
_HYPHENATED = re.compile(rf"\w+(?:[{_HYPHENS}]\w+)+")
# Marks that stay apart from their letter after NFKC: Latin combining marks, Arabic vowel signs and the long stroke.
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
_UNFOLDED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})


class _Stemmers(threading.local):
    """A stemmer keeps the word at hand in itself, so each thread has its own."""

    def __init__(self) -> None:
        self.of = {language: snowballstemmer.stemmer(name) for language, name in STEMMED.items()}


_stemmers = _Stemmers()


def clean(text: str) -> str:
    """The text without lone surrogates and NUL, which neither the database nor the index can hold."""
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", " ")


def normalise(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", clean(text)).casefold())


def words(text: str) -> list[str]:
    """The words of a text in order, lower case; of "ruoka-apu" both parts."""
    return _cut(normalise(text))


def _cut(normalised: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _APART.split(normalised) if word]


def _joined(normalised: str) -> Iterator[str]:
    """Hyphenated words as one: "ruoka-apu" is found by "ruokaapu" too."""
    for found in _HYPHENATED.findall(normalised):
        yield "".join(part for part in _APART.split(found) if part)[:LONGEST_WORD]


@lru_cache(maxsize=200_000)
def stem(language: str, word: str) -> str:
    return str(_stemmers.of[language].stemWord(word))


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Without diacritics: "töölö" → "toolo"."""
    apart = unicodedata.normalize("NFKD", word.translate(_UNFOLDED))
    return _MARKS.sub("", apart)


def question_words(text: str) -> tuple[str, ...]:
    """What is searched: at most twenty different words, without empty ones unless there are no others."""
    found = list(dict.fromkeys(words(text[:LONGEST_QUESTION])))
    telling = [word for word in found if word not in EMPTY_WORDS and (len(word) > 1 or word.isdigit())]
    return tuple((telling or found)[:MOST_WORDS])


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text as the index keeps it: stems by language, and plain forms of all languages together."""

    stems: dict[str, list[str]]
    plain: list[str]


def tokens(*texts: LocalisedText) -> Tokens:
    stems: dict[str, list[str]] = {language: [] for language in STEMMED}
    plain: list[str] = []
    for wording in (wording for text in texts for wording in text.wordings):
        normalised = normalise(wording.text)
        found = [*_cut(normalised), *_joined(normalised)]
        plain += [fold(word) for word in found]
        if wording.language in STEMMED:
            cut = [stem(wording.language, word) for word in found]
            stems[wording.language] += cut
            # Also the stem without diacritics, so that an inflected "jaahallissa" finds "jäähalli".
            plain += [folded for word, root in zip(found, cut, strict=True) if (folded := fold(root)) != fold(word)]
    return Tokens(stems, plain)


def surfaces(*texts: LocalisedText) -> list[str]:
    """The different words of texts as written: what a misspelt word may be corrected to."""
    return sorted({word for text in texts for wording in text.wordings for word in words(wording.text)})


def heads(*texts: LocalisedText) -> list[str]:
    """What words may end with as compounds: of "tuolijumppa" also "jump", but of "novelli" never "vel"."""
    pairs = ((w.language, w.text) for text in texts for w in text.wordings if w.language in ("fi", "sv"))
    stems = {stem(language, word) for language, text in pairs for word in words(text)}
    return sorted({root[at:] for root in stems for at in range(SHORTEST_FRONT, len(root) - SHORTEST_HEAD + 1)})


def distance(a: str, b: str) -> int:
    """Typing errors between two words: a letter more, less, other, or two swapped."""
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
