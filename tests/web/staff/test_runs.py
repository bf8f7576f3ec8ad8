"""A feed that shrank is held; staff see what would vanish, and let it through or not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from tarjotin.sources.models import Run
from tarjotin.sources.replay.server import ReplayServer
from tests.sources import payloads
from tests.sources.importing import NOW, run
from tests.web.html import Page
from tests.web.staff.desk import shown

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    """Twelve groups, of which the second walk gives six: the run is held."""
    folder = payloads.linked_events(tmp_path / "payloads", [payloads.event(number) for number in range(12)])
    with ReplayServer(folder, now=lambda: NOW) as server:
        run(server, "linkedevents")
        server.shrink("/linkedevents/event/", keep=0.5)
        run(server, "linkedevents", now=LATER)
        yield server


def held() -> Run:
    return Run.objects.get(verdict="held")


def test_held_run_tells_the_problem_and_what_would_vanish(server: ReplayServer, editor: Client) -> None:
    page = Page(editor.get(f"/yllapito/sources/run/{held().pk}/change/").content.decode())

    assert "6/12 tietuetta lajista event puuttuu" in page.texts("dd")
    assert "6 tietuetta katoaisi näkyvistä." in page.texts("p")
    vanishing = [text.split(" event ")[0] for text in page.texts("li") if " event helsinki:" in text]
    assert vanishing == [f"Tuolijumppa {number}" for number in (10, 11, 6, 7, 8, 9)]


def test_accepting_asks_first_and_then_publishes(server: ReplayServer, editor: Client) -> None:
    address = f"/yllapito/tuonnit/{held().pk}/hyvaksy/"

    asked = editor.get(address)
    untouched = len(shown())
    answered = editor.post(address, follow=True)

    assert (asked.status_code, untouched) == (200, 12)
    assert any(text.startswith("Käsiteltävänä on 6 tietuetta.") for text in Page(asked.content.decode()).texts("p"))
    assert answered.redirect_chain[-1][0] == f"/yllapito/sources/run/{Run.objects.latest('pk').pk}/change/"
    assert "Hyväksyit tuonnin. Se on julkaistu." in answered.content.decode()
    assert shown() == [f"Tuolijumppa {number}" for number in range(6)]
    assert Run.objects.latest("pk").verdict == "applied"


def test_accepting_twice_changes_nothing_and_says_so(server: ReplayServer, editor: Client) -> None:
    address = f"/yllapito/tuonnit/{held().pk}/hyvaksy/"
    editor.post(address)
    after_first = shown()

    again = editor.post(address)

    assert (again.status_code, shown()) == (409, after_first)


def test_held_run_that_a_newer_one_has_overtaken_cannot_be_accepted(server: ReplayServer, editor: Client) -> None:
    server.clear_faults()
    run(server, "linkedevents", now=LATER + timedelta(minutes=30))

    page = editor.get(f"/yllapito/sources/run/{held().pk}/change/")
    refused = editor.post(f"/yllapito/tuonnit/{held().pk}/hyvaksy/")

    assert "Lähteestä on jo uudempi tuonti." in page.content.decode()
    assert (refused.status_code, len(shown())) == (409, 12)


def test_accepting_more_than_one_waits_for_names_the_command(
    server: ReplayServer, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tarjotin.web.staff.accepting.WHILE_ONE_WAITS", 5)
    address = f"/yllapito/tuonnit/{held().pk}/hyvaksy/"

    asked, posted = editor.get(address), editor.post(address)

    assert Page(asked.content.decode()).texts("pre") == ["python manage.py import_source linkedevents --accept"]
    assert (posted.status_code, len(shown())) == (200, 12)


def test_list_tells_verdict_counts_and_problem_of_each_run(server: ReplayServer, editor: Client) -> None:
    page = Page(editor.get("/yllapito/sources/run/?source=linkedevents").content.decode())

    rows = [text for text in page.texts("tr") if "Linked Events" in text]
    assert ["pidätetty" in row for row in rows] == [True, False]
    assert "6/12 tietuetta lajista event puuttuu" in rows[0]
    assert "17 / 17 / 0" in rows[1]


def test_run_that_never_was_is_not_found(editor: Client) -> None:
    assert editor.get("/yllapito/sources/run/999/change/").status_code == 404
    assert editor.get("/yllapito/sources/run/abc/change/").status_code == 404
