"""What `/api/v1/organisations` answers."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def test_organisation_with_every_fact_tells_them_all(client: Client) -> None:
    city = make.organisation(name="Helsingin kaupunki", kind="city")
    organisation = make.organisation(
        name="Liikuntapalvelut",
        kind="city",
        short_name="Liikunta",
        description="Kaupungin liikunta.",
        business_id="0201256-6",
        oid="1.2.246.10.2012566",
        parent=city,
        website="https://example.org",
        email="liikunta@example.org",
        phone="+358931012345",
        safe_space_url="https://example.org/turvallinen",
    )
    make.contact(organisation=organisation, phone="+358931012345", role="Vaihde")

    response = client.get(f"/api/v1/organisations/{organisation.id}")

    assert response.status_code == 200
    assert response.json() == {
        "id": str(organisation.id),
        "status": "published",
        "version": 1,
        "created_at": expect.NOW,
        "modified_at": expect.NOW,
        "visible_until": None,
        "checked_on": None,
        "urls": expect.urls("organisation", "liikuntapalvelut"),
        "sources": [expect.linked_events()],
        "kind": "city",
        "name": expect.fi("Liikuntapalvelut"),
        "short_name": expect.fi("Liikunta"),
        "description": expect.fi("Kaupungin liikunta."),
        "business_id": "0201256-6",
        "oid": "1.2.246.10.2012566",
        "parent": {"id": str(city.id), "name": expect.fi("Helsingin kaupunki")},
        "website": expect.fi("https://example.org"),
        "email": "liikunta@example.org",
        "phone": "+358931012345",
        "safe_space_url": expect.fi("https://example.org/turvallinen"),
        "contacts": [
            {
                "role": expect.fi("Vaihde"),
                "phone": "+358931012345",
                "email": None,
                "url": None,
                "hours": {},
                "languages": [],
            }
        ],
    }


def test_organisations_of_a_kind_are_listed_alone(client: Client) -> None:
    parish = make.organisation(kind="parish")
    make.organisation(kind="city")

    body = client.get("/api/v1/organisations?kind=parish&kind=state").json()

    assert [item["id"] for item in body["items"]] == [str(parish.id)]
