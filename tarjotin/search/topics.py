"""Which concepts of the thesaurus an entry is about, and which it only mentions: by its words."""

from __future__ import annotations

from typing import Any

from tarjotin.search.document import Topics
from tarjotin.words.thesaurus import topics

NAMED = 0.8  # as sure at least: the name, a keyword or a code says it
ABOUT = 0.55  # also: the summary says it, or a part of a word in the name


def of(row: Any) -> Topics:
    texts = [("title", row.name), ("keywords", row.keywords), ("summary", row.summary)]
    found = topics(texts=[*texts, ("description", row.description)])
    return Topics(
        named=tuple(topic.code for topic in found if topic.confidence >= NAMED),
        about=tuple(topic.code for topic in found if ABOUT <= topic.confidence < NAMED),
        mentions=tuple(topic.code for topic in found if topic.confidence < ABOUT),
    )
