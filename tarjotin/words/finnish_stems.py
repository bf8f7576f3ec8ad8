"""What Finnish endings are put on: the stems of a word, told by how its basic form ends. Rather too many than too few.

A stem that no inflected word has does no harm: it is only ever compared with words that people write.
"""

from __future__ import annotations

import re

VOWELS = "aeiouyäö"
# The weak grade of the last consonants, and which strong ones a weak one may stand for.
_WEAKENED = (
    ("kk", "k"),
    ("pp", "p"),
    ("tt", "t"),
    ("nk", "ng"),
    ("mp", "mm"),
    ("nt", "nn"),
    ("lt", "ll"),
    ("rt", "rr"),
)
# Stems that follow from no rule.
_IRREGULAR: dict[str, tuple[str, ...]] = {"lapsi": ("las",), "mies": ("miehe", "miehi")}
_SINGLE = (("p", "v"), ("t", "d"), ("k", ""))


def weak(stem: str) -> set[str]:
    """A consonant stem in its weak grade: "jump" of "jumpp", "ran(n)" of "rant"; and as it is."""
    for strong, other in _WEAKENED:
        if stem.endswith(strong):
            return {stem, stem[: -len(strong)] + other}
    for strong, other in _SINGLE:
        if stem.endswith(strong) and not stem.endswith(("st", "sk", "sp", "tk")):
            ways = {stem, stem[:-1] + other}
            return ways | {stem[:-1] + "v"} if stem.endswith(("uk", "yk")) else ways
    return {stem}


def strong(stem: str) -> set[str]:
    """The strong grades a weak consonant stem may have: "taid" → "tait", "vaat" → "vaatt"; and as it is."""
    ways = {stem}
    for full, other in _WEAKENED:
        if stem.endswith(other):
            ways.add(stem[: len(stem) - len(other)] + full)
    for full, other in _SINGLE:
        if other and stem.endswith(other):
            ways.add(stem[:-1] + full)
    return ways | ({stem + "k"} if stem[-1:] in VOWELS else set())


def nominal(lemma: str) -> set[str]:
    """Stems of a noun or an adjective, singular and plural."""
    return _regular(lemma).union(_IRREGULAR.get(lemma, ()))


def _regular(lemma: str) -> set[str]:
    if lemma.endswith("nen"):
        return {lemma[:-3] + ending for ending in ("se", "s", "si")}
    if lemma.endswith(("ton", "tön")):
        return {lemma} | {lemma[:-2] + "t" + lemma[-2] + ending for ending in _lacking(lemma)}
    if lemma[-1] not in VOWELS:
        return _after_consonant(lemma)
    if len(lemma) > 1 and lemma[-2] in VOWELS and lemma[-1] not in "e":
        return _long(lemma)
    return _after_vowel(lemma[:-1], lemma[-1])


def _lacking(lemma: str) -> tuple[str, ...]:
    return ("ma", "mi") if lemma.endswith("ton") else ("mä", "mi")


def _after_consonant(lemma: str) -> set[str]:
    base = lemma[:-1]
    stems = {lemma, lemma + "i", lemma + "e"}
    if lemma.endswith("s"):
        stems |= {base + "kse", base + "ksi"}
        stems |= {base + ending for ending in ("de", "te", "t", "si")} if base[-1:] in "uy" else set()
        if base[-1:] in "aäi":
            stems |= {full + end for full in strong(base[:-1]) for end in (base[-1] * 2, base[-1] + "i", "ei")}
        return stems
    if lemma.endswith("n"):
        return stems | {base + "me", base + "mi"}
    if lemma[-1] in "kpt" and not lemma.endswith(("nut", "nyt")):
        return stems | {lemma + lemma[-1] + "i"}
    return stems | {base[:-1] + "ee", base[:-1] + "ei"} if lemma.endswith(("nut", "nyt")) else stems


def _long(lemma: str) -> set[str]:
    shorter = lemma[:-2] + lemma[-1]
    return {lemma, shorter + "i", *(weakened + lemma[-1] for weakened in weak(lemma[:-1])), lemma[:-1] + "i"}


def _after_vowel(base: str, vowel: str) -> set[str]:
    grades = weak(base)
    if vowel == "e":
        grades = strong(base)
        return {base + "e", *(grade + end for grade in grades for end in ("ee", "ei")), base + "et"}
    if vowel == "i":
        stems = {grade + end for grade in grades for end in ("i", "e")}
        if base[-1:] in "lrnsh" or base.endswith(("ps", "ks")):
            stems.add(base)
        return stems | {base[:-1] + end for end in ("de", "te", "t")} if base.endswith("s") else stems
    if vowel in "aä":
        return {grade + end for grade in grades for end in (vowel, "i", "oi", "öi", "o", "ö")}
    return {grade + vowel for grade in grades}


def verbal(lemma: str) -> set[str]:
    """Stems of a verb told by its infinitive."""
    base = lemma[:-2]
    if lemma.endswith(("da", "dä")):
        return {base, base[:-2] + base[-1:] + "i" if len(base) > 2 else base[:-1]}
    if lemma.endswith(("lla", "llä", "nna", "nnä", "rra", "rrä")):
        inner = base[:-1]
        ways = {full + inner[-1] for full in strong(inner[:-1])} if inner[-1] in VOWELS else strong(inner)
        return {base, *(way + base[-1] + "e" for way in ways), *(way + base[-1] + "i" for way in ways)}
    if lemma.endswith(("sta", "stä")):
        return {base, base + "e", base[:-1] + "kse", base[:-1] + "ksi"}
    if re.search(rf"[{VOWELS}]t[aä]$", lemma):
        return _contracted(base, lemma[-1])
    return _plain_verb(lemma[:-1])


def _contracted(base: str, last: str) -> set[str]:
    vowel = base[-1]
    ways = {full + vowel for full in strong(base[:-1])}
    longer = {way + last for way in ways} | ({base + "tse"} if vowel == "i" else set())
    return {base, base + "t", base + "s", base + "si", *longer, *(way + "si" for way in ways)}


def _plain_verb(stem: str) -> set[str]:
    base, vowel = stem[:-1], stem[-1]
    past = {"a": ("i", "oi"), "ä": ("i",)}.get(vowel, ("i",) if vowel in "ei" else (vowel + "i",))
    return {grade + end for grade in weak(base) for end in (vowel, "e" if vowel in "aä" else vowel, *past)}


def strong_only(lemma: str) -> set[str]:
    """The stems of a noun that has grades in their strong grade, which stands before some endings only."""
    base = lemma[:-1]
    return {base + end for end in "aäeioöuy"} if lemma[-1] in "aäioöuy" and len(weak(base)) > 1 else set()
