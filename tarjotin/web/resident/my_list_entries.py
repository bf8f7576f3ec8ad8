"""What is on a list, as its pages show it: cards of what is there, and the names of what is gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tarjotin.catalogue.models import ENTITY_MODELS, Session, Status
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.search.query import Hit
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.cards import Card, cards_of
from tarjotin.web.resident.entities import NEVER_SHOWN
from tarjotin.web.resident.rows import Rows, load

Key = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list. Without a card it is gone or on a break; its address leads to what is near it."""

    kind: str
    id: UUID
    name: LocalisedText
    url: str
    card: Card | None = None
    entity: Any = None
    sessions: tuple[Session, ...] = ()
    on_a_break: bool = False

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.id}"


def entries(keys: Iterable[Key], *, language: str, now: datetime) -> list[Entry]:
    """In the order of the keys."""
    keys = list(keys)
    hits = [Hit(*key) for key in keys]
    rows = load(hits, now=now, whole=True)
    shown = {card.id: card for card in cards_of(hits, rows, language=language, now=now)}
    gone = _gone([key for key in keys if key[1] not in shown])
    return [
        _shown(key, card, rows) if (card := shown.get(key[1])) else _not_shown(key, gone.get(key[1]), language)
        for key in keys
    ]


def _shown(key: Key, card: Card, rows: Rows) -> Entry:
    sessions = tuple(rows.sessions.get(card.id, ()))
    return Entry(*key, card.name, card.url, card, rows.entities[card.id], sessions)


def _not_shown(key: Key, gone: Any, language: str) -> Entry:
    if gone is None:
        return Entry(*key, EMPTY, "")
    return Entry(*key, gone.name, entity_address(gone, language), on_a_break=gone.status == Status.PAUSED)


def _gone(keys: Sequence[Key]) -> dict[UUID, Any]:
    """What was shown once; what never was has no name here."""
    ids: dict[str, list[UUID]] = defaultdict(list)
    for kind, entity_id in keys:
        ids[kind].append(entity_id)
    return {
        row.id: row
        for kind, of_kind in ids.items()
        for row in ENTITY_MODELS[kind].objects.filter(pk__in=of_kind).exclude(status__in=NEVER_SHOWN)
    }
