"""What the front page puts first, by the hour, the weekday and the season. Pure; knows no framework."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

MORNING, AFTERNOON, EVENING, NIGHT = "morning", "afternoon", "evening", "night"
WINTER, SUMMER, BETWEEN = "winter", "summer", "between"
WINTER_MONTHS, SUMMER_MONTHS = (11, 12, 1, 2, 3), (6, 7, 8)
FRIDAY, SATURDAY = 5, 6
NEAR_M = 7_000  # a short ride; what is farther comes only when too little is near

# Every door of the front page, whatever the time is.
ALWAYS = (
    *("sport", "community", "food", "culture", "nature", "advice", "lifestyle"),
    *("free", "money", "language", "women", "children"),
)
_TIME_DOOR = {MORNING: "today", AFTERNOON: "today", EVENING: "tonight", NIGHT: "tomorrow"}
_SEASON_DOOR = {WINTER: "indoors", SUMMER: "outdoors", BETWEEN: "drop_in"}


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as people feel it: `weekend` begins on Friday evening."""

    part: str
    season: str
    weekend: bool

    @property
    def is_dark(self) -> bool:
        return self.part in (EVENING, NIGHT) and self.season != SUMMER


def moment_of(local: datetime) -> Moment:
    """The moment of a time in Helsinki."""
    hour, weekday = local.hour, local.isoweekday()
    part = NIGHT if hour < 5 or hour >= 20 else MORNING if hour < 11 else AFTERNOON if hour < 16 else EVENING
    month = local.month
    season = WINTER if month in WINTER_MONTHS else SUMMER if month in SUMMER_MONTHS else BETWEEN
    return Moment(part, season, weekday >= SATURDAY or (weekday == FRIDAY and hour >= 16))


def doors_at(moment: Moment) -> tuple[str, ...]:
    """Fourteen doors: the time's own first, then the season's, then what people always want."""
    time_door = "weekend" if moment.weekend and moment.part != NIGHT else _TIME_DOOR[moment.part]
    always = ("nature", *(name for name in ALWAYS if name != "nature")) if moment.season == SUMMER else ALWAYS
    return (time_door, _SEASON_DOOR[moment.season], *always)


Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Candidate(Generic[Key]):
    """One coming time of one activity."""

    key: Key
    starts_at: datetime  # in Helsinki
    distance_m: float | None = None
    category: str = ""
    setting: str = ""
    free: bool = False
    drop_in: bool = False


def first_of(candidates: Iterable[Candidate[Key]], moment: Moment, now: datetime, most: int) -> list[Key]:
    """The best fitting ones, soonest first: near, open to all, free, fit for the weather, and of many kinds."""
    candidates = list(candidates)
    near = [each for each in candidates if each.distance_m is not None and each.distance_m <= NEAR_M]
    left = sorted(
        near if len(near) >= most else candidates, key=lambda each: (-_worth(each, moment, now), each.starts_at)
    )
    chosen: list[Candidate[Key]] = []
    while left and len(chosen) < most:
        kinds = [each.category for each in chosen]
        best = min(left, key=lambda each: kinds.count(each.category))  # of equals the first, which is worth most
        left.remove(best)
        chosen.append(best)
    return [each.key for each in sorted(chosen, key=lambda each: each.starts_at)]


def _worth(each: Candidate[Key], moment: Moment, now: datetime) -> float:
    worth = 2.0 * each.drop_in + each.free - (each.starts_at - now).total_seconds() / 3600 / 6
    if each.distance_m is not None:
        worth -= each.distance_m / 2_000
    if moment.season == WINTER:
        worth -= each.setting == "outdoor"
    elif moment.season == SUMMER:
        worth += each.setting in ("outdoor", "water")
    return worth
