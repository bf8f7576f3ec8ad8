"""Walking through a list that changes meanwhile."""

from __future__ import annotations

import base64
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from tarjotin.catalogue.models import Activity, Status
from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def test_whole_list_walked_to_its_end_has_every_item_once(client: Client) -> None:
    made = [make.activity() for _ in range(5)]

    pages = _walk(client, "/api/v1/activities?limit=2")

    assert [len(page["items"]) for page in pages] == [2, 2, 1]
    assert [item["id"] for page in pages for item in page["items"]] == sorted(str(each.id) for each in made)


def test_list_that_ends_with_its_page_has_no_next(client: Client) -> None:
    for _ in range(2):
        make.activity()

    body = client.get("/api/v1/activities?limit=2").json()

    assert (len(body["items"]), body["next"]) == (2, None)


def test_next_keeps_the_other_parameters(client: Client) -> None:
    for _ in range(3):
        make.tag(make.activity(rhythm="weekly"))
    make.activity()

    pages = _walk(client, "/api/v1/activities?limit=2&category=sport&rhythm=weekly&rhythm=course")

    assert [len(page["items"]) for page in pages] == [2, 1]


def test_whole_list_with_rows_changed_and_withdrawn_meanwhile_neither_loses_nor_repeats(client: Client) -> None:
    made = sorted((make.activity() for _ in range(6)), key=lambda activity: str(activity.id))
    first = client.get("/api/v1/activities?limit=2").json()
    read, unread_changed, withdrawn = made[0], made[3], made[4]
    for activity in (read, unread_changed):
        _change(activity, make.NOW + timedelta(minutes=1))
    _withdraw(withdrawn, make.NOW + timedelta(minutes=1))

    rest = _walk(client, first["next"])

    seen = [item["id"] for page in (first, *rest) for item in page["items"]]
    assert seen == [str(activity.id) for activity in made if activity is not withdrawn]


def test_following_a_list_gives_what_changes_meanwhile_at_its_end_and_loses_nothing(client: Client) -> None:
    made = [make.activity(modified_at=make.NOW - timedelta(minutes=10 - number)) for number in range(6)]
    first = client.get("/api/v1/activities?limit=2&modified_after=2026-11-24T09:00:00Z").json()
    _change(made[0], make.NOW + timedelta(minutes=1))  # read already
    _change(made[3], make.NOW + timedelta(minutes=2))  # not read yet
    _withdraw(made[4], make.NOW + timedelta(minutes=3))

    rest = _walk(client, first["next"])

    seen = [(item["id"], item["status"]) for page in (first, *rest) for item in page["items"]]
    order = [(0, "published"), (1, "published"), (2, "published"), (5, "published"), (0, "published"), (3, "published")]
    assert seen == [*((str(made[n].id), status) for n, status in order), (str(made[4].id), "withdrawn")]
    versions = [item["version"] for page in (first, *rest) for item in page["items"] if item["id"] == str(made[0].id)]
    assert versions == [1, 2]


def test_following_through_rows_of_one_moment_gives_each_once(client: Client) -> None:
    made = [make.activity() for _ in range(5)]

    pages = _walk(client, "/api/v1/activities?limit=2&modified_after=2026-11-24T10:00:00Z")

    assert [item["id"] for page in pages for item in page["items"]] == sorted(str(each.id) for each in made)


def test_all_pages_of_a_walk_say_the_same_moment_to_follow_from(client: Client) -> None:
    for _ in range(3):
        make.activity()
    first = client.get("/api/v1/activities?limit=2").json()

    with time_machine.travel(make.NOW + timedelta(hours=3), tick=False):
        second = client.get(first["next"]).json()

    assert [first["follow_after"], second["follow_after"]] == [expect.FOLLOW_AFTER, expect.FOLLOW_AFTER]


def test_sessions_are_walked_too(client: Client) -> None:
    activity = make.activity()
    made = [make.session(activity=activity, starts_at=make.NOW + timedelta(days=day)) for day in range(1, 6)]

    pages = _walk(client, "/api/v1/sessions?limit=2")

    assert [item["id"] for page in pages for item in page["items"]] == sorted(str(each.id) for each in made)


@pytest.mark.parametrize(
    "cursor",
    ["x", "====", "åäö", "%00", "AAAA", "A" * 43, "_" * 43, "-" * 200, base64.urlsafe_b64encode(b"9" * 99).decode()],
)
def test_cursor_that_is_not_ours_is_refused(client: Client, cursor: str) -> None:
    response = client.get("/api/v1/activities", {"cursor": cursor, "modified_after": "2026-11-24T10:00:00Z"})

    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == ["cursor"]


def test_cursor_of_a_whole_list_is_refused_when_following(client: Client) -> None:
    for _ in range(2):
        make.activity()
    whole = client.get("/api/v1/activities?limit=1").json()["next"]

    response = client.get(f"{whole}&modified_after=2026-11-24T10:00:00Z")

    assert response.status_code == 400


def _walk(client: Client, address: str | None) -> list[dict[str, Any]]:
    pages = []
    while address:
        page = client.get(address).json()
        pages.append(page)
        address = page["next"]
    return pages


def _change(activity: Activity, at: datetime) -> None:
    Activity.objects.filter(pk=activity.pk).update(version=activity.version + 1, modified_at=at)


def _withdraw(activity: Activity, at: datetime) -> None:
    Activity.objects.filter(pk=activity.pk).update(
        status=Status.WITHDRAWN, withdrawn_at=at, withdrawn_reason="organiser", modified_at=at
    )
