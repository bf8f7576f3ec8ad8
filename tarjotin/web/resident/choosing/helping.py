"""The kind of help that fits: by the two axes of the mission (D4), never by what somebody is. Pure.

| | gets going | would like a push |
|---|---|---|
| **finds the way** | self | group, along |
| **would like help to find** | desk | desk, along, call |
"""

from __future__ import annotations

from collections.abc import Iterable

from tarjotin.web.resident.choosing.effects import Effect

# In the order in which a page shows them: a human first.
HELPS = ("desk", "call", "along", "group", "self")
OTHERWISE = ("desk", "self")  # for who tells nothing


def helps(effects: Iterable[Effect]) -> tuple[str, ...]:
    """The kinds of help that the answers call for; a phone is on every page besides."""
    asked = {kind for effect in effects for kind in effect.helps}
    return tuple(kind for kind in HELPS if kind in asked) or OTHERWISE
