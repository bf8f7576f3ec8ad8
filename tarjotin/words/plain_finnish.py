"""Finnish without a dictionary of the system: words of this field with their endings, and their compounds.

The fallback of `finnish.py`, and its reader of words that libvoikko does not know.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from tarjotin.words import finnish_stems, lists
from tarjotin.words.forms import Forms, joined, spans

SHORTEST_FRONT = 3
SHORTEST_HEAD = 5  # behind a front that is no word of ours
MOST_PIECES = 4
# Fronts of compounds that are no words of their own.
_FRONTS = frozenset("yhteis vertais uima esi etä jälki keski ylä ala täys lähi".split())

_V = "[aeiouyäö]"
_OWNER = rf"(?:ni|si|ns[aä]|mme|nne|{_V}n)?"
_CLITIC = r"(?:kin|k[aä]{2}n|k[oö]|h[aä]n|p[aä])?"
_CASE = (
    rf"n|t|[aä]|t[aä]|(?:ss|st|ll|lt|n|tt)[aä]|lle|ksi|kse|h?{_V}n|seen|siin|den|tten|ten|"
    r"j[aä]|jen|it[aä]|iden|itten|ihin|iin|i(?:ss|st|ll|lt|n|tt)[aä]|ille|iksi"
)
_PERSON = (
    rf"n|t|{_V}|mme|tte|v[aä]t|[dtlnr]?[aä]{{2}}n|[dtlnr]?[aä]|tt[uy]|tt[uy]j[aä]|isi(?:n|t|mme|tte|v[aä]t)?|"
    r"n[uy]t|neet|m[aä](?:ss[aä]|st[aä]|[aä]n|ll[aä]|tt[aä])|mi(?:nen|sen|st[aä]|seen|se\w{1,5})|v[aä]n?"
)
# Before these a word that has grades stands in the weak one: "maton" is of "matto", not of "mato".
_WEAK = re.compile(rf"(?:n|t|(?:ss|st|ll|lt|tt)[aä]|lle|ksi){_CLITIC}")
_NOMINAL = re.compile(rf"(?:{_CASE}){_OWNER}{_CLITIC}|(?:ns[aä]|mme|nne){_CLITIC}")
_VERBAL = re.compile(rf"(?:{_PERSON}){_CLITIC}")
_ALONE = re.compile(_CLITIC)


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """Stem → the nouns and adjectives it may belong to."""
    rows = (line for name in ("words", "own") for line in lists.lines(f"finnish_{name}"))
    kin = {line[0] for line in lists.lines("finnish_kin")}
    wholes = {line[0].replace("|", "") for line in lists.lines("finnish_wholes")}
    words = {word.replace("-", "") for row in rows for word in row} | kin | wholes
    return _by_stem({word: finnish_stems.nominal(word) for word in words})


@cache
def _own() -> frozenset[str]:
    """Young words, which often keep one grade: "bachatan"."""
    return frozenset(word for line in lists.lines("finnish_own") for word in line)


@cache
def _verbs() -> dict[str, frozenset[str]]:
    words = {word for line in lists.lines("finnish_verbs") for word in line}
    return _by_stem({word: finnish_stems.verbal(word) for word in words})


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(lemma for table in (_nouns(), _verbs()) for lemmas in table.values() for lemma in lemmas)


def _by_stem(stems: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, its in stems.items():
        for stem in its:
            found[stem].add(word)
    return {stem: frozenset(words) for stem, words in found.items()}


def known(word: str) -> Forms | None:
    """All readings of a word of our lists, or of a compound that ends with one."""
    word = word.replace("-", "")
    if lemmas := _readings(word):
        return Forms(lemmas)
    compounds = list(_compounds(word, MOST_PIECES))
    fewest = min(map(len, compounds), default=0)
    shortest = [pieces for pieces in compounds if len(pieces) == fewest]
    return joined(map(_compound, shortest)) if shortest else _with_unknown_front(word)


@lru_cache(maxsize=20_000)
def _readings(word: str) -> tuple[str, ...]:
    """The words of our lists that this is a form of; the word itself when it is one."""
    found: set[str] = set()
    for at in range(len(word), 1, -1):
        stem, ending = word[:at], word[at:]
        if stem in _lemmas() and _ALONE.fullmatch(ending):
            found.add(stem)
        if stem in _nouns() and _NOMINAL.fullmatch(ending):
            weak = bool(_WEAK.fullmatch(ending))
            found |= {
                word
                for word in _nouns()[stem]
                if not (weak and stem in finnish_stems.strong_only(word) and word not in _own())
            }
        if stem in _verbs() and _VERBAL.fullmatch(ending):
            found |= _verbs()[stem]
    return (word,) if word in found else tuple(sorted(found))


def _in_grade(noun: str, stem: str, ending: str) -> bool:
    return noun in _own() or not _WEAK.fullmatch(ending) or stem not in finnish_stems.strong_only(noun)


def _compounds(word: str, pieces: int) -> Iterator[list[tuple[str, str]]]:
    """Each way to cut a word into known ones, as (written, basic form)."""
    yield from ([(word, lemma)] for lemma in _readings(word))
    if pieces > 1:
        for at in range(SHORTEST_FRONT, len(word) - SHORTEST_FRONT + 1):
            if front := _front(word[:at]):
                yield from ([(word[:at], front), *rest] for rest in _compounds(word[at:], pieces - 1))


def _front(text: str) -> str:
    """The basic form of what may stand first in a compound: a basic form, a genitive, or the stem of an adjective."""
    if text in _lemmas() or text in _FRONTS:
        return text
    if text.endswith("n") or (text.endswith("s") and text in _nouns()):
        return next(iter(_readings(text)), "") or next(iter(sorted(_nouns().get(text, ()))), "")
    return ""


def _compound(pieces: list[tuple[str, str]]) -> Forms:
    lemma = "".join(written for written, _ in pieces[:-1]) + pieces[-1][1]
    return Forms((lemma,), tuple(spans(lemma, pieces)))


def _with_unknown_front(word: str) -> Forms | None:
    """Of "tuntematonkerho" the kerho; the longest ending that is a word."""
    for at in range(SHORTEST_FRONT, len(word) - SHORTEST_HEAD + 1):
        heads = [noun for noun in _readings(word[at:]) if len(noun) >= SHORTEST_HEAD and noun in _nouns()]
        if heads and re.search(_V, word[:at]):
            return joined(_compound([(word[:at], word[:at]), (word[at:], head)]) for head in heads)
    return None
