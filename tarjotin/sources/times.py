"""Do two activities meet at the same times? Weekdays and start times first, exact dates after. Pure."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from tarjotin.sources.features import MOST_STARTS, Features

_Time: TypeAlias = tuple[str, str]

_DAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def same_times_told(a: Features, b: Features) -> bool | None:
    """`True` when weekdays and times are known and equal, `False` when they are known and have nothing in common."""
    if first_shared_start(a, b) and a.times != b.times:
        return None
    if not a.times or not b.times:
        return None
    mine, theirs, certain = _times_of(a.times, b.times)
    if mine == theirs:
        return None if any(clock == "?" for _, clock in mine) else True
    if not certain or any(_may_be_one_time(one, other) for one in mine for other in theirs):
        return None
    return False


@lru_cache(maxsize=16384)
def _read_times(times: tuple[str, ...]) -> tuple[frozenset[_Time], bool]:
    read = frozenset((time[0], time[2:].rstrip("~")) for time in times)
    return read, not any(time.endswith("~") for time in times)


def _times_of(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[frozenset[_Time], frozenset[_Time], bool]:
    (mine, mine_certain), (theirs, theirs_certain) = _read_times(a), _read_times(b)
    return mine, theirs, mine_certain and theirs_certain


def _may_be_one_time(one: _Time, other: _Time) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or "?" in (one[1], other[1]))


def dates_apart(a: Features, b: Features) -> bool:
    """Both tell their dates, all of them, and have none in common: a spring and an autumn course."""
    if not a.starts or not b.starts or first_shared_start(a, b):
        return False
    overlap = a.starts[0] <= b.starts[-1] and b.starts[0] <= a.starts[-1]
    return overlap or max(len(a.starts), len(b.starts)) < MOST_STARTS


def first_shared_start(a: Features, b: Features) -> str:
    """The first exact start that both tell, or an empty text."""
    shared = set(a.starts).intersection(b.starts) if a.starts and b.starts else ()
    return min(shared) if shared else ""


def times_in_words(times: tuple[str, ...]) -> str:
    """ "2 10:00" as "Tuesday 10:00"."""
    read, _ = _read_times(times)
    return " and ".join(f"{_DAYS[int(day)]} {clock}".removesuffix(" ?") for day, clock in sorted(read))
