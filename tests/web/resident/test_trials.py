"""Trials and what one may walk into, by day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

pytestmark = pytest.mark.django_db
TOMORROW = make.NOW + timedelta(days=1)


def page_of(client: Client, query: str = "") -> Page:
    response = client.get(f"/fi/kokeile/{query}")
    assert response.status_code == 200
    return Page(response.content.decode())


def trial(name: str, *, starts_at: Any = TOMORROW, **facts: Any) -> Any:
    activity = make.activity(name=name, place=make.place(name=f"Talo {name}"))
    return make.session(activity=activity, starts_at=starts_at, **{"is_trial": True} | facts)


def test_trials_and_drop_ins_stand_by_day_with_place_price_and_kind(client: Client) -> None:
    trial("Kuoro")
    make.session(activity=make.activity(name="Kahvila", entry="drop_in"), starts_at=TOMORROW + timedelta(days=1))
    make.session(activity=make.activity(name="Jooga", trial="first_free"), starts_at=TOMORROW + timedelta(hours=1))
    make.session(activity=make.activity(name="Kurssi"), starts_at=TOMORROW)

    document = page_of(client)

    assert document.texts("th", scope="row") == ["ke 25.11. 2 aikaa", "to 26.11. 1 aika"]
    assert document.texts("td") == [
        "klo 12–13 Kuoro Talo Kuoro, Kallio · Hintaa ei ole kerrottu · kokeilukerta "
        "klo 13–14 Jooga Hintaa ei ole kerrottu · kokeilukerta",
        "klo 12–13 Kahvila Hintaa ei ole kerrottu · tule suoraan",
    ]


@pytest.mark.parametrize(
    ("left", "hours_ago", "said"),
    [
        (3, 0, "3 paikkaa vapaana, kerrottu äsken"),
        (1, 1, "1 paikka vapaana, kerrottu 1 tunti sitten"),
        (2, 47, "2 paikkaa vapaana, kerrottu 47 tuntia sitten"),
        (0, 2, "Täynnä, kysy peruutuspaikkaa, kerrottu 2 tuntia sitten"),
        (3, 49, ""),  # older than its limit
        (None, 1, ""),  # not told
    ],
)
def test_free_places_are_told_with_their_age_while_they_hold(
    client: Client, left: int | None, hours_ago: int, said: str
) -> None:
    trial("Kuoro", places_left=left, places_left_at=make.NOW - timedelta(hours=hours_ago))

    document = page_of(client)

    assert document.texts("b")[1:] == ([f"· {said}"] if said else [])
    assert "Jos vapaita paikkoja ei ole kerrottu, kysy järjestäjältä." in document.texts("p")


def test_cancelled_hidden_and_past_times_are_left_out(client: Client) -> None:
    trial("Peruttu", state="cancelled")
    trial("Ohi", starts_at=make.NOW - timedelta(hours=3))
    hidden = make.activity(name="Luonnos", status="draft")
    make.session(activity=hidden, is_trial=True)

    document = page_of(client)

    assert document.texts("th") == []
    assert "Näille viikoille ei ole merkitty aikoja." in " ".join(document.texts("p"))
    assert document.links()["Katso toiminta, johon voit tulla suoraan"] == "/fi/haku/?entry=drop_in&kind=activity"


def test_part_of_town_subject_and_kind_narrow_the_days(client: Client) -> None:
    here, there = trial("Kuoro"), trial("Jooga")
    make.tag(here.activity, code="culture", label="Kulttuuri")
    there.place = make.place(name="Vuotalo", district="54")
    there.save()

    found = {
        query: [url for url in page_of(client, query).links().values() if "/toiminta/" in url]
        for query in ("?district=54", "?district=11", "?category=culture", "?kind=drop_in", "?kind=trial&district=11")
    }

    assert found == {
        "?district=54": ["/fi/toiminta/jooga/"],
        "?district=11": ["/fi/toiminta/kuoro/"],
        "?category=culture": ["/fi/toiminta/kuoro/"],
        "?kind=drop_in": [],
        "?kind=trial&district=11": ["/fi/toiminta/kuoro/"],
    }


def test_choices_stay_chosen_and_lead_on(client: Client) -> None:
    make.concept(code="culture", label="Kulttuuri")

    document = page_of(client, "?district=54&category=culture&kind=trial")

    chosen = [option["value"] for option in document.all("option") if "selected" in option.attributes]
    assert chosen == ["trial", "54", "culture"]
    assert document.links()["Katso kaikki alueet ja aiheet"] == "/fi/kokeile/"
    assert (
        document.links()["Seuraava viikko"]
        == "/fi/kokeile/?kind=trial&district=54&category=culture&from_day=2026-12-08"
    )


def test_many_times_have_pages_and_ask_the_same_questions(client: Client) -> None:
    trial("Kuoro")
    page_of(client)  # names of subjects are kept
    with CaptureQueriesContext(connection) as few:
        page_of(client)
    for number in range(40):
        trial(f"Ryhmä {number}", starts_at=TOMORROW + timedelta(hours=number))
    with CaptureQueriesContext(connection) as many:
        document = page_of(client)

    assert len(many) == len(few) <= 5
    assert document.links()["Seuraava sivu"] == "/fi/kokeile/?page=2"
    assert len(document.elements) <= 500
    assert len([url for url in page_of(client, "?page=2").links().values() if "/toiminta/" in url]) == 11


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=-1", "page=x", "page=²", "page=99999999999", "district=odd", "category=odd", "kind=odd",
        "from_day=odd", "from_day=9999-99-99", "from_day=2001-01-01", "from_day=2026-12-01", "district=%00",
        "category=" + "a" * 10_000,
    ],
)  # fmt: skip
def test_odd_wish_still_answers(city: City, client: Client, query: str) -> None:
    page_of(client, f"?{query}")
