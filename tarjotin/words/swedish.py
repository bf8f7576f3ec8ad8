"""Swedish: Snowball's stems, and what a compound is made of by the words of this field."""

from __future__ import annotations

from functools import cache

from tarjotin.words import lists, stemming
from tarjotin.words.forms import Forms

SHORTEST_FRONT = 2  # "is|hall"
SHORTEST_HEAD = 3
SHORTEST_HEAD_OF_UNKNOWN = 4  # behind a front that is no word of ours
_LINKS = ("", "s", "e", "a", "o")  # "ungdoms|gård", "kvinno|grupp"


def forms(word: str) -> Forms:
    stem = stemming.stem("sv", word)
    return Forms((stem,), () if stem in _stems() else _parts(stem))


def is_whole(stem: str) -> bool:
    """A word of ours that is no compound: "gemensam" does not end with "ensam"."""
    return stem in _stems()


@cache
def _stems() -> frozenset[str]:
    return frozenset(stemming.stem("sv", word) for line in lists.lines("swedish_words") for word in line)


def _parts(stem: str) -> tuple[str, ...]:
    """Head and front of a compound, as stems; of several heads the longest with a known front, else the longest."""
    cuts = [(stem[:at], stem[at:]) for at in range(SHORTEST_FRONT, len(stem) - SHORTEST_HEAD + 1)]
    known = [(front, head) for front, head in cuts if head in _stems()]
    for front, head in known:
        if found := _front(front):
            return tuple(dict.fromkeys((found, head)))
    return next(((head,) for _, head in known if len(head) >= SHORTEST_HEAD_OF_UNKNOWN), ())


def _front(text: str) -> str:
    bare = (text.removesuffix(link) for link in _LINKS if text.endswith(link))
    return next((stem for one in bare if (stem := stemming.stem("sv", one)) in _stems()), "")
