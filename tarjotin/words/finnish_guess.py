"""A key for a Finnish word that nobody knows: without endings, one for both grades of its last consonants.

Not a word itself: only compared with other keys.
"""

from __future__ import annotations

import re

SHORTEST = 4  # letters that stay of a word
SHORTEST_KEY = 3

_V = "[aeiouyäö]"
_ADDED = re.compile(rf"(?<=\w{{{SHORTEST}}})(?:kaan|kään|han|hän)$")
_OWNED = re.compile(rf"(?<=\w{{{SHORTEST}}})(?:ns[aä]|mme|nne)$")
_CASE = re.compile(
    rf"(?<=\w{{{SHORTEST}}})(?:(?:ss|st|ll|lt|tt)[aä]|lle|ksi|kse|sti|n[aä]|(?<={_V})s(?:ee|ii)n|h{_V}n|den|tten|ten|jen|j[aä]|"
    rf"v[aä]t|m[aä](?:ss[aä]|[aä]n)|mi(?:nen|se)|(?<={_V})t[aä]|(?<=[sl])t[aä]|(?<={_V}){_V}n|(?<=i)[aä]|n|t)$"
)
# What becomes of "suomalainen" and "kehitys" before endings.
_LAST: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w\w\w)i(?:nen|se|si|s)$"), ""),
    (re.compile(rf"(?<={_V})(?:kse|ksi)$"), "s"),
    (re.compile(r"(?<=[uy])(?:de|te|ks|t)$"), "s"),
)
_VOWELS = re.compile(rf"{_V}+$")
_GRADES: tuple[tuple[str, str], ...] = tuple(
    (a, b) for a, b in (pair.split(">") for pair in "kk>k pp>p tt>t ng>nk mm>mp nn>nt ll>lt rr>rt d>t v>p".split())
)


def key(word: str) -> str:
    bare = _OWNED.sub("", _ADDED.sub("", word))
    bare = bare if bare.endswith("nen") else _CASE.sub("", bare)
    for pattern, instead in _LAST:
        bare = pattern.sub(instead, bare)
    shorter = _VOWELS.sub("", bare)
    return _one_grade(shorter) if len(shorter) >= SHORTEST_KEY else bare


def _one_grade(stem: str) -> str:
    return next((stem[: -len(other)] + one for other, one in _GRADES if stem.endswith(other)), stem)
