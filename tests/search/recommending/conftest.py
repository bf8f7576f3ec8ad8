from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from tarjotin.jobs.nightly import nightly
from tarjotin.search import index
from tarjotin.search.index.schema import Stored
from tarjotin.search.tree import Everything
from tarjotin.sources.replay.server import ReplayServer
from tests.conftest import ROOT
from tests.sources.importing import NOW


@pytest.fixture(scope="package")
def entries(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, django_db_blocker: Any
) -> Iterator[list[Stored]]:
    """The demo catalogue imported and indexed once, and taken back: other tests meet an empty database."""
    settings = override_settings(INDEX_DIR=tmp_path_factory.mktemp("recommending"))
    with django_db_blocker.unblock(), settings, transaction.atomic():
        with ReplayServer(ROOT / "demo", now=lambda: NOW) as server:
            nightly(now=NOW, replay=server.url)
        index.rebuild(now=NOW)
        held = index.snapshot()
        yield held.stored(held.best(Everything(), 0, held.entries))
        transaction.set_rollback(True)
        index.forget()
