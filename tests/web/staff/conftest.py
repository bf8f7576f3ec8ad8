from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from tarjotin.sources.replay.server import ReplayServer
from tests.sources import payloads
from tests.sources.importing import NOW, run
from tests.web.staff.desk import Desk, client_of, events


@pytest.fixture
def desk(tmp_path: Path, db: None) -> Iterator[Desk]:
    with ReplayServer(payloads.linked_events(tmp_path / "payloads", events()), now=lambda: NOW) as server:
        run(server, "linkedevents")
        yield Desk(server)


@pytest.fixture
def editor(db: None) -> Client:
    """Somebody of the staff who may do everything."""
    return client_of(is_superuser=True)
