"""Reading decoded JSON that may be anything: what has the wrong shape counts as not told. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

SANE_YEARS = range(1900, 2200)  # what lies outside is a slip, and breaks calendars


def mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def rows(value: object) -> list[dict[str, Any]]:
    """The objects in a list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def words(value: object) -> list[str]:
    """The texts in a list, or the one text it is, each once and not empty."""
    items = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(item.strip() for item in items if isinstance(item, str) and item.strip()))


def text(value: object) -> str:
    """A short text such as a code or an id, also when it came as a whole number."""
    if isinstance(value, bool):
        return ""
    return str(value).strip() if isinstance(value, str | int) else ""


def moment(value: object) -> datetime | None:
    """An ISO time as UTC; without a zone it is taken for UTC."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    if found is None or found.year not in SANE_YEARS:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def moment_of_ms(value: object) -> datetime | None:
    """Milliseconds since 1970 as UTC; 0 means "not told"."""
    if isinstance(value, str) and value.isdigit():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not value:
        return None
    try:
        found = datetime.fromtimestamp(value / 1000, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found if found.year in SANE_YEARS else None


class Notes:
    """The oddities met while one payload is read, in words, each once."""

    def __init__(self) -> None:
        self._flags: dict[str, None] = {}

    def add(self, flag: str) -> None:
        self._flags[flag] = None

    @property
    def flags(self) -> tuple[str, ...]:
        return tuple(self._flags)
