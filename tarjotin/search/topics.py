"""Which concepts of the thesaurus an entry is about, and which it only mentions: as kept with it."""

from __future__ import annotations

from typing import Any

from tarjotin.search.document import Topics
from tarjotin.words.thesaurus import thesaurus, topics

NAMED = 0.8  # as sure at least: the name, a keyword or a code says it
ABOUT = 0.55  # also: the summary says it, or a part of a word in the name


def of(row: Any) -> Topics:
    found = [(code, sure) for code, sure in _told(row) if code in thesaurus()]
    return Topics(
        named=tuple(code for code, sure in found if sure >= NAMED),
        about=tuple(code for code, sure in found if ABOUT <= sure < NAMED),
        mentions=tuple(code for code, sure in found if sure < ABOUT),
    )


def _told(row: Any) -> list[tuple[str, float]]:
    """What is kept, or by the words alone where nothing is yet: after an update, until its first `retag`."""
    if kept := getattr(row, "topics", None):
        return [(topic["code"], topic["confidence"]) for topic in kept.told]
    texts = [("title", row.name), ("keywords", row.keywords), ("summary", row.summary)]
    return [(topic.code, topic.confidence) for topic in topics(texts=[*texts, ("description", row.description)])]
