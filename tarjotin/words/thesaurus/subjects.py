"""Which concepts belong to which subject: a subject is a data file. For pages that show what is understood."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from tarjotin.words.thesaurus.loading import DATA

_TABLE = re.compile(r"^\[([^\[\]]+)\]$", re.MULTILINE)


@cache
def subjects() -> Mapping[str, tuple[str, ...]]:
    """Subject → the codes of its concepts, in the order of the file."""
    return {file.stem: tuple(_TABLE.findall(file.read_text(encoding="utf-8"))) for file in sorted(DATA.glob("*.toml"))}
