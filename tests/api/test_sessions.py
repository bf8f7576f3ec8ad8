"""What `/api/v1/sessions` answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def test_session_with_every_fact_tells_them_all(client: Client) -> None:
    pool = make.place(name="Uimahalli")
    activity = make.activity(place=make.place())
    session = make.session(
        activity=activity,
        place=pool,
        state="moved",
        opens_at=make.NOW - timedelta(days=1),
        closes_at=make.NOW + timedelta(hours=12),
        capacity=12,
        places_left=3,
        places_left_at=make.NOW,
        queue_left=5,
        is_trial=True,
        is_drop_in=True,
        computed=True,
        note="Tällä kertaa uimahallissa.",
    )

    response = client.get(f"/api/v1/sessions/{session.id}")

    assert response.status_code == 200
    assert response.json() == {
        "id": str(session.id),
        "status": "published",
        "modified_at": expect.NOW,
        "activity": {"id": str(activity.id), "name": expect.fi("Tuolijumppa")},
        "place": {"id": str(pool.id), "name": expect.fi("Uimahalli")},
        "state": "moved",
        "starts_at": "2026-11-25T10:00:00Z",
        "ends_at": "2026-11-25T11:00:00Z",
        "time_known": True,
        "opens_at": "2026-11-23T10:00:00Z",
        "closes_at": "2026-11-24T22:00:00Z",
        "capacity": 12,
        "places_left": 3,
        "places_left_at": expect.NOW,
        "queue_left": 5,
        "is_trial": True,
        "is_drop_in": True,
        "computed": True,
        "note": expect.fi("Tällä kertaa uimahallissa."),
        "urls": expect.urls("activity", "tuolijumppa"),
        "sources": [expect.linked_events()],
    }


def test_sessions_are_filtered_by_each_parameter(client: Client) -> None:
    place, later = make.place(), make.NOW + timedelta(days=30)
    wanted = make.session(activity=make.activity(place=place), starts_at=later, state="cancelled")
    soon = make.session(activity=make.activity(place=place), place=make.place())
    asked = [
        f"activity={wanted.activity_id}",
        f"place={place.id}",
        "state=cancelled",
        "starts_after=2026-12-24T10:00:00Z",
        "starts_after=2026-12-24T12:00:00%2B02:00&starts_before=2026-12-24T10:00:01Z",
    ]

    found = {query: _ids(client.get(f"/api/v1/sessions?{query}").json()) for query in asked}

    assert found == {query: [str(wanted.id)] for query in asked}
    assert _ids(client.get("/api/v1/sessions?starts_before=2026-12-24T10:00:00Z").json()) == [str(soon.id)]


def test_sessions_of_activities_not_shown_and_withdrawn_ones_are_left_out(client: Client) -> None:
    shown = make.session()
    make.session(activity=shown.activity, starts_at=make.NOW + timedelta(days=2), state="withdrawn")
    make.session(activity=make.activity(status="withdrawn"))
    make.session(activity=make.activity(status="draft"))
    make.session(activity=make.activity(visible_from=make.NOW + timedelta(days=1)))

    body = client.get("/api/v1/sessions").json()

    assert _ids(body) == [str(shown.id)]


def test_session_nobody_tells_any_more_is_gone(client: Client) -> None:
    session = make.session(state="withdrawn")

    response = client.get(f"/api/v1/sessions/{session.id}")

    assert response.status_code == 410
    assert response.json() == expect.problem(
        410,
        "Gone",
        "It was here and is not any more.",
        gone=expect.withdrawn(session.id, at=expect.NOW, reason="gone_from_source"),
    )


def test_session_of_a_withdrawn_activity_is_gone_with_it(client: Client) -> None:
    activity = make.activity(status="withdrawn", withdrawn_at=make.NOW, withdrawn_reason="organiser")
    session = make.session(activity=activity)

    response = client.get(f"/api/v1/sessions/{session.id}")

    assert response.status_code == 410
    assert response.json()["gone"] == expect.withdrawn(session.id, at=expect.NOW, reason="organiser")


@pytest.mark.parametrize("facts", [{"status": "draft"}, {"status": "paused"}])
def test_session_of_an_activity_not_shown_now_is_not_found(client: Client, facts: dict[str, Any]) -> None:
    session = make.session(activity=make.activity(**facts))

    response = client.get(f"/api/v1/sessions/{session.id}")

    assert response.status_code == 404


def _ids(body: dict[str, Any]) -> list[str]:
    return [item["id"] for item in body["items"]]
