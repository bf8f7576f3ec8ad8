"""The whole way of a record, on the real importers and the real database; only the network is our own machine's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db.models import Count

from tarjotin.catalogue.models import Activity, Place, Revision, Session
from tarjotin.common.time import HELSINKI
from tarjotin.sources import runs
from tarjotin.sources.accepting import accept
from tarjotin.sources.http import Client, SourceUnavailable
from tarjotin.sources.models import Run, SourceRecord
from tarjotin.sources.pipeline import Options, import_source, rehearse
from tarjotin.sources.processing import Tally, process, retry_missing
from tarjotin.sources.registry import SOURCES
from tarjotin.sources.replay.server import ReplayServer
from tarjotin.sources.report import report
from tests.sources import payloads
from tests.sources.importing import NOW, client, outcomes, published, run

pytestmark = pytest.mark.django_db

LATER = NOW + timedelta(days=1)


def shown() -> list[str]:
    return sorted(str(activity.name) for activity in Activity.objects.published())


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ReplayServer]:
    """Forty exercise groups, served three pages long."""
    folder = payloads.linked_events(tmp_path, [payloads.event(number) for number in range(40)])
    with ReplayServer(folder, now=lambda: NOW, page_cap=15) as server:
        yield server


def test_import_publishes_every_event_with_place_session_and_reason(server: ReplayServer) -> None:
    ended = run(server, "linkedevents")

    assert (ended.verdict, Activity.objects.published().count(), Session.objects.count()) == ("applied", 40, 40)
    assert set(Activity.objects.values_list("place__name__fi__text", "place__district")) == {("Kallion kirjasto", "11")}
    found = report(SOURCES["linkedevents"])
    assert (found.adds_up, found.total, found.fetched) == (True, found.records, found.records)
    assert all(outcome in {"published", "merged"} for outcome, _ in outcomes("linkedevents").values())


def test_second_import_of_unchanged_data_writes_nothing_to_published_tables(server: ReplayServer) -> None:
    run(server, "linkedevents")
    before = published()

    ended = run(server, "linkedevents", now=LATER)

    assert published() == before
    assert (ended.counts["staged"].get("new", 0), ended.counts["staged"].get("changed", 0)) == (0, 0)


def test_changed_event_changes_only_itself(server: ReplayServer) -> None:
    run(server, "linkedevents")
    server.change("linkedevents", "event", "helsinki:e7", name={"fi": "Venyttely"})

    run(server, "linkedevents", now=LATER)

    assert Revision.objects.filter(changed_at=LATER).aggregate(n=Count("pk")) == {"n": 1}
    assert "Venyttely" in shown()


def test_vanished_event_is_withdrawn_and_the_same_one_when_it_comes_back(server: ReplayServer, tmp_path: Path) -> None:
    run(server, "linkedevents")
    activity = Activity.objects.get(name__fi__text="Tuolijumppa 7")
    server.remove("linkedevents", "event", "helsinki:e7")

    run(server, "linkedevents", now=LATER)
    gone = Activity.objects.get(pk=activity.pk)
    assert (gone.status, gone.withdrawn_reason) == ("withdrawn", "gone_from_source")
    assert outcomes("linkedevents")["helsinki:e7"] == ("rejected", "gone from the source")

    with ReplayServer(tmp_path, now=lambda: NOW) as whole_again:
        run(whole_again, "linkedevents", now=LATER + timedelta(days=1))
    back = Activity.objects.get(pk=activity.pk)
    assert (back.status, back.withdrawn_reason, Activity.objects.published().count()) == ("published", "", 40)


def test_event_over_by_now_is_expired_and_no_alarm(server: ReplayServer) -> None:
    run(server, "linkedevents")

    ended = run(server, "linkedevents", now=NOW.replace(month=12, day=30))

    assert ended.verdict == "applied"
    assert set(Activity.objects.values_list("status", "withdrawn_reason")) == {("withdrawn", "expired")}
    assert {outcome for name, outcome in outcomes("linkedevents").items() if name.startswith("helsinki:e")} == {
        ("rejected", "over")
    }


# --- Bad luck --------------------------------------------------------------------------------------------------------


def test_shrinking_feed_is_held_until_someone_has_looked(server: ReplayServer) -> None:
    run(server, "linkedevents")
    before = published()
    server.shrink("/linkedevents/event/", keep=0.5)
    server.change("linkedevents", "event", "helsinki:e0", name={"fi": "Muuttui samalla"})

    held = run(server, "linkedevents", now=LATER)
    assert (held.verdict, published()) == ("held", before)
    assert "of 40 records of kind event are missing" in held.problem

    accepted = run(server, "linkedevents", now=LATER + timedelta(hours=1), accept=True)
    assert (accepted.verdict, Activity.objects.published().count()) == ("applied", 20)


def test_held_feed_that_is_whole_again_is_applied_without_anyone(server: ReplayServer) -> None:
    run(server, "linkedevents")
    before = published()
    server.shrink("/linkedevents/event/", keep=0.5)
    run(server, "linkedevents", now=LATER)
    server.clear_faults()

    ended = run(server, "linkedevents", now=LATER + timedelta(hours=1))

    assert (ended.verdict, published()) == ("applied", before)


@pytest.mark.parametrize("fault", [{"truncate": True}, {"invalid_json": True}, {"status": 500}])
def test_page_that_stays_broken_changes_nothing_and_the_next_run_repairs(
    server: ReplayServer, fault: dict[str, object]
) -> None:
    run(server, "linkedevents")
    before = published()
    server.change("linkedevents", "event", "helsinki:e1", name={"fi": "Venyttely"})
    server.fail("/linkedevents/event/", after=1, times=100, **fault)

    with pytest.raises(SourceUnavailable):
        run(server, "linkedevents", now=LATER)
    assert published() == before
    assert Run.objects.order_by("pk").last().verdict == "failed"  # type: ignore[union-attr]

    server.clear_faults()
    run(server, "linkedevents", now=LATER + timedelta(hours=1))
    assert "Venyttely" in shown()


def test_interrupted_walk_goes_on_from_its_cursor(server: ReplayServer) -> None:
    server.fail("/linkedevents/event/", after=2, times=100, status=503)
    with pytest.raises(SourceUnavailable):
        run(server, "linkedevents")
    server.clear_faults()
    asked_before = len(server.requests)

    ended = run(server, "linkedevents", now=NOW + timedelta(minutes=5))

    pages = [line for line in server.requests[asked_before:] if "/linkedevents/event/?" in line]
    assert (ended.verdict, Activity.objects.published().count()) == ("applied", 40)
    assert len(pages) == 1
    assert ended.counts["staged"]["fetched"] == SourceRecord.objects.of("linkedevents").count()


def test_dead_host_changes_nothing_and_says_so(server: ReplayServer) -> None:
    run(server, "linkedevents")
    before = published()
    nobody = Client({"api": "http://127.0.0.1:9/"}, back_off=(0,), sleep=lambda _: None)

    with pytest.raises(SourceUnavailable):
        import_source(SOURCES["linkedevents"], nobody, options=Options(), now=LATER)

    assert published() == before
    assert "ConnectionError" in Run.objects.order_by("pk").last().problem  # type: ignore[union-attr]


def test_busy_source_is_asked_again_after_the_time_it_names(server: ReplayServer) -> None:
    server.fail("/linkedevents/event/", status=429, times=2, headers={"Retry-After": "7"})
    waits: list[float] = []

    ended = run(server, "linkedevents", waits=waits)

    assert (ended.verdict, waits) == ("applied", [7.0, 7.0])


def test_event_on_two_pages_is_one_record(server: ReplayServer) -> None:
    server.duplicate_across_pages("/linkedevents/event/")

    run(server, "linkedevents")

    events = SourceRecord.objects.filter(kind="event")
    assert (events.count(), Activity.objects.published().count()) == (40, 40)
    assert report(SOURCES["linkedevents"]).adds_up


def test_import_while_another_is_under_way_is_refused_in_words(server: ReplayServer) -> None:
    runs.claim("linkedevents", full=True, since=None, limit=None, now=NOW)

    with pytest.raises(runs.ImportUnderWay, match="linkedevents is being imported since"):
        run(server, "linkedevents", now=NOW + timedelta(seconds=30))

    assert Activity.objects.count() == 0


def test_import_takes_over_from_a_process_that_is_gone(server: ReplayServer) -> None:
    dead = runs.claim("linkedevents", full=True, since=None, limit=None, now=NOW)
    Run.objects.filter(pk=dead.pk).update(pid=2**22 + 1)

    ended = run(server, "linkedevents", now=NOW + timedelta(seconds=30))

    assert (ended.pk, ended.verdict) == (dead.pk, "applied")


def test_import_takes_over_from_a_silent_process_on_another_machine(server: ReplayServer) -> None:
    silent = runs.claim("linkedevents", full=True, since=None, limit=None, now=NOW)
    Run.objects.filter(pk=silent.pk).update(host="elsewhere")

    ended = run(server, "linkedevents", now=NOW + timedelta(minutes=6))

    assert ended.verdict == "applied"


def test_rehearsal_counts_and_writes_nothing(server: ReplayServer) -> None:
    counts = rehearse(SOURCES["linkedevents"], client(server, "linkedevents"), options=Options(), now=NOW)

    assert counts["event: new"] == 40
    assert (SourceRecord.objects.count(), Run.objects.count(), Activity.objects.count()) == (0, 0, 0)


def test_record_the_database_refuses_is_rejected_in_words_and_keeps_no_other_back(tmp_path: Path) -> None:
    about = {"source": "linkedevents", "kind": "event", "id": "helsinki:e1"}
    told = ({"min_age": 80}, {"seated_option": True})  # the first is more than the event's highest age
    edits = [{"id": f"e{n}", "about": about, "reason": "Soitto", "fields": fields} for n, fields in enumerate(told)]
    folder = payloads.edits(payloads.linked_events(tmp_path, [payloads.event(1, audience_max_age=60)]), edits)
    with ReplayServer(folder, now=lambda: NOW) as server:
        run(server, "linkedevents")
        ended = run(server, "edits")

    assert (ended.verdict, outcomes("edits")) == (
        "applied",
        {"e0": ("rejected", "cannot be stored"), "e1": ("merged", "the same thing by copy")},
    )
    assert list(Activity.objects.values_list("min_age", "max_age", "seated_option")) == [(None, 60, True)]


def test_text_that_names_an_unstorable_letter_is_stored_as_it_is(tmp_path: Path) -> None:
    events = [
        payloads.event(1, name={"fi": r"Jooga \u0000 ja \\u0000"}),
        payloads.event(2, name={"fi": "A \\\x00\x00"}),
    ]
    with ReplayServer(payloads.linked_events(tmp_path, events), now=lambda: NOW) as server:
        run(server, "linkedevents")

    assert shown() == ["A \\\ufffd\ufffd", r"Jooga \u0000 ja \\u0000"]


def test_texts_no_database_can_store_are_mended_and_not_fatal(tmp_path: Path) -> None:
    events = [payloads.event(1, name={"fi": "Jooga \ud800 ja \x00 venyttely"}), payloads.event(2)]
    with ReplayServer(payloads.linked_events(tmp_path, events), now=lambda: NOW) as server:
        ended = run(server, "linkedevents")
        again = run(server, "linkedevents", now=LATER)

    assert ended.verdict == "applied"
    assert shown() == ["Jooga \ufffd ja \ufffd venyttely", "Tuolijumppa 2"]
    assert again.counts["staged"].get("changed", 0) == 0


# --- Incremental -----------------------------------------------------------------------------------------------------


def test_incremental_import_brings_changes_and_deletions_and_judges_no_absence(server: ReplayServer) -> None:
    run(server, "linkedevents")
    server.change(
        "linkedevents", "event", "helsinki:e3", name={"fi": "Venyttely"}, last_modified_time="2026-11-24T12:00:00Z"
    )
    server.mark_deleted("linkedevents", "event", "helsinki:e4")

    ended = run(server, "linkedevents", now=LATER, since=NOW)

    assert (ended.verdict, Activity.objects.published().count()) == ("applied", 39)
    assert "Venyttely" in shown()
    assert "Tuolijumppa 4" not in shown()


def test_incremental_import_publishes_nothing_of_a_held_feed_which_can_still_be_accepted(server: ReplayServer) -> None:
    run(server, "linkedevents")
    server.shrink("/linkedevents/event/", keep=0.5)
    server.change("linkedevents", "event", "helsinki:e0", name={"fi": "Pidätetty"})
    held = run(server, "linkedevents", now=LATER)
    server.clear_faults()
    server.change("linkedevents", "event", "helsinki:e0", name={"fi": "Pidätetty"})
    server.change(
        "linkedevents", "event", "helsinki:e3", name={"fi": "Venyttely"}, last_modified_time="2026-11-25T12:00:00Z"
    )

    run(server, "linkedevents", now=LATER + timedelta(hours=1), since=LATER)
    assert ("Venyttely" in shown(), "Pidätetty" in shown(), len(shown())) == (True, False, 40)

    accept(held, now=LATER + timedelta(hours=2))
    assert ("Venyttely" in shown(), "Pidätetty" in shown(), len(shown())) == (True, True, 20)


def test_import_since_another_time_does_not_go_on_with_what_broke_off(server: ReplayServer) -> None:
    run(server, "linkedevents")
    server.change(
        "linkedevents", "event", "helsinki:e3", name={"fi": "Venyttely"}, last_modified_time="2026-11-24T07:00:00Z"
    )
    server.fail("/linkedevents/event/", times=100, status=503)
    with pytest.raises(SourceUnavailable):
        run(server, "linkedevents", now=LATER, since=LATER - timedelta(hours=1))
    server.clear_faults()

    ended = run(server, "linkedevents", now=LATER + timedelta(minutes=5), since=NOW)

    assert (ended.since, "Venyttely" in shown()) == (NOW, True)


def test_run_with_a_limit_is_no_time_from_which_to_ask_for_changes(server: ReplayServer) -> None:
    whole = run(server, "linkedevents")

    run(server, "linkedevents", now=LATER, limit=3)

    assert runs.last_good("linkedevents") == whole
    assert report(SOURCES["linkedevents"]).fetched == whole.counts["staged"]["fetched"]


# --- References ------------------------------------------------------------------------------------------------------


def test_event_at_a_tpr_unit_finds_its_place_when_that_comes_later(tmp_path: Path) -> None:
    events = [payloads.event(1, location={"@id": f"{payloads.BASE}/place/tprek:5/"})]
    folder = payloads.tpr(payloads.linked_events(tmp_path, events), [payloads.unit(5)])
    with ReplayServer(folder, now=lambda: NOW) as server:
        run(server, "linkedevents")
        assert Activity.objects.get().place is None

        run(server, "tpr", now=LATER)
        waiting = retry_missing(now=LATER)
        process(SOURCES["linkedevents"], now=LATER, tally=Tally())

    assert (waiting, str(Activity.objects.get().place)) == (1, "Kirjasto 5")


def test_event_that_becomes_a_session_of_a_series_is_shown_with_it_only(tmp_path: Path) -> None:
    session = payloads.event(2, name={"fi": "Kerho"})
    series = payloads.event(1, name={"fi": "Kerho"}, super_event_type="recurring")
    of_series = session | {"super_event": {"@id": f"{payloads.BASE}/event/helsinki:e1/"}}
    with ReplayServer(payloads.linked_events(tmp_path / "before", [session]), now=lambda: NOW) as server:
        run(server, "linkedevents")
    alone = Activity.objects.get()

    with ReplayServer(payloads.linked_events(tmp_path / "after", [series, of_series]), now=lambda: NOW) as server:
        run(server, "linkedevents", now=LATER)

    assert shown() == ["Kerho"]
    assert Activity.objects.get(pk=alone.pk).status == "withdrawn"
    assert outcomes("linkedevents")["helsinki:e2"] == ("merged", "a session of a series")


def test_edit_outranks_the_source_and_survives_its_changes(tmp_path: Path) -> None:
    about = {"source": "linkedevents", "kind": "event", "id": "helsinki:e1"}
    edit = {"id": "e1", "about": about, "reason": "Soitto", "valid_until": None}
    edit["fields"] = {"seated_option": True, "name": {"fi": "Tuolijumppa kaikille"}}
    folder = payloads.edits(payloads.linked_events(tmp_path, [payloads.event(1)]), [edit])
    with ReplayServer(folder, now=lambda: NOW) as server:
        run(server, "linkedevents")
        run(server, "edits")
        server.change("linkedevents", "event", "helsinki:e1", name={"fi": "Jumppa"}, audience_min_age=60)

        run(server, "linkedevents", now=LATER)

    activity = Activity.objects.get()
    assert (str(activity.name), activity.seated_option, activity.min_age) == ("Tuolijumppa kaikille", True, 60)


def test_edit_about_something_unknown_waits_and_is_used_when_it_comes(tmp_path: Path) -> None:
    about = {"source": "linkedevents", "kind": "event", "id": "helsinki:e1"}
    edit = {"id": "e1", "about": about, "reason": "Soitto", "valid_until": None, "fields": {"seated_option": True}}
    folder = payloads.edits(payloads.linked_events(tmp_path, [payloads.event(1)]), [edit])
    with ReplayServer(folder, now=lambda: NOW) as server:
        run(server, "edits")
        assert outcomes("edits") == {"e1": ("waiting", "what it is about is not here")}

        run(server, "linkedevents")
        retry_missing(now=LATER)
        process(SOURCES["edits"], now=LATER, tally=Tally())

    assert Activity.objects.get().seated_option is True


def test_units_are_places_also_without_a_category(tmp_path: Path) -> None:
    with ReplayServer(payloads.tpr(tmp_path, [payloads.unit(n) for n in range(1, 4)]), now=lambda: NOW) as server:
        run(server, "tpr")

    assert Place.objects.published().count() == 3
    assert report(SOURCES["tpr"]).adds_up


def test_weekly_group_over_the_spring_clock_change_keeps_its_hour(tmp_path: Path) -> None:
    start = datetime(2027, 3, 2, 16, 0, tzinfo=UTC)
    weekly = {
        "start": int(start.timestamp() * 1000),
        "timeZone": "Europe/Helsinki",
        "type": "4",
        "recurrence": {
            "period": "P1W",
            "end": int(datetime(2027, 4, 13, 21, 0, tzinfo=UTC).timestamp() * 1000),
            "daySpecificTimes": [{"weekday": 2, "startTime": "18:00", "endTime": "19:30"}],
            "exclude": [],
        },
    }
    with ReplayServer(payloads.lahella(tmp_path, [payloads.notice("k1", [weekly])]), now=lambda: NOW) as server:
        run(server, "lahella")

    starts = Session.objects.order_by("starts_at").values_list("starts_at", flat=True)
    assert [f"{at:%m-%d %H:%M}" for at in (moment.astimezone(UTC) for moment in starts)] == [
        "03-02 16:00",
        "03-09 16:00",
        "03-16 16:00",
        "03-23 16:00",
        "03-30 15:00",
        "04-06 15:00",
        "04-13 15:00",
    ]
    assert {f"{moment.astimezone(HELSINKI):%a %H:%M}" for moment in starts} == {"Tue 18:00"}
