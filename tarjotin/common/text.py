"""Localised text: one value that holds its wordings in several languages. Pure; knows no framework."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tarjotin.common.languages import reading_order


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one language; `by` is source, person or machine, `of` the hash of what it was translated from."""

    language: str
    text: str
    by: str = "source"
    of: str = ""

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class LocalisedText:
    """The wordings of one text, at most one a language, ordered by language tag."""

    wordings: tuple[Wording, ...] = ()

    @classmethod
    def of(
        cls, texts: Mapping[str, str | None] | None = None, *, by: str = "source", **more: str | None
    ) -> LocalisedText:
        """Build from plain texts by language; empty ones are left out."""
        pairs = {**(texts or {}), **more}
        return cls.from_wordings(Wording(tag, text, by) for tag, text in pairs.items() if text and text.strip())

    @classmethod
    def from_wordings(cls, wordings: Iterable[Wording]) -> LocalisedText:
        return cls(tuple(sorted(wordings, key=lambda wording: wording.language)))

    @classmethod
    def from_json(cls, value: Mapping[str, Mapping[str, str]] | None) -> LocalisedText:
        items = sorted((value or {}).items())
        return cls(tuple(Wording(tag, w["text"], w.get("by", "source"), w.get("of", "")) for tag, w in items))

    def to_json(self) -> dict[str, dict[str, str]]:
        """The stored form: language → text, by and (for translations) of."""
        return {w.language: {"text": w.text, "by": w.by, **({"of": w.of} if w.of else {})} for w in self.wordings}

    def exact(self, language: str) -> Wording | None:
        return next((wording for wording in self.wordings if wording.language == language), None)

    def in_language(self, language: str) -> Wording | None:
        """The best wording for a reader, with the language it is in; `None` when there is no wording at all."""
        for tag in reading_order(language):
            if found := self.exact(tag):
                return found
        return self.wordings[0] if self.wordings else None

    def get(self, language: str) -> str:
        """The text in exactly this language, or an empty text."""
        found = self.exact(language)
        return found.text if found else ""

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(wording.language for wording in self.wordings)

    def map(self, change: Any) -> LocalisedText:
        """The same wordings with `change(text)` applied to each; those that become empty are left out."""
        changed = ((w, change(w.text)) for w in self.wordings)
        return LocalisedText(tuple(Wording(w.language, text, w.by, w.of) for w, text in changed if text))

    def filled_from(self, other: LocalisedText) -> LocalisedText:
        """These wordings, and from `other` those in languages that are missing here."""
        have = set(self.languages)
        return LocalisedText.from_wordings((*self.wordings, *(w for w in other.wordings if w.language not in have)))

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def __str__(self) -> str:
        found = self.in_language("fi")
        return found.text if found else ""


EMPTY = LocalisedText()
