"""Criteria of the moment, answered by looking at one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tarjotin.common.distance import Point, walking_metres, walking_minutes
from tarjotin.common.time import to_helsinki
from tarjotin.search.document import HORIZON, TIMES, UNKNOWN, Document

Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Moment:
    now: datetime
    near: Point | None = None

    def fits(self, document: Document, group: str, chosen: Chosen) -> bool:
        """Whether it fits one of the options."""
        unknown = UNKNOWN in chosen[group] and self.is_unknown(document, group)
        options = [option for option in chosen[group] if option != UNKNOWN]
        return unknown or any(self._fits(document, group, option, chosen) for option in options)

    def may_fit(self, document: Document, group: str, chosen: Chosen) -> bool:
        untimed = group == "when" and self._is_untimed(document, chosen)
        return self.fits(document, group, chosen) or untimed or self.is_unknown(document, group)

    def is_unknown(self, document: Document, group: str) -> bool:
        if group == "places_left":
            return document.kind == "activity" and not any(self._places_left(document))
        if group == "distance":
            return not document.points
        if group == "open_now":
            words = self._of_today(document)
            return document.kind != "activity" and ("told" not in words or UNKNOWN in words) and not self._open(words)
        return group == "when" and UNKNOWN in document.options["weekday"]

    def _fits(self, document: Document, group: str, option: str, chosen: Chosen) -> bool:
        if group == "age":
            least, most = document.min_age, document.max_age
            return (least is None or least <= int(option)) and (most is None or most >= int(option))
        if group == "distance":
            return any(self._is_near(point, option) for point in document.points)
        if group == "open_now":
            return self._open(self._of_today(document))
        if group == "places_left":
            free, full = self._places_left(document)
            return free if option == "yes" else full and not free
        return self._takes_place(document, set(self.days(option)), chosen.get("weekday", ()), chosen.get("time", ()))

    def _places_left(self, document: Document) -> tuple[bool, bool]:
        """Whether there are sessions known now to have a free place, and to have none."""
        told = (document.free_until, document.full_until)
        free, full = (any(until > self.now.timestamp() for until in each) for each in told)
        return free, full

    def _is_near(self, point: Point, option: str) -> bool:
        """As the card tells: its minutes, or its metres."""
        assert self.near is not None
        metres = round(walking_metres(self.near, Point(round(point.lat, 6), round(point.lon, 6))))
        if option.endswith("min"):
            return walking_minutes(metres) <= int(option.removesuffix("min"))
        return metres <= (int(option[:-2]) * 1_000 if option.endswith("km") else int(option[:-1]))

    def _of_today(self, document: Document) -> list[str]:
        """The words of its opening hours that hold today, without the day."""
        today, told = to_helsinki(self.now), [word for word in document.open if word == "told"]
        days = [f"{today:%Y%m%d}."] + [f"{today.isoweekday()}."] * (f"x{today:%Y%m%d}" not in document.open)
        return told + [word.removeprefix(day) for day in days for word in document.open if word.startswith(day)]

    def _open(self, words: Iterable[str]) -> bool:
        local = to_helsinki(self.now)
        minute = local.hour * 60 + local.minute
        return any(first <= minute < last for first, last in map(minutes, filter(str.isdecimal, words)))

    def _is_untimed(self, document: Document, chosen: Chosen) -> bool:
        days = {day for option in chosen["when"] for day in self.days(option)}
        weekdays = {str(day.isoweekday()) for day in _of(days, chosen.get("weekday", ()))}
        untimed = any(f"{day}-{UNKNOWN}" in document.slots for day in weekdays) and bool(_times(chosen))
        return untimed and self._takes_place(document, days, chosen.get("weekday", ()), ())

    def _takes_place(
        self, document: Document, days: set[date], weekdays: tuple[str, ...], times: tuple[str, ...]
    ) -> bool:
        asked, spans = _of(days, weekdays), [TIMES[time] for time in times if time in TIMES] or [(0, 24)]
        hour = self.now.replace(minute=0, second=0, microsecond=0)
        for start in (to_helsinki(datetime.fromtimestamp(each, self.now.tzinfo)) for each in document.starts):
            in_time = any(first <= start.hour < last for first, last in spans)
            if start.date() in asked and in_time and (start >= hour or start.date() != to_helsinki(self.now).date()):
                return True
        numbers = {str(day.isoweekday()) for day in asked}
        at = [each.split("-") for each in document.slots]
        named = [time for time in times if time in TIMES]
        is_open = any(day in numbers and (not named or time in named) for day, time in at)
        return document.kind != "activity" and is_open

    def days(self, option: str) -> Iterable[date]:
        today = to_helsinki(self.now).date()
        ahead = [today + timedelta(days=each) for each in range(HORIZON.days + 1)]
        week, next_week = today.isocalendar()[:2], (today + timedelta(days=7)).isocalendar()[:2]
        meant = {
            "today": lambda day: day == today,
            "tomorrow": lambda day: day == today + timedelta(days=1),
            "this_weekend": lambda day: day.isocalendar()[:2] == week and day.isoweekday() > 5,
            "this_week": lambda day: day.isocalendar()[:2] == week,
            "next_week": lambda day: day.isocalendar()[:2] == next_week,
        }
        if option in meant:
            return filter(meant[option], ahead)
        first, _, last = option.partition("..")
        last = last if ".." in option else first
        return [day for day in ahead if (not first or first <= str(day)) and (not last or str(day) <= last)]


def _of(days: set[date], weekdays: tuple[str, ...]) -> set[date]:
    named = set(weekdays) & set("1234567")
    return {day for day in days if not named or str(day.isoweekday()) in named}


def _times(chosen: Chosen) -> list[str]:
    return [time for time in chosen.get("time", ()) if time in TIMES]


def minutes(part: str) -> tuple[int, int]:
    """The minutes of a day that a part of it stands for: the second half of a half, and so on."""
    first, length = 0, 2_048
    for half in bin(int(part))[3:]:
        length //= 2
        first += length * int(half)
    return first, first + length
