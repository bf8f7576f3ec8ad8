"""Opening hours, rhythms in words, and the help desk's hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.utils import translation
from django.utils.html import strip_tags

from tarjotin.catalogue.models import OpeningHours, Schedule
from tarjotin.web import help_desk
from tarjotin.web.formats import opening, rhythms

NOON = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday, noon in Helsinki
NINE = (time(9), time(17))


def hours(weekday: int | None, opens: int | None = 9, closes: int | None = 17, **facts: Any) -> OpeningHours:
    return OpeningHours(
        weekday=weekday,
        opens=time(opens) if opens is not None else None,
        closes=time(closes) if closes is not None else None,
        **facts,
    )


def test_week_begins_today_and_leaves_days_without_hours_closed() -> None:
    days = opening.week([hours(2), hours(3, 10, 12), hours(3, 13, 15)], date(2026, 11, 24))

    assert [(day.on.day, day.spans) for day in days] == [
        (24, (NINE,)),
        (25, ((time(10), time(12)), (time(13), time(15)))),
        *((number, ()) for number in (26, 27, 28, 29, 30)),
    ]


def test_hours_for_a_few_days_come_before_the_usual_ones() -> None:
    holiday = {"valid_from": date(2026, 11, 24), "valid_until": date(2026, 11, 24)}
    usual = hours(2)

    closed = opening.week([usual, hours(None, None, None, closed=True, **holiday)], date(2026, 11, 24))
    shorter = opening.week([usual, hours(2, 10, 12, **holiday)], date(2026, 11, 24))

    assert (closed[0].spans, shorter[0].spans) == ((), ((time(10), time(12)),))


def test_hours_count_only_while_they_are_valid() -> None:
    summer = hours(2, valid_from=date(2026, 6, 1), valid_until=date(2026, 8, 31))

    assert opening.week([summer], date(2026, 11, 24))[0].spans == ()


def test_week_without_any_weekday_is_not_told() -> None:
    assert opening.week([hours(None, None, None)], date(2026, 11, 24)) == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([hours(2)], "Tänään avoinna klo 9–17"),
        ([hours(2, 8, 11)], "Tänään oli avoinna klo 8–11"),
        ([hours(3)], "Tänään suljettu"),
        ([], ""),
    ],
)
def test_today_line_says_how_it_is_now(rows: list[OpeningHours], said: str) -> None:
    assert strip_tags(opening.today_line(rows, now=NOON, language="fi")) == said


@pytest.mark.parametrize(
    ("rule", "facts", "said"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", {}, "tiistaisin klo 10–11"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", {}, "maanantaisin, keskiviikkoisin ja perjantaisin klo 10–11"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", {}, "arkisin klo 10–11"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", {}, "joka toinen viikko, torstaisin klo 10–11"),
        ("FREQ=WEEKLY;INTERVAL=3;BYDAY=TH", {}, "joka 3. viikko, torstaisin klo 10–11"),
        ("FREQ=MONTHLY;BYDAY=2TU", {}, "kerran kuussa, tiistaisin klo 10–11"),
        ("FREQ=DAILY", {}, "joka päivä klo 10–11"),
        ("FREQ=WEEKLY", {}, "keskiviikkoisin klo 10–11"),
        ("FREQ=WEEKLY;BYDAY=TU", {"certain": False}, "tiistaisin klo 10–11 (tarkista järjestäjältä)"),
        ("FREQ=WEEKLY;BYDAY=TU", {"ends_on": date(2026, 12, 8)}, "tiistaisin klo 10–11, viimeinen kerta ti 8.12."),
    ],
)
def test_rhythm_line_says_the_days_in_words(rule: str, facts: dict[str, Any], said: str) -> None:
    schedule = Schedule(starts_on=date(2026, 9, 2), start=time(10), end=time(11), rrule=rule, **facts)

    assert strip_tags(rhythms.rhythm_line(schedule, "fi")) == said


def test_rhythm_line_is_there_in_every_language() -> None:
    schedule = Schedule(starts_on=date(2026, 9, 2), start=time(10), end=None, rrule="FREQ=WEEKLY;BYDAY=TU,TH")

    said = {}
    for language in ("sv", "en"):
        with translation.override(language):
            said[language] = strip_tags(rhythms.rhythm_line(schedule, language))

    assert said == {"sv": "på tisdagar och på torsdagar kl. 10", "en": "on Tuesdays and on Thursdays 10:00"}


def test_help_desk_hours_are_read_from_one_line() -> None:
    assert help_desk.parse_hours("mon-tue 9-15, sat 10:30-12") == {
        1: ((time(9), time(15)),),
        2: ((time(9), time(15)),),
        6: ((time(10, 30), time(12)),),
    }


@pytest.mark.parametrize(
    ("now", "is_open", "closes", "opens_at"),
    [
        (NOON, True, time(15), None),
        (datetime(2026, 11, 24, 6, tzinfo=UTC), False, None, "2026-11-24T09:00:00+02:00"),
        (datetime(2026, 11, 24, 13, tzinfo=UTC), False, None, "2026-11-25T09:00:00+02:00"),
        (datetime(2026, 11, 27, 20, tzinfo=UTC), False, None, "2026-11-30T09:00:00+02:00"),
    ],
)
def test_help_desk_knows_whether_it_answers_and_when_next(
    settings: Any, now: datetime, is_open: bool, closes: time | None, opens_at: str | None
) -> None:
    settings.HELP_HOURS_OPEN = "mon-fri 9-15"

    desk = help_desk.help_desk(now)

    assert (desk.is_open, desk.closes, desk.opens_at and desk.opens_at.isoformat()) == (is_open, closes, opens_at)


def test_help_desk_without_hours_still_has_its_phone(settings: Any) -> None:
    settings.HELP_HOURS_OPEN, settings.HELP_PHONE = "", "+358931044556"

    assert help_desk.help_desk(NOON) == help_desk.HelpDesk("+358931044556", is_open=False)
