"""A thing as a link: its name and its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tarjotin.common.text import LocalisedText
from tarjotin.web.resident.addresses import entity_address
from tarjotin.web.resident.visible import is_visible


@dataclass(frozen=True, slots=True)
class Named:
    name: LocalisedText
    url: str


def named(entity: Any, language: str) -> Named:
    return Named(entity.name, entity_address(entity, language))


def linked(entity: Any, language: str, now: datetime) -> Named | None:
    """The link to a thing a reader may open."""
    return named(entity, language) if entity is not None and is_visible(entity, now) else None
