"""One record of the register in its languages, which are asked for one by one. Pure."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from tarjotin.common.languages import CONTENT_LANGUAGES, SOURCE_TAGS
from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import plain
from tarjotin.sources.raw import mapping, rows, words
from tarjotin.sources.wordings import masked

ByLanguage: TypeAlias = dict[str, dict[str, Any]]

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")
# A lone "." or "," stands where a text was deleted.
_ONLY_MARKS = re.compile(r"[.,;:\s]*")


def by_language(payload: dict[str, Any]) -> ByLanguage:
    """The rows of a payload in the languages that came, Finnish first: what is one value is read there."""
    found = {language: mapping(payload.get(language)) for language in CONTENT_LANGUAGES}
    return {language: row for language, row in found.items() if row}


def errands_of(payload: dict[str, Any]) -> list[ByLanguage]:
    return [errand for row in rows(payload.get("errands")) if (errand := by_language(row))]


def text_of(record: ByLanguage, field: str, flags: list[str]) -> LocalisedText:
    """The wordings of one field, plain and without people's addresses."""
    texts = {language: plain(row.get(field)) for language, row in record.items()}
    told = {language: text for language, text in texts.items() if not _ONLY_MARKS.fullmatch(text)}
    return masked(LocalisedText.of(told), flags)


def languages_of(record: ByLanguage) -> tuple[str, ...]:
    """The languages the service is given in, as BCP 47 tags."""
    told = [language for row in record.values() for language in words(row.get("provided_languages"))]
    tags = dict.fromkeys(SOURCE_TAGS.get(language, language) for language in told)
    return tuple(tag for tag in tags if _LANGUAGE.fullmatch(tag))
