"""Which concepts of the thesaurus an entry is about, and which it only mentions: by its words."""

from __future__ import annotations

from typing import Any

from tarjotin.words.thesaurus import topics

ABOUT = 0.55  # as sure at least: the name, keywords or the summary say it


def of(row: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes it is about, and codes it mentions, the surest first."""
    texts = [("title", row.name), ("keywords", row.keywords), ("summary", row.summary)]
    found = topics(texts=[*texts, ("description", row.description)])
    about = tuple(topic.code for topic in found if topic.confidence >= ABOUT)
    return about, tuple(topic.code for topic in found if topic.confidence < ABOUT)
