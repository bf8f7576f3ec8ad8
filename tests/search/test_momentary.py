"""Criteria that depend on the moment, the asker's place or age: days, from whole entries to the answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from tarjotin.catalogue.models import Session
from tarjotin.search.queries import search
from tarjotin.search.query import Answer, Query, Relaxation
from tests import make

NOW = make.NOW  # a Tuesday, noon in Helsinki
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
pytestmark = pytest.mark.django_db


def ask(text: str = "", *, now: datetime = NOW, **asked: Any) -> Answer:
    return search(Query(text=text, **asked), language="fi", now=now)


def ids(answer: Answer) -> set[UUID]:
    return {hit.id for hit in answer.hits}


def at(*starts: datetime, name: str = "Jooga") -> UUID:
    """An activity with these sessions."""
    activity = make.activity(name=name)
    for start in starts:
        make.session(activity=activity, starts_at=start)
    return activity.id


# --- Days ------------------------------------------------------------------------------------------------------------


def test_days_hold_what_begins_then_and_what_is_open_on_such_a_weekday(search_index: Any) -> None:
    wednesday, _later = at(NOW + DAY), at(NOW + 2 * DAY)
    here, elsewhere = make.place(), make.place()
    for each in (here, elsewhere):
        make.tag(each)
    make.hours(place=here, weekday=3, opens=time(10), closes=time(16))
    make.hours(place=elsewhere, weekday=4, opens=time(10), closes=time(16))
    search_index.refresh(now=NOW)

    answer = ask(chosen={"when": ("tomorrow",)})

    assert ids(answer) == {wednesday, here.id}
    assert answer.facets["when"] == {"tomorrow": 2, "this_week": 4, "next_week": 2}
    assert answer.facets["kind"] == {"activity": 1, "place": 1}


def test_days_of_fields_mean_the_same_as_an_option(search_index: Any) -> None:
    first, second, third = at(NOW + DAY), at(NOW + 2 * DAY), at(NOW + 9 * DAY)
    search_index.refresh(now=NOW)

    tomorrow, day_after = date(2026, 11, 25), date(2026, 11, 26)

    assert ids(ask(starts_from=tomorrow, until=tomorrow)) == {first}
    assert ids(ask(starts_from=day_after)) == {second, third}
    assert ids(ask(until=day_after)) == {first, second}
    assert ids(ask(chosen={"when": ("2026-11-25..2026-11-26",)})) == {first, second}
    assert ids(ask(chosen={"when": ("2026-12-03", "tomorrow")})) == {first, third}


@pytest.mark.parametrize(
    "option", ["", "..", "2026-13-01", "someday", "2026-11-26..2026-11-25", "2025-01-01..2025-02-01"]
)
def test_days_that_are_none_or_past_hold_nothing(search_index: Any, option: str) -> None:
    at(NOW + DAY)
    search_index.refresh(now=NOW)

    assert ask(chosen={"when": (option,)}).total == 0


def test_today_means_what_is_still_to_begin(search_index: Any) -> None:
    _morning, noon, evening = at(NOW + HOUR), at(NOW + 3 * HOUR), at(NOW + 8 * HOUR)
    search_index.refresh(now=NOW)

    answer = ask(now=NOW + timedelta(hours=3, minutes=20), chosen={"when": ("today",)})

    assert ids(answer) == {noon, evening}


def test_an_evening_of_a_day_is_the_evening_of_that_day(search_index: Any) -> None:
    today_at_two = NOW + 2 * HOUR
    at(today_at_two, NOW + DAY + 8 * HOUR)  # today in the afternoon, tomorrow in the evening
    tonight = at(NOW + 8 * HOUR)
    search_index.refresh(now=NOW)

    answer = ask("jooga tänä iltana")

    assert ids(answer) == {tonight}
    assert answer.facets["time"] == {"afternoon": 1, "evening": 1}
    assert answer.facets["when"] == {"today": 1, "tomorrow": 1, "this_week": 2}
    assert ids(ask(chosen={"when": ("today",), "weekday": ("3",)})) == set()


def test_what_tells_no_time_may_fit_the_evening(search_index: Any) -> None:
    untimed = make.activity(name="Jooga")
    make.session(activity=untimed, starts_at=NOW + 10 * HOUR, time_known=False)
    undated = make.activity(name="Jooga")
    search_index.refresh(now=NOW)

    answer = ask(chosen={"when": ("today",), "time": ("evening",)})

    assert (answer.total, {hit.id for hit in answer.maybe}) == (0, {untimed.id, undated.id})
    assert ask(chosen={"when": ("today",)}).unknown["when"] == 1


@pytest.mark.parametrize(
    ("now", "start", "fits"),
    [
        (datetime(2026, 11, 24, 21, 59, tzinfo=UTC), datetime(2026, 11, 25, 8, tzinfo=UTC), False),  # 23.59 in Helsinki
        (datetime(2026, 11, 24, 22, 1, tzinfo=UTC), datetime(2026, 11, 25, 8, tzinfo=UTC), True),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 21, 30, tzinfo=UTC), True),  # clocks change
    ],
)
def test_a_day_begins_at_midnight_in_helsinki(search_index: Any, now: datetime, start: datetime, fits: bool) -> None:
    found = at(start)
    search_index.refresh(now=now)

    assert ids(ask(now=now, chosen={"when": ("today",)})) == ({found} if fits else set())


def test_days_and_age_say_what_they_cost_and_whom_they_nearly_fit(search_index: Any) -> None:
    activity = make.activity(name="Jooga", min_age=65)
    make.session(activity=activity, starts_at=NOW + 3 * DAY)
    search_index.refresh(now=NOW)

    answer = ask("jooga", age=40, starts_from=date(2026, 11, 27), until=date(2026, 11, 27))

    assert answer.relaxations == (Relaxation("age", 1),)
    assert [(hit.id, hit.unmet) for hit in answer.close] == [(activity.id, ("age",))]
    [hit] = ask("jooga", age=70, until=date(2026, 11, 26)).close
    assert (hit.unmet, [(each.group, each.value) for each in hit.reasons[1:]]) == (("when",), [("age", "70")])


# --- Free places -----------------------------------------------------------------------------------------------------


def full_or_free(places_left: int | None, **facts: Any) -> UUID:
    """An activity with one session tomorrow, of which this was told an hour ago."""
    activity = make.activity(name="Keramiikka")
    told = {"places_left": places_left, "places_left_at": NOW - HOUR, "starts_at": NOW + DAY}
    make.session(activity=activity, **told | facts)
    return activity.id


def test_free_places_are_yes_no_or_not_told(search_index: Any) -> None:
    free, full, untold = full_or_free(3), full_or_free(0), full_or_free(None)
    make.service()
    search_index.refresh(now=NOW)

    answer = ask(chosen={"places_left": ("yes",)})

    assert (ids(answer), {hit.id for hit in answer.maybe}) == ({free}, {untold})
    assert (answer.facets["places_left"], answer.unknown["places_left"]) == ({"yes": 1, "no": 1}, 1)
    assert ids(ask(chosen={"places_left": ("no",)})) == {full}
    assert ids(ask(chosen={"places_left": ("?",)})) == {untold}


def test_one_session_with_a_free_place_is_enough(search_index: Any) -> None:
    some = make.activity(name="Keramiikka")
    for days, left in ((1, 0), (2, 1)):
        make.session(activity=some, starts_at=NOW + days * DAY, places_left=left, places_left_at=NOW)
    search_index.refresh(now=NOW)

    assert ids(ask("keramiikka, vapaita paikkoja")) == {some.id}


def test_a_cancelled_session_has_no_free_place(search_index: Any) -> None:
    full_or_free(3, state="cancelled")
    search_index.refresh(now=NOW)

    assert ask(chosen={"places_left": ("yes", "no")}).total == 0


@pytest.mark.parametrize(
    ("later", "facts", "known"),
    [
        (47 * HOUR - timedelta(seconds=1), {"starts_at": NOW + 9 * DAY}, True),
        (47 * HOUR, {"starts_at": NOW + 9 * DAY}, False),  # told two days ago
        (DAY - timedelta(seconds=1), {}, True),
        (DAY, {}, False),  # has begun
        (5 * HOUR, {"closes_at": NOW + 5 * HOUR}, False),  # nobody can sign up any more
        (timedelta(), {"places_left_at": None}, False),
    ],
)
def test_free_places_grow_old(search_index: Any, later: timedelta, facts: dict[str, Any], known: bool) -> None:
    found = full_or_free(3, **facts)
    search_index.refresh(now=NOW)

    answer = ask(now=NOW + later, chosen={"places_left": ("yes",)})

    assert ids(answer) == ({found} if known else set())
    assert answer.unknown.get("places_left", 0) == (not known)
    assert Session.objects.get().free_places(NOW + later) == (3 if known else None)


def test_a_full_course_is_a_near_miss_that_says_why(search_index: Any) -> None:
    full = full_or_free(0)
    search_index.refresh(now=NOW)

    answer = ask("keramiikka", chosen={"places_left": ("yes",)})

    assert [(hit.id, hit.unmet) for hit in answer.close] == [(full, ("places_left",))]
    assert Relaxation("places_left", 1) in answer.relaxations
