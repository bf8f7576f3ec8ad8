from __future__ import annotations

import pytest
from django.test import Client

from tarjotin.catalogue.models import Tag
from tarjotin.sources.models import SourceRecord
from tests.sources.importing import run
from tests.web.html import Page
from tests.web.staff.desk import Desk, client_of, shown

pytestmark = pytest.mark.django_db


def address(desk: Desk, number: int) -> str:
    return f"/yllapito/tietueet/{desk.record(number).pk}/luokittele/"


def test_list_counts_what_waits_for_each_source(desk: Desk, editor: Client) -> None:
    page = Page(editor.get("/yllapito/luokittelematta/").content.decode())

    assert page.texts("th", scope="row") == ["Äänetön hetki", "Toinen hetki"]
    assert (page.texts("strong")[-1], "Linked Events 2" in page.links()) == ("Kaikki 2", True)
    assert page.links()["Äänetön hetki"] == address(desk, 40)


def test_list_leads_who_may_only_look_to_the_record(desk: Desk) -> None:
    page = Page(client_of(rights={"sources.view_sourcerecord"}).get("/yllapito/luokittelematta/").content.decode())

    assert page.links()["Äänetön hetki"] == f"/yllapito/sources/sourcerecord/{desk.record(40).pk}/change/"


def test_category_and_audiences_publish_the_entry_and_the_next_one_comes(desk: Desk, editor: Client) -> None:
    response = editor.post(address(desk, 40), {"category": "community", "audiences": ["carers", "older_people"]})

    assert response.headers["Location"] == address(desk, 41)
    assert "Äänetön hetki" in shown()
    tags = Tag.objects.filter(activity=desk.entity_id(40), by="person").order_by("concept__scheme", "concept__code")
    assert list(tags.values_list("concept__scheme", "concept__code", "main")) == [
        ("audience", "carers", False),
        ("audience", "older_people", False),
        ("category", "community", True),
    ]


def test_last_of_the_list_leads_back_to_it_and_tells_the_result(desk: Desk, editor: Client) -> None:
    editor.post(address(desk, 40), {"category": "community"})

    response = editor.post(address(desk, 41), {"category": "outside:school"}, follow=True)

    assert response.redirect_chain[-1][0] == "/yllapito/luokittelematta/"
    assert (
        "Luokittelit: Toinen hetki. Nyt: hylätty, ei kuulu tarjottimelle, ihminen päätti: Koulu- ja tutkintokoulutus"
        in response.content.decode()
    )
    assert "Lista on tyhjä." in response.content.decode()


def test_class_given_by_hand_holds_through_the_next_import(desk: Desk, editor: Client) -> None:
    editor.post(address(desk, 40), {"category": "food"})
    desk.server.change("linkedevents", "event", "helsinki:e40", audience_min_age=60)

    run(desk.server, "linkedevents")

    assert desk.record(40).outcome == "published"
    assert desk.record(40).reason == "food: a person decided"


def test_second_word_takes_the_place_of_the_first(desk: Desk, editor: Client) -> None:
    editor.post(address(desk, 40), {"category": "food", "audiences": ["carers"]})

    page = Page(editor.get(address(desk, 40)).content.decode())
    editor.post(address(desk, 40), {"category": "nature"})

    chosen = [e["value"] for e in page.all("input") if "checked" in e.attributes]
    assert chosen == ["food", "carers"]
    assert SourceRecord.objects.of("edits").count() == 1
    by_person = Tag.objects.filter(activity=desk.entity_id(40), by="person")
    assert list(by_person.values_list("concept__code", flat=True)) == ["nature"]


@pytest.mark.parametrize("answer", [{}, {"category": "gardening"}, {"category": "food", "audiences": ["cats"]}])
def test_class_that_is_none_is_refused_in_words(desk: Desk, editor: Client, answer: dict[str, object]) -> None:
    page = Page(editor.post(address(desk, 40), answer).content.decode())

    assert len(page.all("div", role="alert")) == 1
    assert (desk.record(40).outcome, SourceRecord.objects.of("edits").count()) == ("waiting", 0)


def test_word_of_a_vocabulary_cannot_be_classified(desk: Desk, editor: Client) -> None:
    keyword = SourceRecord.objects.filter(kind="keyword")[0]

    assert editor.get(f"/yllapito/tietueet/{keyword.pk}/luokittele/").status_code == 404
