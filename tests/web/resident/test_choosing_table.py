"""What each answer changes: every row of the table is something the tray understands, and has its words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.http import QueryDict

from tarjotin.common.distance import Point
from tarjotin.search.query import GROUPS, MOMENTARY, Query
from tarjotin.search.recommend import Needs
from tarjotin.web.resident.choosing import questions
from tarjotin.web.resident.choosing.answers import END, Answers, read
from tarjotin.web.resident.choosing.effects import EFFECTS, TOGETHER, Effect
from tarjotin.web.resident.choosing.helping import HELPS, helps
from tarjotin.web.resident.choosing.needs import asked, loosened, needs
from tarjotin.web.resident.choosing.offered import COMPANIONS, DESKS, TITLES
from tarjotin.web.resident.choosing.topics import TOPICS, name
from tarjotin.web.resident.origin import point
from tarjotin.web.symbols import PATHS
from tarjotin.words.thesaurus import Criterion, thesaurus

ROWS = {f"{question}-{code}": effect for question, row in EFFECTS.items() for code, effect in row.items()}
ROWS |= {f"topic-{code}": effect for code, effect in TOPICS.items()}
CATEGORIES = {"sport", "nature", "culture", "community", "food", "lifestyle", "advice"}
CODES = {code for row in EFFECTS.values() for code in row}
DOCUMENT = Path(__file__).parents[3] / "docs" / "deep-links.md"


@pytest.mark.parametrize("effect", ROWS.values(), ids=ROWS)
def test_answer_changes_something_that_the_tray_knows(effect: Effect) -> None:
    known = thesaurus()
    asked = (*effect.limits, *effect.wishes)

    odd = [code for code in effect.wanted if code not in known or not known[code].is_topic]
    odd += [each.group for each in asked if each.group not in GROUPS]
    odd += [o for each in asked for o in each.options if GROUPS[each.group] and o not in GROUPS[each.group]]
    odd += [each for each in effect.categories if each not in CATEGORIES]
    odd += [each for each in effect.helps if each not in HELPS]
    odd += [effect.distance] if effect.distance and effect.distance not in MOMENTARY["distance"] else []
    assert odd == []
    assert effect != Effect()


def test_every_question_and_answer_has_its_words_and_pictures() -> None:
    assert {question: list(row) for question, row in questions.ANSWERS.items()} == {
        question: list(row) for question, row in EFFECTS.items()
    }
    assert list(questions.QUESTIONS) == list(questions.FOR_OTHER) == list(EFFECTS)
    assert set(questions.ANSWERS_FOR_OTHER) == set(EFFECTS["begin"])
    assert set(questions.SYMBOLS) == set(EFFECTS["good"])
    assert set(questions.SYMBOLS.values()) <= set(PATHS)
    assert set(TITLES) == set(HELPS)


def test_there_are_at_most_five_questions() -> None:
    assert (len(EFFECTS), END) == (5, 6)


def test_concepts_of_helpers_and_of_pairs_are_known() -> None:
    concepts = {*DESKS, *COMPANIONS, *(code for wide, narrow in TOGETHER.values() for code in (wide, *narrow))}

    assert {code for code in concepts if code not in thesaurus()} == set()
    assert {code for both in TOGETHER for code in both} <= CODES


HELP_BY_ANSWERS = {
    "begin=self": ("self",),
    "begin=talk": ("desk",),
    "begin=guide": ("group",),
    "begin=along": ("along",),
    "begin=call": ("call",),
    "begin=self&begin=along": ("along", "self"),
    "hinder=shy": ("along",),
    "hinder=digital&begin=call": ("desk", "call"),
    "good=papers": ("desk",),
    "": ("desk", "self"),
}


@pytest.mark.parametrize(("written", "expected"), HELP_BY_ANSWERS.items())
def test_kind_of_help_follows_the_answers(written: str, expected: tuple[str, ...]) -> None:
    assert helps(read(QueryDict(written)).effects()) == expected


FREE = Criterion("price", ("free", "cheap"))
NOT_MORNING = Criterion("time", ("day", "afternoon", "evening"))
NEEDS = {
    "": Needs(),
    "good=eat": Needs(wanted=("shared_meal",), wishes=(Criterion("food", ("meal_free", "meal_cheap", "coffee")),)),
    "when=evening&when=weekend": Needs(times=("evening",), weekdays=("6", "7")),
    "when=weekend&when=weekdays": Needs(),
    "when=not_morning&when=morning": Needs(must_not_be_denied=(NOT_MORNING,)),
    "hinder=money": Needs(must_not_be_denied=(FREE,), wishes=(Criterion("price", ("free",)),)),
    "where=10min&where=30min&from=Kallio": Needs(near=Point(60.18427, 24.94972), within_m=2250),
    "from=Qwxz": Needs(),
    "language=so": Needs(language="so"),
    "topic=sleep": Needs(wanted=("sleeplessness", "relaxation")),
}


@pytest.mark.parametrize(("written", "expected"), NEEDS.items())
def test_answers_become_needs(written: str, expected: Needs) -> None:
    found = needs(read(QueryDict(written)))

    if expected.near:
        assert (found.near, found.within_m is not None) == (point("Kallio"), True)
    else:
        assert found == expected


def test_moving_while_seated_wants_seated_exercise() -> None:
    found = needs(read(QueryDict("good=move&good=music&hinder=seated")))

    assert found.wanted == ("seated_exercise", "chair_yoga", "water_exercise", "music", "singing_together")
    assert Criterion("seated", ("yes",)) in found.must_not_be_denied


RESULTS = {
    "good=move&good=people&hinder=money": Query(
        chosen={"category": ("sport", "community"), "price": ("free", "cheap")}
    ),
    "when=not_morning": Query(chosen={"time": ("day", "afternoon", "evening")}),
    "when=not_morning&when=evening&when=weekend": Query(chosen={"weekday": ("6", "7"), "time": ("evening",)}),
    "topic=loneliness": Query(text="yksinäisyys"),
    "topic=loneliness&good=move": Query(chosen={"category": ("community", "sport")}),
    "language=ar&hinder=shy": Query(chosen={"language": ("ar",)}),
}


@pytest.mark.parametrize(("written", "expected"), RESULTS.items())
def test_all_results_have_the_same_criteria(written: str, expected: Query) -> None:
    assert asked(read(QueryDict(written)), "fi").query == expected


def test_loosening_keeps_the_limits_of_money_and_body() -> None:
    strict = needs(read(QueryDict("good=move&when=not_morning&hinder=money&hinder=seated")))

    steps = loosened(strict)

    assert [question for question, _needs in steps] == ["when", "good"]
    assert [{each.group for each in left.must_not_be_denied} for _question, left in steps] == [{"price", "seated"}] * 2
    assert steps[1][1].wanted == ()


def test_answers_are_read_and_written_alike_and_unknown_ones_are_left_out() -> None:
    written = "for=other&topic=sleep&good=move&good=eat&when=day&from=Kallio&language=ar"

    found = read(QueryDict(written + "&good=zzz&topic=010190-123A&name=Aino&language=xx&hinder=%00"))

    assert found.other
    assert found.address(1).replace("&step=1", "") == written.replace("&language=ar", "")
    assert read(QueryDict(written)).address(3) == f"{written}&step=3"


def test_place_is_no_longer_than_the_field() -> None:
    assert read(QueryDict("from=" + "a" * 10_000)) == Answers(start="a" * 60)


def test_document_of_deep_links_tells_every_topic() -> None:
    told = re.findall(r"^\| `([a-z]+)` \| (.+) \| (.+) \| (.+) \|$", DOCUMENT.read_text(encoding="utf-8"), re.M)

    assert told == [(code, *(name(code, tag) for tag in ("fi", "sv", "en"))) for code in TOPICS]
