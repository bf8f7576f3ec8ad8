"""Whatever is asked, the API answers as its contract says and never fails.

Schemathesis makes requests from the contract, well-formed and malformed, to a catalogue with something of everything.
`TARJOTIN_SCHEMATHESIS_EXAMPLES` asks for more than the usual number of examples an address.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator
from datetime import time, timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.config import SchemathesisConfig

from tarjotin.api.documents import document
from tarjotin.api.paging import Cursor
from tests import make

EXAMPLES = int(os.environ.get("TARJOTIN_SCHEMATHESIS_EXAMPLES", "25"))
CODES = {
    "category": ["sport"],
    "audience": ["families"],
    "need": ["food_aid"],
    "district": ["11"],
    "municipality": ["091"],
}


def known(kind: str) -> UUID:
    return uuid5(NAMESPACE_URL, kind)


schema = schemathesis.openapi.from_dict(copy.deepcopy(document()), config=SchemathesisConfig())
schema.app = get_wsgi_application()
# A 400 says what no schema can say: this cursor is not of this list, lat needs lon.
schema.config.checks.positive_data_acceptance.expected_statuses = ["2xx", "3xx", "400", "404", "410"]


def settle(case: schemathesis.Case) -> None:
    """In well-formed requests, put ids, codes and cursors that exist, existed, or belong to this list."""
    for name, value in case.path_parameters.items():
        kind = name.removesuffix("_id")
        existing = [value, *(str(known(f"{fate}{kind}")) for fate in ("", "gone ", "merged "))]
        case.path_parameters[name] = existing[_number(value) % len(existing)]
    for name, codes in CODES.items():
        if len(case.query.get(name, [])) == 1:
            case.query[name] = codes
    if "cursor" in case.query:
        changed_at = make.NOW if "modified_after" in case.query else None
        given = case.query["cursor"]
        cursors = [
            "",
            given,
            str(Cursor(UUID(int=0), changed_at, make.NOW)),
            str(Cursor(known("place"), None, make.NOW)),
        ]
        case.query["cursor"] = cursors[_number(str(case.query)) % len(cursors)]


def _number(value: object) -> int:
    """Neither random nor the same for all."""
    return sum(str(value).encode())


@pytest.fixture
def rows(search_index: Any) -> None:
    """At least one of everything: shown, gone and merged."""
    organisation = make.organisation(id=known("organisation"), business_id="0201256-6")
    place = make.place(id=known("place"), organisation=organisation)
    service = make.service(id=known("service"), organisation=organisation)
    activity = make.activity(
        id=known("activity"), organisation=organisation, place=place, service=service, rhythm="weekly", entry="drop_in"
    )
    make.session(id=known("session"), activity=activity, places_left=2, places_left_at=make.NOW)
    make.session(id=known("gone session"), activity=activity, starts_at=make.NOW, state="withdrawn")
    make.hours(service_place=make.service_place(service=service, place=place), weekday=1, opens=time(8))
    make.price(activity=activity, amount="2.50")
    make.schedule(activity=activity, rrule="FREQ=WEEKLY;BYDAY=TU")
    make.access(place=place)
    for entity in (activity, service, place):
        for scheme, codes in list(CODES.items())[:3]:
            make.tag(entity, scheme=scheme, code=codes[0], main=scheme == "category")
    for kept in (organisation, place, service, activity):
        build, gone = getattr(make, kept.kind_name), {"status": "withdrawn", "withdrawn_at": make.NOW}
        build(id=known(f"gone {kept.kind_name}"), **gone)
        build(id=known(f"merged {kept.kind_name}"), **gone, replaced_by=kept)
    make.activity(visible_until=make.NOW + timedelta(days=1))
    search_index.refresh()


@pytest.fixture
def connection_kept() -> Iterator[None]:
    """The test's transaction outlives a request, as it does with Django's own test client."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@schema.parametrize()
@settings(
    max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)
def test_any_request_is_answered_as_the_contract_says(
    case: schemathesis.Case, rows: None, connection_kept: None
) -> None:
    if case.meta is None or case.meta.generation.mode.is_positive:
        settle(case)

    case.call_and_validate(headers={"Accept-Encoding": "identity"})
