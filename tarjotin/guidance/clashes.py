"""What does not fit into one day: two things at once, and ways that are too short. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from tarjotin.common.distance import Point
from tarjotin.guidance.travel import minutes_between

USUAL_LENGTH = timedelta(hours=1)  # when nobody told the end


@dataclass(frozen=True, slots=True)
class Appointment:
    """A time and a place; `key` tells whose it is."""

    key: Hashable
    starts_at: datetime
    ends_at: datetime | None
    point: Point | None

    @property
    def over_at(self) -> datetime:
        return self.ends_at or self.starts_at + USUAL_LENGTH


@dataclass(frozen=True, slots=True)
class Clash:
    """`first` ends after `second` begins, or the way between takes longer than the gap."""

    first: Hashable
    second: Hashable
    gap_minutes: int  # below zero: they overlap
    way_minutes: int | None = None

    @property
    def overlaps(self) -> bool:
        return self.gap_minutes < 0


def clashes(appointments: Iterable[Appointment]) -> list[Clash]:
    """Of one day's appointments, in their order."""
    in_order = sorted(appointments, key=lambda each: each.starts_at)
    found = (_clash(first, second) for first, second in combinations(in_order, 2))
    return [clash for clash in found if clash]


def _clash(first: Appointment, second: Appointment) -> Clash | None:
    gap = int((second.starts_at - first.over_at).total_seconds() // 60)
    if gap < 0:
        return Clash(first.key, second.key, gap)
    way = minutes_between(first.point, second.point)
    return Clash(first.key, second.key, gap, way) if way is not None and gap < way else None
