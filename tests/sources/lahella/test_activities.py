"""Each test shows an activity of Lähellä.fi and the record it becomes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest

from tarjotin.catalogue.records import (
    ActivityRecord,
    Code,
    ContactRecord,
    LanguageRecord,
    PriceRecord,
    Ref,
    ScheduleRecord,
)
from tarjotin.common.text import LocalisedText
from tarjotin.sources.lahella import SOURCE
from tarjotin.sources.lahella.activities import BY_PHONE, ONLINE
from tarjotin.sources.source import Parsed
from tests.sources.lahella import make

L = LocalisedText.of
PLACE = Ref("lahella", "channel", f"{make.KEY}:{make.CHANNEL}")


def read(activity: dict[str, Any]) -> tuple[ActivityRecord, Parsed]:
    parsed = SOURCE.parse("activity", activity)
    assert isinstance(parsed.record, ActivityRecord), parsed.rejected
    return parsed.record, parsed


def test_a_weekly_group_becomes_a_whole_record() -> None:
    channel = make.channel(
        make.weekly((2, "18:00", "19:30")),
        registrationRequired=True,
        registrationUrl="https://example.org/ilmo",
        registrationEmail="ilmo@example.org",
    )
    channel["translations"]["fi"]["registration"] = make.html("Ilmoittaudu verkossa.")
    item = make.activity(
        channel,
        tags={"visibility": {"start": make.ms(2026, 8, 1), "end": make.ms(2027, 6, 1)}},
        theme=["ht_kulttuuri"],
        format=["hm_ryhmat"],
        locale=["fi-FI", "so-SO"],
        demographic=["ageGroup/range:18-29", "ageGroup/range:30-64", "gender/female"],
        region=["city/FI/Helsinki"],
        pricing=["free"],
        contacts=[{"id": "1", "type": "www", "value": "example.org", "translations": {"fi": {"description": "Sivu"}}}],
    )

    assert SOURCE.parse("activity", item) == Parsed(
        ActivityRecord(
            name=L(fi="Avoin kahvi", en="Open coffee"),
            organisation=Ref("lahella", "group", "g-1"),
            provider=L(fi="Kotikulman Naapurit ry"),
            place=PLACE,
            summary=L(fi="Tule kahville."),
            description=L(fi="Jutellaan."),
            rhythm="weekly",
            entry="register",
            register_url=L(fi="https://example.org/ilmo"),
            register_email="ilmo@example.org",
            how_to_join=L(fi="Ilmoittaudu verkossa."),
            min_age=18,
            max_age=64,
            gender="women",
            website=L(fi="https://example.org"),
            languages=(LanguageRecord("fi"), LanguageRecord("so")),
            prices=(PriceRecord(is_free=True),),
            schedules=(
                ScheduleRecord(
                    starts_on=date(2026, 11, 24),
                    start=time(18),
                    end=time(19, 30),
                    rrule="FREQ=WEEKLY;BYDAY=TU",
                    ends_on=date(2027, 5, 15),
                    place=PLACE,
                ),
            ),
            contacts=(ContactRecord(role=L(fi="Sivu"), url="https://example.org"),),
            visible_from=datetime(2026, 7, 31, 21, tzinfo=UTC),
            visible_until=datetime(2027, 5, 31, 21, tzinfo=UTC),
            codes=(
                Code("lahellatype", "hobby"),
                Code("ht", "ht_kulttuuri"),
                Code("hm", "hm_ryhmat"),
                Code("lahellaage", "range:18-29"),
                Code("lahellaage", "range:30-64"),
                Code("gender", "female"),
                Code("lahellachannel", "place"),
            ),
        ),
        expires_at=datetime(2027, 5, 15, 21, tzinfo=UTC),
    )


def test_several_channels_become_one_activity_with_the_place_of_each_time() -> None:
    first = make.channel(make.weekly((1, "10:00", "11:00")))
    second = make.channel(make.weekly((4, "12:00", "13:00")), id="channel-2")
    online = make.channel(make.weekly((5, "9:00", "9:30")), id="channel-3", type=["online"])

    record, _ = read(make.activity(first, second, online))

    assert (record.place, record.setting, [(each.rrule, each.place) for each in record.schedules]) == (
        PLACE,
        "hybrid",
        [
            ("FREQ=WEEKLY;BYDAY=MO", PLACE),
            ("FREQ=WEEKLY;BYDAY=TH", Ref("lahella", "channel", f"{make.KEY}:channel-2")),
            ("FREQ=WEEKLY;BYDAY=FR", None),
        ],
    )


@pytest.mark.parametrize(
    ("types", "setting", "place", "words"),
    [
        (["place"], "", PLACE, L()),
        (["online"], "online", None, ONLINE),
        (["phone"], "", None, BY_PHONE),
        (["hybrid"], "hybrid", PLACE, L()),
        (["phone", "online"], "", None, L()),
    ],
)
def test_the_kind_of_channel_says_where(
    types: list[str], setting: str, place: Ref | None, words: LocalisedText
) -> None:
    record, _ = read(make.activity(make.channel(type=types)))

    assert (record.setting, record.place, record.place_text) == (setting, place, words)


@pytest.mark.parametrize("status", ["draft", None])
def test_what_is_not_published_is_rejected(status: Any) -> None:
    parsed = SOURCE.parse("activity", make.activity(status=status))

    assert (parsed.record, parsed.rejected) == (None, f"not published: {status or 'no status'}")


def test_an_activity_without_a_name_is_rejected() -> None:
    parsed = SOURCE.parse("activity", make.activity(translations={"fi": {"name": "<p></p>"}}))

    assert (parsed.record, parsed.rejected) == (None, "the activity has no name")


@pytest.mark.parametrize(
    ("regions", "city", "reason"),
    [
        (["city/FI/Helsinki", "city/FI/Turku"], "Turku", ""),
        (["state/FI/Uusimaa"], "Turku", ""),
        ([], "Turku", ""),
        (["city/FI/Turku"], "Helsinki", ""),
        (["city/FI/Turku", "state/FI/Kainuu"], "Turku", "outside the region: Turku, Kainuu"),
    ],
)
def test_an_activity_of_another_region_is_rejected(regions: list[str], city: str, reason: str) -> None:
    channel = make.channel()
    channel["translations"] = {"fi": {"address": {"city": city}}}

    assert SOURCE.parse("activity", make.activity(channel, region=regions)).rejected == reason


@pytest.mark.parametrize(
    ("demographic", "ages", "flags"),
    [
        (["ageGroup/range:65-99"], (65, None), ()),
        (["ageGroup/range:30-64", "ageGroup/range:18-29"], (18, 64), ()),
        (["ageGroup/range:0-1"], (None, 1), ()),
        (
            ["ageGroup/range:18-29", "ageGroup/range:65-99"],
            (18, None),
            ("age groups with a gap between them: taken together",),
        ),
        (["ageGroup/any"], (None, None), ()),
        ([], (None, None), ()),
    ],
)
def test_age_groups_become_a_lowest_and_a_highest_age(
    demographic: list[str], ages: tuple[int | None, int | None], flags: tuple[str, ...]
) -> None:
    record, parsed = read(make.activity(demographic=demographic))

    assert ((record.min_age, record.max_age), parsed.flags) == (ages, flags)


@pytest.mark.parametrize(
    ("demographic", "gender"),
    [
        (["gender/gender"], "all"),
        (["gender/male"], "men"),
        (["gender/female"], "women"),
        (["gender/male", "gender/female"], "all"),
        ([], ""),
    ],
)
def test_gender_is_told_or_open(demographic: list[str], gender: str) -> None:
    assert read(make.activity(demographic=demographic))[0].gender == gender


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("fi-FI", LanguageRecord("fi")),
        ("uk-UA", LanguageRecord("uk")),
        ("et-EE", LanguageRecord("et")),
        ("ku", LanguageRecord("ku")),
        ("se-SE", LanguageRecord("se")),  # Northern Sami: Swedish is "sv" in this list
        ("fisl", LanguageRecord("fse", "sign")),
    ],
)
def test_locales_become_languages(locale: str, expected: LanguageRecord) -> None:
    assert read(make.activity(locale=[locale]))[0].languages == (expected,)


def _paid(amount: str, words: str, *, per: str = "time", who: str = "everyone") -> PriceRecord:
    return PriceRecord(who=who, amount=Decimal(amount), per=per, is_free=False, note=L(fi=words), parsed=True)


@pytest.mark.parametrize(
    ("pricing", "words", "expected"),
    [
        (["free"], "Maksuton, piirakka 2 €", [PriceRecord(is_free=True, note=L(fi="Maksuton, piirakka 2 €"))]),
        (["free"], "Kahvi 0,20 €", [PriceRecord(is_free=True, note=L(fi="Kahvi 0,20 €"))]),
        (["paid"], "100 euroa", [_paid("100.00", "100 euroa")]),
        (["paid"], "12,50 €/kk", [_paid("12.50", "12,50 €/kk", per="month")]),
        (["paid"], "0–5 euroa", [PriceRecord(is_free=False, note=L(fi="0–5 euroa"))]),
        (["paid"], "Jäsenille 5 €, muille 8 €", [_paid("8.00", "Jäsenille 5 €, muille 8 €")]),
        (
            ["paid"],
            "35 €, työttömät 15 €",
            [_paid("35.00", "35 €, työttömät 15 €"), _paid("15.00", "35 €, työttömät 15 €", who="unemployed")],
        ),
        (["paid"], "", [PriceRecord(is_free=False)]),
        (["free", "paid"], "Kerta 5 €", [PriceRecord(note=L(fi="Kerta 5 €"))]),
    ],
)
def test_a_price_keeps_its_words_and_the_sums_they_tell(
    pricing: list[str], words: str, expected: list[PriceRecord]
) -> None:
    translations = {"fi": {"name": "Kuoro", "pricing": make.html(words)}}

    assert list(read(make.activity(pricing=pricing, translations=translations))[0].prices) == expected


def test_a_free_first_time_is_a_trial_and_not_the_price() -> None:
    words = "5 €, ensimmäinen kerta maksutta"
    translations = {"fi": {"name": "Kuoro", "pricing": make.html(words)}}

    record, parsed = read(make.activity(pricing=["paid"], translations=translations))

    assert (record.trial, record.prices) == ("first_free", (_paid("5.00", words),))
    assert parsed.flags == ("trial read out of the text",)


def test_a_mark_against_its_words_is_flagged() -> None:
    translations = {"fi": {"name": "Kuoro", "pricing": make.html("Pääsylippu 18 €")}}

    record, parsed = read(make.activity(pricing=["free"], translations=translations))

    assert record.prices == (_paid("18.00", "Pääsylippu 18 €"),)
    assert parsed.flags == ("marked as free, but the text names a sum",)


def test_no_word_on_prices_is_no_price() -> None:
    assert read(make.activity())[0].prices == ()


@pytest.mark.parametrize(
    ("channels", "entry"),
    [
        ([{"registrationRequired": True}], "register"),
        ([{"registrationRequired": False}], "drop_in"),
        ([{"registrationRequired": False, "registrationUrl": "https://example.org"}], "register_or_drop_in"),
        ([{"registrationRequired": True}, {"registrationRequired": False}], "register_or_drop_in"),
        ([{}], ""),
    ],
)
def test_entry_follows_the_channels(channels: list[dict[str, Any]], entry: str) -> None:
    made = [make.channel(id=str(index), **fields) for index, fields in enumerate(channels)]

    assert read(make.activity(*made))[0].entry == entry


def test_a_number_in_the_instructions_is_the_one_to_sign_up_at() -> None:
    channel = make.channel(registrationRequired=True)
    channel["translations"] = {"fi": {"registration": make.html("Soita 050 000 1161.")}}

    record, _ = read(make.activity(channel))

    assert (record.register_phone, record.how_to_join) == ("+358500001161", L(fi="Soita 050 000 1161."))


def test_instructions_said_twice_stand_once() -> None:
    channel = make.channel()
    channel["translations"] = {"fi": {"registration": make.html("Soita.")}}
    translations = {"fi": {"name": "Kuoro", "registration": make.html("Soita.")}}

    assert read(make.activity(channel, translations=translations))[0].how_to_join == L(fi="Soita.")


def test_persons_are_dropped_from_contacts_and_texts() -> None:
    contacts = [
        {"type": "email", "value": "maija.mallikas@example.org"},
        {"type": "phone", "value": "050 000 1101", "translations": {"fi": {"description": "Maija Mallikas"}}},
        {"type": "phone", "value": "050 000 1102", "translations": {"fi": {"description": "Toimisto"}}},
        {"type": "fax", "value": "050 000 1103"},
    ]
    translations = {"fi": {"name": "Kuoro", "description": make.html("Kysy: maija.mallikas@example.org")}}
    channel = make.channel(registrationEmail="maija.mallikas@example.org")

    record, parsed = read(make.activity(channel, contacts=contacts, translations=translations))

    assert (record.contacts, record.description, record.register_email, set(parsed.flags)) == (
        (ContactRecord(role=L(fi="Toimisto"), phone="+358500001102"),),
        L(fi="Kysy: [sähköposti poistettu]"),
        "",
        {
            "personal e-mail dropped",
            "a contact that names a person dropped",
            "a contact of an unknown kind left out",
            "personal e-mail taken out of a text",
        },
    )


def test_html_becomes_plain_text() -> None:
    description = (
        '<p dir="ltr">Tule <strong>heti</strong>&nbsp;mukaan<script>alert(1)</script></p><ul><li>kahvi</li></ul>'
    )

    record, _ = read(make.activity(translations={"fi": {"name": "Kuoro", "description": description}}))

    assert record.description == L(fi="Tule heti mukaan\n\n• kahvi")


def test_volunteering_is_told_by_the_type() -> None:
    voluntary, _ = read(make.activity(type="voluntary"))
    hobby, _ = read(make.activity(type="hobby"))

    assert (voluntary.volunteering, hobby.volunteering) == (True, None)


def test_the_region_is_where_it_is_and_not_who_may_come() -> None:
    assert read(make.activity(region=["city/FI/Vantaa"]))[0].residents_only == ()


def test_fields_nobody_takes_are_news() -> None:
    event = make.weekly((1, "10:00", "11:00")) | {"capacity": 10}
    item = make.activity(make.channel(event, mood="good"), photo="p1", price=3) | {"rank": 1}

    assert read(item)[1].unread == {"rank", "traits.price", "channels.mood", "events.capacity"}
