"""Questions to the town answered by looking at what is true of every entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from tarjotin.common.distance import Point, walking_metres, walking_minutes
from tests.search.town import NOW, UNTOLD, Truth

Chosen = Mapping[str, tuple[str, ...]]
TODAY = NOW.date()
# Option of "when" → days from today, a Tuesday.
DAYS = {
    "today": range(1),
    "tomorrow": range(1, 2),
    "this_weekend": range(4, 6),
    "this_week": range(6),
    "next_week": range(6, 13),
}
HERE = Point(60.2, 24.95)
TOGETHER = ("weekday", "time", "when")


@dataclass(frozen=True)
class ByHand:
    """`entries` are those whose words fit."""

    entries: Sequence[Truth]

    def sure(self, chosen: Chosen) -> set[UUID]:
        return {one.id for one in self.entries if fits(one, chosen)}

    def maybe(self, chosen: Chosen) -> set[UUID]:
        return {one.id for one in self.entries if fits(one, chosen, lenient=True)} - self.sure(chosen)

    def count(self, chosen: Chosen, group: str, option: str) -> int:
        """How many there would be with just this option of the group."""
        return len(self.sure({**chosen, group: (option,)}))


def fits(one: Truth, chosen: Chosen, *, lenient: bool = False) -> bool:
    alone = {group: options for group, options in chosen.items() if group not in TOGETHER}
    times = {group: options for group, options in chosen.items() if group in TOGETHER}
    return all(_fits(one, group, options, lenient) for group, options in alone.items()) and fits_times(
        one, times, lenient=lenient
    )


def _fits(one: Truth, group: str, options: tuple[str, ...], lenient: bool) -> bool:
    if group == "age":
        return any(one.ages[0] <= int(option) <= one.ages[1] for option in options)
    if group == "distance":
        return any(option != UNTOLD and _is_within(one, option) for option in options) or (
            not one.points and (lenient or UNTOLD in options)
        )
    return bool(one.told.get(group, frozenset()) & {*options, *([UNTOLD] if lenient else [])})


def _is_within(one: Truth, option: str) -> bool:
    """On foot: so many minutes, or kilometres."""
    ways = [round(walking_metres(HERE, point)) for point in one.points]
    if option.endswith("min"):
        return any(walking_minutes(way) <= int(option.removesuffix("min")) for way in ways)
    return any(way <= 1_000 * int(option.removesuffix("km")) for way in ways)


def fits_times(one: Truth, chosen: Chosen, *, lenient: bool = False) -> bool:
    """One slot of the week, and with "when" one coming session or weekday of opening, meets all that is asked of it."""
    weekdays, times, when = (chosen.get(group, ()) for group in TOGETHER)
    in_week = any(_meets(day, weekdays, lenient) and _meets(time, times, lenient) for day, time in one.slots)
    if not when:
        return in_week
    if (lenient or UNTOLD in when) and one.slots == {(UNTOLD, UNTOLD)}:
        return in_week
    days = {TODAY + timedelta(days=ahead) for option in when if option != UNTOLD for ahead in DAYS[option]}
    dated = [(start.date(), time) for start, time in one.starts]
    if one.kind != "activity":
        dated = [(day, time) for day in days for weekday, time in one.slots if weekday == _weekday(day)]
    return in_week and any(
        day in days and _meets(_weekday(day), weekdays, lenient) and _meets(time, times, lenient) for day, time in dated
    )


def _meets(told: str, asked: tuple[str, ...], lenient: bool) -> bool:
    return not asked or told in asked or (lenient and told == UNTOLD)


def _weekday(day: date) -> str:
    return str(day.isoweekday())
