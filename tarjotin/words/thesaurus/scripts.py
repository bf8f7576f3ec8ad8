"""Which of our languages a text may be in, by its script alone."""

from __future__ import annotations

import re

LATIN = ("fi", "sv", "en", "et", "so")
_SCRIPTS = (
    (re.compile("[a-zà-ɏ]", re.IGNORECASE), LATIN),
    (re.compile("[\u0400-\u04ff]"), ("ru", "uk")),
    (re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]"), ("ar", "fa", "ckb")),
)


def languages_of(text: str, first: str = "") -> tuple[str, ...]:
    """All languages written in the scripts of a text, the reader's own first."""
    found = [language for pattern, languages in _SCRIPTS if pattern.search(text) for language in languages]
    return tuple(sorted(found, key=lambda language: language != first))
