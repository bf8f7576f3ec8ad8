"""The rules of sameness, on pairs from recorded and demo data, and what must hold for any pair."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tarjotin.catalogue.records import (
    ActivityRecord,
    ConceptRecord,
    OrganisationRecord,
    PlaceRecord,
    Ref,
    SessionRecord,
)
from tarjotin.common.distance import Point, metres_between
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.matching import Decision, Features, block_keys, decide, features, lookup_keys
from tests.sources.matching_pairs import PAIRS, Pair, activity, dated, organisation, place, service, tuesdays, weekly

SWITCHBOARD = "phone:+358931085000"


def common(key: str) -> bool:
    return key == SWITCHBOARD


def by_name(pair: Pair) -> str:
    return pair.name


@pytest.mark.parametrize("pair", PAIRS, ids=by_name)
def test_pair_of_the_table_gets_its_verdict_by_its_rule(pair: Pair) -> None:
    decision = decide(pair.a, pair.b, common=common)

    assert (decision.verdict, decision.rule) == (pair.verdict, pair.rule), decision.evidence


@pytest.mark.parametrize("pair", PAIRS, ids=by_name)
def test_pair_the_other_way_round_gets_the_same_decision(pair: Pair) -> None:
    assert decide(pair.b, pair.a, common=common) == decide(pair.a, pair.b, common=common)


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair.verdict != "different"], ids=by_name)
def test_pair_that_matters_is_found_through_the_blocks(pair: Pair) -> None:
    assert set(lookup_keys(pair.a)) & set(block_keys(pair.b))
    assert set(lookup_keys(pair.b)) & set(block_keys(pair.a))


@pytest.mark.parametrize("pair", PAIRS, ids=by_name)
def test_features_kept_as_json_come_back_whole(pair: Pair) -> None:
    kept = json.loads(json.dumps([pair.a.to_json(), pair.b.to_json()]))

    assert [Features.from_json(told) for told in kept] == [pair.a, pair.b]


def test_table_holds_pairs_of_both_kinds() -> None:
    verdicts = [pair.verdict for pair in PAIRS]

    assert len(PAIRS) >= 60
    assert min(verdicts.count("same"), verdicts.count("ask"), verdicts.count("different")) >= 15
    assert len({pair.name for pair in PAIRS}) == len(PAIRS)


EVIDENCE = [
    (
        organisation("tpr", "Kirkkonummi", business_id="0203107-0"),
        organisation("ptv", "Kirkkonummen kunta", business_id="0203107-0"),
        Decision("same", "same business id", 100.0, "business id 0203107-0 agrees, name 69"),
    ),
    (
        place("tpr", "Kallion kirjasto", "Viides linja 11", (60.18372, 24.95356)),
        place("ptv", "Kallion kirjasto", "Viides linja 11", (60.18381, 24.95371)),
        Decision("same", "name and location", 100.0, "name 100, 13 m, same address viides linja 11"),
    ),
    (
        activity("linkedevents", "Tuolijumppa, seniorit", sessions=tuesdays()),
        activity("lahella", "Tuolijumppa senioreille", schedules=weekly("TU")),
        Decision(
            "ask",
            "name and place alike",
            88.4,
            "name 88, same place, same organiser, Tuesday 10:00 agree",
        ),
    ),
    (
        activity("linkedevents", "JATKO 1", schedules=weekly("TU")),
        activity("lahella", "JATKO 2", schedules=weekly("TU")),
        Decision("different", "a parallel group", 0.0, "1 / 2"),
    ),
    (
        activity("linkedevents", "Tuolijumppa", schedules=weekly("TU", "TH")),
        activity("lahella", "Tuolijumppa", schedules=weekly("WE")),
        Decision("different", "another weekday or time", 0.0, "Tuesday 10:00 and Thursday 10:00 / Wednesday 10:00"),
    ),
    (
        activity("linkedevents", "Satutunti", sessions=dated("2027-01-05T08:00")),
        activity("linkedevents", "Satutunti", sessions=dated("2027-01-05T08:00")),
        Decision(
            "same",
            "same title, start and place",
            100.0,
            "name 100, same place, both start 2027-01-05T08:00Z",
        ),
    ),
]


@pytest.mark.parametrize(("a", "b", "expected"), EVIDENCE)
def test_decision_tells_its_evidence_in_words(a: Features, b: Features, expected: Decision) -> None:
    assert decide(a, b, common=common) == expected


def test_phone_that_several_organisations_use_is_no_evidence() -> None:
    a = organisation("tpr", "Suomalaisen Kirjallisuuden Seura", phone="+358201131231")
    b = organisation("lahella", "Suomen Kirjallisuuden Seura", phone="+358201131231")

    own, shared = decide(a, b, common=lambda key: False), decide(a, b, common=lambda key: True)

    assert (own.verdict, shared.verdict) == ("same", "different")


# --- features


def test_features_of_a_weekly_group_leave_out_the_one_moved_session() -> None:
    moved = SessionRecord(datetime(2027, 2, 3, 12, tzinfo=UTC))

    found = activity("linkedevents", "Tuolijumppa", sessions=(*tuesdays(), moved))

    assert found.times == ("2 10:00",)
    assert len(found.starts) == 13


def test_features_of_a_group_on_five_weekdays_keep_them_all() -> None:
    monday = datetime(2027, 1, 4, 6, tzinfo=UTC)
    days = [monday + timedelta(weeks=week, days=day) for week in range(4) for day in range(5)]

    found = activity("linkedevents", "Aamupala", sessions=tuple(map(SessionRecord, days[1:])))

    assert found.times == ("1 08:00", "2 08:00", "3 08:00", "4 08:00", "5 08:00")


def test_features_of_a_session_without_time_know_its_weekday_only() -> None:
    day = SessionRecord(datetime(2027, 1, 4, 22, tzinfo=UTC), time_known=False)

    found = activity("linkedevents", "Retkipäivä", sessions=(day,))

    assert (found.times, found.starts) == (("2 ?",), ())


def test_features_of_a_series_take_the_sessions_told_by_records_of_their_own() -> None:
    series = ActivityRecord(LocalisedText.of(fi="Tuolijumppa"))

    found = features(series, source="linkedevents", sessions=tuesdays())

    assert (found.times, len(found.starts)) == (("2 10:00",), 12)


def test_features_keep_sixty_starts_at_most() -> None:
    found = activity("linkedevents", "Tuolijumppa", sessions=tuesdays(count=100))

    assert len(found.starts) == 60


def test_features_of_an_organisation_hold_what_can_be_compared() -> None:
    record = OrganisationRecord(
        LocalisedText.of(sv="Marthaförbundet rf", fi="Helsingin Martat ry"),
        business_id="0762383-3",
        oid="1026-KULTS",
        phone="+358401234567",
        email="toimisto@martat.example",
        website=LocalisedText.of(fi="https://www.martat.example/helsinki", sv="https://martha.example"),
        parent=Ref("tpr", "organisation", "83E74666-0836-4c1d-948a-4b34a8b90301"),
    )

    found = features(record, source="tpr", ref=Ref("tpr", "department", "55ed20a5-6a3a-447c-958c-2b537b9e6ee2"))

    assert found == Features(
        "organisation",
        "tpr",
        ("helsingin martat", "marthaförbundet"),
        ("fi", "sv"),
        business_id="0762383-3",
        phones=("+358401234567",),
        domains=("martat.example", "martha.example"),
        keys=("guid:55ed20a5-6a3a-447c-958c-2b537b9e6ee2",),
        parent="guid:83e74666-0836-4c1d-948a-4b34a8b90301",
    )


def test_features_of_a_place_hold_its_ids_and_address() -> None:
    record = PlaceRecord(
        LocalisedText.of(fi="Kallion kirjasto"),
        street=LocalisedText.of(fi="Viides linja 11"),
        municipality="091",
        point=Point(60.18372, 24.95356),
        tpr_unit="8215",
        library_id="84860",
    )

    found = features(record, source="tpr", ref=Ref("tpr", "unit", "8215"))

    assert found == Features(
        "place",
        "tpr",
        ("kallion kirjasto",),
        ("fi",),
        point=Point(60.18372, 24.95356),
        address="viides linja 11",
        municipality="091",
        keys=("tpr:8215", "library:84860"),
    )


def test_features_of_a_concept_hold_its_reference_only() -> None:
    record = ConceptRecord("yso", "p916", EMPTY)

    found = features(record, source="linkedevents", ref=Ref("linkedevents", "keyword", "yso:p916"))

    assert found == Features("concept", "linkedevents", keys=("linkedevents/keyword/yso:p916",))


# --- blocks


def test_block_keys_of_an_organisation_are_its_ids_contacts_and_name() -> None:
    found = organisation("lahella", "Kallion Martat ry", business_id="0762383-3", phone="+358401234567")

    assert block_keys(found) == ("bid:0762383-3", "phone:+358401234567", "n9:kallionma", "last:martat")
    assert lookup_keys(found) == block_keys(found)


def test_block_keys_leave_out_the_last_word_of_half_of_all_associations() -> None:
    found = organisation("lahella", "Kallion asukasyhdistys yhdistys ry")

    assert block_keys(found) == ("n9:kallionas", "last:asukasyhdistys")


def test_place_two_streets_away_stands_in_no_block_that_is_asked() -> None:
    here = place("tpr", "Kallion kirjasto", point=(60.18372, 24.95356))
    there = place("ptv", "Kallion kirkko", point=(60.18872, 24.95356))

    assert not set(lookup_keys(here)) & set(block_keys(there))


@given(st.floats(60.0, 60.4), st.floats(24.4, 25.5), st.floats(-0.002, 0.002), st.floats(-0.004, 0.004))
def test_places_as_near_as_a_rule_reaches_share_a_block(lat: float, lon: float, north: float, east: float) -> None:
    a = Features("place", "tpr", point=Point(lat, lon))
    b = Features("place", "ptv", point=Point(lat + north, lon + east))
    assume(metres_between(a.point, b.point) <= 120)  # type: ignore[arg-type]

    assert set(lookup_keys(a)) & set(block_keys(b))


# --- what holds for any two things

NAMES = [
    "kallion martat",
    "malmin martat",
    "martat kallio",
    "kallion kirjasto",
    "kallion kirjasto 2",
    "vesijumppa n",
    "vesijumppa m",
    "vesijumppa n m",
    "vesijumppa",
    "vesijumpat",
    "palokunta 1",
    "palokunta 2",
    "spr itäinen osasto",
    "spr läntinen osasto",
]
BUSINESS_IDS = ["0203107-0", "0131905-6", "0200103-1"]
TIMES = ["2 10:00", "4 10:00", "2 11:00", "2 ?", "4 10:00~"]
STARTS = ["2027-01-05T08:00Z", "2027-01-07T08:00Z", "2027-01-12T08:00Z"]


def some(values: list[str], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(lambda found: tuple(sorted(found)))


KINDS = ["organisation", "place", "service", "activity"]


@st.composite
def any_features(
    draw: st.DrawFn, kinds: tuple[str, ...] = tuple(KINDS), business_ids: tuple[str, ...] = ("", *BUSINESS_IDS)
) -> Features:
    languages = draw(st.sampled_from([("fi",), ("fi", "sv"), ("sv",), ("sv", "en"), ()]))
    return Features(
        draw(st.sampled_from(kinds)),
        draw(st.sampled_from(["tpr", "ptv", "linkedevents", "lahella"])),
        tuple(draw(st.sampled_from(NAMES)) for _ in languages),
        languages,
        business_id=draw(st.sampled_from(business_ids)),
        phones=draw(some(["+358401", "+358402"])),
        domains=draw(some(["martat.example", "kallio.example"])),
        point=draw(st.sampled_from([None, Point(60.18, 24.95), Point(60.1805, 24.95), Point(60.19, 24.95)])),
        address=draw(st.sampled_from(["", "viides linja 11"])),
        keys=draw(some(["tpr:1", "lipas:2", "building:3", "ptv/channel/4"])),
        organisation=draw(st.sampled_from(["", "o1", "o2"])),
        place=draw(st.sampled_from(["", "p1", "p2"])),
        organiser_name=draw(st.sampled_from(["", "kallion martat", "malmin martat"])),
        times=draw(some(TIMES)),
        starts=draw(some(STARTS)),
        parent=draw(st.sampled_from(["", "tpr:1", "guid:1", "guid:2"])),
        is_chapter=draw(st.booleans()),
    )


def two_of_one_kind(**told: tuple[str, ...]) -> st.SearchStrategy[tuple[Features, Features]]:
    kinds = told.pop("kinds", tuple(KINDS))
    pairs = (st.tuples(any_features((kind,), **told), any_features((kind,), **told)) for kind in kinds)
    return st.one_of(*pairs)


@given(two_of_one_kind())
def test_decision_does_not_depend_on_which_comes_first(pair: tuple[Features, Features]) -> None:
    a, b = pair

    assert decide(a, b, common=common) == decide(b, a, common=common)


@given(any_features(), any_features())
def test_things_of_two_kinds_are_one_only_as_a_copied_notice(a: Features, b: Features) -> None:
    assume(a.kind != b.kind)

    decision = decide(a, b, common=common)

    assert decision == decide(b, a, common=common)
    assert decision.verdict == "different" or {(a.kind, a.source), (b.kind, b.source)} == {
        ("activity", "lahella"),
        ("service", "ptv"),
    }


@given(two_of_one_kind(kinds=("organisation",), business_ids=tuple(BUSINESS_IDS)))
def test_different_business_ids_are_never_one_organisation(pair: tuple[Features, Features]) -> None:
    a, b = pair
    assume(a.business_id != b.business_id)

    assert decide(a, b, common=common).verdict == "different"


@given(two_of_one_kind(kinds=("activity",)), st.permutations(["2 10:00", "4 10:00", "2 11:00", "5 18:30"]))
def test_known_times_without_one_in_common_are_never_one_activity(
    pair: tuple[Features, Features], times: list[str]
) -> None:
    a = replace(pair[0], times=tuple(sorted(times[:2])), starts=())
    b = replace(pair[1], times=tuple(sorted(times[2:])))

    assert decide(a, b, common=common).verdict == "different"


@given(two_of_one_kind(), st.sampled_from(["vesijumppa", "kallion kirjasto", "palokunta"]))
def test_numbers_that_differ_are_never_merged_by_likeness(pair: tuple[Features, Features], name: str) -> None:
    a = replace(pair[0], names=(f"{name} 1",), languages=("fi",))
    b = replace(pair[1], names=(f"{name} 2",), languages=("fi",))

    decision = decide(a, b, common=common)

    assert decision.verdict == "different" or decision.rule.startswith(("same id", "same business id"))


@given(any_features())
def test_features_of_any_thing_come_back_from_json(found: Features) -> None:
    assert Features.from_json(json.loads(json.dumps(found.to_json()))) == found


def test_service_of_no_organisation_asks_a_person_only_when_the_names_are_near() -> None:
    verdicts = [
        decide(service("palvelurekisteri", name, ""), service("ptv", "Ammatillinen koulutus"), common=common).verdict
        for name in ("Ammatillinen koulutus", "Ammatillinen peruskoulutus")
    ]

    assert verdicts == ["ask", "different"]
