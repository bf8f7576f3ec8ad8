"""A record as plain JSON, without the fields that are empty: what is kept, compared and told in history. Pure."""

from __future__ import annotations

from dataclasses import MISSING, fields
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from tarjotin.catalogue.records import Code, Ref
from tarjotin.common.text import LocalisedText


@cache
def _fields(record_type: Any) -> tuple[tuple[str, Any], ...]:
    """Name and default of each field; a field without default is always written."""
    return tuple(
        (field.name, field.default if field.default is not MISSING else MISSING) for field in fields(record_type)
    )


def encode(value: Any) -> Any:
    """JSON for a record or any value inside one; equal values give equal JSON."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, LocalisedText):
        return value.to_json()
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, Ref | Code | Decimal):
        return str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    record_type: Any = type(value)
    return {name: encode(found) for name, default in _fields(record_type) if (found := getattr(value, name)) != default}
