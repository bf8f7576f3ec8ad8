"""Date tokens in payloads: `@mon+2w 18:00` is read against today and written as each source writes its times.

A token is a whole string value: a base (`mon` … `sun` of this week, `today` or `now`), any number of steps
(`+2w`, `-3d`, `+4h`, `+30m`) and, but for `now`, a time of day in Helsinki. Days and weeks are steps on the wall
clock, so a weekly group stays at its hour when the clocks change. Week-day tokens depend on the week alone: two
servers started in the same week give the same bytes. `{{@tue+1w}}` inside a text becomes a Finnish date, 1.12.2026.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {"w": "weeks", "d": "days", "h": "hours", "m": "minutes"}

_BASES = "|".join((*WEEKDAYS, "today", "now"))
_LOOKS_LIKE_A_TOKEN = re.compile(rf"@(?:{_BASES})(?![a-z])")
_TOKEN = re.compile(rf"@(?P<base>{_BASES})(?P<steps>(?:[+-]\d{{1,4}}[wdhm])*)(?: (?P<time>\d{{2}}:\d{{2}}))?")
_STEP = re.compile(r"([+-]\d+)([wdhm])")
_IN_TEXT = re.compile(r"\{\{(@[^{}]*)\}\}")


class UnknownToken(ValueError):
    """A text that begins like a date token and is none; better told at once than served to an importer."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What a token means: a wall-clock time in Helsinki, or a day without a time."""

    at: datetime
    has_time: bool


def read(token: str, now: datetime) -> Moment:
    match = _TOKEN.fullmatch(token)
    if match is None or (match["base"] == "now" and match["time"]):
        raise UnknownToken(token)
    here = now.astimezone(HELSINKI)
    if match["base"] == "now":
        start, has_time = here.replace(microsecond=0), True
    else:
        start = datetime.combine(_day(match["base"], here.date()), _time(match["time"], token), HELSINKI)
        has_time = match["time"] is not None
    return Moment(_step(start, match["steps"]), has_time)


def _day(base: str, today: date) -> date:
    return today if base == "today" else today + timedelta(days=WEEKDAYS.index(base) - today.weekday())


def _time(text: str | None, token: str) -> time:
    try:
        return time.fromisoformat(text or "00:00")
    except ValueError as error:
        raise UnknownToken(token) from error


def _step(start: datetime, steps: str) -> datetime:
    """Weeks and days move the wall clock; hours and minutes are real ones, also across a clock change."""
    for amount, unit in _STEP.findall(steps):
        step = timedelta(**{UNITS[unit]: int(amount)})
        start = start + step if unit in "wd" else (start.astimezone(UTC) + step).astimezone(HELSINKI)
    return start


Style = Callable[[Moment], Any]


def linked_events(moment: Moment) -> str:
    return _utc(moment) + "Z" if moment.has_time else moment.at.date().isoformat()


def tpr(moment: Moment) -> str:
    return moment.at.replace(tzinfo=None).isoformat(timespec="seconds")


def ptv(moment: Moment) -> str:
    """UTC without a zone; a day is Helsinki midnight, as in the recorded `validFrom` values."""
    return _utc(moment)


def lahella(moment: Moment) -> int:
    return int(moment.at.timestamp()) * 1000


def _utc(moment: Moment) -> str:
    return moment.at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds")


def resolve(text: str, style: Style, now: datetime) -> Any:
    """The value a string stands for: itself, but for date tokens."""
    if _LOOKS_LIKE_A_TOKEN.match(text):
        return style(read(text, now))
    if "{{@" in text:
        return _IN_TEXT.sub(lambda match: _finnish(read(match[1], now)), text)
    return text


def _finnish(moment: Moment) -> str:
    return f"{moment.at.day}.{moment.at.month}.{moment.at.year}"
