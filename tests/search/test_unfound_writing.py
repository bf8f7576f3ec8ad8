"""Askers at the same moment, and a database that somebody else has to himself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import OperationalError, connection

from tarjotin.search import unfound_counting, unfound_writing
from tarjotin.search.models import UnfoundDay, UnfoundWord
from tarjotin.search.unfound_terms import Term
from tarjotin.search.unfound_writing import LONGEST_WAIT_MS, briefly

pytestmark = pytest.mark.django_db(transaction=True)

TODAY = date(2026, 11, 24)


def ask(number: int) -> None:
    try:
        with briefly():
            unfound_counting.count([Term("miekkailu", "fi")], address=f"192.0.2.{number}", today=TODAY)
    finally:
        connection.close()


def test_askers_at_the_same_moment_are_all_counted_in_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("in the tests SQLite has one connection; PostgreSQL has many")
    monkeypatch.setattr(unfound_writing, "LONGEST_WAIT_MS", 10_000)  # so long that even a slow machine comes to an end

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(40)))

    assert list(UnfoundWord.objects.values_list("word", flat=True)) == ["miekkailu"]
    assert list(UnfoundDay.objects.values_list("asked_on", "askers")) == [(TODAY, 40)]


def test_wait_for_a_lock_is_short_and_then_as_long_as_before() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the setting of SQLite")
    with connection.cursor() as cursor:
        before = cursor.execute("PRAGMA busy_timeout").fetchone()

        with briefly():
            inside = cursor.execute("PRAGMA busy_timeout").fetchone()
        after = cursor.execute("PRAGMA busy_timeout").fetchone()

    assert (inside, after) == ((LONGEST_WAIT_MS,), before)
    assert before != inside


def test_who_is_held_up_longer_gives_up() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("in the tests SQLite has one connection; PostgreSQL has many")

    with briefly(), ThreadPoolExecutor(1) as thread:
        problem = thread.submit(ask, 1).exception()

    assert (type(problem), UnfoundWord.objects.count()) == (OperationalError, 0)
