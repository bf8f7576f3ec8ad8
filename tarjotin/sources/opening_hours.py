"""Weekly opening hours out of a Finnish text, where the text is clearly regular ("ma–pe 9–17, la suljettu"). Pure.

All or nothing: a season, a date or any word that is not known here makes the text a note, for half-read hours would
send people to closed doors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time
from itertools import pairwise

from tarjotin.catalogue.records import HoursRecord

_DAYS = {
    day: number
    for number, names in enumerate(
        (
            "ma maanantai maanantaisin",
            "ti tiistai tiistaisin",
            "ke keskiviikko keskiviikkoisin",
            "to torstai torstaisin",
            "pe perjantai perjantaisin",
            "la lauantai lauantaisin",
            "su sunnuntai sunnuntaisin",
        ),
        start=1,
    )
    for day in names.split()
}
_DAY_SETS = {
    "arkisin": (1, 5),
    "joka päivä": (1, 7),
    "päivittäin": (1, 7),
    "kaikkina päivinä": (1, 7),
    "viikonloppuisin": (6, 7),
}
_LAST_MINUTE = time(23, 59)  # "24.00": the day's end, still of the same day

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<always>ympäri\ (?:vuorokauden|vuorokautta)|24\s?h\b|24/7)
    | (?P<days>arkisin|joka\ päivä|päivittäin|kaikkina\ päivinä|viikonloppuisin)\b
    | (?P<day>(?:ma|ti|ke|to|pe|la|su)(?![a-zåäö])|(?:maanantai|tiistai|torstai|perjantai|lauantai|sunnuntai)(?:sin)?\b
        |keskiviikko(?:isin)?\b)
    | (?P<closed>suljettu|kiinni)\b
    | (?P<time>(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?![\d.]*\d)(?!\.\s?\d))
    | (?P<dash>[-–—])
    | (?P<comma>[,;\n]|\bja\b|\bsekä\b)
    | (?P<filler>avoinna\b|auki\b|aukiolo(?:aika|ajat)?\b|palvelu(?:aika|ajat)\b|palvelu\ saatavilla\b
        |•|klo\.?|kello|:(?!\d)|\.(?!\d))
    )""",
    re.X | re.I,
)


@dataclass(slots=True)
class _Reader:
    """Walks the tokens: days gather until times follow; days after times begin a new group."""

    days: list[int] = field(default_factory=list)
    times: list[time] = field(default_factory=list)
    spans: list[tuple[int, time | None, time | None]] = field(default_factory=list)
    range_open: bool = False  # a dash was read and its right side is due
    group_done: bool = False  # the days in hand have their hours
    closed_first: bool = False  # "suljettu la-su"
    broken: bool = False

    def read(self, kind: str, text: str) -> None:
        if kind == "dash":
            self._dash()
        elif kind in ("day", "days"):
            self._read_days(kind, text)
        elif kind == "time":
            self._read_time(text)
        elif kind == "always":
            self._close_range()
            self.days = self.days or list(range(1, 8))
            self._put([time(0), _LAST_MINUTE])
        elif kind == "closed":
            self._read_closed()

    def _dash(self) -> None:
        if self.range_open or not (self.days or self.times):
            self.broken = True
        self.range_open = True

    def _close_range(self) -> None:
        if self.range_open or self.times:
            self.broken = True
        self.range_open = False

    def _read_days(self, kind: str, text: str) -> None:
        first, last = _DAY_SETS[text.lower()] if kind == "days" else (_DAYS[text.lower()],) * 2
        if self.times or (self.closed_first and self.group_done):
            self.broken = True
        if self.range_open:
            if not self.days or self.group_done or self.days[-1] >= first:
                self.broken = True
                return
            first, self.range_open = self.days[-1] + 1, False
        elif self.group_done:
            self.days, self.group_done = [], False
        self.days += range(first, last + 1)

    def _read_time(self, text: str) -> None:
        if not self.days or self.closed_first or self.range_open != bool(self.times):
            self.broken = True
            return
        self.range_open = False
        self.times.append(_time(text))
        if len(self.times) == 2:
            self._put(self.times)
            self.times = []

    def _put(self, times: list[time]) -> None:
        if times[0] >= times[1]:
            self.broken = True
        self.spans += [(day, times[0], times[1]) for day in self.days]
        self.group_done = True

    def _read_closed(self) -> None:
        self._close_range()
        if self.days and not self.group_done:
            self.spans += [(day, None, None) for day in self.days]
            self.group_done = True
        else:
            self.days, self.group_done, self.closed_first = [], False, True

    def finished(self) -> list[tuple[int, time | None, time | None]]:
        if self.closed_first:
            self.broken = self.broken or not self.days
            self.spans += [(day, None, None) for day in self.days]
        elif not self.group_done:
            self.broken = True
        return [] if self.broken or self.range_open or self.times else sorted(set(self.spans), key=_order)


def _order(span: tuple[int, time | None, time | None]) -> tuple[int, time]:
    return span[0], span[1] or time(0)


def _time(text: str) -> time:
    hour, _, minute = text.replace(":", ".").partition(".")
    return _LAST_MINUTE if hour == "24" else time(int(hour), int(minute or 0))


def _tokens(text: str) -> Iterator[tuple[str, str] | None]:
    """Kinds and texts; `None` where something stands that is not known here."""
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            yield None
            return
        yield str(match.lastgroup), str(match[str(match.lastgroup)])
        at = match.end()


LONGEST_REGULAR_TEXT = 200


def weekly_hours(text: str) -> tuple[HoursRecord, ...]:
    """The weekday spans that the whole text tells, or nothing when any of it is not understood."""
    text = text.strip()
    if not text or len(text) > LONGEST_REGULAR_TEXT:
        return ()
    reader = _Reader()
    for token in _tokens(text):
        if token is None or reader.broken:
            return ()
        reader.read(*token)
    spans = reader.finished()
    if _contradicts(spans):
        return ()
    return tuple(HoursRecord(day, opens, closes, closed=opens is None) for day, opens, closes in spans)


def _contradicts(spans: list[tuple[int, time | None, time | None]]) -> bool:
    """Is one day closed and open, or open twice at once?"""
    for (day, _, closes), (next_day, next_opens, _) in pairwise(spans):
        if day == next_day and (closes is None or next_opens is None or next_opens < closes):
            return True
    return False
