"""The week of a list: what is when, what does not fit together, and what has no time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from tarjotin.common.time import HELSINKI
from tarjotin.web.resident.my_week import read_week
from tests import make
from tests.web.html import Page
from tests.web.resident.lists import coded

pytestmark = pytest.mark.django_db
WEEK = "/fi/viikko/K7M-2QX/"
TODAY = date(2026, 11, 24)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HELSINKI)


def page_of(client: Client, query: str = "") -> Page:
    return Page(client.get(WEEK + query).content.decode())


def cells(page: Page) -> list[str]:
    return page.texts("td")


def test_week_shows_each_day_with_its_sessions_in_order(client: Client) -> None:
    choir, chess = make.activity(name="Kuoro", register_phone="+358931085053"), make.activity(name="Shakki")
    make.session(activity=chess, starts_at=at(24, 14), minutes=90)
    make.session(activity=choir, starts_at=at(24, 10))
    make.session(activity=choir, starts_at=at(29, 23, 30), minutes=None)
    make.session(activity=choir, starts_at=at(30, 10))
    coded(choir, chess)

    there = page_of(client)

    assert there.texts("h1") == ["Oma viikko ma 23.11. – su 29.11."]
    assert there.texts("th") == [
        "ma 23.11.",
        "ti 24.11.",
        "ke 25.11.",
        "to 26.11.",
        "pe 27.11.",
        "la 28.11.",
        "su 29.11.",
    ]
    assert cells(there) == [
        "–",
        "klo 10–11 Kuoro 09 310 85 053 Lataa kalenteriin: Kuoro klo 10–11 "
        "klo 14–15.30 Shakki Lataa kalenteriin: Shakki klo 14–15.30",
        *["–"] * 4,
        "klo 23.30 Kuoro 09 310 85 053 Lataa kalenteriin: Kuoro klo 23.30",
    ]


def test_calendar_shows_the_same_in_seven_columns(client: Client) -> None:
    choir = make.activity(name="Kuoro")
    make.session(activity=choir, starts_at=at(24, 10))
    coded(choir)

    there = page_of(client, "?view=calendar")

    assert [th["scope"] for th in there.all("th")] == ["col"] * 7
    assert "Kuoro" in cells(there)[1]


def test_session_that_is_cancelled_says_so(client: Client) -> None:
    choir = make.activity(name="Kuoro")
    make.session(activity=choir, starts_at=at(24, 10), state="cancelled")
    make.session(activity=choir, starts_at=at(25, 10), state="withdrawn")
    coded(choir)

    there = cells(page_of(client))

    assert there[1].startswith("klo 10–11 Peruttu: Kuoro")
    assert there[2] == "–"


def test_two_at_once_and_a_way_too_long_are_told(client: Client) -> None:
    far = make.place(name="Vuosaari-talo", lat=60.2083, lon=25.1428)
    choir, chess, walk = (
        make.activity(name="Kuoro", place=make.place()),
        make.activity(name="Shakki"),
        make.activity(name="Kävely", place=far),
    )
    make.session(activity=choir, starts_at=at(24, 10))
    make.session(activity=chess, starts_at=at(24, 10, 30), minutes=30)
    make.session(activity=walk, starts_at=at(24, 11, 10))
    make.session(activity=chess, starts_at=at(25, 10), state="cancelled")
    make.session(activity=choir, starts_at=at(25, 10))
    coded(choir, chess, walk)

    told = page_of(client).texts("p", class_="note")

    assert told == [
        "ti 24.11.: Kuoro ja Shakki ovat samaan aikaan.",
        "ti 24.11.: Kuoro ja Kävely ovat kaukana toisistaan. Väliä on 10 min. Matka kestää arviolta 60 min.",
    ]


def test_what_has_no_time_this_week_stands_apart(client: Client) -> None:
    choir, desk = make.activity(name="Kuoro"), make.service(name="Velkaneuvonta")
    make.channel(service=desk, value="+358295660123")
    make.session(activity=choir, starts_at=at(24, 10))
    coded(choir, desk)

    this, later = page_of(client), page_of(client, "?week=2026-W50")

    assert "Velkaneuvonta 029 566 0123" in this.texts("li")
    assert "Kuoro" not in this.texts("li")
    assert "Kuoro" in later.texts("li")


def test_steps_lead_to_the_weeks_beside(client: Client) -> None:
    coded(make.activity())

    links = page_of(client, "?week=2026-W53").links()

    assert (links["Edellinen viikko"], links["Seuraava viikko"]) == (f"{WEEK}?week=2026-W52", f"{WEEK}?week=2027-W01")


@pytest.mark.parametrize(
    ("written", "monday"),
    [
        ("2026-W48", date(2026, 11, 23)),
        ("2027-W01", date(2027, 1, 4)),
        ("2026-W54", date(2026, 11, 23)),
        ("2026-W00", date(2026, 11, 23)),
        ("2999-W01", date(2026, 11, 23)),
        ("garbage", date(2026, 11, 23)),
        ("", date(2026, 11, 23)),
    ],
)
def test_week_is_read_from_the_address(written: str, monday: date) -> None:
    assert read_week(written, today=TODAY) == monday


def test_week_when_clocks_change_keeps_its_hours(client: Client) -> None:
    choir = make.activity(name="Kuoro")
    for day in (24, 25):
        make.session(activity=choir, starts_at=datetime(2026, 10, day, 10, tzinfo=HELSINKI))
    coded(choir)

    there = cells(page_of(client, "?week=2026-W43"))

    assert [cell[:9] for cell in there[5:]] == ["klo 10–11"] * 2


def test_week_without_a_list_leads_to_the_list(client: Client) -> None:
    assert client.get("/fi/viikko/").headers["Location"] == "/fi/lista/"


def test_week_asks_as_often_for_three_things_as_for_one(client: Client, django_assert_max_num_queries: Any) -> None:
    things = [make.activity(name=f"Ryhmä {n}", place=make.place(name=f"Talo {n}")) for n in range(8)]
    for thing in things:
        make.session(activity=thing, starts_at=make.NOW + timedelta(hours=2))
    coded(*things)

    with django_assert_max_num_queries(20):
        client.get(WEEK)


@pytest.mark.parametrize("query", [f"?week={'9' * 9999}", "?size=huge&view=odd", "?week=%00"])
def test_odd_question_shows_this_week(client: Client, query: str) -> None:
    coded(make.activity())

    assert page_of(client, query).texts("h1") == ["Oma viikko ma 23.11. – su 29.11."]
