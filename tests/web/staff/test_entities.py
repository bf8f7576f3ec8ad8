from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.test import Client

from tests import make
from tests.sources.importing import run
from tests.web.html import Page
from tests.web.staff.desk import Desk, client_of

pytestmark = pytest.mark.django_db


def listed(editor: Client, kind: str, **query: str) -> list[str]:
    page = Page(editor.get(f"/yllapito/catalogue/{kind}/?{urlencode(query)}").content.decode())
    return sorted(page.texts("th", class_="field-shown_name"))


def test_list_is_searched_by_name_and_narrowed_by_status(db: None, editor: Client) -> None:
    make.activity(name="Äijäjumppa")
    make.activity(name="Lukupiiri")
    make.activity(name="Vanha piiri", status="withdrawn", withdrawn_reason="expired")

    assert listed(editor, "activity", q="äijä") == ["Äijäjumppa"]
    assert listed(editor, "activity", q="piiri") == ["Lukupiiri", "Vanha piiri"]
    assert listed(editor, "activity", status__exact="withdrawn") == ["Vanha piiri"]


def test_list_links_to_the_page_of_what_residents_can_open(db: None, editor: Client) -> None:
    make.place(name="Kallion kirjasto")
    make.place(name="Suljettu talo", status="withdrawn", withdrawn_reason="gone_from_source")

    page = Page(editor.get("/yllapito/catalogue/place/").content.decode())

    rows = dict(
        zip(page.texts("th", class_="field-shown_name"), page.texts("td", class_="field-public_page"), strict=True)
    )
    assert rows == {"Kallion kirjasto": "Avaa", "Suljettu talo": "-"}
    assert page.links()["Avaa"] == "/fi/paikka/kallion-kirjasto/"
    assert "poistettu näkyvistä: ei enää lähteessä" in page.texts("td", class_="field-status_in_words")


def test_page_tells_the_history_with_old_and_new(desk: Desk, editor: Client) -> None:
    desk.server.change("linkedevents", "event", "helsinki:e1", name={"fi": "Keppijumppa"})
    run(desk.server, "linkedevents")

    page = Page(editor.get(f"/yllapito/catalogue/activity/{desk.entity_id(1)}/change/").content.decode())

    assert page.texts("h1") == ["Keppijumppa"]
    history = [text for text in page.texts("details") if "(versio" in text]
    assert len(history) == 2
    assert "Nimi Suomi: Tuolijumppa Suomi: Keppijumppa" in history[0]
    assert history[1].endswith("Ensimmäinen julkaisu.")


def test_page_tells_the_topics_with_their_reasons(desk: Desk, editor: Client) -> None:
    page = Page(editor.get(f"/yllapito/catalogue/activity/{desk.entity_id(1)}/change/").content.decode())

    assert "Aiheet, joilla haku löytää tämän" in page.texts("h3")
    topics = [text for text in page.texts("li") if text.endswith(" · Linked Events")]
    assert topics == ["tuolijumppa YSO p27829 tuolijumppa · Linked Events"]


def test_page_of_what_is_not_there_is_not_found(db: None, editor: Client) -> None:
    missing = "/yllapito/catalogue/place/00000000-0000-4000-8000-000000000000/change/"

    assert [editor.get(url).status_code for url in (missing, "/yllapito/catalogue/place/x/change/")] == [404, 404]


def test_search_finds_entries_of_all_kinds_and_records(desk: Desk, editor: Client) -> None:
    page = Page(editor.get("/yllapito/haku/?q=kirjasto").content.decode())

    assert page.texts("h2") == ["Järjestäjä", "Paikka", "Tietueet"]
    assert {"Kirjastopalvelut", "Kallion kirjasto"} <= page.links().keys()


def test_search_without_a_hit_says_so(desk: Desk, editor: Client) -> None:
    assert "Ei löytynyt." in editor.get("/yllapito/haku/?q=qwertyuiop").content.decode()


def test_search_shows_only_the_kinds_one_may_see(desk: Desk) -> None:
    client = client_of(rights={"catalogue.view_activity"})

    page = Page(client.get("/yllapito/haku/?q=i").content.decode())

    assert page.texts("h2") == ["Toiminta"]
