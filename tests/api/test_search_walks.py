"""Walking through a search that changes meanwhile."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from tarjotin.api.walks import DEEPEST, Walk
from tarjotin.catalogue.actions import note_change, withdraw
from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def taken_in(search_index: Any, *changed: Any) -> None:
    """The index knows these rows as they are now."""
    for entity in changed:
        entity.save()
        note_change(entity.kind_name, [entity.id], make.NOW)
    search_index.refresh()
    search_index.forget()


def gone(search_index: Any, entity: Any) -> None:
    withdraw(entity.kind_name, [entity.id], reason="organiser", now=make.NOW, actor="test", cause="test")
    taken_in(search_index)


def found(page: dict[str, Any]) -> list[str]:
    return [hit["id"] for hit in (*page["items"], *page["maybe"])]


def walked(client: Client, address: str | None) -> list[dict[str, Any]]:
    pages = []
    while address:
        pages.append(client.get(address).json())
        address = pages[-1]["next"]
    return pages


@pytest.mark.parametrize("sort", ["relevance", "soonest", "cheapest", "nearest&lat=60.2&lon=24.9"])
def test_walk_gives_every_entry_once_and_ends(client: Client, search_index: Any, sort: str) -> None:
    made = [make.activity(name=f"Kerho {number}") for number in range(5)]
    taken_in(search_index)

    pages = walked(client, f"/api/v1/search?q=kerho&limit=2&sort={sort}")

    assert sorted(each for page in pages for each in found(page)) == sorted(str(each.id) for each in made)
    assert [(page["page"], page["pages"], len(found(page))) for page in pages] == [(1, 3, 2), (2, 3, 2), (3, 3, 1)]
    assert pages[-1]["next"] is None


def test_walk_goes_in_the_order_of_pages_by_number(client: Client, search_index: Any) -> None:
    for number in range(5):
        make.session(activity=make.activity(name="Kerho"), starts_at=make.NOW + timedelta(days=number + 1))
    taken_in(search_index)

    pages = walked(client, "/api/v1/search?limit=2&sort=soonest")

    numbered = [client.get(f"/api/v1/search?limit=2&sort=soonest&page={number}").json() for number in (1, 2, 3)]
    assert list(map(found, pages)) == list(map(found, numbered))
    assert [page["next"] for page in numbered[1:]] == [None, None]


def test_walk_through_what_changes_neither_loses_nor_repeats(client: Client, search_index: Any) -> None:
    made = [make.activity(name=f"Kerho {number}") for number in range(6)]
    for number, activity in enumerate(made):
        make.session(activity=activity, starts_at=make.NOW + timedelta(days=number + 1))
    taken_in(search_index)
    first = client.get("/api/v1/search?q=kerho&limit=2&sort=soonest").json()
    assert found(first) == [str(made[0].id), str(made[1].id)]

    gone(search_index, made[0])  # read already: what follows would move up a place
    make.session(activity=made[5], starts_at=make.NOW + timedelta(hours=1))  # not read: it is now the first of all
    new = make.activity(name="Kerho uusi")
    make.session(activity=new, starts_at=make.NOW + timedelta(hours=2))
    taken_in(search_index, made[5], new)
    second = client.get(first["next"]).json()
    gone(search_index, made[4])  # not read
    made[1].name = make.text("Kerho toisin")
    taken_in(search_index, made[1])
    rest = walked(client, second["next"])

    seen = [each for page in (first, second, *rest) for each in found(page)]
    assert seen == [str(each.id) for each in (made[0], made[1], made[5], new, made[2], made[3])]


def test_walk_whose_words_get_common_neither_loses_nor_repeats(client: Client, search_index: Any) -> None:
    made = [make.activity(name=name) for name in ("Tuolijumppa", "Jumppa", "Jumppa ja kahvi", "Kahvi ja jumppa")]
    taken_in(search_index)
    first = client.get("/api/v1/search?q=jumppa kahvi&limit=1").json()
    told_anew = [make.activity(name="Kahvi") for _ in range(4)]
    made[2].summary = make.text("Jumppa jumppa kahvi.")
    taken_in(search_index, *told_anew, made[2])

    seen = [each for page in (first, *walked(client, first["next"])) for each in found(page)]

    assert len(seen) == len(set(seen))
    assert {str(made[2].id), str(made[3].id)} <= set(seen)


def test_entry_that_tells_more_meanwhile_comes_once(client: Client, search_index: Any) -> None:
    made = [make.activity(name=f"Kerho {number}") for number in range(3)]
    taken_in(search_index)
    first = client.get("/api/v1/search?price=free&limit=1").json()
    read = next(each for each in made if str(each.id) == first["maybe"][0]["id"])
    last = max((each for each in made if each is not read), key=lambda each: str(each.id))
    for activity in (read, last):
        make.price(activity=activity, is_free=True)
    taken_in(search_index, read, last)

    second, third = walked(client, first["next"])

    assert ([hit["id"] for hit in second["items"]], second["total"], second["maybe_total"]) == ([str(last.id)], 2, 1)
    assert (third["items"], len(third["maybe"])) == ([], 1)


def test_what_the_index_does_not_know_to_be_withdrawn_is_left_out_and_not_asked_again(
    client: Client, search_index: Any
) -> None:
    made = [make.activity(name=f"Kerho {number}") for number in range(3)]
    taken_in(search_index)
    withdraw("activity", [made[0].id], reason="organiser", now=make.NOW, actor="test", cause="test")

    pages = walked(client, "/api/v1/search?limit=1")

    assert sorted(len(found(page)) for page in pages) == [0, 1, 1]


def test_walk_stays_at_the_moment_it_began(client: Client, search_index: Any) -> None:
    for days in (1, 2, 3):
        make.session(activity=make.activity(name="Kerho"), starts_at=make.NOW + timedelta(hours=days))
    taken_in(search_index)
    first = client.get("/api/v1/search?q=tänään&limit=2").json()

    with time_machine.travel(make.NOW + timedelta(minutes=119), tick=False):
        second = client.get(first["next"]).json()

    assert (first["total"], second["total"], len(found(second))) == (3, 3, 1)


def test_size_of_pages_may_change_on_the_way(client: Client, search_index: Any) -> None:
    made = [make.service(name=f"Neuvonta {number}") for number in range(5)]
    taken_in(search_index)
    first = client.get("/api/v1/search?q=neuvonta&limit=1").json()

    second = client.get(first["next"].replace("limit=1", "limit=100")).json()

    assert sorted(found(first) + found(second)) == sorted(str(each.id) for each in made)
    assert second["next"] is None


@pytest.fixture
def walk_begun(client: Client, search_index: Any) -> str:
    """The address of the second page of two."""
    for number in range(3):
        make.service(name=f"Neuvonta {number}")
    taken_in(search_index)
    address: str = client.get("/api/v1/search?q=neuvonta&limit=2").json()["next"]
    return address


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ("&kind=service", "cursor", "is not a cursor of this question: begin anew without it"),
        ("&words_in=sv", "cursor", "is not a cursor of this question: begin anew without it"),
        ("&page=2", "page", "does not go with cursor"),
    ],
)
def test_cursor_with_other_parameters_is_refused(
    client: Client, walk_begun: str, more: str, field: str, message: str
) -> None:
    response = client.get(walk_begun + more)

    assert response.status_code == 400
    assert response.json() == expect.problem(
        400, "Bad Request", "The parameters do not fit together.", errors=[(field, message)]
    )


def test_cursor_too_old_is_refused(client: Client, walk_begun: str) -> None:
    with time_machine.travel(make.NOW + timedelta(hours=2, seconds=1), tick=False):
        response = client.get(walk_begun)

    assert response.status_code == 400
    assert response.json()["errors"] == [{"field": "cursor", "message": "is too old: begin anew without it"}]


@pytest.mark.parametrize("cursor", ["x", "....", "åäö", "%00", "A" * 43, "A.A", base64.b64encode(b"9" * 99).decode()])
def test_cursor_that_is_not_ours_is_refused(client: Client, search_index: Any, cursor: str) -> None:
    response = client.get("/api/v1/search", {"cursor": cursor})

    assert response.status_code == 400
    assert [error["field"] for error in response.json()["errors"]] == ["cursor"]


def test_cursor_with_another_moment_is_refused(client: Client, walk_begun: str) -> None:
    address, _, cursor = walk_begun.rpartition("cursor=")
    plain, _, signature = cursor.rpartition(".")
    tomorrow = int((make.NOW + timedelta(days=1)).timestamp()).to_bytes(4)
    forged = base64.urlsafe_b64encode(tomorrow + base64.urlsafe_b64decode(plain + "===")[4:]).decode().rstrip("=")

    response = client.get(f"{address}cursor={forged}.{signature}")

    assert response.status_code == 400


def test_page_kept_from_an_hour_ago_is_sent_anew_with_a_fresh_cursor(client: Client, walk_begun: str) -> None:
    address = "/api/v1/search?q=neuvonta&limit=2"
    kept = {"If-None-Match": client.get(address).headers["ETag"]}

    with time_machine.travel(make.NOW + timedelta(minutes=59), tick=False):
        same = client.get(address, headers=kept)
    with time_machine.travel(make.NOW + timedelta(minutes=60), tick=False):
        anew = client.get(address, headers=kept)

    assert (same.status_code, anew.status_code) == (304, 200)


def test_cursor_goes_no_deeper_than_an_address_can_hold() -> None:
    begun = Walk(int(make.NOW.timestamp()), 1, b"question")

    deepest = begun.after(UUID(int=number) for number in range(DEEPEST))

    assert deepest is not None
    assert (deepest.page, len(deepest.given), deepest.after([UUID(int=DEEPEST)])) == (2, DEEPEST, None)
    assert len(str(deepest)) < 3_500
