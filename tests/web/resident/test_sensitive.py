from __future__ import annotations

import pytest
from django.test import Client

from tarjotin.catalogue.models import EntityTopics
from tests import make
from tests.web.html import Page

pytestmark = pytest.mark.django_db
EXIT = "Poistu heti tältä sivulta"


@pytest.mark.parametrize(
    ("code", "confidence", "offered"),
    [
        ("home_violence", 1.0, True),
        ("alcohol_problem", 0.7, True),
        ("alcohol_problem", 0.3, False),
        ("yoga", 1.0, False),
    ],
)
def test_page_offers_a_way_out_when_its_subject_is_sensitive(
    client: Client, code: str, confidence: float, offered: bool
) -> None:
    service, activity = make.service(name="Apu"), make.activity(name="Ryhmä")
    told = [{"code": code, "confidence": confidence, "reason": "nimi"}]
    EntityTopics.objects.create(service=service, version="1", told=told)
    EntityTopics.objects.create(activity=activity, version="1", told=told)

    links = [Page(client.get(url).content.decode()).links() for url in ("/fi/palvelu/apu/", "/fi/toiminta/ryhma/")]

    assert [EXIT in each for each in links] == [offered] * 2


def test_page_that_tells_no_topic_offers_none(client: Client) -> None:
    make.activity(name="Ryhmä")

    assert EXIT not in Page(client.get("/fi/toiminta/ryhma/").content.decode()).links()
