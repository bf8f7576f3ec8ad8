"""Localised texts of a source: without people's addresses, each language apart, joined where several make one. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tarjotin.common.languages import CONTENT_LANGUAGES
from tarjotin.common.text import EMPTY, LocalisedText, Wording
from tarjotin.sources.cleaning import localised, mask_personal, web_address

# Names may well be the same in two languages; a sentence of this length is not.
SHORTEST_COPY = 30


def text(raw: Mapping[str, Any], base: str, flags: list[str]) -> LocalisedText:
    """The wordings of `base_fi` …; personal addresses are masked, and the loss is noted in `flags`."""
    return masked(localised(raw, base), flags)


def masked(written: LocalisedText, flags: list[str]) -> LocalisedText:
    pairs = [(wording, *mask_personal(wording.text)) for wording in written.wordings]
    if not any(was for _, _, was in pairs):
        return written
    flags.append("personal e-mail address masked in a text")
    return LocalisedText(tuple(Wording(wording.language, kept) for wording, kept, _ in pairs))


def own_words(written: LocalisedText, what: str, flags: list[str]) -> LocalisedText:
    """Without the wordings that are the Finnish one copied: a reader should be told that the text is in Finnish."""
    finnish = written.get("fi")
    if len(finnish) < SHORTEST_COPY or " " not in finnish:
        return written
    copies = [wording.language for wording in written.wordings if wording.language != "fi" and wording.text == finnish]
    flags.extend(f"the {what} in {language} is the Finnish text" for language in copies)
    return LocalisedText(tuple(wording for wording in written.wordings if wording.language not in copies))


def joined(texts: Iterable[LocalisedText], separator: str = "\n\n") -> LocalisedText:
    """The texts one after the other, language by language; a text that repeats an earlier one is left out."""
    parts: dict[str, list[str]] = {}
    for each in texts:
        for wording in each.wordings:
            together = parts.setdefault(wording.language, [])
            if wording.text not in together:
                together.append(wording.text)
    return LocalisedText.of({language: separator.join(together) for language, together in parts.items()})


def addresses(raw: Mapping[str, Any], base: str) -> LocalisedText:
    """The web addresses of `base_fi` …, with a scheme; what is no web address is left out."""
    return LocalisedText.of({language: web_address(raw.get(f"{base}_{language}")) for language in CONTENT_LANGUAGES})


def first_of(written: LocalisedText) -> str:
    """One value for where only one fits: Finnish before Swedish before English."""
    return next((found for language in CONTENT_LANGUAGES if (found := written.get(language))), "")


__all__ = ["EMPTY", "addresses", "first_of", "joined", "masked", "own_words", "text"]
