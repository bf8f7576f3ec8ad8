"""What an index has taken in of the change rows. Each notes it for itself, so any number can follow the same rows.

Numbers are kept as ranges and never as "up to": a number below may belong to a transaction that is still to commit.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from tarjotin.catalogue.models import Change

KEPT = timedelta(days=14)  # rows, for indexes that were away
LONGEST_ABSENCE = timedelta(days=13)  # of an index, before it must be built anew; below what rows are kept for
LONGEST_TRANSACTION = timedelta(days=1)  # later none commits a number that was drawn before
_HOLES_AT_ONCE = 100
_ENDLESS = 2**63

Numbers = tuple[int, int]  # from, to
Row = tuple[int, str, UUID, datetime]


@dataclass(frozen=True, slots=True)
class Seen:
    """Numbers taken in, when there were last no others, and the newest row: proof that it is still that database."""

    numbers: tuple[Numbers, ...] = ((0, 0),)
    drained_at: float = 0.0
    newest: tuple[int, float] = (0, 0.0)  # its number, and when it was written

    def holes(self) -> list[Numbers]:
        """What may still come: between the ranges, and above them all."""
        ends, starts = [high for _, high in self.numbers], [low for low, _ in self.numbers[1:]]
        return [(end + 1, start - 1) for end, start in zip(ends, [*starts, _ENDLESS], strict=True)]

    def with_rows(self, rows: Iterable[tuple[int, datetime]]) -> Seen:
        taken = {pk: written.timestamp() for pk, written in rows}
        newest = max(self.newest, *taken.items()) if taken else self.newest
        return replace(self, numbers=_joined([*self.numbers, *((pk, pk) for pk in taken)]), newest=newest)

    def up_to(self, number: int) -> Seen:
        return replace(self, numbers=_joined([*self.numbers, (0, number)]))

    def drained(self, at: datetime) -> Seen:
        return replace(self, drained_at=at.timestamp())


def dump(seen: Seen) -> bytes:
    text = json.dumps([seen.numbers, seen.drained_at, seen.newest]).encode("ascii")
    return b"%08x\n%s" % (zlib.crc32(text), text)


def load(content: bytes) -> Seen:
    """`ValueError` when it is not as it was written."""
    mark, _, text = content.partition(b"\n")
    if mark != b"%08x" % zlib.crc32(text):
        raise ValueError("damaged")
    numbers, drained_at, newest = json.loads(text)
    return Seen(tuple((low, high) for low, high in numbers), drained_at, (newest[0], newest[1]))


def unseen(seen: Seen, most: int) -> list[Row]:
    """The rows to be taken in, lowest number first."""
    found: list[Row] = []
    for rows in _unseen(seen):
        asked = rows.order_by("pk").values_list("pk", "entity", "entity_id", "written_at")
        found.extend(asked[: most - len(found)])
        if len(found) >= most:
            break
    return found


def behind(seen: Seen) -> int:
    return sum(rows.count() for rows in _unseen(seen))


def all_rows() -> Seen:
    """What an index knows that is built from now on."""
    return Seen().with_rows(Change.objects.order_by("pk").values_list("pk", "written_at").iterator())


def settled(now: datetime) -> int:
    """The number below which nothing is to come any more."""
    old = Change.objects.filter(written_at__lt=now - LONGEST_TRANSACTION)
    return int(old.aggregate(top=Max("pk"))["top"] or 0)


def can_follow(seen: Seen, now: datetime) -> bool:
    """Whether rows are left of all that the index has missed, and come from the database it was built from.

    A database put back from a copy gives the same numbers to other changes.
    """
    missed_since = (now - LONGEST_ABSENCE).timestamp()
    number, written = seen.newest
    if seen.drained_at < missed_since or not number:
        return seen.drained_at >= missed_since
    there = Change.objects.filter(pk=number).values_list("written_at", flat=True).first()
    return written < missed_since if there is None else there.timestamp() == written


def forget_old(now: datetime) -> None:
    old = Change.objects.filter(written_at__lt=now - KEPT)
    if old.exists():  # no write, and no lock, when there is nothing to do
        old.delete()


def _unseen(seen: Seen) -> Iterator[QuerySet[Change]]:
    holes: Sequence[Numbers] = seen.holes()
    for start in range(0, len(holes), _HOLES_AT_ONCE):
        some = holes[start : start + _HOLES_AT_ONCE]
        yield Change.objects.filter(reduce(or_, (Q(pk__range=hole) for hole in some)))


def _joined(ranges: Iterable[Numbers]) -> tuple[Numbers, ...]:
    joined: list[Numbers] = []
    for low, high in sorted(ranges):
        if joined and low <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(high, joined[-1][1]))
        else:
            joined.append((low, high))
    return tuple(joined)
