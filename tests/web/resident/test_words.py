"""The words that are understood: by subject, in ten languages, each leading to a search that knows it."""

from __future__ import annotations

import gzip
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from tarjotin.common.languages import INTERFACE_LANGUAGES
from tarjotin.web.resident.addresses import SUBJECTS, addresses, slug_in
from tarjotin.web.resident.words import NAMES, known
from tarjotin.words.thesaurus import LANGUAGES, thesaurus
from tarjotin.words.thesaurus.subjects import subjects
from tests import make
from tests.web.html import Page
from tests.web.resident.test_pages import STYLE_SHEET

FAILS_AT_BYTES, FAILS_AT_ELEMENTS = 25 * 1024, 700  # of a first visit


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def test_every_subject_of_the_thesaurus_has_a_name_and_an_address_of_its_own() -> None:
    slugs = [[slug_in(slugs, language) for slugs in SUBJECTS.values()] for language in INTERFACE_LANGUAGES]

    assert set(NAMES) == set(SUBJECTS) == set(subjects())
    assert [len(set(of_language)) for of_language in slugs] == [len(NAMES)] * len(INTERFACE_LANGUAGES)


@pytest.mark.parametrize("shown", LANGUAGES)
def test_every_concept_is_on_the_page_of_its_subject(shown: str) -> None:
    labels = [word.label for subject in NAMES for part in known(subject, "fi", shown) for word in part.words]

    assert sorted(labels) == sorted(concept.wordings[shown][0] for concept in thesaurus().values())


def test_first_page_lists_the_words_of_each_subject_and_leads_to_what_means_the_same(client: Client) -> None:
    document = page_of(client, "/fi/sanat/")

    assert document.texts("summary")[1:] == [str(name) for name in NAMES.values()]
    assert "tuolijumppa, uimahalli" in document.texts("p", lang="fi")[0]
    assert document.links()["Liikunta: muut sanat, jotka tarkoittavat samaa"] == "/fi/sanat/liikunta/"


def test_word_leads_to_its_search_and_is_followed_by_what_means_the_same(client: Client) -> None:
    document = page_of(client, "/fi/sanat/liikunta/")

    (row,) = [text for text in document.texts("li") if text.startswith("uinti")]
    assert row.startswith("uinti, uiminen")
    assert not {"uinnin", "uimaan"} & set(row.split(", "))
    assert document.links()["uinti"] == "/fi/haku/?q=uinti"


def test_words_of_another_language_carry_it_and_keep_their_name_in_that_of_the_page(client: Client) -> None:
    document = page_of(client, "/fi/sanat/liikunta/?in=ar")

    (row,) = [text for text in document.texts("li") if "(uinti)" in text]
    link = urlsplit(document.links()["سباحة"])
    assert row.startswith("سباحة")
    assert row.endswith(" (uinti)")
    assert (link.path, parse_qs(link.query)) == ("/fi/haku/", {"q": ["سباحة"]})
    assert {(each["lang"], each["dir"]) for each in document.all("ul", class_="known")} == {("ar", "rtl")}
    assert {(each["lang"], each["dir"]) for each in document.all("span", dir="ltr")} == {("fi", "ltr")}
    assert document.one("html")["lang"] == "fi"


def test_every_language_of_the_thesaurus_can_be_chosen_in_its_own_script(client: Client) -> None:
    document = page_of(client, "/fi/sanat/liikunta/?in=ru")

    chosen = document.one("nav", aria_label="kieli")
    offered = [each for each in document.all("a") if "/fi/sanat/liikunta/" in each["href"]]
    assert [(each["lang"], each["href"]) for each in offered] == [
        (tag, f"/fi/sanat/liikunta/{'' if tag == 'fi' else f'?in={tag}'}") for tag in LANGUAGES if tag != "ru"
    ]
    assert "Русский" in chosen.text
    assert [each["href"] for each in document.all("a", hreflang="en")] == ["/en/words/sport/?in=ru"] * 2


@pytest.mark.parametrize("asked", ["?in=xx", "?in=", "?in=fi", "?in=ar&in=fi"])
def test_language_that_is_none_shows_that_of_the_page(client: Client, asked: str) -> None:
    document = page_of(client, f"/fi/sanat/liikunta/{asked}")

    assert {each["lang"] for each in document.all("ul", class_="known")} == {"fi"}
    assert document.all("meta", name="robots") == []


@pytest.mark.parametrize("url", ["/fi/sanat/sport/", "/fi/sanat/nobody/", "/en/words/liikunta/"])
def test_subject_that_is_none_is_not_found(client: Client, url: str) -> None:
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("shown", LANGUAGES)
def test_every_page_of_words_is_whole_and_light(client: Client, shown: str) -> None:
    sheet = len(gzip.compress(STYLE_SHEET.read_bytes()))
    urls = [addresses("words", slugs)["fi"] for slugs in ({}, *SUBJECTS.values())]

    bodies = {url: client.get(f"{url}?in={shown}").content for url in urls}

    pages = {url: Page(body.decode()) for url, body in bodies.items()}
    assert {url: page.problems for url, page in pages.items()} == {url: [] for url in urls}
    assert max(len(page.elements) for page in pages.values()) < FAILS_AT_ELEMENTS
    assert max(len(gzip.compress(body)) + sheet for body in bodies.values()) < FAILS_AT_BYTES


@pytest.mark.django_db
def test_answer_that_found_nothing_leads_to_the_words(client: Client, search_index: Any) -> None:
    make.activity()
    search_index.refresh()

    nothing, something = (page_of(client, f"/fi/haku/?q={word}").links() for word in ("qwxzq", "tuolijumppa"))

    assert nothing["Katso, mitä sanoja ymmärrämme"] == "/fi/sanat/"
    assert "Katso, mitä sanoja ymmärrämme" not in something
    assert something["Sanat, jotka ymmärrämme"] == "/fi/sanat/"
