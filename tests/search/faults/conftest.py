"""The process that is killed, and a folder with the index as it was before the catalogue changed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

KILLED = -signal.SIGKILL
# The names that are found before and after the change, and how an index is that has healed.
OLD, NEW = ["shakki", "tuolijumppa"], ["kuoro", "sauvakävely"]
HEALED = {"found": NEW, "behind": 0, "builds": 1}


class Workers:
    """Calls of `working.py`, each in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.search.faults.working", str(folder)],
            cwd=ROOT,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "tarjotin.config.settings", "TARJOTIN_VAR": str(folder)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._hear() == "ready"

    def at_once(self, *calls: tuple[Any, ...]) -> list[dict[str, Any]]:
        """How each ended, by its exit code, and what it gave."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(calls) + "\n")
        self._process.stdin.flush()
        return list(self._hear())

    def call(self, *call: Any) -> Any:
        (ended,) = self.at_once(call)
        assert ended["code"] == 0
        return ended["result"]

    def index_as_it_was(self, name: str) -> str:
        """A copy, of the time before the change."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder / "old", folder)
        return str(folder)

    def close(self) -> None:
        self._process.communicate(timeout=60)

    def _hear(self) -> Any:
        assert self._process.stdout
        return json.loads(self._process.stdout.readline())


@pytest.fixture(scope="session")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    workers = Workers(tmp_path_factory.mktemp("faults"))
    workers.call("begin", str(workers.folder / "old"))
    workers.call("change")
    yield workers
    workers.close()
