"""A sorted list of labels, asked by how a word of theirs begins. Pure; two binary searches a question."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from tarjotin.words.analysis import fold, normalise

MOST = 10
_INNER = re.compile(r"(?<=\W)\w")
_LAST = chr(0x10FFFF)  # after every letter


@dataclass(frozen=True, slots=True)
class Label:
    """What something is called; `kinds` are those of all that is called so."""

    text: str
    kinds: tuple[str, ...]


class Labels:
    """Kept as folded texts in order, and the places at which their other words begin, in the order of what follows:
    some hundred bytes a label."""

    def __init__(self, kinds_of: Mapping[str, tuple[str, ...]]) -> None:
        told = sorted((_folded(text), text) for text in kinds_of)
        self._labels = [Label(text, kinds_of[text]) for _, text in told]
        self._folded = [folded for folded, _ in told]
        places = [(at, word.start()) for at, folded in enumerate(self._folded) for word in _INNER.finditer(folded)]
        places.sort(key=lambda place: self._folded[place[0]][place[1] :])
        self._at = array("I", (at for at, _ in places))
        self._start = array("I", (start for _, start in places))

    def __len__(self) -> int:
        return len(self._labels)

    def beginning(self, typed: str, most: int = MOST) -> list[Label]:
        """The labels that begin with what is typed, then those of which another word does; diacritics aside."""
        wanted = _folded(typed)
        if not wanted:
            return []
        first, last = (bisect_left(self._folded, end) for end in (wanted, wanted + _LAST))
        numbers = range(len(self._at))
        inner, after = (bisect_left(numbers, end, key=self._following) for end in (wanted, wanted + _LAST))
        found = dict.fromkeys(range(first, min(last, first + most)))
        others = (self._at[place] for place in range(inner, after) if self._at[place] not in found)
        found |= dict.fromkeys(islice(dict.fromkeys(islice(others, most * most)), most - len(found)))
        return [self._labels[at] for at in found]

    def _following(self, place: int) -> str:
        """The label from one of its words on."""
        return self._folded[self._at[place]][self._start[place] :]


def _folded(text: str) -> str:
    return fold(" ".join(normalise(text).split()))
