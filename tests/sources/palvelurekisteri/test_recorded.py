"""All recorded descriptions and errand services, read over HTTP and parsed."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tarjotin.catalogue.records import ServiceRecord
from tarjotin.common.text import LocalisedText
from tarjotin.sources.http import Client
from tarjotin.sources.mailboxes import mask_personal
from tarjotin.sources.palvelurekisteri import SOURCE
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Delivered, FetchRequest, Joined, Parsed, Step, Untold

pytestmark = pytest.mark.recorded

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def steps(recorded: Path) -> list[Step]:
    with ReplayServer(recorded) as server:
        client = Client({"api": f"{server.url}/palvelurekisteri/"}, back_off=())
        return list(SOURCE.fetch(client, FetchRequest(now=NOW)))


@pytest.fixture(scope="module")
def results(steps: list[Step]) -> dict[str, Parsed]:
    delivered = [step for step in steps if isinstance(step, Delivered)]
    return {step.external_id: SOURCE.parse(step.kind, step.payload) for step in delivered}


def services(results: dict[str, Parsed]) -> list[ServiceRecord]:
    return [result.record for result in results.values() if isinstance(result.record, ServiceRecord)]


def test_recorded_run_tells_592_descriptions_and_names_455_more(steps: list[Step]) -> None:
    assert Counter(type(step) for step in steps if isinstance(step, Delivered | Untold | Joined)) == {
        Delivered: 592,
        Untold: 455,
        Joined: 1,
    }


def test_every_recorded_description_but_the_test_record_becomes_a_service(results: dict[str, Parsed]) -> None:
    rejected = {key: result.rejected for key, result in results.items() if result.record is None}

    assert rejected == {"8502": "a test record of the register"}


def test_every_recorded_field_is_known_and_nothing_is_odd(results: dict[str, Parsed]) -> None:
    assert {name for result in results.values() for name in result.unread} == set()
    assert Counter(flag for result in results.values() for flag in result.flags) == {}


def test_no_recorded_service_keeps_a_persons_address(results: dict[str, Parsed]) -> None:
    texts = [repr(service) for service in services(results)]

    assert any("@" in text for text in texts)
    assert [text for text in texts if mask_personal(text)[1]] == []


def test_recorded_services_have_their_languages_ways_and_kinds(results: dict[str, Parsed]) -> None:
    found = services(results)

    assert Counter(language for service in found for language in service.name.languages) == {
        "fi": 591,
        "sv": 515,
        "en": 515,
    }
    assert Counter(service.kind for service in found) == {
        "service": 533,
        "guidance_desk": 39,
        "support_form": 16,
        "self_help": 3,
    }
    assert sum(bool(service.channels or service.contacts) for service in found) == 397


def test_recorded_free_services_say_so_in_words(results: dict[str, Parsed]) -> None:
    free = [service for service in services(results) if service.is_free]

    assert len(free) > 40
    assert [service.name.get("fi") for service in free if not service.fees_text.get("fi")] == []


def test_recorded_advice_on_housing_health_has_its_number_and_hours(results: dict[str, Parsed]) -> None:
    record = results["4899"].record

    assert isinstance(record, ServiceRecord)
    assert [(contact.phone, contact.email, contact.hours) for contact in record.contacts] == [
        (
            "+358931015000",
            "",
            LocalisedText.of(fi="Avoinna ma klo 10-14, ti klo 12-14, ke-to klo 10-12 ja pe klo 12-14."),
        ),
        ("", "kymp.asumisterveys@hel.fi", LocalisedText()),
    ]
