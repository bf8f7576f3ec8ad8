"""Suggestions for staff: the thesaurus and the catalogue, kept in memory until something is published."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tarjotin.catalogue.models.history import Change
from tarjotin.search import suggesting
from tarjotin.search.labels import Label
from tarjotin.search.suggesting import forget, suggestions
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_held() -> Iterator[None]:
    forget()
    yield
    forget()


def test_words_of_the_thesaurus_are_suggested_in_the_languages_of_the_pages() -> None:
    found = [suggestions(typed) for typed in ("tuolijump", "stolsgym", "chair ex", "гимнаст")]

    assert found == [
        [Label("tuolijumppa", ("concept",))],
        [Label("stolsgymnastik", ("concept",))],
        [Label("chair exercise", ("concept",))],
        [],
    ]


def test_published_names_of_every_kind_are_suggested_in_each_of_their_languages() -> None:
    make.organisation(name={"fi": "Qwertyn Voima ry", "sv": "Qwertys Kraft rf"})
    make.place(name="Qwertyn talo")
    make.service(name="Qwertyneuvonta")
    make.activity(name="Qwertyn kerho")
    make.activity(name="Qwertyn luonnos", status="draft")

    assert suggestions("qwerty") == [
        Label("Qwertyn kerho", ("activity",)),
        Label("Qwertyn talo", ("place",)),
        Label("Qwertyn Voima ry", ("organisation",)),
        Label("Qwertyneuvonta", ("service",)),
        Label("Qwertys Kraft rf", ("organisation",)),
    ]


def test_one_name_of_several_things_is_suggested_once_with_all_kinds() -> None:
    make.activity(name="Tuolijumppa")
    make.service(name="Tuolijumppa")

    (found,) = suggestions("tuolijump")

    assert (found.text, sorted(found.kinds)) == ("tuolijumppa", ["activity", "concept", "service"])


@pytest.mark.parametrize("typed", ["", "u", " u ", "\x00", "\ud800"])
def test_too_little_is_no_question(typed: str) -> None:
    assert suggestions(typed) == []


def test_nobody_waits_for_a_list_that_another_is_reading() -> None:
    with suggesting._lock:
        while_first_is_read = suggestions("tuolijump")
    suggestions("tuolijump")
    make.activity(name="Tuolijumpparyhmä")

    with suggesting._lock:
        held = suggestions("tuolijump")

    assert (while_first_is_read, [label.text for label in held]) == ([], ["tuolijumppa"])


def test_list_is_read_once_and_anew_when_something_was_published(monkeypatch: pytest.MonkeyPatch) -> None:
    make.activity(name="Qwerty yksi")
    with CaptureQueriesContext(connection) as first:
        suggestions("qwerty")
    with CaptureQueriesContext(connection) as again:
        suggestions("qwerty")
    monkeypatch.setattr(suggesting, "CHECK_EVERY_S", 0.0)
    with CaptureQueriesContext(connection) as unchanged:
        suggestions("qwerty")
    published = make.activity(name="Qwerty kaksi")
    Change.objects.create(entity="activity", entity_id=published.pk, changed_at=make.NOW)

    found = suggestions("qwerty")

    assert [len(captured) for captured in (first, again, unchanged)] == [5, 0, 1]
    assert [label.text for label in found] == ["Qwerty kaksi", "Qwerty yksi"]
