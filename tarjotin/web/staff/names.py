"""The name of a record, as its own payload tells it."""

from __future__ import annotations

from tarjotin.sources.models import SourceRecord
from tarjotin.sources.parts import parsed
from tarjotin.web.staff.words import in_readers_language


def name_of(record: SourceRecord) -> str:
    """In the reader's language; an empty text when it tells none."""
    told = parsed(record)
    name = getattr(told.record, "name", None) or getattr(told.record, "label", None)
    if not name and record.source == "edits":  # few edits change a name: what they are about tells more
        return str(told.upstream or "")
    return in_readers_language(name) if name else ""
