"""What `/api/v1/categories` answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def test_categories_are_counted_over_what_is_shown(client: Client) -> None:
    make.concept(scheme="need", code="food_aid", label="Ruoka-apu")
    make.concept(scheme="category", code="nature", label="Luonto", position=1)
    make.concept(scheme="tpr", code="551", label="Liikunta")
    for entity in (make.activity(), make.activity(), make.service(), make.place()):
        make.tag(entity, label="Liikunta")
    make.tag(make.activity(status="withdrawn"))
    make.tag(make.activity(visible_until=make.NOW - timedelta(hours=1)))

    body = client.get("/api/v1/categories").json()

    assert body == {
        "items": [
            _category("category", "sport", "Liikunta", activities=2, services=1, places=1),
            _category("category", "nature", "Luonto"),
            _category("need", "food_aid", "Ruoka-apu"),
        ]
    }


def test_categories_of_one_scheme_come_alone(client: Client) -> None:
    make.concept(scheme="need", code="food_aid", label="Ruoka-apu")
    make.concept(scheme="audience", code="families", label="Lapsiperheet")
    make.concept()

    body = client.get("/api/v1/categories?scheme=need&scheme=audience").json()

    assert [(item["scheme"], item["code"]) for item in body["items"]] == [
        ("audience", "families"),
        ("need", "food_aid"),
    ]


def _category(scheme: str, code: str, label: str, **counts: int) -> dict[str, Any]:
    return {
        "scheme": scheme,
        "code": code,
        "label": expect.fi(label),
        "counts": {"activities": 0, "services": 0, "places": 0, **counts},
    }
