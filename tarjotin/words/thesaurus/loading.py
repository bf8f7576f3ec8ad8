"""The thesaurus as read from the data files beside this one: one table a concept, many concepts a file."""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from tarjotin.words.thesaurus.concept import LANGUAGES, Concept

DATA = Path(__file__).parent
# Of what a text names and what an entry is about: raise it with the code here, and topics are told anew.
MATCHING_VERSION = 7
FIELDS = frozenset({"kind", "criterion", "broader", "related", "never", "codes", "note", *LANGUAGES})


class BadThesaurus(Exception):
    """A data file cannot be read as concepts."""


def version() -> str:
    """Changes with every change of the data; part of the index's version."""
    crc = MATCHING_VERSION
    for file in _files():
        crc = zlib.crc32(file.read_bytes(), crc)
    return f"{crc:08x}"


@cache
def thesaurus() -> Mapping[str, Concept]:
    """All concepts by code."""
    found: dict[str, Concept] = {}
    for file in _files():
        for code, row in _tables(file).items():
            if code in found:
                raise BadThesaurus(f"{file.name}: {code} is there already")
            found[code] = read(code, row)
    return found


def read(code: str, row: Any) -> Concept:
    """One table of a data file."""
    if not isinstance(row, dict) or (unknown := row.keys() - FIELDS):
        raise BadThesaurus(f"{code}: {'not a table' if not isinstance(row, dict) else sorted(unknown)}")
    return Concept(
        code=code,
        kind=str(row.get("kind", "")),
        wordings={tag: _texts(code, row[tag]) for tag in LANGUAGES if tag in row},
        broader=_texts(code, row.get("broader", [])),
        related=_texts(code, row.get("related", [])),
        never=_texts(code, row.get("never", [])),
        codes=_texts(code, row.get("codes", [])),
        written_criterion=str(row.get("criterion", "")),
        note=str(row.get("note", "")),
    )


def _texts(code: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    raise BadThesaurus(f"{code}: {value!r} is no list of texts")


def _tables(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadThesaurus(f"{file.name}: {error}") from error


def _files() -> list[Path]:
    return sorted(DATA.glob("*.toml"))
