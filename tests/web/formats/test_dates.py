from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import translation
from django.utils.html import strip_tags

from tarjotin.web.formats import dates

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday, noon in Helsinki


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", "ti 1.12. klo 10–11.30"),
        ("fi-simple", "ti 1.12. klo 10–11.30"),
        ("sv", "tis 1.12 kl. 10–11.30"),
        ("en", "Tue 1 Dec 10:00–11:30"),
        ("et", "T 1.12. kell 10:00–11:30"),
        ("ru", "вт 01.12 10:00–11:30"),
        ("uk", "вт 01.12 10:00–11:30"),
        ("ar", "الثلاثاء 1.12 الساعة 10:00–11:30"),
        ("so", "Tldo 1.12 10:00–11:30"),
        ("fa", "سه\u200cشنبه 1.12 ساعت 10:00–11:30"),
    ],
)
def test_moment_span_is_written_as_people_of_the_language_do(language: str, written: str) -> None:
    start = datetime(2026, 12, 1, 8, tzinfo=UTC)

    with translation.override(language):
        said = dates.moment_span(start, start + timedelta(minutes=90), time_known=True, language=language, now=NOW)

    assert strip_tags(said) == written


@pytest.mark.parametrize(
    ("starts_at", "ends_at", "time_known", "written"),
    [
        (datetime(2026, 11, 24, 12, tzinfo=UTC), None, True, "tänään ti 24.11. klo 14"),
        (datetime(2026, 11, 25, 12, tzinfo=UTC), None, True, "huomenna ke 25.11. klo 14"),
        (datetime(2026, 11, 24, 22, tzinfo=UTC), None, True, "huomenna ke 25.11. klo 0"),
        (datetime(2026, 12, 2, 22, tzinfo=UTC), None, False, "to 3.12."),
        # An evening that ends after midnight is one evening.
        (datetime(2026, 12, 4, 18, tzinfo=UTC), datetime(2026, 12, 4, 23, tzinfo=UTC), True, "pe 4.12. klo 20–1"),
        # A camp tells both ends, an exhibition only its days.
        (datetime(2026, 12, 4, 16, tzinfo=UTC), datetime(2026, 12, 6, 12, tzinfo=UTC), True,
         "pe 4.12. klo 18 – su 6.12. klo 14"),
        (datetime(2026, 9, 1, 7, tzinfo=UTC), datetime(2026, 12, 31, 16, tzinfo=UTC), True, "ti 1.9. – to 31.12."),
        # Days without a clock end at the midnight after the last one.
        (datetime(2026, 12, 4, 22, tzinfo=UTC), datetime(2026, 12, 6, 22, tzinfo=UTC), False, "la 5.12. – su 6.12."),
        (datetime(2026, 12, 4, 22, tzinfo=UTC), datetime(2026, 12, 5, 22, tzinfo=UTC), False, "la 5.12."),
        # The hour is Helsinki's own before and after the clocks change.
        (datetime(2027, 3, 27, 8, tzinfo=UTC), None, True, "la 27.3. klo 10"),
        (datetime(2027, 3, 28, 7, tzinfo=UTC), None, True, "su 28.3. klo 10"),
    ],
)  # fmt: skip
def test_moment_span_says_what_helps(
    starts_at: datetime, ends_at: datetime | None, time_known: bool, written: str
) -> None:
    said = dates.moment_span(starts_at, ends_at, time_known=time_known, language="fi", now=NOW)

    assert strip_tags(said) == written


def test_today_is_a_word_of_the_screen_only() -> None:
    said = dates.moment_span(NOW, None, time_known=True, language="fi", now=NOW)

    assert said == ('<span class="screen">tänään </span>ti <bdi dir="ltr">24.11.</bdi> klo <bdi dir="ltr">12</bdi>')


def test_weekday_names_begin_with_monday() -> None:
    assert list(dates.weekday_names("sv").items())[:2] == [(1, "mån"), (2, "tis")]


def test_long_date_has_its_year() -> None:
    assert strip_tags(dates.long_date(date(2026, 11, 8), "en")) == "8 Nov 2026"


@pytest.mark.parametrize(
    ("at", "language", "written"),
    [(time(9), "fi", "9"), (time(9, 5), "sv", "9.05"), (time(9), "en", "09:00"), (time(0), "fi", "0")],
)
def test_clock_is_written_as_people_of_the_language_do(at: time, language: str, written: str) -> None:
    assert dates.clock(at, language) == written
