"""Counting on the real database: nothing is told before the fifth asker, and one asker counts once a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tarjotin.search import unfound_counting
from tarjotin.search.models import Sighting, UnfoundDay, UnfoundWord
from tarjotin.search.unfound_terms import Term

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 24)
WORD = Term("miekkailu", "fi")


def ask(address: str, *, today: date = TODAY, word: Term = WORD) -> None:
    unfound_counting.count([word], address=address, today=today)


def told() -> dict[str, dict[date, int]]:
    """Word → day → askers."""
    return {
        word.word: dict(word.days.order_by("asked_on").values_list("asked_on", "askers"))
        for word in UnfoundWord.objects.order_by("word")
    }


def kept() -> str:
    """Everything that is written of the sightings."""
    return repr(list(Sighting.objects.values()))


def test_four_askers_tell_nothing() -> None:
    for number in range(4):
        ask(f"192.0.2.{number}")

    assert (told(), Sighting.objects.count()) == ({}, 4)


def test_sighting_holds_neither_the_word_nor_the_address() -> None:
    ask("192.0.2.1")

    assert [found in kept() for found in ("word_key", "miekka", "192.0")] == [True, False, False]


def test_fifth_address_tells_the_word_with_all_five() -> None:
    for number in range(5):
        ask(f"192.0.2.{number}")

    assert told() == {"miekkailu": {TODAY: 5}}


def test_fifth_day_of_one_address_tells_the_word_by_days() -> None:
    days = [TODAY + timedelta(days=number) for number in range(5)]
    for day in days:
        ask("192.0.2.1", today=day)

    assert told() == {"miekkailu": dict.fromkeys(days, 1)}


def test_same_address_on_the_same_day_counts_once() -> None:
    for number in (1, 2, 3, 4, 4, 4):
        ask(f"192.0.2.{number}")
    before = told()
    for number in (5, 5, 1):
        ask(f"192.0.2.{number}")

    assert (before, told()) == ({}, {"miekkailu": {TODAY: 5}})


def test_word_that_is_told_goes_on_being_counted_by_day() -> None:
    tomorrow = TODAY + timedelta(days=1)
    for number in range(6):
        ask(f"192.0.2.{number}")
    for number in (1, 1, 2):
        ask(f"192.0.2.{number}", today=tomorrow)

    assert told() == {"miekkailu": {TODAY: 6, tomorrow: 2}}


def test_each_word_and_each_language_needs_its_own_five() -> None:
    for number in range(3):
        ask(f"192.0.2.{number}")
        ask(f"192.0.2.{number}", word=Term("miekkailu", "sv"))
        ask(f"192.0.2.{number}", word=Term("soutu", "fi"))

    assert told() == {}


def test_marks_of_two_words_of_one_asker_have_nothing_in_common() -> None:
    ask("192.0.2.1")
    ask("192.0.2.1", word=Term("soutu", "fi"))

    marks = set(Sighting.objects.values_list("mark", flat=True))
    assert (len(marks), Sighting.objects.values("word_key").distinct().count()) == (2, 2)


def test_sighting_of_sixty_days_ago_counts_no_more() -> None:
    ask("192.0.2.1", today=TODAY - timedelta(days=60))
    for number in range(4):
        ask(f"192.0.2.{number}")
    before = told()
    ask("192.0.2.9")

    assert (before, told()) == ({}, {"miekkailu": {TODAY: 5}})


def test_day_with_too_many_sightings_takes_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unfound_counting, "MOST_A_DAY", 2)
    for number in range(4):
        ask(f"192.0.2.{number}")

    assert Sighting.objects.count() == 2


def test_forgetting_drops_old_sightings_and_the_marks_of_days_that_are_over() -> None:
    for days in (60, 59, 1, 0):
        ask("192.0.2.1", today=TODAY - timedelta(days=days))

    unfound_counting.forget(today=TODAY)

    rows = Sighting.objects.order_by("seen_on").values_list("seen_on", "mark")
    assert [((TODAY - day).days, mark is None) for day, mark in rows] == [(59, True), (1, True), (0, False)]


def test_word_is_told_by_sightings_whose_marks_are_gone() -> None:
    for days in (4, 3, 2, 1):
        ask("192.0.2.1", today=TODAY - timedelta(days=days))
    unfound_counting.forget(today=TODAY)

    ask("192.0.2.1")

    assert told() == {"miekkailu": {TODAY - timedelta(days=days): 1 for days in (4, 3, 2, 1, 0)}}


def test_forgetting_drops_sightings_of_words_that_are_told_but_not_todays() -> None:
    yesterday = TODAY - timedelta(days=1)
    for number in range(5):
        ask(f"192.0.2.{number}", today=yesterday)
    ask("192.0.2.1")

    unfound_counting.forget(today=TODAY)
    ask("192.0.2.1")

    assert list(Sighting.objects.values_list("seen_on", flat=True)) == [TODAY]
    assert told() == {"miekkailu": {yesterday: 5, TODAY: 1}}


def test_silenced_word_is_gone_and_is_not_counted_again() -> None:
    for number in range(5):
        ask(f"192.0.2.{number}")

    unfound_counting.silence(UnfoundWord.objects.get())
    for number in range(6):
        ask(f"192.0.2.{number}")

    assert (told(), kept()) == ({}, "[]")


def test_forgetting_drops_counts_of_a_year_ago_and_words_without_any() -> None:
    old, kept_word = (UnfoundWord.objects.create(word=word, language="fi") for word in ("soutu", "hiihto"))
    UnfoundDay.objects.create(word=old, asked_on=TODAY - timedelta(days=366), askers=5)
    UnfoundDay.objects.create(word=kept_word, asked_on=TODAY - timedelta(days=366), askers=5)
    UnfoundDay.objects.create(word=kept_word, asked_on=TODAY - timedelta(days=365), askers=5)

    unfound_counting.forget(today=TODAY)

    assert told() == {"hiihto": {TODAY - timedelta(days=365): 5}}
