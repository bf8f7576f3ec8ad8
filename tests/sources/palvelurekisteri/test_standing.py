"""A description that the register lists without a text stays as it was; one it no longer lists goes."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tarjotin.sources.http import Client
from tarjotin.sources.models import RecordState, SourceRecord
from tarjotin.sources.palvelurekisteri import SOURCE
from tarjotin.sources.pipeline import Options, import_source
from tarjotin.sources.replay.server import ReplayServer
from tests.sources.palvelurekisteri.payloads import description

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
WITHOUT_TEXT = "tpr/palvelurekisteri/description_ids_without_text.json"


def states() -> dict[str, str]:
    return dict(SourceRecord.objects.filter(source="palvelurekisteri").values_list("external_id", "state"))


@pytest.mark.django_db
def test_description_listed_without_a_text_stands_and_one_no_longer_listed_goes(tmp_path: Path) -> None:
    folder = tmp_path / "tpr" / "palvelurekisteri"
    folder.mkdir(parents=True)
    rows = [description(id=number, title=f"Ryhmä {number}") for number in (4001, 4002, 4003)]
    for language in ("fi", "sv", "en"):
        (folder / f"description_{language}.json").write_text(json.dumps(rows), encoding="utf-8")
        (folder / f"errandservice_{language}.json").write_text('[{"id": 1, "name": "a"}]', encoding="utf-8")
    (folder / "description_ids_without_text.json").write_text("[]", encoding="utf-8")

    with ReplayServer(tmp_path) as server:
        client = Client({"api": f"{server.url}/palvelurekisteri/"}, back_off=())
        import_source(SOURCE, client, options=Options(), now=NOW)
        before = states()
        for language in ("fi", "sv", "en"):
            server.remove("palvelurekisteri", f"description_{language}", 4001)
            server.remove("palvelurekisteri", f"description_{language}", 4002)
        server.data.documents[WITHOUT_TEXT] = [4001]
        import_source(SOURCE, client, options=Options(), now=NOW + timedelta(days=1))

    present, missing = RecordState.PRESENT, RecordState.MISSING
    assert before == {"4001": present, "4002": present, "4003": present}
    assert states() == {"4001": present, "4002": missing, "4003": present}
