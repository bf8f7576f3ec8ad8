"""The nightly round over all sources; the index is the real one, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tarjotin.catalogue.models import Activity, EntityTopics, Place
from tarjotin.guidance.actions import start_plan
from tarjotin.guidance.models import Plan
from tarjotin.jobs.nightly import nightly
from tarjotin.people.models import Report
from tarjotin.search import unfound_counting
from tarjotin.search.models import Sighting
from tarjotin.search.unfound_terms import Term
from tarjotin.sources.models import Run
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Parsed
from tests.sources import payloads
from tests.sources.importing import NOW, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]

LATER = NOW + timedelta(days=1)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    events = [payloads.event(n, location={"@id": f"{payloads.BASE}/place/tprek:5/"}) for n in range(20)]
    folder = payloads.tpr(payloads.linked_events(tmp_path, events), [payloads.unit(n) for n in range(1, 21)])
    with ReplayServer(folder, now=lambda: NOW) as server:
        yield server


def test_round_reads_every_source_that_has_an_address(server: ReplayServer) -> None:
    night = nightly(now=NOW, replay=server.url)

    verdicts = {run.source: run.verdict for run in night.runs}
    assert verdicts["tpr"] == verdicts["linkedevents"] == "applied"
    assert (Activity.objects.published().count(), Place.objects.published().count()) == (20, 21)
    assert night.indexed == 41


def test_round_with_nothing_new_changes_nothing(server: ReplayServer) -> None:
    nightly(now=NOW, replay=server.url)
    before = published()

    night = nightly(now=NOW + timedelta(hours=1), replay=server.url)

    assert (published(), night.expired, night.sessions, night.indexed) == (before, 0, 0, 0)


def test_round_after_a_change_of_the_thesaurus_tells_topics_anew_and_indexes_them(server: ReplayServer) -> None:
    nightly(now=NOW, replay=server.url)
    before = published()["EntityTopics"]
    EntityTopics.objects.filter(activity__isnull=False).update(version="older", told=[])

    night = nightly(now=NOW + timedelta(hours=1), replay=server.url)

    assert (night.retagged, night.indexed, published()["EntityTopics"]) == (20, 20, before)


def test_round_with_one_source_down_reads_the_others(server: ReplayServer) -> None:
    server.fail("/tpr/unit/", status=403, times=100)

    night = nightly(now=NOW, replay=server.url)

    assert "status 403" in night.problems["tpr"]
    assert Activity.objects.published().count() == 20


def test_round_with_a_source_that_breaks_a_rule_of_ours_reads_the_others(
    server: ReplayServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(kind: str, payload: dict[str, Any]) -> Parsed:
        raise KeyError(kind)

    monkeypatch.setitem(SOURCES, "tpr", replace(SOURCES["tpr"], parse=stumble))

    night = nightly(now=NOW, replay=server.url)

    assert night.problems["tpr"].startswith("KeyError: ")
    assert (Activity.objects.published().count(), night.indexed) == (20, 21)


def test_round_leaves_a_held_feed_alone(server: ReplayServer) -> None:
    nightly(now=NOW, replay=server.url)
    server.shrink("/tpr/unit/", keep=0.5)
    server.change("tpr", "unit", 1, name_fi="Uusi nimi")

    nightly(now=LATER, replay=server.url)

    assert Run.objects.filter(source="tpr").latest("pk").verdict == "held"
    assert Place.objects.published().count() == 21
    assert not Place.objects.filter(name__fi__text="Uusi nimi").exists()


def test_round_forgets_what_is_over(server: ReplayServer) -> None:
    nightly(now=NOW, replay=server.url)

    nightly(now=NOW.replace(month=12, day=10), replay=server.url)

    assert Activity.objects.published().count() < 20
    assert set(Activity.objects.exclude(status="published").values_list("withdrawn_reason", flat=True)) == {"expired"}


def test_round_whose_index_cannot_be_written_keeps_what_it_published_and_the_next_catches_up(
    server: ReplayServer, settings: Any, tmp_path: Path
) -> None:
    good, settings.INDEX_DIR = settings.INDEX_DIR, tmp_path / "a file" / "index"
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")

    night = nightly(now=NOW, replay=server.url)

    assert ("index" in night.problems, Activity.objects.published().count()) == (True, 20)
    settings.INDEX_DIR = good
    assert nightly(now=NOW + timedelta(hours=1), replay=server.url).indexed == 41


def test_nightly_forgets_sightings_of_words_without_result(server: ReplayServer) -> None:
    today = NOW.date()
    for days in (70, 1):
        unfound_counting.count([Term("miekkailu", "fi")], address="192.0.2.1", today=today - timedelta(days=days))

    nightly(now=NOW, replay=server.url)

    assert list(Sighting.objects.values_list("seen_on", "mark")) == [(today - timedelta(days=1), None)]


def test_round_forgets_lists_that_nobody_has_used_for_ninety_days(server: ReplayServer) -> None:
    start_plan(language="fi", now=NOW - timedelta(days=91))
    used = start_plan(language="fi", now=NOW)

    nightly(now=NOW, replay=server.url)

    assert list(Plan.objects.all()) == [used]


def test_round_forgets_old_reports(server: ReplayServer) -> None:
    told = {"entity": "activity", "entity_id": UUID(int=1), "what": "time", "language": "fi"}
    Report.objects.create(**told, created_at=NOW - timedelta(days=181))
    fresh = Report.objects.create(**told, created_at=NOW - timedelta(days=1))

    nightly(now=NOW, replay=server.url)

    assert list(Report.objects.all()) == [fresh]
