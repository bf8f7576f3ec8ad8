"""Loose stems for languages without a stemmer: prefixes and endings that say nothing of the meaning. Pure.

They may cut too much, so they only meet each other among a few thousand wordings; those of the index stand in
`words/light.py`.
"""

from __future__ import annotations

from functools import lru_cache

_PREFIXES: dict[str, tuple[str, ...]] = {"ar": ("وال", "بال", "كال", "فال", "لل", "ال")}
# The longest first.
_ENDINGS: dict[str, tuple[str, ...]] = {
    "uk": tuple(
        "ового овому остей ього ьому ими ого ому ами ями ові еві ості ість ій ий ої ою ею ах ях ів ам ям ем ом им "
        "их іх ка ки ку ці а у и і о е ю я ь й".split()
    ),
    "ar": ("اتها", "ها", "ان", "ات", "ون", "ين", "ية", "يه", "ه", "ة", "ي"),
    "fa": ("های", "ها", "هایی", "ان", "ی", "ه"),
    "ckb": ("ەکان", "ەکە", "یەکان", "انی", "ان", "ێک", "دا", "ی"),
    "so": (
        "yada",
        "yaasha",
        "ooyinka",
        "aha",
        "yo",
        "ka",
        "ga",
        "ha",
        "da",
        "ta",
        "dii",
        "kii",
        "gii",
        "tii",
        "u",
        "ii",
    ),
}
SHORTEST = {"uk": 4, "ar": 3, "fa": 3, "ckb": 3, "so": 4}


@lru_cache(maxsize=5_000)
def loose_stem(language: str, word: str) -> str:
    """The word without one prefix and one ending, when enough of it is left; else the word."""
    shortest = SHORTEST.get(language)
    if shortest is None:
        return word
    prefix = next((p for p in _PREFIXES.get(language, ()) if word.startswith(p) and len(word) - len(p) >= shortest), "")
    stem = word.removeprefix(prefix)
    endings = (e for e in _ENDINGS[language] if stem.endswith(e) and len(stem) - len(e) >= shortest)
    return stem.removesuffix(max(endings, key=len, default=""))
