"""What an entry is about: from its source codes and its words, each with how sure and why. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from tarjotin.common.text import LocalisedText, Wording
from tarjotin.words.analysis import words
from tarjotin.words.negators import BY_LANGUAGE
from tarjotin.words.thesaurus import helpers_wanted
from tarjotin.words.thesaurus.loading import thesaurus
from tarjotin.words.thesaurus.matching import Match, find_words
from tarjotin.words.thesaurus.relations import ancestors
from tarjotin.words.thesaurus.scripts import languages_of
from tarjotin.words.thesaurus.source_codes import SCHEME_NAMES, WIDE_SCHEMES, plain_code, source_codes

OF_A_CODE = 0.95
OF_A_WIDE_CODE = 0.5  # the field it belongs to or when people need it, not what it is
# Where a word stands → how sure it is. The same names are used by callers of `topics`.
SURE = {"title": 0.9, "keywords": 0.8, "summary": 0.6, "description": 0.4}
SAID = 0.55  # as sure at least: not by the description alone
WEAKER = 0.7  # what is only part of a word, or derived
MOST = 12
READ_OF_A_TEXT = 1_500  # characters; what an entry is about stands at its beginning
NAMES = {"title": "name"}


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept an entry is about; `reason` in words, for whoever asks why.

    `where` and `matched` are its parts: "code" and the code, or where the words stand, the words and the language of
    their text.
    """

    code: str
    confidence: float
    reason: str
    where: str = field(default="", compare=False)
    matched: str = field(default="", compare=False)
    language: str = field(default="", compare=False)


def topics(*, codes: Iterable[str] = (), texts: Iterable[tuple[str, LocalisedText]] = ()) -> tuple[Topic, ...]:
    """The surest topics first, each concept once, twelve at most.

    `codes` are written as in the data files ("yso:p3111", "ptv:P27.1"); who wants a node of a tree to stand for those
    beneath it gives the nodes above too. `texts` pairs title, keywords, summary or description with its text.
    """
    best: dict[str, Topic] = {}
    texts = tuple(texts)
    for topic in _without_broad_codes((*_of_codes(codes), *_of_helpers_wanted(texts), *_of_texts(texts))):
        known = best.get(topic.code)
        if known is None or topic.confidence > known.confidence:
            best[topic.code] = topic
    return tuple(sorted(best.values(), key=lambda topic: -topic.confidence)[:MOST])


def _without_broad_codes(told: tuple[Topic, ...]) -> Iterator[Topic]:
    """Sources give most things of a field its broadest code too, "sport" beside "skating": that adds nothing to what a
    narrower concept says."""
    said = {above for topic in told if topic.confidence >= SAID for above in ancestors(topic.code)}
    return (topic for topic in told if topic.where != "code" or topic.code not in said)


def _of_codes(codes: Iterable[str]) -> Iterator[Topic]:
    for written in map(plain_code, codes):
        scheme, _, rest = written.partition(":")
        sure = OF_A_WIDE_CODE if scheme in WIDE_SCHEMES else OF_A_CODE
        for code in _by_source_code().get(written, ()):
            label = source_codes().get(written, "")
            reason = f"{SCHEME_NAMES.get(scheme, scheme)} {rest} {label}"
            yield Topic(code, sure, reason, "code", written)


@cache
def _by_source_code() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for concept in thesaurus().values():
        for written in map(plain_code, concept.codes if concept.is_topic else ()):
            found[written] = (*found.get(written, ()), concept.code)
    return found


def _of_helpers_wanted(texts: Iterable[tuple[str, LocalisedText]]) -> Iterator[Topic]:
    if helpers_wanted.wants_helpers(texts):
        yield Topic(helpers_wanted.CODE, SURE["title"], "asks the reader to help")


def _of_texts(texts: Iterable[tuple[str, LocalisedText]]) -> Iterator[Topic]:
    for where, text in texts:
        for wording in _read(where, text):
            yield from _of_wording(where, wording)


def _read(where: str, text: LocalisedText) -> tuple[Wording, ...]:
    """A long text is read in one language: what its translations add is mostly chance ("arbete", "hemma")."""
    if where != "description":
        return text.wordings
    first = text.in_language("fi")
    return (first,) if first else ()


def _of_wording(where: str, wording: Wording) -> Iterator[Topic]:
    cut = words(wording.text[:READ_OF_A_TEXT])
    for match in find_words(cut, _languages(where, wording)):
        if thesaurus()[match.code].is_topic and not _is_denied(cut, match) and _counts(where, match):
            confidence = SURE[where] if match.exact else round(SURE[where] * WEAKER, 2)
            told = " ".join(cut[match.start : match.stop])
            yield Topic(match.code, confidence, _reason(where, told, match), where, told, wording.language)


def _counts(where: str, match: Match) -> bool:
    """Neither does a part of a word in a long text say much, nor the word "volunteer" of who helps the reader."""
    if match.code == helpers_wanted.CODE:
        return where == "description"
    return match.exact or where != "description"


def _is_denied(cut: list[str], match: Match) -> bool:
    """ "Ei uimista" says that it is not about swimming."""
    return match.start > 0 and cut[match.start - 1] in BY_LANGUAGE.get(match.language, ())


def _languages(where: str, wording: Wording) -> tuple[str, ...]:
    """Sources put Swedish and English names and keywords into the Finnish field."""
    if wording.language == "fi" and where in ("title", "keywords"):
        return ("fi", "sv", "en")
    written = languages_of(wording.text)
    return (wording.language,) if wording.language in written else written


def _reason(where: str, told: str, match: Match) -> str:
    return f"word{'s' if match.length > 1 else ''} ’{told}’ in the {NAMES.get(where, where)}"
