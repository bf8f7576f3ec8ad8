"""A weekly rhythm in words: "Joka keskiviikko klo 9.30", "torsdagar kl. 14–15", "every other Monday at 2 pm". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

LONGEST_SESSION_H = 4.0  # a longer daily span is opening hours, not a group
REACH = 45  # characters between a weekday and its time: "tiistaisin 3.9.–26.11.2026 kirjastossa klo 10–12"

_FI = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
_SV = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {
    **{name: n for n, name in enumerate(("ma", "ti", "ke", "to", "pe", "la", "su"))},
    **{name: n for n, name in enumerate(("mån", "tis", "ons", "tors", "fre", "lör", "sön"))},
    **{name: n for n, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))},
}
_NUMBER = {name: n for names in (_FI, _SV, _EN) for n, name in enumerate(names)}

_OTHER = r"toinen|annan|other|second"
_FULL = "|".join(_NUMBER)
_DAY = re.compile(
    rf"\b(?:joka|varje|every|each)\s+(?:(?P<other>{_OTHER})\s+)?(?P<each>{_FULL})\b"
    rf"|\bvarannan\s+(?P<varannan>{'|'.join(_SV)})\b"
    rf"|\b(?P<fi>{'|'.join(_FI)})(?:-(?:ilta|aamu))?i?sin\b|\b(?P<sv>{'|'.join(_SV)})ar(?:na)?\b|\b(?P<en>{'|'.join(_EN)})s\b"
    r"|\b(?P<weekdays>arkisin|arkipäivisin|vardagar|weekdays)\b",
    re.I,
)
_SHORT_DAYS = re.compile(
    rf"\b(?P<first>{'|'.join(_SHORT)})\.?(?P<rest>(?:\s*(?:[-–,&+]|ja|och|and)\s*(?:{'|'.join(_SHORT)})\b\.?)*)"
    r"(?=,?\s*(?:klo|kl|at)\b)",
    re.I,
)
_HALF = r"([ap]\.?m\b\.?)?"
_ONE = rf"(\d{{1,2}})(?:[.:](\d{{2}}))?(?!\d)\s*{_HALF}"
TIME = re.compile(
    rf"\b(?P<said>klo|kello|kl|at|from)\.?\s*{_ONE}(?:\s*(?:[-–—]|to|till|until|bis)\s*(?:klo\s*|kl\.?\s*)?{_ONE})?",
    re.I,
)
_BARE_TIME = re.compile(rf"\s{{0,2}},?\s{{0,2}}{_ONE}\s*[-–—]\s*{_ONE}(?!\d|\.\d|\.\s?[-–])", re.I)
_MONTHLY = re.compile(
    r"kerran kuussa|kuukausittain|joka kuukausi|joka kuun|kuukauden\s+(?:ensi|toi|kol|nel|vii)|"
    r"(?:ensimmäi|kolman|neljän|viimei)\w+\s+(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)|"
    r"en gång i månaden|varje månad|(?:första|andra|tredje|fjärde|sista)\s+\w+dag|"
    r"once a month|monthly|every month|(?:first|third|fourth|last)\s+\w+day",
    re.I,
)
_EVERY_OTHER_WEEK = re.compile(
    r"joka toinen viikko|paritto\w+ viiko|parillis\w+ viiko|varannan vecka|every (?:other|second) week", re.I
)
_ASIDE = re.compile(
    r"ilmoittau|puhelin|\bpuh\b|tiedustel|anmäl|telefon|\btel\b|regist|sign up|\bphone\b|\bcall\b", re.I
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ])|\n")


@dataclass(frozen=True, slots=True)
class WeeklyTime:
    """On which weekdays (0 = Monday), from when to when, every how many weeks."""

    days: tuple[int, ...]
    start: time
    end: time | None = None
    interval: int = 1

    @property
    def rrule(self) -> str:
        every = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        return f"FREQ=WEEKLY{every};BYDAY=" + ",".join(
            ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in self.days
        )

    def first_on_or_after(self, day: date) -> date:
        return next(day + timedelta(n) for n in range(7) if (day.weekday() + n) % 7 in self.days)


def is_monthly(text: str) -> bool:
    """Does the text speak of once a month, which no weekly rule may turn into each week?"""
    return bool(_MONTHLY.search(text))


def weekly_times(text: str, *, short_days: bool = False) -> tuple[WeeklyTime, ...]:
    """The weekly times the text names; with `short_days` also "ma, ke klo 10–12"."""
    if is_monthly(text):
        return ()
    fortnightly = 2 if _EVERY_OTHER_WEEK.search(text) else 1
    found: dict[tuple[tuple[int, ...], time], WeeklyTime] = {}
    for days, interval, clock in _pairs(text, short_days=short_days):
        if read := _weekly(days, max(interval, fortnightly), clock):
            found.setdefault((read.days, read.start), read)
    return tuple(found.values())


def clock_times(text: str) -> tuple[tuple[time, time | None], ...]:
    """The times of day after "klo", for a course whose weekday is told by its dates."""
    read = (clock_of(match) for match in TIME.finditer(text))
    return tuple(clock for clock in read if clock and _is_session(*clock))


def _weekly(days: list[int], interval: int, match: re.Match[str]) -> WeeklyTime | None:
    clock = clock_of(match)
    if clock is None or not _is_session(*clock):
        return None
    return WeeklyTime(tuple(sorted(set(days))), clock[0], clock[1], interval)


def _is_session(start: time, end: time | None) -> bool:
    if end is None:
        return True
    hours = (end.hour - start.hour) + (end.minute - start.minute) / 60
    return 0 < hours <= LONGEST_SESSION_H


def _pairs(text: str, *, short_days: bool) -> Iterator[tuple[list[int], int, re.Match[str]]]:
    """Weekdays with the time that belongs to them: the next one in the sentence, else one right before them."""
    mentions = sorted(m for m in _mentions(text, short_days=short_days) if not is_aside(text, m[0]))
    days: list[int] = []
    interval, group_start = 1, 0
    for place, (start, end, named, every) in enumerate(mentions):
        if not days:
            group_start = start
        days, interval = days + named, max(interval, every)
        next_start = mentions[place + 1][0] if place + 1 < len(mentions) else len(text)
        if clock := _time_after(text, end, next_start):
            yield days, interval, clock
        elif next_start - end <= REACH // 2 and next_start < len(text) and not _parted(text, end, next_start):
            continue
        elif clock := _time_before(text, group_start):
            yield days, interval, clock
        days, interval = [], 1


def is_aside(text: str, start: int) -> bool:
    """Is it the time for calling or signing up that the sentence is about?"""
    begin = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    return bool(_ASIDE.search(text, begin, start))


def _mentions(text: str, *, short_days: bool) -> Iterator[tuple[int, int, list[int], int]]:
    for match in _DAY.finditer(text):
        name = next(filter(None, (match[key] for key in ("each", "varannan", "fi", "sv", "en"))), "")
        named = [_NUMBER[name.lower()]] if name else [0, 1, 2, 3, 4]
        yield match.start(), match.end(), named, 2 if match["other"] or match["varannan"] else 1
    for match in _SHORT_DAYS.finditer(text) if short_days else ():
        yield match.start(), match.end(), _short_days(match[0]), 1


def _short_days(text: str) -> list[int]:
    """The weekdays of "ma, ke", and all from one to the other of "ma–pe"."""
    words = re.findall(r"[-–]|[^\W\d_]+", text.lower())
    days = [_SHORT[word] for word in words if word in _SHORT]
    if len(days) == 2 and any(word in "-–" for word in words) and days[0] < days[1]:
        return list(range(days[0], days[1] + 1))
    return days


def _time_after(text: str, end: int, next_day: int) -> re.Match[str] | None:
    if bare := _BARE_TIME.match(text, end):
        return bare
    match = TIME.search(text, end, min(len(text), end + REACH + 25))
    if match and match.start() - end <= REACH and match.start() < next_day and not _parted(text, end, match.start()):
        return match
    return None


def _time_before(text: str, start: int) -> re.Match[str] | None:
    before = [match for match in TIME.finditer(text, max(0, start - 40), start) if start - match.end() <= 3]
    return before[-1] if before else None


def _parted(text: str, start: int, end: int) -> bool:
    return bool(_SENTENCE_END.search(text, start, end))


def clock_of(match: re.Match[str]) -> tuple[time, time | None] | None:
    """Start and end of a match of `TIME`; "2 to 3 pm" is all in the afternoon."""
    hour, minute, half, end_hour, end_minute, end_half = match.groups()[-6:]
    half, end_half = half or end_half, end_half or half
    start = _time(hour, minute, half)
    if start is None:
        return None
    return start, (_time(end_hour, end_minute, end_half) if end_hour else None)


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    hours, minutes = int(hour), int(minute or 0)
    if half:
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    return time(hours, minutes) if hours < 24 and minutes < 60 else None
