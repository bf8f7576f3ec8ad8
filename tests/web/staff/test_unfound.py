"""The list of words without result."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from tarjotin.search.models import UnfoundDay, UnfoundWord
from tests import make
from tests.web.html import Page
from tests.web.staff.desk import client_of

pytestmark = pytest.mark.django_db

PATH = "/yllapito/loytymatta/"
READER, EDITOR = {"search.view_unfoundword"}, {"search.view_unfoundword", "search.change_unfoundword"}


def word(text: str, days: dict[int, int], language: str = "fi") -> UnfoundWord:
    """`days`: how many days ago → askers."""
    made = UnfoundWord.objects.create(word=text, language=language)
    for ago, askers in days.items():
        UnfoundDay.objects.create(word=made, asked_on=make.NOW.date() - timedelta(days=ago), askers=askers)
    return made


def shown(client: Client, query: str = "") -> Page:
    return Page(client.get(PATH + query).content.decode())


def rows(page: Page) -> list[str]:
    return [text for text in page.texts("tr") if not text.startswith("Sana ")]


def test_words_are_listed_with_their_counts_the_most_searched_of_late_first(index: Callable[[], None]) -> None:
    for number in range(3):
        make.activity(name=f"Soutu {number}")
    index()
    word("miekkailu", {0: 2, 29: 3, 30: 4, 89: 1})
    word("soutu", {1: 7})
    word("keilailu", {90: 50})
    word("фехтование", {40: 9}, language="ru")

    page = shown(client_of(rights=READER))

    assert rows(page) == [
        "soutu suomi 7 1 7 23.11.2026 löytyy",
        "miekkailu suomi 5 2 10 24.11.2026 ei löydy",
        "фехтование venäjä 0 0 9 15.10.2026 ei löydy",
    ]


def test_word_leads_to_the_search_in_its_language(db: None) -> None:
    word("fäktning", {1: 5}, language="sv")
    word("фехтование", {1: 5}, language="ru")

    page = shown(client_of(rights=READER))

    links = [link["href"] for link in page.all("a") if "?q=" in (link["href"] or "")]
    assert links == [
        "/sv/sok/?q=f%C3%A4ktning",
        "/fi/haku/?q=%D1%84%D0%B5%D1%85%D1%82%D0%BE%D0%B2%D0%B0%D0%BD%D0%B8%D0%B5",
    ]


def test_list_can_be_narrowed_to_a_language(db: None) -> None:
    word("miekkailu", {1: 5})
    word("fäktning", {1: 5}, language="sv")

    narrowed, odd = (shown(client_of(rights=READER), query) for query in ("?language=sv", "?language=xx"))

    assert [row.split()[0] for row in rows(narrowed)] == ["fäktning"]
    assert [row.split()[0] for row in rows(odd)] == ["fäktning", "miekkailu"]


def test_index_that_is_not_there_leaves_open_what_is_found_now(db: None) -> None:
    word("miekkailu", {1: 5})

    assert rows(shown(client_of(rights=READER))) == ["miekkailu suomi 5 1 5 23.11.2026 –"]


def test_empty_list_says_so(db: None) -> None:
    page = shown(client_of(rights=READER))

    assert (rows(page), "Lista on tyhjä." in page.one("main").text) == ([], True)


def test_long_list_has_pages(db: None) -> None:
    for number in range(31):
        word(f"sana{number:02}", {1: 5})

    first, second = (shown(client_of(rights=READER), query) for query in ("", "?page=2"))

    assert [len(rows(first)), len(rows(second))] == [30, 1]
    assert "Seuraava sivu" in first.links()


def test_word_is_taken_away_and_what_was_done_does_not_name_it(db: None) -> None:
    name = word("zorbinen", {1: 5})
    client = client_of(rights=EDITOR)

    response = client.post(f"{PATH}{name.pk}/pois/", follow=True)

    assert "Otit sanan pois" in response.content.decode()
    assert list(UnfoundWord.objects.all()) == []
    assert ["zorbinen" in f"{entry.object_repr} {entry.change_message}" for entry in LogEntry.objects.all()] == [False]


def test_reader_sees_no_button_to_take_a_word_away(db: None) -> None:
    word("miekkailu", {1: 5})

    buttons = [shown(client_of(rights=rights)).texts("button") for rights in (READER, EDITOR)]

    assert [any("Älä laske" in text for text in found) for found in buttons] == [False, True]
