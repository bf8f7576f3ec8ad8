"""Opening hours of PTV v11: weeks, exceptions and stretches over midnight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from tarjotin.catalogue.records import HoursRecord
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import to_helsinki
from tarjotin.sources.ptv.texts import Raw, joined, localised, real_rows
from tarjotin.sources.raw import Notes, moment, text

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BY_APPOINTMENT = LocalisedText.of(fi="Ajanvarauksella", sv="Enligt tidsbokning", en="By appointment")
KINDS = frozenset({"DaysOfTheWeek", "Exceptional", "OverMidnight", "Exception", "Standard", "Special"})


def hours(value: object, notes: Notes) -> tuple[HoursRecord, ...]:
    found = []
    for row in real_rows(value):
        if text(row.get("serviceHourType")) in KINDS:
            found += _of_period(row, notes)
        else:
            notes.add("opening hours of an unknown kind left out")
    return tuple(found)


def _of_period(row: Raw, notes: Notes) -> list[HoursRecord]:
    start, end = _day(row.get("validFrom")), _day(row.get("validTo"))
    note = localised(row.get("additionalInformation"), notes)
    if row.get("isReservation") is True:
        note = joined((BY_APPOINTMENT, note))
    if row.get("isClosed") is True:
        return [HoursRecord(closed=True, valid_from=start, valid_until=end or start, note=note)]
    spans = list(_spans(row, start))
    if not spans:
        return [HoursRecord(valid_from=start, valid_until=end, note=note)] if note else []
    return [
        HoursRecord(weekday=day, opens=opens, closes=closes, valid_from=start, valid_until=end, note=note)
        for day, opens, closes in spans
    ]


def _spans(row: Raw, start: date | None) -> Iterator[tuple[int | None, time, time]]:
    if row.get("isAlwaysOpen") is True:
        yield from ((day, time(0), time(23, 59)) for day in range(1, 8))
    over_midnight = row.get("serviceHourType") in ("OverMidnight", "Special")
    for opening in real_rows(row.get("openingHour")):
        opens, closes = _time(opening.get("from")), _time(opening.get("to"))
        if opens is None or closes is None:
            continue
        first, last = text(opening.get("dayFrom")), text(opening.get("dayTo"))
        if first not in DAYS:  # an exception on one date needs no weekday
            yield start.isoweekday() if start else None, opens, closes
        else:
            yield from ((day, opens, closes) for day in _days(first, "" if over_midnight else last))


def _days(first: str, last: str) -> Iterator[int]:
    """An empty last day means one day; a stretch may run over the weekend."""
    start = DAYS.index(first)
    length = (DAYS.index(last) - start) % 7 if last in DAYS else 0
    return ((start + step) % 7 + 1 for step in range(length + 1))


def _time(value: object) -> time | None:
    said = text(value)
    if said.startswith("24:00"):
        return time(23, 59)
    try:
        return time.fromisoformat(said).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None


def _day(value: object) -> date | None:
    """The Helsinki day of a moment written in UTC: 22:00 of the day before is midnight."""
    at = moment(value)
    if at is None or not date.min + timedelta(days=2) < at.date() < date.max - timedelta(days=2):
        return None
    return to_helsinki(at).date()
