"""Edits written here: stored as an address would tell them, published at once, taken back whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tarjotin.catalogue.models import Activity
from tarjotin.catalogue.records import Ref
from tarjotin.sources.checks import mark_over
from tarjotin.sources.edits import SOURCE
from tarjotin.sources.edits.writing import BadEdit, classify, take_back, write_edit
from tarjotin.sources.models import SourceRecord
from tarjotin.sources.processing import Tally, process
from tarjotin.sources.replay.server import ReplayServer
from tests.sources import payloads
from tests.sources.importing import NOW, published, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    unknown = {"keywords": [], "short_description": None, "description": None}
    events = [payloads.event(1, name={"fi": "Tuolijumppa"}), payloads.event(40, name={"fi": "Hetki"}, **unknown)]
    with ReplayServer(payloads.linked_events(tmp_path, events), now=lambda: NOW) as server:
        run(server, "linkedevents")
        yield server


def record(number: int = 1) -> SourceRecord:
    return SourceRecord.objects.get(external_id=f"helsinki:e{number}")


def write(number: int = 1, **changes: Any) -> SourceRecord:
    facts = {"fields": {"name": {"fi": "Jumppa"}}, "reason": "Kerrottiin", "by": "aino", "now": NOW}
    return write_edit(about=record(number).ref, **facts | changes)


def names() -> list[str]:
    return sorted(str(activity.name) for activity in Activity.objects.published())


def test_edit_is_stored_in_the_form_of_the_source_and_shown(server: ReplayServer) -> None:
    edit = write(valid_until=date(2026, 12, 24))

    assert edit.payload == {
        "id": edit.external_id,
        "about": {"source": "linkedevents", "kind": "event", "id": "helsinki:e1"},
        "reason": "Kerrottiin",
        "fields": {"name": {"fi": "Jumppa"}},
        "by": "aino",
        "valid_until": "2026-12-24",
    }
    assert (edit.kind, edit.todo, edit.outcome, edit.upstream) == (
        "activity",
        "",
        "published",
        "linkedevents/event/helsinki:e1",
    )
    assert names() == ["Jumppa"]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"min_age": 80, "max_age": 60}, "cannot be stored: "),
        ({"codes": ["category:nonexistent"]}, "codes: category:nonexistent is unknown"),
        ({"schedules": [{"starts_on": "2026-11-01", "start": "10:00", "rrule": "FREQ=OFTEN"}]}, "'FREQ=OFTEN' is no "),
    ],
)
def test_edit_that_cannot_be_published_is_refused_in_words(
    server: ReplayServer, fields: dict[str, Any], said: str
) -> None:
    before = published()

    with pytest.raises(BadEdit, match=said):
        write(fields=fields)

    assert (published(), SourceRecord.objects.of("edits").count()) == (before, 0)


def test_edit_with_letters_no_database_stores_is_mended(server: ReplayServer) -> None:
    write(fields={"name": {"fi": "Jooga \ud800 ja \x00"}})

    assert names() == ["Jooga \ufffd ja \ufffd"]


def test_thing_that_vanishes_after_an_edit_of_it_has_ended_is_gone_and_not_over(server: ReplayServer) -> None:
    write(valid_until=date(2026, 11, 25))
    after = NOW + timedelta(days=3)
    mark_over(SOURCE, after)
    process(SOURCE, now=after, tally=Tally())
    server.remove("linkedevents", "event", "helsinki:e1")

    run(server, "linkedevents", now=after)

    assert Activity.objects.get(withdrawn_at=after).withdrawn_reason == "gone_from_source"


def test_newer_edit_of_a_field_goes_before_an_older_one(server: ReplayServer) -> None:
    write(fields={"name": {"fi": "Vanha"}, "bring": {"fi": "Pyyhe"}})

    write(fields={"name": {"fi": "Uusi"}}, now=NOW + timedelta(hours=1))

    activity = Activity.objects.published().get()
    assert (str(activity.name), str(activity.bring)) == ("Uusi", "Pyyhe")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"fields": {"colour": "red"}}, "colour: unknown field"),
        ({"fields": {}}, "fields: nothing is changed"),
        ({"reason": " "}, "reason: an edit says why"),
    ],
)
def test_edit_that_does_not_fit_is_refused_and_nothing_is_stored(
    server: ReplayServer, changes: dict[str, Any], problem: str
) -> None:
    with pytest.raises(BadEdit, match=problem):
        write(**changes)

    assert SourceRecord.objects.of("edits").count() == 0


def test_edit_about_a_record_that_is_not_here_waits_for_it(server: ReplayServer) -> None:
    missing = Ref("linkedevents", "event", "helsinki:none")

    edit = write_edit(about=missing, fields={"alone_ok": True}, reason="Kerrottiin", by="aino", now=NOW)

    assert (edit.outcome, edit.reason) == ("waiting", f"what it is about is not here: {missing}")


def test_taking_back_shows_again_what_the_source_tells(server: ReplayServer) -> None:
    edit = write()

    take_back(edit, now=NOW)

    edit.refresh_from_db()
    assert (names(), edit.state, edit.outcome) == (["Tuolijumppa"], "missing", "rejected")


def test_record_of_a_source_cannot_be_taken_back(server: ReplayServer) -> None:
    before = published()

    with pytest.raises(BadEdit):
        take_back(record(), now=NOW)

    assert published() == before


def test_edit_ends_with_its_last_day(server: ReplayServer) -> None:
    write(valid_until=date(2026, 11, 24))
    next_day = NOW + timedelta(days=1)

    marked = mark_over(SOURCE, next_day)
    process(SOURCE, now=next_day, tally=Tally())

    assert (marked, names()) == (1, ["Tuolijumppa"])


def test_classifying_publishes_what_no_rule_could_place(server: ReplayServer) -> None:
    before = record(40).outcome

    classify(record=record(40), category="community", audiences=["carers"], by="aino", now=NOW)

    assert (before, record(40).outcome, record(40).reason) == ("waiting", "published", "community: a person decided")


def test_outside_leaves_the_record_rejected_with_the_reason_in_words(server: ReplayServer) -> None:
    classify(record=record(40), outside="children_only", by="aino", now=NOW)

    reason = "outside the tray, For children only; the tray is for adults, as a person decided"
    assert (record(40).outcome, record(40).reason) == ("rejected", reason)


def test_outside_takes_a_published_entry_from_sight_and_a_category_brings_it_back(server: ReplayServer) -> None:
    entity_id = Activity.objects.published().get().pk
    classify(record=record(), outside="children_only", by="aino", now=NOW)
    hidden = names()

    classify(record=record(), category="sport", by="aino", now=NOW)

    assert (hidden, Activity.objects.published().get().pk) == ([], entity_id)
    assert SourceRecord.objects.of("edits").count() == 1


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"category": "sport", "outside": "children_only"},
        {"category": "gardening"},
        {"category": "sport", "audiences": ["cats"]},
        {"outside": "boring"},
    ],
)
def test_class_that_is_none_is_refused(server: ReplayServer, said: dict[str, Any]) -> None:
    with pytest.raises(BadEdit):
        classify(record=record(40), by="aino", now=NOW, **said)

    assert SourceRecord.objects.of("edits").count() == 0


def test_other_edits_of_a_record_are_left_alone_when_it_is_classified(server: ReplayServer) -> None:
    write(40, fields={"codes": ["ptv:P27.1"]})
    write(40, fields={"name": {"fi": "Hiljainen hetki"}, "codes": ["category:food"]})

    classify(record=record(40), category="sport", by="aino", now=NOW)

    assert SourceRecord.objects.of("edits").count() == 3
