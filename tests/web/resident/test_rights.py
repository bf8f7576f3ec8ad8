"""Rights and money: what there is, and a plain page for each support."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from tarjotin.web.resident.supports import SUPPORTS, Support
from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

LONG = "x" * 10_000


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


@pytest.mark.parametrize(("language", "start"), [("fi", "/fi/raha-ja-oikeudet/"), ("ar", "/ar/money-and-rights/")])
def test_index_leads_to_every_support(city: City, client: Client, language: str, start: str) -> None:
    found = [link for link in page_of(client, start).links().values() if link.startswith(start) and link != start]

    slugs = [support.slugs.get(language, support.slugs["en"]) for support in SUPPORTS]
    assert sorted(found) == sorted(f"{start}{slug}/" for slug in slugs)


@pytest.mark.parametrize("support", SUPPORTS, ids=lambda support: support.code)
def test_support_page_tells_who_how_whom_and_where_from(city: City, client: Client, support: Support) -> None:
    document = page_of(client, f"/fi/raha-ja-oikeudet/{support.slugs['fi']}/")

    asked = [title for title in document.texts("h2") if title.endswith("?")]
    bring = ["Mitä otan mukaan?"] if support.bring else []
    assert asked == ["Kuka voi saada tämän?", "Miten saan tämän?", *bring, "Kenelle soitan?"]
    assert document.problems == []
    assert support.source_url in document.links().values()
    assert len(document.all("a", class_="tel")) >= (2 if support.phone else 1)


def test_support_page_says_that_benefits_stay_only_where_it_is_certain(city: City, client: Client) -> None:
    loan = page_of(client, "/fi/raha-ja-oikeudet/kirjaston-esineet/")
    credit = page_of(client, "/fi/raha-ja-oikeudet/sosiaalinen-luotto/")

    assert loan.texts("p", class_="note") == ["Tämä ei vaikuta tukiin."]
    assert credit.texts("p", class_="note") == []


def test_support_page_shows_what_the_catalogue_has_in_any_language(
    city: City, client: Client, index: Callable[[], None]
) -> None:
    make.service(name="Kulttuurikaverit", summary="Seuraa tapahtumaan.")
    index()

    document = page_of(client, "/ar/money-and-rights/culture-companion/")

    assert document.texts("h3") == ["Kulttuurikaverit"]
    assert "/ar/search/?q=kulttuurikaveri" in document.links().values()


@pytest.mark.django_db
def test_support_page_without_an_index_still_tells_the_support(client: Client) -> None:
    document = page_of(client, "/fi/raha-ja-oikeudet/tulkki/")

    assert document.texts("h1") == ["Tulkki terveyspalveluun"]
    assert "Tähän liittyy" not in document.texts("h2")


@pytest.mark.parametrize("slug", ["nobody", "tolk", LONG, "%00", "..%2f", "<script>"])
def test_unknown_support_is_not_found_and_kind(city: City, client: Client, slug: str) -> None:
    response = client.get(f"/fi/raha-ja-oikeudet/{slug}/")

    assert response.status_code == 404
    assert Page(response.content.decode()).all("a", class_="tel")


def test_index_with_garbage_in_its_address_is_the_same_page(city: City, client: Client) -> None:
    plain = client.get("/fi/raha-ja-oikeudet/").content

    assert client.get("/fi/raha-ja-oikeudet/", {"q": LONG, "page": "-1", "\x00": "\x00"}).content == plain
