"""Every page in every language: whole, in its language, the same for everybody."""

from __future__ import annotations

import gzip
import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import Client

from tarjotin.common.languages import INTERFACE_LANGUAGES, base_of, direction
from tarjotin.web.resident.urls import urlpatterns
from tests.web.html import Page
from tests.web.resident.city import PAGES, PRIVATE, City

EVERY = [(page, language, url) for page, urls in PAGES.items() for language, url in urls.items()]
# What does not hang on the language is tried in one read from each side.
FEW = [each for each in EVERY if each[1] in ("fi", "ar")]
STYLE_SHEET = Path(__file__).parents[3] / "tarjotin" / "web" / "static" / "tarjotin.css"


@pytest.mark.parametrize(("page", "language", "url"), EVERY, ids=[f"{page}-{tag}" for page, tag, _ in EVERY])
def test_page_in_a_language_is_whole_and_says_its_language(
    city: City, client: Client, page: str, language: str, url: str
) -> None:
    response = client.get(url)

    document = Page(response.content.decode())
    root = document.one("html")
    assert (response.status_code, root["lang"], root["dir"]) == (200, base_of(language), direction(language))
    assert response.headers["Content-Language"] == language
    assert document.problems == []
    assert len(document.all("h1")) == 1
    assert document.one("link", rel="canonical")["href"] == f"https://tarjotin.example{url}"
    assert {link["hreflang"]: link["href"] for link in document.all("link", rel="alternate")} == {
        tag: f"https://tarjotin.example{other}" for tag, other in PAGES[page].items()
    }


@pytest.mark.parametrize(("page", "language", "url"), FEW, ids=[f"{page}-{tag}" for page, tag, _ in FEW])
def test_page_needs_no_script_and_no_style_of_its_own(
    city: City, client: Client, page: str, language: str, url: str
) -> None:
    document = Page(client.get(url).content.decode())

    own = [e.tag for e in document.elements if e.tag in {"script", "style", "iframe", "img"}]
    inline = [e.tag for e in document.elements if any(n == "style" or n.startswith("on") for n in e.attributes)]
    assert (own, inline) == ([], [])


@pytest.mark.parametrize(("page", "language", "url"), FEW, ids=[f"{page}-{tag}" for page, tag, _ in FEW])
def test_page_may_be_kept_by_anyone_and_sets_no_cookie(
    city: City, client: Client, page: str, language: str, url: str
) -> None:
    response = client.get(url)

    assert response.headers["Cache-Control"] == ("private, no-store" if page in PRIVATE else "public, max-age=60")
    assert "Cookie" in response.headers["Vary"]
    assert dict(response.cookies) == {}


@pytest.mark.parametrize(("page", "language", "url"), FEW, ids=[f"{page}-{tag}" for page, tag, _ in FEW])
def test_page_headings_go_down_one_level_at_a_time(
    city: City, client: Client, page: str, language: str, url: str
) -> None:
    document = Page(client.get(url).content.decode())

    levels = [int(e.tag[1]) for e in document.elements if re.fullmatch(r"h[1-6]", e.tag)]
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@pytest.mark.parametrize(("page", "language", "url"), FEW, ids=[f"{page}-{tag}" for page, tag, _ in FEW])
def test_page_stays_within_its_budget(city: City, client: Client, page: str, language: str, url: str) -> None:
    body = client.get(url).content

    sent = len(gzip.compress(body)) + len(gzip.compress(STYLE_SHEET.read_bytes()))
    assert sent <= 14 * 1024
    assert len(Page(body.decode()).elements) <= 500


ORIGINAL = ("fi", "sv", "en")


def test_titles_are_unique_in_each_language(city: City, client: Client) -> None:
    titles = [
        Page(client.get(url).content.decode()).one("title").text for _, language, url in EVERY if language in ORIGINAL
    ]

    assert sorted(set(titles)) == sorted(titles)


def test_every_address_of_a_language_is_tried_by_these_tests() -> None:
    named = {pattern.name for pattern in urlpatterns if pattern.name.partition("-")[2] in INTERFACE_LANGUAGES}

    assert named == {f"{page}-{language}" for page, language, _ in EVERY} | {
        f"week-{tag}" for tag in INTERFACE_LANGUAGES
    }


def test_page_answers_reading_only(city: City, client: Client) -> None:
    assert client.post("/fi/").status_code == 405


def test_language_switch_keeps_the_page_and_the_criteria(city: City, client: Client) -> None:
    document = Page(client.get("/fi/haku/?category=sport&q=tuoli").content.decode())

    links = document.links()
    assert (links["Svenska"], links["English"]) == (
        "/sv/sok/?q=tuoli&category=sport",
        "/en/search/?q=tuoli&category=sport",
    )


def test_text_in_another_language_carries_it_and_says_so(city: City, client: Client) -> None:
    document = Page(client.get("/en/activity/chair-exercise/").content.decode())

    assert "Istumme piirissä." in document.texts("div", lang="fi")
    assert document.texts("p", class_="note") == ["Only in Finnish. You can ask more by phone."]


def test_help_is_told_at_the_same_place_of_every_page(city: City, client: Client) -> None:
    pages = [Page(client.get(urls["fi"]).content.decode()) for urls in PAGES.values()]

    told = {page.texts("section", class_="help")[0] for page in pages}
    assert told == {
        "Puhu ihmiselle 09 310 44 556 Vastaamme nyt. Auki tänään klo 15 asti. "
        "Autamme löytämään sopivan. Voit kysyä mitä vain."
    }
