"""Which words of a question may be kept: nothing that could say who asked. Pure.

Kept are words in their basic form and names of concepts. Dropped are digits and what is joined to them, addresses,
names of people, words with a capital inside a sentence, and words without meaning.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tarjotin.search.understanding.reading import Word, read
from tarjotin.search.understanding.small_words import MINE, SMALL, TRAILING, TRAILING_ANY
from tarjotin.search.understanding.understood import Meant
from tarjotin.words import voikko
from tarjotin.words.analysis import forms, words
from tarjotin.words.personal_names import looks_like_a_name
from tarjotin.words.thesaurus import languages_of

EMPTY = SMALL | MINE | TRAILING | TRAILING_ANY
SHORTEST, LONGEST = 3, 30  # letters
MOST = 5  # of one question
LONGEST_PHRASE = 60

# E-mail and web addresses, numbers of every kind, and first.last: the whole of what stands between two spaces.
_TELLING = re.compile(r"\S*(?:[@\d/\\]|\w\.\w|[(\[]at[)\]])\S*")
_STREET = re.compile(
    r"\w+(?:tie|katu|kadu|kuja|polku|polu|kaari|kaare|rinne|rinte|raitti|raiti|gatan|vägen|gränden|stigen)\w*\s+\d\S*",
    re.IGNORECASE,
)
_UKRAINIAN, _KURDISH, _PERSIAN = (re.compile(f"[{letters}]") for letters in ("іїєґ", "ێۆەڕڵڤ", "پچژگکی"))


@dataclass(frozen=True, slots=True)
class Term:
    """A word or the name of a concept, and the language it is most likely in."""

    text: str
    language: str


def terms(asked: str, *, left: str, meant: Sequence[Meant], language: str) -> tuple[Term, ...]:
    """Of a question as it was written: `left` are the words that were searched, `meant` concepts among them."""
    written = _TELLING.sub(" ", _STREET.sub(" ", unicodedata.normalize("NFKC", asked)))
    known = {each.words for each in meant if each.exact}
    concepts = [text for phrase in known if (text := " ".join(words(phrase))) and _is_in(text, written)]
    inside = {word for text in concepts for word in text.split()}
    others = [word for word in _plain_words(written, known=inside) if word in set(words(left)) - inside]
    found = [_term(text, language) for text in [*sorted(concepts), *others] if len(text) <= LONGEST_PHRASE]
    return tuple(dict.fromkeys(found))[:MOST]


def _term(text: str, reader: str) -> Term:
    """A Finnish word the dictionary knows is told in its basic form, so that its forms are counted together."""
    language = language_of(text, reader)
    return Term(forms("fi", text).lemmas[0] if language == "fi" and voikko.kinds(text) else text, language)


def _is_in(text: str, written: str) -> bool:
    return set(text.split()) <= set(words(written))


def _plain_words(written: str, *, known: set[str]) -> Iterator[str]:
    cut = read(written).words
    for at, word in enumerate(cut):
        letters = len(word.key)
        if not SHORTEST <= letters <= LONGEST or word.key in EMPTY or not word.key.isalpha():
            continue
        if not _is_a_name(cut, at):
            yield word.key


def _is_a_name(cut: Sequence[Word], at: int) -> bool:
    """Anything with a capital that does not begin the question; the first word too, when another follows it."""
    if cut[at].capital and (at or (len(cut) > 1 and cut[1].capital)):
        return True
    return looks_like_a_name(cut[at].key)


def language_of(text: str, reader: str) -> str:
    """The reader's language when it has these letters; else the one its letters speak for."""
    possible = languages_of(text, reader)
    if not possible or reader in possible:
        return reader
    if "ru" in possible:
        return "uk" if _UKRAINIAN.search(text) else "ru"
    if "ar" in possible:
        return "ckb" if _KURDISH.search(text) else "fa" if _PERSIAN.search(text) else "ar"
    return possible[0]
