"""What a word is looked up by: its basic forms, and weaker keys when those are not known."""

from __future__ import annotations

from functools import lru_cache

from tarjotin.words.analysis import fold, forms, read
from tarjotin.words.forms import Forms
from tarjotin.words.thesaurus.loose_stems import SHORTEST, loose_stem

# Parts and roots shorter than this stand in too many words: "työ" in "työpaja", "uni" in "unikko".
SHORTEST_PART = 4
LACKING = ("ton", "tön")


@lru_cache(maxsize=20_000)
def lemmas(language: str, word: str) -> frozenset[str]:
    """Two words are the same when these meet."""
    return _met_by(forms(language, word), language, word)


def _met_by(found: Forms, language: str, word: str) -> frozenset[str]:
    stems = (loose_stem(language, word),) if language in SHORTEST else ()
    return frozenset({*found.lemmas, *stems})


def told(language: str, word: str) -> frozenset[str]:
    """The keys of a word of the thesaurus: one that is a basic form means just itself, "syöpä" not "syödä"."""
    found = _met_by(read(language, word), language, word)  # each is read once, so none is worth remembering
    return frozenset({word}) if language == "fi" and word in found else found


def roots(language: str, word: str) -> frozenset[str]:
    """What the word is derived from: "uinti" from "uida", but "voimaton" has nothing of "voima"."""
    found = forms(language, word)
    if any(lemma.endswith(LACKING) for lemma in found.lemmas):
        return frozenset()
    return frozenset(root for root in found.roots if len(root) >= SHORTEST_PART)


def parts(language: str, word: str) -> tuple[str, ...]:
    """Parts of a compound, the longest first: they tell the most."""
    return tuple(sorted((p for p in forms(language, word).parts if len(p) >= SHORTEST_PART), key=len, reverse=True))


@lru_cache(maxsize=20_000)
def folded(language: str, word: str) -> frozenset[str]:
    """Keys without diacritics, for words written without them: "aitiryhma" is "äitiryhmä"."""
    plain = fold(word)
    return frozenset({plain, *(fold(lemma) for lemma in (*lemmas(language, word), *forms(language, plain).lemmas))})
