"""Every criterion is a parameter of `/api/v1/search`, under one name everywhere, and says what it may be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal, get_args, get_origin

import pytest
from django.test import Client
from pydantic import TypeAdapter, ValidationError

from tarjotin.api.documents import document
from tarjotin.api.search_parameters import SearchParameters, name_of
from tarjotin.search.document import MAYBE_GROUPS, UNKNOWN
from tarjotin.search.query import CRITERIA, GROUPS, MOMENTARY
from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


OPTIONS = GROUPS | {group: options for group, options in MOMENTARY.items() if options}
MAYBE = (*MAYBE_GROUPS, *MOMENTARY)


@pytest.mark.parametrize("group", OPTIONS)
def test_every_criterion_is_a_parameter_with_its_options(group: str) -> None:
    (option,) = get_args(SearchParameters.model_fields[name_of(group)].annotation)
    takes = TypeAdapter(option).validate_python

    assert [takes(each) for each in OPTIONS[group]] == list(OPTIONS[group])
    assert get_origin(option) is not Literal or {*get_args(option)} - {UNKNOWN} == {*OPTIONS[group]} or group == "limit"
    if group in MAYBE:
        assert takes(UNKNOWN) == UNKNOWN
    else:
        with pytest.raises(ValidationError):
            takes(UNKNOWN)


def test_every_criterion_stands_in_the_contract() -> None:
    told = {each["name"] for each in document()["paths"]["/api/v1/search"]["get"]["parameters"]}

    assert {name_of(group) for group in CRITERIA} <= told


@pytest.mark.parametrize("group", [group for group in OPTIONS if group in MAYBE])
def test_criterion_untold_by_all_finds_all_with_the_question_mark(
    client: Client, search_index: Any, group: str
) -> None:
    entry = make.service() if group == "open_now" else make.activity()
    search_index.refresh()

    near = {"lat": 60.2, "lon": 24.9} if group == "distance" else {}

    body = client.get("/api/v1/search", {name_of(group): "?", **near}).json()

    assert [hit["id"] for hit in body["items"]] == [str(entry.id)]
    assert body["items"][0]["reasons"] == [
        {"kind": "criterion", "group": name_of(group), "value": None, "unknown": True}
    ]
    assert (body["unknown"][name_of(group)], body["maybe_total"]) == (1, 0)


def test_repeated_criterion_means_either(client: Client, search_index: Any) -> None:
    calm, lively, demanding = (make.activity(fitness=code) for code in ("light", "moderate", "demanding"))
    search_index.refresh()

    body = client.get("/api/v1/search?fitness=light&fitness=moderate").json()

    assert {hit["id"] for hit in body["items"]} == {str(calm.id), str(lively.id)}
    assert body["facets"]["fitness"] == {"light": 1, "moderate": 1, "demanding": 1}
    assert str(demanding.id) not in str(body["items"])


def test_limit_with_which_one_can_join_is_called_suits_everywhere(client: Client, search_index: Any) -> None:
    suits, untold = make.activity(name="A"), make.activity(name="B")
    make.suitability(activity=suits, limit="hip", verdict="suits")
    search_index.refresh()

    body = client.get("/api/v1/search?suits=hip").json()
    none = client.get("/api/v1/search?suits=knee&kind=activity").json()

    assert [hit["reasons"][0]["group"] for hit in body["items"]] == ["suits"]
    assert [(hit["id"], hit["reasons"][0]["group"]) for hit in body["maybe"]] == [(str(untold.id), "suits")]
    assert (body["facets"]["suits"], body["unknown"]["suits"]) == ({"hip": 1}, 1)
    assert {"group": "suits", "total": 2} in none["relaxations"]
    assert "limit" not in {*body["facets"], *body["unknown"]}


def test_age_leaves_out_what_is_for_others_only(client: Client, search_index: Any) -> None:
    fits, _older = make.activity(name="A", min_age=18), make.activity(name="B", min_age=65)
    search_index.refresh()

    body = client.get("/api/v1/search?age=30").json()

    assert [hit["id"] for hit in body["items"]] == [str(fits.id)]


def test_days_narrow_to_what_begins_then(client: Client, search_index: Any) -> None:
    this_week, next_week = make.activity(name="A"), make.activity(name="B")
    make.session(activity=this_week, starts_at=make.NOW + timedelta(days=2))
    make.session(activity=next_week, starts_at=make.NOW + timedelta(days=8))
    search_index.refresh()

    body = client.get("/api/v1/search?starts_from=2026-11-25&until=2026-11-26").json()

    assert [hit["id"] for hit in body["items"]] == [str(this_week.id)]


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ("price=dear", "price", "Input should be 'free', 'cheap' or '?'"),
        ("seated=maybe", "seated", "Input should be 'yes', 'no' or '?'"),
        ("kind=?", "kind", "Input should be 'activity', 'service' or 'place'"),
        ("age=old", "age", "Input should be a valid integer, unable to parse string as an integer"),
        ("distance=far", "distance", r"String should match pattern '^(\?|[0-9]{1,5}(min|m|km))$'"),
        ("until=soon", "until", "must be a day, as 2026-11-24"),
        ("until=2026-02-30", "until", "must be a day, as 2026-11-24"),
        ("age=-1", "age", "Input should be greater than or equal to 0"),
        ("limit=hip", "limit", "Input should be a valid integer, unable to parse string as an integer"),
    ],
)
def test_value_nobody_offers_is_refused_with_those_there_are(
    client: Client, query: str, field: str, message: str
) -> None:
    response = client.get(f"/api/v1/search?{query}")

    assert response.status_code == 422
    assert response.json()["errors"] == [{"field": field, "message": message}]


def test_code_nobody_knows_is_refused_with_those_there_are(client: Client) -> None:
    make.concept(code="sport", position=2)
    make.concept(code="culture", position=1)

    response = client.get("/api/v1/search?category=sport&category=sprot")

    assert response.status_code == 400
    assert response.json() == expect.problem(
        400, "Bad Request", "A code is not known.", errors=[("category", "sprot is none of: culture, sport")]
    )


def test_district_nobody_knows_is_refused_with_those_there_are(client: Client) -> None:
    (error,) = client.get("/api/v1/search?district=999").json()["errors"]

    assert error["field"] == "district"
    assert error["message"].startswith("999 is none of: 01, 02, 03")


def test_last_day_before_the_first_is_refused(client: Client) -> None:
    response = client.get("/api/v1/search?starts_from=2026-11-26&until=2026-11-25")

    assert response.status_code == 400
    assert response.json()["errors"] == [{"field": "until", "message": "lies before starts_from"}]
