"""Opening hours as words: what is open at a minute, against looking at the hours themselves."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tarjotin.catalogue.models import OpeningHours
from tarjotin.catalogue.opening import dated, hours_on
from tarjotin.common.text import LocalisedText
from tarjotin.common.time import HELSINKI
from tarjotin.search import open_hours
from tarjotin.search.document import Document
from tests import make
from tests.search.conformance.by_hand import ByHand
from tests.search.momentary_by_hand import minutes

NOW = make.NOW  # a Tuesday, noon in Helsinki
TODAY = NOW.date()
NIGHT, DAY = timedelta(hours=12), timedelta(days=1)


def row(weekday: int | None = None, opens: str = "", closes: str = "", **facts: Any) -> OpeningHours:
    begin, end = (time.fromisoformat(at) if at else None for at in (opens, closes))
    return OpeningHours(weekday=weekday, opens=begin, closes=end, **facts)


def answer(hours: list[list[OpeningHours]], moment: datetime, *, indexed: datetime = NOW) -> str:
    """ "open", "closed" or "?", as the index answers."""
    words = open_hours.of_hours(hours, indexed).words
    place = Document(kind="place", id=UUID(int=1), title=LocalisedText(), open=words)
    hand = ByHand([place])
    if hand.scores(open_hours.open_at(moment)):
        return "open"
    return "?" if hand.scores(open_hours.untold_at(moment)) else "closed"


def at(clock: str, day: date = TODAY) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), HELSINKI)


@pytest.mark.parametrize(
    ("clock", "found"),
    [("08:59", "closed"), ("09:00", "open"), ("16:29", "open"), ("16:30", "closed"), ("00:00", "closed")],
)
def test_hours_hold_from_their_first_minute_until_their_last(clock: str, found: str) -> None:
    assert answer([[row(2, "09:00", "16:30"), row(3, "00:00", "23:59")]], at(clock)) == found


@pytest.mark.parametrize(
    ("clock", "ahead", "found"),
    [
        ("21:59", 0, "closed"),
        ("22:00", 0, "open"),
        ("01:59", 1, "open"),
        ("02:00", 1, "closed"),
        ("01:00", 0, "closed"),
    ],
)
def test_hours_over_midnight_belong_to_the_night(clock: str, ahead: int, found: str) -> None:
    assert answer([[row(2, "22:00", "02:00")]], at(clock, TODAY + ahead * DAY)) == found


@pytest.mark.parametrize(("opens", "closes"), [("00:00", "23:59"), ("00:00", "00:00")])
def test_a_whole_day_is_open_to_its_last_minute(opens: str, closes: str) -> None:
    found = [answer([[row(2, opens, closes)]], at(clock)) for clock in ("00:00", "12:00", "23:59")]

    assert found == ["open"] * 3


def test_a_holiday_comes_before_the_usual_hours() -> None:
    week = [row(day, "09:00", "17:00") for day in range(1, 8)]
    first = date(2026, 12, 5)
    short = row(first.isoweekday(), "12:00", "14:00", valid_from=first, valid_until=first)
    closed = row(closed=True, valid_from=first + DAY, valid_until=first + 2 * DAY)
    hours = [[*week, short, closed]]

    found = [answer(hours, at("10:00", first + ahead * DAY)) for ahead in range(-1, 4)]

    assert found == ["open", "closed", "closed", "closed", "open"]
    assert answer(hours, at("13:00", first)) == "open"


def test_a_holiday_of_one_door_leaves_the_other_open() -> None:
    week = [row(day, "09:00", "17:00") for day in range(1, 8)]
    closed = row(closed=True, valid_from=TODAY, valid_until=TODAY)

    assert [answer([[*week, closed], other], NOW) for other in ([], week)] == ["closed", "open"]


@pytest.mark.parametrize(
    ("hours", "found"),
    [
        ([], "?"),
        ([[]], "?"),
        ([[row(note=LocalisedText.of(fi="Arkisin"))]], "?"),
        ([[row(closed=True, valid_from=TODAY + DAY, valid_until=TODAY + DAY)]], "?"),  # and what else?
        ([[row(2, "09:00")]], "?"),
        ([[row(2)]], "?"),
        ([[row(2, "09:00"), row(2, "11:00", "13:00")]], "open"),
        ([[row(2, closed=True)]], "closed"),
        ([[row(3, "09:00", "10:00")]], "closed"),
    ],
)
def test_hours_that_are_not_told_are_not_closed(hours: list[list[OpeningHours]], found: str) -> None:
    assert answer(hours, NOW) == found


def test_hours_of_some_days_are_looked_at_again_after_two_weeks() -> None:
    usual = row(2, "09:00", "10:00")
    summer = row(3, "09:00", "10:00", valid_from=date(2027, 6, 1))

    found = [open_hours.of_hours([rows], NOW).due for rows in ([], [usual], [usual, summer])]

    assert found == [None, None, int((NOW + timedelta(days=14)).timestamp())]


days = st.sampled_from([None, *(TODAY + ahead * DAY for ahead in (-40, -3, -1, 0, 1, 2, 9, 10, 25, 90))])
CLOCKS = ("00:00", "00:01", "08:30", "11:45", "12:00", "23:58", "23:59")
clocks = st.sampled_from([None, *map(time.fromisoformat, CLOCKS)])
rows = st.builds(
    OpeningHours,
    weekday=st.sampled_from([None, 1, 2, 2, 3]),
    opens=clocks,
    closes=clocks,
    valid_from=days,
    valid_until=days,
    closed=st.booleans(),
)


@settings(max_examples=200, deadline=None)
@given(hours=st.lists(st.lists(rows, max_size=4), max_size=2), ahead=st.integers(-1, 27), clock=st.times())
def test_any_hours_answer_as_the_hours_themselves(hours: list[list[OpeningHours]], ahead: int, clock: time) -> None:
    day = TODAY + max(ahead, 0) * DAY
    told = [each for each in map(dated, hours) if any(row.weekday for row in each)]
    is_open, untold = False, not told
    for each in told:
        today, yesterday = hours_on(each, day), hours_on(each, day - DAY)
        untold = untold or today.untold
        nights = [_minute(closes) for opens, closes in yesterday.spans if closes <= opens]
        is_open = is_open or any(_holds(opens, closes, clock) for opens, closes in today.spans)
        is_open = is_open or any(_minute(clock) < end for end in nights)

    found = answer(hours, datetime.combine(day, clock, HELSINKI))

    assert found == ("open" if is_open else "?" if untold else "closed")


def _holds(opens: time, closes: time, clock: time) -> bool:
    end = 1_440 if closes <= opens or closes == time(23, 59) else _minute(closes)
    return _minute(opens) <= _minute(clock) < end


def _minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


@given(st.integers(0, 1_440), st.integers(0, 1_440))
def test_a_span_is_told_by_few_parts_that_make_it_up_exactly(begin: int, end: int) -> None:
    parts = list(map(minutes, open_hours.spans(begin, end)))

    assert sorted(each for first, last in parts for each in range(first, last)) == list(range(begin, end))
    assert len(parts) <= 20
