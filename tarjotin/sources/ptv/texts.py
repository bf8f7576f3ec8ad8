"""Texts and codes of PTV v11: `[{language, value, type}]` with values that may be null, and objects with a code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tarjotin.catalogue.records import Code
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.cleaning import mask_personal, plain
from tarjotin.sources.raw import Notes, rows, text

Raw = dict[str, Any]

# Tags stay as they are: in PTV "se" is Northern Sami, "smn" and "sms" Inari and Skolt Sami.
_LANGUAGE = re.compile(r"[a-z]{2,3}")
# Answers made from the API's examples have a field's own name for its value; nobody meant these to be read.
_TEMPLATE_KEYS = ("value", "type", "code", "additionalInformation", "serviceHourType", "subType")
_TERM = re.compile(r"/onto/([a-z]+)/(p\d+)/?$")
_CODE_IN_URI = re.compile(r"/code/([A-Z]+\d+(?:\.\d+)*)/?$")


def real_rows(value: object) -> list[Raw]:
    """The objects of a list, without those of an example answer."""
    return [row for row in rows(value) if not is_template(row)]


def is_template(row: Raw) -> bool:
    return any(row.get(key) in (key, "string") for key in _TEMPLATE_KEYS)


def localised(value: object, notes: Notes, *, kind: str = "") -> LocalisedText:
    """The texts of one kind ("Summary"), or of any; in each language the first that says something."""
    found: dict[str, str] = {}
    for row in real_rows(value):
        language, said = row.get("language"), clean(row.get("value"), notes)
        if said and (not kind or row.get("type", kind) == kind) and is_language(language):
            found.setdefault(str(language), said)
    return LocalisedText.of(found)


def is_language(tag: object) -> bool:
    return isinstance(tag, str) and bool(_LANGUAGE.fullmatch(tag))


def clean(value: object, notes: Notes) -> str:
    said, masked = mask_personal(plain(value))
    if masked:
        notes.add("personal e-mail taken out of a text")
    return said


def joined(texts: Iterable[LocalisedText], by: str = "\n\n") -> LocalisedText:
    """The texts one after the other in each language, without repeating the same words."""
    parts: dict[str, list[str]] = {}
    for each in texts:
        for wording in each.wordings:
            said = parts.setdefault(wording.language, [])
            if wording.text not in said:
                said.append(wording.text)
    return LocalisedText.of({language: by.join(said) for language, said in parts.items()})


def only(value: LocalisedText, languages: Iterable[str]) -> LocalisedText:
    wanted = set(languages)
    return LocalisedText(tuple(wording for wording in value.wordings if wording.language in wanted)) if value else EMPTY


def code_of(row: Raw) -> str:
    """The code of a class, target group or life event; old answers may have it only in their newer address."""
    if code := text(row.get("code")):
        return code
    found = (_CODE_IN_URI.search(text(row.get(key))) for key in ("newUri", "uri"))
    return next((match[1] for match in found if match), "")


def codes(value: object, scheme: str) -> tuple[Code, ...]:
    found = (code_of(row) for row in real_rows(value))
    return tuple(Code(scheme, code) for code in dict.fromkeys(found) if code)


def terms(value: object) -> tuple[Code, ...]:
    """Ontology terms. Their numbers are KOKO's: `koko:p7822` is not `yso:p7822`."""
    found = (_TERM.search(text(row.get("uri"))) for row in rows(value))
    return tuple(dict.fromkeys(Code(match[1], match[2]) for match in found if match))
