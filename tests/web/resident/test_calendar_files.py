"""Calendar files: Helsinki time, the same id at every change, the phone and the way, what is cancelled."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from icalendar import Calendar

from tarjotin.common.time import HELSINKI
from tests import make
from tests.web.resident.lists import coded

pytestmark = pytest.mark.django_db


def events(client: Client, url: str) -> list[Any]:
    response = client.get(url)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_session_is_told_in_helsinki_time_with_phone_and_way(client: Client) -> None:
    place = make.place(arrival="Ovi on pihalla.")
    make.transit(place=place)
    choir = make.activity(
        name="Kuoro; bändi, <b>", place=place, register_phone="+358931085053", how_to_join="Tule vain."
    )
    session = make.session(activity=choir, starts_at=datetime(2026, 12, 1, 14, tzinfo=HELSINKI), minutes=90)

    (event,) = events(client, f"/fi/ics/session/{session.id}.ics")

    assert (str(event["uid"]), str(event["summary"]), str(event["status"])) == (
        f"{session.id}@tarjotin.example",
        "Kuoro; bändi, <b>",
        "CONFIRMED",
    )
    assert event["dtstart"].params["TZID"] == "Europe/Helsinki"
    assert (event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat()) == (
        "2026-12-01T14:00:00+02:00",
        "2026-12-01T15:30:00+02:00",
    )
    assert str(event["location"]) == "Kallion kirjasto, Viides linja 11, 00530 Helsinki"
    assert str(event["description"]).splitlines() == [
        "Soita 09 310 85 053",
        "Sörnäinen (metro) 450 m, 6 min kävellen",
        "Ovi on pihalla.",
        "Tule vain.",
        str(event["url"]),
    ]


def test_file_brings_the_rules_of_helsinki_time(client: Client) -> None:
    session = make.session(starts_at=datetime(2027, 3, 29, 10, tzinfo=HELSINKI))

    content = client.get(f"/fi/ics/session/{session.id}.ics").content

    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(zone["tzid"]) == "Europe/Helsinki"
    assert event["dtstart"].dt.utcoffset() == timedelta(hours=3)


def test_change_keeps_the_id_and_raises_the_sequence(client: Client) -> None:
    session = make.session()
    url = f"/fi/ics/session/{session.id}.ics"
    (before,) = events(client, url)
    session.state, session.modified_at = "cancelled", make.NOW + timedelta(hours=1)
    session.save()

    (after,) = events(client, url)

    assert before["uid"] == after["uid"]
    assert after["sequence"] - before["sequence"] == 3600
    assert (str(after["status"]), str(after["summary"])) == ("CANCELLED", "Peruttu: Tuolijumppa")


def test_session_without_a_clock_is_a_whole_day(client: Client) -> None:
    session = make.session(starts_at=datetime(2026, 12, 1, tzinfo=HELSINKI), minutes=None, time_known=False)

    (event,) = events(client, f"/fi/ics/session/{session.id}.ics")

    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2026, 12, 1), date(2026, 12, 2))


def test_activity_has_its_sessions_and_those_nobody_tells_any_more_are_left_out(client: Client) -> None:
    choir = make.activity()
    kept = [make.session(activity=choir, starts_at=make.NOW + timedelta(days=n)) for n in (1, 8)]
    make.session(activity=choir, starts_at=make.NOW + timedelta(days=2), state="withdrawn")
    make.session()

    found = events(client, f"/fi/ics/activity/{choir.id}.ics")

    assert [str(event["uid"]).split("@")[0] for event in found] == [str(session.id) for session in kept]


def test_feed_of_a_list_holds_its_activities_only(client: Client) -> None:
    choir, hidden = make.activity(name="Kuoro"), make.activity(name="Pois", status="withdrawn")
    for activity in (choir, hidden, make.activity(name="Muu")):
        make.session(activity=activity)
    coded(choir, hidden, make.service())

    found = events(client, "/sv/ics/list/K7M-2QX.ics")

    assert [str(event["summary"]) for event in found] == ["Kuoro"]


def test_feed_of_an_empty_list_is_an_empty_calendar(client: Client) -> None:
    coded()

    assert events(client, "/fi/ics/list/k7m2qx.ics") == []


@pytest.mark.parametrize("kind", ["session", "activity"])
def test_file_of_something_that_is_not_shown_is_not_found(client: Client, kind: str) -> None:
    session = make.session(activity=make.activity(status="draft"))
    known = {"session": session.id, "activity": session.activity_id}[kind]

    answers = [client.get(f"/fi/ics/{kind}/{id_}.ics").status_code for id_ in (known, UUID(int=0))]

    assert answers == [404, 404]


def test_files_ask_as_often_for_ten_as_for_one(client: Client, django_assert_max_num_queries: Any) -> None:
    things = [make.activity(name=f"Ryhmä {n}", place=make.place(name=f"Talo {n}")) for n in range(10)]
    for thing in things:
        make.session(activity=thing)
    coded(*things)

    with django_assert_max_num_queries(12):
        client.get("/fi/ics/list/K7M-2QX.ics")
