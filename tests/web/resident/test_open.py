"""Links from other sites: a topic leads on, nothing else is read, and who linked is a number of the day."""

from __future__ import annotations

import logging
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client

from tarjotin.impact.models import ArrivalDay
from tarjotin.web.resident.choosing.topics import TOPICS
from tests import make
from tests.web.html import Page
from tests.web.resident.city import City

TODAY = make.NOW.date()
PERSONAL = "010190-123A"


@pytest.fixture
def linkers(settings: Any) -> None:
    settings.LINKERS = frozenset({"health-portal"})


def counted() -> list[tuple[str, Any, int]]:
    return list(ArrivalDay.objects.order_by("linker").values_list("linker", "arrived_on", "arrivals"))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/fi/open/?topic=loneliness", "/fi/auta-valitsemaan/?topic=loneliness&step=6"),
        ("/sv/open/?topic=stress&topic=sleep", "/sv/hjalp-att-valja/?topic=stress&topic=sleep&step=6"),
        ("/ar/open/?topic=exercise&topic=zzz", "/ar/help-me-choose/?topic=exercise&step=6"),
        (f"/fi/open/?topic=debts&name=Aino&hetu={PERSONAL}&q=x", "/fi/auta-valitsemaan/?topic=debts&step=6"),
    ],
)
def test_known_topics_lead_to_suggestions_and_nothing_else_travels(
    city: City, client: Client, url: str, expected: str
) -> None:
    response = client.get(url)

    assert (response.status_code, response.headers["Location"]) == (302, expected)
    assert "no-store" in response.headers["Cache-Control"]
    assert client.get(expected).status_code == 200


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_ends_in_a_page_that_names_it(city: City, client: Client, topic: str) -> None:
    page = Page(client.get(f"/fi/open/?topic={topic}", follow=True).content.decode())

    assert page.texts("dt") == ["Aihe, jolla tulit tänne"]
    assert page.problems == []


def test_last_slash_may_be_left_out(city: City, client: Client) -> None:
    response = client.get("/fi/open?topic=sleep")

    assert (response.status_code, response.headers["Location"]) == (301, "/fi/open/?topic=sleep")


def test_unknown_topics_lead_to_all_topics_with_a_kind_line(city: City, client: Client) -> None:
    odd = client.get(f"/fi/open/?topic={quote('<b>' + PERSONAL)}&name=Aino")

    page = Page(odd.content.decode())
    assert (odd.status_code, page.texts("h1")) == (200, ["Valitse aihe"])
    assert page.texts("p", class_="note") == ["Emme tunne linkin aihetta. Valitse aihe tästä."]
    assert page.links()["yksinäisyys"] == "/fi/auta-valitsemaan/?topic=loneliness&step=6"
    assert PERSONAL not in odd.content.decode()
    assert "Aino" not in odd.content.decode()


def test_five_topics_at_most_are_taken(city: City, client: Client) -> None:
    response = client.get("/fi/open/?" + "&".join(f"topic={code}" for code in TOPICS))

    assert response.headers["Location"].count("topic=") == 5


def test_who_links_is_a_total_of_the_day_and_unknown_codes_are_others(
    city: City, client: Client, linkers: None
) -> None:
    for code in ("health-portal", "health-portal", PERSONAL, "x" * 10_000, ""):
        client.get("/fi/open/", {"topic": "sleep", "from": code})
    client.get("/fi/open/?topic=sleep")

    assert counted() == [("health-portal", TODAY, 2), ("other", TODAY, 3)]


@pytest.mark.parametrize("headers", [{"User-Agent": "Examplebot/1.0"}, {"Sec-Purpose": "prefetch"}])
def test_robots_and_what_is_fetched_ahead_do_not_count(
    city: City, client: Client, linkers: None, headers: dict[str, str]
) -> None:
    client.get("/fi/open/?topic=sleep&from=health-portal", headers=headers)

    assert counted() == []


def test_reader_goes_on_when_counting_fails(
    city: City, client: Client, linkers: None, caplog: pytest.LogCaptureFixture
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE impact_arrivalday RENAME TO impact_gone")
    caplog.set_level(logging.WARNING)

    response = client.get(f"/fi/open/?topic=sleep&from={PERSONAL}")

    assert response.status_code == 302
    assert [PERSONAL in line for line in caplog.messages if "arrival" in line] == [False]
