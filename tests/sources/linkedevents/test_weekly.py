from __future__ import annotations

from datetime import date, time

import pytest

from tarjotin.sources.linkedevents.breaks import days_off
from tarjotin.sources.linkedevents.weekly import is_monthly, weekly_times


def _clock(value: time | None) -> str:
    return value.strftime("%H:%M") if value else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joka keskiviikko klo 9.30", [("WE", "09:30", "")]),
        ("keskiviikkoisin klo 14–15", [("WE", "14:00", "15:00")]),
        ("Arabianrannan kirjastossa keskiviikkoisin klo 9.30. Jokainen saa passin.", [("WE", "09:30", "")]),
        ("maanantaisin ja keskiviikkoisin klo 10–11", [("MO,WE", "10:00", "11:00")]),
        ("perjantai-iltaisin klo 18", [("FR", "18:00", "")]),
        ("klo 17-18 joka torstai", [("TH", "17:00", "18:00")]),
        ("tiistaisin 13.10.–26.11. klo 10–12", [("TU", "10:00", "12:00")]),
        ("tiistaisin 10–12", [("TU", "10:00", "12:00")]),
        ("arkisin klo 9–10", [("MO,TU,WE,TH,FR", "09:00", "10:00")]),
        ("varje onsdag kl 14", [("WE", "14:00", "")]),
        ("Onsdagar kl. 14.00-15.30", [("WE", "14:00", "15:30")]),
        ("every Wednesday at 2 pm", [("WE", "14:00", "")]),
        ("on Wednesdays from 2 to 3.30 pm", [("WE", "14:00", "15:30")]),
        ("Mondays 2–3 pm", [("MO", "14:00", "15:00")]),
        ("Tuesdays at 10 a.m.", [("TU", "10:00", "")]),
        # What is no weekly session:
        ("keskiviikkona klo 14", []),
        ("Kokoonnumme tiistaisin. Ovi aukeaa klo 9.", []),
        ("Kerran kuussa keskiviikkoisin klo 14-15", []),
        ("arkisin klo 8–16", []),
        ("Ilmoittautuminen maanantaisin klo 9–10", []),
        ("Puhelinaika on tiistaisin klo 9-10", []),
        ("tiistaisin klo 25-26", []),
        ("ma, ke klo 10-12", []),
    ],
)
def test_a_weekly_time_in_words_is_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = weekly_times(text)

    assert [(w.rrule.rpartition("=")[2], _clock(w.start), _clock(w.end)) for w in found] == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("ma, ke klo 10-12", ["MO,WE"]),
        ("ma–pe klo 8-9", ["MO,TU,WE,TH,FR"]),
        ("ti klo 10-12, to klo 14–16", ["TU", "TH"]),
        ("Ultramariini – 14–18 v to klo 17.30-19.45", ["TH"]),
    ],
)
def test_short_weekdays_are_read_where_they_are_trusted(text: str, days: list[str]) -> None:
    found = weekly_times(text, short_days=True)

    assert [each.rrule.rpartition("=")[2] for each in found] == days


@pytest.mark.parametrize(
    "text",
    [
        "joka toinen tiistai klo 12",
        "varannan tisdag kl 12",
        "every other Tuesday at 12",
        "Joka toinen viikko tiistaisin klo 12",
    ],
)
def test_every_other_week_is_an_interval_of_two(text: str) -> None:
    assert [each.rrule for each in weekly_times(text)] == ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"]


@pytest.mark.parametrize("text", ["Kerran kuussa", "joka kuun toinen tiistai", "en gång i månaden", "once a month"])
def test_once_a_month_is_not_taken_for_weekly(text: str) -> None:
    assert is_monthly(text)


@pytest.mark.parametrize(
    ("text", "first_and_last", "count"),
    [
        ("HUOM! Lomaviikolla 20.2.2019 ei ole satutuntia!", ("2019-02-20", "2019-02-20"), 1),
        ("Ei kokoonnu 22.12.–6.1.", ("2018-12-22", "2019-01-06"), 16),
        ("Tauko 24.–31.12.2018. Muuten joka ti 3.2.", ("2018-12-24", "2018-12-31"), 8),
        ("utom 6.12.", ("2018-12-06", "2018-12-06"), 1),
    ],
)
def test_days_without_a_session_are_read(text: str, first_and_last: tuple[str, str], count: int) -> None:
    found = days_off(text, date(2018, 8, 3), date(2019, 5, 22))

    assert (found[0].isoformat(), found[-1].isoformat(), len(found)) == (*first_and_last, count)


def test_a_date_in_a_sentence_about_something_else_is_no_break() -> None:
    assert days_off("Aloitamme 3.9.2018. Tervetuloa!", date(2018, 8, 3), date(2019, 5, 22)) == ()
