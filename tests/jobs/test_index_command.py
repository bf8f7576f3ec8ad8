"""`manage.py index`: how the index does, and why a question finds what it finds."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from tests import make

pytestmark = pytest.mark.django_db


def told(*command: str) -> list[str]:
    out = io.StringIO()
    call_command("index", *command, stdout=out, no_color=True)
    return out.getvalue().splitlines()


def test_explain_tells_the_words_the_way_of_asking_and_the_points(search_index: Any) -> None:
    for number in range(3):
        make.service(name=f"Kattilahuone {number}")
    search_index.refresh()

    said = told("explain", "kattilahuoneen 2 ja", "--limit", "1")

    assert said[:5] == [
        "Words:",
        "  kattilahuoneen: fi kattilahuone, parts kattila | huone; sv kattilahuone; en kattilahuoneen; "
        "plain kattilahuoneen | kattilahuone | kattilahuon | kattilahuonee",
        "  2: fi 2; sv 2; en 2; plain 2",
        "  ja (empty: says nothing by itself): fi ja; sv ja; en ja; plain ja",
        "Asked: few found: beginnings of words count too",
    ]
    assert said[5:8] == ["  searched: kattilahuoneen 2", "  without the words: 3", "Found: 1, and 0 that may fit"]
    assert [line.split(" [")[0] for line in said if line.startswith("1. ")] == ["1. Kattilahuone 2"]
    assert "     because the word ”kattilahuoneen” is in the title" in said


def test_explain_tells_concepts_criteria_and_what_is_not_told(search_index: Any) -> None:
    make.activity(name="Tuolijumppa")
    search_index.refresh()

    said = told("explain", "ilmainen stolgympa", "--language", "sv")

    assert said[said.index("Concepts:") + 1] == "  stolgympa: seated_exercise (stolsgymnastik)"
    assert said[said.index("Criteria in the words:") + 1] == "  ilmainen: price=free"
    assert "Found: 0, and 1 that may fit" in said
    assert "     because it is about seated_exercise (stolsgymnastik)" in said
    assert "     because it does not tell: price" in said


@pytest.mark.parametrize("command", [["explain"], ["explain", "jooga", "--limit", "0"]])
def test_explain_without_a_question_or_entries_is_refused_in_words(search_index: Any, command: list[str]) -> None:
    search_index.refresh()

    with pytest.raises(CommandError, match="Say what to explain"):
        told(*command)


def test_explain_without_an_index_says_how_to_make_one(search_index: Any) -> None:
    with pytest.raises(CommandError, match=r"manage\.py index refresh"):
        told("explain", "jooga")


def test_status_of_a_fresh_index_is_ready(search_index: Any) -> None:
    search_index.refresh()

    assert told("status") == ["ready, 0 entries, 0 changes behind"]
