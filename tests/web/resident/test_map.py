"""The map: places as a list and as a drawing, level by level."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tarjotin.catalogue.geography import districts
from tests import make
from tests.web.html import Page
from tests.web.resident.city import City
from tests.web.resident.test_pages import STYLE_SHEET


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def pins(document: Page) -> dict[str, str]:
    """What is read aloud of a pin → where it leads."""
    return {e["aria-label"]: e["href"] for e in document.all("a") if "aria-label" in e.attributes}


def group(number: int, *, lat: float, lon: float, district: str) -> Any:
    place = make.place(name=f"Talo {number}", lat=lat, lon=lon, district=district)
    make.transit(place=place)
    activity = make.activity(name=f"Ryhmä {number}", place=place)
    make.tag(activity)
    return activity


def whole_city() -> None:
    """Three groups in the middle of every district."""
    for at, (code, district) in enumerate(districts().items()):
        for number in range(3 if district.middle else 0):
            middle = district.middle
            assert middle is not None
            group(at * 3 + number, lat=middle.lat + number * 0.002, lon=middle.lon, district=code)


def test_few_places_are_shown_at_once_with_address_stop_and_entries(city: City, client: Client) -> None:
    document = page_of(client, "/fi/kartta/")

    assert document.texts("h1") == ["Kartta: Löytyi 3"]
    assert document.texts("ol", class_="spots") == [
        "Kallion kirjasto Viides linja 11, Kallio Sörnäinen (metro) 450 m, 6 min kävellen TuolijumppaVelkaneuvonta"
    ]
    assert pins(document) == {"1. Kallion kirjasto": "#n1"}
    assert document.one("li", id="n1")
    assert document.one("svg", class_="map")["role"] == "group"


def test_map_keeps_the_criteria_in_every_link(city: City, client: Client) -> None:
    document = page_of(client, "/fi/kartta/?category=sport&district=11")

    links = document.links()
    assert links["lista"] == "/fi/haku/?category=sport&district=11"
    assert links["kalenteri"] == "/fi/kalenteri/?category=sport&district=11"
    assert links["Koko kaupunki"] == "/fi/kartta/?category=sport"
    assert links["Svenska"] == "/sv/karta/?category=sport&district=11"


@pytest.mark.django_db
def test_whole_city_counts_by_district_within_the_budget(client: Client, index: Callable[[], None]) -> None:
    whole_city()
    index()

    with CaptureQueriesContext(connection) as captured:
        response = client.get("/fi/kartta/")

    document = Page(response.content.decode())
    areas = document.texts("ol", class_="spots")[0]
    numbered = [name for name in pins(document) if ". " in name]
    joined = [name for name in pins(document) if ": " in name]
    told = [each for name in joined for each in name.partition(": ")[2].split(", ")]
    assert "Kallio (3)" in areas
    assert len(numbered) + len(told) == areas.count("(")
    assert document.links()["Kallio"] == "/fi/kartta/?district=11"
    assert document.problems == []
    assert len(document.elements) <= 500
    assert len(gzip.compress(response.content)) + len(gzip.compress(STYLE_SHEET.read_bytes())) <= 16 * 1024
    assert len(captured) <= 5


@pytest.mark.django_db
def test_merged_pin_of_areas_leads_to_those_areas(client: Client, index: Callable[[], None]) -> None:
    whole_city()
    index()

    document = page_of(client, "/fi/kartta/")

    joined = {name: url for name, url in pins(document).items() if "aluetta: " in name}
    name, url = next(iter(joined.items()))
    assert joined
    assert url.count("district=") == int(name.split(" ")[0])
    assert page_of(client, url).texts("h1") != []


@pytest.mark.django_db
def test_full_district_has_pages_and_its_stations(client: Client, index: Callable[[], None]) -> None:
    for number in range(30):
        group(number, lat=60.182 + number % 6 * 0.001, lon=24.95 + number // 6 * 0.001, district="11")
    index()

    with CaptureQueriesContext(connection) as captured:
        document = page_of(client, "/fi/kartta/?district=11&category=sport")

    links = document.links()
    assert links["Seuraava sivu"] == "/fi/kartta/?category=sport&district=11&page=2"
    assert links["Sörnäinen"] == "/fi/kartta/?category=sport&distance=10min&from=S%C3%B6rn%C3%A4inen"
    assert len(document.all("li", id="n20")) == 1
    assert len(document.elements) <= 500
    assert len(captured) <= 9
    assert page_of(client, "/fi/kartta/?district=11&page=2").one("ol", class_="spots")["start"] == "21"


@pytest.mark.django_db
def test_pins_that_would_touch_lead_closer_and_there_to_the_list(client: Client, index: Callable[[], None]) -> None:
    group(1, lat=60.1841, lon=24.9537, district="11")
    group(2, lat=60.1843, lon=24.9539, district="11")
    group(3, lat=60.2100, lon=25.0800, district="45")
    index()

    (closer,) = [url for name, url in pins(page_of(client, "/fi/kartta/")).items() if name.startswith("2 paikkaa: ")]
    near = page_of(client, closer)

    assert closer == "/fi/kartta/?distance=5min&from=60.1842%2C24.9538"
    assert near.texts("h1") == ["Kartta: Löytyi 2"]
    assert all(url.startswith("#n") for url in pins(near).values())


@pytest.mark.django_db
def test_service_of_many_places_shows_those_of_the_district(client: Client, index: Callable[[], None]) -> None:
    service = make.service(name="Neuvonta")
    make.tag(service, code="advice")
    for name, district in (("Talo A", "11"), ("Talo B", "12"), ("Talo C", "11")):
        make.service_place(service=service, place=make.place(name=name, district=district, lat=60.18, lon=24.95))
    index()

    document = page_of(client, "/fi/kartta/?district=11&kind=service")

    assert [name for name in document.links() if name.startswith("Talo")] == ["Talo A", "Talo C"]


@pytest.mark.django_db
def test_place_without_a_point_is_in_the_list_only(client: Client, index: Callable[[], None]) -> None:
    make.tag(make.activity(place=make.place(name="Verkossa", lat=None, lon=None, district="")))
    index()

    document = page_of(client, "/fi/kartta/")

    assert "Verkossa" in document.texts("ol", class_="spots")[0]
    assert document.all("svg", class_="map") == []


def test_nothing_found_leads_to_the_list_and_the_phone(city: City, client: Client) -> None:
    document = page_of(client, "/fi/kartta/?q=qwxzq")

    assert document.texts("h1") == ["Kartta: Emme löytäneet mitään"]
    assert document.links()["Katso sama haku listana"] == "/fi/haku/?q=qwxzq"
    assert "Tai soita, niin etsimme yhdessä: 09 310 44 556" in document.texts("p")


@pytest.mark.parametrize(
    "query",
    [
        "page=0", "page=999999999", "page=²", "sort=odd", "district=odd", "district=049", "district=01&district=02",
        "from=99.9,99.9&distance=5min", "from=60.18,24.95&distance=99999km", "from=S%C3%B6rn%C3%A4inen&distance=0min",
        "distance=odd", "place=odd", "q=%00", "q=" + "a" * 10_000, "from=" + "a" * 10_000,
    ],
)  # fmt: skip
def test_odd_question_still_answers(city: City, client: Client, query: str) -> None:
    page_of(client, f"/fi/kartta/?{query}")


@pytest.mark.django_db
def test_without_an_index_map_says_so(client: Client) -> None:
    assert client.get("/fi/kartta/").status_code == 503
