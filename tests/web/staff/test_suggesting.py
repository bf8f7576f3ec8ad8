"""Suggestions below the search of the staff pages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client

from tarjotin.search.suggesting import forget
from tests import make
from tests.web.html import Page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    forget()
    yield
    forget()


def test_suggestions_are_links_to_their_search_with_what_they_name(editor: Client) -> None:
    make.place(name="Qwerty & talo <b>")

    response = editor.get("/yllapito/ehdotukset/?q=qwe")

    page = Page(response.content.decode())
    assert page.texts("li") == ["Qwerty & talo <b> paikka"]
    assert page.links() == {"Qwerty & talo <b>": "/yllapito/haku/?q=Qwerty+%26+talo+%3Cb%3E"}
    assert (page.texts("p"), page.problems) == (["1 ehdotus:"], [])
    assert "no-store" in response.headers["Cache-Control"]


def test_suggestion_leads_to_what_it_names(editor: Client) -> None:
    make.place(name="Qwertyn talo")
    page = Page(editor.get("/yllapito/ehdotukset/?q=talo").content.decode())

    there = Page(editor.get(page.links()["Qwertyn talo"]).content.decode())

    assert "Qwertyn talo" in there.links()


@pytest.mark.parametrize("query", ["", "?q=", "?q=u", "?q=qwertyuiop"])
def test_nothing_to_suggest_is_an_empty_answer(editor: Client, query: str) -> None:
    response = editor.get(f"/yllapito/ehdotukset/{query}")

    assert (response.status_code, response.content.strip()) == (200, b"")


@pytest.mark.parametrize("path", ["", "haku/", "haku/?q=uinti"])
def test_search_field_says_where_suggestions_come_from_and_works_without_them(editor: Client, path: str) -> None:
    page = Page(editor.get(f"/yllapito/{path}").content.decode())

    field = page.one("input", id="q")
    form = page.one("form", class_="staff-search")
    assert (field["data-suggestions"], form["action"]) == ("/yllapito/ehdotukset/", "/yllapito/haku/")
    assert [script["src"] for script in page.all("script") if "suggestions" in script["src"]] == [
        "/static/suggestions.js"
    ]
