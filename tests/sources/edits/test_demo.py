"""The demo's edits are real ones: each fits the record it is about."""

from __future__ import annotations

from pathlib import Path

from tarjotin.sources.edits import SOURCE
from tarjotin.sources.http import Client
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.source import Delivered, FetchRequest
from tests.sources.replay.conftest import NOW


def test_every_edit_of_the_demo_fits(demo: Path) -> None:
    with ReplayServer(demo) as server:
        client = Client({"api": f"{server.url}/edits/"})
        steps = list(SOURCE.fetch(client, FetchRequest(now=NOW)))
        client.close()

    found = {step.external_id: SOURCE.parse(step.kind, step.payload) for step in steps if isinstance(step, Delivered)}
    assert len(found) >= 10
    assert {key: parsed.rejected for key, parsed in found.items() if parsed.rejected} == {}
