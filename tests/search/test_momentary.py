"""Criteria that depend on the moment, the asker's place or age: days, from whole entries to the answer."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from tarjotin.catalogue.models import Place, Session
from tarjotin.common.distance import DETOUR, Point, walking_minutes
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


def test_a_time_nobody_tells_is_of_its_day_and_of_no_time_of_day(search_index: Any) -> None:
    today, tomorrow = make.activity(name="A"), make.activity(name="B")
    midnight = datetime(2026, 11, 23, 22, tzinfo=UTC)
    make.session(activity=today, starts_at=midnight, minutes=None, time_known=False)
    make.session(activity=tomorrow, starts_at=midnight + DAY, minutes=None, time_known=False)
    search_index.refresh(now=NOW)

    morning = ask(chosen={"when": ("tomorrow",), "time": ("morning",)})

    assert ids(ask(chosen={"when": ("today",)})) == {today.id}
    assert ids(ask(chosen={"when": ("tomorrow",)})) == {tomorrow.id}
    assert (ids(morning), [hit.id for hit in morning.maybe]) == (set(), [tomorrow.id])
    assert ids(ask(chosen={"when": ("tomorrow",), "time": ("?",)})) == {tomorrow.id}


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


# --- Open now --------------------------------------------------------------------------------------------------------


def a_place(*opening: tuple[int, time, time], name: str = "Kirjasto") -> UUID:
    place = make.place(name=name)
    make.tag(place)
    for weekday, opens, closes in opening:
        make.hours(place=place, weekday=weekday, opens=opens, closes=closes)
    return place.id


def test_open_now_is_yes_no_or_not_told(search_index: Any) -> None:
    is_open = a_place((2, time(9), time(16)))
    a_place((3, time(9), time(16)))
    untold = a_place()
    at(NOW)
    search_index.refresh(now=NOW)

    answer = ask("avoinna nyt")

    assert (ids(answer), {hit.id for hit in answer.maybe}) == ({is_open}, {untold})
    assert (answer.facets["open_now"], answer.unknown["open_now"]) == ({"yes": 1}, 1)
    assert [(each.group, each.value) for each in answer.hits[0].reasons] == [("open_now", "yes")]


def test_open_now_follows_the_clock_in_helsinki(search_index: Any) -> None:
    a_place((2, time(9), time(16)))
    search_index.refresh(now=NOW)

    found = [ask(now=NOW + hours * HOUR, chosen={"open_now": ("yes",)}).total for hours in (-4, -3, 3, 4)]

    assert found == [0, 1, 1, 0]


def test_a_service_is_open_when_its_phone_is_answered(search_index: Any) -> None:
    service = make.service()
    at_place = make.service_place(service=service, place=make.place())
    make.hours(service_place=at_place, weekday=3, opens=time(9), closes=time(16))
    make.hours(channel=make.channel(service=service, value="+358931044556"), weekday=2, opens=time(9), closes=time(16))
    search_index.refresh(now=NOW)

    assert ids(ask(chosen={"open_now": ("yes",)})) == {service.id}


def test_a_holiday_that_was_told_closes_the_door(search_index: Any) -> None:
    here = a_place((2, time(9), time(16)))
    make.hours(place=Place.objects.get(pk=here), closed=True, valid_from=NOW.date(), valid_until=NOW.date())
    search_index.refresh(now=NOW)

    found = [ask(now=NOW + days * DAY, chosen={"open_now": ("yes",)}).total for days in (0, 7)]

    assert found == [0, 1]
    assert Relaxation("open_now", 1) in ask(chosen={"open_now": ("yes",)}).relaxations


def test_hours_of_a_season_are_taken_in_when_their_time_comes(search_index: Any) -> None:
    here = a_place()
    make.hours(place=Place.objects.get(pk=here), weekday=2, opens=time(9), closes=time(16), valid_from=date(2027, 1, 1))
    search_index.refresh(now=NOW)
    later = NOW + 7 * 6 * DAY
    before = ask(now=later, chosen={"open_now": ("yes",)}).total

    search_index.refresh(now=later)

    assert (before, ask(now=later, chosen={"open_now": ("yes",)}).total) == (0, 1)


# --- Distance --------------------------------------------------------------------------------------------------------

HERE = Point(60.187, 24.96)


def metres_north(metres: int, **facts: Any) -> UUID:
    """A place so far away on foot."""
    place = make.place(lat=HERE.lat + metres / DETOUR / 111_195, lon=HERE.lon, **facts)
    make.tag(place)
    return place.id


def test_a_distance_holds_what_cards_say_is_so_near(search_index: Any) -> None:
    near, edge, far = metres_north(100), metres_north(732), metres_north(760)
    nowhere = make.activity()
    search_index.refresh(now=NOW)

    answer = ask(near=HERE, chosen={"distance": ("10min",)})

    assert ids(answer) == {near, edge}
    assert {hit.id for hit in answer.maybe} == {nowhere.id}
    assert max(walking_minutes(hit.distance_m or 0) for hit in answer.hits) == 10
    assert answer.facets["distance"] == {"5min": 1, "10min": 2, "15min": 3, "30min": 3, "5km": 3}
    assert answer.unknown["distance"] == 1
    assert ids(ask(near=HERE, chosen={"distance": ("759m",)})) == {near, edge}
    assert ids(ask(near=HERE, chosen={"distance": ("760m", "5min")})) == {near, edge, far}
    assert ids(ask(near=HERE, chosen={"distance": ("1km",)})) == {near, edge, far}


def test_a_distance_from_nowhere_asks_nothing(search_index: Any) -> None:
    metres_north(100)
    search_index.refresh(now=NOW)

    answer = ask(chosen={"distance": ("5min",)})

    assert (answer.total, answer.facets["distance"], answer.asked.chosen) == (1, {}, {})


@pytest.mark.parametrize("option", ["", "near", "-5min", "5", "m", "5 min", "٥min"])
def test_a_distance_that_is_none_holds_nothing(search_index: Any, option: str) -> None:
    metres_north(0)
    search_index.refresh(now=NOW)

    assert ask(near=HERE, chosen={"distance": (option,)}).total == 0


def test_one_of_several_places_near_is_enough(search_index: Any) -> None:
    service = make.service()
    for metres in (200, 5_000):
        make.service_place(service=service, place=Place.objects.get(pk=metres_north(metres)))
    search_index.refresh(now=NOW)

    answer = ask(near=HERE, chosen={"distance": ("5min",), "kind": ("service",)})

    assert ids(answer) == {service.id}


def test_what_is_a_little_too_far_is_a_near_miss(search_index: Any) -> None:
    far = metres_north(900, name="Kirjasto")
    search_index.refresh(now=NOW)

    answer = ask("kirjasto", near=HERE, chosen={"distance": ("10min",)})

    assert [(hit.id, hit.unmet, hit.distance_m) for hit in answer.close] == [(far, ("distance",), 900)]
    assert Relaxation("distance", 1) in answer.relaxations


@pytest.mark.parametrize(
    ("text", "language"), [("kirjasto kävelymatkan päässä", "fi"), ("bibliotek på gångavstånd", "sv")]
)
def test_walking_distance_said_in_words_is_a_quarter_of_an_hour(search_index: Any, text: str, language: str) -> None:
    near = metres_north(1_000, name={"fi": "Kirjasto", "sv": "Bibliotek"})
    metres_north(1_200, name={"fi": "Kirjasto", "sv": "Bibliotek"})
    search_index.refresh(now=NOW)

    answer = search(Query(text=text, near=HERE), language=language, now=NOW)

    assert ids(answer) == {near}
    assert [(chip.group, chip.options) for chip in answer.chips] == [("distance", ("15min",))]
