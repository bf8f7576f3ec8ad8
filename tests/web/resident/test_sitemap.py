from __future__ import annotations

from xml.etree import ElementTree

import pytest
from django.test import Client

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.web.resident import sitemap
from tests import make
from tests.web.resident.city import City

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
HOME = "https://tarjotin.example"


def places(client: Client, url: str) -> list[str]:
    response = client.get(url)
    assert response.status_code == 200
    return [found.text or "" for found in ElementTree.fromstring(response.content).findall(".//s:loc", NAMES)]


def test_index_lists_a_map_of_each_kind(city: City, client: Client) -> None:
    assert places(client, "/sitemap.xml") == [
        f"{HOME}/sitemap-pages.xml",
        *(f"{HOME}/sitemap-{kind}-1.xml" for kind in ("activity", "organisation", "place", "service")),
    ]


def test_map_has_every_language_with_its_alternates(city: City, client: Client) -> None:
    response = client.get("/sitemap-activity-1.xml")

    urls = ElementTree.fromstring(response.content).findall("s:url", NAMES)
    expected = {
        "fi": f"{HOME}/fi/toiminta/tuolijumppa/",
        "sv": f"{HOME}/sv/aktivitet/stolgymnastik/",
        "en": f"{HOME}/en/activity/chair-exercise/",
    }
    expected = {
        language: expected.get(language)
        or f"{HOME}/{language}/" + ("toiminta/tuolijumppa/" if "fi" in language else "activity/chair-exercise/")
        for language in INTERFACE_LANGUAGES
    }
    assert [url.findtext("s:loc", namespaces=NAMES) for url in urls] == list(expected.values())
    assert [{link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)} for url in urls] == [
        expected
    ] * len(INTERFACE_LANGUAGES)


def test_every_address_of_the_maps_opens(city: City, client: Client) -> None:
    maps = [url.removeprefix(HOME) for url in places(client, "/sitemap.xml")]

    pages = [url.removeprefix(HOME) for one in maps for url in places(client, one)]

    assert {url: client.get(url).status_code for url in pages} == dict.fromkeys(pages, 200)


@pytest.mark.django_db
def test_map_leaves_out_what_nobody_may_see(client: Client) -> None:
    make.activity(name="Näkyvä")
    make.activity(name="Luonnos", status="draft")
    make.activity(name="Entinen", status="withdrawn")

    assert places(client, "/sitemap-activity-1.xml")[0] == f"{HOME}/fi/toiminta/nakyva/"
    assert len(places(client, "/sitemap-activity-1.xml")) == len(INTERFACE_LANGUAGES)


@pytest.mark.django_db
def test_many_entries_are_parted_into_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "ENTITIES_A_PAGE", 2)
    for name in ("Yksi", "Kaksi", "Kolme"):
        make.activity(name=name)

    maps = places(client, "/sitemap.xml")

    assert maps[1:] == [f"{HOME}/sitemap-activity-1.xml", f"{HOME}/sitemap-activity-2.xml"]
    assert len(places(client, "/sitemap-activity-2.xml")) == len(INTERFACE_LANGUAGES)
    assert client.get("/sitemap-activity-3.xml").status_code == 404


@pytest.mark.django_db
def test_map_of_an_unknown_kind_is_not_found(client: Client) -> None:
    assert client.get("/sitemap-odd-1.xml").status_code == 404


def test_robots_name_the_map(client: Client) -> None:
    assert client.get("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /yllapito/",
        f"Sitemap: {HOME}/sitemap.xml",
    ]
