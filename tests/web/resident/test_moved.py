"""Addresses of things that moved, merged or ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from tarjotin.catalogue import slugs
from tests import make
from tests.web.html import Page

pytestmark = pytest.mark.django_db


def test_unknown_address_answers_404_with_search_and_phone(client: Client) -> None:
    response = client.get("/sv/aktivitet/finns-inte/")

    document = Page(response.content.decode())
    assert (response.status_code, document.one("html")["lang"]) == (404, "sv")
    assert document.one("form", role="search")["action"] == "/sv/sok/"
    assert "09 310 44 556" in document.texts("p", class_="number")
    assert document.problems == []


def test_unknown_address_without_a_language_answers_in_the_readers_own(client: Client) -> None:
    response = client.get("/zzz/", headers={"accept-language": "en-GB,fi;q=0.5"})

    assert (response.status_code, Page(response.content.decode()).one("html")["lang"]) == (404, "en")


@pytest.mark.parametrize("status", ["draft", "in_review"])
def test_what_was_never_published_is_not_told_of(client: Client, status: str) -> None:
    make.activity(name="Salainen", status=status)

    response = client.get("/fi/toiminta/salainen/")

    assert response.status_code == 404
    assert b"Salainen" not in response.content


def test_withdrawn_answers_410_with_the_same_category_in_the_same_district(
    client: Client, index: Callable[[], None]
) -> None:
    here, elsewhere = make.place(), make.place(name="Malmitalo", district="38")
    gone = make.activity(name="Retki", place=here, status="withdrawn", withdrawn_reason="expired")
    near, far = make.activity(name="Kävely", place=here), make.activity(name="Hiihto", place=elsewhere)
    for activity in (gone, near, far):
        make.tag(activity, code="nature")
    index()

    response = client.get("/fi/toiminta/retki/")

    document = Page(response.content.decode())
    assert response.status_code == 410
    assert document.texts("h1") == ["Tätä ei enää ole"]
    assert document.texts("h3") == ["Kävely"]


def test_withdrawn_without_anything_near_still_answers_410(client: Client) -> None:
    make.activity(name="Retki", status="archived")

    assert client.get("/fi/toiminta/retki/").status_code == 410


@pytest.mark.parametrize(
    "window", [{"visible_until": make.NOW}, {"visible_from": make.NOW + timedelta(days=1)}], ids=["over", "not yet"]
)
def test_outside_its_window_of_visibility_answers_410(client: Client, window: dict[str, object]) -> None:
    make.activity(name="Retki", **window)

    assert client.get("/fi/toiminta/retki/").status_code == 410


def test_paused_answers_404_and_says_it_is_a_break(client: Client) -> None:
    make.activity(name="Kerho", status="paused")

    response = client.get("/fi/toiminta/kerho/")

    assert response.status_code == 404
    assert Page(response.content.decode()).texts("h1") == ["Tämä on nyt tauolla"]


def test_merged_leads_to_the_survivor(client: Client) -> None:
    survivor = make.activity(name={"fi": "Jooga", "sv": "Yoga"})
    make.activity(name="Joogaryhmä", status="withdrawn", withdrawn_reason="merged", replaced_by=survivor)

    response = client.get("/sv/aktivitet/joogaryhma/")

    assert (response.status_code, response.headers["Location"]) == (301, "/sv/aktivitet/yoga/")


def test_old_name_leads_to_the_new_one(client: Client) -> None:
    activity = make.activity(name="Vanha nimi")
    activity.name = make.text("Uusi nimi")
    slugs.assign("activity", [activity])
    activity.save()

    response = client.get("/fi/toiminta/vanha-nimi/")

    assert (response.status_code, response.headers["Location"]) == (301, "/fi/toiminta/uusi-nimi/")


def test_slug_of_another_language_leads_to_this_languages_own(client: Client) -> None:
    make.activity(name={"fi": "Kuoro", "en": "Choir"})

    response = client.get("/en/activity/kuoro/")

    assert (response.status_code, response.headers["Location"]) == (301, "/en/activity/choir/")


def test_thing_without_a_name_in_this_language_stands_under_another(client: Client) -> None:
    make.activity(name="Kuoro")

    assert client.get("/en/activity/kuoro/").status_code == 200


def test_error_page_answers_500_with_the_phone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("tarjotin.web.resident.front.nearby", None)

    response = client.get("/sv/")

    document = Page(response.content.decode())
    assert (response.status_code, document.one("html")["lang"]) == (500, "sv")
    assert document.texts("h1") == ["Något gick fel"]
    assert "09 310 44 556" in document.texts("p", class_="number")


def test_error_page_that_cannot_be_made_still_answers(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.raise_request_exception = False
    monkeypatch.setattr("tarjotin.web.resident.page.render_to_string", None)

    response = client.get("/fi/")

    assert response.status_code == 500
    assert "Jokin meni vikaan. Något gick fel." in response.content.decode()
