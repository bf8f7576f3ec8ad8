from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tarjotin.config.environment import DataKeys
from tarjotin.guidance import watching
from tarjotin.guidance.models import Watch
from tarjotin.guidance.watch_news import Found, news
from tarjotin.guidance.watching import NotAnAddress, Notices, TooMany
from tests import make

pytestmark = pytest.mark.django_db
NOW = make.NOW
DAY = timedelta(days=1)


def ask(email: str = "maija@example.org", criteria: str = "category=sport", **more: Any) -> Watch:
    told = {"language": "fi", "notices": Notices(), "now": NOW} | more
    return watching.ask_watch(email=email, criteria=criteria, **told)


def confirmed(**more: Any) -> Watch:
    watch = ask(**more)
    watching.confirm_watch(watch, now=NOW)
    watch.refresh_from_db()
    return watch


def test_address_of_a_watch_lies_sealed_in_the_database() -> None:
    watch = ask()

    stored = Watch.objects.values().get()
    assert "maija" not in repr({**stored, "email": bytes(stored["email"])})
    assert watching.address_of(watch) == "maija@example.org"


def test_asking_twice_for_the_same_gives_one_watch() -> None:
    first, second, other = ask(), ask(email="Maija@Example.org "), ask(criteria="price=free")

    assert first == second
    assert Watch.objects.count() == 2
    assert other.criteria == "price=free"


@pytest.mark.parametrize(
    "email", ["", "maija", "a@b", "a@example.org\nBcc: all@example.org", "a b@example.org", "x" * 250 + "@example.org"]
)
def test_what_is_no_address_is_refused(email: str) -> None:
    with pytest.raises(NotAnAddress):
        ask(email=email)


def test_one_address_has_twenty_watches_at_most() -> None:
    for number in range(watching.MOST_OF_ADDRESS):
        ask(criteria=f"age={number}")

    with pytest.raises(TooMany):
        ask(criteria="age=99")


def test_token_leads_to_its_own_watch_only() -> None:
    watch, other = ask(), ask(criteria="")
    token = watching.token_of(watch)

    assert watching.find_watch(token, now=NOW) == watch
    assert watching.find_watch(other.pk.hex + token[32:], now=NOW) is None
    assert [watching.find_watch(odd, now=NOW) for odd in ("", "x", token[:-1], token + "0", token[:32], "ä" * 64)] == [
        None
    ] * 6


def test_watch_that_nobody_confirms_is_over_after_two_days_and_forgotten() -> None:
    watch = ask()
    later = NOW + watching.CONFIRMED_WITHIN

    assert watching.find_watch(watching.token_of(watch), now=later - timedelta(minutes=1)) == watch
    assert watching.find_watch(watching.token_of(watch), now=later) is None
    assert (watching.forget_watches(now=later), Watch.objects.count()) == (1, 0)


def test_asking_again_after_the_first_was_left_unconfirmed_gives_a_new_one() -> None:
    old = ask()

    new = ask(now=NOW + watching.CONFIRMED_WITHIN)

    assert [each.pk for each in Watch.objects.all()] == [new.pk]
    assert new.pk != old.pk
    assert watching.find_watch(watching.token_of(new), now=NOW + watching.CONFIRMED_WITHIN) == new


def test_confirmed_watch_lasts_half_a_year_and_may_be_prolonged() -> None:
    watch = confirmed()

    watching.prolong_watch(watch, now=NOW + 100 * DAY)

    end = NOW + 100 * DAY + watching.LIVES_FOR
    assert watching.find_watch(watching.token_of(watch), now=end - DAY) == watch
    assert watching.forget_watches(now=end - DAY) == 0
    assert watching.forget_watches(now=end) == 1


def test_only_confirmed_watches_are_due_once_a_day() -> None:
    ask(criteria="price=free")
    watch = confirmed()

    found = [watching.due_watches(now=NOW + timedelta(hours=hours)) for hours in (1, 20)]
    watching.note_checked(watch, now=NOW + timedelta(hours=20))

    assert found == [[], [watch]]
    assert watching.due_watches(now=NOW + timedelta(hours=21)) == []


def test_ending_watches_are_told_once() -> None:
    watch = confirmed()
    close = watch.ends_at - timedelta(days=13)

    before, first = watching.ending_watches(now=close - 2 * DAY), watching.ending_watches(now=close)
    watching.note_warned(watch, now=close)

    assert (before, first, watching.ending_watches(now=close)) == ([], [watch], [])


def test_new_key_seals_watches_anew(settings: Any) -> None:
    settings.DATA_KEYS = DataKeys({1: b"o" * 32}, b"l" * 32)
    watch = ask()

    settings.DATA_KEYS = DataKeys({1: b"o" * 32, 2: b"n" * 32}, b"l" * 32)
    resealed = [watching.reseal_watches(), watching.reseal_watches()]

    settings.DATA_KEYS = DataKeys({2: b"n" * 32}, b"l" * 32)
    watch.refresh_from_db()
    assert (resealed, watching.address_of(watch)) == ([1, 0], "maija@example.org")


def test_news_tells_each_entry_once_with_its_best_reason() -> None:
    watch = confirmed()
    later = NOW + DAY
    old, fresh, opening, coming = (make.activity(name=name) for name in ("Vanha", "Uusi", "Avautuva", "Tuleva"))
    for activity, created in ((old, NOW - DAY), (fresh, later), (opening, NOW - DAY), (coming, NOW - DAY)):
        type(activity).objects.filter(pk=activity.pk).update(created_at=created)
    make.session(activity=fresh, starts_at=later + 6.5 * DAY)
    opened = make.session(activity=opening, starts_at=NOW + 30 * DAY, opens_at=NOW + timedelta(hours=1))
    near = make.session(activity=coming, starts_at=later + 6.5 * DAY)
    make.session(activity=old, starts_at=later + 6.5 * DAY, state="cancelled")
    found = [Found("activity", activity.pk) for activity in (old, coming, opening, fresh)]

    told = news(watch, found, now=later)

    assert [(each.reason, each.found.id, each.session) for each in told] == [
        ("new", fresh.pk, None),
        ("sign_up", opening.pk, opened),
        ("coming", coming.pk, near),
    ]


def test_news_leaves_out_what_was_not_asked_for() -> None:
    watch = confirmed(notices=Notices(new=False, sign_up=False, coming=True))
    fresh = make.activity(name="Uusi")
    type(fresh).objects.filter(pk=fresh.pk).update(created_at=NOW + DAY)

    assert news(watch, [Found("activity", fresh.pk)], now=NOW + DAY) == []


def test_session_coming_is_told_once_over_the_days() -> None:
    watch = confirmed()
    activity = make.activity()
    type(activity).objects.filter(pk=activity.pk).update(created_at=NOW - DAY)
    make.session(activity=activity, starts_at=NOW + 8.5 * DAY)
    found, told = [Found("activity", activity.pk)], []

    for days in range(1, 10):
        now = NOW + days * DAY
        told.append(len(news(watch, found, now=now)))
        watching.note_checked(watch, now=now)
        watch.refresh_from_db()

    assert told == [0, 1, 0, 0, 0, 0, 0, 0, 0]


@pytest.mark.django_db(transaction=True)
def test_ended_watch_leaves_nothing_of_the_address_in_the_files() -> None:
    if connection.vendor != "sqlite" or "mode=memory" in str(connection.settings_dict["NAME"]):
        watch = ask()
        watching.end_watch(watch)
        assert Watch.objects.count() == 0
        return
    watch = ask()
    sealed = bytes(watch.email)

    watching.end_watch(watch)

    file = Path(str(connection.settings_dict["NAME"]))
    files = [part for part in (file, file.with_name(file.name + "-wal")) if part.exists()]
    assert [part for part in files if sealed in part.read_bytes()] == []
