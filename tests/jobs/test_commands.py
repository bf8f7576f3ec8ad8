"""The commands as a person types them."""

from __future__ import annotations

import io
import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tarjotin.catalogue.models import Activity, EntityTopics
from tarjotin.sources.models import Run, SourceRecord
from tarjotin.sources.replay.server import ReplayServer
from tests.conftest import ROOT
from tests.sources import payloads

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]


def soon(number: int) -> dict[str, object]:
    """An event that is still to come whenever the suite runs."""
    year = time.gmtime().tm_year + 1
    return payloads.event(number, start_time=f"{year}-06-01T10:00:00Z", end_time=f"{year}-06-01T11:00:00Z")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    folder = payloads.linked_events(tmp_path, [soon(n) | {"name": {"fi": f"Ryhmä {n * 7919}"}} for n in range(30)])
    with ReplayServer(folder, ignore_dates=True) as server:
        yield server


def told(*command: str) -> str:
    out = io.StringIO()
    call_command(*command, stdout=out, no_color=True)
    return out.getvalue()


def test_import_source_tells_what_it_did(server: ReplayServer) -> None:
    said = told("import_source", "linkedevents", "--replay", server.url)

    assert "linkedevents: applied" in said
    assert "30  counts: activity created" in said
    assert Activity.objects.published().count() == 30


def test_import_source_from_its_own_address_reads_the_same(server: ReplayServer) -> None:
    told("import_source", "linkedevents", "--base-url", f"{server.url}/linkedevents/")

    assert Activity.objects.published().count() == 30


def test_import_source_dry_run_writes_nothing(server: ReplayServer) -> None:
    said = told("import_source", "linkedevents", "--replay", server.url, "--dry-run")

    assert "30  event: new" in said
    assert (SourceRecord.objects.count(), Run.objects.count()) == (0, 0)


def test_import_source_with_a_limit_judges_nothing_absent(server: ReplayServer) -> None:
    told("import_source", "linkedevents", "--replay", server.url)

    told("import_source", "linkedevents", "--replay", server.url, "--limit", "5")

    assert Activity.objects.published().count() == 30


def test_import_source_since_the_last_good_run_asks_for_changes_only(server: ReplayServer) -> None:
    told("import_source", "linkedevents", "--replay", server.url)
    before = len(server.requests)

    told("import_source", "linkedevents", "--replay", server.url, "--since")

    assert any("last_modified_since=" in line for line in server.requests[before:])
    assert Run.objects.latest("pk").full is False


def test_import_source_held_says_what_to_do(server: ReplayServer) -> None:
    told("import_source", "linkedevents", "--replay", server.url)
    server.shrink("/linkedevents/event/", keep=0.3)

    with pytest.raises(CommandError, match=r"held, nothing was changed.*--accept"):
        told("import_source", "linkedevents", "--replay", server.url)

    told("import_source", "linkedevents", "--replay", server.url, "--accept")
    assert Activity.objects.published().count() == 9


def test_import_source_from_a_dead_address_is_an_error_in_words() -> None:
    with pytest.raises(CommandError, match=r"not on a host|status|Connection"):
        call_command("import_source", "lahella", "--base-url", "http://127.0.0.1:9/", "--limit", "1")


def test_import_report_adds_up(server: ReplayServer) -> None:
    told("import_source", "linkedevents", "--replay", server.url)

    said = told("import_report", "linkedevents")

    assert f"{SourceRecord.objects.count()}  in all" in said
    assert "30  event  published  " in said


def test_import_report_with_a_record_nobody_processed_fails(server: ReplayServer) -> None:
    told("import_source", "linkedevents", "--replay", server.url)
    SourceRecord.objects.filter(external_id="helsinki:e1").update(outcome="pending")

    with pytest.raises(CommandError, match="do not add up"):
        told("import_report", "linkedevents")


def test_retag_says_how_many_entries_have_other_topics(server: ReplayServer) -> None:
    told("import_source", "linkedevents", "--replay", server.url)
    EntityTopics.objects.update(version="older")
    EntityTopics.objects.filter(activity=Activity.objects.all()[0]).update(told=[])

    said = told("retag")

    assert said.startswith("1 entries have other topics than before.")
    assert told("retag").startswith("0 entries")


def test_first_fill_from_a_folder_fills_the_catalogue(tmp_path: Path) -> None:
    folder = payloads.linked_events(tmp_path / "data", [soon(1)])

    told("first_fill", str(folder), "--ignore-dates")

    assert Activity.objects.published().count() == 1


def test_replay_sources_answers_until_stopped(tmp_path: Path) -> None:
    folder = payloads.tpr(tmp_path / "data", [payloads.unit(5)])
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "manage.py", "replay_sources", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()

    with urllib.request.urlopen(f"http://127.0.0.1:{port}/tpr/unit/") as answer:
        units = json.load(answer)
    process.terminate()

    assert ([unit["id"] for unit in units], process.wait(10) is not None) == ([5], True)
