"""Breaks of a weekly rhythm in words: "20.2. ei ole satutuntia", "Ei kokoonnu 22.12.–6.1.". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

_OFF = re.compile(
    r"\bei (?:ole|kokoonnu|järjestetä|kokoontum)|perut|tauko|tauolla|paitsi|lukuun ottamatta|"
    r"\bingen (?:träff|grupp|samling|verksamhet)|\binställ|\butom\b|\bpaus|"
    r"\bnot on\b|\bexcept\b|\bno (?:meeting|session|class|group)|\bcancelled",
    re.I,
)
_DATE = re.compile(
    r"(?<![\d.])(\d{1,2})\.(\d{1,2})?\.?(\d{4})?\s*[-–]\s*(\d{1,2})\.(\d{1,2})\.?(\d{4})?|"
    r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})?"
)
LONGEST_BREAK = timedelta(days=100)


def days_off(text: str, first: date, last: date) -> tuple[date, ...]:
    """The days between `first` and `last` of which a sentence says that nothing happens on them."""
    found: set[date] = set()
    for sentence in re.split(r"[!?\n]+|\.\s+(?=[A-ZÅÄÖ])|(?<=\D)\.\s", text):
        if _OFF.search(sentence):
            for match in _DATE.finditer(sentence):
                found |= set(_days_of(match, first, last))
    return tuple(sorted(found))


def _days_of(match: re.Match[str], first: date, last: date) -> Iterator[date]:
    from_day, from_month, from_year, to_day, to_month, to_year, day, month, year = match.groups()
    if day:
        start = end = _date_within(day, month, year, first, last)
    else:
        end = _date_within(to_day, to_month, to_year, first, last)
        start = _date_within(from_day, from_month or to_month, from_year, first, end or last)
    if start and end and start <= end <= start + LONGEST_BREAK:
        yield from (start + timedelta(n) for n in range((end - start).days + 1))


def _date_within(day: str, month: str, year: str | None, first: date, last: date) -> date | None:
    """The date in the given year, or the latest such date in the period when the text names no year."""
    for candidate in [int(year)] if year else range(last.year, first.year - 1, -1):
        try:
            read = date(candidate, int(month), int(day))
        except ValueError:
            continue
        if first <= read <= last:
            return read
    return None
