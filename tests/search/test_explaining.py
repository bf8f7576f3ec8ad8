"""Why a question finds what it finds: the words as read, how it was asked, and the points of each hit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tarjotin.search.explaining import Explanation, How, explain
from tarjotin.search.query import Query
from tarjotin.words.analysis import Forms
from tests import make

NOW = make.NOW  # a Tuesday


def explained(text: str, *, language: str = "fi", **asked: Any) -> Explanation:
    return explain(Query(text, **asked), language=language, now=NOW)


def test_words_are_told_with_what_is_in_them_and_which_are_empty(search_index: Any) -> None:
    search_index.refresh()

    told = explained("uimahallin ja").words

    assert [(read.word, read.empty, dict(read.forms)["fi"]) for read in told] == [
        ("uimahallin", False, Forms(("uimahalli",), ("uima", "halli"), ())),
        ("ja", True, Forms(("ja",))),
    ]


@pytest.mark.parametrize(
    ("text", "how", "searched"),
    [
        ("", How.BROWSING, ()),
        ("kattilahuoneen", How.WRITTEN, ("kattilahuoneen",)),
        ("kattilahuo", How.BEGINNINGS, ("kattilahuo",)),
        ("kattilahuoen", How.CORRECTED, ("kattilahuone",)),
        ("kattilahuone xyzzyq", How.FEWER, ("kattilahuone",)),
        ("xyzzyqw", How.NOTHING, ("xyzzyqw",)),
        ("tuolijumppa", How.CONCEPTS, ("tuolijumppa",)),
        ("jooga, šakki", How.EACH, ("jooga", "šakki")),
    ],
)
def test_way_of_asking_is_the_first_that_finds(
    search_index: Any, text: str, how: How, searched: tuple[str, ...]
) -> None:
    for number in range(3):
        make.service(name=f"Kattilahuone {number}")
    make.activity(name="Tuolijumppa")
    make.activity(name="Jooga")
    make.activity(name="Shakki")
    search_index.refresh()

    told = explained(text)

    assert (told.how, told.searched) == (how, searched)


def test_criteria_and_concepts_of_the_question_are_told(search_index: Any) -> None:
    search_index.refresh()

    told = explained("ilmainen tuolijumppa 70-vuotiaalle")

    assert [(chip.group, chip.options) for chip in told.answer.chips] == [("price", ("free",)), ("age", ("70",))]
    assert [(meant.code, meant.words) for meant in told.concepts] == [("seated_exercise", "tuolijumppa")]
    assert told.answer.asked.age == 70


def test_hits_are_those_of_the_answer_and_their_points_add_up(search_index: Any) -> None:
    for number in range(3):
        make.service(name="Kattilahuone", summary=f"Kattilahuone on auki, {number}. kerros.")
    search_index.refresh()

    told = explained("kattilahuone")

    assert [read.hit for read in told.hits] == list(told.answer.hits)
    assert len(told.hits) == 3
    for read in told.hits:
        given = sum(points.points for points in (*read.text, *read.lift))
        assert read.score == pytest.approx(given, abs=0.01)


def test_points_of_a_word_name_the_fields_that_hold_it_the_best_first(search_index: Any) -> None:
    for number in range(3):
        make.service(name="Kattilahuone", description=f"Kattilahuone {number}")
    search_index.refresh()

    word = explained("kattilahuoneessa").hits[0].text[0]

    assert (word.what, word.ways[0].field, word.ways[0].value) == ("kattilahuoneessa", "title_fi", "kattilahuone")
    assert {way.field for way in word.ways} == {"title_fi", "title_plain", "body_fi", "body_plain"}
    assert [way.points for way in word.ways] == sorted((way.points for way in word.ways), reverse=True)


def test_points_of_a_concept_name_the_words_that_say_it(search_index: Any) -> None:
    make.activity(name="Stolgympa")
    search_index.refresh()

    (given,) = explained("tuolijumppa").hits[0].text

    assert given.what == "tuolijumppa"
    assert "seated_exercise" in {way.value for way in given.ways}


def test_wishes_that_lift_are_told(search_index: Any) -> None:
    make.session(activity=make.activity(name="Kerhoilta"), starts_at=NOW + timedelta(hours=2))
    search_index.refresh(now=NOW)

    (read,) = explained("kerhoilta").hits

    assert {(way.field, way.points) for points in read.lift for way in points.ways[:1]} >= {("hour", 1.5)}
    assert (read.over, read.maybe) == (False, False)


def test_what_is_over_and_what_may_fit_say_so(search_index: Any) -> None:
    make.session(activity=make.activity(name="Kerhoilta"), starts_at=NOW - timedelta(days=9))
    search_index.refresh(now=NOW)

    (read,) = explained("kerhoilta", chosen={"price": ("free",)}).hits

    assert (read.over, read.maybe) == (True, True)
