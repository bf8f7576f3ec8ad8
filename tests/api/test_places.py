"""What `/api/v1/places` answers."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from django.test import Client

from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def test_place_with_every_fact_tells_them_all(client: Client) -> None:
    owner, house = make.organisation(), make.place(name="Monitoimitalo")
    place = make.place(
        name="Kallion kirjasto",
        kind="physical",
        organisation=owner,
        parent=house,
        summary="Kirjasto Kalliossa.",
        description="Kolme kerrosta.",
        tpr_unit="8215",
        lipas_id="1",
        lipas_type="2150",
        library_id="84860",
        hours_id="tprek:8215",
        building_id="100012345A",
        entrance="Ovi kadulta.",
        arrival="Raitiovaunulla.",
        parking="Kadulla.",
        accessible_parking=False,
        website="https://example.org",
        email="kirjasto@example.org",
        phone="+358931012345",
        fees_text="Maksuton.",
        notice="Hissi on korjattavana.",
        languages=["fi", "sv"],
        keywords="kirjat",
        image_url="https://example.org/kuva.jpg",
    )
    make.access(place=place, verdict="shortcomings", shortcomings="Ovi on raskas.", count=2)
    make.hours(place=place, weekday=1, opens=time(8), closes=time(20), valid_from=date(2026, 9, 1))
    make.transit(place=place)
    make.contact(place=place, role="Neuvonta", url="https://example.org/neuvonta", hours="arkisin")
    make.tag(place, code="culture", label="Kulttuuri")

    response = client.get(f"/api/v1/places/{place.id}")

    assert response.status_code == 200
    assert response.json() == {
        "id": str(place.id),
        "status": "published",
        "version": 1,
        "created_at": expect.NOW,
        "modified_at": expect.NOW,
        "visible_until": None,
        "checked_on": None,
        "urls": expect.urls("place", "kallion-kirjasto"),
        "sources": [expect.linked_events()],
        "kind": "physical",
        "name": expect.fi("Kallion kirjasto"),
        "summary": expect.fi("Kirjasto Kalliossa."),
        "description": expect.fi("Kolme kerrosta."),
        "organisation": {"id": str(owner.id), "name": expect.fi("Kotikulman asukasyhdistys")},
        "parent": {"id": str(house.id), "name": expect.fi("Monitoimitalo")},
        "street": expect.fi("Viides linja 11"),
        "postal_code": "00530",
        "municipality": "091",
        "city": {language: {"text": name, "by": "source"} for language, name in CITY.items()},
        "point": {"lat": 60.1841, "lon": 24.9537},
        "district": {
            "code": "11",
            "name": {"fi": {"text": "Kallio", "by": "source"}, "sv": {"text": "Berghäll", "by": "source"}},
        },
        "identifiers": {
            "tpr_unit": "8215",
            "lipas_id": "1",
            "lipas_type": "2150",
            "library_id": "84860",
            "hours_id": "tprek:8215",
            "building_id": "100012345A",
        },
        "entrance": expect.fi("Ovi kadulta."),
        "arrival": expect.fi("Raitiovaunulla."),
        "parking": expect.fi("Kadulla."),
        "accessible_parking": False,
        "website": expect.fi("https://example.org"),
        "email": "kirjasto@example.org",
        "phone": "+358931012345",
        "fees_text": expect.fi("Maksuton."),
        "notice": expect.fi("Hissi on korjattavana."),
        "languages": ["fi", "sv"],
        "keywords": expect.fi("kirjat"),
        "image": {"url": "https://example.org/kuva.jpg", "alt": {}, "licence": None, "credit": None},
        "access": [
            {
                "profile": "wheelchair",
                "arrival": "any",
                "verdict": "shortcomings",
                "shortcomings": expect.fi("Ovi on raskas."),
                "count": 2,
            }
        ],
        "transit": [{"mode": "metro", "stop": "Sörnäinen", "walk_m": 450, "step_free": None}],
        "opening_hours": [
            {
                "weekday": 1,
                "opens": "08:00",
                "closes": "20:00",
                "valid_from": "2026-09-01",
                "valid_until": None,
                "closed": False,
                "note": {},
            }
        ],
        "contacts": [
            {
                "role": expect.fi("Neuvonta"),
                "phone": None,
                "email": None,
                "url": "https://example.org/neuvonta",
                "hours": expect.fi("arkisin"),
                "languages": [],
            }
        ],
        "tags": [expect.tag("category", "culture", "Kulttuuri", main=True)],
    }


CITY = {"fi": "Helsinki", "sv": "Helsingfors", "en": "Helsinki"}


def test_place_without_a_point_has_none(client: Client) -> None:
    place = make.place(name="Verkossa", kind="online", lat=None, lon=None, district="", street={}, city={})

    body = client.get("/api/v1/places").json()

    assert [(item["id"], item["point"], item["district"], item["street"]) for item in body["items"]] == [
        (str(place.id), None, None, {})
    ]


def test_places_are_filtered_by_each_parameter(client: Client) -> None:
    owner = make.organisation()
    wanted = make.place(kind="outdoors", municipality="092", district="092", organisation=owner)
    make.tag(wanted, code="nature")
    make.tag(make.place(), code="culture")
    asked = ["category=nature", "municipality=092", "district=092", f"organisation={owner.id}", "kind=outdoors"]

    found = {query: _ids(client.get(f"/api/v1/places?{query}").json()) for query in asked}

    assert found == {query: [str(wanted.id)] for query in asked}


def _ids(body: dict[str, Any]) -> list[str]:
    return [item["id"] for item in body["items"]]
