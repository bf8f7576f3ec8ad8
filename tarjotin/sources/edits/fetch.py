"""Edits from a JSON array; each is delivered as the kind of entity that the record it is about becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tarjotin.sources import lahella, linkedevents, palvelurekisteri, ptv, tpr
from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.raw import mapping, rows, text
from tarjotin.sources.source import Delivered, FetchRequest, Step

ENTITY_OF = {
    (source.name, kind): entity
    for source in (tpr.SOURCE, palvelurekisteri.SOURCE, ptv.SOURCE, linkedevents.SOURCE, lahella.SOURCE)
    for kind, entity in source.kinds.items()
    if entity != "concept"
}
UNKNOWN = "activity"  # such an edit waits for a record that is not here, and says so


def fetch(client: Client, request: FetchRequest) -> Iterator[Step]:
    if not client.base_urls["api"].strip("/"):
        raise SourceUnavailable("edits are written here: there is no address to read them from")
    answer = client.get("")
    if not isinstance(answer, list):
        raise SourceUnavailable("edits: no list")
    counts: dict[str, int] = {}
    for edit in rows(answer):
        kind = entity_of(edit)
        counts[kind] = counts.get(kind, 0) + 1
        if (edit_id := text(edit.get("id"))) and (request.limit is None or counts[kind] <= request.limit):
            yield Delivered(kind, edit_id, edit)


def entity_of(edit: dict[str, Any]) -> str:
    about = mapping(edit.get("about"))
    return ENTITY_OF.get((text(about.get("source")), text(about.get("kind"))), UNKNOWN)
