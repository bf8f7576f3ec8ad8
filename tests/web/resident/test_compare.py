"""Comparing: rows of facts, what differs first; untold is never "no"; odd questions are answered kindly."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from tests import make
from tests.web.html import Page

pytestmark = pytest.mark.django_db


def page_of(client: Client, *entities: Any) -> Page:
    response = client.get("/fi/vertaa/", {"a": [f"{each.kind_name}:{each.id}" for each in entities]})
    assert response.status_code == 200
    return Page(response.content.decode())


def rows(page: Page) -> list[str]:
    return [head for head, th in zip(page.texts("th"), page.all("th"), strict=True) if th["scope"] == "row"]


def test_differing_facts_come_first_each_part_in_the_order_people_ask(client: Client) -> None:
    place = make.place()
    choir = make.activity(name="Kuoro", place=place, beginners=True, min_age=60, entry="drop_in")
    chess = make.activity(name="Shakki", place=place, beginners=False, entry="drop_in")
    make.price(activity=choir, is_free=True)
    make.price(activity=chess, amount="5")

    there = page_of(client, choir, chess)

    assert there.texts("h1") == ["Vertaa rinnakkain"]
    assert rows(there) == ["Hinta", "Ikä", "Aloittelijalle", "Milloin?", "Missä?", "Miten pääsen mukaan?"]
    assert there.problems == []


def test_untold_fact_is_something_to_ask_and_not_a_no(client: Client) -> None:
    there = page_of(client, make.activity(name="Kuoro", seated_option=True), make.activity(name="Shakki"))

    assert there.texts("td")[1:3] == ["Kuoro: kyllä", "Shakki: ei kerrottu, kysy"]
    assert rows(there)[0] == "Istuen"


def test_service_and_place_are_compared_too(client: Client) -> None:
    there = page_of(client, make.service(name="Neuvonta", is_free=True), make.place(name="Kirjasto"))

    assert there.texts("th")[:2] == ["Neuvonta", "Kirjasto"]


def test_of_more_than_four_the_first_are_shown(client: Client) -> None:
    there = page_of(client, *(make.activity(name=f"Ryhmä {n}") for n in range(6)))

    assert there.texts("p", role="status") == ["Voit verrata kerralla 4 asiaa. Näytämme niistä ensimmäiset."]
    assert [th["scope"] for th in there.all("th")].count("col") == 4


def test_what_is_gone_is_told(client: Client) -> None:
    gone = make.activity(name="Pois", status="withdrawn")

    there = page_of(client, make.activity(name="Kuoro"), make.activity(name="Shakki"), gone)

    assert there.texts("p", role="status") == ["Kaikkia ei enää löydy. Ne ovat ehkä päättyneet."]


def test_one_alone_leads_to_the_list(client: Client) -> None:
    there = page_of(client, make.activity(name="Kuoro"))

    assert there.all("table") == []
    assert "/fi/lista/" in there.links().values()


def test_name_that_holds_markup_is_shown_as_text(client: Client) -> None:
    there = page_of(client, make.activity(name="<script>x</script>"), make.activity(name='"><img src=x>'))

    assert (there.all("script"), there.all("img"), there.problems) == ([], [], [])


def test_language_switch_keeps_what_is_compared(client: Client) -> None:
    choir, chess = make.activity(name="Kuoro"), make.activity(name="Shakki")

    there = page_of(client, choir, chess)

    assert there.links()["Svenska"] == f"/sv/jamfor/?a=activity%3A{choir.id}&a=activity%3A{chess.id}"


@pytest.mark.parametrize(
    "asked",
    [[], ["x" * 10_000], ["activity:1"], [f"activity:{UUID(int=9)}"] * 50, ["person:1", "\x00"], ["activity:"] * 500],
)
def test_odd_question_is_answered_kindly(client: Client, asked: list[str]) -> None:
    response = client.get("/fi/vertaa/", {"a": asked})

    assert response.status_code == 200
    assert "Valitse 2–4 asiaa, joita haluat verrata." in response.content.decode()


def test_page_asks_as_often_for_four_as_for_two(client: Client, django_assert_max_num_queries: Any) -> None:
    things = [make.activity(name=f"Ryhmä {n}", place=make.place(name=f"Talo {n}")) for n in range(4)]

    with django_assert_max_num_queries(14):
        page_of(client, *things)
