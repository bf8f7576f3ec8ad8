"""The front page: doors, what is near, and never nothing."""

from __future__ import annotations

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from tarjotin.sources import classification
from tarjotin.web.symbols import PATHS
from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

pytestmark = pytest.mark.django_db


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_front_page_offers_what_one_may_want_a_human_and_what_is_near(city: City, client: Client) -> None:
    document = page_of(client, "/fi/")

    links = document.links()
    assert document.texts("h1") == ["Mitä haluaisit tehdä tänään?"]
    assert links["Tänään"] == "/fi/haku/?when=today&sort=soonest"
    assert links["Liikuntaa"] == "/fi/haku/?category=sport"
    assert "tel:+358931044556" in links.values()
    assert document.texts("ul", class_="coming") == [
        "Tuolijumppa tänään ti 24.11. klo 14–15.30 Kallion kirjasto, 2,1 km, 29 min kävellen"
    ]
    assert "Nyt matkat on laskettu Rautatientorilta." in document.texts("p")


def test_front_page_at_night_looks_to_tomorrow(city: City, client: Client) -> None:
    with time_machine.travel(datetime.fromisoformat("2026-11-24T22:00+02:00")):
        document = page_of(client, "/fi/")

    assert document.texts("h1") == ["Mitä haluaisit tehdä huomenna?"]
    assert document.links()["Huomenna"] == "/fi/haku/?when=tomorrow&sort=soonest"


def test_distances_of_the_front_page_are_counted_from_where_one_is(city: City, client: Client) -> None:
    document = page_of(client, "/fi/?from=Kallio")

    assert "Matkat on laskettu paikasta Kallio. Emme tallenna sitä." in document.texts("p")
    assert "2,1 km" not in document.texts("ul", class_="coming")[0]


@pytest.mark.parametrize("start", ["qwxzq", "x" * 10_000, "%00", "<b>"])
def test_front_page_says_when_it_does_not_know_a_place(city: City, client: Client, start: str) -> None:
    document = page_of(client, f"/fi/?from={start}")

    known = start == "%00"
    assert any(text.startswith("Emme tunne paikkaa") for text in document.texts("p", class_="note")) is not known
    assert len(document.texts("ul", class_="coming")) == 1


def test_front_page_of_an_empty_tray_shows_a_way_on(client: Client) -> None:
    document = page_of(client, "/fi/")

    assert document.links()["Katso kaikki"] == "/fi/haku/"
    assert "Juuri nyt ei ole merkitty aikoja. Paikat ovat silti auki. Katso kaikki" in document.texts("p")


def test_front_page_shows_the_next_days_when_today_has_little(client: Client) -> None:
    for number in range(7):
        make.session(
            activity=make.activity(name=f"Kerho {number}"), starts_at=make.NOW + timedelta(days=2, hours=number)
        )

    document = page_of(client, "/fi/")

    assert "Seuraavaksi lähellä sinua" in document.texts("h2")
    assert len([each for each in document.links() if each.startswith("Kerho")]) == 6


@pytest.mark.parametrize(("file", "kind"), [("categories", "category"), ("needs", "need")])
def test_every_category_and_need_has_its_picture(file: str, kind: str) -> None:
    told = tomllib.loads((Path(classification.__file__).parent / f"{file}.toml").read_text(encoding="utf-8"))

    codes = {each["code"] for each in told[kind]}
    assert len(codes) > 6
    assert codes - set(PATHS) == set()
