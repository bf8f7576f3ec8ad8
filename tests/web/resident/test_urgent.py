"""Urgent help: the numbers, when to call them, and a quick way out of the page."""

from __future__ import annotations

from datetime import date

import phonenumbers
import pytest
from django.test import Client
from django.utils import translation

from tarjotin.web.resident.helplines import EMERGENCY, GROUPS, Helpline
from tests.web.html import Page
from tests.web.resident.city import PAGES, City

LINES = [EMERGENCY, *(line for _, lines in GROUPS for line in lines)]
IDS = [line.numbers[0] for line in LINES]


@pytest.mark.parametrize("line", LINES, ids=IDS)
def test_helpline_can_be_dialled_and_has_its_source_and_day(line: Helpline) -> None:
    numbers = [phonenumbers.parse(number, "FI") for number in line.numbers]

    assert [
        number
        for number in numbers
        if not phonenumbers.is_valid_number(number) and not phonenumbers.is_valid_short_number_for_region(number, "FI")
    ] == []
    assert (line.source_name != "", line.source_url.startswith("https://")) == (True, True)
    assert date(2019, 1, 1) <= line.checked_on <= date.today()


@pytest.mark.parametrize("line", LINES, ids=IDS)
def test_helpline_sentences_are_short(line: Helpline) -> None:
    with translation.override("fi"):
        texts = [str(text) for text in (line.when, line.hours, line.price, line.note) if text]

    sentences = [sentence for text in texts for sentence in text.split(". ")]
    assert [sentence for sentence in sentences if len(sentence.split()) > 15] == []


def test_page_shows_the_emergency_number_first_and_every_number_once(city: City, client: Client) -> None:
    document = Page(client.get("/fi/apua-heti/").content.decode())

    known = [number.replace(" ", "") for line in LINES for number in line.numbers]
    shown = [a["href"].removeprefix("tel:") for a in document.all("a", class_="tel")][: len(known)]
    assert shown[0] == "112"
    assert sorted(shown) == sorted(known)


def test_page_has_a_quick_exit_before_everything_else(city: City, client: Client) -> None:
    document = Page(client.get("/fi/apua-heti/").content.decode())

    main = document.texts("main")[0]
    assert main.startswith("Poistu heti tältä sivulta")


@pytest.mark.parametrize(("language", "number"), [("uk", "+358925250114"), ("ru", "+358925250115")])
def test_line_of_the_own_language_is_first_of_its_group(city: City, client: Client, language: str, number: str) -> None:
    document = Page(client.get(PAGES["urgent"][language]).content.decode())

    mieli = [a["href"] for a in document.all("a", class_="tel") if a["href"].startswith("tel:+3589252501")]
    assert mieli[0] == f"tel:{number}"


def test_page_leads_to_what_can_wait_until_tomorrow(city: City, client: Client) -> None:
    links = Page(client.get("/fi/apua-heti/").content.decode()).links()

    assert links["Apua veloista selviämiseen"] == "/fi/raha-ja-oikeudet/velkaneuvonta/"
    assert links["Neuvontapaikat"] == "/fi/neuvontapaikat/"


def test_page_with_garbage_in_its_address_is_the_same_page(city: City, client: Client) -> None:
    plain = client.get("/fi/apua-heti/").content

    assert client.get("/fi/apua-heti/", {"q": "x" * 10_000, "page": "-1"}).content == plain
