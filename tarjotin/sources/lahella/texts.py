"""Texts of Lähellä.fi: `translations.{fi,sv,en}.<field>`, short HTML."""

from __future__ import annotations

import re
from typing import Any

from tarjotin.common.text import LocalisedText
from tarjotin.sources.cleaning import mask_personal, plain
from tarjotin.sources.raw import Notes, mapping

Raw = dict[str, Any]
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def translations(raw: Raw) -> dict[str, Raw]:
    found = mapping(raw.get("translations"))
    return {tag: each for tag, each in found.items() if _LANGUAGE.fullmatch(tag) and isinstance(each, dict)}


def localised(raw: Raw, field: str, notes: Notes) -> LocalisedText:
    return LocalisedText.of({tag: clean(each.get(field), notes) for tag, each in translations(raw).items()})


def clean(value: object, notes: Notes) -> str:
    said, masked = mask_personal(plain(value))
    if masked:
        notes.add("personal e-mail taken out of a text")
    return said


def joined(*texts: LocalisedText) -> LocalisedText:
    """The texts as paragraphs in each language; what is said twice stands once."""
    parts: dict[str, dict[str, None]] = {}
    for each in texts:
        for wording in each.wordings:
            parts.setdefault(wording.language, {})[wording.text] = None
    return LocalisedText.of({tag: "\n\n".join(said) for tag, said in parts.items()})
