"""Guidance desks: open ones first, in the reader's language, with the phone and what they help with."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

URL = "/fi/neuvontapaikat/"


def desk(name: str, *, phone: str = "+358931044556", opens: int = 9, closes: int = 15, **facts: Any) -> Any:
    """A desk that answers on Tuesdays; it is Tuesday noon."""
    service = make.service(name=name, kind="guidance_desk", **facts)
    make.hours(channel=make.channel(service=service, value=phone), weekday=2, opens=time(opens), closes=time(closes))
    return service


def names(client: Client, url: str = URL) -> list[str]:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode()).texts("h3")


@pytest.mark.django_db
def test_desks_that_are_open_now_come_first_and_those_nobody_tells_of_last(client: Client) -> None:
    make.service(name="Ei kerro", kind="guidance_desk")
    desk("Aukeaa pian", opens=13)
    desk("Auki")
    desk("Aukeaa vasta viikon päästä", opens=8, closes=9)

    assert names(client) == ["Auki", "Aukeaa pian", "Aukeaa vasta viikon päästä", "Ei kerro"]


@pytest.mark.django_db
def test_desk_that_speaks_the_language_of_the_page_comes_before_its_equals(client: Client) -> None:
    desk("A suomeksi", languages=["fi"])
    desk("B arabiaksi", languages=["fi", "ar"])

    assert names(client, "/ar/guidance/") == ["B arabiaksi", "A suomeksi"]


@pytest.mark.django_db
def test_service_whose_main_subject_is_advice_is_a_desk_and_others_are_not(client: Client) -> None:
    make.tag(make.service(name="Velkaneuvonta"), code="advice", label="Neuvonta")
    make.tag(make.service(name="Uimahalli"), code="sport")
    make.service(name="Piilossa", kind="guidance_desk", status="withdrawn")

    assert names(client) == ["Velkaneuvonta"]


@pytest.mark.django_db
def test_desk_tells_phone_hours_languages_address_and_what_it_helps_with(client: Client) -> None:
    service = desk("Velkaneuvonta", languages=["fi", "so"], summary="Neuvoja veloista.")
    make.service_place(service=service, place=make.place())
    make.tag(service, scheme="need", code="debt_advice", label="Apua velkoihin", main=False)

    card = Page(client.get(URL).content.decode()).texts("li", class_="card")[0]

    assert card == (
        "Velkaneuvonta Auki nyt, klo 15 asti. Neuvoja veloista. Apua velkoihin Kieli: suomi, somali. "
        "Kallion kirjasto, Viides linja 11, Kallio Soita 09 310 44 556"
    )


def test_page_leads_to_results_by_language_and_topic(city: City, client: Client) -> None:
    make.concept(scheme="need", code="debt_advice", label="Apua velkoihin")

    links = Page(client.get(URL).content.decode()).links()

    assert links["Katso kaikki, mitä löytyy: somali"] == "/fi/haku/?category=advice&language=so&kind=service"
    assert links["Katso kaikki, mitä löytyy: Apua velkoihin"] == "/fi/haku/?need=debt_advice&kind=service"


@pytest.mark.django_db
def test_list_parts_into_pages_of_ten(client: Client) -> None:
    for number in range(12):
        desk(f"Neuvonta {number:02}")

    assert names(client) == [f"Neuvonta {number:02}" for number in range(10)]
    assert names(client, f"{URL}?page=2") == ["Neuvonta 10", "Neuvonta 11"]


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "9" * 10_000, "٣", ""])
def test_list_with_a_page_that_is_not_there_shows_one_that_is(client: Client, page: str) -> None:
    desk("Auki")

    assert names(client, f"{URL}?page={page}") == ["Auki"]


@pytest.mark.django_db
def test_list_takes_the_same_queries_for_one_desk_and_for_three(client: Client) -> None:
    def build(name: str) -> None:
        make.service_place(service=desk(name), place=make.place(name=name))

    def queries() -> int:
        with CaptureQueriesContext(connection) as told:
            client.get(URL)
        return len(told)

    build("A")
    client.get(URL)
    one = queries()
    build("B")
    build("C")

    assert queries() == one


@pytest.mark.django_db
def test_page_without_any_desk_still_gives_the_phone(client: Client) -> None:
    document = Page(client.get(URL).content.decode())

    assert document.texts("h3") == []
    assert len(document.all("a", class_="tel")) >= 2


def test_page_of_a_desk_says_whether_it_is_open(city: City, client: Client) -> None:
    document = Page(client.get("/fi/palvelu/velkaneuvonta/").content.decode())

    assert document.texts("p", class_="why") == ["Auki nyt, klo 15 asti."]


@pytest.mark.django_db
def test_desk_in_a_house_that_is_open_is_not_said_to_be_open(client: Client) -> None:
    house = make.place(name="Sairaala")
    make.hours(place=house, weekday=2, opens=time(0), closes=time(23, 59))
    make.service_place(service=make.service(name="Omaisneuvonta", kind="guidance_desk"), place=house)

    card = Page(client.get(URL).content.decode()).texts("li", class_="card")[0]

    assert "Aukioloa ei ole kerrottu. Kysy puhelimella." in card
