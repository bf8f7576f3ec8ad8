from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tarjotin.jobs import health
from tarjotin.sources.models import Run, RunState
from tarjotin.words import analysis


def test_healthz_answers_without_a_database(client: Client) -> None:
    response = client.get("/healthz")

    assert (response.status_code, response.content, response.cookies) == (200, b"ok\n", {})


@pytest.mark.django_db
def test_readiness_tells_version_database_index_and_the_age_of_each_source(client: Client, search_index: Any) -> None:
    now = timezone.now()
    for source, age in (("tpr", 1), ("ptv", 3)):
        at = now - timedelta(days=age)
        Run.objects.create(
            source=source, started_at=at, ended_at=at, heartbeat_at=at, verdict=RunState.APPLIED, fetched=True
        )
    search_index.refresh()

    response = client.get("/readiness")

    report = response.json()
    assert (response.status_code, report["ready"], report["database"], report["version"]) == (200, True, "ok", "0.1.0")
    assert {name: source["old"] for name, source in report["sources"].items()} == {
        "tpr": False,
        "palvelurekisteri": True,
        "ptv": True,
        "linkedevents": True,
        "lahella": True,
        "edits": True,
    }
    assert report["index"] == {"ready": True, "entries": 0, "behind": 0}
    assert report["words"] == health.words_report(analysis.analyser_name())


@pytest.mark.parametrize(
    ("analyser", "report"),
    [("voikko", {"analyser": "voikko"}), ("plain", {"analyser": "plain", "notice": health.NO_VOIKKO})],
)
def test_the_lesser_analyser_is_told_with_a_notice(analyser: str, report: dict[str, str]) -> None:
    assert health.words_report(analyser) == report


@pytest.mark.django_db
def test_readiness_without_an_index_is_503(client: Client, search_index: Any) -> None:
    response = client.get("/readiness")

    assert (response.status_code, response.json()["ready"]) == (503, False)
