"""One raw Linked Events thing becomes a record, or the reason in words why there is none. Pure.

Each kind has its file: `events.py`, `places.py`, `vocabulary.py`. Nothing raises: what is mangled is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tarjotin.sources.linkedevents.events import parse_event
from tarjotin.sources.linkedevents.places import parse_place
from tarjotin.sources.linkedevents.vocabulary import parse_keyword, parse_language, parse_organisation
from tarjotin.sources.source import Parsed

READERS: dict[str, Callable[[dict[str, Any]], Parsed]] = {
    "event": parse_event,
    "place": parse_place,
    "keyword": parse_keyword,
    "language": parse_language,
    "organization": parse_organisation,
}


def parse(kind: str, raw: dict[str, Any]) -> Parsed:
    reader = READERS.get(kind)
    return reader(raw) if reader else Parsed(rejected=f"unknown kind {kind}")
