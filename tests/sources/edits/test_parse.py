"""Each test shows an edit and the partial record it becomes, or why it is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from tarjotin.catalogue.encoding import encode
from tarjotin.catalogue.records import (
    ENTITY_KINDS,
    ActivityRecord,
    Code,
    ContactRecord,
    HoursRecord,
    LanguageRecord,
    OrganisationRecord,
    PlaceRecord,
    PriceRecord,
    Ref,
    ScheduleRecord,
    ServiceRecord,
    SessionRecord,
    SuitabilityRecord,
)
from tarjotin.common.distance import Point
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.edits import SOURCE
from tarjotin.sources.edits.allowed import ALLOWED
from tarjotin.sources.source import Parsed
from tests.sources.mangling import mangled

ABOUT = {"source": "linkedevents", "kind": "event", "id": "helsinki:agb001"}
EVENT = Ref("linkedevents", "event", "helsinki:agb001")


def said(**texts: str) -> LocalisedText:
    return LocalisedText.of(texts, by="person")


def edit(fields: Any, **more: Any) -> dict[str, Any]:
    return {"id": "e-1", "about": ABOUT, "reason": "Järjestäjä kertoi", "valid_until": None, "fields": fields, **more}


def test_an_edit_becomes_a_partial_record_of_what_it_is_about() -> None:
    payload = edit(
        {
            "what_happens": {"fi": "Istutaan ja jutellaan.", "sv": "Vi sitter och pratar."},
            "alone_ok": True,
            "group_typical": 14,
            "companion": ["buddy", "own_dog"],
            "suitability": [
                {"limit": "wheelchair", "verdict": "suits", "note": {"fi": "Mahtuu."}, "stated_on": "2026-10-05"}
            ],
            "languages": [{"language": "fi", "how": "plain"}],
            "prices": [{"who": "pensioner", "amount": "2.50", "per": "time"}],
            "contacts": [{"role": {"fi": "Toimisto"}, "phone": "+358931012345"}],
            "sessions": [{"starts_at": "2026-11-24T18:00:00+02:00", "state": "cancelled"}],
            "schedules": [{"starts_on": "2026-11-24", "start": "18:00", "rrule": "FREQ=WEEKLY;BYDAY=TU"}],
            "place": "tpr/unit/8215",
            "codes": ["ptv:P27.1"],
        }
    )

    assert SOURCE.parse("activity", payload) == Parsed(
        ActivityRecord(
            name=EMPTY,
            what_happens=said(fi="Istutaan ja jutellaan.", sv="Vi sitter och pratar."),
            alone_ok=True,
            group_typical=14,
            companion=("buddy", "own_dog"),
            suitability=(
                SuitabilityRecord("wheelchair", "suits", note=said(fi="Mahtuu."), stated_on=date(2026, 10, 5)),
            ),
            languages=(LanguageRecord("fi", "plain"),),
            prices=(PriceRecord(who="pensioner", amount=Decimal("2.50")),),
            contacts=(ContactRecord(role=said(fi="Toimisto"), phone="+358931012345"),),
            sessions=(SessionRecord(datetime(2026, 11, 24, 16, tzinfo=UTC), state="cancelled"),),
            schedules=(ScheduleRecord(date(2026, 11, 24), time(18), None, "FREQ=WEEKLY;BYDAY=TU"),),
            place=Ref("tpr", "unit", "8215"),
            codes=(Code("ptv", "P27.1"),),
        ),
        flags=("edited: Järjestäjä kertoi",),
        upstream=EVENT,
    )


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        (
            "place",
            {
                "name": {"fi": "Kirjasto"},
                "point": {"lat": 60.18, "lon": 24.95},
                "accessible_parking": False,
                "hours": [{"weekday": 1, "opens": "09:00", "closes": "17:00"}],
            },
            PlaceRecord(
                name=said(fi="Kirjasto"),
                point=Point(60.18, 24.95),
                accessible_parking=False,
                hours=(HoursRecord(weekday=1, opens=time(9), closes=time(17)),),
            ),
        ),
        (
            "service",
            {"is_free": True, "languages": ["fi", "so"], "name": None},
            ServiceRecord(name=EMPTY, is_free=True, languages=("fi", "so")),
        ),
        ("organisation", {"kind": "association"}, OrganisationRecord(name=EMPTY, kind="association")),
    ],
)
def test_each_kind_of_entity_can_be_edited(kind: str, fields: dict[str, Any], expected: Any) -> None:
    parsed = SOURCE.parse(kind, edit(fields))

    assert (parsed.rejected, parsed.record) == ("", expected)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"colour": "red"}, "colour: unknown field"),
        ({"alone_ok": "yes"}, "alone_ok: 'yes' is not true or false"),
        ({"group_typical": -1}, "group_typical: '-1' is not a whole number"),
        ({"group_typical": True}, "group_typical: 'True' is not a whole number"),
        ({"summary": "Suomeksi"}, "summary: 'Suomeksi' is not a text by language"),
        ({"summary": {"fi": 3}}, """summary: "{'fi': 3}" is not a text by language"""),
        ({"register_phone": 112}, "register_phone: '112' is not a text"),
        ({"companion": "buddy"}, "companion: a list is expected"),
        ({"companion": ["cat"]}, "companion: 'cat' is not one of buddy, escort_first_times, free_assistant, own_dog"),
        ({"gender": "kaikki"}, "gender: 'kaikki' is not one of all, men, women"),
        ({"suitability": ["wheelchair"]}, "suitability[0]: an object is expected"),
        ({"suitability": [{"limit": "knee"}]}, "suitability[0].verdict: is missing"),
        (
            {"suitability": [{"limit": "knee", "verdict": "perhaps"}]},
            "suitability[0].verdict: 'perhaps' is not one of adapted, ask_first, not_for, suits",
        ),
        ({"prices": [{"amount": "kaksi"}]}, "prices[0].amount: 'kaksi' is not a sum"),
        ({"prices": [{"amount": -2}]}, "prices[0].amount: '-2' is not a sum"),
        ({"prices": [{"sum": 2}]}, "prices[0].sum: unknown field"),
        (
            {"sessions": [{"starts_at": "2026-11-24T18:00"}]},
            "sessions[0].starts_at: '2026-11-24T18:00' is not a time with its zone",
        ),
        (
            {"suitability": [{"limit": "knee", "verdict": "suits", "stated_on": "5.10.2026"}]},
            "suitability[0].stated_on: '5.10.2026' is not a date",
        ),
        ({"place": "8215"}, "place: '8215' is not source/kind/id"),
        ({"codes": ["P27.1"]}, "codes[0]: 'P27.1' is not scheme:code"),
        (["alone_ok"], "fields: an object is expected"),
        ({}, "fields: nothing is changed"),
    ],
)
def test_a_field_that_does_not_fit_is_refused_by_name(fields: Any, reason: str) -> None:
    parsed = SOURCE.parse("activity", edit(fields))

    assert (parsed.record, parsed.rejected, parsed.upstream) == (None, reason, EVENT)


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"about": None}, "about: source, kind and id are expected"),
        ({"about": {"source": "tpr", "kind": "unit"}}, "about: source, kind and id are expected"),
        ({"reason": ""}, "reason: an edit says why"),
        ({"valid_until": "ensi viikolla"}, "valid_until: 'ensi viikolla' is not a date"),
        ({"valid_until": 5}, "valid_until: '5' is not a date"),
    ],
)
def test_an_edit_without_its_frame_is_refused(more: dict[str, Any], reason: str) -> None:
    parsed = SOURCE.parse("activity", edit({"alone_ok": True}, **more))

    assert (parsed.record, parsed.rejected) == (None, reason)


@pytest.mark.parametrize("kind", ["concept", "event"])
def test_only_entities_can_be_edited(kind: str) -> None:
    assert SOURCE.parse(kind, edit({"label": {"fi": "Sana"}})).rejected == f"unknown kind {kind}"


@pytest.mark.parametrize(
    ("valid_until", "expires_at"),
    [
        (None, None),
        ("", None),
        ("2026-11-30", datetime(2026, 11, 30, 22, tzinfo=UTC)),  # the whole day, in Helsinki
        ("2027-06-30", datetime(2027, 6, 30, 21, tzinfo=UTC)),
        ("2026-11-30T12:00:00+02:00", datetime(2026, 11, 30, 10, tzinfo=UTC)),
    ],
)
def test_an_edit_holds_through_its_last_day(valid_until: Any, expires_at: datetime | None) -> None:
    parsed = SOURCE.parse("activity", edit({"alone_ok": True}, valid_until=valid_until))

    assert (parsed.rejected, parsed.expires_at) == ("", expires_at)


def test_who_made_the_edit_may_be_told_and_the_rest_is_news() -> None:
    assert SOURCE.parse("activity", edit({"alone_ok": True}, by="7", mood="good")).unread == {"mood"}


@pytest.mark.parametrize("kind", ["organisation", "place", "service", "activity"])
def test_every_field_of_a_record_can_be_edited(kind: str) -> None:
    """A field of a type that nobody can write would stop an edit only when somebody needs it."""
    record_type = ENTITY_KINDS[kind]
    written = {"LocalisedText": {"fi": "Sana"}, "bool | None": True, "int | None": 1, "Ref | None": "tpr/unit/1",
               "Point | None": {"lat": 60.1, "lon": 24.9}, "datetime | None": "2026-11-24T10:00:00+00:00",
               "ImageRecord | None": {"url": "https://hel.fi/a.jpg"}}  # fmt: skip
    words = ALLOWED[record_type]

    for name, field in record_type.__dataclass_fields__.items():
        value = [] if str(field.type).startswith("tuple") else written.get(str(field.type), "sana")
        value = min(words[name]) if name in words and isinstance(value, str) else value
        assert (
            SOURCE.parse(kind, edit({name: value, "keywords" if kind != "organisation" else "oid": None})).rejected
            == ""
        )


WHOLE = edit(
    {
        "name": {"fi": "Nimi"},
        "beginners": True,
        "min_age": 18,
        "suitability": [{"limit": "knee", "verdict": "suits", "note": {"fi": "Tuoli."}, "stated_on": "2026-10-05"}],
        "prices": [{"amount": "2.50"}],
        "sessions": [{"starts_at": "2026-11-24T18:00:00+02:00", "place": "tpr/unit/1"}],
        "image": {"url": "https://hel.fi/a.jpg"},
    },
    valid_until="2026-11-30",
)


@settings(max_examples=400, deadline=None)
@given(mangled(WHOLE))
def test_a_mangled_edit_ends_as_a_record_or_with_a_reason(payload: dict[str, Any]) -> None:
    parsed = SOURCE.parse("activity", payload)

    assert (parsed.record is None) == bool(parsed.rejected)
    assert parsed.record is None or encode(parsed.record) is not None
