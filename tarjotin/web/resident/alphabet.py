"""Words in the order of their language's alphabet, parted into stretches that are read at a glance. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

ENOUGH = 20  # words, after which the next letter begins a new stretch
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Where it is another order than that of the letters' numbers in Unicode.
ALPHABETS: dict[str, str] = {
    "fi": _LATIN + "åäö",
    "sv": _LATIN + "åäö",
    "et": "abcdefghijklmnopqrsšzžtuvwõäöüxy",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "fa": "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ckb": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ",
}
_AFTER_ALL = 1_000
_ALEF = str.maketrans("أإآ", "ااا")  # one letter, however it is written


@dataclass(frozen=True, slots=True)
class Stretch(Generic[T]):
    """Words from one initial to another; `first` and `last` are the same when there is only one."""

    first: str
    last: str
    words: tuple[T, ...]

    @property
    def name(self) -> str:
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


def place(language: str, word: str) -> list[int]:
    """Where a word stands in a dictionary of the language."""
    alphabet = ALPHABETS.get(language, "")
    letters = word.lower().translate(_ALEF)
    return [at if (at := alphabet.find(letter)) >= 0 else _AFTER_ALL + ord(letter) for letter in letters]


def stretches(words: Iterable[T], language: str, text: Callable[[T], str]) -> list[Stretch[T]]:
    """All words in order; a new stretch begins with a new letter when there are enough words in the last."""
    parted: list[list[T]] = []
    for word in sorted(words, key=lambda each: place(language, text(each))):
        if not parted or (len(parted[-1]) >= ENOUGH and _initial(text(parted[-1][-1])) != _initial(text(word))):
            parted.append([])
        parted[-1].append(word)
    return [_stretch(part, text) for part in parted]


def _stretch(words: Sequence[T], text: Callable[[T], str]) -> Stretch[T]:
    return Stretch(_initial(text(words[0])), _initial(text(words[-1])), tuple(words))


def _initial(word: str) -> str:
    return word[:1].upper().translate(_ALEF)
