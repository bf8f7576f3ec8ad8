"""What holds for every answer: kept for a minute, not sent twice, open to any page, without cookies."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from tarjotin.catalogue.models import Activity, Tag
from tests import make

pytestmark = pytest.mark.django_db
ADDRESSES = ["activities", "services", "places", "organisations", "sessions", "categories", "openapi.json", ""]


@pytest.mark.parametrize("address", ADDRESSES)
def test_answer_known_already_is_not_sent_again(client: Client, address: str) -> None:
    make.session()
    first = client.get(f"/api/v1/{address}")

    again = client.get(f"/api/v1/{address}", headers={"If-None-Match": first.headers["ETag"]})

    assert first.status_code == 200
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == first.headers["Cache-Control"] == "public, max-age=60"


def test_item_known_already_is_not_sent_again_until_it_changes(client: Client) -> None:
    activity = make.activity()
    address = f"/api/v1/activities/{activity.id}"
    etag = client.get(address).headers["ETag"]

    same = client.get(address, headers={"If-None-Match": f'"other", {etag}'})
    Activity.objects.filter(pk=activity.pk).update(version=2)
    changed = client.get(address, headers={"If-None-Match": etag})

    assert (same.status_code, changed.status_code) == (304, 200)
    assert changed.headers["ETag"] != etag


def test_item_with_another_tag_has_another_etag(client: Client) -> None:
    activity = make.activity()
    make.tag(activity)
    address = f"/api/v1/activities/{activity.id}"
    etag = client.get(address).headers["ETag"]
    Tag.objects.update(reason="another")

    changed = client.get(address, headers={"If-None-Match": etag})

    assert changed.status_code == 200


def test_page_stays_the_same_while_time_goes_by(client: Client) -> None:
    for _ in range(2):
        make.activity()
    first = client.get("/api/v1/activities?limit=1")

    with time_machine.travel(make.NOW + timedelta(minutes=30), tick=False):
        later = client.get("/api/v1/activities?limit=1", headers={"If-None-Match": first.headers["ETag"]})

    assert later.status_code == 304


def test_last_page_is_another_once_there_is_a_next(client: Client) -> None:
    activities = sorted((make.activity() for _ in range(2)), key=lambda activity: str(activity.id))
    Activity.objects.filter(pk=activities[1].pk).update(status="draft")
    first = client.get("/api/v1/activities?limit=1")
    Activity.objects.filter(pk=activities[1].pk).update(status="published")

    later = client.get("/api/v1/activities?limit=1", headers={"If-None-Match": first.headers["ETag"]})

    assert later.status_code == 200


@pytest.mark.parametrize("address", [*ADDRESSES, "nothing", "activities?limit=0"])
def test_any_page_may_read_and_no_reader_is_known(client: Client, address: str) -> None:
    response = client.get(f"/api/v1/{address}", headers={"Origin": "https://example.org", "Accept-Language": "sv"})

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert "Content-Language" not in response.headers
    assert response.headers.get("Vary") in {None, "Accept-Encoding"}
    assert not response.cookies


def test_browser_that_asks_first_may_read(client: Client) -> None:
    response = client.options(
        "/api/v1/activities",
        headers={"Origin": "https://example.org", "Access-Control-Request-Method": "GET"},
    )

    assert (response.status_code, response.content) == (204, b"")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert response.headers["Access-Control-Allow-Headers"] == "Accept, If-None-Match"


def test_page_outside_the_api_is_not_open_to_other_sites(client: Client) -> None:
    response = client.get("/yllapito/login/", headers={"Origin": "https://example.org"})

    assert response.status_code == 200
    assert "Access-Control-Allow-Origin" not in response.headers


def test_head_has_the_headers_alone(client: Client) -> None:
    make.activity()
    full = client.get("/api/v1/activities")

    head = client.head("/api/v1/activities")

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == full.headers["ETag"]
    assert head.headers["Content-Length"] == str(len(full.content))
