"""Pages written by hand: take part, the statement of accessibility, what is stored; and how every page leads there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from tarjotin.web.resident.accessibility import CHECKED_ON, FINDINGS
from tarjotin.web.resident.taking_part import WAYS
from tests import make
from tests.web.html import Page
from tests.web.resident.city import PAGES, City


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_take_part_tells_four_ways_each_with_its_official_page(city: City, client: Client) -> None:
    document = page_of(client, "/fi/tee-itse/")

    assert document.texts("h2")[:5] == [
        "Ryhdy vapaaehtoiseksi",
        "Vedä omaa ryhmää",
        "Varaa tila",
        "Vaikuta kaupunkiin",
        "Kuka auttaa alkuun?",
    ]
    assert {way.link_url for way in WAYS} <= set(document.links().values())
    assert document.links()["varaamo.hel.fi"] == "https://varaamo.hel.fi/"


def test_take_part_shows_what_the_catalogue_has(city: City, client: Client, index: Callable[[], None]) -> None:
    make.service(name="Vapaaehtoistoiminta kirjastossa")
    index()

    document = page_of(client, "/fi/tee-itse/")

    assert "Vapaaehtoistoiminta kirjastossa" in document.texts("h3")


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.code)
def test_way_links_are_web_addresses(way: object) -> None:
    assert {way.link_url[:8], way.source_url[:8]} == {"https://"}  # type: ignore[attr-defined]


def test_statement_says_status_findings_feedback_authority_and_day(city: City, client: Client) -> None:
    document = page_of(client, "/fi/saavutettavuus/")

    text = document.texts("main")[0]
    assert "täyttää lain vaatimukset osittain" in text
    assert [str(f.what) for f in FINDINGS if str(f.what) not in text] == []
    assert "14 päivän kuluttua" in text
    assert document.links()["saavutettavuusvaatimukset.fi"] == "https://www.saavutettavuusvaatimukset.fi/"
    assert "24.11.2026" in text
    assert date(2026, 11, 24) <= CHECKED_ON


def test_about_says_what_is_stored_and_under_which_licence(city: City, client: Client) -> None:
    document = page_of(client, "/fi/tietoa/")

    assert "Kun luet sivuja, emme tallenna sinusta mitään." in document.texts("li")
    assert document.links()["EUPL 1.2"] == "https://spdx.org/licenses/EUPL-1.2.html"


@pytest.mark.parametrize("page", ["front", "results", "activity"])
def test_every_page_leads_to_the_pages_of_help(city: City, client: Client, page: str) -> None:
    (nav,) = [n for n in page_of(client, PAGES[page]["sv"]).all("nav") if n["aria-label"] == "Andra sidor"]

    assert " ".join(nav.text.split()) == (
        "Akut hjälp Rådgivning Pengar och rättigheter Gör själv Om tjänsten Tillgänglighet"
    )


@pytest.mark.parametrize("page", ["take_part", "accessibility"])
def test_own_page_with_garbage_in_its_address_is_the_same_page(city: City, client: Client, page: str) -> None:
    url = PAGES[page]["fi"]
    plain = client.get(url).content

    assert client.get(url, {"q": "x" * 10_000, "page": "-1"}).content == plain
