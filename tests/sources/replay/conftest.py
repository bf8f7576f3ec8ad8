"""A replay server over a folder that the test writes out itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tarjotin.sources.replay.server import ReplayServer

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)  # a Tuesday, noon in Helsinki

Serve = Callable[..., ReplayServer]


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """`serve({"tpr/unit.json": [{"id": 1}]})` writes the files and starts a server on them."""
    with ExitStack() as running:

        def start(files: dict[str, Any], **options: Any) -> ReplayServer:
            for name, content in files.items():
                path = tmp_path / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
            return running.enter_context(ReplayServer(tmp_path, **{"now": lambda: NOW, **options}))

        yield start
