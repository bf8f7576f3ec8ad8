"""Whose data a page stands on, and on which terms."""

from __future__ import annotations

from typing import Any

from tarjotin.sources.queries import source_names
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.source import Source


def sources_of(entity: Any) -> list[Source]:
    """The sources an entity's values come from, the leading one first."""
    told = source_names(number for number in entity.origins.values() if isinstance(number, int))
    return [SOURCES[name] for name in dict.fromkeys([entity.source, *told]) if name in SOURCES]
