"""The calendar of one week: a table by weekday of the same result as the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tarjotin.web.resident.agenda import fair_share
from tarjotin.web.resident.weeks import read_day, read_week, week_code
from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

TUESDAY, LAST = date(2026, 11, 24), date(2027, 1, 23)


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def rows(document: Page) -> dict[str, str]:
    """Weekday and date → what stands beside it."""
    heads, cells = document.texts("th", scope="row"), document.texts("td")
    return dict(zip(heads, cells, strict=True))


def test_this_week_shows_each_day_that_is_left_with_its_times(city: City, client: Client) -> None:
    document = page_of(client, "/fi/kalenteri/")

    assert document.texts("h1") == ["Viikko 48 kalenterina"]
    assert rows(document) == {
        "ti 24.11. 1 aika": "klo 14–15.30 Tuolijumppa Kallion kirjasto, Kallio · 7 €, alennettu 3,50 € "
        "· 3 paikkaa vapaana, kerrottu äsken",
        "ke 25.11.": "Ei merkittyjä aikoja.",
        "to 26.11.": "Ei merkittyjä aikoja.",
        "pe 27.11.": "Ei merkittyjä aikoja.",
        "la 28.11.": "Ei merkittyjä aikoja.",
        "su 29.11.": "Ei merkittyjä aikoja.",
    }


def test_cancelled_time_of_a_coming_week_says_so(city: City, client: Client, index: Callable[[], None]) -> None:
    make.session(activity=city.activity, starts_at=make.NOW + timedelta(days=8))
    index()

    document = page_of(client, "/fi/kalenteri/?week=2026-W49")

    assert rows(document)["ti 1.12. 1 aika"].startswith("Peruttu: klo 14–15.30 Tuolijumppa")
    assert document.links()["Aiempi viikko"] == "/fi/kalenteri/?week=2026-W48"
    assert document.links()["Seuraava viikko"] == "/fi/kalenteri/?week=2026-W50"


def test_calendar_keeps_the_criteria_in_every_link(city: City, client: Client) -> None:
    document = page_of(client, "/fi/kalenteri/?q=tuoli&category=sport&week=2026-W49")

    links = document.links()
    assert links["lista"] == "/fi/haku/?q=tuoli&category=sport"
    assert links["Seuraava viikko"] == "/fi/kalenteri/?q=tuoli&category=sport&week=2026-W50"
    assert links["Svenska"] == "/sv/kalender/?q=tuoli&category=sport&week=2026-W49"
    assert document.texts("p", class_="words") == ["Haet: ”tuoli”, Liikunta."]


@pytest.mark.django_db
def test_only_times_of_the_weekdays_and_hours_asked_for_are_shown(client: Client, index: Callable[[], None]) -> None:
    activity = make.activity(name="Kuoro")
    make.tag(activity)
    for days, hour in ((1, 7), (1, 16), (2, 16)):
        make.session(activity=activity, starts_at=datetime(2026, 11, 24 + days, hour, tzinfo=make.NOW.tzinfo))
    index()

    document = page_of(client, "/fi/kalenteri/?weekday=3&time=evening")

    assert [each for each in rows(document).values() if each != "Ei merkittyjä aikoja."] == [
        "klo 18–19 Kuoro Hintaa ei ole kerrottu"
    ]


def test_week_without_times_leads_to_the_list_and_the_phone(city: City, client: Client) -> None:
    document = page_of(client, "/fi/kalenteri/?week=2026-W51&category=sport")

    assert "Tälle viikolle ei ole merkitty aikoja." in document.texts("p")[0]
    assert document.links()["Katso sama haku listana"] == "/fi/haku/?category=sport"
    assert "Tai soita, niin etsimme yhdessä: 09 310 44 556" in document.texts("p")


@pytest.mark.django_db
def test_full_week_shows_a_share_of_each_day_and_where_the_others_are(
    client: Client, index: Callable[[], None]
) -> None:
    for number in range(45):
        activity = make.activity(name=f"Ryhmä {number}")
        make.tag(activity)
        make.session(activity=activity, starts_at=make.NOW + timedelta(days=1, minutes=number))
        make.price(activity=activity, amount="5")
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=2))
    index()

    with CaptureQueriesContext(connection) as captured:
        document = page_of(client, "/fi/kalenteri/?category=sport")

    assert len(document.all("li")) >= 40
    link = next(url for words, url in document.links().items() if words.startswith("Katso vielä 6 aikaa"))
    assert link == ("/fi/haku/?category=sport&kind=activity&starts_from=2026-11-25&until=2026-11-25&sort=soonest")
    assert document.links()["Rajaa hakua listassa"] == "/fi/haku/?category=sport"
    assert len(document.elements) <= 500
    assert len(captured) <= 8


@pytest.mark.parametrize(
    "query",
    [
        "week=", "week=x", "week=2026-W99", "week=9999-W01", "week=0000-W00", "week=2026-W%C2%B24", "week=2001-W01",
        "week=" + "9" * 10_000, "when=odd", "when=next_week", "category=odd", "q=%00", "q=qwxzq",
        "starts_from=2026-12-01",
    ],
)  # fmt: skip
def test_odd_question_still_answers(city: City, client: Client, query: str) -> None:
    assert client.get(f"/fi/kalenteri/?{query}").status_code == 200


def test_days_asked_for_choose_the_week(city: City, client: Client) -> None:
    assert page_of(client, "/fi/kalenteri/?when=next_week").texts("h1") == ["Viikko 49 kalenterina"]
    assert page_of(client, "/fi/kalenteri/?starts_from=2026-12-10").texts("h1") == ["Viikko 50 kalenterina"]


@pytest.mark.django_db
def test_without_an_index_calendar_says_so(client: Client) -> None:
    assert client.get("/fi/kalenteri/").status_code == 503


@pytest.mark.parametrize(
    ("written", "monday"),
    [
        ("2026-W49", date(2026, 11, 30)), ("2026-W48", date(2026, 11, 23)), ("2026-W01", date(2026, 11, 23)),
        ("2027-W60", date(2026, 11, 23)), ("2030-W10", date(2027, 1, 18)), ("odd", date(2026, 11, 23)),
        ("2026-W4²", date(2026, 11, 23)),
    ],
)  # fmt: skip
def test_week_that_is_written_is_read_within_what_is_known(written: str, monday: date) -> None:
    assert read_week(written, first=TUESDAY, last=LAST) == monday


def test_week_is_written_as_it_is_read() -> None:
    for days in range(60):
        monday = TUESDAY + timedelta(days=days)
        assert week_code(read_week(week_code(monday), first=TUESDAY, last=LAST)) == week_code(monday)


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026-12-01", date(2026, 12, 1)), ("2020-01-01", TUESDAY), ("2099-01-01", LAST), ("2026-02-31", TUESDAY)],
)
def test_day_that_is_written_is_read_within_what_is_known(written: str, day: date) -> None:
    assert read_day(written, first=TUESDAY, last=LAST) == day


@pytest.mark.parametrize(
    ("counts", "most", "shares"),
    [
        ([0, 3, 2], 40, [0, 3, 2]),
        ([45, 1, 0], 40, [39, 1, 0]),
        ([10, 10, 10], 9, [3, 3, 3]),
        ([1, 50, 50], 21, [1, 10, 10]),
        ([], 5, []),
    ],
)
def test_days_share_the_room_fairly(counts: list[int], most: int, shares: list[int]) -> None:
    assert fair_share(counts, most) == shares
