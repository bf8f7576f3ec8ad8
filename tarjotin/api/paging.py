"""Walking through a list that changes meanwhile, and following it afterwards.

A whole list goes by id, which never changes: each item comes exactly once. With `modified_after` it goes by the moment
of change: what changes during the walk comes (again) at its end, in its new version, and nothing is left out.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from tarjotin.api.parameters import ListParameters
from tarjotin.api.refusals import BadRequest

Row = TypeVar("Row")

# An import stamps all it publishes with its start, and may publish hours after it: whoever follows must look back.
LOOK_BACK = timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Cursor:
    """After which item to go on: its id, when it changed (0 in a whole list); and when the walk began. Microseconds."""

    id: UUID
    changed_at: datetime | None
    begun_at: datetime

    def __str__(self) -> str:
        changed = _micros(self.changed_at) if self.changed_at else 0
        plain = self.id.bytes + changed.to_bytes(8) + _micros(self.begun_at).to_bytes(8)
        return base64.urlsafe_b64encode(plain).decode().rstrip("=")

    @classmethod
    def read(cls, written: str) -> Cursor:
        """Raises `BadRequest` for anything that is not ours."""
        try:
            plain = base64.b64decode(written + "=" * (-len(written) % 4), altchars=b"-_", validate=True)
            changed, begun = int.from_bytes(plain[16:24]), int.from_bytes(plain[24:])
            cursor = cls(UUID(bytes=plain[:16]), _moment(changed) if changed else None, _moment(begun))
        except (ValueError, OverflowError, binascii.Error) as error:
            raise BadRequest("cursor", "is not a cursor of this list") from error
        return cursor


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _micros(moment: datetime) -> int:
    return max(0, (moment - EPOCH) // timedelta(microseconds=1))


def _moment(micros: int) -> datetime:
    if micros > _micros(datetime(2200, 1, 1, tzinfo=UTC)):
        raise OverflowError
    return EPOCH + timedelta(microseconds=micros)


@dataclass(frozen=True, slots=True)
class Walk(Generic[Row]):
    """One page: its rows, the address of the next, and from when to follow."""

    rows: list[Row]
    next: str | None
    follow_after: datetime


def walk(request: HttpRequest, rows: QuerySet[Any], asked: ListParameters, *, now: datetime) -> Walk[Any]:
    """The page asked for. With `modified_after` the rows carry their moment of change as `changed_at`."""
    cursor = Cursor.read(asked.cursor) if asked.cursor else None
    following = asked.modified_after is not None
    if cursor and (cursor.changed_at is not None) != following:
        raise BadRequest("cursor", "is not a cursor of this list: keep modified_after as it was")
    begun_at = cursor.begun_at if cursor else now
    # Ids first: sorting is cheap while the rows are narrow.
    order = ("changed_at", "id") if following else ("id",)
    found = list(_after(rows, cursor).order_by(*order).values_list("id", *order[:-1])[: asked.limit + 1])
    shown = found[: asked.limit]
    by_id = rows.in_bulk([position[0] for position in shown])
    more = Cursor(shown[-1][0], shown[-1][1] if following else None, begun_at) if len(found) > len(shown) else None
    return Walk(
        rows=[by_id[position[0]] for position in shown if position[0] in by_id],
        next=next_page(request, str(more)) if more else None,
        follow_after=(begun_at - LOOK_BACK).replace(microsecond=0),
    )


def _after(rows: QuerySet[Any], cursor: Cursor | None) -> QuerySet[Any]:
    if cursor is None:
        return rows
    if cursor.changed_at is None:
        return rows.filter(id__gt=cursor.id)
    later = Q(changed_at__gt=cursor.changed_at) | Q(changed_at=cursor.changed_at, id__gt=cursor.id)
    return rows.filter(later, changed_at__gte=cursor.changed_at)


def next_page(request: HttpRequest, cursor: str) -> str:
    """The address asked for, with this cursor."""
    query = request.GET.copy()
    query["cursor"] = cursor
    return f"{request.path}?{query.urlencode()}"
