"""An import killed by `kill -9` at any moment leaves nothing half-done, and the next run finishes it.

Runs `manage.py import_source` as its own process on a database file of its own.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tarjotin.sources.replay.server import ReplayServer
from tests.conftest import ROOT
from tests.sources import payloads
from tests.sources.importing import NOW

EVENTS = 1_200
KILLS = int(os.environ.get("TARJOTIN_TEST_KILLS", "6"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReplayServer]:
    folder = tmp_path_factory.mktemp("payloads")
    events = [payloads.event(number, name={"fi": f"Ryhmä {number} {number * 7919}"}) for number in range(EVENTS)]
    with ReplayServer(payloads.linked_events(folder, events), now=lambda: NOW) as server:
        yield server


class Database:
    """A database file with the commands that work on it."""

    def __init__(self, folder: Path, server: ReplayServer) -> None:
        self.file = folder / "killed.sqlite3"
        self._server = server
        self._env = {
            **os.environ,
            "TARJOTIN_DATABASE_URL": f"sqlite:///{self.file}",
            "TARJOTIN_VAR": str(folder),
            "TARJOTIN_INDEX_DIR": str(folder / "index"),
        }
        self.start("migrate", "--verbosity", "0").wait()

    def start(self, *command: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self._env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def import_events(self) -> subprocess.Popen[str]:
        return self.start("import_source", "linkedevents", "--replay", self._server.url)

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(self.file)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def broken(self) -> list[tuple[object, ...]]:
        """Published activities without what is published together with them."""
        return self.ask(
            """SELECT a.id FROM catalogue_activity a WHERE a.status = 'published' AND (
                   NOT EXISTS (SELECT 1 FROM catalogue_session s WHERE s.activity_id = a.id)
                OR NOT EXISTS (SELECT 1 FROM catalogue_tag t WHERE t.activity_id = a.id)
                OR NOT EXISTS (SELECT 1 FROM catalogue_slug g WHERE g.entity_id = a.id)
                OR NOT EXISTS (SELECT 1 FROM catalogue_revision r WHERE r.entity_id = a.id)
                OR NOT EXISTS (SELECT 1 FROM sources_link l WHERE l.entity_id = a.id)
                OR NOT EXISTS (SELECT 1 FROM catalogue_price p WHERE p.activity_id = a.id))"""
        )

    def names(self) -> list[tuple[object, ...]]:
        return self.ask(
            "SELECT json_extract(name, '$.fi.text') FROM catalogue_activity WHERE status = 'published' ORDER BY 1"
        )


def test_import_killed_again_and_again_is_never_half_done_and_gets_finished(
    server: ReplayServer, tmp_path: Path
) -> None:
    whole_folder, killed_folder = tmp_path / "whole", tmp_path / "killed"
    whole_folder.mkdir()
    killed_folder.mkdir()
    whole = Database(whole_folder, server)
    began = time.monotonic()
    assert whole.import_events().wait() == 0
    takes = time.monotonic() - began
    killed = Database(killed_folder, server)

    for number in range(KILLS):
        process = killed.import_events()
        try:
            process.wait(takes * (number + 1) / (KILLS + 1))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert killed.broken() == []

    last = killed.import_events()
    _, problem = last.communicate()
    assert last.returncode == 0, problem
    assert killed.names() == whole.names()
    assert len(killed.names()) == EVENTS
    assert killed.ask("SELECT count(*) FROM sources_sourcerecord WHERE todo <> ''") == [(0,)]
    assert killed.ask("PRAGMA integrity_check") == [("ok",)]


def test_two_imports_at_once_give_one_refusal_in_words_and_one_whole_result(
    server: ReplayServer, tmp_path: Path
) -> None:
    database = Database(tmp_path, server)

    processes = [database.import_events(), database.import_events()]
    answers = [process.communicate() for process in processes]

    codes = sorted(process.returncode for process in processes)
    refusal = next((problem for (_, problem), p in zip(answers, processes, strict=True) if p.returncode), "")
    assert (codes, "Traceback" in refusal) == ([0, 1], False)
    assert "linkedevents is being imported since" in refusal
    assert len(database.names()) == EVENTS
    assert database.broken() == []
