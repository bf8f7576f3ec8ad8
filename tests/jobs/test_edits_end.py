from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tarjotin.catalogue.models import Activity
from tarjotin.jobs.nightly import nightly
from tarjotin.sources.edits.writing import write_edit
from tarjotin.sources.models import SourceRecord
from tarjotin.sources.replay.server import ReplayServer
from tests.sources import payloads
from tests.sources.importing import NOW, run

pytestmark = pytest.mark.django_db


def test_edit_written_here_ends_in_the_night_after_its_last_day(
    tmp_path: Path, search_index: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ReplayServer(payloads.linked_events(tmp_path / "payloads", [payloads.event(1)]), now=lambda: NOW) as server:
        run(server, "linkedevents")
        about = SourceRecord.objects.get(kind="event").ref
        fields = {"name": {"fi": "Joulujumppa"}}
        write_edit(about=about, fields=fields, reason="Joulu", by="aino", now=NOW, valid_until=date(2026, 11, 25))

    # No source has an address: edits that are written here are not read from anywhere.
    monkeypatch.setattr("tarjotin.jobs.nightly.readable", lambda *, replay: [])
    names = []
    for days in (1, 2):
        nightly(now=NOW + timedelta(days=days))
        names.append(str(Activity.objects.get().name))

    assert names == ["Joulujumppa", "Tuolijumppa 1"]
