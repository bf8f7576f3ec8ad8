"""For a close one: what to say, what to do with a no, whom to call, and the questions in third person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tarjotin.web.resident.close_one import NUMBERS
from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

pytestmark = pytest.mark.django_db
URL = "/fi/laheiselle/"


def page_of(client: Client) -> Page:
    response = client.get(URL)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_page_goes_from_bringing_it_up_to_whom_to_call(city: City, client: Client) -> None:
    headings = page_of(client).texts("h2")

    assert headings[:6] == [
        "Näin otat asian puheeksi",
        "Aloittakaa pienestä",
        "Kun hän sanoo ei",
        "Hän ei halua enää mitään",
        "Kenelle soittaa",
        "Muista myös itsesi",
    ]


def test_numbers_of_the_whole_country_tell_their_source_and_day(city: City, client: Client) -> None:
    page = page_of(client)

    numbers = [e["href"] for e in page.all("a", class_="tel")]
    assert numbers[:3] == ["tel:112", "tel:+358925250111", "tel:020696006"]
    assert [line["href"] for line in page.all("a") if line["href"].startswith("https://")] == [
        line.source_url for line in NUMBERS
    ]


def test_desks_come_from_the_catalogue(client: Client, index: Callable[[], None]) -> None:
    for name in ("Seniori-info", "Muistineuvonta", "Omaishoidon neuvonta", "Velkaneuvonta"):
        make.channel(service=make.service(name=name), value="+358931011111")
    index()

    page = page_of(client)

    assert page.texts("h3")[-3:] == ["Seniori-info", "Muistineuvonta", "Omaishoidon neuvonta"]


def test_page_leads_to_the_questions_in_third_person(city: City, client: Client) -> None:
    links = page_of(client).links()

    assert links["Etsi sopivaa läheiselle"] == "/fi/auta-valitsemaan/?for=other"
    nothing = links["Katso ehdotuksia: seuraa puhelimella tai joku mukaan"]
    end = Page(client.get(nothing).content.decode())
    assert end.texts("h1") == ["Nämä voisivat sopia hänelle"]
    assert end.links()["Näin otat asian puheeksi"] == URL


def test_page_does_without_an_index(client: Client, search_index: Any) -> None:
    page = page_of(client)

    assert page.all("li", class_="card") == []
