"""Does a word look like somebody's name? Then it must not be kept. Pure; rather once too often than too seldom.

A name that is also an everyday word ("satu", "tuuli") counts as the word.
"""

from __future__ import annotations

import re
from functools import cache

from tarjotin.words import lists, voikko
from tarjotin.words.analysis import fold, forms, normalise, plain_forms

KINDS = frozenset({"etunimi", "sukunimi", "nimi"})  # how the Finnish dictionary calls them
# Surnames of words no dictionary knows: Finnish, Swedish; Russian and Ukrainian, with the names of fathers.
_ENDING = re.compile(r".{3,}(?:nen|sson|qvist|dotter|ович|евич|овна|евна|івна|ївна|енко|швили)")


# Endings behind names that no dictionary knows: of Finnish ("fatimalle"), and the genitive of Swedish and English.
_CASE = re.compile(r"(.{3,}?)i?(?:n|[aä]|lle|ll[aä]|lt[aä]|st[aä]|ss[aä]|ksi|s)")


def looks_like_a_name(word: str) -> bool:
    """Of a normalised word, in whatever form a name may have."""
    if not _known().isdisjoint(_base_forms(word)):
        return True
    if kinds := voikko.kinds(word):
        return kinds <= KINDS
    ended = _CASE.fullmatch(fold(word))
    return bool(ended and ended[1] in _known()) or bool(_ENDING.fullmatch(word))


def _base_forms(word: str) -> set[str]:
    plain = fold(word)
    return {plain, *map(fold, forms("fi", word).lemmas)} if plain.isascii() else {plain, *plain_forms(word)}


@cache
def _known() -> frozenset[str]:
    names = {normalise(name) for line in lists.lines("personal_names") for name in line}
    others = (form for name in names if not fold(name).isascii() for form in plain_forms(name))
    return frozenset({*map(fold, names), *others})
