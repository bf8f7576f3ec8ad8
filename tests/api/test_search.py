"""What `/api/v1/search` answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def test_search_by_word_and_category_tells_all_of_a_hit(client: Client, search_index: Any) -> None:
    organiser, place = make.organisation(), make.place()
    activity = make.activity(name="Tuolijumppa", summary="Jumppaa istuen.", organisation=organiser, place=place)
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=1), state="cancelled")
    make.session(activity=activity, starts_at=make.NOW + timedelta(days=2))
    make.tag(activity)
    make.tag(make.activity(name="Kuoro"), code="culture")
    search_index.refresh()

    response = client.get("/api/v1/search?q=tuolijumppa&category=sport&lat=60.1841&lon=24.9537")

    body = response.json()
    facets, unknown = body.pop("facets"), body.pop("unknown")
    assert response.status_code == 200
    assert unknown["price"] == 1
    assert facets["category"]["sport"] == 1
    assert body == {
        "total": 1,
        "page": 1,
        "pages": 1,
        "next": None,
        "corrected": None,
        "chips": [],
        "close": [],
        "items": [
            {
                "kind": "activity",
                "id": str(activity.id),
                "href": f"/api/v1/activities/{activity.id}",
                "name": expect.fi("Tuolijumppa"),
                "summary": expect.fi("Jumppaa istuen."),
                "organisation": {"id": str(organiser.id), "name": expect.fi("Kotikulman asukasyhdistys")},
                "place": {"id": str(place.id), "name": expect.fi("Kallion kirjasto")},
                "next_starts_at": "2026-11-26T10:00:00Z",
                "distance_m": 0,
                "reasons": [
                    {"kind": "word", "group": "title", "value": "tuolijumppa", "unknown": False},
                    {"kind": "criterion", "group": "category", "value": "sport", "unknown": False},
                ],
                "unmet": [],
                "urls": expect.urls("activity", "tuolijumppa"),
                "sources": [expect.linked_events()],
            }
        ],
        "maybe_total": 0,
        "maybe": [],
        "relaxations": [],
    }


def test_search_tells_criteria_read_from_the_words_and_what_comes_near(client: Client, search_index: Any) -> None:
    activity = make.activity(name="Tuolijumppa")
    make.price(activity=activity, amount="12")
    search_index.refresh()

    body = client.get("/api/v1/search?q=ilmainen tuolijumppa").json()

    assert body["chips"] == [
        {
            "group": "price",
            "options": ["free"],
            "negated": False,
            "words": "ilmainen",
            "without": "tuolijumppa",
        }
    ]
    assert (body["items"], [(hit["id"], hit["unmet"]) for hit in body["close"]]) == (
        [],
        [(str(activity.id), ["price"])],
    )


def test_search_that_finds_nothing_says_what_to_leave_out(client: Client, search_index: Any) -> None:
    make.tag(make.activity(name="Kuoro"), code="culture")
    make.tag(make.activity(name="Kuntopiiri"), code="sport")
    search_index.refresh()

    body = client.get("/api/v1/search?q=kuoro&category=sport").json()

    assert body["items"] == []
    assert body["relaxations"] == [{"group": "category", "total": 1}, {"group": None, "total": 1}]


def test_search_for_free_puts_those_without_a_price_under_maybe(client: Client, search_index: Any) -> None:
    free, untold = make.activity(name="Maksuton"), make.activity(name="Kerho")
    make.price(activity=free, is_free=True)
    for activity in (free, untold):
        make.session(activity=activity)
    search_index.refresh()

    body = client.get("/api/v1/search?price=free&kind=activity").json()

    assert ([hit["id"] for hit in body["items"]], body["total"]) == ([str(free.id)], 1)
    assert ([hit["id"] for hit in body["maybe"]], body["maybe_total"]) == ([str(untold.id)], 1)
    assert body["maybe"][0]["reasons"] == [
        {"kind": "criterion", "group": "price", "value": None, "unknown": True},
        {"kind": "criterion", "group": "kind", "value": "activity", "unknown": False},
    ]


def test_search_leaves_out_what_was_withdrawn_since_the_index_was_built(client: Client, search_index: Any) -> None:
    kept, withdrawn = make.service(name="Neuvonta"), make.service(name="Neuvonta")
    search_index.refresh()
    withdrawn.status = "withdrawn"
    withdrawn.save()

    body = client.get("/api/v1/search?q=neuvonta").json()

    assert [hit["id"] for hit in body["items"]] == [str(kept.id)]


def test_search_pages_hold_every_hit_once(client: Client, search_index: Any) -> None:
    made = [make.service(name=f"Neuvonta {number}") for number in range(5)]
    search_index.refresh()

    pages = [client.get(f"/api/v1/search?q=neuvonta&limit=2&page={page}").json() for page in (1, 2, 3)]

    assert [page["pages"] for page in pages] == [3, 3, 3]
    assert sorted(hit["id"] for page in pages for hit in page["items"]) == sorted(str(one.id) for one in made)


@pytest.mark.parametrize("q", ["%00", "%ED%A0%80", "a%0Ab", "%F0%9F%92%A9", "%22%28%2A%5B", "AND+OR+NOT", "%25"])
def test_search_for_odd_letters_answers(client: Client, search_index: Any, q: str) -> None:
    make.service()
    search_index.refresh()

    response = client.get(f"/api/v1/search?q={q}")

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("sort=nearest", "sort", "nearest needs lat and lon"),
        ("distance=10min", "distance", "needs lat and lon"),
        ("lat=60.1", "lon", "lat and lon go together"),
        ("lon=24.9", "lat", "lat and lon go together"),
    ],
)
def test_search_with_parameters_that_do_not_fit_together_is_refused(
    client: Client, query: str, field: str, message: str
) -> None:
    response = client.get(f"/api/v1/search?{query}")

    assert response.status_code == 400
    assert response.json() == expect.problem(
        400, "Bad Request", "The parameters do not fit together.", errors=[(field, message)]
    )


def test_search_without_an_index_says_it_is_being_built(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.INDEX_DIR = tmp_path / "none"

    response = client.get("/api/v1/search?q=jumppa")

    assert response.status_code == 503
    assert response.json() == expect.problem(
        503, "Service Unavailable", "The search index is being built. The lists answer meanwhile."
    )
