"""The question in short: each criterion as a chip that a tap takes away, and how they join, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from tarjotin.search.query import CRITERIA
from tarjotin.search.understanding import Chip as Said
from tarjotin.web.resident.addresses import address
from tarjotin.web.resident.criteria import Asked, encode
from tarjotin.web.resident.criterion_words import label
from tarjotin.words.analysis import EMPTY_WORDS


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen criterion that a tap takes away."""

    label: str
    url: str


def without_said(text: str, said: Sequence[Said]) -> str:
    """The words of a question without those that say these criteria."""
    for each in said:
        text = text.replace(each.words, " ", 1)
    return " ".join(text.split())


def _telling(text: str) -> str:
    """Without the small words at its ends: of "ja seuraa" the company."""
    words = text.split()
    at = [at for at, word in enumerate(words) if word.strip(",.;").casefold() not in EMPTY_WORDS]
    return " ".join(words[at[0] : at[-1] + 1]) if at else ""


def _words(asked: Asked, said: Sequence[Said]) -> list[tuple[str, str]]:
    """What is searched as words; then each criterion read out of them, in the asker's own words."""
    text = asked.query.text
    left = _telling(without_said(text, said)) if said else text
    words = [(f"”{left}”", asked.address(text=" ".join(each.words for each in said)))] if left else []
    return words + [(each.words, asked.address(text=each.without)) for each in said]


def chips(asked: Asked, language: str, said: Sequence[Said] = ()) -> list[Chip]:
    query = asked.query
    found = _words(asked, said)
    for group in CRITERIA:
        for option in query.options(group):
            left = replace(asked, query=query.without(group, option))
            found.append((label(group, option, language), encode(left)))
    if asked.origin and asked.origin_known:
        found.append((_("lähtö: %(place)s") % {"place": asked.origin}, encode(replace(asked, origin=""))))
    return [Chip(name, address("results", language, query=left)) for name, left in found]


def in_words(asked: Asked, language: str) -> str:
    """How the criteria join: "or" inside a group, "and" between groups."""
    either = _(" tai ")
    parts = [
        either.join(label(group, option, language) for option in asked.query.options(group))
        for group in CRITERIA
        if asked.query.options(group)
    ]
    return _(" ja myös ").join(parts) if len(parts) > 1 or either in "".join(parts) else ""
