from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from tarjotin.sources.models import Outcome, Run, RunState, SourceRecord
from tarjotin.web.staff.overview import source_rows
from tests import make
from tests.web.html import Page
from tests.web.staff.desk import Desk, client_of

pytestmark = pytest.mark.django_db


def test_start_page_tells_each_source_and_what_waits(desk: Desk, editor: Client) -> None:
    desk.candidate()

    page = Page(editor.get("/yllapito/").content.decode())

    assert [" ".join(text.split()[:2]) for text in page.texts("li") if text[0].isdigit()] == [
        "1 paria",
        "0 viestiä",
        "2 luokittelematta",
        "2 tietuetta",
        "0 omaa",
    ]
    row = next(text for text in page.texts("tr") if text.startswith("Linked Events"))
    assert row == "Linked Events 24.11.2026 12.00 11 julkaistu 8, yhdistetty 1, odottaa 2 valmis"


def test_start_page_shows_nothing_to_staff_without_rights(desk: Desk) -> None:
    page = Page(client_of().get("/yllapito/").content.decode())

    assert (page.texts("table"), page.all("form", role="search")) == ([], [])
    assert "Linked Events" not in page.one("main").text


def test_source_read_three_days_ago_is_called_old(db: None) -> None:
    make.run(source="tpr", ended_at=make.NOW - timedelta(days=3))
    make.run(source="ptv", ended_at=make.NOW - timedelta(hours=30))

    old = {row.source.name: row.is_old for row in source_rows(make.NOW)}

    assert old == {
        "tpr": True,
        "palvelurekisteri": True,  # never read
        "ptv": False,
        "linkedevents": True,
        "lahella": False,  # no address to read it from
        "edits": False,
    }


def test_newest_run_that_is_held_or_failed_is_told_in_words(db: None, editor: Client) -> None:
    make.run(source="tpr", ended_at=make.NOW - timedelta(hours=2))
    held = make.run(source="tpr", ended_at=make.NOW, verdict=RunState.HELD)
    Run.objects.filter(pk=held.pk).update(problem="30 of 60 records of kind unit are missing")
    failed = make.run(source="ptv", ended_at=make.NOW, verdict=RunState.FAILED)
    Run.objects.filter(pk=failed.pk).update(problem="SourceUnavailable: 500")

    page = Page(editor.get("/yllapito/").content.decode())

    rows = [text for text in page.texts("tr") if "Odottaa, että" in text or "Ei onnistunut" in text]
    assert [row.partition("pidätetty")[2] or row.partition("epäonnistui")[2] for row in rows] == [
        " Odottaa, että joku katsoo. 30/60 tietuetta lajista unit puuttuu",
        " Ei onnistunut. SourceUnavailable: 500",
    ]


def test_records_of_a_source_that_is_gone_do_not_disturb(db: None, editor: Client) -> None:
    now = make.NOW
    times = {"first_seen_at": now, "fetched_at": now, "seen_at": now}
    SourceRecord.objects.create(source="museums", kind="x", external_id="1", outcome=Outcome.PUBLISHED, **times)

    assert editor.get("/yllapito/").status_code == 200
    assert editor.get("/yllapito/sources/sourcerecord/").status_code == 200
