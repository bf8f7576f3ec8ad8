"""A replay server over the Linked Events files that a test writes out itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tarjotin.sources.replay.server import ReplayServer

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

Serve = Callable[..., ReplayServer]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """`serve(event=[…], place=[…])` writes the lists and starts a server on them."""
    with ExitStack() as running:

        def start(*, page_cap: int | None = None, **lists: list[dict[str, Any]]) -> ReplayServer:
            folder = tmp_path / "linkedevents"
            folder.mkdir(exist_ok=True)
            for name, rows in lists.items():
                (folder / f"{name}.json").write_text(json.dumps(rows), encoding="utf-8")
            return running.enter_context(ReplayServer(tmp_path, now=lambda: NOW, page_cap=page_cap))

        yield start
