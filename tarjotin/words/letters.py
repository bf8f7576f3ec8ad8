"""Letters: what is the same letter written another way, in each script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks that stay apart from their letter after NFKC: Latin combining marks, Arabic vowel signs and the long stroke.
_MARKS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670\u0640]")
_UNFOLDED = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})
# One letter for what Arabic, Persian and Kurdish write in several ways; hamza goes as a mark.
_ARABIC = str.maketrans("ىیېێےکگةەھۀہۆۇڕڵٱ", "يييييكگههههه" + "وورلا")
_DIGITS = re.compile(r"\d")


def clean(text: str) -> str:
    """The text without lone surrogates and NUL, which neither the database nor the index can hold."""
    return text.encode("utf-8", "ignore").decode("utf-8").replace("\x00", " ")


def normalise(text: str) -> str:
    """Lower case, one way to write each letter, digits of every script as 0 to 9."""
    lower = _MARKS.sub("", unicodedata.normalize("NFKC", clean(text)).casefold())
    return lower if lower.isascii() else _DIGITS.sub(lambda digit: str(unicodedata.digit(digit[0])), lower)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Without diacritics, and one letter for its variants: "töölö" → "toolo", "أحمد" → "احمد"."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFKD", word.translate(_UNFOLDED))
    return _MARKS.sub("", apart).translate(_ARABIC)
