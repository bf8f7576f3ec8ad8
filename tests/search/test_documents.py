"""What the index is told of an entry."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest

from tarjotin.common.distance import Point
from tarjotin.search import loading
from tarjotin.search.document import FAR, Document
from tests import make

NOW = make.NOW  # Tuesday, noon in Helsinki
pytestmark = pytest.mark.django_db


def document(entity: Any) -> Document:
    [(_, [found])] = loading.documents({(entity.kind_name, entity.id)}, now=NOW)
    return found


def test_an_activity_tells_its_facts() -> None:
    place = make.place(name="Malmitalo", district="38", lat=60.25, lon=25.01)
    organisation = make.organisation(name="Jumppaajat")
    activity = make.activity(
        name={"fi": "Tuolijumppa", "sv": "Stolgymnastik"},
        summary="Lyhyesti.",
        place=place,
        organisation=organisation,
        rhythm="season",
        entry="register_or_drop_in",
        beginners=True,
        checked_on=date(2026, 11, 1),
    )
    start = NOW + timedelta(days=1, hours=6)
    make.session(activity=activity, starts_at=start)
    make.session(activity=activity, starts_at=start + timedelta(days=7))
    make.price(activity=activity, amount="3.50")
    make.tag(activity, code="sport")
    make.tag(activity, scheme="audience", code="older_people")
    activity.activity_languages.create(language="sv")
    activity.activity_languages.create(language="so", how="interpreter_on_request")

    found = document(activity)

    told = {group: options for group, options in found.options.items() if options != ("?",)}
    assert told == {
        "category": ("sport",),
        "need": (),
        "audience": ("older_people",),
        "district": ("38",),
        "price": ("cheap", "paid"),
        "rhythm": ("weekly",),
        "language": ("sv",),
        "entry": ("drop_in", "register"),
        "weekday": ("3",),
        "time": ("evening",),
        "beginners": ("yes",),
        "rail": ("far",),
    }
    later = start + timedelta(days=7)
    assert (found.slots, found.starts) == (("3-evening",), (int(start.timestamp()), int(later.timestamp())))
    assert (found.last_end, found.due) == (int((later + timedelta(hours=1)).timestamp()), int(later.timestamp()))
    assert (found.points, found.places, found.organisation) == ((Point(60.25, 25.01),), (place.id,), organisation.id)
    assert (found.lowest_cents, found.told, found.for_newcomers, found.checked) == (350, 9, True, 1_793_491_200)
    assert [str(name) for name in found.names if name] == [
        "Malmitalo",
        "Viides linja 11",
        "Malmi",
        "Helsinki",
        "Jumppaajat",
    ]


def test_an_activity_that_tells_nothing_leaves_it_unknown() -> None:
    found = document(make.activity())

    unknown = {group: found.options[group] for group in ("price", "rhythm", "language", "entry", "weekday", "time")}
    assert unknown == dict.fromkeys(unknown, ("?",))
    assert (found.slots, found.starts, found.last_end, found.due, found.lowest_cents) == (("?-?",), (), FAR, None, None)


def test_a_session_whose_time_nobody_tells_has_its_weekday_only() -> None:
    activity = make.activity()
    make.session(activity=activity, starts_at=NOW + timedelta(days=1), minutes=None, time_known=False)

    assert document(activity).slots == ("3-?",)


def test_what_goes_on_for_days_starts_anew_each_day() -> None:
    activity = make.activity()
    make.session(activity=activity, starts_at=NOW - timedelta(days=2, hours=1), minutes=6 * 24 * 60)

    starts = document(activity).starts

    assert starts == tuple(int((NOW + timedelta(days=day, hours=-1)).timestamp()) for day in (1, 2, 3))


@pytest.mark.parametrize(
    ("rows", "options", "cents"),
    [
        ([{"is_free": True}], ("free", "cheap"), 0),
        ([{"amount": "0"}], ("free", "cheap"), 0),
        ([{"amount": "5"}], ("cheap", "paid"), 500),
        ([{"amount": "5.10"}], ("paid",), 510),
        ([{"is_free": False}], ("paid",), None),
        ([{"amount": "5"}, {"is_free": True, "who": "unemployed"}], ("cheap", "paid"), 500),
        ([{"is_free": True, "who": "unemployed"}], ("free", "cheap"), 0),
        ([{"note": "kysy hintaa"}], ("?",), None),
        ([], ("?",), None),
    ],
)
def test_the_price_is_what_everyone_pays(
    rows: list[dict[str, Any]], options: tuple[str, ...], cents: int | None
) -> None:
    activity = make.activity()
    for row in rows:
        make.price(activity=activity, **row)

    found = document(activity)

    assert (found.options["price"], found.lowest_cents) == (options, cents)


@pytest.mark.parametrize(
    ("sessions", "schedule", "last_end"),
    [
        ([], False, FAR),
        ([(-1, "planned")], False, int((NOW + timedelta(days=-1, hours=1)).timestamp())),
        ([(-1, "planned")], True, FAR),
        ([(1, "cancelled")], True, 0),
        ([(1, "cancelled"), (2, "planned")], False, int((NOW + timedelta(days=2, hours=1)).timestamp())),
        ([(1, "withdrawn")], False, FAR),
    ],
)
def test_an_activity_is_over_when_nothing_is_left_of_it(
    sessions: list[tuple[int, str]], schedule: bool, last_end: int
) -> None:
    activity = make.activity()
    for days, state in sessions:
        make.session(activity=activity, starts_at=NOW + timedelta(days=days), state=state)
    if schedule:
        make.schedule(activity=activity, rrule="FREQ=WEEKLY;BYDAY=TU")

    assert document(activity).last_end == last_end


def test_a_service_is_open_by_its_own_hours() -> None:
    service = make.service(is_free=True, languages=["sv", "fi"])
    at = make.service_place(service=service, place=make.place(district="11"))
    make.hours(service_place=at, weekday=1, opens=time(9), closes=time(15))
    make.hours(service_place=at, weekday=2, opens=time(9), closes=time(10), valid_until=date(2026, 11, 1))
    make.hours(channel=make.channel(service=service), weekday=5, opens=time(20), closes=time(2))

    found = document(service)

    assert found.slots == ("1-afternoon", "1-day", "1-morning", "5-evening")
    assert (found.options["price"], found.options["language"], found.lowest_cents) == (
        ("free", "cheap"),
        ("fi", "sv"),
        0,
    )
    assert "rhythm" not in found.options


def test_a_place_is_an_entry_when_it_has_a_category_only() -> None:
    room, library = make.place(name="Huone"), make.place(name="Kirjasto")
    make.tag(library, code="culture")

    batches = list(loading.all_documents(now=NOW))

    assert [[found.id for found in batch] for batch in batches] == [[library.id]]
    assert list(loading.documents({("place", room.id)}, now=NOW)) == [([room.id], [])]
