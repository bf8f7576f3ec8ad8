from __future__ import annotations

import pytest
from django.test import Client

from tests.web.html import Page

pytestmark = pytest.mark.django_db
PAGE = "/fi/asetukset/"


def classes(client: Client, url: str) -> list[str]:
    return Page(client.get(url).content.decode()).one("html").attributes.get("class", "").split()


def test_chosen_settings_are_kept_in_one_cookie_and_worn_by_every_page(client: Client) -> None:
    response = client.post(PAGE, {"want": ["calm", "big", "odd"]})

    cookie = response.cookies["tarjotin_settings"]
    assert (response.status_code, response.headers["Location"]) == (302, "/fi/asetukset/?saved=1")
    assert (cookie.value, cookie["httponly"], cookie["samesite"], list(response.cookies)) == (
        "big.calm",
        True,
        "Lax",
        ["tarjotin_settings"],
    )
    assert [classes(client, url) for url in (PAGE, "/ar/")] == [["big", "calm"]] * 2


def test_page_with_settings_is_kept_by_the_readers_own_browser_only(client: Client) -> None:
    client.cookies["tarjotin_settings"] = "big"

    response = client.get("/fi/tietoa/")

    assert response.headers["Cache-Control"] == "private, max-age=60"
    assert "Cookie" in response.headers["Vary"]


def test_settings_are_taken_away_by_one_button(client: Client) -> None:
    client.post(PAGE, {"want": ["big"]})

    response = client.post(PAGE, {"want": ["big"], "clear": "1"})

    assert response.cookies["tarjotin_settings"].value == ""
    assert response.headers["Location"] == "/fi/asetukset/?saved=0"
    assert classes(client, PAGE) == []


def test_page_shows_what_is_chosen(client: Client) -> None:
    client.post(PAGE, {"want": ["aloud"]})

    document = Page(client.get(f"{PAGE}?saved=1").content.decode())

    boxes = {box["value"]: "checked" in box.attributes for box in document.all("input", type="checkbox")}
    assert boxes == {"big": False, "calm": False, "aloud": True}
    assert document.texts("p", role="status") == ["Asetukset ovat nyt voimassa tällä laitteella."]


def test_script_that_reads_aloud_comes_only_when_asked_for(client: Client) -> None:
    before = Page(client.get("/fi/").content.decode()).all("script")

    client.cookies["tarjotin_settings"] = "aloud"
    after = Page(client.get("/fi/").content.decode())

    assert before == []
    assert [script["src"] for script in after.all("script")] == ["/static/aloud.js"]
    assert "hidden" in after.one("p", class_="aloud").attributes


@pytest.mark.parametrize("cookie", ["", "odd", "big" * 900, "a.b.c", '"><script>', "BIG"])
def test_cookie_that_holds_something_else_changes_nothing(client: Client, cookie: str) -> None:
    client.cookies["tarjotin_settings"] = cookie

    assert classes(client, "/fi/tietoa/") == []


def test_form_of_our_own_needs_no_token(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)

    response = strict.post(PAGE, {"want": ["big"]}, headers={"sec-fetch-site": "same-origin"})

    assert response.cookies["tarjotin_settings"].value == "big"


def test_form_of_another_site_sets_nothing(client: Client) -> None:
    response = client.post(PAGE, {"want": ["big"]}, headers={"sec-fetch-site": "cross-site"})

    assert (response.status_code, dict(response.cookies)) == (403, {})
