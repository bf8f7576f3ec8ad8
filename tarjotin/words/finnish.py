"""Finnish: libvoikko where it is installed, our own rules and words for what it does not know, then a guess."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from tarjotin.words import finnish_guess, lists, plain_finnish, voikko
from tarjotin.words.forms import Forms


def analyser_name() -> str:
    """Which analyser serves: "voikko", or "plain" where the library is missing."""
    return "voikko" if voikko.is_there() else "plain"


def forms(word: str) -> Forms:
    return completed(voikko.forms(word) or plain_finnish.known(word) or Forms((finnish_guess.key(word),)))


def plain_forms(word: str) -> Forms:
    """As `forms` answers where libvoikko is missing."""
    return completed(plain_finnish.known(word) or Forms((finnish_guess.key(word),)))


def completed(found: Forms) -> Forms:
    """With what families of words and compounds of their own meaning add and take away."""
    own = [_kin()[lemma] for lemma in found.lemmas if lemma in _kin()]
    roots = dict.fromkeys(root for some in ([] if () in own else [found.roots]) + own for root in some)
    parts = tuple(part for part in found.parts if not _is_torn(part, found))
    more = (root for part in parts for root in _kin().get(part, ()))
    return Forms(found.lemmas, tuple(dict.fromkeys((*parts, *more))), tuple(roots))


@cache
def _kin() -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, *roots in lists.lines("finnish_kin"):
        found[word].extend(roots)
    return {word: tuple(roots) for word, roots in found.items()}


@cache
def _wholes() -> dict[str, tuple[str, str]]:
    halves = (line[0].split("|") for line in lists.lines("finnish_wholes"))
    return {front + back: (front, back) for front, back in halves}


def _is_torn(part: str, found: Forms) -> bool:
    """Whether a part is half of a compound that means something of its own: "kuva" of "elokuvakerho"."""
    for whole in (whole for whole in _wholes() if any(whole in lemma for lemma in found.lemmas)):
        front, back = _wholes()[whole]
        if part in (front, back) or (part.startswith(back) and part not in found.lemmas):
            return True
    return False
