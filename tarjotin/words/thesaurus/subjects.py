"""For pages that show what is understood: which concepts belong to a subject (a data file), and how they are said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from tarjotin.words.analysis import forms, words
from tarjotin.words.thesaurus.loading import DATA

_TABLE = re.compile(r"^\[([^\[\]]+)\]$", re.MULTILINE)


@cache
def subjects() -> Mapping[str, tuple[str, ...]]:
    """Subject → the codes of its concepts, in the order of the file."""
    return {file.stem: tuple(_TABLE.findall(file.read_text(encoding="utf-8"))) for file in sorted(DATA.glob("*.toml"))}


def said_apart(wordings: Iterable[str], language: str) -> tuple[str, ...]:
    """The wordings without those that only inflect an earlier one: of "uida, uimaan" the first."""
    kept: dict[str, list[frozenset[str]]] = {}
    for wording in wordings:
        read = [frozenset(forms(language, word).lemmas) for word in words(wording)]
        if not any(_is_same(read, other) for other in kept.values()):
            kept[wording] = read
    return tuple(kept)


def _is_same(a: list[frozenset[str]], b: list[frozenset[str]]) -> bool:
    return len(a) == len(b) and not any(mine.isdisjoint(other) for mine, other in zip(a, b, strict=True))
