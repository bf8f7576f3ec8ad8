"""Which questions to the results page count words without result; and that the page answers whatever happens."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test import Client

from tarjotin.search.models import Sighting, UnfoundWord
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def offer(db: None, index: Callable[[], None]) -> None:
    """Three groups for chair exercise on Tuesdays, and nothing else."""
    place = make.place(name="Talo")
    for number in range(3):
        make.activity(name=f"Tuolijumppa {number}", place=place)
    index()


def ask(client: Client, words: str, address: str = "192.0.2.1", **more: str) -> int:
    query = urlencode({"q": words, **more})
    return client.get(f"/fi/haku/?{query}", REMOTE_ADDR=address).status_code


def sightings() -> int:
    return Sighting.objects.count()


def test_word_that_finds_nothing_is_told_after_five_addresses(client: Client) -> None:
    answers = [ask(client, "Miekkailu", f"192.0.2.{number}") for number in range(5)]

    assert answers == [200] * 5
    assert list(UnfoundWord.objects.values_list("word", "language")) == [("miekkailu", "fi")]


def test_word_that_finds_something_is_not_counted(client: Client) -> None:
    ask(client, "tuolijumppa")

    assert sightings() == 0


def test_word_that_finds_something_is_not_to_blame_for_a_criterion(client: Client) -> None:
    ask(client, "tuolijumppa", price="free", weekday="7", time="morning")
    ask(client, "tuolijumppa sunnuntaiaamuna Lauttasaaressa")

    assert sightings() == 0


def test_beside_a_word_that_finds_something_the_other_is_counted(client: Client) -> None:
    for number in range(5):
        ask(client, "tuolijumppa miekkailu", f"192.0.2.{number}")

    assert list(UnfoundWord.objects.values_list("word", flat=True)) == ["miekkailu"]


def test_misspelt_word_is_counted_as_written(client: Client) -> None:
    for number in range(5):
        ask(client, "tuolijumpqa", f"192.0.2.{number}")

    assert list(UnfoundWord.objects.values_list("word", flat=True)) == ["tuolijumpqa"]


def test_question_without_words_counts_nothing(client: Client) -> None:
    answer = client.get("/fi/haku/?weekday=7")

    assert (answer.status_code, sightings()) == (200, 0)


def test_head_robot_and_page_fetched_ahead_count_nothing(client: Client) -> None:
    client.head("/fi/haku/?q=miekkailu")
    client.get("/fi/haku/?q=miekkailu", headers={"user-agent": "Examplebot/1.0"})
    client.get("/fi/haku/?q=miekkailu", headers={"sec-purpose": "prefetch"})

    assert sightings() == 0


def test_api_counts_as_the_page_does(client: Client) -> None:
    answer = client.get("/api/v1/search?q=miekkailu", REMOTE_ADDR="192.0.2.1")
    ask(client, "miekkailu", "192.0.2.1")

    assert (answer.status_code, sightings()) == (200, 1)


def test_page_answers_when_nothing_can_be_written(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_sighting")

    assert ask(client, "miekkailu") == 200
    assert [(record.name, "miekkailu" in record.getMessage()) for record in caplog.records] == [
        ("tarjotin.search.unfound", False)
    ]
