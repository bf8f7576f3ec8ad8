"""Following the changes of a list with `modified_after`."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tarjotin.catalogue import actions
from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db
BEFORE, AN_HOUR = make.NOW - timedelta(days=2), timedelta(hours=1)
SINCE = "2026-11-24T00:00:00Z"


def test_following_tells_what_changed_and_tombstones_of_what_went_in_the_order_of_change(client: Client) -> None:
    make.activity(modified_at=BEFORE)
    survivor = make.activity(modified_at=make.NOW - 5 * AN_HOUR)
    gone, merged = make.activity(modified_at=BEFORE), make.activity(modified_at=BEFORE)
    now = make.NOW - 2 * AN_HOUR
    actions.withdraw("activity", [gone.id], reason="organiser", now=now, actor="test", cause="test")
    actions.merge_into(
        "activity", kept=survivor.id, dropped=merged.id, now=make.NOW - AN_HOUR, actor="test", cause="test"
    )

    body = client.get(f"/api/v1/activities?modified_after={SINCE}").json()

    assert body["items"][0]["id"] == str(survivor.id)
    assert body["items"][1:] == [
        expect.withdrawn(gone.id, at="2026-11-24T08:00:00Z", reason="organiser"),
        expect.withdrawn(merged.id, at="2026-11-24T09:00:00Z", reason="merged", replaced_by=survivor.id),
    ]
    assert body["next"] is None


def test_following_from_the_very_moment_of_a_change_includes_it(client: Client) -> None:
    activity = make.activity(modified_at=make.NOW)

    at = client.get("/api/v1/activities?modified_after=2026-11-24T10:00:00Z").json()
    after = client.get("/api/v1/activities?modified_after=2026-11-24T10:00:00.000001Z").json()

    assert (_ids(at), _ids(after)) == ([str(activity.id)], [])


def test_following_tells_what_is_paused_and_nothing_of_drafts(client: Client) -> None:
    paused = make.service(status="paused")
    make.service(status="draft")
    make.service(status="in_review")

    body = client.get(f"/api/v1/services?modified_after={SINCE}").json()

    assert body["items"] == [_tombstone(paused, "paused")]


def test_following_tells_what_appeared_and_what_ran_out_by_the_clock_alone(client: Client) -> None:
    ran_out = make.activity(modified_at=BEFORE, visible_until=make.NOW - 2 * AN_HOUR)
    appeared = make.activity(modified_at=BEFORE, visible_from=make.NOW - AN_HOUR)
    make.activity(modified_at=BEFORE, visible_from=make.NOW + AN_HOUR)
    make.activity(modified_at=BEFORE, visible_until=make.NOW + AN_HOUR)

    body = client.get(f"/api/v1/activities?modified_after={SINCE}").json()

    assert body["items"][0] == _tombstone(ran_out, "hidden")
    assert [(item["id"], item["status"]) for item in body["items"][1:]] == [(str(appeared.id), "published")]


def test_whole_list_has_no_tombstones(client: Client) -> None:
    shown = make.place()
    for facts in ({"status": "withdrawn"}, {"status": "archived"}, {"status": "paused"}, {"visible_until": BEFORE}):
        make.place(**facts)

    body = client.get("/api/v1/places").json()

    assert _ids(body) == [str(shown.id)]


def test_following_sessions_tells_what_changed_and_tombstones(client: Client) -> None:
    activity = make.activity()
    made: dict[str, Any] = {
        name: make.session(activity=activity, starts_at=make.NOW + timedelta(days=day), **facts)
        for day, (name, facts) in enumerate(
            (
                ("old", {"modified_at": BEFORE}),
                ("withdrawn", {"modified_at": make.NOW - 2 * AN_HOUR, "state": "withdrawn"}),
                ("cancelled", {"modified_at": make.NOW - AN_HOUR, "state": "cancelled"}),
            )
        )
    }
    hidden = make.session(activity=make.activity(status="paused"))

    body = client.get(f"/api/v1/sessions?modified_after={SINCE}").json()

    assert body["items"][0] == expect.withdrawn(
        made["withdrawn"].id, at="2026-11-24T08:00:00Z", reason="gone_from_source"
    )
    assert (body["items"][1]["id"], body["items"][1]["state"]) == (str(made["cancelled"].id), "cancelled")
    assert body["items"][2:] == [_tombstone(hidden, "paused")]


def _tombstone(entity: Any, status: str) -> dict[str, Any]:
    return {"id": str(entity.id), "status": status, "withdrawn_at": None, "reason": None, "replaced_by": None}


def _ids(body: dict[str, Any]) -> list[str]:
    return [item["id"] for item in body["items"]]
