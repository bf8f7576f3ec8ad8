"""Whose value wins, field by field."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tarjotin.catalogue.records import (
    ENTITY_KINDS,
    AccessRecord,
    ActivityRecord,
    ChannelRecord,
    Code,
    ConceptRecord,
    ContactRecord,
    HoursRecord,
    LanguageRecord,
    OrganisationRecord,
    PlaceRecord,
    PriceRecord,
    Record,
    Ref,
    ScheduleRecord,
    ServicePlaceRecord,
    ServiceRecord,
    SessionRecord,
    SuitabilityRecord,
)
from tarjotin.common.distance import Point
from tarjotin.common.text import EMPTY, LocalisedText, Wording
from tarjotin.sources.merging import PRIORITY, Candidate, Merged, Part, merge, why, why_all
from tarjotin.sources.precedence import GROUP_OF_FIELD

OLD = datetime(2026, 11, 1, tzinfo=UTC)
NEW = datetime(2026, 11, 20, tzinfo=UTC)
TUESDAY = datetime(2027, 1, 5, 8, tzinfo=UTC)
THURSDAY = datetime(2027, 1, 7, 8, tzinfo=UTC)
WEEKLY = ScheduleRecord(date(2027, 1, 5), time(10), time(11), "FREQ=WEEKLY;BYDAY=TU")


def text(**wordings: str) -> LocalisedText:
    return LocalisedText.of(wordings)


def place(**told: Any) -> PlaceRecord:
    return PlaceRecord(**{"name": text(fi="Kallion kirjasto"), **told})


def activity(**told: Any) -> ActivityRecord:
    return ActivityRecord(**{"name": text(fi="Tuolijumppa"), **told})


def service(**told: Any) -> ServiceRecord:
    return ServiceRecord(**{"name": text(fi="Velkaneuvonta"), **told})


# --- the table of precedence


@pytest.mark.parametrize("kind", list(ENTITY_KINDS))
def test_every_field_of_a_record_has_a_group_with_an_order(kind: str) -> None:
    named = GROUP_OF_FIELD[kind]

    assert set(named) == {field.name for field in fields(ENTITY_KINDS[kind])}
    assert set(named.values()) <= set(PRIORITY)


@pytest.mark.parametrize("group", list(PRIORITY))
def test_edits_outrank_all_sources_in_every_group(group: str) -> None:
    assert PRIORITY[group][0] == "edits"


@pytest.mark.parametrize(
    ("record_of", "sources"),
    [
        (lambda value: place(phone=value), ("edits", "tpr", "lipas", "ptv", "linkedevents", "lahella")),
        (
            lambda value: OrganisationRecord(text(fi="Martat"), phone=value),
            ("edits", "ptv", "lahella", "tpr", "linkedevents"),
        ),
        (lambda value: activity(register_phone=value), ("edits", "linkedevents", "lahella")),
        (lambda value: activity(children_ages=value), ("edits", "lahella", "linkedevents", "ptv")),
        (lambda value: service(upstream_id=value), ("edits", "ptv", "palvelurekisteri", "tpr")),
    ],
    ids=["place", "organisation", "sign-up", "activity text", "service"],
)
def test_first_source_of_the_order_that_has_a_value_wins(record_of: Any, sources: tuple[str, ...]) -> None:
    parts = [Part(index, source, record_of(f"from {source}")) for index, source in enumerate(sources, start=1)]

    winners = []
    while parts:
        origins = merge(parts).origins
        (record_id,) = {origins[name] for name in origins if not name.startswith("name")}
        winners.append(next(part.source for part in parts if part.record_id == record_id))
        parts = [part for part in parts if part.record_id != record_id]

    assert tuple(winners) == sources


# --- single values


def test_value_that_is_not_told_leaves_the_field_to_the_next_source() -> None:
    merged = merge(
        [
            Part(1, "tpr", place(phone="", accessible_parking=None, street=EMPTY, point=None)),
            Part(2, "ptv", place(phone="+358931085053", accessible_parking=False, point=Point(60.1, 24.9))),
        ]
    )

    assert merged == Merged(
        place(phone="+358931085053", accessible_parking=False, point=Point(60.1, 24.9)),
        {"name.fi": 1, "phone": 2, "accessible_parking": 2, "point": 2},
    )


def test_kind_that_is_only_the_usual_one_does_not_hide_a_telling_one() -> None:
    merged = merge([Part(1, "tpr", place(kind="physical")), Part(2, "lahella", place(kind="outdoors"))])

    assert merged == Merged(place(kind="outdoors"), {"name.fi": 1, "kind": 2})


def test_text_takes_each_language_from_the_best_source_that_has_it() -> None:
    merged = merge(
        [
            Part(1, "linkedevents", activity(name=text(fi="Tuolijumppa klo 10", sv="Stolgymnastik"))),
            Part(2, "lahella", activity(name=text(fi="Tuolijumppa", en="Chair exercise"))),
        ]
    )

    assert merged == Merged(
        activity(name=text(fi="Tuolijumppa", sv="Stolgymnastik", en="Chair exercise")),
        {"name.fi": 2, "name.sv": 1, "name.en": 2},
    )


def test_machine_translation_gives_way_to_a_written_wording_of_any_source() -> None:
    machine = LocalisedText.from_wordings([Wording("fi", "Tuolijumppa"), Wording("en", "Chair jump", "machine", "ab")])

    merged = merge(
        [
            Part(1, "edits", activity(name=machine)),
            Part(2, "linkedevents", activity(name=text(en="Chair exercise"))),
        ]
    )

    assert merged == Merged(activity(name=text(fi="Tuolijumppa", en="Chair exercise")), {"name.fi": 1, "name.en": 2})


def test_edit_without_a_name_changes_only_what_it_tells() -> None:
    merged = merge(
        [
            Part(1, "linkedevents", activity(min_age=65, beginners=None)),
            Part(2, "edits", ActivityRecord(EMPTY, min_age=60, beginners=True)),
        ]
    )

    assert merged == Merged(activity(min_age=60, beginners=True), {"name.fi": 1, "min_age": 2, "beginners": 2})


def test_two_records_of_one_source_give_the_one_changed_last() -> None:
    merged = merge(
        [
            Part(1, "tpr", place(phone="+3581"), modified_at=OLD),
            Part(2, "tpr", place(phone="+3582"), modified_at=NEW),
            Part(3, "tpr", place(phone="+3583")),
        ]
    )

    assert (merged.record.phone, merged.origins["phone"]) == ("+3582", 2)  # type: ignore[union-attr]


def test_two_records_of_one_source_changed_at_once_give_the_lower_number() -> None:
    merged = merge([Part(8, "tpr", place(phone="+3588")), Part(7, "tpr", place(phone="+3587"))])

    assert (merged.record.phone, merged.origins["phone"]) == ("+3587", 7)  # type: ignore[union-attr]


def test_parts_of_two_kinds_are_refused() -> None:
    with pytest.raises(ValueError, match="one kind"):
        merge([Part(1, "tpr", place()), Part(2, "ptv", service())])


def test_concept_keeps_its_scheme_and_code() -> None:
    concept = ConceptRecord("yso", "p916", text(fi="liikunta"))

    merged = merge([Part(1, "linkedevents", concept)])

    assert merged == Merged(concept, {"scheme": 1, "code": 1, "label.fi": 1})


# --- joined values


def test_codes_languages_and_life_events_of_all_sources_are_joined() -> None:
    merged = merge(
        [
            Part(1, "palvelurekisteri", service(codes=(Code("tprtarget", "X"),), languages=("fi", "sv"))),
            Part(2, "ptv", service(codes=(Code("ptv", "P27.1"),), languages=("fi", "en"), life_events=("KE9",))),
        ]
    )

    assert merged == Merged(
        service(
            codes=(Code("ptv", "P27.1"), Code("tprtarget", "X")), languages=("fi", "en", "sv"), life_events=("KE9",)
        ),
        {"name.fi": 2, "codes": 2, "languages": 2, "life_events": 2},
    )


def test_spoken_languages_are_joined_with_how_they_are_spoken() -> None:
    merged = merge(
        [
            Part(1, "linkedevents", activity(languages=(LanguageRecord("fi"), LanguageRecord("so", "supported")))),
            Part(2, "lahella", activity(languages=(LanguageRecord("fi"),))),
        ]
    )

    assert merged.record == activity(languages=(LanguageRecord("fi"), LanguageRecord("so", "supported")))


def test_search_words_are_joined_in_each_language_without_repeats() -> None:
    merged = merge(
        [
            Part(1, "tpr", place(keywords=text(fi="kirjat, Lehdet", sv="böcker"))),
            Part(2, "ptv", place(keywords=text(fi="lehdet, tilat", en="books"))),
        ]
    )

    assert merged == Merged(
        place(keywords=text(fi="kirjat, Lehdet, tilat", sv="böcker", en="books")),
        {"name.fi": 1, "keywords.fi": 1, "keywords.sv": 1, "keywords.en": 2},
    )


def test_contacts_with_one_phone_or_mail_are_one_and_fill_each_other() -> None:
    merged = merge(
        [
            Part(
                1,
                "linkedevents",
                activity(
                    contacts=(
                        ContactRecord(phone="+358401", email="Info@martat.fi"),
                        ContactRecord(url="https://martat.fi"),
                    )
                ),
            ),
            Part(
                2,
                "lahella",
                activity(
                    contacts=(
                        ContactRecord(text(fi="Ohjaajat"), email="info@martat.fi"),
                        ContactRecord(phone="+358402"),
                        ContactRecord(url="https://martat.fi"),
                    )
                ),
            ),
        ]
    )

    assert merged.record == activity(
        contacts=(
            ContactRecord(text(fi="Ohjaajat"), phone="+358401", email="info@martat.fi"),
            ContactRecord(phone="+358402"),
            ContactRecord(url="https://martat.fi"),
        )
    )
    assert merged.origins == {"name.fi": 2, "contacts": 2}


def test_access_takes_each_profile_whole_from_the_best_source() -> None:
    merged = merge(
        [
            Part(
                1, "ptv", place(access=(AccessRecord("wheelchair", "any", "ok"), AccessRecord("stroller", "any", "ok")))
            ),
            Part(2, "tpr", place(access=(AccessRecord("wheelchair", "any", "shortcomings", count=2),))),
        ]
    )

    assert merged.record == place(
        access=(AccessRecord("wheelchair", "any", "shortcomings", count=2), AccessRecord("stroller", "any", "ok"))
    )


def test_channels_of_one_kind_and_value_are_one() -> None:
    merged = merge(
        [
            Part(1, "ptv", service(channels=(ChannelRecord("web", text(fi="Sivusto"), "https://hel.fi/Velka"),))),
            Part(
                2,
                "palvelurekisteri",
                service(
                    channels=(
                        ChannelRecord("web", value="https://hel.fi/velka", languages=("fi",)),
                        ChannelRecord("phone", value="https://hel.fi/velka"),
                    )
                ),
            ),
        ]
    )

    assert merged.record == service(
        channels=(
            ChannelRecord("web", text(fi="Sivusto"), "https://hel.fi/Velka", ("fi",)),
            ChannelRecord("phone", value="https://hel.fi/velka"),
        )
    )


def test_places_of_a_service_are_joined_and_fill_each_other() -> None:
    here, there = Ref("tpr", "unit", "8215"), Ref("tpr", "unit", "51342")

    merged = merge(
        [
            Part(
                1,
                "palvelurekisteri",
                service(places=(ServicePlaceRecord(here, phone="+3581"), ServicePlaceRecord(there))),
            ),
            Part(2, "ptv", service(places=(ServicePlaceRecord(here, hours=(HoursRecord(1, time(9), time(15)),)),))),
        ]
    )

    assert merged.record == service(
        places=(
            ServicePlaceRecord(here, phone="+3581", hours=(HoursRecord(1, time(9), time(15)),)),
            ServicePlaceRecord(there),
        )
    )


def test_suitability_takes_edits_first_and_derived_last() -> None:
    def says(verdict: str, by: str, limit: str = "knee") -> SuitabilityRecord:
        return SuitabilityRecord(limit, verdict, stated_by=by)

    parts = [
        Part(1, "lahella", activity(suitability=(says("ask_first", "derived"), says("ask_first", "derived", "back")))),
        Part(2, "linkedevents", activity(suitability=(says("suits", "organiser"),))),
        Part(3, "edits", ActivityRecord(EMPTY, suitability=(says("adapted", "professional"),))),
    ]

    without_edit, with_edit = merge(parts[:2]).record, merge(parts).record

    assert without_edit == activity(suitability=(says("suits", "organiser"), says("ask_first", "derived", "back")))
    assert with_edit == activity(suitability=(says("adapted", "professional"), says("ask_first", "derived", "back")))


def test_prices_and_hours_are_not_mixed_from_two_sources() -> None:
    free, paid = PriceRecord(is_free=True), PriceRecord(amount=Decimal(5), note=text(fi="5 €"))

    merged = merge([Part(1, "linkedevents", activity(prices=(paid,))), Part(2, "lahella", activity(prices=(free,)))])

    assert (merged.record, merged.origins["prices"]) == (activity(prices=(free,)), 2)


# --- sessions and schedules


def test_sessions_of_all_parts_are_joined_by_their_start_minute() -> None:
    merged = merge(
        [
            Part(1, "linkedevents", activity(sessions=(SessionRecord(THURSDAY), SessionRecord(TUESDAY, capacity=12)))),
            Part(
                2, "lahella", activity(sessions=(SessionRecord(TUESDAY.replace(second=1), capacity=20, is_trial=True),))
            ),
        ]
    )

    assert merged == Merged(
        activity(sessions=(SessionRecord(TUESDAY, capacity=12, is_trial=True), SessionRecord(THURSDAY))),
        {"name.fi": 2, "sessions": 1},
    )


def test_dated_session_wins_over_one_computed_from_a_schedule() -> None:
    computed = activity(schedules=(WEEKLY,), sessions=(SessionRecord(TUESDAY, capacity=20),))
    dated = activity(sessions=(SessionRecord(TUESDAY, capacity=12),))

    merged = merge([Part(1, "linkedevents", computed), Part(2, "lahella", dated)])

    assert merged.record == activity(schedules=(WEEKLY,), sessions=(SessionRecord(TUESDAY, capacity=12),))


def test_record_of_one_session_gives_its_state_and_does_not_rename_the_series() -> None:
    series = activity(sessions=(SessionRecord(TUESDAY, capacity=12), SessionRecord(THURSDAY)))
    cancelled = activity(
        name=text(fi="PERUTTU Tuolijumppa", ru="Йога"),
        summary=text(fi="Tämä kerta on peruttu."),
        sessions=(SessionRecord(TUESDAY, state="cancelled"),),
    )

    merged = merge([Part(1, "lahella", series), Part(2, "linkedevents", cancelled, "part_of")])

    assert merged == Merged(
        activity(sessions=(SessionRecord(TUESDAY, state="cancelled", capacity=12), SessionRecord(THURSDAY))),
        {"name.fi": 1, "sessions": 2},
    )


def test_sessions_alone_stand_in_for_a_series_whose_record_is_missing() -> None:
    merged = merge(
        [
            Part(1, "linkedevents", activity(sessions=(SessionRecord(TUESDAY),)), "part_of"),
            Part(2, "linkedevents", activity(sessions=(SessionRecord(THURSDAY),)), "part_of"),
        ]
    )

    assert merged.record == activity(sessions=(SessionRecord(TUESDAY), SessionRecord(THURSDAY)))


def test_edit_of_a_session_that_tells_no_state_keeps_it_cancelled() -> None:
    merged = merge(
        [
            Part(1, "linkedevents", activity(sessions=(SessionRecord(TUESDAY, state="cancelled"),))),
            Part(2, "edits", ActivityRecord(EMPTY, sessions=(SessionRecord(TUESDAY, is_drop_in=True),))),
        ]
    )

    assert merged.record == activity(sessions=(SessionRecord(TUESDAY, state="cancelled", is_drop_in=True),))


def test_free_places_come_with_the_time_they_were_counted() -> None:
    counted = SessionRecord(TUESDAY, places_left=0, places_left_at=NEW, queue_left=5)

    merged = merge(
        [
            Part(1, "linkedevents", activity(sessions=(counted,))),
            Part(2, "lahella", activity(sessions=(SessionRecord(TUESDAY, places_left=3, places_left_at=OLD),))),
        ]
    )

    assert merged.record == activity(sessions=(counted,))


def test_session_of_which_only_the_day_is_known_gives_way_to_one_with_a_time() -> None:
    midnight = SessionRecord(datetime(2027, 1, 4, 22, tzinfo=UTC), time_known=False)
    other_day = SessionRecord(datetime(2027, 1, 5, 22, tzinfo=UTC), time_known=False)

    merged = merge(
        [
            Part(1, "linkedevents", activity(sessions=(midnight, other_day))),
            Part(2, "lahella", activity(sessions=(SessionRecord(TUESDAY),))),
        ]
    )

    assert merged.record == activity(sessions=(SessionRecord(TUESDAY), other_day))


def test_schedule_read_out_of_free_text_gives_way_to_a_certain_one() -> None:
    guessed = ScheduleRecord(date(2027, 1, 6), time(9), None, "FREQ=WEEKLY", certain=False)

    both = merge(
        [Part(1, "linkedevents", activity(schedules=(guessed,))), Part(2, "lahella", activity(schedules=(WEEKLY,)))]
    )
    alone = merge([Part(1, "linkedevents", activity(schedules=(guessed,))), Part(2, "lahella", activity())])

    assert both.record == activity(schedules=(WEEKLY,))
    assert alone.record == activity(schedules=(guessed,))


# --- why


def test_why_names_the_rule_between_two_sources_and_what_the_loser_told() -> None:
    parts = [
        Part(2, "ptv", place(phone="+3582", email="a@b.fi")),
        Part(1, "tpr", place(phone="+3581")),
        Part(3, "edits", PlaceRecord(EMPTY, email="c@d.fi")),
    ]

    assert why(parts, "phone") == (
        Candidate("phone", 1, "tpr", "+3581", True, "tpr goes before ptv for place fields"),
        Candidate("phone", 2, "ptv", "+3582", False, "tpr goes before ptv for place fields"),
    )
    assert why(parts, "email") == (
        Candidate("email", 3, "edits", "c@d.fi", True, "what people change here goes before every source"),
        Candidate("email", 2, "ptv", "a@b.fi", False, "what people change here goes before every source"),
    )
    assert why(parts, "name.fi") == (
        Candidate("name.fi", 1, "tpr", "Kallion kirjasto", True, "tpr goes before ptv for place fields"),
        Candidate("name.fi", 2, "ptv", "Kallion kirjasto", False, "says the same"),
    )
    assert why(parts, "street") == ()


def test_why_within_one_source_names_the_later_change_or_the_lower_number() -> None:
    later = [Part(1, "tpr", place(phone="1"), modified_at=OLD), Part(2, "tpr", place(phone="2"), modified_at=NEW)]
    lower = [Part(1, "tpr", place(phone="1")), Part(2, "tpr", place(phone="2"))]

    reasons = [[(line.record_id, line.reason) for line in why(parts, "phone")] for parts in (later, lower)]

    assert reasons == [
        [(2, "of the records of tpr, the one changed last"), (1, "of the records of tpr, the one changed last")],
        [
            (1, "of the records of tpr, the one with the lowest number"),
            (2, "of the records of tpr, the one with the lowest number"),
        ],
    ]


def test_why_of_a_text_lists_its_languages_and_machine_wordings() -> None:
    machine = LocalisedText.from_wordings([Wording("en", "Chair jump", "machine")])
    parts = [
        Part(1, "lahella", activity(name=machine)),
        Part(2, "linkedevents", activity(name=text(fi="Tuolijumppa", en="Chair exercise"))),
    ]
    reason = "a written wording goes before a machine translation"

    assert why(parts, "name") == (
        Candidate("name.en", 2, "linkedevents", "Chair exercise", True, reason),
        Candidate("name.en", 1, "lahella", "Chair jump", False, reason),
        Candidate("name.fi", 2, "linkedevents", "Tuolijumppa", True, "nobody else tells it"),
    )


def test_why_of_a_joined_field_shows_what_each_source_gave() -> None:
    parts = [
        Part(1, "linkedevents", activity(codes=(Code("yso", "p916"),), sessions=(SessionRecord(TUESDAY),))),
        Part(2, "lahella", activity(codes=(Code("ht", "ht_urheilu"), Code("hm", "hm_ryhmat")))),
    ]

    assert why(parts, "codes") == (
        Candidate("codes", 2, "lahella", "ht:ht_urheilu; hm:hm_ryhmat", True, "joined with the others, lahella first"),
        Candidate("codes", 1, "linkedevents", "yso:p916", True, "joined with the others, lahella first"),
    )
    assert why(parts, "sessions") == (
        Candidate("sessions", 1, "linkedevents", "2027-01-05 10:00", True, "nobody else tells it"),
    )


def test_why_of_sessions_tells_which_record_of_them_goes_first() -> None:
    parts = [
        Part(1, "lahella", activity(schedules=(WEEKLY,), sessions=(SessionRecord(TUESDAY), SessionRecord(THURSDAY)))),
        Part(2, "linkedevents", activity(sessions=(SessionRecord(TUESDAY),)), "part_of"),
        Part(3, "edits", ActivityRecord(EMPTY, sessions=(SessionRecord(TUESDAY),))),
    ]

    lines = [(line.record_id, line.value, line.reason) for line in why(parts, "sessions")]

    assert lines == [
        (3, "2027-01-05 10:00", "joined by start; what people change here goes before every source"),
        (2, "2027-01-05 10:00", "joined by start; the record of a session goes before its series"),
        (
            1,
            "2 sessions, 2027-01-05 10:00 – 2027-01-07 10:00",
            "joined by start; dated sessions go before those computed from a schedule",
        ),
    ]


def test_why_puts_values_of_every_form_into_words() -> None:
    record = place(
        accessible_parking=False,
        point=Point(60.18372, 24.95356),
        parent=Ref("tpr", "unit", "1"),
        hours=(HoursRecord(1, time(9), time(15), closed=True),),
    )

    told = {line.field: line.value for line in why_all([Part(1, "tpr", record)])}

    assert told == {
        "name.fi": "Kallion kirjasto",
        "accessible_parking": "no",
        "point": "60.18372, 24.95356",
        "parent": "tpr/unit/1",
        "hours": "1, 09:00:00, 15:00:00, closed",
    }


# --- what holds for any parts

WORDINGS = ["Tuolijumppa", "Jooga", "Yoga"]


@st.composite
def any_text(draw: st.DrawFn) -> LocalisedText:
    languages = draw(st.lists(st.sampled_from(["fi", "sv", "en"]), unique=True, max_size=3))
    return LocalisedText.from_wordings(
        Wording(language, draw(st.sampled_from(WORDINGS)), draw(st.sampled_from(["source", "machine"])))
        for language in languages
    )


def any_tuple(values: list[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(values), max_size=3).map(tuple)


SESSIONS = [
    SessionRecord(TUESDAY),
    SessionRecord(TUESDAY, state="cancelled", capacity=5),
    SessionRecord(THURSDAY, places_left=3, places_left_at=NEW),
    SessionRecord(datetime(2027, 1, 4, 22, tzinfo=UTC), time_known=False),
]
CONTACTS = [
    ContactRecord(phone="1", email="a@b.fi"),
    ContactRecord(email="a@b.fi", url="https://b.fi"),
    ContactRecord(phone="1"),
    ContactRecord(url="https://b.fi"),
]
SUITABILITY = [SuitabilityRecord("knee", "suits"), SuitabilityRecord("knee", "ask_first", stated_by="derived")]


def any_activity() -> st.SearchStrategy[Record]:
    return st.builds(
        ActivityRecord,
        name=any_text(),
        keywords=any_text(),
        min_age=st.sampled_from([None, 0, 65]),
        gender=st.sampled_from(["", "women"]),
        beginners=st.sampled_from([None, True, False]),
        codes=any_tuple([Code("yso", "p1"), Code("ht", "x")]),
        contacts=any_tuple(CONTACTS),
        suitability=any_tuple(SUITABILITY),
        schedules=any_tuple([WEEKLY]),
        sessions=any_tuple(SESSIONS),
    )


@st.composite
def any_parts(draw: st.DrawFn) -> list[Part]:
    count = draw(st.integers(1, 5))
    return [
        Part(
            record_id,
            draw(st.sampled_from(["edits", "lahella", "linkedevents", "other"])),
            draw(any_activity()),
            draw(st.sampled_from(["same", "same", "part_of"])),
            draw(st.sampled_from([None, OLD, NEW])),
        )
        for record_id in range(1, count + 1)
    ]


@given(any_parts(), st.randoms())
def test_merged_record_does_not_depend_on_the_order_of_its_parts(parts: list[Part], random: Any) -> None:
    shuffled = random.sample(parts, len(parts))

    assert merge(shuffled) == merge(parts)
    assert why_all(shuffled) == why_all(parts)


@given(any_parts())
def test_every_value_has_an_origin_and_every_origin_a_value(parts: list[Part]) -> None:
    merged = merge(parts)

    told: set[str] = set()
    for field in fields(merged.record):
        value = getattr(merged.record, field.name)
        if isinstance(value, LocalisedText):
            told |= {f"{field.name}.{language}" for language in value.languages}
        elif value not in (None, "", ()):
            told.add(field.name)
    assert set(merged.origins) == told
    assert set(merged.origins.values()) <= {part.record_id for part in parts}


@given(any_parts())
def test_explanation_names_the_winner_that_the_merge_took(parts: list[Part]) -> None:
    merged = merge(parts)

    first_lines: dict[str, int] = {}
    for line in why_all(parts):
        if line.won:
            first_lines.setdefault(line.field, line.record_id)
    plain = {name: record_id for name, record_id in merged.origins.items() if not name.startswith("keywords")}
    assert {name: first_lines[name] for name in plain} == plain


@given(any_parts())
def test_merging_what_was_merged_changes_nothing(parts: list[Part]) -> None:
    once = merge(parts).record

    assert merge([Part(1, "lahella", once)]).record == once
