from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection

from tarjotin.people import attempts
from tarjotin.people.models import Attempt
from tests.make import NOW

pytestmark = pytest.mark.django_db
CODES = attempts.Limit("codes", tries=10, span=timedelta(hours=1))


def taken(number: int, **more: Any) -> int:
    return sum(attempts.take(CODES, **{"asker": "192.0.2.1", "now": NOW} | more) for _ in range(number))


def test_of_many_tries_only_the_first_ten_are_allowed() -> None:
    assert taken(200) == 10


def test_other_askers_and_later_hours_have_tries_of_their_own() -> None:
    taken(20)

    assert taken(20, asker="192.0.2.2") == 10
    assert taken(20, now=NOW + timedelta(hours=1)) == 10


def test_try_that_was_right_is_given_back() -> None:
    for _ in range(50):
        assert attempts.take(CODES, asker="192.0.2.1", now=NOW)
        attempts.give_back(CODES, asker="192.0.2.1", now=NOW)

    assert taken(20) == 10


def test_nothing_is_allowed_when_counting_fails() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_attempt RENAME TO people_attempt_away")

    assert taken(3) == 0


def test_counts_hold_no_address_and_go_with_their_hour() -> None:
    taken(1)

    row = Attempt.objects.get()
    assert ("192" in row.key, len(row.key)) == (False, 64)
    assert (attempts.forget(now=NOW + timedelta(minutes=30)), attempts.forget(now=NOW + timedelta(hours=1))) == (0, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="writers of SQLite wait for each other anyway")
def test_tries_sent_at_once_count_one_by_one() -> None:
    def one(_number: int) -> bool:
        try:
            return attempts.take(CODES, asker="192.0.2.1", now=NOW)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=20) as pool:
        allowed = sum(pool.map(one, range(60)))

    assert allowed == 10
