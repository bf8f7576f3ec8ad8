"""What `/api/v1/services` answers."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from django.test import Client

from tarjotin.sources.registry import SOURCES
from tests import make
from tests.api import expect

pytestmark = pytest.mark.django_db


def test_service_with_every_fact_tells_them_all(client: Client) -> None:
    city, place, closed = make.organisation(), make.place(), make.place(status="withdrawn")
    service = make.service(
        name="Seniori-info",
        source="palvelurekisteri",
        kind="guidance_desk",
        organisation=city,
        summary="Neuvoja ikääntyneille.",
        description="Kerromme palveluista.",
        what_happens="Jutellaan.",
        what_you_gain="Tietoa.",
        what_it_asks="Ei mitään.",
        how_to_get="Soita tai tule.",
        requirements="Yli 65-vuotiaille.",
        fees_text="Maksuton.",
        is_free=True,
        area=["091"],
        languages=["fi", "sv"],
        life_events=["KE10"],
        website="https://example.org",
        keywords="neuvonta",
        anonymous_ok=True,
        id_needed=False,
    )
    at = make.service_place(service=service, place=place, phone="+358931044556", note="Aulassa.")
    make.service_place(service=service, place=closed)
    make.hours(service_place=at, weekday=2, opens=time(9), closes=time(15, 30))
    channel = make.channel(
        service=service, kind="phone", value="+358931044556", name="Puhelin", cost="Maksuton.", languages=["fi"]
    )
    make.hours(channel=channel, note="Arkisin aamupäivällä.")
    make.contact(service=service, email="info@example.org")
    make.tag(service, code="guidance", label="Neuvonta")

    response = client.get(f"/api/v1/services/{service.id}")

    assert response.status_code == 200
    assert response.json() == {
        "id": str(service.id),
        "status": "published",
        "version": 1,
        "created_at": expect.NOW,
        "modified_at": expect.NOW,
        "visible_until": None,
        "checked_on": None,
        "urls": expect.urls("service", "seniori-info"),
        "sources": [
            {
                "name": "palvelurekisteri",
                "title": SOURCES["palvelurekisteri"].title,
                "owner": SOURCES["palvelurekisteri"].owner,
                "licence": "CC BY 4.0",
                "licence_url": "https://creativecommons.org/licenses/by/4.0/",
                "credit": SOURCES["palvelurekisteri"].credit,
                "website": SOURCES["palvelurekisteri"].website,
                "checked_at": None,
                "records": [],
            }
        ],
        "kind": "guidance_desk",
        "name": expect.fi("Seniori-info"),
        "organisation": {"id": str(city.id), "name": expect.fi("Kotikulman asukasyhdistys")},
        "summary": expect.fi("Neuvoja ikääntyneille."),
        "description": expect.fi("Kerromme palveluista."),
        "what_happens": expect.fi("Jutellaan."),
        "what_you_gain": expect.fi("Tietoa."),
        "what_it_asks": expect.fi("Ei mitään."),
        "how_to_get": expect.fi("Soita tai tule."),
        "requirements": expect.fi("Yli 65-vuotiaille."),
        "fees_text": expect.fi("Maksuton."),
        "is_free": True,
        "area": ["091"],
        "languages": ["fi", "sv"],
        "life_events": ["KE10"],
        "website": expect.fi("https://example.org"),
        "keywords": expect.fi("neuvonta"),
        "anonymous_ok": True,
        "id_needed": False,
        "places": [
            {
                "place": {"id": str(place.id), "name": expect.fi("Kallion kirjasto")},
                "phone": "+358931044556",
                "note": expect.fi("Aulassa."),
                "opening_hours": [_hours(weekday=2, opens="09:00", closes="15:30")],
            }
        ],
        "channels": [
            {
                "kind": "phone",
                "name": expect.fi("Puhelin"),
                "value": "+358931044556",
                "languages": ["fi"],
                "cost": expect.fi("Maksuton."),
                "note": {},
                "takes_callback": None,
                "opening_hours": [_hours(note=expect.fi("Arkisin aamupäivällä."))],
            }
        ],
        "contacts": [
            {"role": {}, "phone": None, "email": "info@example.org", "url": None, "hours": {}, "languages": []}
        ],
        "tags": [expect.tag("category", "guidance", "Neuvonta", main=True)],
    }


def test_services_are_filtered_by_each_parameter(client: Client) -> None:
    city, place = make.organisation(), make.place(municipality="049", district="049")
    wanted = make.service(kind="self_help", organisation=city)
    make.service_place(service=wanted, place=place)
    make.tag(wanted, scheme="need", code="debt_advice")
    make.service_place(service=make.service(), place=make.place())
    asked = [
        "need=debt_advice",
        "municipality=049",
        "district=049",
        f"place={place.id}",
        f"organisation={city.id}",
        "kind=self_help",
    ]

    found = {query: _ids(client.get(f"/api/v1/services?{query}").json()) for query in asked}

    assert found == {query: [str(wanted.id)] for query in asked}


def _hours(**told: Any) -> dict[str, Any]:
    untold = dict.fromkeys(("weekday", "opens", "closes", "valid_from", "valid_until"))
    return {**untold, "closed": False, "note": {}, **told}


def _ids(body: dict[str, Any]) -> list[str]:
    return [item["id"] for item in body["items"]]
