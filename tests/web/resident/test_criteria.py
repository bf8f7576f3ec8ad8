"""Criteria on the results page: in the address, in the form, and as chips."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from urllib.parse import unquote

import pytest
from django.http import QueryDict
from django.test import Client

from tarjotin.search.query import GROUPS, MOMENTARY
from tarjotin.web.resident import criteria, criteria_groups, criterion_words, more_criteria
from tests import make
from tests.web.html import Page

pytestmark = pytest.mark.django_db
WRITTEN = (
    "q=jooga&category=sport&beginners=yes&when=today&when=2026-11-25..2026-11-27&open_now=yes&places_left=yes"
    "&distance=10min&starts_from=2026-12-01&until=2026-12-05&age=70&from=Kallio"
)


def page_of(client: Client, url: str) -> Page:
    response = client.get(url)
    assert response.status_code == 200
    return Page(response.content.decode())


def boxes(document: Page) -> list[str]:
    return [each.text.strip() for each in document.all("label")]


def test_an_address_is_read_and_written_the_same() -> None:
    make.concept(code="sport")

    asked = criteria.read(QueryDict(WRITTEN))

    assert criteria.encode(asked) == WRITTEN
    assert (asked.query.starts_from, asked.query.until, asked.query.age) == (date(2026, 12, 1), date(2026, 12, 5), 70)


@pytest.mark.parametrize(
    "odd",
    [
        "when=someday",
        "when=..",
        "when=2026-13-01..",
        "when=a..b..c",
        "distance=far",
        "distance=",
        "open_now=no",
        "starts_from=1.12.2026",
        "until=20261201",
        "age=old",
        "age=٧٠",
        "age=7000",
        "beginners=maybe",
    ],
)
def test_what_nobody_offers_is_left_out(odd: str) -> None:
    asked = criteria.read(QueryDict(odd))

    assert (criteria.encode(asked), asked.query.is_empty) == ("", True)


def test_each_criterion_of_an_address_is_a_chip_that_takes_it_away(client: Client, index: Callable[[], None]) -> None:
    index()

    document = page_of(
        client, "/fi/haku/?when=today&distance=10min&distance=2km&starts_from=2026-12-01&age=70&from=Kallio&led_by=peer"
    )

    chips = {e.text.strip(): unquote(e["href"]) for e in document.all("a") if e.text.startswith("Poista ")}
    rest = "led_by=peer&when=today&distance=10min&distance=2km&starts_from=2026-12-01&age=70&from=Kallio"
    assert chips == {
        "Poista Ohjaajana on vertaisohjaaja ×": f"/fi/haku/?{rest.removeprefix('led_by=peer&')}",
        "Poista tänään ×": "/fi/haku/?led_by=peer&when=2026-12-01..&distance=10min&distance=2km&age=70&from=Kallio",
        "Poista 1.12.2026 alkaen ×": f"/fi/haku/?{rest.replace('starts_from=2026-12-01&', '')}",
        "Poista enintään 10 min kävellen ×": f"/fi/haku/?{rest.replace('distance=10min&', '')}",
        "Poista enintään 2 km ×": f"/fi/haku/?{rest.replace('distance=2km&', '')}",
        "Poista 70-vuotiaalle ×": f"/fi/haku/?{rest.replace('age=70&', '')}",
        "Poista lähtö: Kallio ×": f"/fi/haku/?{rest.replace('&from=Kallio', '')}",
        "Poista kaikki": "/fi/haku/",
    }


def test_what_was_chosen_stays_in_the_form(client: Client, index: Callable[[], None]) -> None:
    index()

    document = page_of(client, "/fi/haku/?starts_from=2026-12-01&until=2026-12-05&age=70&distance=700m&from=Kallio")

    fields = {
        e["name"]: e["value"]
        for e in document.all("input")
        if e["type"] != "checkbox" and e["name"] not in {"q", "back"}
    }
    assert fields == {"starts_from": "2026-12-01", "until": "2026-12-05", "age": "70", "from": "Kallio"}
    assert [e["value"] for e in document.all("option") if "selected" in e.attributes] == ["700m"]


def test_open_now_and_free_places_are_counted(client: Client, index: Callable[[], None]) -> None:
    library = make.place()
    make.tag(library)
    make.hours(place=library, weekday=2, opens=time(9), closes=time(16))
    make.session(places_left=2, places_left_at=make.NOW)
    index()

    document = page_of(client, "/fi/haku/")

    assert {"Avoinna nyt (1)", "Vapaita paikkoja (1)", "huomenna (1)", "ensi viikolla (1)"} <= set(boxes(document))


def test_distances_are_counted_from_where_one_starts(client: Client, index: Callable[[], None]) -> None:
    make.tag(make.place(lat=60.1841, lon=24.9537))
    index()

    nowhere, kallio = (page_of(client, f"/fi/haku/{query}") for query in ("?distance=5min", "?from=Kallio"))

    assert "enintään 5 min kävellen" in nowhere.texts("option")
    assert "Kerro ehdoissa, mistä lähdet: aseman tai kaupunginosan nimi. Silloin näytämme matkan." in nowhere.texts("p")
    assert "enintään 30 min kävellen (1)" in kallio.texts("option")


def test_further_criteria_are_those_that_somebody_tells(client: Client, index: Callable[[], None]) -> None:
    make.activity(beginners=True, fitness="light", led_by="peer")
    make.activity(beginners=False)
    index()

    document = page_of(client, "/fi/haku/?criteria=all")

    summaries = [text for text in document.texts("summary") if text in map(str, more_criteria.SECTIONS)]
    assert summaries == ["Millaista siellä on"]
    assert document.texts("legend") == ["Sopiiko aloittelijalle", "Kuinka raskasta se on", "Kuka ohjaa"]
    assert {"Sopii aloittelijalle (1)", "Kevyttä (1)", "Ohjaajana on vertaisohjaaja (1)"} <= set(boxes(document))


def test_every_criterion_stands_on_the_page_and_has_words() -> None:
    beside = {name for names in criteria_groups.BESIDE.values() for name in names}
    shown = {
        *criterion_words.TITLES,
        *beside,
        *(name for names in more_criteria.SECTIONS.values() for name in names),
        "age",
    }

    assert shown == {*GROUPS, *MOMENTARY}
    assert all(more_criteria.LABELS.get(name) for names in more_criteria.SECTIONS.values() for name in names)
