"""No address asks the database more for three items than for one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tarjotin.catalogue.models import ActivityLanguage
from tarjotin.sources.models import SourceRecord
from tests import make

pytestmark = pytest.mark.django_db
MOST = 12


def _organisation() -> Any:
    organisation = make.organisation(parent=make.organisation(), origins=_origins("organization"))
    make.contact(organisation=organisation, phone="+358931012345")
    return organisation


def _place() -> Any:
    place = make.place(organisation=make.organisation(), parent=make.place(), origins=_origins("place"))
    make.access(place=place)
    make.hours(place=place, weekday=1, opens=time(8), closes=time(20))
    make.transit(place=place)
    make.contact(place=place, phone="+358931012345")
    make.tag(place)
    return place


def _service() -> Any:
    service = make.service(organisation=make.organisation(), origins=_origins("service"))
    at = make.service_place(service=service, place=make.place())
    make.hours(service_place=at, weekday=1, opens=time(8), closes=time(20))
    make.hours(channel=make.channel(service=service), weekday=1, opens=time(8), closes=time(20))
    make.contact(service=service, phone="+358931012345")
    make.tag(service)
    return service


def _activity() -> Any:
    activity = make.activity(
        organisation=make.organisation(), place=make.place(), service=make.service(), origins=_origins("event")
    )
    ActivityLanguage.objects.create(activity=activity, language="fi")
    make.suitability(activity=activity, limit="hip", verdict="suits")
    make.price(activity=activity, amount="2")
    make.schedule(activity=activity, rrule="FREQ=WEEKLY")
    make.contact(activity=activity, phone="+358931012345")
    make.tag(activity)
    return activity


def _session() -> Any:
    return make.session(activity=_activity(), place=make.place(), starts_at=make.NOW + timedelta(days=1))


def _origins(kind: str) -> dict[str, int]:
    number = SourceRecord.objects.count()
    return {"name.fi": make.source_record(source="linkedevents", kind=kind, external_id=f"helsinki:{number}").pk}


MAKERS: dict[str, Callable[[], Any]] = {
    "organisations": _organisation,
    "places": _place,
    "services": _service,
    "activities": _activity,
    "sessions": _session,
}


@pytest.mark.parametrize("following", ["", "modified_after=2026-01-01T00:00:00Z"])
@pytest.mark.parametrize("kind", MAKERS)
def test_list_asks_as_much_for_three_items_as_for_one(client: Client, kind: str, following: str) -> None:
    counts = {}
    for wanted in (1, 3):
        for _ in range(wanted):
            MAKERS[kind]()
        counts[wanted] = _queries(client, f"/api/v1/{kind}?{following}")

    assert counts[3] == counts[1] <= MOST


@pytest.mark.parametrize("kind", MAKERS)
def test_item_asks_a_dozen_times_at_most(client: Client, kind: str) -> None:
    made = MAKERS[kind]()

    assert _queries(client, f"/api/v1/{kind}/{made.id}") <= MOST


def test_search_asks_as_much_for_three_items_as_for_one(client: Client, search_index: Any) -> None:
    counts = {}
    for wanted in (1, 3):
        for _ in range(wanted):
            make.session(activity=_activity())
            _service()
            _place()
        search_index.refresh()
        counts[wanted] = _queries(client, "/api/v1/search?q=tuolijumppa")

    assert counts[3] == counts[1] <= MOST


def test_categories_ask_as_much_for_three_items_as_for_one(client: Client) -> None:
    counts = {}
    for code in ("sport", "nature", "culture"):
        for entity in (make.activity(), make.service(), make.place()):
            make.tag(entity, code=code)
        counts[code] = _queries(client, "/api/v1/categories")

    assert counts["sport"] == counts["culture"] <= MOST


def _queries(client: Client, address: str) -> int:
    """From cold: the minute's memory of the sources' runs is empty."""
    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    assert response.status_code == 200
    return len(asked)
