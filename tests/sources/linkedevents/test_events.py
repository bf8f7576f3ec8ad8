"""Each oddity of the feed: the row, and what became of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from tarjotin.catalogue.records import (
    ActivityRecord,
    Code,
    ContactRecord,
    ImageRecord,
    LanguageRecord,
    PriceRecord,
    Ref,
    ScheduleRecord,
    SessionRecord,
)
from tarjotin.common.text import EMPTY, LocalisedText
from tarjotin.sources.linkedevents.parse import parse
from tarjotin.sources.source import Parsed
from tests.sources.linkedevents.make import child, event, keywords, offer, parent, ref


def _read(raw: dict[str, Any]) -> Parsed:
    return parse("event", raw)


def _activity(raw: dict[str, Any]) -> ActivityRecord:
    record = _read(raw).record
    assert isinstance(record, ActivityRecord)
    return record


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


ONE_SESSION = (SessionRecord(_at("2026-12-03T14:00"), _at("2026-12-03T16:00")),)


def test_a_full_event_becomes_an_activity_with_all_it_tells() -> None:
    raw = event(
        name={"fi": "Lukupiiri", "sv": "Läsecirkel"},
        short_description={"fi": "Luemme yhdessä."},
        description={"fi": "<p>Luemme &amp; juttelemme.</p><p>Tule mukaan!</p>"},
        location_extra_info={"fi": "2. kerros"},
        keywords=keywords("yso:p11406", "kulke:747", "yso:p11406"),
        audience=keywords("yso:p2433"),
        in_language=[ref("language", "fi"), ref("language", "zh_hans")],
        offers=[offer(is_free=True)],
        images=[
            {
                "url": "https://img.example.fi/1.jpg",
                "license": "event_only",
                "photographer_name": "Kuva Oy",
                "alt_text": "Kirjoja",
            }
        ],
        info_url={"fi": "www.example.fi/luku"},
        provider={"fi": "Kallion lukijat ry"},
        provider_contact_info={"fi": "Kysy: 09 310 85035, kirjasto@example.fi"},
        audience_min_age=18,
        audience_max_age=99,
        environment="in",
        type_id="Volunteering",
    )

    parsed = _read(raw)

    assert parsed == Parsed(
        record=ActivityRecord(
            name=LocalisedText.of(fi="Lukupiiri", sv="Läsecirkel"),
            organisation=Ref("linkedevents", "organization", "ahjo:u480400"),
            provider=LocalisedText.of(fi="Kallion lukijat ry"),
            place=Ref("linkedevents", "place", "tprek:8215"),
            place_text=LocalisedText.of(fi="2. kerros"),
            summary=LocalisedText.of(fi="Luemme yhdessä."),
            description=LocalisedText.of(fi="Luemme & juttelemme.\n\nTule mukaan!"),
            rhythm="one_off",
            min_age=18,
            max_age=99,
            setting="indoor",
            volunteering=True,
            website=LocalisedText.of(fi="https://www.example.fi/luku"),
            languages=(LanguageRecord("fi"), LanguageRecord("zh-Hans")),
            prices=(PriceRecord(is_free=True),),
            sessions=ONE_SESSION,
            contacts=(ContactRecord(phone="+358931085035", email="kirjasto@example.fi"),),
            image=ImageRecord(
                "https://img.example.fi/1.jpg",
                alt=LocalisedText.of(fi="Kirjoja"),
                licence="event_only",
                credit="Kuva Oy",
            ),
            codes=(Code("yso", "p11406"), Code("kulke", "747"), Code("leaudience", "yso:p2433")),
        ),
        expires_at=_at("2026-12-03T16:00"),
    )


def test_a_session_of_a_series_names_the_series_and_has_its_one_time() -> None:
    record = _activity(child())

    assert record.part_of == Ref("linkedevents", "event", "helsinki:series")
    assert (record.rhythm, record.sessions) == ("", ONE_SESSION)


@pytest.mark.parametrize("marks", [{"super_event_type": "umbrella"}, {"gone": True}])
def test_an_event_of_a_festival_or_of_a_lost_series_stands_alone(marks: dict[str, Any]) -> None:
    record = _activity(event(super_event=ref("event", "helsinki:night") | marks))

    assert (record.part_of, record.rhythm, record.sessions) == (None, "one_off", ONE_SESSION)


@pytest.mark.parametrize(
    ("fields", "rhythm"),
    [
        ({"start_time": "2026-09-01T07:00:00Z", "end_time": "2026-12-15T09:00:00Z", "parts": 14}, "weekly"),
        ({"start_time": "2026-09-01T07:00:00Z", "end_time": "2026-12-15T09:00:00Z", "parts": 4}, "season"),
        ({"parts": 1}, "one_off"),
        ({"start_time": None, "end_time": None, "parts": 0}, "weekly"),
        ({"type_id": "Course", "parts": 8}, "course"),
        (
            {
                "start_time": "2026-09-01T07:00:00Z",
                "end_time": "2026-12-15T09:00:00Z",
                "parts": 4,
                "short_description": {"fi": "Tiistaisin klo 10"},
            },
            "weekly",
        ),
    ],
)
def test_a_series_tells_its_rhythm_and_no_sessions(fields: dict[str, Any], rhythm: str) -> None:
    parts = fields.pop("parts")

    record = _activity(parent(sub_events=[ref("event", f"a:{n}") for n in range(parts)], **fields))

    assert (record.rhythm, record.sessions, record.part_of) == (rhythm, (), None)


def test_a_series_that_its_sessions_outlive_does_not_end_with_its_own_end() -> None:
    kept_up, outlived = _read(parent()), _read(parent(has_later_parts=True))

    assert (kept_up.expires_at, outlived.expires_at) == (_at("2026-12-03T16:00"), None)


def test_an_umbrella_is_rejected_because_its_events_are_entries() -> None:
    raw = event(super_event_type="umbrella", sub_events=[ref("event", "a:1")])

    assert _read(raw) == Parsed(rejected="an umbrella: its events are entries of their own")


def test_a_festival_without_events_of_its_own_is_an_event() -> None:
    assert _activity(event(super_event_type="umbrella")).sessions == ONE_SESSION


# A series as one row

SERIES = {"start_time": "2026-08-04T21:00:00Z", "end_time": "2026-12-16T22:00:00Z"}


def test_a_series_as_one_row_is_read_out_of_its_text() -> None:
    text = "<p>Kirjastossa keskiviikkoisin klo 9.30.</p><p>Syyslomalla 14.10.2026 ei ole satutuntia.</p>"

    parsed = _read(
        event(short_description={"fi": "Joka keskiviikko klo 9.30–10.15"}, description={"fi": text}, **SERIES)
    )

    assert isinstance(parsed.record, ActivityRecord)
    assert (parsed.record.rhythm, parsed.record.sessions) == ("weekly", ())
    assert parsed.record.schedules == (
        ScheduleRecord(
            starts_on=date(2026, 8, 5),
            start=time(9, 30),
            end=time(10, 15),
            rrule="FREQ=WEEKLY;BYDAY=WE",
            ends_on=date(2026, 12, 16),
            except_on=(date(2026, 10, 14),),
            certain=False,
        ),
    )
    assert parsed.flags == ("weekly times read out of the text",)
    assert parsed.expires_at == _at("2026-12-16T21:59")


def test_a_weekly_text_on_a_single_evening_stays_a_single_evening() -> None:
    assert _activity(event(short_description={"fi": "Joka keskiviikko klo 9.30"})).rhythm == "one_off"


def test_a_daily_window_over_weeks_without_a_weekday_is_a_season_whose_days_are_not_told() -> None:
    parsed = _read(event(start_time="2026-09-01T11:00:00Z", end_time="2026-11-30T14:00:00Z"))

    assert isinstance(parsed.record, ActivityRecord)
    assert (parsed.record.rhythm, parsed.record.sessions, parsed.record.schedules) == ("season", (), ())
    assert parsed.flags == ("a series as one row: its days are not told",)


def test_a_monthly_row_with_dates_in_its_text_gets_those_sessions() -> None:
    text = "<p>Kerran kuussa klo 14-15.</p><p>16.9.2026 klo 14:00 – 15:00</p><p>14.10.2026 klo 14:00 – 15:00</p>"

    parsed = _read(event(start_time="2026-09-01T11:00:00Z", end_time="2026-12-01T13:00:00Z", description={"fi": text}))

    assert isinstance(parsed.record, ActivityRecord)
    assert parsed.record.sessions == (
        SessionRecord(_at("2026-09-16T11:00"), _at("2026-09-16T12:00")),
        SessionRecord(_at("2026-10-14T11:00"), _at("2026-10-14T12:00")),
    )
    assert (parsed.record.rhythm, parsed.flags) == ("season", ("dates read out of the text",))


def test_a_monthly_row_without_dates_is_a_season_without_sessions() -> None:
    parsed = _read(event(short_description={"fi": "Kerran kuussa"}, **SERIES))

    assert isinstance(parsed.record, ActivityRecord)
    assert (parsed.record.rhythm, parsed.record.sessions) == ("season", ())
    assert parsed.flags == ("once a month, by the text: its dates are not told",)


def test_an_exhibition_with_weekly_tours_stays_an_exhibition() -> None:
    raw = event(name={"fi": "Valokuvanäyttely"}, description={"fi": "Opastukset sunnuntaisin klo 13–14."}, **SERIES)

    record = _activity(raw)

    session = SessionRecord(_at("2026-08-04T21:00"), _at("2026-12-16T21:59"), time_known=False)
    assert (record.rhythm, record.schedules, record.sessions) == ("season", (), (session,))


def test_a_course_from_thursday_to_thursday_meets_on_thursdays() -> None:
    raw = event(
        name={"fi": "Piccolo – 4–5 v klo 17.15-18.00"}, start_time="2027-01-14", end_time="2027-05-06", type_id="Course"
    )

    parsed = _read(raw)

    assert isinstance(parsed.record, ActivityRecord)
    assert parsed.record.schedules == (
        ScheduleRecord(
            date(2027, 1, 14),
            time(17, 15),
            time(18, 0),
            "FREQ=WEEKLY;BYDAY=TH",
            ends_on=date(2027, 5, 6),
            certain=False,
        ),
    )
    assert (parsed.record.rhythm, parsed.record.min_age, parsed.record.max_age) == ("course", 4, 5)
    assert parsed.flags == ("weekday taken from the first and last day, the time out of the text",)


def test_a_course_whose_days_are_not_told_shows_only_its_first_day() -> None:
    parsed = _read(event(start_time="2027-01-14", end_time="2027-05-07", type_id="Course"))

    assert isinstance(parsed.record, ActivityRecord)
    assert parsed.record.sessions == (SessionRecord(_at("2027-01-13T22:00"), None, time_known=False),)
    assert parsed.flags == ("a course as one row: only its first day is told",)
    assert parsed.expires_at == _at("2027-05-07T20:59")


def test_a_session_of_a_series_that_ends_months_later_loses_its_end() -> None:
    parsed = _read(child(start_time="2026-11-28T08:30:01.282000Z", end_time="2027-05-01T07:45:01.282000Z"))

    assert isinstance(parsed.record, ActivityRecord)
    assert parsed.record.sessions == (SessionRecord(_at("2026-11-28T08:30")),)
    assert parsed.flags == ("end dropped: more than a week after the start of one session",)
    assert parsed.expires_at == _at("2026-11-28T21:59")


def test_a_year_by_arrangement_is_open_by_appointment_and_has_no_sessions() -> None:
    text = "Satujoogaa ryhmille erikseen sovittavana ajankohtana. Ilmoittautumiset puh. 09 310 85056."

    record = _activity(
        event(start_time="2026-01-18T22:00:00Z", end_time="2027-05-30T21:00:00Z", description={"fi": text})
    )

    assert (record.rhythm, record.by_appointment, record.sessions) == ("open_always", True, ())
    assert (record.entry, record.register_phone) == ("register", "+358931085056")


def test_a_private_slot_in_the_title_is_by_appointment_with_its_session() -> None:
    record = _activity(event(name={"fi": "Digineuvontaa ajanvarauksella"}))

    assert (record.by_appointment, record.sessions) == (True, ONE_SESSION)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        (
            {"start_time": "2026-01-01T08:00:00Z", "end_time": "2076-01-01T16:00:00Z"},
            "lasts 18262 days: a permanent display, not an event",
        ),
        (
            {"start_time": "0026-05-01T08:00:00Z", "end_time": "2026-05-01T08:00:00Z"},
            "starts in the year 26: not a dated event",
        ),
        ({"start_time": "2001-05-01T08:00:00Z", "end_time": None}, "starts in the year 2001: not a dated event"),
        ({"start_time": None, "end_time": None}, "no start time"),
        (
            {"start_time": None, "end_time": None, "event_status": "EventPostponed"},
            "postponed, and no new time is told",
        ),
        ({"name": {"fi": "-"}}, "no name"),
        ({"name": None}, "no name"),
        ({"deleted": True}, "deleted at the source"),
        ({"publication_status": "draft"}, "not published at the source"),
        (
            {"name": {"fi": "PERUTTU Lukupiiri"}, "short_description": {"fi": "Joka keskiviikko klo 9.30"}, **SERIES},
            "the whole series is cancelled",
        ),
    ],
)
def test_a_row_that_is_no_event_is_rejected_with_its_reason(fields: dict[str, Any], reason: str) -> None:
    parsed = _read(event(**fields))

    assert (parsed.record, parsed.rejected) == (None, reason)


# States


@pytest.mark.parametrize(
    ("fields", "name", "state"),
    [
        ({}, "Lukupiiri", "planned"),
        ({"event_status": "EventCancelled"}, "Lukupiiri", "cancelled"),
        ({"name": {"fi": "PERUTTU: Lukupiiri"}}, "Lukupiiri", "cancelled"),
        ({"name": {"fi": "Lukupiiri (peruttu)"}, "event_status": "EventRescheduled"}, "Lukupiiri", "cancelled"),
        ({"name": {"fi": "INSTÄLLT Lukupiiri"}}, "Lukupiiri", "cancelled"),
        ({"event_status": "EventPostponed"}, "Lukupiiri", "moved"),
        ({"event_status": "EventRescheduled"}, "Lukupiiri", "moved"),
        ({"event_status": "EventRescheduled", "id": "kulke:1"}, "Lukupiiri", "planned"),
    ],
)
def test_the_state_of_a_session_follows_name_and_status(fields: dict[str, Any], name: str, state: str) -> None:
    record = _activity(event(**fields))

    assert (str(record.name), [session.state for session in record.sessions]) == (name, [state])


# Places, texts, codes


def test_an_online_event_has_no_place() -> None:
    record = _activity(event(location=ref("place", "helsinki:internet")))

    assert (record.place, record.setting) == (None, "online")


def test_an_event_without_a_place_keeps_the_words_about_it() -> None:
    record = _activity(event(location=None, location_extra_info={"fi": "Soukan palvelutalo"}))

    assert (record.place, record.place_text) == (None, LocalisedText.of(fi="Soukan palvelutalo"))


def test_a_replaced_place_and_keyword_are_read_by_their_successors() -> None:
    raw = event(
        location=ref("place", "tprek:1") | {"replaced_by": "tprek:2"},
        keywords=[ref("keyword", "yso:p1") | {"replaced_by": "yso:p2"}, ref("keyword", "yso:p2")],
    )

    record = _activity(raw)

    assert (record.place, record.codes) == (Ref("linkedevents", "place", "tprek:2"), (Code("yso", "p2"),))


def test_an_id_is_found_behind_an_address_with_a_query_and_in_an_expanded_object() -> None:
    raw = event(
        location={"@id": "http://api.hel.fi/linkedevents/v1/place/tprek:8254/?format=json"},
        keywords=[{"id": "yso:p8113", "name": {"fi": "kirjallisuus"}, "n_events": 3}],
    )

    record = _activity(raw)

    assert (record.place, record.codes) == (Ref("linkedevents", "place", "tprek:8254"), (Code("yso", "p8113"),))


def test_a_group_among_the_keywords_counts_as_audience_too() -> None:
    record = _activity(event(keywords=keywords("yso:p6165", "yso:p16991")))

    assert record.codes == (
        Code("yso", "p6165"),
        Code("yso", "p16991"),
        Code("leaudience", "yso:p6165"),
        Code("leaudience", "yso:p16991"),
    )
    assert record.gender == "women"


@pytest.mark.parametrize(
    "fields",
    [{"keywords": keywords("helsinki:aflfbat76e")}, {"description": {"fi": "Vain palvelukeskuskortilla."}}],
)
def test_the_service_centre_card_opens_to_pensioners_and_unemployed(fields: dict[str, Any]) -> None:
    record = _activity(event(**fields))

    assert record.codes == (
        Code("helsinki", "aflfbat76e"),
        Code("leaudience", "yso:p2433"),
        Code("leaudience", "yso:p7708"),
    )
    assert record.entry == "members"
    assert record.what_it_asks.languages == ("en", "fi", "sv")


def test_a_personal_address_in_a_text_is_masked_and_flagged() -> None:
    parsed = _read(event(description={"fi": "Kysy: maija.meikalainen@example.fi tai kirjasto@example.fi."}))

    assert isinstance(parsed.record, ActivityRecord)
    assert str(parsed.record.description) == "Kysy: [sähköposti poistettu] tai kirjasto@example.fi."
    assert parsed.flags == ("a personal e-mail address was taken out",)
    assert parsed.record.contacts == (ContactRecord(email="kirjasto@example.fi"),)


def test_english_in_the_finnish_text_is_only_flagged() -> None:
    text = "Come and join us for a walk in the park with our guide. You are welcome to take your friends with you."

    parsed = _read(event(description={"fi": text}))

    assert isinstance(parsed.record, ActivityRecord)
    assert (parsed.record.description, parsed.flags) == (LocalisedText.of(fi=text), ("the Finnish text looks English",))


def test_trial_words_become_a_hint_with_a_flag() -> None:
    parsed = _read(event(description={"fi": "Ensimmäinen kerta on ilmainen."}))

    assert isinstance(parsed.record, ActivityRecord)
    assert (parsed.record.trial, parsed.flags) == ("first_free", ("trial read out of the text",))


def test_a_trial_told_beside_the_price_is_a_trial() -> None:
    parsed = _read(event(offers=[offer(is_free=False, price={"fi": "5 €, ensimmäinen kerta 0 €"})]))

    assert isinstance(parsed.record, ActivityRecord)
    assert [(price.amount, price.is_free) for price in parsed.record.prices] == [(Decimal("5.00"), False)]
    assert (parsed.record.trial, parsed.flags) == ("first_free", ("trial read out of the text",))


def test_a_link_stands_in_where_there_is_no_page_of_the_event() -> None:
    links = [{"name": "extlink_facebook", "link": "https://social.example/x", "language": "fi"}]

    assert _activity(event(external_links=links)).website == LocalisedText.of(fi="https://social.example/x")


# Sign-up


def test_a_registration_tells_when_where_and_how_many() -> None:
    registration = {
        "id": 7,
        "enrolment_start_time": "2026-11-01T06:00:00Z",
        "enrolment_end_time": "2026-12-01T20:00:00Z",
        "maximum_attendee_capacity": 12,
        "remaining_attendee_capacity": 3,
        "remaining_waiting_list_capacity": 5,
        "audience_min_age": 60,
        "audience_max_age": None,
        "instructions": {"fi": "Ilmoita myös allergiat."},
        "signup_url": {"fi": "https://ilmo.example.fi/fi/7", "sv": "https://ilmo.example.fi/sv/7"},
        "last_modified_time": "2026-11-22T10:00:00Z",
    }

    record = _activity(event(registration=registration))

    assert (record.entry, record.group_max, record.min_age) == ("register", 12, 60)
    assert record.register_url == LocalisedText.of(fi="https://ilmo.example.fi/fi/7", sv="https://ilmo.example.fi/sv/7")
    assert record.how_to_join == LocalisedText.of(fi="Ilmoita myös allergiat.")
    assert record.sessions == (
        SessionRecord(
            _at("2026-12-03T14:00"),
            _at("2026-12-03T16:00"),
            opens_at=_at("2026-11-01T06:00"),
            closes_at=_at("2026-12-01T20:00"),
            capacity=12,
            places_left=3,
            places_left_at=_at("2026-11-22T10:00"),
            queue_left=5,
        ),
    )


def test_a_session_without_a_registration_has_that_of_its_series() -> None:
    series = {"super_event_type": "recurring", "registration": {"id": 7, "remaining_attendee_capacity": 2}}

    record = _activity(event(super_event=ref("event", "helsinki:series") | series))

    assert (record.entry, [session.places_left for session in record.sessions]) == ("register", [2])


def test_the_older_course_extension_tells_the_sign_up_and_its_year_2079_is_dropped() -> None:
    course = {
        "enrolment_start_time": "2026-11-15T10:00:00+02:00",
        "enrolment_end_time": "2079-06-05T23:00:00+02:00",
        "maximum_attendee_capacity": 35,
        "minimum_attendee_capacity": None,
        "remaining_attendee_capacity": 1,
    }
    raw = event(extension_course=course)
    del raw["type_id"]

    parsed = _read(raw)

    assert isinstance(parsed.record, ActivityRecord)
    (session,) = parsed.record.sessions
    assert (session.opens_at, session.closes_at) == (_at("2026-11-15T08:00"), None)
    assert (session.capacity, session.places_left) == (35, 1)
    assert (parsed.record.rhythm, parsed.record.entry) == ("course", "register")
    assert parsed.flags == ("sign-up end dropped: after the end of the event",)


def test_the_address_of_an_offer_is_for_signing_up_only_when_one_must() -> None:
    offers = [offer(is_free=True, info_url={"fi": "https://ilmo.example.fi"})]

    with_sign_up = _activity(event(offers=offers, description={"fi": "Vaatii ilmoittautumisen."}))
    without = _activity(event(offers=offers, description={"fi": "Ei tarvitse ilmoittautua."}))

    assert (with_sign_up.entry, with_sign_up.register_url) == (
        "register",
        LocalisedText.of(fi="https://ilmo.example.fi"),
    )
    assert (without.entry, without.register_url) == ("drop_in", EMPTY)


# Other feeds


@pytest.mark.parametrize(
    ("fields", "upstream"),
    [
        ({"id": "espoo_le:ag1", "origin_id": "espoo:abc"}, Ref("linkedevents", "event", "espoo:abc")),
        ({"id": "espoo_le:ag1"}, None),
        ({"id": "helsinki:ag1", "origin_id": "espoo:abc"}, None),
    ],
)
def test_a_mirror_of_espoo_names_its_original_when_it_is_told(fields: dict[str, Any], upstream: Ref | None) -> None:
    assert _read(event(**fields)).upstream == upstream


def test_a_sports_course_of_the_city_is_a_course_with_its_provider() -> None:
    raw = event(
        id="enkora:123",
        type_id="Course",
        publisher="ahjo:u021600",
        provider={"fi": "Helsingin kaupungin liikuntapalvelut"},
        keywords=keywords("yso:p916", "yso:p3093"),
    )

    record = _activity(raw)

    assert (record.rhythm, str(record.provider)) == ("course", "Helsingin kaupungin liikuntapalvelut")
    assert record.organisation == Ref("linkedevents", "organization", "ahjo:u021600")


def test_fields_nobody_knows_are_reported_with_their_path() -> None:
    raw = event(
        accessibility={"fi": "Esteetön"},
        offers=[offer(voucher=True)],
        registration={"id": 1, "fee_waiver": None},
    )

    assert _read(raw).unread == {"accessibility", "offers.voucher", "registration.fee_waiver"}


def test_an_event_at_the_end_of_all_calendars_breaks_nothing() -> None:
    raw = event(start_time="9999-12-31", end_time=None, enrolment_end_time="2026-12-03T14:00:00Z")

    parsed = _read(raw)

    assert isinstance(parsed.record, ActivityRecord)
    assert [told.closes_at for told in parsed.record.sessions] == [datetime(2026, 12, 3, 14, 0, tzinfo=UTC)]
