"""How the API says no."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from tarjotin.api.routers import categories
from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db
NOWHERE = expect.problem(404, "Not Found", "There is nothing at this address.")


@pytest.mark.parametrize("kind", ["activities", "services", "places", "organisations", "sessions"])
def test_id_nobody_has_is_not_found(client: Client, kind: str) -> None:
    response = client.get(f"/api/v1/{kind}/{uuid4()}")

    assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json")
    assert response.json() == NOWHERE


@pytest.mark.parametrize(
    "address", ["/api/v1/nothing", "/api/", "/api/v2/activities", "/api/v1/activities/a/b", "/api/v1/activities/"]
)
def test_address_that_is_none_is_not_found(client: Client, address: str) -> None:
    response = client.get(address)

    assert (response.status_code, response.headers["Content-Type"]) == (404, "application/problem+json")
    assert response.json() == NOWHERE


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "draft"},
        {"status": "in_review"},
        {"status": "paused"},
        {"visible_from": make.NOW + timedelta(hours=1)},
    ],
)
def test_entry_not_shown_now_is_not_found(client: Client, facts: dict[str, Any]) -> None:
    activity = make.activity(**facts)

    response = client.get(f"/api/v1/activities/{activity.id}")

    assert response.json() == NOWHERE


def test_withdrawn_entry_is_gone_with_the_reason(client: Client) -> None:
    activity = make.activity(status="withdrawn", withdrawn_at=make.NOW, withdrawn_reason="expired")

    response = client.get(f"/api/v1/activities/{activity.id}")

    assert (response.status_code, response.headers["Content-Type"]) == (410, "application/problem+json")
    assert response.json() == expect.problem(
        410,
        "Gone",
        "It was here and is not any more.",
        gone=expect.withdrawn(activity.id, at=expect.NOW, reason="expired"),
    )


def test_entry_past_its_time_of_showing_is_gone(client: Client) -> None:
    activity = make.activity(visible_until=make.NOW)

    response = client.get(f"/api/v1/activities/{activity.id}")

    assert response.status_code == 410
    assert response.json()["gone"]["status"] == "hidden"


@pytest.mark.parametrize("kind", ["activity", "service", "place", "organisation"])
def test_merged_entry_leads_to_the_one_that_stands(client: Client, kind: str) -> None:
    build = getattr(make, kind)
    kept = build()
    merged = build(status="withdrawn", withdrawn_at=make.NOW, withdrawn_reason="merged", replaced_by=kept)
    plural = {"activity": "activities"}.get(kind, f"{kind}s")

    response = client.get(f"/api/v1/{plural}/{merged.id}")

    assert (response.status_code, response.headers["Location"]) == (301, f"/api/v1/{plural}/{kept.id}")
    assert client.get(response.headers["Location"]).json()["id"] == str(kept.id)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=1e400", "limit"),
        ("limit=" + "9" * 5_000, "limit"),
        ("limit=", "limit"),
        ("modified_after=yesterday", "modified_after"),
        ("modified_after=2026-11-24", "modified_after"),
        ("modified_after=2026-11-24T10:00:00", "modified_after"),
        ("modified_after=2026-11-24T10:00:00+02:00", "modified_after"),  # the + is a space
        ("modified_after=2026-02-30T10:00:00Z", "modified_after"),
        ("modified_after=99999-01-01T00:00:00Z", "modified_after"),
        ("modified_after=1e20", "modified_after"),
        ("modified_after=1700000000", "modified_after"),
        ("category=%00", "category"),
        ("category=%ED%A0%80", "category"),
        ("category=Sport%27--", "category"),
        ("category=" + "a" * 41, "category"),
        ("&".join(["category=sport"] * 21), "category"),
        ("municipality=91", "municipality"),
        ("municipality=%D9%A0%D9%A9%D9%A1", "municipality"),  # digits of another script
        ("organisation=1", "organisation"),
        ("organisation=%00", "organisation"),
        ("place=zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz", "place"),
        ("rhythm=daily", "rhythm"),
        ("cursor=" + "A" * 201, "cursor"),
        ("categry=sport", "categry"),
        ("%00=1", "\x00"),
    ],
)
def test_parameter_with_a_value_it_may_not_have_is_refused_by_name(client: Client, query: str, field: str) -> None:
    response = client.get(f"/api/v1/activities?{query}")

    body = response.json()
    assert (response.status_code, response.headers["Content-Type"]) == (422, "application/problem+json")
    assert [error["field"] for error in body["errors"]] == [field]
    assert body == expect.problem(
        422,
        "Unprocessable Entity",
        "A parameter has a value it may not have.",
        errors=[(error["field"], error["message"]) for error in body["errors"]],
    )


def test_refusal_of_a_date_says_how_to_write_it(client: Client) -> None:
    body = client.get("/api/v1/sessions?starts_after=2026-11-24&starts_before=soon").json()

    message = "must be a date-time with its offset, as 2026-11-24T10:00:00Z (write + as %2B)"
    assert body["errors"] == [
        {"field": "starts_after", "message": message},
        {"field": "starts_before", "message": message},
    ]


@pytest.mark.parametrize(
    "moment",
    [
        "0001-01-01T00:00:00%2B23:59",
        "9999-12-31T23:59:59-23:59",
        "2026-12-31T23:59:60Z",
        "2026-11-24t10:00:00.123456789z",
        "1899-12-31T00:00:00Z",
    ],
)
def test_moment_at_the_ends_of_the_calendar_is_taken(client: Client, moment: str) -> None:
    make.session()

    answers = [client.get(f"/api/v1/sessions?{name}={moment}") for name in ("modified_after", "starts_after")]

    assert [response.status_code for response in answers] == [200, 200]


@pytest.mark.parametrize("bad", ["1", "%00", "%ED%A0%80", "null", "9" * 400, "..", "%2e%2e", "' OR 1=1--"])
def test_id_that_is_none_is_refused(client: Client, bad: str) -> None:
    response = client.get(f"/api/v1/activities/{bad}")

    assert response.status_code in {404, 422}
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_writing_is_refused(client: Client, method: str) -> None:
    response = getattr(client, method)("/api/v1/activities")

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert response.json() == expect.problem(405, "Method Not Allowed", "The API is for reading: GET.")


def test_host_that_is_not_ours_is_refused_in_the_same_shape(client: Client) -> None:
    response = client.get("/api/v1/activities", headers={"host": "evil.example"})

    assert (response.status_code, response.headers["Content-Type"]) == (400, "application/problem+json")
    assert response.json()["status"] == 400


def test_failure_of_our_own_is_told_in_the_same_shape(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(categories, "_counts", fails)
    client.raise_request_exception = False

    response = client.get("/api/v1/categories")

    assert (response.status_code, response.headers["Content-Type"]) == (500, "application/problem+json")
    assert "disk" not in response.content.decode()
